//! OpenID Connect providers: CreateOpenIDConnectProvider, GetOpenIDConnectProvider, ListOpenIDConnectProviders,
//! DeleteOpenIDConnectProvider, AddClientIDToOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProvider,
//! UpdateOpenIDConnectProviderThumbprint. Their tags are in `tagging.rs`.

use std::collections::BTreeSet;

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::Target;
use super::on::on;
use super::on_account::on_account;
use super::users::{described_tags, requested_tags};
use crate::authorize::{Creation, Named};
use crate::records::{Entity, OidcProvider, issuer_of};
use crate::tags::Tags;
use crate::{Error, Iam};

impl Guarded<iam::CreateOpenIDConnectProvider> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreateOpenIDConnectProviderRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let (input, account) = (&call.input, call.caller.account);
        let tags = requested_tags(input.tags.as_deref())?;
        let issuer = issuer(&input.url)?;
        let (create, tag) = ("iam:CreateOpenIDConnectProvider", "iam:TagOpenIDConnectProvider");
        Ok(Creation::of::<OidcProvider>(create, tag, account, "/", issuer).ask(account, tags, None))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateOpenIDConnectProvider, Tags>,
    ) -> Result<iam::CreateOpenIDConnectProviderResponse, Error> {
        let input = permit.input();
        let mut provider = OidcProvider {
            account: permit.caller().account,
            issuer: issuer(&input.url)?.to_owned(),
            created: permit.origin().at.truncated_to_secs(),
            client_ids: BTreeSet::new(),
            thumbprints: Vec::new(),
            tags: Tags::new(),
        };
        for client_id in input.client_id_list.iter().flatten() {
            provider.add_client_id(client_id)?;
        }
        provider.set_thumbprints(input.thumbprint_list.as_deref().unwrap_or_default())?;
        provider.tags = permit.into_target();
        provider.add(view.tx().await?).await?;
        Ok(iam::CreateOpenIDConnectProviderResponse {
            open_id_connect_provider_arn: Some(provider.arn()),
            tags: described_tags(provider.tags),
        })
    }
}

/// Deleting what is not there is no error, as AWS has it.
impl Guarded<iam::DeleteOpenIDConnectProvider> for Iam {
    type Target = Target<OidcProvider>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::DeleteOpenIDConnectProviderRequest>,
    ) -> Result<Resolved<Target<OidcProvider>>, Error> {
        let named = Named::of(view, &call.caller, &call.input.open_id_connect_provider_arn).await?;
        let question = named.question("iam:DeleteOpenIDConnectProvider", call.caller.account);
        Ok(Resolved::one(Target(named), question))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::DeleteOpenIDConnectProvider, Target<OidcProvider>>,
    ) -> Result<iam::DeleteOpenIDConnectProviderResponse, Error> {
        if let Named::Found(provider) = permit.into_target().0 {
            view.tx().await?.delete::<OidcProvider>(&(provider.account, provider.issuer)).await?;
        }
        Ok(iam::DeleteOpenIDConnectProviderResponse {})
    }
}

on! {
    Read GetOpenIDConnectProvider: OidcProvider, by open_id_connect_provider_arn;
    |call| Ok(iam::GetOpenIDConnectProviderResponse {
        client_id_list: Some(call.found.client_ids.into_iter().collect()),
        create_date: Some(call.found.created),
        tags: described_tags(call.found.tags),
        thumbprint_list: Some(call.found.thumbprints),
        url: Some(call.found.issuer),
    })

    Change AddClientIDToOpenIDConnectProvider: OidcProvider, by open_id_connect_provider_arn;
    |call| {
        call.found.add_client_id(&call.input.client_id)?;
        call.tx.put(&call.found).await?;
        Ok(iam::AddClientIDToOpenIDConnectProviderResponse {})
    }

    Change RemoveClientIDFromOpenIDConnectProvider: OidcProvider, by open_id_connect_provider_arn;
    |call| {
        call.found.client_ids.remove(&call.input.client_id);
        call.tx.put(&call.found).await?;
        Ok(iam::RemoveClientIDFromOpenIDConnectProviderResponse {})
    }

    Change UpdateOpenIDConnectProviderThumbprint: OidcProvider, by open_id_connect_provider_arn;
    |call| {
        call.found.set_thumbprints(&call.input.thumbprint_list)?;
        call.tx.put(&call.found).await?;
        Ok(iam::UpdateOpenIDConnectProviderThumbprintResponse {})
    }
}

on_account! {
    Read ListOpenIDConnectProviders;
    |call| {
        let all = OidcProvider::all(call.tx, call.found).await?;
        let entry = |provider: OidcProvider| iam::OpenIDConnectProviderListEntry { arn: Some(provider.arn()) };
        let list = all.into_iter().map(entry).collect();
        Ok(iam::ListOpenIDConnectProvidersResponse { open_id_connect_provider_list: Some(list) })
    }
}

fn issuer(url: &str) -> Result<&str, Error> {
    issuer_of(url).ok_or_else(|| {
        Error::validation(
            "Invalid Open ID Connect Provider URL: write https://, a host in lower case and perhaps a path, without port and query.",
        )
    })
}
