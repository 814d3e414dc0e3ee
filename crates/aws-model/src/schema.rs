//! The descriptions: what a service, an operation, a structure and its members are.

use std::fmt;
use std::sync::OnceLock;

use regex::Regex;

/// An AWS service.
pub struct Service {
    /// `kms`: this crate's module and the prefix of the service's IAM actions.
    pub id: &'static str,
    /// The service name in a Signature Version 4 credential scope.
    pub signing_name: &'static str,
    /// `kms.amazonaws.com`, as in a CloudTrail record.
    pub event_source: &'static str,
    /// `2014-11-01`.
    pub api_version: &'static str,
    /// How requests and answers are written.
    pub protocol: Protocol,
    /// The operations that Lodge implements, sorted by name.
    pub operations: &'static [&'static OperationSchema],
}

impl Service {
    /// The operation of this name.
    pub fn operation(&self, name: &str) -> Option<&'static OperationSchema> {
        let at = self.operations.binary_search_by(|operation| operation.name.cmp(name)).ok()?;
        self.operations.get(at).copied()
    }
}

/// A wire protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// awsJson: `POST /` with an `X-Amz-Target` of `target_prefix.Operation` and `application/x-amz-json-<version>`.
    Json {
        /// `1.0` or `1.1`.
        version: &'static str,
        /// What stands before the dot of `X-Amz-Target`.
        target_prefix: &'static str,
    },
    /// awsQuery: a form with an `Action`, answered in XML.
    Query {
        /// The namespace of the answer's elements.
        xml_namespace: &'static str,
    },
    /// The External Key Store Proxy API: `POST <prefix>/kms/xks/v1/...` and answers in JSON, errors named by `errorName`. The one member that
    /// the path holds is `externalKeyId`.
    XksProxy,
    /// restJson1: methods and paths ([`Binding`]), JSON bodies.
    RestJson,
}

/// Where an operation of [`Protocol::RestJson`] is found. Members that are neither in the path nor in the query are in the body.
#[derive(Debug)]
pub struct Binding {
    /// The operation.
    pub operation: &'static OperationSchema,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with members in braces that take one segment each: `/tenants/v1/tenants/{tenantId}`.
    pub uri: &'static str,
    /// The members in the query.
    pub query: &'static [&'static str],
}

/// An operation.
pub struct OperationSchema {
    /// The service that has it.
    pub service: &'static Service,
    /// `Encrypt`.
    pub name: &'static str,
    /// The input, without members where the operation takes none.
    pub input: &'static StructureSchema,
    /// The output, without members where the operation gives none.
    pub output: &'static StructureSchema,
    /// awsQuery: the element around the output's members, `None` where the operation gives none.
    pub result_wrapper: Option<&'static str>,
    /// The errors that the description lists for this operation.
    pub errors: &'static [&'static ErrorCode],
}

// A service and its operations refer to each other, so `Debug` gives names only.

impl fmt::Debug for Service {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Service({})", self.id)
    }
}

impl fmt::Debug for OperationSchema {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "OperationSchema({}:{})", self.service.id, self.name)
    }
}

/// An error as the wire shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorCode {
    /// The name of the error's shape: `NoSuchEntityException`.
    pub name: &'static str,
    /// The code in an answer: `NoSuchEntity`. In awsJson the same as `name`.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// Whether the caller is at fault.
    pub sender_fault: bool,
}

/// What a value is.
#[derive(Debug, Clone, Copy)]
pub enum Schema {
    /// Named members.
    Structure(&'static StructureSchema),
    /// Values in order.
    List(&'static ListSchema),
    /// Values by name.
    Map(&'static MapSchema),
    /// Text, possibly secret or one of a closed set.
    String(&'static StringSchema),
    /// A signed number of 32 bits.
    Integer {
        /// The smallest value allowed.
        min: Option<i32>,
        /// The largest value allowed.
        max: Option<i32>,
    },
    /// A signed number of 64 bits.
    Long {
        /// The smallest value allowed.
        min: Option<i64>,
        /// The largest value allowed.
        max: Option<i64>,
    },
    /// A floating-point number; handled as one of 64 bits.
    Float,
    /// A floating-point number of 64 bits.
    Double,
    /// True or false.
    Boolean,
    /// Bytes, possibly secret.
    Blob(&'static BlobSchema),
    /// A point in time.
    Timestamp(TimestampFormat),
}

/// Named members.
#[derive(Debug)]
pub struct StructureSchema {
    /// The shape's name.
    pub name: &'static str,
    /// Sorted by name.
    pub members: &'static [MemberSchema],
}

impl StructureSchema {
    /// The member of this name, which is case-sensitive.
    pub fn member(&self, name: &str) -> Option<&'static MemberSchema> {
        self.members.iter().find(|member| member.name == name)
    }
}

/// A member of a structure.
#[derive(Debug)]
pub struct MemberSchema {
    /// The name, in the description and on the wire.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub schema: Schema,
}

impl MemberSchema {
    /// A member that must be there.
    pub const fn required(name: &'static str, schema: Schema) -> Self {
        Self { name, required: true, schema }
    }

    /// A member that may be absent.
    pub const fn optional(name: &'static str, schema: Schema) -> Self {
        Self { name, required: false, schema }
    }
}

/// Values in order.
#[derive(Debug)]
pub struct ListSchema {
    /// The shape's name.
    pub name: &'static str,
    /// What each value is.
    pub member: Schema,
    /// The fewest values allowed.
    pub min: Option<u64>,
    /// The most values allowed.
    pub max: Option<u64>,
    /// awsQuery: the name around each value, `member` unless described otherwise.
    pub member_name: &'static str,
    /// awsQuery: no name between the list and its values.
    pub flattened: bool,
}

/// Values by name.
#[derive(Debug)]
pub struct MapSchema {
    /// The shape's name.
    pub name: &'static str,
    /// What each name is: always a string.
    pub key: &'static StringSchema,
    /// What each value is.
    pub value: Schema,
    /// The fewest entries allowed.
    pub min: Option<u64>,
    /// The most entries allowed.
    pub max: Option<u64>,
    /// awsQuery: the element of a name, `key` unless described otherwise.
    pub key_name: &'static str,
    /// awsQuery: the element of a value, `value` unless described otherwise.
    pub value_name: &'static str,
    /// awsQuery: no `entry` between the map and its entries.
    pub flattened: bool,
}

/// Text.
#[derive(Debug)]
pub struct StringSchema {
    /// The shape's name.
    pub name: &'static str,
    /// Wiped when dropped; not shown in errors, logs or records.
    pub sensitive: bool,
    /// The least length allowed, in Unicode scalar values.
    pub min: Option<u64>,
    /// The greatest length allowed, in Unicode scalar values.
    pub max: Option<u64>,
    /// What the whole text must match.
    pub pattern: Option<&'static Pattern>,
    /// The values allowed; any when empty.
    pub values: &'static [&'static str],
}

impl StringSchema {
    /// Any text.
    pub const ANY: Self =
        Self { name: "String", sensitive: false, min: None, max: None, pattern: None, values: &[] };
}

/// Bytes.
#[derive(Debug)]
pub struct BlobSchema {
    /// The shape's name.
    pub name: &'static str,
    /// Wiped when dropped; not shown in errors, logs or records.
    pub sensitive: bool,
    /// The fewest bytes allowed.
    pub min: Option<u64>,
    /// The most bytes allowed.
    pub max: Option<u64>,
}

/// How a timestamp is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampFormat {
    /// Seconds since 1970 with a fraction, as a number.
    EpochSeconds,
    /// `2026-01-31T12:00:00Z`.
    Iso8601,
}

/// A regular expression that a whole text must match.
#[derive(Debug)]
pub struct Pattern {
    text: &'static str,
    expression: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// `text` is AWS's own wording, shown to callers; `expression` is the same for the `regex` crate.
    pub const fn new(text: &'static str, expression: &'static str) -> Self {
        Self { text, expression, compiled: OnceLock::new() }
    }

    /// The expression in AWS's wording.
    pub fn as_str(&self) -> &'static str {
        self.text
    }

    /// Whether all of `value` matches.
    pub fn matches(&self, value: &str) -> bool {
        // A pattern that does not compile matches nothing: a test compiles every generated one.
        self.compiled().is_some_and(|regex| regex.is_match(value))
    }

    pub(crate) fn compiled(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(self.expression).ok()).as_ref()
    }
}
