//! `lodge policy evaluate`: decide one case without a server.

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::cli::Policy;

/// The largest case that is read, in bytes.
const LIMIT: u64 = 4 * 1024 * 1024;

pub fn run(command: Policy) -> Result<ExitCode> {
    let Policy::Evaluate { case, json, expect } = command;
    let shown =
        if case.as_os_str() == "-" { "standard input".to_owned() } else { case.display().to_string() };
    let text = read(&case).with_context(|| format!("could not read the case from {shown}"))?;
    let verdict =
        iam_policy::case::run(&text).with_context(|| format!("the case from {shown} cannot be decided"))?;
    let mut out = std::io::stdout().lock();
    if json {
        writeln!(out, "{}", serde_json::to_string_pretty(&verdict)?)?;
    } else {
        writeln!(out, "{verdict}")?;
    }
    let decided = verdict.decision.to_string();
    match expect {
        Some(expected) if expected != decided => bail!("expected {expected}, got {decided}"),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn read(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    if path.as_os_str() == "-" {
        std::io::stdin().lock().take(LIMIT).read_to_string(&mut text)?;
    } else {
        std::fs::File::open(path)?.take(LIMIT).read_to_string(&mut text)?;
    }
    Ok(text)
}
