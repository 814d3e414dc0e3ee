use arn::{AccountId, Region};
use clock::Timestamp;
use store::BoxFuture;

use crate::last_uses::LastUsesError;

/// When users and roles last tried to use which services: implemented by `trail`, which reads it from the audit log, for IAM's access
/// advisor. Every call counts that somebody proved to have made, also a refused one.
pub trait Accesses: Send + Sync + 'static {
    /// The last attempts of each of these, in their order: one for each service, with `actions` one for each action too. As of now: every
    /// call that was answered before this one began counts. They reach back 400 days at least, if the audit log does.
    fn accesses<'a>(
        &'a self,
        of: &'a [Accessor],
        actions: bool,
    ) -> BoxFuture<'a, Result<Vec<Vec<Access>>, LastUsesError>>;
}

/// Whose attempts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Accessor {
    /// The account.
    pub account: AccountId,
    /// The unique id of a user or role; `None` for everybody of the account together, its root included.
    pub principal_id: Option<String>,
}

/// The last attempt to use a service, or an action of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// What its actions begin with: `kms`.
    pub service: String,
    /// The action's name: `Encrypt`. `None`: any.
    pub action: Option<String>,
    /// When it was.
    pub time: Timestamp,
    /// The region that was called.
    pub region: Region,
}
