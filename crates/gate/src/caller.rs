use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use arn::AccountId;
use audit_event::UserIdentity;
use aws_model::{Protocol, Service};
use clock::Timestamp;
use iam_policy::{Context, Policy, Principal};
use secret::SecretString;
use sigv4::{Scope, SigningKey};
use store::BoxFuture;

use crate::denial::Denial;
use crate::membership::Membership;

/// An authenticated caller with everything that decisions and records need of it.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who, as policies name it.
    pub principal: Principal,
    /// The account the caller belongs to.
    pub account: AccountId,
    /// The access key that signed.
    pub access_key_id: String,
    /// `aws:userid`: `AIDA...`, `AROA...:session-name`, `account:name` of a federated user, or the account id for its root.
    pub user_id: String,
    /// The name as the audit record's `userIdentity`.
    pub identity: UserIdentity,
    /// `aws:PrincipalTag/*`: the tags of the user or role, overridden by session tags.
    pub tags: Vec<(String, String)>,
    /// The policies attached to the user or role, by name.
    pub identity_policies: Vec<(String, Arc<Policy>)>,
    /// The permissions boundary, by name.
    pub boundary: Option<(String, Arc<Policy>)>,
    /// Set for temporary credentials.
    pub session: Option<Session>,
    /// What the organization says of the account.
    pub membership: Arc<Membership>,
    /// The condition keys that follow from the rest. So a caller that has asked something must not change; a copy of it may.
    pub keys: CallerKeys,
}

/// The condition keys of a caller, gathered for its first question. A copy has none, so that it can become another caller.
#[derive(Debug, Default)]
pub struct CallerKeys(OnceLock<Arc<Context>>);

impl CallerKeys {
    pub(crate) fn get_or_gather(&self, gather: impl Fn() -> Context) -> Arc<Context> {
        let keys = self.0.get_or_init(|| Arc::new(gather()));
        debug_assert_eq!(**keys, gather(), "a caller changed after its first question: change a copy of it");
        Arc::clone(keys)
    }
}

impl Clone for CallerKeys {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What temporary credentials add.
#[derive(Debug, Clone)]
pub struct Session {
    /// `aws:TokenIssueTime`.
    pub issued_at: Timestamp,
    /// When the credentials end.
    pub expires_at: Timestamp,
    /// The unique id of the user, or the account id of the root, behind a federated user: its `user_id` has it not.
    pub issuer_id: Option<String>,
    /// When a second factor was shown for the session: `aws:MultiFactorAuthPresent`, `aws:MultiFactorAuthAge`.
    pub mfa_at: Option<Timestamp>,
    /// `aws:AssumedRoot`: AssumeRoot made the session.
    pub is_assumed_root: bool,
    /// The policies passed when the session was made; empty means not limited.
    pub policies: Vec<(String, Arc<Policy>)>,
    /// `sts:SourceIdentity`, carried through role chaining.
    pub source_identity: Option<String>,
    /// The session tags that were passed, including those inherited.
    pub tags: Vec<(String, String)>,
    /// Keys of session tags that pass on when this session assumes another role.
    pub transitive_tag_keys: Vec<String>,
    /// Set when the session was made with a token of an identity provider.
    pub federated: Option<Federated>,
}

/// The identity provider behind a session.
#[derive(Debug, Clone)]
pub struct Federated {
    /// `aws:FederatedProvider`: its ARN.
    pub provider: String,
    /// The condition keys that it vouches for, such as `login.example.com:sub`.
    pub keys: Vec<(String, String)>,
}

impl Caller {
    /// The caller's ARN as error texts name it.
    pub fn arn(&self) -> &str {
        self.identity.arn.as_deref().unwrap_or("anonymous")
    }

    /// The unique id of the user or role: `AIDA...`, `AROA...`, of a session too; of a root, the account id.
    pub fn principal_id(&self) -> &str {
        if let Some(issuer_id) = self.session.as_ref().and_then(|session| session.issuer_id.as_ref()) {
            return issuer_id;
        }
        self.user_id.split_once(':').map_or(&self.user_id, |(id, _)| id)
    }

    /// Whether this is an account's root.
    pub fn is_root(&self) -> bool {
        matches!(self.principal, Principal::Root { .. })
    }
}

/// The secret behind an access key id, and whom it stands for.
///
/// It keeps the signing key that was last derived from the secret, and both are wiped together: a directory that keeps a credential saves
/// the derivation for each further call of the day.
pub struct Credential {
    /// What signatures are made with.
    pub secret_access_key: SecretString,
    /// Whom it stands for.
    pub caller: Arc<Caller>,
    /// The only service that it signs for; `None` for an ordinary access key.
    service: Option<&'static str>,
    /// A service that it does not sign for.
    excluded: Option<&'static str>,
    derived: Mutex<Option<Derived>>,
}

/// A signing key and what it is good for.
struct Derived {
    scope: Scope,
    key: Arc<SigningKey>,
}

impl Credential {
    /// The secret `secret_access_key`, which stands for `caller`.
    pub fn new(secret_access_key: SecretString, caller: Arc<Caller>) -> Self {
        Self { secret_access_key, caller, service: None, excluded: None, derived: Mutex::new(None) }
    }

    /// The same as a service-specific credential: it signs for the service of this signing name and for no other.
    #[must_use]
    pub fn only_for(self, signing_name: &'static str) -> Self {
        Self { service: Some(signing_name), ..self }
    }

    /// The same for all but the service of this signing name.
    #[must_use]
    pub fn not_for(self, signing_name: &'static str) -> Self {
        Self { excluded: Some(signing_name), ..self }
    }

    /// Whether it signs for `service`. A service with credentials of its own takes no other.
    pub fn signs_for(&self, service: &Service) -> bool {
        let own = (service.protocol == Protocol::XksProxy).then_some(service.signing_name);
        self.service == own && self.excluded != Some(service.signing_name)
    }

    /// The key that signs within `scope`.
    pub(crate) fn signing_key(&self, scope: &Scope) -> Arc<SigningKey> {
        // Nothing panics while holding this lock, so what it guards is whole.
        let mut derived = self.derived.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Derived { scope: known, key }) = &*derived
            && known == scope
        {
            return Arc::clone(key);
        }
        let key = Arc::new(sigv4::signing_key(&self.secret_access_key, scope));
        *derived = Some(Derived { scope: scope.clone(), key: Arc::clone(&key) });
        key
    }
}

/// Why an access key id gives no credential. None of the texts says more than a caller may know.
#[derive(Debug, thiserror::Error)]
pub enum CredentialError {
    /// No such access key, or one that is switched off, or a session whose role is gone.
    #[error("The security token included in the request is invalid.")]
    Unknown,
    /// The session has ended.
    #[error("The security token included in the request is expired")]
    Expired,
    /// The directory could not be read.
    #[error("the directory of access keys could not be read")]
    Unavailable(#[source] store::Error),
}

/// Who is who: implemented by `iam`.
pub trait Directory: Send + Sync + 'static {
    /// The credential behind an access key id. A session token is given exactly for temporary credentials.
    fn credential<'a>(
        &'a self,
        access_key_id: &'a str,
        session_token: Option<&'a str>,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Arc<Credential>, CredentialError>>;

    /// What the organization says of an account; nothing, when it is not one of its accounts. For the owners of resources: a caller
    /// brings its own. On the way of calls across accounts: it must not wait in the common case.
    fn membership(&self, account: AccountId) -> BoxFuture<'_, Result<Arc<Membership>, store::Error>> {
        let _ = account;
        Box::pin(async { Ok(Arc::default()) })
    }

    /// Seals what an answer tells of a denied call to those who may decode it; `None` where nobody may, or when it is too long.
    fn seal_denial(&self, denial: Denial) -> Option<String> {
        let _ = denial;
        None
    }

    /// A request came in that the caller's access key signed rightly, for this region and service (`kms`). On the way of every call: it must
    /// not wait.
    fn used(&self, caller: &Caller, region: &str, service: &str, at: Timestamp) {
        let _ = (caller, region, service, at);
    }
}
