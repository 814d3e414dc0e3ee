//! XML Signatures as SAML allows them (SAML Core, section 5.4): one reference, to the element around the signature, with the transforms
//! enveloped-signature and exclusive canonicalization.

use std::collections::BTreeSet;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::digest::{self, SHA256, SHA384, SHA512};
use roxmltree::Node;

use crate::Error;
use crate::canonical::{Exclusive, canonicalize};
use crate::certificate::{Certificate, SignatureAlgorithm};
use crate::xml::{self, SIGNATURE};

const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const EXCLUSIVE_WITH_COMMENTS: &str = "http://www.w3.org/2001/10/xml-exc-c14n#WithComments";
/// Each is looked for in every element, before it is known who signed.
const MAX_PREFIXES: usize = 32;
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

/// Checks `signature`, a child of `signed`, and gives back the bytes that it signs: the canonical form of `signed` without the signature.
pub(crate) fn verify(
    signature: Node<'_, '_>,
    signed: Node<'_, '_>,
    certificates: &[Certificate],
) -> Result<String, Error> {
    let mut children = xml::elements(signature);
    let (Some(signed_info), Some(value)) = (children.next(), children.next()) else {
        return Err(Error::Malformed("a signature is incomplete"));
    };
    let is_form = xml::is(signed_info, SIGNATURE, "SignedInfo")
        && xml::is(value, SIGNATURE, "SignatureValue")
        // The certificates are those of the metadata. What the response says of keys is not read.
        && children.next().is_none_or(|info| xml::is(info, SIGNATURE, "KeyInfo"))
        && children.next().is_none();
    if !is_form {
        return Err(Error::Malformed("a signature has unexpected parts"));
    }

    // Which canonical form the signature covers is said inside of it: read once to get the bytes, and again from those bytes.
    let stated = xml::at_most_one(signed_info, SIGNATURE, "CanonicalizationMethod")?;
    let form = canonicalization(stated.ok_or(Error::Malformed("a signature is incomplete"))?)?;
    let signed_bytes = canonicalize(signed_info, None, &form);
    let document = xml::parse(&signed_bytes, signed_bytes.len())?;
    let info = SignedInfo::read(document.root_element())?;
    if info.form != form {
        return Err(Error::InvalidSignature);
    }
    let value = xml::base64(&xml::text(value)?)?;
    let verifies =
        |certificate: &Certificate| certificate.verifies(info.algorithm, signed_bytes.as_bytes(), &value);
    if !certificates.iter().any(verifies) {
        return Err(Error::InvalidSignature);
    }

    let id = signed.attribute("ID").filter(|id| !id.is_empty());
    if id.is_none() || info.uri.strip_prefix('#') != id {
        return Err(Error::Malformed("a signature is for another element than the one around it"));
    }
    let content = canonicalize(signed, Some(signature.id()), &info.content_form);
    let digest = digest::digest(info.digest, content.as_bytes());
    verify_slices_are_equal(digest.as_ref(), &info.digest_value).map_err(|_| Error::InvalidSignature)?;
    Ok(content)
}

struct SignedInfo {
    form: Exclusive,
    algorithm: SignatureAlgorithm,
    uri: String,
    content_form: Exclusive,
    digest: &'static digest::Algorithm,
    digest_value: Vec<u8>,
}

impl SignedInfo {
    fn read(node: Node<'_, '_>) -> Result<Self, Error> {
        let [form, algorithm, reference] =
            parts(node, ["CanonicalizationMethod", "SignatureMethod", "Reference"])?;
        let [transforms, digest, digest_value] =
            parts(reference, ["Transforms", "DigestMethod", "DigestValue"])?;
        let [enveloped, content_form] = parts(transforms, ["Transform", "Transform"])?;
        if attribute(enveloped)? != ENVELOPED || xml::elements(enveloped).next().is_some() {
            return Err(not_accepted(
                "the transform",
                attribute(enveloped)?,
                "enveloped-signature, then exclusive canonicalization",
            ));
        }
        Ok(Self {
            form: canonicalization(form)?,
            algorithm: signature_algorithm(algorithm)?,
            uri: reference.attribute("URI").unwrap_or_default().to_owned(),
            content_form: canonicalization(content_form)?,
            digest: digest_algorithm(digest)?,
            digest_value: xml::base64(&xml::text(digest_value)?)?,
        })
    }
}

/// The child elements, which are these and no others.
fn parts<'a, 'i, const N: usize>(
    node: Node<'a, 'i>,
    names: [&'static str; N],
) -> Result<[Node<'a, 'i>; N], Error> {
    let found: Vec<_> = xml::elements(node).collect();
    let parts: [Node<'a, 'i>; N] =
        found.try_into().map_err(|_| Error::Malformed("a signature has unexpected parts, or lacks some"))?;
    if parts.iter().zip(names).all(|(part, name)| xml::is(*part, SIGNATURE, name)) {
        return Ok(parts);
    }
    Err(Error::Malformed("a signature has unexpected parts, or lacks some"))
}

fn attribute<'a>(method: Node<'a, '_>) -> Result<&'a str, Error> {
    method.attribute("Algorithm").ok_or(Error::Malformed("a signature names no algorithm"))
}

fn canonicalization(method: Node<'_, '_>) -> Result<Exclusive, Error> {
    let with_comments = match attribute(method)? {
        EXCLUSIVE => false,
        EXCLUSIVE_WITH_COMMENTS => true,
        other => return Err(not_accepted("the canonicalization", other, EXCLUSIVE)),
    };
    let mut inclusive_prefixes = BTreeSet::new();
    let mut parameters = xml::elements(method);
    if let Some(parameter) = parameters.next() {
        let prefixes = parameter.attribute("PrefixList").unwrap_or_default();
        if !xml::is(parameter, EXCLUSIVE, "InclusiveNamespaces") || parameters.next().is_some() {
            return Err(Error::Malformed("a canonicalization has unknown parameters"));
        }
        let named: Vec<&str> = prefixes.split_ascii_whitespace().take(MAX_PREFIXES + 1).collect();
        if named.len() > MAX_PREFIXES {
            return Err(Error::Malformed("a canonicalization names too many prefixes"));
        }
        let prefix = |name: &str| if name == "#default" { String::new() } else { name.to_owned() };
        inclusive_prefixes.extend(named.into_iter().map(prefix));
    }
    Ok(Exclusive { with_comments, inclusive_prefixes })
}

/// Source of the identifiers: RFC 9231, sections 2.3.2 and 2.3.6.
fn signature_algorithm(method: Node<'_, '_>) -> Result<SignatureAlgorithm, Error> {
    if xml::elements(method).next().is_some() {
        return Err(Error::Malformed("a signature algorithm has unknown parameters"));
    }
    Ok(match attribute(method)? {
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" => SignatureAlgorithm::RsaSha256,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => SignatureAlgorithm::RsaSha384,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => SignatureAlgorithm::RsaSha512,
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" => SignatureAlgorithm::EcdsaSha256,
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384" => SignatureAlgorithm::EcdsaSha384,
        other => {
            let instead = "RSA (PKCS #1) with SHA-256, SHA-384 or SHA-512, or ECDSA with SHA-256 or SHA-384";
            return Err(not_accepted("the signature algorithm", other, instead));
        }
    })
}

/// Source of the identifiers: RFC 9231, section 2.1.
fn digest_algorithm(method: Node<'_, '_>) -> Result<&'static digest::Algorithm, Error> {
    Ok(match attribute(method)? {
        "http://www.w3.org/2001/04/xmlenc#sha256" => &SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => &SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => &SHA512,
        other => return Err(not_accepted("the digest", other, "SHA-256, SHA-384 or SHA-512")),
    })
}

fn not_accepted(what: &'static str, uri: &str, instead: &'static str) -> Error {
    Error::Algorithm { what, uri: uri.chars().take(100).collect(), instead }
}
