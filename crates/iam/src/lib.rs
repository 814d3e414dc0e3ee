#![doc = include_str!("../README.md")]

mod access_advisor;
mod authorization_messages;
mod authorize;
mod aws_managed;
mod certificates;
mod control_policy_document;
mod directory;
mod error;
#[doc(hidden)]
pub mod from_outside;
mod genesis;
mod identity_policies;
mod inventory;
mod last_uses;
mod membership;
mod mfa;
mod operations;
mod paging;
mod passwords;
mod policy_document;
mod principals;
mod records;
mod saml_identities;
mod seed;
mod session_policies;
mod session_token;
mod simulator;
mod ssh_public_key;
mod tags;
mod token_issuers;
mod unique_id;
mod web_identities;

use std::sync::Arc;

use envelope::{Random, RootKey, WrappingKey};
use gate::Accesses;
use store::Store;

use access_advisor::AccessAdvisor;
use authorization_messages::AuthorizationMessages;
use directory::Principals;
use last_uses::LastUses;
use mfa::SecondFactors;
use passwords::Passwords;
use saml_identities::SamlIdentities;
use session_token::SessionTokens;
use token_issuers::TokenIssuers;
use web_identities::WebIdentities;
use web_identity::Documents;

pub use error::Error;
pub use genesis::{Founded, Genesis, genesis};
pub use inventory::{ANY_SESSION, Attachable, Inventory, StoredPolicy, StoredResource, StoredRole};
pub use last_uses::duties;
pub use operations::{check_kind, endpoints};
pub use principals::StoredPrincipals;
pub use seed::{AccessKeySeed, AccountSeed, RoleSeed, UserSeed, seed};
pub use token_issuers::IssuerDocument;

/// Identity and access management of one organization.
pub struct Iam {
    principals: Principals,
    session_tokens: SessionTokens,
    authorization_messages: AuthorizationMessages,
    /// Protects secret access keys at rest.
    secrets: WrappingKey,
    /// Seals the markers of listings.
    markers: WrappingKey,
    random: Arc<dyn Random + Send + Sync>,
    last_uses: LastUses,
    access_advisor: AccessAdvisor,
    passwords: Passwords,
    second_factors: SecondFactors,
    web_identities: WebIdentities,
    saml_identities: SamlIdentities,
    token_issuers: TokenIssuers,
}

/// What IAM has others for.
#[derive(Default)]
pub struct Surroundings {
    /// The way to the documents of identity providers.
    pub documents: Option<Arc<dyn Documents>>,
    /// When who used what.
    pub accesses: Option<Arc<dyn Accesses>>,
    /// What the URLs of the issuers of web identity tokens begin with: `https://tokens.example.com`.
    pub issuers: String,
}

impl Iam {
    /// The service on `store`. Secret access keys and session tokens are protected by keys derived from `root_key`.
    /// It has nothing around it: it reaches no identity providers, and knows no uses.
    pub fn new(store: &Store, root_key: &RootKey, random: Arc<dyn Random + Send + Sync>) -> Arc<Self> {
        Self::within(store, root_key, random, Surroundings::default())
    }

    /// The same, with what is around it.
    pub fn within(
        store: &Store,
        root_key: &RootKey,
        random: Arc<dyn Random + Send + Sync>,
        surroundings: Surroundings,
    ) -> Arc<Self> {
        let Surroundings { documents, accesses, issuers } = surroundings;
        Arc::new(Self {
            principals: Principals::new(store),
            session_tokens: SessionTokens::new(root_key.wrapping_key("lodge/iam/session-tokens")),
            authorization_messages: AuthorizationMessages::new(
                root_key.wrapping_key("lodge/iam/authorization-messages"),
            ),
            secrets: root_key.wrapping_key("lodge/iam/secret-access-keys"),
            markers: root_key.wrapping_key("lodge/iam/markers"),
            random,
            last_uses: LastUses::new(store),
            access_advisor: AccessAdvisor { store: store.clone(), accesses },
            passwords: Passwords::new(root_key.wrapping_key("lodge/iam/passwords")),
            second_factors: SecondFactors::new(store, root_key.wrapping_key("lodge/iam/mfa-devices")),
            web_identities: WebIdentities::new(store, documents),
            saml_identities: SamlIdentities::new(store),
            token_issuers: TokenIssuers::new(
                store,
                issuers,
                root_key.wrapping_key("lodge/iam/token-issuers"),
            ),
        })
    }
}
