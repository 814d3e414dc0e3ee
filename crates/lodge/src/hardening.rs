//! What this process asks of the system at its start: secrets in memory do not leave it (no core dumps, no debugger of the same
//! user, no swap), and there are enough files for its connections.

use rustix::mm::{MlockAllFlags, mlockall};
use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit};

/// What the system allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hardening {
    /// No core dumps, and no attaching by other processes of the same user.
    pub no_dumps: bool,
    /// All pages stay in memory.
    pub locked_memory: bool,
    /// How many files and connections this process may have open.
    pub open_files: u64,
}

/// Hardens this process as far as the system allows. Call it before any secret is read.
pub fn harden() -> Hardening {
    let no_core = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_ok();
    let no_dumps = set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok() && no_core;
    // With a limit in force, locking future pages would make later allocations fail: then memory stays unlocked.
    let _ = setrlimit(Resource::Memlock, Rlimit { current: None, maximum: None });
    let unlimited = getrlimit(Resource::Memlock).current.is_none();
    let flags = MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT;
    let locked_memory = unlimited && mlockall(flags).is_ok();
    Hardening { no_dumps, locked_memory, open_files: raise_open_files() }
}

/// Raises the limit of open files as far as the system allows: the usual 1,024 is for programs that use select(2).
fn raise_open_files() -> u64 {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let raised = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).is_ok();
    (if raised { maximum } else { current }).unwrap_or(u64::MAX)
}
