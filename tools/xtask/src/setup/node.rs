//! The Node packages: `node_modules` beside the client tests, for each content of `package-lock.json`.

use std::fs;

use anyhow::{Context, Result};

use super::{fingerprint, missing, present, read};
use crate::process::run;
use crate::workspace::Workspace;

pub fn install(workspace: &Workspace) -> Result<()> {
    let clients = workspace.clients();
    let name = fingerprint(&[&read(&clients.join("package-lock.json"))?]);
    let done = clients.join("node_modules/.complete");
    if fs::read_to_string(&done).is_ok_and(|made_from| made_from == name) {
        present("Node packages", "tests/clients/node_modules");
        return Ok(());
    }
    missing("Node packages", "installing into tests/clients/node_modules");
    let mut npm = workspace.command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run(npm.current_dir(&clients))?;
    fs::write(&done, name).with_context(|| format!("cannot write {}", done.display()))
}
