use store::{Store, Tx};

/// How an operation sees the store.
///
/// A *cached* view answers from the caches of floor 4 where it can, and opens a snapshot only when asked for one. An
/// *exact* view reads everything inside one transaction, which is validated when it commits.
pub struct View {
    store: Store,
    tx: Option<Tx>,
    cached: bool,
}

impl View {
    /// A view that may answer from caches.
    pub fn cached(store: &Store) -> Self {
        Self { store: store.clone(), tx: None, cached: true }
    }

    /// A view whose reads all belong to one transaction.
    pub fn exact(store: &Store) -> Self {
        Self { store: store.clone(), tx: None, cached: false }
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

    pub(crate) async fn into_tx(self) -> Result<Tx, store::Error> {
        match self.tx {
            Some(tx) => Ok(tx),
            None => self.store.begin().await,
        }
    }
}
