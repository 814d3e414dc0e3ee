//! The `lodge` program: the only reader of the command line, the environment and configuration files.

mod account;
mod attestation_roots;
mod authorities;
mod bootstrap;
mod cli;
mod client;
mod credentials;
mod data_folder;
mod demo;
mod doctor;
mod env;
mod hardening;
mod keyring;
mod oidc;
mod pkcs11;
mod policy;
mod shown;
mod tenants;
mod tenants_api;
mod tls;
mod trail;
mod up;
mod xks;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use cli::{Cli, Command};

fn main() -> ExitCode {
    let hardening = hardening::harden();
    let outcome = match Cli::parse().command {
        Command::Up(up) => up::run(*up, hardening),
        Command::Env(env) => env::run(&env),
        Command::Account(account) => account::run(account),
        Command::Policy(policy) => policy::run(policy),
        Command::Trail(trail) => trail::run(trail),
        Command::Tenants(tenants) => tenants::run(*tenants),
        Command::Doctor(doctor) => doctor::run(&doctor, hardening),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "lodge", &mut script);
            std::io::stdout().write_all(&script).map(|()| ExitCode::SUCCESS).map_err(Into::into)
        }
    };
    outcome.unwrap_or_else(|error| {
        // A reader that has seen enough, such as 'head', is no failure.
        let closed = error.chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>());
        if closed.into_iter().any(|cause| cause.kind() == ErrorKind::BrokenPipe) {
            return ExitCode::SUCCESS;
        }
        let _ = writeln!(shown::Lines(std::io::stderr()), "lodge: {error:#}");
        ExitCode::FAILURE
    })
}
