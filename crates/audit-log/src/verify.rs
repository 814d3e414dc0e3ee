//! Verifying a log offline: from its files and the public key alone, in one pass, in constant memory.

use std::path::Path;

use clock::Timestamp;

use crate::line::{Digest, Hash, LogId, Mark, NO_HASH, Record, hash};
use crate::scan::{Expect, Observer, Scan};
use crate::{Error, Extent, Finding, Problem, PublicKey, folder, recover};

/// A report names this many findings and counts the rest.
pub const MAX_FINDINGS: usize = 1000;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many records were read.
    pub records: u64,
    /// How many segments were read.
    pub segments: u64,
    /// How many bytes they have.
    pub bytes: u64,
    /// The sequence of the last record that is signed.
    pub last_sequence: u64,
    /// The log's id, when a segment says so.
    pub log_id: Option<String>,
    /// The number of the newest segment; 0 when there is none.
    pub newest_segment: u64,
    /// When the log was begun.
    pub begun: Option<Timestamp>,
    /// When the last record was signed.
    pub signed: Option<Timestamp>,
    /// Bytes behind the last signature. A crash leaves them, and opening the log drops them: nobody was told that they are in
    /// the log. They are no finding.
    pub unsigned_bytes: u64,
    /// What is wrong, at most [`MAX_FINDINGS`].
    pub findings: Vec<Finding>,
    /// How many more there are.
    pub more_findings: u64,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// Which log was verified in `folder` and where it ended; `None` when it has no segment.
    pub fn extent(&self, folder: &Path) -> Option<Extent> {
        let log_id = self.log_id.as_deref()?;
        Some(Extent::new(folder, log_id, self.last_sequence, self.newest_segment))
    }
}

/// How far verifying has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Segments verified.
    pub segments: u64,
    /// Segments that there are.
    pub of_segments: u64,
    /// Records read.
    pub records: u64,
    /// Bytes read.
    pub bytes: u64,
}

/// Verifies the log in `folder` and goes on after what is wrong. `progress` is called after each segment.
///
/// `key` must come from elsewhere than the folder: whoever can write the one can write the other. The log may be in use.
/// An error means that a file could not be read, not that the log is wrong.
pub fn verify(folder: &Path, key: &PublicKey, mut progress: impl FnMut(&Progress)) -> Result<Report, Error> {
    let mut verifier = Verifier { folder, key, report: Report::default() };
    verifier.key_file()?;
    // The head is read before the segments: a log in use is then ahead of it, never behind.
    let head = verifier.head()?;
    let (segments, digests) = folder::numbers(folder)?;
    let mut numbers = [segments, digests].concat();
    numbers.sort_unstable();
    numbers.dedup();

    let mut state = State { next: Some(1), prev: Some(NO_HASH), log: None, head_seen: false };
    let mut expected = 1;
    for &number in &numbers {
        if number != expected {
            let missing = Problem::SegmentsMissing { from: expected, to: number - 1 };
            verifier.file_finding(&folder::segment_name(expected), missing);
            state.next = None;
            state.prev = None;
        }
        verifier.segment(number, numbers.last() == Some(&number), head.as_ref(), &mut state)?;
        expected = number.saturating_add(1);
        progress(&Progress {
            segments: verifier.report.segments,
            of_segments: numbers.len() as u64,
            records: verifier.report.records,
            bytes: verifier.report.bytes,
        });
    }
    if numbers.is_empty() {
        verifier.file_finding(&folder::segment_name(1), Problem::Missing);
    }
    if let Some(head) = &head {
        verifier.compare_head(head, expected - 1, &state);
    }
    Ok(verifier.report)
}

/// What one segment hands to the next.
struct State {
    next: Option<u64>,
    prev: Option<Hash>,
    log: Option<LogId>,
    head_seen: bool,
}

struct Verifier<'a> {
    folder: &'a Path,
    key: &'a PublicKey,
    report: Report,
}

impl Verifier<'_> {
    fn key_file(&mut self) -> Result<(), Error> {
        match folder::read_small(self.folder, folder::PUBLIC_KEY)? {
            None => self.file_finding(folder::PUBLIC_KEY, Problem::Missing),
            Some(bytes) if bytes == self.key.to_pem().as_bytes() => {}
            Some(_) => self.file_finding(folder::PUBLIC_KEY, Problem::OtherPublicKey),
        }
        Ok(())
    }

    fn head(&mut self) -> Result<Option<Mark>, Error> {
        // A log in use may be overwriting its head at this very moment.
        let mut problem = Problem::Missing;
        for _ in 0..3 {
            match folder::read_small(self.folder, folder::HEAD)?.as_deref().map(folder::parse_head) {
                None => problem = Problem::Missing,
                Some(None) => problem = Problem::Malformed,
                Some(Some(head)) if !head.verifies(self.key) => problem = Problem::BadSignature,
                Some(Some(head)) => return Ok(Some(head)),
            }
        }
        self.file_finding(folder::HEAD, problem);
        Ok(None)
    }

    fn segment(
        &mut self,
        number: u64,
        newest: bool,
        head: Option<&Mark>,
        state: &mut State,
    ) -> Result<(), Error> {
        let digest = self.digest(number, newest)?;
        let name = folder::segment_name(number);
        if !self.folder.join(&name).try_exists().map_err(Error::io("reading", &self.folder.join(&name)))? {
            self.file_finding(&name, Problem::Missing);
            state.next = digest.as_ref().map(|(digest, _)| digest.last.saturating_add(1));
            state.prev = digest.map(|(_, hash)| hash);
            return Ok(());
        }
        let mut expect = Expect {
            file: &name,
            segment: number,
            key: self.key,
            log: state.log,
            next: state.next,
            prev: state.prev,
            head,
            every_signature: false,
        };
        let findings_before = self.report.findings.len();
        let scan = recover::scan_file(self.folder, &expect, self)?;
        let unsigned = |finding: &Finding| finding.problem == Problem::BadSignature;
        if self.report.findings.iter().skip(findings_before).any(unsigned) {
            expect.every_signature = true;
            recover::scan_file(self.folder, &expect, &mut FirstBadSignature(self))?;
        }
        if let Some((digest, _)) = &digest {
            self.compare_digest(digest, &scan);
        }
        let (signed_length, signed_sequence) = match &scan.committed {
            Some(committed) => (committed.length, committed.commit.sequence),
            None => (0, 0),
        };
        if newest {
            self.report.unsigned_bytes = scan.length.saturating_sub(signed_length);
            self.report.last_sequence = signed_sequence;
            self.report.signed = scan.committed.as_ref().map(|committed| committed.commit.time);
        } else if scan.length != signed_length {
            self.file_finding(&name, Problem::Unsigned);
        }
        self.report.begun = self.report.begun.or(scan.created);
        self.report.segments += 1;
        self.report.bytes += scan.length;
        self.report.newest_segment = number;
        state.log = state.log.or(scan.log);
        self.report.log_id = state.log.map(hex::encode);
        state.next = scan.next;
        state.prev = digest.map(|(_, hash)| hash);
        state.head_seen |= scan.head_seen;
        Ok(())
    }

    fn digest(&mut self, number: u64, newest: bool) -> Result<Option<(Digest, Hash)>, Error> {
        let name = folder::digest_name(number);
        let Some(bytes) = folder::read_small(self.folder, &name)? else {
            if !newest {
                self.file_finding(&name, Problem::Missing);
            }
            return Ok(None);
        };
        let Some(digest) = Digest::parse(&bytes) else {
            self.file_finding(&name, Problem::Malformed);
            return Ok(None);
        };
        if !digest.verifies(self.key) {
            self.file_finding(&name, Problem::BadSignature);
            return Ok(None);
        }
        if digest.segment != number {
            self.file_finding(&name, Problem::Misplaced);
            return Ok(None);
        }
        Ok(Some((digest, hash(&bytes))))
    }

    fn compare_digest(&mut self, digest: &Digest, scan: &Scan) {
        let found = Digest {
            segment: digest.segment,
            log: scan.log.unwrap_or(digest.log),
            first: scan.next.map_or(digest.first, |next| next.saturating_sub(scan.records)),
            last: scan.next.map_or(digest.last, |next| next.saturating_sub(1)),
            length: scan.length,
            sha256: recover::finish(&scan.sha256),
            closed: digest.closed,
            prev: scan.last_hash,
            signature: digest.signature,
        };
        if let Some(member) = recover::first_difference(digest, &found) {
            self.file_finding(&folder::segment_name(digest.segment), Problem::DigestMismatch { member });
        }
    }

    fn compare_head(&mut self, head: &Mark, newest: u64, state: &State) {
        if state.head_seen {
            return;
        }
        let found = self.report.last_sequence;
        if head.segment > newest || head.sequence > found {
            let cut = Problem::Truncated { signed: head.sequence, found };
            self.file_finding(&folder::segment_name(newest.max(1)), cut);
        } else {
            self.file_finding(folder::HEAD, Problem::HeadMismatch);
        }
    }

    fn file_finding(&mut self, file: &str, problem: Problem) {
        self.finding(Finding { file: file.to_owned(), line: None, sequence: None, problem });
    }
}

impl Observer for Verifier<'_> {
    fn finding(&mut self, finding: Finding) {
        if self.report.findings.len() < MAX_FINDINGS {
            self.report.findings.push(finding);
        } else {
            self.report.more_findings += 1;
        }
    }

    fn record(&mut self, _: &Record<'_>) {
        self.report.records += 1;
    }
}

/// Passes on where the signatures begin to be wrong; the rest was reported by the first pass.
struct FirstBadSignature<'a, 'b>(&'a mut Verifier<'b>);

impl Observer for FirstBadSignature<'_, '_> {
    fn finding(&mut self, finding: Finding) {
        if finding.problem == Problem::BadSignature && !self.0.report.findings.contains(&finding) {
            self.0.finding(finding);
        }
    }

    fn record(&mut self, _: &Record<'_>) {}
}
