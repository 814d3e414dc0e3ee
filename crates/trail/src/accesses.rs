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

#[cfg(test)]
mod tests {
    use audit_event::{Call, EventId, RequestId, SessionContext, SessionIssuer};
    use store::{Memory, Store};

    use super::*;

    const ACCOUNT: &str = "111122223333";
    const DAY: i64 = 86_400;

    fn identity(kind: IdentityType, principal: &str) -> UserIdentity {
        let mut identity = UserIdentity::new(kind);
        identity.account_id = Some(ACCOUNT.parse().unwrap());
        identity.principal_id = Some(principal.into());
        identity
    }

    fn user() -> UserIdentity {
        identity(IdentityType::IamUser, "AIDAUSER")
    }

    fn event(at: i64, identity: UserIdentity, source: &str, operation: &str) -> Event {
        Event::of(Call {
            event_id: EventId::from_random([0; 16]),
            request_id: RequestId::from_random([0; 16]),
            time: Timestamp::from_secs(at),
            source,
            operation,
            region: "eu-west-1".parse().unwrap(),
            source_address: "192.0.2.1",
            identity,
            read_only: true,
        })
    }

    async fn take(store: &Store, events: &[Event]) {
        let mut attempts = Attempts::default();
        events.iter().for_each(|event| attempts.add(event));
        let mut tx = store.begin().await.unwrap();
        attempts.write(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// What is kept: principal, service, action, and when.
    async fn kept(store: &Store) -> Vec<(String, String, String, i64)> {
        let mut tx = store.begin().await.unwrap();
        let all = tx.list::<Attempt>(&(), Page::all()).await.unwrap().items;
        let shown = |one: Attempt| (one.principal, one.service, one.action, one.time.secs());
        all.into_iter().map(shown).collect()
    }

    fn own(who: &str, what: &str, action: &str, at: i64) -> (String, String, String, i64) {
        (who.to_owned(), what.to_owned(), action.to_owned(), at)
    }

    #[tokio::test]
    async fn the_last_attempt_counts_whatever_became_of_it() {
        let store = Store::new(Memory::new());
        let mut denied = event(2, user(), "kms.amazonaws.com", "Encrypt");
        denied.error_code = Some("AccessDenied".into());
        take(&store, &[event(1, user(), "kms.amazonaws.com", "Encrypt"), denied]).await;
        let expected =
            [own("", "kms", "", 2), own("AIDAUSER", "kms", "", 2), own("AIDAUSER", "kms", "Encrypt", 2)];
        assert_eq!(kept(&store).await, expected);
    }

    #[tokio::test]
    async fn operations_count_for_the_actions_that_they_ask_for() {
        let store = Store::new(Memory::new());
        take(
            &store,
            &[
                event(1, user(), "kms.amazonaws.com", "ReEncrypt"),
                event(2, user(), "kms-xks-proxy.amazonaws.com", "Decrypt"),
                event(3, user(), "kms-xks-proxy.amazonaws.com", "GetHealthStatus"),
                event(4, user(), "lodge.internal", "StartLodge"),
            ],
        )
        .await;
        let actions: Vec<_> = kept(&store).await.into_iter().map(|(_, _, action, at)| (action, at)).collect();
        let known = [("", 3), ("", 3), ("Decrypt", 2), ("ReEncryptFrom", 1), ("ReEncryptTo", 1)];
        assert_eq!(actions, known.map(|(action, at)| (action.to_owned(), at)));
    }

    #[tokio::test]
    async fn sessions_count_for_whom_they_are_of_and_strangers_for_nobody() {
        let store = Store::new(Memory::new());
        let mut federated = identity(IdentityType::FederatedUser, "111122223333:guest");
        let issuer = SessionIssuer {
            issuer_type: Some(IdentityType::IamUser),
            principal_id: Some("AIDAUSER".into()),
            arn: None,
            account_id: None,
            user_name: None,
        };
        federated.session_context =
            Some(SessionContext { session_issuer: Some(issuer), ..SessionContext::default() });
        take(
            &store,
            &[
                event(
                    1,
                    identity(IdentityType::AssumedRole, "AROAROLE:job"),
                    "sts.amazonaws.com",
                    "AssumeRole",
                ),
                event(2, federated, "iam.amazonaws.com", "GetUser"),
                event(3, identity(IdentityType::Root, ACCOUNT), "cloudtrail.amazonaws.com", "LookupEvents"),
                event(4, identity(IdentityType::Unknown, "AIDAUSER"), "kms.amazonaws.com", "Encrypt"),
                event(5, identity(IdentityType::AwsService, "kms"), "kms.amazonaws.com", "DeleteKey"),
            ],
        )
        .await;
        let services: Vec<_> =
            kept(&store).await.into_iter().filter(|(_, _, action, _)| action.is_empty()).collect();
        let expected = [
            own("", "cloudtrail", "", 3),
            own("", "iam", "", 2),
            own("", "sts", "", 1),
            own("AIDAUSER", "iam", "", 2),
            own("AROAROLE", "sts", "", 1),
        ];
        assert_eq!(services, expected);
    }

    #[tokio::test]
    async fn attempts_are_kept_for_400_days() {
        let store = Store::new(Memory::new());
        take(&store, &[event(0, user(), "kms.amazonaws.com", "Encrypt")]).await;
        take(&store, &[event(400 * DAY, user(), "iam.amazonaws.com", "GetUser")]).await;
        assert_eq!(kept(&store).await.len(), 6);
        take(&store, &[event(400 * DAY + 1, user(), "iam.amazonaws.com", "GetUser")]).await;
        let services: Vec<_> = kept(&store).await.into_iter().map(|(_, service, ..)| service).collect();
        assert_eq!(services, ["iam", "iam", "iam"]);
    }
}
