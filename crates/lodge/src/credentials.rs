//! The administrator's access key, kept in the data folder wrapped with the root key, for `lodge env`.

use anyhow::{Result, anyhow};
use envelope::{SystemRandom, Wrapped, WrappingKey};
use secret::{SecretBytes, SecretString};
use serde::{Deserialize, Serialize};

use crate::data_folder::{DataFolder, read_json, write_file};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stored {
    access_key_id: String,
    secret_access_key: Wrapped,
}

/// An access key.
pub struct AccessKey {
    pub id: String,
    pub secret: SecretString,
}

const FILE: &str = "administrator.json";

/// Keeps the key.
pub fn keep(folder: &DataFolder, wrapping: &WrappingKey, key: &AccessKey) -> Result<()> {
    let secret = SecretBytes::copy_of(key.secret.expose().as_bytes());
    let secret_access_key = wrapping
        .wrap(&secret, key.id.as_bytes(), &SystemRandom)
        .map_err(|_| anyhow!("could not wrap the access key: the system gave no random bytes"))?;
    let stored = Stored { access_key_id: key.id.clone(), secret_access_key };
    write_file(&folder.path().join(FILE), &serde_json::to_vec_pretty(&stored)?, 0o600)
}

/// The key that was kept.
pub fn kept(folder: &DataFolder, wrapping: &WrappingKey) -> Result<AccessKey> {
    let path = folder.path().join(FILE);
    if !path.exists() {
        return Err(anyhow!(
            "{} holds no administrator's access key; use the one that was shown at the first start",
            folder.path().display()
        ));
    }
    let stored: Stored = read_json(&path)?;
    let secret = wrapping
        .unwrap(&stored.secret_access_key, stored.access_key_id.as_bytes())
        .map_err(|_| anyhow!("{} does not open with this root key", path.display()))?;
    let secret =
        String::from_utf8(secret.expose().to_vec()).map_err(|_| anyhow!("{} is damaged", path.display()))?;
    Ok(AccessKey { id: stored.access_key_id, secret: SecretString::new(secret) })
}
