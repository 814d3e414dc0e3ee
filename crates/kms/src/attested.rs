//! Callers who prove in what environment they run, and get their answers encrypted for it.
//!
//! Source: KMS Developer Guide, "Cryptographic attestation support in AWS KMS".

use std::sync::Arc;
use std::time::Duration;

use attestation::{Attestation, Freshness, Recipient, Verifier};
use aws_model::kms::RecipientInfo;
use clock::Timestamp;
use gate::{Question, View};
use secret::{SecretArray, SecretBytes};
use serde_json::{Map, Value};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::{Error, Kms};

/// How old a document may be, and how far the platform's clock may run ahead. AWS gives no figure; documents are made for each call.
const FRESHNESS: Freshness =
    Freshness { max_age: Duration::from_secs(5 * 60), max_clock_skew: Duration::from_secs(60) };

/// Who has proved it, and the key that is theirs alone.
pub struct Attested {
    attestation: Attestation,
    recipient: Recipient,
}

impl Kms {
    /// Verifies what a request says of its `Recipient`, and notes it in the call's record. A document that is not to be trusted ends the call: it must
    /// not count as none.
    pub(crate) async fn attested(
        &self,
        view: &mut View,
        recipient: Option<&RecipientInfo>,
        now: Timestamp,
    ) -> Result<Option<Attested>, Error> {
        let Some(recipient) = recipient else { return Ok(None) };
        // The description knows one algorithm only, and names none when the parameter is missing.
        let (Some(_), Some(document)) = (recipient.key_encryption_algorithm, &recipient.attestation_document)
        else {
            return Err(Error::invalid(
                "Recipient must have both KeyEncryptionAlgorithm and AttestationDocument.",
            ));
        };
        let attested = self.attestation.verify(document.clone(), now).await?;
        let fields = attested.attestation.record_fields().into_iter();
        let fields: Map<String, Value> = fields.map(|(name, value)| (name, value.into())).collect();
        view.note("recipient", fields.into());
        Ok(Some(attested))
    }
}

/// Verifies documents.
///
/// Policies ask for what a document says, so it is verified before anybody knows whether the caller may do anything: milliseconds of
/// signatures for everyone who has a key to sign with. So it is done on a thread for blocking work, at most on half of the machine's processors at once:
/// who sends many documents waits for their turn, and calls without one do not.
pub(crate) struct Verification {
    verifier: Arc<Verifier>,
    turns: Semaphore,
}

impl Verification {
    pub fn new(verifier: Verifier) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self { verifier: Arc::new(verifier), turns: Semaphore::new((processors / 2).max(1)) }
    }

    async fn verify(&self, document: Vec<u8>, now: Timestamp) -> Result<Attested, Error> {
        let _turn = self.turns.acquire().await.map_err(|_| key_algorithms::Error::Library)?;
        let verifier = Arc::clone(&self.verifier);
        let verified = spawn_blocking(move || -> Result<Attested, attestation::Error> {
            let attestation = verifier.verify(&document, now, FRESHNESS)?;
            let recipient = attestation.recipient()?;
            Ok(Attested { attestation, recipient })
        });
        Ok(verified.await.map_err(|_| key_algorithms::Error::Library)??)
    }
}

impl Attested {
    /// Adds to questions what conditions may ask about the environment.
    pub(crate) fn add_to(attested: Option<&Self>, questions: &mut [Question]) {
        let keys = attested.map(|attested| attested.attestation.condition_keys()).unwrap_or_default();
        for question in questions {
            for (key, value) in &keys {
                question.context.insert(key.clone(), value.clone());
            }
        }
    }
}

/// An answer's secret, in the field that it belongs to.
#[derive(Default)]
pub(crate) struct Answer {
    pub plaintext: Option<SecretBytes>,
    pub ciphertext_for_recipient: Option<Vec<u8>>,
}

impl Kms {
    /// The secret for the caller: in the clear, or encrypted for the attested environment and only so.
    pub(crate) fn answer(&self, secret: SecretBytes, attested: Option<&Attested>) -> Result<Answer, Error> {
        let Some(Attested { recipient, .. }) = attested else {
            return Ok(Answer { plaintext: Some(secret), ciphertext_for_recipient: None });
        };
        let content_key = SecretArray::filled_by(|bytes| self.random.fill(bytes)).map_err(Error::Envelope)?;
        let mut iv = [0; 16];
        self.random.fill(&mut iv).map_err(Error::Envelope)?;
        let sealed = recipient.encrypt(secret.expose(), &content_key, iv)?;
        Ok(Answer { plaintext: None, ciphertext_for_recipient: Some(sealed) })
    }
}
