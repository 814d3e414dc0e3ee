//! Reading a service description: `data/<service>/<version>/service-2.json[.gz]`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::sensitivity::also_secret;

/// What of a service the generator works with.
pub struct Description {
    pub id: String,
    pub metadata: Map<String, Value>,
    pub operations: BTreeMap<String, Value>,
    /// What the service is, empty when the description does not say it.
    pub documentation: String,
    shapes: Map<String, Value>,
}

impl Description {
    /// Reads the newest description of `service` and keeps the operations of the allow-list.
    pub fn read(data: &Path, service: &str, allowed: &BTreeSet<String>) -> Result<Self> {
        let folder = data.join(service);
        let versions =
            fs::read_dir(&folder).with_context(|| format!("no descriptions in {}", folder.display()))?;
        let newest = versions
            .filter_map(Result::ok)
            .map(|version| version.path())
            .filter(|version| version.is_dir())
            .max()
            .with_context(|| format!("no version in {}", folder.display()))?;
        let mut root = read_json(&newest)?;
        let documentation = root.get("documentation").and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut part = |name: &str| match root.get_mut(name).map(Value::take) {
            Some(Value::Object(part)) => Ok(part),
            _ => bail!("{}: no {name}", newest.display()),
        };
        let (metadata, mut all, shapes) = (part("metadata")?, part("operations")?, part("shapes")?);
        let mut operations = BTreeMap::new();
        for name in allowed {
            let operation = all.remove(name).with_context(|| format!("{service} has no operation {name}"))?;
            operations.insert(name.clone(), operation);
        }
        Ok(Self { id: service.to_owned(), metadata, operations, documentation, shapes })
    }

    /// Whether its operations are at paths.
    pub fn is_rest(&self) -> bool {
        self.metadata.get("protocol").is_some_and(|protocol| protocol == "rest-json")
    }

    pub fn shape(&self, name: &str) -> Result<&Value> {
        self.shapes.get(name).with_context(|| format!("{}: no shape {name}", self.id))
    }

    pub fn kind(&self, name: &str) -> Result<&str> {
        self.shape(name)?["type"].as_str().with_context(|| format!("{}: {name} has no type", self.id))
    }

    /// Adds `name` and the shapes that it is made of.
    pub fn reach(&self, name: &str, reached: &mut BTreeSet<String>) -> Result<()> {
        if reached.insert(name.to_owned()) {
            for part in self.parts(name)? {
                self.reach(&part, reached)?;
            }
        }
        Ok(())
    }

    /// The shapes that `name` names directly.
    fn parts(&self, name: &str) -> Result<Vec<String>> {
        let shape = self.shape(name)?;
        Ok(match self.kind(name)? {
            "structure" => members(shape)?.into_iter().map(|(_, part)| part).collect(),
            "list" => vec![shape_of(&shape["member"])?],
            "map" => vec![shape_of(&shape["key"])?, shape_of(&shape["value"])?],
            _ => Vec::new(),
        })
    }

    /// Whether this string or blob is secret.
    pub fn sensitive(&self, name: &str) -> Result<bool> {
        Ok(self.shape(name)?["sensitive"] == true || also_secret(&self.id, name))
    }

    /// Whether a secret is anywhere inside.
    pub fn holds_secret(&self, name: &str) -> Result<bool> {
        let mut reached = BTreeSet::new();
        self.reach(name, &mut reached)?;
        for shape in &reached {
            if self.sensitive(shape)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the type has a natural value to begin with: every required part needs one, and an enum has none.
    pub fn has_default(&self, name: &str) -> Result<bool> {
        let shape = self.shape(name)?;
        if self.kind(name)? != "structure" {
            return Ok(shape.get("enum").is_none());
        }
        for (member, part) in members(shape)? {
            if required(shape, &member) && !self.has_default(&part)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The service's errors. A name that differs from another only in its first letter's case is the same error.
    pub fn errors(&self) -> BTreeMap<&str, &Value> {
        let is_error = |(_, shape): &(&String, &Value)| shape["exception"] == true;
        let mut errors: BTreeMap<&str, &Value> = BTreeMap::new();
        let mut named = BTreeSet::new();
        // Sorted, upper case comes first.
        let all: BTreeMap<_, _> = self.shapes.iter().filter(is_error).collect();
        for (name, shape) in all {
            if named.insert(name.to_ascii_lowercase()) {
                errors.insert(name, shape);
            }
        }
        errors
    }
}

/// Members and their shapes, sorted by name.
pub fn members(structure: &Value) -> Result<Vec<(String, String)>> {
    let members = structure["members"].as_object().context("a structure without members")?;
    // Whether the JSON reader keeps the order of the file depends on how the workspace is built.
    let members: BTreeMap<_, _> = members.iter().collect();
    members
        .into_iter()
        .map(|(name, member)| {
            let bound = location(member).is_some() && member["locationName"] == **name;
            for unsupported in ["location", "locationName", "queryName", "xmlAttribute", "timestampFormat"] {
                if member.get(unsupported).is_some() && !(bound && unsupported.starts_with("location")) {
                    bail!("{name}: {unsupported} is not supported by the generator yet");
                }
            }
            Ok((name.clone(), shape_of(member)?))
        })
        .collect()
}

/// Where in a request a member stands, when it is not in the body.
pub fn location(member: &Value) -> Option<&str> {
    member["location"].as_str().filter(|location| ["uri", "querystring"].contains(location))
}

pub fn required(structure: &Value, member: &str) -> bool {
    structure["required"].as_array().is_some_and(|required| required.iter().any(|name| name == member))
}

pub fn shape_of(reference: &Value) -> Result<String> {
    Ok(reference["shape"].as_str().context("a reference without a shape")?.to_owned())
}

fn read_json(folder: &Path) -> Result<Value> {
    let packed = folder.join("service-2.json.gz");
    let mut text = String::new();
    if packed.exists() {
        flate2::read::GzDecoder::new(fs::File::open(&packed)?)
            .read_to_string(&mut text)
            .with_context(|| format!("cannot unpack {}", packed.display()))?;
    } else {
        let plain = folder.join("service-2.json");
        text = fs::read_to_string(&plain).with_context(|| format!("cannot read {}", plain.display()))?;
    }
    serde_json::from_str(&text).with_context(|| format!("not JSON in {}", folder.display()))
}
