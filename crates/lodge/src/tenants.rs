//! `lodge tenants`: the tenant key service on the command line.

pub mod arguments;
mod certificate;
mod figures;
mod import;
mod onboard;
mod progress;
mod roles;
mod table;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde::Serialize;
use tenants::{
    Connection, CostOptions, DriftReport, Fix, Outcome, Settings, Shown, Tenant, Tenants, UsageOptions,
    Wrapping,
};

use self::arguments::{Command, Endpoint};
use self::progress::Bar;
use self::table::Table;
use crate::shown::Lines;

/// The exit code of a look that found something.
const FOUND: u8 = 3;

pub fn run(arguments: arguments::Tenants) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(perform(arguments))
}

async fn perform(arguments: arguments::Tenants) -> Result<ExitCode> {
    let arguments::Tenants { endpoint, json, command } = arguments;
    let concurrency = usize::from(endpoint.concurrency);
    match &command {
        // These need no connection.
        Command::VerifyCertificate { file, public_key } => {
            return certificate::verify(file, public_key.as_deref(), json);
        }
        Command::Roles(options) if !options.apply => return roles::show(options, &endpoint.role),
        // This one has a file to read first.
        Command::Onboard(options) => return onboard::run(endpoint, options, json).await,
        _ => {}
    }
    let role = endpoint.role.clone();
    let tenants = open(endpoint).await?;
    match command {
        Command::List { status } => {
            let bar = Bar::new("tenants");
            let mut found = tenants.list(concurrency, &|done, total| bar.show(done, total, 0)).await?;
            drop(bar);
            found.retain(|tenant| status.as_deref().is_none_or(|wanted| tenant.status.as_str() == wanted));
            print(json, &found, |out| write_list(out, &found))?;
        }
        Command::Show { id } => {
            let shown = tenants.show(&id).await?;
            print(json, &shown, |out| write_shown(out, &shown))?;
        }
        Command::Suspend { id, reason } => report(json, &tenants.suspend(&id, reason.as_deref()).await?)?,
        Command::Resume { id } => report(json, &tenants.resume(&id).await?)?,
        Command::Offboard { id, days } => report(json, &tenants.offboard(&id, days).await?)?,
        Command::CancelOffboarding { id } => report(json, &tenants.cancel_offboarding(&id).await?)?,
        Command::Drift { id, fix, revoke_grants } => {
            let fix = fix.then_some(Fix { revoke_grants });
            let bar = Bar::new("tenants");
            let found =
                tenants.drift(id.as_ref(), fix, concurrency, &|done, total| bar.show(done, total, 0)).await?;
            drop(bar);
            print(json, &found, |out| write_drift(out, &found))?;
            return Ok(if found.drifted { ExitCode::from(FOUND) } else { ExitCode::SUCCESS });
        }
        Command::ImportParameters { id, algorithm, key_spec, out } => {
            let wrapping = Wrapping { algorithm, key_spec };
            let files = import::parameters(&tenants, &id, &wrapping, &out).await?;
            print(json, &files, |out| files.write(out))?;
        }
        Command::Import { id, material, token, expires } => {
            let outcome = import::import(&tenants, &id, &material, &token, expires.as_deref()).await?;
            report(json, &outcome)?;
        }
        Command::Certificate { id, key } => {
            // The certificate is a document: JSON in any case.
            print(true, &tenants.certificate(&id, key.as_deref()).await?, |_| Ok(()))?;
        }
        Command::Cost { services, requests, plot } => {
            let options = CostOptions { services, requests };
            figures::cost(&tenants, options, concurrency, &plot, json).await?;
        }
        Command::Usage { id, since, until, by, plot } => {
            let options = UsageOptions { since, until, by: by.into(), tenant: id };
            figures::usage(&tenants, &options, &plot, json).await?;
        }
        Command::Roles(options) => roles::apply(&tenants, &options, &role, json).await?,
        Command::Onboard(_) | Command::VerifyCertificate { .. } => {}
    }
    Ok(ExitCode::SUCCESS)
}

async fn open(endpoint: Endpoint) -> Result<Tenants> {
    let authorities = match &endpoint.ca_bundle {
        Some(path) => {
            Some(std::fs::read(path).with_context(|| format!("could not read {}", path.display()))?)
        }
        None => None,
    };
    let settings = Settings {
        endpoint_url: endpoint.endpoint_url,
        region: endpoint.region,
        profile: endpoint.profile,
        authorities,
    };
    let connection = Box::pin(Connection::open(settings)).await?;
    Ok(Tenants::open(connection, &endpoint.role).await?)
}

/// Prints a value as JSON, or by `text`.
fn print<T: Serialize>(
    json: bool,
    value: &T,
    text: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    let mut out = std::io::stdout().lock();
    if json {
        writeln!(out, "{}", serde_json::to_string_pretty(value)?)?;
    } else {
        text(&mut Lines(out))?;
    }
    Ok(())
}

/// Text of more than one line.
fn write_all_lines(out: &mut dyn Write, text: &str) -> std::io::Result<()> {
    text.lines().try_for_each(|line| writeln!(out, "{line}"))
}

fn report(json: bool, outcome: &Outcome) -> Result<()> {
    print(json, outcome, |out| write_outcome(out, outcome))
}

pub fn write_outcome(out: &mut dyn Write, outcome: &Outcome) -> std::io::Result<()> {
    for action in &outcome.done {
        writeln!(out, "{}: {action}", outcome.tenant)?;
    }
    write!(
        out,
        "{} is {}: {} -> {}",
        outcome.tenant,
        outcome.status.as_str(),
        outcome.alias,
        outcome.key.id
    )?;
    match &outcome.key.deletion {
        Some(at) => writeln!(out, ", deleted at {at}"),
        None => writeln!(out),
    }
}

fn write_list(out: &mut dyn Write, tenants: &[Tenant]) -> std::io::Result<()> {
    let mut table = Table::new(["TENANT", "STATUS", "ORIGIN", "KEY", "SINCE", "ENDS"]);
    for Tenant { tenant, status, key, .. } in tenants {
        let ends = key.deletion.as_ref().or(key.material_expires.as_ref());
        table.row([
            tenant.to_string(),
            status.as_str().to_owned(),
            key.origin.clone(),
            key.id.clone(),
            key.created.clone(),
            ends.cloned().unwrap_or_default(),
        ]);
    }
    table.write(out)
}

fn write_shown(out: &mut dyn Write, shown: &Shown) -> std::io::Result<()> {
    let Tenant { tenant, alias, status, key } = &shown.tenant;
    let mut lines = vec![
        ("tenant", tenant.to_string()),
        ("status", status.as_str().to_owned()),
        ("alias", alias.clone()),
        ("key", key.arn.clone()),
        ("since", key.created.clone()),
        ("origin", key.origin.clone()),
        ("rotation", if shown.rotation { "on" } else { "off" }.to_owned()),
    ];
    let optional = [
        ("key store", &key.key_store),
        ("external key", &key.xks_key),
        ("deleted at", &key.deletion),
        ("material expires", &key.material_expires),
    ];
    lines.extend(optional.into_iter().filter_map(|(name, value)| Some((name, value.clone()?))));
    for (name, value) in lines {
        writeln!(out, "{name:<17} {value}")?;
    }
    for (name, value) in &shown.tags {
        writeln!(out, "{:<17} {name}={value}", "tag")?;
    }
    for it in &shown.grants {
        writeln!(out, "{:<17} {} for {}: {}", "grant", it.grant, it.grantee, it.operations.join(", "))?;
    }
    writeln!(out, "policy")?;
    write_all_lines(out, &serde_json::to_string_pretty(&shown.policy).unwrap_or_default())
}

fn write_drift(out: &mut dyn Write, report: &DriftReport) -> std::io::Result<()> {
    for drift in &report.drifts {
        for difference in &drift.differences {
            write!(out, "{}: {difference}", drift.tenant)?;
            match difference.decision() {
                Some(decision) => writeln!(out, "; {decision}")?,
                None => writeln!(out)?,
            }
        }
        for warning in &drift.warnings {
            writeln!(out, "{}: warning: {warning}", drift.tenant)?;
        }
        for action in &drift.fixed {
            writeln!(out, "{}: fixed: {action}", drift.tenant)?;
        }
        if let Some(error) = &drift.error {
            writeln!(out, "{}: not fixed: {error}", drift.tenant)?;
        }
    }
    let left = report.drifts.iter().filter(|drift| drift.is_left()).count();
    writeln!(out, "{} tenants, {left} with drift", report.tenants)
}
