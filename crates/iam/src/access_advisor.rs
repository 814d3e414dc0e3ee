//! The access advisor: which services somebody's policies allow, and when they were last used.
//!
//! A report costs by the users and roles that it is about. It is read from snapshots of its own, so that a large one does not conflict with every
//! change of the account.
//!
//! Source: IAM User Guide, "Refine permissions in AWS using last accessed information".

use std::collections::BTreeMap;
use std::sync::Arc;

use arn::AccountId;
use gate::{Access, Accesses, Accessor, LastUsesError};
use iam_policy::Policy;
use store::Store;

use crate::Error;
use crate::records::{ActionUse, EntityUse, ReportFailure, ServiceUse, UseBy};

/// The way to what is known of uses.
pub(crate) struct AccessAdvisor {
    pub store: Store,
    pub accesses: Option<Arc<dyn Accesses>>,
}

/// What somebody could use: the names of actions by service.
pub(crate) type Allowed = BTreeMap<&'static str, Vec<&'static str>>;

/// What was found for a report.
#[derive(Default)]
pub(crate) struct Found {
    pub services: Vec<ServiceUse>,
    pub entities: Vec<EntityUse>,
}

/// A user or role that a report is about.
pub(crate) struct Advised {
    pub unique_id: String,
    pub arn: String,
}

/// Of how many users and roles the uses are read at once, and how many uses one report looks at.
const AT_ONCE: usize = 500;
const MAX_ACCESSES: usize = 200_000;

/// What the policies allow together.
pub(crate) fn allowed_by(policies: &[&Policy]) -> Result<Allowed, ReportFailure> {
    let actions = gate::actions().iter().map(|action| action.name.as_str());
    let allowable = iam_policy::allowable(policies, actions);
    let allowable = allowable.ok_or_else(|| {
        failure(
            "PolicyEvaluation",
            "The policies have too many patterns to be looked through: make them simpler.",
        )
    })?;
    let mut allowed = Allowed::new();
    for (service, action) in allowable.into_iter().filter_map(|action| action.split_once(':')) {
        allowed.entry(service).or_default().push(action);
    }
    Ok(allowed)
}

/// Every action that there is.
pub(crate) fn everything() -> Allowed {
    let mut allowed = Allowed::new();
    let actions = gate::actions().iter().filter_map(|action| action.name.split_once(':'));
    actions.for_each(|(service, action)| allowed.entry(service).or_default().push(action));
    allowed
}

/// What both allow.
pub(crate) fn both(mut left: Allowed, right: &Allowed) -> Allowed {
    left.retain(|service, actions| {
        let others = right.get(service);
        actions.retain(|action| others.is_some_and(|others| others.contains(action)));
        !actions.is_empty()
    });
    left
}

impl AccessAdvisor {
    /// When these users and roles of an account used what is allowed; with `actions`, each action too.
    pub async fn uses(
        &self,
        account: AccountId,
        allowed: &Allowed,
        advised: Vec<Advised>,
        actions: bool,
    ) -> Result<Result<Found, ReportFailure>, Error> {
        let mut tally = Tally::new(allowed, actions);
        let (mut entities, mut looked_at) = (Vec::with_capacity(advised.len()), 0);
        for some in advised.chunks(AT_ONCE) {
            let of = |advised: &Advised| Accessor { account, principal_id: Some(advised.unique_id.clone()) };
            let of: Vec<Accessor> = some.iter().map(of).collect();
            let accesses = match self.accesses(&of, actions).await? {
                Ok(accesses) => accesses,
                Err(failure) => return Ok(Err(failure)),
            };
            for (advised, accesses) in some.iter().zip(accesses) {
                looked_at += accesses.len();
                let last = tally.count(&advised.arn, accesses);
                let (unique_id, arn) = (advised.unique_id.clone(), advised.arn.clone());
                entities.push(EntityUse { unique_id, arn, last });
            }
            if looked_at > MAX_ACCESSES {
                return Ok(Err(failure(
                    "TooManyEntities",
                    "Too many users and roles have used too many actions: generate the report by service.",
                )));
            }
        }
        Ok(Ok(Found { services: tally.services, entities }))
    }

    /// When these accounts, by their paths, used what is allowed.
    pub async fn uses_of_accounts(
        &self,
        allowed: &Allowed,
        accounts: &[(AccountId, String)],
    ) -> Result<Result<Found, ReportFailure>, Error> {
        let mut tally = Tally::new(allowed, false);
        let of = |(account, _): &(AccountId, String)| Accessor { account: *account, principal_id: None };
        let accesses = match self.accesses(&accounts.iter().map(of).collect::<Vec<_>>(), false).await? {
            Ok(accesses) => accesses,
            Err(failure) => return Ok(Err(failure)),
        };
        for ((_, path), accesses) in accounts.iter().zip(accesses) {
            tally.count(path, accesses);
        }
        Ok(Ok(Found { services: tally.services, entities: Vec::new() }))
    }

    async fn accesses(
        &self,
        of: &[Accessor],
        actions: bool,
    ) -> Result<Result<Vec<Vec<Access>>, ReportFailure>, Error> {
        let known = match &self.accesses {
            Some(accesses) => accesses.accesses(of, actions).await,
            None => Err(LastUsesError::Behind),
        };
        match known {
            Ok(accesses) => Ok(Ok(accesses)),
            Err(behind @ LastUsesError::Behind) => {
                Ok(Err(failure("ServiceUnavailable", &behind.to_string())))
            }
            Err(LastUsesError::Store(error)) => Err(error.into()),
        }
    }
}

fn failure(code: &str, message: &str) -> ReportFailure {
    ReportFailure { code: code.to_owned(), message: message.to_owned() }
}

/// Counts who used what.
struct Tally {
    // INVARIANT: by service, and the actions of each by name.
    services: Vec<ServiceUse>,
}

impl Tally {
    fn new(allowed: &Allowed, actions: bool) -> Self {
        let of = |(service, names): (&&str, &Vec<&str>)| {
            let action = |name: &&str| ActionUse { action: (*name).to_owned(), last: None };
            let mut actions: Vec<_> = names.iter().filter(|_| actions).map(action).collect();
            actions.sort_by(|left, right| left.action.cmp(&right.action));
            ServiceUse { service: (*service).to_owned(), last: None, used_by: 0, actions }
        };
        Self { services: allowed.iter().map(of).collect() }
    }

    /// Takes in what somebody did. Gives the last use of each service.
    fn count(&mut self, who: &str, accesses: Vec<Access>) -> BTreeMap<String, clock::Timestamp> {
        let mut last = BTreeMap::new();
        for access in accesses {
            let place = self.services.binary_search_by(|known| known.service.cmp(&access.service));
            let Some(service) = place.ok().and_then(|place| self.services.get_mut(place)) else { continue };
            let newest = match &access.action {
                None => {
                    service.used_by += 1;
                    last.insert(access.service, access.time);
                    &mut service.last
                }
                Some(name) => {
                    let place = service.actions.binary_search_by(|known| known.action.cmp(name));
                    let action = place.ok().and_then(|place| service.actions.get_mut(place));
                    let Some(action) = action else { continue };
                    &mut action.last
                }
            };
            if newest.as_ref().is_none_or(|known| known.at < access.time) {
                *newest = Some(UseBy { at: access.time, region: access.region, who: who.to_owned() });
            }
        }
        last
    }
}
