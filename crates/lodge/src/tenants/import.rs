//! `lodge tenants import-parameters` and `import`: files for the tenant, and back.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use tenants::{Outcome, TenantId, Tenants, Wrapping};

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
        let (key, token) = (self.wrapping_key.display(), self.token.display());
        writeln!(
            out,
            "Good until {}. The tenant wraps its key of 32 bytes with {}, {}:",
            self.valid_to, key, self.wrapping_algorithm
        )?;
        if self.wrapping_algorithm == Wrapping::default().algorithm {
            writeln!(
                out,
                "  openssl pkeyutl -encrypt -pubin -inkey {key} -in KEY -out WRAPPED \\\n    \
                 -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256"
            )?;
        }
        writeln!(out, "  lodge tenants import {} --material WRAPPED --token {token}", self.tenant)
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
