//! A token as async code sees it: calls go in, answers come back in time.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use secret::SecretString;
use tokio::sync::oneshot;

use crate::cluster::Cluster;
use crate::fault::Fault;
use crate::queue::Queue;
use crate::worker::Worker;

/// Waiting calls for each session.
const PLACES_PER_SESSION: usize = 32;

/// How long the end of a token is waited for.
const FAREWELL: Duration = Duration::from_secs(2);

pub type Job = Box<dyn FnOnce(&mut Worker) + Send>;

/// A token with threads of its own, as many as it has sessions: PKCS#11 calls block, and a module that hangs takes its threads along but
/// nobody else's. The threads end when this is dropped and what waits is done.
///
/// Dropping waits for them, for [`FAREWELL`] at most: modules clean up when the process ends, and some crash when a call is under way then.
pub struct Token {
    shared: Arc<Shared>,
}

/// What the threads share.
pub struct Shared {
    pub cluster: Cluster,
    pub queue: Queue<Job>,
    login: Mutex<Login>,
    threads: Mutex<usize>,
    thread_ended: Condvar,
}

/// PKCS#11 logs the whole process in to a token, not a session. So that nobody uses a login that another's password made, the password in
/// force is kept, and whoever connects while it is must have the same.
pub enum Login {
    Out,
    In {
        password: SecretString,
        connections: usize,
        /// Why the token stopped accepting the password. It is not tried again: that would lock the user out.
        refused: Option<Fault>,
    },
}

impl Shared {
    pub fn login(&self) -> MutexGuard<'_, Login> {
        self.login.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Token {
    pub fn start(cluster: Cluster) -> Result<Self, Fault> {
        let sessions = cluster.sessions;
        let shared = Arc::new(Shared {
            queue: Queue::new(sessions.saturating_mul(PLACES_PER_SESSION)),
            cluster,
            login: Mutex::new(Login::Out),
            threads: Mutex::new(0),
            thread_ended: Condvar::new(),
        });
        // Dropped on failure, it ends the threads that were started.
        let token = Self { shared };
        for _ in 0..sessions {
            let shared = Arc::clone(&token.shared);
            let counted = CountedThread::new(&token.shared);
            std::thread::Builder::new()
                .name("pkcs11".to_owned())
                .spawn(move || {
                    let _counted = counted;
                    Worker::new(shared).work();
                })
                .map_err(|error| Fault::Other(format!("a thread could not be started: {error}")))?;
        }
        Ok(token)
    }

    /// Runs `work` on one of the threads. Work that has not begun when time is up is not begun any more.
    pub async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Worker) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let (sender, receiver) = oneshot::channel();
        let job: Job = Box::new(move |worker| {
            if !sender.is_closed() {
                // Nobody may be there any more; then the answer is dropped, and with it what it holds.
                let _ = sender.send(work(worker));
            }
        });
        self.shared.queue.push(job).map_err(|_| Fault::Busy)?;
        match tokio::time::timeout(self.shared.cluster.timeout, receiver).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(Fault::Other("the token's thread failed".to_owned())),
            Err(_) => Err(Fault::TimedOut),
        }
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        self.shared.queue.close();
        let threads = self.shared.threads.lock().unwrap_or_else(PoisonError::into_inner);
        let ended = self.shared.thread_ended.wait_timeout_while(threads, FAREWELL, |threads| *threads > 0);
        if ended.is_ok_and(|(_, waited)| waited.timed_out()) {
            let cluster = &self.shared.cluster.id;
            tracing::warn!(cluster, "the token does not let go: a call to it is still under way");
        }
    }
}

/// A thread while it lives.
struct CountedThread(Arc<Shared>);

impl CountedThread {
    fn new(shared: &Arc<Shared>) -> Self {
        *shared.threads.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        Self(Arc::clone(shared))
    }
}

impl Drop for CountedThread {
    fn drop(&mut self) {
        *self.0.threads.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.thread_ended.notify_all();
    }
}

/// One connection's share of the login. The last one that goes logs out.
pub struct Lease(Arc<Shared>);

impl Lease {
    /// For a connection that has been counted.
    pub fn counted(shared: &Arc<Shared>) -> Self {
        Self(Arc::clone(shared))
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.0.queue.push_anyway(Box::new(Worker::release));
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc;

    use super::*;
    use crate::certificate::TrustAnchor;

    fn token(timeout: Duration) -> Token {
        let cluster = Cluster {
            id: "cluster-abcdefghijk".to_owned(),
            module: PathBuf::from("/nonexistent/module.so"),
            token_label: "token".to_owned(),
            trust_anchor: TrustAnchor::in_token("anchor"),
            sessions: 1,
            timeout,
        };
        Token::start(cluster).unwrap()
    }

    /// Work that hangs until the sender is dropped, as a module does whose device is gone.
    fn hang() -> (mpsc::Sender<()>, impl FnOnce(&mut Worker) -> Result<(), Fault> + Send + 'static) {
        let (sender, receiver) = mpsc::channel::<()>();
        (sender, move |_| {
            let _ = receiver.recv();
            Ok(())
        })
    }

    #[tokio::test]
    async fn a_call_that_hangs_times_out_and_what_waited_is_not_begun() {
        let token = token(Duration::from_millis(300));
        let (release, hanging) = hang();
        assert_eq!(token.call(hanging).await, Err(Fault::TimedOut));
        let begun = Arc::new(AtomicBool::new(false));
        let begins = Arc::clone(&begun);
        let waiting = token.call(move |_| {
            begins.store(true, Ordering::SeqCst);
            Ok(())
        });
        assert_eq!(waiting.await, Err(Fault::TimedOut));
        drop(release);
        // The thread is free again, however long it takes on a busy machine.
        while token.call(|_| Ok(7)).await != Ok(7) {}
        assert!(!begun.load(Ordering::SeqCst));
    }

    #[tokio::test]
    async fn too_many_calls_are_refused_at_once() {
        let token = token(Duration::from_secs(60));
        let (release, hanging) = hang();
        let (started, is_started) = oneshot::channel();
        let calls = PLACES_PER_SESSION + 1;
        let mut refused = 0;
        let first = token.call(move |worker| {
            let _ = started.send(());
            hanging(worker)
        });
        let rest = async {
            is_started.await.unwrap();
            let mut waiting: Vec<_> = (0..calls).map(|_| Box::pin(token.call(|_| Ok(())))).collect();
            for call in &mut waiting {
                let mut context = std::task::Context::from_waker(std::task::Waker::noop());
                if call.as_mut().poll(&mut context) == std::task::Poll::Ready(Err(Fault::Busy)) {
                    refused += 1;
                }
            }
            drop(release);
        };
        let (first, ()) = tokio::join!(first, rest);
        assert_eq!((first, refused), (Ok(()), 1));
    }

    #[tokio::test]
    async fn a_panic_costs_one_call_and_no_thread() {
        let token = token(Duration::from_secs(60));
        let failed = token.call(|_| -> Result<(), Fault> { panic!("on purpose") }).await;
        assert!(matches!(failed, Err(Fault::Other(_))), "{failed:?}");
        assert_eq!(token.call(|_| Ok(1)).await, Ok(1));
    }
}
