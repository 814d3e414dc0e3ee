use aws_model::kms::GrantOperation;
use aws_model::xks::{Encrypt, EncryptRequest, EncryptResponse};
use aws_wire::xks::data_integrity_value;
use envelope::XksCiphertext;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use secret::SecretBytes;

use super::{Asked, ExternalKey, XksError};
use crate::{Error, Kms};

/// Encrypts up to 4300 bytes under the current material of a symmetric key.
impl Guarded<Encrypt> for Kms {
    type Target = ExternalKey;
    type Error = XksError;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<EncryptRequest>,
    ) -> Result<Resolved<ExternalKey>, XksError> {
        let input = &call.input;
        let asked = Asked {
            action: "kms:Encrypt",
            operation: GrantOperation::Encrypt,
            external_key_id: &input.external_key_id,
            requester: (&input.request_metadata).into(),
        };
        ExternalKey::find(self, view, call, &asked).await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, Encrypt, ExternalKey>,
    ) -> Result<EncryptResponse, XksError> {
        let (input, key) = (permit.input(), permit.target());
        key.check()?;
        let backing = key.ready.current()?;
        let data = input.additional_authenticated_data.as_deref().unwrap_or_default();
        let plaintext = input.plaintext.expose();
        let sealed = XksCiphertext::seal(backing, key.id(), plaintext, data, self.random.as_ref())
            .map_err(Error::Envelope)?;
        let mut answer = EncryptResponse {
            authentication_tag: sealed.authentication_tag.to_vec(),
            ciphertext: sealed.ciphertext,
            ciphertext_data_integrity_value: None,
            ciphertext_metadata: Some(sealed.metadata.to_vec()),
            initialization_vector: sealed.initialization_vector.to_vec(),
        };
        if input.ciphertext_data_integrity_value_algorithm.is_some() {
            // In this order, as appendix C of the specification explains: what is altered in between does not decrypt.
            answer.ciphertext_data_integrity_value = Some(data_integrity_value(data, &answer).to_vec());
            if opened(key, &answer, data)? != input.plaintext {
                return Err(XksError::NotReversible);
            }
        }
        Ok(answer)
    }
}

fn opened(key: &ExternalKey, answer: &EncryptResponse, data: &[u8]) -> Result<SecretBytes, XksError> {
    let metadata = answer.ciphertext_metadata.as_deref().unwrap_or_default();
    let (vector, tag) = (&answer.initialization_vector, &answer.authentication_tag);
    let sealed = XksCiphertext::from_parts(metadata, vector, tag, answer.ciphertext.clone());
    let opened = sealed.and_then(|sealed| {
        let backing = key.ready.current().map_err(|_| envelope::Error::Invalid)?;
        sealed.open(backing, key.id(), data)
    });
    opened.map_err(|_| XksError::NotReversible)
}
