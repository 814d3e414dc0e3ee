//! Tenants in a file: CSV with a line of names, or one JSON object a line.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::onboard::Onboarding;
use crate::{Error, Material};

/// One line of a file. Failed ones are written in the same form with `error`, which reading skips.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The tenant's id.
    pub tenant: String,
    /// The tenant brings its own key.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub byok: bool,
    /// The custom key store of the tenant's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_store: Option<String>,
    /// The key in the external key manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xks_key: Option<String>,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values (RFC 4180) with a line of names first.
    Csv,
    /// A JSON object on each line, or a text that is the id.
    JsonLines,
}

/// All rows of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The file's form.
    pub form: Form,
    /// In the order of the file; each tenant once.
    pub rows: Vec<Row>,
}

impl Row {
    /// What to do for this row.
    ///
    /// # Errors
    /// [`Error::TenantId`], and [`Error::Input`] for combinations that do not exist.
    pub fn onboarding(&self) -> Result<Onboarding, Error> {
        let material = match (self.byok, &self.key_store, &self.xks_key) {
            (false, None, None) => Material::Kms,
            (true, None, None) => Material::Imported,
            (false, Some(key_store), xks_key) => {
                Material::KeyStore { key_store: key_store.clone(), xks_key: xks_key.clone() }
            }
            (true, Some(_), _) => {
                return Err(Error::Input("a key is either imported or in a key store, not both".to_owned()));
            }
            (_, None, Some(_)) => {
                return Err(Error::Input("a key of an external key manager needs its key store".to_owned()));
            }
        };
        Ok(Onboarding { tenant: self.tenant.parse()?, material, anew: false })
    }
}

impl Rows {
    /// Reads a file. What looks like JSON is JSON.
    ///
    /// # Errors
    /// [`Error::Input`] with the line, for what is no row and for tenants that are there twice. Ids are looked at later, one by one.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let form = if is_json(text) { Form::JsonLines } else { Form::Csv };
        let rows = match form {
            Form::JsonLines => json_lines(text)?,
            Form::Csv => csv_rows(text)?,
        };
        let mut seen = HashSet::new();
        if let Some(twice) = rows.iter().find(|row| !seen.insert(row.tenant.as_str())) {
            return Err(Error::Input(format!("the tenant '{}' is there twice", twice.tenant)));
        }
        Ok(Self { form, rows })
    }

    /// Writes rows in the form that was read.
    pub fn write(form: Form, rows: &[Row]) -> String {
        match form {
            Form::JsonLines => rows
                .iter()
                .filter_map(|row| serde_json::to_string(row).ok())
                .map(|line| line + "\n")
                .collect(),
            Form::Csv => {
                let mut writer = csv::Writer::from_writer(Vec::new());
                // Writing to memory does not fail, and all rows have five fields.
                let _ = writer.write_record(COLUMNS);
                for row in rows {
                    let byok = if row.byok { "true" } else { "" };
                    let text = |value: &Option<String>| value.clone().unwrap_or_default();
                    let fields = [
                        row.tenant.clone(),
                        byok.to_owned(),
                        text(&row.key_store),
                        text(&row.xks_key),
                        text(&row.error),
                    ];
                    let _ = writer.write_record(fields);
                }
                writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
            }
        }
    }
}

const COLUMNS: [&str; 5] = ["tenant", "byok", "keyStore", "xksKey", "error"];

/// By the first line: an object, or a text that is not the quoted name of a column. A file without a line is both.
fn is_json(text: &str) -> bool {
    let first = text.trim_start().lines().next().unwrap_or_default().trim_end();
    match serde_json::from_str(first) {
        Ok(Value::String(text)) => !COLUMNS.contains(&text.as_str()),
        _ => first.is_empty() || first.starts_with('{'),
    }
}

fn json_lines(text: &str) -> Result<Vec<Row>, Error> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            let wrong = |reason: &dyn std::fmt::Display| Error::Input(format!("line {}: {reason}", at + 1));
            match serde_json::from_str(line).map_err(|error| wrong(&error))? {
                Value::String(tenant) => Ok(Row { tenant, ..Row::default() }),
                Value::Object(members) => {
                    known(members.keys().map(String::as_str)).map_err(|reason| wrong(&reason))?;
                    serde_json::from_value(Value::Object(members)).map_err(|error| wrong(&error))
                }
                _ => Err(wrong(&"expected a JSON object with the member 'tenant', or a text that is the id")),
            }
        })
        .collect()
}

fn csv_rows(text: &str) -> Result<Vec<Row>, Error> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let wrong = |error: csv::Error| Error::Input(format!("not CSV: {error}"));
    let names: Vec<String> = reader.headers().map_err(wrong)?.iter().map(str::to_owned).collect();
    known(names.iter().map(String::as_str)).map_err(Error::Input)?;
    if !names.iter().any(|name| name == "tenant") {
        return Err(Error::Input(format!(
            "the first line names no column 'tenant'; it may name {}",
            COLUMNS.join(", ")
        )));
    }
    let mut rows = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let record = record.map_err(wrong)?;
        let field = |name: &str| {
            let at = names.iter().position(|known| known == name)?;
            record.get(at).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let byok = match field("byok").as_deref() {
            None | Some("false" | "no" | "0") => false,
            Some("true" | "yes" | "1") => true,
            Some(other) => {
                return Err(Error::Input(format!("row {}: byok is '{other}', not true or false", at + 1)));
            }
        };
        rows.push(Row {
            tenant: field("tenant").unwrap_or_default(),
            byok,
            key_store: field("keyStore"),
            xks_key: field("xksKey"),
            error: None,
        });
    }
    Ok(rows)
}

/// A name that is not known is a slip that would be overlooked.
fn known<'a>(mut names: impl Iterator<Item = &'a str>) -> Result<(), String> {
    match names.find(|name| !COLUMNS.contains(name)) {
        Some(other) => Err(format!("'{other}' is not known; there are {}", COLUMNS.join(", "))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tenants(text: &str) -> Vec<String> {
        Rows::parse(text).unwrap().rows.into_iter().map(|row| row.tenant).collect()
    }

    #[test]
    fn both_forms_and_their_sorts() {
        assert_eq!(tenants("tenant\na\nb\n"), ["a", "b"]);
        assert_eq!(tenants("\u{feff}\"tenant\",byok\r\n\"a, b\",true\r\n"), ["a, b"]);
        assert_eq!(tenants("{\"tenant\":\"a\"}\n\n\"b\"\n"), ["a", "b"]);
        assert_eq!(tenants("\"tenant\"\n\"a\"\n"), ["a"]);
        assert_eq!(tenants("tenant\n"), [] as [&str; 0]);
        assert_eq!(tenants(" \n"), [] as [&str; 0]);
        let row = &Rows::parse("tenant,keyStore,xksKey\na,cks-1,k\n").unwrap().rows[0];
        let material = Material::KeyStore { key_store: "cks-1".into(), xks_key: Some("k".into()) };
        assert_eq!(row.onboarding().unwrap().material, material);
        assert_eq!(
            Rows::parse("tenant,byok\na,yes\n").unwrap().rows[0].onboarding().unwrap().material,
            Material::Imported
        );
    }

    #[test]
    fn what_is_refused_and_where() {
        for (text, part) in [
            ("id\na\n", "'id' is not known"),
            ("byok\ntrue\n", "no column 'tenant'"),
            ("tenant\na\na\n", "twice"),
            ("tenant,byok\na,maybe\n", "row 1"),
            ("{\"tenant\":\"a\"}\n{\"tenant\":7}\n", "line 2"),
            ("{\"tenant\":\"a\",\"colour\":1}\n", "'colour' is not known"),
            ("{\"byok\":true}\n", "line 1"),
            ("tenant,byok\na\n", "not CSV"),
        ] {
            let error = Rows::parse(text).unwrap_err().to_string();
            assert!(error.contains(part), "{text:?}: {error}");
        }
        for row in [
            Row { tenant: "a".into(), byok: true, key_store: Some("k".into()), ..Row::default() },
            Row { tenant: "a".into(), xks_key: Some("k".into()), ..Row::default() },
            Row::default(),
        ] {
            assert!(row.onboarding().is_err());
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(ids in prop::collection::hash_set("[ -~äß]{1,12}", 0..5), byok: bool, csv: bool) {
            let rows: Vec<Row> = ids
                .into_iter()
                .filter(|id| id.trim() == id)
                .map(|tenant| Row { tenant, byok, error: Some("a, \"b\"".into()), ..Row::default() })
                .collect();
            let form = if csv { Form::Csv } else { Form::JsonLines };
            let read = Rows::parse(&Rows::write(form, &rows)).unwrap().rows;
            let ids = |rows: &[Row]| rows.iter().map(|row| (row.tenant.clone(), row.byok)).collect::<Vec<_>>();
            prop_assert_eq!(ids(&read), ids(&rows));
        }

        #[test]
        fn no_text_breaks_it(text in "\\PC{0,60}|[\"{},\\n:a]{0,40}") {
            let _ = Rows::parse(&text);
        }
    }
}
