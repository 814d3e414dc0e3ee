use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::Arc;

use arn::{AccountId, Region};
use aws_model::kms::{self, KeyMetadata};
use clock::Timestamp;
use envelope::{BackingKey, BackingKeyId, KeyId, KeyLocator};
use iam_policy::{Context, Policy, PolicyKind};
use key_algorithms::{HmacKey, KeyMaterial, KeyUsage, PrivateKey};
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Record};

use crate::custom_key_stores::{Custody, CustomKeyStoreRecord, StoreLocator};
use crate::import::Expiry;
use crate::material::{Material, Opened, Vault};
use crate::multi_region::Related;
use crate::origin::KeyOrigin;
use crate::rotation::Schedule;
use crate::spec::{self, KeySpec};
use crate::state::{KeyState, Needs};
use crate::{Error, authorize};

/// The most keys that an account can have in a region. Source: Developer Guide, "Resource quotas".
pub(crate) const KEYS_PER_REGION: u64 = 100_000;

/// A KMS key, as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyRecord {
    /// Account, region and key id.
    pub locator: KeyLocator,
    /// What kind of material it has.
    pub spec: KeySpec,
    /// Where its material comes from.
    #[serde(default)]
    pub origin: KeyOrigin,
    /// What it is for.
    #[serde(with = "spec::usage", default = "spec::usage::original")]
    pub usage: KeyUsage,
    /// What was decided about its use. [`KeyRecord::state_at`] is what counts.
    pub state: KeyState,
    /// The description; may be empty.
    pub description: String,
    /// When it was created.
    pub created: Timestamp,
    /// The key policy named `default`, as it was given.
    pub policy: String,
    /// The unique ids of those whom the key policy names, by ARN, as they were when it was set. Names that are not here mean whoever
    /// has them.
    #[serde(default)]
    pub bound: BTreeMap<String, String>,
    /// Its tags.
    pub tags: BTreeMap<String, String>,
    /// The names of the aliases that point to it (`alias/...`). Kept here as well as in the alias records, so that a
    /// change of them reaches everybody who holds the key, and `kms:ResourceAliases` needs no search.
    pub aliases: BTreeSet<String>,
    /// Automatic rotation, when it is switched on.
    pub rotation: Option<Schedule>,
    /// All generations of its material, the current one last.
    pub materials: Vec<Material>,
    /// Imported material that becomes the current one at the next rotation. It does not yet belong to the key for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Material>,
    /// Where its related keys are, when it is a multi-Region key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related: Option<Related>,
    /// The key in a custom key store that it stands on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custody: Option<Custody>,
}

pub(crate) const DELETION_INDEX: &str = "deletion";
pub(crate) const ROTATION_INDEX: &str = "rotation";
pub(crate) const EXPIRY_INDEX: &str = "expiry";
/// Keys by custom key store.
pub(crate) const CUSTODY_INDEX: &str = "custom-key-store";
/// Keys by custom key store and external key.
pub(crate) const XKS_KEY_INDEX: &str = "xks-key";

impl Record for KeyRecord {
    const KIND: &'static str = "kms-key";
    type Key = KeyLocator;

    fn key(&self) -> KeyLocator {
        self.locator.clone()
    }

    fn encode_key(key: &KeyLocator) -> KeyBytes {
        KeyBytes::of(&(key.account, key.region.as_str(), key.key_id.to_string()))
    }

    fn indexes(&self, out: &mut Indexes) {
        if let Some(date) = self.state.deletion_date() {
            out.add(DELETION_INDEX, date);
        }
        let imported = self.materials.iter().chain(&self.pending);
        for end in imported.filter_map(|material| material.valid_to) {
            out.add(EXPIRY_INDEX, end);
        }
        if let Some(Custody { store, key }) = &self.custody {
            let KeyLocator { account, region, .. } = &self.locator;
            out.add(CUSTODY_INDEX, (*account, region.as_str(), store.as_str()));
            // The keys in a token are made for one KMS key each; which external keys are used is up to customers.
            if self.origin == KeyOrigin::ExternalKeyStore {
                out.unique(XKS_KEY_INDEX, (*account, region.as_str(), store.as_str(), key.as_str()));
            }
        }
        // While a key is disabled or pending deletion its material is not rotated. Replicas get what their primary key gets.
        if let (KeyState::Enabled, KeyOrigin::AwsKms, Some(schedule), false) =
            (self.state, self.origin, self.rotation, self.is_replica())
        {
            out.add(ROTATION_INDEX, schedule.next);
        }
    }
}

impl KeyRecord {
    /// The state that counts at `now`: a key lacks material from the moment that some of it expires.
    pub fn state_at(&self, now: Timestamp) -> KeyState {
        match self.state {
            KeyState::Enabled | KeyState::Disabled if self.lacks_material(now) => KeyState::PendingImport,
            state => state,
        }
    }

    /// Whether material is still, or again, to be imported.
    pub(crate) fn lacks_material(&self, now: Timestamp) -> bool {
        self.origin == KeyOrigin::External
            && (self.materials.is_empty() || self.materials.iter().any(|material| !material.is_present(now)))
    }

    /// The material that encrypts.
    pub fn current_material(&self) -> Option<&Material> {
        self.materials.last()
    }

    /// The algorithms of this usage in AWS's form, when it is the key's.
    pub(crate) fn algorithms<A: FromStr>(&self, usage: KeyUsage) -> Option<Vec<A>> {
        let names = self.spec.algorithms(usage);
        (self.usage == usage).then(|| names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    /// The id of material, where it is shown: only symmetric keys have several.
    pub(crate) fn shown_id(&self, id: BackingKeyId) -> Option<String> {
        (self.spec == KeySpec::SymmetricDefault && self.custody.is_none()).then(|| id.to_string())
    }

    /// When the first of the imported material that is here expires.
    fn expiry(&self, now: Timestamp) -> Option<Expiry> {
        let here = self.materials.iter().filter(|material| material.is_present(now));
        let ends = here.map(|material| material.valid_to);
        let first = ends.reduce(|first, next| match (first, next) {
            (Some(first), Some(next)) => Some(first.min(next)),
            (first, next) => first.or(next),
        });
        first.filter(|_| self.origin == KeyOrigin::External).map(Expiry)
    }

    /// The key as DescribeKey shows it at `now`.
    pub(crate) fn metadata(&self, now: Timestamp) -> KeyMetadata {
        let KeyLocator { account, key_id, .. } = &self.locator;
        let state = self.state_at(now);
        let expiry = self.expiry(now);
        KeyMetadata {
            aws_account_id: Some(account.to_string()),
            arn: Some(self.locator.to_string()),
            cloud_hsm_cluster_id: None,
            creation_date: Some(self.created),
            current_key_material_id: self.current_material().and_then(|material| self.shown_id(material.id)),
            custom_key_store_id: self.custody.as_ref().map(|custody| custody.store.to_string()),
            customer_master_key_spec: self.spec.as_str().parse().ok(),
            deletion_date: state.deletion_date(),
            description: Some(self.description.clone()),
            enabled: Some(state == KeyState::Enabled),
            encapsulation_algorithms: self.algorithms(KeyUsage::EncapsulateDecapsulate),
            encryption_algorithms: self.algorithms(KeyUsage::EncryptDecrypt),
            expiration_model: expiry.map(Expiry::model),
            key_agreement_algorithms: self.algorithms(KeyUsage::KeyAgreement),
            key_id: key_id.to_string(),
            key_manager: Some(kms::KeyManagerType::Customer),
            key_spec: self.spec.as_str().parse().ok(),
            key_state: Some(state.wire()),
            key_usage: self.usage.as_str().parse().ok(),
            mac_algorithms: self.algorithms(KeyUsage::GenerateVerifyMac),
            multi_region: Some(key_id.is_multi_region()),
            multi_region_configuration: self.multi_region_configuration(),
            origin: Some(self.origin.wire()),
            pending_deletion_window_in_days: match state {
                KeyState::PendingReplicaDeletion { window_days } => i32::try_from(window_days).ok(),
                _ => None,
            },
            signing_algorithms: self.algorithms(KeyUsage::SignVerify),
            valid_to: expiry.and_then(|expiry| expiry.0),
            xks_key_configuration: self
                .custody
                .as_ref()
                .filter(|_| self.origin == KeyOrigin::ExternalKeyStore)
                .map(|custody| kms::XksKeyConfigurationType { id: Some(custody.key.to_string()) }),
        }
    }

    /// The same of a key in a custom key store: its state and some of what is shown depend on the store.
    pub(crate) fn metadata_in(&self, store: Option<&CustomKeyStoreRecord>, now: Timestamp) -> KeyMetadata {
        let mut metadata = self.metadata(now);
        if let Some(store) = store {
            metadata.cloud_hsm_cluster_id = store.cluster_id().map(str::to_owned);
            if !store.is_connected() && !self.state.is_pending_deletion() {
                metadata.key_state = Some(KeyState::Unavailable.wire());
                metadata.enabled = Some(false);
            }
        }
        metadata
    }

    /// The custom key store that it is in.
    pub(crate) fn custom_key_store(&self) -> Option<StoreLocator> {
        let KeyLocator { account, region, .. } = &self.locator;
        let id = self.custody.as_ref()?.store.clone();
        Some(StoreLocator { account: *account, region: region.clone(), id })
    }
}

/// A key that can be judged: its record, its policy compiled, and what conditions may ask about it.
pub struct Key {
    /// The record.
    pub record: KeyRecord,
    /// The key ARN.
    pub arn: String,
    /// The key policy.
    pub policy: Arc<Policy>,
    /// The condition keys that depend on the key alone.
    pub(crate) context: Context,
}

impl Key {
    pub(crate) fn prepare(record: KeyRecord) -> Result<Self, Error> {
        let policy =
            Policy::parse(&record.policy, PolicyKind::KeyPolicy).map_err(|error| Error::CorruptKey {
                key: record.locator.clone(),
                part: "key policy".to_owned(),
                source: Box::new(error),
            })?;
        let policy = policy.bind(&record.bound);
        let arn = record.locator.to_string();
        let context = authorize::key_context(&record);
        Ok(Self { record, arn, policy: Arc::new(policy), context })
    }

    pub(crate) fn locator(&self) -> &KeyLocator {
        &self.record.locator
    }

    /// Whether its state at `now` allows an operation.
    pub(crate) fn check(&self, needs: Needs, now: Timestamp) -> Result<(), Error> {
        self.record.state_at(now).check(needs, self.locator())
    }

    /// Whether an operation is for keys whose material comes from where this key's does.
    pub(crate) fn check_origin(&self, needed: KeyOrigin) -> Result<(), Error> {
        let origin = self.record.origin;
        if origin == needed { Ok(()) } else { Err(Error::WrongOrigin { key: self.arn.clone(), origin }) }
    }

    /// Whether it can be used at `now`, and for this. `operation` is AWS's name of what was asked for.
    pub(crate) fn check_usage(
        &self,
        usage: KeyUsage,
        operation: &'static str,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.check(Needs::Enabled, now)?;
        if self.record.usage == usage {
            return Ok(());
        }
        Err(Error::WrongUsage { key: self.arn.clone(), usage: self.record.usage, operation })
    }

    /// Whether its material can be rotated: that of symmetric keys alone.
    pub(crate) fn check_rotatable(&self) -> Result<(), Error> {
        match self.record.spec {
            KeySpec::SymmetricDefault => Ok(()),
            KeySpec::Other(_) => Err(Error::NotRotatable),
        }
    }
}

/// A key that can be used: judged like a [`Key`], with its material unwrapped. It holds secrets, so it has no `Debug`.
pub struct ReadyKey {
    /// The key.
    pub key: Key,
    /// As in the record, the current one last; `None` for those of which only the id is left.
    materials: Vec<Option<Opened>>,
}

impl ReadyKey {
    pub(crate) fn prepare(record: KeyRecord, vault: &Vault<'_>) -> Result<Self, Error> {
        let opened = record.materials.iter().map(|material| vault.open(&record, material));
        let materials = opened.collect::<Result<_, _>>()?;
        Ok(Self { key: Key::prepare(record)?, materials })
    }

    /// The material with which a symmetric key encrypts.
    pub(crate) fn current(&self) -> Result<&BackingKey, Error> {
        match self.materials.last() {
            Some(Some(Opened::Symmetric(backing))) => Ok(backing),
            _ => Err(self.no_material()),
        }
    }

    /// The material of a symmetric key with this id.
    pub(crate) fn material(&self, id: &BackingKeyId) -> Option<&BackingKey> {
        self.materials.iter().rev().find_map(|material| match material {
            Some(Opened::Symmetric(backing)) if backing.id() == *id => Some(backing),
            _ => None,
        })
    }

    /// As [`Key::check_usage`].
    pub(crate) fn check_usage(
        &self,
        usage: KeyUsage,
        operation: &'static str,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.key.check_usage(usage, operation, now)
    }

    /// The algorithm that the request names, when the key may have it.
    pub(crate) fn algorithm<A>(
        &self,
        algorithm: &'static str,
        parse: impl Fn(&str) -> Result<A, key_algorithms::Error>,
    ) -> Result<A, Error> {
        let KeyRecord { spec, usage, .. } = self.key.record;
        if spec.algorithms(usage).contains(&algorithm) {
            return Ok(parse(algorithm)?);
        }
        Err(Error::IncompatibleAlgorithm { algorithm, spec: spec.as_str() })
    }

    /// The key pair of an asymmetric key.
    pub(crate) fn pair(&self) -> Result<&PrivateKey, Error> {
        match self.materials.last() {
            Some(Some(Opened::Other(KeyMaterial::Pair(pair)))) => Ok(pair),
            _ => Err(self.no_material()),
        }
    }

    /// The key of an HMAC key.
    pub(crate) fn hmac(&self) -> Result<&HmacKey, Error> {
        match self.materials.last() {
            Some(Some(Opened::Other(KeyMaterial::Hmac(key)))) => Ok(key),
            _ => Err(self.no_material()),
        }
    }

    fn no_material(&self) -> Error {
        Error::CorruptKey {
            key: self.key.locator().clone(),
            part: "key material".to_owned(),
            source: "there is none of the kind that is needed".into(),
        }
    }
}

/// How many keys an account has in a region, those that wait for deletion included.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyCount {
    account: AccountId,
    region: Region,
    count: u64,
}

impl Record for KeyCount {
    const KIND: &'static str = "kms-key-count";
    type Key = (AccountId, Region);

    fn key(&self) -> Self::Key {
        (self.account, self.region.clone())
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(key)
    }
}

impl KeyCount {
    /// Counts a new key in, unless the account has as many as it may have.
    pub(crate) async fn add(tx: &mut store::Tx, account: AccountId, region: &Region) -> Result<(), Error> {
        let mut count = Self::read(tx, account, region).await?;
        if count.count >= KEYS_PER_REGION {
            return Err(Error::limit(format!(
                "The account has {KEYS_PER_REGION} KMS keys in {region}, which is the most that it can have."
            )));
        }
        count.count += 1;
        Ok(tx.put(&count).await?)
    }

    /// Counts a deleted key out.
    pub(crate) async fn remove(
        tx: &mut store::Tx,
        account: AccountId,
        region: &Region,
    ) -> Result<(), store::Error> {
        let mut count = Self::read(tx, account, region).await?;
        count.count = count.count.saturating_sub(1);
        tx.put(&count).await
    }

    async fn read(tx: &mut store::Tx, account: AccountId, region: &Region) -> Result<Self, store::Error> {
        let found = tx.get::<Self>(&(account, region.clone())).await?;
        Ok(found.unwrap_or_else(|| Self { account, region: region.clone(), count: 0 }))
    }
}

/// A new key id.
pub(crate) fn new_key_id(random: &dyn envelope::Random, multi_region: bool) -> Result<KeyId, Error> {
    let mut bytes = [0; 16];
    random.fill(&mut bytes).map_err(Error::Envelope)?;
    Ok(if multi_region { KeyId::multi_region(bytes) } else { KeyId::single_region(bytes) })
}
