//! Work that one does for all who ask for it at the same time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;

use crate::Error;

/// A look at the KMS that takes hundreds of calls, taken at most once at a time: whoever asks while one is under way waits for it to end and shares the
/// next one with all others who wait. So what is found is never older than the question.
pub(crate) struct Shared<T> {
    /// How many looks have begun.
    begun: AtomicU64,
    /// The last one that came to an end, by its number.
    last: Mutex<Option<(u64, Arc<T>)>>,
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self { begun: AtomicU64::new(0), last: Mutex::new(None) }
    }
}

impl<T> Shared<T> {
    /// What a look finds that begins now or later.
    ///
    /// # Errors
    /// Those of the look. Others who wait take one of their own then.
    pub async fn get<F>(&self, look: impl FnOnce() -> F) -> Result<Arc<T>, Error>
    where
        F: Future<Output = Result<T, Error>>,
    {
        let begun = self.begun.load(Ordering::SeqCst);
        let mut last = self.last.lock().await;
        if let Some((number, found)) = &*last
            && *number > begun
        {
            return Ok(Arc::clone(found));
        }
        let number = self.begun.fetch_add(1, Ordering::SeqCst) + 1;
        let found = Arc::new(look().await?);
        *last = Some((number, Arc::clone(&found)));
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use tokio::sync::Semaphore;

    use super::*;

    #[tokio::test]
    async fn who_asks_during_a_look_shares_the_next() {
        let shared = Arc::new(Shared::default());
        let (looks, gate) = (Arc::new(AtomicUsize::new(0)), Arc::new(Semaphore::new(0)));
        let ask = || {
            let (shared, looks, gate) = (Arc::clone(&shared), Arc::clone(&looks), Arc::clone(&gate));
            tokio::spawn(async move {
                let look = || async {
                    let number = looks.fetch_add(1, Ordering::SeqCst) + 1;
                    gate.acquire().await.unwrap().forget();
                    Ok(number)
                };
                *shared.get(look).await.unwrap()
            })
        };
        let first = ask();
        while looks.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
        }
        let others: Vec<_> = (0..20).map(|_| ask()).collect();
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        gate.add_permits(2);
        assert_eq!(first.await.unwrap(), 1);
        for other in others {
            assert_eq!(other.await.unwrap(), 2);
        }
        gate.add_permits(1);
        assert_eq!(ask().await.unwrap(), 3);
    }

    #[tokio::test]
    async fn a_look_that_fails_is_nobodys() {
        let shared = Shared::default();
        let failed = || async { Err(Error::Unfit("no".to_owned())) };
        assert!(shared.get(failed).await.is_err());
        assert_eq!(*shared.get(|| async { Ok(7) }).await.unwrap(), 7);
    }
}
