//! Keeps secrets in memory from leaving it: no core dumps, no debugger of the same user, no swap.

use rustix::mm::{MlockAllFlags, mlockall};
use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit};

/// What the system allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hardening {
    /// No core dumps, and no attaching by other processes of the same user.
    pub no_dumps: bool,
    /// All pages stay in memory.
    pub locked_memory: bool,
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
    Hardening { no_dumps, locked_memory }
}
