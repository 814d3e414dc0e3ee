//! Reads awsQuery answers with an XML parser that is not ours, and compares them with what was to be written.

use aws_model::{Document, MapSchema, OperationSchema, Schema, StructureSchema, TimestampFormat};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clock::Timestamp;
use roxmltree::Node;

/// Checks that `answer` is well-formed and holds `document` and nothing else.
pub fn check_answer(answer: &str, operation: &OperationSchema, document: &Document) {
    let tree = roxmltree::Document::parse(answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
    let root = tree.root_element();
    assert_eq!(name(root), format!("{}Response", operation.name));
    let mut children = children(root);
    if let Some(wrapper) = operation.result_wrapper {
        assert_eq!(name(children[0]), wrapper);
        check_structure(children.remove(0), operation.output, document);
    }
    assert_eq!(children.len(), 1);
    assert_eq!(text(one(children[0], "RequestId")), "request-id");
}

/// Checks that `answer` is a well-formed error with this code and message.
pub fn check_error(answer: &str, code: &str, message: &str) {
    let tree = roxmltree::Document::parse(answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
    let error = one(tree.root_element(), "Error");
    assert_eq!(text(one(error, "Code")), code);
    assert_eq!(text(one(error, "Message")), as_xml_carries(message));
    assert_eq!(text(one(tree.root_element(), "RequestId")), "request-id");
}

fn check_structure(node: Node<'_, '_>, schema: &StructureSchema, document: &Document) {
    let Document::Structure(members) = document else { panic!("not a structure: {}", schema.name) };
    let mut expected = 0;
    for (member, value) in members {
        let schema = schema.member(member).expect("a member of the schema").schema;
        let found: Vec<_> = children(node).into_iter().filter(|child| name(*child) == *member).collect();
        expected += found.len();
        match (schema, value) {
            (Schema::List(list), Document::List(values)) if list.flattened => {
                assert_eq!(found.len(), values.len());
                found.into_iter().zip(values).for_each(|(node, it)| check_value(node, list.member, it));
            }
            (Schema::Map(map), Document::Map(entries)) if map.flattened => {
                check_entries(&found, map, entries)
            }
            _ => {
                assert_eq!(found.len(), 1, "{member}");
                check_value(found[0], schema, value);
            }
        }
    }
    assert_eq!(children(node).len(), expected, "more than the document has");
}

fn check_value(node: Node<'_, '_>, schema: Schema, document: &Document) {
    match (schema, document) {
        (Schema::Structure(schema), _) => check_structure(node, schema, document),
        (Schema::List(list), Document::List(values)) => {
            let found = children(node);
            assert_eq!(found.len(), values.len());
            for (child, value) in found.into_iter().zip(values) {
                assert_eq!(name(child), list.member_name);
                check_value(child, list.member, value);
            }
        }
        (Schema::Map(map), Document::Map(entries)) => {
            let found = children(node);
            assert!(found.iter().all(|entry| name(*entry) == "entry"));
            check_entries(&found, map, entries);
        }
        (Schema::Timestamp(TimestampFormat::EpochSeconds), Document::Timestamp(at)) => {
            assert_eq!(text(node), at.secs().to_string());
        }
        (_, Document::Timestamp(at)) => assert_eq!(Timestamp::parse_iso8601(text(node)), Ok(*at)),
        (_, Document::String(value)) => assert_eq!(text(node), as_xml_carries(value)),
        (_, Document::Secret(value)) => assert!(text(node) == as_xml_carries(value.expose())),
        (_, Document::Blob(bytes)) => assert!(text(node) == STANDARD.encode(bytes.expose())),
        (_, Document::Bytes(bytes)) => assert_eq!(text(node), STANDARD.encode(bytes)),
        (_, Document::Boolean(value)) => assert_eq!(text(node), value.to_string()),
        (_, Document::Integer(value)) => assert_eq!(text(node), value.to_string()),
        (_, Document::Double(value)) => {
            let read: f64 = text(node).parse().expect("a number");
            assert!(read == *value || (read.is_nan() && value.is_nan()));
        }
        _ => panic!("a value of another kind than described: {}", name(node)),
    }
}

fn check_entries(found: &[Node<'_, '_>], map: &MapSchema, entries: &[(String, Document)]) {
    assert_eq!(found.len(), entries.len());
    for (entry, (key, value)) in found.iter().zip(entries) {
        assert_eq!(children(*entry).len(), 2);
        assert_eq!(text(one(*entry, map.key_name)), as_xml_carries(key));
        check_value(one(*entry, map.value_name), map.value, value);
    }
}

/// What XML 1.0 cannot carry is replaced (XML 1.0, section 2.2, "Characters").
fn as_xml_carries(text: &str) -> String {
    let carried = |letter| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}');
    text.chars().map(|letter| if carried(letter) { letter } else { '\u{fffd}' }).collect()
}

fn children<'a, 'i>(node: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    node.children().filter(Node::is_element).collect()
}

fn one<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Node<'a, 'i> {
    let mut found = children(node).into_iter().filter(|child| name(*child) == wanted);
    let (Some(child), None) = (found.next(), found.next()) else { panic!("not one {wanted}") };
    child
}

fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

fn text<'a>(node: Node<'a, '_>) -> &'a str {
    assert!(node.children().count() <= 1 && !node.children().any(|child| child.is_element()));
    node.text().unwrap_or_default()
}
