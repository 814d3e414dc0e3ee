use std::os::unix::fs::PermissionsExt;

use super::*;

#[test]
fn records_survive_reopening_and_segments() {
    let folder = TempDir::new().unwrap();
    let mut positions = Vec::new();
    for round in 0..3 {
        let log = AuditLog::open(small_segments(folder.path())).unwrap();
        assert_eq!(log.recovery().created, round == 0);
        assert_eq!(log.recovery().dropped_bytes, 0);
        for number in 0..3 {
            positions.push(append(&log, &format!("event-{round}-{number}")).unwrap());
        }
        assert_eq!(log.last(), positions[positions.len() - 1]);
        assert_eq!(log.close().unwrap(), positions[positions.len() - 1]);
    }
    let sequences: Vec<u64> = positions.iter().map(|position| position.sequence).collect();
    assert_eq!(sequences, (1..=9).collect::<Vec<_>>());
    assert!(positions.is_sorted());
    let report = report(folder.path());
    assert_eq!((report.records, report.segments, report.last_sequence), (9, 9, 9));
    assert_eq!(report.findings, []);
    assert_eq!(report.signed, Some(Timestamp::from_secs(1_769_860_800)));
}

#[test]
fn an_empty_log_is_sound_and_stays_the_same_log() {
    let folder = TempDir::new().unwrap();
    let log = AuditLog::open(options(folder.path())).unwrap();
    assert_eq!(log.last(), Position::START);
    let id = log.log_id().to_owned();
    assert_eq!(log.close().unwrap(), Position::START);
    assert!(report(folder.path()).is_sound());
    let log = AuditLog::open(options(folder.path())).unwrap();
    assert_eq!((log.log_id(), log.recovery().created), (id.as_str(), false));
}

#[test]
fn many_callers_share_groups_and_keep_their_order() {
    let folder = TempDir::new().unwrap();
    let mut options = options(folder.path());
    options.segment_bytes = 20_000;
    let log = AuditLog::open(options).unwrap();
    std::thread::scope(|scope| {
        for caller in 0..8 {
            let log = log.clone();
            scope.spawn(move || {
                let mut positions = Vec::new();
                // In rounds, so that however slow the disk is there are several groups, and with them segments.
                for round in 0..10 {
                    let pending: Vec<_> = (0..10)
                        .map(|number| format!("{caller}-{}", round * 10 + number))
                        .map(|id| log.append(&id, record(&id)))
                        .collect();
                    positions.extend(block_on(join_all(pending)).into_iter().map(Result::unwrap));
                }
                assert!(positions.is_sorted());
            });
        }
    });
    let mut reader = log.subscribe(Position::START);
    let mut next = [0; 8];
    while let Some(entry) = reader.try_next().unwrap() {
        let (caller, number) = entry.event_id.split_once('-').unwrap();
        let expected = &mut next[caller.parse::<usize>().unwrap()];
        assert_eq!(number.parse::<usize>().unwrap(), *expected);
        *expected += 1;
    }
    assert_eq!(next, [100; 8]);
    log.close().unwrap();
    let report = report(folder.path());
    assert_eq!((report.records, report.findings), (800, vec![]));
    assert!(report.segments > 1);
}

async fn join_all(pending: Vec<audit_log::Pending>) -> Vec<Result<Position, Error>> {
    let mut outcomes = Vec::new();
    for pending in pending {
        outcomes.push(pending.await);
    }
    outcomes
}

#[test]
fn what_is_not_a_record_is_refused() {
    let folder = TempDir::new().unwrap();
    let log = AuditLog::open(options(folder.path())).unwrap();
    for event_id in ["", "with space", "quote\"", "ümlaut", &"x".repeat(65)] {
        assert!(matches!(append(&log, event_id), Err(Error::InvalidEventId)), "{event_id}");
    }
    let too_long = format!(r#"{{"a":"{}"}}"#, "x".repeat(audit_log::MAX_RECORD));
    for record in ["", "[]", "{", "{}\n", "{\n}", "{} {}", "{\"a\":}", "{\"a\":1,}", &too_long] {
        let outcome = block_on(log.append("event", record.as_bytes().to_vec()));
        assert!(matches!(outcome, Err(Error::InvalidRecord)), "{record}");
    }
    let not_text = block_on(log.append("event", b"{\"a\":\"\xff\"}".to_vec()));
    assert!(matches!(not_text, Err(Error::InvalidRecord)));
    let largest = format!(r#"{{"a":"{}"}}"#, "x".repeat(audit_log::MAX_RECORD - 8));
    let position = block_on(log.append(&"x".repeat(64), largest.clone().into_bytes())).unwrap();
    assert_eq!(log.read_at(position).unwrap().record, largest.as_bytes());
    log.close().unwrap();
    assert!(report(folder.path()).is_sound());
}

#[test]
fn a_full_queue_refuses() {
    let folder = TempDir::new().unwrap();
    let mut options = options(folder.path());
    options.queue_bytes = 10_000;
    let log = AuditLog::open(options).unwrap();
    // A push takes a microsecond and a sync many: of so many at once some find the queue full.
    let pending: Vec<_> = (0..100_000).map(|_| log.append("event", record("event"))).collect();
    let outcomes = block_on(join_all(pending));
    let accepted = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let refused = outcomes.iter().filter(|outcome| matches!(outcome, Err(Error::QueueFull))).count();
    assert_eq!(accepted + refused, 100_000);
    assert!(accepted > 0 && refused > 0, "{accepted} accepted, {refused} refused");
    append(&log, "later").unwrap();
    log.close().unwrap();
    assert_eq!(report(folder.path()).records, accepted as u64 + 1);
}

#[test]
fn one_opener_at_a_time() {
    let folder = TempDir::new().unwrap();
    let log = AuditLog::open(options(folder.path())).unwrap();
    let error = AuditLog::open(options(folder.path())).err().unwrap();
    assert!(matches!(error, Error::InUse(_)));
    assert!(error.to_string().contains("in use by another process"));
    drop(log);
    AuditLog::open(options(folder.path())).unwrap();
}

#[test]
fn a_log_that_must_be_there_is_not_begun() {
    let parent = TempDir::new().unwrap();
    let there = |folder: &Path| Options { begin: false, ..options(folder) };
    let folder = parent.path().join("log");
    let error = AuditLog::open(there(&folder)).err().unwrap();
    assert!(matches!(error, Error::Lost(_)), "{error}");
    // A backup can be put there as it is.
    assert!(!folder.exists());
    fs::create_dir(&folder).unwrap();
    assert!(matches!(AuditLog::open(there(&folder)), Err(Error::Lost(_))));
    drop(AuditLog::open(options(&folder)).unwrap());
    AuditLog::open(there(&folder)).unwrap();
}

#[test]
fn the_extent_is_that_of_the_verified_files() {
    let folder = TempDir::new().unwrap();
    let log = AuditLog::open(small_segments(folder.path())).unwrap();
    for id in ["one", "two", "three"] {
        append(&log, id).unwrap();
    }
    let extent = log.extent();
    assert_eq!(extent.last_sequence, 3);
    assert_eq!(extent.newest_segment, log.last().segment);
    assert_eq!(extent.read_at(log.last()).unwrap().event_id, "three");
    let mut found = Vec::new();
    let text = b"\"id\":\"three";
    assert!(extent.search(extent.newest_segment, text, |rest| found.push(rest.to_vec())).unwrap());
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with(b"\","));
    assert!(!extent.search(extent.newest_segment + 1, text, |_| {}).unwrap());
    let key = log.public_key();
    log.close().unwrap();
    let report = audit_log::verify::verify(folder.path(), &key, |_| {}).unwrap();
    assert_eq!(report.extent(folder.path()), Some(extent));
}

#[test]
fn a_closed_log_takes_no_more() {
    let folder = TempDir::new().unwrap();
    let log = AuditLog::open(options(folder.path())).unwrap();
    let other = log.clone();
    let pending = log.append("queued", record("queued"));
    log.close().unwrap();
    assert_eq!(block_on(pending).unwrap().sequence, 1);
    assert!(matches!(append(&other, "late"), Err(Error::Closed)));
    assert_eq!(other.last().sequence, 1);
}

#[test]
fn another_key_is_refused() {
    let folder = TempDir::new().unwrap();
    drop(AuditLog::open(options(folder.path())).unwrap());
    let other = || SigningKey::from_seed(&SecretArray::new([8; 32])).unwrap();
    let error = AuditLog::open(Options::new(folder.path(), other())).err().unwrap();
    assert!(matches!(error, Error::WrongKey(_)), "{error}");
    // Not even when the key that lies beside the log was exchanged.
    fs::write(folder.path().join("public-key.pem"), other().public_key().to_pem()).unwrap();
    let error = AuditLog::open(Options::new(folder.path(), other())).err().unwrap();
    assert!(matches!(error, Error::Broken(_) | Error::WrongKey(_)), "{error}");
}

#[test]
fn only_the_owner_can_read() {
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("deep/log");
    let log = AuditLog::open(small_segments(&folder)).unwrap();
    append(&log, "one").unwrap();
    append(&log, "two").unwrap();
    log.close().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for file in files(&folder) {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    assert_eq!(files(&folder).len(), 5);
}

#[test]
fn the_public_key_has_openssls_form() {
    // RFC 8410, section 10.1.
    let pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";
    let key = PublicKey::from_pem(pem).unwrap();
    assert_eq!(key.to_pem(), pem);
    for text in ["", "MCow", &pem.replace("MCow", "MCox"), &pem.replace("Zu", ""), &pem.replace("END", "FIN")]
    {
        assert!(matches!(PublicKey::from_pem(text), Err(Error::InvalidPublicKey)), "{text}");
    }
}
