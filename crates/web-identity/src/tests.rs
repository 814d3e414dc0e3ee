use aws_lc_rs::encoding::AsBigEndian;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED_SIGNING,
    EcdsaKeyPair, EcdsaSigningAlgorithm, KeyPair, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512,
    RsaKeyPair,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clock::Timestamp;
use serde_json::json;

use super::*;

enum Signer {
    Rsa(RsaKeyPair),
    Ec(EcdsaKeyPair, &'static str, usize),
}

impl Signer {
    fn rsa() -> Self {
        Self::Rsa(RsaKeyPair::generate(KeySize::Rsa2048).unwrap())
    }

    fn ec(algorithm: &'static EcdsaSigningAlgorithm, curve: &'static str, length: usize) -> Self {
        Self::Ec(EcdsaKeyPair::generate(algorithm).unwrap(), curve, length)
    }

    fn jwk(&self, id: &str) -> Value {
        match self {
            Self::Rsa(pair) => {
                // RFC 8017's RSAPublicKey: 2048 bits behind nine bytes, then the exponent 65537.
                let der = pair.public_key().as_ref();
                let (n, e) = (&der[9..265], [1, 0, 1]);
                json!({"kty": "RSA", "use": "sig", "kid": id, "n": base64(n), "e": base64(&e)})
            }
            Self::Ec(pair, curve, length) => {
                let point: Vec<u8> =
                    AsBigEndian::<aws_lc_rs::encoding::EcPublicKeyUncompressedBin>::as_be_bytes(
                        pair.public_key(),
                    )
                    .unwrap()
                    .as_ref()
                    .to_vec();
                let (x, y) = point[1..].split_at(*length);
                json!({"kty": "EC", "crv": curve, "kid": id, "x": base64(x), "y": base64(y)})
            }
        }
    }

    fn sign(&self, header: &Value, claims: &Value) -> String {
        let signed =
            format!("{}.{}", base64(header.to_string().as_bytes()), base64(claims.to_string().as_bytes()));
        let random = SystemRandom::new();
        let signature = match self {
            Self::Rsa(pair) => {
                let padding = match header["alg"].as_str().unwrap() {
                    "RS384" => &RSA_PKCS1_SHA384,
                    "RS512" => &RSA_PKCS1_SHA512,
                    _ => &RSA_PKCS1_SHA256,
                };
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(padding, &random, signed.as_bytes(), &mut signature).unwrap();
                signature
            }
            Self::Ec(pair, ..) => pair.sign(&random, signed.as_bytes()).unwrap().as_ref().to_vec(),
        };
        format!("{signed}.{}", base64(&signature))
    }
}

fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn set(keys: &[Value]) -> KeySet {
    KeySet::parse(json!({"keys": keys}).to_string().as_bytes()).unwrap()
}

fn claims() -> Value {
    json!({"iss": "https://a.test", "sub": "ann", "aud": "app", "iat": 1000, "exp": 2000})
}

fn verified(token: &str, keys: &KeySet) -> Result<Claims, Error> {
    Token::parse(token)?.verify(keys).cloned()
}

#[test]
fn every_algorithm_verifies_and_no_other_key_does() {
    let p256 = Signer::ec(&ECDSA_P256_SHA256_FIXED_SIGNING, "P-256", 32);
    let p384 = Signer::ec(&ECDSA_P384_SHA384_FIXED_SIGNING, "P-384", 48);
    let p521 = Signer::ec(&ECDSA_P521_SHA512_FIXED_SIGNING, "P-521", 66);
    let (rsa, other) = (Signer::rsa(), Signer::rsa());
    for (algorithm, signer) in [
        ("RS256", &rsa),
        ("RS384", &rsa),
        ("RS512", &rsa),
        ("ES256", &p256),
        ("ES384", &p384),
        ("ES512", &p521),
    ] {
        let header = json!({"alg": algorithm, "kid": "1", "typ": "JWT"});
        let token = signer.sign(&header, &claims());
        let keys = set(&[signer.jwk("1"), other.jwk("2")]);
        assert_eq!(verified(&token, &keys).unwrap().subject, "ann", "{algorithm}");
        assert_eq!(verified(&token, &set(&[signer.jwk("2")])), Err(Error::UnknownKey));
        assert_eq!(verified(&token, &set(&[])), Err(Error::UnknownKey));
        let wrong = if algorithm.starts_with('R') { Error::Signature } else { Error::UnknownKey };
        assert_eq!(verified(&token, &set(&[other.jwk("1")])), Err(wrong));
        // Other claims under the same signature.
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let header = signed.split('.').next().unwrap();
        let forged = json!({"iss": "https://a.test", "sub": "bob", "aud": "app", "iat": 1000, "exp": 2000});
        let forged = format!("{header}.{}.{signature}", base64(forged.to_string().as_bytes()));
        assert_eq!(verified(&forged, &keys), Err(Error::Signature));
    }
}

#[test]
fn other_algorithms_are_refused() {
    let rsa = Signer::rsa();
    for algorithm in ["none", "None", "", "HS256", "HS512", "PS256", "EdDSA", "rs256", "ES256K"] {
        let token = rsa.sign(&json!({"alg": algorithm, "kid": "1"}), &claims());
        assert_eq!(verified(&token, &set(&[rsa.jwk("1")])), Err(Error::Algorithm), "{algorithm}");
    }
    let token = rsa.sign(&json!({"alg": "ES256", "kid": "1"}), &claims());
    assert_eq!(verified(&token, &set(&[rsa.jwk("1")])), Err(Error::UnknownKey));
    let token = rsa.sign(&json!({"alg": "RS256", "kid": "1", "crit": ["b64"], "b64": false}), &claims());
    assert_eq!(verified(&token, &set(&[rsa.jwk("1")])), Err(Error::Critical));
}

#[test]
fn a_key_says_what_it_is_for() {
    let rsa = Signer::rsa();
    let token = rsa.sign(&json!({"alg": "RS256", "kid": "1"}), &claims());
    let with = |name: &str, value: Value| {
        let mut jwk = rsa.jwk("1");
        jwk[name] = value;
        verified(&token, &set(&[jwk]))
    };
    assert!(with("alg", json!("RS256")).is_ok());
    assert!(with("key_ops", json!(["verify"])).is_ok());
    assert_eq!(with("alg", json!("RS512")), Err(Error::UnknownKey));
    assert_eq!(with("use", json!("enc")), Err(Error::UnknownKey));
    assert_eq!(with("key_ops", json!(["encrypt"])), Err(Error::UnknownKey));
    assert_eq!(with("kty", json!("oct")), Err(Error::UnknownKey));
}

#[test]
fn a_token_without_a_key_id_needs_a_single_key() {
    let (rsa, other) = (Signer::rsa(), Signer::rsa());
    let token = rsa.sign(&json!({"alg": "RS256"}), &claims());
    assert!(verified(&token, &set(&[rsa.jwk("1")])).is_ok());
    assert_eq!(verified(&token, &set(&[rsa.jwk("1"), other.jwk("2")])), Err(Error::UnknownKey));
    let token = rsa.sign(&json!({"alg": "RS256", "kid": "1"}), &claims());
    assert_eq!(verified(&token, &set(&[rsa.jwk("1"), other.jwk("1")])), Err(Error::UnknownKey));
}

#[test]
fn small_rsa_keys_verify_nothing() {
    let rsa = Signer::rsa();
    let mut jwk = rsa.jwk("1");
    let n = bytes(jwk["n"].as_str().unwrap()).unwrap();
    jwk["n"] = json!(base64(&n[..128]));
    let token = rsa.sign(&json!({"alg": "RS256", "kid": "1"}), &claims());
    assert_eq!(verified(&token, &set(&[jwk])), Err(Error::Signature));
}

#[test]
fn key_sets_are_bounded() {
    let key = |id: usize| json!({"kty": "RSA", "kid": id.to_string(), "n": "AQAB", "e": "AQAB"});
    let document = |count: usize| json!({"keys": (0..count).map(key).collect::<Vec<_>>()}).to_string();
    assert!(KeySet::parse(document(100).as_bytes()).is_ok());
    assert!(KeySet::parse(document(101).as_bytes()).is_err());
    for document in ["", "{}", "[]", r#"{"keys": {}}"#] {
        assert!(KeySet::parse(document.as_bytes()).is_err(), "{document}");
    }
    assert!(
        KeySet::parse(br#"{"keys": [1, null, {"kty": 5}, {"kty": "RSA"}, {"kty": "EC", "crv": "P-256"}]}"#)
            .is_ok()
    );
}

#[test]
fn what_is_no_token() {
    for text in ["", ".", "..", "a.b", "a.b.c", "e30.e30", "e30.e30.", "e30.W10.", "e30=.e30=.", "😀.e30.e30"]
    {
        assert_eq!(Token::parse(text).err(), Some(Error::NotAToken), "{text}");
    }
}

fn read(claims: &Value) -> Result<Claims, Error> {
    Claims::read(claims.as_object().unwrap())
}

#[test]
fn required_claims() {
    for name in ["iss", "sub", "aud", "exp", "iat"] {
        let mut without = claims();
        without.as_object_mut().unwrap().remove(name);
        assert_eq!(read(&without), Err(Error::MissingClaim(name)));
        for value in [json!({}), json!([5]), json!("")] {
            // An empty audience is nobody's.
            if name == "aud" && value == json!("") {
                continue;
            }
            without[name] = value;
            assert_eq!(read(&without), Err(Error::InvalidClaim(name)), "{without}");
        }
    }
    assert_eq!(
        read(&json!({"iss": "i", "sub": "s", "aud": ["a", "b"], "iat": 1.7, "exp": 2e3})).unwrap().expires,
        2000
    );
}

#[test]
fn time_has_a_minute_of_leeway() {
    let read = read(&claims()).unwrap();
    let at = |seconds| read.check_time(Timestamp::from_secs(seconds));
    assert_eq!(at(939), Err(Error::NotYet));
    assert_eq!(at(940), Ok(()));
    assert_eq!(at(2059), Ok(()));
    assert_eq!(at(2060), Err(Error::Expired { now: 2060, expired: 2000 }));
}

#[test]
fn tags_come_nested_or_flat() {
    let mut nested = claims();
    nested["https://aws.amazon.com/tags"] =
        json!({"principal_tags": {"tenant": ["t1"], "stage": "prod"}, "transitive_tag_keys": ["tenant"]});
    nested["https://aws.amazon.com/source_identity"] = json!("ann");
    let read_nested = read(&nested).unwrap();
    let mut flat = claims();
    flat["https://aws.amazon.com/tags/principal_tags/tenant"] = json!("t1");
    flat["https://aws.amazon.com/tags/principal_tags/stage"] = json!(["prod"]);
    flat["https://aws.amazon.com/tags/transitive_tag_keys"] = json!("tenant");
    flat["https://aws.amazon.com/source_identity"] = json!("ann");
    assert_eq!(read(&flat).unwrap(), read_nested);
    assert_eq!(read_nested.tags["tenant"], "t1");
    for tags in [
        json!([]),
        json!({"principal_tags": {"tenant": ["a", "b"]}}),
        json!({"principal_tags": {"tenant": []}}),
        json!({"principal_tags": {"tenant": 5}}),
        json!({"transitive_tag_keys": {}}),
    ] {
        nested["https://aws.amazon.com/tags"] = tags;
        assert_eq!(read(&nested), Err(Error::InvalidClaim("https://aws.amazon.com/tags")));
    }
}
