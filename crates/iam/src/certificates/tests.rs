use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, PKCS_ECDSA_P256_SHA256,
    PKCS_ECDSA_P384_SHA384, PKCS_ED25519, PKCS_RSA_SHA256,
};

use super::*;

fn params(name: &str, is_ca: IsCa) -> CertificateParams {
    let mut params = CertificateParams::new(vec![format!("{name}.example.com")]).unwrap();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = is_ca;
    params
}

fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let key = KeyPair::generate_for(&PKCS_ECDSA_P384_SHA384).unwrap();
    CertifiedIssuer::self_signed(params(name, IsCa::Ca(BasicConstraints::Unconstrained)), key).unwrap()
}

#[test]
fn a_certificate_goes_with_its_own_key() {
    for algorithm in [&PKCS_ECDSA_P256_SHA256, &PKCS_ECDSA_P384_SHA384] {
        let key = KeyPair::generate_for(algorithm).unwrap();
        let text = params("web", IsCa::NoCa).self_signed(&key).unwrap().pem();
        let certificate = Certificate::parse(&text).unwrap();
        certificate.check_private_key(&key.serialize_pem()).unwrap();
        let other = KeyPair::generate_for(algorithm).unwrap().serialize_pem();
        assert!(matches!(certificate.check_private_key(&other), Err(Error::KeyPairMismatch)));
        let unread =
            [String::new(), text.clone(), KeyPair::generate_for(&PKCS_ED25519).unwrap().serialize_pem()];
        for text in unread {
            assert!(
                matches!(certificate.check_private_key(&text), Err(Error::MalformedCertificate(_))),
                "{text}"
            );
        }
        assert!(certificate.is_valid_at(Timestamp::from_secs(1_790_000_000)));
        assert!(!certificate.is_valid_at(Timestamp::from_secs(0)));
    }
}

#[test]
fn a_certificate_of_rsa_goes_with_its_key_in_both_forms() {
    let key = KeyPair::generate_for(&PKCS_RSA_SHA256).unwrap();
    let text = params("web", IsCa::NoCa).self_signed(&key).unwrap().pem();
    let certificate = Certificate::parse(&text).unwrap();
    certificate.check_private_key(&key.serialize_pem()).unwrap();
    // What PKCS #8 puts around an RSA key of 2048 bits is 26 bytes long.
    let inner = STANDARD.encode(&key.serialize_der()[26..]);
    let text = format!("-----BEGIN RSA PRIVATE KEY-----\n{inner}\n-----END RSA PRIVATE KEY-----\n");
    certificate.check_private_key(&text).unwrap();
}

#[test]
fn a_chain_is_in_order_and_each_has_signed_the_one_before() {
    let root = authority("root");
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    let middle = params("middle", IsCa::Ca(BasicConstraints::Unconstrained));
    let middle = CertifiedIssuer::signed_by(middle, key, &root).unwrap();
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    let web = params("web", IsCa::NoCa).signed_by(&key, &middle).unwrap().pem();
    let web = Certificate::parse(&web).unwrap();
    let (root, middle, namesake) = (root.pem(), middle.pem(), authority("middle").pem());
    web.check_chain(&middle).unwrap();
    web.check_chain(&format!("{middle}{root}")).unwrap();
    for (chain, index) in [
        (root.clone(), 0),
        (format!("{root}{middle}"), 0),
        (namesake.clone(), 0),
        (format!("{middle}{namesake}"), 1),
        (format!("{middle}{root}{middle}"), 2),
    ] {
        let refused = web.check_chain(&chain).unwrap_err().to_string();
        assert!(refused.ends_with(&format!("invalid certificate is: {index}")), "{refused}");
    }
    assert!(web.check_chain("").is_err());
}

#[test]
fn other_texts_are_no_certificate() {
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    let text = params("web", IsCa::NoCa).self_signed(&key).unwrap().pem();
    let (twice, with_key) = (format!("{text}{text}"), format!("{text}{}", key.serialize_pem()));
    for other in ["", "certificate", &twice, &with_key, &key.serialize_pem(), &text.replace('M', "N")] {
        assert!(matches!(Certificate::parse(other), Err(Error::MalformedCertificate(_))), "{other}");
    }
    for at in 0..text.len() {
        let _ = Certificate::parse(text.get(..at).unwrap());
        let mut altered = text.clone().into_bytes();
        altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
        let _ = Certificate::parse(std::str::from_utf8(&altered).unwrap());
    }
}
