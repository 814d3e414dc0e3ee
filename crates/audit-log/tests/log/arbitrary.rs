use proptest::prelude::*;

use super::*;

fn content() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        any::<Vec<u8>>(),
        // Something like the log's lines, so that the parsers get past the first byte.
        prop::collection::vec(
            prop_oneof![
                Just("{\"seq\":1,\"id\":\"a\",\"prev\":\"".to_owned()),
                Just("{\"segment\":1,\"format\":\"lodge-audit-log/1\",\"log\":\"".to_owned()),
                Just("{\"commit\":18446744073709551615,\"segment\":1,\"log\":\"".to_owned()),
                Just("{\"digest\":1,\"log\":\"".to_owned()),
                Just("\",\"first\":1,\"last\":18446744073709551615,\"length\":1,\"sha256\":\"".to_owned()),
                Just("00".repeat(16)),
                Just("ab".repeat(32)),
                Just("\",\"prev\":\"".to_owned()),
                Just("\",\"key\":\"".to_owned()),
                Just("\",\"created\":\"2026-01-31T12:00:00Z\",\"next\":1,\"prev\":\"".to_owned()),
                Just("\",\"event\":{}}\n".to_owned()),
                Just("\"}\n".to_owned()),
                Just(" ".repeat(512)),
            ],
            0..8,
        )
        .prop_map(|parts| parts.concat().into_bytes()),
    ]
}

const NAMES: [&str; 7] = [
    "000000000001.jsonl",
    "000000000003.jsonl",
    "000000000002.digest.json",
    "head.json",
    "public-key.pem",
    "18446744073709551615.jsonl",
    "18446744073709551614.digest.json",
];

#[test]
fn arbitrary_files_are_findings_and_not_panics() {
    let log = three_segments();
    let files = prop::collection::vec((prop::sample::select(&NAMES), content()), 1..5);
    proptest!(|(files in files, upon_a_log in any::<bool>())| {
        let folder = if upon_a_log { copy(log.path()) } else { TempDir::new().unwrap() };
        for (name, bytes) in &files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        prop_assert!(!report(folder.path()).is_sound());
        if let Ok(log) = AuditLog::open(options(folder.path())) {
            append(&log, "after").unwrap();
        }
        let mut reader = audit_log::Reader::offline(folder.path(), Position::START);
        while let Ok(Some(_)) = reader.try_next() {}
    });
}
