#![doc = include_str!("../README.md")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a target reports a broken property by panicking, as a test does"
)]

mod documents;
mod edits;
mod everything;
pub mod targets;
mod xml;

/// A fuzz target: a function that accepts any bytes and panics when a property is broken.
pub struct Target {
    /// The name of its module, its corpus folder and its binary.
    pub name: &'static str,
    /// The function.
    pub run: fn(&[u8]),
}

/// Every target, sorted by name.
pub const TARGETS: &[Target] = &[
    Target { name: "attestation", run: targets::attestation::run },
    Target { name: "audit_line", run: targets::audit_line::run },
    Target { name: "certificate", run: targets::certificate::run },
    Target { name: "ciphertext_parse", run: targets::ciphertext_parse::run },
    Target { name: "encryption_sdk_message", run: targets::encryption_sdk_message::run },
    Target { name: "key_material", run: targets::key_material::run },
    Target { name: "name_parse", run: targets::name_parse::run },
    Target { name: "policy_parse", run: targets::policy_parse::run },
    Target { name: "saml_response", run: targets::saml_response::run },
    Target { name: "seal_file", run: targets::seal_file::run },
    Target { name: "sealed_parse", run: targets::sealed_parse::run },
    Target { name: "session_token", run: targets::session_token::run },
    Target { name: "sigv4_parse", run: targets::sigv4_parse::run },
    Target { name: "ssh_public_key", run: targets::ssh_public_key::run },
    Target { name: "web_identity", run: targets::web_identity::run },
    Target { name: "wire_json", run: targets::wire_json::run },
    Target { name: "wire_query", run: targets::wire_query::run },
];
