//! Identity providers: which hosts may be asked for their keys, and whose certificates they may have. See docs/web-identity.md.

use std::sync::Arc;

use allowed_hosts::Allowed;
use anyhow::{Context, Result, bail};
use oidc_client::OidcClient;
use web_identity::Documents;

use crate::authorities;
use crate::cli::Oidc;

/// The way to the documents of identity providers, as far as the operator lets it go; `None` when that is nowhere.
pub fn documents(options: &Oidc) -> Result<Option<Arc<dyn Documents>>> {
    if options.oidc_host.is_empty() {
        if options.oidc_ca.is_some() {
            bail!("--oidc-ca is of no use without --oidc-host");
        }
        return Ok(None);
    }
    let parsed: Result<Vec<Allowed>, _> = options.oidc_host.iter().map(|text| text.parse()).collect();
    let allowed = parsed.context("--oidc-host")?;
    let roots = authorities::trusted(options.oidc_ca.as_deref(), "--oidc-ca")?;
    tracing::info!(allowed = options.oidc_host.join(", "), "identity providers may be asked for their keys");
    Ok(Some(Arc::new(OidcClient::new(allowed, roots))))
}

/// What the URLs of issuers begin with: what the operator says, or where Lodge listens.
pub fn issuers(options: &Oidc, listening: impl FnOnce() -> String) -> Result<String> {
    let Some(url) = &options.issuer_url else { return Ok(listening()) };
    let rest = url.strip_prefix("https://").unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/".contains(&byte);
    if rest.is_empty() || rest.starts_with(['/', ':']) || !rest.bytes().all(is_plain) {
        bail!(
            "--issuer-url {url}: give a URL such as https://tokens.example.com or https://example.com/tokens"
        );
    }
    Ok(url.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(hosts: &[&str], ca: Option<&str>) -> String {
        let oidc_host = hosts.iter().map(|text| (*text).to_owned()).collect();
        let options = Oidc { oidc_host, oidc_ca: ca.map(Into::into), issuer_url: None };
        format!("{:#}", documents(&options).err().unwrap())
    }

    #[test]
    fn without_an_entry_nothing_is_reached() {
        assert!(
            documents(&Oidc { oidc_host: Vec::new(), oidc_ca: None, issuer_url: None }).unwrap().is_none()
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(error(&["https://login.example.com"], None).contains("HOST=ADDRESS:PORT"));
        assert!(error(&["login.example.com"], Some("/nowhere/ca.crt")).contains("could not read"));
        assert!(error(&[], Some("/nowhere/ca.crt")).contains("--oidc-ca is of no use"));
    }

    #[test]
    fn issuers_are_below_one_url() {
        let below = |url: &str| {
            let options = Oidc { oidc_host: Vec::new(), oidc_ca: None, issuer_url: Some(url.to_owned()) };
            issuers(&options, String::new)
        };
        for url in ["https://tokens.example.com", "https://example.com/tokens/", "https://localhost:8443"] {
            assert_eq!(below(url).unwrap(), url);
        }
        for url in [
            "",
            "tokens.example.com",
            "http://example.com",
            "https://",
            "https:///a",
            "https://a?b",
            "https://a b",
        ] {
            assert!(below(url).is_err(), "{url}");
        }
        let options = Oidc { oidc_host: Vec::new(), oidc_ca: None, issuer_url: None };
        assert_eq!(issuers(&options, || "https://127.0.0.1:1".to_owned()).unwrap(), "https://127.0.0.1:1");
    }
}
