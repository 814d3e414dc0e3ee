use aws_model::kms::{GenerateRandom, GenerateRandomRequest, GenerateRandomResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};

use crate::attested::{Answer, Attested};
use crate::{Error, Kms, authorize};

/// Random bytes.
impl Guarded<GenerateRandom> for Kms {
    /// How many, and whom for.
    type Target = (usize, Option<Attested>);
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn waits_for(_: &(usize, Option<Attested>), input: &GenerateRandomRequest) -> Waits {
        if input.custom_key_store_id.is_some() { Waits::KeyStore } else { Waits::Nobody }
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GenerateRandomRequest>,
    ) -> Result<Resolved<(usize, Option<Attested>)>, Error> {
        let Some(Ok(length)) = call.input.number_of_bytes.map(usize::try_from) else {
            return Err(Error::invalid("NumberOfBytes is required."));
        };
        let attested = self.attested(view, call.input.recipient.as_ref(), call.origin.at).await?;
        let mut question = authorize::about_account("kms:GenerateRandom", "*", &call.caller);
        Attested::add_to(attested.as_ref(), std::slice::from_mut(&mut question));
        Ok(Resolved::one((length, attested), question))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GenerateRandom, (usize, Option<Attested>)>,
    ) -> Result<GenerateRandomResponse, Error> {
        let input = permit.input();
        let (length, attested) = permit.target();
        let bytes = match &input.custom_key_store_id {
            Some(id) => {
                self.random_of_custom_key_store(permit.caller(), permit.origin(), id, *length).await?
            }
            None => self.random.secret_bytes(*length).map_err(Error::Envelope)?,
        };
        let Answer { plaintext, ciphertext_for_recipient } = self.answer(bytes, attested.as_ref())?;
        Ok(GenerateRandomResponse { ciphertext_for_recipient, plaintext })
    }
}
