#![doc = include_str!("../README.md")]

mod claims;
mod documents;
mod keys;
mod location;
mod token;

pub use claims::Claims;
pub use documents::{BoxFuture, Discovery, Documents, Unfetched};
pub use keys::KeySet;
pub use location::Location;
pub use token::Token;

/// Why a token is not believed, or a document of a provider not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Not three parts of base64 with JSON in them.
    #[error("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)")]
    NotAToken,
    /// A claim that must be there is not.
    #[error("Missing a required claim: {0}")]
    MissingClaim(&'static str),
    /// A claim has another type or form than it must have.
    #[error("The claim {0} of the token is not of the right form")]
    InvalidClaim(&'static str),
    /// An algorithm that is not taken.
    #[error("The token is not signed with RS256, RS384, RS512, ES256, ES384 or ES512")]
    Algorithm,
    /// The header says that the token is not to be understood without an extension.
    #[error("The header of the token has critical extensions, which are not supported")]
    Critical,
    /// None of the provider's keys is the one that the token names.
    #[error("The token is signed with a key that the identity provider does not publish")]
    UnknownKey,
    /// The key did not make the signature.
    #[error("The signature of the token is not valid")]
    Signature,
    /// The token has ended. Seconds since 1970.
    #[error("Token expired: current date/time {now} must be before the expiration date/time {expired}")]
    Expired {
        /// Now.
        now: i64,
        /// `exp`.
        expired: i64,
    },
    /// The token begins later.
    #[error("The token is not valid yet: check the clocks")]
    NotYet,
    /// A document that is not what it should be.
    #[error("{0}")]
    Document(String),
}
