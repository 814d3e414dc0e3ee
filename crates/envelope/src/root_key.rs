use secret::SecretArray;

use crate::hex_id::hex_id;
use crate::{Error, Random, WrappingKey, kdf};

/// The key above all others. It comes from a seal, is held in memory only, and encrypts nothing itself: subkeys are
/// derived from it by purpose.
pub struct RootKey(SecretArray<32>);

impl RootKey {
    /// The root key with these bytes.
    pub fn new(key: SecretArray<32>) -> Self {
        Self(key)
    }

    /// A new random root key.
    pub fn generate(random: &dyn Random) -> Result<Self, Error> {
        SecretArray::filled_by(|bytes| random.fill(bytes)).map(Self)
    }

    /// The subkey for `purpose`, a constant such as `lodge/audit/signing-key`. Never change a purpose in use: what the old
    /// subkey protected would not open.
    ///
    /// NIST SP 800-108r1 counter mode, HMAC-SHA-256, label = purpose, no context.
    pub fn derive(&self, purpose: &'static str) -> SecretArray<32> {
        kdf::derive(&self.0, purpose, b"")
    }

    /// The wrapping key for `purpose`, such as `lodge/kms/backing-keys`. It differs from `derive(purpose)`.
    pub fn wrapping_key(&self, purpose: &'static str) -> WrappingKey {
        WrappingKey::new(kdf::derive(&self.0, purpose, b"wrapping key"))
    }

    /// A public value that tells root keys apart and reveals nothing of them: stored beside the data, it finds the wrong
    /// root key at start, before anything is written with it.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(*kdf::derive(&self.0, "lodge/root-key", b"fingerprint").expose())
    }

    /// The bytes, for the seal that keeps them. Each call is a place where the secret can leave.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

/// Which root key: 64 hexadecimal digits. Not secret.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);
hex_id!(Fingerprint);
