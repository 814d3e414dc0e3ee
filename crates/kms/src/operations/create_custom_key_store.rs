use aws_model::kms::{
    CreateCustomKeyStore, CreateCustomKeyStoreRequest, CreateCustomKeyStoreResponse, CustomKeyStoreType,
    XksProxyConnectivityType,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};
use store::Page;

use crate::custom_key_stores::{
    self, Connection, CustomKeyStoreId, CustomKeyStoreRecord, Kind, PASSWORD, Refusal, SECRET_ACCESS_KEY,
    STORES_PER_REGION, Safe, StoreLocator,
};
use crate::{Error, Kms, authorize};

/// Creates a custom key store, disconnected, after the token or the XKS proxy was found to be there.
impl Guarded<CreateCustomKeyStore> for Kms {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    fn waits_for((): &(), _: &CreateCustomKeyStoreRequest) -> Waits {
        Waits::KeyStore
    }

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<CreateCustomKeyStoreRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), authorize::about_account("kms:CreateCustomKeyStore", "*", &call.caller)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, CreateCustomKeyStore, ()>,
    ) -> Result<CreateCustomKeyStoreResponse, Error> {
        let (caller, origin, input) = (permit.caller(), permit.origin(), permit.input());
        let id = CustomKeyStoreId::new(self.random.as_ref())?;
        let locator = custom_key_stores::locator(caller, origin, id);
        let record = CustomKeyStoreRecord {
            name: input.custom_key_store_name.clone(),
            created: origin.at,
            kind: kind(input, &locator, &self.safe())?,
            connection: Connection::Disconnected,
            epoch: 0,
            locator,
        };
        let place = (caller.account, origin.region.as_str());
        // Asked of a snapshot of its own before the store is talked to: a name in use needs no connection to somewhere else.
        let others = self.custom_key_stores.of(place).await?;
        check(&record, &others)?;
        // Before the transaction begins, so that it does not wait for somebody else's machine.
        let request = custom_key_stores::request(caller, origin, "CreateCustomKeyStore");
        self.verify_custom_key_store(&record, false, &request).await?;
        let tx = view.tx().await?;
        let others = tx.list::<CustomKeyStoreRecord>(&place, Page::first(STORES_PER_REGION)).await?;
        check(&record, &others.items)?;
        tx.insert(&record).await?;
        Ok(CreateCustomKeyStoreResponse { custom_key_store_id: Some(record.locator.id.to_string()) })
    }
}

/// Whether a new store has room and a place of its own beside the others of its account and region.
fn check(record: &CustomKeyStoreRecord, others: &[CustomKeyStoreRecord]) -> Result<(), Error> {
    if others.len() >= STORES_PER_REGION {
        return Err(Error::limit(format!(
            "The account has {STORES_PER_REGION} custom key stores in {}, which is the most that it can have.",
            record.locator.region
        )));
    }
    others.iter().try_for_each(|other| record.check_beside(other))
}

fn kind(input: &CreateCustomKeyStoreRequest, locator: &StoreLocator, safe: &Safe<'_>) -> Result<Kind, Error> {
    match input.custom_key_store_type.unwrap_or(CustomKeyStoreType::AwsCloudhsm) {
        CustomKeyStoreType::AwsCloudhsm => cloud_hsm(input, locator, safe),
        CustomKeyStoreType::ExternalKeyStore => external(input, locator, safe),
    }
}

fn cloud_hsm(
    input: &CreateCustomKeyStoreRequest,
    locator: &StoreLocator,
    safe: &Safe<'_>,
) -> Result<Kind, Error> {
    let not_for_clusters = [
        ("XksProxyUriEndpoint", input.xks_proxy_uri_endpoint.is_some()),
        ("XksProxyUriPath", input.xks_proxy_uri_path.is_some()),
        ("XksProxyAuthenticationCredential", input.xks_proxy_authentication_credential.is_some()),
        ("XksProxyConnectivity", input.xks_proxy_connectivity.is_some()),
        ("XksProxyVpcEndpointServiceName", input.xks_proxy_vpc_endpoint_service_name.is_some()),
        ("XksProxyVpcEndpointServiceOwner", input.xks_proxy_vpc_endpoint_service_owner.is_some()),
    ];
    refuse(&not_for_clusters, "AWS_CLOUDHSM")?;
    let password = required(input.key_store_password.as_ref(), "KeyStorePassword", "AWS_CLOUDHSM")?;
    Ok(Kind::CloudHsm {
        cluster_id: required(input.cloud_hsm_cluster_id.clone(), "CloudHsmClusterId", "AWS_CLOUDHSM")?,
        trust_anchor: required(
            input.trust_anchor_certificate.clone(),
            "TrustAnchorCertificate",
            "AWS_CLOUDHSM",
        )?,
        password: safe.wrap(locator, PASSWORD, password)?,
    })
}

fn external(
    input: &CreateCustomKeyStoreRequest,
    locator: &StoreLocator,
    safe: &Safe<'_>,
) -> Result<Kind, Error> {
    const TYPE: &str = "EXTERNAL_KEY_STORE";
    let not_for_proxies = [
        ("CloudHsmClusterId", input.cloud_hsm_cluster_id.is_some()),
        ("KeyStorePassword", input.key_store_password.is_some()),
        ("TrustAnchorCertificate", input.trust_anchor_certificate.is_some()),
    ];
    refuse(&not_for_proxies, TYPE)?;
    let connectivity = required(input.xks_proxy_connectivity, "XksProxyConnectivity", TYPE)?;
    let endpoint = required(input.xks_proxy_uri_endpoint.clone(), "XksProxyUriEndpoint", TYPE)?;
    let uri_path = required(input.xks_proxy_uri_path.clone(), "XksProxyUriPath", TYPE)?;
    let credential = input.xks_proxy_authentication_credential.as_ref();
    let credential = required(credential, "XksProxyAuthenticationCredential", TYPE)?;
    if connectivity == XksProxyConnectivityType::VpcEndpointService {
        return Err(Refusal::NoVpcEndpointServices.into());
    }
    let only_for_vpc = [
        ("XksProxyVpcEndpointServiceName", input.xks_proxy_vpc_endpoint_service_name.is_some()),
        ("XksProxyVpcEndpointServiceOwner", input.xks_proxy_vpc_endpoint_service_owner.is_some()),
    ];
    refuse(&only_for_vpc, "EXTERNAL_KEY_STORE with PUBLIC_ENDPOINT connectivity")?;
    let secret = safe.wrap(locator, SECRET_ACCESS_KEY, &credential.raw_secret_access_key)?;
    Ok(Kind::External {
        endpoint,
        uri_path,
        access_key_id: credential.access_key_id.expose().to_owned(),
        secret_access_key: secret,
    })
}

fn required<T>(given: Option<T>, name: &'static str, kind: &'static str) -> Result<T, Error> {
    given.ok_or_else(|| {
        Error::invalid(format!(
            "{name} is required for custom key stores with a CustomKeyStoreType of {kind}."
        ))
    })
}

/// Refuses parameters that custom key stores of this type do not have.
pub(super) fn refuse(parameters: &[(&'static str, bool)], kind: &'static str) -> Result<(), Error> {
    match parameters.iter().find(|(_, given)| *given) {
        Some((name, _)) => Err(Error::invalid(format!(
            "{name} is not valid for custom key stores with a CustomKeyStoreType of {kind}."
        ))),
        None => Ok(()),
    }
}
