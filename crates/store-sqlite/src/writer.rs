//! Writing: one thread, group commit.

use std::sync::Arc;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use store::{ChangedKey, Commit, Error, KeyRange, Version};
use tokio::sync::{mpsc, oneshot};

use crate::reader::{Readers, state};
use crate::{failure, integer, version};

/// How many commits share one SQLite transaction at most.
const GROUP: usize = 256;

/// A commit and where its outcome is awaited.
pub(crate) struct Request {
    pub(crate) commit: Commit,
    pub(crate) answer: oneshot::Sender<Outcome>,
}

type Outcome = Result<Version, Error>;

/// The thread that alone writes the file.
pub(crate) struct Writer {
    connection: Connection,
    readers: Arc<Readers>,
    history: u64,
}

impl Writer {
    pub(crate) fn new(connection: Connection, readers: Arc<Readers>, history: u64) -> Self {
        Self { connection, readers, history }
    }

    /// Serves requests until the store is dropped. What arrives during one sync forms the next group.
    pub(crate) fn run(mut self, mut queue: mpsc::Receiver<Request>) {
        let mut group = Vec::with_capacity(GROUP);
        while queue.blocking_recv_many(&mut group, GROUP) > 0 {
            let (commits, answers): (Vec<_>, Vec<_>) =
                group.drain(..).map(|request| (request.commit, request.answer)).unzip();
            let outcomes = self.commit_group(&commits);
            for (outcome, answer) in outcomes.into_iter().zip(answers) {
                // Nobody waits any longer if the caller was cancelled; the commit stands.
                let _ = answer.send(outcome);
            }
        }
    }

    /// The outcome of each commit, after all of them are durable and the listeners have heard of them.
    fn commit_group(&mut self, commits: &[Commit]) -> Vec<Outcome> {
        match self.apply_making_room(commits) {
            Ok(outcomes) => {
                for (commit, outcome) in commits.iter().zip(&outcomes) {
                    if outcome.is_ok() && !commit.writes.is_empty() {
                        let keys: Vec<_> = commit.writes.keys().cloned().map(ChangedKey::new).collect();
                        self.readers.notify(&keys);
                    }
                }
                outcomes
            }
            // One that is too large must not fail the others.
            Err(_) if commits.len() > 1 => {
                commits.iter().flat_map(|commit| self.commit_group(std::slice::from_ref(commit))).collect()
            }
            Err(error) => commits.iter().map(|_| Err(error.clone())).collect(),
        }
    }

    /// Where the disk is full, moving the WAL's pages into the file lets the WAL start over, which may be room enough.
    fn apply_making_room(&mut self, commits: &[Commit]) -> Result<Vec<Outcome>, Error> {
        match self.apply(commits) {
            Err(Error::Full) => {
                let checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";
                match self.connection.query_row(checkpoint, [], |row| row.get::<_, bool>(0)) {
                    Ok(false) => self.apply(commits),
                    Ok(true) | Err(_) => Err(Error::Full),
                }
            }
            done => done,
        }
    }

    /// Applies those that do not conflict in one SQLite transaction. With an error, none is applied.
    fn apply(&mut self, commits: &[Commit]) -> Result<Vec<Outcome>, Error> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failure)?;
        let mut group = Group::begin(&transaction).map_err(failure)?;
        let before = group.latest;
        let mut outcomes = Vec::with_capacity(commits.len());
        for commit in commits {
            outcomes.push(group.add(commit).map_err(failure)?);
        }
        if group.latest > before {
            group.finish(self.history).map_err(failure)?;
            transaction.commit().map_err(failure)?;
        }
        Ok(outcomes)
    }
}

/// Commits under way in one SQLite transaction.
struct Group<'a> {
    transaction: &'a Transaction<'a>,
    latest: Version,
    history_after: Version,
}

impl<'a> Group<'a> {
    fn begin(transaction: &'a Transaction<'a>) -> rusqlite::Result<Self> {
        let (latest, history_after) = state(transaction)?;
        Ok(Self { transaction, latest: version(latest), history_after: version(history_after) })
    }

    fn add(&mut self, commit: &Commit) -> rusqlite::Result<Outcome> {
        if self.conflicts(commit)? {
            return Ok(Err(Error::Conflict));
        }
        if commit.writes.is_empty() {
            return Ok(Ok(self.latest));
        }
        let version = self.latest.next();
        let mut put = self.transaction.prepare_cached(
            "INSERT INTO entries (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value",
        )?;
        let mut remove = self.transaction.prepare_cached("DELETE FROM entries WHERE key = ?1")?;
        let mut changed =
            self.transaction.prepare_cached("INSERT INTO changes (key, version) VALUES (?1, ?2)")?;
        for (key, value) in &commit.writes {
            match value {
                Some(value) => put.execute(params![key, value])?,
                None => remove.execute([key])?,
            };
            changed.execute(params![key, integer(version.number())])?;
        }
        self.latest = version;
        Ok(Ok(version))
    }

    /// Whether something that the commit read was changed after its snapshot, by this group included.
    fn conflicts(&self, commit: &Commit) -> rusqlite::Result<bool> {
        if commit.at >= self.latest {
            return Ok(false);
        }
        if commit.at < self.history_after {
            return Ok(true);
        }
        let at = integer(commit.at.number());
        let mut by_key = self
            .transaction
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM changes WHERE key = ?1 AND version > ?2)")?;
        for key in &commit.reads.keys {
            if by_key.query_row(params![key, at], |row| row.get(0))? {
                return Ok(true);
            }
        }
        for range in &commit.reads.ranges {
            if self.range_changed(range, at)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn range_changed(&self, range: &KeyRange, at: i64) -> rusqlite::Result<bool> {
        match &range.end {
            Some(end) => self
                .transaction
                .prepare_cached(
                    "SELECT EXISTS (SELECT 1 FROM changes WHERE key >= ?1 AND key < ?2 AND version > ?3)",
                )?
                .query_row(params![range.start, end, at], |row| row.get(0)),
            None => self
                .transaction
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM changes WHERE key >= ?1 AND version > ?2)")?
                .query_row(params![range.start, at], |row| row.get(0)),
        }
    }

    /// Forgets old history and notes the versions.
    fn finish(&self, history: u64) -> rusqlite::Result<()> {
        let latest = self.latest.number();
        let history_after = latest.saturating_sub(history).max(self.history_after.number());
        self.transaction
            .prepare_cached("DELETE FROM changes WHERE version <= ?1")?
            .execute([integer(history_after)])?;
        self.transaction
            .prepare_cached("UPDATE state SET latest = ?1, history_after = ?2")?
            .execute([integer(latest), integer(history_after)])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use store::ReadSet;

    use super::*;

    fn put(at: Version, key: &str, read: &str) -> Commit {
        let reads = ReadSet { keys: [read.as_bytes().to_vec()].into(), ranges: vec![] };
        Commit { at, reads, writes: BTreeMap::from([(key.as_bytes().to_vec(), Some(b"value".to_vec()))]) }
    }

    fn writer(folder: &std::path::Path) -> Writer {
        let (file, connection) = crate::file::open(&folder.join("lodge.sqlite3"), &crate::Options::default())
            .expect("a new store");
        Writer::new(connection, Arc::new(Readers::new(file, 10)), 100)
    }

    #[test]
    fn a_conflict_in_a_group_spoils_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut writer = writer(folder.path());
        let heard = Arc::new(Mutex::new(Vec::new()));
        let adding = Arc::clone(&heard);
        writer.readers.listen(Arc::new(move |keys| adding.lock().expect("no panic").extend_from_slice(keys)));

        let at = Version::ZERO;
        let group =
            [put(at, "a", "a"), put(at, "b", "a"), put(at, "c", "c"), put(at, "c", "c"), put(at, "d", "-")];
        let outcomes = writer.commit_group(&group);
        let versions: Vec<_> =
            outcomes.iter().map(|outcome| outcome.as_ref().ok().map(|v| v.number())).collect();
        assert_eq!(versions, [Some(1), None, Some(2), None, Some(3)]);
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(Error::Conflict))));
        let heard: Vec<_> =
            heard.lock().expect("no panic").iter().map(|key| key.as_bytes().to_vec()).collect();
        assert_eq!(heard, [b"a", b"c", b"d"]);
        assert_eq!(writer.readers.snapshot().expect("a snapshot").version(), Version::new(3));
    }

    #[test]
    fn a_group_is_one_sqlite_transaction() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut writer = writer(folder.path());
        let looking = rusqlite::Connection::open(folder.path().join("lodge.sqlite3")).expect("a reader");
        let commits =
            || -> i64 { looking.query_row("PRAGMA data_version", [], |row| row.get(0)).expect("a number") };
        let before = commits();
        let group: Vec<_> = (0..100).map(|n| put(Version::ZERO, &n.to_string(), "-")).collect();
        assert!(writer.commit_group(&group).iter().all(Result::is_ok));
        assert_eq!(commits(), before + 1);
    }
}
