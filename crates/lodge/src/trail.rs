//! `lodge trail`: verify and show the audit log.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use audit_log::verify::{Progress, Report, verify};
use audit_log::{Position, PublicKey, Reader};
use serde_json::{Value, json};

use crate::cli::{Data, Trail};
use crate::data_folder::DataFolder;
use crate::keyring::{Keyring, Settings};
use crate::shown::shown;

/// How often a followed log is looked at.
const POLL: Duration = Duration::from_millis(200);

pub fn run(command: Trail) -> Result<ExitCode> {
    match command {
        Trail::Verify { data, folder, public_key, json } => check(&data, folder, public_key.as_deref(), json),
        Trail::Tail { data, lines, follow, json } => tail(&data, lines, follow, json),
    }
}

fn check(data: &Data, folder: Option<PathBuf>, public_key: Option<&Path>, as_json: bool) -> Result<ExitCode> {
    let key = match public_key {
        Some(path) => {
            let pem = std::fs::read_to_string(path)
                .with_context(|| format!("could not read {}", path.display()))?;
            PublicKey::from_pem(&pem)?
        }
        None => own_key(data)?,
    };
    let folder = match folder {
        Some(folder) => folder,
        None => DataFolder::open(data.folder())?.trail(),
    };
    let shown = std::io::stderr().is_terminal() && !as_json;
    let report = verify(&folder, &key, |progress| {
        if shown {
            show_progress(progress);
        }
    })
    .with_context(|| format!("could not read the audit log in {}", folder.display()))?;
    if shown {
        let _ = write!(std::io::stderr(), "\r\x1b[K");
    }
    let mut out = std::io::stdout().lock();
    if as_json {
        writeln!(out, "{}", serde_json::to_string_pretty(&report_json(&report))?)?;
    } else {
        write_report(&mut out, &folder, &report)?;
    }
    Ok(if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The log's public key, from the root key.
fn own_key(data: &Data) -> Result<PublicKey> {
    let folder = DataFolder::open(data.folder())
        .context("the log's public key comes from the data folder's root key; or say --public-key FILE")?;
    let settings = Settings::read(&folder)?.context("this Lodge was never started")?;
    let keyring = Keyring::unseal(&folder, &settings, data)?;
    Ok(audit_log::SigningKey::from_seed(&keyring.audit_signing_seed())?.public_key())
}

fn show_progress(progress: &Progress) {
    let width = 30;
    let done = progress.segments * width / progress.of_segments.max(1);
    let bar: String = (0..width).map(|at| if at < done { '#' } else { '.' }).collect();
    eprint!(
        "\r[{bar}] segment {} of {}, {} records",
        progress.segments, progress.of_segments, progress.records
    );
}

fn write_report(out: &mut impl Write, folder: &Path, report: &Report) -> Result<()> {
    writeln!(out, "{} records in {} segments, {} bytes", report.records, report.segments, report.bytes)?;
    if let (Some(begun), Some(signed)) = (report.begun, report.signed) {
        writeln!(out, "begun {begun}, last signed {signed} at sequence {}", report.last_sequence)?;
    }
    for finding in &report.findings {
        writeln!(out, "WRONG  {finding}")?;
    }
    if report.more_findings > 0 {
        writeln!(out, "WRONG  {} more findings are not shown", report.more_findings)?;
    }
    if report.is_sound() {
        writeln!(
            out,
            "The log in {} is whole: nothing was edited, removed, reordered or cut off.",
            folder.display()
        )?;
    } else {
        writeln!(out, "The log in {} has been tampered with or damaged.", folder.display())?;
    }
    Ok(())
}

fn report_json(report: &Report) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "file": finding.file,
                "line": finding.line,
                "sequence": finding.sequence,
                "problem": finding.problem.to_string(),
            })
        })
        .collect();
    json!({
        "sound": report.is_sound(),
        "records": report.records,
        "segments": report.segments,
        "bytes": report.bytes,
        "lastSequence": report.last_sequence,
        "begun": report.begun.map(|at| at.to_string()),
        "signed": report.signed.map(|at| at.to_string()),
        "findings": findings,
        "moreFindings": report.more_findings,
    })
}

fn tail(data: &Data, lines: usize, follow: bool, as_json: bool) -> Result<ExitCode> {
    let folder = DataFolder::open(data.folder())?.trail();
    let mut reader = Reader::offline(&folder, near_the_end(&folder, lines)?);
    let mut last = VecDeque::new();
    while let Some(entry) = reader.try_next()? {
        last.push_back(entry);
        if last.len() > lines {
            last.pop_front();
        }
    }
    let mut out = std::io::stdout().lock();
    for entry in last {
        show(&mut out, &entry.record, as_json)?;
    }
    if !follow {
        return Ok(ExitCode::SUCCESS);
    }
    loop {
        match reader.try_next()? {
            Some(entry) => show(&mut out, &entry.record, as_json)?,
            None => {
                out.flush()?;
                std::thread::sleep(POLL);
            }
        }
    }
}

/// A place from which the rest of the log holds at least `lines` records, or the beginning.
fn near_the_end(folder: &Path, lines: usize) -> Result<Position> {
    let names = std::fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    let newest = names
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".jsonl")?.parse::<u64>().ok())
        .max()
        .ok_or_else(|| anyhow!("{} holds no audit log", folder.display()))?;
    for segment in (1..=newest).rev() {
        let position = Position { segment, sequence: 0, offset: 0 };
        let mut reader = Reader::offline(folder, position);
        let mut records = 0;
        while records < lines && reader.try_next()?.is_some() {
            records += 1;
        }
        if records >= lines || segment == 1 {
            return Ok(position);
        }
    }
    Ok(Position::START)
}

fn show(out: &mut impl Write, record: &[u8], as_json: bool) -> Result<()> {
    if as_json {
        out.write_all(record)?;
        writeln!(out)?;
        return Ok(());
    }
    let event: Value = serde_json::from_slice(record)?;
    writeln!(out, "{}", summary(&event))?;
    Ok(())
}

/// One record for people: when, who, what, on what, and why it was allowed or not.
fn summary(event: &Value) -> String {
    let text = |pointer: &str| event.pointer(pointer).and_then(Value::as_str).unwrap_or("-");
    let service = text("/eventSource").split('.').next().unwrap_or_default();
    let who = match text("/userIdentity/arn") {
        "-" => text("/userIdentity/invokedBy"),
        arn => arn.strip_prefix("arn:aws:").unwrap_or(arn),
    };
    let mut line = format!("{}  {who}  {service}:{}", text("/eventTime"), text("/eventName"));
    if let Some(Value::Array(resources)) = event.get("resources") {
        for arn in resources.iter().filter_map(|resource| resource.get("ARN")?.as_str()) {
            let _ = write!(line, "  {}", arn.strip_prefix("arn:aws:").unwrap_or(arn));
        }
    }
    match event.get("errorCode").and_then(Value::as_str) {
        None => {
            line.push_str("  ok");
            if let Some(by) = allowed_by(event) {
                let _ = write!(line, " ({by})");
            }
        }
        Some(code) => {
            let _ = write!(line, "  {code}: {}", text("/errorMessage"));
        }
    }
    // Records hold text from callers: it must not steer the terminal.
    shown(&line)
}

/// The statements that allowed a call: `key policy "AllowServiceARoleViaAlias" and ...`.
fn allowed_by(event: &Value) -> Option<String> {
    let decisions = event.pointer("/additionalEventData/lodge/decisions")?.as_array()?;
    let mut by = Vec::new();
    for reason in decisions.iter().filter_map(|decision| decision.get("reasons")?.as_array()).flatten() {
        let text = |name: &str| reason.get(name).and_then(Value::as_str);
        let policy = text("policy").or_else(|| text("policyType")).unwrap_or_default();
        let shown = match (text("sid"), reason.get("statement").and_then(Value::as_u64)) {
            (Some(sid), _) => format!("{policy} \"{sid}\""),
            (None, Some(statement)) => format!("{policy} statement {statement}"),
            (None, None) => policy.to_owned(),
        };
        if !by.contains(&shown) {
            by.push(shown);
        }
    }
    (!by.is_empty()).then(|| by.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_fits_one_line_and_cannot_steer_the_terminal() {
        let event = json!({
            "eventTime": "2026-01-31T12:00:00Z", "eventSource": "kms.amazonaws.com", "eventName": "Encrypt",
            "userIdentity": { "arn": "arn:aws:sts::111122223333:assumed-role/R/S" },
            "resources": [{ "ARN": "arn:aws:kms:us-east-1:111122223333:key/1" }],
            "errorCode": "AccessDeniedException", "errorMessage": "no\n\u{1b}[2J",
        });
        assert_eq!(
            summary(&event),
            "2026-01-31T12:00:00Z  sts::111122223333:assumed-role/R/S  kms:Encrypt  \
             kms:us-east-1:111122223333:key/1  AccessDeniedException: no\\n\\u{1b}[2J"
        );
    }
}
