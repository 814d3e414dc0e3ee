//! `lodge tenants verify-certificate`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use tenants::Envelope;

use super::print;

pub fn verify(file: &Path, public_key: Option<&Path>, json: bool) -> Result<ExitCode> {
    let text = std::fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
    let envelope: Envelope =
        serde_json::from_str(&text).with_context(|| format!("{} is no certificate", file.display()))?;
    let key = public_key
        .map(|path| {
            std::fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
        })
        .transpose()?;
    let verified = envelope.verify(key.as_deref())?;
    print(json, &verified, |out| {
        let it = &verified.certificate;
        writeln!(out, "The key of the tenant '{}' was destroyed at {}.", it.tenant, it.destroyed)?;
        writeln!(out, "{:<12} {}", "key", it.key)?;
        writeln!(out, "{:<12} {} by {}", "ordered", it.ordered, it.ordered_by)?;
        for evidence in &it.evidence {
            writeln!(out, "{:<12} {}  {} by {}", "evidence", evidence.time, evidence.event, evidence.by)?;
        }
        writeln!(out, "{:<12} {} with {}", "signed", it.issued, it.signed_with)?;
        if verified.trusted_key {
            writeln!(out, "The signature is right.")
        } else {
            writeln!(
                out,
                "The signature is right for the public key in the file (SHA-256 {}); give --public-key to check whose it is.",
                verified.fingerprint
            )
        }
    })?;
    Ok(ExitCode::SUCCESS)
}
