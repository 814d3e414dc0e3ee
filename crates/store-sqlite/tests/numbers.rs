//! What survives a kill: a child process (this test binary again) commits numbers, says each one that was acknowledged, and is killed.

#![expect(clippy::expect_used, reason = "a test's own functions fail by panicking")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde::{Deserialize, Serialize};
use store::conformance::block_on;
use store::{Error, KeyBytes, Page, Record, Store};
use store_sqlite::{OpenError, Sqlite};

/// In a child process: the store that it works on.
const STORE: &str = "STORE_SQLITE_TEST_STORE";
const KILLS: u64 = 12;
const WORKERS: u64 = 4;

/// Of each acknowledged commit both records are there, and of each other one both or none.
#[test]
fn acknowledged_commits_survive_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lodge.sqlite3");
    // First while the file is being made.
    for made in [path.clone(), folder.path().join("lodge.sqlite3-wal")] {
        let (mut child, lines) = spawn(&path);
        while !made.exists() {
            std::thread::yield_now();
        }
        kill(&mut child);
        drop(lines);
    }
    let mut acknowledged = Vec::new();
    for round in 1..=KILLS {
        let (mut child, lines) = spawn(&path);
        let enough = round * round * 5;
        let mut heard: Vec<u64> = Vec::new();
        for line in lines {
            let line = line.expect("a line of text");
            let Some(number) = line.strip_prefix("acknowledged ") else { continue };
            heard.push(number.parse().expect("a number"));
            if heard.len() as u64 == enough {
                kill(&mut child);
            }
        }
        assert!(heard.len() as u64 >= enough, "the child ended by itself after {} commits", heard.len());
        acknowledged.extend(heard);

        let store = Store::new(Sqlite::open(&path).expect("the store opens after a kill"));
        let present: BTreeSet<u64> = numbers(&store).into_iter().collect();
        let lost: Vec<_> = acknowledged.iter().filter(|number| !present.contains(number)).collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    }
}

/// While a process has the store open, another one is told so, and gets it once the first is gone.
#[test]
fn another_process_is_told_that_the_store_is_in_use() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lodge.sqlite3");
    let (mut child, mut lines) = spawn(&path);
    let working = lines.any(|line| line.is_ok_and(|line| line.starts_with("acknowledged")));
    assert!(working);
    let refused = Sqlite::open(&path).err().expect("the child has it");
    assert!(matches!(refused, OpenError::InUse(_)));
    assert!(refused.to_string().contains("already in use by another lodge"), "{refused}");
    kill(&mut child);
    drop(Sqlite::open(&path).expect("the lock went with the process"));
}

/// The child's part. As a test of its own, it commits some numbers and finds them after reopening.
#[test]
fn numbers_are_committed() {
    if let Some(path) = std::env::var_os(STORE) {
        commit_numbers(Path::new(&path), u64::MAX);
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lodge.sqlite3");
    commit_numbers(&path, 10);
    let store = Store::new(Sqlite::open(&path).expect("it opens again"));
    assert_eq!(numbers(&store).len() as u64, 10 * WORKERS);
}

#[derive(Serialize, Deserialize)]
struct Number {
    number: u64,
    /// Each commit writes two records, to see that it is whole.
    twin: bool,
}

impl Record for Number {
    const KIND: &'static str = "number";
    type Key = (bool, u64);

    fn key(&self) -> Self::Key {
        (self.twin, self.number)
    }

    fn encode_key(&(twin, number): &Self::Key) -> KeyBytes {
        KeyBytes::of(&(u64::from(twin), number))
    }
}

fn commit_numbers(path: &Path, count: u64) {
    let store = Store::new(Sqlite::open(path).expect("the store opens"));
    let first = numbers(&store).last().map_or(0, |last| last + 1);
    std::thread::scope(|scope| {
        for worker in 0..WORKERS {
            let store = &store;
            scope.spawn(move || {
                for step in 0..count {
                    let number = first + step * WORKERS + worker;
                    block_on(commit(store, number)).expect("the commit succeeds");
                    println!("acknowledged {number}");
                }
            });
        }
    });
}

async fn commit(store: &Store, number: u64) -> Result<(), Error> {
    let mut tx = store.begin().await?;
    for twin in [false, true] {
        tx.insert(&Number { number, twin }).await?;
    }
    tx.commit().await.map(drop)
}

/// The numbers in the store, in order, after a check that each has its twin.
fn numbers(store: &Store) -> Vec<u64> {
    let [plain, twins] = [0_u64, 1].map(|twin| {
        let listed = block_on(async { store.begin().await?.list::<Number>(&twin, Page::all()).await });
        let items = listed.expect("the store lists").items;
        items.into_iter().map(|number| number.number).collect::<Vec<_>>()
    });
    assert_eq!(plain, twins, "half a commit");
    plain
}

fn spawn(path: &Path) -> (Child, impl Iterator<Item = std::io::Result<String>> + use<>) {
    let mut child = Command::new(std::env::current_exe().expect("this binary"))
        .args(["--exact", "numbers_are_committed", "--nocapture"])
        .env(STORE, path)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the child starts");
    let out: ChildStdout = child.stdout.take().expect("its output is piped");
    (child, BufReader::new(out).lines())
}

/// SIGKILL, and waits until the process is gone.
fn kill(child: &mut Child) {
    child.kill().expect("the child was running");
    child.wait().expect("the child ended");
}
