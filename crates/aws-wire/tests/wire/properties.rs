use aws_model::{Document, SERVICES, Schema, StructureSchema, validate};
use aws_wire::{json, query, xml};
use clock::Timestamp;
use proptest::prelude::*;
use secret::{SecretBytes, SecretString};

proptest! {
    #[test]
    fn json_never_panics(body in any::<Vec<u8>>()) {
        for schema in structures() {
            let _ = json::decode(&body, schema);
        }
    }

    #[test]
    fn json_like_text_never_panics(body in "[\\[\\]{}:,\"0-9eE+.a-zA-Z\\\\-]{0,60}") {
        for schema in structures() {
            let _ = json::decode(body.as_bytes(), schema);
        }
    }

    #[test]
    fn changed_requests_never_panic(choices in any::<Vec<u8>>(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        for schema in structures() {
            let mut body = json::encode(&Choices::new(&choices).structure(schema), schema);
            let at = at.index(body.len());
            body[at] = byte;
            if let Ok(document) = json::decode(&body, schema) {
                let _ = validate(schema, &document);
            }
        }
    }

    #[test]
    fn forms_never_panic(body in "([A-Za-z]{0,3}|Tags|member|entry|key|value|[.=&%+0-9]|Policy|Arns|\u{e9}){0,40}") {
        if let Ok(form) = query::parse(body.as_bytes()) {
            for schema in structures() {
                let _ = form.decode(schema);
            }
        }
    }

    #[test]
    fn bytes_as_forms_never_panic(body in any::<Vec<u8>>()) {
        if let Ok(form) = query::parse(&body) {
            for schema in structures() {
                let _ = form.decode(schema);
            }
        }
    }

    #[test]
    fn json_gives_back_what_was_written(choices in prop::collection::vec(any::<u8>(), 0..400)) {
        for schema in structures() {
            let document = Choices::new(&choices).structure(schema);
            let body = json::encode(&document, schema);
            prop_assert!(json::decode(&body, schema) == Ok(document), "{}", String::from_utf8_lossy(&body));
        }
    }

    #[test]
    fn xml_is_text_that_xml_can_carry(choices in prop::collection::vec(any::<u8>(), 0..400)) {
        for operation in SERVICES.iter().flat_map(|service| service.operations) {
            let document = Choices::new(&choices).structure(operation.output);
            let answer = String::from_utf8(xml::encode(operation, &document, "id", "ns"));
            prop_assert!(answer.is_ok_and(|text| !text.contains(|letter: char| letter < ' ' && letter != '\t' && letter != '\n')));
        }
    }
}

/// All inputs and outputs.
fn structures() -> impl Iterator<Item = &'static StructureSchema> {
    SERVICES
        .iter()
        .flat_map(|service| service.operations)
        .flat_map(|operation| [operation.input, operation.output])
}

/// Makes a document of a schema from random bytes. A proptest strategy would need documents to have `Debug`.
struct Choices<'a> {
    bytes: std::iter::Copied<std::slice::Iter<'a, u8>>,
}

impl<'a> Choices<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter().copied() }
    }

    fn next(&mut self) -> u8 {
        self.bytes.next().unwrap_or(0)
    }

    fn number(&mut self) -> i64 {
        i64::from_le_bytes(std::array::from_fn(|_| self.next()))
    }

    fn text(&mut self) -> String {
        let length = self.next() % 12;
        (0..length)
            .filter_map(|_| char::from_u32(u32::from(self.next()) * u32::from(self.next() / 4)))
            .collect()
    }

    fn structure(&mut self, schema: &StructureSchema) -> Document {
        let mut members = Vec::new();
        for member in schema.members {
            if self.next() % 2 == 1 {
                members.push((member.name, self.value(member.schema)));
            }
        }
        Document::Structure(members)
    }

    fn value(&mut self, schema: Schema) -> Document {
        match schema {
            Schema::Structure(schema) => self.structure(schema),
            Schema::List(list) => {
                let length = self.next() % 4;
                Document::List((0..length).map(|_| self.value(list.member)).collect())
            }
            Schema::Map(map) => {
                let length = self.next() % 4;
                let entry = |at: u8| (format!("{at}{}", self.text()), self.value(map.value));
                Document::Map((0..length).map(entry).collect())
            }
            Schema::String(schema) if schema.sensitive => Document::Secret(SecretString::new(self.text())),
            Schema::String(_) => Document::String(self.text()),
            Schema::Blob(schema) => {
                let length = self.next() % 40;
                let bytes: Vec<u8> = (0..length).map(|_| self.next()).collect();
                if schema.sensitive {
                    Document::Blob(SecretBytes::new(bytes))
                } else {
                    Document::Bytes(bytes)
                }
            }
            Schema::Integer { .. } => Document::Integer(i64::from(self.number() as i32)),
            Schema::Long { .. } => Document::Integer(self.number()),
            // A quarter is exact in text and in binary.
            Schema::Float | Schema::Double => Document::Double(f64::from(self.number() as i32) / 4.0),
            Schema::Boolean => Document::Boolean(self.next() % 2 == 1),
            Schema::Timestamp(_) => Document::Timestamp(Timestamp::from_millis(self.number() >> 12)),
        }
    }
}
