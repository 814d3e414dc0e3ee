use iam_policy::DeletedPrincipal;
use store::BoxFuture;

use crate::view::View;

/// Whether those whom policies and grants name are there: implemented by `iam` for services whose resources have policies.
pub trait Principals: Send + Sync + 'static {
    /// Those of `names` that stand for nobody, as the view's transaction sees it: a change in between is a conflict when it commits.
    ///
    /// A name is what stands under `AWS` in a principal element: an account id or root ARN, the ARN of a user, role or
    /// session (whose role must exist), or `*`, which stands for everybody. Only accounts of this organization exist: others are
    /// unknown here, though AWS knows all of its own. A unique id (`AROA...`) stands for somebody who is gone.
    fn unknown<'a>(
        &'a self,
        view: &'a mut View,
        names: &'a [String],
    ) -> BoxFuture<'a, Result<Vec<String>, store::Error>>;
}

/// Hears of users and roles that are deleted: implemented by services that keep names of principals, so that a later
/// user or role of the same name does not inherit what they allow.
pub trait PrincipalWatcher: Send + Sync + 'static {
    /// Puts the unique id in the place of the name, inside the transaction that deletes it. An error undoes the deletion.
    fn principal_deleted<'a>(
        &'a self,
        view: &'a mut View,
        principal: &'a DeletedPrincipal,
    ) -> BoxFuture<'a, Result<(), store::Error>>;
}
