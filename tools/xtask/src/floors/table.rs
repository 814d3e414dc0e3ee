//! The floors themselves. A new crate gets its name here, on the lowest floor that its imports allow.

/// A row of the house: some crates and the highest floor that they may import from.
pub struct Row {
    /// What the row is called: a floor's number, or `tools`, `fuzz`.
    pub name: &'static str,
    /// The floor, for crates that others may import. `None` stands outside: nothing may import it.
    pub floor: Option<u8>,
    /// Imports are allowed from the floors below this one.
    pub imports_below: u8,
    pub crates: &'static [&'static str],
}

/// Top down, as in `ARCHITECTURE.md`.
pub const ROWS: &[Row] = &[
    outside("tools", 2, &["xtask", "aws-codegen"]),
    outside("fuzz", 6, &["fuzz"]),
    outside("bench", 6, &["bench"]),
    outside("sdk/python", 3, &["lodge-sdk-python"]),
    floor("sdk/rust", 2, &["lodge-sdk"]),
    floor("6", 6, &["lodge"]),
    floor("5", 5, &["api-aws", "api-oidc", "api-tenants", "api-xks"]),
    floor("4", 4, &["http-server", "iam", "kms", "tenants", "trail"]),
    floor("3", 3, &["gate", "store-sqlite", "key-store-pkcs11", "xks-client", "oidc-client"]),
    floor("2", 2, &["aws-wire", "store", "key-store", "seal", "audit-log"]),
    floor(
        "1",
        1,
        &[
            "aws-model",
            "sigv4",
            "iam-policy",
            "encryption-sdk-message",
            "envelope",
            "key-algorithms",
            "attestation",
            "audit-event",
            "quotas",
            "saml",
            "web-identity",
        ],
    ),
    floor("0", 0, &["allowed-hosts", "arn", "clock", "secret", "tenant-id"]),
];

/// Crates whose folder has another name than the crate: the SDKs are named by language.
pub const FOLDERS: &[(&str, &str)] = &[("lodge-sdk", "rust"), ("lodge-sdk-python", "python")];

/// Crates that bind a trait of a lower floor to an outside system. Only those in [`ADAPTER_USERS`] choose one.
pub const ADAPTERS: &[&str] = &["store-sqlite", "key-store-pkcs11", "xks-client", "oidc-client"];

/// The crates that put a whole Lodge together.
pub const ADAPTER_USERS: &[&str] = &["lodge"];

const fn floor(name: &'static str, number: u8, crates: &'static [&'static str]) -> Row {
    Row { name, floor: Some(number), imports_below: number, crates }
}

const fn outside(name: &'static str, imports_below: u8, crates: &'static [&'static str]) -> Row {
    Row { name, floor: None, imports_below, crates }
}
