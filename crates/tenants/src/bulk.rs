//! Many tenants in one go.

use futures_util::stream::{self, StreamExt};
use serde::{Deserialize, Serialize};

use crate::onboard::Outcome;
use crate::rows::Row;
use crate::{Error, Tenants};

/// How a bulk goes on, said after each row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bulk {
    /// Rows that are done.
    pub done: usize,
    /// Those of them that failed.
    pub failed: usize,
    /// All rows.
    pub total: usize,
}

/// A row that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// The tenant.
    pub tenant: String,
    /// Why.
    pub error: String,
}

/// What came of a bulk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Tenants that are live now and were not before.
    pub made: usize,
    /// Tenants that were live and had something missing.
    pub completed: usize,
    /// Tenants that were live and right.
    pub unchanged: usize,
    /// Rows that failed, in the order of the file.
    pub failed: Vec<Failure>,
}

impl Tenants {
    /// Onboards all rows, `concurrency` at the same time. The failed rows come back, with their errors.
    ///
    /// # Errors
    /// What the endpoint refuses before the first row. A row's own errors are in the report.
    pub async fn onboard_all(
        &self,
        rows: &[Row],
        concurrency: usize,
        progress: impl Fn(Bulk),
    ) -> Result<(Report, Vec<Row>), Error> {
        let inventory = &self.take_stock(concurrency).await?;
        let mut report = Report::default();
        let mut failed: Vec<(usize, Row)> = Vec::new();
        let mut state = Bulk { total: rows.len(), ..Bulk::default() };
        let mut work = stream::iter(rows.iter().enumerate())
            .map(|(at, row)| async move {
                let outcome = match row.onboarding() {
                    Ok(request) => self.onboard_with(&request, inventory).await,
                    Err(error) => Err(error),
                };
                (at, row, outcome)
            })
            .buffer_unordered(concurrency.max(1));
        while let Some((at, row, outcome)) = work.next().await {
            state.done += 1;
            match outcome {
                Ok(outcome) => report.count(&outcome),
                Err(error) => {
                    state.failed += 1;
                    failed.push((at, Row { error: Some(error.to_string()), ..row.clone() }));
                }
            }
            progress(state);
        }
        failed.sort_by_key(|(at, _)| *at);
        let failed: Vec<Row> = failed.into_iter().map(|(_, row)| row).collect();
        report.failed = failed
            .iter()
            .map(|row| Failure { tenant: row.tenant.clone(), error: row.error.clone().unwrap_or_default() })
            .collect();
        Ok((report, failed))
    }
}

impl Report {
    fn count(&mut self, outcome: &Outcome) {
        use crate::Action::{CreateAlias, FoundTheAlias};
        if outcome.done.contains(&CreateAlias) {
            self.made += 1;
        } else if outcome.done.iter().all(|action| *action == FoundTheAlias) {
            self.unchanged += 1;
        } else {
            self.completed += 1;
        }
    }
}
