//! `lodge tenants roles`: as JSON, as Terraform, or applied.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};
use tenants::{RolesRequest, ServiceB, Tenants, WebIdentity};

use super::arguments::Roles;
use super::print;

pub fn show(options: &Roles, role: &str) -> Result<ExitCode> {
    let roles = request(options, role, None)?.roles()?;
    if options.terraform {
        write!(std::io::stdout().lock(), "{}", roles.terraform())?;
    } else {
        // Policies are JSON in any case.
        print(true, &roles, |_| Ok(()))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub async fn apply(tenants: &Tenants, options: &Roles, role: &str, json: bool) -> Result<()> {
    let roles = request(options, role, Some(&tenants.service().account))?.roles()?;
    let applied = tenants.apply_roles(&roles).await?;
    print(json, &applied, |out| {
        for arn in &applied.created {
            writeln!(out, "made {arn}")?;
        }
        for arn in &applied.updated {
            writeln!(out, "changed {arn}")?;
        }
        for arn in &applied.left {
            writeln!(out, "left {arn}: say the same with credentials of its account")?;
        }
        writeln!(
            out,
            "key policies name {}: give --role {0} to the other commands",
            roles.key_users.join(",")
        )
    })
}

fn request(options: &Roles, role: &str, caller: Option<&str>) -> Result<RolesRequest> {
    if role.contains(',') {
        bail!("give one name with --role: the services' names are added to it");
    }
    let account_a = options.account_a.as_deref().or(caller).unwrap_or_default();
    let services = options.services.iter().map(|text| match text.split_once('=') {
        Some((name, account)) => ServiceB { name: name.to_owned(), account: Some(account.to_owned()) },
        None => ServiceB { name: text.clone(), account: None },
    });
    let provider = options.web_identity.as_deref();
    Ok(RolesRequest {
        partition: options.partition.clone(),
        account_a: account_a.to_owned(),
        role: role.to_owned(),
        services: services.collect(),
        account_b: options.account_b.as_deref().unwrap_or(account_a).to_owned(),
        compute: options.compute.clone(),
        web_identity: provider.map(|provider| WebIdentity {
            provider: provider.trim_start_matches("https://").trim_end_matches('/').to_owned(),
            audience: options.audience.clone(),
        }),
    })
}
