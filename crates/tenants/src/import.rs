//! Keys that tenants bring: parameters out, wrapped material in.

use aws_sdk_kms::primitives::{Blob, DateTime};
use aws_sdk_kms::types::{AlgorithmSpec, ExpirationModelType, WrappingKeySpec};
use aws_smithy_types::date_time::Format;
use serde::{Deserialize, Serialize};
use tenant_id::TenantId;

use crate::certificate::pem;
use crate::onboard::Outcome;
use crate::patience::call;
use crate::tenant::text;
use crate::{Error, Tenants};

/// How a tenant wraps its key, in AWS's names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Wrapping {
    /// Such as `RSAES_OAEP_SHA_256`.
    pub algorithm: String,
    /// The wrapping key: `RSA_2048`, `RSA_3072` or `RSA_4096`.
    pub key_spec: String,
}

impl Default for Wrapping {
    /// What every HSM has that has RSA, and a key that does not become short.
    fn default() -> Self {
        let (algorithm, key_spec) = (AlgorithmSpec::RsaesOaepSha256, WrappingKeySpec::Rsa4096);
        Self { algorithm: algorithm.as_str().to_owned(), key_spec: key_spec.as_str().to_owned() }
    }
}

/// What a tenant needs to wrap its key. Good for one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImportParameters {
    /// The tenant.
    pub tenant: TenantId,
    /// The key that the material is for.
    pub key: String,
    /// How to wrap: AWS's name of the algorithm.
    pub wrapping_algorithm: String,
    /// The public key to wrap with: SubjectPublicKeyInfo, DER.
    #[serde(with = "base64_text")]
    pub wrapping_key: Vec<u8>,
    /// Goes back with the material.
    #[serde(with = "base64_text")]
    pub token: Vec<u8>,
    /// Until when both are good, RFC 3339.
    pub valid_to: String,
}

impl ImportParameters {
    /// The wrapping key in the form that `openssl` reads.
    pub fn wrapping_key_pem(&self) -> String {
        pem(&self.wrapping_key)
    }
}

impl Tenants {
    /// Parameters to import material with, for a tenant that was onboarded with [`Material::Imported`](crate::Material::Imported): at first, and when the
    /// material has expired or is about to.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`]; [`Error::Unfit`] when the tenant's key is not one of imported material.
    pub async fn import_parameters(
        &self,
        tenant: &TenantId,
        wrapping: &Wrapping,
    ) -> Result<ImportParameters, Error> {
        let key = self.live(tenant).await?;
        if key.origin != "EXTERNAL" {
            return Err(not_imported(tenant, &key.origin));
        }
        let request = || {
            self.connection
                .kms
                .get_parameters_for_import()
                .key_id(&key.id)
                .wrapping_algorithm(AlgorithmSpec::from(wrapping.algorithm.as_str()))
                .wrapping_key_spec(WrappingKeySpec::from(wrapping.key_spec.as_str()))
        };
        let answer = call!("GetParametersForImport", request())?;
        let bytes = |blob: Option<Blob>| blob.map(Blob::into_inner).unwrap_or_default();
        Ok(ImportParameters {
            tenant: tenant.clone(),
            key: key.id,
            wrapping_algorithm: wrapping.algorithm.clone(),
            wrapping_key: bytes(answer.public_key),
            token: bytes(answer.import_token),
            valid_to: answer.parameters_valid_to.as_ref().map(text).unwrap_or_default(),
        })
    }

    /// Takes a tenant's wrapped material. `expires` (RFC 3339) is when the KMS forgets it.
    ///
    /// # Errors
    /// As above; [`Error::Input`] for a time that is none; what the KMS refuses, such as material that was wrapped for another key.
    pub async fn import(
        &self,
        tenant: &TenantId,
        material: Vec<u8>,
        token: Vec<u8>,
        expires: Option<&str>,
    ) -> Result<Outcome, Error> {
        let expires = expires
            .map(|text| {
                let whole = if text.len() == 10 { format!("{text}T00:00:00Z") } else { text.to_owned() };
                DateTime::from_str(&whole, Format::DateTimeWithOffset).map_err(|_| {
                    Error::Input(format!("'{text}' is no time: expected 2027-01-31 or 2027-01-31T12:00:00Z"))
                })
            })
            .transpose()?;
        let key = self.live(tenant).await?;
        if key.origin != "EXTERNAL" {
            return Err(not_imported(tenant, &key.origin));
        }
        let model = match expires {
            Some(_) => ExpirationModelType::KeyMaterialExpires,
            None => ExpirationModelType::KeyMaterialDoesNotExpire,
        };
        let request = || {
            self.connection
                .kms
                .import_key_material()
                .key_id(&key.id)
                .import_token(Blob::new(token.clone()))
                .encrypted_key_material(Blob::new(material.clone()))
                .expiration_model(model.clone())
                .set_valid_to(expires)
        };
        call!("ImportKeyMaterial", request())?;
        self.outcome(tenant, &key, vec![crate::Action::ImportMaterial]).await
    }
}

fn not_imported(tenant: &TenantId, origin: &str) -> Error {
    Error::Unfit(format!(
        "the key of '{tenant}' has the origin {origin}: only tenants that were onboarded with --byok bring material"
    ))
}

/// Bytes as base64 in JSON.
mod base64_text {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        STANDARD.decode(String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
