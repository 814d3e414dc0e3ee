use aws_model::kms::{GetParametersForImport, GetParametersForImportRequest, GetParametersForImportResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::{WrappingAlgorithm, WrappingKey, WrappingKeySpec, check_import};
use secret::SecretBytes;

use crate::import::{LIFETIME, Parameters};
use crate::key::Key;
use crate::spec::KeySpec;
use crate::state::Needs;
use crate::{Error, KeyOrigin, Kms};

/// A new key pair for one import: the public half for wrapping the material, and a token that holds the private half, sealed.
impl Guarded<GetParametersForImport> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    fn key_spec(_: &Key, input: &GetParametersForImportRequest) -> Option<&'static str> {
        Some(input.wrapping_key_spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GetParametersForImportRequest>,
    ) -> Result<Resolved<Key>, Error> {
        let input = &call.input;
        self.own_key(view, call, &input.key_id, "kms:GetParametersForImport", |conditions| {
            conditions.insert("kms:WrappingAlgorithm", input.wrapping_algorithm.as_str());
            conditions.insert("kms:WrappingKeySpec", input.wrapping_key_spec.as_str());
        })
        .await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GetParametersForImport, Key>,
    ) -> Result<GetParametersForImportResponse, Error> {
        let (key, input, now) = (permit.target(), permit.input(), permit.origin().at);
        key.check_origin(KeyOrigin::External)?;
        key.check(Needs::Importable, now)?;
        let algorithm = WrappingAlgorithm::parse(input.wrapping_algorithm.as_str())?;
        let spec = WrappingKeySpec::parse(input.wrapping_key_spec.as_str())?;
        let imported = match key.record.spec {
            KeySpec::SymmetricDefault => None,
            KeySpec::Other(spec) => Some(spec),
        };
        check_import(imported, algorithm, spec)?;
        let wrapping_key = WrappingKey::generate(spec)?;
        let valid_to = now.plus(LIFETIME);
        let parameters = Parameters { algorithm, wrapping_key, valid_to };
        let token = self.import_tokens.seal(key.locator(), &parameters, self.random.as_ref())?;
        Ok(GetParametersForImportResponse {
            import_token: Some(token),
            key_id: Some(key.arn.clone()),
            parameters_valid_to: Some(valid_to),
            public_key: Some(SecretBytes::copy_of(parameters.wrapping_key.public_key_der())),
        })
    }
}
