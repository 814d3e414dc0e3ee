//! A policy question in one JSON file: who, what, on what, under which policies. The user documentation of the form is
//! `docs/policy-evaluate.md`.

use std::fmt;

use arn::{AccountId, Arn};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::json::{self, Json};
use crate::{
    Authority, Context, Explanation, Grant, Named, Outcome, Policies, Policy, PolicyError, PolicyKind,
    Principal, Request, explain, keys,
};

/// The most text that [`run`] reads, in bytes.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;

/// Answers a case.
pub fn run(case_json: &str) -> Result<Verdict, CaseError> {
    if case_json.len() > MAX_TEXT {
        return Err(CaseError::TooLarge);
    }
    let case: Case = serde_json::from_str(case_json).map_err(CaseError::Form)?;
    case.judge()
}

/// The answer to a case. `Display` writes it for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Allow, ImplicitDeny or ExplicitDeny.
    pub decision: Outcome,
    /// The reason in one sentence.
    pub because: String,
    /// Every statement of every policy.
    pub explanation: Explanation,
}

/// Why a case cannot be answered.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// More than [`MAX_TEXT`].
    #[error("the case is longer than {MAX_TEXT} bytes: evaluate fewer policies at once")]
    TooLarge,
    /// Not JSON, an unknown field, or a field of the wrong type.
    #[error("the case cannot be read")]
    Form(#[source] serde_json::Error),
    /// A field holds a value that cannot stand there.
    #[error("{field}: {reason}")]
    Field {
        /// The field.
        field: &'static str,
        /// What is wrong and what to write.
        reason: String,
    },
    /// One of the policies is malformed.
    #[error("{which}: {source}")]
    Policy {
        /// Which, such as `identityPolicies[0]`.
        which: String,
        /// What is wrong with it.
        source: PolicyError,
    },
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Case {
    principal: Box<RawValue>,
    action: String,
    resource: String,
    resource_account: Option<AccountId>,
    context: Option<Box<RawValue>>,
    #[serde(default)]
    identity_policies: Vec<Box<RawValue>>,
    permissions_boundary: Option<Box<RawValue>>,
    #[serde(default)]
    session_policies: Vec<Box<RawValue>>,
    resource_policy: Option<Box<RawValue>>,
    #[serde(default)]
    resource_policy_kind: ResourcePolicyKind,
    grant: Option<GrantCase>,
    #[serde(default)]
    service_control_policies: Vec<Vec<Box<RawValue>>>,
    #[serde(default)]
    resource_control_policies: Vec<Vec<Box<RawValue>>>,
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum ResourcePolicyKind {
    #[default]
    Standard,
    KeyPolicy,
    Trust,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GrantCase {
    #[serde(default = "GrantCase::default_name")]
    name: String,
    grantee: String,
}

impl GrantCase {
    fn default_name() -> String {
        "grant".to_owned()
    }
}

/// The long form of `principal`.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct PrincipalCase {
    arn: Option<Arn>,
    account: Option<AccountId>,
    role_arn: Option<Arn>,
    user_arn: Option<Arn>,
    service: Option<String>,
    federated: Option<String>,
}

impl Case {
    fn judge(&self) -> Result<Verdict, CaseError> {
        let principal = parse_principal(self.principal.get())?;
        let context = self.context(&principal)?;
        let resource_account = self.resource_account(&principal)?;
        let (authority, resource_kind) = match self.resource_policy_kind {
            ResourcePolicyKind::Standard => (Authority::Standard, PolicyKind::Resource),
            ResourcePolicyKind::KeyPolicy => (Authority::KeyPolicy, PolicyKind::KeyPolicy),
            ResourcePolicyKind::Trust => (Authority::Trust, PolicyKind::Trust),
        };
        let identity = read_list("identityPolicies", &self.identity_policies, PolicyKind::Identity)?;
        let session = read_list("sessionPolicies", &self.session_policies, PolicyKind::Session)?;
        let boundary =
            read_one("permissionsBoundary", self.permissions_boundary.as_deref(), PolicyKind::Boundary)?;
        let resource = read_one("resourcePolicy", self.resource_policy.as_deref(), resource_kind)?;
        let service_control = read_levels("serviceControlPolicies", &self.service_control_policies)?;
        let resource_control = read_levels("resourceControlPolicies", &self.resource_control_policies)?;

        let (identity, session) = (named(&identity), named(&session));
        let service_levels: Vec<_> = service_control.iter().map(|level| named(level)).collect();
        let resource_levels: Vec<_> = resource_control.iter().map(|level| named(level)).collect();
        let service_levels: Vec<&[Named<'_>]> = service_levels.iter().map(Vec::as_slice).collect();
        let resource_levels: Vec<&[Named<'_>]> = resource_levels.iter().map(Vec::as_slice).collect();
        let request = Request {
            principal: &principal,
            principal_id: None,
            action: &self.action,
            resource: &self.resource,
            resource_account,
            context: &context,
        };
        let policies = Policies {
            identity: &identity,
            boundary: boundary.as_ref().map(NamedPolicy::named),
            session: &session,
            resource: resource.as_ref().map(NamedPolicy::named),
            resource_authority: authority,
            grant: self.grant.as_ref().map(|grant| Grant { name: &grant.name, grantee: &grant.grantee }),
            service_control: &service_levels,
            resource_control: &resource_levels,
        };
        let explanation = explain(&request, &policies);
        Ok(Verdict {
            decision: explanation.decision.outcome,
            because: explanation.decision.because(),
            explanation,
        })
    }

    fn context(&self, principal: &Principal) -> Result<Context, CaseError> {
        let mut context = Context::new();
        context.insert_principal(principal);
        let Some(raw) = &self.context else { return Ok(context) };
        let wrong = |reason: String| CaseError::Field { field: "context", reason };
        let Json::Object(entries) = json::parse(raw.get()).map_err(|error| wrong(error.to_string()))? else {
            return Err(wrong("write an object of condition keys and their values".to_owned()));
        };
        for (key, value) in entries {
            let multivalued = keys::find(&key).map(|known| known.multivalued);
            match (value, multivalued) {
                (Json::List(_), Some(false)) => {
                    return Err(wrong(format!("{key} has one value, not a list")));
                }
                (Json::List(items), _) => {
                    let values: Option<Vec<String>> = items.into_iter().map(scalar).collect();
                    let values = values
                        .ok_or_else(|| wrong(format!("{key}: a list holds texts, numbers or booleans")))?;
                    context.insert_many(key, values);
                }
                (value, multivalued) => {
                    let value = scalar(value).ok_or_else(|| {
                        wrong(format!("{key}: write a text, number, boolean or a list of them"))
                    })?;
                    if multivalued == Some(true) {
                        context.insert_many(key, [value]);
                    } else {
                        context.insert(key, value);
                    }
                }
            }
        }
        Ok(context)
    }

    fn resource_account(&self, principal: &Principal) -> Result<AccountId, CaseError> {
        let in_arn = || self.resource.parse::<Arn>().ok()?.account_id();
        self.resource_account.or_else(in_arn).or_else(|| principal.account()).ok_or_else(|| {
            CaseError::Field {
                field: "resourceAccount",
                reason: "needed here, because neither the resource nor the principal names an account"
                    .to_owned(),
            }
        })
    }
}

fn scalar(json: Json) -> Option<String> {
    match json {
        Json::Text(text) | Json::Number(text) => Some(text),
        Json::Bool(value) => Some(value.to_string()),
        Json::Null | Json::List(_) | Json::Object(_) => None,
    }
}

fn parse_principal(json: &str) -> Result<Principal, CaseError> {
    if json.starts_with('{') {
        return serde_json::from_str::<PrincipalCase>(json).map_err(CaseError::Form)?.principal();
    }
    let text: String = serde_json::from_str(json).map_err(CaseError::Form)?;
    if text == "*" {
        return Ok(Principal::Anonymous);
    }
    if text.starts_with("arn:") {
        let arn = text.parse().map_err(|error: arn::Error| wrong_principal(error.to_string()))?;
        return PrincipalCase { arn: Some(arn), ..PrincipalCase::default() }.principal();
    }
    if text.ends_with(".amazonaws.com") {
        return Ok(Principal::Service { name: text });
    }
    match text.parse() {
        Ok(account) => Ok(Principal::Root { account }),
        Err(_) => Err(wrong_principal(
            "write an ARN, an account id, a service such as logs.amazonaws.com, or \"*\"",
        )),
    }
}

impl PrincipalCase {
    fn principal(self) -> Result<Principal, CaseError> {
        let arn = match (self.arn, self.service, self.federated) {
            (None, Some(name), None) => return Ok(Principal::Service { name }),
            (None, None, Some(provider)) => return Ok(Principal::Federated { provider }),
            (Some(arn), None, None) => arn,
            _ => return Err(wrong_principal("give exactly one of arn, service and federated")),
        };
        let account = arn.account_id().ok_or_else(|| wrong_principal(format!("{arn} names no account")))?;
        if self.account.is_some_and(|stated| stated != account) {
            return Err(wrong_principal(format!("account and {arn} name different accounts")));
        }
        match (arn.service(), arn.resource().split_once('/')) {
            ("iam", None) if arn.resource() == "root" => Ok(Principal::Root { account }),
            ("iam", Some(("user", _))) => Ok(Principal::User { account, arn }),
            ("iam", Some(("role", _))) => Err(wrong_principal(
                "a role makes no calls, its sessions do: write arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION",
            )),
            ("sts", Some(("assumed-role", rest))) => {
                let (role, _) = rest.split_once('/').ok_or_else(|| {
                    wrong_principal("write assumed-role/ROLE/SESSION, with the session's name")
                })?;
                let role_arn = match self.role_arn {
                    Some(role_arn) => role_arn,
                    None => format!("arn:{}:iam::{account}:role/{role}", arn.partition())
                        .parse()
                        .map_err(|error: arn::Error| wrong_principal(error.to_string()))?,
                };
                Ok(Principal::AssumedRole { account, role_arn, session_arn: arn })
            }
            ("sts", Some(("federated-user", _))) => {
                let user_arn = self.user_arn.ok_or_else(|| {
                    wrong_principal(
                        "a federated user needs the user behind it: {\"arn\": ..., \"userArn\": ...}",
                    )
                })?;
                Ok(Principal::FederatedUser { account, user_arn, session_arn: arn })
            }
            _ => Err(wrong_principal(format!(
                "{arn} is not an account root, user, role session or federated user"
            ))),
        }
    }
}

fn wrong_principal(reason: impl Into<String>) -> CaseError {
    CaseError::Field { field: "principal", reason: reason.into() }
}

struct NamedPolicy {
    name: String,
    policy: Policy,
}

impl NamedPolicy {
    fn named(&self) -> Named<'_> {
        Named { name: &self.name, policy: &self.policy }
    }
}

fn named(policies: &[NamedPolicy]) -> Vec<Named<'_>> {
    policies.iter().map(NamedPolicy::named).collect()
}

/// A policy is known by its `Id`, or else by where it stands in the case.
fn read(which: String, raw: &RawValue, kind: PolicyKind) -> Result<NamedPolicy, CaseError> {
    match Policy::parse(raw.get(), kind) {
        Ok(policy) => Ok(NamedPolicy { name: policy.id().map_or(which, ToOwned::to_owned), policy }),
        Err(source) => Err(CaseError::Policy { which, source }),
    }
}

fn read_one(field: &str, raw: Option<&RawValue>, kind: PolicyKind) -> Result<Option<NamedPolicy>, CaseError> {
    raw.map(|raw| read(field.to_owned(), raw, kind)).transpose()
}

fn read_list(field: &str, list: &[Box<RawValue>], kind: PolicyKind) -> Result<Vec<NamedPolicy>, CaseError> {
    list.iter().enumerate().map(|(index, raw)| read(format!("{field}[{index}]"), raw, kind)).collect()
}

fn read_levels(field: &str, levels: &[Vec<Box<RawValue>>]) -> Result<Vec<Vec<NamedPolicy>>, CaseError> {
    let levels = levels.iter().enumerate();
    levels
        .map(|(index, list)| read_list(&format!("{field}[{index}]"), list, PolicyKind::Organization))
        .collect()
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.explanation.fmt(out)
    }
}
