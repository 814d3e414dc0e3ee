use std::sync::Arc;

use iam_policy::Policy;

/// What an organization says about one of its accounts: where it is, and what limits it.
#[derive(Debug, Clone, Default)]
pub struct Membership {
    /// `o-...`; `None` when the account is of no organization.
    pub organization_id: Option<String>,
    /// `o-.../r-.../ou-.../`: the organization, its root, and the organizational units down to the account's own, with a slash at the end.
    pub path: Option<String>,
    /// The service control policies that limit the account's users and roles, from the root of the organization to the account. Empty:
    /// they are not in force, or this is the management account.
    pub service_control: Vec<PolicyLevel>,
    /// The resource control policies that limit what may be done with the account's resources, likewise.
    pub resource_control: Vec<PolicyLevel>,
    /// The account is closed: nobody does anything with its resources.
    pub closed: bool,
}

/// The policies of one type that are attached to one place of the organization, by the names that explanations give them. One of them must
/// allow.
pub type PolicyLevel = Vec<(String, Arc<Policy>)>;

/// What begins the actions that resource control policies limit: of the services that AWS lists, those that Lodge has.
///
/// Source: AWS Organizations User Guide, "Resource control policies (RCPs)", "List of AWS services that support RCPs".
const UNDER_RESOURCE_CONTROL: [&str; 2] = ["kms:", "sts:"];

impl Membership {
    /// The resource control policies for `action` on a resource of the account.
    pub(crate) fn resource_control_of(&self, action: &str) -> &[PolicyLevel] {
        // Who holds a grant may always give it back.
        let limited = action != "kms:RetireGrant"
            && UNDER_RESOURCE_CONTROL.iter().any(|service| action.starts_with(service));
        if limited || self.closed { &self.resource_control } else { &[] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resource_control_is_for_some_services_unless_the_account_is_closed() {
        let mut membership = Membership { resource_control: vec![Vec::new()], ..Membership::default() };
        for (action, levels) in
            [("kms:Decrypt", 1), ("sts:AssumeRole", 1), ("kms:RetireGrant", 0), ("iam:GetUser", 0)]
        {
            assert_eq!(membership.resource_control_of(action).len(), levels, "{action}");
        }
        membership.closed = true;
        assert_eq!(membership.resource_control_of("iam:GetUser").len(), 1);
        assert_eq!(membership.resource_control_of("kms:RetireGrant").len(), 1);
    }
}
