use clock::Timestamp;
use envelope::{KeyLocator, Random, Wrapped, length_prefixed};
use key_algorithms::{WrappingAlgorithm, WrappingKey, WrappingKeySpec};
use secret::SecretBytes;
use std::time::Duration;

use crate::Error;

/// How long a token and its wrapping key are good for. Source: API Reference, GetParametersForImport.
pub(crate) const LIFETIME: Duration = Duration::from_secs(86_400);

/// Import tokens. A token is all that is kept of a GetParametersForImport: the private half of the wrapping key, its algorithm and its end,
/// sealed for one KMS key.
///
/// The alternative is a record of the private key, and a token that names it. That would make a token good for one import only; but each
/// GetParametersForImport would leave a record that has to be limited in number and cleaned up, and nothing is won: AWS's tokens
/// are good for any number of imports within their day too, an import needs `kms:ImportKeyMaterial` each time, and brings nothing
/// but what was imported before. With RSA 4096 a token has some 2500 bytes, of at most 6144.
pub(crate) struct Tokens {
    key: envelope::WrappingKey,
}

/// How key material is to be wrapped for one import.
pub(crate) struct Parameters {
    pub algorithm: WrappingAlgorithm,
    pub wrapping_key: WrappingKey,
    /// The end of both.
    pub valid_to: Timestamp,
}

impl Parameters {
    /// Opens `EncryptedKeyMaterial`.
    ///
    /// # Errors
    /// One for whatever does not open. None of the paddings that are left tells more by that.
    pub fn unwrap(&self, wrapped: &[u8]) -> Result<SecretBytes, Error> {
        let direct =
            matches!(self.algorithm, WrappingAlgorithm::RsaesOaepSha1 | WrappingAlgorithm::RsaesOaepSha256);
        if direct && wrapped.len() != modulus_length(self.wrapping_key.spec()) {
            return Err(Error::invalid("Invalid encrypted key size."));
        }
        Ok(self.wrapping_key.unwrap(self.algorithm, wrapped)?)
    }
}

/// In bytes.
fn modulus_length(spec: WrappingKeySpec) -> usize {
    match spec {
        WrappingKeySpec::Rsa2048 => 256,
        WrappingKeySpec::Rsa3072 => 384,
        WrappingKeySpec::Rsa4096 => 512,
    }
}

impl Tokens {
    pub fn new(key: envelope::WrappingKey) -> Self {
        Self { key }
    }

    /// The token for an import into `key`.
    pub fn seal(
        &self,
        key: &KeyLocator,
        parameters: &Parameters,
        random: &dyn Random,
    ) -> Result<Vec<u8>, Error> {
        let Parameters { algorithm, wrapping_key, valid_to } = parameters;
        let private = wrapping_key.to_pkcs8_der()?;
        let head = format!("{algorithm} {} {}\n", wrapping_key.spec(), valid_to.millis());
        // In one allocation, so that no copy of the private key is left behind.
        let mut content = Vec::with_capacity(head.len() + private.len());
        content.extend_from_slice(head.as_bytes());
        content.extend_from_slice(private.expose());
        let sealed = self.key.wrap(&SecretBytes::new(content), &place(key), random);
        Ok(sealed.map_err(Error::Envelope)?.as_bytes().to_vec())
    }

    /// What a token for `key` says, unless its time is over at `now`.
    pub fn open(&self, key: &KeyLocator, token: &[u8], now: Timestamp) -> Result<Parameters, Error> {
        let sealed = Wrapped::parse(token).map_err(|_| Error::InvalidImportToken)?;
        let content = self.key.unwrap(&sealed, &place(key)).map_err(|_| Error::InvalidImportToken)?;
        let parameters = read(content.expose()).ok_or(Error::InvalidImportToken)?;
        if parameters.valid_to <= now { Err(Error::ExpiredImportToken) } else { Ok(parameters) }
    }
}

fn read(content: &[u8]) -> Option<Parameters> {
    let end = content.iter().position(|byte| *byte == b'\n')?;
    let (head, private) = content.split_at_checked(end)?;
    let mut head = std::str::from_utf8(head).ok()?.split(' ');
    let algorithm = WrappingAlgorithm::parse(head.next()?).ok()?;
    let spec = WrappingKeySpec::parse(head.next()?).ok()?;
    let valid_to = Timestamp::from_millis(head.next()?.parse().ok()?);
    let wrapping_key = WrappingKey::from_pkcs8_der(spec, private.strip_prefix(b"\n")?).ok()?;
    Some(Parameters { algorithm, wrapping_key, valid_to })
}

/// A token opens for its own key only.
fn place(key: &KeyLocator) -> Vec<u8> {
    length_prefixed(["import token".to_owned(), key.to_string()])
}

#[cfg(test)]
mod tests {
    use envelope::{RootKey, SystemRandom};
    use secret::SecretArray;

    use super::*;

    const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const OTHER: &str = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    fn tokens(root: u8) -> Tokens {
        Tokens::new(RootKey::new(SecretArray::new([root; 32])).wrapping_key("test"))
    }

    #[test]
    fn a_token_opens_for_its_key_until_its_end() {
        let end = Timestamp::from_secs(100);
        let wrapping_key = WrappingKey::generate(WrappingKeySpec::Rsa4096).unwrap();
        let public = wrapping_key.public_key_der().to_vec();
        let parameters =
            Parameters { algorithm: WrappingAlgorithm::RsaAesKeyWrapSha1, wrapping_key, valid_to: end };
        let key: KeyLocator = KEY.parse().unwrap();
        let token = tokens(1).seal(&key, &parameters, &SystemRandom).unwrap();
        assert!(token.len() <= 6144, "{}", token.len());

        let opened = tokens(1).open(&key, &token, Timestamp::from_millis(99_999)).unwrap();
        assert_eq!(opened.algorithm, WrappingAlgorithm::RsaAesKeyWrapSha1);
        assert_eq!(opened.wrapping_key.spec(), WrappingKeySpec::Rsa4096);
        assert_eq!(opened.wrapping_key.public_key_der(), public);

        assert!(matches!(tokens(1).open(&key, &token, end), Err(Error::ExpiredImportToken)));
        let now = Timestamp::EPOCH;
        let invalid = |tokens: Tokens, key: &str, token: &[u8]| {
            matches!(tokens.open(&key.parse().unwrap(), token, now), Err(Error::InvalidImportToken))
        };
        assert!(invalid(tokens(2), KEY, &token));
        assert!(invalid(tokens(1), OTHER, &token));
        for length in [0, 1, 81, 82, token.len() - 1] {
            assert!(invalid(tokens(1), KEY, &token[..length]), "{length}");
        }
        for position in (0..token.len()).step_by(97) {
            let mut changed = token.clone();
            changed[position] ^= 1;
            assert!(invalid(tokens(1), KEY, &changed), "{position}");
        }
    }
}
