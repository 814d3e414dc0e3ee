//! The steps of `cargo xtask test`, in order, and the commands that run some of them.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process::run;
use crate::workspace::Workspace;
use crate::{docs, floors, setup};

struct Step {
    name: &'static str,
    purpose: &'static str,
    run: fn(&Workspace) -> Result<()>,
}

/// Cheap before dear, so that a slip shows early.
const STEPS: &[Step] = &[
    Step { name: "setup", purpose: "what the tests need is installed", run: setup::all },
    Step { name: "format", purpose: "rustfmt", run: format_check },
    Step { name: "floors", purpose: "crates import only from lower floors", run: floors::check_workspace },
    Step { name: "python", purpose: "ruff: lints and format of the Python sources", run: python_check },
    Step { name: "clippy", purpose: "lints; a warning is an error", run: clippy },
    Step { name: "codegen", purpose: "generated code is what the generator writes", run: codegen_check },
    Step { name: "deny", purpose: "licences, banned crates and sources of the dependencies", run: deny },
    Step { name: "nextest", purpose: "unit and integration tests, fuzz corpora", run: nextest },
    Step { name: "doctest", purpose: "examples in the crates' documentation", run: doctest },
    Step { name: "build", purpose: "the binary `lodge`", run: build },
    Step { name: "clients", purpose: "real clients against the binary (pytest)", run: |it| clients(it, &[]) },
    Step { name: "docs", purpose: "the commands in README.md, docs/ and sdk/", run: docs },
];

/// The test program that uses the AWS SDK for Rust: a workspace of its own, so that the product's lock file and features
/// know nothing of it.
const RUST_SDK: &str = "tests/clients/rust/Cargo.toml";

/// The steps that need no tests.
const LINT: &[&str] = &["format", "floors", "python", "clippy"];

/// Which steps to run.
pub enum Selection {
    All,
    From(String),
    Only(Vec<String>),
    /// None: print the list.
    List,
}

/// Runs the selected steps up to the first that fails, and says how long each took.
pub fn test(workspace: &Workspace, selection: &Selection) -> Result<()> {
    let steps = match selection {
        Selection::All => STEPS.iter().collect(),
        Selection::From(name) => {
            let first = step(name)?;
            STEPS.iter().skip_while(|step| step.name != first.name).collect()
        }
        Selection::Only(names) => names.iter().map(|name| step(name)).collect::<Result<Vec<_>>>()?,
        Selection::List => {
            STEPS.iter().for_each(|step| println!("{:<8} {}", step.name, step.purpose));
            return Ok(());
        }
    };
    run_steps(workspace, &steps)
}

/// The steps of [`LINT`].
pub fn lint(workspace: &Workspace) -> Result<()> {
    test(workspace, &Selection::Only(LINT.iter().map(|&name| name.to_owned()).collect()))
}

/// Formats every source in place.
pub fn format(workspace: &Workspace) -> Result<()> {
    run(&mut workspace.cargo(&["fmt", "--all"]))?;
    run(&mut workspace.cargo(&["fmt", "--manifest-path", RUST_SDK]))?;
    ruff(workspace, &["check", "--fix"])?;
    ruff(workspace, &["format"])
}

/// Writes the generated code.
pub fn codegen(workspace: &Workspace) -> Result<()> {
    run_codegen(workspace, &[])
}

/// Runs the benchmarks, then the program that compares with a bare server.
pub fn bench(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let mut steps = workspace.cargo(&["bench", "-p", "bench", "--benches", "--"]);
    run(steps.args(arguments))?;
    run(&mut workspace.cargo(&["run", "--release", "-p", "bench", "--example", "distance"]))
}

/// Runs pytest against a fresh build of the binary, or against the one that `LODGE_BIN` names.
pub fn clients(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let python = setup::python(workspace)?;
    setup::node(workspace)?;
    let binary = binary(workspace)?;
    let rust_sdk = rust_sdk(workspace)?;
    let lodge_sdk = lodge_sdk(workspace)?;
    let python_sdk = python_sdk(workspace, &python)?;
    let mut pytest = workspace.command(python.program("python"), &["-m", "pytest"]);
    // All of them side by side, each file in one process: its tests share a server.
    let whole = ["--numprocesses", "logical", "--dist", "loadfile"].map(str::to_owned);
    pytest.args(if arguments.is_empty() { &whole } else { arguments }).current_dir(workspace.clients());
    pytest.env("LODGE_BIN", binary).env("RUST_SDK_BIN", rust_sdk).env("SDK_RUST_BIN", lodge_sdk);
    run(pytest.env("SDK_PYTHON_WHEEL", python_sdk.wheel).env("PYTHONPATH", python_sdk.installed))
}

/// Runs the blocks marked `sh test` of the documentation, with the binary, the AWS CLI and Python on `PATH`, which has `lodge_sdk`.
pub fn docs(workspace: &Workspace) -> Result<()> {
    let python = setup::python(workspace)?;
    let binary = binary(workspace)?;
    let folder = binary.parent().context("the binary stands in no folder")?;
    let python_sdk = python_sdk(workspace, &python)?;
    docs::run_all(&workspace.root, &[folder.to_owned(), python.bin()], &python_sdk.installed)
}

fn step(name: &str) -> Result<&'static Step> {
    STEPS.iter().find(|step| step.name == name).with_context(|| {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        format!("there is no step `{name}`; the steps are {}", names.join(", "))
    })
}

fn run_steps(workspace: &Workspace, steps: &[&Step]) -> Result<()> {
    let mut times: Vec<(&str, Duration, &str)> = Vec::new();
    let mut result = Ok(());
    for (index, step) in steps.iter().enumerate() {
        println!("\n==> {}/{} {}: {}", index + 1, steps.len(), step.name, step.purpose);
        let start = Instant::now();
        result = (step.run)(workspace).with_context(|| format!("step `{}`", step.name));
        times.push((step.name, start.elapsed(), if result.is_ok() { "ok" } else { "FAILED" }));
        if result.is_err() {
            break;
        }
    }
    println!("\n==> times");
    for (name, time, outcome) in &times {
        println!("{name:<8} {:>8.1} s  {outcome}", time.as_secs_f64());
    }
    let total: Duration = times.iter().map(|(_, time, _)| time).sum();
    let skipped = steps.len() - times.len();
    let rest = if skipped == 0 { String::new() } else { format!("  ({skipped} not run)") };
    println!("{:<8} {:>8.1} s{rest}", "total", total.as_secs_f64());
    result
}

fn format_check(workspace: &Workspace) -> Result<()> {
    run(&mut workspace.cargo(&["fmt", "--all", "--check"]))?;
    run(&mut workspace.cargo(&["fmt", "--check", "--manifest-path", RUST_SDK]))
}

fn clippy(workspace: &Workspace) -> Result<()> {
    run(&mut workspace.cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
}

fn python_check(workspace: &Workspace) -> Result<()> {
    ruff(workspace, &["check"])?;
    ruff(workspace, &["format", "--check"])
}

/// Ruff over the whole tree, so that examples follow the same rules as the client tests.
fn ruff(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let python = setup::python(workspace)?;
    let mut command = workspace.command(python.program("ruff"), arguments);
    run(command.args(["--config", "tests/clients/pyproject.toml", "--no-cache", "."]))
}

fn codegen_check(workspace: &Workspace) -> Result<()> {
    run_codegen(workspace, &["--check"])
}

fn run_codegen(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let botocore = setup::python(workspace)?.botocore()?;
    let mut command = workspace.cargo(&["run", "--quiet", "--locked", "--package", "aws-codegen", "--"]);
    run(command.arg("--botocore").arg(botocore).args(arguments))
}

/// Advisories are left out: their database comes over the network at every run (see `deny.toml`).
fn deny(workspace: &Workspace) -> Result<()> {
    let program = setup::cargo_tool(workspace, &setup::DENY)?;
    for manifest in ["Cargo.toml", RUST_SDK] {
        let mut command =
            workspace.command(&program, &["--manifest-path", manifest, "--workspace", "--locked"]);
        run(command.args(["check", "--hide-inclusion-graph", "bans", "licenses", "sources"]))?;
    }
    Ok(())
}

fn nextest(workspace: &Workspace) -> Result<()> {
    let program = setup::cargo_tool(workspace, &setup::NEXTEST)?;
    run(&mut workspace.command(program, &["nextest", "run", "--workspace", "--locked"]))
}

fn doctest(workspace: &Workspace) -> Result<()> {
    run(&mut workspace.cargo(&["test", "--workspace", "--doc", "--locked"]))
}

fn build(workspace: &Workspace) -> Result<()> {
    run(&mut workspace.cargo(&["build", "--locked", "--package", "lodge"]))
}

/// Built beside the product, so that what both compile is compiled once.
fn rust_sdk(workspace: &Workspace) -> Result<PathBuf> {
    let mut cargo = workspace.cargo(&["build", "--locked", "--manifest-path", RUST_SDK, "--target-dir"]);
    run(cargo.arg(&workspace.target))?;
    Ok(workspace.target.join("debug/rust-sdk"))
}

/// The program that makes the tests' calls with `lodge-sdk`.
fn lodge_sdk(workspace: &Workspace) -> Result<PathBuf> {
    run(&mut workspace.cargo(&["build", "--locked", "--package", "lodge-sdk", "--example", "calls"]))?;
    Ok(workspace.target.join("debug/examples/calls"))
}

/// lodge-sdk for Python.
struct PythonSdk {
    wheel: PathBuf,
    /// Where pip has installed it: in the target folder, since the environment of the tests is shared with other working trees.
    installed: PathBuf,
}

fn python_sdk(workspace: &Workspace, python: &setup::Python) -> Result<PythonSdk> {
    let (wheels, installed) = (workspace.target.join("wheels"), workspace.target.join("python"));
    for folder in [&wheels, &installed] {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
        }
    }
    let mut maturin = workspace.command(python.program("maturin"), &["build", "--quiet", "--profile", "dev"]);
    maturin.args(["--manifest-path", "sdk/python/Cargo.toml", "--interpreter"]).arg(python.program("python"));
    run(maturin.arg("--out").arg(&wheels))?;
    let made = fs::read_dir(&wheels)?.next().context("maturin made no wheel")??;
    let mut pip = workspace.command(python.program("python"), &["-m", "pip", "--disable-pip-version-check"]);
    pip.args(["--quiet", "install", "--no-index", "--no-deps", "--target"]);
    run(pip.arg(&installed).arg(made.path()))?;
    Ok(PythonSdk { wheel: made.path(), installed })
}

/// `LODGE_BIN`, or the binary built from this tree.
fn binary(workspace: &Workspace) -> Result<PathBuf> {
    let path = match std::env::var_os("LODGE_BIN") {
        Some(path) => PathBuf::from(path),
        None => {
            build(workspace)?;
            workspace.target.join("debug/lodge")
        }
    };
    if !path.is_absolute() || !path.is_file() {
        bail!("{} is not the absolute path of a program; unset or correct LODGE_BIN", path.display());
    }
    Ok(path)
}
