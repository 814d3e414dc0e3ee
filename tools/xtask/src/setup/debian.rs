//! Debian packages: only what is missing, judged by what it is for and not by the package's name, so that a Python or
//! Node from elsewhere counts.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use super::{missing, present};
use crate::process::{on_path, output, run, succeeds};

struct Package {
    name: &'static str,
    purpose: &'static str,
    is_there: fn() -> bool,
}

const PACKAGES: &[Package] = &[
    Package {
        name: "build-essential",
        purpose: "compiles the bundled C",
        is_there: || on_path("cc").is_some(),
    },
    Package { name: "python3-venv", purpose: "runs the client tests", is_there: python_makes_environments },
    Package { name: "nodejs", purpose: "runs the DynamoDB server", is_there: || on_path("node").is_some() },
    Package {
        name: "faketime",
        purpose: "moves servers' clocks",
        is_there: || on_path("faketime").is_some(),
    },
    Package {
        name: "jq",
        purpose: "reads answers in the documentation",
        is_there: || on_path("jq").is_some(),
    },
    Package {
        name: "openssl",
        purpose: "opens what Lodge encrypts for others",
        is_there: || on_path("openssl").is_some(),
    },
    Package {
        name: "softhsm2",
        purpose: "is the token in tests of PKCS#11",
        is_there: || on_path("softhsm2-util").is_some(),
    },
    Package {
        name: "postgresql",
        purpose: "is the database of the storage examples",
        is_there: has_postgresql,
    },
    Package { name: "npm", purpose: "fetches the DynamoDB server", is_there: || on_path("npm").is_some() },
];

pub fn install() -> Result<()> {
    let mut wanted = Vec::new();
    for package in PACKAGES {
        if (package.is_there)() {
            present(package.name, package.purpose);
        } else {
            missing(package.name, package.purpose);
            wanted.push(package);
        }
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = wanted.iter().map(|package| package.name).collect();
    if on_path("apt-get").is_none() {
        bail!(
            "this is not a Debian system: install what the packages {} hold by its own means, then run again",
            names.join(", ")
        );
    }
    run(&mut apt_get(&["update"])?)?;
    let mut command = apt_get(&["install", "--yes", "--no-install-recommends"])?;
    run(command.args(&names))?;
    for package in wanted {
        if !(package.is_there)() {
            bail!(
                "{} is installed but does not serve: another program of its name stands first on PATH",
                package.name
            );
        }
    }
    Ok(())
}

fn python_makes_environments() -> bool {
    succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"]))
}

/// Debian puts the server's programs beside those of other versions, and not on `PATH`.
fn has_postgresql() -> bool {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions.map(|version| version.path()).any(|version| version.join("bin/initdb").is_file())
        || on_path("initdb").is_some()
}

fn apt_get(arguments: &[&str]) -> Result<Command> {
    let is_root = output(Command::new("id").arg("-u"))? == "0";
    let mut command = if is_root {
        Command::new("env")
    } else if on_path("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    } else {
        bail!("installing Debian packages needs root or sudo");
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments);
    Ok(command)
}
