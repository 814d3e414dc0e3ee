//! `lodge policy who-can`.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use arn::{AccountId, Arn};
use gate::{Caller, Membership, Question};
use iam_policy::keys::{self, Availability};
use iam_policy::{Authority, Context, Possibility, Principal};
use kms::StoredKey;
use serde::Serialize;

use super::stored::{Progress, Stored, block_on};
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

/// What the question is about.
enum Subject {
    Key(Box<StoredKey>),
    Role(iam::StoredRole),
    /// Something without a policy of its own.
    Other,
}

async fn search(
    data: &Data,
    action: &'static str,
    resource: &str,
    stated: &[(String, String)],
    quiet: bool,
) -> Result<Vec<Able>> {
    let stored = Stored::open(data)?;
    let (subject, owner) = subject(&stored, resource).await?;
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
            let mut question =
                question(&stored, &subject, action, resource, owner.unwrap_or(account), &caller).await?;
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

async fn subject(stored: &Stored, resource: &str) -> Result<(Subject, Option<AccountId>)> {
    if resource == "*" {
        return Ok((Subject::Other, None));
    }
    let arn: Arn = resource.parse().context("write the resource as an ARN, or '*'")?;
    if arn.service() == "kms" && arn.resource().starts_with("key/") {
        let Some(key) = StoredKey::find(&stored.store, resource).await? else {
            bail!("there is no key {resource}");
        };
        return Ok((Subject::Key(Box::new(key)), arn.account_id()));
    }
    match stored.inventory.role(resource).await? {
        Some(role) => {
            let account = role.account;
            Ok((Subject::Role(role), Some(account)))
        }
        None => Ok((Subject::Other, arn.account_id())),
    }
}

async fn question(
    stored: &Stored,
    subject: &Subject,
    action: &'static str,
    resource: &str,
    owner: AccountId,
    caller: &Caller,
) -> Result<Question> {
    match subject {
        Subject::Key(key) => Ok(key.question(&stored.store, action, caller).await?),
        Subject::Role(role) if action.starts_with("sts:") => {
            let mut question = Question::new(action, resource, role.account);
            question.resource_policy = Some(("trust policy", Arc::clone(&role.trust_policy)));
            question.authority = Authority::Trust;
            for (key, value) in &role.tags {
                question.context.insert(format!("aws:ResourceTag/{key}"), value.clone());
                question.context.insert(format!("iam:ResourceTag/{key}"), value.clone());
            }
            Ok(question)
        }
        Subject::Role(_) | Subject::Other => Ok(Question::new(action, resource, owner)),
    }
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
        "aws:tokenissuetime"
        | "aws:sourceidentity"
        | "aws:multifactorauthpresent"
        | "aws:multifactorauthage" => is_session,
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
