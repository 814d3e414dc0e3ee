use std::marker::PhantomData;
use std::sync::Arc;

use aws_model::{Document, Operation, OperationSchema};
use quotas::Counting;
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

    /// What its calls count against.
    fn counting(&self) -> &Counting;

    /// Whether it is called without a signature; see [`Guarded::PROVEN_BY_INPUT`].
    fn is_proven_by_input(&self) -> bool;

    /// Calls it without a signature, through the gate: the decoded input proves who calls, or nobody does.
    fn call_unsigned<'a>(
        &'a self,
        gate: &'a Gate,
        origin: Origin,
        document: Document,
    ) -> BoxFuture<'a, Result<Document, Fault>>;

    /// Calls it, through the gate.
    fn call<'a>(&'a self, gate: &'a Gate, incoming: Incoming) -> BoxFuture<'a, Result<Document, Fault>>;
}

/// The operation `O` of the service `S`: floor 4 lists its operations as these.
pub struct Bound<S, O> {
    service: Arc<S>,
    counting: Counting,
    operation: PhantomData<fn() -> O>,
}

impl<S, O> Bound<S, O>
where
    S: Guarded<O>,
    O: Operation<Input: Sync>,
{
    /// The way to `O` of `service`.
    pub fn endpoint(service: &Arc<S>) -> Box<dyn Endpoint> {
        let counting = Counting::of(O::SCHEMA.service.id, O::SCHEMA.name);
        Box::new(Self { service: Arc::clone(service), counting, operation: PhantomData })
    }
}

impl<S, O> Endpoint for Bound<S, O>
where
    S: Guarded<O>,
    O: Operation<Input: Sync>,
{
    fn schema(&self) -> &'static OperationSchema {
        O::SCHEMA
    }

    fn effect(&self) -> Effect {
        S::EFFECT
    }

    fn counting(&self) -> &Counting {
        &self.counting
    }

    fn is_proven_by_input(&self) -> bool {
        S::PROVEN_BY_INPUT
    }

    fn call_unsigned<'a>(
        &'a self,
        gate: &'a Gate,
        origin: Origin,
        document: Document,
    ) -> BoxFuture<'a, Result<Document, Fault>> {
        Box::pin(gate.call_unsigned::<S, O>(&self.service, &self.counting, origin, document))
    }

    fn call<'a>(&'a self, gate: &'a Gate, incoming: Incoming) -> BoxFuture<'a, Result<Document, Fault>> {
        Box::pin(gate.call::<S, O>(&self.service, &self.counting, incoming))
    }
}
