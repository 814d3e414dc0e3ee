//! `lodge up`: start, serve, stop.

use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use audit_log::AuditLog;
use clock::{Clock, SystemClock, Timestamp};
use envelope::SystemRandom;
use gate::{BoxFuture, Directory, Duty, DutyError, Gate, OpenError, ServiceEvent, View};
use http_server::{Doors, Limits, Regions, Server};
use iam::{Founded, Genesis, Iam, StoredPrincipals};
use key_store::Connectors;
use kms::{Kms, Surroundings};
use store::Store;
use store_sqlite::Sqlite;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use trail::Trail;

use crate::attestation_roots;
use crate::bootstrap::Bootstrap;
use crate::cli::Up;
use crate::credentials::{self, AccessKey};
use crate::data_folder::{DataFolder, Running, write_file};
use crate::demo;
use crate::env::quoted;
use crate::hardening::Hardening;
use crate::keyring::{Keyring, Settings};
use crate::oidc;
use crate::pkcs11;
use crate::tenants_api;
use crate::tls::{self, Certificates};
use crate::xks;

/// Files for the store's snapshots, the audit log and the rest.
const RESERVED_FILES: u64 = 640;

/// How often work that is due is looked for: deletions, rotations, certificates.
const DUTY_INTERVAL: Duration = Duration::from_secs(15);

pub fn run(mut options: Up, hardening: Hardening) -> Result<ExitCode> {
    if options.http && !options.listen.ip().is_loopback() {
        bail!("plain HTTP is served on loopback addresses only; leave --http away, or listen on 127.0.0.1");
    }
    if options.demo {
        options.data = options.data.or_folder("lodge-demo");
    }
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(colours)
        // A standard error that takes no more must not end the program.
        .log_internal_errors(false)
        .finish()
        // What the AWS SDK finds worth telling says nothing to operators.
        .with(Targets::new().with_default(LevelFilter::INFO).with_target("aws_", LevelFilter::WARN))
        .init();
    if !hardening.no_dumps {
        tracing::warn!("core dumps could not be switched off for this process");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(options, hardening))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(options: Up, hardening: Hardening) -> Result<()> {
    let began = Instant::now();
    // Listening to signals from the start: one that comes while starting is not lost.
    let stop = stop_signal()?;
    let bootstrap = options.bootstrap.as_deref().map(Bootstrap::read).transpose()?;
    let listener = TcpListener::bind(options.listen).await.with_context(|| {
        format!("could not listen on {}; choose another address with --listen", options.listen)
    })?;
    let address = listener.local_addr()?;
    let folder = DataFolder::open_or_create(options.data.folder())?;
    let lodge = Lodge::open(&folder, &options, address).await?;
    // Said at once: what fails after this must not cost the only look at the key.
    unless_nobody_reads(announce_founding(&folder, &lodge));
    if let Some(bootstrap) = bootstrap {
        let changed = bootstrap.apply(&lodge.gate, &lodge.iam, &lodge.kms).await?;
        tracing::info!(changed, "the bootstrap file is in force");
    }
    let tour = if options.demo { Some(demo::set_up(&folder, &lodge).await?) } else { None };

    let certificates = if options.http {
        None
    } else {
        let names = certificate_names(&lodge.settings, address);
        Some(Certificates::open(folder.path(), lodge.keyring.files(), names, SystemClock.now())?)
    };
    let tls = certificates.as_ref().map(Certificates::server_config).transpose()?;
    let running = Running {
        endpoint: endpoint(address, options.http),
        ca: (!options.http).then(|| folder.path().join(tls::CA_FILE).display().to_string()),
        pid: std::process::id(),
    };
    let endpoints = [iam::endpoints(&lodge.iam), kms::endpoints(&lodge.kms), trail::endpoints(&lodge.trail)];
    let regions = regions(&lodge.settings);
    let aws = api_aws::Door::new(Arc::clone(&lodge.gate), endpoints.into_iter().flatten().collect())?
        .serving(regions.clone());
    let xks = api_xks::Door::new(Arc::clone(&lodge.gate), kms::xks_endpoints(&lodge.kms), regions.clone());
    let oidc = api_oidc::Door::new(Arc::clone(&lodge.iam));
    let mut doors = Doors::one(Arc::new(aws)).and(Arc::new(xks)).and(Arc::new(oidc));
    let own_ca = running.ca.as_deref().map(Path::new);
    let sign_in = iam::endpoints(&lodge.iam);
    if let Some(tenants) = tenants_api::door(&options.tenants, &lodge.gate, sign_in, own_ca, regions)? {
        doors = doors.and(Arc::new(tenants));
    }
    let limits = limits(hardening, options.connections_per_address);
    let server = Server { doors, listener, tls, limits };
    let serving = tokio::spawn(server.run(stop.clone()));
    let duties = [kms::duties(&lodge.kms), iam::duties(&lodge.iam)].into_iter().flatten().collect();
    let duties = tokio::spawn(upkeep(Arc::clone(&lodge.gate), duties, certificates, stop.clone()));
    let connecting =
        tokio::spawn(kms::keep_connecting(Arc::clone(&lodge.kms), Arc::clone(&lodge.gate), stop.clone()));
    let indexing = tokio::spawn(Arc::clone(&lodge.trail).follow(stop));

    let ready = serde_json::to_vec_pretty(&running)?;
    write_file(&folder.running(), &ready, 0o600)?;
    if let Some(path) = &options.ready_file {
        write_file(path, &ready, 0o600)?;
    }
    unless_nobody_reads(announce(&folder, &running, began.elapsed(), tour.as_deref()));

    serving.await?;
    duties.await?;
    connecting.await?;
    indexing.await?;
    if let Err(error) = lodge.gate.anchor().await {
        tracing::warn!(
            error = format!("{:#}", anyhow::Error::new(error)),
            "the store was not told where the audit log ends"
        );
    }
    lodge.log.close().context("the audit log could not be closed cleanly")?;
    let _ = std::fs::remove_file(folder.running());
    Ok(())
}

/// The regions of AWS, and the one that this Lodge was set up for.
fn regions(settings: &Settings) -> Regions {
    Regions::default().and(settings.region.clone())
}

/// As many connections as the system has files for, with a reserve for the store and the audit log.
fn limits(hardening: Hardening, connections_per_address: usize) -> Limits {
    let usual = Limits::default();
    let possible = usize::try_from(hardening.open_files.saturating_sub(RESERVED_FILES)).unwrap_or(usize::MAX);
    let connections = usual.connections.min(possible.max(16));
    Limits { connections, connections_per_address, ..usual }
}

/// Everything that runs behind the door.
pub struct Lodge {
    pub keyring: Keyring,
    pub gate: Arc<Gate>,
    pub iam: Arc<Iam>,
    pub kms: Arc<Kms>,
    pub settings: Settings,
    trail: Arc<Trail>,
    log: AuditLog,
    /// Set when this start was the first.
    founded: Option<AccessKey>,
}

impl Lodge {
    async fn open(folder: &DataFolder, options: &Up, address: SocketAddr) -> Result<Self> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let data = &options.data;
        // The store's lock comes first: a second Lodge on the folder must not touch the rest.
        let store = Store::new(Sqlite::open(folder.database())?);
        let (keyring, settings) = match Settings::read(folder)? {
            Some(settings) => {
                if options.passphrase && !settings.passphrase {
                    bail!(
                        "{} was made without a passphrase; --passphrase is for the first start",
                        folder.path().display()
                    );
                }
                let keyring = Keyring::unseal(folder, &settings, data)?;
                let changed = settings.clone().changed_by(options);
                if changed != settings {
                    changed.write(folder)?;
                }
                (keyring, changed)
            }
            None => Keyring::create(folder, options, clock.now())?,
        };
        let signing_key = audit_log::SigningKey::from_seed(&keyring.audit_signing_seed())?;
        let begin = options.accept_rollback || !gate::knows_log(&store).await?;
        let log_options =
            audit_log::Options { begin, ..audit_log::Options::new(folder.trail(), signing_key) };
        let log = AuditLog::open(log_options).map_err(|error| match error {
            audit_log::Error::Lost(_) => rolled_back(&[error.to_string()]),
            error => error.into(),
        })?;
        let dropped = log.recovery().dropped_records;
        if dropped > 0 {
            tracing::warn!(
                dropped,
                "the audit log ended in records that were never acknowledged; they were dropped"
            );
        }
        let (trail, cut) = open_trail(folder, &log, options.accept_rollback).await?;
        let surroundings = iam::Surroundings {
            documents: oidc::documents(&options.oidc)?,
            accesses: Some(Arc::clone(&trail) as _),
            issuers: oidc::issuers(&options.oidc, || endpoint(address, options.http))?,
        };
        let iam = Iam::within(&store, &keyring.root, Arc::new(SystemRandom), surroundings);
        let surroundings = Surroundings {
            random: Arc::new(SystemRandom),
            principals: Arc::new(StoredPrincipals),
            last_uses: Arc::clone(&trail) as _,
            attestation: attestation_roots::verifier(&options.attestation_root)?,
            regions: regions(&settings).served().to_vec(),
            key_stores: Connectors {
                cloud_hsm: options.pkcs11.as_deref().map(pkcs11::connector).transpose()?,
                external: xks::connector(&options.xks)?,
            },
        };
        let kms = Kms::new(&store, &keyring.root, surroundings);
        let directory = Arc::clone(&iam) as Arc<dyn Directory>;
        let gate = if options.accept_rollback {
            Gate::open_accepting(store, log.clone(), clock, directory, cut).await?
        } else {
            Gate::open(store, log.clone(), clock, directory).await.map_err(|error| match error {
                OpenError::RolledBack(found) => {
                    rolled_back(&found.iter().map(ToString::to_string).collect::<Vec<_>>())
                }
                error => error.into(),
            })?
        };
        let founding = Founding {
            iam: &iam,
            folder,
            keyring: &keyring,
            settings: settings.clone(),
            founded: Mutex::new(None),
        };
        let gate = gate.with_quotas(settings.rates()?);
        gate.perform(&founding).await.context("the first start could not be finished")?;
        let founded = founding.founded.into_inner().unwrap_or_default();
        Ok(Self { gate: Arc::new(gate), iam, kms, settings, trail, log, founded, keyring })
    }
}

/// What to say when the parts of the data folder do not belong together.
fn rolled_back(found: &[String]) -> anyhow::Error {
    anyhow::anyhow!(
        "{}\n\nThe data folder's parts do not belong together. Put all of it back from the same backup. If there is none, and you know what \
         is lost, start once with 'lodge up --accept-rollback': it goes on with what is there, and records that it did.",
        found.join("\n")
    )
}

/// The trail with its index. An index that does not open, or belongs to another log, is set aside and built again: it is derived. One that
/// is ahead of its own log is evidence against the log: given as a text when that is `accepted`.
async fn open_trail(
    folder: &DataFolder,
    log: &AuditLog,
    accepted: bool,
) -> Result<(Arc<Trail>, Vec<String>)> {
    let path = folder.trail_index();
    match open_index(&path, log).await {
        Ok(trail) => Ok((trail, Vec::new())),
        Err(error) => {
            let cut = match error.downcast_ref() {
                Some(error @ trail::Error::LogCut { .. }) => vec![error.to_string()],
                _ => Vec::new(),
            };
            if !cut.is_empty() && !accepted {
                return Err(rolled_back(&cut));
            }
            let aside = path.with_extension("sqlite3.unusable");
            tracing::warn!(error = format!("{error:#}"), aside = %aside.display(), "the trail's index is built again");
            for suffix in ["", "-wal", "-shm"] {
                let with = |base: &Path| PathBuf::from(format!("{}{suffix}", base.display()));
                if with(&path).exists() {
                    std::fs::rename(with(&path), with(&aside))?;
                }
            }
            Ok((open_index(&path, log).await?, cut))
        }
    }
}

async fn open_index(path: &Path, log: &AuditLog) -> Result<Arc<Trail>> {
    let options = store_sqlite::Options { derived: true, history: 16, ..store_sqlite::Options::default() };
    Ok(Trail::open(Store::new(Sqlite::open_with(path, &options)?), log.clone()).await?)
}

/// The first start's duty: an organization, its management account, an administrator.
struct Founding<'l> {
    iam: &'l Arc<Iam>,
    folder: &'l DataFolder,
    keyring: &'l Keyring,
    settings: Settings,
    founded: Mutex<Option<AccessKey>>,
}

impl Duty for Founding<'_> {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let failed = |error| DutyError::new("the organization could not be made", error);
            let genesis = Genesis { management_account: None, name: "management".to_owned() };
            let founded = iam::genesis(self.iam, view, &genesis, now).await.map_err(failed)?;
            let Some(Founded { account, access_key_id, secret_access_key, events, .. }) = founded else {
                return Ok(Vec::new());
            };
            let key = AccessKey { id: access_key_id, secret: secret_access_key };
            // Kept before the commit: an administrator without a key would be lost, a key without one is harmless.
            let unkept = |error: anyhow::Error| {
                DutyError::new(
                    "the administrator's access key could not be kept",
                    std::io::Error::other(error),
                )
            };
            credentials::keep(self.folder, &self.keyring.files(), &key).map_err(unkept)?;
            let settings = Settings { management_account: Some(account), ..self.settings.clone() };
            settings.write(self.folder).map_err(unkept)?;
            if let Ok(mut slot) = self.founded.lock() {
                *slot = Some(key);
            }
            Ok(events)
        })
    }
}

/// Does what is due, again and again, until `stop`.
async fn upkeep(
    gate: Arc<Gate>,
    duties: Vec<Box<dyn Duty>>,
    certificates: Option<Arc<Certificates>>,
    mut stop: watch::Receiver<bool>,
) {
    let mut ticks = tokio::time::interval(DUTY_INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            _ = ticks.tick() => {}
        }
        if let Some(Err(error)) =
            certificates.as_ref().map(|certificates| certificates.renew(SystemClock.now()))
        {
            tracing::error!(error = format!("{error:#}"), "the server's certificate could not be renewed");
        }
        if let Err(error) = gate.anchor().await {
            tracing::error!(
                error = format!("{:#}", anyhow::Error::new(error)),
                "the store was not told where the audit log ends"
            );
        }
        for duty in &duties {
            loop {
                match gate.perform(duty.as_ref()).await {
                    Ok(0) => break,
                    Ok(done) => tracing::info!(done, "did what was due"),
                    Err(error) => {
                        tracing::error!(
                            error = format!("{:#}", anyhow::Error::new(error)),
                            "what is due was not done"
                        );
                        break;
                    }
                }
            }
        }
    }
}

/// Turns true at SIGTERM or SIGINT.
fn stop_signal() -> Result<watch::Receiver<bool>> {
    let (sender, receiver) = watch::channel(false);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: requests in flight are finished first; a second signal ends at once");
        let _ = sender.send(true);
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        std::process::exit(130);
    });
    Ok(receiver)
}

fn endpoint(address: SocketAddr, http: bool) -> String {
    let scheme = if http { "http" } else { "https" };
    if address.ip().is_unspecified() {
        return format!("{scheme}://localhost:{}", address.port());
    }
    format!("{scheme}://{address}")
}

fn certificate_names(settings: &Settings, address: SocketAddr) -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    if !address.ip().is_unspecified() {
        names.push(address.ip().to_string());
    }
    for host in &settings.hosts {
        names.push(host.clone());
        // Service names such as kms.eu-west-1.HOST.
        if host.parse::<std::net::IpAddr>().is_err() {
            names.push(format!("*.{host}"));
            names.push(format!("*.{}.{host}", settings.region));
        }
    }
    names.sort();
    names.dedup();
    names
}

/// How to call this program: by name where the shell finds it, else by its path.
pub fn program() -> String {
    let found = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("lodge").is_file()));
    match std::env::current_exe() {
        Ok(path) if !found => quoted(&path),
        _ => "lodge".to_owned(),
    }
}

/// A server whose standard output is closed or full serves all the same.
fn unless_nobody_reads(announced: Result<()>) {
    if let Err(error) = announced {
        tracing::warn!(error = format!("{error:#}"), "nobody could be told on standard output");
    }
}

fn announce_founding(folder: &DataFolder, lodge: &Lodge) -> Result<()> {
    let Some(key) = &lodge.founded else { return Ok(()) };
    let mut out = std::io::stdout().lock();
    writeln!(out, "The first start made an administrator. This access key is shown once:")?;
    writeln!(out, "  AWS_ACCESS_KEY_ID     {}", key.id)?;
    writeln!(out, "  AWS_SECRET_ACCESS_KEY {}", key.secret.expose())?;
    writeln!(out)?;
    writeln!(
        out,
        "Keep a copy of {} in a safe place: who loses it loses all data.",
        folder.root_key().display()
    )?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}

fn announce(folder: &DataFolder, running: &Running, took: Duration, tour: Option<&str>) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "Lodge {} is ready at {} (in {} ms)",
        env!("CARGO_PKG_VERSION"),
        running.endpoint,
        took.as_millis()
    )?;
    writeln!(out)?;
    match tour {
        Some(tour) => writeln!(out, "{tour}")?,
        None => {
            writeln!(out, "In another terminal:")?;
            writeln!(out, "  eval \"$({} env --data {})\"", program(), quoted(folder.path()))?;
            writeln!(out, "  aws kms list-keys")?;
        }
    }
    out.flush()?;
    Ok(())
}
