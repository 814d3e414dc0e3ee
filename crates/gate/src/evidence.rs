//! What a decision was made from, as its record keeps it, so that it can be made again.
//!
//! The record is on the way of every call, so it repeats nothing: who called, from where and when stands in it anyway, and what the resource
//! or the organization is like is kept only where a policy looked at it.

use std::borrow::Cow;

use arn::AccountId;
use iam_policy::{Context, Decision, Fingerprint, Policy, PolicyType, Values};
use serde::{Deserialize, Serialize};

use crate::caller::Caller;
use crate::guarded::Question;
use crate::membership::PolicyLevel;

/// A question and its answer, as the record keeps them: an entry of `additionalEventData.lodge.decisions`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decided {
    /// `kms:Encrypt`.
    pub action: Cow<'static, str>,
    /// The ARN, or `*`.
    pub resource: String,
    /// Who owns the resource, when that is neither the account of its ARN nor, where that has none, the caller's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AccountId>,
    /// `outcome` and `reasons`.
    #[serde(flatten)]
    pub decision: Decision,
    /// What it was made from. Older records do not tell, nor do those where it is too long; a question that has the same as the one before it
    /// does not repeat it.
    #[serde(flatten)]
    pub evidence: Option<Evidence>,
}

/// Who owns the resource, as far as its ARN says; one without an account is the caller's.
pub(crate) fn owner_of(resource: &str, caller: Option<AccountId>) -> Option<AccountId> {
    resource.split(':').nth(4).and_then(|account| account.parse().ok()).or(caller)
}

/// What a decision was made from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Condition keys: those of the call itself, and of the others those that a policy looks at, unless the record has them elsewhere.
    #[serde(default, with = "written", skip_serializing_if = "is_empty")]
    pub context: Context,
    /// The ARN of the grantee, when a grant covered the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grantee: Option<String>,
    /// All policies that were looked at.
    pub policies: Fingerprints,
}

/// The policies of a decision, by type and in order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Fingerprints {
    /// Service control policies, from the root of the organization to the account.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service_control: Vec<Vec<Fingerprint>>,
    /// Resource control policies, likewise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resource_control: Vec<Vec<Fingerprint>>,
    /// The policy of the resource: key policy, trust policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<Fingerprint>,
    /// Of the user and its groups, or of the role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identity: Vec<Fingerprint>,
    /// The permissions boundary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<Fingerprint>,
    /// Session policies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub session: Vec<Fingerprint>,
}

impl Evidence {
    /// Of a question that has the keys that the gate adds, under these policies of organizations.
    pub fn of(
        caller: &Caller,
        service_control: &[PolicyLevel],
        resource_control: &[PolicyLevel],
        question: &Question,
    ) -> Self {
        let session = caller.session.as_ref().map_or(&[][..], |session| &session.policies);
        let (boundary, resource) = (caller.boundary.as_ref(), question.resource_policy.as_ref());
        let identity = &caller.identity_policies;
        let mut context = Context::new();
        for (key, values) in question.context.entries() {
            if is_of_call(key, resource.is_some()) {
                keep(&mut context, key, values);
            }
        }
        let levels = service_control.iter().chain(resource_control).flatten();
        let own = identity.iter().chain(boundary).chain(session);
        let policies = levels.chain(own).map(|(_, policy)| policy).chain(resource.map(|(_, policy)| policy));
        for key in policies.flat_map(|policy| policy.context_keys()) {
            if !is_elsewhere(key)
                && context.get(key).is_none()
                && let Some(values) = question.context.get(key)
            {
                keep(&mut context, key, values);
            }
        }
        Self {
            context,
            grantee: question.grant.as_ref().map(|grant| grant.grantee.clone()),
            policies: Fingerprints::of(caller, service_control, resource_control, question),
        }
    }

    /// The condition keys that the record does not repeat, since they follow from others.
    pub(crate) fn add_derived_keys(context: &mut Context, caller: &Caller) {
        context.insert("kms:CallerAccount", caller.account.to_string());
        let names = context.iter().filter_map(|(key, _)| strip_prefix(key, ENCRYPTION_CONTEXT));
        let names: Vec<String> = names.map(str::to_owned).collect();
        context.insert_many("kms:EncryptionContextKeys", names);
    }
}

/// Where a policy counts, and which text it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its type.
    pub policy_type: PolicyType,
    /// Of an organization's policies: the level, 0 for the root.
    pub level: Option<usize>,
    /// Its text.
    pub fingerprint: Fingerprint,
}

impl Fingerprints {
    /// One by one, in the order of evaluation; `resource` is the type of the policy of the resource.
    pub fn places(&self, resource: PolicyType) -> impl Iterator<Item = Place> {
        let place = |policy_type, level| {
            move |fingerprint: &Fingerprint| Place { policy_type, level, fingerprint: *fingerprint }
        };
        let levels = move |policy_type| {
            move |(level, list): (usize, &Vec<Fingerprint>)| -> Vec<Place> {
                list.iter().map(place(policy_type, Some(level))).collect()
            }
        };
        let service = self.service_control.iter().enumerate().flat_map(levels(PolicyType::ServiceControl));
        let of_resource = self.resource_control.iter().enumerate();
        service
            .chain(of_resource.flat_map(levels(PolicyType::ResourceControl)))
            .chain(self.resource.iter().map(place(resource, None)))
            .chain(self.identity.iter().map(place(PolicyType::Identity, None)))
            .chain(self.permissions_boundary.iter().map(place(PolicyType::PermissionsBoundary, None)))
            .chain(self.session.iter().map(place(PolicyType::Session, None)))
    }

    pub(crate) fn of(
        caller: &Caller,
        service_control: &[PolicyLevel],
        resource_control: &[PolicyLevel],
        question: &Question,
    ) -> Self {
        let levels = |levels: &[PolicyLevel]| levels.iter().map(|level| fingerprints(level)).collect();
        let session = caller.session.as_ref().map_or(&[][..], |session| &session.policies);
        Self {
            service_control: levels(service_control),
            resource_control: levels(resource_control),
            resource: question.resource_policy.as_ref().map(|(_, policy)| policy.fingerprint()),
            identity: fingerprints(&caller.identity_policies),
            permissions_boundary: caller.boundary.as_ref().map(|(_, policy)| policy.fingerprint()),
            session: fingerprints(session),
        }
    }
}

fn fingerprints(policies: &[(String, std::sync::Arc<Policy>)]) -> Vec<Fingerprint> {
    policies.iter().map(|(_, policy)| policy.fingerprint()).collect()
}

/// Sets a key of any case and kind.
pub(crate) fn keep(context: &mut Context, key: &str, values: &Values) {
    match values {
        Values::One(value) => context.insert(key.to_owned(), value.clone()),
        Values::Many(values) => context.insert_many(key.to_owned(), values.iter().cloned()),
    }
}

fn is_empty(context: &Context) -> bool {
    context.iter().next().is_none()
}

const ENCRYPTION_CONTEXT: &str = "kms:EncryptionContext:";

/// What keys that services bring for their calls begin with. Tokens of identity providers bring others, about people: they are not here.
const SERVICES: [&str; 5] = ["kms:", "sts:", "iam:", "organizations:", "xks:"];

/// Whether the call itself brings the key; `about_existing`: the question is about a resource with a policy, which may bring others.
pub(crate) fn is_of_call(key: &str, about_existing: bool) -> bool {
    // Most keys are none of these, and this is on the way of every call.
    let of_service = SERVICES.iter().any(|service| key.starts_with(service));
    let of_tags = key == "aws:TagKeys" || key.starts_with("aws:RequestTag/");
    let of_resource = |key| is_tag_of_resource(key) || (about_existing && is_of_key(key));
    (of_service || of_tags) && !is_elsewhere(key) && !of_resource(key)
}

/// Whether the key is about the resource, as it is at the moment.
pub(crate) fn is_of_resource(key: &str) -> bool {
    is_tag_of_resource(key) || is_of_key(key)
}

/// Whether the key is a tag of the caller.
pub(crate) fn is_tag_of_principal(key: &str) -> bool {
    strip_prefix(key, "aws:PrincipalTag/").is_some()
}

/// Whether the organization gives it.
pub(crate) fn is_of_organization(key: &str) -> bool {
    ["aws:PrincipalOrg", "aws:ResourceOrg"].iter().any(|family| strip_prefix(key, family).is_some())
}

fn is_tag_of_resource(key: &str) -> bool {
    ["aws:ResourceTag/", "iam:ResourceTag/"].iter().any(|family| strip_prefix(key, family).is_some())
}

fn is_of_key(key: &str) -> bool {
    const OF_KEY: [&str; 8] = [
        "kms:KeySpec",
        "kms:KeyUsage",
        "kms:KeyOrigin",
        "kms:CustomerMasterKeySpec",
        "kms:CustomerMasterKeyUsage",
        "kms:MultiRegion",
        "kms:MultiRegionKeyType",
        "kms:ResourceAliases",
    ];
    OF_KEY.iter().any(|known| key.eq_ignore_ascii_case(known))
}

/// Whether the rest of the record tells it.
pub(crate) fn is_elsewhere(key: &str) -> bool {
    const ELSEWHERE: [&str; 11] = [
        "aws:CurrentTime",
        "aws:EpochTime",
        "aws:PrincipalAccount",
        "aws:PrincipalArn",
        "aws:PrincipalType",
        "aws:SecureTransport",
        "aws:SourceIp",
        "aws:userid",
        "aws:username",
        "kms:CallerAccount",
        "kms:EncryptionContextKeys",
    ];
    ELSEWHERE.iter().any(|known| key.eq_ignore_ascii_case(known))
}

/// The rest of a key of this family, which is written in any case.
fn strip_prefix<'k>(key: &'k str, family: &str) -> Option<&'k str> {
    let (front, rest) = key.split_at_checked(family.len())?;
    front.eq_ignore_ascii_case(family).then_some(rest)
}

/// A context as JSON: `{"kms:RequestAlias": "alias/a", "aws:TagKeys": ["team"]}`.
pub(crate) mod written {
    use std::collections::BTreeMap;

    use iam_policy::{Context, Values};
    use serde::ser::SerializeMap;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(untagged)]
    enum OneOrMany<T> {
        One(T),
        Many(Vec<T>),
    }

    pub fn serialize<S: Serializer>(context: &Context, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, values) in context.iter() {
            match values {
                Values::One(value) => map.serialize_entry(key, value)?,
                Values::Many(values) => map.serialize_entry(key, values)?,
            }
        }
        map.end()
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Context, D::Error> {
        let mut context = Context::new();
        for (key, values) in BTreeMap::<String, OneOrMany<String>>::deserialize(deserializer)? {
            match values {
                OneOrMany::One(value) => context.insert(key, value),
                OneOrMany::Many(values) => context.insert_many(key, values),
            }
        }
        Ok(context)
    }
}
