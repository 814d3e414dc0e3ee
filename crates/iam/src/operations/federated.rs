//! What the operations share that take the word of an identity provider in the place of a signature.

use std::collections::BTreeMap;
use std::sync::Arc;

use arn::AccountId;
use audit_event::UserIdentity;
use gate::{Caller, CallerKeys, Claimed, Membership};
use iam_policy::Principal;

use super::assume_role::{Passed, role_arn, transitive_keys};
use crate::records::{Entity, Role};
use crate::session_policies::SessionPolicies;
use crate::session_token::Federation;
use crate::tags::{self, MAX_TAGS, Tags};
use crate::{Error, Iam};

/// The longest value that a session keeps, in bytes: as AWS says of `sub`.
const MAX_KEPT: usize = 255;

impl Federation {
    /// What a session keeps of the identity. It goes with every request: what is longer than a name stays out.
    pub(super) fn keeping(provider: String, mut keys: BTreeMap<String, String>) -> Self {
        keys.retain(|_, value| value.len() <= MAX_KEPT);
        Self { provider, keys }
    }
}

/// Somebody of whom nothing is known but what `provider` vouches for; `identity` is how the record names them.
pub(super) fn caller(
    provider: String,
    account: AccountId,
    user_id: String,
    identity: UserIdentity,
    membership: Arc<Membership>,
) -> Caller {
    Caller {
        principal: Principal::Federated { provider },
        account,
        access_key_id: String::new(),
        user_id,
        identity,
        tags: Vec::new(),
        identity_policies: Vec::new(),
        boundary: None,
        session: None,
        membership,
        keys: CallerKeys::default(),
    }
}

/// The role that was to be assumed, if it is there.
pub(super) async fn claimed(iam: &Iam, role: &str) -> Result<Option<Claimed>, Error> {
    let Ok((account, arn)) = role_arn(role) else { return Ok(None) };
    let name = arn.resource().rsplit('/').next().unwrap_or_default();
    let found = iam.ready_role(account, name).await?.filter(|ready| ready.arn == arn);
    Ok(found.map(|_| Claimed { account, arn: arn.to_string(), resource_type: Role::RESOURCE_TYPE }))
}

/// What request and provider bring for the session. `malformed` is what to answer when tags of the provider have not the form that the service
/// description wants of tags in a request.
pub(super) fn passed<'a>(
    policies: SessionPolicies,
    provided: impl Iterator<Item = (&'a str, &'a str)>,
    transitive: &[String],
    source_identity: Option<String>,
    malformed: &'static str,
) -> Result<Passed, Error> {
    let tags = tags::checked(provided).map_err(Error::InvalidParameterValue)?;
    check_form(&tags, malformed)?;
    let transitive_tag_keys = transitive_keys(&tags, transitive, Vec::new())?;
    Ok(Passed { policies, tags, inherited: Tags::new(), transitive_tag_keys, source_identity })
}

fn check_form(tags: &Tags, malformed: &'static str) -> Result<(), Error> {
    let fits = |text: &str, min: usize, max: usize| {
        let is_allowed = |c: char| c.is_alphanumeric() || c.is_whitespace() || "_.:/=+-@".contains(c);
        (min..=max).contains(&text.chars().count()) && text.chars().all(is_allowed)
    };
    if tags.len() > MAX_TAGS {
        return Err(Error::InvalidParameterValue("A session has at most 50 tags."));
    }
    let all_fit = tags.iter().all(|(key, value)| fits(key, 1, 128) && fits(value, 0, 256));
    if all_fit { Ok(()) } else { Err(Error::InvalidParameterValue(malformed)) }
}
