//! Checking a document against its schema, with AWS's wording of what is wrong.

use std::fmt;

use crate::{Document, ListSchema, MapSchema, MemberSchema, Schema, StringSchema, StructureSchema};

/// Past this many violations the rest is not looked for: a hostile request must not make an answer much larger than
/// itself.
const MOST_VIOLATIONS: usize = 64;

/// All that is wrong with a document. `Display` gives the message of AWS's `ValidationException`:
/// `1 validation error detected: Value '' at 'keyId' failed to satisfy constraint: Member must have length greater than
/// or equal to 1`. Secret values are never in it, as with AWS: `Value at 'plaintext' failed to ...`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ValidationError {
    violations: Vec<Violation>,
}

impl ValidationError {
    /// What is wrong, at least one thing.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

/// One thing that is wrong with a document. `Display` gives `Value '' at 'keyId' failed to satisfy constraint: ...`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Where: `requestMetadata.kmsKeyArn`, `tags.2.member.tagKey`. Names of a map's entries are as the caller wrote them.
    pub path: String,
    /// What does not hold, for the member or one of the values in it.
    pub constraint: Constraint,
    text: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// What a service description asks of a value. `Display` gives AWS's wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    /// It must be there.
    Required,
    /// The least length, of texts in Unicode scalar values, of blobs in bytes, of lists and maps in entries.
    MinLength(u64),
    /// The greatest length, counted in the same way.
    MaxLength(u64),
    /// The least number.
    MinValue(i64),
    /// The greatest number.
    MaxValue(i64),
    /// The regular expression that the whole text must match, in AWS's wording.
    Pattern(&'static str),
    /// The values allowed.
    OneOf(&'static [&'static str]),
}

impl fmt::Display for Constraint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Required => out.write_str("Member must not be null"),
            Self::MinLength(min) => write!(out, "Member must have length greater than or equal to {min}"),
            Self::MaxLength(max) => write!(out, "Member must have length less than or equal to {max}"),
            Self::MinValue(min) => write!(out, "Member must have value greater than or equal to {min}"),
            Self::MaxValue(max) => write!(out, "Member must have value less than or equal to {max}"),
            Self::Pattern(pattern) => {
                write!(out, "Member must satisfy regular expression pattern: {pattern}")
            }
            Self::OneOf(values) => write!(out, "Member must satisfy enum value set: [{}]", values.join(", ")),
        }
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.violations.len();
        let plural = if count == 1 { "" } else { "s" };
        write!(out, "{count} validation error{plural} detected: {}", joined(&self.violations, "; "))
    }
}

/// Checks presence, lengths, ranges, patterns and closed sets of values, member by member.
///
/// A text's length is counted in Unicode scalar values (Smithy specification, `length` trait), a blob's in bytes. A pattern must match the
/// whole text. Paths begin in lower case and count from one: `tags.2.member.tagKey`. Whether values have the right types
/// is the decoder's business, and checked again by `Shape::from_document`.
pub fn validate(schema: &StructureSchema, document: &Document) -> Result<(), ValidationError> {
    let mut checker = Checker { path: String::new(), violations: Vec::new() };
    checker.structure(schema, document);
    if checker.violations.is_empty() {
        Ok(())
    } else {
        Err(ValidationError { violations: checker.violations })
    }
}

struct Checker {
    path: String,
    violations: Vec<Violation>,
}

impl Checker {
    fn structure(&mut self, schema: &StructureSchema, document: &Document) {
        for member in schema.members {
            let above = self.enter(member);
            match document.member(member.name) {
                Some(value) => self.value(member.schema, value),
                None if member.required => self.fail_plainly("Value null", Constraint::Required),
                None => {}
            }
            self.path.truncate(above);
        }
    }

    fn value(&mut self, schema: Schema, document: &Document) {
        if self.violations.len() >= MOST_VIOLATIONS {
            return;
        }
        match (schema, document) {
            (Schema::Structure(schema), _) => self.structure(schema, document),
            (Schema::List(list), Document::List(values)) => self.list(list, values, document),
            (Schema::Map(map), Document::Map(entries)) => self.map(map, entries, document),
            _ => {
                for constraint in broken(schema, document) {
                    self.fail_plainly(&echo(schema, document), constraint);
                }
            }
        }
    }

    fn list(&mut self, list: &'static ListSchema, values: &[Document], document: &Document) {
        let schema = list.member;
        for constraint in broken_lengths(values.len(), list.min, list.max) {
            self.fail_plainly(&echo_list(list, document), constraint);
        }
        if !is_simple(schema) {
            for (at, value) in values.iter().enumerate() {
                let above = self.path.len();
                self.path.push_str(&format!(".{}.member", at + 1));
                self.value(schema, value);
                self.path.truncate(above);
            }
        } else if let Some(first) = values.iter().find_map(|value| broken(schema, value).into_iter().next()) {
            let constraints = joined(&all_constraints(schema), ", ");
            self.fail(
                &echo_list(list, document),
                first,
                &format!("Member must satisfy constraint: [{constraints}]"),
            );
        }
    }

    fn map(&mut self, map: &'static MapSchema, entries: &[(String, Document)], document: &Document) {
        for constraint in broken_lengths(entries.len(), map.min, map.max) {
            self.fail_plainly(&echo_map(map, document), constraint);
        }
        let mut broken_keys =
            entries.iter().filter_map(|(key, _)| broken_text(map.key, key).into_iter().next());
        if let Some(first) = broken_keys.next() {
            let constraints = joined(&text_constraints(map.key), ", ");
            self.fail(
                &echo_map(map, document),
                first,
                &format!("Map keys must satisfy constraint: [{constraints}]"),
            );
        }
        if !is_simple(map.value) {
            for (key, value) in entries {
                let above = self.path.len();
                self.path.push_str(&format!(".{key}.member"));
                self.value(map.value, value);
                self.path.truncate(above);
            }
        } else if let Some(first) =
            entries.iter().find_map(|(_, value)| broken(map.value, value).into_iter().next())
        {
            let constraints = joined(&all_constraints(map.value), ", ");
            self.fail(
                &echo_map(map, document),
                first,
                &format!("Map value must satisfy constraint: [{constraints}]"),
            );
        }
    }

    /// Goes down to a member; gives where to cut the path off again.
    fn enter(&mut self, member: &MemberSchema) -> usize {
        let above = self.path.len();
        if above > 0 {
            self.path.push('.');
        }
        let mut letters = member.name.chars();
        self.path.extend(letters.next().map(|first| first.to_ascii_lowercase()));
        self.path.push_str(letters.as_str());
        above
    }

    fn fail_plainly(&mut self, value: &str, constraint: Constraint) {
        self.fail(value, constraint, &constraint.to_string());
    }

    fn fail(&mut self, value: &str, constraint: Constraint, wording: &str) {
        if self.violations.len() < MOST_VIOLATIONS {
            let text = format!("{value} at '{}' failed to satisfy constraint: {wording}", self.path);
            self.violations.push(Violation { path: self.path.clone(), constraint, text });
        }
    }
}

/// Whether violations are reported at the list or map that holds the value.
fn is_simple(schema: Schema) -> bool {
    !matches!(schema, Schema::Structure(_) | Schema::List(_) | Schema::Map(_))
}

fn broken(schema: Schema, document: &Document) -> Vec<Constraint> {
    match (schema, document) {
        (Schema::String(schema), Document::String(text)) => broken_text(schema, text),
        (Schema::String(schema), Document::Secret(text)) => broken_text(schema, text.expose()),
        (Schema::Blob(schema), Document::Bytes(bytes)) => broken_lengths(bytes.len(), schema.min, schema.max),
        (Schema::Blob(schema), Document::Blob(bytes)) => broken_lengths(bytes.len(), schema.min, schema.max),
        (Schema::Integer { min, max }, Document::Integer(value)) => {
            broken_range(*value, min.map(i64::from), max.map(i64::from))
        }
        (Schema::Long { min, max }, Document::Integer(value)) => broken_range(*value, min, max),
        _ => Vec::new(),
    }
}

fn broken_text(schema: &StringSchema, text: &str) -> Vec<Constraint> {
    let mut broken = Vec::new();
    if schema.min.is_some() || schema.max.is_some() {
        broken = broken_lengths(text.chars().count(), schema.min, schema.max);
    }
    if let Some(pattern) = schema.pattern.filter(|pattern| !pattern.matches(text)) {
        broken.push(Constraint::Pattern(pattern.as_str()));
    }
    if !schema.values.is_empty() && !schema.values.contains(&text) {
        broken.push(Constraint::OneOf(schema.values));
    }
    broken
}

fn broken_lengths(length: usize, min: Option<u64>, max: Option<u64>) -> Vec<Constraint> {
    let length = u64::try_from(length).unwrap_or(u64::MAX);
    let too_long = max.filter(|max| length > *max).map(Constraint::MaxLength);
    let too_short = min.filter(|min| length < *min).map(Constraint::MinLength);
    too_long.into_iter().chain(too_short).collect()
}

fn broken_range(value: i64, min: Option<i64>, max: Option<i64>) -> Vec<Constraint> {
    let too_large = max.filter(|max| value > *max).map(Constraint::MaxValue);
    let too_small = min.filter(|min| value < *min).map(Constraint::MinValue);
    too_large.into_iter().chain(too_small).collect()
}

fn all_constraints(schema: Schema) -> Vec<Constraint> {
    match schema {
        Schema::String(schema) => text_constraints(schema),
        Schema::Blob(schema) => schema
            .max
            .map(Constraint::MaxLength)
            .into_iter()
            .chain(schema.min.map(Constraint::MinLength))
            .collect(),
        Schema::Integer { min, max } => {
            let (min, max) = (min.map(i64::from), max.map(i64::from));
            max.map(Constraint::MaxValue).into_iter().chain(min.map(Constraint::MinValue)).collect()
        }
        Schema::Long { min, max } => {
            max.map(Constraint::MaxValue).into_iter().chain(min.map(Constraint::MinValue)).collect()
        }
        _ => Vec::new(),
    }
}

fn text_constraints(schema: &StringSchema) -> Vec<Constraint> {
    let mut constraints: Vec<Constraint> = schema
        .max
        .map(Constraint::MaxLength)
        .into_iter()
        .chain(schema.min.map(Constraint::MinLength))
        .collect();
    constraints.extend(schema.pattern.map(|pattern| Constraint::Pattern(pattern.as_str())));
    if !schema.values.is_empty() {
        constraints.push(Constraint::OneOf(schema.values));
    }
    constraints
}

fn joined<T: fmt::Display>(items: &[T], between: &str) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(between)
}

/// `Value 'x'`, or just `Value` for what must not be shown.
fn echo(schema: Schema, document: &Document) -> String {
    shown(schema, document).map_or_else(|| "Value".to_owned(), |text| format!("Value '{text}'"))
}

fn echo_list(list: &'static ListSchema, document: &Document) -> String {
    echo(Schema::List(list), document)
}

fn echo_map(map: &'static MapSchema, document: &Document) -> String {
    echo(Schema::Map(map), document)
}

/// A value as Java's `toString` writes it; nothing for secrets and what may hold them.
fn shown(schema: Schema, document: &Document) -> Option<String> {
    match (schema, document) {
        (Schema::String(schema), Document::String(text)) if !schema.sensitive => Some(text.clone()),
        (Schema::Blob(schema), Document::Bytes(bytes)) if !schema.sensitive => {
            Some(format!("java.nio.HeapByteBuffer[pos=0 lim={0} cap={0}]", bytes.len()))
        }
        (_, Document::Integer(value)) => Some(value.to_string()),
        (_, Document::Double(value)) => Some(value.to_string()),
        (_, Document::Boolean(value)) => Some(value.to_string()),
        (_, Document::Timestamp(at)) => Some(at.to_string()),
        (Schema::List(list), Document::List(values)) => {
            let values: Option<Vec<String>> = values.iter().map(|value| shown(list.member, value)).collect();
            values.map(|values| format!("[{}]", values.join(", ")))
        }
        (Schema::Map(map), Document::Map(entries)) => {
            let entries: Option<Vec<String>> = entries
                .iter()
                .map(|(key, value)| Some(format!("{key}={}", shown(map.value, value)?)))
                .collect();
            entries.map(|entries| format!("{{{}}}", entries.join(", ")))
        }
        _ => None,
    }
}
