use std::os::unix::fs::FileExt;

use audit_log::{Finding, Problem};
use proptest::prelude::*;

use super::*;

/// Changes a copy of a log and gives what verifying it finds.
fn after(original: &Path, change: impl FnOnce(&Path)) -> Vec<Finding> {
    let copy = copy(original);
    change(copy.path());
    report(copy.path()).findings
}

fn rewrite(folder: &Path, file: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let path = folder.join(file);
    let mut bytes = fs::read(&path).unwrap();
    change(&mut bytes);
    fs::write(&path, bytes).unwrap();
}

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn rewrite_lines(folder: &Path, file: &str, change: impl FnOnce(&mut Vec<Vec<u8>>)) {
    rewrite(folder, file, |bytes| {
        let mut parts = lines(bytes);
        change(&mut parts);
        *bytes = parts.concat();
    });
}

fn names(folder: &Path) -> Vec<String> {
    files(folder).iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

const FIRST: &str = "000000000001.jsonl";
const SECOND: &str = "000000000002.jsonl";
const THIRD: &str = "000000000003.jsonl";
const DIGEST: &str = "000000000001.digest.json";

#[test]
fn every_changed_byte_is_found() {
    let log = log_of(2);
    let copy = copy(log.path());
    for (count, name) in names(log.path()).iter().enumerate() {
        let (file, sound) = opened(copy.path(), name);
        for (at, byte) in sound.iter().enumerate() {
            file.write_all_at(&[byte ^ (1 << ((at + count) % 8))], at as u64).unwrap();
            assert_ne!(report(copy.path()).findings, [], "{name}, byte {at}");
            file.write_all_at(&[*byte], at as u64).unwrap();
        }
    }
    assert_eq!(report(copy.path()).findings, []);
}

#[test]
fn every_cut_is_found() {
    let log = log_of(2);
    let copy = copy(log.path());
    for name in names(log.path()) {
        let (file, sound) = opened(copy.path(), &name);
        for length in (0..sound.len()).rev() {
            file.set_len(length as u64).unwrap();
            assert_ne!(report(copy.path()).findings, [], "{name}, cut to {length}");
        }
        fs::remove_file(copy.path().join(&name)).unwrap();
        assert_ne!(report(copy.path()).findings, [], "{name}, removed");
        fs::write(copy.path().join(&name), sound).unwrap();
    }
}

#[test]
fn nothing_is_appended_to_what_was_changed() {
    let log = log_of(2);
    let copy = copy(log.path());
    for name in [SECOND, "head.json", DIGEST] {
        let (file, sound) = opened(copy.path(), name);
        let refused = |what: &str, expected: &[u8]| {
            let outcome = AuditLog::open(options(copy.path()));
            assert!(matches!(outcome, Err(Error::Broken(_) | Error::WrongKey(_))), "{name}, {what}");
            assert_eq!(fs::read(copy.path().join(name)).unwrap(), expected, "{name}, {what}: changed");
        };
        let mut content = sound.clone();
        for at in 0..sound.len() {
            content[at] ^= 1 << (at % 8);
            file.write_all_at(&content[at..=at], at as u64).unwrap();
            refused(&format!("byte {at}"), &content);
            content[at] = sound[at];
            file.write_all_at(&content[at..=at], at as u64).unwrap();
        }
        for length in (0..sound.len()).rev() {
            file.set_len(length as u64).unwrap();
            refused(&format!("cut to {length}"), &sound[..length]);
        }
        file.write_all_at(&sound, 0).unwrap();
    }
    AuditLog::open(options(copy.path())).unwrap();
}

/// A file to be changed in place, and its content.
fn opened(folder: &Path, name: &str) -> (fs::File, Vec<u8>) {
    let path = folder.join(name);
    (fs::File::options().write(true).open(&path).unwrap(), fs::read(&path).unwrap())
}

#[test]
fn every_removed_repeated_or_swapped_line_is_found() {
    let log = three_segments();
    for name in [FIRST, SECOND, THIRD] {
        let count = lines(&fs::read(log.path().join(name)).unwrap()).len();
        assert_eq!(count, 6, "a header, a commit, and two records with their commits");
        for at in 0..count {
            let removed = after(log.path(), |folder| {
                rewrite_lines(folder, name, |lines| {
                    lines.remove(at);
                });
            });
            assert_ne!(removed, [], "{name}, line {at} removed");
            let repeated = after(log.path(), |folder| {
                rewrite_lines(folder, name, |lines| lines.insert(at, lines[at].clone()));
            });
            assert_ne!(repeated, [], "{name}, line {at} repeated");
            for other in at + 1..count {
                let swapped = after(log.path(), |folder| {
                    rewrite_lines(folder, name, |lines| lines.swap(at, other));
                });
                assert_ne!(swapped, [], "{name}, lines {at} and {other} swapped");
            }
        }
    }
}

#[test]
fn findings_say_what_is_wrong_and_where() {
    let log = three_segments();
    let found = |change: &dyn Fn(&Path)| {
        after(log.path(), |folder| change(folder))
            .into_iter()
            .map(|finding| (finding.file, finding.line, finding.problem))
            .collect::<Vec<_>>()
    };
    let at = |file: &str, line: u64, problem| (file.to_owned(), Some(line), problem);
    let whole = |file: &str, problem| (file.to_owned(), None, problem);

    let edited = found(&|folder| {
        rewrite_lines(folder, FIRST, |lines| {
            let text = String::from_utf8(lines[2].clone()).unwrap();
            lines[2] = text.replace("Encrypt", "Decrypt").into_bytes();
        });
    });
    assert_eq!(
        edited,
        [at(FIRST, 3, Problem::Changed), whole(FIRST, Problem::DigestMismatch { member: "sha256" })]
    );

    let record_removed = found(&|folder| {
        rewrite_lines(folder, SECOND, |lines| {
            lines.remove(2);
        });
    });
    assert_eq!(record_removed[0], at(SECOND, 3, Problem::Misplaced));
    assert_eq!(record_removed[1], at(SECOND, 4, Problem::RecordsMissing { from: 3, to: 3 }));

    let repeated = found(&|folder| {
        rewrite_lines(folder, THIRD, |lines| lines.insert(3, lines[2].clone()));
    });
    assert_eq!(repeated, [at(THIRD, 4, Problem::OutOfOrder { expected: 6 })]);

    let nonsense = found(&|folder| {
        rewrite_lines(folder, THIRD, |lines| lines.insert(3, b"hello\n".to_vec()));
    });
    assert_eq!(nonsense, [at(THIRD, 4, Problem::Malformed)]);

    let cut = found(&|folder| rewrite_lines(folder, THIRD, |lines| lines.truncate(4)));
    assert_eq!(cut, [whole(THIRD, Problem::Truncated { signed: 6, found: 5 })]);

    let last_segment_removed = found(&|folder| fs::remove_file(folder.join(THIRD)).unwrap());
    assert_eq!(last_segment_removed, [whole(SECOND, Problem::Truncated { signed: 6, found: 4 })]);

    let segment_removed = found(&|folder| fs::remove_file(folder.join(FIRST)).unwrap());
    assert_eq!(segment_removed, [whole(FIRST, Problem::Missing)]);

    let segment_and_digest_removed = found(&|folder| {
        fs::remove_file(folder.join(FIRST)).unwrap();
        fs::remove_file(folder.join(DIGEST)).unwrap();
    });
    assert_eq!(segment_and_digest_removed, [whole(FIRST, Problem::SegmentsMissing { from: 1, to: 1 })]);

    let digest_removed = found(&|folder| fs::remove_file(folder.join(DIGEST)).unwrap());
    assert_eq!(digest_removed, [whole(DIGEST, Problem::Missing)]);

    let head_removed = found(&|folder| fs::remove_file(folder.join("head.json")).unwrap());
    assert_eq!(head_removed, [whole("head.json", Problem::Missing)]);

    let commit_as_head = found(&|folder| {
        // The log's own commits must not serve to cut it.
        let segment = fs::read(folder.join(THIRD)).unwrap();
        let mut commit = lines(&segment)[3].clone();
        commit.pop();
        commit.resize(511, b' ');
        commit.push(b'\n');
        for text in [commit.clone(), [b"{\"head\":", &commit[10..]].concat()] {
            let mut text = text;
            text.resize(511, b' ');
            text.push(b'\n');
            fs::write(folder.join("head.json"), &text[..512]).unwrap();
        }
        rewrite_lines(folder, THIRD, |lines| lines.truncate(4));
    });
    assert_eq!(commit_as_head.len(), 1);
    assert_eq!(commit_as_head[0].0, "head.json");
}

#[test]
fn segments_of_two_logs_do_not_mix() {
    let (one, other) = (three_segments(), three_segments());
    for name in names(one.path()).iter().filter(|name| *name != "public-key.pem") {
        let findings = after(one.path(), |folder| {
            fs::copy(other.path().join(name), folder.join(name)).unwrap();
        });
        assert_ne!(findings, [], "{name}");
    }
}

#[test]
fn forged_records_behind_the_last_commit_are_not_taken_in() {
    let log = three_segments();
    let folder = copy(log.path());
    let sound = report(folder.path());
    rewrite_lines(folder.path(), THIRD, |lines| {
        let text = String::from_utf8(lines[4].clone()).unwrap();
        lines.push(text.replace("\"seq\":6", "\"seq\":7").into_bytes());
    });
    // It does not continue the chain, which is found. One that does would be dropped as unsigned.
    assert_ne!(report(folder.path()).findings, []);
    let chained = copy(log.path());
    rewrite_lines(chained.path(), THIRD, |lines| {
        let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &lines[5]);
        let prev = hex::encode(hash);
        lines.push(format!("{{\"seq\":7,\"id\":\"x\",\"prev\":\"{prev}\",\"event\":{{}}}}\n").into_bytes());
    });
    let found = report(chained.path());
    assert_eq!(found.findings, []);
    assert_eq!(found.last_sequence, sound.last_sequence);
    assert!(found.unsigned_bytes > 0);
    let log = AuditLog::open(options(chained.path())).unwrap();
    assert_eq!((log.last().sequence, log.recovery().dropped_records), (6, 1));
    assert!(!log.recent_contains("x"));
}

#[test]
fn the_wrong_key_is_named() {
    let log = three_segments();
    let other = SigningKey::from_seed(&SecretArray::new([8; 32])).unwrap().public_key();
    let findings = verify(log.path(), &other, |_| {}).unwrap().findings;
    assert!(findings.iter().any(|finding| finding.problem == Problem::WrongKey), "{findings:?}");
}

#[test]
fn a_lost_head_can_be_accepted_knowingly() {
    let log = three_segments();
    fs::remove_file(log.path().join("head.json")).unwrap();
    assert!(matches!(AuditLog::open(options(log.path())), Err(Error::Broken(_))));
    let mut accepting = options(log.path());
    accepting.accept_lost_head = true;
    let opened = AuditLog::open(accepting).unwrap();
    assert!(opened.recovery().head_rebuilt);
    opened.close().unwrap();
    assert!(report(log.path()).is_sound());
}

#[test]
fn progress_is_told() {
    let log = three_segments();
    let mut told = Vec::new();
    verify(log.path(), &public_key(), |progress| told.push((progress.segments, progress.records))).unwrap();
    assert_eq!(told, [(1, 2), (2, 4), (3, 6)]);
}

#[test]
fn any_change_is_found() {
    let log = three_segments();
    let names = names(log.path());
    let change = (0..names.len(), any::<prop::sample::Index>(), 1u8.., any::<bool>());
    proptest!(|((file, at, with, insert) in change)| {
        let findings = after(log.path(), |folder| rewrite(folder, &names[file], |bytes| {
            let at = at.index(bytes.len());
            let changed = bytes[at] ^ with;
            if insert { bytes.insert(at, changed) } else { bytes[at] = changed }
        }));
        prop_assert!(!findings.is_empty());
    });
}
