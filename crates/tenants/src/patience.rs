//! Waiting where the endpoint says that there are too many requests.

use std::time::Duration;

use crate::Error;
use crate::error::Kind;

/// The first wait may be as long as this; each following one twice as long.
const FIRST: Duration = Duration::from_millis(200);
/// No wait is longer.
const LONGEST: Duration = Duration::from_secs(20);
/// How many waits there are, five minutes in the mean: the SDK has waited a few times by itself before each.
const WAITS: u32 = 36;

/// Makes a call again while it is throttled, after random waits that grow ("full jitter": callers who were refused together do
/// not come back together).
pub(crate) async fn patiently<T, F>(mut call: impl FnMut() -> F) -> Result<T, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    let mut waits = 0;
    loop {
        match (call().await, longest_wait(waits)) {
            (Err(error), Some(longest)) if error.kind() == Kind::Throttled => {
                tokio::time::sleep(longest.mul_f64(fastrand::f64())).await;
                waits += 1;
            }
            (outcome, _) => return outcome,
        }
    }
}

/// How long to wait at most after so many waits; `None` when it is enough.
fn longest_wait(waits: u32) -> Option<Duration> {
    (waits < WAITS).then(|| FIRST.saturating_mul(2u32.saturating_pow(waits)).min(LONGEST))
}

/// Sends a request of the SDK with patience: `call!("DescribeKey", client.describe_key().key_id(id))`. The request is built anew for each attempt.
macro_rules! call {
    ($operation:literal, $request:expr) => {
        $crate::patience::patiently(|| async {
            $request.send().await.map_err(|error| $crate::Error::of_call($operation, error))
        })
        .await
    };
}
pub(crate) use call;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_bound_and_end() {
        assert_eq!(longest_wait(0), Some(FIRST));
        assert_eq!(longest_wait(3), Some(FIRST * 8));
        assert_eq!(longest_wait(WAITS - 1), Some(LONGEST));
        assert_eq!(longest_wait(WAITS), None);
    }

    #[tokio::test]
    async fn throttled_calls_are_made_again_and_others_are_not() {
        let refusal =
            |code: &str| Error::Refused { operation: "X", code: code.to_owned(), message: String::new() };
        let mut calls = 0;
        let outcome = patiently(|| {
            calls += 1;
            let last = calls == 3;
            async move { if last { Ok(7) } else { Err(refusal("ThrottlingException")) } }
        });
        assert_eq!(outcome.await.unwrap(), 7);
        assert_eq!(calls, 3);

        let mut calls = 0;
        let outcome = patiently(|| {
            calls += 1;
            async { Err::<(), _>(refusal("AccessDeniedException")) }
        });
        assert!(outcome.await.is_err());
        assert_eq!(calls, 1);
    }
}
