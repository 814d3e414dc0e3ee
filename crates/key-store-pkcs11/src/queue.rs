//! Calls that wait for a session.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// First in, first out, bounded for calls. Releases always find a place: there is one for each connection at most.
pub struct Queue<J> {
    state: Mutex<State<J>>,
    changed: Condvar,
    places: usize,
}

struct State<J> {
    jobs: VecDeque<J>,
    closed: bool,
}

/// All places are taken.
#[derive(Debug, PartialEq, Eq)]
pub struct Full;

impl<J> Queue<J> {
    pub fn new(places: usize) -> Self {
        let state = State { jobs: VecDeque::new(), closed: false };
        Self { state: Mutex::new(state), changed: Condvar::new(), places }
    }

    pub fn push(&self, job: J) -> Result<(), Full> {
        let mut state = self.lock();
        if state.jobs.len() >= self.places {
            return Err(Full);
        }
        state.jobs.push_back(job);
        self.changed.notify_one();
        Ok(())
    }

    /// Puts a job in, full or not.
    pub fn push_anyway(&self, job: J) {
        self.lock().jobs.push_back(job);
        self.changed.notify_one();
    }

    /// The next job, or `None` when the queue is closed and empty.
    pub fn pop(&self) -> Option<J> {
        let mut state = self.lock();
        loop {
            if let Some(job) = state.jobs.pop_front() {
                return Some(job);
            }
            if state.closed {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_bounded_for_calls_and_drained_after_closing() {
        let queue = Queue::new(2);
        assert_eq!(queue.push(1), Ok(()));
        assert_eq!(queue.push(2), Ok(()));
        assert_eq!(queue.push(3), Err(Full));
        queue.push_anyway(4);
        queue.close();
        assert_eq!([queue.pop(), queue.pop(), queue.pop(), queue.pop()], [Some(1), Some(2), Some(4), None]);
    }
}
