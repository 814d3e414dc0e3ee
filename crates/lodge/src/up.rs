//! `lodge up`: start, serve, stop.

use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use api_aws::{Door, Limits, Server};
use audit_log::AuditLog;
use clock::{Clock, SystemClock, Timestamp};
use envelope::SystemRandom;
use gate::{BoxFuture, Duty, DutyError, Gate, ServiceEvent, View};
use iam::{Founded, Genesis, Iam};
use kms::Kms;
use store::Store;
use store_sqlite::Sqlite;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;
use trail::Trail;

use crate::bootstrap::Bootstrap;
use crate::cli::Up;
use crate::credentials::{self, AccessKey};
use crate::data_folder::{DataFolder, write_file};
use crate::demo;
use crate::env::Running;
use crate::hardening::Hardening;
use crate::keyring::{Keyring, Settings};
use crate::tls;

/// How often work that is due is looked for: deletions, rotations.
const DUTY_INTERVAL: Duration = Duration::from_secs(15);

pub fn run(mut options: Up, hardening: Hardening) -> Result<ExitCode> {
    if options.http && !options.listen.ip().is_loopback() {
        bail!("plain HTTP is served on loopback addresses only; leave --http away, or listen on 127.0.0.1");
    }
    if options.demo && options.data.data == Path::new("lodge-data") {
        options.data.data = PathBuf::from("lodge-demo");
    }
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).with_ansi(colours).init();
    if !hardening.no_dumps {
        tracing::warn!("core dumps could not be switched off for this process");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(options))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(options: Up) -> Result<()> {
    // Listening to signals from the start: one that comes while starting is not lost.
    let stop = stop_signal()?;
    let folder = DataFolder::open_or_create(&options.data.data)?;
    let bootstrap = options.bootstrap.as_deref().map(Bootstrap::read).transpose()?;
    let lodge = Lodge::open(&folder, &options).await?;
    if let Some(bootstrap) = bootstrap {
        let changed = bootstrap.apply(&lodge.gate, &lodge.iam, &lodge.kms).await?;
        tracing::info!(changed, "the bootstrap file is in force");
    }
    let tour = if options.demo { Some(demo::set_up(&folder, &lodge).await?) } else { None };

    let listener = TcpListener::bind(options.listen).await.with_context(|| {
        format!("could not listen on {}; choose another address with --listen", options.listen)
    })?;
    let address = listener.local_addr()?;
    let tls = if options.http {
        None
    } else {
        let names = certificate_names(&options, address);
        Some(tls::server_config(folder.path(), &lodge.keyring.files(), &names, SystemClock.now())?)
    };
    let running = Running {
        endpoint: endpoint(address, options.http),
        ca: (!options.http).then(|| folder.path().join(tls::CA_FILE).display().to_string()),
        pid: std::process::id(),
    };
    let endpoints = [iam::endpoints(&lodge.iam), kms::endpoints(&lodge.kms), trail::endpoints(&lodge.trail)];
    let door = Door::new(Arc::clone(&lodge.gate), endpoints.into_iter().flatten().collect())?;
    let server = Server { door: Arc::new(door), listener, tls, limits: Limits::default() };
    let serving = tokio::spawn(server.run(stop.clone()));
    let duties = tokio::spawn(discharge(Arc::clone(&lodge.gate), kms::duties(&lodge.kms), stop.clone()));
    let indexing = tokio::spawn(Arc::clone(&lodge.trail).follow(stop));

    let ready = serde_json::to_vec_pretty(&running)?;
    write_file(&folder.running(), &ready, 0o600)?;
    if let Some(path) = &options.ready_file {
        write_file(path, &ready, 0o600)?;
    }
    announce(&folder, &lodge, &running, tour.as_deref())?;

    serving.await?;
    duties.await?;
    indexing.await?;
    lodge.log.close().context("the audit log could not be closed cleanly")?;
    Ok(())
}

/// Everything that runs behind the door.
pub struct Lodge {
    pub keyring: Keyring,
    pub gate: Arc<Gate>,
    pub iam: Arc<Iam>,
    pub kms: Arc<Kms>,
    trail: Arc<Trail>,
    log: AuditLog,
    /// Set when this start was the first.
    founded: Option<AccessKey>,
}

impl Lodge {
    async fn open(folder: &DataFolder, options: &Up) -> Result<Self> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let data = &options.data;
        // The store's lock comes first: a second Lodge on the folder must not touch the rest.
        let store = Store::new(Sqlite::open(folder.database())?);
        let (keyring, settings) = match Settings::read(folder)? {
            Some(settings) => (Keyring::unseal(folder, &settings, data)?, settings),
            None => Keyring::create(folder, data, options.passphrase, &options.region, clock.now())?,
        };
        let iam = Iam::new(&store, &keyring.root, Arc::new(SystemRandom));
        let kms = Kms::new(&store, &keyring.root, Arc::new(SystemRandom));
        let signing_key = audit_log::SigningKey::from_seed(&keyring.audit_signing_seed())?;
        let log = AuditLog::open(audit_log::Options::new(folder.trail(), signing_key))?;
        let dropped = log.recovery().dropped_records;
        if dropped > 0 {
            tracing::warn!(
                dropped,
                "the audit log ended in records that were never acknowledged; they were dropped"
            );
        }
        let trail = open_trail(folder, &log).await?;
        let gate = Gate::open(store, log.clone(), clock, Arc::clone(&iam) as _).await?;
        let founding = Founding { iam: &iam, folder, keyring: &keyring, settings, founded: Mutex::new(None) };
        gate.perform(&founding).await.context("the first start could not be finished")?;
        let founded = founding.founded.into_inner().unwrap_or_default();
        Ok(Self { gate: Arc::new(gate), iam, kms, trail, log, founded, keyring })
    }
}

/// The trail with its index, which is made anew when it belongs to another log.
async fn open_trail(folder: &DataFolder, log: &AuditLog) -> Result<Arc<Trail>> {
    let path = folder.trail_index();
    match Trail::open(Store::new(Sqlite::open(&path)?), log.clone()).await {
        Err(trail::Error::ForeignIndex) => {
            tracing::warn!("the trail's index belongs to another audit log; it is built again");
            std::fs::remove_file(&path)?;
            Ok(Trail::open(Store::new(Sqlite::open(&path)?), log.clone()).await?)
        }
        opened => Ok(opened?),
    }
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
async fn discharge(gate: Arc<Gate>, duties: Vec<Box<dyn Duty>>, mut stop: watch::Receiver<bool>) {
    let mut ticks = tokio::time::interval(DUTY_INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            _ = ticks.tick() => {}
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

fn certificate_names(options: &Up, address: SocketAddr) -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    if !address.ip().is_unspecified() {
        names.push(address.ip().to_string());
    }
    for host in &options.hosts {
        names.push(host.clone());
        // Service names such as kms.eu-west-1.HOST.
        if host.parse::<std::net::IpAddr>().is_err() {
            names.push(format!("*.{host}"));
            names.push(format!("*.{}.{host}", options.region));
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
        Ok(path) if !found => format!("'{}'", path.display()),
        _ => "lodge".to_owned(),
    }
}

fn announce(folder: &DataFolder, lodge: &Lodge, running: &Running, tour: Option<&str>) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "Lodge {} is ready at {}", env!("CARGO_PKG_VERSION"), running.endpoint)?;
    let data = folder.path().display();
    if let Some(key) = &lodge.founded {
        writeln!(out)?;
        writeln!(out, "The first start made an administrator. This access key is shown once:")?;
        writeln!(out, "  AWS_ACCESS_KEY_ID     {}", key.id)?;
        writeln!(out, "  AWS_SECRET_ACCESS_KEY {}", key.secret.expose())?;
        writeln!(out)?;
        writeln!(
            out,
            "Keep a copy of {} in a safe place: who loses it loses all data.",
            folder.root_key().display()
        )?;
    }
    writeln!(out)?;
    match tour {
        Some(tour) => writeln!(out, "{tour}")?,
        None => {
            writeln!(out, "In another terminal:")?;
            writeln!(out, "  eval \"$({} env --data '{data}')\"", program())?;
            writeln!(out, "  aws kms list-keys")?;
        }
    }
    out.flush()?;
    Ok(())
}
