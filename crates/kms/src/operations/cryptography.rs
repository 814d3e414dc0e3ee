//! What the cryptographic operations share.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_model::kms::{
    DataKeyPairSpec, DataKeySpec, DryRunModifierType, EncryptionAlgorithmSpec, GrantOperation, MessageType,
};
use clock::Timestamp;
use envelope::{Ciphertext, EncryptionContext, KeyLocator, StoreCiphertext};
use gate::{Call, Resolved, View, Waits};
use iam_policy::Context;
use key_algorithms::{EncryptionAlgorithm, KeySpec, KeyUsage};
use secret::SecretBytes;

use crate::custom_key_stores::Held;
use crate::grants::Ask;
use crate::key::ReadyKey;
use crate::locate::{Found, Named, Takes};
use crate::{Error, Kms, authorize, encryption_context};

/// A key to be used, and how.
pub struct Usage {
    action: &'static str,
    pub key: Arc<ReadyKey>,
    pub algorithm: EncryptionAlgorithmSpec,
    pub context: EncryptionContext,
    at: Timestamp,
    /// Where its material is, when that is a custom key store.
    held: Option<Held>,
}

/// How a request says that a key is to be used.
pub(super) struct Asked<'a> {
    pub action: &'static str,
    /// The action's name in grants.
    pub operation: GrantOperation,
    pub algorithm: Option<EncryptionAlgorithmSpec>,
    pub context: Option<&'a BTreeMap<String, String>>,
}

impl Asked<'_> {
    /// The key that the request names, and the question whether the caller may use it so.
    pub async fn of_key<I: Sync>(
        self,
        kms: &Kms,
        view: &mut View,
        call: &Call<I>,
        key_id: &str,
    ) -> Result<Resolved<Usage>, Error> {
        let found = kms.locate::<Arc<ReadyKey>, I>(view, call, key_id, Takes::NameToUse).await?;
        self.of(kms, view, found, call).await
    }

    pub async fn of<I: Sync>(
        self,
        kms: &Kms,
        view: &mut View,
        found: Found<Arc<ReadyKey>>,
        call: &Call<I>,
    ) -> Result<Resolved<Usage>, Error> {
        let context = encryption_context::read(self.context)?;
        let algorithm = self.algorithm.unwrap_or(EncryptionAlgorithmSpec::SymmetricDefault);
        let mut resolved = found.ask(self.action, call, |conditions| {
            authorize::add_encryption(conditions, algorithm, &context);
        });
        let ask = Ask { operation: self.operation, context: Some(&context) };
        kms.add_grant(view, call, &mut resolved, &ask).await?;
        let Resolved { target, questions } = resolved;
        let Some(Named { key, .. }) = target else { return Ok(Resolved { target: None, questions }) };
        let held = Held::of(kms, call, &key, operation(self.action)).await?;
        let usage = Usage { action: self.action, key, algorithm, context, at: call.origin.at, held };
        Ok(Resolved { target: Some(usage), questions })
    }
}

impl Usage {
    /// Whether the key can do it now.
    pub fn check(&self) -> Result<(), Error> {
        if let Some(held) = &self.held {
            held.check(&self.key)?;
            // Source: Developer Guide, "KMS keys in external key stores" and "KMS keys in a CloudHSM key store".
            if self.action.starts_with("kms:GenerateDataKeyPair") {
                return Err(Error::unsupported(format!(
                    "{} origin is {} which is not valid for this operation.",
                    self.key.key.arn,
                    self.key.key.record.origin.wire().as_str()
                )));
            }
        }
        self.key.check_usage(KeyUsage::EncryptDecrypt, operation(self.action), self.at)?;
        self.key.algorithm(self.algorithm.as_str(), |_| Ok(()))?;
        if self.key.key.record.spec.is_key_pair() && !self.context.is_empty() {
            return Err(Error::invalid(
                "EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.",
            ));
        }
        Ok(())
    }

    /// The ciphertext, and the id of the material that made it when that is a symmetric key's. An asymmetric key's
    /// ciphertext is what its algorithm makes and nothing else, so that others can make and open it too.
    pub async fn encrypt(&self, kms: &Kms, plaintext: &[u8]) -> Result<(Vec<u8>, Option<String>), Error> {
        if let Some(algorithm) = self.asymmetric()? {
            return Ok((self.key.pair()?.public_key().encrypt(algorithm, plaintext)?, None));
        }
        if let Some(held) = &self.held {
            return Ok((held.encrypt(kms, &self.key, plaintext, &self.context).await?, None));
        }
        let backing = self.key.current()?;
        let key = self.key.key.locator();
        let blob = envelope::encrypt(backing, key, plaintext, &self.context, kms.random.as_ref());
        Ok((blob.map_err(Error::Envelope)?, Some(backing.id().to_string())))
    }

    /// The plaintext of a symmetric key's ciphertext, and the id of the material that opened it.
    fn decrypt(&self, ciphertext: &Ciphertext) -> Result<(SecretBytes, Option<String>), Error> {
        self.check_maker(ciphertext.locator())?;
        // Whoever runs an external key manager sees what Lodge's material made: it counts for nothing without them.
        if self.held.is_some() {
            return Err(Error::InvalidCiphertext);
        }
        let backing = self.key.material(ciphertext.backing_key_id()).ok_or(Error::InvalidCiphertext)?;
        let plaintext = envelope::decrypt(backing, ciphertext, &self.context);
        Ok((plaintext.map_err(|_| Error::InvalidCiphertext)?, Some(backing.id().to_string())))
    }

    /// The plaintext of a ciphertext whose last layer a custom key store made.
    async fn decrypt_held(&self, kms: &Kms, ciphertext: &StoreCiphertext) -> Result<SecretBytes, Error> {
        self.check_maker(ciphertext.header().locator())?;
        let held = self.held.as_ref().ok_or(Error::InvalidCiphertext)?;
        held.decrypt(kms, &self.key, ciphertext, &self.context).await
    }

    /// Whether this key made a ciphertext that says it is `maker`'s.
    fn check_maker(&self, maker: &KeyLocator) -> Result<(), Error> {
        let key = self.key.key.locator();
        if maker.seen_from(&key.region) == *key { Ok(()) } else { Err(Error::IncorrectKey) }
    }

    /// The plaintext of an asymmetric key's ciphertext.
    fn decrypt_raw(&self, blob: &[u8]) -> Result<SecretBytes, Error> {
        let algorithm = self.asymmetric()?.ok_or(Error::InvalidCiphertext)?;
        Ok(self.key.pair()?.decrypt(algorithm, blob)?)
    }

    /// The algorithm, when it is not that of symmetric keys.
    fn asymmetric(&self) -> Result<Option<EncryptionAlgorithm>, Error> {
        match self.algorithm {
            EncryptionAlgorithmSpec::SymmetricDefault => Ok(None),
            algorithm => Ok(Some(EncryptionAlgorithm::parse(algorithm.as_str())?)),
        }
    }

    /// Whom its use waits for.
    pub fn waits_for(&self) -> Waits {
        if self.held.is_some() { Waits::KeyStore } else { Waits::Nobody }
    }

    /// The key ARN, as answers have it.
    pub fn key_arn(&self) -> String {
        self.key.key.arn.clone()
    }
}

/// What a request wants to have decrypted.
pub(super) struct Sealed<'a> {
    pub blob: Option<&'a [u8]>,
    pub key_id: Option<&'a str>,
    pub algorithm: Option<EncryptionAlgorithmSpec>,
    pub dry_run: Option<bool>,
    pub modifiers: Option<&'a [DryRunModifierType]>,
}

/// What is known of a ciphertext before the caller may learn more.
pub enum Opened {
    /// To be decrypted.
    Ciphertext(Ciphertext),
    /// To be decrypted by a custom key store.
    Held(StoreCiphertext),
    /// To be decrypted by an asymmetric key: it says nothing of itself.
    Raw(Vec<u8>),
    /// Not a ciphertext.
    Malformed,
    /// A rehearsal without ciphertext.
    Ignored,
}

impl Sealed<'_> {
    /// The key that decrypts: the one that the request names, else the one that the ciphertext names.
    pub async fn find<I: Sync>(
        &self,
        kms: &Kms,
        view: &mut View,
        call: &Call<I>,
    ) -> Result<(Found<Arc<ReadyKey>>, Opened), Error> {
        let opened = self.open()?;
        if let Some(key_id) = self.key_id {
            return Ok((kms.locate(view, call, key_id, Takes::NameToUse).await?, opened));
        }
        let maker = match &opened {
            Opened::Ciphertext(ciphertext) => ciphertext.locator(),
            Opened::Held(ciphertext) => ciphertext.header().locator(),
            Opened::Raw(_) => return Err(Error::invalid("KeyId must not be null")),
            Opened::Malformed => return Err(Error::InvalidCiphertext),
            Opened::Ignored => {
                return Err(Error::invalid("KeyId is required when DryRunModifiers is IGNORE_CIPHERTEXT."));
            }
        };
        let locator = maker.seen_from(&call.origin.region);
        let key = if locator.region == call.origin.region {
            kms.key_at::<Arc<ReadyKey>>(view, call, &locator).await?
        } else {
            None
        };
        // A ciphertext is no name that the caller chose: a missing key answers as a forbidden one in every account.
        let found = match key {
            Some(key) => Found::Here(Named { key, alias: None, foreign_alias: None }),
            None => Found::Hidden { arn: locator.to_string(), owner: locator.account },
        };
        Ok((found, opened))
    }

    fn open(&self) -> Result<Opened, Error> {
        let ignore =
            self.modifiers.is_some_and(|given| given.contains(&DryRunModifierType::IgnoreCiphertext));
        if ignore && self.dry_run != Some(true) {
            return Err(Error::invalid("DryRunModifiers can be used only when DryRun is true."));
        }
        match self.blob {
            _ if ignore => Ok(Opened::Ignored),
            None => Err(Error::invalid(
                "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must \
                 not be null",
            )),
            Some(blob)
                if self.algorithm.is_some_and(|it| it != EncryptionAlgorithmSpec::SymmetricDefault) =>
            {
                Ok(Opened::Raw(blob.to_vec()))
            }
            Some(blob) => Ok(Ciphertext::parse(blob)
                .map(Opened::Ciphertext)
                .or_else(|_| StoreCiphertext::parse(blob).map(Opened::Held))
                .unwrap_or(Opened::Malformed)),
        }
    }
}

impl Opened {
    /// Whether the key can open it now. Like AWS, it looks at the ciphertext before it compares usage and algorithm.
    pub fn check(&self, usage: &Usage) -> Result<(), Error> {
        match (self, usage.check()) {
            (Self::Malformed, Err(Error::IncompatibleAlgorithm { .. })) => Err(Error::InvalidCiphertext),
            (Self::Ciphertext(_) | Self::Held(_), Err(Error::WrongUsage { .. })) => Err(Error::IncorrectKey),
            (_, checked) => checked,
        }
    }

    /// Decrypts; a rehearsal without ciphertext ends here.
    pub async fn decrypt(&self, kms: &Kms, usage: &Usage) -> Result<(SecretBytes, Option<String>), Error> {
        match self {
            Self::Ciphertext(ciphertext) => usage.decrypt(ciphertext),
            Self::Held(ciphertext) => Ok((usage.decrypt_held(kms, ciphertext).await?, None)),
            Self::Raw(blob) => Ok((usage.decrypt_raw(blob)?, None)),
            Self::Malformed => Err(Error::InvalidCiphertext),
            Self::Ignored => Err(Error::DryRun),
        }
    }
}

impl Kms {
    /// The key that the request names, for something else than encryption, and the question whether the caller may use
    /// it so; `operation` is the action's name in grants, `add` brings further condition keys.
    pub(super) async fn key_in_use<I: Sync>(
        &self,
        view: &mut View,
        call: &Call<I>,
        key_id: &str,
        action: &'static str,
        operation: GrantOperation,
        add: impl Fn(&mut Context) + Send,
    ) -> Result<Resolved<Arc<ReadyKey>>, Error> {
        let takes = if action == "kms:GetPublicKey" { Takes::AnyName } else { Takes::NameToUse };
        let found = self.locate::<Arc<ReadyKey>, I>(view, call, key_id, takes).await?;
        let mut resolved = found.ask(action, call, add);
        self.add_grant(view, call, &mut resolved, &Ask { operation, context: None }).await?;
        let Resolved { target, questions } = resolved;
        Ok(Resolved { target: target.map(|named| named.key), questions })
    }
}

/// What the message of Sign and Verify is.
pub(super) fn message_type(given: Option<MessageType>) -> key_algorithms::MessageType {
    match given {
        None | Some(MessageType::Raw) => key_algorithms::MessageType::Raw,
        Some(MessageType::Digest) => key_algorithms::MessageType::Digest,
        Some(MessageType::ExternalMu) => key_algorithms::MessageType::ExternalMu,
    }
}

/// What kind of data key pair is made.
pub(super) fn data_key_pair_spec(spec: DataKeyPairSpec) -> Result<KeySpec, Error> {
    Ok(KeySpec::parse(spec.as_str())?)
}

/// The operation that an action belongs to, as texts name it.
pub(super) fn operation(action: &'static str) -> &'static str {
    match action {
        "kms:ReEncryptFrom" | "kms:ReEncryptTo" => "ReEncrypt",
        action => action.trim_start_matches("kms:"),
    }
}

/// How long a data key is to be.
pub(super) fn data_key_length(spec: Option<DataKeySpec>, bytes: Option<i32>) -> Result<usize, Error> {
    match (spec, bytes.map(usize::try_from)) {
        (Some(DataKeySpec::Aes256), None) => Ok(32),
        (Some(DataKeySpec::Aes128), None) => Ok(16),
        (None, Some(Ok(bytes))) => Ok(bytes),
        _ => Err(Error::invalid("Please specify either number of bytes or key spec.")),
    }
}

/// Ends a rehearsal where everything but the work itself is done.
pub(super) fn end_dry_run(dry_run: Option<bool>) -> Result<(), Error> {
    if dry_run == Some(true) { Err(Error::DryRun) } else { Ok(()) }
}
