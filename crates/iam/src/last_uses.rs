//! When access keys and roles were last used.
//!
//! Each use is noted in memory, and what is new goes to the store with the next [`Duty`], in one transaction for all: no call waits
//! for it. A use within a minute of the one noted before, in the same region and of the same service, is not noted. So what is shown is at
//! most a minute old, and a stop can lose what came after the last duty.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use clock::Timestamp;
use gate::{BoxFuture, Duty, DutyError, ServiceEvent, View};
use store::{Store, Tx};

use crate::records::{AccessKey, LastUse};
use crate::token_issuers::Rotation;
use crate::unique_id::LONG_TERM;
use crate::{Error, Iam};

/// The uses since the start, by access key id or the role's unique id. Only requests with a right signature get here, so there are no more
/// than access keys and roles.
pub(crate) struct LastUses {
    store: Store,
    noted: RwLock<HashMap<String, Noted>>,
}

struct Noted {
    last: LastUse,
    stored: bool,
}

const INTERVAL: Duration = Duration::from_secs(60);

impl LastUses {
    pub fn new(store: &Store) -> Self {
        Self { store: store.clone(), noted: RwLock::default() }
    }

    /// The access key, or a session of the role, has signed a request.
    pub fn note(&self, id: &str, region: &str, service: &str, at: Timestamp) {
        let known = |noted: &Noted| {
            noted.last.region == region && noted.last.service == service && at < noted.last.at.plus(INTERVAL)
        };
        // Nothing panics while holding these locks, so what they guard is whole.
        if self.noted.read().unwrap_or_else(PoisonError::into_inner).get(id).is_some_and(known) {
            return;
        }
        let last = LastUse {
            id: id.to_owned(),
            at: at.truncated_to_secs(),
            region: region.to_owned(),
            service: service.to_owned(),
        };
        let mut noted = self.noted.write().unwrap_or_else(PoisonError::into_inner);
        noted.insert(id.to_owned(), Noted { last, stored: false });
    }

    /// The last use, if there was one.
    pub async fn of(&self, tx: &mut Tx, id: &str) -> Result<Option<LastUse>, Error> {
        let noted = |known: &Noted| known.last.clone();
        let noted = self.noted.read().unwrap_or_else(PoisonError::into_inner).get(id).map(noted);
        match noted {
            Some(last) => Ok(Some(last)),
            None => Ok(tx.get(&id.to_owned()).await?),
        }
    }

    /// Brings what is new to the store.
    async fn save(&self) -> Result<(), store::Error> {
        let new: Vec<LastUse> = {
            let noted = self.noted.read().unwrap_or_else(PoisonError::into_inner);
            noted.values().filter(|noted| !noted.stored).map(|noted| noted.last.clone()).collect()
        };
        if new.is_empty() {
            return Ok(());
        }
        let mut tx = self.store.begin().await?;
        for last in &new {
            // An access key that is gone needs no last use. Roles are not found by their unique id, and keep it.
            if !last.id.starts_with(LONG_TERM) || tx.get::<AccessKey>(&last.id).await?.is_some() {
                tx.put(last).await?;
            }
        }
        match tx.commit().await {
            // Somebody deleted one of them meanwhile: next time.
            Err(store::Error::Conflict) => return Ok(()),
            committed => committed?,
        };
        let mut noted = self.noted.write().unwrap_or_else(PoisonError::into_inner);
        for last in new {
            if let Some(noted) = noted.get_mut(&last.id).filter(|noted| noted.last == last) {
                noted.stored = true;
            }
        }
        Ok(())
    }
}

/// What this crate does without a caller, for [`gate::Gate::perform`] every few seconds.
pub fn duties(iam: &Arc<Iam>) -> Vec<Box<dyn Duty>> {
    vec![Box::new(SaveLastUses(Arc::clone(iam))), Box::new(Rotation(Arc::clone(iam)))]
}

/// What it writes is no change that somebody made, so it is in no record.
struct SaveLastUses(Arc<Iam>);

impl Duty for SaveLastUses {
    fn run<'a>(
        &'a self,
        _: &'a mut View,
        _: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            self.0.last_uses.save().await?;
            Ok(Vec::new())
        })
    }
}
