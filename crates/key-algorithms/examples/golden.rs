//! Makes Lodge's half of `tests/golden/v1.json` anew: whatever Python's `cryptography` made there, made by this crate.
//!
//!     cargo run -p key-algorithms --example golden

use std::error::Error;
use std::path::Path;
use std::{fs, process};

use key_algorithms::{
    EncapsulationAlgorithm, EncryptionAlgorithm, KeyAgreementAlgorithm, KeyMaterial, KeySpec, MacAlgorithm,
    MessageType, PrivateKey, SigningAlgorithm, key_wrap,
};
use vectors::{Binary, EncodedKey, Half, Vectors};

#[path = "../tests/golden/vectors.rs"]
mod vectors;

fn main() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1.json");
    if let Err(error) = rewrite(&file) {
        eprintln!("{}: {error}", file.display());
        process::exit(1);
    }
}

fn rewrite(file: &Path) -> Result<(), Box<dyn Error>> {
    let mut vectors: Vectors = serde_json::from_str(&fs::read_to_string(file)?)?;
    vectors.made_by_lodge = make(&vectors)?;
    let mut text = Vec::new();
    let form = serde_json::ser::PrettyFormatter::with_indent(b" ");
    serde::Serialize::serialize(&vectors, &mut serde_json::Serializer::with_formatter(&mut text, form))?;
    text.push(b'\n');
    Ok(fs::write(file, text)?)
}

fn make(vectors: &Vectors) -> Result<Half, Box<dyn Error>> {
    let theirs = &vectors.made_by_cryptography;
    let mut ours = Half::default();
    for each in &theirs.signatures {
        let (algorithm, message_type) =
            (SigningAlgorithm::parse(&each.algorithm)?, MessageType::parse(&each.message_type)?);
        let signature = pair(vectors, &each.spec)?.sign(algorithm, message_type, &each.message.0)?;
        ours.signatures.push(vectors::Signature { signature: Binary(signature), ..each.clone() });
    }
    for each in &theirs.ciphertexts {
        let algorithm = EncryptionAlgorithm::parse(&each.algorithm)?;
        let ciphertext = pair(vectors, &each.spec)?.public_key().encrypt(algorithm, &each.plaintext.0)?;
        ours.ciphertexts.push(vectors::Ciphertext { ciphertext: Binary(ciphertext), ..each.clone() });
    }
    for each in &theirs.macs {
        let KeyMaterial::Hmac(key) = material(vectors, &each.spec)? else { return Err("no HMAC key".into()) };
        let mac = key.generate_mac(MacAlgorithm::parse(&each.algorithm)?, &each.message.0)?;
        ours.macs.push(vectors::Mac { mac: Binary(mac), ..each.clone() });
    }
    for each in &theirs.shared_secrets {
        let peer = PrivateKey::generate(KeySpec::parse(&each.spec)?)?;
        let secret = pair(vectors, &each.spec)?
            .derive_shared_secret(KeyAgreementAlgorithm::Ecdh, peer.public_key_der())?;
        ours.shared_secrets.push(vectors::SharedSecret {
            peer_public: Binary(peer.public_key_der().to_vec()),
            secret: Binary(secret.expose().to_vec()),
            ..each.clone()
        });
    }
    for each in &theirs.encapsulations {
        let made = pair(vectors, &each.spec)?.public_key().encapsulate(EncapsulationAlgorithm::MlKem)?;
        ours.encapsulations.push(vectors::Encapsulation {
            ciphertext: Binary(made.ciphertext),
            secret: Binary(made.shared_secret.expose().to_vec()),
            ..each.clone()
        });
    }
    for each in &theirs.imports {
        let wrapping_key = pair(vectors, &each.wrapping_key)?;
        let oaep = match each.algorithm.ends_with("SHA_1") {
            true => EncryptionAlgorithm::RsaesOaepSha1,
            false => EncryptionAlgorithm::RsaesOaepSha256,
        };
        let key_material = &stored(vectors, &each.spec)?.private.0;
        let wrapped = match each.algorithm.starts_with("RSAES") {
            true => wrapping_key.public_key().encrypt(oaep, key_material)?,
            false => {
                // Any 32 bytes do; these are shown to everybody.
                let aes_key = [0x42; 32];
                let mut wrapped = wrapping_key.public_key().encrypt(oaep, &aes_key)?;
                wrapped.extend(key_wrap::wrap_with_padding(&aes_key, key_material)?);
                wrapped
            }
        };
        ours.imports.push(vectors::Import { wrapped: Binary(wrapped), ..each.clone() });
    }
    for spec in vectors.test_keys.keys() {
        let material = material(vectors, spec)?;
        let public = match &material {
            KeyMaterial::Pair(key) => Some(Binary(key.public_key_der().to_vec())),
            KeyMaterial::Hmac(_) => None,
        };
        let private = Binary(material.to_bytes()?.expose().to_vec());
        ours.keys.push(EncodedKey { spec: spec.clone(), private, public });
    }
    Ok(ours)
}

fn stored<'a>(vectors: &'a Vectors, spec: &str) -> Result<&'a vectors::Key, String> {
    vectors.test_keys.get(spec).ok_or_else(|| format!("no test key of {spec}"))
}

fn material(vectors: &Vectors, spec: &str) -> Result<KeyMaterial, Box<dyn Error>> {
    Ok(KeyMaterial::from_bytes(KeySpec::parse(spec)?, &stored(vectors, spec)?.private.0)?)
}

fn pair(vectors: &Vectors, spec: &str) -> Result<PrivateKey, Box<dyn Error>> {
    Ok(PrivateKey::from_pkcs8_der(KeySpec::parse(spec)?, &stored(vectors, spec)?.private.0)?)
}
