use std::collections::BTreeMap;

use store::BoxFuture;

use crate::view::View;

/// Whom policies and grants name: implemented by `iam` for services whose resources have them.
///
/// Such a service binds names when they are set: it keeps the unique ids beside the text, and decides by both
/// (`iam_policy::Policy::bind`). So nothing has to change when a user or role is deleted, whoever names it, and a successor
/// of the same name gets nothing.
pub trait Principals: Send + Sync + 'static {
    /// Whom `names` stand for, as the view's transaction sees it: a change in between is a conflict when it commits.
    ///
    /// A name is what stands under `AWS` in a principal element: an account id or root ARN, the ARN of a user, role or
    /// session (whose role must exist), or `*`, which stands for everybody. Only accounts of this organization exist: others are
    /// unknown here, though AWS knows all of its own. A unique id (`AROA...`) stands for somebody who is gone.
    fn named<'a>(
        &'a self,
        view: &'a mut View,
        names: &'a [String],
    ) -> BoxFuture<'a, Result<NamedPrincipals, store::Error>>;

    /// What is shown in the place of those ARNs of `bound` (unique ids by ARN) that do not name the same user or role as when they were
    /// bound: the present ARN of who has the unique id, else the unique id.
    fn shown<'a>(
        &'a self,
        view: &'a mut View,
        bound: &'a BTreeMap<String, String>,
    ) -> BoxFuture<'a, Result<BTreeMap<String, String>, store::Error>>;
}

/// Whom names stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamedPrincipals {
    /// The unique ids of users and roles (`AIDA...`, `AROA...`) by the ARNs that name them; of a session's ARN, that of its role.
    pub unique_ids: BTreeMap<String, String>,
    /// Names that stand for nobody, in their order.
    pub unknown: Vec<String>,
}

impl NamedPrincipals {
    /// Those of `bound` (unique ids by ARN) whose ARN stands for somebody else now, or for nobody. They are shown by unique id.
    pub fn gone(&self, bound: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let is_gone = |(arn, id): &(&String, &String)| self.unique_ids.get(*arn) != Some(*id);
        bound.iter().filter(is_gone).map(|(arn, id)| (arn.clone(), id.clone())).collect()
    }
}
