//! The `Principal` and `NotPrincipal` elements.

use arn::{AccountId, Arn};

use crate::Principal;

/// How far a statement of a resource policy reaches when it matches.
///
/// Ordered: the further, the less the caller's own policies limit it (IAM User Guide, "Policy evaluation for requests within a
/// single account").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// It names the caller's account: the account's own policies decide.
    Delegated,
    /// It names the role of the session, or the user behind a federated session: boundary and session policy still limit.
    Limited,
    /// It names the caller itself, or everyone.
    Direct,
}

/// Whom a statement is about.
#[derive(Debug, Clone)]
pub(crate) enum PrincipalElement {
    /// Identity policies say it by where they are attached.
    Implied,
    Is(Box<[NamedPrincipal]>),
    IsNot(Box<[NamedPrincipal]>),
}

/// A value in a principal element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NamedPrincipal {
    Everyone,
    Account(AccountId),
    /// A user, role, role session or federated user.
    Arn {
        arn: Box<str>,
        /// The unique id of the user or role that it was bound to: a successor of the same name is not meant, and a user of another
        /// name may be.
        bound: Option<Box<str>>,
    },
    Service(Box<str>),
    Federated(Box<str>),
    /// An S3 canonical user, or the unique id that stands for a deleted user or role. No caller is one.
    Nobody,
}

impl PrincipalElement {
    /// How far the element reaches `caller` with this unique id; `None` when it is not about the caller.
    ///
    /// `bounded`: whether the caller has a permissions boundary. A NotPrincipal statement applies to every such caller, named
    /// or not (IAM User Guide, "NotPrincipal").
    pub(crate) fn reach(&self, caller: &Principal, id: Option<&str>, bounded: bool) -> Option<Reach> {
        match self {
            Self::Implied => Some(Reach::Direct),
            Self::Is(names) => names.iter().filter_map(|name| name.reach(caller, id)).max(),
            Self::IsNot(names) => (bounded || !exempts(names, caller, id)).then_some(Reach::Direct),
        }
    }

    pub(crate) fn names(&self) -> &[NamedPrincipal] {
        match self {
            Self::Implied => &[],
            Self::Is(names) | Self::IsNot(names) => names,
        }
    }

    pub(crate) fn names_mut(&mut self) -> &mut [NamedPrincipal] {
        match self {
            Self::Implied => &mut [],
            Self::Is(names) | Self::IsNot(names) => names,
        }
    }
}

impl NamedPrincipal {
    /// Reads a value under `AWS`; `None` when it is no principal.
    pub(crate) fn parse_aws(text: &str) -> Option<Self> {
        if text == "*" {
            return Some(Self::Everyone);
        }
        if let Ok(account) = text.parse() {
            return Some(Self::Account(account));
        }
        if is_unique_id(text) {
            return Some(Self::Nobody);
        }
        let arn: Arn = text.parse().ok()?;
        let account = arn.account_id()?;
        let has_name = |rest: &str| !rest.is_empty() && !rest.ends_with('/');
        let named = match (arn.service(), arn.resource().split_once('/')) {
            _ if !arn.region().is_empty() || text.contains(['*', '?']) => false,
            ("iam", None) if arn.resource() == "root" => return Some(Self::Account(account)),
            ("iam", Some(("user" | "role", rest))) | ("sts", Some(("federated-user", rest))) => {
                has_name(rest)
            }
            ("sts", Some(("assumed-role", rest))) => {
                rest.split_once('/').is_some_and(|(role, session)| has_name(role) && has_name(session))
            }
            _ => false,
        };
        named.then(|| Self::Arn { arn: text.into(), bound: None })
    }

    /// How far the name reaches `caller` with this unique id.
    pub(crate) fn reach(&self, caller: &Principal, id: Option<&str>) -> Option<Reach> {
        match (self, caller) {
            (Self::Everyone, _) => Some(Reach::Direct),
            (Self::Account(named), Principal::Root { account }) => {
                (named == account).then_some(Reach::Direct)
            }
            (Self::Account(named), _) => (caller.account() == Some(*named)).then_some(Reach::Delegated),
            (Self::Arn { .. }, Principal::User { arn, .. }) => self.means(arn, id).then_some(Reach::Direct),
            (Self::Arn { .. }, Principal::AssumedRole { role_arn: behind, session_arn, .. })
            | (Self::Arn { .. }, Principal::FederatedUser { user_arn: behind, session_arn, .. }) => {
                if self.means(session_arn, id) {
                    Some(Reach::Direct)
                } else {
                    self.means(behind, id).then_some(Reach::Limited)
                }
            }
            (Self::Service(named), Principal::Service { name }) => {
                (**named == **name).then_some(Reach::Direct)
            }
            (Self::Federated(named), Principal::Federated { provider }) => {
                (**named == **provider).then_some(Reach::Direct)
            }
            _ => None,
        }
    }

    /// Whether this is the name of somebody with this ARN and unique id.
    fn means(&self, somebody: &Arn, id: Option<&str>) -> bool {
        let Self::Arn { arn, bound } = self else { return false };
        match bound.as_deref() {
            None => **arn == *somebody.as_str(),
            // Users can be renamed, and are still meant.
            Some(bound) if is_user(arn) => is_user(somebody.as_str()) && id == Some(bound),
            // The ARN also says which session of the role is meant.
            Some(bound) => **arn == *somebody.as_str() && id == Some(bound),
        }
    }
}

/// Whether a valid ARN is an IAM user's.
fn is_user(arn: &str) -> bool {
    arn.splitn(6, ':').nth(5).is_some_and(|resource| resource.starts_with("user/"))
}

/// Whether a NotPrincipal element spares the caller: every name that it answers to must be listed, from the account down, as
/// AWS asks for and as is the safer reading (IAM User Guide, "NotPrincipal").
fn exempts(names: &[NamedPrincipal], caller: &Principal, id: Option<&str>) -> bool {
    if names.contains(&NamedPrincipal::Everyone) {
        return true;
    }
    let lists_account = |account: &AccountId| names.contains(&NamedPrincipal::Account(*account));
    let lists = |arn: &Arn| names.iter().any(|name| name.means(arn, id));
    match caller {
        Principal::Root { account } => lists_account(account),
        Principal::User { account, arn } => lists_account(account) && lists(arn),
        Principal::AssumedRole { account, role_arn, session_arn } => {
            lists_account(account) && lists(role_arn) && lists(session_arn)
        }
        Principal::FederatedUser { account, user_arn, session_arn } => {
            lists_account(account) && lists(user_arn) && lists(session_arn)
        }
        Principal::Anonymous | Principal::Service { .. } | Principal::Federated { .. } => {
            names.iter().any(|name| name.reach(caller, id).is_some())
        }
    }
}

/// `AROA...` or `AIDA...`, into which AWS turns the ARN of a deleted role or user.
pub(crate) fn is_unique_id(text: &str) -> bool {
    (16..=128).contains(&text.len())
        && text.starts_with('A')
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}
