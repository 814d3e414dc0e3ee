//! External key stores: which proxies may be talked to, and whose certificates they may have. See docs/custom-key-stores.md.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clock::SystemClock;
use key_store::Connector;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use xks_client::{Allowed, Options, XksConnector};

use crate::cli::Xks;

/// Where operating systems keep the certificates of the authorities that they trust: Debian and Alpine, Red Hat, SUSE, BSD and macOS.
const SYSTEM_ROOTS: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/var/lib/ca-certificates/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// A connector that goes where the operator lets it; `None` when that is nowhere.
pub fn connector(options: &Xks) -> Result<Option<Arc<dyn Connector>>> {
    if options.xks_proxy.is_empty() {
        if options.xks_ca.is_some() {
            bail!("--xks-ca is of no use without --xks-proxy");
        }
        return Ok(None);
    }
    let parsed: Result<Vec<Allowed>, _> = options.xks_proxy.iter().map(|text| text.parse()).collect();
    let allowed = parsed.context("--xks-proxy")?;
    let roots = match &options.xks_ca {
        Some(file) => roots(file)?,
        None => roots(&system_roots()?)?,
    };
    let timeout = Duration::from_millis(options.xks_timeout);
    let connector = XksConnector::new(Options { allowed, roots, timeout, clock: Arc::new(SystemClock) })?;
    tracing::info!(allowed = options.xks_proxy.join(", "), "external key stores may be connected");
    Ok(Some(Arc::new(connector)))
}

fn system_roots() -> Result<PathBuf> {
    let found = SYSTEM_ROOTS.iter().map(PathBuf::from).find(|path| path.exists());
    found.context(
        "this system has no certificate authorities where they are expected; name them with --xks-ca FILE",
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    fn options(proxies: &[&str]) -> Xks {
        Xks {
            xks_proxy: proxies.iter().map(|text| (*text).to_owned()).collect(),
            xks_ca: None,
            xks_timeout: 250,
        }
    }

    fn error(options: &Xks) -> String {
        format!("{:#}", connector(options).err().unwrap())
    }

    #[test]
    fn without_an_entry_nothing_is_reached() {
        assert!(connector(&options(&[])).unwrap().is_none());
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(error(&options(&["https://proxy.example.com"])).contains("HOST=ADDRESS:PORT"));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ca.crt");
        let with_ca = || Xks { xks_ca: Some(file.clone()), ..options(&["proxy.example.com"]) };
        assert!(error(&with_ca()).contains("could not read"));
        std::fs::write(&file, "nothing").unwrap();
        assert!(error(&with_ca()).contains("no certificate of an authority"));
        assert!(error(&Xks { xks_proxy: Vec::new(), ..with_ca() }).contains("--xks-ca is of no use"));
    }

    #[test]
    fn a_certificate_file_takes_the_place_of_the_systems() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ca.crt");
        let key = rcgen::KeyPair::generate().unwrap();
        let certificate =
            rcgen::CertificateParams::new(["ca".to_owned()]).unwrap().self_signed(&key).unwrap();
        std::fs::write(&file, certificate.pem()).unwrap();
        let options = Xks { xks_ca: Some(file), ..options(&["proxy.example.com", "*.example.org"]) };
        assert!(connector(&options).unwrap().is_some());
    }
}
