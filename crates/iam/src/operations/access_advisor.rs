//! GenerateServiceLastAccessedDetails, GetServiceLastAccessedDetails, GetServiceLastAccessedDetailsWithEntities,
//! ListPoliciesGrantingServiceAccess.

use std::collections::BTreeMap;

use arn::AccountId;
use aws_model::iam;
use clock::Timestamp;
use gate::{Call, Caller, Effect, Guarded, Permit, Question, Resolved, View};
use iam_policy::{Policy, PolicyKind};
use store::{Page, Tx};

use super::attached_policies::name_of;
use super::groups::groups_of;
use super::simulation::PolicySource;
use crate::access_advisor::{Advised, Found, allowed_by};
use crate::authorize::question;
use crate::records::{
    AccessReport, ActionUse, Entity, EntityUse, Group, Identity, ManagedPolicy, ReportFailure, ReportScope,
    Role, ServiceUse, Usage, UseBy, User,
};
use crate::{Error, Iam, unique_id};

/// What a report is about.
pub enum Subject {
    /// A user, group or role, or nothing.
    Holder(Box<PolicySource>),
    /// A managed policy.
    Policy(Box<ManagedPolicy>),
}

impl Guarded<iam::GenerateServiceLastAccessedDetails> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GenerateServiceLastAccessedDetailsRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        let (arn, account) = (&call.input.arn, call.caller.account);
        let action = "iam:GenerateServiceLastAccessedDetails";
        if arn.contains(":policy/") {
            let found = ManagedPolicy::find(view.tx().await?, account, arn).await?;
            return Ok(match found {
                Some(policy) => {
                    let question = question(action, &policy);
                    Resolved::one(Subject::Policy(Box::new(policy)), question)
                }
                None => {
                    let missing = PolicySource::Missing(ManagedPolicy::missing(arn));
                    Resolved::one(Subject::Holder(Box::new(missing)), Question::new(action, arn, account))
                }
            });
        }
        let source = PolicySource::find(view.tx().await?, account, arn).await?;
        let question = source.question(action, arn, account);
        Ok(Resolved::one(Subject::Holder(Box::new(source)), question))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::GenerateServiceLastAccessedDetails, Subject>,
    ) -> Result<iam::GenerateServiceLastAccessedDetailsResponse, Error> {
        let caller = permit.caller();
        let made = permit.origin().at;
        let scope = match permit.input().granularity {
            Some(iam::AccessAdvisorUsageGranularityType::ActionLevel) => ReportScope::Actions,
            _ => ReportScope::Services,
        };
        let mut tx = self.access_advisor.store.begin().await?;
        let (policies, advised) = permit.into_target().read(&mut tx, caller.account).await?;
        drop(tx);
        let policies: Vec<&Policy> = policies.iter().map(|held| &held.policy).collect();
        let found = match allowed_by(&policies) {
            Ok(allowed) => {
                let actions = scope == ReportScope::Actions;
                self.access_advisor.uses(caller.account, &allowed, advised, actions).await?
            }
            Err(failure) => Err(failure),
        };
        let report = self.report(caller, made, scope, found)?;
        report.keep(view.tx().await?).await?;
        Ok(iam::GenerateServiceLastAccessedDetailsResponse { job_id: Some(report.id) })
    }
}

impl Iam {
    /// A report of what was found, which nobody has yet.
    pub(super) fn report(
        &self,
        caller: &Caller,
        made: Timestamp,
        scope: ReportScope,
        found: Result<Found, ReportFailure>,
    ) -> Result<AccessReport, Error> {
        let (found, failure) = match found {
            Ok(found) => (found, None),
            Err(failure) => (Found::default(), Some(failure)),
        };
        Ok(AccessReport {
            id: unique_id::job_id(&*self.random)?,
            account: caller.account,
            made_by: caller.principal_id().to_owned(),
            made,
            scope,
            failure,
            services: found.services,
            entities: found.entities,
        })
    }
}

impl Subject {
    /// Its policies, and the users and roles that they could be used by.
    async fn read(self, tx: &mut Tx, account: AccountId) -> Result<(Vec<Held>, Vec<Advised>), Error> {
        let policy = match self {
            Self::Holder(source) => {
                let held = held_by(tx, &source).await?;
                let advised = match &*source {
                    PolicySource::User(user) => vec![advised(user)],
                    PolicySource::Role(role) => vec![advised(role)],
                    PolicySource::Group(group) => members(tx, group).await?.iter().map(advised).collect(),
                    PolicySource::Missing(_) => Vec::new(),
                };
                return Ok((held, advised));
            }
            Self::Policy(policy) => *policy,
        };
        let arn = policy.arn();
        let mut all: BTreeMap<String, Advised> = BTreeMap::new();
        let mut add = |one: Advised| drop(all.insert(one.unique_id.clone(), one));
        for group in Group::having(tx, account, &arn, Usage::Permissions, Page::all()).await?.items {
            members(tx, &group).await?.iter().map(advised).for_each(&mut add);
        }
        let users = User::having(tx, account, &arn, Usage::Permissions, Page::all()).await?.items;
        users.iter().map(advised).for_each(&mut add);
        let roles = Role::having(tx, account, &arn, Usage::Permissions, Page::all()).await?.items;
        roles.iter().map(advised).for_each(&mut add);
        Ok((vec![Held::managed(&policy)?], all.into_values().collect()))
    }
}

fn advised<E: Entity>(entity: &E) -> Advised {
    Advised { unique_id: entity.unique_id().to_owned(), arn: entity.arn() }
}

async fn members(tx: &mut Tx, group: &Group) -> Result<Vec<User>, Error> {
    Ok(User::in_group(tx, &group.group_id, Page::all()).await?.items)
}

/// A policy that a user, group or role has.
struct Held {
    name: String,
    /// Of a managed policy.
    arn: Option<String>,
    /// Whose inline policy it is.
    holder: Option<(iam::PolicyOwnerEntityType, String)>,
    policy: Policy,
}

impl Held {
    fn managed(policy: &ManagedPolicy) -> Result<Self, Error> {
        let arn = policy.arn();
        let parsed = parsed(policy.document()?, &arn)?;
        Ok(Self { name: policy.name.clone(), arn: Some(arn), holder: None, policy: parsed })
    }

    fn described(&self) -> iam::PolicyGrantingServiceAccess {
        let holder = self.holder.clone();
        iam::PolicyGrantingServiceAccess {
            entity_name: holder.as_ref().map(|(_, name)| name.clone()),
            entity_type: holder.map(|(kind, _)| kind),
            policy_arn: self.arn.clone(),
            policy_name: self.name.clone(),
            policy_type: if self.arn.is_some() { iam::PolicyType::Managed } else { iam::PolicyType::Inline },
        }
    }
}

fn parsed(text: &str, of: &str) -> Result<Policy, Error> {
    Policy::parse(text, PolicyKind::Identity)
        .map_err(|error| Error::corrupt(format!("policies of {of}"), error))
}

/// The policies of a user, group or role, those of the user's groups too; an error when there is no such thing.
async fn held_by(tx: &mut Tx, source: &PolicySource) -> Result<Vec<Held>, Error> {
    use iam::PolicyOwnerEntityType as Kind;
    match source {
        PolicySource::User(user) => {
            let mut all = own(tx, user, Kind::User).await?;
            for group in groups_of(tx, user).await? {
                for held in own(tx, &group, Kind::Group).await? {
                    // A managed policy may come from the user and from several groups.
                    if held.arn.is_none() || all.iter().all(|known| known.arn != held.arn) {
                        all.push(held);
                    }
                }
            }
            Ok(all)
        }
        PolicySource::Group(group) => own(tx, group, Kind::Group).await,
        PolicySource::Role(role) => own(tx, role, Kind::Role).await,
        PolicySource::Missing(error) => Err(Error::NotThere(error.to_string())),
    }
}

async fn own<P: Identity>(
    tx: &mut Tx,
    owner: &P,
    kind: iam::PolicyOwnerEntityType,
) -> Result<Vec<Held>, Error> {
    let mut all = Vec::new();
    for (name, text) in owner.inline() {
        let policy = parsed(text, &owner.arn())?;
        let holder = Some((kind, owner.name().to_owned()));
        all.push(Held { name: name.clone(), arn: None, holder, policy });
    }
    for arn in owner.attached() {
        all.push(Held::managed(&ManagedPolicy::attachable(tx, owner.account(), arn).await?)?);
    }
    Ok(all)
}

impl Guarded<iam::ListPoliciesGrantingServiceAccess> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::ListPoliciesGrantingServiceAccessRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        let (arn, account) = (&call.input.arn, call.caller.account);
        let source = PolicySource::find(view.tx().await?, account, arn).await?;
        let question = source.question("iam:ListPoliciesGrantingServiceAccess", arn, account);
        Ok(Resolved::one(Subject::Holder(Box::new(source)), question))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListPoliciesGrantingServiceAccess, Subject>,
    ) -> Result<iam::ListPoliciesGrantingServiceAccessResponse, Error> {
        let (input, account) = (permit.input(), permit.caller().account);
        let (held, _) = permit.into_target().read(view.tx().await?, account).await?;
        let mut granting = Vec::new();
        for held in &held {
            let allowed = allowed_by(&[&held.policy]);
            granting.push((held, allowed.map_err(|failure| Error::InvalidInput(failure.message))?));
        }
        let entry = |service: &String| {
            let giving = granting.iter().filter(|(_, allowed)| allowed.contains_key(service.as_str()));
            iam::ListPoliciesGrantingServiceAccessEntry {
                policies: Some(giving.map(|(held, _)| held.described()).collect()),
                service_namespace: Some(service.clone()),
            }
        };
        let name = format!(
            "ListPoliciesGrantingServiceAccess/{account}/{}/{:?}",
            input.arn, input.service_namespaces
        );
        let listing = self.listing(name, None);
        let entries = input.service_namespaces.iter().map(entry).enumerate();
        let page = listing.page_of(entries, input.marker.as_deref(), place)?;
        Ok(iam::ListPoliciesGrantingServiceAccessResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            policies_granting_service_access: page.items.into_iter().map(|(_, entry)| entry).collect(),
        })
    }
}

/// The place in a listing that does not change, as markers name it.
pub(super) fn place<T>((number, _): &(usize, T)) -> String {
    format!("{number:08}")
}

/// `reports! { GetSomething; |iam, tx, input, report| body }` makes [`Guarded`] for an operation that shows a report which the caller has
/// generated.
macro_rules! reports {
    ($( $operation:ident; |$iam:ident, $input:ident, $report:ident| $body:expr )+) => {$(
        impl Guarded<iam::$operation> for Iam {
            type Target = ();
            type Error = Error;
            const EFFECT: Effect = Effect::Read;

            async fn resolve(
                &self,
                _: &mut View,
                call: &Call<<iam::$operation as aws_model::Operation>::Input>,
            ) -> Result<Resolved<()>, Error> {
                let action = concat!("iam:", stringify!($operation));
                Ok(Resolved::one((), Question::new(action, "*", call.caller.account)))
            }

            async fn run(
                &self,
                view: &mut View,
                permit: Permit<'_, iam::$operation, ()>,
            ) -> Result<<iam::$operation as aws_model::Operation>::Output, Error> {
                let ($iam, $input, caller) = (self, permit.input(), permit.caller());
                let id = &$input.job_id;
                let found =
                    AccessReport::find(view.tx().await?, caller.account, id, permit.origin().at).await?;
                let $report = found
                    .filter(|report| report.scope != ReportScope::Organization)
                    // Another user of the account has not asked for it: see the API Reference.
                    .filter(|report| report.made_by == caller.principal_id())
                    .ok_or_else(|| no_such_job(id))?;
                $body
            }
        }
    )+};
}

pub(super) fn no_such_job(id: &str) -> Error {
    Error::NotThere(format!("Request with id {id} cannot be found."))
}

reports! {
    GetServiceLastAccessedDetails;
    |iam, input, report| {
        let listing = iam.listing(format!("GetServiceLastAccessedDetails/{}", report.id), input.max_items);
        let (job_status, error) = status(report.failure);
        let actions = report.scope == ReportScope::Actions;
        let page = listing.page_of(report.services.into_iter().enumerate(), input.marker.as_deref(), place)?;
        Ok(iam::GetServiceLastAccessedDetailsResponse {
            error,
            is_truncated: page.is_truncated(),
            job_completion_date: report.made,
            job_creation_date: report.made,
            job_status,
            job_type: Some(match actions {
                true => iam::AccessAdvisorUsageGranularityType::ActionLevel,
                false => iam::AccessAdvisorUsageGranularityType::ServiceLevel,
            }),
            marker: page.marker,
            services_last_accessed: page.items.into_iter().map(|(_, used)| service(used, actions)).collect(),
        })
    }

    GetServiceLastAccessedDetailsWithEntities;
    |iam, input, report| {
        let namespace = &input.service_namespace;
        let name = format!("GetServiceLastAccessedDetailsWithEntities/{}/{namespace}", report.id);
        let (job_status, error) = status(report.failure);
        let mut entities = report.entities;
        if report.services.iter().all(|used| used.service != *namespace) {
            entities.clear();
        }
        // The newest first, and then those who never did.
        entities.sort_by_key(|entity| std::cmp::Reverse(entity.last.get(namespace).copied()));
        let page = iam
            .listing(name, input.max_items)
            .page_of(entities.into_iter().enumerate(), input.marker.as_deref(), place)?;
        Ok(iam::GetServiceLastAccessedDetailsWithEntitiesResponse {
            entity_details_list: page.items.iter().map(|(_, used)| entity(used, namespace)).collect(),
            error,
            is_truncated: page.is_truncated(),
            job_completion_date: report.made,
            job_creation_date: report.made,
            job_status,
            marker: page.marker,
        })
    }
}

pub(super) fn status(failure: Option<ReportFailure>) -> (iam::JobStatusType, Option<iam::ErrorDetails>) {
    match failure {
        None => (iam::JobStatusType::Completed, None),
        Some(ReportFailure { code, message }) => {
            (iam::JobStatusType::Failed, Some(iam::ErrorDetails { code, message }))
        }
    }
}

fn service(used: ServiceUse, actions: bool) -> iam::ServiceLastAccessed {
    let last = used.last.as_ref();
    iam::ServiceLastAccessed {
        last_authenticated: last.map(|last| last.at),
        last_authenticated_entity: last.map(|last| last.who.clone()),
        last_authenticated_region: last.map(|last| last.region.to_string()),
        service_name: full_name(&used.service),
        service_namespace: used.service,
        total_authenticated_entities: i32::try_from(used.used_by).ok(),
        tracked_actions_last_accessed: actions.then(|| used.actions.into_iter().map(action).collect()),
    }
}

fn action(used: ActionUse) -> iam::TrackedActionLastAccessed {
    let (at, who, region) = match used.last {
        Some(UseBy { at, region, who }) => (Some(at), Some(who), Some(region.to_string())),
        None => (None, None, None),
    };
    iam::TrackedActionLastAccessed {
        action_name: Some(used.action),
        last_accessed_entity: who,
        last_accessed_region: region,
        last_accessed_time: at,
    }
}

fn entity(used: &EntityUse, service: &str) -> iam::EntityDetails {
    let resource = used.arn.splitn(6, ':').nth(5).unwrap_or_default();
    let (kind, path_and_name) = resource.split_once('/').unwrap_or_default();
    let name = name_of(path_and_name);
    iam::EntityDetails {
        entity_info: iam::EntityInfo {
            arn: used.arn.clone(),
            id: used.unique_id.clone(),
            name: name.to_owned(),
            path: path_and_name.strip_suffix(name).map(|path| format!("/{path}")),
            r#type: match kind {
                "role" => iam::PolicyOwnerEntityType::Role,
                _ => iam::PolicyOwnerEntityType::User,
            },
        },
        last_authenticated: used.last.get(service).copied(),
    }
}

/// As AWS calls the service of a namespace.
pub(super) fn full_name(namespace: &str) -> String {
    let name = match namespace {
        "cloudtrail" => "AWS CloudTrail",
        "iam" => "AWS Identity and Access Management",
        "kms" => "AWS Key Management Service",
        "organizations" => "AWS Organizations",
        "sts" => "AWS Security Token Service",
        "tenants" => "Tenants",
        other => other,
    };
    name.to_owned()
}
