//! A PKCS#11 module in this process.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::time::{Duration, Instant};

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error as TokenError, RvError};

use crate::fault::Fault;

/// How often a module may be started again. All its tokens lose their sessions by that.
const RESTART_INTERVAL: Duration = Duration::from_secs(3);

/// A module, loaded and initialized once in a process however many tokens it has.
pub struct Module {
    path: PathBuf,
    running: RwLock<Running>,
}

/// A module between two starts. Calls into it are made while this is borrowed, so that none is under way when it restarts.
pub struct Running {
    pub pkcs11: Pkcs11,
    /// Counts the starts. After a restart a handle of a session may mean somebody else's: neither use nor close those of older starts.
    pub start: u64,
    restarted: Option<Instant>,
}

impl Module {
    /// The module at this path.
    pub fn load(path: &Path) -> Result<Arc<Self>, Fault> {
        static MODULES: LazyLock<Mutex<HashMap<PathBuf, Arc<Module>>>> = LazyLock::new(Mutex::default);
        let unusable = |why: &dyn std::fmt::Display| {
            Fault::Setup(format!("the PKCS#11 module {} cannot be used: {why}", path.display()))
        };
        // By its one name: the library behind two paths would still be one library.
        let path = path.canonicalize().map_err(|error| unusable(&error))?;
        let mut modules = MODULES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(module) = modules.get(&path) {
            return Ok(Arc::clone(module));
        }
        let pkcs11 = Pkcs11::new(&path).map_err(|error| unusable(&error))?;
        initialize(&pkcs11).map_err(|error| unusable(&error))?;
        let running = RwLock::new(Running { pkcs11, start: 0, restarted: None });
        let module = Arc::new(Self { path: path.clone(), running });
        modules.insert(path, Arc::clone(&module));
        Ok(module)
    }

    /// Borrows it for some calls.
    pub fn enter(&self) -> RwLockReadGuard<'_, Running> {
        self.running.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts it again, unless it is in use or was restarted just now: many modules see a token that came back only then.
    pub fn restart(&self) {
        let Ok(mut running) = self.running.try_write() else { return };
        if running.restarted.is_some_and(|at| at.elapsed() < RESTART_INTERVAL) {
            return;
        }
        running.restarted = Some(Instant::now());
        running.start += 1;
        let stopped = running.pkcs11.clone().finalize();
        let started = initialize(&running.pkcs11);
        tracing::info!(module = %self.path.display(), ?stopped, ?started, "looking for a token that is missing");
    }
}

fn initialize(pkcs11: &Pkcs11) -> Result<(), TokenError> {
    match pkcs11.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
        Ok(()) | Err(TokenError::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => Ok(()),
        Err(error) => Err(error),
    }
}
