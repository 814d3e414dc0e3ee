#![doc = include_str!("../README.md")]

mod allowed;

pub use allowed::{Allowed, InvalidAllowed, Place, place, public};
