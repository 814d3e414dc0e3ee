use std::sync::Arc;

use aws_model::{Document, OperationSchema};
use store::BoxFuture;

use crate::caller::Caller;
use crate::fault::Fault;
use crate::gate::Gate;
use crate::guarded::{Effect, Guarded, Origin};

/// An authenticated call whose input is still a document.
pub struct Incoming {
    /// Who calls.
    pub caller: Arc<Caller>,
    /// Where and when.
    pub origin: Origin,
    /// The decoded but not yet validated input.
    pub document: Document,
}

/// An operation as the doors see it: its name, and a way in that leads through the gate.
pub trait Endpoint: Send + Sync {
    /// The operation's description.
    fn schema(&self) -> &'static OperationSchema;

    /// What running it does to the store.
    fn effect(&self) -> Effect;

    /// Calls it, through the gate.
    fn call<'a>(&'a self, gate: &'a Gate, incoming: Incoming) -> BoxFuture<'a, Result<Document, Fault>>;
}

/// A guarded operation bound to its service: floor 4 lists its operations as these.
pub struct Bound<O: Guarded> {
    service: Arc<O::Service>,
}

impl<O: Guarded> Bound<O> {
    /// Binds `O` to its service.
    pub fn endpoint(service: &Arc<O::Service>) -> Box<dyn Endpoint> {
        Box::new(Self { service: Arc::clone(service) })
    }
}

impl<O: Guarded> Endpoint for Bound<O> {
    fn schema(&self) -> &'static OperationSchema {
        O::SCHEMA
    }

    fn effect(&self) -> Effect {
        O::EFFECT
    }

    fn call<'a>(&'a self, gate: &'a Gate, incoming: Incoming) -> BoxFuture<'a, Result<Document, Fault>> {
        Box::pin(gate.call::<O>(&self.service, incoming))
    }
}
