use arn::AccountId;
use clock::Timestamp;
use envelope::{Random, Wrapped, WrappingKey, length_prefixed};
use secret::{SecretBytes, SecretString};
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, Tx};

use crate::Error;

/// A long-term access key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccessKey {
    /// `AKIA...`
    pub access_key_id: String,
    pub owner: Owner,
    pub status: Status,
    pub created: Timestamp,
    /// The secret access key, wrapped in its place: the access key id and its owner. So whoever changes the owner in the store
    /// makes the access key useless.
    secret: Wrapped,
}

/// Whose access key. The user is named by its unique id: a later user of the same name does not have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Owner {
    Root { account: AccountId },
    User { account: AccountId, user_id: String },
}

/// Whether requests that it signs are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    Active,
    Inactive,
}

const BY_OWNER: &str = "owner";

impl Record for AccessKey {
    const KIND: &'static str = "iam-access-key";
    type Key = String;

    fn key(&self) -> String {
        self.access_key_id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add(BY_OWNER, self.owner.index_value());
    }
}

impl Owner {
    pub fn account(&self) -> AccountId {
        self.index_value().0
    }

    /// A name that no other owner has.
    pub fn unique_name(&self) -> String {
        let (account, id) = self.index_value();
        format!("{account}/{id}")
    }

    /// What records are found by, for their owner.
    pub fn index_value(&self) -> (AccountId, &str) {
        match self {
            // No unique id looks like this.
            Self::Root { account } => (*account, "root"),
            Self::User { account, user_id } => (*account, user_id),
        }
    }
}

impl AccessKey {
    /// The quota per user.
    pub const MAX_PER_OWNER: usize = 2;

    /// A new active access key with this secret.
    pub fn new(
        access_key_id: String,
        secret: &SecretString,
        owner: Owner,
        created: Timestamp,
        key: &WrappingKey,
        random: &dyn Random,
    ) -> Result<Self, Error> {
        let plaintext = SecretBytes::copy_of(secret.expose().as_bytes());
        let secret = key.wrap(&plaintext, &place(&access_key_id, &owner), random)?;
        Ok(Self { access_key_id, owner, status: Status::Active, created, secret })
    }

    /// The secret access key.
    pub fn secret(&self, key: &WrappingKey) -> Result<SecretString, Error> {
        let corrupt = |error| Error::corrupt(format!("access key {}", self.access_key_id), error);
        // Secrets that were wrapped before owners were part of their place. One that was wrapped with its owner does not open so.
        let without_owner = |_| key.unwrap(&self.secret, self.access_key_id.as_bytes());
        let bytes = key.unwrap(&self.secret, &place(&self.access_key_id, &self.owner)).or_else(without_owner);
        let bytes = bytes.map_err(corrupt)?;
        match std::str::from_utf8(bytes.expose()) {
            Ok(text) => Ok(SecretString::new(text.to_owned())),
            Err(_) => Err(corrupt(envelope::Error::Invalid)),
        }
    }

    /// The access keys of an owner, by id.
    pub async fn list(tx: &mut Tx, owner: &Owner) -> Result<Vec<Self>, Error> {
        Ok(tx.list_by(BY_OWNER, &owner.index_value(), Page::all()).await?.items)
    }

    /// The access key, if it is this owner's.
    pub async fn find(tx: &mut Tx, owner: &Owner, access_key_id: &str) -> Result<Self, Error> {
        let found: Option<Self> = tx.get(&access_key_id.to_owned()).await?;
        found
            .filter(|key| key.owner == *owner)
            .ok_or_else(|| Error::NoSuchAccessKey(access_key_id.to_owned()))
    }

    /// Writes a new access key, if the owner may have one more.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        if Self::list(tx, &self.owner).await?.len() >= Self::MAX_PER_OWNER {
            let limit = Self::MAX_PER_OWNER;
            return Err(Error::LimitExceeded(format!("Cannot exceed quota for AccessKeysPerUser: {limit}")));
        }
        Ok(tx.insert(self).await?)
    }
}

/// Where a secret belongs.
fn place(access_key_id: &str, owner: &Owner) -> Vec<u8> {
    length_prefixed([access_key_id, &owner.unique_name()])
}

#[cfg(test)]
mod tests {
    use envelope::{RootKey, SystemRandom};
    use secret::SecretArray;

    use super::*;

    const ID: &str = "AKIAABCDEFGHIJKLMNOP";

    fn owner(user_id: &str) -> Owner {
        Owner::User { account: "111122223333".parse().unwrap(), user_id: user_id.to_owned() }
    }

    fn wrapping_key() -> WrappingKey {
        RootKey::new(SecretArray::new([1; 32])).wrapping_key("lodge/iam/secret-access-keys")
    }

    fn made(key: &WrappingKey) -> AccessKey {
        let (secret, now) = (SecretString::new("secret".to_owned()), Timestamp::from_secs(1));
        AccessKey::new(ID.to_owned(), &secret, owner("AIDAANN"), now, key, &SystemRandom).unwrap()
    }

    #[test]
    fn a_secret_opens_for_its_owner_only() {
        let key = wrapping_key();
        let made = made(&key);
        assert_eq!(made.secret(&key).unwrap().expose(), "secret");
        let given_away = AccessKey { owner: owner("AIDABOB"), ..made.clone() };
        assert!(given_away.secret(&key).is_err());
        let of_root = Owner::Root { account: "111122223333".parse().unwrap() };
        assert!(AccessKey { owner: of_root, ..made.clone() }.secret(&key).is_err());
        assert!(AccessKey { access_key_id: "AKIAOTHER".to_owned(), ..made }.secret(&key).is_err());
    }

    #[test]
    fn a_secret_that_was_wrapped_without_its_owner_opens_too() {
        let key = wrapping_key();
        let plaintext = SecretBytes::copy_of(b"earlier");
        let secret = key.wrap(&plaintext, ID.as_bytes(), &SystemRandom).unwrap();
        assert_eq!(AccessKey { secret, ..made(&key) }.secret(&key).unwrap().expose(), "earlier");
    }
}
