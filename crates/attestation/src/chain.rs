//! The certificate chain: from the configured root to the certificate that signed the document.
//!
//! rustls-webpki verifies signatures, names, validity, basic constraints, path lengths and critical extensions. It neither looks
//! at key usage nor at anything of the root but its name and key, nor at the order that AWS prescribes; all that is done here.

use std::time::Duration;

use clock::Timestamp;
use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm, TrustAnchor, UnixTime};
use webpki::{EndEntityCert, ExtendedKeyUsageValidator, KeyPurposeIdIter};

use crate::{
    Error,
    der::{self, Reader},
};

const ALGORITHMS: &[&dyn SignatureVerificationAlgorithm] =
    &[webpki::aws_lc_rs::ECDSA_P384_SHA384, webpki::aws_lc_rs::ECDSA_P256_SHA256];

/// SubjectPublicKeyInfo of an uncompressed point on P-384, up to the point.
const P384_POINT: &[u8] = &[
    0x30, 0x76, 0x30, 0x10, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x05, 0x2b, 0x81,
    0x04, 0x00, 0x22, 0x03, 0x62, 0x00,
];

/// Verifies the chain at `now` and returns the point on P-384 that the signer's key is.
///
/// `intermediates` are in the document's order: from below the root down to the signer's issuer.
pub(crate) fn verify(
    anchor: &TrustAnchor<'_>,
    intermediates: &[&[u8]],
    signer: &[u8],
    now: Timestamp,
) -> Result<Vec<u8>, Error> {
    if intermediates.len() > MOST_INTERMEDIATES {
        return Err(Error::ChainForm("it is longer than that of any platform"));
    }
    let mut names = vec![anchor.subject.as_ref()];
    for authority in intermediates {
        let form = Certificate::parse(authority)?;
        if !form.signs_certificates() {
            return Err(Error::ChainForm("an intermediate certificate may not sign certificates"));
        }
        let (issuer, subject) = names_of(authority)?;
        follow(&mut names, issuer, subject)?;
    }
    let form = Certificate::parse(signer)?;
    let (issuer, subject) = names_of(signer)?;
    follow(&mut names, issuer, subject)?;
    if form.key_usage.is_none_or(|usage| usage & DIGITAL_SIGNATURE == 0) {
        return Err(Error::ChainForm("the document's certificate may not sign documents"));
    }
    if form.path_length.is_some() {
        return Err(Error::ChainForm("the document's certificate has a path length"));
    }

    let upwards: Vec<_> = intermediates.iter().rev().map(|der| CertificateDer::from(*der)).collect();
    let signer = CertificateDer::from(signer);
    let signer = EndEntityCert::try_from(&signer).map_err(Error::Chain)?;
    let seconds = u64::try_from(now.secs()).unwrap_or(0);
    let time = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
    let anchors = std::slice::from_ref(anchor);
    let path = signer
        .verify_for_usage(ALGORITHMS, anchors, &upwards, time, AnyUsage, None, None)
        .map_err(Error::Chain)?;
    if !path.intermediate_certificates().map(|authority| authority.der()).eq(upwards.iter().cloned()) {
        return Err(Error::ChainForm("cabundle must be the chain from the root down, and nothing else"));
    }
    let key = signer.subject_public_key_info();
    let point = key
        .strip_prefix(P384_POINT)
        .ok_or(Error::ChainForm("the document's certificate must be for P-384"))?;
    Ok(point.to_vec())
}

/// How many authorities there can be between a root and a signer: rustls-webpki goes no further. AWS has three.
const MOST_INTERMEDIATES: usize = 6;

/// Adds the next name of a chain, if its issuer is the one before and it is a new one.
///
/// Then rustls-webpki has one path to try. It looks for paths among all certificates that it is given, and whoever makes a few dozen with one
/// name, which anybody can, sends it through so many that it takes seconds.
fn follow<'a>(names: &mut Vec<&'a [u8]>, issuer: &[u8], subject: &'a [u8]) -> Result<(), Error> {
    if names.last().is_none_or(|above| *above != issuer) {
        return Err(Error::ChainForm("each certificate must be issued by the one before it"));
    }
    if names.contains(&subject) {
        return Err(Error::ChainForm("two of its certificates have one name"));
    }
    names.push(subject);
    Ok(())
}

/// Extended key usages are for protocols such as TLS. AWS's certificates have none, and any will do.
struct AnyUsage;

impl ExtendedKeyUsageValidator for AnyUsage {
    fn validate(&self, _: KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        Ok(())
    }
}

/// What rustls-webpki does not tell about a certificate.
pub(crate) struct Certificate {
    pub(crate) not_before: Timestamp,
    pub(crate) not_after: Timestamp,
    /// The first byte of the bits (RFC 5280, section 4.2.1.3).
    key_usage: Option<u8>,
    authority: bool,
    /// How many authorities may stand between this one and the signer.
    pub(crate) path_length: Option<usize>,
}

/// The tag of the version, the first field of what is signed.
const VERSION: u8 = 0xa0;

const DIGITAL_SIGNATURE: u8 = 0x80;
const KEY_CERT_SIGN: u8 = 0x04;

const KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x0f];
const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 0x13];

impl Certificate {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Error> {
        certificate(bytes)
            .ok_or(Error::ChainForm("a certificate is not an X.509 certificate of version 3 in DER"))
    }

    /// Whether this is an authority that may sign certificates.
    pub(crate) fn signs_certificates(&self) -> bool {
        self.authority && self.key_usage.is_some_and(|usage| usage & KEY_CERT_SIGN != 0)
    }
}

/// The issuer and the subject, as they stand in the certificate.
fn names_of(bytes: &[u8]) -> Result<(&[u8], &[u8]), Error> {
    names(bytes).ok_or(Error::ChainForm("a certificate has no names"))
}

fn names(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut tbs = Reader::inside(der::SEQUENCE, bytes)?.enter(der::SEQUENCE)?;
    tbs.take(VERSION)?;
    tbs.take(der::INTEGER)?;
    tbs.take(der::SEQUENCE)?;
    let issuer = tbs.take(der::SEQUENCE)?;
    tbs.take(der::SEQUENCE)?;
    Some((issuer, tbs.take(der::SEQUENCE)?))
}

/// RFC 5280, section 4.1.
fn certificate(bytes: &[u8]) -> Option<Certificate> {
    const ISSUER_ID: u8 = 0x81;
    const SUBJECT_ID: u8 = 0x82;
    const EXTENSIONS: u8 = 0xa3;

    let mut tbs = Reader::inside(der::SEQUENCE, bytes)?.enter(der::SEQUENCE)?;
    tbs.take(VERSION)?;
    tbs.take(der::INTEGER)?;
    tbs.take(der::SEQUENCE)?;
    tbs.take(der::SEQUENCE)?;
    let mut validity = tbs.enter(der::SEQUENCE)?;
    tbs.take(der::SEQUENCE)?;
    tbs.take(der::SEQUENCE)?;
    tbs.take_if(ISSUER_ID)?;
    tbs.take_if(SUBJECT_ID)?;

    let mut found = Certificate {
        not_before: time(&mut validity)?,
        not_after: time(&mut validity)?,
        key_usage: None,
        authority: false,
        path_length: None,
    };
    let mut extensions = tbs.enter(EXTENSIONS)?.enter(der::SEQUENCE)?;
    while !extensions.is_empty() {
        let mut extension = extensions.enter(der::SEQUENCE)?;
        let id = extension.take(der::OBJECT_IDENTIFIER)?;
        extension.take_if(der::BOOLEAN)?;
        let value = extension.take(der::OCTET_STRING)?;
        if id == KEY_USAGE {
            let mut value = Reader::whole(value);
            let (_unused, bits) = value.take(der::BIT_STRING)?.split_first()?;
            found.key_usage = Some(bits.first().copied().unwrap_or(0));
        } else if id == BASIC_CONSTRAINTS {
            let mut constraints = Reader::inside(der::SEQUENCE, value)?;
            found.authority = constraints.take_if(der::BOOLEAN)? == Some(&[0xff]);
            found.path_length = match constraints.take_if(der::INTEGER)? {
                None => None,
                Some([small @ 0..=0x7f]) => Some(usize::from(*small)),
                Some(_) => return None,
            };
        }
    }
    Some(found)
}

/// `UTCTime` until 2049, `GeneralizedTime` from 2050 on (RFC 5280, section 4.1.2.5).
fn time(validity: &mut Reader<'_>) -> Option<Timestamp> {
    let digits = match validity.take_if(der::UTC_TIME)? {
        Some(short) => {
            let century = if *short.first()? < b'5' { "20" } else { "19" };
            format!("{century}{}", std::str::from_utf8(short).ok()?)
        }
        None => std::str::from_utf8(validity.take(der::GENERALIZED_TIME)?).ok()?.to_owned(),
    };
    let (date, time) = digits.split_at_checked(8)?;
    Timestamp::parse_basic_iso8601(&format!("{date}T{time}")).ok()
}
