//! `lodge policy who-can`.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use arn::AccountId;
use gate::{Caller, Membership};
use iam_policy::keys::{self, Availability};
use iam_policy::{Context, Possibility, Principal};
use serde::Serialize;

use super::stored::{Progress, Stored, block_on};
use super::subject::Subject;
use crate::cli::Data;

/// Lists everybody who could do `action` on `resource`.
pub fn run(data: &Data, action: &str, resource: &str, context: &[String], as_json: bool) -> Result<ExitCode> {
    let Some(action) = gate::actions().find(action) else {
        bail!("there is no action {action} here; write it as policies do, such as kms:Decrypt");
    };
    let found = block_on(search(data, &action.name, resource, &stated(context)?, as_json))?;
    let mut out = std::io::stdout().lock();
    if as_json {
        writeln!(out, "{}", serde_json::to_string_pretty(&found)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    for one in &found {
        writeln!(out, "{} {}", one.principal, one.possibility.decision.because())?;
        for requirement in &one.possibility.provided {
            writeln!(out, "  provided that {requirement}")?;
        }
        for requirement in &one.possibility.unless {
            writeln!(out, "  unless {requirement}")?;
        }
    }
    match found.len() {
        0 => writeln!(out, "Nobody can.")?,
        1 => writeln!(out, "1 can.")?,
        count => writeln!(out, "{count} can.")?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Somebody who could.
#[derive(Serialize)]
struct Able {
    /// The ARN of the account root, user or role.
    principal: String,
    #[serde(flatten)]
    possibility: Possibility,
}

async fn search(
    data: &Data,
    action: &'static str,
    resource: &str,
    stated: &[(String, String)],
    quiet: bool,
) -> Result<Vec<Able>> {
    let stored = Stored::open(data)?;
    let Some((subject, owner)) = Subject::find(&stored, resource).await? else {
        bail!("there is no key {resource}");
    };
    let owner_membership = match owner {
        Some(owner) => Some(stored.inventory.membership(owner).await?),
        None => None,
    };
    let mut found = Vec::new();
    let accounts = stored.inventory.accounts().await?;
    let progress = Progress::new(accounts.len(), quiet);
    for (done, account) in accounts.into_iter().enumerate() {
        progress.at(done, "accounts");
        // Without a policy of the resource, nobody speaks for another account.
        if matches!(subject, Subject::Other) && owner.is_some_and(|owner| owner != account) {
            continue;
        }
        for caller in stored.inventory.callers(account).await? {
            let owner_membership: &Arc<Membership> = owner_membership.as_ref().unwrap_or(&caller.membership);
            let owner = owner.unwrap_or(account);
            let mut question = subject.question(&stored, action, resource, owner, &caller, None).await?;
            add_known(&mut question.context, &caller, question.owner, owner_membership, stated);
            let open = |key: &str| is_open(key, &caller);
            if let Some(possibility) = gate::possible(&caller, owner_membership, &question, &open) {
                found.push(Able { principal: named(&caller), possibility });
            }
        }
    }
    progress.end();
    Ok(found)
}

/// What is known of every call of the caller, and what was stated.
fn add_known(
    context: &mut Context,
    caller: &Caller,
    owner: AccountId,
    owner_membership: &Membership,
    stated: &[(String, String)],
) {
    context.insert_principal(&caller.principal);
    for (key, value) in &caller.tags {
        context.insert(format!("aws:PrincipalTag/{key}"), value.clone());
    }
    context.insert("aws:ResourceAccount", owner.to_string());
    context.insert("aws:ViaAWSService", "false");
    if matches!(caller.principal, Principal::AssumedRole { .. }) {
        context.insert("aws:MultiFactorAuthPresent", "false");
    }
    let organization = [
        (&*caller.membership, "aws:PrincipalOrgID", "aws:PrincipalOrgPaths"),
        (owner_membership, "aws:ResourceOrgID", "aws:ResourceOrgPaths"),
    ];
    for (membership, id, paths) in organization {
        if let Some(organization) = &membership.organization_id {
            context.insert(id, organization.clone());
        }
        context.insert_many(paths, membership.path.clone());
    }
    for (key, value) in stated {
        match keys::find(key) {
            Some(known) if known.multivalued => {
                context.insert_many(key.clone(), value.split(',').map(str::to_owned));
            }
            _ => context.insert(key.clone(), value.clone()),
        }
    }
}

/// Whether a call of the caller may have the key, when it is not among what is known.
fn is_open(key: &str, caller: &Caller) -> bool {
    let is_session = matches!(caller.principal, Principal::AssumedRole { .. });
    let lower = key.to_ascii_lowercase();
    match lower.as_str() {
        "aws:username"
        | "aws:principalorgid"
        | "aws:principalorgpaths"
        | "aws:resourceorgid"
        | "aws:resourceorgpaths" => false,
        "aws:sourceidentity" => is_session,
        // Users and roots may come with a session of GetSessionToken; sessions of roles never carry a second factor.
        "aws:tokenissuetime" => true,
        "aws:multifactorauthpresent" | "aws:multifactorauthage" => !is_session,
        // Sessions may bring tags of their own.
        _ if lower.starts_with("aws:principaltag/") => is_session,
        // The tags of what exists are known.
        _ if lower.starts_with("aws:resourcetag/") || lower.starts_with("iam:resourcetag/") => false,
        _ => keys::find(key).is_none_or(|known| known.availability != Availability::Absent),
    }
}

fn named(caller: &Caller) -> String {
    caller.principal.principal_arn().unwrap_or_else(|| caller.arn().to_owned())
}

fn stated(context: &[String]) -> Result<Vec<(String, String)>> {
    let pair = |text: &String| {
        let (key, value) = text
            .split_once('=')
            .with_context(|| format!("write --context KEY=VALUE; '{text}' has no '='"))?;
        Ok((key.to_owned(), value.to_owned()))
    };
    context.iter().map(pair).collect()
}
