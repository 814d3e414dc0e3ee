use aws_lc_rs::digest::{SHA256, digest};
use secret::SecretBytes;
use subtle::ConstantTimeEq;

use crate::gcm::Gcm;
use crate::{BackingKey, BackingKeyId, Error, KeyId, Random, kdf};

/// What the XKS proxy API makes of a plaintext, in its four parts. Source of the lengths and of the authenticated data: External Key Store Proxy
/// API Specification, version 1, "Encrypt". The form is described in `docs/formats/ciphertext.md`.
///
/// The API leaves 20 bytes of metadata and an initialization vector of 12. Both are needed here: the metadata for a salt, so that each message
/// has a key of its own, and the vector for a commitment, so that a message opens under one material only.
#[derive(Clone, PartialEq, Eq)]
pub struct XksCiphertext {
    /// Version (1), salt (16) and the beginning of the backing key's id (3).
    pub metadata: [u8; 20],
    /// The commitment; also the nonce of AES-GCM.
    pub initialization_vector: [u8; 12],
    /// The tag of AES-GCM.
    pub authentication_tag: [u8; 16],
    /// As long as the plaintext.
    pub ciphertext: Vec<u8>,
}

impl XksCiphertext {
    /// Encrypts under `backing`, a backing key of the KMS key `key`. [`Error::TooLong`] for additional data of more than 65,535 bytes.
    pub fn seal(
        backing: &BackingKey,
        key: KeyId,
        plaintext: &[u8],
        additional_data: &[u8],
        random: &dyn Random,
    ) -> Result<Self, Error> {
        let mut salt = [0; SALT];
        random.fill(&mut salt)?;
        let metadata = write_metadata(&salt, &backing.id());
        let message = MessageKey::derive(backing, key, &metadata, additional_data)?;
        let (body, authentication_tag) =
            message.encryption.seal(message.commitment, &message.authenticated, plaintext)?;
        let ciphertext = body.expose().to_vec();
        Ok(Self { metadata, initialization_vector: message.commitment, authentication_tag, ciphertext })
    }

    /// The parts as they come back. [`Error::Invalid`] for what [`XksCiphertext::seal`] does not make.
    pub fn from_parts(
        metadata: &[u8],
        initialization_vector: &[u8],
        authentication_tag: &[u8],
        ciphertext: Vec<u8>,
    ) -> Result<Self, Error> {
        let metadata: [u8; 20] = metadata.try_into().map_err(|_| Error::Invalid)?;
        if metadata.first() != Some(&VERSION) {
            return Err(Error::Invalid);
        }
        Ok(Self {
            metadata,
            initialization_vector: initialization_vector.try_into().map_err(|_| Error::Invalid)?,
            authentication_tag: authentication_tag.try_into().map_err(|_| Error::Invalid)?,
            ciphertext,
        })
    }

    /// Whether the backing key of this id may be the one that opens it. Of a key's many, this leaves one, and very seldom a second.
    pub fn names(&self, id: &BackingKeyId) -> bool {
        self.metadata.ends_with(&short_id(id))
    }

    /// Decrypts. [`Error::Invalid`] with another backing key, KMS key or additional data, or when any bit has changed.
    pub fn open(
        &self,
        backing: &BackingKey,
        key: KeyId,
        additional_data: &[u8],
    ) -> Result<SecretBytes, Error> {
        let message =
            MessageKey::derive(backing, key, &self.metadata, additional_data).map_err(|_| Error::Invalid)?;
        if !bool::from(message.commitment.ct_eq(&self.initialization_vector)) {
            return Err(Error::Invalid);
        }
        message.encryption.open(
            message.commitment,
            &message.authenticated,
            &self.ciphertext,
            &self.authentication_tag,
        )
    }
}

const VERSION: u8 = 1;
const SALT: usize = 16;

const ENCRYPTION: &str = "lodge/xks/v1/encryption";
const COMMITMENT: &str = "lodge/xks/v1/commitment";

fn write_metadata(salt: &[u8; SALT], id: &BackingKeyId) -> [u8; 20] {
    let [a, b, c] = short_id(id);
    let mut metadata = [VERSION, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, a, b, c];
    for (to, from) in metadata.iter_mut().skip(1).zip(salt) {
        *to = *from;
    }
    metadata
}

fn short_id(id: &BackingKeyId) -> [u8; 3] {
    let [a, b, c, ..] = *id.as_bytes();
    [a, b, c]
}

/// The key of one message, and what its tag covers.
struct MessageKey {
    encryption: Gcm,
    commitment: [u8; 12],
    authenticated: Vec<u8>,
}

impl MessageKey {
    /// The metadata holds the salt. Which KMS key it is does not go into what GCM authenticates, which the API prescribes, but into the derivation:
    /// material that two keys share, as imported material may, opens nothing of the other key.
    fn derive(
        backing: &BackingKey,
        key: KeyId,
        metadata: &[u8; 20],
        additional_data: &[u8],
    ) -> Result<Self, Error> {
        let authenticated = authenticated(additional_data, metadata)?;
        let bound = [&key.to_binary(), backing.id().as_bytes().as_slice(), &authenticated].concat();
        let context = [metadata, digest(&SHA256, &bound).as_ref()].concat();
        let encryption = Gcm::new(&kdf::derive(backing.secret(), ENCRYPTION, &context))?;
        let commitment = kdf::derive(backing.secret(), COMMITMENT, &context);
        let commitment = *commitment.expose().first_chunk().ok_or(Error::Invalid)?;
        Ok(Self { encryption, commitment, authenticated })
    }
}

/// Length of the additional data (2 bytes), additional data, length of the metadata (1 byte), metadata.
fn authenticated(additional_data: &[u8], metadata: &[u8; 20]) -> Result<Vec<u8>, Error> {
    let length = u16::try_from(additional_data.len()).map_err(|_| Error::TooLong)?;
    Ok([&length.to_be_bytes(), additional_data, &[20], metadata].concat())
}

#[cfg(test)]
mod tests;
