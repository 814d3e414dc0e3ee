use aws_model::kms::{GenerateRandom, GenerateRandomRequest, GenerateRandomResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::cryptography::check_recipient;
use crate::{Error, Kms, authorize};

/// Random bytes.
impl Guarded<GenerateRandom> for Kms {
    /// How many.
    type Target = usize;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<GenerateRandomRequest>,
    ) -> Result<Resolved<usize>, Error> {
        let Some(Ok(length)) = call.input.number_of_bytes.map(usize::try_from) else {
            return Err(Error::invalid("NumberOfBytes is required."));
        };
        Ok(Resolved::one(length, authorize::about_account("kms:GenerateRandom", "*", &call.caller)))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GenerateRandom, usize>,
    ) -> Result<GenerateRandomResponse, Error> {
        let input = permit.input();
        if let Some(id) = &input.custom_key_store_id {
            return Err(Error::NoSuchCustomKeyStore(id.clone()));
        }
        check_recipient(input.recipient.as_ref())?;
        let bytes = self.random.secret_bytes(*permit.target()).map_err(Error::Envelope)?;
        Ok(GenerateRandomResponse { ciphertext_for_recipient: None, plaintext: Some(bytes) })
    }
}
