//! `lodge policy`: decide a case without a server, and look through the stored policies.

mod explain;
mod lint;
mod stored;
mod subject;
mod who_can;

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::cli::Policy;

/// The largest file that is read, in bytes.
const LIMIT: u64 = 4 * 1024 * 1024;

pub fn run(command: Policy) -> Result<ExitCode> {
    match command {
        Policy::Evaluate { case, json, expect } => evaluate(&case, json, expect.as_deref()),
        Policy::Lint { files, stored: false, kind, json, .. } => lint::files(&files, kind, json),
        Policy::Lint { json, data, .. } => lint::stored(&data, json),
        Policy::Explain { event_id, json, data } => explain::run(&data, &event_id, json),
        Policy::WhoCan { action, resource, context, json, data } => {
            who_can::run(&data, &action, &resource, &context, json)
        }
    }
}

fn evaluate(case: &Path, json: bool, expect: Option<&str>) -> Result<ExitCode> {
    let (text, shown) = read("case", case)?;
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

/// The text of a file, or of standard input for `-`, and how messages call it.
fn read(what: &str, path: &Path) -> Result<(String, String)> {
    let standard_input = path.as_os_str() == "-";
    let shown = if standard_input { "standard input".to_owned() } else { path.display().to_string() };
    let mut text = String::new();
    let done = if standard_input {
        std::io::stdin().lock().take(LIMIT).read_to_string(&mut text)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LIMIT).read_to_string(&mut text))
    };
    done.with_context(|| format!("could not read the {what} from {shown}"))?;
    Ok((text, shown))
}
