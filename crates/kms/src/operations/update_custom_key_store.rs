use aws_model::kms::{
    UpdateCustomKeyStore, UpdateCustomKeyStoreRequest, UpdateCustomKeyStoreResponse, XksProxyConnectivityType,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};
use store::Page;

use super::create_custom_key_store::refuse;
use crate::custom_key_stores::{
    self, Connection, CustomKeyStoreRecord, Kind, PASSWORD, Refusal, SECRET_ACCESS_KEY, STORES_PER_REGION,
    Safe,
};
use crate::{Error, Kms, authorize};

/// Changes a custom key store. Most of what says how it is reached changes only while it is disconnected.
impl Guarded<UpdateCustomKeyStore> for Kms {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    fn waits_for((): &(), _: &UpdateCustomKeyStoreRequest) -> Waits {
        Waits::KeyStore
    }

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<UpdateCustomKeyStoreRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), authorize::about_account("kms:UpdateCustomKeyStore", "*", &call.caller)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, UpdateCustomKeyStore, ()>,
    ) -> Result<UpdateCustomKeyStoreResponse, Error> {
        let (caller, origin, input) = (permit.caller(), permit.origin(), permit.input());
        let place = (caller.account, origin.region.as_str());
        let locator = custom_key_stores::locator(caller, origin, input.custom_key_store_id.parse()?);
        // Worked out and tried before the transaction begins, so that it does not wait for somebody else's machine.
        let others = self.custom_key_stores.of(place).await?;
        let before = others.iter().find(|store| store.locator == locator);
        let before = before.ok_or_else(|| Error::NoSuchCustomKeyStore(input.custom_key_store_id.clone()))?;
        let after = changed(before, input, &self.safe())?;
        check(&after, &others)?;
        if after.epoch != before.epoch {
            let request = custom_key_stores::request(caller, origin, "UpdateCustomKeyStore");
            self.verify_custom_key_store(&after, true, &request).await?;
        }
        let now = self.custom_key_store(view, caller, origin, &input.custom_key_store_id).await?;
        if now.epoch != before.epoch || now.connection != before.connection {
            // What was tried rested on another state.
            return Err(Refusal::InvalidState(
                "The custom key store was changed by another request. Try again.".into(),
            )
            .into());
        }
        let tx = view.tx().await?;
        let others = tx.list::<CustomKeyStoreRecord>(&place, Page::first(STORES_PER_REGION)).await?;
        check(&after, &others.items)?;
        tx.put(&after).await?;
        Ok(UpdateCustomKeyStoreResponse {})
    }
}

fn check(after: &CustomKeyStoreRecord, others: &[CustomKeyStoreRecord]) -> Result<(), Error> {
    others
        .iter()
        .filter(|other| other.locator != after.locator)
        .try_for_each(|other| after.check_beside(other))
}

/// The store after the change, with another epoch when it is reached in another way.
fn changed(
    before: &CustomKeyStoreRecord,
    input: &UpdateCustomKeyStoreRequest,
    safe: &Safe<'_>,
) -> Result<CustomKeyStoreRecord, Error> {
    let mut after = before.clone();
    let changed = match &mut after.kind {
        Kind::CloudHsm { cluster_id, password, .. } => {
            let not_for_clusters = [
                ("XksProxyUriEndpoint", input.xks_proxy_uri_endpoint.is_some()),
                ("XksProxyUriPath", input.xks_proxy_uri_path.is_some()),
                ("XksProxyAuthenticationCredential", input.xks_proxy_authentication_credential.is_some()),
                ("XksProxyConnectivity", input.xks_proxy_connectivity.is_some()),
                ("XksProxyVpcEndpointServiceName", input.xks_proxy_vpc_endpoint_service_name.is_some()),
                ("XksProxyVpcEndpointServiceOwner", input.xks_proxy_vpc_endpoint_service_owner.is_some()),
            ];
            refuse(&not_for_clusters, "AWS_CLOUDHSM")?;
            if let Some(new) = &input.key_store_password {
                *password = safe.wrap(&before.locator, PASSWORD, new)?;
            }
            if let Some(new) = &input.cloud_hsm_cluster_id {
                cluster_id.clone_from(new);
            }
            let settled = input.key_store_password.is_some() || input.cloud_hsm_cluster_id.is_some();
            Changed { settled, running: false }
        }
        Kind::External { endpoint, uri_path, access_key_id, secret_access_key } => {
            let not_for_proxies = [
                ("CloudHsmClusterId", input.cloud_hsm_cluster_id.is_some()),
                ("KeyStorePassword", input.key_store_password.is_some()),
            ];
            refuse(&not_for_proxies, "EXTERNAL_KEY_STORE")?;
            if input.xks_proxy_connectivity == Some(XksProxyConnectivityType::VpcEndpointService)
                || input.xks_proxy_vpc_endpoint_service_name.is_some()
                || input.xks_proxy_vpc_endpoint_service_owner.is_some()
            {
                return Err(Refusal::NoVpcEndpointServices.into());
            }
            if let Some(new) = &input.xks_proxy_uri_endpoint {
                endpoint.clone_from(new);
            }
            if let Some(new) = &input.xks_proxy_uri_path {
                uri_path.clone_from(new);
            }
            if let Some(new) = &input.xks_proxy_authentication_credential {
                new.access_key_id.expose().clone_into(access_key_id);
                *secret_access_key =
                    safe.wrap(&before.locator, SECRET_ACCESS_KEY, &new.raw_secret_access_key)?;
            }
            let running =
                input.xks_proxy_uri_path.is_some() || input.xks_proxy_authentication_credential.is_some();
            let settled = input.xks_proxy_uri_endpoint.is_some() || input.xks_proxy_connectivity.is_some();
            Changed { settled, running }
        }
    };
    let allowed = match before.connection {
        Connection::Disconnected => true,
        Connection::Connected => !changed.settled,
        Connection::Connecting { .. } | Connection::Failed { .. } => false,
    };
    if !allowed {
        return Err(Refusal::InvalidState(
            "The custom key store is not disconnected. Disconnect it before you change this property.".into(),
        )
        .into());
    }
    if let Some(name) = &input.new_custom_key_store_name {
        after.name.clone_from(name);
    }
    if changed.settled || changed.running {
        after.epoch += 1;
    }
    Ok(after)
}

/// What of how a store is reached is changed.
struct Changed {
    /// What changes only while it is disconnected.
    settled: bool,
    /// What changes while it is connected, too.
    running: bool,
}
