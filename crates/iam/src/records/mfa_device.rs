use arn::AccountId;
use clock::Timestamp;
use envelope::{Random, Wrapped, WrappingKey, length_prefixed};
use secret::SecretBytes;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Taggable, from_fields};
use super::{AccountSummary, Counted, Owner};
use crate::Error;
use crate::tags::Tags;

/// A virtual MFA device: the seed that an authenticator app has too.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MfaDevice {
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    pub created: Timestamp,
    pub tags: Tags,
    /// The seed, wrapped in its place: the serial number.
    seed: Wrapped,
    /// Whose second factor it is, and since when.
    pub assigned: Option<Assigned>,
    /// By how many time steps its clock is ahead of ours.
    pub drift: i64,
    /// The step of the last code that was good: neither this code nor an earlier one is good again.
    pub last_step: Option<i64>,
    /// How many codes were wrong since one was good.
    pub failures: u32,
    pub last_failure: Option<Timestamp>,
}

/// Whose second factor a device is.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Assigned {
    pub owner: Owner,
    pub since: Timestamp,
}

const BY_OWNER: &str = "owner";

impl Record for MfaDevice {
    const KIND: &'static str = "iam-mfa-device";
    // The name in lower case: two names that differ in case only cannot both be taken.
    type Key = (AccountId, String);

    fn key(&self) -> Self::Key {
        (self.account, self.name.to_lowercase())
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(&(key.0, &key.1))
    }

    fn indexes(&self, out: &mut Indexes) {
        if let Some(assigned) = &self.assigned {
            out.add(BY_OWNER, assigned.owner.index_value());
        }
    }
}

impl Entity for MfaDevice {
    const RESOURCE: &'static str = "mfa";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::VirtualMFADevice";

    // AWS gives them no other. Nothing is bound to a device beyond its deletion.
    from_fields!(name, tags);

    fn missing_arn(_: AccountId, serial_number: &str) -> String {
        serial_number.to_owned()
    }

    async fn find(tx: &mut Tx, account: AccountId, serial_number: &str) -> Result<Option<Self>, Error> {
        let name = serial_number.rsplit('/').next().unwrap_or_default().to_lowercase();
        let found: Option<Self> = tx.get(&(account, name)).await?;
        Ok(found.filter(|device| device.arn() == serial_number))
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list(&account, page).await?)
    }

    fn missing(serial_number: &str) -> Error {
        Error::NotThere(format!("VirtualMFADevice with serial number {serial_number} doesn't exist."))
    }
}

impl Taggable for MfaDevice {
    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

impl MfaDevice {
    /// The quota of each user. Source: IAM User Guide, "IAM and AWS STS quotas".
    pub const MAX_PER_OWNER: usize = 8;

    /// A device that is nobody's yet.
    pub fn new(
        (account, path, name): (AccountId, &str, &str),
        tags: Tags,
        seed: &SecretBytes,
        created: Timestamp,
        key: &WrappingKey,
        random: &dyn Random,
    ) -> Result<Self, Error> {
        let seed = key.wrap(seed, &place(&Self::arn_of(account, path, name)), random)?;
        let (name, path) = (name.to_owned(), path.to_owned());
        let (assigned, last_step, last_failure) = (None, None, None);
        let (drift, failures) = (0, 0);
        Ok(Self {
            account,
            name,
            path,
            created,
            tags,
            seed,
            assigned,
            drift,
            last_step,
            failures,
            last_failure,
        })
    }

    /// The seed.
    pub fn seed(&self, key: &WrappingKey) -> Result<SecretBytes, Error> {
        let arn = self.arn();
        key.unwrap(&self.seed, &place(&arn))
            .map_err(|error| Error::corrupt(format!("MFA device {arn}"), error))
    }

    /// Whether it is this owner's second factor.
    pub fn is_of(&self, owner: &Owner) -> bool {
        self.assigned.as_ref().is_some_and(|assigned| assigned.owner == *owner)
    }

    /// Those of an owner, by name.
    pub async fn of(tx: &mut Tx, owner: &Owner) -> Result<Vec<Self>, Error> {
        Ok(tx.list_by(BY_OWNER, &owner.index_value(), Page::all()).await?.items)
    }

    /// How many of an account's are somebody's.
    pub async fn count_assigned(tx: &mut Tx, account: AccountId) -> Result<usize, Error> {
        Ok(tx.list_by::<Self>(BY_OWNER, &account, Page::all()).await?.items.len())
    }

    /// Writes a new device: the name must be free, in any case and at any path.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        if tx.get::<Self>(&self.key()).await?.is_some() {
            return Err(Error::Exists(
                "MFADevice entity at the same path and name already exists.".to_owned(),
            ));
        }
        AccountSummary::count(tx, self.account, Counted::MfaDevices).await?;
        Ok(tx.insert(self).await?)
    }

    /// Removes a device that is nobody's.
    pub async fn remove(&self, tx: &mut Tx) -> Result<(), Error> {
        if self.assigned.is_some() {
            return Err(Error::Conflict("MFA VirtualDevice in use. Must deactivate first."));
        }
        AccountSummary::discount(tx, self.account, Counted::MfaDevices).await?;
        tx.delete::<Self>(&self.key()).await?;
        Ok(())
    }
}

fn place(serial_number: &str) -> Vec<u8> {
    length_prefixed(["MFA device", serial_number])
}
