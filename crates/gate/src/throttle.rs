use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};

use arn::{AccountId, Region};
use clock::{Clock, Timestamp};
use quotas::{Counting, Meter, Rates, Weight};
use tokio::runtime::{Handle, RuntimeFlavor};

use crate::caller::Caller;
use crate::guarded::Waits;
use crate::turns::{Turn, Turns};

/// What one account can take of what all share.
pub(crate) struct Throttle {
    meter: Meter,
    pub(crate) refusals: Refusals,
    /// Calls that wait for nobody, or have not come to that yet.
    here: Places,
    /// Calls that wait for custom key stores.
    key_stores: Places,
    /// Calls that wait for other services. They are few and take seconds, so changes have places of their own there, and do not wait behind calls that
    /// only look.
    services: Places,
    /// The places of an account among those, shared out among its principals, for changes and for others.
    principals: Turns<(Asking, bool)>,
    /// Calls in which nobody has proven yet to be the caller, by where they come from.
    pub(crate) strangers: Turns<IpAddr>,
    /// Changes that others got ahead of too often: one of an account at a time, and those that come meanwhile wait behind it.
    pub(crate) overtaken: Turns<AccountId>,
    /// Calls that keep a processor for milliseconds.
    heavy: Turns<AccountId>,
    /// Calls that keep one for up to seconds. Apart from the others: a few accounts together would have all places most of the time.
    slow: Turns<AccountId>,
}

/// What calls hold between authentication and answer. A call that waits for others, which can be calls here, gives its places back and takes some that
/// those others never need: so it keeps nobody waiting whom it waits for.
struct Places {
    calls: Turns<AccountId>,
    /// Calls that change the store: they wait for each other to commit.
    changes: Turns<AccountId>,
}

/// Enough to fill the log's groups; a waiting call holds some kilobytes.
const CALLS: usize = 4096;
const CALLS_EACH: usize = 256;

/// Each makes many calls elsewhere.
const SERVICE_CALLS: usize = 64;
const SERVICE_CALLS_EACH: usize = 8;
/// Of the places of its account, so that there are some for whoever comes next.
const SERVICE_CALLS_PRINCIPAL: usize = 6;

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
            here: Places::new(CALLS, CALLS_EACH),
            key_stores: Places::new(CALLS, CALLS_EACH),
            services: Places {
                calls: Turns::new(SERVICE_CALLS, SERVICE_CALLS_EACH),
                changes: Turns::new(SERVICE_CALLS, SERVICE_CALLS_EACH),
            },
            principals: Turns::new(usize::MAX, SERVICE_CALLS_PRINCIPAL),
            strangers: Turns::new(STRANGERS, STRANGERS_EACH),
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
        let (principal, paid, held) = (0, None, Held::default());
        Toll { throttle: self, counting, account, principal, region, clock, paid, held }
    }

    fn places(&self, waits: Waits) -> &Places {
        match waits {
            Waits::Nobody => &self.here,
            Waits::KeyStore => &self.key_stores,
            Waits::Service => &self.services,
        }
    }
}

impl Places {
    fn new(calls: usize, each: usize) -> Self {
        Self { calls: Turns::new(calls, each), changes: Turns::new(CHANGES, CHANGES_EACH) }
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
    principal: Asking,
    region: &'a Region,
    /// A call counts when it is counted, not when it began: somebody may send one as slowly as may be.
    clock: &'a dyn Clock,
    /// Whether the quota allowed the call, once it was counted.
    paid: Option<bool>,
    held: Held,
}

/// A principal, by the hash of its unique id.
type Asking = u64;

/// The places of a call.
#[derive(Default)]
struct Held {
    /// Whose places they are, once there are some.
    waits: Option<Waits>,
    _principal: Option<Turn<(Asking, bool)>>,
    _call: Option<Turn<AccountId>>,
    change: Option<Turn<AccountId>>,
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

    /// Says who makes the call: all sessions of a role are one.
    pub(crate) fn asked_by(&mut self, caller: &Caller) {
        let mut hasher = DefaultHasher::new();
        caller.principal_id().hash(&mut hasher);
        self.principal = hasher.finish();
    }

    /// Waits for a place.
    pub(crate) async fn enter(&mut self) {
        self.take(Waits::Nobody, false).await;
    }

    /// Waits for a place among the calls that change the store, too.
    pub(crate) async fn enter_changes(&mut self) {
        self.held.change = Some(self.throttle.here.changes.take(self.account).await);
    }

    /// Whether calls of its account may wait for the call: not when it could wait for them.
    pub(crate) fn waits_for_nobody(&self) -> bool {
        self.held.waits == Some(Waits::Nobody)
    }

    async fn take(&mut self, waits: Waits, changes: bool) {
        // First of all, so that nothing is held while waiting for more.
        self.held = Held::default();
        let (places, elsewhere) = (self.throttle.places(waits), waits == Waits::Service);
        let _principal = match elsewhere {
            true => Some(self.throttle.principals.take((self.principal, changes)).await),
            false => None,
        };
        let _call = match elsewhere && changes {
            true => None,
            false => Some(places.calls.take(self.account).await),
        };
        let change = if changes { Some(places.changes.take(self.account).await) } else { None };
        self.held = Held { waits: Some(waits), _principal, _call, change };
    }

    /// Does the work, on a thread that nobody waits for when it takes long.
    pub(crate) async fn run<T>(
        &mut self,
        spec: Option<&str>,
        waits: Waits,
        work: impl Future<Output = T>,
    ) -> T {
        if waits > Waits::Nobody && self.held.waits != Some(waits) {
            self.take(waits, self.held.change.is_some()).await;
        }
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
    async fn neither_another_principal_nor_a_change_waits_behind_those_who_only_look() {
        let throttle = Throttle::new(Rates::default());
        let region = "eu-west-1".parse().unwrap();
        let clock = clock::ManualClock::new(Timestamp::EPOCH);
        let counting = Counting::of("tenants", "GetTenantUsage");
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        let mut call = |principal, changes: bool| {
            let mut toll = throttle.toll(&counting, "111122223333".parse().unwrap(), &region, &clock);
            toll.principal = principal;
            let mut call = Box::pin(async move {
                toll.enter().await;
                if changes {
                    toll.enter_changes().await;
                }
                toll.run(None, Waits::Service, std::future::pending::<()>()).await;
            });
            assert!(call.as_mut().poll(&mut context).is_pending());
            call
        };
        let looking: Vec<_> = (0..40).map(|_| call(1, false)).collect();
        assert_eq!(throttle.services.calls.taken(), SERVICE_CALLS_PRINCIPAL);
        let others = [call(2, false), call(1, true), call(2, true)];
        assert_eq!(throttle.services.calls.taken(), SERVICE_CALLS_PRINCIPAL + 1);
        assert_eq!(throttle.services.changes.taken(), 2);
        drop((looking, others));
        assert_eq!(throttle.services.calls.taken() + throttle.services.changes.taken(), 0);
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
                Box::pin(async move {
                    let mut toll = toll;
                    toll.run(Some("RSA_4096"), Waits::Nobody, std::future::pending::<()>()).await;
                })
            })
            .collect();
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        for maker in &mut makers {
            assert!(maker.as_mut().poll(&mut context).is_pending());
        }
        let signed = std::pin::pin!(async {
            let mut toll = toll(&signing, 99);
            toll.run(Some("RSA_2048"), Waits::Nobody, async { "signed" }).await
        });
        assert_eq!(signed.poll(&mut context), std::task::Poll::Ready("signed"));
    }
}
