use arn::AccountId;
use store::{Store, Tx};

/// How an operation sees the store.
///
/// A *cached* view answers from the caches of floor 4 where it can, and opens a snapshot only when asked for one. An
/// *exact* view reads everything inside one transaction, which is validated when it commits.
pub struct View {
    store: Store,
    tx: Option<Tx>,
    cached: bool,
    made: Vec<Made>,
}

/// A resource that did not exist when the questions were asked.
pub(crate) struct Made {
    pub(crate) arn: String,
    pub(crate) owner: AccountId,
    pub(crate) resource_type: &'static str,
}

impl View {
    /// A view that may answer from caches.
    pub fn cached(store: &Store) -> Self {
        Self { store: store.clone(), tx: None, cached: true, made: Vec::new() }
    }

    /// A view whose reads all belong to one transaction.
    pub fn exact(store: &Store) -> Self {
        Self { store: store.clone(), tx: None, cached: false, made: Vec::new() }
    }

    /// Whether answers from caches are good enough.
    pub fn is_cached(&self) -> bool {
        self.cached
    }

    /// The transaction, begun on first use.
    pub async fn tx(&mut self) -> Result<&mut Tx, store::Error> {
        let tx = match self.tx.take() {
            Some(tx) => tx,
            None => self.store.begin().await?,
        };
        Ok(self.tx.insert(tx))
    }

    /// Names a resource that the call has made in its audit record: no question could name it.
    pub fn made(&mut self, arn: impl Into<String>, owner: AccountId, resource_type: &'static str) {
        self.made.push(Made { arn: arn.into(), owner, resource_type });
    }

    pub(crate) fn take_made(&mut self) -> Vec<Made> {
        std::mem::take(&mut self.made)
    }

    pub(crate) async fn into_tx(self) -> Result<Tx, store::Error> {
        match self.tx {
            Some(tx) => Ok(tx),
            None => self.store.begin().await,
        }
    }
}
