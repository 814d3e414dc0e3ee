//! Asking what would be decided: SimulatePrincipalPolicy, SimulateCustomPolicy, GetContextKeysForPrincipalPolicy and
//! GetContextKeysForCustomPolicy. Nothing is called and nothing is granted.
//!
//! Each pair of an action and a resource has a result of its own. Only the pairs of the page are evaluated.

use std::collections::BTreeSet;
use std::sync::Arc;

use arn::{AccountId, Arn};
use aws_model::iam;
use gate::{Call, Directory as _, Effect, Guarded, Permit, PolicyLevel, Question, Resolved, View};
use iam_policy::{Context, Policy, PolicyKind, Principal};
use store::Tx;

use super::attached_policies::name_of;
use super::groups::groups_of;
use super::on_account::on_account;
use crate::authorize::question;
use crate::paging::{Listed, Listing};
use crate::records::{Entity, Group, Identity, ManagedPolicy, Role, User};
use crate::simulator::{self, Simulator, Source, SourceKind};
use crate::tags::Tags;
use crate::{Error, Iam};

/// Whose policies are asked about.
pub struct Asked(PolicySource);

/// A user, group or role that an ARN names.
pub enum PolicySource {
    User(User),
    Group(Group),
    Role(Role),
    /// There is none; the error says so.
    Missing(Error),
}

impl Guarded<iam::SimulatePrincipalPolicy> for Iam {
    type Target = Asked;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::SimulatePrincipalPolicyRequest>,
    ) -> Result<Resolved<Asked>, Error> {
        let source =
            PolicySource::find(view.tx().await?, call.caller.account, &call.input.policy_source_arn).await?;
        Ok(source.ask("iam:SimulatePrincipalPolicy", &call.input.policy_source_arn, call.caller.account))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::SimulatePrincipalPolicy, Asked>,
    ) -> Result<iam::SimulatePolicyResponse, Error> {
        let (input, account) = (permit.input(), permit.caller().account);
        crate::error::unsupported(
            "PolicyExclusionList",
            &input.policy_exclusion_list.as_ref().filter(|list| !list.is_empty()),
        )?;
        let source = permit.into_target().0;
        let tx = view.tx().await?;
        let mut policies = source.policies(tx).await?;
        policies.extend(input_list(input.policy_input_list.as_deref(), "PolicyInputList"));
        let boundary = match boundary(input.permissions_boundary_policy_input_list.as_deref())? {
            Some(boundary) => Some(boundary),
            None => source.boundary(tx).await?,
        };
        let asked = Pairs {
            actions: &input.action_names,
            resources: input.resource_arns.as_deref(),
            owner: input.resource_owner.as_deref(),
        };
        let caller = Caller::of(&source, input.caller_arn.as_deref(), account)?;
        let simulator = Simulator::new(
            policies,
            boundary,
            resource_policy(input.resource_policy.as_deref(), caller.named)?,
            caller.principal,
            context(source.tags(), input.context_entries.as_deref())?,
        )?
        .limited_by(&self.membership(account).await?.service_control);
        let name = format!("SimulatePrincipalPolicy/{account}/{}/{asked:?}", input.policy_source_arn);
        let listing = self.listing(name, input.max_items);
        asked.answer(&listing, &simulator, account, input.marker.as_deref())
    }
}

impl Guarded<iam::GetContextKeysForPrincipalPolicy> for Iam {
    type Target = Asked;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GetContextKeysForPrincipalPolicyRequest>,
    ) -> Result<Resolved<Asked>, Error> {
        let source =
            PolicySource::find(view.tx().await?, call.caller.account, &call.input.policy_source_arn).await?;
        Ok(source.ask(
            "iam:GetContextKeysForPrincipalPolicy",
            &call.input.policy_source_arn,
            call.caller.account,
        ))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::GetContextKeysForPrincipalPolicy, Asked>,
    ) -> Result<iam::GetContextKeysForPolicyResponse, Error> {
        let input = permit.input();
        let mut policies = permit.into_target().0.policies(view.tx().await?).await?;
        policies.extend(input_list(input.policy_input_list.as_deref(), "PolicyInputList"));
        context_keys(&policies)
    }
}

on_account! {
    Read SimulateCustomPolicy;
    |call| {
        let (input, account) = (call.input, call.found);
        let policies = input_list(Some(&input.policy_input_list), "PolicyInputList").collect();
        let asked = Pairs {
            actions: &input.action_names,
            resources: input.resource_arns.as_deref(),
            owner: input.resource_owner.as_deref(),
        };
        let caller = Caller::named(input.caller_arn.as_deref(), account)?;
        let simulator = Simulator::new(
            policies,
            boundary(input.permissions_boundary_policy_input_list.as_deref())?,
            resource_policy(input.resource_policy.as_deref(), caller.named)?,
            caller.principal,
            context(None, input.context_entries.as_deref())?,
        )?
        .limited_by(&service_control(input.ordered_organization_policy_input_list.as_deref())?);
        let listing = call.iam.listing(format!("SimulateCustomPolicy/{account}/{asked:?}"), input.max_items);
        asked.answer(&listing, &simulator, account, input.marker.as_deref())
    }

    Read GetContextKeysForCustomPolicy;
    |call| context_keys(&input_list(Some(&call.input.policy_input_list), "PolicyInputList").collect::<Vec<_>>())
}

impl PolicySource {
    pub(super) async fn find(tx: &mut Tx, account: AccountId, text: &str) -> Result<Self, Error> {
        let invalid = || Error::InvalidInput(format!("Invalid Entity Arn: {text}"));
        let arn: Arn = text.parse().map_err(|_| invalid())?;
        let (kind, rest) = arn.resource().split_once('/').ok_or_else(invalid)?;
        let name = rest.rsplit('/').next().unwrap_or_default();
        if arn.service() != "iam" || arn.account_id() != Some(account) {
            return Err(invalid());
        }
        Ok(match kind {
            "user" => Self::of(User::find(tx, account, name).await?, Self::User, text, name),
            "group" => Self::of(Group::find(tx, account, name).await?, Self::Group, text, name),
            "role" => Self::of(Role::find(tx, account, name).await?, Self::Role, text, name),
            _ => return Err(invalid()),
        })
    }

    fn of<E: Entity>(found: Option<E>, source: fn(E) -> Self, arn: &str, name: &str) -> Self {
        found.filter(|found| found.arn() == arn).map_or_else(|| Self::Missing(E::missing(name)), source)
    }

    fn ask(self, action: &'static str, arn: &str, account: AccountId) -> Resolved<Asked> {
        let question = self.question(action, arn, account);
        Resolved::one(Asked(self), question)
    }

    pub(super) fn question(&self, action: &'static str, arn: &str, account: AccountId) -> Question {
        match self {
            Self::User(user) => question(action, user),
            Self::Group(group) => question(action, group),
            Self::Role(role) => question(action, role),
            Self::Missing(_) => Question::new(action, arn, account),
        }
    }

    /// All of its identity policies; an error when it does not exist.
    async fn policies(&self, tx: &mut Tx) -> Result<Vec<Source>, Error> {
        match self {
            Self::User(user) => {
                let mut all = policies_of(tx, user, SourceKind::User).await?;
                for group in groups_of(tx, user).await? {
                    all.extend(policies_of(tx, &group, SourceKind::Group).await?);
                }
                Ok(all)
            }
            Self::Group(group) => policies_of(tx, group, SourceKind::Group).await,
            Self::Role(role) => policies_of(tx, role, SourceKind::Role).await,
            Self::Missing(error) => Err(Error::NotThere(error.to_string())),
        }
    }

    async fn boundary(&self, tx: &mut Tx) -> Result<Option<Source>, Error> {
        let (account, boundary) = match self {
            Self::User(user) => (user.account, user.boundary()),
            Self::Role(role) => (role.account, role.boundary()),
            Self::Group(_) | Self::Missing(_) => return Ok(None),
        };
        match boundary {
            Some(arn) => managed(tx, account, arn).await.map(Some),
            None => Ok(None),
        }
    }

    fn tags(&self) -> Option<&Tags> {
        match self {
            Self::User(user) => Some(&user.tags),
            Self::Role(role) => Some(&role.tags),
            Self::Group(_) | Self::Missing(_) => None,
        }
    }
}

async fn policies_of<P: Identity>(tx: &mut Tx, owner: &P, kind: SourceKind) -> Result<Vec<Source>, Error> {
    let id = |name: &str| format!("{}_{}_{name}", P::RESOURCE, owner.name());
    let inline = owner.inline().iter();
    let mut all: Vec<_> =
        inline.map(|(name, text)| Source { id: id(name), kind, text: text.clone() }).collect();
    for arn in owner.attached() {
        all.push(managed(tx, owner.account(), arn).await?);
    }
    Ok(all)
}

async fn managed(tx: &mut Tx, account: AccountId, arn: &str) -> Result<Source, Error> {
    let policy = ManagedPolicy::attachable(tx, account, arn).await?;
    let kind = if policy.aws { SourceKind::AwsManaged } else { SourceKind::UserManaged };
    Ok(Source { id: name_of(arn).to_owned(), kind, text: policy.document()?.to_owned() })
}

/// Policies that the request brings, by AWS's names for them: `PolicyInputList.1`.
fn input_list(texts: Option<&[String]>, name: &str) -> impl Iterator<Item = Source> {
    texts.unwrap_or_default().iter().enumerate().map(move |(index, text)| Source {
        id: format!("{name}.{}", index + 1),
        kind: SourceKind::None,
        text: text.clone(),
    })
}

fn boundary(texts: Option<&[String]>) -> Result<Option<Source>, Error> {
    let mut all = input_list(texts, "PermissionsBoundaryPolicyInputList");
    match (all.next(), all.next()) {
        (first, None) => Ok(first),
        _ => Err(Error::InvalidInput("There can be one permissions boundary only.".to_owned())),
    }
}

fn resource_policy(text: Option<&str>, named_caller: bool) -> Result<Option<Source>, Error> {
    let Some(text) = text else { return Ok(None) };
    if !named_caller {
        return Err(Error::InvalidInput("CallerArn is needed with ResourcePolicy.".to_owned()));
    }
    Ok(Some(Source { id: "ResourcePolicy".to_owned(), kind: SourceKind::Resource, text: text.to_owned() }))
}

/// Service control policies that the request brings, from the root of an organization to an account.
fn service_control(levels: Option<&[iam::OrderedOrganizationPolicyType]>) -> Result<Vec<PolicyLevel>, Error> {
    let level = |(at, level): (usize, &iam::OrderedOrganizationPolicyType)| -> Result<PolicyLevel, Error> {
        let name = format!("OrderedOrganizationPolicyInputList.{}.ServiceControlPolicyInputList", at + 1);
        let parsed = |Source { id, text, .. }: Source| match Policy::parse(&text, PolicyKind::Organization) {
            Ok(policy) => Ok((id, Arc::new(policy))),
            Err(error) => Err(Error::InvalidInput(format!("{id}: {error}"))),
        };
        input_list(level.service_control_policy_input_list.as_deref(), &name).map(parsed).collect()
    };
    levels.unwrap_or_default().iter().enumerate().map(level).collect()
}

/// Who is taken to call.
struct Caller {
    principal: Principal,
    /// Whether the request, or the source of the policies, says who.
    named: bool,
}

impl Caller {
    fn of(source: &PolicySource, caller_arn: Option<&str>, account: AccountId) -> Result<Self, Error> {
        if caller_arn.is_some() {
            return Self::named(caller_arn, account);
        }
        match source {
            PolicySource::User(user) => {
                let principal = Principal::User { account, arn: parsed(&user.arn())? };
                Ok(Self { principal, named: true })
            }
            PolicySource::Role(role) => {
                let session =
                    format!("arn:{}:sts::{account}:assumed-role/{}/simulation", arn::PARTITION, role.name);
                let (role_arn, session_arn) = (parsed(&role.arn())?, parsed(&session)?);
                Ok(Self {
                    principal: Principal::AssumedRole { account, role_arn, session_arn },
                    named: false,
                })
            }
            PolicySource::Group(_) | PolicySource::Missing(_) => Self::named(None, account),
        }
    }

    fn named(caller_arn: Option<&str>, account: AccountId) -> Result<Self, Error> {
        let Some(text) = caller_arn else {
            let nobody = format!("arn:{}:iam::{account}:user/simulation", arn::PARTITION);
            return Ok(Self { principal: Principal::User { account, arn: parsed(&nobody)? }, named: false });
        };
        let invalid = || Error::InvalidInput(format!("CallerArn must be the ARN of a user: {text}"));
        let arn: Arn = text.parse().map_err(|_| invalid())?;
        let is_user = arn.service() == "iam" && arn.resource().starts_with("user/");
        match arn.account_id().filter(|_| is_user) {
            Some(account) => Ok(Self { principal: Principal::User { account, arn }, named: true }),
            None => Err(invalid()),
        }
    }
}

fn parsed(arn: &str) -> Result<Arn, Error> {
    arn.parse().map_err(|error: arn::Error| Error::corrupt(format!("name {arn}"), error))
}

/// The tags of the caller, and what the request states: that wins.
fn context(tags: Option<&Tags>, entries: Option<&[iam::ContextEntry]>) -> Result<Context, Error> {
    use iam::ContextKeyTypeEnum as Type;
    let mut context = Context::new();
    for (key, value) in tags.into_iter().flatten() {
        context.insert(format!("aws:PrincipalTag/{key}"), value.clone());
    }
    for entry in entries.unwrap_or_default() {
        let key = entry.context_key_name.clone().unwrap_or_default();
        let values = entry.context_key_values.clone().unwrap_or_default();
        let is_list = matches!(
            entry.context_key_type,
            Some(
                Type::StringList
                    | Type::NumericList
                    | Type::BooleanList
                    | Type::IpList
                    | Type::BinaryList
                    | Type::DateList
            )
        );
        if is_list {
            context.insert_many(key, values);
        } else if let [value] = values.as_slice() {
            context.insert(key, value.clone());
        } else {
            return Err(Error::InvalidInput(format!(
                "The context key {key} has {} values, and a type for one.",
                values.len()
            )));
        }
    }
    Ok(context)
}

/// What is asked: every action on every resource.
#[derive(Debug)]
struct Pairs<'a> {
    actions: &'a [String],
    resources: Option<&'a [String]>,
    owner: Option<&'a str>,
}

impl Pairs<'_> {
    fn answer(
        &self,
        listing: &Listing<'_>,
        simulator: &Simulator,
        account: AccountId,
        marker: Option<&str>,
    ) -> Result<iam::SimulatePolicyResponse, Error> {
        let everything = ["*".to_owned()];
        let resources = self.resources.filter(|all| !all.is_empty()).unwrap_or(&everything);
        if let Some(action) = self.actions.iter().find(|action| !is_action(action)) {
            return Err(Error::InvalidInput(format!("Invalid action name: {action}")));
        }
        let owner = self.owner.map(owner).transpose()?;
        // There can be far more pairs than a page has: only those of the page are looked at. A marker holds the number of the last one.
        let after = listing.place(marker)?.map(|place| place.parse::<usize>());
        let after = after.transpose().map_err(|_| Error::InvalidMarker)?;
        let first = after.map_or(0, |last| last.saturating_add(1));
        let pair = |number: usize| {
            let action = self.actions.get(number.checked_div(resources.len())?)?;
            Some((number, action, resources.get(number.checked_rem(resources.len())?)?))
        };
        let pairs = (first..).take(listing.limit().saturating_add(1)).map_while(pair).collect();
        let page: Listed<_> = listing.listed(pairs, |(number, ..)| number.to_string())?;
        let result = |(_, action, resource): (usize, &String, &String)| {
            let in_arn = || resource.parse::<Arn>().ok().and_then(|arn| arn.account_id());
            simulator.result(action, resource, in_arn().or(owner).unwrap_or(account))
        };
        Ok(iam::SimulatePolicyResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            evaluation_results: Some(page.items.into_iter().map(result).collect()),
        })
    }
}

/// `service:Operation`; no patterns.
fn is_action(text: &str) -> bool {
    let name = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.split_once(':').is_some_and(|(service, operation)| name(service) && name(operation))
}

/// The account of `ResourceOwner`: the ARN of an account's root, or an account id.
fn owner(text: &str) -> Result<AccountId, Error> {
    let in_arn = || text.parse::<Arn>().ok().and_then(|arn| arn.account_id());
    let invalid = || Error::InvalidInput(format!("ResourceOwner must be the ARN of an account: {text}"));
    text.parse().ok().or_else(in_arn).ok_or_else(invalid)
}

fn context_keys(policies: &[Source]) -> Result<iam::GetContextKeysForPolicyResponse, Error> {
    let mut keys = BTreeSet::new();
    for Source { id, text, .. } in policies {
        Policy::parse(text, PolicyKind::Identity)
            .map_err(|error| Error::InvalidInput(format!("{id}: {error}")))?;
        simulator::insert_context_keys(text, &mut keys);
    }
    Ok(iam::GetContextKeysForPolicyResponse { context_key_names: Some(keys.into_iter().collect()) })
}
