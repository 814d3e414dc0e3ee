//! Writing a service's module.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::description::{Description, location, members, required, shape_of};
use crate::names;
use crate::pattern;

/// The source of the module of one service, before rustfmt. `origin` is where its description comes from.
pub fn module(service: &Description, origin: &str) -> Result<String> {
    let mut module = Module::new(service)?;
    module.service()?;
    module.operations()?;
    module.bindings()?;
    for name in &module.shapes.clone() {
        match service.kind(name)? {
            "structure" => module.structure(&names::type_name(name), Some(name))?,
            "string" if service.shape(name)?.get("enum").is_some() => module.enumeration(name)?,
            _ => {}
        }
    }
    for name in &module.empty.clone() {
        module.structure(name, None)?;
    }
    module.errors()?;
    let body = std::mem::take(&mut module.out);
    module.schemas()?;
    let schemas = std::mem::take(&mut module.out);
    Ok(format!(
        "{}{}{body}mod schemas {{ {}{schemas} }}\n",
        module.header(origin)?,
        imports(&body, IMPORTS),
        imports(&schemas, SCHEMA_IMPORTS)
    ))
}

/// Where the names come from that a module may use.
const IMPORTS: &[(&str, &[&str])] = &[
    ("std::collections", &["BTreeMap"]),
    ("std", &["fmt"]),
    ("std::str", &["FromStr"]),
    ("clock", &["Timestamp"]),
    ("secret", &["SecretBytes", "SecretString"]),
    ("crate::convert", &["Members", "Mismatch", "Value", "put", "put_some"]),
    (
        "crate",
        &[
            "Binding",
            "Document",
            "ErrorCode",
            "ModelError",
            "Operation",
            "OperationSchema",
            "Protocol",
            "Service",
            "Shape",
            "StructureSchema",
            "UnknownValue",
        ],
    ),
];

const SCHEMA_IMPORTS: &[(&str, &[&str])] = &[(
    "crate",
    &[
        "BlobSchema",
        "ListSchema",
        "MapSchema",
        "MemberSchema",
        "Pattern",
        "Schema",
        "StringSchema",
        "StructureSchema",
        "TimestampFormat",
    ],
)];

/// The `use` lines for those of `names` that occur in `source`.
fn imports(source: &str, names: &[(&str, &[&str])]) -> String {
    // Every other piece between quotation marks is a string literal, whose words do not count.
    let code = source.split('"').step_by(2);
    let words: BTreeSet<&str> = code
        .flat_map(|code| code.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_'))
        .collect();
    let mut lines = String::new();
    for (path, names) in names {
        let used: Vec<&str> = names.iter().copied().filter(|name| words.contains(name)).collect();
        if !used.is_empty() {
            lines.push_str(&format!("use {path}::{{{}}};\n", used.join(", ")));
        }
        if matches!(*path, "std::str" | "secret") {
            lines.push('\n');
        }
    }
    lines.push('\n');
    lines
}

struct Module<'a> {
    service: &'a Description,
    /// The shapes of the operations, sorted.
    shapes: BTreeSet<String>,
    /// Inputs and outputs that the description leaves out.
    empty: BTreeSet<String>,
    /// Input and output type by operation, in the order of the service's operations.
    ends: BTreeMap<String, (String, String)>,
    out: String,
}

impl<'a> Module<'a> {
    fn new(service: &'a Description) -> Result<Self> {
        let mut shapes = BTreeSet::new();
        let (mut empty, mut ends) = (BTreeSet::new(), BTreeMap::new());
        for (name, operation) in &service.operations {
            let mut end = |part: &str, suffix: &str| -> Result<String> {
                if operation.get(part).is_none() {
                    let name = format!("{name}{suffix}");
                    empty.insert(name.clone());
                    return Ok(name);
                }
                let shape = shape_of(&operation[part])?;
                service.reach(&shape, &mut shapes)?;
                Ok(shape)
            };
            let both = (end("input", "Request")?, end("output", "Response")?);
            ends.insert(name.clone(), both);
        }
        let mut types: BTreeSet<String> = service.operations.keys().cloned().collect();
        let mut statics = BTreeSet::new();
        for name in shapes.iter().chain(&empty) {
            let typed = empty.contains(name)
                || service.kind(name)? == "structure"
                || service.shape(name)?.get("enum").is_some();
            if !statics.insert(names::constant(name)) || typed && !types.insert(names::type_name(name)) {
                bail!("{}: {name} is like another name", service.id);
            }
        }
        Ok(Self { service, shapes, empty, ends, out: String::new() })
    }

    fn metadata(&self, name: &str) -> Result<&'a str> {
        let value = self.service.metadata.get(name).and_then(Value::as_str);
        value.with_context(|| format!("{}: no {name}", self.service.id))
    }

    fn is_query(&self) -> Result<bool> {
        Ok(self.metadata("protocol")? == "query")
    }

    fn header(&self, origin: &str) -> Result<String> {
        Ok(format!(
            "//! {}, API version {}.\n\
             //!\n\
             //! Written by `aws-codegen` from {origin}: change its allow-list, not this file.\n\n\
             #![allow(missing_docs, reason = \"the names are AWS's; its API reference documents them\")]\n\n",
            self.metadata("serviceFullName")?,
            self.metadata("apiVersion")?,
        ))
    }

    fn service(&mut self) -> Result<()> {
        let id = &self.service.id;
        let api_version = self.metadata("apiVersion")?;
        let endpoint = self.metadata("endpointPrefix")?;
        let signing_name = self.metadata("signingName").unwrap_or(endpoint);
        let event_source =
            self.metadata("eventSource").map_or_else(|_| format!("{endpoint}.amazonaws.com"), str::to_owned);
        let protocol = match self.metadata("protocol")? {
            "json" => format!(
                "Protocol::Json {{ version: {:?}, target_prefix: {:?} }}",
                self.metadata("jsonVersion")?,
                self.metadata("targetPrefix")?
            ),
            "query" => format!("Protocol::Query {{ xml_namespace: {:?} }}", self.metadata("xmlNamespace")?),
            "xksProxy" => "Protocol::XksProxy".to_owned(),
            "rest-json" => "Protocol::RestJson".to_owned(),
            other => bail!("{id}: the generator does not know the protocol {other}"),
        };
        let operations: String =
            self.ends.keys().map(|name| format!("&operations::{},", names::constant(name))).collect();
        write!(
            self.out,
            "pub static SERVICE: Service = Service {{
                id: {id:?},
                signing_name: {signing_name:?},
                event_source: {event_source:?},
                api_version: {api_version:?},
                protocol: {protocol},
                operations: &[{operations}],
             }};\n\n"
        )?;
        Ok(())
    }

    fn operations(&mut self) -> Result<()> {
        let mut schemas = String::new();
        for ((name, operation), (input, output)) in self.service.operations.iter().zip(self.ends.values()) {
            write!(
                self.out,
                "pub struct {name};\n\n\
                 impl Operation for {name} {{
                    const SCHEMA: &'static OperationSchema = &operations::{constant};
                    type Input = {};
                    type Output = {};
                 }}\n\n",
                names::type_name(input),
                names::type_name(output),
                constant = names::constant(name),
            )?;
            let wrapper = match operation.pointer("/output/resultWrapper").and_then(Value::as_str) {
                Some(wrapper) => format!("Some({wrapper:?})"),
                None => "None".to_owned(),
            };
            let mut errors = BTreeSet::new();
            for error in operation["errors"].as_array().into_iter().flatten() {
                errors.insert(format!("&errors::{},", names::constant(&shape_of(error)?)));
            }
            write!(
                schemas,
                "pub(super) static {}: OperationSchema = OperationSchema {{
                    service: &SERVICE,
                    name: {name:?},
                    input: &schemas::{},
                    output: &schemas::{},
                    result_wrapper: {wrapper},
                    errors: &[{}],
                 }};\n\n",
                names::constant(name),
                names::constant(input),
                names::constant(output),
                errors.into_iter().collect::<String>(),
            )?;
        }
        write!(
            self.out,
            "mod operations {{ use super::{{OperationSchema, SERVICE, errors, schemas}};\n\n{schemas} }}\n\n"
        )?;
        Ok(())
    }

    /// Where each operation of a REST protocol is found.
    fn bindings(&mut self) -> Result<()> {
        if !self.service.is_rest() {
            return Ok(());
        }
        let mut bindings = String::new();
        for ((name, operation), (input, _)) in self.service.operations.iter().zip(self.ends.values()) {
            let http = |part: &str| {
                operation
                    .pointer(&format!("/http/{part}"))
                    .and_then(Value::as_str)
                    .with_context(|| format!("{name}: no {part}"))
            };
            let mut query = String::new();
            for (member, description) in
                self.service.shape(input)?["members"].as_object().into_iter().flatten()
            {
                if location(description) == Some("querystring") {
                    write!(query, "{member:?},")?;
                }
            }
            write!(
                bindings,
                "Binding {{ operation: &operations::{}, method: {:?}, uri: {:?}, query: &[{query}] }},",
                names::constant(name),
                http("method")?,
                http("requestUri")?,
            )?;
        }
        write!(self.out, "pub static BINDINGS: &[Binding] = &[{bindings}];\n\n")?;
        Ok(())
    }

    fn structure(&mut self, name: &str, shape: Option<&str>) -> Result<()> {
        let service = self.service;
        let (fields, description) = match shape {
            Some(shape) => (members(service.shape(shape)?)?, service.shape(shape)?),
            None => (Vec::new(), &Value::Null),
        };
        let mut derives = Vec::new();
        if !shape.map_or(Ok(false), |shape| service.holds_secret(shape))? {
            derives.push("Debug");
        }
        derives.push("Clone");
        if shape.map_or(Ok(true), |shape| service.has_default(shape))? {
            derives.push("Default");
        }
        let (mut declared, mut taken, mut given) = (String::new(), String::new(), String::new());
        for (member, part) in &fields {
            let field = names::field(member);
            let rust = self.rust_type(part)?;
            if required(description, member) {
                writeln!(declared, "pub {field}: {rust},")?;
                writeln!(taken, "{field}: members.required({member:?})?,")?;
                writeln!(given, "put(&mut members, {member:?}, self.{field});")?;
            } else {
                writeln!(declared, "pub {field}: Option<{rust}>,")?;
                writeln!(taken, "{field}: members.optional({member:?})?,")?;
                writeln!(given, "put_some(&mut members, {member:?}, self.{field});")?;
            }
        }
        let constant = names::constant(shape.unwrap_or(name));
        let (take, give) = if fields.is_empty() {
            (
                "Members::open(Self::SCHEMA, document).map(|_| Self {})".to_owned(),
                "Document::Structure(Vec::new())".to_owned(),
            )
        } else {
            (
                format!("let mut members = Members::open(Self::SCHEMA, document)?; Ok(Self {{ {taken} }})"),
                format!(
                    "let mut members = Vec::with_capacity({}); {given} Document::Structure(members)",
                    fields.len()
                ),
            )
        };
        write!(
            self.out,
            "#[derive({})]\n\
             pub struct {name} {{ {declared} }}\n\n\
             impl Shape for {name} {{
                const SCHEMA: &'static StructureSchema = &schemas::{constant};\n\n\
                fn from_document(document: Document) -> Result<Self, ModelError> {{ {take} }}\n\n\
                fn into_document(self) -> Document {{ {give} }}
             }}\n\n",
            derives.join(", "),
        )?;
        Ok(())
    }

    fn rust_type(&self, shape: &str) -> Result<String> {
        let description = self.service.shape(shape)?;
        Ok(match self.service.kind(shape)? {
            "structure" => names::type_name(shape),
            "list" => format!("Vec<{}>", self.rust_type(&shape_of(&description["member"])?)?),
            "map" => format!("BTreeMap<String, {}>", self.rust_type(&shape_of(&description["value"])?)?),
            "string" if description.get("enum").is_some() => names::type_name(shape),
            "string" if self.service.sensitive(shape)? => "SecretString".to_owned(),
            "string" => "String".to_owned(),
            "blob" if self.service.sensitive(shape)? => "SecretBytes".to_owned(),
            "blob" => "Vec<u8>".to_owned(),
            "integer" => "i32".to_owned(),
            "long" => "i64".to_owned(),
            "float" | "double" => "f64".to_owned(),
            "boolean" => "bool".to_owned(),
            "timestamp" => "Timestamp".to_owned(),
            other => bail!("{shape}: the generator does not know the type {other}"),
        })
    }

    fn enumeration(&mut self, shape: &str) -> Result<()> {
        let name = names::type_name(shape);
        let values = values(self.service.shape(shape)?)?;
        let mut variants = BTreeSet::new();
        let (mut declared, mut all, mut texts) = (String::new(), String::new(), String::new());
        for value in &values {
            let variant = names::variant(value);
            if !variants.insert(variant.clone()) {
                bail!("{shape}: two values would both be called {variant}");
            }
            writeln!(declared, "{variant},")?;
            write!(all, "Self::{variant},")?;
            writeln!(texts, "Self::{variant} => {value:?},")?;
        }
        write!(
            self.out,
            "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
             pub enum {name} {{ {declared} }}\n\n\
             impl {name} {{
                pub const ALL: &'static [Self] = &[{all}];\n\n\
                pub const fn as_str(self) -> &'static str {{ match self {{ {texts} }} }}
             }}\n\n\
             impl FromStr for {name} {{
                type Err = UnknownValue;\n\n\
                fn from_str(text: &str) -> Result<Self, UnknownValue> {{
                    Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue({name:?}))
                }}
             }}\n\n\
             impl fmt::Display for {name} {{
                fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {{ out.write_str(self.as_str()) }}
             }}\n\n\
             impl Value for {name} {{
                fn take(document: Document) -> Result<Self, Mismatch> {{
                    document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
                }}\n\n\
                fn give(self) -> Document {{ Document::String(self.as_str().to_owned()) }}
             }}\n\n"
        )?;
        Ok(())
    }

    fn errors(&mut self) -> Result<()> {
        let query = self.is_query()?;
        self.out.push_str("pub mod errors { use super::ErrorCode;\n\n");
        for (name, shape) in self.service.errors() {
            let code = if query {
                shape.pointer("/error/code").and_then(Value::as_str).unwrap_or(name)
            } else {
                name
            };
            let sender_fault = shape["fault"] != true;
            let status = match shape.pointer("/error/httpStatusCode").and_then(Value::as_u64) {
                Some(status) => status,
                None if sender_fault => 400,
                None => 500,
            };
            // Not every description that gives a status also says whose fault it is.
            let sender_fault = sender_fault && status < 500;
            write!(
                self.out,
                "pub static {}: ErrorCode = ErrorCode {{ name: {name:?}, code: {code:?}, status: {status}, sender_fault: {sender_fault} }};\n\n",
                names::constant(name),
            )?;
        }
        self.out.push_str("}\n\n");
        Ok(())
    }

    fn schemas(&mut self) -> Result<()> {
        let mut patterns: BTreeMap<String, String> = BTreeMap::new();
        let mut statics = String::new();
        for name in &self.shapes {
            let shape = self.service.shape(name)?;
            let (kind, value) = match self.service.kind(name)? {
                "structure" => ("StructureSchema", self.structure_schema(name, shape)?),
                "list" => ("ListSchema", self.list_schema(name, shape)?),
                "map" => ("MapSchema", self.map_schema(name, shape)?),
                "string" if self.is_any(name)? => continue,
                "string" => ("StringSchema", self.string_schema(name, shape, &mut patterns)?),
                "blob" => {
                    ("BlobSchema", format!("sensitive: {}, {}", self.service.sensitive(name)?, limits(shape)))
                }
                _ => continue,
            };
            writeln!(
                statics,
                "pub(super) static {}: {kind} = {kind} {{ name: {name:?}, {value} }};\n",
                names::constant(name)
            )?;
        }
        for name in &self.empty {
            writeln!(
                statics,
                "pub(super) static {}: StructureSchema = StructureSchema {{ name: {name:?}, members: &[] }};\n",
                names::constant(name)
            )?;
        }
        for (text, constant) in &patterns {
            writeln!(
                statics,
                "static {constant}: Pattern = Pattern::new({}, {});\n",
                raw(text),
                raw(&pattern::translate(text)?)
            )?;
        }
        self.out = statics;
        Ok(())
    }

    fn structure_schema(&self, name: &str, shape: &Value) -> Result<String> {
        let mut list = String::new();
        for (member, part) in members(shape).with_context(|| name.to_owned())? {
            writeln!(
                list,
                "MemberSchema::{}({member:?}, {}),",
                if required(shape, &member) { "required" } else { "optional" },
                self.schema(&part)?
            )?;
        }
        Ok(format!("members: &[{list}]"))
    }

    fn list_schema(&self, name: &str, shape: &Value) -> Result<String> {
        let (member, flattened) = (&shape["member"], shape["flattened"] == true);
        if flattened && member.get("locationName").is_some() {
            bail!("{name}: a flattened list with named values is not supported by the generator yet");
        }
        Ok(format!(
            "member: {}, {}, member_name: {:?}, flattened: {flattened}",
            self.schema(&shape_of(member)?)?,
            limits(shape),
            member["locationName"].as_str().unwrap_or("member"),
        ))
    }

    fn map_schema(&self, name: &str, shape: &Value) -> Result<String> {
        let key = shape_of(&shape["key"])?;
        if self.service.kind(&key)? != "string" || self.service.sensitive(&key)? {
            bail!("{name}: the generator knows only maps by plain strings");
        }
        let key_schema = self.schema(&key)?;
        let key_schema = key_schema.trim_start_matches("Schema::String(").trim_end_matches(')');
        Ok(format!(
            "key: {key_schema}, value: {}, {}, key_name: {:?}, value_name: {:?}, flattened: {}",
            self.schema(&shape_of(&shape["value"])?)?,
            limits(shape),
            shape.pointer("/key/locationName").and_then(Value::as_str).unwrap_or("key"),
            shape.pointer("/value/locationName").and_then(Value::as_str).unwrap_or("value"),
            shape["flattened"] == true,
        ))
    }

    fn string_schema(
        &self,
        name: &str,
        shape: &Value,
        patterns: &mut BTreeMap<String, String>,
    ) -> Result<String> {
        let pattern = match shape["pattern"].as_str() {
            Some(text) => {
                let constant = patterns
                    .entry(text.to_owned())
                    .or_insert_with(|| format!("{}_PATTERN", names::constant(name)));
                format!("Some(&{constant})")
            }
            None => "None".to_owned(),
        };
        Ok(format!(
            "sensitive: {}, {}, pattern: {pattern}, values: &{:?}",
            self.service.sensitive(name)?,
            limits(shape),
            values(shape)?
        ))
    }

    /// The expression of a shape's schema.
    fn schema(&self, name: &str) -> Result<String> {
        let shape = self.service.shape(name)?;
        let constant = names::constant(name);
        Ok(match self.service.kind(name)? {
            "structure" => format!("Schema::Structure(&{constant})"),
            "list" => format!("Schema::List(&{constant})"),
            "map" => format!("Schema::Map(&{constant})"),
            "string" if self.is_any(name)? => "Schema::String(&StringSchema::ANY)".to_owned(),
            "string" => format!("Schema::String(&{constant})"),
            "blob" => format!("Schema::Blob(&{constant})"),
            "integer" => format!("Schema::Integer {{ {} }}", limits(shape)),
            "long" => format!("Schema::Long {{ {} }}", limits(shape)),
            "float" => "Schema::Float".to_owned(),
            "double" => "Schema::Double".to_owned(),
            "boolean" => "Schema::Boolean".to_owned(),
            "timestamp" => {
                let format = match (shape["timestampFormat"].as_str(), self.is_query()?) {
                    (Some("iso8601"), _) | (None, true) => "Iso8601",
                    (Some("unixTimestamp"), _) | (None, false) => "EpochSeconds",
                    (Some(other), _) => bail!("{name}: the generator does not know the format {other}"),
                };
                format!("Schema::Timestamp(TimestampFormat::{format})")
            }
            other => bail!("{name}: the generator does not know the type {other}"),
        })
    }

    /// Whether this is a string without any constraint.
    fn is_any(&self, name: &str) -> Result<bool> {
        let shape = self.service.shape(name)?;
        let constrained = ["min", "max", "pattern", "enum"].iter().any(|part| shape.get(part).is_some());
        Ok(!constrained && !self.service.sensitive(name)?)
    }
}

fn values(shape: &Value) -> Result<Vec<&str>> {
    let values = shape["enum"].as_array().into_iter().flatten();
    values.map(|value| value.as_str().context("a value that is not a text")).collect()
}

fn limits(shape: &Value) -> String {
    let limit = |name: &str| match shape[name].as_i64() {
        Some(limit) => format!("Some({limit})"),
        None => "None".to_owned(),
    };
    format!("min: {}, max: {}", limit("min"), limit("max"))
}

/// A raw string literal.
fn raw(text: &str) -> String {
    if text.contains('"') { format!("r#\"{text}\"#") } else { format!("r\"{text}\"") }
}
