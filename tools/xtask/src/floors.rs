//! The floors rule: a crate imports only crates of lower floors, and only the top floor names an adapter.
//!
//! Dev-dependencies are exempt: a test may use the whole house.

mod table;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use anyhow::{Result, bail};

use self::table::{ADAPTER_USERS, ADAPTERS, FOLDERS, ROWS, Row};
use crate::workspace::{DependencyKind, Package, Workspace};

/// Fails with every breach of the rule, or prints how many crates keep it.
pub fn check_workspace(workspace: &Workspace) -> Result<()> {
    let breaches = breaches(&workspace.packages);
    for breach in &breaches {
        println!("{breach}");
    }
    if !breaches.is_empty() {
        bail!("{} breach(es) of the floors; `cargo xtask floors --show` prints the table", breaches.len());
    }
    println!("{} crates keep to their floors", workspace.packages.len());
    Ok(())
}

/// The table, with what each crate of the workspace imports.
pub fn show(packages: &[Package]) -> String {
    let mut text = String::new();
    for row in ROWS {
        let from = match row.imports_below {
            0 => "nothing".to_owned(),
            1 => "floor 0".to_owned(),
            above => format!("floors 0 to {}", above - 1),
        };
        _ = writeln!(text, "{:<6} imports {from}", row.name);
        for name in row.crates {
            let Some(package) = packages.iter().find(|package| package.name == *name) else {
                _ = writeln!(text, "         {name:<14} (not in the workspace yet)");
                continue;
            };
            let mut imports: Vec<&str> = imports(package, packages).collect();
            imports.sort_unstable();
            let line = format!("         {name:<14} {}", imports.join(" "));
            _ = writeln!(text, "{}", line.trim_end());
        }
    }
    text
}

fn breaches(packages: &[Package]) -> Vec<String> {
    let mut found = Vec::new();
    for package in packages {
        let name = &package.name;
        let Some(row) = row_of(name) else {
            found.push(format!("{name} has no floor: add it to tools/xtask/src/floors/table.rs"));
            continue;
        };
        let folder = package.manifest_path.parent().and_then(|folder| folder.file_name());
        let expected =
            FOLDERS.iter().find(|(renamed, _)| renamed == name).map_or(name.as_str(), |(_, folder)| folder);
        if folder.is_none_or(|folder| folder != expected) {
            found.push(format!(
                "{name} stands in {}: folder name = crate name",
                package.manifest_path.display()
            ));
        }
        for import in imports(package, packages) {
            match row_of(import).map(|imported| (imported.name, imported.floor)) {
                // Reported once, by the crate itself.
                None => {}
                Some((place, None)) => {
                    found.push(format!(
                        "{name} imports {import}, which is of `{place}`: nothing imports that"
                    ));
                }
                Some((place, Some(floor))) if floor >= row.imports_below => {
                    let own = row.name;
                    found
                        .push(format!("{name} ({own}) imports {import} ({place}): too high; move code down"));
                }
                Some(_) if ADAPTERS.contains(&import) && !ADAPTER_USERS.contains(&name.as_str()) => {
                    let users = ADAPTER_USERS.join(" and ");
                    found
                        .push(format!("{name} imports the adapter {import}, which is for {users} to choose"));
                }
                Some(_) => {}
            }
        }
    }
    found
}

/// The workspace crates that end up in `package`'s own code or build script.
fn imports<'a>(package: &'a Package, packages: &'a [Package]) -> impl Iterator<Item = &'a str> {
    let names = package.dependencies.iter().filter(|dependency| {
        dependency.kind != Some(DependencyKind::Dev)
            && dependency.path.is_some()
            && packages.iter().any(|other| other.name == dependency.name)
    });
    names.map(|dependency| dependency.name.as_str())
}

fn row_of(name: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.crates.contains(&name))
}
