use std::collections::BTreeMap;
use std::time::Duration;

use arn::{AccountId, Region};
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{KeyBytes, Record, Tx};

use crate::Error;

/// A report of IAM's access advisor. It does not change.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccessReport {
    /// The id of the job that made it.
    pub id: String,
    pub account: AccountId,
    /// The unique id of the user or role that asked for it; of a root, the account's.
    pub made_by: String,
    pub made: Timestamp,
    pub scope: ReportScope,
    /// Why there is nothing in it.
    pub failure: Option<ReportFailure>,
    /// By service.
    pub services: Vec<ServiceUse>,
    /// Who could use the services; nobody in a report of the organization.
    pub entities: Vec<EntityUse>,
}

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportScope {
    /// A user, group, role or policy, by service.
    Services,
    /// The same, by service and action.
    Actions,
    /// A part of the organization.
    Organization,
}

/// Why a report could not be made.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReportFailure {
    pub code: String,
    pub message: String,
}

/// A service that could be used, and its use.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ServiceUse {
    /// `kms`.
    pub service: String,
    pub last: Option<UseBy>,
    /// How many users and roles used it; in a report of the organization, how many accounts.
    pub used_by: u32,
    /// Its actions that could be used, by name.
    pub actions: Vec<ActionUse>,
}

/// An action that could be used, and its last use.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ActionUse {
    pub action: String,
    pub last: Option<UseBy>,
}

/// A use, which may have been refused.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UseBy {
    pub at: Timestamp,
    pub region: Region,
    /// The ARN of the user or role; in a report of the organization, the path of the account.
    pub who: String,
}

/// A user or role that could use the services.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EntityUse {
    pub unique_id: String,
    pub arn: String,
    /// The last use of each service.
    pub last: BTreeMap<String, Timestamp>,
}

impl Record for AccessReport {
    const KIND: &'static str = "iam-access-report";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }
}

/// The reports of an account, the oldest first.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct AccessReports {
    account: AccountId,
    kept: Vec<Kept>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    id: String,
    made: Timestamp,
    entities: usize,
}

impl Record for AccessReports {
    const KIND: &'static str = "iam-access-reports";
    type Key = AccountId;

    fn key(&self) -> AccountId {
        self.account
    }

    fn encode_key(key: &AccountId) -> KeyBytes {
        KeyBytes::of(key)
    }
}

/// How long a report can be had.
const KEPT: Duration = Duration::from_secs(7 * 86_400);
/// How many reports an account can have, and how many users and roles can be in them together: the oldest reports make place.
const MAX_REPORTS: usize = 200;
const MAX_ENTITIES: usize = 30_000;

impl AccessReport {
    /// Keeps a new report, and of those of the account that were before as many as there can be.
    pub async fn keep(&self, tx: &mut Tx) -> Result<(), Error> {
        let none = AccessReports { account: self.account, kept: Vec::new() };
        let mut reports = tx.get::<AccessReports>(&self.account).await?.unwrap_or(none);
        reports.kept.push(Kept { id: self.id.clone(), made: self.made, entities: self.entities.len() });
        let (mut count, mut entities) = (0, 0);
        // The new one stays, whatever its size.
        let from_the_end = reports.kept.iter().rev().take_while(|kept| {
            entities += kept.entities;
            count += 1;
            count == 1
                || (count <= MAX_REPORTS && entities <= MAX_ENTITIES && self.made < kept.made.plus(KEPT))
        });
        let stay = from_the_end.count();
        for gone in reports.kept.drain(..reports.kept.len().saturating_sub(stay)) {
            tx.delete::<Self>(&gone.id).await?;
        }
        tx.put(&reports).await?;
        Ok(tx.insert(self).await?)
    }

    /// The account's report of this id.
    pub async fn find(
        tx: &mut Tx,
        account: AccountId,
        id: &str,
        now: Timestamp,
    ) -> Result<Option<Self>, Error> {
        let found: Option<Self> = tx.get(&id.to_owned()).await?;
        Ok(found.filter(|report| report.account == account && now < report.made.plus(KEPT)))
    }
}

#[cfg(test)]
mod tests {
    use store::{Memory, Store};

    use super::*;

    fn report(number: usize, made: Timestamp, entities: usize) -> AccessReport {
        let entity = EntityUse { unique_id: "AIDA".into(), arn: String::new(), last: BTreeMap::new() };
        AccessReport {
            id: number.to_string(),
            account: "111122223333".parse().unwrap(),
            made_by: String::new(),
            made,
            scope: ReportScope::Services,
            failure: None,
            services: Vec::new(),
            entities: vec![entity; entities],
        }
    }

    async fn left(reports: &[AccessReport]) -> Vec<usize> {
        let store = Store::new(Memory::new());
        for report in reports {
            let mut tx = store.begin().await.unwrap();
            report.keep(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
        }
        let mut tx = store.begin().await.unwrap();
        let mut left = Vec::new();
        for (number, report) in reports.iter().enumerate() {
            if AccessReport::find(&mut tx, report.account, &report.id, report.made).await.unwrap().is_some() {
                left.push(number);
            }
        }
        left
    }

    #[tokio::test]
    async fn old_reports_make_place_for_new_ones() {
        let at = Timestamp::from_secs;
        let many: Vec<_> = (0..MAX_REPORTS + 2).map(|number| report(number, at(0), 1)).collect();
        assert_eq!(left(&many).await, (2..MAX_REPORTS + 2).collect::<Vec<_>>());
        let large = [report(0, at(0), 20_000), report(1, at(0), 20_000), report(2, at(0), 40_000)];
        assert_eq!(left(&large[..2]).await, [1]);
        assert_eq!(left(&large).await, [2]);
        assert_eq!(left(&[report(0, at(0), 1), report(1, at(7 * 86_400), 1)]).await, [1]);
    }
}
