//! One module per service, written by `tools/aws-codegen`.

pub mod cloudtrail;
pub mod iam;
pub mod kms;
pub mod organizations;
pub mod sts;
pub mod tenants;
pub mod xks;
