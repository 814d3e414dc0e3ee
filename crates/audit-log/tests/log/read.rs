use std::time::Duration;

use audit_log::Reader;

use super::*;

#[test]
fn reading_goes_on_after_any_position() {
    let folder = three_segments();
    let log = AuditLog::open(options(folder.path())).unwrap();
    let mut all = Vec::new();
    let mut reader = log.subscribe(Position::START);
    while let Some(entry) = reader.try_next().unwrap() {
        assert_eq!(entry.record, record(&entry.event_id));
        assert_eq!(log.read_at(entry.position).unwrap(), entry);
        all.push(entry);
    }
    assert_eq!(all.len(), 6);
    for (count, entry) in all.iter().enumerate() {
        let mut reader = log.subscribe(entry.position);
        let mut offline = Reader::offline(folder.path(), entry.position);
        for expected in &all[count + 1..] {
            assert_eq!(reader.try_next().unwrap().as_ref(), Some(expected));
            assert_eq!(offline.try_next().unwrap().as_ref(), Some(expected));
        }
        assert_eq!(reader.try_next().unwrap(), None);
        assert_eq!(offline.try_next().unwrap(), None);
    }
}

#[test]
fn a_position_that_is_none_is_refused() {
    let folder = three_segments();
    let log = AuditLog::open(options(folder.path())).unwrap();
    let last = log.last();
    for position in [
        Position { offset: last.offset - 1, ..last },
        Position { sequence: last.sequence - 1, ..last },
        Position { segment: 9, ..last },
        Position { segment: 0, ..last },
        Position::START,
    ] {
        assert!(matches!(log.read_at(position), Err(Error::NoSuchRecord { .. })), "{position:?}");
    }
    let mut reader = log.subscribe(Position { offset: last.offset - 1, ..last });
    assert!(reader.try_next().is_err());
}

#[test]
fn a_reader_waits_for_what_comes() {
    let folder = TempDir::new().unwrap();
    let log = AuditLog::open(small_segments(folder.path())).unwrap();
    append(&log, "first").unwrap();
    let mut reader = log.subscribe(Position::START);
    block_on(async {
        assert_eq!(reader.next().await.unwrap().unwrap().event_id, "first");
        assert!(tokio::time::timeout(Duration::from_millis(20), reader.next()).await.is_err());
        for id in ["second", "third", "fourth"] {
            log.append(id, record(id)).await.unwrap();
        }
        for id in ["second", "third", "fourth"] {
            assert_eq!(reader.next().await.unwrap().unwrap().event_id, id);
        }
        let writer = std::thread::spawn(move || {
            drop(log.append("fifth", record("fifth")));
            log.close().unwrap();
        });
        assert_eq!(reader.next().await.unwrap().unwrap().event_id, "fifth");
        assert_eq!(reader.next().await.unwrap(), None);
        writer.join().unwrap();
    });
}

#[test]
fn event_ids_are_found_again() {
    let folder = three_segments();
    let log = AuditLog::open(options(folder.path())).unwrap();
    // The active segment and the one before answer from memory.
    for (id, found) in [
        ("event-2-b", true),
        ("event-2-a", true),
        ("event-1-b", true),
        ("event-0-a", false),
        ("other", false),
    ] {
        assert_eq!(log.recent_contains(id), found, "{id}");
    }
    let ids = ["event-0-a", "new-2", "event-2-b", "event-1-a", "new-1"].map(String::from);
    assert_eq!(log.missing(&ids, Position::START).unwrap(), ["new-2", "new-1"]);
    assert_eq!(log.missing(&ids, log.last()).unwrap(), ids);
    append(&log, "new-1").unwrap();
    assert!(log.recent_contains("new-1"));
    assert_eq!(log.missing(&ids, Position::START).unwrap(), ["new-2"]);
}

#[test]
fn a_log_in_use_verifies() {
    let folder = TempDir::new().unwrap();
    let mut options = options(folder.path());
    options.segment_bytes = 20_000;
    let log = AuditLog::open(options).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for number in 0..400 {
                append(&log, &format!("event-{number}")).unwrap();
            }
        });
        let mut seen = 0;
        while !writer.is_finished() {
            let before = log.last().sequence;
            let report = report(folder.path());
            assert_eq!(report.findings, []);
            assert!(report.last_sequence >= before && report.last_sequence >= seen);
            seen = report.last_sequence;
        }
    });
}
