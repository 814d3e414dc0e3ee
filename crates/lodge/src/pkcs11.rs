//! The file of `--pkcs11`: which tokens stand for CloudHSM clusters. See docs/custom-key-stores.md.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use key_store::Connector;
use key_store_pkcs11::{Cluster, DEFAULT_SESSIONS, DEFAULT_TIMEOUT, Pkcs11Connector, TrustAnchor};
use serde::Deserialize;

/// The file's content.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Tokens {
    clusters: Vec<Token>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Token {
    id: String,
    module: PathBuf,
    token: String,
    trust_anchor: Anchor,
    sessions: Option<usize>,
    timeout_millis: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum Anchor {
    /// A file, from the folder of the settings if it is not absolute.
    File(PathBuf),
    /// The label of the token's certificate.
    Label(String),
}

/// Connects to the tokens that the file names. No module is loaded before somebody uses a key store.
pub fn connector(file: &Path) -> Result<Arc<dyn Connector>> {
    let clusters = clusters(file).with_context(|| format!("{} cannot be used", file.display()))?;
    for cluster in &clusters {
        tracing::info!(
            cluster = cluster.id,
            token = cluster.token_label,
            module = %cluster.module.display(),
            "a token is attached"
        );
    }
    let connector =
        Pkcs11Connector::new(clusters).with_context(|| format!("{} cannot be used", file.display()))?;
    Ok(Arc::new(connector))
}

fn clusters(file: &Path) -> Result<Vec<Cluster>> {
    let text = std::fs::read(file).context("it could not be read")?;
    let tokens: Tokens = serde_json::from_slice(&text)?;
    let folder = file.parent().unwrap_or(Path::new("."));
    tokens.clusters.into_iter().map(|token| token.cluster(folder)).collect()
}

impl Token {
    fn cluster(self, folder: &Path) -> Result<Cluster> {
        let trust_anchor = match self.trust_anchor {
            Anchor::Label(label) => TrustAnchor::in_token(&label),
            Anchor::File(path) => {
                let path = folder.join(path);
                let pem = std::fs::read_to_string(&path)
                    .with_context(|| format!("could not read {}", path.display()))?;
                TrustAnchor::from_pem(&pem).with_context(|| path.display().to_string())?
            }
        };
        Ok(Cluster {
            id: self.id,
            module: self.module,
            token_label: self.token,
            trust_anchor,
            sessions: self.sessions.unwrap_or(DEFAULT_SESSIONS),
            timeout: self.timeout_millis.map_or(DEFAULT_TIMEOUT, Duration::from_millis),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &str) -> Result<Arc<dyn Connector>> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("ca.crt"), "no certificate").unwrap();
        let pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        std::fs::write(folder.path().join("good.crt"), pem).unwrap();
        let file = folder.path().join("pkcs11.json");
        std::fs::write(&file, content).unwrap();
        connector(&file)
    }

    fn cluster(trust_anchor: &str, more: &str) -> String {
        format!(
            r#"{{"clusters": [{{"id": "cluster-abcdefghijk", "module": "/lib/module.so", "token": "keys",
                "trustAnchor": {trust_anchor}{more}}}]}}"#
        )
    }

    #[test]
    fn tokens_are_read() {
        assert!(read(&cluster(r#"{"label": "customerCA"}"#, "")).is_ok());
        assert!(
            read(&cluster(r#"{"file": "good.crt"}"#, r#", "sessions": 64, "timeoutMillis": 250"#)).is_ok()
        );
        assert!(read(r#"{"clusters": []}"#).is_ok());
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (content, said) in [
            ("{".to_owned(), "EOF"),
            (r#"{"cluster": []}"#.to_owned(), "unknown field"),
            (cluster(r#"{"file": "ca.crt"}"#, ""), "BEGIN CERTIFICATE"),
            (cluster(r#"{"file": "missing.crt"}"#, ""), "missing.crt"),
            (cluster(r#"{"label": "a", "file": "b"}"#, ""), "expected"),
            (cluster(r#"{"label": "a"}"#, r#", "sessions": 0"#), "sessions must be 1 to 64"),
            (cluster(r#"{"label": "a"}"#, r#", "pin": "secret""#), "unknown field"),
        ] {
            let error = format!("{:#}", read(&content).err().unwrap());
            assert!(error.contains("pkcs11.json") && error.contains(said), "{error}");
        }
    }
}
