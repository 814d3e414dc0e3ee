//! The service behind a real gate, itself the gate's directory: an in-memory store, an audit log in a folder of its own, a clock that
//! stands still.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use arn::AccountId;
use audit_event::{IdentityType, RequestId, UserIdentity};
use audit_log::{AuditLog, Options, SigningKey};
use aws_model::iam::{
    CreateAccessKey, CreateAccessKeyRequest, CreateRole, CreateRoleRequest, CreateUser, CreateUserRequest,
};
use aws_model::sts::{AssumeRole, AssumeRoleRequest, AssumeRoleResponse};
use aws_model::{Operation, Shape, iam as model, sts};
use clock::{ManualClock, Timestamp};
use envelope::{RootKey, SystemRandom};
use gate::{
    BoxFuture, Caller, CallerKeys, CommonFault, Credential, CredentialError, Directory, Duty, DutyError,
    Endpoint, Fault, Gate, Incoming, Origin, ServiceEvent, View,
};
use iam::{AccountSeed, Founded, Genesis, Iam, Surroundings};
use iam_policy::Principal;
use secret::{SecretArray, SecretString};
use serde_json::{Value, json};
use store::{Memory, Store};

pub const ACCOUNT: &str = "111122223333";
pub const OTHER: &str = "444455556666";
pub const START: Timestamp = Timestamp::from_secs(1_790_000_000);
pub const HOUR: Duration = Duration::from_secs(3600);

/// A whole service, alone in the world: an organization with the management account `ACCOUNT`.
pub struct World {
    pub iam: Arc<Iam>,
    pub gate: Arc<Gate>,
    pub clock: ManualClock,
    pub store: Store,
    pub admin: Keys,
    endpoints: Vec<Box<dyn Endpoint>>,
    log: AuditLog,
    _folder: tempfile::TempDir,
}

/// What a client has.
#[derive(Clone)]
pub struct Keys {
    pub id: String,
    pub secret: SecretString,
    pub token: Option<SecretString>,
}

impl World {
    pub async fn new() -> Self {
        let mut world = Self::empty().await;
        let request = Genesis { management_account: Some(account(ACCOUNT)), name: "management".into() };
        let founded = world.genesis(&request).await.unwrap().unwrap();
        world.admin = Keys { id: founded.access_key_id, secret: founded.secret_access_key, token: None };
        world
    }

    /// Before the first start is done.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let signing_key = SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap();
        let log = AuditLog::open(Options::new(folder.path(), signing_key)).unwrap();
        let store = Store::new(Memory::new());
        let clock = ManualClock::new(START);
        let iam = service(&store);
        let endpoints = iam::endpoints(&iam);
        let directory: Arc<dyn Directory> = iam.clone();
        let gate = Gate::open(store.clone(), log.clone(), Arc::new(clock.clone()), directory).await.unwrap();
        let admin = Keys { id: String::new(), secret: SecretString::default(), token: None };
        Self { iam, gate: Arc::new(gate), clock, store, admin, endpoints, log, _folder: folder }
    }

    pub async fn genesis(&self, request: &Genesis) -> Result<Option<Founded>, DutyError> {
        let duty = GenesisDuty { iam: &self.iam, request, founded: Mutex::new(None) };
        self.gate.perform(&duty).await?;
        Ok(duty.founded.into_inner().unwrap())
    }

    /// How many events there were, or the text of the error.
    pub async fn seed(&self, seed: &AccountSeed) -> Result<usize, String> {
        self.seed_all(std::slice::from_ref(seed)).await
    }

    pub async fn seed_all(&self, seeds: &[AccountSeed]) -> Result<usize, String> {
        self.gate.perform(&SeedDuty { iam: &self.iam, seeds }).await.map_err(|error| match error {
            DutyError::Failed { source, .. } => source.to_string(),
            other => other.to_string(),
        })
    }

    /// Who these keys stand for now.
    pub async fn authenticate(&self, keys: &Keys) -> Result<Arc<Caller>, CredentialError> {
        Ok(Arc::clone(&self.credential(keys).await?.caller))
    }

    async fn credential(&self, keys: &Keys) -> Result<Arc<Credential>, CredentialError> {
        let token = keys.token.as_ref().map(SecretString::expose);
        let credential = self.iam.credential(&keys.id, token, self.gate.now()).await?;
        assert!(credential.secret_access_key == keys.secret);
        Ok(credential)
    }

    /// These keys have signed a request.
    pub async fn used(&self, keys: &Keys, region: &str, service: &str, at: Timestamp) {
        let caller = self.authenticate(keys).await.unwrap();
        self.iam.used(&caller, region, service, at);
    }

    /// Calls `O` as the door would.
    pub async fn call<O: Operation>(&self, keys: &Keys, input: O::Input) -> Result<O::Output, Fault> {
        let signs = |credential: Arc<Credential>| match credential.signs_for(O::SCHEMA.service) {
            true => Ok(Arc::clone(&credential.caller)),
            false => Err(CredentialError::Unknown),
        };
        let caller = self.credential(keys).await.and_then(signs).map_err(|error| {
            let kind = match error {
                CredentialError::Unknown => CommonFault::UnknownCredential,
                CredentialError::Expired => CommonFault::ExpiredCredential,
                CredentialError::Unavailable(error) => panic!("the directory failed: {error}"),
            };
            Fault::common(O::SCHEMA.service, kind, error.to_string())
        })?;
        self.call_as::<O>(&caller, input).await
    }

    pub async fn call_as<O: Operation>(
        &self,
        caller: &Arc<Caller>,
        input: O::Input,
    ) -> Result<O::Output, Fault> {
        self.call_at::<O>(&self.endpoints, caller, input).await
    }

    /// The same on another service, such as one that began later on the same store.
    pub async fn call_on<O: Operation>(
        &self,
        service: &Arc<Iam>,
        keys: &Keys,
        input: O::Input,
    ) -> Result<O::Output, Fault> {
        let caller = self.authenticate(keys).await.unwrap();
        self.call_at::<O>(&iam::endpoints(service), &caller, input).await
    }

    async fn call_at<O: Operation>(
        &self,
        endpoints: &[Box<dyn Endpoint>],
        caller: &Arc<Caller>,
        input: O::Input,
    ) -> Result<O::Output, Fault> {
        let mut endpoints = endpoints.iter();
        let endpoint = endpoints.find(|endpoint| std::ptr::eq(endpoint.schema(), O::SCHEMA)).unwrap();
        let origin = self.origin();
        let incoming = Incoming { caller: Arc::clone(caller), origin, document: input.into_document() };
        let answer = endpoint.call(&self.gate, incoming).await?;
        Ok(O::Output::from_document(answer).unwrap())
    }

    /// Calls `O` of a service without a signature.
    pub async fn call_unsigned<O: Operation>(
        &self,
        service: &Arc<Iam>,
        input: O::Input,
    ) -> Result<O::Output, Fault> {
        let endpoints = iam::endpoints(service);
        let mut endpoints = endpoints.iter();
        let endpoint = endpoints.find(|endpoint| std::ptr::eq(endpoint.schema(), O::SCHEMA)).unwrap();
        assert!(endpoint.is_proven_by_input());
        let answer = endpoint.call_unsigned(&self.gate, self.origin(), input.into_document()).await?;
        Ok(O::Output::from_document(answer).unwrap())
    }

    fn origin(&self) -> Origin {
        Origin {
            region: "us-east-1".parse().unwrap(),
            at: self.gate.now(),
            request_id: RequestId::from_random([1; 16]),
            source_ip: "192.0.2.1".parse().unwrap(),
            secure_transport: true,
            tls: None,
            user_agent: Some("tests".to_owned()),
            host: None,
        }
    }

    /// A new user of the management account with one inline policy, and its access key.
    pub async fn user(&self, name: &str, policy: Option<Value>) -> Keys {
        self.call::<CreateUser>(&self.admin, new_user(name)).await.unwrap();
        if let Some(policy) = policy {
            self.put_user_policy(name, "p", policy).await;
        }
        self.access_key(&self.admin, Some(name)).await
    }

    pub async fn access_key(&self, keys: &Keys, user_name: Option<&str>) -> Keys {
        let input = CreateAccessKeyRequest { user_name: user_name.map(str::to_owned) };
        let made = self.call::<CreateAccessKey>(keys, input).await.unwrap().access_key;
        Keys { id: made.access_key_id, secret: made.secret_access_key, token: None }
    }

    /// An access key of the management account's root.
    pub async fn root_keys(&self) -> Keys {
        let input = CreateAccessKeyRequest { user_name: None };
        let made = self.call_as::<CreateAccessKey>(&root(ACCOUNT), input).await.unwrap().access_key;
        assert_eq!(made.user_name, "root");
        Keys { id: made.access_key_id, secret: made.secret_access_key, token: None }
    }

    pub async fn put_user_policy(&self, name: &str, policy_name: &str, policy: Value) {
        let input = model::PutUserPolicyRequest {
            policy_document: policy.to_string(),
            policy_name: policy_name.into(),
            user_name: name.into(),
        };
        self.call::<model::PutUserPolicy>(&self.admin, input).await.unwrap();
    }

    /// A new role of the management account. Gives its ARN.
    pub async fn role(&self, name: &str, trust: Value, policy: Option<Value>) -> String {
        let made = self.call::<CreateRole>(&self.admin, new_role(name, &trust)).await.unwrap();
        if let Some(policy) = policy {
            self.put_role_policy(name, "p", policy).await;
        }
        made.role.arn
    }

    pub async fn put_role_policy(&self, name: &str, policy_name: &str, policy: Value) {
        let input = model::PutRolePolicyRequest {
            policy_document: policy.to_string(),
            policy_name: policy_name.into(),
            role_name: name.into(),
        };
        self.call::<model::PutRolePolicy>(&self.admin, input).await.unwrap();
    }

    pub async fn delete_role(&self, name: &str) {
        let policies = self
            .call::<model::ListRolePolicies>(
                &self.admin,
                model::ListRolePoliciesRequest { role_name: name.into(), ..Default::default() },
            )
            .await
            .unwrap();
        for policy_name in policies.policy_names {
            let input = model::DeleteRolePolicyRequest { policy_name, role_name: name.into() };
            self.call::<model::DeleteRolePolicy>(&self.admin, input).await.unwrap();
        }
        let input = model::DeleteRoleRequest { role_name: name.into() };
        self.call::<model::DeleteRole>(&self.admin, input).await.unwrap();
    }

    /// A new group with these users.
    pub async fn group(&self, name: &str, users: &[&str]) {
        let input = model::CreateGroupRequest { group_name: name.into(), path: None };
        self.call::<model::CreateGroup>(&self.admin, input).await.unwrap();
        for user in users {
            self.add_to_group(name, user).await.unwrap();
        }
    }

    pub async fn add_to_group(&self, group: &str, user: &str) -> Result<(), Fault> {
        let input = model::AddUserToGroupRequest { group_name: group.into(), user_name: user.into() };
        self.call::<model::AddUserToGroup>(&self.admin, input).await.map(drop)
    }

    pub async fn put_group_policy(&self, name: &str, policy_name: &str, policy: Value) {
        let input = model::PutGroupPolicyRequest {
            group_name: name.into(),
            policy_document: policy.to_string(),
            policy_name: policy_name.into(),
        };
        self.call::<model::PutGroupPolicy>(&self.admin, input).await.unwrap();
    }

    /// A new managed policy of the management account. Gives its ARN.
    pub async fn policy(&self, name: &str, document: Value) -> String {
        let made = self.call::<model::CreatePolicy>(&self.admin, new_policy(name, &document)).await.unwrap();
        made.policy.unwrap().arn.unwrap()
    }

    pub async fn attach_user(&self, name: &str, policy_arn: &str) -> Result<(), Fault> {
        let input = model::AttachUserPolicyRequest { policy_arn: policy_arn.into(), user_name: name.into() };
        self.call::<model::AttachUserPolicy>(&self.admin, input).await.map(drop)
    }

    pub async fn attach_group(&self, name: &str, policy_arn: &str) -> Result<(), Fault> {
        let input =
            model::AttachGroupPolicyRequest { group_name: name.into(), policy_arn: policy_arn.into() };
        self.call::<model::AttachGroupPolicy>(&self.admin, input).await.map(drop)
    }

    pub async fn attach_role(&self, name: &str, policy_arn: &str) -> Result<(), Fault> {
        let input = model::AttachRolePolicyRequest { policy_arn: policy_arn.into(), role_name: name.into() };
        self.call::<model::AttachRolePolicy>(&self.admin, input).await.map(drop)
    }

    pub async fn bound_user(&self, name: &str, policy_arn: &str) -> Result<(), Fault> {
        let input = model::PutUserPermissionsBoundaryRequest {
            permissions_boundary: policy_arn.into(),
            user_name: name.into(),
        };
        self.call::<model::PutUserPermissionsBoundary>(&self.admin, input).await.map(drop)
    }

    pub async fn assume(&self, keys: &Keys, input: AssumeRoleRequest) -> Result<Keys, Fault> {
        Ok(session_keys(&self.call::<AssumeRole>(keys, input).await?))
    }

    /// The ARN that GetCallerIdentity gives, or the code of the error.
    pub async fn whoami(&self, keys: &Keys) -> Result<String, &'static str> {
        let input = sts::GetCallerIdentityRequest {};
        let answer = self.call::<sts::GetCallerIdentity>(keys, input).await;
        answer.map(|answer| answer.arn.unwrap()).map_err(|fault| fault.code.code)
    }

    /// The records of the audit log, oldest first.
    pub fn records(&self) -> Vec<Value> {
        let mut reader = self.log.subscribe(audit_log::Position::START);
        let mut records = Vec::new();
        while let Some(entry) = reader.try_next().unwrap() {
            records.push(serde_json::from_slice(&entry.record).unwrap());
        }
        records
    }
}

pub fn service(store: &Store) -> Arc<Iam> {
    let surroundings = Surroundings { issuers: "https://tokens.test".to_owned(), ..Surroundings::default() };
    Iam::within(store, &RootKey::new(SecretArray::new([9; 32])), Arc::new(SystemRandom), surroundings)
}

struct GenesisDuty<'a> {
    iam: &'a Iam,
    request: &'a Genesis,
    founded: Mutex<Option<Founded>>,
}

impl Duty for GenesisDuty<'_> {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let founded = iam::genesis(self.iam, view, self.request, now).await;
            let founded =
                founded.map_err(|error| DutyError::new("the organization could not be made", error))?;
            let events = founded.as_ref().map(|founded| founded.events.clone()).unwrap_or_default();
            *self.founded.lock().unwrap() = founded;
            Ok(events)
        })
    }
}

struct SeedDuty<'a> {
    iam: &'a Iam,
    seeds: &'a [AccountSeed],
}

impl Duty for SeedDuty<'_> {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let seeded = iam::seed(self.iam, view, self.seeds, now).await;
            seeded.map_err(|error| DutyError::new("the account could not be seeded", error))
        })
    }
}

pub fn session_keys(answer: &AssumeRoleResponse) -> Keys {
    let made = answer.credentials.clone().unwrap();
    Keys { id: made.access_key_id, secret: made.secret_access_key, token: Some(made.session_token) }
}

/// An account's root, as if it had signed in some other way: the first access key of a root is made like this.
pub fn root(id: &str) -> Arc<Caller> {
    let account = account(id);
    let mut identity = UserIdentity::new(IdentityType::Root);
    identity.arn = Some(account.root_arn().as_str().into());
    Arc::new(Caller {
        principal: Principal::Root { account },
        account,
        access_key_id: "none".to_owned(),
        user_id: account.to_string(),
        identity,
        tags: Vec::new(),
        identity_policies: Vec::new(),
        boundary: None,
        session: None,
        membership: Arc::default(),
        keys: CallerKeys::default(),
    })
}

pub fn account(id: &str) -> AccountId {
    id.parse().unwrap()
}

pub fn new_user(name: &str) -> CreateUserRequest {
    CreateUserRequest { user_name: name.into(), ..Default::default() }
}

pub fn new_role(name: &str, trust: &Value) -> CreateRoleRequest {
    CreateRoleRequest {
        role_name: name.into(),
        assume_role_policy_document: trust.to_string(),
        ..Default::default()
    }
}

pub fn new_policy(name: &str, document: &Value) -> model::CreatePolicyRequest {
    model::CreatePolicyRequest {
        policy_document: document.to_string(),
        policy_name: name.into(),
        ..Default::default()
    }
}

pub fn policy_arn(name: &str) -> String {
    format!("arn:aws:iam::{ACCOUNT}:policy/{name}")
}

pub fn assume(role_arn: &str, session: &str) -> AssumeRoleRequest {
    AssumeRoleRequest { role_arn: role_arn.into(), role_session_name: session.into(), ..Default::default() }
}

pub fn user_arn(name: &str) -> String {
    format!("arn:aws:iam::{ACCOUNT}:user/{name}")
}

pub fn role_arn(name: &str) -> String {
    format!("arn:aws:iam::{ACCOUNT}:role/{name}")
}

pub fn tags(pairs: &[(&str, &str)]) -> Option<Vec<model::Tag>> {
    Some(pairs.iter().map(|(key, value)| model::Tag { key: (*key).into(), value: (*value).into() }).collect())
}

pub fn session_tags(pairs: &[(&str, &str)]) -> Option<Vec<sts::Tag>> {
    Some(pairs.iter().map(|(key, value)| sts::Tag { key: (*key).into(), value: (*value).into() }).collect())
}

/// An identity or session policy that allows `actions` on everything.
pub fn allow(actions: impl Into<Value>) -> Value {
    json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": actions.into(), "Resource": "*"}]})
}

/// An identity policy that allows `actions` on one resource.
pub fn allow_on(actions: impl Into<Value>, resource: &str) -> Value {
    json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": actions.into(), "Resource": resource}]})
}

/// A trust policy for everything that AssumeRole can ask.
pub fn trust(principal: &str) -> Value {
    trust_if(principal, json!({}))
}

pub fn trust_if(principal: &str, condition: Value) -> Value {
    json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": principal},
        "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
        "Condition": condition,
    }]})
}

/// Code and text of the refusal.
#[track_caller]
pub fn refusal<T>(answer: Result<T, Fault>) -> (&'static str, String) {
    match answer {
        Ok(_) => panic!("the call was not refused"),
        Err(fault) => (fault.code.code, fault.message),
    }
}
