//! One module per target; its first lines say which form the bytes have and what must hold.

pub mod attestation;
pub mod audit_line;
pub mod certificate;
pub mod ciphertext_parse;
pub mod encryption_sdk_message;
pub mod key_material;
pub mod name_parse;
pub mod policy_parse;
pub mod saml_response;
pub mod seal_file;
pub mod sealed_parse;
pub mod session_token;
pub mod sigv4_parse;
pub mod ssh_public_key;
pub mod web_identity;
pub mod wire_json;
pub mod wire_query;
