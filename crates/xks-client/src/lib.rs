#![doc = include_str!("../README.md")]

mod allowed;
mod connector;
mod failure;
mod proxy;
mod transport;

pub use allowed::{Allowed, InvalidAllowed};
pub use connector::{DEFAULT_TIMEOUT, Error, Options, XksConnector};
