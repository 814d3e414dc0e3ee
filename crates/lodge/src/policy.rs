//! `lodge policy evaluate`: decide one case without a server.

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::cli::Policy;

/// The largest case that is read, in bytes.
const LIMIT: u64 = 4 * 1024 * 1024;

pub fn run(command: Policy) -> Result<ExitCode> {
    let Policy::Evaluate { case, json } = command;
    let text = read(&case).with_context(|| format!("could not read the case {}", case.display()))?;
    let verdict = iam_policy::case::run(&text)
        .with_context(|| format!("the case {} cannot be decided", case.display()))?;
    let mut out = std::io::stdout().lock();
    if json {
        writeln!(out, "{}", serde_json::to_string_pretty(&verdict)?)?;
    } else {
        writeln!(out, "{verdict}")?;
    }
    Ok(ExitCode::SUCCESS)
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
