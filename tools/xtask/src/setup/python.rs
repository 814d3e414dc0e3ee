//! The Python environment: one folder in the cache for each content of `requirements.txt`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{fingerprint, missing, present, read};
use crate::process::{output, run};
use crate::workspace::Workspace;

/// An environment that holds exactly the pinned packages.
pub struct Python {
    folder: PathBuf,
}

impl Python {
    /// A program of the environment: `python`, `pytest`, `ruff`, `aws`.
    pub fn program(&self, name: &str) -> OsString {
        self.bin().join(name).into()
    }

    /// The folder of its programs.
    pub fn bin(&self) -> PathBuf {
        self.folder.join("bin")
    }

    /// The folder of the package botocore, whose service descriptions the code generator reads.
    pub fn botocore(&self) -> Result<PathBuf> {
        let code = "import botocore, pathlib; print(pathlib.Path(botocore.__file__).parent)";
        Ok(output(Command::new(self.program("python")).args(["-c", code]))?.into())
    }
}

pub fn install(workspace: &Workspace) -> Result<Python> {
    let requirements = workspace.clients().join("requirements.txt");
    let interpreter =
        output(Command::new("python3").args(["-c", "import sys; print(sys.version, sys.prefix)"]))?;
    let name = fingerprint(&[&read(&requirements)?, &interpreter]);
    let folder = workspace.cache().join(format!("python-{name}"));
    let python = Python { folder: folder.clone() };
    let done = folder.join("complete");
    if done.exists() {
        present("Python packages", &folder.display().to_string());
        return Ok(python);
    }
    missing("Python packages", &format!("installing into {}", folder.display()));
    build(&python, &folder, &requirements)?;
    fs::write(&done, "").with_context(|| format!("cannot write {}", done.display()))?;
    Ok(python)
}

fn build(python: &Python, folder: &Path, requirements: &Path) -> Result<()> {
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder))?;
    let pip = || {
        let mut command = Command::new(python.program("python"));
        command.args(["-m", "pip", "--disable-pip-version-check", "--no-input"]);
        command
    };
    // The file names every package, so nothing else may come in; `pip check` tells when it no longer does.
    run(pip().args(["install", "--quiet", "--no-deps", "--requirement"]).arg(requirements))?;
    run(pip().arg("check"))
}
