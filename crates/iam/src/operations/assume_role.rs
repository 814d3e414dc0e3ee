//! AssumeRole.
//!
//! Sources: STS API Reference, "AssumeRole"; IAM User Guide, "Pass session tags in AWS STS" and "Monitor and control actions taken
//! with assumed roles".

use std::sync::Arc;
use std::time::Duration;

use arn::{AccountId, Arn};
use aws_model::sts;
use clock::Timestamp;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};
use iam_policy::{Authority, Context, Principal};

use super::callable::check_kind;
use crate::directory::ReadyRole;
use crate::error::unsupported;
use crate::records::Role;
use crate::session_policies::SessionPolicies;
use crate::session_token::{Federation, SessionOf, TokenSession};
use crate::tags::{self, MAX_TAGS, Tags};
use crate::{Error, Iam};

/// What session policies and session tags together may have, in bytes: the policy without white space, the ARNs of managed ones, and each tag's
/// key and value.
const MAX_PACKED: usize = 4096;
/// The longest session of a role that a session of a role assumed.
const MAX_CHAINED: u32 = 3600;
const DEFAULT_DURATION: u32 = 3600;

/// What is to be assumed and what the session will be, before anything that only the role knows.
pub struct Assumption {
    pub(super) role: Arc<ReadyRole>,
    pub(super) passed: Passed,
}

impl Guarded<sts::AssumeRole> for Iam {
    type Target = Assumption;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;
    const RECORDS_RESPONSE: bool = true;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::AssumeRoleRequest>,
    ) -> Result<Resolved<Assumption>, Error> {
        check_kind("AssumeRole", &call.caller)?;
        let passed = Passed::read(call)?;
        let (account, arn) = role_arn(&call.input.role_arn)?;
        let name = arn.resource().rsplit('/').next().unwrap_or_default();
        let role = self.ready_role(account, name).await?.filter(|role| role.arn == arn);
        let role_record = role.as_deref().map(|ready| &ready.role);
        let mut context = passed.context(&call.input.role_session_name, role_record);
        if let Some(external_id) = &call.input.external_id {
            context.insert("sts:ExternalId", external_id.clone());
        }
        let mut questions = passed.questions("sts:AssumeRole", role.as_deref(), (account, &arn), &context);
        // Not run again, since it uses the code up.
        let (serial_number, code) = (call.input.serial_number.as_deref(), call.input.token_code.as_ref());
        let mfa = self.second_factor(&call.caller, serial_number, code, call.origin.at).await?;
        questions.iter_mut().for_each(|question| question.mfa_at = mfa);
        Ok(Resolved { target: role.map(|role| Assumption { role, passed }), questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, sts::AssumeRole, Assumption>,
    ) -> Result<sts::AssumeRoleResponse, Error> {
        let (input, issued) = (permit.input(), permit.origin().at);
        let wanted = Wanted {
            name: &input.role_session_name,
            duration: input.duration_seconds,
            min_token: input.minimum_session_token_size,
            chained: matches!(permit.caller().principal, Principal::AssumedRole { .. }),
            federation: None,
        };
        let begun = self.begin(permit.into_target(), wanted, issued).await?;
        Ok(sts::AssumeRoleResponse {
            assumed_role_user: Some(begun.user),
            packed_policy_size: begun.packed_policy_size,
            session_token_size: begun.token_size,
            session_token_utilization: None,
            source_identity: begun.source_identity,
            credentials: Some(begun.credentials),
        })
    }
}

/// What a request wants of the session besides what is [`Passed`].
pub(super) struct Wanted<'a> {
    /// The session's name.
    pub name: &'a str,
    /// In seconds.
    pub duration: Option<i32>,
    /// The least length of the token, in characters.
    pub min_token: Option<i32>,
    /// Whether a session of a role makes the session.
    pub chained: bool,
    pub federation: Option<Federation>,
}

/// A session that has begun, as answers show it.
pub(super) struct Begun {
    pub user: sts::AssumedRoleUser,
    pub credentials: sts::Credentials,
    pub packed_policy_size: Option<i32>,
    pub token_size: Option<i32>,
    pub source_identity: Option<String>,
}

impl Iam {
    /// Makes a session of a role.
    pub(super) async fn begin(
        &self,
        Assumption { role, passed }: Assumption,
        wanted: Wanted<'_>,
        issued: Timestamp,
    ) -> Result<Begun, Error> {
        let duration = duration(wanted.duration, &role.role, wanted.chained)?;
        let packed_policy_size = passed.packed_size()?;
        let Role { account, name, role_id, .. } = &role.role;
        self.check_session_policies(*account, &passed.policies).await?;
        let mut session_tags = passed.inherited;
        session_tags.extend(passed.tags);
        let of = SessionOf::Role { name: name.clone(), id: role_id.clone(), session: wanted.name.to_owned() };
        let session = TokenSession {
            policies: passed.policies,
            tags: session_tags,
            transitive_tag_keys: passed.transitive_tag_keys,
            source_identity: passed.source_identity,
            federation: wanted.federation,
            ..TokenSession::new(*account, of, issued, duration, &*self.random)?
        };
        let (credentials, token_size) = self.issue(&session, wanted.min_token)?;
        Ok(Begun {
            user: sts::AssumedRoleUser {
                arn: role.session_arn(wanted.name)?.to_string(),
                assumed_role_id: role.session_id(wanted.name),
            },
            packed_policy_size,
            token_size,
            source_identity: session.source_identity,
            credentials,
        })
    }
}

/// What the request and the calling session bring for the new session, checked.
#[derive(Default)]
pub struct Passed {
    pub(super) policies: SessionPolicies,
    pub(super) tags: Tags,
    /// The transitive tags of the calling session.
    pub(super) inherited: Tags,
    /// Those that the request names, and those inherited.
    pub(super) transitive_tag_keys: Vec<String>,
    pub(super) source_identity: Option<String>,
}

impl Passed {
    fn read(call: &Call<sts::AssumeRoleRequest>) -> Result<Self, Error> {
        let input = &call.input;
        unsupported("ProvidedContexts", &input.provided_contexts)?;
        let policies = SessionPolicies::passed(input.policy.as_deref(), input.policy_arns.as_deref())?;
        let passed = input.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str()));
        let tags = tags::checked(passed).map_err(Error::InvalidParameterValue)?;
        let inherited = inherited_tags(call);
        if tags.keys().any(|key| tags::get(&inherited, key).is_some()) {
            return Err(Error::InvalidParameterValue(TAG_CONFLICT));
        }
        if tags.len() + inherited.len() > MAX_TAGS {
            return Err(Error::InvalidParameterValue(TOO_MANY_TAGS));
        }
        let wanted = input.transitive_tag_keys.as_deref().unwrap_or_default();
        let transitive_tag_keys = transitive_keys(&tags, wanted, inherited.keys().cloned().collect())?;
        let source_identity = source_identity(call)?;
        Ok(Self { policies, tags, inherited, transitive_tag_keys, source_identity })
    }

    /// The condition keys. Those of request tags are about the tags of the request alone; inherited ones are principal tags.
    pub(super) fn context(&self, session_name: &str, role: Option<&Role>) -> Context {
        let mut context = Context::new();
        context.insert("sts:RoleSessionName", session_name.to_owned());
        if let Some(source_identity) = &self.source_identity {
            context.insert("sts:SourceIdentity", source_identity.clone());
        }
        tags::insert_request_tags(&mut context, &self.tags);
        let requested = self.transitive_tag_keys.iter().filter(|key| self.tags.contains_key(*key));
        context.insert_many("sts:TransitiveTagKeys", requested.cloned());
        if let Some(role) = role {
            tags::insert_resource_tags(&mut context, &role.tags);
        }
        context
    }

    /// What the trust policy of the role must allow: `action`, and passing on what is passed on. Tags and a source identity that come with
    /// the calling session need the permission as well.
    pub(super) fn questions(
        &self,
        action: &'static str,
        role: Option<&ReadyRole>,
        (account, arn): (AccountId, &Arn),
        context: &Context,
    ) -> Vec<Question> {
        let ask = |action| Question {
            resource_policy: role.map(|role| ("trust policy", Arc::clone(&role.trust_policy))),
            authority: Authority::Trust,
            context: context.clone(),
            ..Question::new(action, arn.as_str(), account)
        };
        let mut questions = vec![ask(action).recorded_as("AWS::IAM::Role")];
        if !self.tags.is_empty() || !self.inherited.is_empty() {
            questions.push(ask("sts:TagSession"));
        }
        if self.source_identity.is_some() {
            questions.push(ask("sts:SetSourceIdentity"));
        }
        questions
    }

    /// In percent of what is allowed, rounded up; `None` when nothing was passed.
    pub(super) fn packed_size(&self) -> Result<Option<i32>, Error> {
        let tags = self.tags.iter().chain(&self.inherited).map(|(key, value)| key.len() + value.len());
        let percent =
            (self.policies.packed_len() + tags.sum::<usize>()).saturating_mul(100).div_ceil(MAX_PACKED);
        match percent {
            0 => Ok(None),
            1..=100 => Ok(i32::try_from(percent).ok()),
            _ => Err(Error::PackedPolicyTooLarge(percent)),
        }
    }
}

const TAG_CONFLICT: &str = "One of the specified tag keys can't be set because it conflicts with a transitive tag key from the calling session.";
const TRANSITIVE_WITHOUT_TAG: &str =
    "The specified transitive tag key must be included in the requested tags.";
const TOO_MANY_TAGS: &str =
    "A session has at most 50 tags, those inherited from the calling session included.";

pub(super) fn role_arn(text: &str) -> Result<(AccountId, Arn), Error> {
    let arn: Arn = text.parse().map_err(|_| Error::validation(format!("{text} is invalid")))?;
    let is_role = arn.partition() == arn::PARTITION
        && arn.service() == "iam"
        && arn.region().is_empty()
        && arn.resource().strip_prefix("role/").is_some_and(|name| !name.is_empty());
    match arn.account_id() {
        Some(account) if is_role => Ok((account, arn)),
        _ => Err(Error::validation("Request ARN is invalid")),
    }
}

/// `known`, and those of `wanted`, as the tags write them.
pub(super) fn transitive_keys(
    tags: &Tags,
    wanted: &[String],
    mut known: Vec<String>,
) -> Result<Vec<String>, Error> {
    for key in wanted {
        let (key, _) = tags::get(tags, key).ok_or(Error::InvalidParameterValue(TRANSITIVE_WITHOUT_TAG))?;
        if !known.iter().any(|known| known == key) {
            known.push(key.to_owned());
        }
    }
    Ok(known)
}

fn inherited_tags(call: &Call<sts::AssumeRoleRequest>) -> Tags {
    let Some(session) = &call.caller.session else { return Tags::new() };
    let is_transitive =
        |key: &str| session.transitive_tag_keys.iter().any(|known| tags::same_key(known, key));
    session.tags.iter().filter(|(key, _)| is_transitive(key)).cloned().collect()
}

/// A source identity stays what it was through the whole chain.
fn source_identity(call: &Call<sts::AssumeRoleRequest>) -> Result<Option<String>, Error> {
    let inherited = call.caller.session.as_ref().and_then(|session| session.source_identity.as_ref());
    let passed = call.input.source_identity.as_ref();
    if passed.is_some_and(|passed| passed.to_ascii_lowercase().starts_with("aws:")) {
        return Err(Error::validation("A source identity must not begin with aws:, which is reserved."));
    }
    match (inherited, passed) {
        (Some(inherited), Some(passed)) if inherited != passed => Err(Error::validation(
            "The source identity of the calling session cannot be changed: leave SourceIdentity out.",
        )),
        (inherited, passed) => Ok(passed.or(inherited).cloned()),
    }
}

fn duration(requested: Option<i32>, role: &Role, chained: bool) -> Result<Duration, Error> {
    let requested = requested.and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or(DEFAULT_DURATION);
    if chained && requested > MAX_CHAINED {
        return Err(Error::validation(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
        ));
    }
    if requested > role.max_session_duration {
        return Err(Error::validation(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        ));
    }
    Ok(Duration::from_secs(requested.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_role_arns_are_assumed() {
        assert!(role_arn("arn:aws:iam::111122223333:role/team/App").is_ok());
        for (text, expected) in [
            ("App", "App is invalid"),
            ("arn:aws:iam::111122223333:user/ann", "Request ARN is invalid"),
            ("arn:aws:iam::111122223333:role/", "Request ARN is invalid"),
            ("arn:aws:iam::1111:role/App", "Request ARN is invalid"),
            ("arn:aws:iam:eu-west-1:111122223333:role/App", "Request ARN is invalid"),
            ("arn:aws-cn:iam::111122223333:role/App", "Request ARN is invalid"),
            ("arn:aws:sts::111122223333:assumed-role/App/s", "Request ARN is invalid"),
        ] {
            assert_eq!(role_arn(text).unwrap_err().to_string(), expected, "{text}");
        }
    }

    #[test]
    fn packed_size_is_in_percent_and_bounded() {
        let passed = |bytes: usize| Passed {
            policies: SessionPolicies::default(),
            tags: (0..bytes / 64).map(|at| (format!("{at:032}"), "v".repeat(32))).collect(),
            inherited: Tags::new(),
            transitive_tag_keys: Vec::new(),
            source_identity: None,
        };
        assert_eq!(passed(0).packed_size().unwrap(), None);
        assert_eq!(passed(64).packed_size().unwrap(), Some(2));
        assert_eq!(passed(MAX_PACKED).packed_size().unwrap(), Some(100));
        let refused = passed(MAX_PACKED + 64).packed_size().unwrap_err();
        assert_eq!(
            refused.to_string(),
            "Packed policy consumes 102% of allotted space, please use smaller policy."
        );
    }
}
