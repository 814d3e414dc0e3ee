use key_algorithms::{
    Error, HmacKey, KeySpec, KeyUsage, MAX_MESSAGE, MacAlgorithm, MessageType, PrivateKey, SigningAlgorithm,
};
use proptest::prelude::*;

use super::{flipped, key, pairs, stored};

/// Every key spec with every signing algorithm that it has and every message type that the algorithm takes.
fn combinations() -> Vec<(KeySpec, SigningAlgorithm, MessageType)> {
    let signs =
        |spec: KeySpec| SigningAlgorithm::ALL.iter().copied().filter(move |one| spec.signs_with(*one));
    let takes = |one: SigningAlgorithm| one.message_types().iter().copied();
    pairs()
        .flat_map(|spec| signs(spec).flat_map(move |one| takes(one).map(move |kind| (spec, one, kind))))
        .collect()
}

/// Cut or filled to the length that the message type demands.
fn fitted(algorithm: SigningAlgorithm, kind: MessageType, message: &[u8]) -> Vec<u8> {
    let length = match (kind, algorithm.as_str()) {
        (MessageType::Raw, _) => return message.to_vec(),
        (MessageType::Digest, name) if name.ends_with("256") => 32,
        (MessageType::Digest, name) if name.ends_with("384") => 48,
        _ => 64,
    };
    message.iter().copied().chain([0; 64]).take(length).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn what_is_signed_verifies_and_nothing_else(
        message in proptest::collection::vec(any::<u8>(), 1..200),
        at in any::<prop::sample::Index>(),
    ) {
        for (spec, algorithm, kind) in combinations() {
            let what = format!("{spec} {algorithm} {kind}");
            let (key, message) = (key(spec), fitted(algorithm, kind, &message));
            let signature = key.sign(algorithm, kind, &message).unwrap();
            let verify = |message: &[u8], signature: &[u8]| key.public_key().verify(algorithm, kind, message, signature);

            prop_assert_eq!(verify(&message, &signature), Ok(()), "{}", what);
            let refused = Err(Error::InvalidSignature);
            prop_assert_eq!(&verify(&flipped(&message, at.index(message.len() * 8)), &signature), &refused, "{}", what);
            prop_assert_eq!(&verify(&message, &flipped(&signature, at.index(signature.len() * 8))), &refused, "{}", what);
            prop_assert_eq!(&verify(&message, &signature[..at.index(signature.len())]), &refused, "{}", what);
            prop_assert_eq!(&verify(&message, &[&signature[..], &[0]].concat()), &refused, "{}", what);
        }
    }
}

#[test]
fn another_key_of_the_spec_does_not_verify() {
    // One RSA key is made here, and it is the only one in these tests.
    for spec in pairs().filter(|spec| !matches!(spec, KeySpec::Rsa3072 | KeySpec::Rsa4096)) {
        let other = PrivateKey::generate(spec).unwrap();
        assert_eq!(other.spec(), spec);
        for (_, algorithm, kind) in combinations().into_iter().filter(|one| one.0 == spec) {
            let message = fitted(algorithm, kind, b"message");
            let signature = other.sign(algorithm, kind, &message).unwrap();
            assert_eq!(other.public_key().verify(algorithm, kind, &message, &signature), Ok(()));
            let outcome = key(spec).public_key().verify(algorithm, kind, &message, &signature);
            assert_eq!(outcome, Err(Error::InvalidSignature), "{spec} {algorithm} {kind}");
        }
    }
}

/// "The message type does not need to be the same as the one used for signing" (`Verify`).
#[test]
fn a_message_and_its_digest_have_the_same_signatures() {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA384, b"message");
    for (spec, algorithm) in [
        (KeySpec::Rsa3072, SigningAlgorithm::RsassaPssSha384),
        (KeySpec::Rsa2048, SigningAlgorithm::RsassaPkcs1V15Sha384),
        (KeySpec::EccNistP384, SigningAlgorithm::EcdsaSha384),
    ] {
        let key = key(spec);
        let of_message = key.sign(algorithm, MessageType::Raw, b"message").unwrap();
        let of_digest = key.sign(algorithm, MessageType::Digest, digest.as_ref()).unwrap();
        let verify = |kind, message: &[u8], signature: &[u8]| {
            key.public_key().verify(algorithm, kind, message, signature)
        };
        assert_eq!(verify(MessageType::Digest, digest.as_ref(), &of_message), Ok(()));
        assert_eq!(verify(MessageType::Raw, b"message", &of_digest), Ok(()));
        assert!(verify(MessageType::Raw, digest.as_ref(), &of_digest).is_err(), "it would be hashed twice");
    }
}

#[test]
fn algorithms_of_other_specs_are_refused_before_the_message_is_looked_at() {
    for spec in pairs() {
        let key = key(spec);
        for algorithm in SigningAlgorithm::ALL.iter().filter(|one| !spec.signs_with(**one)) {
            let refused = Error::AlgorithmNotAllowed { spec, algorithm: algorithm.as_str() };
            let too_long = [0; MAX_MESSAGE + 1];
            assert_eq!(key.sign(*algorithm, MessageType::Raw, &too_long).unwrap_err(), refused);
            assert_eq!(key.public_key().verify(*algorithm, MessageType::Raw, &too_long, &[]), Err(refused));
        }
    }
}

#[test]
fn messages_must_be_what_the_algorithm_takes() {
    for spec in pairs() {
        for algorithm in SigningAlgorithm::ALL.iter().copied().filter(|one| spec.signs_with(*one)) {
            for message_type in MessageType::ALL.iter().copied() {
                let outcome = key(spec).sign(algorithm, message_type, &[7; 63]).map(|_| ());
                let taken = algorithm.message_types().contains(&message_type);
                match message_type {
                    _ if !taken => {
                        assert_eq!(
                            outcome,
                            Err(Error::MessageTypeNotAllowed { message_type, spec, algorithm })
                        );
                    }
                    MessageType::Raw => assert_eq!(outcome, Ok(())),
                    MessageType::Digest => {
                        let wrong = |error| matches!(error, Error::DigestLength { actual: 63, .. });
                        assert!(outcome.is_err_and(wrong), "{spec} {algorithm}");
                    }
                    MessageType::ExternalMu => {
                        assert_eq!(outcome, Err(Error::ExternalMuLength { actual: 63 }))
                    }
                }
            }
        }
    }
}

#[test]
fn messages_have_a_limit() {
    for spec in [KeySpec::Rsa2048, KeySpec::EccNistP256, KeySpec::EccNistEdwards25519, KeySpec::MlDsa44] {
        let key = key(spec);
        let algorithm = *SigningAlgorithm::ALL.iter().find(|one| spec.signs_with(**one)).unwrap();
        for length in [0, MAX_MESSAGE] {
            let message = vec![1; length];
            let signature = key.sign(algorithm, MessageType::Raw, &message).unwrap();
            assert_eq!(key.public_key().verify(algorithm, MessageType::Raw, &message, &signature), Ok(()));
        }
        let outcome = key.sign(algorithm, MessageType::Raw, &[1; MAX_MESSAGE + 1]);
        assert_eq!(outcome, Err(Error::MessageTooLong { limit: MAX_MESSAGE, actual: MAX_MESSAGE + 1 }));
    }
}

/// As KMS words them.
#[test]
fn the_texts_are_those_of_aws() {
    let text = |spec, algorithm, kind, message: &[u8]| {
        key(spec).sign(algorithm, kind, message).unwrap_err().to_string()
    };
    assert_eq!(
        text(KeySpec::EccNistP256, SigningAlgorithm::EcdsaSha256, MessageType::Digest, b"short"),
        "Digest is invalid length for algorithm ECDSA_SHA_256."
    );
    assert_eq!(
        text(KeySpec::EccNistEdwards25519, SigningAlgorithm::Ed25519PhSha512, MessageType::Raw, b""),
        "Message type RAW is incompatible with algorithm ED25519_PH_SHA_512."
    );
    assert_eq!(
        text(KeySpec::MlDsa44, SigningAlgorithm::MlDsaShake256, MessageType::Digest, b""),
        "Message type DIGEST is incompatible with key spec ML_DSA_44."
    );
    assert_eq!(
        text(KeySpec::EccNistEdwards25519, SigningAlgorithm::EcdsaSha512, MessageType::Raw, b""),
        "Algorithm ECDSA_SHA_512 is incompatible with key spec ECC_NIST_EDWARDS25519."
    );
}

proptest! {
    #[test]
    fn macs_verify_and_nothing_else(
        message in proptest::collection::vec(any::<u8>(), 1..200),
        at in any::<prop::sample::Index>(),
    ) {
        for (spec, algorithm) in MACS {
            let key = HmacKey::from_bytes(spec, &stored(spec)).unwrap();
            let mac = key.generate_mac(algorithm, &message).unwrap();
            prop_assert_eq!(key.verify_mac(algorithm, &message, &mac), Ok(()));
            let refused = Err(Error::InvalidMac);
            let other = HmacKey::generate(spec).unwrap();
            prop_assert_eq!(&other.verify_mac(algorithm, &message, &mac), &refused);
            prop_assert_eq!(&key.verify_mac(algorithm, &flipped(&message, at.index(message.len() * 8)), &mac), &refused);
            prop_assert_eq!(&key.verify_mac(algorithm, &message, &flipped(&mac, at.index(mac.len() * 8))), &refused);
            prop_assert_eq!(&key.verify_mac(algorithm, &message, &mac[..at.index(mac.len())]), &refused);
        }
    }
}

#[test]
fn hmac_keys_have_the_lengths_that_aws_documents() {
    for ((spec, algorithm), minimum) in MACS.into_iter().zip([28, 32, 48, 64]) {
        assert_eq!(HmacKey::generate(spec).unwrap().to_bytes().len(), minimum);
        for actual in [0, minimum - 1, 129] {
            let refused = Error::HmacKeyLength { spec, minimum, maximum: 128, actual };
            assert_eq!(HmacKey::from_bytes(spec, &vec![1; actual]).err(), Some(refused));
        }
        for length in [minimum, 128] {
            assert!(HmacKey::from_bytes(spec, &vec![1; length]).is_ok());
        }
        for (_, other) in MACS.into_iter().filter(|one| one.1 != algorithm) {
            let outcome = HmacKey::generate(spec).unwrap().generate_mac(other, b"");
            assert_eq!(outcome, Err(Error::AlgorithmNotAllowed { spec, algorithm: other.as_str() }));
        }
        let too_long = HmacKey::generate(spec).unwrap().generate_mac(algorithm, &[0; MAX_MESSAGE + 1]);
        assert!(matches!(too_long, Err(Error::MessageTooLong { .. })));
    }
    for spec in pairs() {
        assert!(HmacKey::from_bytes(spec, &[1; 64]).is_err(), "{spec}");
    }
}

#[test]
fn only_specs_that_sign_sign() {
    for spec in pairs() {
        let signs =
            SigningAlgorithm::ALL.iter().any(|one| key(spec).sign(*one, MessageType::Raw, b"m").is_ok());
        assert_eq!(signs, spec.usages().any(|usage| usage == KeyUsage::SignVerify), "{spec}");
    }
}

const MACS: [(KeySpec, MacAlgorithm); 4] = [
    (KeySpec::Hmac224, MacAlgorithm::HmacSha224),
    (KeySpec::Hmac256, MacAlgorithm::HmacSha256),
    (KeySpec::Hmac384, MacAlgorithm::HmacSha384),
    (KeySpec::Hmac512, MacAlgorithm::HmacSha512),
];
