#![doc = include_str!("../README.md")]

mod connector;
mod failure;
mod proxy;
mod transport;

use allowed_hosts as allowed;

pub use allowed_hosts::{Allowed, InvalidAllowed};
pub use connector::{DEFAULT_TIMEOUT, Error, Options, XksConnector};
