//! `lodge doctor`: is this data folder sound, and is the machine fit to keep it?

use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use audit_log::Extent;
use audit_log::verify::verify;
use serde_json::json;
use store::Store;
use store_sqlite::{OpenError, Sqlite};

use crate::cli::Doctor;
use crate::data_folder::{DataFolder, Running};
use crate::hardening::Hardening;
use crate::keyring::{Keyring, Settings};

/// Less free space than this is worth a word: a full disk stops every call.
const LOW_SPACE: u64 = 1024 * 1024 * 1024;

/// With fewer open files than this, the number of connections is cut.
const FEW_FILES: u64 = 8192;

/// What one check found.
struct Check {
    name: &'static str,
    level: Level,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Good,
    Advice,
    Bad,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Self::Good => "ok",
            Self::Advice => "advice",
            Self::Bad => "BAD",
        }
    }
}

pub fn run(options: &Doctor, hardening: Hardening) -> Result<ExitCode> {
    let mut checks = machine(hardening);
    match DataFolder::open(options.data.folder()) {
        Ok(folder) => checks.extend(folder_checks(&folder, options)),
        Err(error) => checks.push(bad("data folder", format!("{error:#}"))),
    }
    let sound = checks.iter().all(|check| check.level != Level::Bad);
    let mut out = std::io::stdout().lock();
    if options.json {
        let list: Vec<_> = checks
            .iter()
            .map(|check| json!({ "check": check.name, "level": check.level.name(), "text": check.text }))
            .collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&json!({ "sound": sound, "checks": list }))?)?;
    } else {
        for check in &checks {
            writeln!(out, "{:<7} {:<14} {}", check.level.name(), check.name, check.text)?;
        }
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn machine(hardening: Hardening) -> Vec<Check> {
    let dumps = if hardening.no_dumps {
        good("core dumps", "off for this program")
    } else {
        bad("core dumps", "could not be switched off: secrets could end in a dump; check the process limits")
    };
    let memory = if hardening.locked_memory {
        good("memory", "locked: secrets are never swapped out")
    } else {
        advice(
            "memory",
            "not locked: raise the limit (LimitMEMLOCK=infinity in systemd, or ulimit -l unlimited)",
        )
    };
    let files = if hardening.open_files >= FEW_FILES {
        good("open files", format!("up to {}", hardening.open_files))
    } else {
        advice(
            "open files",
            format!("only {}: raise the limit (LimitNOFILE=65536 in systemd)", hardening.open_files),
        )
    };
    vec![dumps, memory, files]
}

fn folder_checks(folder: &DataFolder, options: &Doctor) -> Vec<Check> {
    let mut checks = vec![permissions(folder.path()), space(folder.path())];
    let settings = match Settings::read(folder) {
        Ok(Some(settings)) => settings,
        Ok(None) => {
            checks.push(bad("first start", "did not finish: say 'lodge up'".to_owned()));
            return checks;
        }
        Err(error) => {
            checks.push(bad("settings", format!("{error:#}")));
            return checks;
        }
    };
    checks.push(match Running::read(folder) {
        Ok(running) if running.is_alive() => {
            good("server", format!("runs at {} (process {})", running.endpoint, running.pid))
        }
        Ok(running) => {
            bad("server", format!("process {} ended without saying so; see its standard error", running.pid))
        }
        Err(_) => good("server", "does not run"),
    });
    match Keyring::unseal(folder, &settings, &options.data) {
        Err(error) => checks.push(bad("root key", format!("{error:#}"))),
        Ok(keyring) => {
            let kind = if settings.passphrase { "opens with its passphrase" } else { "opens" };
            checks.push(good(
                "root key",
                format!("{kind}; keep a copy of {} in a safe place", folder.root_key().display()),
            ));
            checks.extend(audit_log(folder, &keyring));
        }
    }
    checks
}

fn audit_log(folder: &DataFolder, keyring: &Keyring) -> Vec<Check> {
    let verified = audit_log::SigningKey::from_seed(&keyring.audit_signing_seed())
        .and_then(|key| verify(&folder.trail(), &key.public_key(), |_| {}));
    match verified {
        Ok(report) if report.is_sound() => {
            let mut checks = vec![good("audit log", format!("whole, {} records", report.records))];
            if let Some(extent) = report.extent(&folder.trail()) {
                checks.extend(store(folder, &extent));
            }
            checks
        }
        Ok(report) => {
            vec![bad("audit log", format!("{} findings: say 'lodge trail verify'", report.findings.len()))]
        }
        Err(error) => vec![bad("audit log", error.to_string())],
    }
}

/// Whether store and log belong together. A running Lodge holds the store, and has compared them when it started.
fn store(folder: &DataFolder, log: &Extent) -> Option<Check> {
    let path = folder.database();
    if !path.exists() {
        return Some(bad("store", format!("{} is missing: put it back from a backup", path.display())));
    }
    let store = match Sqlite::open(&path) {
        Ok(sqlite) => Store::new(sqlite),
        Err(OpenError::InUse(_)) => return None,
        Err(error) => return Some(bad("store", error.to_string())),
    };
    let compared = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(anyhow::Error::new)
        .and_then(|runtime| Ok(runtime.block_on(gate::compare(&store, log))?));
    Some(match compared {
        Ok(found) if found.is_empty() => good("store", "it and the audit log belong together"),
        Ok(found) => {
            let found: Vec<String> = found.iter().map(ToString::to_string).collect();
            bad("store", format!("{}; see 'Backups' in docs/operating.md", found.join("; ")))
        }
        Err(error) => bad("store", format!("{error:#}")),
    })
}

fn permissions(path: &Path) -> Check {
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.mode() & 0o077 == 0 => {
            good("data folder", format!("{} is yours alone", path.display()))
        }
        Ok(_) => {
            advice("data folder", format!("others can look into it: say 'chmod 700 {}'", path.display()))
        }
        Err(error) => bad("data folder", error.to_string()),
    }
}

fn space(path: &Path) -> Check {
    match rustix::fs::statvfs(path) {
        Ok(system) => {
            let free = system.f_bavail.saturating_mul(system.f_frsize);
            let text = format!("{} MiB free", free / (1024 * 1024));
            if free < LOW_SPACE {
                advice("disk space", format!("only {text}; a full disk stops every call"))
            } else {
                good("disk space", text)
            }
        }
        Err(error) => bad("disk space", error.to_string()),
    }
}

fn good(name: &'static str, text: impl Into<String>) -> Check {
    Check { name, level: Level::Good, text: text.into() }
}

fn advice(name: &'static str, text: impl Into<String>) -> Check {
    Check { name, level: Level::Advice, text: text.into() }
}

fn bad(name: &'static str, text: impl Into<String>) -> Check {
    Check { name, level: Level::Bad, text: text.into() }
}
