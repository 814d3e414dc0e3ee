#![doc = include_str!("../README.md")]

mod alias;
mod authorize;
mod encryption_context;
mod error;
mod generator;
mod grants;
mod import;
mod key;
mod locate;
mod maintenance;
mod material;
mod operations;
mod origin;
mod paging;
mod policy;
mod principals;
mod rotation;
mod seed;
mod spec;
mod state;
mod tags;

use std::sync::Arc;

use envelope::{Random, RootKey, WrappingKey};
use gate::Principals;
use store::{Cache, Store};

pub use alias::{AliasName, AliasRecord};
pub use error::Error;
pub use grants::{Constraints, ContextConstraint, GrantId, GrantRecord, KeyGrants, Party};
pub use key::{Key, KeyCount, KeyRecord, ReadyKey};
pub use key_algorithms::KeyUsage;
pub use maintenance::duties;
pub use material::Material;
pub use operations::endpoints;
pub use origin::KeyOrigin;
pub use policy::default_key_policy;
pub use rotation::{RotationKind, Schedule};
pub use seed::{KeySeed, seed};
pub use spec::KeySpec;
pub use state::{KeyState, Needs};

use generator::Generator;
use grants::{Lookup, Tokens};
use material::Vault;

/// How many keys and aliases stay ready in memory.
const CACHED_KEYS: usize = 20_000;
const CACHED_ALIASES: usize = 50_000;

/// The key management service: what its operations share.
///
/// Time is not here: it comes with each call.
pub struct Kms {
    keys: Cache<KeyRecord, ReadyKey>,
    aliases: Cache<AliasRecord, AliasRecord>,
    grants: Lookup,
    tokens: Tokens,
    import_tokens: import::Tokens,
    wrapping_key: WrappingKey,
    random: Arc<dyn Random>,
    generator: Generator,
    principals: Arc<dyn Principals>,
}

impl Kms {
    /// The service over `store`. All key material there is wrapped under a key that is derived from `root_key`.
    /// `principals` knows whom key policies can name.
    pub fn new(
        store: &Store,
        root_key: &RootKey,
        random: Arc<dyn Random>,
        principals: Arc<dyn Principals>,
    ) -> Arc<Self> {
        Arc::new(Self {
            keys: Cache::new(store, CACHED_KEYS),
            aliases: Cache::new(store, CACHED_ALIASES),
            grants: Lookup::new(store),
            tokens: Tokens::new(root_key.wrapping_key("lodge/kms/grant-tokens"), store),
            import_tokens: import::Tokens::new(root_key.wrapping_key("lodge/kms/import-tokens")),
            wrapping_key: root_key.wrapping_key("lodge/kms/backing-keys"),
            random,
            generator: Generator::new(),
            principals,
        })
    }

    fn vault(&self) -> Vault<'_> {
        Vault { wrapping_key: &self.wrapping_key, random: self.random.as_ref() }
    }
}
