//! Passwords of users: kept as hashes that are slow to make, and these wrapped, so that neither the store alone nor the root key alone is
//! enough to guess them.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use envelope::{Random, Wrapped, WrappingKey, length_prefixed};
use secret::{SecretArray, SecretBytes, SecretString};
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::Error;

/// Hashes passwords and compares them.
///
/// A hash takes many milliseconds and 19 MiB. It is made on a thread for blocking work, and few are made at once: who asks for many waits for
/// their turn, and nobody else does.
pub(crate) struct Passwords {
    key: WrappingKey,
    turns: Semaphore,
}

/// A password as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PasswordHash {
    cost: Cost,
    salt: [u8; 16],
    /// The hash, wrapped in its place: a password of this user.
    hash: Wrapped,
}

/// What a guess costs: the parameters of Argon2id, RFC 9106. They stay with each hash, so that others can be chosen later.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Source: OWASP Password Storage Cheat Sheet, "Argon2id".
const COST: Cost = Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 };

impl Passwords {
    pub fn new(key: WrappingKey) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self { key, turns: Semaphore::new((processors / 2).max(1)) }
    }

    /// The form in which a password of this user is kept.
    pub async fn hash(
        &self,
        password: &SecretString,
        user_id: &str,
        random: &dyn Random,
    ) -> Result<PasswordHash, Error> {
        let mut salt = [0; 16];
        random.fill(&mut salt)?;
        let hash = self.argon2id(COST, password, salt).await?;
        Ok(PasswordHash { cost: COST, salt, hash: self.key.wrap(&hash, &place(user_id), random)? })
    }

    /// Whether this is the password that was kept. The comparison takes the same time whatever the answer.
    pub async fn is(
        &self,
        password: &SecretString,
        kept: &PasswordHash,
        user_id: &str,
    ) -> Result<bool, Error> {
        let hash = self
            .key
            .unwrap(&kept.hash, &place(user_id))
            .map_err(|error| Error::corrupt(format!("password of {user_id}"), error))?;
        Ok(self.argon2id(kept.cost, password, kept.salt).await? == hash)
    }

    async fn argon2id(
        &self,
        cost: Cost,
        password: &SecretString,
        salt: [u8; 16],
    ) -> Result<SecretBytes, Error> {
        let failed = || Error::corrupt("password", "it cannot be hashed");
        let _turn = self.turns.acquire().await.map_err(|_| failed())?;
        let password = password.clone();
        spawn_blocking(move || cost.argon2id(&password, &salt)).await.ok().flatten().ok_or_else(failed)
    }
}

impl Cost {
    /// `None` when these are not parameters of Argon2id.
    fn argon2id(self, password: &SecretString, salt: &[u8; 16]) -> Option<SecretBytes> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()?;
        // Wiped afterwards: the memory leads to the hash.
        let mut memory = zeroize::Zeroizing::new(vec![Block::new(); params.block_count()]);
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash = SecretArray::<32>::filled_by(|hash| {
            argon2.hash_password_into_with_memory(password.expose().as_bytes(), salt, hash, &mut *memory)
        });
        hash.ok().map(|hash| SecretBytes::copy_of(hash.expose()))
    }
}

fn place(user_id: &str) -> Vec<u8> {
    length_prefixed(["password", user_id])
}

#[cfg(test)]
mod tests {
    use envelope::{RootKey, SystemRandom};

    use super::*;

    fn passwords() -> Passwords {
        Passwords::new(RootKey::new(SecretArray::new([1; 32])).wrapping_key("lodge/iam/passwords"))
    }

    fn password(text: &str) -> SecretString {
        SecretString::new(text.to_owned())
    }

    #[tokio::test]
    async fn a_password_is_known_again_of_its_user_only() {
        let passwords = passwords();
        let right = password("correct horse battery staple");
        let kept = passwords.hash(&right, "AIDAANN", &SystemRandom).await.unwrap();
        assert!(passwords.is(&right, &kept, "AIDAANN").await.unwrap());
        for wrong in [
            "",
            "correct horse battery stapl",
            "Correct horse battery staple",
            "correct horse battery staple ",
        ] {
            assert!(!passwords.is(&password(wrong), &kept, "AIDAANN").await.unwrap(), "{wrong}");
        }
        assert!(passwords.is(&right, &kept, "AIDABOB").await.is_err());
        let again = passwords.hash(&right, "AIDAANN", &SystemRandom).await.unwrap();
        assert_ne!(again.salt, kept.salt);
        let text = serde_json::to_string(&kept).unwrap();
        let read: PasswordHash = serde_json::from_str(&text).unwrap();
        assert!(passwords.is(&right, &read, "AIDAANN").await.unwrap());
    }

    #[test]
    fn hashes_are_argon2id_with_the_parameters_of_owasp() {
        // Made with OpenSSL's Argon2id.
        let hash = COST.argon2id(&password("password"), b"somesaltsomesalt").unwrap();
        assert_eq!(hash.expose(), EXPECTED);
    }

    const EXPECTED: [u8; 32] = [
        43, 93, 196, 5, 72, 134, 236, 149, 126, 245, 156, 115, 182, 97, 197, 77, 214, 251, 39, 69, 144, 178,
        120, 246, 87, 198, 217, 106, 172, 143, 166, 209,
    ];
}
