use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use clock::Timestamp;

/// How many wrong signatures of one access key are recorded in a minute, and how many tokens for one role that prove nobody. Access key ids and
/// ARNs are no secrets: without a bound, whoever has seen one could fill the disk.
const RECORDED_PER_MINUTE: u32 = 10;

/// Counts wrong signatures by the access key that they claim, and what proves nobody by the thing that it is for.
#[derive(Default)]
pub(crate) struct Impostors {
    counted: Mutex<Minute>,
}

#[derive(Default)]
struct Minute {
    number: i64,
    // INVARIANT: holds known access keys and the ARNs of things that there are only, since others are refused before they are counted.
    by_claim: HashMap<String, u32>,
}

impl Impostors {
    /// Whether this attempt is to be recorded.
    pub(crate) fn records(&self, claim: &str, now: Timestamp) -> bool {
        let mut minute = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let number = now.secs().div_euclid(60);
        if minute.number != number {
            let unrecorded: u32 =
                minute.by_claim.values().map(|count| count.saturating_sub(RECORDED_PER_MINUTE)).sum();
            if unrecorded > 0 {
                tracing::warn!(unrecorded, "wrong signatures and tokens were refused without a record each");
            }
            *minute = Minute { number, by_claim: HashMap::new() };
        }
        let count = minute.by_claim.entry(claim.to_owned()).or_default();
        *count = count.saturating_add(1);
        *count <= RECORDED_PER_MINUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_access_key_has_its_own_bound_each_minute() {
        let impostors = Impostors::default();
        let now = Timestamp::from_secs(600);
        let recorded = |key, at| (0..100).filter(|_| impostors.records(key, at)).count();
        assert_eq!(recorded("AKIA1", now), 10);
        assert_eq!(recorded("AKIA2", now), 10);
        assert_eq!(recorded("AKIA1", Timestamp::from_secs(660)), 10);
        // A clock that jumps back begins another minute too.
        assert_eq!(recorded("AKIA1", now), 10);
    }
}
