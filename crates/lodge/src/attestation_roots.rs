//! Whose attestation documents are trusted.

use std::path::PathBuf;

use anyhow::{Context, Result};
use attestation::{Root, Verifier};

/// The root of AWS's Nitro platforms in the partition `aws`, as published in "Verifying the root of trust" of the Nitro Enclaves User Guide.
/// Its SHA-256 fingerprint there: `64:1A:03:21:A3:E2:44:EF:E4:56:46:31:95:D6:06:31:7E:D7:CD:CC:3C:17:56:E0:98:93:F3:C6:8F:79:BB:5B`.
const AWS: &[u8] = include_bytes!("aws-nitro-root-g1.pem");

/// Trusts the roots in these files; without any, AWS's.
pub fn verifier(files: &[PathBuf]) -> Result<Verifier> {
    if files.is_empty() {
        let root = Root::from_pem(AWS).context("the root certificate that is built in cannot be used")?;
        return Ok(Verifier::new(vec![root]));
    }
    let roots = files.iter().map(|path| {
        let pem = std::fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
        let root = Root::from_pem(&pem).with_context(|| format!("{} is not usable", path.display()))?;
        tracing::warn!(root = %path.display(), "attestation documents under this root are trusted, and not AWS's unless it is among these");
        Ok(root)
    });
    Ok(Verifier::new(roots.collect::<Result<_>>()?))
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::digest::{SHA256, digest};
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    #[test]
    fn the_root_that_is_built_in_is_the_published_one() {
        let text = std::str::from_utf8(AWS).unwrap();
        let body: String = text.lines().filter(|line| !line.starts_with("-----")).collect();
        let fingerprint = digest(&SHA256, &STANDARD.decode(body).unwrap());
        let fingerprint: Vec<String> =
            fingerprint.as_ref().iter().map(|byte| format!("{byte:02X}")).collect();
        assert_eq!(
            fingerprint.join(":"),
            "64:1A:03:21:A3:E2:44:EF:E4:56:46:31:95:D6:06:31:7E:D7:CD:CC:3C:17:56:E0:98:93:F3:C6:8F:79:BB:5B"
        );
        assert!(verifier(&[]).is_ok());
    }

    #[test]
    fn files_that_hold_no_root_are_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("root.pem");
        let text = |path: &PathBuf| format!("{:#}", verifier(std::slice::from_ref(path)).err().unwrap());
        assert!(text(&path).starts_with("could not read "));
        std::fs::write(&path, "no certificate").unwrap();
        assert!(text(&path).contains("root.pem is not usable"), "{}", text(&path));
        std::fs::write(&path, AWS).unwrap();
        assert!(verifier(&[path]).is_ok());
    }
}
