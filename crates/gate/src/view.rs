use arn::AccountId;
use serde_json::{Map, Value};
use store::{Store, Tx};

use crate::record::ServiceEvent;

/// How an operation sees the store.
///
/// A *cached* view answers from the caches of floor 4 where it can, and opens a snapshot only when asked for one. An
/// *exact* view reads everything inside one transaction, which is validated when it commits.
pub struct View {
    store: Store,
    tx: Option<Tx>,
    cached: bool,
    told: Told,
}

/// What a call says about itself, for its record.
#[derive(Default)]
pub(crate) struct Told {
    pub(crate) made: Vec<Made>,
    /// Members of `additionalEventData`.
    pub(crate) notes: Map<String, Value>,
    /// What else it brought about, each with a record of its own.
    pub(crate) events: Vec<ServiceEvent>,
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
        Self { store: store.clone(), tx: None, cached: true, told: Told::default() }
    }

    /// A view whose reads all belong to one transaction.
    pub fn exact(store: &Store) -> Self {
        Self { store: store.clone(), tx: None, cached: false, told: Told::default() }
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
        self.told.made.push(Made { arn: arn.into(), owner, resource_type });
    }

    /// Adds a member to `additionalEventData` of the call's record, also when the call is refused: what a service has found out about the
    /// request and CloudTrail has a name for. No secrets.
    pub fn note(&mut self, name: &'static str, value: Value) {
        self.told.notes.insert(name.to_owned(), value);
    }

    /// Has a record of its own written of something that the call brings about elsewhere, such as in another region. It commits with the
    /// change; a call that changes nothing has none.
    pub fn brings_about(&mut self, event: ServiceEvent) {
        self.told.events.push(event);
    }

    pub(crate) fn take_told(&mut self) -> Told {
        std::mem::take(&mut self.told)
    }

    pub(crate) async fn into_tx(self) -> Result<Tx, store::Error> {
        match self.tx {
            Some(tx) => Ok(tx),
            None => self.store.begin().await,
        }
    }
}
