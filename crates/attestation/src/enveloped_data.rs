use aws_lc_rs::{
    cipher::{AES_256, EncryptionContext, PaddedBlockEncryptingKey, UnboundCipherKey},
    digest::{SHA256, digest},
    iv::FixedLength,
    rsa::{OAEP_SHA256_MGF1SHA256, OaepPublicEncryptingKey, PublicEncryptingKey},
};
use secret::SecretArray;
use zeroize::Zeroizing;

use crate::{
    Error,
    der::{self, Reader, element},
};

/// The RSA key of an attested environment, for which answers are encrypted.
pub struct Recipient {
    key: OaepPublicEncryptingKey,
    /// SHA-256 of the SubjectPublicKeyInfo.
    key_identifier: [u8; 32],
}

impl Recipient {
    /// From a SubjectPublicKeyInfo in DER (RFC 5280) of an RSA key of 2048 to 8192 bits.
    pub fn from_spki_der(spki: &[u8]) -> Result<Self, Error> {
        one_rsa_key(spki).ok_or(Error::PublicKey)?;
        let key = PublicEncryptingKey::from_der(spki).map_err(|_| Error::PublicKey)?;
        let key = OaepPublicEncryptingKey::new(key).map_err(|_| Error::PublicKey)?;
        let key_identifier = digest(&SHA256, spki).as_ref().try_into().map_err(|_| Error::Encryption)?;
        Ok(Self { key, key_identifier })
    }

    /// `CiphertextForRecipient`: the plaintext as CMS EnvelopedData (RFC 5652, section 6) that only the owner of the key opens.
    ///
    /// The plaintext is encrypted with AES-256-CBC under `content_key`, and `content_key` with RSAES-OAEP (SHA-256 in both of
    /// its places). `content_key` and `iv` must be random and serve for this one call.
    pub fn encrypt(
        &self,
        plaintext: &[u8],
        content_key: &SecretArray<32>,
        iv: [u8; 16],
    ) -> Result<Vec<u8>, Error> {
        let content = encrypt_content(plaintext, content_key, iv)?;
        let mut encrypted_key = vec![0; self.key.ciphertext_size()];
        let encrypted_key = self
            .key
            .encrypt(&OAEP_SHA256_MGF1SHA256, content_key.expose(), &mut encrypted_key, None)
            .map_err(|_| Error::Encryption)?;
        Ok(enveloped_data(&self.key_identifier, encrypted_key, iv, &content))
    }
}

fn encrypt_content(
    plaintext: &[u8],
    key: &SecretArray<32>,
    iv: [u8; 16],
) -> Result<Zeroizing<Vec<u8>>, Error> {
    // Room for the padding, so that no copy of the plaintext is left behind by growing.
    let mut content = Zeroizing::new(Vec::with_capacity(plaintext.len() + 16));
    content.extend_from_slice(plaintext);
    let key = UnboundCipherKey::new(&AES_256, key.expose()).map_err(|_| Error::Encryption)?;
    let key = PaddedBlockEncryptingKey::cbc_pkcs7(key).map_err(|_| Error::Encryption)?;
    key.less_safe_encrypt(&mut *content, EncryptionContext::Iv128(FixedLength::from(iv)))
        .map_err(|_| Error::Encryption)?;
    Ok(content)
}

/// `rsaEncryption` with a NULL, as RFC 3279 asks for.
const RSA: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/// Whether these bytes are exactly one SubjectPublicKeyInfo of an RSA key.
fn one_rsa_key(spki: &[u8]) -> Option<()> {
    let mut fields = Reader::inside(der::SEQUENCE, spki)?;
    let algorithm = fields.take(der::SEQUENCE)?;
    let key = fields.take(der::BIT_STRING)?.strip_prefix(&[0])?;
    let mut numbers = Reader::inside(der::SEQUENCE, key)?;
    numbers.take(der::INTEGER)?;
    numbers.take(der::INTEGER)?;
    (algorithm == RSA && fields.is_empty() && numbers.is_empty()).then_some(())
}

const ENVELOPED_DATA: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03];
const DATA: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
const AES_256_CBC: &[u8] = &[0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2a];
const VERSION_2: &[u8] = &[0x02, 0x01, 0x02];

/// `RSAES-OAEP` with SHA-256 as its hash and in MGF1 (RFC 4055). The label, empty, is left out.
const RSAES_OAEP_SHA_256: &[u8] = &[
    0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x07, 0x30, 0x2f, 0xa0, 0x0f, 0x30, 0x0d,
    0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0xa1, 0x1c, 0x30, 0x1a,
    0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x08, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86,
    0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
];

/// A SEQUENCE and a `[0]` of indefinite length, and the end of either.
const OPEN_SEQUENCE: &[u8] = &[0x30, 0x80];
const OPEN_CONTEXT_0: &[u8] = &[0xa0, 0x80];
const CLOSE: &[u8] = &[0x00, 0x00];

/// A ContentInfo in BER, laid out as AWS KMS does it: the outer elements have indefinite lengths, the recipient a definite
/// one, and the content is one OCTET STRING inside a constructed `[0]`.
fn enveloped_data(key_identifier: &[u8], encrypted_key: &[u8], iv: [u8; 16], content: &[u8]) -> Vec<u8> {
    const SUBJECT_KEY_IDENTIFIER: u8 = 0x80;
    let recipient = element(
        der::SEQUENCE,
        &[
            VERSION_2,
            &element(SUBJECT_KEY_IDENTIFIER, &[key_identifier]),
            &element(der::SEQUENCE, &[RSAES_OAEP_SHA_256]),
            &element(der::OCTET_STRING, &[encrypted_key]),
        ],
    );
    [
        OPEN_SEQUENCE,
        ENVELOPED_DATA,
        OPEN_CONTEXT_0,
        OPEN_SEQUENCE,
        VERSION_2,
        &element(der::SET, &[&recipient]),
        OPEN_SEQUENCE,
        DATA,
        &element(der::SEQUENCE, &[AES_256_CBC, &element(der::OCTET_STRING, &[&iv])]),
        OPEN_CONTEXT_0,
        &element(der::OCTET_STRING, &[content]),
        CLOSE,
        CLOSE,
        CLOSE,
        CLOSE,
        CLOSE,
    ]
    .concat()
}
