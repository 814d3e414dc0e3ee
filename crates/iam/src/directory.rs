//! Who an access key stands for. In the common case without the store.

use std::sync::Arc;

use arn::{AccountId, Arn};
use audit_event::{
    Document, IdentityType, SessionAttributes, SessionContext, SessionIssuer, UserIdentity,
    WebIdFederationData,
};
use aws_lc_rs::digest::{Context as Digest, SHA256};
use clock::Timestamp;
use gate::{BoxFuture, Caller, Credential, CredentialError, Directory, Federated, Membership, Session};
use iam_policy::{Policy, PolicyKind, Principal};
use secret::SecretString;
use store::{Cache, Store};

use crate::identity_policies::{Gathered, OwnPolicies, PolicyCaches};
use crate::membership::Memberships;
use crate::records::{
    AccessKey, Entity, Owner, Role, ServiceSpecificCredential, SpecificService, Status, User,
};
use crate::session_token::RoleSession;
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
    long_term: quick_cache::sync::Cache<String, LongTerm>,
    sessions: quick_cache::sync::Cache<[u8; 32], Temporary>,
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

/// A credential and what it was made of. It is good as long as these are the current records: a change puts others in
/// their place, which is seen by comparing the pointers.
#[derive(Clone)]
struct LongTerm {
    access_key: Arc<ReadyAccessKey>,
    user: Option<Arc<ReadyUser>>,
    gathered: Gathered,
    membership: Arc<Membership>,
    credential: Arc<Credential>,
}

#[derive(Clone)]
struct Temporary {
    session: Arc<RoleSession>,
    role: Arc<ReadyRole>,
    gathered: Gathered,
    membership: Arc<Membership>,
    credential: Arc<Credential>,
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
        let (principals, access_key_id) = (&self.principals, id.as_str());
        if access_key.status != Status::Active {
            return Err(UNKNOWN);
        }
        let (user, gathered) = match &access_key.owner {
            Owner::Root { .. } => (None, Gathered::default()),
            Owner::User { user_id, .. } => {
                let (user, gathered) = principals.user(user_id).await?.ok_or(UNKNOWN)?;
                (Some(user), gathered)
            }
        };
        let membership = principals.membership(access_key.owner.index_value().0).await?;
        if let Some(ready) = principals.long_term.get(&id)
            && Arc::ptr_eq(&ready.access_key, &access_key)
            && is_same(&ready.user, &user)
            && ready.gathered.is_same(&gathered)
            && Arc::ptr_eq(&ready.membership, &membership)
        {
            return Ok(ready.credential);
        }
        let caller = match (&access_key.owner, &user) {
            (_, Some(user)) => user_caller(access_key_id, user, &gathered, Arc::clone(&membership)),
            (Owner::Root { account }, None) | (Owner::User { account, .. }, None) => {
                root_caller(access_key_id, *account, Arc::clone(&membership))
            }
        };
        let mut credential = Credential::new(access_key.secret.clone(), Arc::new(caller));
        if let Some(service) = access_key.service {
            credential = credential.only_for(service.signing_name());
        }
        let credential = Arc::new(credential);
        let ready = LongTerm { access_key, user, gathered, membership, credential: Arc::clone(&credential) };
        principals.long_term.insert(id, ready);
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
            Some(ready) => Arc::clone(&ready.session),
            None => Arc::new(self.session_tokens.open(access_key_id, token).ok_or(UNKNOWN)?),
        };
        if now >= session.expires {
            principals.sessions.remove(&digest);
            return Err(EXPIRED);
        }
        let found = principals.role_with_policies(session.account, &session.role_name).await?;
        let (role, gathered) = found.ok_or(UNKNOWN)?;
        if role.role.role_id != session.role_id {
            return Err(UNKNOWN);
        }
        let membership = principals.membership(session.account).await?;
        if let Some(ready) = ready
            && Arc::ptr_eq(&ready.role, &role)
            && ready.gathered.is_same(&gathered)
            && Arc::ptr_eq(&ready.membership, &membership)
        {
            return Ok(ready.credential);
        }
        let caller = session_caller(access_key_id, &session, &role, &gathered, Arc::clone(&membership))?;
        let secret_access_key = session.secret_access_key.clone();
        let credential = Arc::new(Credential::new(secret_access_key, Arc::new(caller)));
        let ready = Temporary { session, role, gathered, membership, credential: Arc::clone(&credential) };
        principals.sessions.insert(digest, ready);
        Ok(credential)
    }
}

fn is_same<T>(left: &Option<Arc<T>>, right: &Option<Arc<T>>) -> bool {
    match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => Arc::ptr_eq(left, right),
        _ => false,
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

fn root_caller(access_key_id: &str, account: AccountId, membership: Arc<Membership>) -> Caller {
    let mut identity = UserIdentity::new(IdentityType::Root);
    identity.principal_id = Some(account.as_str().into());
    identity.arn = Some(account.root_arn().as_str().into());
    identity.account_id = Some(account);
    identity.access_key_id = Some(access_key_id.into());
    Caller {
        principal: Principal::Root { account },
        account,
        access_key_id: access_key_id.to_owned(),
        user_id: account.to_string(),
        identity,
        tags: Vec::new(),
        identity_policies: Vec::new(),
        boundary: None,
        session: None,
        membership,
    }
}

fn user_caller(
    access_key_id: &str,
    ready: &ReadyUser,
    gathered: &Gathered,
    membership: Arc<Membership>,
) -> Caller {
    let ReadyUser { user, arn, policies, .. } = ready;
    let mut identity = UserIdentity::new(IdentityType::IamUser);
    identity.principal_id = Some(user.user_id.as_str().into());
    identity.arn = Some(arn.as_str().into());
    identity.account_id = Some(user.account);
    identity.access_key_id = Some(access_key_id.into());
    identity.user_name = Some(user.name.as_str().into());
    Caller {
        principal: Principal::User { account: user.account, arn: arn.clone() },
        account: user.account,
        access_key_id: access_key_id.to_owned(),
        user_id: user.user_id.clone(),
        identity,
        tags: user.tags.clone().into_iter().collect(),
        identity_policies: gathered.identity_policies(policies),
        boundary: gathered.boundary(),
        session: None,
        membership,
    }
}

fn session_caller(
    access_key_id: &str,
    session: &RoleSession,
    ready: &ReadyRole,
    gathered: &Gathered,
    membership: Arc<Membership>,
) -> Result<Caller, Error> {
    let role = &ready.role;
    let session_arn = ready.session_arn(&session.name)?;
    let session_id = ready.session_id(&session.name);
    let mut identity = UserIdentity::new(IdentityType::AssumedRole);
    identity.principal_id = Some(session_id.as_str().into());
    identity.arn = Some(session_arn.as_str().into());
    identity.account_id = Some(role.account);
    identity.access_key_id = Some(access_key_id.into());
    identity.session_context = Some(SessionContext {
        session_issuer: Some(SessionIssuer {
            issuer_type: Some(IdentityType::Role),
            principal_id: Some(role.role_id.as_str().into()),
            arn: Some(ready.arn.as_str().into()),
            account_id: Some(role.account),
            user_name: Some(role.name.as_str().into()),
        }),
        web_id_federation_data: session.federation.as_ref().map(|federation| WebIdFederationData {
            federated_provider: Some(federation.provider.as_str().into()),
            attributes: Some(Document::new(&federation.keys)),
        }),
        attributes: Some(SessionAttributes { creation_date: session.issued, mfa_authenticated: false }),
        source_identity: session.source_identity.as_deref().map(Into::into),
    });
    let policies = session.policy.iter().map(|(_, policy)| ("session policy".to_owned(), Arc::clone(policy)));
    Ok(Caller {
        principal: Principal::AssumedRole { account: role.account, role_arn: ready.arn.clone(), session_arn },
        account: role.account,
        access_key_id: access_key_id.to_owned(),
        user_id: session_id,
        identity,
        tags: tags::overridden(&role.tags, &session.tags),
        identity_policies: gathered.identity_policies(&ready.policies),
        boundary: gathered.boundary(),
        session: Some(Session {
            issued_at: session.issued,
            expires_at: session.expires,
            policies: policies.collect(),
            source_identity: session.source_identity.clone(),
            tags: session.tags.clone().into_iter().collect(),
            transitive_tag_keys: session.transitive_tag_keys.clone(),
            federated: session.federation.clone().map(|federation| Federated {
                provider: federation.provider,
                keys: federation.keys.into_iter().collect(),
            }),
        }),
        membership,
    })
}
