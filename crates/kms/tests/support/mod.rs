//! The service behind a real gate: an in-memory store, an audit log in a folder of its own, a clock that stands still.
#![allow(dead_code, reason = "each test file uses a part of this")]

pub mod grants;
pub mod import;
pub mod key_stores;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use arn::{AccountId, Region};
use attestation::Verifier;
use audit_event::{IdentityType, RequestId, UserIdentity};
use audit_log::{AuditLog, Options, SigningKey};
use aws_model::kms::{
    CreateAlias, CreateAliasRequest, CreateGrant, CreateGrantRequest, CreateGrantResponse, CreateKey,
    CreateKeyRequest, Decrypt, DecryptRequest, DecryptResponse, Encrypt, EncryptRequest, GenerateMacRequest,
    GetPublicKey, GetPublicKeyRequest, GrantOperation, SignRequest, Tag, VerifyRequest,
};
use aws_model::{Operation, Shape};
use clock::{ManualClock, Timestamp};
use envelope::{RootKey, SystemRandom};
use gate::{
    BoxFuture, Caller, CallerKeys, Credential, CredentialError, Directory, Endpoint, Fault, Gate, Incoming,
    LastUses, LastUsesError, NamedPrincipals, Origin, Principals, Session, Tracked, View,
};
use iam_policy::{Policy, PolicyKind, Principal};
use key_store::Connectors;
use kms::{Kms, Surroundings};
use secret::{SecretArray, SecretBytes};
use serde_json::{Value, json};
use store::{Backend, Changes, Commit, Listener, Memory, Snapshot, Store, Version};

pub const ACCOUNT: &str = "111122223333";
pub const STRANGER: &str = "444455556666";
pub const REGION: &str = "eu-west-1";
/// The regions that are served.
pub const REGIONS: [&str; 4] = [REGION, "us-east-1", "us-west-2", "ap-southeast-2"];
pub const START: Timestamp = Timestamp::from_secs(1_790_000_000);
pub const DAY: Duration = Duration::from_secs(86_400);
pub const MISSING: &str = "1234abcd-12ab-34cd-56ef-1234567890ab";

/// A whole service, alone in the world.
pub struct World {
    pub kms: Arc<Kms>,
    pub everybody: Arc<Everybody>,
    pub gate: Arc<Gate>,
    pub clock: ManualClock,
    pub store: Store,
    snapshots: Arc<AtomicUsize>,
    pub endpoints: Vec<Box<dyn Endpoint>>,
    log: AuditLog,
    _folder: tempfile::TempDir,
}

/// A store that counts how often it is looked into.
struct Counted {
    memory: Memory,
    snapshots: Arc<AtomicUsize>,
}

impl Backend for Counted {
    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, store::Error>> {
        self.snapshots.fetch_add(1, Ordering::SeqCst);
        self.memory.begin()
    }

    fn commit(&self, commit: Commit) -> BoxFuture<'_, Result<Version, store::Error>> {
        self.memory.commit(commit)
    }

    fn changes(&self, after: Version, limit: usize) -> BoxFuture<'_, Result<Changes, store::Error>> {
        self.memory.changes(after, limit)
    }

    fn version(&self) -> BoxFuture<'_, Result<Version, store::Error>> {
        self.memory.version()
    }

    fn listen(&self, listener: Listener) {
        self.memory.listen(listener);
    }
}

/// Callers come to these tests already authenticated.
struct Nobody;

impl Directory for Nobody {
    fn credential<'a>(
        &'a self,
        _: &'a str,
        _: Option<&'a str>,
        _: Timestamp,
    ) -> BoxFuture<'a, Result<Arc<Credential>, CredentialError>> {
        Box::pin(async { Err(CredentialError::Unknown) })
    }
}

/// Nothing has ever been used.
struct Unused;

impl LastUses for Unused {
    fn last_use<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Tracked, LastUsesError>> {
        Box::pin(async { Ok(Tracked { since: Some(START), last: None }) })
    }
}

/// Everybody has an account, a user and a role here, unless they are deleted.
#[derive(Default)]
pub struct Everybody {
    deleted: Mutex<BTreeSet<String>>,
    /// How often those who are there were deleted before, by name.
    lives: Mutex<BTreeMap<String, usize>>,
}

impl Everybody {
    pub fn delete(&self, arn: &str) {
        self.deleted.lock().unwrap().insert(arn.to_owned());
    }

    pub fn create(&self, arn: &str) {
        self.deleted.lock().unwrap().remove(arn);
    }

    /// Deletes a user or role and makes it again under the same name.
    pub fn recreate(&self, arn: &str) {
        *self.lives.lock().unwrap().entry(named(arn)).or_default() += 1;
    }

    fn id_of(&self, arn: &str) -> String {
        unique_id(arn, self.lives.lock().unwrap().get(&named(arn)).copied().unwrap_or_default())
    }
}

/// What the ARN of a user, a role or one of the role's sessions says of its owner: without the role's path.
fn named(arn: &str) -> String {
    let mut parts = arn.split(':').skip(4);
    let (account, resource) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let parts: Vec<_> = resource.split('/').collect();
    match parts.as_slice() {
        ["assumed-role", role, _] => format!("{account} role {role}"),
        [kind, .., name] => format!("{account} {kind} {name}"),
        _ => arn.to_owned(),
    }
}

/// The unique id of a user or role, or of the role of a session, that was deleted and made again `lives` times.
pub fn unique_id(arn: &str, lives: usize) -> String {
    let hash = named(arn).bytes().fold(7u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    let kind = if named(arn).contains(" user ") { "AIDA" } else { "AROA" };
    format!("{kind}{:012}{lives:05}", hash % 1_000_000_000_000)
}

impl Principals for Everybody {
    fn named<'a>(
        &'a self,
        _: &'a mut View,
        names: &'a [String],
    ) -> BoxFuture<'a, Result<NamedPrincipals, store::Error>> {
        let deleted = self.deleted.lock().unwrap();
        let is_there = |name: &String| {
            (name == "*" || name.starts_with("arn:") || name.parse::<AccountId>().is_ok())
                && !deleted.contains(name)
        };
        let mut found = NamedPrincipals::default();
        for name in names {
            if !is_there(name) {
                found.unknown.push(name.clone());
            } else if name.contains('/') {
                found.unique_ids.insert(name.clone(), self.id_of(name));
            }
        }
        Box::pin(async { Ok(found) })
    }

    fn shown<'a>(
        &'a self,
        view: &'a mut View,
        bound: &'a BTreeMap<String, String>,
    ) -> BoxFuture<'a, Result<BTreeMap<String, String>, store::Error>> {
        Box::pin(async move {
            let names: Vec<_> = bound.keys().cloned().collect();
            Ok(self.named(view, &names).await?.gone(bound))
        })
    }
}

/// Each request has an id of its own.
static REQUESTS: AtomicU64 = AtomicU64::new(1);

impl World {
    pub async fn new() -> Self {
        Self::trusting(Verifier::new(Vec::new())).await
    }

    /// A world that trusts the attestation documents of somebody.
    pub async fn trusting(attestation: Verifier) -> Self {
        let (store, snapshots) = Self::empty();
        Self::over(store, snapshots, 9, attestation, Connectors::default()).await
    }

    /// A world with custom key stores.
    pub async fn with_key_stores(key_stores: Connectors) -> Self {
        let (store, snapshots) = Self::empty();
        Self::over(store, snapshots, 9, Verifier::new(Vec::new()), key_stores).await
    }

    /// The same store after a restart: what was in memory is gone.
    pub async fn restarted(&self, key_stores: Connectors) -> Self {
        let nobody = Verifier::new(Vec::new());
        Self::over(self.store.clone(), Arc::clone(&self.snapshots), 9, nobody, key_stores).await
    }

    fn empty() -> (Store, Arc<AtomicUsize>) {
        let snapshots = Arc::new(AtomicUsize::new(0));
        let store = Store::new(Counted { memory: Memory::new(), snapshots: Arc::clone(&snapshots) });
        (store, snapshots)
    }

    /// The same store, opened with another root key.
    pub async fn with_wrong_root_key(&self) -> Self {
        let nobody = Verifier::new(Vec::new());
        Self::over(self.store.clone(), Arc::clone(&self.snapshots), 10, nobody, Connectors::default()).await
    }

    /// The same store, opened again at the same time.
    pub async fn reopened(&self) -> Self {
        let nobody = Verifier::new(Vec::new());
        let again =
            Self::over(self.store.clone(), Arc::clone(&self.snapshots), 9, nobody, Connectors::default())
                .await;
        again.clock.set(self.clock_now());
        again
    }

    /// How often the store was read or changed so far.
    pub fn snapshots(&self) -> usize {
        self.snapshots.load(Ordering::SeqCst)
    }

    async fn over(
        store: Store,
        snapshots: Arc<AtomicUsize>,
        root_key: u8,
        attestation: Verifier,
        key_stores: Connectors,
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let signing_key = SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap();
        let log = AuditLog::open(Options::new(folder.path(), signing_key)).unwrap();
        let clock = ManualClock::new(START);
        let root_key = RootKey::new(SecretArray::new([root_key; 32]));
        let everybody = Arc::new(Everybody::default());
        let surroundings = Surroundings {
            random: Arc::new(SystemRandom),
            principals: Arc::clone(&everybody) as _,
            last_uses: Arc::new(Unused),
            attestation,
            regions: REGIONS.map(|region| region.parse().unwrap()).to_vec(),
            key_stores,
        };
        let kms = Kms::new(&store, &root_key, surroundings);
        let endpoints = kms::endpoints(&kms);
        // Accepting, since a store that is opened with another root key gets another log.
        let gate = Gate::open_accepting(
            store.clone(),
            log.clone(),
            Arc::new(clock.clone()),
            Arc::new(Nobody),
            Vec::new(),
        )
        .await
        .unwrap();
        Self {
            kms,
            everybody,
            gate: Arc::new(gate),
            clock,
            store,
            snapshots,
            endpoints,
            log,
            _folder: folder,
        }
    }

    /// Calls `O` as the door would, in the usual region.
    pub async fn call<O: Operation>(
        &self,
        caller: &Arc<Caller>,
        input: O::Input,
    ) -> Result<O::Output, Fault> {
        self.call_in::<O>(REGION, caller, input).await
    }

    pub async fn call_in<O: Operation>(
        &self,
        region: &str,
        caller: &Arc<Caller>,
        input: O::Input,
    ) -> Result<O::Output, Fault> {
        let endpoint =
            self.endpoints.iter().find(|endpoint| endpoint.schema().name == O::SCHEMA.name).unwrap();
        let origin = self.origin(region);
        let incoming = Incoming { caller: Arc::clone(caller), origin, document: input.into_document() };
        let answer = endpoint.call(&self.gate, incoming).await?;
        Ok(O::Output::from_document(answer).unwrap())
    }

    /// The time that it is there.
    pub fn clock_now(&self) -> Timestamp {
        self.gate.now()
    }

    /// Where and when a call comes in.
    pub fn origin(&self, region: &str) -> Origin {
        Origin {
            region: region.parse().unwrap(),
            at: self.gate.now(),
            request_id: RequestId::from_random(
                u128::from(REQUESTS.fetch_add(1, Ordering::SeqCst)).to_be_bytes(),
            ),
            source_ip: "192.0.2.1".parse().unwrap(),
            secure_transport: true,
            tls: None,
            user_agent: Some("tests".to_owned()),
            host: None,
        }
    }

    /// A key of the usual account with the default policy.
    pub async fn key(&self) -> String {
        self.key_with(&root(ACCOUNT), None).await
    }

    pub async fn key_with(&self, owner: &Arc<Caller>, policy: Option<Value>) -> String {
        let input = CreateKeyRequest {
            policy: policy.map(|policy| policy.to_string()),
            bypass_policy_lockout_safety_check: Some(true),
            ..create_key()
        };
        self.call::<CreateKey>(owner, input).await.unwrap().key_metadata.unwrap().key_id
    }

    /// A key of the usual account of this spec and usage.
    pub async fn key_of(&self, spec: &str, usage: &str) -> String {
        let answer = self.call::<CreateKey>(&root(ACCOUNT), create_key_of(spec, usage)).await.unwrap();
        answer.key_metadata.unwrap().key_id
    }

    /// The public key of a key pair.
    pub async fn public_key(&self, key_id: &str) -> Vec<u8> {
        let input = GetPublicKeyRequest { grant_tokens: None, key_id: key_id.to_owned() };
        self.call::<GetPublicKey>(&root(ACCOUNT), input).await.unwrap().public_key.unwrap()
    }

    /// A further name for a key.
    pub async fn alias(&self, owner: &Arc<Caller>, name: &str, key_id: &str) {
        let input = CreateAliasRequest { alias_name: name.to_owned(), target_key_id: key_id.to_owned() };
        self.call::<CreateAlias>(owner, input).await.unwrap();
    }

    pub async fn encrypt(&self, caller: &Arc<Caller>, key_id: &str) -> Result<Vec<u8>, Fault> {
        let answer = self.call::<Encrypt>(caller, encrypt(key_id, &[])).await?;
        Ok(answer.ciphertext_blob.unwrap())
    }

    pub async fn decrypt(
        &self,
        caller: &Arc<Caller>,
        key_id: Option<&str>,
        blob: &[u8],
    ) -> Result<DecryptResponse, Fault> {
        self.call::<Decrypt>(caller, decrypt(key_id, blob, &[])).await
    }

    pub async fn grant(&self, caller: &Arc<Caller>, request: CreateGrantRequest) -> CreateGrantResponse {
        self.call::<CreateGrant>(caller, request).await.unwrap()
    }

    /// Does what is due, and says how much it was.
    pub async fn perform_duties(&self) -> usize {
        let mut done = 0;
        for duty in kms::duties(&self.kms) {
            done += self.gate.perform(duty.as_ref()).await.unwrap();
        }
        done
    }

    /// The records of the audit log, oldest first.
    pub fn records(&self) -> Vec<Value> {
        let mut reader = self.log.subscribe(audit_log::Position::START);
        let mut records = Vec::new();
        while let Some(entry) = reader.try_next().unwrap() {
            records.push(serde_json::from_slice(&entry.record).unwrap());
        }
        // Not what the gate did by itself, such as starting.
        records.retain(|record: &Value| record["eventSource"] != "lodge.internal");
        records
    }
}

/// Whoever has the caller's name after user or role was deleted and made again once.
pub fn successor(caller: &Caller) -> Arc<Caller> {
    Arc::new(Caller { user_id: unique_id(caller.arn(), 1), ..caller.clone() })
}

/// The root of an account.
pub fn root(account: &str) -> Arc<Caller> {
    let account: AccountId = account.parse().unwrap();
    Arc::new(caller(account, Principal::Root { account }, &account.root_arn()))
}

/// A user with one identity policy.
pub fn user(account: &str, name: &str, policy: Value) -> Arc<Caller> {
    let account: AccountId = account.parse().unwrap();
    let arn = format!("arn:aws:iam::{account}:user/{name}");
    let mut user = caller(account, Principal::User { account, arn: arn.parse().unwrap() }, &arn);
    user.identity_policies = vec![("identity".to_owned(), parsed(policy, PolicyKind::Identity))];
    Arc::new(user)
}

/// A user whose identity policy allows everything.
pub fn admin(account: &str, name: &str) -> Arc<Caller> {
    user(account, name, allow("kms:*", json!({})))
}

/// A session of a role with one identity policy, limited by a session policy or not.
pub fn session(account: &str, role: &str, identity: Value, limit: Option<Value>) -> Arc<Caller> {
    let account: AccountId = account.parse().unwrap();
    // The role's path is not part of its sessions' names.
    let name = role.rsplit('/').next().unwrap();
    let session_arn = format!("arn:aws:sts::{account}:assumed-role/{name}/s1");
    let principal = Principal::AssumedRole {
        account,
        role_arn: format!("arn:aws:iam::{account}:role/{role}").parse().unwrap(),
        session_arn: session_arn.parse().unwrap(),
    };
    let mut session = caller(account, principal, &session_arn);
    session.identity_policies = vec![("identity".to_owned(), parsed(identity, PolicyKind::Identity))];
    session.session = Some(Session {
        issued_at: START,
        expires_at: START.plus(DAY),
        issuer_id: None,
        mfa_at: None,
        is_assumed_root: false,
        policies: limit
            .map(|limit| ("session".to_owned(), parsed(limit, PolicyKind::Session)))
            .into_iter()
            .collect(),
        source_identity: None,
        tags: Vec::new(),
        transitive_tag_keys: Vec::new(),
        federated: None,
    });
    Arc::new(session)
}

fn caller(account: AccountId, principal: Principal, arn: &str) -> Caller {
    let mut identity = UserIdentity::new(IdentityType::IamUser);
    identity.arn = Some(arn.into());
    identity.account_id = Some(account);
    Caller {
        principal,
        account,
        access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        user_id: unique_id(arn, 0),
        identity,
        tags: Vec::new(),
        identity_policies: Vec::new(),
        boundary: None,
        session: None,
        membership: Arc::default(),
        keys: CallerKeys::default(),
    }
}

fn parsed(policy: Value, kind: PolicyKind) -> Arc<Policy> {
    Arc::new(Policy::parse(&policy.to_string(), kind).unwrap())
}

/// An identity policy that allows `actions` on everything under a condition.
pub fn allow(actions: impl Into<Value>, condition: Value) -> Value {
    let statement =
        json!({ "Effect": "Allow", "Action": actions.into(), "Resource": "*", "Condition": condition });
    json!({ "Version": "2012-10-17", "Statement": [statement] })
}

/// A key policy that allows `actions` to `principal` under a condition.
pub fn allow_to(principal: &str, actions: impl Into<Value>, condition: Value) -> Value {
    let mut policy = allow(actions, condition);
    policy["Statement"][0]["Principal"] = json!({ "AWS": principal });
    policy
}

pub fn create_key() -> CreateKeyRequest {
    CreateKeyRequest {
        bypass_policy_lockout_safety_check: None,
        custom_key_store_id: None,
        customer_master_key_spec: None,
        description: None,
        key_spec: None,
        key_usage: None,
        multi_region: None,
        origin: None,
        policy: None,
        tags: None,
        xks_key_id: None,
    }
}

pub fn create_key_of(spec: &str, usage: &str) -> CreateKeyRequest {
    CreateKeyRequest {
        key_spec: Some(spec.parse().unwrap()),
        key_usage: Some(usage.parse().unwrap()),
        ..create_key()
    }
}

pub fn sign(key_id: &str, algorithm: &str, message: &[u8]) -> SignRequest {
    SignRequest {
        dry_run: None,
        grant_tokens: None,
        key_id: key_id.to_owned(),
        message: SecretBytes::copy_of(message),
        message_type: None,
        signing_algorithm: algorithm.parse().unwrap(),
    }
}

pub fn verify(key_id: &str, algorithm: &str, message: &[u8], signature: &[u8]) -> VerifyRequest {
    VerifyRequest {
        dry_run: None,
        grant_tokens: None,
        key_id: key_id.to_owned(),
        message: SecretBytes::copy_of(message),
        message_type: None,
        signature: signature.to_vec(),
        signing_algorithm: algorithm.parse().unwrap(),
    }
}

pub fn generate_mac(key_id: &str, algorithm: &str, message: &[u8]) -> GenerateMacRequest {
    GenerateMacRequest {
        dry_run: None,
        grant_tokens: None,
        key_id: key_id.to_owned(),
        mac_algorithm: algorithm.parse().unwrap(),
        message: SecretBytes::copy_of(message),
    }
}

pub fn encrypt(key_id: &str, context: &[(&str, &str)]) -> EncryptRequest {
    EncryptRequest {
        dry_run: None,
        encryption_algorithm: None,
        encryption_context: pairs(context),
        grant_tokens: None,
        key_id: key_id.to_owned(),
        plaintext: SecretBytes::copy_of(b"secret"),
    }
}

pub fn decrypt(key_id: Option<&str>, blob: &[u8], context: &[(&str, &str)]) -> DecryptRequest {
    DecryptRequest {
        ciphertext_blob: Some(blob.to_vec()),
        dry_run: None,
        dry_run_modifiers: None,
        encryption_algorithm: None,
        encryption_context: pairs(context),
        grant_tokens: None,
        key_id: key_id.map(str::to_owned),
        recipient: None,
    }
}

pub fn grant(key_id: &str, grantee: &str, operations: &[GrantOperation]) -> CreateGrantRequest {
    CreateGrantRequest {
        key_id: key_id.to_owned(),
        grantee_principal: Some(grantee.to_owned()),
        operations: operations.to_vec(),
        ..CreateGrantRequest::default()
    }
}

pub fn pairs(pairs: &[(&str, &str)]) -> Option<BTreeMap<String, String>> {
    Some(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect())
}

pub fn tag(key: &str, value: &str) -> Tag {
    Tag { tag_key: key.to_owned(), tag_value: value.to_owned() }
}

pub fn key_arn(account: &str, key_id: &str) -> String {
    format!("arn:aws:kms:{REGION}:{account}:key/{key_id}")
}

pub fn region() -> Region {
    REGION.parse().unwrap()
}

/// The code of a refusal.
pub fn code<T>(answer: Result<T, Fault>) -> &'static str {
    match answer {
        Ok(_) => "success",
        Err(fault) => fault.code.code,
    }
}

/// `Code: message`.
pub fn fault<T>(answer: Result<T, Fault>) -> String {
    match answer {
        Ok(_) => "success".to_owned(),
        Err(fault) => format!("{}: {}", fault.code.code, fault.message),
    }
}
