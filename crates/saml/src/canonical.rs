//! Exclusive XML Canonicalization 1.0 (W3C Recommendation of 18 July 2002) of one element and everything in it.
//!
//! Namespace declarations are written where their prefix is first used, which makes the bytes independent of what is around the
//! element.

use std::collections::BTreeSet;

use roxmltree::{Document, Node, NodeId};

/// Which of the two canonical forms, and the prefixes that are treated as Canonical XML 1.0 treats them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exclusive {
    pub with_comments: bool,
    /// `InclusiveNamespaces PrefixList`; `""` for `#default`.
    pub inclusive_prefixes: BTreeSet<String>,
}

/// The canonical bytes of `apex`, without the node `without` (a signature inside what it signs).
///
/// Recurses as deep as the document is nested, which [`crate::xml::parse`] bounds.
pub(crate) fn canonicalize(apex: Node<'_, '_>, without: Option<NodeId>, form: &Exclusive) -> String {
    let mut writer =
        Writer { source: apex.document(), without, form, rendered: Vec::new(), out: String::new() };
    writer.element(apex);
    writer.out
}

struct Writer<'a, 'i> {
    source: &'a Document<'i>,
    without: Option<NodeId>,
    form: &'a Exclusive,
    /// The declarations written on the way to here: prefix and URI.
    rendered: Vec<(String, &'a str)>,
    out: String,
}

impl<'a, 'i> Writer<'a, 'i> {
    fn node(&mut self, node: Node<'a, 'i>) {
        if self.without == Some(node.id()) {
            return;
        }
        if node.is_element() {
            self.element(node);
        } else if node.is_text() {
            escape_text(node.text().unwrap_or_default(), &mut self.out);
        } else if let Some(instruction) = node.pi() {
            self.push(&["<?", instruction.target]);
            if let Some(value) = instruction.value {
                self.push(&[" ", value]);
            }
            self.push(&["?>"]);
        } else if node.is_comment() && self.form.with_comments {
            self.push(&["<!--", node.text().unwrap_or_default(), "-->"]);
        }
    }

    fn element(&mut self, node: Node<'a, 'i>) {
        let name = self.qualified_name(node.range().start.saturating_add(1));
        let outside = self.rendered.len();
        self.push(&["<", name]);

        let mut attributes: Vec<_> = node
            .attributes()
            .map(|attribute| {
                let name = self.qualified_name(attribute.range().start);
                (attribute.namespace().unwrap_or_default(), attribute.name(), name, attribute.value())
            })
            .collect();
        attributes.sort_unstable();

        let mut prefixes: BTreeSet<&str> = self.form.inclusive_prefixes.iter().map(String::as_str).collect();
        prefixes.insert(prefix(name));
        prefixes.extend(
            attributes.iter().map(|(_, _, name, _)| prefix(name)).filter(|prefix| !prefix.is_empty()),
        );
        prefixes.remove("xml");
        for prefix in prefixes {
            self.declare(node, prefix);
        }
        for (_, _, name, value) in attributes {
            self.push(&[" ", name, "=\""]);
            escape_attribute(value, &mut self.out);
            self.push(&["\""]);
        }
        self.push(&[">"]);
        for child in node.children() {
            self.node(child);
        }
        self.push(&["</", name, ">"]);
        self.rendered.truncate(outside);
    }

    /// Writes what `prefix` stands for, unless that is what it stood for before.
    fn declare(&mut self, node: Node<'a, 'i>, prefix: &str) {
        let uri =
            node.lookup_namespace_uri(Some(prefix).filter(|prefix| !prefix.is_empty())).unwrap_or_default();
        let before = self.rendered.iter().rev().find(|(known, _)| known == prefix).map_or("", |(_, uri)| uri);
        if before == uri {
            return;
        }
        match prefix {
            "" => self.push(&[" xmlns=\""]),
            prefix => self.push(&[" xmlns:", prefix, "=\""]),
        }
        escape_attribute(uri, &mut self.out);
        self.push(&["\""]);
        self.rendered.push((prefix.to_owned(), uri));
    }

    /// The name with its prefix, which only the source has.
    fn qualified_name(&self, from: usize) -> &'a str {
        let rest = self.source.input_text().get(from..).unwrap_or_default();
        rest.split([' ', '\t', '\r', '\n', '/', '>', '=']).next().unwrap_or_default()
    }

    fn push(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.out.push_str(part));
    }
}

fn prefix(name: &str) -> &str {
    name.split_once(':').map_or("", |(prefix, _)| prefix)
}

fn escape_text(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#xD;"),
            other => out.push(other),
        }
    }
}

fn escape_attribute(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#x9;"),
            '\n' => out.push_str("&#xA;"),
            '\r' => out.push_str("&#xD;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// lxml's canonical forms: see tests/golden/recompute.py.
    #[test]
    fn canonical_forms_are_those_of_libxml2() {
        let vectors: Value = serde_json::from_str(include_str!("../tests/golden/v1.json")).unwrap();
        let vectors = vectors["canonical"].as_array().unwrap();
        assert!(vectors.len() > 10);
        for vector in vectors {
            let document = Document::parse(vector["document"].as_str().unwrap()).unwrap();
            let is_part = |node: &Node<'_, '_>| node.tag_name().name() == "part";
            let part = document.descendants().find(is_part).unwrap();
            let prefixes =
                vector["prefixes"].as_array().unwrap().iter().map(|prefix| prefix.as_str().unwrap());
            let inclusive_prefixes =
                prefixes.map(|prefix| if prefix == "#default" { "" } else { prefix }.to_owned());
            let form = Exclusive {
                with_comments: vector["comments"].as_bool().unwrap(),
                inclusive_prefixes: inclusive_prefixes.collect(),
            };
            let made = canonicalize(part, None, &form);
            assert_eq!(made, vector["canonical"].as_str().unwrap(), "{form:?}");
            let again = Document::parse(&made).unwrap();
            assert_eq!(canonicalize(again.root_element(), None, &form), made, "a canonical form is its own");
        }
    }
}
