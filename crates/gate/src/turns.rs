use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// Lets so much go on at once, and shares it out among accounts, or whatever else asks: when a place becomes free, it goes to the one whose turn
/// it is, and not to the one that asks most. None has more than `each` places, so that there is one left for whoever comes next.
#[derive(Clone)]
pub(crate) struct Turns<K: Asker> {
    state: Arc<Mutex<State<K>>>,
}

/// What places are shared out among.
pub(crate) trait Asker: Copy + Eq + Hash {}

impl<K: Copy + Eq + Hash> Asker for K {}

/// A place, given back when dropped.
pub(crate) struct Turn<K: Asker> {
    /// `None`: not to be given back.
    of: Option<(Turns<K>, K)>,
}

struct State<K: Asker> {
    free: usize,
    each: usize,
    /// Places taken.
    // INVARIANT: none is zero, none above `each`.
    taken: HashMap<K, usize>,
    /// Who waits, the first come first.
    // INVARIANT: none is empty.
    waiting: HashMap<K, VecDeque<oneshot::Sender<Turn<K>>>>,
    /// Whose turn it is next.
    // INVARIANT: exactly the accounts that wait and have fewer than `each` places, each once; empty while places are free.
    next: VecDeque<K>,
}

impl<K: Asker> Turns<K> {
    /// `all` places, of which an account can have `each`.
    pub(crate) fn new(all: usize, each: usize) -> Self {
        let (taken, waiting, next) = (HashMap::new(), HashMap::new(), VecDeque::new());
        let state = State { free: all.max(1), each: each.max(1), taken, waiting, next };
        Self { state: Arc::new(Mutex::new(state)) }
    }

    /// Waits for a place. Who goes away while waiting leaves nothing behind.
    pub(crate) async fn take(&self, account: K) -> Turn<K> {
        let receiver = {
            let mut state = self.lock();
            if state.free > 0 && state.taken_by(account) < state.each {
                state.enter(account);
                return self.turn(account);
            }
            let (sender, receiver) = oneshot::channel();
            state.wait(account, sender);
            receiver
        };
        // A sender is dropped only with its turn sent.
        receiver.await.unwrap_or(Turn { of: None })
    }

    /// Whether the account has a place.
    pub(crate) fn is_busy(&self, account: K) -> bool {
        self.lock().taken_by(account) > 0
    }

    /// How many places are taken.
    #[cfg(test)]
    pub(crate) fn taken(&self) -> usize {
        self.lock().taken.values().sum()
    }

    fn leave(&self, account: K) {
        let mut state = self.lock();
        let was_full = state.taken_by(account) == state.each;
        state.exit(account);
        if was_full {
            // It was not in line, whether it waits or not.
            state.queue(account);
        }
        while state.free > 0
            && let Some((account, waiter)) = state.first()
        {
            state.enter(account);
            if let Err(mut unwanted) = waiter.send(self.turn(account)) {
                unwanted.of = None;
                state.exit(account);
            }
            state.queue(account);
        }
    }

    fn turn(&self, account: K) -> Turn<K> {
        Turn { of: Some((self.clone(), account)) }
    }

    fn lock(&self) -> MutexGuard<'_, State<K>> {
        // Nothing panics while holding this lock, so what it guards is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Asker> Drop for Turn<K> {
    fn drop(&mut self) {
        if let Some((turns, account)) = self.of.take() {
            turns.leave(account);
        }
    }
}

impl<K: Asker> State<K> {
    fn taken_by(&self, account: K) -> usize {
        self.taken.get(&account).copied().unwrap_or(0)
    }

    fn enter(&mut self, account: K) {
        self.free -= 1;
        *self.taken.entry(account).or_default() += 1;
    }

    fn exit(&mut self, account: K) {
        self.free += 1;
        if let Some(taken) = self.taken.get_mut(&account) {
            *taken -= 1;
            if *taken == 0 {
                self.taken.remove(&account);
            }
        }
    }

    fn wait(&mut self, account: K, waiter: oneshot::Sender<Turn<K>>) {
        let waiting = self.waiting.entry(account).or_default();
        waiting.push_back(waiter);
        if waiting.len() == 1 {
            self.queue(account);
        }
    }

    /// Puts an account in line that is not there, if it waits and may have a place.
    fn queue(&mut self, account: K) {
        if self.waiting.contains_key(&account) && self.taken_by(account) < self.each {
            self.next.push_back(account);
        }
    }

    /// Takes the first waiter of the account whose turn it is, and the account out of line.
    fn first(&mut self) -> Option<(K, oneshot::Sender<Turn<K>>)> {
        let account = self.next.pop_front()?;
        let waiting = self.waiting.get_mut(&account)?;
        let waiter = waiting.pop_front();
        if waiting.is_empty() {
            self.waiting.remove(&account);
        }
        Some((account, waiter?))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use arn::AccountId;

    use super::*;

    fn account(number: u64) -> AccountId {
        format!("{number:012}").parse().unwrap()
    }

    /// Whether the turn comes at once.
    fn now(turns: &Turns<AccountId>, number: u64) -> Option<Turn<AccountId>> {
        let taking = std::pin::pin!(turns.take(account(number)));
        match taking.poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
            std::task::Poll::Ready(turn) => Some(turn),
            std::task::Poll::Pending => None,
        }
    }

    fn is_at_rest(turns: &Turns<AccountId>, all: usize) {
        let state = turns.lock();
        assert_eq!(state.free, all);
        assert!(state.taken.is_empty() && state.waiting.is_empty() && state.next.is_empty());
    }

    #[test]
    fn no_account_has_all_places() {
        let turns = Turns::new(3, 2);
        let first = now(&turns, 1).unwrap();
        let second = now(&turns, 1).unwrap();
        assert!(now(&turns, 1).is_none());
        let other = now(&turns, 2).unwrap();
        assert!(now(&turns, 3).is_none());
        drop((first, second, other));
        is_at_rest(&turns, 3);
    }

    #[tokio::test]
    async fn places_go_round_among_the_accounts_that_wait() {
        let turns = Turns::new(1, 1);
        let order = Arc::new(Mutex::new(Vec::new()));
        let held = turns.take(account(9)).await;
        let mut tasks = Vec::new();
        for number in [1, 1, 1, 1, 2, 2, 3] {
            let (turns, order) = (turns.clone(), Arc::clone(&order));
            tasks.push(tokio::spawn(async move {
                let _turn = turns.take(account(number)).await;
                order.lock().unwrap().push(number);
            }));
            tokio::task::yield_now().await;
        }
        drop(held);
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(*order.lock().unwrap(), [1, 2, 3, 1, 2, 1, 1]);
        is_at_rest(&turns, 1);
    }

    #[tokio::test]
    async fn who_goes_away_while_waiting_takes_no_place() {
        let turns = Turns::new(1, 1);
        let held = turns.take(account(1)).await;
        for number in [1, 2, 2, 3] {
            assert!(now(&turns, number).is_none());
        }
        let waiting = tokio::spawn({
            let turns = turns.clone();
            async move { drop(turns.take(account(2)).await) }
        });
        tokio::task::yield_now().await;
        drop(held);
        waiting.await.unwrap();
        is_at_rest(&turns, 1);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn under_load_the_bounds_hold_and_nobody_is_forgotten() {
        let turns = Turns::new(4, 3);
        let running: Arc<[AtomicUsize; 4]> = Arc::default();
        let mut tasks = Vec::new();
        for call in 0..4000_u64 {
            let (turns, running) = (turns.clone(), Arc::clone(&running));
            tasks.push(tokio::spawn(async move {
                let number = call % 4;
                let taking =
                    tokio::time::timeout(Duration::from_micros(call % 700), turns.take(account(number)));
                let Ok(_turn) = taking.await else { return };
                let mine = &running[usize::try_from(number).unwrap()];
                assert!(mine.fetch_add(1, Ordering::SeqCst) < 3);
                assert!(running.iter().map(|each| each.load(Ordering::SeqCst)).sum::<usize>() <= 4);
                tokio::task::yield_now().await;
                mine.fetch_sub(1, Ordering::SeqCst);
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        is_at_rest(&turns, 4);
    }
}
