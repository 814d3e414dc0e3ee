//! `lodge tenants onboard`: one tenant, or those of a file.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::json;
use tenants::{Material, Onboarding, Report, Rows, Status, TenantId, Tenants, Wrapping};

use super::arguments::{Endpoint, Onboard};
use super::progress::Bar;
use super::{import, open, print, report};

/// The largest file that is read, in bytes.
const LIMIT: u64 = 256 * 1024 * 1024;
/// How many failed rows are shown; all are in the file.
const SHOWN: usize = 10;

pub async fn run(endpoint: Endpoint, options: &Onboard, json: bool) -> Result<ExitCode> {
    match (&options.id, &options.from) {
        (Some(id), _) => one(&open(endpoint).await?, id, options, json).await,
        (None, Some(file)) => all(endpoint, file, options.failed.as_deref(), json).await,
        (None, None) => anyhow::bail!("give a tenant's id, or --from FILE"),
    }
}

async fn one(tenants: &Tenants, id: &TenantId, options: &Onboard, json: bool) -> Result<ExitCode> {
    let material = match &options.key_store {
        Some(key_store) => {
            Material::KeyStore { key_store: key_store.clone(), xks_key: options.xks_key.clone() }
        }
        None if options.byok => Material::Imported,
        None => Material::Kms,
    };
    let outcome = tenants.onboard(&Onboarding { tenant: id.clone(), material, anew: options.anew }).await?;
    if options.byok && outcome.status == Status::WaitingForMaterial {
        let files = import::parameters(tenants, id, &Wrapping::default(), &options.out).await?;
        let both = json!({ "outcome": outcome, "import": files });
        print(json, &both, |out| {
            super::write_outcome(out, &outcome)?;
            files.write(out)
        })?;
    } else {
        report(json, &outcome)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The file comes first: when there is something wrong with it, or nothing in it, nobody waits for the endpoint.
async fn all(endpoint: Endpoint, file: &Path, failed_file: Option<&Path>, json: bool) -> Result<ExitCode> {
    let rows = Rows::parse(&read(file)?).with_context(|| format!("{} cannot be used", file.display()))?;
    let (report, failed) = if rows.rows.is_empty() {
        eprintln!("lodge: there are no rows in {}", file.display());
        (Report::default(), Vec::new())
    } else {
        let bar = Bar::new("tenants");
        let concurrency = usize::from(endpoint.concurrency);
        let tenants = open(endpoint).await?;
        tenants.onboard_all(&rows.rows, concurrency, |it| bar.show(it.done, it.total, it.failed)).await?
    };
    let kept = if failed.is_empty() {
        None
    } else {
        let path = failed_file.map(Path::to_owned).unwrap_or_else(|| beside(file));
        std::fs::write(&path, Rows::write(rows.form, &failed))
            .with_context(|| format!("could not write the failed rows to {}", path.display()))?;
        Some(path)
    };
    let summary = json!({
        "made": report.made,
        "completed": report.completed,
        "unchanged": report.unchanged,
        "failed": report.failed,
        "failedRows": kept,
    });
    print(json, &summary, |out| write_report(out, &report, kept.as_deref()))?;
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn write_report(out: &mut dyn Write, report: &Report, kept: Option<&Path>) -> std::io::Result<()> {
    for failure in report.failed.iter().take(SHOWN) {
        writeln!(out, "{}: {}", failure.tenant, failure.error)?;
    }
    if report.failed.len() > SHOWN {
        writeln!(out, "and {} more", report.failed.len() - SHOWN)?;
    }
    writeln!(
        out,
        "{} made, {} completed, {} already there, {} failed",
        report.made,
        report.completed,
        report.unchanged,
        report.failed.len()
    )?;
    match kept {
        Some(path) => {
            writeln!(out, "the failed rows are in {0}: 'lodge tenants onboard --from {0}'", path.display())
        }
        None => Ok(()),
    }
}

/// Where failed rows go: `FILE.failed`, or `onboard.failed` for standard input.
fn beside(file: &Path) -> PathBuf {
    if file.as_os_str() == "-" {
        return PathBuf::from("onboard.failed");
    }
    let mut name = file.as_os_str().to_owned();
    name.push(".failed");
    name.into()
}

fn read(file: &Path) -> Result<String> {
    let mut text = String::new();
    let done = if file.as_os_str() == "-" {
        std::io::stdin().lock().take(LIMIT).read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|opened| opened.take(LIMIT).read_to_string(&mut text))
    };
    done.with_context(|| format!("could not read {}", file.display()))?;
    Ok(text)
}
