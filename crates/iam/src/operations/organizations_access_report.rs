//! GenerateOrganizationsAccessReport and GetOrganizationsAccessReport.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use arn::AccountId;
use aws_model::iam;
use gate::{Call, Caller, Effect, Guarded, Permit, Question, Resolved, View};
use iam_policy::{Policy, PolicyKind};
use store::Tx;

use super::access_advisor::{full_name, no_such_job, place, status};
use super::accounts::managed;
use crate::access_advisor::{Allowed, allowed_by, both, everything};
use crate::records::{
    AccessReport, Account, Attachments, ControlPolicy, ControlType, Node, Organization, OrganizationalUnit,
    ReportFailure, ReportScope, ServiceUse,
};
use crate::{Error, Iam};

impl Guarded<iam::GenerateOrganizationsAccessReport> for Iam {
    type Target = Organization;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GenerateOrganizationsAccessReportRequest>,
    ) -> Result<Resolved<Organization>, Error> {
        let target = administered(view, &call.caller).await?;
        let (account, path) = (call.caller.account, &call.input.entity_path);
        let arn = format!("arn:{}:iam::{account}:access-report/{path}", arn::PARTITION);
        let mut question = Question::new("iam:GenerateOrganizationsAccessReport", arn, account);
        if let Some(policy) = &call.input.organizations_policy_id {
            question.context.insert("iam:OrganizationsPolicyId", policy.clone());
        }
        Ok(Resolved { target, questions: vec![question] })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::GenerateOrganizationsAccessReport, Organization>,
    ) -> Result<iam::GenerateOrganizationsAccessReportResponse, Error> {
        let (input, caller, made) = (permit.input(), permit.caller(), permit.origin().at);
        let organization = permit.into_target();
        let mut tx = self.access_advisor.store.begin().await?;
        let part = Part::find(&mut tx, organization, &input.entity_path).await?;
        let policy = match &input.organizations_policy_id {
            Some(id) if !part.is_management() => Some(control_policy(&mut tx, id).await?),
            _ => None,
        };
        let (allowed, accounts) = match policy {
            Some(policy) => {
                let allowed = allowed_by(&[&parsed(&policy)?]);
                (allowed, part.accounts_under(&mut tx, policy.id()).await?)
            }
            None => (part.allowed(&mut tx).await?, part.accounts(&mut tx).await?),
        };
        drop(tx);
        let found = match allowed {
            Ok(allowed) => self.access_advisor.uses_of_accounts(&allowed, &accounts).await?,
            Err(failure) => Err(failure),
        };
        let report = self.report(caller, made, ReportScope::Organization, found)?;
        report.keep(view.tx().await?).await?;
        Ok(iam::GenerateOrganizationsAccessReportResponse { job_id: Some(report.id) })
    }
}

/// The organization, for its management account. Others are denied.
async fn administered(view: &mut View, caller: &Caller) -> Result<Option<Organization>, Error> {
    match managed(view, caller).await {
        Ok(organization) => Ok(Some(organization)),
        Err(Error::NotManagementAccount) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The service control policy of this id.
async fn control_policy(tx: &mut Tx, id: &str) -> Result<ControlPolicy, Error> {
    let found = ControlPolicy::find(tx, id).await?;
    found
        .filter(|policy| policy.control() == ControlType::Service)
        .ok_or_else(|| Error::validation(format!("There is no service control policy {id}.")))
}

fn parsed(policy: &ControlPolicy) -> Result<Policy, Error> {
    Policy::parse(policy.content(), PolicyKind::Organization)
        .map_err(|error| Error::corrupt(format!("policy {}", policy.id()), error))
}

/// The part of the organization that a report is about.
struct Part {
    organization: Organization,
    node: Node,
    /// The units from the root down to it.
    units: Vec<OrganizationalUnit>,
}

/// An account, and its path.
type Located = (AccountId, String);

impl Part {
    /// The root, unit or account at the end of this path, all of which must be right.
    async fn find(tx: &mut Tx, organization: Organization, path: &str) -> Result<Self, Error> {
        let wrong = || Error::validation(format!("There is no root, organizational unit or account {path}."));
        let id = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let node = Node::find(tx, &organization, id).await?.ok_or_else(wrong)?;
        let within = match &node {
            Node::Root => None,
            Node::Unit(unit) => Some(unit.id.as_str()),
            Node::Account(account) => account.parent.as_deref(),
        };
        let units = OrganizationalUnit::down_to(tx, within).await?;
        let part = Self { organization, node, units };
        if part.path() == path.trim_end_matches('/') { Ok(part) } else { Err(wrong()) }
    }

    fn path(&self) -> String {
        let path = self.organization.path(&self.units);
        match &self.node {
            Node::Account(account) => format!("{path}{}", account.id),
            _ => path.trim_end_matches('/').to_owned(),
        }
    }

    fn is_management(&self) -> bool {
        matches!(&self.node, Node::Account(account) if account.id == self.organization.management_account)
    }

    /// Where its policies are attached: the root, the units, the account.
    fn targets(&self) -> Vec<String> {
        let units = self.units.iter().map(|unit| unit.id.clone());
        let account = match &self.node {
            Node::Account(account) => Some(account.id.to_string()),
            _ => None,
        };
        std::iter::once(self.organization.root_id()).chain(units).chain(account).collect()
    }

    /// What the service control policies allow: those of each level.
    async fn allowed(&self, tx: &mut Tx) -> Result<Result<Allowed, ReportFailure>, Error> {
        let mut allowed = everything();
        if self.is_management() || !self.organization.enabled.contains(&ControlType::Service) {
            return Ok(Ok(allowed));
        }
        for target in self.targets() {
            let mut level = Vec::new();
            for id in Attachments::of(tx, &target).await?.policies(ControlType::Service) {
                level.push(parsed(&control_policy(tx, &id).await?)?);
            }
            match allowed_by(&level.iter().collect::<Vec<_>>()) {
                Ok(here) => allowed = both(allowed, &here),
                Err(failure) => return Ok(Err(failure)),
            }
        }
        Ok(Ok(allowed))
    }

    /// Its accounts. The management account counts only for itself.
    async fn accounts(&self, tx: &mut Tx) -> Result<Vec<Located>, Error> {
        if let Node::Account(account) = &self.node {
            return Ok(vec![(account.id, self.path())]);
        }
        let mut accounts = Vec::new();
        let mut below = vec![self.units.clone()];
        while let Some(units) = below.pop() {
            let here = units.last().map(|unit| unit.id.clone());
            let path = self.organization.path(&units);
            for account in Account::within(tx, here.as_deref()).await? {
                if account.id != self.organization.management_account {
                    accounts.push((account.id, format!("{path}{}", account.id)));
                }
            }
            for unit in OrganizationalUnit::below(tx, here.as_deref()).await? {
                below.push(units.iter().cloned().chain([unit]).collect());
            }
        }
        Ok(accounts)
    }

    /// Those of its accounts to which the policy is attached, or to something above them.
    async fn accounts_under(&self, tx: &mut Tx, policy: &str) -> Result<Vec<Located>, Error> {
        let mut accounts = self.accounts(tx).await?;
        let mut is_attached = BTreeMap::new();
        for (_, path) in &accounts {
            for target in path.split('/').skip(1).map(str::to_owned) {
                if let Entry::Vacant(place) = is_attached.entry(target) {
                    let attached = Attachments::of(tx, place.key()).await?.policies(ControlType::Service);
                    place.insert(attached.contains(policy));
                }
            }
        }
        accounts.retain(|(_, path)| path.split('/').any(|target| is_attached.get(target) == Some(&true)));
        Ok(accounts)
    }
}

impl Guarded<iam::GetOrganizationsAccessReport> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GetOrganizationsAccessReportRequest>,
    ) -> Result<Resolved<()>, Error> {
        let target = administered(view, &call.caller).await?.map(drop);
        let question = Question::new("iam:GetOrganizationsAccessReport", "*", call.caller.account);
        Ok(Resolved { target, questions: vec![question] })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::GetOrganizationsAccessReport, ()>,
    ) -> Result<iam::GetOrganizationsAccessReportResponse, Error> {
        let (input, account, now) = (permit.input(), permit.caller().account, permit.origin().at);
        let found = AccessReport::find(view.tx().await?, account, &input.job_id, now).await?;
        let report = found.filter(|report| report.scope == ReportScope::Organization);
        let report = report.ok_or_else(|| no_such_job(&input.job_id))?;
        let (job_status, error_details) = status(report.failure);
        let mut services = report.services;
        let count = |services: usize| i32::try_from(services).ok();
        let accessible = count(services.len());
        let not_accessed = count(services.iter().filter(|used| used.last.is_none()).count());
        sort(&mut services, input.sort_key);
        let sort_key = input.sort_key.map(|key| key.as_str()).unwrap_or_default();
        let name = format!("GetOrganizationsAccessReport/{}/{sort_key}", report.id);
        let listing = self.listing(name, input.max_items);
        let page = listing.page_of(services.into_iter().enumerate(), input.marker.as_deref(), place)?;
        Ok(iam::GetOrganizationsAccessReportResponse {
            is_truncated: page.is_truncated(),
            access_details: Some(page.items.into_iter().map(|(_, used)| detail(used)).collect()),
            error_details,
            job_completion_date: Some(report.made),
            job_creation_date: report.made,
            job_status,
            marker: page.marker,
            number_of_services_accessible: accessible,
            number_of_services_not_accessed: not_accessed,
        })
    }
}

/// They come by namespace.
fn sort(services: &mut [ServiceUse], key: Option<iam::SortKeyType>) {
    let last = |used: &ServiceUse| used.last.as_ref().map(|last| last.at);
    match key {
        None | Some(iam::SortKeyType::ServiceNamespaceAscending) => {}
        Some(iam::SortKeyType::ServiceNamespaceDescending) => services.reverse(),
        Some(iam::SortKeyType::LastAuthenticatedTimeAscending) => services.sort_by_key(last),
        Some(iam::SortKeyType::LastAuthenticatedTimeDescending) => {
            services.sort_by_key(|used| Reverse(last(used)));
        }
    }
}

fn detail(used: ServiceUse) -> iam::AccessDetail {
    let last = used.last.as_ref();
    iam::AccessDetail {
        entity_path: last.map(|last| last.who.clone()),
        last_authenticated_time: last.map(|last| last.at),
        region: last.map(|last| last.region.to_string()),
        service_name: full_name(&used.service),
        service_namespace: used.service,
        total_authenticated_entities: i32::try_from(used.used_by).ok(),
    }
}
