use std::collections::{BTreeMap, BTreeSet};

use aws_model::kms::{self, CreateKey, CreateKeyRequest, CreateKeyResponse, MultiRegionKeyType, OriginType};
use envelope::KeyLocator;
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};
use key_algorithms::{KeyMaterial, KeyUsage};

use crate::key::{self, Key, KeyCount, KeyRecord};
use crate::multi_region::Related;
use crate::spec::KeySpec;
use crate::state::KeyState;
use crate::{Error, KeyOrigin, Kms, authorize, policy, tags};

/// Creates a key with new random material, or for material that its owner will import.
impl Guarded<CreateKey> for Kms {
    type Target = Kind;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    fn waits_for(_: &Kind, input: &CreateKeyRequest) -> Waits {
        if input.custom_key_store_id.is_some() { Waits::KeyStore } else { Waits::Nobody }
    }

    fn key_spec(target: &Kind, _: &CreateKeyRequest) -> Option<&'static str> {
        Some(target.spec.as_str())
    }

    async fn resolve(&self, _: &mut View, call: &Call<CreateKeyRequest>) -> Result<Resolved<Kind>, Error> {
        let Call { caller, input, origin } = call;
        let kind = kind(input)?;
        let tags = input.tags.as_deref().unwrap_or_default();
        let mut create = authorize::about_account("kms:CreateKey", "*", caller);
        authorize::add_kind(&mut create.context, kind.spec, kind.usage, kind.origin, kind.multi_region);
        authorize::add_multi_region_type(&mut create.context, kind.multi_region_type());
        authorize::add_request_tags(&mut create.context, tags);
        let bypass = authorize::truth(input.bypass_policy_lockout_safety_check == Some(true));
        create.context.insert("kms:BypassPolicyLockoutSafetyCheck", bypass);
        let mut questions = vec![create];
        if !tags.is_empty() {
            // The key has no id yet: the caller must be allowed to tag any key of the account here.
            let keys = format!("arn:{}:kms:{}:{}:key/*", arn::PARTITION, origin.region, caller.account);
            let mut tag = authorize::about_account("kms:TagResource", keys, caller);
            authorize::add_kind(&mut tag.context, kind.spec, kind.usage, kind.origin, kind.multi_region);
            authorize::add_multi_region_type(&mut tag.context, kind.multi_region_type());
            authorize::add_request_tags(&mut tag.context, tags);
            questions.push(tag);
        }
        Ok(Resolved { target: Some(kind), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, CreateKey, Kind>,
    ) -> Result<CreateKeyResponse, Error> {
        let (caller, origin, input) = (permit.caller(), permit.origin(), permit.input());
        let mut locator = KeyLocator {
            account: caller.account,
            region: origin.region.clone(),
            key_id: key::new_key_id(self.random.as_ref(), permit.target().multi_region)?,
        };
        let mut tags = BTreeMap::new();
        tags::add(&mut tags, input.tags.as_deref().unwrap_or_default())?;
        let given = input.policy.as_deref().map(policy::parse).transpose()?;
        let Kind { spec, usage, origin: material_origin, .. } = permit.into_target();
        // Before the transaction begins: an RSA key takes so long that another change would get in between.
        let placed = self.place(caller, origin, input, material_origin, &mut locator).await?;
        let materials = match (material_origin, spec) {
            (KeyOrigin::External | KeyOrigin::AwsCloudhsm, _) => Vec::new(),
            (KeyOrigin::AwsKms | KeyOrigin::ExternalKeyStore, KeySpec::SymmetricDefault) => {
                vec![self.vault().generate(&locator, origin.at, None)?]
            }
            (KeyOrigin::AwsKms | KeyOrigin::ExternalKeyStore, KeySpec::Other(spec)) => {
                let made = KeyMaterial::generate(spec)?;
                vec![self.vault().seal(&locator, &made, origin.at)?]
            }
        };
        let bound = match &input.policy {
            Some(policy) => self.bind(view, policy).await?,
            None => BTreeMap::new(),
        };
        let mut key = Key::prepare(KeyRecord {
            spec,
            origin: material_origin,
            usage,
            state: KeyState::Enabled,
            description: input.description.clone().unwrap_or_default(),
            created: origin.at,
            policy: input.policy.clone().unwrap_or_else(|| policy::default_key_policy(caller.account)),
            bound,
            tags,
            aliases: BTreeSet::new(),
            rotation: None,
            materials,
            pending: None,
            custody: None,
            related: locator.key_id.is_multi_region().then(|| Related::new(locator.region.clone())),
            locator,
        })?;
        if let Some(given) = given
            && input.bypass_policy_lockout_safety_check != Some(true)
        {
            let question = authorize::about_key("kms:PutKeyPolicy", &key, caller);
            policy::check_lockout(given.bind(&key.record.bound), question, caller, origin)?;
        }
        let tx = view.tx().await?;
        KeyCount::add(tx, caller.account, &origin.region).await?;
        let mut store = None;
        if let Some(placed) = &placed {
            let (custody, record) = placed.confirm(tx, &key.record.locator).await?;
            key.record.custody = Some(custody);
            store = Some(record);
        }
        tx.insert(&key.record).await?;
        view.made(key.arn.as_str(), caller.account, authorize::KEY_TYPE);
        if let Some(placed) = placed {
            placed.keep();
        }
        Ok(CreateKeyResponse { key_metadata: Some(key.record.metadata_in(store.as_ref(), origin.at)) })
    }
}

/// What kind of key is made, and for what.
pub struct Kind {
    spec: KeySpec,
    usage: KeyUsage,
    origin: KeyOrigin,
    multi_region: bool,
}

impl Kind {
    /// A multi-Region key begins as the primary key of its relations.
    fn multi_region_type(&self) -> Option<MultiRegionKeyType> {
        self.multi_region.then_some(MultiRegionKeyType::Primary)
    }
}

/// The kind of key that is asked for, if it is one that can be made here.
fn kind(input: &CreateKeyRequest) -> Result<Kind, Error> {
    let origin = match input.origin {
        None | Some(OriginType::AwsKms) => KeyOrigin::AwsKms,
        Some(OriginType::External) => KeyOrigin::External,
        Some(OriginType::AwsCloudhsm) => KeyOrigin::AwsCloudhsm,
        Some(OriginType::ExternalKeyStore) => KeyOrigin::ExternalKeyStore,
    };
    check_custom_key_store(input, origin)?;
    let spec = match (input.key_spec, input.customer_master_key_spec) {
        (Some(_), Some(_)) => {
            return Err(Error::invalid(
                "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is \
                 deprecated.",
            ));
        }
        (Some(spec), None) => spec.as_str(),
        (None, Some(spec)) => spec.as_str(),
        (None, None) => kms::KeySpec::SymmetricDefault.as_str(),
    };
    let symmetric = spec == kms::KeySpec::SymmetricDefault.as_str();
    let usage = match input.key_usage {
        Some(usage) => KeyUsage::parse(usage.as_str())?,
        None if symmetric => KeyUsage::EncryptDecrypt,
        None => {
            return Err(Error::invalid(
                "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.",
            ));
        }
    };
    let spec: KeySpec = spec.parse()?;
    if !spec.allows(usage) {
        return Err(Error::invalid(format!(
            "KeyUsage {usage} is not compatible with KeySpec {}",
            spec.as_str()
        )));
    }
    if let (KeyOrigin::External, KeySpec::Other(spec)) = (origin, spec)
        && !spec.is_importable()
    {
        return Err(key_algorithms::Error::NotImportable { spec }.into());
    }
    Ok(Kind { spec, usage, origin, multi_region: input.multi_region == Some(true) })
}

/// Whether the parameters of keys in custom key stores fit each other. Source: API Reference, CreateKey.
fn check_custom_key_store(input: &CreateKeyRequest, origin: KeyOrigin) -> Result<(), Error> {
    let in_store = matches!(origin, KeyOrigin::AwsCloudhsm | KeyOrigin::ExternalKeyStore);
    let name = origin.wire();
    let name = name.as_str();
    if input.custom_key_store_id.is_some() != in_store {
        let must = if in_store { "is required" } else { "is not valid" };
        return Err(Error::invalid(format!(
            "CustomKeyStoreId {must} for KMS keys with an Origin of {name}."
        )));
    }
    if input.xks_key_id.is_some() != (origin == KeyOrigin::ExternalKeyStore) {
        let must = if input.xks_key_id.is_none() { "is required" } else { "is not valid" };
        return Err(Error::invalid(format!("XksKeyId {must} for KMS keys with an Origin of {name}.")));
    }
    let symmetric =
        |spec: Option<&str>| spec.is_none_or(|spec| spec == kms::KeySpec::SymmetricDefault.as_str());
    let is_symmetric = symmetric(input.key_spec.map(|spec| spec.as_str()))
        && symmetric(input.customer_master_key_spec.map(|spec| spec.as_str()));
    if in_store && (!is_symmetric || input.multi_region == Some(true)) {
        return Err(Error::unsupported(format!(
            "Only single-Region symmetric encryption KMS keys can have an Origin of {name}."
        )));
    }
    Ok(())
}
