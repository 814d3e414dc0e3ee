//! `lodge account`: accounts of a running Lodge, over its Organizations API.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clock::{Clock, SystemClock};
use serde_json::{Value, json};

use crate::cli::Account;
use crate::client::Client;
use crate::shown::Lines;

const SERVICE: &str = "organizations";

pub fn run(command: Account) -> Result<ExitCode> {
    match command {
        Account::Create { name, email, json, data } => create(&Client::of(&data)?, &name, email, json),
        Account::List { json, data } => list(&Client::of(&data)?, json),
    }
}

fn create(client: &Client, name: &str, email: Option<String>, as_json: bool) -> Result<ExitCode> {
    let email = email.unwrap_or_else(|| invented_address(name));
    let answer = call(client, "CreateAccount", &json!({ "AccountName": name, "Email": email }))
        .with_context(|| format!("could not make the account '{name}' with the email address '{email}'"))?;
    let status = answer.get("CreateAccountStatus").context("the answer has no CreateAccountStatus")?;
    if text(status, "State") != "SUCCEEDED" {
        bail!("the account was not made: {} {}", text(status, "State"), text(status, "FailureReason"));
    }
    let mut out = std::io::stdout().lock();
    if as_json {
        writeln!(out, "{}", serde_json::to_string_pretty(status)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let id = text(status, "AccountId");
    writeln!(out, "Made account {id} ({name}).")?;
    writeln!(out, "Work in it as its administrator:")?;
    writeln!(
        out,
        "  aws sts assume-role --role-session-name admin --role-arn arn:aws:iam::{id}:role/OrganizationAccountAccessRole"
    )?;
    Ok(ExitCode::SUCCESS)
}

fn list(client: &Client, as_json: bool) -> Result<ExitCode> {
    let mut accounts = Vec::new();
    let mut token = Value::Null;
    loop {
        let input = if token.is_null() { json!({}) } else { json!({ "NextToken": token }) };
        let mut answer = call(client, "ListAccounts", &input)?;
        if let Some(Value::Array(page)) = answer.get_mut("Accounts").map(Value::take) {
            accounts.extend(page);
        }
        token = answer.get_mut("NextToken").map(Value::take).unwrap_or_default();
        if token.is_null() {
            break;
        }
    }
    let mut out = Lines(std::io::stdout().lock());
    if as_json {
        writeln!(out.0, "{}", serde_json::to_string_pretty(&accounts)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let width =
        accounts.iter().map(|account| text(account, "Name").chars().count()).max().unwrap_or(0).max(4);
    writeln!(out, "{:<12}  {:<width$}  {:<9}  EMAIL", "ID", "NAME", "STATUS")?;
    for account in &accounts {
        let (id, name) = (text(account, "Id"), text(account, "Name"));
        writeln!(
            out,
            "{id:<12}  {name:<width$}  {:<9}  {}",
            text(account, "Status"),
            text(account, "Email")
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

fn call(client: &Client, operation: &str, input: &Value) -> Result<Value> {
    client.call(SERVICE, &format!("AWSOrganizationsV20161128.{operation}"), input)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Organizations wants an address; who does not care gets one that reaches nobody.
fn invented_address(name: &str) -> String {
    let local: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let unique = SystemClock.now().millis();
    format!("{local}-{unique}@accounts.invalid")
}
