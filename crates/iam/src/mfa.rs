//! Second factors: the codes of virtual MFA devices.
//!
//! A code is good once, within 30 seconds of its time, and guessing is slow: after five wrong codes in a row, the device takes none for a
//! minute, after each further one for twice as long, up to an hour. What a device remembers of this is in its record, and is written in a
//! transaction of its own, whatever becomes of the call: of two calls with the same code, one gets a conflict, and finds the code used. No
//! audit record tells of it but that of the call.
//!
//! Sources: RFC 6238; RFC 4226, section 7; STS API Reference, "GetSessionToken" and "AssumeRole".

use std::ops::RangeInclusive;
use std::time::Duration;

use clock::Timestamp;
use envelope::WrappingKey;
use gate::Caller;
use iam_policy::Principal;
use secret::SecretString;
use store::{Store, scoped};

use crate::records::{Entity, MfaDevice, Owner};
use crate::{Error, Iam};

mod qr_code;
mod totp;

pub(crate) use qr_code::png;
pub(crate) use totp::in_base32;
use totp::{Totp, step_at};

/// Checks codes and remembers which.
pub(crate) struct SecondFactors {
    store: Store,
    /// Protects the seeds at rest.
    pub key: WrappingKey,
}

/// What a code is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Good,
    Wrong,
    /// Nobody knows: the device takes no codes before this time.
    Locked(Timestamp),
}

/// How many steps a code may be early or late.
const WINDOW: i64 = 1;
/// How many steps a device's clock may be wrong when it is enabled or synchronized again: one hour.
const MAX_DRIFT: i64 = 120;
/// How many wrong codes in a row a device takes before it waits.
const FREE_FAILURES: u32 = 5;
const FIRST_WAIT: Duration = Duration::from_secs(60);
const LONGEST_WAIT: Duration = Duration::from_secs(3600);

impl Iam {
    /// Checks `SerialNumber` and `TokenCode` of GetSessionToken and AssumeRole, if the call has them, and gives the time for
    /// `aws:MultiFactorAuthAge`. The device must be the calling user's, or the account root's that calls. The code is used up even if
    /// the call fails later on.
    ///
    /// It writes: to be called once in a call, from an operation that is not run again (`Effect::Pure` or `Effect::Read`).
    pub(crate) async fn second_factor(
        &self,
        caller: &Caller,
        serial_number: Option<&str>,
        code: Option<&SecretString>,
        at: Timestamp,
    ) -> Result<Option<Timestamp>, Error> {
        let failed = |why: &str| Error::SecondFactor(why.to_owned());
        let (serial_number, code) = match (serial_number, code) {
            (None, None) => return Ok(None),
            (Some(serial_number), Some(code)) => (serial_number, code),
            _ => return Err(failed(", must provide both MFA serial number and one time pass code.")),
        };
        let owner = match &caller.principal {
            Principal::Root { account } => Some(Owner::Root { account: *account }),
            Principal::User { account, .. } => {
                Some(Owner::User { account: *account, user_id: caller.user_id.clone() })
            }
            _ => None,
        };
        let verdict = match owner {
            Some(owner) => self.second_factors.check(&owner, serial_number, code, at).await?,
            None => None,
        };
        match verdict {
            Some(Verdict::Good) => Ok(Some(at.truncated_to_secs())),
            Some(Verdict::Wrong) => Err(failed(" with invalid MFA one time pass code.")),
            Some(Verdict::Locked(until)) => Err(failed(&format!(": {}", locked(until)))),
            None => Err(failed(
                ", unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
            )),
        }
    }
}

fn locked(until: Timestamp) -> String {
    let until = until.truncated_to_secs().to_iso8601();
    format!("too many wrong codes. Wait until {until}, then try again.")
}

impl SecondFactors {
    pub fn new(store: &Store, key: WrappingKey) -> Self {
        Self { store: store.clone(), key }
    }

    /// What a code of this owner's device is worth; `None` when the owner has no such device.
    async fn check(
        &self,
        owner: &Owner,
        serial_number: &str,
        code: &SecretString,
        at: Timestamp,
    ) -> Result<Option<Verdict>, Error> {
        let transaction = self.store.transact(|tx| {
            scoped(async move {
                let found = MfaDevice::find(tx, owner.account(), serial_number).await?;
                let Some(mut device) = found.filter(|device| device.is_of(owner)) else { return Ok(None) };
                let totp = Totp::new(&device.seed(&self.key)?);
                let verdict = device.take(&totp, code, at);
                if !matches!(verdict, Verdict::Locked(_)) {
                    tx.put(&device).await?;
                }
                Ok(Some(verdict))
            })
        });
        transaction.await
    }

    /// Sets the device's clock by two codes that follow each other. The caller writes the device.
    pub async fn synchronize(
        &self,
        device: &mut MfaDevice,
        codes: [&SecretString; 2],
        at: Timestamp,
    ) -> Result<(), Error> {
        let totp = Totp::new(&device.seed(&self.key)?);
        match device.synchronize(&totp, codes, at) {
            Verdict::Good => Ok(()),
            Verdict::Wrong => {
                self.note_failure(device, at).await?;
                Err(Error::AuthenticationCode("Authentication code for device is not valid.".to_owned()))
            }
            Verdict::Locked(until) => {
                Err(Error::AuthenticationCode(format!("Authentication failed: {}", locked(until))))
            }
        }
    }

    /// Counts a failure of a call that writes nothing else, since it fails.
    async fn note_failure(&self, device: &MfaDevice, at: Timestamp) -> Result<(), Error> {
        let (account, serial_number) = (device.account, device.arn());
        let serial_number = serial_number.as_str();
        let transaction = self.store.transact(|tx| {
            scoped(async move {
                if let Some(mut device) = MfaDevice::find(tx, account, serial_number).await? {
                    device.failed(at);
                    tx.put(&device).await?;
                }
                Ok(())
            })
        });
        transaction.await
    }
}

impl MfaDevice {
    /// Tries a code and remembers it.
    fn take(&mut self, totp: &Totp, code: &SecretString, at: Timestamp) -> Verdict {
        if let Some(until) = self.locked_until(at) {
            return Verdict::Locked(until);
        }
        let now = step_at(at).saturating_add(self.drift);
        match totp.step_of(&[code], around(now, WINDOW)) {
            Some(step) if self.is_new(step) => {
                self.succeeded(step);
                Verdict::Good
            }
            // Sent twice, and no guess.
            Some(_) => Verdict::Wrong,
            None => {
                self.failed(at);
                Verdict::Wrong
            }
        }
    }

    /// Tries two codes that follow each other. Good ones tell by how much the device's clock is wrong.
    fn synchronize(&mut self, totp: &Totp, codes: [&SecretString; 2], at: Timestamp) -> Verdict {
        if let Some(until) = self.locked_until(at) {
            return Verdict::Locked(until);
        }
        let now = step_at(at);
        match totp.step_of(&codes, around(now, MAX_DRIFT)) {
            Some(first) if self.is_new(first) => {
                let second = first.saturating_add(1);
                // Within the window, it is as likely that the codes were typed slowly.
                let drift = second.saturating_sub(now);
                self.drift = if drift.saturating_abs() > WINDOW { drift } else { 0 };
                self.succeeded(second);
                Verdict::Good
            }
            _ => Verdict::Wrong,
        }
    }

    fn is_new(&self, step: i64) -> bool {
        self.last_step.is_none_or(|last| step > last)
    }

    fn succeeded(&mut self, step: i64) {
        self.last_step = Some(step);
        self.failures = 0;
        self.last_failure = None;
    }

    fn failed(&mut self, at: Timestamp) {
        self.failures = self.failures.saturating_add(1);
        self.last_failure = Some(at);
    }

    /// Until when the device takes no code, if it takes none now.
    fn locked_until(&self, at: Timestamp) -> Option<Timestamp> {
        let over = self.failures.checked_sub(FREE_FAILURES)?;
        let wait = FIRST_WAIT.saturating_mul(1_u32.checked_shl(over).unwrap_or(u32::MAX)).min(LONGEST_WAIT);
        let last = self.last_failure?;
        // A server's clock that was set back must not lock a device for longer than the wait.
        (at.since(last) < wait && last.since(at) < wait).then(|| last.plus(wait))
    }
}

fn around(step: i64, by: i64) -> RangeInclusive<i64> {
    step.saturating_sub(by)..=step.saturating_add(by)
}

#[cfg(test)]
mod tests;
