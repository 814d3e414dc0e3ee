//! `lodge policy lint`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use iam_policy::PolicyKind;
use iam_policy::lint::{Code, Place, Warning, lint};
use serde_json::{Value, json};

use super::stored::{Progress, Stored, block_on};
use crate::cli::{Data, PolicyType};

/// Looks at one policy in a file.
pub fn file(path: &Path, kind: PolicyType, as_json: bool) -> Result<ExitCode> {
    let (text, shown) = super::read("policy", path)?;
    let warnings = lint(&text, kind.kind(), gate::actions())
        .with_context(|| format!("the policy from {shown} is malformed"))?;
    report(&[Looked { policy: shown, warnings }], as_json)
}

/// Looks at all stored policies, and whether those whom they name exist.
pub fn stored(data: &Data, as_json: bool) -> Result<ExitCode> {
    let looked = block_on(look_at_all(data, as_json))?;
    report(&looked, as_json)
}

/// A policy and what was found.
struct Looked {
    policy: String,
    warnings: Vec<Warning>,
}

async fn look_at_all(data: &Data, quiet: bool) -> Result<Vec<Looked>> {
    let stored = Stored::open(data)?;
    let mut policies: Vec<(String, PolicyKind, String)> = Vec::new();
    for account in stored.inventory.accounts().await? {
        policies.extend(stored.inventory.policies(account).await?.into_iter().map(|policy| {
            let name =
                policy.name.map_or_else(|| policy.arn.clone(), |name| format!("{name} of {}", policy.arn));
            (name, policy.kind, policy.text)
        }));
    }
    kms::key_policies(&stored.store, |policy| {
        policies.push((format!("key policy of {}", policy.arn), PolicyKind::KeyPolicy, policy.text));
    })
    .await?;
    let progress = Progress::new(policies.len(), quiet);
    let mut looked = Vec::new();
    for (done, (policy, kind, text)) in policies.into_iter().enumerate() {
        progress.at(done, "policies");
        let mut warnings = lint(&text, kind, gate::actions())
            .with_context(|| format!("the stored {policy} cannot be read"))?;
        for named in iam_policy::named_principals(&text)? {
            if !stored.inventory.exists(&named).await? {
                warnings.push(Warning {
                    code: Code::NoSuchPrincipal,
                    place: Place { path: "Principal".to_owned(), ..Place::default() },
                    problem: format!("There is no {named}."),
                    advice: "Leave it away, or make it and set the policy again.".to_owned(),
                });
            }
        }
        looked.push(Looked { policy, warnings });
    }
    progress.end();
    Ok(looked)
}

/// Fails when there is something to report.
fn report(looked: &[Looked], as_json: bool) -> Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let found: Vec<&Looked> = looked.iter().filter(|looked| !looked.warnings.is_empty()).collect();
    let count: usize = found.iter().map(|looked| looked.warnings.len()).sum();
    if as_json {
        let policies: Vec<Value> = found
            .iter()
            .map(|looked| json!({ "policy": looked.policy, "warnings": looked.warnings }))
            .collect();
        let answer = json!({ "policies": looked.len(), "warnings": count, "found": policies });
        writeln!(out, "{}", serde_json::to_string_pretty(&answer)?)?;
    } else {
        for looked in found {
            writeln!(out, "{}", looked.policy)?;
            for warning in &looked.warnings {
                writeln!(out, "  {warning}")?;
            }
        }
        match count {
            0 => writeln!(out, "No warnings.")?,
            1 => writeln!(out, "1 warning.")?,
            _ => writeln!(out, "{count} warnings.")?,
        }
    }
    Ok(if count == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
