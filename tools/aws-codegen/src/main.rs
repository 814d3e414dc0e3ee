#![doc = include_str!("../README.md")]

mod description;
mod names;
mod openapi;
mod pattern;
mod rust;
mod sensitivity;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use description::Description;

/// The version of the PyPI package whose descriptions are used.
const BOTOCORE_VERSION: &str = "1.44.5";

const USAGE: &str = "usage: aws-codegen --botocore <site-packages/botocore> [--check]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("aws-codegen: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (botocore, check) = arguments()?;
    let pinned = format!("__version__ = '{BOTOCORE_VERSION}'");
    let package = botocore.join("__init__.py");
    let version =
        fs::read_to_string(&package).with_context(|| format!("cannot read {}", package.display()))?;
    if !version.contains(&pinned) {
        bail!(
            "{} is not botocore {BOTOCORE_VERSION}: pip install botocore=={BOTOCORE_VERSION}",
            botocore.display()
        );
    }

    let tool = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = tool.join("../..");
    let folder = root.join("crates/aws-model/src/generated");
    let mut stale = Vec::new();
    for (service, operations) in allow_list(&tool.join("operations.txt"))? {
        // Services that no SDK speaks are described here.
        let own = tool.join("descriptions");
        let (data, origin) = if own.join(&service).is_dir() {
            (own, "`tools/aws-codegen/descriptions`".to_owned())
        } else {
            (botocore.join("data"), format!("botocore {BOTOCORE_VERSION}"))
        };
        let description = Description::read(&data, &service, &operations)?;
        let source = format_source(&rust::module(&description, &origin)?, &root)?;
        let mut files = vec![(folder.join(format!("{service}.rs")), source)];
        if description.is_rest() {
            let path = root.join(format!("crates/api-{service}/src/openapi.json"));
            files.push((path, openapi::document(&description)?));
        }
        for (path, text) in files {
            if fs::read_to_string(&path).ok().as_deref() == Some(text.as_str()) {
                continue;
            }
            if check {
                stale.push(path.display().to_string());
            } else {
                fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
            }
        }
    }
    if !stale.is_empty() {
        bail!("run aws-codegen without --check and commit: {} differs", stale.join(", "));
    }
    Ok(())
}

fn arguments() -> Result<(PathBuf, bool)> {
    let (mut botocore, mut check) = (None, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--botocore" => botocore = Some(PathBuf::from(arguments.next().context(USAGE)?)),
            "--check" => check = true,
            _ => bail!("{argument}? {USAGE}"),
        }
    }
    Ok((botocore.context(USAGE)?, check))
}

/// Operations by service: a service and an operation per line, `#` begins a comment.
fn allow_list(path: &Path) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut list: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            [] => {}
            [service, operation] => {
                if !list.entry(service.to_owned()).or_default().insert(operation.to_owned()) {
                    bail!("{}: {line} is there twice", path.display());
                }
            }
            _ => bail!("{}: expected a service and an operation, got: {line}", path.display()),
        }
    }
    Ok(list)
}

fn format_source(source: &str, root: &Path) -> Result<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run rustfmt: rustup component add rustfmt")?;
    let mut input = rustfmt.stdin.take().context("rustfmt takes no input")?;
    // From another thread: rustfmt may answer before it has read everything.
    let source = source.to_owned();
    let writer = std::thread::spawn(move || input.write_all(source.as_bytes()));
    let output = rustfmt.wait_with_output()?;
    if !matches!(writer.join(), Ok(Ok(()))) || !output.status.success() {
        bail!("rustfmt does not understand the generated code");
    }
    Ok(String::from_utf8(output.stdout)?)
}
