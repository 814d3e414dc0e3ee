#![doc = include_str!("../README.md")]

mod docs;
mod floors;
mod process;
mod setup;
mod steps;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  setup                Install what the tests need; what is already there is left alone
  test                 Set up, then run every check and every test, up to the first failure
    --list             Show the steps and do nothing
    --only STEP        Run this step alone (may be repeated)
    --from STEP        Run this step and those after it
  lint                 The steps of `test` that need no tests: format, clippy, floors, python
  fmt                  Format the Rust and the Python sources in place
  codegen              Write the generated code again
  clients [ARGS...]    Build `lodge` and run the real-client tests; ARGS go to pytest
  bench [ARGS...]      Measure the steps of Encrypt and decisions at size (ARGS go to Criterion), then the distance to a bare HTTP server
  docs                 Run the `sh test` blocks of README.md, docs/ and sdk/
  floors [--show]      Check the floors of the workspace, or print their table
  help                 This text

CARGO_TARGET_DIR and XDG_CACHE_HOME are respected.
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = Vec::new();
    for argument in std::env::args_os().skip(1) {
        let text = argument.into_string().map_err(|raw: OsString| anyhow::anyhow!("not UTF-8: {raw:?}"))?;
        arguments.push(text);
    }
    let (command, rest) = match arguments.split_first() {
        None => ("help", &[][..]),
        Some((command, rest)) => (command.as_str(), rest),
    };
    if matches!(command, "help" | "--help" | "-h")
        || (!matches!(command, "clients" | "bench")
            && rest.iter().any(|word| word == "--help" || word == "-h"))
    {
        print!("{HELP}");
        return Ok(());
    }

    let workspace = Workspace::load()?;
    match command {
        "test" => steps::test(&workspace, &selection(rest)?),
        "clients" => steps::clients(&workspace, rest),
        "bench" => steps::bench(&workspace, rest),
        "floors" => match rest {
            [] => floors::check_workspace(&workspace),
            [word] if word == "--show" => {
                print!("{}", floors::show(&workspace.packages));
                Ok(())
            }
            _ => bail!("`floors` takes `--show` or nothing"),
        },
        _ if !rest.is_empty() => bail!("`{command}` takes no arguments; see `cargo xtask help`"),
        "setup" => setup::all(&workspace),
        "lint" => steps::lint(&workspace),
        "fmt" => steps::format(&workspace),
        "codegen" => steps::codegen(&workspace),
        "docs" => steps::docs(&workspace),
        _ => bail!("there is no command `{command}`; see `cargo xtask help`"),
    }
}

fn selection(arguments: &[String]) -> Result<steps::Selection> {
    let mut only = Vec::new();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let mut step = || words.next().cloned().with_context(|| format!("`{word}` wants the name of a step"));
        match word.as_str() {
            "--list" => return Ok(steps::Selection::List),
            "--only" => only.push(step()?),
            "--from" if only.is_empty() && arguments.len() == 2 => {
                return Ok(steps::Selection::From(step()?));
            }
            "--from" => bail!("`--from` cannot be joined with other options"),
            _ => bail!("`test` does not know `{word}`; see `cargo xtask help`"),
        }
    }
    Ok(if only.is_empty() { steps::Selection::All } else { steps::Selection::Only(only) })
}
