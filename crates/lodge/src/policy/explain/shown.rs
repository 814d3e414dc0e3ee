//! An explanation for people, and as JSON.

use std::fmt::Write as _;
use std::io::Write;

use anyhow::Result;
use audit_event::Event;
use iam_policy::{
    Effect, Explanation, Finding, Outcome, PolicyTrace, PolicyType, Reason, StatementTrace, Unmet,
};
use serde_json::{Value, json};

use super::{Explained, Places};

pub fn write(event: &Event, explained: &[Explained], as_json: bool) -> Result<()> {
    let mut out = std::io::stdout().lock();
    if as_json {
        let answer = json!({ "event": header_json(event), "decisions": explained });
        writeln!(out, "{}", serde_json::to_string_pretty(&answer)?)?;
        return Ok(());
    }
    let mut text = header(event);
    for one in explained {
        text.push('\n');
        text.push_str(&one.shown()?);
    }
    // Records hold text from callers: it must not steer the terminal.
    let safe = text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c });
    out.write_all(safe.collect::<String>().as_bytes())?;
    Ok(())
}

fn service(event: &Event) -> &str {
    event.event_source.split('.').next().unwrap_or_default()
}

fn header_json(event: &Event) -> Value {
    json!({
        "eventId": event.event_id.to_string(),
        "time": event.event_time.to_iso8601(),
        "operation": format!("{}:{}", service(event), event.event_name),
        "region": event.aws_region.to_string(),
        "sourceAddress": event.source_ip_address,
        "userAgent": event.user_agent,
        "who": event.user_identity.arn,
        "principalId": event.user_identity.principal_id,
        "errorCode": event.error_code,
        "errorMessage": event.error_message,
    })
}

fn header(event: &Event) -> String {
    let identity = &event.user_identity;
    let who = identity.arn.as_deref().or(identity.identity_provider.as_deref()).unwrap_or("unknown");
    let mut text = format!("{}:{} by {who}", service(event), event.event_name);
    if let Some(id) = &identity.principal_id {
        let _ = write!(text, " ({id})");
    }
    let _ = write!(
        text,
        "\nat {} in {} from {}, event {}\n",
        event.event_time.to_iso8601(),
        event.aws_region,
        event.source_ip_address,
        event.event_id
    );
    match &event.error_code {
        None => text.push_str("The call succeeded.\n"),
        Some(code) => {
            let _ = writeln!(
                text,
                "It ended with {code}: {}",
                event.error_message.as_deref().unwrap_or_default()
            );
        }
    }
    text
}

impl Explained {
    fn shown(&self) -> Result<String, std::fmt::Error> {
        let mut out = String::new();
        writeln!(out, "{} on {}: {}", self.action, self.resource, self.decision.outcome)?;
        for reason in &self.decision.reasons {
            writeln!(out, "  {}", self.places.reason(reason))?;
        }
        let mut rows = rows(&self.then, &self.places);
        rows.extend(others(&self.decision.reasons));
        if !rows.is_empty() {
            writeln!(out)?;
            table(&mut out, &rows)?;
        }
        if self.decision.outcome == Outcome::ImplicitDeny {
            self.unmet(&mut out, &self.then, &self.decision.reasons, "What kept statements from allowing:")?;
        }
        if let Some(now) = &self.now {
            self.today(&mut out, now)?;
        }
        if !self.changed.is_empty() {
            writeln!(out, "  Changed since:")?;
            for changed in &self.changed {
                writeln!(out, "    {changed}")?;
            }
        }
        for note in &self.notes {
            writeln!(out, "  Note: {note}")?;
        }
        Ok(out)
    }

    fn today(&self, out: &mut String, now: &Explanation) -> std::fmt::Result {
        let same = now.decision == self.decision || {
            let told = |reasons: &[Reason]| reasons.iter().map(Reason::to_string).collect::<Vec<_>>();
            now.decision.outcome == self.decision.outcome
                && told(&now.decision.reasons) == told(&self.decision.reasons)
        };
        if same && self.evidence.is_some() {
            return writeln!(out, "  With today's policies: the same.");
        }
        writeln!(out, "  With today's policies: {}", now.decision.outcome)?;
        for reason in &now.decision.reasons {
            writeln!(out, "    {}", self.places.reason(reason))?;
        }
        if now.decision.outcome == Outcome::ImplicitDeny {
            self.unmet(
                out,
                &now.policies,
                &now.decision.reasons,
                "What keeps statements from allowing today:",
            )?;
        }
        Ok(())
    }

    /// The Allow statements about the action, in the types of policy whose allow is missing, and what they lack.
    fn unmet(
        &self,
        out: &mut String,
        policies: &[PolicyTrace],
        reasons: &[Reason],
        title: &str,
    ) -> std::fmt::Result {
        let is_missing = |policy: &&PolicyTrace| {
            reasons.iter().any(|reason| {
                reason.policy_type == policy.policy_type
                    && reason.level.is_none_or(|level| policy.level == Some(level))
            })
        };
        let mut title = Some(title);
        for policy in policies.iter().filter(is_missing) {
            let about_action = |statement: &&StatementTrace| {
                statement.effect == Effect::Allow
                    && !statement.applies
                    && !statement.unmet.iter().any(|unmet| matches!(unmet, Unmet::Action { .. }))
            };
            for statement in policy.statements.iter().filter(about_action) {
                if let Some(title) = title.take() {
                    writeln!(out, "  {title}")?;
                }
                writeln!(
                    out,
                    "    statement {} of {} ({})",
                    named(statement),
                    policy.name,
                    policy.policy_type
                )?;
                for unmet in &statement.unmet {
                    writeln!(out, "      {unmet}")?;
                    self.variables(out, unmet)?;
                }
            }
        }
        Ok(())
    }

    /// What the variables in a condition stood for, as far as the record tells.
    fn variables(&self, out: &mut String, unmet: &Unmet) -> std::fmt::Result {
        let (Unmet::Condition { expected, .. }, Some(evidence)) = (unmet, &self.evidence) else {
            return Ok(());
        };
        for key in expected.iter().flat_map(|value| value.split("${").skip(1)) {
            let key = key.split(['}', ',']).next().unwrap_or_default().trim();
            if let Some(value) = evidence.context.get_one(key) {
                writeln!(out, "        where ${{{key}}} is {value:?}")?;
            }
        }
        Ok(())
    }
}

impl Places {
    /// The reason, with the name of the level that it is about.
    fn reason(&self, reason: &Reason) -> String {
        let name = reason.level.and_then(|level| self.name(reason.policy_type, level));
        name.map_or_else(|| reason.to_string(), |name| format!("{reason} ({name})"))
    }
}

/// A line of the table: type of policy, verdict, statement, policy.
type Row = [String; 4];

fn rows(policies: &[PolicyTrace], places: &Places) -> Vec<Row> {
    policies.iter().map(|policy| row(policy, places)).collect()
}

fn row(policy: &PolicyTrace, places: &Places) -> Row {
    let applies = |effect: Effect| {
        policy.statements.iter().find(|statement| statement.applies && statement.effect == effect)
    };
    let (verdict, statement) = match (applies(Effect::Deny), applies(Effect::Allow)) {
        (Some(statement), _) => ("denies", Some(statement)),
        (None, Some(statement)) => ("allows", Some(statement)),
        (None, None) => ("says nothing", None),
    };
    let mut kind = policy.policy_type.to_string();
    if let Some(level) = policy.level {
        let place = places.name(policy.policy_type, level).map(|name| format!(" ({name})"));
        let _ = write!(kind, ", level {level}{}", place.unwrap_or_default());
    }
    [kind, verdict.to_owned(), statement.map_or_else(|| "-".to_owned(), named), policy.name.clone()]
}

/// What granted without being a policy.
fn others(reasons: &[Reason]) -> Vec<Row> {
    let others = reasons.iter().filter(|reason| reason.finding == Finding::Allows);
    let others =
        others.filter(|reason| matches!(reason.policy_type, PolicyType::Grant | PolicyType::AccountRoot));
    others
        .map(|reason| {
            let name = reason.policy.as_deref().unwrap_or("holds all of its permissions");
            [reason.policy_type.to_string(), "allows".to_owned(), "-".to_owned(), name.to_owned()]
        })
        .collect()
}

fn named(statement: &StatementTrace) -> String {
    match &statement.sid {
        Some(sid) => format!("{} \"{sid}\"", statement.index),
        None => statement.index.to_string(),
    }
}

fn table(out: &mut String, rows: &[Row]) -> std::fmt::Result {
    let head = ["type of policy", "verdict", "statement", "policy"].map(str::to_owned);
    let all: Vec<&Row> = std::iter::once(&head).chain(rows).collect();
    let width = |column: usize| {
        all.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let (kinds, verdicts, statements) = (width(0), width(1), width(2));
    for [kind, verdict, statement, policy] in all {
        writeln!(out, "  {kind:kinds$}  {verdict:verdicts$}  {statement:statements$}  {policy}")?;
    }
    Ok(())
}
