//! Lives a life twice: by the model, and by the service.

use std::sync::Arc;
use std::time::Duration;

use aws_model::Operation;
use aws_model::kms::{
    CancelKeyDeletion, CancelKeyDeletionRequest, CreateAlias, CreateAliasRequest, CreateGrant, CreateKey,
    CreateKeyRequest, Decrypt, DeleteAlias, DeleteAliasRequest, DescribeKey, DescribeKeyRequest, DisableKey,
    DisableKeyRequest, DisableKeyRotation, DisableKeyRotationRequest, EnableKey, EnableKeyRequest,
    EnableKeyRotation, EnableKeyRotationRequest, Encrypt, ExpirationModelType, GenerateMac,
    GetKeyRotationStatus, GetKeyRotationStatusRequest, GrantConstraints, GrantOperation, ImportState,
    ImportType, OriginType, ReEncrypt, ReEncryptRequest, RetireGrant, RevokeGrant, RotateKeyOnDemand,
    RotateKeyOnDemandRequest, RotationType, ScheduleKeyDeletion, ScheduleKeyDeletionRequest, UpdateAlias,
    UpdateAliasRequest,
};
use gate::{Caller, Fault};
use proptest::sample::Index;
use serde_json::json;

use super::model::{Life, Model, Outcome, Rotation};
use super::support::grants::{retire, revoke};
use super::support::import::{OAEP, Parameters};
use super::support::{
    ACCOUNT, START, World, allow, create_key, create_key_of, decrypt, encrypt, generate_mac, grant, key_arn,
    pairs, root, user,
};
use super::{ALIASES, Allows, CONTEXTS, Kind, Name, Step, Who};

const GRANTEE: &str = "arn:aws:iam::111122223333:user/grantee";
const PLAINTEXT: &[u8] = b"secret";

/// Lives one life; `Err` tells where the service and the model part.
pub async fn life(steps: &[Step]) -> Result<(), String> {
    let mut play = Play::new().await;
    for (number, step) in steps.iter().enumerate() {
        play.step(step)
            .await
            .map_err(|what| format!("step {number}, {step:?}: {what}\n{:#?}", play.model))?;
    }
    play.compare().await.map_err(|what| format!("at the end: {what}\n{:#?}", play.model))
}

struct Play {
    world: World,
    model: Model,
    owner: Arc<Caller>,
    grantee: Arc<Caller>,
    // Under the numbers that they have in the model:
    keys: Vec<String>,
    grants: Vec<String>,
    ciphertexts: Vec<Vec<u8>>,
    parameters: Vec<Parameters>,
}

impl Play {
    async fn new() -> Self {
        Self {
            world: World::new().await,
            model: Model::new(START),
            owner: root(ACCOUNT),
            grantee: user(ACCOUNT, "grantee", allow("s3:*", json!({}))),
            keys: Vec::new(),
            grants: Vec::new(),
            ciphertexts: Vec::new(),
            parameters: Vec::new(),
        }
    }

    async fn step(&mut self, step: &Step) -> Result<(), String> {
        match step {
            Step::CreateKey(kind) => self.create_key(*kind).await,
            Step::Wait { hours } => self.wait(Duration::from_secs(3600) * *hours),
            Step::WaitFor { date, short } => {
                if let Some(date) = pick(date, &self.model.dates()) {
                    let until = self.model.dates()[date].millis() - self.model.now.millis();
                    self.wait(Duration::from_millis(u64::try_from(until).unwrap() - u64::from(*short)));
                }
            }
            Step::PerformDuties => {
                self.model.perform_duties();
                self.world.perform_duties().await;
                return self.compare_keys().await;
            }
            Step::Restart => {
                self.world = self.world.reopened().await;
            }
            _ if self.keys.is_empty() => {}
            Step::Encrypt { who, key: Name::Key(key), context } => {
                return self.encrypt(*who, key.index(self.keys.len()), context).await;
            }
            Step::Encrypt { who, key: Name::Alias(alias), context } => {
                return self.encrypt_by_alias(*who, *alias, context).await;
            }
            Step::Decrypt { who, ciphertext, context, named } => {
                if let Some(ciphertext) = pick(ciphertext, &self.ciphertexts) {
                    let named = named.and_then(|named| pick(&named, &self.keys));
                    return self.decrypt(*who, ciphertext, context, named).await;
                }
            }
            Step::ReEncrypt { ciphertext, to } => {
                if let Some(ciphertext) = pick(ciphertext, &self.ciphertexts) {
                    return self.re_encrypt(ciphertext, to.index(self.keys.len())).await;
                }
            }
            Step::GenerateMac(key) => {
                let key = key.index(self.keys.len());
                let request = generate_mac(&self.keys[key], "HMAC_SHA_256", b"message");
                return same(self.model.generate_mac(key), &self.call::<GenerateMac>(request).await);
            }
            Step::CreateAlias(..) | Step::UpdateAlias(..) | Step::DeleteAlias(_) => {
                return self.alias(step).await;
            }
            Step::CreateGrant(..) | Step::RevokeGrant(_) | Step::RetireGrant(_) => {
                return self.grant(step).await;
            }
            Step::GetParametersForImport(_)
            | Step::ImportKeyMaterial { .. }
            | Step::DeleteImportedKeyMaterial(..) => {
                return self.import(step).await;
            }
            _ => return self.manage(step).await,
        }
        Ok(())
    }

    fn wait(&mut self, time: Duration) {
        self.model.wait(time);
        self.world.clock.advance(time);
    }

    async fn call<O: Operation>(&self, input: O::Input) -> Result<O::Output, Fault> {
        self.world.call::<O>(&self.owner, input).await
    }

    async fn create_key(&mut self, kind: Kind) {
        self.model.create_key(kind);
        let request = match kind {
            Kind::Symmetric => create_key(),
            Kind::Imported => CreateKeyRequest { origin: Some(OriginType::External), ..create_key() },
            Kind::Mac => create_key_of("HMAC_256", "GENERATE_VERIFY_MAC"),
        };
        self.keys.push(self.call::<CreateKey>(request).await.unwrap().key_metadata.unwrap().key_id);
    }

    async fn manage(&mut self, step: &Step) -> Result<(), String> {
        let number = |key: &Index| key.index(self.keys.len());
        let id = |key: &Index| self.keys[number(key)].clone();
        match step {
            Step::EnableKey(key) => {
                let answer = self.call::<EnableKey>(EnableKeyRequest { key_id: id(key) }).await;
                same(self.model.enable_key(number(key)), &answer)
            }
            Step::DisableKey(key) => {
                let answer = self.call::<DisableKey>(DisableKeyRequest { key_id: id(key) }).await;
                same(self.model.disable_key(number(key)), &answer)
            }
            Step::ScheduleKeyDeletion(key, days) => {
                let pending_window_in_days = i32::try_from(*days).ok();
                let request = ScheduleKeyDeletionRequest { key_id: id(key), pending_window_in_days };
                let answer = self.call::<ScheduleKeyDeletion>(request).await;
                same(self.model.schedule_key_deletion(number(key), *days), &answer)
            }
            Step::CancelKeyDeletion(key) => {
                let answer =
                    self.call::<CancelKeyDeletion>(CancelKeyDeletionRequest { key_id: id(key) }).await;
                same(self.model.cancel_key_deletion(number(key)), &answer)
            }
            Step::EnableKeyRotation(key, days) => {
                let rotation_period_in_days = i32::try_from(*days).ok();
                let request = EnableKeyRotationRequest { key_id: id(key), rotation_period_in_days };
                let answer = self.call::<EnableKeyRotation>(request).await;
                same(self.model.enable_key_rotation(number(key), *days), &answer)
            }
            Step::DisableKeyRotation(key) => {
                let answer =
                    self.call::<DisableKeyRotation>(DisableKeyRotationRequest { key_id: id(key) }).await;
                same(self.model.disable_key_rotation(number(key)), &answer)
            }
            Step::RotateKeyOnDemand(key) => {
                let answer =
                    self.call::<RotateKeyOnDemand>(RotateKeyOnDemandRequest { key_id: id(key) }).await;
                same(self.model.rotate_key_on_demand(number(key)), &answer)
            }
            other => Err(format!("{other:?} is not played")),
        }
    }

    async fn import(&mut self, step: &Step) -> Result<(), String> {
        match step {
            Step::GetParametersForImport(key) => {
                let key = key.index(self.keys.len());
                let expected = self.model.get_parameters_for_import(key);
                let answer = self.world.parameters_for(&self.keys[key], OAEP, "RSA_2048").await;
                same(expected, &answer)?;
                if let Ok(answer) = answer {
                    self.parameters.push(Parameters::read(answer, OAEP, "RSA_2048"));
                }
                Ok(())
            }
            Step::ImportKeyMaterial { key, parameters, material, new, days } => {
                let key = key.index(self.keys.len());
                // More often than not the newest token for the key, if there is one.
                let own = self.model.parameters.iter().rposition(|(meant_for, _)| *meant_for == key);
                let any = || pick(parameters, &self.parameters);
                let chosen = if parameters.index(4) == 0 { any() } else { own.or_else(any) };
                let Some(parameters) = chosen else { return Ok(()) };
                let valid_to = days.map(|days| self.model.now.plus(Duration::from_secs(86_400) * days));
                let mut request =
                    self.parameters[parameters].request(&self.keys[key], &[*material as u8; 32]);
                request.import_type = new.map(|new| match new {
                    true => ImportType::NewKeyMaterial,
                    false => ImportType::ExistingKeyMaterial,
                });
                if valid_to.is_some() {
                    request.expiration_model = Some(ExpirationModelType::KeyMaterialExpires);
                    request.valid_to = valid_to;
                }
                let answer = self.world.import(request).await;
                same(self.model.import_key_material(key, parameters, *material, *new, valid_to), &answer)
            }
            Step::DeleteImportedKeyMaterial(key, material) => {
                let key = key.index(self.keys.len());
                let materials = self.model.keys[key].materials.len();
                let named = material.filter(|_| materials > 0).map(|material| material.index(materials));
                let mut id = None;
                if let Some(named) = named
                    && self.model.keys[key].kind != Kind::Mac
                    && self.model.key(key).is_ok()
                {
                    id = self.world.materials(&self.keys[key]).await.swap_remove(named).key_material_id;
                }
                let answer = self.world.delete_material(&self.keys[key], id.as_deref()).await;
                same(self.model.delete_imported_key_material(key, named), &answer)
            }
            other => Err(format!("{other:?} is not played")),
        }
    }

    async fn alias(&mut self, step: &Step) -> Result<(), String> {
        match step {
            Step::CreateAlias(alias, key) => {
                let key = key.index(self.keys.len());
                let request = CreateAliasRequest {
                    alias_name: alias_name(*alias),
                    target_key_id: self.keys[key].clone(),
                };
                same(self.model.create_alias(*alias, key), &self.call::<CreateAlias>(request).await)
            }
            Step::UpdateAlias(alias, key) => {
                let key = key.index(self.keys.len());
                let request = UpdateAliasRequest {
                    alias_name: alias_name(*alias),
                    target_key_id: self.keys[key].clone(),
                };
                same(self.model.update_alias(*alias, key), &self.call::<UpdateAlias>(request).await)
            }
            Step::DeleteAlias(alias) => {
                let request = DeleteAliasRequest { alias_name: alias_name(*alias) };
                same(self.model.delete_alias(*alias), &self.call::<DeleteAlias>(request).await)
            }
            other => Err(format!("{other:?} is not played")),
        }
    }

    async fn grant(&mut self, step: &Step) -> Result<(), String> {
        match step {
            Step::CreateGrant(key, allows, constraint) => {
                let key = key.index(self.keys.len());
                let operation = match allows {
                    Allows::Encrypt => GrantOperation::Encrypt,
                    Allows::Decrypt => GrantOperation::Decrypt,
                };
                let mut request = grant(&self.keys[key], GRANTEE, &[operation]);
                request.retiring_principal = Some(GRANTEE.to_owned());
                request.constraints = constraint.map(|context| GrantConstraints {
                    encryption_context_equals: pairs(&[("context", context)]),
                    encryption_context_subset: None,
                    source_arn: None,
                });
                let answer = self.call::<CreateGrant>(request).await;
                same(self.model.create_grant(key, *allows, *constraint), &answer)?;
                self.grants.extend(answer.ok().and_then(|made| made.grant_id));
                Ok(())
            }
            Step::RevokeGrant(number) | Step::RetireGrant(number) => {
                let Some(number) = pick(number, &self.grants) else { return Ok(()) };
                return self.end_grant(number, matches!(step, Step::RevokeGrant(_))).await;
            }
            other => Err(format!("{other:?} is not played")),
        }
    }

    async fn end_grant(&mut self, number: usize, revoke_it: bool) -> Result<(), String> {
        let key = &self.keys[self.model.grants[number].key];
        let id = &self.grants[number];
        let answer = if revoke_it {
            self.call::<RevokeGrant>(revoke(key, id)).await.map(drop)
        } else {
            // RetireGrant takes no bare key id.
            let request = retire(&key_arn(ACCOUNT, key), id);
            self.world.call::<RetireGrant>(&self.grantee, request).await.map(drop)
        };
        same(self.model.end_grant(number), &answer)
    }

    async fn encrypt(&mut self, who: Who, key: usize, context: &'static str) -> Result<(), String> {
        let name = self.keys[key].clone();
        self.encrypt_by_name(who, Some(key), &name, context).await
    }

    async fn encrypt_by_alias(
        &mut self,
        who: Who,
        alias: usize,
        context: &'static str,
    ) -> Result<(), String> {
        let key = self.model.target(alias);
        self.encrypt_by_name(who, key, &alias_name(alias), context).await
    }

    async fn encrypt_by_name(
        &mut self,
        who: Who,
        key: Option<usize>,
        name: &str,
        context: &'static str,
    ) -> Result<(), String> {
        let request = encrypt(name, &[("context", context)]);
        let answer = self.world.call::<Encrypt>(self.caller(who), request).await;
        same(self.model.encrypt(who, key, context), &answer)?;
        self.ciphertexts.extend(answer.ok().and_then(|made| made.ciphertext_blob));
        Ok(())
    }

    async fn decrypt(
        &mut self,
        who: Who,
        ciphertext: usize,
        context: &'static str,
        named: Option<usize>,
    ) -> Result<(), String> {
        let named_id = named.map(|key| self.keys[key].as_str());
        let request = decrypt(named_id, &self.ciphertexts[ciphertext], &[("context", context)]);
        let answer = self.world.call::<Decrypt>(self.caller(who), request).await;
        let expected = self.model.decrypt(who, ciphertext, context, named);
        same(expected, &answer)?;
        if let (Ok(generation), Ok(answer)) = (expected, answer) {
            if answer.plaintext.unwrap().expose() != PLAINTEXT {
                return Err("another plaintext".to_owned());
            }
            let key = self.model.ciphertexts[ciphertext].key;
            let materials = self.world.materials(&self.keys[key]).await;
            if answer.key_material_id != materials[generation].key_material_id {
                return Err("another generation".to_owned());
            }
        }
        Ok(())
    }

    async fn re_encrypt(&mut self, ciphertext: usize, to: usize) -> Result<(), String> {
        let context = pairs(&[("context", self.model.ciphertexts[ciphertext].context)]);
        let request = ReEncryptRequest {
            ciphertext_blob: Some(self.ciphertexts[ciphertext].clone()),
            destination_encryption_context: context.clone(),
            destination_key_id: self.keys[to].clone(),
            source_encryption_context: context,
            ..ReEncryptRequest::default()
        };
        let answer = self.call::<ReEncrypt>(request).await;
        same(self.model.re_encrypt(ciphertext, to), &answer)?;
        self.ciphertexts.extend(answer.ok().and_then(|made| made.ciphertext_blob));
        Ok(())
    }

    fn caller(&self, who: Who) -> &Arc<Caller> {
        match who {
            Who::Owner => &self.owner,
            Who::Grantee => &self.grantee,
        }
    }

    /// Whether every key looks as the model says, and every ciphertext opens when it says so.
    async fn compare(&mut self) -> Result<(), String> {
        self.compare_keys().await?;
        for context in CONTEXTS {
            for who in [Who::Owner, Who::Grantee] {
                for ciphertext in 0..self.ciphertexts.len() {
                    let found = self.decrypt(who, ciphertext, context, None).await;
                    found.map_err(|what| {
                        format!("{who:?} opens ciphertext {ciphertext} with {context}: {what}")
                    })?;
                }
                for key in 0..self.keys.len() {
                    let found = self.encrypt(who, key, context).await;
                    found.map_err(|what| format!("{who:?} uses key {key} with {context}: {what}"))?;
                }
            }
        }
        for alias in 0..ALIASES {
            let found = self.encrypt_by_alias(Who::Owner, alias, CONTEXTS[0]).await;
            found.map_err(|what| format!("alias {alias}: {what}"))?;
        }
        for grant in
            (0..self.grants.len()).filter(|grant| self.model.grants[*grant].ended).collect::<Vec<_>>()
        {
            let found = self.end_grant(grant, true).await;
            found.map_err(|what| format!("grant {grant} has ended: {what}"))?;
        }
        Ok(())
    }

    async fn compare_keys(&mut self) -> Result<(), String> {
        for number in 0..self.keys.len() {
            self.compare_key(number).await.map_err(|what| format!("key {number}: {what}"))?;
        }
        Ok(())
    }

    async fn compare_key(&mut self, number: usize) -> Result<(), String> {
        let now = self.model.now;
        let id = self.keys[number].clone();
        let described =
            self.call::<DescribeKey>(DescribeKeyRequest { grant_tokens: None, key_id: id.clone() }).await;
        let expected = self.model.key(number).map(drop);
        same(expected, &described)?;
        let Ok(described) = described else { return Ok(()) };
        let described = described.key_metadata.unwrap();
        let key = &self.model.keys[number];
        let date = match key.life {
            Life::Ends(date) => Some(date),
            _ => None,
        };
        alike("state", key.state(now), described.key_state.unwrap().as_str())?;
        alike("deletion date", date, described.deletion_date)?;
        if key.kind == Kind::Mac {
            return Ok(());
        }
        let materials = self.world.materials(&id).await;
        let rotations: Vec<_> = materials.iter().filter_map(|material| material.rotation_type).collect();
        let expected = key.rotations.iter().map(|rotation| match rotation {
            Rotation::Automatic => RotationType::Automatic,
            Rotation::OnDemand => RotationType::OnDemand,
        });
        alike("rotations", expected.collect::<Vec<_>>(), rotations)?;
        if key.kind == Kind::Imported {
            let expected = key.materials.iter().map(|material| material.shown(now));
            let found = materials.iter().take(key.materials.len());
            let found =
                found.map(|entry| (entry.import_state == Some(ImportState::Imported), entry.valid_to));
            alike("imported", expected.collect::<Vec<_>>(), found.collect())?;
        }
        let current =
            key.materials.len().checked_sub(1).and_then(|last| materials[last].key_material_id.clone());
        alike("current material", current, described.current_key_material_id)?;
        if key.kind == Kind::Symmetric {
            let status =
                self.call::<GetKeyRotationStatus>(GetKeyRotationStatusRequest { key_id: id }).await.unwrap();
            let schedule = key.schedule.filter(|_| date.is_none());
            alike("next rotation", schedule.map(|schedule| schedule.next), status.next_rotation_date)?;
        }
        Ok(())
    }
}

fn alias_name(alias: usize) -> String {
    format!("alias/{alias}")
}

fn pick<T>(index: &Index, list: &[T]) -> Option<usize> {
    (!list.is_empty()).then(|| index.index(list.len()))
}

/// Whether the service answered what the model said: success, or the same error.
fn same<T, U>(expected: Outcome<T>, found: &Result<U, Fault>) -> Result<(), String> {
    let expected = expected.err().unwrap_or("success");
    let code = found.as_ref().err().map_or("success", |fault| fault.code.code);
    if expected == code {
        return Ok(());
    }
    let text = found.as_ref().err().map(|fault| fault.message.as_str()).unwrap_or_default();
    Err(format!("the model says {expected}, the service {code} {text}"))
}

fn alike<T: PartialEq + std::fmt::Debug>(what: &str, expected: T, found: T) -> Result<(), String> {
    if expected == found {
        Ok(())
    } else {
        Err(format!("{what}: the model says {expected:?}, the service {found:?}"))
    }
}
