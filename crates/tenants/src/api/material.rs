//! Keys that tenants bring.

use aws_model::tenants as model;

use super::about_a_tenant;
use crate::Wrapping;

about_a_tenant! {
    Read GetImportParameters, |tenants, tenant, input| {
        let usual = Wrapping::default();
        let wrapping = Wrapping {
            algorithm: input.wrapping_algorithm.map_or(usual.algorithm, |it| it.as_str().to_owned()),
            key_spec: input.wrapping_key_spec.map_or(usual.key_spec, |it| it.as_str().to_owned()),
        };
        Ok(tenants.import_parameters(tenant, &wrapping).await?.into())
    };

    Change ImportKeyMaterial, |tenants, tenant, input| {
        let (material, token) = (input.encrypted_key_material.clone(), input.import_token.clone());
        let done = tenants.import(tenant, material, token, input.expires.as_deref()).await?;
        Ok(model::ImportKeyMaterialResponse { tenant: done.into() })
    };
}
