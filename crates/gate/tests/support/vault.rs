use std::collections::VecDeque;
use std::future::Future;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use arn::AccountId;
use aws_model::iam::{
    AccessKey, CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse, StatusType,
};
use aws_model::kms::{
    AliasListEntry, CreateAlias, CreateAliasRequest, CreateAliasResponse, Encrypt, EncryptRequest,
    EncryptResponse, GenerateRandom, GenerateRandomRequest, GenerateRandomResponse, ListAliases,
    ListAliasesRequest, ListAliasesResponse, ReEncrypt, ReEncryptRequest, ReEncryptResponse, errors,
};
use aws_model::sts::{GetCallerIdentity, GetCallerIdentityRequest, GetCallerIdentityResponse};
use gate::{
    Bound, BoxFuture, Call, Effect, Endpoint, Fault, Guarded, Permit, Question, Resolved, ServiceError,
    ServiceEvent, View, Waits,
};
use iam_policy::PolicyKind;
use secret::{SecretBytes, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{KeyBytes, Page, Record, Store};

use super::{ACCOUNT, REGION, policy};

/// Another region.
pub const FAR: &str = "ap-southeast-2";
/// What every encryption gives.
pub const CIPHERTEXT: &[u8] = b"sealed";
/// The secret of every access key that is made.
pub const MADE_SECRET: &str = "MADE-SECRET-9f27c1";

/// A service of a few operations, one or more of each effect. It counts how often it resolved and ran.
pub struct Vault {
    store: Store,
    pub resolved: AtomicUsize,
    pub ran: AtomicUsize,
    interferences: Mutex<VecDeque<BoxFuture<'static, ()>>>,
    outside: OnceLock<Outside>,
}

/// What calls that wait for others wait for.
type Outside = Box<dyn Fn(Waits) -> BoxFuture<'static, ()> + Send + Sync>;

/// A call that waits says so in a text of its input.
fn waits(text: &str) -> Waits {
    match text {
        text if text.contains("key-store") => Waits::KeyStore,
        text if text.contains("service") => Waits::Service,
        _ => Waits::Nobody,
    }
}

/// A key, with a policy of its own or without.
#[derive(Serialize, Deserialize)]
pub struct Key {
    pub id: String,
    pub policy: Option<Value>,
}

/// Another name of a key.
#[derive(Serialize, Deserialize)]
pub struct Alias {
    pub name: String,
    pub key_id: String,
}

macro_rules! record {
    ($type:ident, $kind:literal, $key:ident) => {
        impl Record for $type {
            const KIND: &'static str = $kind;
            type Key = String;

            fn key(&self) -> String {
                self.$key.clone()
            }

            fn encode_key(key: &String) -> KeyBytes {
                KeyBytes::of(key)
            }
        }
    };
}

record!(Key, "key", id);
record!(Alias, "alias", name);

pub fn key_arn(id: &str) -> String {
    format!("arn:aws:kms:{REGION}:{ACCOUNT}:key/{id}")
}

#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    #[error("Key is pending deletion.")]
    Refused,
    #[error("the row holds hunter2")]
    Broken,
    #[error("the store failed")]
    Store(#[from] store::Error),
}

impl ServiceError for VaultError {
    fn fault(&self) -> Option<Fault> {
        match self {
            Self::Refused => Some(Fault::new(&errors::KMS_INVALID_STATE_EXCEPTION, self.to_string())),
            Self::Store(store::Error::AlreadyExists { .. }) => {
                Some(Fault::new(&errors::ALREADY_EXISTS_EXCEPTION, "An alias with this name exists already"))
            }
            Self::Broken | Self::Store(_) => None,
        }
    }
}

impl Vault {
    pub fn new(store: &Store) -> Self {
        Self {
            store: store.clone(),
            resolved: AtomicUsize::new(0),
            ran: AtomicUsize::new(0),
            interferences: Mutex::default(),
            outside: OnceLock::new(),
        }
    }

    pub async fn put_key(&self, id: &str, policy: Option<Value>) {
        let mut tx = self.store.begin().await.unwrap();
        tx.put(&Key { id: id.to_owned(), policy }).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Lets `what` happen in the midst of the next run.
    pub fn interfere(&self, what: impl Future<Output = ()> + Send + 'static) {
        self.interferences.lock().unwrap().push_back(Box::pin(what));
    }

    /// Says what calls do that wait for others.
    pub fn outside(&self, what: impl Fn(Waits) -> BoxFuture<'static, ()> + Send + Sync + 'static) {
        assert!(self.outside.set(Box::new(what)).is_ok());
    }

    async fn waiting(&self, waits: Waits) {
        if waits > Waits::Nobody
            && let Some(outside) = self.outside.get()
        {
            outside(waits).await;
        }
    }

    pub fn counts(&self) -> (usize, usize) {
        (self.resolved.load(Ordering::SeqCst), self.ran.load(Ordering::SeqCst))
    }

    async fn running(&self) {
        self.ran.fetch_add(1, Ordering::SeqCst);
        let interference = self.interferences.lock().unwrap().pop_front();
        if let Some(interference) = interference {
            interference.await;
        }
    }

    /// The key, if there is one, and the question about it.
    async fn about_key(
        &self,
        view: &mut View,
        action: &'static str,
        id: &str,
    ) -> Result<(Option<String>, Question), VaultError> {
        self.resolved.fetch_add(1, Ordering::SeqCst);
        let owner: AccountId = ACCOUNT.parse().unwrap();
        let mut question = Question::new(action, key_arn(id), owner).recorded_as("AWS::KMS::Key");
        let key = view.tx().await?.get::<Key>(&id.to_owned()).await?;
        if let Some(text) = key.as_ref().and_then(|key| key.policy.as_ref()) {
            question.resource_policy = Some(("key policy", policy(text, PolicyKind::Resource)));
        }
        Ok((key.map(|key| key.id), question))
    }
}

pub fn endpoints(vault: &Arc<Vault>) -> Vec<Box<dyn Endpoint>> {
    vec![
        Bound::<Vault, Encrypt>::endpoint(vault),
        Bound::<Vault, ReEncrypt>::endpoint(vault),
        Bound::<Vault, GenerateRandom>::endpoint(vault),
        Bound::<Vault, ListAliases>::endpoint(vault),
        Bound::<Vault, CreateAlias>::endpoint(vault),
        Bound::<Vault, CreateAccessKey>::endpoint(vault),
        Bound::<Vault, GetCallerIdentity>::endpoint(vault),
    ]
}

impl Guarded<Encrypt> for Vault {
    type Target = String;
    type Error = VaultError;
    const EFFECT: Effect = Effect::Pure;

    fn waits_for(_: &String, input: &EncryptRequest) -> Waits {
        waits(&String::from_utf8_lossy(input.plaintext.expose()))
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<EncryptRequest>,
    ) -> Result<Resolved<String>, VaultError> {
        if let Some(note) = call.input.plaintext.expose().strip_prefix(b"note ") {
            let repeated = if note.len() > 1024 { 4 } else { 1 };
            view.note("note", String::from_utf8_lossy(note).repeat(repeated).into());
        }
        let (target, mut question) = self.about_key(view, "kms:Encrypt", &call.input.key_id).await?;
        question.region = call.input.plaintext.expose().eq(b"far").then(|| FAR.parse().unwrap());
        Ok(Resolved { target, questions: vec![question] })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, Encrypt, String>,
    ) -> Result<EncryptResponse, VaultError> {
        self.running().await;
        self.waiting(<Self as Guarded<Encrypt>>::waits_for(permit.target(), permit.input())).await;
        match permit.input().plaintext.expose() {
            b"refuse" => return Err(VaultError::Refused),
            b"break" => return Err(VaultError::Broken),
            _ => {}
        }
        let (ciphertext_blob, key_id) = (Some(CIPHERTEXT.to_vec()), Some(permit.into_target()));
        Ok(EncryptResponse { ciphertext_blob, key_id, encryption_algorithm: None })
    }
}

impl Guarded<ReEncrypt> for Vault {
    type Target = String;
    type Error = VaultError;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ReEncryptRequest>,
    ) -> Result<Resolved<String>, VaultError> {
        let source = call.input.source_key_id.as_deref().unwrap_or_default();
        let (_, from) = self.about_key(view, "kms:ReEncryptFrom", source).await?;
        let (target, to) = self.about_key(view, "kms:ReEncryptTo", &call.input.destination_key_id).await?;
        Ok(Resolved { target, questions: vec![from, to] })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, ReEncrypt, String>,
    ) -> Result<ReEncryptResponse, VaultError> {
        self.running().await;
        Ok(ReEncryptResponse {
            ciphertext_blob: Some(CIPHERTEXT.to_vec()),
            key_id: Some(permit.into_target()),
            ..ReEncryptResponse::default()
        })
    }
}

/// An operation that forgets to ask.
impl Guarded<GenerateRandom> for Vault {
    type Target = ();
    type Error = VaultError;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        _: &mut View,
        _: &Call<GenerateRandomRequest>,
    ) -> Result<Resolved<()>, VaultError> {
        self.resolved.fetch_add(1, Ordering::SeqCst);
        Ok(Resolved { target: Some(()), questions: Vec::new() })
    }

    async fn run(
        &self,
        _: &mut View,
        _: Permit<'_, GenerateRandom, ()>,
    ) -> Result<GenerateRandomResponse, VaultError> {
        self.running().await;
        Ok(GenerateRandomResponse { plaintext: Some(SecretBytes::new(vec![4; 16])), ..Default::default() })
    }
}

impl Guarded<ListAliases> for Vault {
    type Target = ();
    type Error = VaultError;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<ListAliasesRequest>,
    ) -> Result<Resolved<()>, VaultError> {
        self.resolved.fetch_add(1, Ordering::SeqCst);
        Ok(Resolved::one((), Question::new("kms:ListAliases", "*", call.caller.account)))
    }

    async fn run(
        &self,
        view: &mut View,
        _: Permit<'_, ListAliases, ()>,
    ) -> Result<ListAliasesResponse, VaultError> {
        self.running().await;
        let aliases = view.tx().await?.list::<Alias>(&(), Page::all()).await?.items;
        let shown = aliases.into_iter().map(|alias| AliasListEntry {
            alias_name: Some(alias.name),
            target_key_id: Some(alias.key_id),
            ..AliasListEntry::default()
        });
        Ok(ListAliasesResponse { aliases: Some(shown.collect()), ..ListAliasesResponse::default() })
    }
}

impl Guarded<CreateAlias> for Vault {
    type Target = String;
    type Error = VaultError;
    const EFFECT: Effect = Effect::Change;

    fn waits_for(_: &String, input: &CreateAliasRequest) -> Waits {
        waits(&input.alias_name)
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<CreateAliasRequest>,
    ) -> Result<Resolved<String>, VaultError> {
        let (target, question) = self.about_key(view, "kms:CreateAlias", &call.input.target_key_id).await?;
        Ok(Resolved { target, questions: vec![question] })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, CreateAlias, String>,
    ) -> Result<CreateAliasResponse, VaultError> {
        let name = permit.input().alias_name.clone();
        self.waiting(waits(&name)).await;
        if name == "alias/both" {
            view.brings_about(ServiceEvent {
                source: "kms.amazonaws.com",
                name: "CreateAliasToo",
                region: FAR.parse().unwrap(),
                account: ACCOUNT.parse().unwrap(),
                resource_type: "AWS::KMS::Key",
                resource: key_arn("far"),
                details: Value::Null,
            });
        }
        if name.starts_with("alias/counted-") {
            view.tx().await?.put(&Key { id: "count".to_owned(), policy: None }).await?;
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        view.tx().await?.insert(&Alias { name, key_id: permit.into_target() }).await?;
        self.running().await;
        Ok(CreateAliasResponse {})
    }
}

impl Guarded<CreateAccessKey> for Vault {
    type Target = ();
    type Error = VaultError;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<CreateAccessKeyRequest>,
    ) -> Result<Resolved<()>, VaultError> {
        self.resolved.fetch_add(1, Ordering::SeqCst);
        Ok(Resolved::one((), Question::new("iam:CreateAccessKey", "*", call.caller.account)))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, CreateAccessKey, ()>,
    ) -> Result<CreateAccessKeyResponse, VaultError> {
        self.running().await;
        Ok(CreateAccessKeyResponse {
            access_key: AccessKey {
                access_key_id: "AKIAMADEBYTHISTEST".to_owned(),
                create_date: Some(permit.origin().at),
                secret_access_key: SecretString::new(MADE_SECRET.to_owned()),
                status: StatusType::Active,
                user_name: permit.input().user_name.clone().unwrap_or_default(),
            },
        })
    }
}

impl Guarded<GetCallerIdentity> for Vault {
    type Target = ();
    type Error = VaultError;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<GetCallerIdentityRequest>,
    ) -> Result<Resolved<()>, VaultError> {
        self.resolved.fetch_add(1, Ordering::SeqCst);
        Ok(Resolved::one((), Question::new("sts:GetCallerIdentity", "*", call.caller.account)))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GetCallerIdentity, ()>,
    ) -> Result<GetCallerIdentityResponse, VaultError> {
        self.running().await;
        Ok(GetCallerIdentityResponse {
            account: Some(permit.caller().account.to_string()),
            arn: Some(permit.caller().arn().to_owned()),
            user_id: Some(permit.caller().user_id.clone()),
        })
    }
}
