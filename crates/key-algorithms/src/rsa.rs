//! RSA: RSASSA-PSS, RSASSA-PKCS1-v1_5 and RSAES-OAEP (RFC 8017).

use aws_lc_rs::digest::Digest;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::rsa::{
    KeyPair, KeySize, OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepAlgorithm, OaepPrivateDecryptingKey,
    OaepPublicEncryptingKey, PrivateDecryptingKey, PublicEncryptingKey,
};
use aws_lc_rs::signature::{self, RsaEncoding, RsaParameters, UnparsedPublicKey};
use secret::SecretBytes;
use zeroize::Zeroizing;

use crate::{EncryptionAlgorithm, Error, KeySpec, SigningAlgorithm};

/// The private side. The library has one type for signing and one for decrypting.
pub(crate) struct Private {
    signing: KeyPair,
    decrypting: OaepPrivateDecryptingKey,
}

impl Private {
    pub(crate) fn generate(spec: KeySpec) -> Result<SecretBytes, Error> {
        let size = match spec {
            KeySpec::Rsa3072 => KeySize::Rsa3072,
            KeySpec::Rsa4096 => KeySize::Rsa4096,
            _ => KeySize::Rsa2048,
        };
        let der: Pkcs8V1Der<'_> = KeyPair::generate(size)?.as_der()?;
        Ok(SecretBytes::copy_of(der.as_ref()))
    }

    pub(crate) fn from_pkcs8(spec: KeySpec, pkcs8: &[u8]) -> Result<Self, Error> {
        let refuse = |reason| Error::InvalidPrivateKey { spec, reason };
        let inconsistent = |_| refuse("its numbers do not make up an RSA key of two primes");
        let signing = KeyPair::from_pkcs8(pkcs8).map_err(inconsistent)?;
        let decrypting = PrivateDecryptingKey::from_pkcs8(pkcs8).map_err(inconsistent)?;
        if decrypting.key_size_bits() != bits(spec) {
            return Err(refuse("its modulus has another size"));
        }
        Ok(Self { signing, decrypting: OaepPrivateDecryptingKey::new(decrypting)? })
    }

    pub(crate) fn to_pkcs8(&self) -> Result<SecretBytes, Error> {
        let der: Pkcs8V1Der<'_> = self.signing.as_der()?;
        Ok(SecretBytes::copy_of(der.as_ref()))
    }

    pub(crate) fn public_key_info(&self) -> Result<Vec<u8>, Error> {
        let der: PublicKeyX509Der<'_> = signature::KeyPair::public_key(&self.signing).as_der()?;
        Ok(der.as_ref().to_vec())
    }

    pub(crate) fn sign(&self, algorithm: SigningAlgorithm, digest: &Digest) -> Result<Vec<u8>, Error> {
        let (encoding, _) = padding(algorithm).ok_or(Error::Library)?;
        let mut signature = vec![0; self.signing.public_modulus_len()];
        self.signing.sign_digest(encoding, digest, &mut signature)?;
        Ok(signature)
    }

    pub(crate) fn decrypt(
        &self,
        algorithm: EncryptionAlgorithm,
        ciphertext: &[u8],
    ) -> Result<SecretBytes, Error> {
        if ciphertext.len() != self.decrypting.key_size_bytes() {
            return Err(Error::InvalidCiphertext);
        }
        let mut buffer = Zeroizing::new(vec![0; self.decrypting.min_output_size()]);
        let plaintext = self
            .decrypting
            .decrypt(oaep(algorithm), ciphertext, &mut buffer, None)
            .map_err(|_| Error::InvalidCiphertext)?;
        Ok(SecretBytes::copy_of(plaintext))
    }
}

/// The public side.
pub(crate) struct Public {
    encrypting: OaepPublicEncryptingKey,
}

impl Public {
    pub(crate) fn from_spki(spec: KeySpec, spki: &[u8]) -> Result<Self, Error> {
        let refuse = |reason| Error::InvalidPublicKey { spec, reason };
        let key = PublicEncryptingKey::from_der(spki)
            .map_err(|_| refuse("its numbers are not those of an RSA key"))?;
        if key.key_size_bits() != bits(spec) {
            return Err(refuse("its modulus has another size"));
        }
        Ok(Self { encrypting: OaepPublicEncryptingKey::new(key)? })
    }

    pub(crate) fn encrypt(
        &self,
        spec: KeySpec,
        algorithm: EncryptionAlgorithm,
        plaintext: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let (limit, actual) = (max_plaintext(spec, algorithm), plaintext.len());
        if actual > limit {
            return Err(Error::PlaintextTooLong { spec, algorithm, limit, actual });
        }
        let mut ciphertext = vec![0; self.encrypting.ciphertext_size()];
        let length = self.encrypting.encrypt(oaep(algorithm), plaintext, &mut ciphertext, None)?.len();
        ciphertext.truncate(length);
        Ok(ciphertext)
    }
}

/// `key` is an `RSAPublicKey`: the bits of the SubjectPublicKeyInfo.
pub(crate) fn verify(
    key: &[u8],
    algorithm: SigningAlgorithm,
    digest: &Digest,
    signature: &[u8],
) -> Result<(), Error> {
    let (_, parameters) = padding(algorithm).ok_or(Error::Library)?;
    UnparsedPublicKey::new(parameters, key)
        .verify_digest(digest, signature)
        .map_err(|_| Error::InvalidSignature)
}

/// RFC 8017 section 7.1.1: the modulus less two hashes and two bytes.
pub(crate) fn max_plaintext(spec: KeySpec, algorithm: EncryptionAlgorithm) -> usize {
    let hash = match algorithm {
        EncryptionAlgorithm::RsaesOaepSha1 => 20,
        EncryptionAlgorithm::RsaesOaepSha256 => 32,
    };
    (bits(spec) / 8).saturating_sub(2 * hash + 2)
}

fn bits(spec: KeySpec) -> usize {
    match spec {
        KeySpec::Rsa3072 => 3072,
        KeySpec::Rsa4096 => 4096,
        _ => 2048,
    }
}

fn oaep(algorithm: EncryptionAlgorithm) -> &'static OaepAlgorithm {
    match algorithm {
        EncryptionAlgorithm::RsaesOaepSha1 => &OAEP_SHA1_MGF1SHA1,
        EncryptionAlgorithm::RsaesOaepSha256 => &OAEP_SHA256_MGF1SHA256,
    }
}

/// For signing and for verifying. The salt of PSS is as long as the digest, on both sides.
fn padding(algorithm: SigningAlgorithm) -> Option<(&'static dyn RsaEncoding, &'static RsaParameters)> {
    Some(match algorithm {
        SigningAlgorithm::RsassaPssSha256 => {
            (&signature::RSA_PSS_SHA256, &signature::RSA_PSS_2048_8192_SHA256)
        }
        SigningAlgorithm::RsassaPssSha384 => {
            (&signature::RSA_PSS_SHA384, &signature::RSA_PSS_2048_8192_SHA384)
        }
        SigningAlgorithm::RsassaPssSha512 => {
            (&signature::RSA_PSS_SHA512, &signature::RSA_PSS_2048_8192_SHA512)
        }
        SigningAlgorithm::RsassaPkcs1V15Sha256 => {
            (&signature::RSA_PKCS1_SHA256, &signature::RSA_PKCS1_2048_8192_SHA256)
        }
        SigningAlgorithm::RsassaPkcs1V15Sha384 => {
            (&signature::RSA_PKCS1_SHA384, &signature::RSA_PKCS1_2048_8192_SHA384)
        }
        SigningAlgorithm::RsassaPkcs1V15Sha512 => {
            (&signature::RSA_PKCS1_SHA512, &signature::RSA_PKCS1_2048_8192_SHA512)
        }
        _ => return None,
    })
}
