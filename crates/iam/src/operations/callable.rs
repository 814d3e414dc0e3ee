//! Which kinds of callers the operations of STS take at all, whatever policies say.

use gate::Caller;
use iam_policy::Principal;

use super::sessions::{needs_long_term, needs_no_user_session};
use crate::Error;

/// Refuses a caller of a kind that an operation of STS does not take.
///
/// Source: IAM User Guide, "Compare AWS STS credentials"; STS API Reference, "AssumeRole", "AssumeRoot" and "GetSessionToken".
///
/// # Errors
/// What the operation answers such a caller.
pub fn check_kind(operation: &str, caller: &Caller) -> Result<(), Error> {
    let refused = |operation, with| Err(Error::NotCallableWith { operation, with });
    match (operation, &caller.principal) {
        ("AssumeRole", Principal::Root { .. }) => Err(Error::AssumedByRoot),
        ("AssumeRole", Principal::FederatedUser { .. }) => refused("AssumeRole", "federated user"),
        ("AssumeRoot", Principal::Root { .. }) => refused("AssumeRoot", "root user"),
        ("AssumeRoot", _) => needs_no_user_session(caller, "AssumeRoot"),
        ("DecodeAuthorizationMessage", _) => needs_no_user_session(caller, "DecodeAuthorizationMessage"),
        ("GetAccessKeyInfo", _) => needs_no_user_session(caller, "GetAccessKeyInfo"),
        ("GetWebIdentityToken", _) => needs_no_user_session(caller, "GetWebIdentityToken"),
        ("GetFederationToken", _) => needs_long_term(caller, "GetFederationToken"),
        ("GetSessionToken", _) => needs_long_term(caller, "GetSessionToken"),
        _ => Ok(()),
    }
}
