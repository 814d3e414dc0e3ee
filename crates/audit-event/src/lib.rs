#![doc = include_str!("../README.md")]

mod bounded;
mod event;
mod id;
mod identity;
mod text_form;

#[cfg(test)]
mod tests;

pub use bounded::{Document, Text};
pub use event::{Call, Event, EventCategory, EventType, Resource, TlsDetails};
pub use id::{EventId, NotAUuid, RequestId};
pub use identity::{
    IdentityType, SessionAttributes, SessionContext, SessionIssuer, UserIdentity, WebIdFederationData,
};

/// The version of CloudTrail's record format that the records follow.
pub const EVENT_VERSION: &str = "1.11";

/// Limits in bytes of UTF-8 text, before JSON escaping, unless said otherwise.
///
/// "CloudTrail" below is the CloudTrail User Guide, "CloudTrail record contents for management, data, and network
/// activity events".
pub mod limits {
    /// `userAgent`, `errorCode` and `errorMessage`: 1 KB, the rest is cut (CloudTrail).
    pub const MESSAGE: usize = 1024;
    /// `requestParameters` and `responseElements`: 100 KB of JSON, beyond that omitted (CloudTrail).
    pub const DOCUMENT: usize = 100 * 1024;
    /// `additionalEventData`: 28 KB of JSON, beyond that omitted (CloudTrail).
    pub const ADDITIONAL: usize = 28 * 1024;
    /// A whole record: 256 KB of JSON (CloudTrail, the standard maximum event size).
    pub const RECORD: usize = 256 * 1024;
    /// An ARN: 2048 (IAM API Reference, `arnType`).
    pub const ARN: usize = 2048;
    /// Names and ids that Lodge itself bounds more tightly elsewhere, such as user and session names.
    pub const NAME: usize = 256;
    /// A host name in a `Host` header: 253 (RFC 1035) and a port.
    pub const HOST: usize = 260;
    /// Entries of `resources`. Ours: no operation that Lodge implements names more.
    pub const RESOURCES: usize = 16;
}
