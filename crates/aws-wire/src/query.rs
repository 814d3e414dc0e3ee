//! awsQuery requests (Smithy specification, "AWS query protocol").

use aws_model::{Document, ListSchema, MapSchema, Schema, StructureSchema};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clock::Timestamp;
use secret::{SecretBytes, SecretString};
use zeroize::Zeroizing;

use crate::WireError;

/// More parameters than any request needs: IAM's largest lists have some hundreds of values.
const MOST_PARAMETERS: usize = 10_000;

/// Longer than the name of any parameter, `A.member.1.B.member.1...`; it bounds how deep a request can nest.
const LONGEST_NAME: usize = 512;

/// The parameters of a request, wiped when dropped. It has no `Debug`, since parameters may be secret.
pub struct Form {
    /// Sorted by name, no name twice: those that begin alike stand together.
    parameters: Vec<(String, Zeroizing<String>)>,
}

/// Reads `application/x-www-form-urlencoded` bytes: a body, or the query string of a GET request.
///
/// Refused are `%` without two hexadecimal digits, invalid UTF-8, a name that is there twice or is longer than 512 bytes, and more
/// than 10,000 parameters.
pub fn parse(body: &[u8]) -> Result<Form, WireError> {
    let mut parameters = Vec::new();
    for piece in body.split(|byte| *byte == b'&').filter(|piece| !piece.is_empty()) {
        if parameters.len() == MOST_PARAMETERS {
            return Err(malformed(format!("More than {MOST_PARAMETERS} parameters")));
        }
        let mut halves = piece.splitn(2, |byte| *byte == b'=');
        let mut half = || unescape(halves.next().unwrap_or_default());
        let (mut name, value) = (half()?, half()?);
        if name.len() > LONGEST_NAME {
            return Err(malformed(format!("The name of a parameter is longer than {LONGEST_NAME} bytes")));
        }
        parameters.push((std::mem::take(&mut *name), value));
    }
    parameters.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    for pair in parameters.windows(2) {
        if let [(one, _), (other, _)] = pair
            && one == other
        {
            return Err(malformed(format!("The parameter {one} is there twice")));
        }
    }
    Ok(Form { parameters })
}

impl Form {
    /// The operation's name.
    pub fn action(&self) -> Option<&str> {
        self.get("Action")
    }

    /// The version of the API that the client speaks.
    pub fn version(&self) -> Option<&str> {
        self.get("Version")
    }

    /// The parameters as the structure that `schema` describes.
    ///
    /// Members are named by their path: `Tags.member.1.Key`, `Map.entry.1.value`; without `member` and `entry` where flattened.
    /// Positions count from 1 and may have gaps, which do not matter: values keep their order. `Tags=` is an empty list.
    /// Parameters that the schema does not have are ignored, except below a list or a map, where they would be values
    /// that got lost.
    pub fn decode(&self, schema: &'static StructureSchema) -> Result<Document, WireError> {
        self.structure(schema, &mut String::new())
    }

    fn get(&self, name: &str) -> Option<&str> {
        let at = self.parameters.binary_search_by(|(other, _)| other.as_str().cmp(name)).ok()?;
        self.parameters.get(at).map(|(_, value)| value.as_str())
    }

    /// The parameters below `path`, with the rest of their names.
    fn below<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let first = self.parameters.partition_point(|(name, _)| name.as_str() < path);
        let rest = self.parameters.get(first..).unwrap_or_default();
        rest.iter().map_while(move |(name, value)| Some((name.strip_prefix(path)?, value.as_str())))
    }

    fn structure(&self, schema: &'static StructureSchema, path: &mut String) -> Result<Document, WireError> {
        let mut members = Vec::new();
        for member in schema.members {
            let above = push(path, member.name);
            if let Some(value) = self.value(member.schema, path)? {
                members.push((member.name, value));
            }
            path.truncate(above);
        }
        Ok(Document::Structure(members))
    }

    /// What stands at `path`, nothing when it is absent.
    fn value(&self, schema: Schema, path: &mut String) -> Result<Option<Document>, WireError> {
        let value = self.get(path);
        let above = push(path, "");
        let has_more = self.below(path).next().is_some();
        path.truncate(above);
        match (schema, value) {
            (_, None) if !has_more => Ok(None),
            (Schema::Structure(schema), None) => self.structure(schema, path).map(Some),
            (Schema::List(list), None) => self.list(list, path).map(Some),
            (Schema::Map(map), None) => self.map(map, path).map(Some),
            (_, Some(_)) if has_more => Err(wrong(path, "both a value and parts")),
            (Schema::Structure(_), Some("")) => Ok(Some(Document::Structure(Vec::new()))),
            (Schema::List(_), Some("")) => Ok(Some(Document::List(Vec::new()))),
            (Schema::Map(_), Some("")) => Ok(Some(Document::Map(Vec::new()))),
            (Schema::Structure(_) | Schema::List(_) | Schema::Map(_), Some(_)) => {
                Err(wrong(path, "a value where parts are expected"))
            }
            (_, None) => Err(wrong(path, "parts where a value is expected")),
            (_, Some(value)) => simple(schema, value, path).map(Some),
        }
    }

    fn list(&self, list: &ListSchema, path: &mut String) -> Result<Document, WireError> {
        let above = path.len();
        let mut values = Vec::new();
        for position in self.positions(path, if list.flattened { None } else { Some(list.member_name) })? {
            let start = push(path, &position.to_string());
            values.extend(self.value(list.member, path)?);
            path.truncate(start);
        }
        path.truncate(above);
        Ok(Document::List(values))
    }

    fn map(&self, map: &MapSchema, path: &mut String) -> Result<Document, WireError> {
        let above = path.len();
        let mut entries: Vec<(String, Document)> = Vec::new();
        for position in self.positions(path, if map.flattened { None } else { Some("entry") })? {
            let start = push(path, &position.to_string());
            let entry = push(path, map.key_name);
            let key = self.get(path).ok_or_else(|| wrong(path, "nothing where a key is expected"))?;
            path.truncate(entry);
            push(path, map.value_name);
            let value = self.value(map.value, path)?;
            let value = value.ok_or_else(|| wrong(path, "nothing where a value is expected"))?;
            path.truncate(start);
            entries.push((key.to_owned(), value));
        }
        path.truncate(above);
        let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        if keys.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
            return Err(wrong(path, "the same key twice"));
        }
        Ok(Document::Map(entries))
    }

    /// The positions below `path`, in order; `path` is led to where they stand.
    fn positions(&self, path: &mut String, name: Option<&str>) -> Result<Vec<u32>, WireError> {
        let outer = push(path, "");
        let all = self.below(path).count();
        path.truncate(outer);
        if let Some(name) = name {
            push(path, name);
        }
        let above = push(path, "");
        let mut positions = Vec::new();
        let mut counted = 0;
        for (rest, _) in self.below(path) {
            let position = rest.split('.').next().unwrap_or_default();
            // One way to write each position: `01` or `+1` could stand beside `1`.
            let plain = position.starts_with(|digit| matches!(digit, '1'..='9'));
            let number = position.parse().ok().filter(|_: &u32| plain);
            positions.push(number.ok_or_else(|| input(format!("{position} is not a valid index.")))?);
            counted += 1;
        }
        path.truncate(above);
        if counted != all {
            let list = path.get(..outer).unwrap_or_default();
            return Err(wrong(list, &format!("parts that are not {path}.N")));
        }
        positions.sort_unstable();
        positions.dedup();
        Ok(positions)
    }
}

/// Leads a path one step further; gives where to cut it off again.
fn push(path: &mut String, name: &str) -> usize {
    let above = path.len();
    if above > 0 {
        path.push('.');
    }
    path.push_str(name);
    above
}

fn simple(schema: Schema, value: &str, path: &str) -> Result<Document, WireError> {
    let refuse = |wanted: &str| input(format!("{path}: STRING_VALUE can not be converted to {wanted}"));
    let document = match schema {
        Schema::String(schema) if schema.sensitive => Document::Secret(SecretString::new(value.to_owned())),
        Schema::Boolean => match value {
            "true" | "1" => Document::Boolean(true),
            "false" | "0" => Document::Boolean(false),
            _ => return Err(input("boolean must follow xsd1.1 definition".to_owned())),
        },
        Schema::Integer { min, max } => {
            let number: i64 = value.parse().map_err(|_| refuse("an Integer"))?;
            // Validation says better what is wrong with a number that is too large.
            if i32::try_from(number).is_err() && (min.is_none() || max.is_none()) {
                return Err(refuse("an Integer"));
            }
            Document::Integer(number)
        }
        Schema::Long { .. } => Document::Integer(value.parse().map_err(|_| refuse("a Long"))?),
        Schema::Float | Schema::Double => Document::Double(value.parse().map_err(|_| refuse("a Double"))?),
        Schema::Timestamp(_) => {
            let seconds = value.parse().ok().map(Timestamp::from_secs);
            let at = seconds.or_else(|| Timestamp::parse_iso8601(value).ok());
            Document::Timestamp(at.ok_or_else(|| refuse("a Timestamp"))?)
        }
        Schema::Blob(schema) => {
            let bytes = STANDARD.decode(value).map_err(|_| refuse("a Blob: not valid Base64"))?;
            if schema.sensitive { Document::Blob(SecretBytes::new(bytes)) } else { Document::Bytes(bytes) }
        }
        _ => Document::String(value.to_owned()),
    };
    Ok(document)
}

/// `+` is a space, `%41` a byte; the bytes are UTF-8.
pub(crate) fn unescape(bytes: &[u8]) -> Result<Zeroizing<String>, WireError> {
    let mut text = Zeroizing::new(Vec::with_capacity(bytes.len()));
    let mut rest = bytes.iter();
    while let Some(&byte) = rest.next() {
        text.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| char::from(*digit).to_digit(16));
                let (Some(high), Some(low)) = (digit(), digit()) else {
                    return Err(malformed("A % is not followed by two hexadecimal digits".to_owned()));
                };
                u8::try_from(high * 16 + low).unwrap_or_default()
            }
            other => other,
        });
    }
    match String::from_utf8(std::mem::take(&mut *text)) {
        Ok(text) => Ok(Zeroizing::new(text)),
        Err(error) => {
            drop(Zeroizing::new(error.into_bytes()));
            Err(malformed("The parameters are not UTF-8".to_owned()))
        }
    }
}

fn malformed(message: String) -> WireError {
    WireError::MalformedQueryString(message)
}

fn input(message: String) -> WireError {
    WireError::MalformedInput(message)
}

fn wrong(path: &str, found: &str) -> WireError {
    input(format!("The parameter {path} has {found}"))
}
