use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::*;

const FOLDER: &str = "AUDIT_LOG_CRASH_FOLDER";

/// The test runs itself again as the process that is killed.
#[test]
fn what_was_acknowledged_survives_a_kill() {
    if let Ok(folder) = std::env::var(FOLDER) {
        return append_until_killed(Path::new(&folder));
    }
    let folder = TempDir::new().unwrap();
    let mut total = 0;
    for round in 0..5 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "crash::what_was_acknowledged_survives_a_kill", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut acknowledged = Vec::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let enough = 200 + round * 331;
        while acknowledged.len() < enough {
            let line = lines.next().expect("the child ended by itself").unwrap();
            acknowledged.extend(line.strip_prefix("acknowledged ").map(str::to_owned));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What the child had told before it was killed counts too; its last line may be cut.
        let mut rest: Vec<_> = lines.map_while(Result::ok).collect();
        rest.pop();
        acknowledged
            .extend(rest.iter().filter_map(|line| line.strip_prefix("acknowledged ")).map(str::to_owned));

        assert_eq!(report(folder.path()).findings, [], "round {round}");
        let log = AuditLog::open(options(folder.path())).unwrap();
        let missing = log.missing(&acknowledged, Position::START).unwrap();
        assert_eq!(missing, Vec::<String>::new(), "round {round}");
        total += acknowledged.len() as u64;
        assert!(log.last().sequence >= total);
        log.close().unwrap();
        let report = report(folder.path());
        assert_eq!((report.findings, report.unsigned_bytes), (vec![], 0), "round {round}");
    }
}

fn append_until_killed(folder: &Path) {
    let mut options = options(folder);
    options.segment_bytes = 50_000;
    let log = AuditLog::open(options).unwrap();
    std::thread::scope(|scope| {
        for caller in 0..8 {
            let log = log.clone();
            scope.spawn(move || {
                for number in 0.. {
                    let id = format!("{}-{caller}-{number}", std::process::id());
                    append(&log, &id).unwrap();
                    println!("\nacknowledged {id}");
                }
            });
        }
    });
}

#[test]
fn what_a_crash_leaves_half_written_is_dropped() {
    let log = three_segments();
    let path = log.path().join("000000000003.jsonl");
    let before = fs::read(&path).unwrap();
    // A group that the crash cut at any byte, up to all of it but the signature.
    let grown = copy(log.path());
    let opened = AuditLog::open(options(grown.path())).unwrap();
    append(&opened, "lost").unwrap();
    opened.close().unwrap();
    let after = fs::read(grown.path().join("000000000003.jsonl")).unwrap();
    assert!(after.starts_with(&before));
    fs::write(&path, &after).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    for length in (before.len()..after.len()).rev() {
        file.set_len(length as u64).unwrap();
        let found = report(log.path());
        assert_eq!((found.findings, found.unsigned_bytes), (vec![], (length - before.len()) as u64));
    }
    for length in (before.len()..after.len()).step_by(11) {
        fs::write(&path, &after[..length]).unwrap();
        let opened = AuditLog::open(options(log.path())).unwrap();
        assert_eq!(opened.recovery().dropped_bytes, (length - before.len()) as u64);
        assert_eq!(opened.last().sequence, 6);
        assert!(!opened.recent_contains("lost"));
        opened.close().unwrap();
        assert_eq!(fs::read(&path).unwrap(), before, "cut at {length}");
    }
    // All of it: the log is ahead of its head, as after a crash between the sync and the head.
    fs::write(&path, &after).unwrap();
    assert_eq!(report(log.path()).findings, []);
    let opened = AuditLog::open(options(log.path())).unwrap();
    assert_eq!(opened.last().sequence, 7);
    assert!(opened.recent_contains("lost"));
}

#[test]
fn an_interrupted_roll_over_is_finished() {
    let log = three_segments();
    let before = copy(log.path());
    // Between the digest and the next segment.
    let grown = copy(log.path());
    let opened = AuditLog::open(small_segments(grown.path())).unwrap();
    append(&opened, "fourth").unwrap();
    opened.close().unwrap();
    fs::copy(grown.path().join("000000000003.digest.json"), before.path().join("000000000003.digest.json"))
        .unwrap();
    fs::write(before.path().join("000000000004.jsonl.tmp"), b"{\"segment\":4,").unwrap();
    assert_eq!(report(before.path()).findings, []);
    let opened = AuditLog::open(options(before.path())).unwrap();
    assert_eq!(opened.last().sequence, 6);
    assert_eq!(append(&opened, "seventh").unwrap().segment, 4);
    opened.close().unwrap();
    assert_eq!(report(before.path()).findings, []);

    // Between the next segment and the head.
    let ahead = copy(log.path());
    for name in ["000000000003.digest.json", "000000000004.jsonl"] {
        fs::copy(grown.path().join(name), ahead.path().join(name)).unwrap();
    }
    assert_eq!(report(ahead.path()).findings, []);
    assert_eq!(AuditLog::open(options(ahead.path())).unwrap().last().sequence, 7);
}

#[test]
fn an_interrupted_first_start_begins_anew() {
    let folder = TempDir::new().unwrap();
    drop(AuditLog::open(options(folder.path())).unwrap());
    fs::remove_file(folder.path().join("000000000001.jsonl")).unwrap();
    fs::remove_file(folder.path().join("public-key.pem")).unwrap();
    let log = AuditLog::open(options(folder.path())).unwrap();
    assert!(log.recovery().created);
    append(&log, "first").unwrap();
    log.close().unwrap();
    assert!(report(folder.path()).is_sound());
    // But not once a record was signed.
    fs::remove_file(folder.path().join("000000000001.jsonl")).unwrap();
    assert!(matches!(AuditLog::open(options(folder.path())), Err(Error::Broken(_))));
}
