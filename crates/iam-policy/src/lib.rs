#![doc = include_str!("../README.md")]

mod condition;
mod context;
mod decision;
mod element;
mod error;
mod evaluate;
mod glob;
mod json;
mod operand;
mod parse;
mod policy;
mod principal;
mod request;

pub use context::{Context, Values};
pub use decision::{Decision, Finding, Outcome, PolicyType, Reason};
pub use error::PolicyError;
pub use evaluate::evaluate;
pub use policy::{Effect, Policy, PolicyKind, Statement};
pub use principal::Principal;
pub use request::{Authority, Grant, Named, Policies, Request};
