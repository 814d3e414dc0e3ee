//! When users, roles and accounts last tried to use services and actions.
//!
//! Source: IAM User Guide, "Refine permissions in AWS using last accessed information": all authenticated attempts count, refused ones too;
//! at least 400 days.

use std::collections::BTreeMap;
use std::time::Duration;

use arn::{AccountId, Region};
use audit_event::{Event, IdentityType, UserIdentity};
use clock::Timestamp;
use gate::{Access, Accesses, Accessor, LastUsesError};
use serde::{Deserialize, Serialize};
use store::{BoxFuture, Indexes, KeyBytes, Page, Record, Tx};

use crate::Trail;

/// How long attempts are kept.
const REACH: Duration = Duration::from_secs(400 * 86_400);

impl Accesses for Trail {
    fn accesses<'a>(
        &'a self,
        of: &'a [Accessor],
        actions: bool,
    ) -> BoxFuture<'a, Result<Vec<Vec<Access>>, LastUsesError>> {
        Box::pin(async move {
            if !self.caught_up().await {
                return Err(LastUsesError::Behind);
            }
            let mut tx = self.index.begin().await?;
            let mut accesses = Vec::with_capacity(of.len());
            for accessor in of {
                let principal = accessor.principal_id.as_deref().unwrap_or_default();
                let depths = if actions { &[Depth::Service, Depth::Action][..] } else { &[Depth::Service] };
                let mut found = Vec::new();
                for depth in depths {
                    let prefix = (accessor.account, principal, depth.in_key());
                    let page = tx.list::<Attempt>(&prefix, Page::all()).await?;
                    found.extend(page.items.into_iter().map(Attempt::shown));
                }
                accesses.push(found);
            }
            Ok(accesses)
        })
    }
}

/// What an entry is about. Entries of services stand apart from those of actions, which are many.
#[derive(Clone, Copy)]
enum Depth {
    Service,
    Action,
}

impl Depth {
    fn in_key(self) -> u64 {
        match self {
            Self::Service => 0,
            Self::Action => 1,
        }
    }
}

/// What a batch of records says of attempts: the last of each.
#[derive(Default)]
pub(crate) struct Attempts {
    last: BTreeMap<<Attempt as Record>::Key, Attempt>,
    newest: Option<Timestamp>,
}

impl Attempts {
    /// Takes in the next record.
    pub(crate) fn add(&mut self, event: &Event) {
        self.newest = self.newest.max(Some(event.event_time));
        let identity = &event.user_identity;
        let (Some(service), Some(account), true) =
            (service_of(event), identity.account_id, is_proven(&identity.identity_type))
        else {
            return;
        };
        let mut add = |principal: &str, action: &str| {
            let attempt = Attempt {
                account,
                principal: principal.to_owned(),
                service: service.to_owned(),
                action: action.to_owned(),
                time: event.event_time,
                region: event.aws_region.clone(),
            };
            self.last.insert(attempt.key(), attempt);
        };
        add("", "");
        if let Some(principal) = principal_of(identity) {
            add(principal, "");
            actions_of(service, &event.event_name).into_iter().for_each(|action| add(principal, action));
        }
    }

    /// Writes them, and removes some of those that are too old: more than are added, so that they become fewer.
    pub(crate) async fn write(&self, tx: &mut Tx) -> Result<(), store::Error> {
        if let Some(newest) = self.newest {
            let is_old = |attempt: &Attempt| attempt.time < newest.minus(REACH);
            let oldest = tx.list_by::<Attempt>(BY_AGE, &(), Page::first(1)).await?;
            if oldest.items.iter().any(is_old) {
                let page = tx.list_by::<Attempt>(BY_AGE, &(), Page::first(2 * self.last.len() + 1)).await?;
                for attempt in page.items.iter().take_while(|attempt| is_old(attempt)) {
                    tx.delete::<Attempt>(&attempt.key()).await?;
                }
            }
        }
        for attempt in self.last.values() {
            tx.put(attempt).await?;
        }
        Ok(())
    }
}

/// What the actions of the service begin with that an event is of; `None` for what is no service's.
fn service_of(event: &Event) -> Option<&'static str> {
    let service = aws_model::SERVICES.iter().find(|known| known.event_source == &*event.event_source)?;
    // The XKS proxy API asks for the actions of KMS.
    Some(if service.id == aws_model::xks::SERVICE.id { aws_model::kms::SERVICE.id } else { service.id })
}

/// The names of the actions that an operation asks for, among those that there are.
fn actions_of<'e>(service: &str, operation: &'e str) -> Vec<&'e str> {
    let actions = match operation {
        "ReEncrypt" => vec!["ReEncryptFrom", "ReEncryptTo"],
        operation => vec![operation],
    };
    actions
        .into_iter()
        .filter(|action| gate::actions().find(&format!("{service}:{action}")).is_some())
        .collect()
}

/// Whether an event of this kind is a call of somebody of an account who showed to be the caller.
fn is_proven(identity: &IdentityType) -> bool {
    matches!(
        identity,
        IdentityType::Root
            | IdentityType::IamUser
            | IdentityType::AssumedRole
            | IdentityType::Role
            | IdentityType::FederatedUser
    )
}

/// The unique id of the user or role: of a session, of whom it is a session.
fn principal_of(identity: &UserIdentity) -> Option<&str> {
    let issuer = identity.session_context.as_ref().and_then(|context| context.session_issuer.as_ref());
    let id = issuer.and_then(|issuer| issuer.principal_id.as_deref()).or(identity.principal_id.as_deref())?;
    let id = id.split_once(':').map_or(id, |(id, _)| id);
    // A root has its account's number.
    id.starts_with('A').then_some(id)
}

/// The last attempt of somebody to use something.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Attempt {
    account: AccountId,
    /// The unique id of the user or role; empty: anybody of the account.
    principal: String,
    service: String,
    /// Empty: any.
    action: String,
    time: Timestamp,
    region: Region,
}

const BY_AGE: &str = "age";

impl Record for Attempt {
    const KIND: &'static str = "attempt";
    type Key = (AccountId, String, u64, String, String);

    fn key(&self) -> Self::Key {
        let depth = if self.action.is_empty() { Depth::Service } else { Depth::Action };
        let (service, action) = (self.service.clone(), self.action.clone());
        (self.account, self.principal.clone(), depth.in_key(), service, action)
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add(BY_AGE, self.time);
    }
}

impl Attempt {
    fn shown(self) -> Access {
        let Self { service, action, time, region, .. } = self;
        Access { service, action: (!action.is_empty()).then_some(action), time, region }
    }
}
