use std::process::Command;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::*;

const FOLDER: &str = "AUDIT_LOG_FULL_FOLDER";

/// The test runs itself again as a process that may not write large files, without the signal that would kill it.
#[test]
fn a_refused_write_takes_nothing_with_it() {
    if let Ok(folder) = std::env::var(FOLDER) {
        return fill_and_go_on(Path::new(&folder));
    }
    let folder = TempDir::new().unwrap();
    let status = Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "disk_full::a_refused_write_takes_nothing_with_it"])
        .env(FOLDER, folder.path())
        .status()
        .unwrap();
    assert!(status.success());
    let report = report(folder.path());
    assert_eq!((report.findings, report.unsigned_bytes), (vec![], 0));
    assert!(report.records > 1);
}

fn fill_and_go_on(folder: &Path) {
    let log = AuditLog::open(options(folder)).unwrap();
    let unlimited = getrlimit(Resource::Fsize);
    setrlimit(Resource::Fsize, Rlimit { current: Some(20_000), maximum: unlimited.maximum }).unwrap();
    let mut written = 0;
    let error = loop {
        match append(&log, &format!("event-{written}")) {
            Ok(_) => written += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, Error::Io { .. }), "{error}");
    assert!(log.failure().is_none());
    assert!(matches!(append(&log, "still-full"), Err(Error::Io { .. })));
    setrlimit(Resource::Fsize, unlimited).unwrap();
    let position = append(&log, "space-again").unwrap();
    assert_eq!(position.sequence, written + 1);
    assert!(!log.recent_contains("still-full"));
    log.close().unwrap();
}
