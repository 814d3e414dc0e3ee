//! Certificate authorities that are trusted for connections to others.

use std::path::Path;

use anyhow::{Context, Result, bail};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

/// Where operating systems keep the certificates of the authorities that they trust: Debian and Alpine, Red Hat, SUSE, BSD and macOS.
const SYSTEM_ROOTS: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/var/lib/ca-certificates/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// Those in `file`, or the system's. `option` is what names the file on the command line.
pub fn trusted(file: Option<&Path>, option: &str) -> Result<RootCertStore> {
    if let Some(file) = file {
        return roots(file);
    }
    let found = SYSTEM_ROOTS.iter().map(Path::new).find(|path| path.exists());
    roots(found.with_context(|| {
        format!(
            "this system has no certificate authorities where they are expected; name them with {option} FILE"
        )
    })?)
}

fn roots(file: &Path) -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    let certificates = CertificateDer::pem_file_iter(file)
        .with_context(|| format!("could not read the certificates in {}", file.display()))?;
    for certificate in certificates {
        let certificate = certificate.with_context(|| format!("{} is no PEM file", file.display()))?;
        // A bundle of a system may hold what this library does not take; the rest of it counts.
        if let Err(error) = roots.add(certificate) {
            tracing::debug!(%error, file = %file.display(), "a certificate authority is left out");
        }
    }
    if roots.is_empty() {
        bail!("{} holds no certificate of an authority", file.display());
    }
    Ok(roots)
}
