//! `lodge env`: what the AWS CLI and SDKs need to find this Lodge.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::cli::{Env, Syntax};
use crate::credentials;
use crate::data_folder::{DataFolder, Running};
use crate::keyring::{Keyring, Settings};

pub fn run(options: &Env) -> Result<ExitCode> {
    let folder = DataFolder::open(options.data.folder())?;
    let settings =
        Settings::read(&folder)?.context("the first start of this Lodge did not finish; say 'lodge up'")?;
    let keyring = Keyring::unseal(&folder, &settings, &options.data)?;
    let key = credentials::kept(&folder, &keyring.files())?;
    let running = Running::read(&folder)?;
    let region = settings.region.to_string();
    let mut variables = vec![
        ("AWS_ACCESS_KEY_ID", Some(key.id.as_str())),
        ("AWS_SECRET_ACCESS_KEY", Some(key.secret.expose())),
        ("AWS_SESSION_TOKEN", None),
        ("AWS_PROFILE", None),
        ("AWS_REGION", Some(&region)),
        ("AWS_DEFAULT_REGION", Some(&region)),
        ("AWS_ENDPOINT_URL", Some(&running.endpoint)),
    ];
    variables.push(("AWS_CA_BUNDLE", running.ca.as_deref()));
    let mut out = std::io::stdout().lock();
    if options.json {
        let set: serde_json::Map<_, _> = variables
            .iter()
            .filter_map(|(name, value)| Some(((*name).to_owned(), (*value)?.into())))
            .collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&set)?)?;
    } else {
        for (name, value) in variables {
            writeln!(out, "{}", options.shell.assignment(name, value))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// One word for sh, whatever is in it.
pub fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}

impl Syntax {
    /// The command that sets the variable, or unsets it when there is no value.
    fn assignment(self, name: &str, value: Option<&str>) -> String {
        match (self, value) {
            (Self::Sh, Some(value)) => format!("export {name}={}", quoted(Path::new(value))),
            (Self::Sh, None) => format!("unset {name}"),
            (Self::Fish, Some(value)) => {
                format!("set -gx {name} '{}'", value.replace('\\', r"\\").replace('\'', r"\'"))
            }
            (Self::Fish, None) => format!("set -e {name}"),
            (Self::Powershell, Some(value)) => format!("$env:{name} = '{}'", value.replace('\'', "''")),
            (Self::Powershell, None) => format!("Remove-Item Env:{name} -ErrorAction SilentlyContinue"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_each_shell() {
        assert_eq!(Syntax::Sh.assignment("A", Some("it's")), r"export A='it'\''s'");
        assert_eq!(Syntax::Fish.assignment("A", Some(r"it's\")), r"set -gx A 'it\'s\\'");
        assert_eq!(Syntax::Powershell.assignment("A", Some("it's")), "$env:A = 'it''s'");
        assert_eq!(Syntax::Sh.assignment("A", None), "unset A");
    }
}
