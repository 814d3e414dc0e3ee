//! Every file of every corpus goes through its target, and so do changes of it that are the same at every run.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use fuzz::TARGETS;

/// How many changed inputs each target gets, shared among the files of its corpus.
const CHANGES: usize = 2000;

#[test]
fn attestation() {
    replay("attestation");
}

#[test]
fn audit_line() {
    replay("audit_line");
}

#[test]
fn certificate() {
    replay("certificate");
}

#[test]
fn ciphertext_parse() {
    replay("ciphertext_parse");
}

#[test]
fn encryption_sdk_message() {
    replay("encryption_sdk_message");
}

#[test]
fn key_material() {
    replay("key_material");
}

#[test]
fn name_parse() {
    replay("name_parse");
}

#[test]
fn policy_parse() {
    replay("policy_parse");
}

#[test]
fn saml_response() {
    replay("saml_response");
}

#[test]
fn seal_file() {
    replay("seal_file");
}

#[test]
fn sealed_parse() {
    replay("sealed_parse");
}

#[test]
fn session_token() {
    replay("session_token");
}

#[test]
fn sigv4_parse() {
    replay("sigv4_parse");
}

#[test]
fn ssh_public_key() {
    replay("ssh_public_key");
}

#[test]
fn web_identity() {
    replay("web_identity");
}

#[test]
fn wire_json() {
    replay("wire_json");
}

#[test]
fn wire_query() {
    replay("wire_query");
}

#[test]
fn every_target_has_a_corpus_a_binary_and_a_test() {
    let names: BTreeSet<String> = TARGETS.iter().map(|target| target.name.to_owned()).collect();
    assert_eq!(stems("corpus", ""), names);
    assert_eq!(stems("fuzz_targets", ".rs"), names);
    for name in names {
        let test = format!("fn {name}() {{\n    replay(\"{name}\");");
        assert!(include_str!("replay.rs").contains(&test), "no test replays {name}");
    }
}

#[test]
fn empty_input_is_fine() {
    TARGETS.iter().for_each(|target| (target.run)(b""));
}

fn replay(name: &str) {
    let run = TARGETS.iter().find(|target| target.name == name).unwrap().run;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    for file in &files {
        let input = fs::read(file).unwrap();
        try_run(run, &input, file);
        for seed in 0..CHANGES.div_ceil(files.len()) {
            try_run(run, &changed(&input, seed), file);
        }
    }
}

/// Runs a target; when it panics, says on which bytes.
fn try_run(run: fn(&[u8]), input: &[u8], file: &Path) {
    if let Err(cause) = panic::catch_unwind(AssertUnwindSafe(|| run(input))) {
        eprintln!("broken by {}, as: {}", file.display(), input.escape_ascii());
        panic::resume_unwind(cause);
    }
}

/// In turn: cut, a bit flipped, a few bytes changed, a piece repeated.
fn changed(input: &[u8], seed: usize) -> Vec<u8> {
    let mut random = SplitMix(seed as u64 ^ (input.len() as u64) << 32);
    let mut bytes = input.to_vec();
    match seed % 4 {
        0 => bytes.truncate(random.below(input.len() + 1)),
        1 if !bytes.is_empty() => bytes[random.below(input.len())] ^= 1 << random.below(8),
        2 if !bytes.is_empty() => {
            for _ in 0..=random.below(4) {
                bytes[random.below(input.len())] = random.below(256) as u8;
            }
        }
        _ => {
            let from = random.below(input.len() + 1);
            let to = from + random.below((input.len() - from).min(64) + 1);
            let at = random.below(input.len() + 1);
            bytes.splice(at..at, input[from..to].iter().copied());
        }
    }
    bytes
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

/// The names in a folder of this crate that end in `ending`, without it; of folders all when it is empty.
fn stems(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect()
}
