//! What `cargo metadata` says about this workspace.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

/// The workspace that this command was started in.
#[derive(Deserialize)]
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    #[serde(rename = "workspace_root")]
    pub root: PathBuf,
    /// Where cargo builds; follows `CARGO_TARGET_DIR`.
    #[serde(rename = "target_directory")]
    pub target: PathBuf,
    /// The workspace's own crates.
    pub packages: Vec<Package>,
}

/// One crate of the workspace.
#[derive(Deserialize)]
pub struct Package {
    pub name: String,
    pub manifest_path: PathBuf,
    pub dependencies: Vec<Dependency>,
}

/// One line of a crate's dependency tables.
#[derive(Deserialize)]
pub struct Dependency {
    pub name: String,
    /// `None` for `[dependencies]`.
    pub kind: Option<DependencyKind>,
    /// The folder, when it is not from a registry.
    pub path: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DependencyKind {
    Dev,
    Build,
}

impl Workspace {
    /// Asks cargo.
    pub fn load() -> Result<Self> {
        let output = Command::new(cargo_program())
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .stderr(std::process::Stdio::inherit())
            .output()
            .context("cannot run cargo")?;
        anyhow::ensure!(output.status.success(), "`cargo metadata` failed");
        Self::from_json(&output.stdout)
    }

    /// Reads the output of `cargo metadata --no-deps --format-version 1`.
    pub fn from_json(json: &[u8]) -> Result<Self> {
        serde_json::from_slice(json).context("cannot read the answer of `cargo metadata`")
    }

    /// `cargo ARGUMENTS`, in the root folder.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        self.command(cargo_program(), arguments)
    }

    /// `PROGRAM ARGUMENTS`, in the root folder.
    pub fn command(&self, program: impl Into<OsString>, arguments: &[&str]) -> Command {
        let mut command = Command::new(program.into());
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// The folder of the real-client tests.
    pub fn clients(&self) -> PathBuf {
        self.root.join("tests/clients")
    }

    /// Where downloads and tools live between runs: `lodge` in the user's cache folder, or in the target folder when
    /// the user has none.
    pub fn cache(&self) -> PathBuf {
        let absolute =
            |variable: &str| std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
        let user = absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join(".cache")));
        user.unwrap_or_else(|| self.target.clone()).join("lodge")
    }
}

/// The cargo that started this command, so that a toolchain override stays in force.
fn cargo_program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
