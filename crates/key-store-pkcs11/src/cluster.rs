//! Which tokens there are, and under which names.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::certificate::TrustAnchor;

/// Sessions of a token when nothing else is asked for.
pub const DEFAULT_SESSIONS: usize = 8;

/// Time for a call when nothing else is asked for.
pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(5);

/// A PKCS#11 token that stands for a CloudHSM cluster.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// The `CloudHsmClusterId` that `CreateCustomKeyStore` names: `cluster-` and 11 to 16 letters and digits 2 to 7.
    pub id: String,
    /// The token's PKCS#11 module, an absolute path: a shared library, which runs inside this process.
    pub module: PathBuf,
    /// `CKA_LABEL` of the token, at most 32 bytes.
    pub token_label: String,
    /// What the `TrustAnchorCertificate` of a key store is compared with.
    pub trust_anchor: TrustAnchor,
    /// How many calls the token works on at once: 1 to 64. Each holds a session and a thread.
    pub sessions: usize,
    /// The most time that a call takes, its wait for a session included: 100 ms to 60 s.
    pub timeout: Duration,
}

/// Why the clusters cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The id has another form than KMS accepts.
    #[error("{0:?} is not a cluster id: use 'cluster-' and 11 to 16 letters and digits 2 to 7")]
    ClusterId(String),
    /// The module is not named by its whole path.
    #[error("cluster {0}: name the module by its absolute path")]
    Module(String),
    /// The token's label cannot be one.
    #[error("cluster {0}: a token label has 1 to 32 bytes")]
    TokenLabel(String),
    /// The number of sessions is out of bounds.
    #[error("cluster {0}: sessions must be 1 to 64")]
    Sessions(String),
    /// The time limit is out of bounds.
    #[error("cluster {0}: the timeout must be between 100 ms and 60 s")]
    Timeout(String),
    /// Two clusters with one id.
    #[error("cluster {0} is there twice")]
    SameId(String),
    /// Two clusters on one token. A token knows one login, so that they could not be told apart.
    #[error("cluster {0} names the token of another cluster: give each cluster a token of its own")]
    SameToken(String),
    /// The certificate is not PEM.
    #[error("the trust anchor is not a certificate in PEM: give the file that starts with BEGIN CERTIFICATE")]
    TrustAnchor,
}

/// Whether each cluster is within its bounds and none is in another's way.
pub(crate) fn check(clusters: &[Cluster]) -> Result<(), Error> {
    let (mut ids, mut tokens) = (HashSet::new(), HashSet::new());
    for cluster in clusters {
        let id = || cluster.id.clone();
        if !is_cluster_id(&cluster.id) {
            return Err(Error::ClusterId(id()));
        }
        if !cluster.module.is_absolute() {
            return Err(Error::Module(id()));
        }
        if !(1..=32).contains(&cluster.token_label.len()) {
            return Err(Error::TokenLabel(id()));
        }
        if !(1..=64).contains(&cluster.sessions) {
            return Err(Error::Sessions(id()));
        }
        if !(Duration::from_millis(100)..=Duration::from_secs(60)).contains(&cluster.timeout) {
            return Err(Error::Timeout(id()));
        }
        if !ids.insert(&cluster.id) {
            return Err(Error::SameId(id()));
        }
        if !tokens.insert((&cluster.module, &cluster.token_label)) {
            return Err(Error::SameToken(id()));
        }
    }
    Ok(())
}

/// `CloudHsmClusterIdType` of the KMS API.
fn is_cluster_id(id: &str) -> bool {
    id.strip_prefix("cluster-").is_some_and(|name| {
        (11..=16).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphabetic() || (b'2'..=b'7').contains(&byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cluster() -> Cluster {
        Cluster {
            id: "cluster-abcdefghijk".to_owned(),
            module: PathBuf::from("/lib/module.so"),
            token_label: "token".to_owned(),
            trust_anchor: TrustAnchor::in_token("anchor"),
            sessions: DEFAULT_SESSIONS,
            timeout: DEFAULT_TIMEOUT,
        }
    }

    #[test]
    fn clusters_are_checked() {
        let other = Cluster { id: "cluster-abcdefghijk23456".to_owned(), ..cluster() };
        let id = cluster().id;
        assert_eq!(check(&[]), Ok(()));
        assert_eq!(check(&[cluster(), Cluster { token_label: "two".to_owned(), ..other.clone() }]), Ok(()));
        assert_eq!(check(&[cluster(), cluster()]), Err(Error::SameId(id.clone())));
        assert_eq!(check(&[cluster(), other.clone()]), Err(Error::SameToken(other.id)));
        for bad in [
            "",
            "cluster-",
            "cluster-abcdefghij1",
            "cluster-abc",
            "Cluster-abcdefghijk",
            "cluster-abcdefghijklmnopq",
        ] {
            let refused = check(&[Cluster { id: bad.to_owned(), ..cluster() }]);
            assert_eq!(refused, Err(Error::ClusterId(bad.to_owned())));
        }
        let module = PathBuf::from("module.so");
        assert_eq!(check(&[Cluster { module, ..cluster() }]), Err(Error::Module(id.clone())));
        for label in [String::new(), "x".repeat(33)] {
            assert_eq!(
                check(&[Cluster { token_label: label, ..cluster() }]),
                Err(Error::TokenLabel(id.clone()))
            );
        }
        for sessions in [0, 65] {
            assert_eq!(check(&[Cluster { sessions, ..cluster() }]), Err(Error::Sessions(id.clone())));
        }
        for millis in [0, 99, 60_001] {
            let timeout = Duration::from_millis(millis);
            assert_eq!(check(&[Cluster { timeout, ..cluster() }]), Err(Error::Timeout(id.clone())));
        }
    }
}
