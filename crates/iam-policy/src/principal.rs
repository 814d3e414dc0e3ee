use std::fmt;

use arn::{AccountId, Arn};

/// Who makes the request, after authentication.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// Nobody signed the request.
    Anonymous,
    /// The account itself.
    Root {
        /// The account.
        account: AccountId,
    },
    /// An IAM user.
    User {
        /// The account that the user belongs to.
        account: AccountId,
        /// `arn:aws:iam::ACCOUNT:user/path/name`.
        arn: Arn,
    },
    /// A session of a role, however the role was assumed.
    AssumedRole {
        /// The account that the role belongs to.
        account: AccountId,
        /// `arn:aws:iam::ACCOUNT:role/path/name`.
        role_arn: Arn,
        /// `arn:aws:sts::ACCOUNT:assumed-role/name/session` (the role's path is not in it).
        session_arn: Arn,
    },
    /// A session that an IAM user or the root made with `GetFederationToken`.
    FederatedUser {
        /// The account of the user.
        account: AccountId,
        /// The IAM user or account root behind the session.
        user_arn: Arn,
        /// `arn:aws:sts::ACCOUNT:federated-user/name`.
        session_arn: Arn,
    },
    /// A service that calls for itself.
    Service {
        /// Its service principal, such as `logs.amazonaws.com`.
        name: String,
    },
    /// Somebody with a token of an identity provider, who is about to assume a role with it.
    Federated {
        /// What policies write under `Federated`: the provider's ARN, or the name of a built-in provider.
        provider: String,
    },
}

impl Principal {
    /// The account whose policies govern the caller; services, anonymous and federated callers have none.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Root { account }
            | Self::User { account, .. }
            | Self::AssumedRole { account, .. }
            | Self::FederatedUser { account, .. } => Some(*account),
            Self::Anonymous | Self::Service { .. } | Self::Federated { .. } => None,
        }
    }

    /// Whether it needs no identity policy in its account: the root, and federated users behind whom it is.
    pub(crate) fn has_all_of_account(&self) -> bool {
        match self {
            Self::Root { .. } => true,
            Self::FederatedUser { account, user_arn, .. } => user_arn.as_str() == account.root_arn(),
            _ => false,
        }
    }

    /// The value of `aws:PrincipalArn`: of a role session, the **role's** ARN. `None` for callers without an ARN.
    pub fn principal_arn(&self) -> Option<String> {
        match self {
            Self::Root { account } => Some(account.root_arn()),
            Self::User { arn, .. } => Some(arn.to_string()),
            Self::AssumedRole { role_arn, .. } => Some(role_arn.to_string()),
            Self::FederatedUser { session_arn, .. } => Some(session_arn.to_string()),
            Self::Anonymous | Self::Service { .. } | Self::Federated { .. } => None,
        }
    }

    /// The kind of caller, where AWS has a word for it the value of `aws:PrincipalType`.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Anonymous => "Anonymous",
            Self::Root { .. } => "Account",
            Self::User { .. } => "User",
            Self::AssumedRole { .. } => "AssumedRole",
            Self::FederatedUser { .. } => "FederatedUser",
            Self::Service { .. } => "Service",
            Self::Federated { .. } => "Federated",
        }
    }
}

/// As AWS's access-denied messages name the caller: of a session, the session's ARN.
impl fmt::Display for Principal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anonymous => out.write_str("anonymous"),
            Self::Root { account } => out.write_str(&account.root_arn()),
            Self::User { arn, .. } => arn.fmt(out),
            Self::AssumedRole { session_arn, .. } | Self::FederatedUser { session_arn, .. } => {
                session_arn.fmt(out)
            }
            Self::Service { name } => out.write_str(name),
            Self::Federated { provider } => out.write_str(provider),
        }
    }
}
