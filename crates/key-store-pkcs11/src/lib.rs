#![doc = include_str!("../README.md")]

mod certificate;
mod cipher;
mod cluster;
mod connector;
mod fault;
mod module;
mod queue;
mod token;
mod worker;

pub use certificate::TrustAnchor;
pub use cluster::{Cluster, DEFAULT_SESSIONS, DEFAULT_TIMEOUT, Error};
pub use connector::Pkcs11Connector;
