/// Why a response, an assertion or a metadata document is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Not base64, too large, not XML, or XML of another form than SAML's.
    #[error("The SAML document cannot be read: {0}.")]
    Malformed(&'static str),
    /// No certificate of the metadata made the signature, or what was signed has changed.
    #[error("Response signature invalid")]
    InvalidSignature,
    /// Neither the response nor its assertion is signed.
    #[error(
        "Neither the SAML response nor its assertion is signed: let the identity provider sign one of them."
    )]
    Unsigned,
    /// An algorithm that is too weak or not known.
    #[error("The SAML signature uses {what} {uri}, which is not accepted: use {instead}.")]
    Algorithm {
        /// `the digest`, `the signature algorithm`, ...
        what: &'static str,
        /// Its identifier in the document, cut to a length that fits a message.
        uri: String,
        /// What would be accepted.
        instead: &'static str,
    },
    /// Something is encrypted.
    #[error(
        "The SAML response is encrypted, which is not supported: let the identity provider send signed, unencrypted assertions."
    )]
    Encrypted,
    /// The identity provider did not authenticate the user.
    #[error("The identity provider reported a failure: {0}")]
    Status(String),
    /// Made by somebody else than the metadata document describes.
    #[error("Issuer not present in specified provider")]
    Issuer,
    /// Meant for another service provider.
    #[error("Response does not contain the required audience.")]
    Audience,
    /// To be delivered to another address.
    #[error("The Recipient of the SAML assertion is not an address of this service.")]
    Recipient,
    /// Too old.
    #[error("Token must be redeemed within 5 minutes of issuance")]
    Expired,
    /// From the future, beyond what clocks may differ.
    #[error(
        "The SAML assertion is not valid yet: compare the clocks of this server and of the identity provider."
    )]
    NotYetValid,
    /// A condition that cannot be honoured.
    #[error("The SAML assertion has the condition {0}, which is not supported.")]
    Condition(String),
    /// The metadata document holds no certificate to check signatures with, or one that cannot be used.
    #[error("The certificate of the identity provider cannot be used: {0}.")]
    Certificate(&'static str),
    /// `RoleSessionName` is missing.
    #[error("RoleSessionName is required in AuthnResponse")]
    NoRoleSessionName,
    /// `RoleSessionName` has a form that AWS refuses.
    #[error("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{{2,64}}")]
    RoleSessionName,
    /// `SourceIdentity` has a form that AWS refuses.
    #[error("Source Identity must match [a-zA-Z_0-9+=,.@-]{{2,64}} and not begin with \"aws:\"")]
    SourceIdentity,
    /// Another of AWS's attributes cannot be used.
    #[error("The SAML attribute {attribute} cannot be used: {why}.")]
    Attribute {
        /// The attribute's name after `https://aws.amazon.com/SAML/Attributes/`.
        attribute: &'static str,
        /// What is wrong.
        why: &'static str,
    },
}
