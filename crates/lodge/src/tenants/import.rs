//! `lodge tenants import-parameters` and `import`: files for the tenant, and back.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use tenants::{Outcome, TenantId, Tenants, Wrapping};

use crate::env::quoted;

/// What was written for the tenant.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Files {
    tenant: TenantId,
    wrapping_key: PathBuf,
    token: PathBuf,
    wrapping_algorithm: String,
    valid_to: String,
}

pub async fn parameters(
    tenants: &Tenants,
    id: &TenantId,
    wrapping: &Wrapping,
    folder: &Path,
) -> Result<Files> {
    let parameters = tenants.import_parameters(id, wrapping).await?;
    let stem = id.label().replace('/', ".");
    let wrapping_key = folder.join(format!("{stem}.wrapping-key.pem"));
    let token = folder.join(format!("{stem}.import-token"));
    let write = |path: &Path, bytes: &[u8]| {
        std::fs::write(path, bytes).with_context(|| format!("could not write {}", path.display()))
    };
    write(&wrapping_key, parameters.wrapping_key_pem().as_bytes())?;
    write(&token, &parameters.token)?;
    Ok(Files {
        tenant: parameters.tenant,
        wrapping_key,
        token,
        wrapping_algorithm: parameters.wrapping_algorithm,
        valid_to: parameters.valid_to,
    })
}

impl Files {
    pub fn write(&self, out: &mut dyn Write) -> std::io::Result<()> {
        // They go into a shell: the tenant's id, and folders, may be anything.
        let (key, token) = (quoted(&self.wrapping_key), quoted(&self.token));
        let tenant = quoted(Path::new(self.tenant.as_str()));
        writeln!(
            out,
            "Good until {}. The tenant wraps its key of 32 bytes with {}, {}:",
            self.valid_to,
            self.wrapping_key.display(),
            self.wrapping_algorithm
        )?;
        if self.wrapping_algorithm == Wrapping::default().algorithm {
            writeln!(out, "  openssl pkeyutl -encrypt -pubin -inkey {key} -in KEY -out WRAPPED \\")?;
            writeln!(
                out,
                "    -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256"
            )?;
        }
        writeln!(out, "  lodge tenants import --material WRAPPED --token {token} -- {tenant}")
    }
}

pub async fn import(
    tenants: &Tenants,
    id: &TenantId,
    material: &Path,
    token: &Path,
    expires: Option<&str>,
) -> Result<Outcome> {
    let read =
        |path: &Path| std::fs::read(path).with_context(|| format!("could not read {}", path.display()));
    Ok(tenants.import(id, read(material)?, read(token)?, expires).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_into_a_shell_is_one_word_each() {
        for (tenant, word) in [
            ("a; touch pwned; $(id)", "'a; touch pwned; $(id)'"),
            ("it's", r"'it'\''s'"),
            ("--help", "'--help'"),
        ] {
            let files = Files {
                tenant: tenant.parse().unwrap(),
                wrapping_key: "a folder/x.wrapping-key.pem".into(),
                token: "$(id)/x.import-token".into(),
                wrapping_algorithm: Wrapping::default().algorithm,
                valid_to: "2026-01-31T12:00:00Z".to_owned(),
            };
            let mut out = Vec::new();
            files.write(&mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            let last = format!(
                "  lodge tenants import --material WRAPPED --token '$(id)/x.import-token' -- {word}\n"
            );
            assert!(text.ends_with(&last), "{text}");
            assert!(text.contains("-inkey 'a folder/x.wrapping-key.pem' -in KEY"), "{text}");
        }
    }
}
