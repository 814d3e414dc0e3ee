//! Cargo subcommands: the one on `PATH` when there is one, else built once into the cache folder.

use std::path::PathBuf;

use anyhow::Result;

use super::{missing, present};
use crate::process::{on_path, run};
use crate::workspace::Workspace;

/// A cargo subcommand that the tests run.
pub struct CargoTool {
    name: &'static str,
    /// The version that is built when none is on `PATH`.
    version: &'static str,
}

pub const NEXTEST: CargoTool = CargoTool { name: "cargo-nextest", version: "0.9.143" };
pub const DENY: CargoTool = CargoTool { name: "cargo-deny", version: "0.20.2" };

impl CargoTool {
    pub fn install(&self, workspace: &Workspace) -> Result<PathBuf> {
        let Self { name, version } = self;
        if let Some(program) = on_path(name) {
            present(name, &program.display().to_string());
            return Ok(program);
        }
        let folder = workspace.cache().join(format!("{name}-{version}"));
        let program = folder.join("bin").join(name);
        if program.is_file() {
            present(name, &program.display().to_string());
            return Ok(program);
        }
        missing(name, &format!("building it into {} (minutes, once)", folder.display()));
        // Unoptimized: they mostly wait for other programs, and build three times as fast.
        let mut cargo =
            workspace.cargo(&["install", name, "--version", version, "--locked", "--debug", "--root"]);
        cargo.arg(&folder).env("CARGO_PROFILE_DEV_DEBUG", "0").env_remove("CARGO_TARGET_DIR");
        // The workspace's own cargo settings are not for them.
        run(cargo.current_dir(workspace.cache()))?;
        Ok(program)
    }
}
