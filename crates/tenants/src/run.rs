//! Carrying actions out.

use aws_sdk_kms::config::retry::RetryConfig;
use aws_sdk_kms::types::{OriginType, Tag};

use crate::desired::Material;
use crate::onboard::Outcome;
use crate::patience::{call, patiently};
use crate::plan::{Action, Desired};
use crate::tenant::{Key, Status};
use crate::{Error, Tenants};

/// How long the KMS keeps a key that was too many before it deletes it: the shortest time that there is.
pub(crate) const EXTRA_KEY_DAYS: i32 = 7;

impl Tenants {
    /// Carries `actions` out, one after the other, on the tenant's `key` or the one that they make.
    pub(crate) async fn run(
        &self,
        desired: &Desired,
        key: Option<Key>,
        actions: Vec<Action>,
    ) -> Result<Outcome, Error> {
        let mut key = key;
        let mut done = Vec::new();
        for action in actions {
            let Some(target) = key.clone() else {
                key = Some(self.create_key(desired).await?);
                done.push(Action::CreateKey);
                continue;
            };
            match &action {
                Action::CreateKey => {}
                Action::CreateAlias => {
                    if let Some(winner) = self.create_alias(desired, &target).await? {
                        done.push(Action::FoundTheAlias);
                        if winner.id != target.id {
                            self.schedule_extra(desired, &target.id).await?;
                            done.push(Action::ScheduleDeletion { key: target.id });
                            key = Some(winner);
                        }
                        continue;
                    }
                }
                Action::UpdateAlias { key: to } => {
                    let alias = desired.tenant.alias();
                    call!(
                        "UpdateAlias",
                        self.connection.kms.update_alias().alias_name(&alias).target_key_id(to)
                    )?;
                    key = self.connection.key(to).await?;
                }
                Action::ScheduleDeletion { key: extra } => {
                    if !self.schedule_extra(desired, extra).await? {
                        continue;
                    }
                }
                action => self.change(desired, &target, action).await?,
            }
            done.push(action);
        }
        let key = key.ok_or_else(|| Error::NoSuchTenant(desired.tenant.clone()))?;
        let status = Status::of(&key, true, &Default::default());
        Ok(Outcome { tenant: desired.tenant.clone(), alias: desired.tenant.alias(), status, key, done })
    }

    /// A change of the tenant's own key.
    async fn change(&self, desired: &Desired, key: &Key, action: &Action) -> Result<(), Error> {
        let kms = &self.connection.kms;
        let id = &key.id;
        match action {
            Action::PutKeyPolicy => {
                let policy = desired.policy.to_string();
                call!(
                    "PutKeyPolicy",
                    kms.put_key_policy().key_id(id).policy_name("default").policy(&policy)
                )?;
            }
            Action::Tag { tags } => {
                let tags = sdk_tags(tags)?;
                call!("TagResource", kms.tag_resource().key_id(id).set_tags(Some(tags.clone())))?;
            }
            Action::Untag { name } => {
                call!("UntagResource", kms.untag_resource().key_id(id).tag_keys(name))?;
            }
            Action::EnableRotation => {
                call!("EnableKeyRotation", kms.enable_key_rotation().key_id(id))?;
            }
            Action::RevokeGrant { grant } => {
                call!("RevokeGrant", kms.revoke_grant().key_id(id).grant_id(grant))?;
            }
            Action::EnableKey => {
                call!("EnableKey", kms.enable_key().key_id(id))?;
            }
            Action::DisableKey => {
                call!("DisableKey", kms.disable_key().key_id(id))?;
            }
            Action::CancelKeyDeletion => {
                call!("CancelKeyDeletion", kms.cancel_key_deletion().key_id(id))?;
            }
            Action::DeleteAlias => {
                call!("DeleteAlias", kms.delete_alias().alias_name(desired.tenant.alias()))?;
            }
            // Those that need more than the key have arms of their own above and in `lifecycle`.
            Action::CreateKey
            | Action::CreateAlias
            | Action::UpdateAlias { .. }
            | Action::ScheduleDeletion { .. }
            | Action::ScheduleKeyDeletion
            | Action::ImportMaterial
            | Action::FoundTheAlias => {}
        }
        Ok(())
    }

    /// Makes the key. It is sent once: if the answer is lost, the key may be there, and to send it again would make another. The next
    /// attempt looks for it first.
    async fn create_key(&self, desired: &Desired) -> Result<Key, Error> {
        let tags = sdk_tags(&desired.tags)?;
        let (key_store, xks_key) = match &desired.material {
            Material::KeyStore { key_store, xks_key } => (Some(key_store.clone()), xks_key.clone()),
            _ => (None, None),
        };
        let answer = patiently(|| async {
            let request = self.connection.kms.create_key();
            request
                .description(format!("Tenant {}", desired.tenant.label()))
                .policy(desired.policy.to_string())
                .set_tags(Some(tags.clone()))
                .origin(OriginType::from(desired.material.origin()))
                .set_custom_key_store_id(key_store.clone())
                .set_xks_key_id(xks_key.clone())
                .customize()
                .config_override(once())
                .send()
                .await
                .map_err(|error| Error::of_call("CreateKey", error))
        })
        .await
        .map_err(|error| self.explained(error))?;
        answer
            .key_metadata
            .map(Key::from)
            .ok_or(Error::NoAnswer { operation: "CreateKey", reason: "an answer without a key".to_owned() })
    }

    /// Makes the alias. Gives the key that it leads to when there was one already.
    async fn create_alias(&self, desired: &Desired, key: &Key) -> Result<Option<Key>, Error> {
        let alias = desired.tenant.alias();
        match call!(
            "CreateAlias",
            self.connection.kms.create_alias().alias_name(&alias).target_key_id(&key.id)
        ) {
            Ok(_) => Ok(None),
            Err(error) if error.code() == Some("AlreadyExistsException") => {
                self.connection.key(&alias).await?.map(Some).ok_or(error)
            }
            Err(error) => Err(error),
        }
    }

    /// Schedules the deletion of a key that is too many. `false` when it is, after all, the one that the alias leads to.
    async fn schedule_extra(&self, desired: &Desired, key: &str) -> Result<bool, Error> {
        match self.connection.key(&desired.tenant.alias()).await? {
            Some(live) if live.id != key => self.schedule(key, EXTRA_KEY_DAYS).await.map(|()| true),
            _ => Ok(false),
        }
    }

    /// Schedules the deletion of a key, unless it is scheduled or done already.
    pub(crate) async fn schedule(&self, key: &str, days: i32) -> Result<(), Error> {
        let request = || self.connection.kms.schedule_key_deletion().key_id(key).pending_window_in_days(days);
        match call!("ScheduleKeyDeletion", request()) {
            Ok(_) => Ok(()),
            Err(error) => match self.connection.key(key).await? {
                Some(found) if found.deletion.is_none() => Err(error),
                _ => Ok(()),
            },
        }
    }

    /// A policy that names a role which does not exist is "malformed" to KMS.
    fn explained(&self, error: Error) -> Error {
        match error {
            Error::Refused { operation, code, message } if code == "MalformedPolicyDocumentException" => {
                let message = format!(
                    "{message} Most likely {} does not exist: make it with 'lodge tenants roles --apply', or name another with --role",
                    self.service.role_arns().join(" or ")
                );
                Error::Refused { operation, code, message }
            }
            error => error,
        }
    }
}

/// For a call that is not sent again when its answer is lost.
pub(crate) fn once() -> aws_sdk_kms::config::Builder {
    aws_sdk_kms::config::Config::builder().retry_config(RetryConfig::disabled())
}

fn sdk_tags(tags: &std::collections::BTreeMap<String, String>) -> Result<Vec<Tag>, Error> {
    tags.iter()
        .map(|(name, value)| {
            let tag = Tag::builder().tag_key(name).tag_value(value).build();
            tag.map_err(|error| Error::Input(format!("the tag {name} cannot be sent: {error}")))
        })
        .collect()
}
