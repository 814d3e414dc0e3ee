//! Who an access key stands for. In the common case without the store.

use std::sync::Arc;

use arn::{AccountId, Arn};
use audit_event::{
    Document, IdentityType, SessionAttributes, SessionContext, SessionIssuer, UserIdentity,
    WebIdFederationData,
};
use aws_lc_rs::digest::{Context as Digest, SHA256};
use clock::Timestamp;
use gate::{
    BoxFuture, Caller, CallerKeys, Credential, CredentialError, Denial, Directory, Federated, Membership,
    Session,
};
use iam_policy::{Policy, PolicyKind, Principal};
use secret::SecretString;
use store::{Cache, Store};

use crate::identity_policies::{Gathered, OwnPolicies, PolicyCaches, ReadyPolicy, all_same};
use crate::membership::Memberships;
use crate::records::{
    AccessKey, Entity, Owner, Role, ServiceSpecificCredential, SpecificService, Status, User,
};
use crate::session_policies::SessionPolicies;
use crate::session_token::{SessionOf, TokenSession};
use crate::tags::Tags;
use crate::unique_id::{LONG_TERM, TEMPORARY, is_long_term_access_key_id, is_xks_access_key_id};
use crate::{Error, Iam, tags};

/// Records that the hot path reads, made ready for use, and the credentials made of them.
pub(crate) struct Principals {
    access_keys: Cache<AccessKey, ReadyAccessKey>,
    service_specific: Cache<ServiceSpecificCredential, ReadyAccessKey>,
    users: Cache<User, ReadyUser>,
    roles: Cache<Role, ReadyRole>,
    pub policies: PolicyCaches,
    memberships: Memberships,
    long_term: quick_cache::sync::Cache<String, Ready<ReadyAccessKey>>,
    sessions: quick_cache::sync::Cache<[u8; 32], Ready<TokenSession>>,
}

const ACCESS_KEYS: usize = 20_000;
const SERVICE_SPECIFIC: usize = 1_000;
const USERS: usize = 20_000;
const ROLES: usize = 10_000;
const SESSIONS: usize = 20_000;

struct ReadyAccessKey {
    owner: Owner,
    status: Status,
    secret: SecretString,
    /// The only service that it is good for.
    service: Option<SpecificService>,
}

struct ReadyUser {
    user: User,
    arn: Arn,
    policies: OwnPolicies,
    /// The ids of the user's groups.
    groups: Vec<String>,
}

/// A role with its policies compiled.
pub(crate) struct ReadyRole {
    pub role: Role,
    pub arn: Arn,
    pub trust_policy: Arc<Policy>,
    policies: OwnPolicies,
}

/// A credential and what it was made of: an access key or a session, and what is behind it.
struct Ready<K> {
    of: Arc<K>,
    basis: Basis,
    credential: Arc<Credential>,
}

impl<K> Clone for Ready<K> {
    fn clone(&self) -> Self {
        Self { of: Arc::clone(&self.of), basis: self.basis.clone(), credential: Arc::clone(&self.credential) }
    }
}

/// What is behind a credential. The credential is good as long as these are the current records: a change puts others in their place, which is
/// seen by comparing the pointers.
#[derive(Clone)]
struct Basis {
    account: AccountId,
    holder: Holder,
    gathered: Gathered,
    /// The managed session policies.
    session_policies: Vec<Arc<ReadyPolicy>>,
    membership: Arc<Membership>,
}

/// Whose permissions a credential has.
#[derive(Clone)]
enum Holder {
    Root,
    User(Arc<ReadyUser>),
    Role(Arc<ReadyRole>),
}

impl Principals {
    pub fn new(store: &Store) -> Self {
        Self {
            access_keys: Cache::new(store, ACCESS_KEYS),
            service_specific: Cache::new(store, SERVICE_SPECIFIC),
            users: Cache::new(store, USERS),
            roles: Cache::new(store, ROLES),
            policies: PolicyCaches::new(store),
            memberships: Memberships::new(store),
            long_term: quick_cache::sync::Cache::new(ACCESS_KEYS),
            sessions: quick_cache::sync::Cache::new(SESSIONS),
        }
    }

    /// The role of this account and exactly this name.
    pub async fn role(&self, account: AccountId, name: &str) -> Result<Option<Arc<ReadyRole>>, Error> {
        let found = self.roles.get_or_load(&Role::key_of(account, name), ReadyRole::new).await?;
        Ok(found.filter(|found| found.role.name == name))
    }

    /// The user with this id, with all policies.
    async fn user(&self, user_id: &String) -> Result<Option<(Arc<ReadyUser>, Gathered)>, Error> {
        for _ in 0..ATTEMPTS {
            let Some(user) = self.users.get_or_load(user_id, ReadyUser::new).await? else { return Ok(None) };
            if let Some(gathered) = self.policies.gather(&user.policies, &user.groups).await? {
                return Ok(Some((user, gathered)));
            }
        }
        Err(policies_missing(user_id))
    }

    /// The user with this id as who is behind a credential.
    async fn user_holder(&self, user_id: &String) -> Result<(Holder, Gathered), Denied> {
        let (user, gathered) = self.user(user_id).await?.ok_or(UNKNOWN)?;
        Ok((Holder::User(user), gathered))
    }

    async fn role_with_policies(
        &self,
        account: AccountId,
        name: &str,
    ) -> Result<Option<(Arc<ReadyRole>, Gathered)>, Error> {
        for _ in 0..ATTEMPTS {
            let Some(role) = self.role(account, name).await? else { return Ok(None) };
            if let Some(gathered) = self.policies.gather(&role.policies, &[]).await? {
                return Ok(Some((role, gathered)));
            }
        }
        Err(policies_missing(name))
    }

    /// What the organization says of the account of somebody who calls: nobody does for a closed one.
    async fn membership(&self, account: AccountId) -> Result<Arc<Membership>, Denied> {
        let membership = self.memberships.of(account).await?;
        if membership.closed { Err(UNKNOWN) } else { Ok(membership) }
    }
}

/// How often a user or role is read again whose policies were not there: somebody detached and deleted one in between.
const ATTEMPTS: usize = 8;

/// Without them, nobody knows what they deny.
fn policies_missing(whose: &str) -> Error {
    Error::corrupt(format!("policies of {whose}"), "a policy or group is missing")
}

impl ReadyUser {
    fn new(user: User) -> Result<Self, Error> {
        let arn = parsed_arn(&user.arn())?;
        let policies = OwnPolicies::of(&user)?;
        let groups = user.groups.iter().cloned().collect();
        Ok(Self { user, arn, policies, groups })
    }
}

impl ReadyRole {
    fn new(role: Role) -> Result<Self, Error> {
        let arn = parsed_arn(&role.arn())?;
        let policies = OwnPolicies::of(&role)?;
        let trust_policy = Policy::parse(&role.trust_policy, PolicyKind::Trust)
            .map_err(|error| Error::corrupt(format!("trust policy of {arn}"), error))?
            .bind(&role.bound);
        Ok(Self { role, arn, trust_policy: Arc::new(trust_policy), policies })
    }

    /// `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`: without the role's path.
    pub fn session_arn(&self, session_name: &str) -> Result<Arn, Error> {
        let Role { account, name, .. } = &self.role;
        parsed_arn(&format!("arn:{}:sts::{account}:assumed-role/{name}/{session_name}", arn::PARTITION))
    }

    /// `AROA...:SESSION`, the session's `aws:userid`.
    pub fn session_id(&self, session_name: &str) -> String {
        format!("{}:{session_name}", self.role.role_id)
    }
}

fn parsed_arn(text: &str) -> Result<Arn, Error> {
    text.parse().map_err(|error| Error::corrupt(format!("name {text}"), error))
}

impl Directory for Iam {
    fn credential<'a>(
        &'a self,
        access_key_id: &'a str,
        session_token: Option<&'a str>,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Arc<Credential>, CredentialError>> {
        Box::pin(async move {
            let found = match session_token {
                // Nothing else is looked up: what is in no form of a key must not fill the caches.
                None if is_long_term_access_key_id(access_key_id) => self.long_term(access_key_id).await,
                None if is_xks_access_key_id(access_key_id) => self.service_specific(access_key_id).await,
                Some(token) if access_key_id.starts_with(TEMPORARY) => {
                    self.temporary(access_key_id, token, now).await
                }
                // A long-term key with a token, a temporary one without, or neither.
                _ => return Err(CredentialError::Unknown),
            };
            found.map_err(|error| match error {
                Denied::Credential(error) => error,
                Denied::Inside(Error::Store(error)) => CredentialError::Unavailable(error),
                Denied::Inside(error) => CredentialError::Unavailable(store::Error::unavailable(error)),
            })
        })
    }

    fn membership(&self, account: AccountId) -> BoxFuture<'_, Result<Arc<Membership>, store::Error>> {
        Box::pin(async move {
            self.principals.memberships.of(account).await.map_err(|error| match error {
                Error::Store(error) => error,
                error => store::Error::unavailable(error),
            })
        })
    }

    fn seal_denial(&self, denial: Denial) -> Option<String> {
        self.authorization_messages.seal(denial, &*self.random)
    }

    fn used(&self, caller: &Caller, region: &str, service: &str, at: Timestamp) {
        // AWS tells it of long-term keys and of roles, not of the keys of sessions.
        if matches!(caller.principal, Principal::AssumedRole { .. }) {
            self.last_uses.note(caller.principal_id(), region, service, at);
        } else if caller.access_key_id.starts_with(LONG_TERM) {
            self.last_uses.note(&caller.access_key_id, region, service, at);
        }
    }
}

enum Denied {
    Credential(CredentialError),
    Inside(Error),
}

impl From<Error> for Denied {
    fn from(error: Error) -> Self {
        Self::Inside(error)
    }
}

const UNKNOWN: Denied = Denied::Credential(CredentialError::Unknown);
const EXPIRED: Denied = Denied::Credential(CredentialError::Expired);

impl Iam {
    /// The role of this account and exactly this name, from memory in the common case.
    pub(crate) async fn ready_role(
        &self,
        account: AccountId,
        name: &str,
    ) -> Result<Option<Arc<ReadyRole>>, Error> {
        self.principals.role(account, name).await
    }

    /// Checks that the managed policies are there that a session of this account is to have.
    pub(crate) async fn check_session_policies(
        &self,
        account: AccountId,
        policies: &SessionPolicies,
    ) -> Result<(), Error> {
        policies.check(account, &self.principals.policies).await
    }

    /// What the organization says of an account.
    pub(crate) async fn membership_of(&self, account: AccountId) -> Result<Arc<Membership>, Error> {
        self.principals.memberships.of(account).await
    }

    async fn long_term(&self, access_key_id: &str) -> Result<Arc<Credential>, Denied> {
        let load = |key: AccessKey| {
            let secret = key.secret(&self.secrets)?;
            Ok::<_, Error>(ReadyAccessKey { owner: key.owner, status: key.status, secret, service: None })
        };
        let id = access_key_id.to_owned();
        let access_key = self.principals.access_keys.get_or_load(&id, load).await?.ok_or(UNKNOWN)?;
        self.owner_of(id, access_key).await
    }

    async fn service_specific(&self, access_key_id: &str) -> Result<Arc<Credential>, Denied> {
        let load = |found: ServiceSpecificCredential| {
            let secret = found.password(&self.secrets)?;
            let ServiceSpecificCredential { owner, status, service, .. } = found;
            Ok::<_, Error>(ReadyAccessKey { owner, status, secret, service: Some(service) })
        };
        let id = access_key_id.to_owned();
        let access_key = self.principals.service_specific.get_or_load(&id, load).await?.ok_or(UNKNOWN)?;
        self.owner_of(id, access_key).await
    }

    /// Whom a key stands for.
    async fn owner_of(&self, id: String, access_key: Arc<ReadyAccessKey>) -> Result<Arc<Credential>, Denied> {
        let principals = &self.principals;
        if access_key.status != Status::Active {
            return Err(UNKNOWN);
        }
        let account = access_key.owner.account();
        let (holder, gathered) = match &access_key.owner {
            Owner::Root { .. } => (Holder::Root, Gathered::default()),
            Owner::User { user_id, .. } => principals.user_holder(user_id).await?,
        };
        let membership = principals.membership(account).await?;
        let basis = Basis { account, holder, gathered, session_policies: Vec::new(), membership };
        if let Some(ready) = principals.long_term.get(&id)
            && Arc::ptr_eq(&ready.of, &access_key)
            && ready.basis.is_same(&basis)
        {
            return Ok(ready.credential);
        }
        let caller = basis.caller(&id, None)?;
        let mut credential = Credential::new(access_key.secret.clone(), Arc::new(caller));
        if let Some(service) = access_key.service {
            credential = credential.only_for(service.signing_name());
        }
        let credential = Arc::new(credential);
        principals.long_term.insert(id, Ready { of: access_key, basis, credential: Arc::clone(&credential) });
        Ok(credential)
    }

    async fn temporary(
        &self,
        access_key_id: &str,
        token: &str,
        now: Timestamp,
    ) -> Result<Arc<Credential>, Denied> {
        let principals = &self.principals;
        let digest = token_digest(access_key_id, token);
        let ready = principals.sessions.get(&digest);
        let session = match &ready {
            Some(ready) => Arc::clone(&ready.of),
            None => Arc::new(self.session_tokens.open(access_key_id, token).ok_or(UNKNOWN)?),
        };
        if now >= session.expires {
            principals.sessions.remove(&digest);
            return Err(EXPIRED);
        }
        let account = session.account;
        let (holder, gathered) = match &session.of {
            SessionOf::Root | SessionOf::Federated { user_id: None, .. } => {
                (Holder::Root, Gathered::default())
            }
            SessionOf::User { id } | SessionOf::Federated { user_id: Some(id), .. } => {
                principals.user_holder(id).await?
            }
            SessionOf::Role { name, id, .. } => {
                let found = principals.role_with_policies(account, name).await?;
                let (role, gathered) = found.filter(|(role, _)| role.role.role_id == *id).ok_or(UNKNOWN)?;
                (Holder::Role(role), gathered)
            }
        };
        let session_policies = principals.policies.of_sessions(account, &session.policies.managed).await?;
        let membership = principals.membership(account).await?;
        let basis = Basis { account, holder, gathered, session_policies, membership };
        if let Some(ready) = ready
            && ready.basis.is_same(&basis)
        {
            return Ok(ready.credential);
        }
        let caller = basis.caller(access_key_id, Some(&session))?;
        let mut credential = Credential::new(session.secret_access_key.clone(), Arc::new(caller));
        if !session.may_call_iam() {
            credential = credential.not_for(aws_model::iam::SERVICE.signing_name);
        }
        let credential = Arc::new(credential);
        principals.sessions.insert(digest, Ready { of: session, basis, credential: Arc::clone(&credential) });
        Ok(credential)
    }
}

/// Tokens are kept by digest: their length is the caller's choice, the memory is not.
fn token_digest(access_key_id: &str, token: &str) -> [u8; 32] {
    let mut digest = Digest::new(&SHA256);
    digest.update(access_key_id.as_bytes());
    digest.update(&[0]);
    digest.update(token.as_bytes());
    let mut bytes = [0; 32];
    for (to, from) in bytes.iter_mut().zip(digest.finish().as_ref()) {
        *to = *from;
    }
    bytes
}

impl Basis {
    fn is_same(&self, other: &Self) -> bool {
        let same_holder = match (&self.holder, &other.holder) {
            (Holder::Root, Holder::Root) => true,
            (Holder::User(one), Holder::User(other)) => Arc::ptr_eq(one, other),
            (Holder::Role(one), Holder::Role(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        same_holder
            && self.account == other.account
            && self.gathered.is_same(&other.gathered)
            && all_same(&self.session_policies, &other.session_policies)
            && Arc::ptr_eq(&self.membership, &other.membership)
    }

    /// Who signs with this access key.
    fn caller(&self, access_key_id: &str, session: Option<&TokenSession>) -> Result<Caller, Error> {
        let (account, holder) = (self.account, &self.holder);
        let (principal, identity_type, user_id) = match (holder, session.map(|session| &session.of)) {
            (_, Some(SessionOf::Federated { name, .. })) => {
                let session_arn = federated_user_arn(account, name)?;
                let principal =
                    Principal::FederatedUser { account, user_arn: holder.arn(account)?, session_arn };
                (principal, IdentityType::FederatedUser, format!("{account}:{name}"))
            }
            (Holder::Role(ready), Some(SessionOf::Role { session, .. })) => {
                let (role_arn, session_arn) = (ready.arn.clone(), ready.session_arn(session)?);
                let principal = Principal::AssumedRole { account, role_arn, session_arn };
                (principal, IdentityType::AssumedRole, ready.session_id(session))
            }
            (Holder::Role(ready), _) => {
                return Err(Error::corrupt(format!("session of {}", ready.arn), "it has no name"));
            }
            (Holder::User(ready), _) => {
                let principal = Principal::User { account, arn: ready.arn.clone() };
                (principal, IdentityType::IamUser, ready.user.user_id.clone())
            }
            (Holder::Root, _) => (Principal::Root { account }, IdentityType::Root, account.to_string()),
        };
        // Users and roots call in their own names, in sessions too.
        let in_other_name =
            matches!(principal, Principal::FederatedUser { .. } | Principal::AssumedRole { .. });
        let issuer = holder.issuer(account)?;
        let mut identity = UserIdentity::new(identity_type);
        identity.principal_id = Some(user_id.as_str().into());
        identity.arn = Some(principal.to_string().as_str().into());
        identity.account_id = Some(account);
        identity.access_key_id = Some(access_key_id.into());
        identity.user_name = issuer.user_name.clone().filter(|_| !in_other_name);
        let is_federated = matches!(principal, Principal::FederatedUser { .. });
        let issuer_id = issuer.principal_id.as_deref().filter(|_| is_federated).map(str::to_owned);
        identity.session_context =
            session.map(|session| session_context(session, Some(issuer).filter(|_| in_other_name)));
        let no_tags = Tags::new();
        let (own_tags, policies) = match holder {
            Holder::Root => (&no_tags, None),
            Holder::User(ready) => (&ready.user.tags, Some(&ready.policies)),
            Holder::Role(ready) => (&ready.role.tags, Some(&ready.policies)),
        };
        let identity_policies = policies.map(|policies| self.gathered.identity_policies(policies));
        Ok(Caller {
            principal,
            account,
            access_key_id: access_key_id.to_owned(),
            user_id,
            identity,
            tags: tags::overridden(own_tags, session.map_or(&no_tags, |session| &session.tags)),
            identity_policies: identity_policies.unwrap_or_default(),
            boundary: self.gathered.boundary(),
            session: session.map(|session| self.session(session, issuer_id)),
            membership: Arc::clone(&self.membership),
            keys: CallerKeys::default(),
        })
    }

    fn session(&self, session: &TokenSession, issuer_id: Option<String>) -> Session {
        let inline = session.policies.inline.iter();
        let inline = inline.map(|(_, policy)| ("session policy".to_owned(), Arc::clone(policy)));
        Session {
            issued_at: session.issued,
            expires_at: session.expires,
            issuer_id,
            mfa_at: session.mfa,
            is_assumed_root: session.is_assumed_root(),
            policies: inline.chain(self.session_policies.iter().map(|policy| policy.named())).collect(),
            source_identity: session.source_identity.clone(),
            tags: session.tags.clone().into_iter().collect(),
            transitive_tag_keys: session.transitive_tag_keys.clone(),
            federated: session.federation.clone().map(|federation| Federated {
                provider: federation.provider,
                keys: federation.keys.into_iter().collect(),
            }),
        }
    }
}

impl Holder {
    fn arn(&self, account: AccountId) -> Result<Arn, Error> {
        match self {
            Self::Root => parsed_arn(&account.root_arn()),
            Self::User(ready) => Ok(ready.arn.clone()),
            Self::Role(ready) => Ok(ready.arn.clone()),
        }
    }

    fn issuer(&self, account: AccountId) -> Result<SessionIssuer, Error> {
        let (issuer_type, id, name) = match self {
            Self::Root => (IdentityType::Root, account.as_str(), None),
            Self::User(ready) => (IdentityType::IamUser, ready.user.user_id.as_str(), Some(&ready.user.name)),
            Self::Role(ready) => (IdentityType::Role, ready.role.role_id.as_str(), Some(&ready.role.name)),
        };
        Ok(SessionIssuer {
            issuer_type: Some(issuer_type),
            principal_id: Some(id.into()),
            arn: Some(self.arn(account)?.as_str().into()),
            account_id: Some(account),
            user_name: name.map(|name| name.as_str().into()),
        })
    }
}

fn session_context(session: &TokenSession, issuer: Option<SessionIssuer>) -> SessionContext {
    let mfa_authenticated = session.mfa.is_some();
    SessionContext {
        session_issuer: issuer,
        web_id_federation_data: session.federation.as_ref().map(|federation| WebIdFederationData {
            federated_provider: Some(federation.provider.as_str().into()),
            attributes: Some(Document::new(&federation.keys)),
        }),
        attributes: Some(SessionAttributes { creation_date: session.issued, mfa_authenticated }),
        source_identity: session.source_identity.as_deref().map(Into::into),
        assumed_root: session.is_assumed_root().then_some(true),
    }
}

/// `arn:aws:sts::ACCOUNT:federated-user/NAME`, whoever made the session.
pub(crate) fn federated_user_arn(account: AccountId, name: &str) -> Result<Arn, Error> {
    parsed_arn(&format!("arn:{}:sts::{account}:federated-user/{name}", arn::PARTITION))
}
