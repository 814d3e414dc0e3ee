//! `lodge policy lint`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use iam_policy::PolicyKind;
use iam_policy::lint::{Code, Severity, Warning, lint, principals};
use serde::Serialize;
use serde_json::json;

use super::stored::{Progress, Stored, block_on};
use crate::cli::{Data, PolicyType};
use crate::shown::Lines;

/// Looks at the policies in files, which are all of this kind.
pub fn files(paths: &[PathBuf], kind: PolicyType, as_json: bool) -> Result<ExitCode> {
    let looked = paths.iter().map(|path| file(path, kind.kind())).collect::<Result<Vec<_>>>()?;
    report(&looked, as_json)
}

fn file(path: &Path, kind: PolicyKind) -> Result<Looked> {
    let (text, policy) = super::read("policy", path)?;
    Ok(Looked { policy, warnings: warnings(&text, kind) })
}

/// Looks at all stored policies, and whether those whom they name exist.
pub fn stored(data: &Data, as_json: bool) -> Result<ExitCode> {
    let looked = block_on(look_at_all(data, as_json))?;
    report(&looked, as_json)
}

/// A policy and what was found.
#[derive(Serialize)]
struct Looked {
    policy: String,
    warnings: Vec<Warning>,
}

fn warnings(text: &str, kind: PolicyKind) -> Vec<Warning> {
    lint(text, kind, gate::actions()).unwrap_or_else(|error| vec![Warning::malformed(&error)])
}

async fn look_at_all(data: &Data, quiet: bool) -> Result<Vec<Looked>> {
    let stored = Stored::open(data)?;
    let mut policies: Vec<(String, PolicyKind, String)> = Vec::new();
    let mut all = stored.inventory.organization_policies().await?;
    for account in stored.inventory.accounts().await? {
        all.extend(stored.inventory.policies(account).await?);
    }
    policies.extend(all.into_iter().map(|policy| {
        let name = policy.name.map_or_else(|| policy.arn.clone(), |name| format!("{name} of {}", policy.arn));
        (name, policy.kind, policy.text)
    }));
    kms::key_policies(&stored.store, |policy| {
        policies.push((format!("key policy of {}", policy.arn), PolicyKind::KeyPolicy, policy.text));
    })
    .await?;
    let progress = Progress::new(policies.len(), quiet);
    let mut looked = Vec::new();
    for (done, (policy, kind, text)) in policies.into_iter().enumerate() {
        progress.at(done, "policies");
        let mut warnings = warnings(&text, kind);
        for named in principals(&text).unwrap_or_default() {
            if !stored.inventory.is_principal(&named.kind, &named.value).await? {
                warnings.push(Warning::new(
                    Code::NoSuchPrincipal,
                    named.place,
                    format!("There is no {}.", named.value),
                    "Leave it away, or make it and set the policy again.",
                ));
            }
        }
        warnings.sort_by_key(|warning| warning.place.statement);
        looked.push(Looked { policy, warnings });
    }
    progress.end();
    Ok(looked)
}

/// Fails when there is something to report that is more than a suggestion.
fn report(looked: &[Looked], as_json: bool) -> Result<ExitCode> {
    let mut out = Lines(std::io::stdout().lock());
    let found: Vec<&Looked> = looked.iter().filter(|looked| !looked.warnings.is_empty()).collect();
    let all = || found.iter().flat_map(|looked| &looked.warnings);
    if as_json {
        let answer = json!({ "policies": looked.len(), "warnings": all().count(), "found": found });
        writeln!(out.0, "{}", serde_json::to_string_pretty(&answer)?)?;
    } else {
        for looked in &found {
            writeln!(out, "{}", looked.policy)?;
            for warning in &looked.warnings {
                writeln!(out, "  {warning}")?;
            }
        }
        match all().count() {
            0 => writeln!(out, "No warnings.")?,
            1 => writeln!(out, "1 warning.")?,
            count => writeln!(out, "{count} warnings.")?,
        }
    }
    let fails = all().any(|warning| warning.severity > Severity::Suggestion);
    Ok(if fails { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
