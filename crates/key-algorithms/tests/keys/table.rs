use std::fmt::Write;

use key_algorithms::{
    Algorithms, EncryptionAlgorithm, Error, HmacKey, KeyMaterial, KeySpec, KeyUsage, PrivateKey, PublicKey,
    SigningAlgorithm, TABLE, WrappingKey,
};

/// The whole table: a change of what a key can do shows here.
#[test]
fn the_table() {
    let mut text = String::new();
    for row in TABLE {
        writeln!(text, "{} {}: {}", row.spec, row.usage, row.algorithms.names().join(" ")).unwrap();
    }
    assert_eq!(text, include_str!("table.txt"));
}

#[test]
fn every_spec_has_its_rows_once_and_of_its_kind() {
    for spec in KeySpec::ALL.iter().copied() {
        let usages: Vec<_> = spec.usages().collect();
        assert!(!usages.is_empty(), "{spec}");
        for usage in KeyUsage::ALL.iter().copied() {
            let rows = TABLE.iter().filter(|row| row.spec == spec && row.usage == usage).count();
            assert_eq!(rows, usize::from(usages.contains(&usage)));
            let fits = match (usage, spec.algorithms(usage)) {
                (_, None) => !usages.contains(&usage),
                (KeyUsage::SignVerify, Some(Algorithms::Signing(list))) => !list.is_empty(),
                (KeyUsage::EncryptDecrypt, Some(Algorithms::Encryption(list))) => !list.is_empty(),
                (KeyUsage::GenerateVerifyMac, Some(Algorithms::Mac(list))) => !list.is_empty(),
                (KeyUsage::KeyAgreement, Some(Algorithms::KeyAgreement(list))) => !list.is_empty(),
                (KeyUsage::EncapsulateDecapsulate, Some(Algorithms::Encapsulation(list))) => !list.is_empty(),
                _ => false,
            };
            assert!(fits, "{spec} {usage}");
        }
    }
}

/// `DataKeyPairSpec` of the service description, without SM2.
#[test]
fn data_key_pairs() {
    let names: Vec<_> =
        KeySpec::ALL.iter().filter(|spec| spec.is_data_key_pair_spec()).map(|spec| spec.as_str()).collect();
    assert_eq!(
        names,
        [
            "RSA_2048",
            "RSA_3072",
            "RSA_4096",
            "ECC_NIST_P256",
            "ECC_NIST_P384",
            "ECC_NIST_P521",
            "ECC_SECG_P256K1",
            "ECC_NIST_EDWARDS25519",
            "ML_KEM_512",
            "ML_KEM_768",
            "ML_KEM_1024",
        ]
    );
}

#[test]
fn names_are_read_as_they_are_written() {
    for spec in KeySpec::ALL {
        assert_eq!(KeySpec::parse(spec.as_str()), Ok(*spec));
        assert_eq!(spec.to_string(), spec.as_str());
    }
    assert_eq!(KeySpec::parse("SM2"), Err(Error::Sm2));
    assert_eq!(KeySpec::parse("SYMMETRIC_DEFAULT"), Err(Error::SymmetricDefault));
    assert_eq!(KeySpec::parse("rsa_2048"), Err(Error::UnknownName { what: "key spec" }));
    assert_eq!(SigningAlgorithm::parse("SM2DSA"), Err(Error::Sm2));
    assert_eq!(EncryptionAlgorithm::parse("SM2PKE"), Err(Error::Sm2));
}

/// Keys are cached and used by many threads at once.
#[test]
fn keys_go_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<PrivateKey>();
    shared::<PublicKey>();
    shared::<HmacKey>();
    shared::<KeyMaterial>();
    shared::<WrappingKey>();
}
