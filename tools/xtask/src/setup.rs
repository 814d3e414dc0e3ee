//! Installs what the tests need. Every part looks first and leaves alone what is already there, so that a second run
//! takes no time and every step of `cargo xtask test` can ask for the part it needs.

mod cargo_tool;
mod debian;
mod node;
mod python;

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

pub use self::cargo_tool::{DENY, NEXTEST};
pub use self::python::Python;
use crate::process;
use crate::workspace::Workspace;

/// Everything, with a line for each part.
pub fn all(workspace: &Workspace) -> Result<()> {
    debian::install()?;
    rust_components(workspace)?;
    python(workspace)?;
    node(workspace)?;
    cargo_tool(workspace, &NEXTEST)?;
    cargo_tool(workspace, &DENY)?;
    Ok(())
}

/// The Python environment of the client tests.
pub fn python(workspace: &Workspace) -> Result<Python> {
    let _lock = lock(workspace)?;
    python::install(workspace)
}

/// The Node packages of the client tests.
pub fn node(workspace: &Workspace) -> Result<()> {
    let _lock = lock(workspace)?;
    node::install(workspace)
}

/// The program of a cargo subcommand.
pub fn cargo_tool(workspace: &Workspace, tool: &cargo_tool::CargoTool) -> Result<std::path::PathBuf> {
    let _lock = lock(workspace)?;
    tool.install(workspace)
}

fn rust_components(workspace: &Workspace) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::succeeds(&mut workspace.cargo(&[subcommand, "--version"])) {
            present(component, "of this toolchain");
        } else {
            missing(component, "adding it with rustup");
            process::run(&mut workspace.command("rustup", &["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Held while a part is installed: two runs on one machine share the cache folder.
fn lock(workspace: &Workspace) -> Result<File> {
    let cache = workspace.cache();
    fs::create_dir_all(&cache).with_context(|| format!("cannot make the folder {}", cache.display()))?;
    let path = cache.join("setup.lock");
    let file = File::create(&path).with_context(|| format!("cannot open {}", path.display()))?;
    file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    Ok(file)
}

fn present(what: &str, detail: &str) {
    println!("  ok       {what:<16} {detail}");
}

fn missing(what: &str, detail: &str) {
    println!("  missing  {what:<16} {detail}");
}

/// A name for an installation made from `parts`: another text, another name. (The hasher may change with the compiler;
/// then the installation is made once more.)
fn fingerprint(parts: &[&str]) -> String {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn the_fingerprint_follows_every_part() {
        assert_eq!(fingerprint(&["a", "b"]), fingerprint(&["a", "b"]));
        assert_ne!(fingerprint(&["a", "b"]), fingerprint(&["a", "c"]));
        assert_ne!(fingerprint(&["ab", ""]), fingerprint(&["a", "b"]));
    }
}
