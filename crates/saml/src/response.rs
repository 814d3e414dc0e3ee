//! From the base64 text to the assertion whose bytes were signed.

use std::collections::BTreeSet;

use clock::Timestamp;
use roxmltree::{Document, Node};

use crate::xml::{self, ASSERTION, ENCRYPTION, PROTOCOL, SIGNATURE};
use crate::{Assertion, Error, Metadata, ServiceProvider, signature};

/// The largest response, in bytes of XML. STS takes 100000 letters of base64.
const MAX_LEN: usize = 75_000;
const SUCCESS: &str = "urn:oasis:names:tc:SAML:2.0:status:Success";

/// Verifies the response of an identity provider, as the HTTP POST binding carries it (base64), at `now`.
///
/// What comes out was read from the very bytes that a signature covers: they are parsed anew, and nothing around them is looked at
/// again. How many assertions, signatures and ids there may be is the smallest number that works, so there is nothing to wrap a
/// signature around.
///
/// # Errors
///
/// Every [`Error`] but those of [`Assertion::claims`].
pub fn verify(
    response: &str,
    provider: &Metadata,
    service_provider: &ServiceProvider<'_>,
    now: Timestamp,
) -> Result<Assertion, Error> {
    let bytes = xml::base64(response)?;
    let text = str::from_utf8(&bytes).map_err(|_| Error::Malformed("it is not UTF-8"))?;
    let document = xml::parse(text.trim_start_matches('\u{feff}'), MAX_LEN)?;
    let response = document.root_element();
    let assertion = only_assertion(&document)?;
    check_ids(&document)?;
    // Whom to blame is clearer before the signature than after it; what counts is checked below, in the signed bytes.
    Assertion::check_issuer(assertion, provider)?;

    let of_assertion = only_signature(assertion)?;
    let of_response = only_signature(response)?;
    check_signatures(&document, [of_assertion, of_response])?;
    let by = |signature: Option<Node<'_, '_>>, signed| {
        signature.map(|signature| signature::verify(signature, signed, &provider.certificates)).transpose()
    };
    // When both are signed, both signatures must hold; the inner one says what the assertion is.
    let (signed_response, signed_assertion) = (by(of_response, response)?, by(of_assertion, assertion)?);
    if let Some(signed) = &signed_response {
        check_response(xml::parse(signed, signed.len())?.root_element(), provider, service_provider)?;
    } else {
        check_response(response, provider, service_provider)?;
    }
    let signed = signed_assertion.or(signed_response).ok_or(Error::Unsigned)?;
    let signed = xml::parse(&signed, signed.len())?;
    Assertion::read(only_assertion(&signed)?, provider, service_provider, now)
}

/// The one assertion that there is anywhere in the document: its root, or a child of the response that is its root.
fn only_assertion<'a, 'i>(document: &'a Document<'i>) -> Result<Node<'a, 'i>, Error> {
    let root = document.root_element();
    let is_encryption = |node: Node<'_, '_>| node.tag_name().namespace() == Some(ENCRYPTION);
    let encrypted = ["EncryptedAssertion", "EncryptedID", "EncryptedAttribute"];
    if document.descendants().any(|node| {
        encrypted.iter().any(|name| xml::is(node, ASSERTION, name))
            || (node.is_element() && is_encryption(node))
    }) {
        return Err(Error::Encrypted);
    }
    let mut found = document.descendants().filter(|node| xml::is(*node, ASSERTION, "Assertion"));
    let (Some(assertion), None) = (found.next(), found.next()) else {
        return Err(Error::Malformed("it must hold exactly one assertion"));
    };
    let in_response = xml::is(root, PROTOCOL, "Response") && assertion.parent_element() == Some(root);
    let is_itself = assertion == root;
    if in_response || is_itself {
        return Ok(assertion);
    }
    Err(Error::Malformed("the assertion must be a child of the response"))
}

/// No id twice, whatever its attribute is called.
fn check_ids(document: &Document<'_>) -> Result<(), Error> {
    let mut known = BTreeSet::new();
    let attributes = document.descendants().flat_map(|node| node.attributes());
    let mut ids = attributes.filter(|attribute| attribute.name().eq_ignore_ascii_case("id"));
    if ids.all(|id| known.insert(id.value())) {
        return Ok(());
    }
    Err(Error::Malformed("two elements have the same ID"))
}

fn only_signature<'a, 'i>(signed: Node<'a, 'i>) -> Result<Option<Node<'a, 'i>>, Error> {
    xml::at_most_one(signed, SIGNATURE, "Signature")
}

/// There are no signatures anywhere else, and one at least.
fn check_signatures(document: &Document<'_>, known: [Option<Node<'_, '_>>; 2]) -> Result<(), Error> {
    let mut signatures = document.descendants().filter(|node| xml::is(*node, SIGNATURE, "Signature"));
    if !signatures.all(|signature| known.contains(&Some(signature))) {
        return Err(Error::Malformed("there is a signature where none belongs"));
    }
    if known == [None, None] {
        return Err(Error::Unsigned);
    }
    Ok(())
}

/// What the response says around its assertion can only make it be refused.
fn check_response(
    response: Node<'_, '_>,
    provider: &Metadata,
    service_provider: &ServiceProvider<'_>,
) -> Result<(), Error> {
    if !xml::is(response, PROTOCOL, "Response") {
        return Err(Error::Malformed("it is not a SAML 2.0 response"));
    }
    if response.attribute("Version") != Some("2.0") {
        return Err(Error::Malformed("it is not of SAML version 2.0"));
    }
    if let Some(issuer) = xml::at_most_one(response, ASSERTION, "Issuer")?
        && xml::text(issuer)? != provider.entity_id
    {
        return Err(Error::Issuer);
    }
    if response.attribute("Destination").is_some_and(|address| !service_provider.is_recipient(address)) {
        return Err(Error::Recipient);
    }
    let status =
        xml::at_most_one(response, PROTOCOL, "Status")?.ok_or(Error::Malformed("it has no Status"))?;
    let code = xml::at_most_one(status, PROTOCOL, "StatusCode")?.and_then(|code| code.attribute("Value"));
    match code {
        Some(SUCCESS) => Ok(()),
        code => Err(Error::Status(code.unwrap_or("no status code").chars().take(200).collect())),
    }
}
