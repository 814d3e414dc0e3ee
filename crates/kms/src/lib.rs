#![doc = include_str!("../README.md")]

mod alias;
mod attested;
mod authorize;
mod custom_key_stores;
mod encryption_context;
mod error;
mod grants;
mod import;
mod inventory;
mod key;
mod locate;
mod maintenance;
mod material;
mod multi_region;
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

use arn::Region;
use attestation::Verifier;
use envelope::{Random, RootKey, WrappingKey};
use gate::{LastUses, Principals};
use key_store::Connectors;
use store::{Cache, Store};

pub use alias::{AliasName, AliasRecord};
pub use custom_key_stores::{
    Connection, Custody, CustomKeyStoreId, CustomKeyStoreRecord, Kind as CustomKeyStoreKind, OrphanedKey,
    Refusal, StoreLocator, keep_connecting,
};
pub use error::Error;
pub use grants::{Constraints, ContextConstraint, GrantId, GrantRecord, KeyGrants, Party};
pub use inventory::{
    StoredGrant, StoredGrants, StoredKey, StoredKeyPolicy, alias_target, arns_like, key_policies,
};
pub use key::{Key, KeyCount, KeyRecord, ReadyKey};
pub use key_algorithms::KeyUsage;
pub use maintenance::duties;
pub use material::Material;
pub use multi_region::Related;
pub use operations::{endpoints, xks_endpoints};
pub use origin::KeyOrigin;
pub use policy::default_key_policy;
pub use rotation::{RotationKind, Schedule};
pub use seed::{KeySeed, seed};
pub use spec::KeySpec;
pub use state::{KeyState, Needs};

use attested::Verification;
use custom_key_stores::CustomKeyStores;
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
    custom_key_stores: CustomKeyStores,
    wrapping_key: WrappingKey,
    random: Arc<dyn Random>,
    principals: Arc<dyn Principals>,
    last_uses: Arc<dyn LastUses>,
    attestation: Verification,
    regions: Vec<Region>,
}

/// What the service needs from around it.
pub struct Surroundings {
    /// Where random bytes come from.
    pub random: Arc<dyn Random>,
    /// Who knows whom key policies can name.
    pub principals: Arc<dyn Principals>,
    /// Who knows when a key was last used.
    pub last_uses: Arc<dyn LastUses>,
    /// Whose attestation documents are trusted.
    pub attestation: Verifier,
    /// The regions that are served: keys can be replicated into these.
    pub regions: Vec<Region>,
    /// How custom key stores are reached.
    pub key_stores: Connectors,
}

impl Kms {
    /// The service over `store`. All key material there is wrapped under a key that is derived from `root_key`.
    pub fn new(store: &Store, root_key: &RootKey, surroundings: Surroundings) -> Arc<Self> {
        let Surroundings { random, principals, last_uses, attestation, regions, key_stores } = surroundings;
        Arc::new(Self {
            keys: Cache::new(store, CACHED_KEYS),
            aliases: Cache::new(store, CACHED_ALIASES),
            grants: Lookup::new(store),
            tokens: Tokens::new(root_key.wrapping_key("lodge/kms/grant-tokens"), store),
            import_tokens: import::Tokens::new(root_key.wrapping_key("lodge/kms/import-tokens")),
            custom_key_stores: CustomKeyStores::new(
                store,
                root_key.wrapping_key("lodge/kms/custom-key-stores"),
                key_stores,
            ),
            wrapping_key: root_key.wrapping_key("lodge/kms/backing-keys"),
            random,
            principals,
            last_uses,
            attestation: Verification::new(attestation),
            regions,
        })
    }

    fn vault(&self) -> Vault<'_> {
        Vault { wrapping_key: &self.wrapping_key, random: self.random.as_ref() }
    }
}
