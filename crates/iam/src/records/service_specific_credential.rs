use arn::AccountId;
use clock::Timestamp;
use envelope::{Random, Wrapped, WrappingKey, length_prefixed};
use secret::{SecretBytes, SecretString};
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, Tx};

use crate::records::{Owner, Status};
use crate::{Error, unique_id};

/// A credential of a user that is good for one service only.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ServiceSpecificCredential {
    /// What the service knows it by: of the XKS proxy API, the access key id, `XKS...`.
    pub service_user_name: String,
    /// `ACCA...`
    pub id: String,
    pub service: SpecificService,
    pub owner: Owner,
    pub status: Status,
    pub created: Timestamp,
    /// The password, wrapped in its place: the credential, its service and its owner.
    secret: Wrapped,
}

/// A service that has credentials of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpecificService {
    /// The External Key Store Proxy API.
    #[serde(rename = "kms-xks-proxy")]
    XksProxy,
}

impl SpecificService {
    const ALL: [Self; 1] = [Self::XksProxy];

    /// The service of this `ServiceName`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.name() == name)
    }

    /// `ServiceName` in IAM's API.
    pub fn name(self) -> &'static str {
        match self {
            Self::XksProxy => aws_model::xks::SERVICE.event_source,
        }
    }

    /// The service name in the scope of a signature.
    pub fn signing_name(self) -> &'static str {
        match self {
            Self::XksProxy => aws_model::xks::SERVICE.signing_name,
        }
    }
}

const BY_OWNER: &str = "owner";

impl Record for ServiceSpecificCredential {
    const KIND: &'static str = "iam-service-specific-credential";
    type Key = String;

    fn key(&self) -> String {
        self.service_user_name.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add(BY_OWNER, self.owner.index_value());
    }
}

impl ServiceSpecificCredential {
    /// The quota for each user and service. Source: IAM API Reference, "CreateServiceSpecificCredential".
    const MAX_PER_SERVICE: usize = 2;

    /// A new active credential, with its password.
    pub fn new(
        service: SpecificService,
        account: AccountId,
        user_id: String,
        created: Timestamp,
        key: &WrappingKey,
        random: &dyn Random,
    ) -> Result<(Self, SecretString), Error> {
        let mut made = Self {
            service_user_name: unique_id::xks_access_key_id(random)?,
            id: unique_id::service_specific_credential_id(random)?,
            service,
            owner: Owner::User { account, user_id },
            status: Status::Active,
            created,
            secret: key.wrap(&SecretBytes::default(), &[], random)?,
        };
        let password = made.reset(key, random)?;
        Ok((made, password))
    }

    /// Gives it a new password.
    pub fn reset(&mut self, key: &WrappingKey, random: &dyn Random) -> Result<SecretString, Error> {
        let password = unique_id::xks_secret_access_key(random)?;
        let plaintext = SecretBytes::copy_of(password.expose().as_bytes());
        self.secret = key.wrap(&plaintext, &self.place(), random)?;
        Ok(password)
    }

    /// The password.
    pub fn password(&self, key: &WrappingKey) -> Result<SecretString, Error> {
        let corrupt = |error| Error::corrupt(format!("service-specific credential {}", self.id), error);
        let bytes = key.unwrap(&self.secret, &self.place()).map_err(corrupt)?;
        match std::str::from_utf8(bytes.expose()) {
            Ok(text) => Ok(SecretString::new(text.to_owned())),
            Err(_) => Err(corrupt(envelope::Error::Invalid)),
        }
    }

    /// Those of an owner, by user name.
    pub async fn list(tx: &mut Tx, owner: &Owner) -> Result<Vec<Self>, Error> {
        Ok(tx.list_by(BY_OWNER, &owner.index_value(), Page::all()).await?.items)
    }

    /// The one of this id, if it is this owner's.
    pub async fn find(tx: &mut Tx, owner: &Owner, id: &str) -> Result<Self, Error> {
        let found = Self::list(tx, owner).await?.into_iter().find(|credential| credential.id == id);
        found.ok_or_else(|| {
            Error::NotThere(format!("The Service Specific Credential with id {id} cannot be found."))
        })
    }

    /// Writes a new one, if the owner may have one more.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        let found = Self::list(tx, &self.owner).await?;
        let limit = Self::MAX_PER_SERVICE;
        if found.iter().filter(|other| other.service == self.service).count() >= limit {
            return Err(Error::LimitExceeded(format!(
                "Cannot exceed quota for ServiceSpecificCredentialsPerUser: {limit}"
            )));
        }
        Ok(tx.insert(self).await?)
    }

    fn place(&self) -> Vec<u8> {
        length_prefixed([
            "service-specific credential",
            self.service.signing_name(),
            &self.service_user_name,
            &self.owner.unique_name(),
        ])
    }
}

#[cfg(test)]
mod tests {
    use envelope::{RootKey, SystemRandom};
    use secret::SecretArray;

    use super::*;

    #[test]
    fn a_password_opens_in_its_own_place_only() {
        let key = RootKey::new(SecretArray::new([1; 32])).wrapping_key("lodge/iam/secret-access-keys");
        let account: AccountId = "111122223333".parse().unwrap();
        let new = || {
            let (service, now) = (SpecificService::XksProxy, Timestamp::from_secs(1));
            ServiceSpecificCredential::new(service, account, "AIDAANN".to_owned(), now, &key, &SystemRandom)
        };
        let (mut made, password) = new().unwrap();
        assert!(made.password(&key).unwrap().expose() == password.expose());
        let (other, _) = new().unwrap();
        assert!(other.service_user_name != made.service_user_name && other.id != made.id);
        let moved = [
            ServiceSpecificCredential { owner: Owner::Root { account }, ..made.clone() },
            ServiceSpecificCredential { service_user_name: other.service_user_name, ..made.clone() },
            ServiceSpecificCredential { secret: other.secret, ..made.clone() },
        ];
        for moved in moved {
            assert!(moved.password(&key).is_err());
        }
        let next = made.reset(&key, &SystemRandom).unwrap();
        assert!(next.expose() != password.expose());
        assert!(made.password(&key).unwrap().expose() == next.expose());
    }
}
