use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use attestation::Verifier;
use audit_event::RequestId;
use audit_log::{AuditLog, Options};
use aws_model::sts::AssumeRoleResponse;
use aws_model::{Document, Shape};
use clock::{Clock, SystemClock, Timestamp};
use envelope::{RootKey, SystemRandom};
use gate::{
    BoxFuture, Caller, Directory, Duty, DutyError, Endpoint, Gate, Incoming, Origin, ServiceEvent, View,
};
use iam::{AccessKeySeed, AccountSeed, Genesis, Iam, RoleSeed, StoredPrincipals, UserSeed};
use key_store::Connectors;
use kms::{KeySeed, Kms, Surroundings};
use secret::{SecretArray, SecretString};
use store::{Memory, Store};
use trail::Trail;

/// The account that owns the tenants' keys.
pub const OWNER: &str = "111122223333";
/// Where the keys are.
pub const REGION: &str = "eu-west-1";
/// The name by which the tenant's key is used, and by no other.
pub const ALIAS: &str = "alias/customer-123";
/// The input of the call that is measured: 64 bytes of plaintext.
pub const BODY: &str = r#"{"KeyId":"alias/customer-123","Plaintext":"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZg==","EncryptionContext":{"tenant":"123"}}"#;

/// The policy of the tenant's key: administered by one role, used by another and by alias only.
pub const KEY_POLICY: &str = r#"{"Version":"2012-10-17","Id":"TenantKeyPolicy","Statement":[
    {"Sid":"AllowKeyServiceToAdminister","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/KeyServiceRole"},
     "Action":["kms:Create*","kms:Describe*","kms:Enable*","kms:List*","kms:Put*","kms:Update*","kms:Disable*","kms:Get*",
               "kms:Delete*","kms:TagResource","kms:UntagResource","kms:ScheduleKeyDeletion","kms:CancelKeyDeletion"],"Resource":"*"},
    {"Sid":"AllowServiceARoleViaAlias","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/ServiceARole"},
     "Action":["kms:Encrypt","kms:Decrypt","kms:GenerateDataKey*"],"Resource":"*",
     "Condition":{"StringLike":{"kms:RequestAlias":"alias/customer-123"}}}]}"#;
const ROLE_POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"AllowKMSByAlias","Effect":"Allow",
    "Action":["kms:Encrypt","kms:Decrypt","kms:GenerateDataKey*"],"Resource":"*",
    "Condition":{"StringLike":{"kms:RequestAlias":"alias/customer-*"}}}]}"#;
/// What narrows the session to one tenant.
const SESSION_POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
    "Action":["kms:Encrypt","kms:Decrypt","kms:GenerateDataKey*"],"Resource":"*",
    "Condition":{"StringEquals":{"kms:RequestAlias":"alias/customer-123"}}}]}"#;
const TRUST_OF_ACCOUNT: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
    "Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}"#;
const MAY_ASSUME: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}"#;

const APPLICATION_KEY_ID: &str = "AKIALODGEBENCH00APP0";
const APPLICATION_SECRET: &str = "a-secret-that-opens-nothing-but-benchmarks";

/// The tenant walkthrough, ready for its `Encrypt`: a real gate, audit log, IAM and KMS over a store in memory.
pub struct World {
    /// The gate.
    pub gate: Arc<Gate>,
    /// The audit log.
    pub log: AuditLog,
    /// Who is who.
    pub iam: Arc<Iam>,
    kms: Arc<Kms>,
    /// What the session signs with.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: SecretString,
    /// Its token.
    pub session_token: SecretString,
    folder: tempfile::TempDir,
}

impl World {
    /// A new one, with its audit log in a folder of its own in `place`: where the log is decides what its syncs cost.
    pub async fn new(place: &Path) -> Result<Self> {
        let folder =
            tempfile::tempdir_in(place).with_context(|| format!("no folder in {}", place.display()))?;
        let signing_key = audit_log::SigningKey::from_seed(&SecretArray::new([7; 32]))?;
        let log = AuditLog::open(Options::new(folder.path().join("trail"), signing_key))?;
        let store = Store::new(Memory::new());
        let root_key = RootKey::generate(&SystemRandom)?;
        let surroundings = Surroundings {
            random: Arc::new(SystemRandom),
            principals: Arc::new(StoredPrincipals),
            last_uses: Trail::open(Store::new(Memory::new()), log.clone()).await?,
            attestation: Verifier::new(Vec::new()),
            regions: Vec::new(),
            key_stores: Connectors::default(),
        };
        let kms = Kms::new(&store, &root_key, surroundings);
        let iam = Iam::new(&store, &root_key, Arc::new(SystemRandom));
        let gate =
            Arc::new(Gate::open(store, log.clone(), Arc::new(SystemClock), Arc::clone(&iam) as _).await?);
        gate.perform(&Furnishing { iam: &iam, kms: &kms }).await?;
        let credentials = assume_service_role(&gate, &iam).await?;
        Ok(Self {
            gate,
            iam,
            kms,
            access_key_id: credentials.access_key_id,
            secret_access_key: credentials.secret_access_key,
            session_token: credentials.session_token,
            log,
            folder,
        })
    }

    /// Its folder, which goes with it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// All operations of KMS and IAM.
    pub fn endpoints(&self) -> Vec<Box<dyn Endpoint>> {
        [kms::endpoints(&self.kms), iam::endpoints(&self.iam)].into_iter().flatten().collect()
    }

    /// The narrowed session, as the gate knows it.
    pub async fn caller(&self) -> Result<Arc<Caller>> {
        let token = Some(self.session_token.expose());
        Ok(Arc::clone(&self.iam.credential(&self.access_key_id, token, SystemClock.now()).await?.caller))
    }

    /// Where a call comes from.
    pub fn origin() -> Result<Origin> {
        Ok(Origin {
            region: REGION.parse()?,
            at: SystemClock.now(),
            request_id: RequestId::from_random([1; 16]),
            source_ip: "192.0.2.1".parse()?,
            secure_transport: true,
            tls: Some(("TLSv1.3", "TLS13_AES_256_GCM_SHA384")),
            user_agent: Some(
                "Boto3/1.40.0 md/Botocore#1.40.0 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.12"
                    .to_owned(),
            ),
            host: Some("kms.eu-west-1.lodge.example".to_owned()),
        })
    }
}

/// A folder in memory where the system has one, so that a benchmark measures the program and not the disk.
pub fn scratch() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}

/// The endpoint of an operation.
pub fn endpoint<'e>(endpoints: &'e [Box<dyn Endpoint>], operation: &str) -> Result<&'e dyn Endpoint> {
    let found = endpoints.iter().find(|endpoint| endpoint.schema().name == operation);
    found.map(AsRef::as_ref).with_context(|| format!("nothing performs {operation}"))
}

async fn assume_service_role(gate: &Gate, iam: &Arc<Iam>) -> Result<aws_model::sts::Credentials> {
    let origin = World::origin()?;
    let application = iam.credential(APPLICATION_KEY_ID, None, origin.at).await?;
    let text = |text: &str| Document::String(text.to_owned());
    let document = Document::Structure(vec![
        ("RoleArn", text("arn:aws:iam::111122223333:role/ServiceARole")),
        ("RoleSessionName", text("Tenant123Session")),
        ("Policy", text(SESSION_POLICY)),
    ]);
    let endpoints = iam::endpoints(iam);
    let incoming = Incoming { caller: Arc::clone(&application.caller), origin, document };
    let answer = endpoint(&endpoints, "AssumeRole")?.call(gate, incoming).await;
    let answer = answer.map_err(|fault| anyhow!("AssumeRole: {}", fault.message))?;
    AssumeRoleResponse::from_document(answer)?.credentials.context("AssumeRole gave no credentials")
}

/// Makes the organization, the account that owns the key, its application and roles, and the key.
struct Furnishing<'w> {
    iam: &'w Iam,
    kms: &'w Kms,
}

impl Duty for Furnishing<'_> {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let unmade = |error| DutyError::new("the account could not be made", error);
            let genesis = Genesis { management_account: None, name: "management".to_owned() };
            let founded = iam::genesis(self.iam, view, &genesis, now).await.map_err(unmade)?;
            let mut events = founded.map(|founded| founded.events).unwrap_or_default();
            let invalid = |error| DutyError::new("a name is not valid", error);
            let owner = OWNER.parse().map_err(invalid)?;
            let account = AccountSeed {
                id: owner,
                name: "Service A: tenant keys".to_owned(),
                email: None,
                users: vec![application()],
                roles: vec![role("KeyServiceRole", BTreeMap::new()), role("ServiceARole", by_alias())],
            };
            events.extend(iam::seed(self.iam, view, &[account], now).await.map_err(unmade)?);
            let key = KeySeed {
                account: owner,
                region: REGION.parse().map_err(|error| DutyError::new("a name is not valid", error))?,
                description: "Data of tenant 123".to_owned(),
                aliases: vec![ALIAS.to_owned()],
                policy: Some(KEY_POLICY.to_owned()),
                tags: BTreeMap::from([("tenant".to_owned(), "123".to_owned())]),
                rotation: false,
                key_id: None,
            };
            let made = kms::seed(self.kms, view, &key, now).await;
            events.extend(made.map_err(|error| DutyError::new("the key could not be made", error))?);
            Ok(events)
        })
    }
}

fn application() -> UserSeed {
    let secret = SecretString::new(APPLICATION_SECRET.to_owned());
    UserSeed {
        name: "application".to_owned(),
        path: "/".to_owned(),
        access_keys: vec![AccessKeySeed { id: APPLICATION_KEY_ID.to_owned(), secret }],
        policies: BTreeMap::from([("Assume".to_owned(), MAY_ASSUME.to_owned())]),
        tags: BTreeMap::new(),
    }
}

fn by_alias() -> BTreeMap<String, String> {
    BTreeMap::from([("AllowKMSByAlias".to_owned(), ROLE_POLICY.to_owned())])
}

fn role(name: &str, policies: BTreeMap<String, String>) -> RoleSeed {
    RoleSeed {
        name: name.to_owned(),
        path: "/".to_owned(),
        trust_policy: TRUST_OF_ACCOUNT.to_owned(),
        policies,
        tags: BTreeMap::new(),
        max_session_duration: None,
    }
}
