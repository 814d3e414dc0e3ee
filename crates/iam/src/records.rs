//! What is kept in the store. The JSON forms are persistent: add fields with `#[serde(default)]`, never rename.

mod access_key;
mod account;
mod role;
mod user;

pub(crate) use access_key::{AccessKey, Owner, Status};
pub(crate) use account::{Account, AccountCreation, AccountSummary, Creation, Organization};
pub(crate) use role::Role;
pub(crate) use user::User;

/// An ARN of IAM: `arn:aws:iam::ACCOUNT:user/path/name`. `path` begins and ends with `/`.
fn iam_arn(account: arn::AccountId, kind: &str, path: &str, name: &str) -> String {
    format!("arn:{}:iam::{account}:{kind}{path}{name}", arn::PARTITION)
}
