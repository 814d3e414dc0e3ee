use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};

use arn::{AccountId, Region};
use clock::{Clock, Timestamp};
use quotas::{Counting, Meter, Rates, Weight};
use tokio::runtime::{Handle, RuntimeFlavor};

use crate::turns::Turns;

/// What one account can take of what all share.
pub(crate) struct Throttle {
    meter: Meter,
    pub(crate) refusals: Refusals,
    /// Calls between authentication and answer.
    pub(crate) calls: Turns<AccountId>,
    /// Calls in which nobody has proven yet to be the caller, by where they come from.
    pub(crate) strangers: Turns<IpAddr>,
    /// Calls that change the store: they wait for each other to commit.
    pub(crate) changes: Turns<AccountId>,
    /// Changes that others got ahead of too often: one of an account at a time, and those that come meanwhile wait behind it.
    pub(crate) overtaken: Turns<AccountId>,
    /// Calls that keep a processor for milliseconds.
    heavy: Turns<AccountId>,
    /// Calls that keep one for up to seconds. Apart from the others: a few accounts together would have all places most of the time.
    slow: Turns<AccountId>,
}

/// Enough to fill the log's groups; a waiting call holds some kilobytes.
const CALLS: usize = 4096;
const CALLS_EACH: usize = 256;

/// What identity providers sign is verified in up to some milliseconds, and keys that are not here are waited for.
const STRANGERS: usize = 256;
const STRANGERS_EACH: usize = 16;

/// Changes commit one after the other, in about a millisecond each.
const CHANGES: usize = 64;
const CHANGES_EACH: usize = 16;

impl Throttle {
    pub(crate) fn new(rates: Rates) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        // They run beside the workers, which share the processors with them.
        let heavy = processors / 2 + 1;
        Self {
            meter: Meter::new(rates),
            refusals: Refusals::default(),
            calls: Turns::new(CALLS, CALLS_EACH),
            strangers: Turns::new(STRANGERS, STRANGERS_EACH),
            changes: Turns::new(CHANGES, CHANGES_EACH),
            overtaken: Turns::new(CHANGES, 1),
            heavy: Turns::new(heavy.max(2), heavy.max(2) - 1),
            slow: Turns::new((processors / 2).max(1), (processors / 4).max(1)),
        }
    }

    /// Whether a call that does not count by what it names would be refused now.
    pub(crate) fn is_exhausted(
        &self,
        account: AccountId,
        region: &Region,
        counting: &Counting,
        now: Timestamp,
    ) -> bool {
        counting.fixed().is_some_and(|quota| self.meter.check(account, region, quota, now).is_err())
    }

    /// The toll of a call that comes in.
    pub(crate) fn toll<'a>(
        &'a self,
        counting: &'a Counting,
        account: AccountId,
        region: &'a Region,
        clock: &'a dyn Clock,
    ) -> Toll<'a> {
        Toll { throttle: self, counting, account, region, clock, paid: None }
    }
}

/// What counts as one place that calls come from: an address, or the 64 bits of an address of IPv6 that one network has.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => address.into(),
            None => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        },
    }
}

/// What a call counts, exactly once: also when it is tried again after a conflict, or ends before it comes to name a key.
pub(crate) struct Toll<'a> {
    throttle: &'a Throttle,
    counting: &'a Counting,
    account: AccountId,
    region: &'a Region,
    /// A call counts when it is counted, not when it began: somebody may send one as slowly as may be.
    clock: &'a dyn Clock,
    /// Whether the quota allowed the call, once it was counted.
    paid: Option<bool>,
}

impl Toll<'_> {
    /// Counts the call if it counts the same whatever it names. `false`: over quota.
    pub(crate) fn pay_fixed(&mut self) -> bool {
        self.counting.fixed().is_none() || self.pay(None)
    }

    /// Counts the call if it was not yet. `false`: over quota.
    pub(crate) fn pay(&mut self, spec: Option<&str>) -> bool {
        *self.paid.get_or_insert_with(|| {
            let quota = self.counting.quota(spec);
            self.throttle.meter.count(self.account, self.region, quota, self.clock.now()).is_ok()
        })
    }

    /// Does the work, on a thread that nobody waits for when it takes long.
    pub(crate) async fn run<T>(&self, spec: Option<&str>, work: impl Future<Output = T>) -> T {
        let turns = match self.counting.weight(spec) {
            Weight::Light => return work.await,
            Weight::Heavy => &self.throttle.heavy,
            Weight::Slow => &self.throttle.slow,
        };
        let _turn = turns.take(self.account).await;
        match Handle::try_current() {
            Ok(runtime) if runtime.runtime_flavor() == RuntimeFlavor::MultiThread => {
                tokio::task::block_in_place(|| runtime.block_on(work))
            }
            _ => work.await,
        }
    }
}

/// How many throttled calls of an account are recorded one by one in a minute. Without a bound, the flood would fill the disk and keep
/// the log from others.
const RECORDED_PER_MINUTE: u32 = 10;

/// Counts throttled calls by account.
#[derive(Default)]
pub(crate) struct Refusals {
    // INVARIANT: holds accounts of authenticated callers only.
    counted: Mutex<HashMap<AccountId, Refused>>,
}

struct Refused {
    minute: i64,
    recorded: u32,
    unrecorded: u64,
    since: Timestamp,
}

/// Throttled calls without a record each.
pub(crate) struct Unrecorded {
    pub(crate) account: AccountId,
    pub(crate) calls: u64,
    pub(crate) since: Timestamp,
}

impl Refusals {
    /// Whether this throttled call is to be recorded.
    pub(crate) fn records(&self, account: AccountId, now: Timestamp) -> bool {
        let minute = now.secs().div_euclid(60);
        let mut counted = self.lock();
        let refused =
            counted.entry(account).or_insert(Refused { minute, recorded: 0, unrecorded: 0, since: now });
        if refused.minute != minute {
            (refused.minute, refused.recorded) = (minute, 0);
        }
        if refused.recorded < RECORDED_PER_MINUTE {
            refused.recorded += 1;
            return true;
        }
        if refused.unrecorded == 0 {
            refused.since = now;
        }
        refused.unrecorded += 1;
        false
    }

    /// How many were not recorded since this was last asked.
    pub(crate) fn take_unrecorded(&self, now: Timestamp) -> Vec<Unrecorded> {
        let minute = now.secs().div_euclid(60);
        let mut taken = Vec::new();
        self.lock().retain(|account, refused| {
            let calls = std::mem::take(&mut refused.unrecorded);
            if calls > 0 {
                taken.push(Unrecorded { account: *account, calls, since: refused.since });
            }
            refused.minute == minute
        });
        taken
    }

    /// Puts back what could not be recorded.
    pub(crate) fn put_back(&self, again: Unrecorded) {
        let mut counted = self.lock();
        let Unrecorded { account, calls, since } = again;
        let refused =
            counted.entry(account).or_insert(Refused { minute: 0, recorded: 0, unrecorded: 0, since });
        refused.unrecorded = refused.unrecorded.saturating_add(calls);
        refused.since = since;
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, Refused>> {
        // Nothing panics while holding this lock, so what it guards is whole.
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_one_place() {
        for (address, expected) in [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ] {
            let expected: IpAddr = expected.parse().unwrap();
            assert_eq!(network(address.parse().unwrap()), expected, "{address}");
        }
    }

    #[test]
    fn each_account_has_its_own_bound_each_minute_and_the_rest_is_counted() {
        let refusals = Refusals::default();
        let [ann, bob]: [AccountId; 2] = ["111122223333", "444455556666"].map(|id| id.parse().unwrap());
        let (now, later) = (Timestamp::from_secs(600), Timestamp::from_secs(660));
        let recorded = |account, at| (0..100).filter(|_| refusals.records(account, at)).count();
        assert_eq!(recorded(ann, now), 10);
        assert_eq!(recorded(bob, now), 10);
        assert_eq!(recorded(ann, later), 10);
        let mut unrecorded = refusals.take_unrecorded(later);
        unrecorded.sort_by_key(|each| each.account);
        let told: Vec<_> = unrecorded.iter().map(|each| (each.account, each.calls, each.since)).collect();
        assert_eq!(told, [(ann, 180, now), (bob, 90, now)]);
        assert!(refusals.take_unrecorded(later).is_empty());
        // Bob's minute is over: nothing is kept of him.
        assert_eq!(refusals.lock().len(), 1);
    }

    #[test]
    fn what_could_not_be_recorded_is_not_lost() {
        let refusals = Refusals::default();
        let account: AccountId = "111122223333".parse().unwrap();
        let now = Timestamp::from_secs(600);
        for _ in 0..15 {
            refusals.records(account, now);
        }
        for unrecorded in refusals.take_unrecorded(now) {
            refusals.put_back(unrecorded);
        }
        assert_eq!(refusals.take_unrecorded(now).first().map(|each| each.calls), Some(5));
    }

    #[tokio::test]
    async fn who_makes_keys_keeps_nobody_from_signing() {
        let throttle = Throttle::new(Rates::default());
        let region = "eu-west-1".parse().unwrap();
        let account = |number: usize| format!("{number:012}").parse().unwrap();
        let clock = clock::ManualClock::new(Timestamp::EPOCH);
        let toll = |counting, number| throttle.toll(counting, account(number), &region, &clock);
        let (making, signing) = (Counting::of("kms", "GetParametersForImport"), Counting::of("kms", "Sign"));
        // However many accounts there are that never come to an end.
        let makers = (0..64).map(|number| toll(&making, number));
        let mut makers: Vec<_> = makers
            .map(|toll| {
                Box::pin(async move { toll.run(Some("RSA_4096"), std::future::pending::<()>()).await })
            })
            .collect();
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        for maker in &mut makers {
            assert!(maker.as_mut().poll(&mut context).is_pending());
        }
        let signed =
            std::pin::pin!(async { toll(&signing, 99).run(Some("RSA_2048"), async { "signed" }).await });
        assert_eq!(signed.poll(&mut context), std::task::Poll::Ready("signed"));
    }
}
