//! Onboarding: who may say where a tenant's key is.

use aws_model::tenants as model;

use super::about_a_tenant;
use crate::{Error, Material, Onboarding};

about_a_tenant! {
    Change OnboardTenant, |tenants, tenant, input| {
        let material = material(input)?;
        let done = tenants.onboard(&Onboarding { tenant: tenant.clone(), material, anew: false }).await?;
        let changes = done.done.iter().map(ToString::to_string).collect();
        Ok(model::OnboardTenantResponse { tenant: done.into(), changes })
    }, with |asked, context| {
        context.insert("tenants:Origin", asked.origin.unwrap_or(model::Origin::AwsKms).as_str());
        if let Some(key_store) = &asked.key_store_id {
            context.insert("tenants:KeyStoreId", key_store.clone());
        }
        if let Some(xks_key) = &asked.xks_key_id {
            context.insert("tenants:XksKeyId", xks_key.clone());
        }
    };
}

fn material(input: &model::OnboardTenantRequest) -> Result<Material, Error> {
    use model::Origin::{AwsCloudhsm, AwsKms, External, ExternalKeyStore};
    let origin = input.origin.unwrap_or(AwsKms);
    match (origin, &input.key_store_id, &input.xks_key_id) {
        (AwsKms, None, None) => Ok(Material::Kms),
        (External, None, None) => Ok(Material::Imported),
        (AwsCloudhsm, Some(key_store), None) => {
            Ok(Material::KeyStore { key_store: key_store.clone(), xks_key: None })
        }
        (ExternalKeyStore, Some(key_store), Some(xks_key)) => {
            Ok(Material::KeyStore { key_store: key_store.clone(), xks_key: Some(xks_key.clone()) })
        }
        _ => Err(Error::Input(
            "AWS_CLOUDHSM needs keyStoreId, EXTERNAL_KEY_STORE needs keyStoreId and xksKeyId; other origins take neither".to_owned(),
        )),
    }
}
