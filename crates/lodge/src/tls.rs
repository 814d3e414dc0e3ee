//! The local certificate authority and the server's certificate.
//!
//! Both are made at the first start. Private keys are stored only wrapped with the root key. The server's certificate is
//! made anew when it nears its end, while the server runs, or when the names it must carry change; the authority stays.

use std::fmt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::{Context, Result, anyhow};
use clock::Timestamp;
use envelope::WrappingKey;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyPair, KeyUsagePurpose,
};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use secret::SecretBytes;
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use crate::data_folder::{read_json, write_file};

const CA_DAYS: i64 = 3650;
/// Short of the 398 days that browsers and Apple's platforms accept.
const SERVER_DAYS: i64 = 390;
const RENEW_BEFORE_DAYS: u64 = 30;

/// The public half of the authority: give this to clients.
pub const CA_FILE: &str = "tls/ca.pem";
const CA_KEY_FILE: &str = "tls/ca.key.json";
const SERVER_KEY_FILE: &str = "tls/server.key.json";

/// A private key as it lies on disk.
#[derive(Serialize, Deserialize)]
struct StoredKey {
    /// PKCS#8, wrapped.
    private_key: envelope::Wrapped,
    /// What the certificate is for, to notice when it must change.
    names: Vec<String>,
    /// When the certificate ends.
    not_after: Timestamp,
    /// The certificate that belongs to the key, with its authority's: one file, so that the two never part.
    chain: String,
}

/// The server's certificate, renewed while the server runs.
pub struct Certificates {
    folder: PathBuf,
    wrapping: WrappingKey,
    names: Vec<String>,
    current: RwLock<Current>,
}

struct Current {
    key: Arc<CertifiedKey>,
    not_after: Timestamp,
}

impl Certificates {
    /// The certificate for `names`, with authority and certificate made or renewed as needed.
    pub fn open(
        folder: &Path,
        wrapping: WrappingKey,
        names: Vec<String>,
        now: Timestamp,
    ) -> Result<Arc<Self>> {
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder.join("tls"))
            .context("could not make the folder tls")?;
        if !folder.join(CA_KEY_FILE).exists() {
            make_authority(folder, &wrapping, now)?;
            // Whatever certificate there is, this authority has not signed it.
            make_server(folder, &wrapping, &names, now)?;
        }
        let current = RwLock::new(current(folder, &wrapping, &names, now)?);
        Ok(Arc::new(Self { folder: folder.to_owned(), wrapping, names, current }))
    }

    /// Makes a new certificate when the present one nears its end.
    pub fn renew(&self, now: Timestamp) -> Result<()> {
        if self.current.read().unwrap_or_else(PoisonError::into_inner).not_after > renewal_limit(now) {
            return Ok(());
        }
        let renewed = current(&self.folder, &self.wrapping, &self.names, now)?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = renewed;
        Ok(())
    }

    /// The server's TLS configuration.
    pub fn server_config(self: &Arc<Self>) -> Result<Arc<ServerConfig>> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .context("the TLS library refuses its own defaults")?
            .with_no_client_auth()
            .with_cert_resolver(Arc::clone(self) as _);
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner).key))
    }
}

impl fmt::Debug for Certificates {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Certificates").field("names", &self.names).finish_non_exhaustive()
    }
}

/// Certificates that end before this are renewed at `now`.
fn renewal_limit(now: Timestamp) -> Timestamp {
    now.plus(std::time::Duration::from_secs(RENEW_BEFORE_DAYS * 86_400))
}

/// The stored certificate when it is still good for these names, else a new one.
fn current(folder: &Path, wrapping: &WrappingKey, names: &[String], now: Timestamp) -> Result<Current> {
    let stored: Option<StoredKey> = if folder.join(SERVER_KEY_FILE).exists() {
        Some(read_json(&folder.join(SERVER_KEY_FILE))?)
    } else {
        None
    };
    let stored = match stored {
        Some(stored) if stored.names == names && stored.not_after > renewal_limit(now) => stored,
        _ => make_server(folder, wrapping, names, now)?,
    };
    let key = wrapping
        .unwrap(&stored.private_key, SERVER_KEY_FILE.as_bytes())
        .map_err(|_| anyhow!("tls/server.key.json does not open with this root key"))?;
    let chain = CertificateDer::pem_slice_iter(stored.chain.as_bytes())
        .collect::<Result<Vec<_>, _>>()
        .context("tls/server.key.json holds no certificate")?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.expose()));
    let key = rustls::crypto::aws_lc_rs::sign::any_supported_type(&key)
        .context("tls/server.key.json holds no usable key")?;
    let certified = CertifiedKey::new(chain, key);
    certified
        .keys_match()
        .context("tls/server.key.json holds a certificate and a key that do not belong together")?;
    Ok(Current { key: Arc::new(certified), not_after: stored.not_after })
}

fn make_authority(folder: &Path, wrapping: &WrappingKey, now: Timestamp) -> Result<()> {
    let key = KeyPair::generate().context("could not make a key for the local certificate authority")?;
    let mut params = authority();
    let not_after = valid(&mut params, now, CA_DAYS)?;
    let certificate = params.self_signed(&key).context("could not sign the local certificate authority")?;
    let pem = certificate.pem();
    write_file(&folder.join(CA_FILE), pem.as_bytes(), 0o644)?;
    store_key(folder, CA_KEY_FILE, wrapping, &key, Vec::new(), not_after, pem)?;
    Ok(())
}

/// What the authority's certificate says, but for its validity.
fn authority() -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = named("Lodge local certificate authority");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

fn make_server(folder: &Path, wrapping: &WrappingKey, names: &[String], now: Timestamp) -> Result<StoredKey> {
    let stored: StoredKey = read_json(&folder.join(CA_KEY_FILE))?;
    let ca_key = wrapping
        .unwrap(&stored.private_key, CA_KEY_FILE.as_bytes())
        .map_err(|_| anyhow!("tls/ca.key.json does not open with this root key"))?;
    let ca_key = KeyPair::try_from(ca_key.expose()).context("tls/ca.key.json holds no usable key")?;
    let issuer = Issuer::new(authority(), ca_key);
    let key = KeyPair::generate().context("could not make a key for the server's certificate")?;
    let mut params = CertificateParams::new(names.to_vec())
        .context("a name for the server's certificate is not a host name or address")?;
    params.distinguished_name = named("Lodge");
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    let not_after = valid(&mut params, now, SERVER_DAYS)?;
    let certificate = params.signed_by(&key, &issuer).context("could not sign the server's certificate")?;
    let chain = format!("{}{}", certificate.pem(), stored.chain);
    store_key(folder, SERVER_KEY_FILE, wrapping, &key, names.to_vec(), not_after, chain)
}

fn store_key(
    folder: &Path,
    file: &str,
    wrapping: &WrappingKey,
    key: &KeyPair,
    names: Vec<String>,
    not_after: Timestamp,
    chain: String,
) -> Result<StoredKey> {
    let private_key = wrapping
        .wrap(&SecretBytes::new(key.serialize_der()), file.as_bytes(), &envelope::SystemRandom)
        .map_err(|_| anyhow!("could not wrap a private key: the system gave no random bytes"))?;
    let stored = StoredKey { private_key, names, not_after, chain };
    write_file(&folder.join(file), &serde_json::to_vec_pretty(&stored)?, 0o600)?;
    Ok(stored)
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, name);
    distinguished
}

/// Sets the validity, from an hour ago so that clients with slow clocks accept it at once. Returns the end.
fn valid(params: &mut CertificateParams, now: Timestamp, days: i64) -> Result<Timestamp> {
    let now = OffsetDateTime::from_unix_timestamp(now.secs())?;
    params.not_before = now - Duration::hours(1);
    params.not_after = now + Duration::days(days);
    Ok(Timestamp::from_secs(params.not_after.unix_timestamp()))
}
