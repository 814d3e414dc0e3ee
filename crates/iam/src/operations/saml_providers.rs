//! SAML providers: CreateSAMLProvider, GetSAMLProvider, ListSAMLProviders, UpdateSAMLProvider, DeleteSAMLProvider. Their tags are in `tagging.rs`.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use saml::Metadata;

use super::on::on;
use super::on_account::on_account;
use super::users::{described_tags, requested_tags};
use crate::authorize::Creation;
use crate::error::unsupported;
use crate::records::{Entity, SamlProvider};
use crate::tags::Tags;
use crate::{Error, Iam, unique_id};

impl Guarded<iam::CreateSAMLProvider> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreateSAMLProviderRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let (input, account) = (&call.input, call.caller.account);
        let tags = requested_tags(input.tags.as_deref())?;
        let (create, tag) = ("iam:CreateSAMLProvider", "iam:TagSAMLProvider");
        Ok(Creation::of::<SamlProvider>(create, tag, account, "/", &input.name).ask(account, tags, None))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateSAMLProvider, Tags>,
    ) -> Result<iam::CreateSAMLProviderResponse, Error> {
        let input = permit.input();
        unsupported("AssertionEncryptionMode", &input.assertion_encryption_mode)?;
        unsupported("AddPrivateKey", &input.add_private_key)?;
        check_metadata(&input.saml_metadata_document)?;
        let provider = SamlProvider {
            account: permit.caller().account,
            name: input.name.clone(),
            uuid: unique_id::saml_provider_uuid(&*self.random)?,
            created: permit.origin().at.truncated_to_secs(),
            metadata_document: input.saml_metadata_document.clone(),
            tags: permit.into_target(),
        };
        provider.add(view.tx().await?).await?;
        Ok(iam::CreateSAMLProviderResponse {
            saml_provider_arn: Some(provider.arn()),
            tags: described_tags(provider.tags),
        })
    }
}

on! {
    Read GetSAMLProvider: SamlProvider, by saml_provider_arn;
    |call| Ok(iam::GetSAMLProviderResponse {
        assertion_encryption_mode: None,
        create_date: Some(call.found.created),
        private_key_list: None,
        valid_until: Some(call.found.valid_until()?),
        saml_metadata_document: Some(call.found.metadata_document),
        saml_provider_uuid: Some(call.found.uuid),
        tags: described_tags(call.found.tags),
    })

    Change UpdateSAMLProvider: SamlProvider, by saml_provider_arn;
    |call| {
        unsupported("AssertionEncryptionMode", &call.input.assertion_encryption_mode)?;
        unsupported("AddPrivateKey", &call.input.add_private_key)?;
        unsupported("RemovePrivateKey", &call.input.remove_private_key)?;
        let document = call.input.saml_metadata_document.as_ref().ok_or_else(|| {
            let text = "Unable to update identity provider. No updates are defined for metadata or encryption assertion.";
            Error::InvalidInput(text.to_owned())
        })?;
        check_metadata(document)?;
        call.found.metadata_document.clone_from(document);
        call.tx.put(&call.found).await?;
        Ok(iam::UpdateSAMLProviderResponse { saml_provider_arn: Some(call.found.arn()) })
    }

    Change DeleteSAMLProvider: SamlProvider, by saml_provider_arn;
    |call| {
        call.tx.delete::<SamlProvider>(&(call.found.account, call.found.name)).await?;
        Ok(iam::DeleteSAMLProviderResponse {})
    }
}

on_account! {
    Read ListSAMLProviders;
    |call| {
        let mut list = Vec::new();
        for provider in SamlProvider::all(call.tx, call.found).await? {
            list.push(iam::SAMLProviderListEntry {
                arn: Some(provider.arn()),
                create_date: Some(provider.created),
                valid_until: Some(provider.valid_until()?),
            });
        }
        Ok(iam::ListSAMLProvidersResponse { saml_provider_list: Some(list) })
    }
}

fn check_metadata(document: &str) -> Result<(), Error> {
    match Metadata::parse(document) {
        Ok(_) => Ok(()),
        Err(error) => Err(Error::InvalidInput(format!("Could not parse metadata. {error}"))),
    }
}
