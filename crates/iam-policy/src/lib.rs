#![doc = include_str!("../README.md")]

pub mod case;
mod condition;
mod context;
mod decision;
mod element;
mod error;
mod evaluate;
mod explain;
mod facts;
mod fingerprint;
mod glob;
mod json;
pub mod keys;
pub mod lint;
mod named;
mod operand;
mod parse;
mod policy;
mod possible;
mod principal;
mod reach;
mod request;
mod statement_index;

pub use context::{Context, Values};
pub use decision::{Decision, Finding, Outcome, PolicyType, Reason};
pub use error::PolicyError;
pub use evaluate::evaluate;
pub use explain::{
    ConditionTrace, Explanation, Naming, PolicyTrace, StatementTrace, Unmet, Variables, explain,
};
pub use fingerprint::Fingerprint;
pub use named::{named_principals, with_present_names};
pub use policy::{Effect, Policy, PolicyKind, Statement};
pub use possible::{Possibility, Requirement, possible};
pub use principal::Principal;
pub use reach::allowable;
pub use request::{Authority, Grant, Named, Policies, Request};
