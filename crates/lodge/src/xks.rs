//! External key stores: which proxies may be talked to, and whose certificates they may have. See docs/custom-key-stores.md.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clock::SystemClock;
use key_store::Connector;
use xks_client::{Allowed, Options, XksConnector};

use crate::authorities;
use crate::cli::Xks;

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
    let roots = authorities::trusted(options.xks_ca.as_deref(), "--xks-ca")?;
    let timeout = Duration::from_millis(options.xks_timeout);
    let connector = XksConnector::new(Options { allowed, roots, timeout, clock: Arc::new(SystemClock) })?;
    tracing::info!(allowed = options.xks_proxy.join(", "), "external key stores may be connected");
    Ok(Some(Arc::new(connector)))
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
