//! The bootstrap file: accounts, users, roles and keys as they shall be. See docs/bootstrap.md.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use arn::{AccountId, Region};
use clock::Timestamp;
use gate::{BoxFuture, Duty, DutyError, Gate, ServiceEvent, View};
use iam::{AccessKeySeed, AccountSeed, Iam, RoleSeed, UserSeed};
use kms::{KeySeed, Kms};
use secret::SecretString;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::data_folder::read_private;

/// The file's content.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bootstrap {
    accounts: Vec<Account>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Account {
    id: AccountId,
    name: String,
    email: Option<String>,
    #[serde(default)]
    users: Vec<User>,
    #[serde(default)]
    roles: Vec<Role>,
    #[serde(default)]
    keys: Vec<Key>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct User {
    name: String,
    #[serde(default = "root_path")]
    path: String,
    #[serde(default)]
    access_keys: Vec<AccessKey>,
    #[serde(default)]
    policies: BTreeMap<String, Box<RawValue>>,
    #[serde(default)]
    tags: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AccessKey {
    id: String,
    #[serde(deserialize_with = "secret")]
    secret: SecretString,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Role {
    name: String,
    #[serde(default = "root_path")]
    path: String,
    trust_policy: Box<RawValue>,
    #[serde(default)]
    policies: BTreeMap<String, Box<RawValue>>,
    #[serde(default)]
    tags: BTreeMap<String, String>,
    max_session_duration: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Key {
    region: Region,
    #[serde(default)]
    description: String,
    aliases: Vec<String>,
    policy: Option<Box<RawValue>>,
    #[serde(default)]
    tags: BTreeMap<String, String>,
    #[serde(default)]
    rotation: bool,
}

fn secret<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
    String::deserialize(deserializer).map(SecretString::new)
}

fn root_path() -> String {
    "/".to_owned()
}

impl Bootstrap {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self> {
        let text = read_private(path).context("the bootstrap file was not read")?;
        Self::parse(&text).with_context(|| format!("the bootstrap file {} cannot be used", path.display()))
    }

    /// Reads a text.
    pub fn parse(text: &str) -> Result<Self> {
        Ok(serde_json::from_str(text)?)
    }

    /// Brings a Lodge to the state that the file describes. Returns how many things changed. All change or none.
    pub async fn apply(self, gate: &Gate, iam: &Arc<Iam>, kms: &Arc<Kms>) -> Result<usize> {
        let (accounts, keys) = self.seeds();
        let seeding = Seeding { iam: Arc::clone(iam), kms: Arc::clone(kms), accounts, keys };
        Ok(gate.perform(&seeding).await?)
    }

    fn seeds(self) -> (Vec<AccountSeed>, Vec<KeySeed>) {
        let mut accounts = Vec::new();
        let mut keys = Vec::new();
        for account in self.accounts {
            let id = account.id;
            keys.extend(account.keys.into_iter().map(|key| key.seed(id)));
            accounts.push(AccountSeed {
                id,
                name: account.name,
                email: account.email,
                users: account.users.into_iter().map(User::seed).collect(),
                roles: account.roles.into_iter().map(Role::seed).collect(),
            });
        }
        (accounts, keys)
    }
}

impl User {
    fn seed(self) -> UserSeed {
        UserSeed {
            name: self.name,
            path: self.path,
            access_keys: self
                .access_keys
                .into_iter()
                .map(|key| AccessKeySeed { id: key.id, secret: key.secret })
                .collect(),
            policies: texts(self.policies),
            tags: self.tags,
        }
    }
}

impl Role {
    fn seed(self) -> RoleSeed {
        RoleSeed {
            name: self.name,
            path: self.path,
            trust_policy: self.trust_policy.get().to_owned(),
            policies: texts(self.policies),
            tags: self.tags,
            max_session_duration: self.max_session_duration,
        }
    }
}

impl Key {
    fn seed(self, account: AccountId) -> KeySeed {
        KeySeed {
            account,
            region: self.region,
            description: self.description,
            aliases: self.aliases,
            policy: self.policy.map(|policy| policy.get().to_owned()),
            tags: self.tags,
            rotation: self.rotation,
            key_id: None,
        }
    }
}

fn texts(policies: BTreeMap<String, Box<RawValue>>) -> BTreeMap<String, String> {
    policies.into_iter().map(|(name, policy)| (name, policy.get().to_owned())).collect()
}

struct Seeding {
    iam: Arc<Iam>,
    kms: Arc<Kms>,
    accounts: Vec<AccountSeed>,
    keys: Vec<KeySeed>,
}

impl Duty for Seeding {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let mut events = iam::seed(&self.iam, view, &self.accounts, now).await.map_err(unusable)?;
            for key in &self.keys {
                events.extend(kms::seed(&self.kms, view, key, now).await.map_err(|error| {
                    let alias = key.aliases.first().map_or("without alias", String::as_str);
                    DutyError::new(
                        format!("the key {alias} of account {} cannot be made so", key.account),
                        error,
                    )
                })?);
            }
            Ok(events)
        })
    }
}

fn unusable(error: iam::Error) -> DutyError {
    DutyError::new("the bootstrap file cannot be applied", error)
}
