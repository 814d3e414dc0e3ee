//! Reading XML within bounds: no document type, no entities but the five predefined ones, no deep nesting.

use roxmltree::{Document, Node, ParsingOptions};

use crate::Error;

pub(crate) const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
pub(crate) const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
pub(crate) const METADATA: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
pub(crate) const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
pub(crate) const ENCRYPTION: &str = "http://www.w3.org/2001/04/xmlenc#";

/// Deeper than any assertion, and shallow enough to recurse.
const MAX_DEPTH: usize = 48;
const MAX_NODES: u32 = 50_000;
// The parser's work grows with the square of these two.
const MAX_NAMESPACES: usize = 500;
const MAX_ATTRIBUTES: usize = 300;

/// Parses a document of at most `max_len` bytes.
pub(crate) fn parse(text: &str, max_len: usize) -> Result<Document<'_>, Error> {
    if text.len() > max_len {
        return Err(Error::Malformed("it is too large"));
    }
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
        return Err(Error::Malformed("document type declarations are not accepted"));
    }
    let too_many = text.matches("xmlns").count() > MAX_NAMESPACES
        || text.split('<').any(|tag| tag.matches('=').count() > MAX_ATTRIBUTES);
    if too_many {
        return Err(Error::Malformed("it has too many namespaces or attributes"));
    }
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options)
        .map_err(|_| Error::Malformed("it is not well-formed XML, or too large"))?;
    if document.descendants().any(|node| node.ancestors().nth(MAX_DEPTH).is_some()) {
        return Err(Error::Malformed("it is nested too deeply"));
    }
    Ok(document)
}

/// Whether this is the element `name` of `namespace`.
pub(crate) fn is(node: Node<'_, '_>, namespace: &str, name: &str) -> bool {
    node.is_element() && node.tag_name().namespace() == Some(namespace) && node.tag_name().name() == name
}

pub(crate) fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

/// Every child element `name` of `namespace`.
pub(crate) fn all<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    elements(node).filter(move |child| is(*child, namespace, name))
}

/// The one child element of that name, if there is one. Two are an error.
pub(crate) fn at_most_one<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> Result<Option<Node<'a, 'i>>, Error> {
    let mut found = all(node, namespace, name);
    match (found.next(), found.next()) {
        (first, None) => Ok(first),
        _ => Err(Error::Malformed("an element that may be there once is there twice")),
    }
}

/// The whole text inside an element without child elements, without white space around it. What comments divide is one text: a
/// reader that stops at the first comment can be made to read another name than was signed (CVE-2018-0489).
pub(crate) fn text(node: Node<'_, '_>) -> Result<String, Error> {
    let mut text = String::new();
    for child in node.children() {
        if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        } else if !child.is_comment() {
            return Err(Error::Malformed("there is an element where only text belongs"));
        }
    }
    Ok(text.trim_matches([' ', '\t', '\r', '\n']).to_owned())
}

/// Base64 with white space anywhere, as XML has it.
pub(crate) fn base64(text: &str) -> Result<Vec<u8>, Error> {
    use base64::Engine;
    let dense: String = text.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
    base64::engine::general_purpose::STANDARD.decode(dense).map_err(|_| Error::Malformed("it is not base64"))
}
