use arn::AccountId;

use crate::{Context, Policy, Principal};

/// One call to be judged.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Who calls.
    pub principal: &'a Principal,
    /// The unique id of the user or role that calls (`AIDA...`, `AROA...`): the part of `aws:userid` before the colon. A name that is
    /// bound to a unique id ([`Policy::bind`]) means nobody else. `None` is nobody whom a bound name can mean.
    pub principal_id: Option<&'a str>,
    /// `service:Operation`, such as `kms:Encrypt`; compared without regard to case.
    pub action: &'a str,
    /// The ARN of what the call acts on, or `*` for calls that act on nothing in particular (`kms:ListKeys`).
    pub resource: &'a str,
    /// The account that owns the resource; for `*`, the caller's account.
    pub resource_account: AccountId,
    /// The condition context.
    pub context: &'a Context,
}

/// A policy with the name that explanations give it, such as `inline policy AllowKMSByAlias`.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The name.
    pub name: &'a str,
    /// The policy.
    pub policy: &'a Policy,
}

/// Every policy that applies to a request. `Policies::default()` holds none, which allows nobody but an account's root.
#[derive(Debug, Clone, Copy, Default)]
pub struct Policies<'a> {
    /// Inline, managed and group policies of the user or role.
    pub identity: &'a [Named<'a>],
    /// The permissions boundary of the user or role.
    pub boundary: Option<Named<'a>>,
    /// The session policies of the session, inline and managed; empty when none were passed. **One** of them must allow.
    pub session: &'a [Named<'a>],
    /// The policy of the resource: key policy, trust policy or other.
    pub resource: Option<Named<'a>>,
    /// What the resource policy's word is worth.
    pub resource_authority: Authority,
    /// A KMS grant that covers this call: operation and constraints were checked by the caller, the grantee is checked here.
    pub grant: Option<Grant<'a>>,
    /// Service control policies of the caller's account, one list per level from the root of the organization to the
    /// account. Each level must allow. Empty: not in force, as for the management account.
    pub service_control: &'a [&'a [Named<'a>]],
    /// Resource control policies of the resource's account, likewise.
    pub resource_control: &'a [&'a [Named<'a>]],
}

/// How a resource policy and the caller's identity policies relate when both are of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Authority {
    /// An allow in either suffices. Most resources.
    #[default]
    Standard,
    /// The resource policy is the root of authority: an identity policy's allow counts only when the key policy delegates to
    /// the account. KMS keys.
    KeyPolicy,
    /// Like `KeyPolicy`, for the trust policy of a role: nobody assumes a role that does not trust them.
    Trust,
}

/// A KMS grant.
#[derive(Debug, Clone, Copy)]
pub struct Grant<'a> {
    /// The name that explanations give it, such as `grant 0c237476b39f`.
    pub name: &'a str,
    /// The grantee principal: the ARN of a user, role, role session, federated user or account root, or a service principal.
    pub grantee: &'a str,
}
