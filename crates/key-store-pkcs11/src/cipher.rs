//! Keys and messages in a token, on one session that is logged in.
//!
//! A store key only wraps (AES Key Wrap, NIST SP 800-38F, `CKM_AES_KEY_WRAP`). Each message has an AES-256 data key of its own, made
//! by the token and never outside it in the clear: it seals that one message with AES-GCM, leaves wrapped by the store key, and is
//! destroyed. So each GCM key is used once: the bound of 2^32 messages for one key with random initialization vectors (NIST SP
//! 800-38D, section 8.3) is never near, however often a store key seals and whether the token or Lodge chooses the vector. Key Wrap is
//! deterministic and needs no nonce.

use cryptoki::mechanism::Mechanism;
use cryptoki::mechanism::aead::GcmParams;
use cryptoki::object::{Attribute, AttributeType, KeyType, ObjectClass, ObjectHandle};
use cryptoki::session::Session;
use key_store::{KeySpec, Sealed, StoreKey, StoreKeyId, TAG_LENGTH};
use secret::SecretBytes;

use crate::fault::Fault;

/// Bytes of `CKA_ID`: random, so that no two keys share one.
const ID_LENGTH: usize = 16;

const KEY_LENGTH: u64 = 32;

const IV_LENGTH: usize = 12;

/// The first byte of [`Sealed::metadata`]; the wrapped data key follows.
const METADATA_FORMAT: u8 = 1;

/// AES Key Wrap adds 8 bytes.
const WRAPPED_LENGTH: usize = 40;

/// Makes a store key in the token and checks that the token keeps it as asked.
pub fn create_key(session: &Session, label: &str) -> Result<StoreKeyId, Fault> {
    let mut id = [0; ID_LENGTH];
    session.generate_random_slice(&mut id)?;
    let id = StoreKeyId::parse(&hex::encode(id)).map_err(|error| Fault::Other(error.to_string()))?;
    let mut template = wrapping_key();
    template.extend([
        Attribute::Id(cka_id(&id)?),
        Attribute::Label(label.as_bytes().to_vec()),
        Attribute::Modifiable(false),
    ]);
    let key = session.generate_key(&Mechanism::AesKeyGen, &template)?;
    if !keeps_secret(session, key)? {
        session.destroy_object(key)?;
        return Err(Fault::Setup(
            "the token makes keys that can leave it: use one that honours CKA_SENSITIVE and CKA_EXTRACTABLE"
                .to_owned(),
        ));
    }
    Ok(id)
}

/// The store key with this id. The caller must know that the token is there: a token that is gone holds no keys either.
pub fn find_key(session: &Session, id: &StoreKeyId) -> Result<ObjectHandle, Fault> {
    let found = session.find_objects(&[
        Attribute::Class(ObjectClass::SECRET_KEY),
        Attribute::Token(true),
        Attribute::Id(cka_id(id)?),
    ])?;
    match found.as_slice() {
        [] => Err(Fault::KeyNotFound),
        [key] => Ok(*key),
        _ => Err(Fault::KeyUnusable(format!("{} keys in the token have the id {id}", found.len()))),
    }
}

pub fn describe(session: &Session, key: ObjectHandle) -> Result<StoreKey, Fault> {
    let asked = [AttributeType::KeyType, AttributeType::ValueLen, AttributeType::Wrap, AttributeType::Unwrap];
    let attributes = session.get_attributes(key, &asked)?;
    let has = |attribute: &Attribute| attributes.contains(attribute);
    let spec = if has(&Attribute::KeyType(KeyType::AES)) && has(&Attribute::ValueLen(KEY_LENGTH.into())) {
        KeySpec::Aes256
    } else {
        KeySpec::Other("not an AES key of 256 bits".to_owned())
    };
    Ok(StoreKey {
        spec,
        encrypts: has(&Attribute::Wrap(true)),
        decrypts: has(&Attribute::Unwrap(true)),
        // PKCS#11 has no switch for a single key.
        enabled: true,
    })
}

pub fn seal(session: &Session, key: ObjectHandle, plaintext: &[u8], aad: &[u8]) -> Result<Sealed, Fault> {
    let mut template = data_key();
    template.extend([
        Attribute::ValueLen(KEY_LENGTH.into()),
        Attribute::Encrypt(true),
        Attribute::Decrypt(false),
        // Wrapping is the only way that an extractable, sensitive key can go.
        Attribute::Extractable(true),
    ]);
    let data_key = session.generate_key(&Mechanism::AesKeyGen, &template)?;
    let done = (|| {
        // The key is used once, so any vector will do. Tokens that insist on their own write it here.
        let mut iv = [0; IV_LENGTH];
        let bytes = session.encrypt(&Mechanism::AesGcm(gcm(&mut iv, aad)?), data_key, plaintext)?;
        let wrapped = session.wrap_key(&Mechanism::AesKeyWrap, key, data_key)?;
        if wrapped.len() != WRAPPED_LENGTH || bytes.len() != plaintext.len() + TAG_LENGTH {
            return Err(Fault::Other("the token's answer has the wrong length".to_owned()));
        }
        let (ciphertext, tag) = bytes
            .split_at_checked(plaintext.len())
            .ok_or_else(|| Fault::Other("the token's answer has the wrong length".to_owned()))?;
        let metadata = [&[METADATA_FORMAT][..], &wrapped].concat();
        Sealed::new(iv.to_vec(), tag, metadata, ciphertext.to_vec())
            .map_err(|error| Fault::Other(error.to_string()))
    })();
    finish(session, data_key, done)
}

pub fn open(session: &Session, key: ObjectHandle, sealed: &Sealed, aad: &[u8]) -> Result<SecretBytes, Fault> {
    let Some((&METADATA_FORMAT, wrapped)) = sealed.metadata().split_first() else {
        return Err(Fault::Ciphertext);
    };
    let mut iv: [u8; IV_LENGTH] = sealed.iv().try_into().map_err(|_| Fault::Ciphertext)?;
    if wrapped.len() != WRAPPED_LENGTH {
        return Err(Fault::Ciphertext);
    }
    let mut template = data_key();
    template.extend([Attribute::Encrypt(false), Attribute::Decrypt(true), Attribute::Extractable(false)]);
    let data_key = session.unwrap_key(&Mechanism::AesKeyWrap, key, wrapped, &template)?;
    let done = (|| {
        let bytes = [sealed.ciphertext(), sealed.tag()].concat();
        let opened = session.decrypt(&Mechanism::AesGcm(gcm(&mut iv, aad)?), data_key, &bytes)?;
        Ok(SecretBytes::new(opened))
    })();
    finish(session, data_key, done)
}

/// Seals and opens with `key`, to see whether the token works.
pub fn try_out(session: &Session, key: ObjectHandle) -> Result<(), Fault> {
    const PLAINTEXT: &[u8] = b"does it work?";
    let sealed = seal(session, key, PLAINTEXT, b"")?;
    if open(session, key, &sealed, b"")?.expose() == PLAINTEXT {
        Ok(())
    } else {
        Err(Fault::Setup("the token does not open what it sealed".to_owned()))
    }
}

/// [`try_out`] with a key made for it: the token can make, keep, use and destroy keys.
///
/// The key is a token object like store keys, because a token whose storage is gone may still work with keys of sessions.
pub fn try_out_new_key(session: &Session) -> Result<(), Fault> {
    let mut template = wrapping_key();
    template.push(Attribute::Label(b"lodge-check".to_vec()));
    let key = session.generate_key(&Mechanism::AesKeyGen, &template)?;
    let done = try_out(session, key);
    finish(session, key, done)
}

/// Destroys a key that was made for one use. If it stays, the session must go, which takes a data key along.
fn finish<T>(session: &Session, key: ObjectHandle, done: Result<T, Fault>) -> Result<T, Fault> {
    match session.destroy_object(key) {
        Ok(()) => done,
        Err(error) => done.and(Err(Fault::Lost(format!("a key could not be destroyed: {error}")))),
    }
}

fn wrapping_key() -> Vec<Attribute> {
    vec![
        Attribute::Class(ObjectClass::SECRET_KEY),
        Attribute::KeyType(KeyType::AES),
        Attribute::ValueLen(KEY_LENGTH.into()),
        Attribute::Token(true),
        Attribute::Private(true),
        Attribute::Sensitive(true),
        Attribute::Extractable(false),
        Attribute::Wrap(true),
        Attribute::Unwrap(true),
        // With CKA_DECRYPT, whoever may use the key could decrypt the data keys that it wraps.
        Attribute::Encrypt(false),
        Attribute::Decrypt(false),
        Attribute::Derive(false),
    ]
}

fn data_key() -> Vec<Attribute> {
    vec![
        Attribute::Class(ObjectClass::SECRET_KEY),
        Attribute::KeyType(KeyType::AES),
        Attribute::Token(false),
        Attribute::Private(true),
        Attribute::Sensitive(true),
    ]
}

fn keeps_secret(session: &Session, key: ObjectHandle) -> Result<bool, Fault> {
    let asked = [AttributeType::Sensitive, AttributeType::Extractable, AttributeType::NeverExtractable];
    let attributes = session.get_attributes(key, &asked)?;
    let wanted =
        [Attribute::Sensitive(true), Attribute::Extractable(false), Attribute::NeverExtractable(true)];
    Ok(wanted.iter().all(|attribute| attributes.contains(attribute)))
}

fn gcm<'a>(iv: &'a mut [u8], aad: &'a [u8]) -> Result<GcmParams<'a>, Fault> {
    const TAG_BITS: u64 = 128;
    Ok(GcmParams::new(iv, aad, TAG_BITS.into())?)
}

/// Ids of another form are no keys of this store.
fn cka_id(id: &StoreKeyId) -> Result<Vec<u8>, Fault> {
    let bytes = hex::decode(id.as_str()).map_err(|_| Fault::KeyNotFound)?;
    if bytes.len() == ID_LENGTH { Ok(bytes) } else { Err(Fault::KeyNotFound) }
}
