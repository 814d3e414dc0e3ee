//! What every backend must do, as tests: [`conformance_suite!`](crate::conformance_suite) makes them.
//!
//! A failing case panics or returns the store's error. The cases need no async runtime.

mod cached;
mod feed;
mod isolation;
mod model;
mod records;
mod space;

use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;

use serde::{Deserialize, Serialize};

use crate::{Indexes, KeyBytes, Record};

pub use cached::*;
pub use feed::*;
pub use isolation::*;
pub use model::*;
pub use records::*;
pub use space::*;

/// Makes one `#[test]` per case.
///
/// The argument is a closure that takes how many commits the history must reach back and returns a new, empty backend and whatever must
/// outlive it: `store::conformance_suite!(|history| (Memory::with_history(history), ()));`.
#[macro_export]
macro_rules! conformance_suite {
    ($make:expr) => {
        $crate::conformance_suite! { @ $make, 1000;
            writes_appear_together
            a_dropped_transaction_leaves_nothing
            own_writes_are_read
            a_snapshot_stays
            a_lost_update_is_refused
            write_skew_is_refused
            a_phantom_is_refused
            a_phantom_in_an_index_is_refused
            a_vanished_row_is_refused
            rows_after_the_page_do_not_conflict
            reading_alone_does_not_conflict
            a_refused_commit_leaves_nothing
            transact_runs_again_after_a_conflict
            indexes_follow_their_records
            unique_values_clash
            unique_values_clash_across_transactions
            a_refused_write_leaves_the_transaction_as_it_was
            keys_that_are_too_long_are_refused
            pages_visit_everything_once
            cursors_stay_in_their_listing
            prefixes_match_whole_parts
            keys_keep_the_order_of_their_parts
            any_bytes_are_kept
            ranges_are_cut_exactly
            a_commit_without_writes_is_checked
            the_feed_is_complete_and_in_order
            listeners_hear_before_commit_returns
            listeners_hear_of_abandoned_commits
            following_calls_the_listeners
            caches_hear_of_commits
            a_value_read_before_a_commit_is_not_cached_after_it
            paused_caches_pass_everything_on
            threads_lose_no_update_and_caches_stay_true
        }
        $crate::conformance_suite! { @ $make, 3; old_history_is_given_up }

        #[test]
        fn random_interleavings_are_serializable() {
            $crate::conformance::random_interleavings_are_serializable($make);
        }
    };
    (@ $make:expr, $history:expr; $($case:ident)+) => {
        $(
            #[test]
            fn $case() -> Result<(), $crate::Error> {
                let (backend, _outlives_it) = ($make)($history);
                $crate::conformance::block_on($crate::conformance::$case(std::sync::Arc::new(backend)))
            }
        )+
    };
}

/// Runs a future on this thread.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut future = std::pin::pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::park(),
        }
    }
}

/// The record that the cases keep: in a drawer, with a colour, and perhaps a badge that no other has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// First part of the key.
    pub drawer: String,
    /// Second part of the key.
    pub name: String,
    /// Indexed, together with `count`, as `by-colour`.
    pub colour: String,
    /// Some number.
    pub count: u64,
    /// Unique as `badge`.
    pub badge: Option<String>,
}

impl Record for Item {
    const KIND: &'static str = "conformance-item";
    type Key = (String, String);

    fn key(&self) -> Self::Key {
        key(&self.drawer, &self.name)
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add("by-colour", (&self.colour, self.count));
        if let Some(badge) = &self.badge {
            out.unique("badge", badge);
        }
    }
}

fn key(drawer: &str, name: &str) -> (String, String) {
    (drawer.to_owned(), name.to_owned())
}

fn item(drawer: &str, name: &str) -> Item {
    let (drawer, name) = key(drawer, name);
    Item { drawer, name, colour: "grey".to_owned(), count: 0, badge: None }
}

fn names(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.name.as_str()).collect()
}
