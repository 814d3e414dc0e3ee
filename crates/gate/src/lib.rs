#![doc = include_str!("../README.md")]

mod accesses;
mod actions;
mod anchor;
mod caller;
mod decide;
mod denial;
mod endpoint;
mod evidence;
mod fault;
mod gate;
mod guarded;
mod impostors;
mod last_uses;
mod membership;
mod outbox;
mod principals;
mod record;
mod recorded;
mod review;
mod throttle;
mod turns;
mod view;

pub use accesses::{Access, Accesses, Accessor};
pub use actions::{actions, makes_resource, only_management_account};
pub use anchor::{CompareError, Rollback, compare, knows_log};
pub use caller::{Caller, CallerKeys, Credential, CredentialError, Directory, Federated, Session};
pub use decide::{would_allow, would_decide};
pub use denial::Denial;
pub use endpoint::{Bound, Endpoint, Incoming};
pub use evidence::{Decided, Evidence, Fingerprints, Place};
pub use fault::{CommonFault, Fault, ServiceError};
pub use gate::{Duty, DutyError, Gate, OpenError};
pub use guarded::{Call, Claimed, Effect, GrantRef, Guarded, Origin, Permit, Question, Resolved, Waits};
pub use last_uses::{LastUse, LastUses, LastUsesError, Tracked};
pub use membership::{Membership, PolicyLevel};
pub use outbox::OutboxRecord;
pub use outbox::RecoverError;
pub use principals::{NamedPrincipals, Principals};
pub use record::ServiceEvent;
pub use recorded::{
    Known, NoDecision, decisions, explain_as_of_now, explain_as_recorded, fingerprints, origin,
};
pub use review::{explain, possible};
pub use view::View;

/// A future on the heap, for the traits that are used as objects.
pub use store::BoxFuture;
