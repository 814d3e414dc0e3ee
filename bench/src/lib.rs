#![doc = include_str!("../README.md")]

mod request;
mod world;

pub use request::{SignedRequest, head_of};
pub use world::{ALIAS, BODY, KEY_POLICY, OWNER, REGION, World, endpoint, scratch};
