//! One pass over one segment: the chain is followed, every deviation is named, memory stays constant.

use std::io::{self, BufRead};

use aws_lc_rs::digest;
use clock::Timestamp;

use crate::line::{Hash, Header, Line, LogId, Mark, NO_HASH, Record, hash};
use crate::{Finding, MAX_RECORD, Problem, PublicKey};

/// The longest line: a record and what stands around it.
pub(crate) const MAX_LINE: usize = MAX_RECORD + 256;

/// What the segment is checked against. What is not known, because a file before it is missing, is not checked.
pub(crate) struct Expect<'a> {
    pub file: &'a str,
    pub segment: u64,
    pub key: &'a PublicKey,
    pub log: Option<LogId>,
    pub next: Option<u64>,
    pub prev: Option<Hash>,
    /// What `head.json` holds.
    pub head: Option<&'a Mark>,
    /// Verify every signature, to find the first wrong one. The last one alone covers all lines before it.
    pub every_signature: bool,
}

/// What was found.
pub(crate) struct Scan {
    pub log: Option<LogId>,
    pub created: Option<Timestamp>,
    pub lines: u64,
    pub length: u64,
    pub records: u64,
    /// The sequence that the next record has to have.
    pub next: Option<u64>,
    pub last_hash: Hash,
    pub sha256: digest::Context,
    /// The last signed state.
    pub committed: Option<Committed>,
    pub head_seen: bool,
}

pub(crate) struct Committed {
    pub commit: Mark,
    /// The hash of the commit's line.
    pub hash: Hash,
    /// The offset behind the commit's line.
    pub length: u64,
    pub line: u64,
    pub records: u64,
    /// Where the last record before it begins; 0 when the segment has none.
    pub last_offset: u64,
    pub sha256: digest::Context,
}

/// Told about every deviation and every well-formed record.
pub(crate) trait Observer {
    fn finding(&mut self, finding: Finding);
    fn record(&mut self, record: &Record<'_>);
}

pub(crate) fn scan(
    input: &mut impl BufRead,
    expect: &Expect<'_>,
    observer: &mut impl Observer,
) -> io::Result<Scan> {
    let mut pass = Pass {
        expect,
        observer,
        seen: Scan {
            log: expect.log,
            created: None,
            lines: 0,
            length: 0,
            records: 0,
            next: expect.next,
            last_hash: expect.prev.unwrap_or(NO_HASH),
            sha256: digest::Context::new(&digest::SHA256),
            committed: None,
            head_seen: false,
        },
        last_sequence: None,
        last_offset: 0,
        key_fits: true,
        all_signed: true,
        flagged: false,
    };
    let mut line = Vec::new();
    loop {
        match read_line(input, &mut line)? {
            Read::End => break,
            Read::Line => pass.line(&line),
            Read::TooLong(length) => pass.malformed(&line, length),
            // A crash can leave the beginning of a line: what it would have held was never acknowledged.
            Read::Unfinished if pass.seen.lines > 0 => {
                pass.seen.sha256.update(&line);
                pass.seen.length += line.len() as u64;
                break;
            }
            Read::Unfinished => pass.malformed(&line, line.len() as u64),
        }
    }
    Ok(pass.finish())
}

struct Pass<'a, O> {
    expect: &'a Expect<'a>,
    observer: &'a mut O,
    seen: Scan,
    last_sequence: Option<u64>,
    last_offset: u64,
    key_fits: bool,
    all_signed: bool,
    /// Whether the line before was reported already, so that its successor does not report it again.
    flagged: bool,
}

impl<O: Observer> Pass<'_, O> {
    fn line(&mut self, line: &[u8]) {
        let Some(parsed) = Line::parse(line) else {
            return self.malformed(line, line.len() as u64);
        };
        self.seen.lines += 1;
        self.seen.sha256.update(line);
        let begins = self.seen.length;
        self.seen.length += line.len() as u64;
        let before = std::mem::replace(&mut self.seen.last_hash, hash(line));
        let before_flagged = std::mem::take(&mut self.flagged);
        match parsed {
            Line::Header(header) => self.header(&header, before),
            Line::Record(record) => self.record(&record, before, before_flagged, begins),
            Line::Commit(commit) => self.commit(commit, before, before_flagged),
        }
    }

    fn header(&mut self, header: &Header, before: Hash) {
        let seen = &mut self.seen;
        let misplaced = seen.lines != 1
            || header.segment != self.expect.segment
            || seen.log.is_some_and(|log| log != header.log)
            || seen.next.is_some_and(|next| next != header.next)
            || (self.expect.prev.is_some() && header.prev != before);
        if seen.lines == 1 {
            seen.log.get_or_insert(header.log);
            seen.next.get_or_insert(header.next);
            seen.created = Some(header.created);
            self.key_fits = header.key == *self.expect.key;
            if !self.key_fits {
                self.report(None, Problem::WrongKey);
            }
        }
        if misplaced {
            self.report(None, Problem::Misplaced);
        }
    }

    fn record(&mut self, record: &Record<'_>, before: Hash, before_flagged: bool, begins: u64) {
        let sequence = record.sequence;
        let expected = self.seen.next.unwrap_or(sequence);
        if self.seen.lines == 1 {
            self.report(Some(sequence), Problem::Misplaced);
        } else if sequence > expected {
            self.report(Some(sequence), Problem::RecordsMissing { from: expected, to: sequence - 1 });
        } else if sequence < expected {
            self.report(Some(sequence), Problem::OutOfOrder { expected });
        } else if record.prev != before {
            self.blame_line_before(before_flagged);
        }
        self.seen.next = Some(expected.max(sequence.saturating_add(1)));
        self.seen.records += 1;
        self.last_sequence = Some(sequence);
        self.last_offset = begins;
        self.observer.record(record);
    }

    fn commit(&mut self, commit: Mark, before: Hash, before_flagged: bool) {
        let last = self.seen.next.map(|next| next.saturating_sub(1));
        let misplaced = self.seen.lines == 1
            || commit.segment != self.expect.segment
            || self.seen.log.is_some_and(|log| log != commit.log)
            || last.is_some_and(|last| last != commit.sequence);
        if misplaced {
            self.report(None, Problem::Misplaced);
        } else if commit.prev != before {
            self.blame_line_before(before_flagged);
        }
        if self.expect.every_signature
            && self.all_signed
            && self.key_fits
            && !commit.verifies(self.expect.key)
        {
            self.all_signed = false;
            self.report(None, Problem::BadSignature);
        }
        self.seen.head_seen |= self
            .expect
            .head
            .is_some_and(|head| head.sequence == commit.sequence && head.prev == self.seen.last_hash);
        self.last_sequence = None;
        self.seen.committed = Some(Committed {
            commit,
            hash: self.seen.last_hash,
            length: self.seen.length,
            line: self.seen.lines,
            records: self.seen.records,
            last_offset: self.last_offset,
            sha256: self.seen.sha256.clone(),
        });
    }

    fn malformed(&mut self, bytes: &[u8], length: u64) {
        self.seen.lines += 1;
        self.seen.sha256.update(bytes);
        self.seen.length += length;
        self.seen.last_hash = hash(bytes);
        self.last_sequence = None;
        self.report(None, Problem::Malformed);
    }

    fn finish(self) -> Scan {
        if self.key_fits && !self.expect.every_signature {
            match &self.seen.committed {
                Some(committed) if committed.commit.verifies(self.expect.key) => {}
                Some(committed) => {
                    let finding = self.finding(Some(committed.line), None, Problem::BadSignature);
                    self.observer.finding(finding);
                }
                None => {
                    let finding = self.finding(None, None, Problem::Unsigned);
                    self.observer.finding(finding);
                }
            }
        }
        self.seen
    }

    fn report(&mut self, sequence: Option<u64>, problem: Problem) {
        self.flagged = true;
        let finding = self.finding(Some(self.seen.lines), sequence, problem);
        self.observer.finding(finding);
    }

    fn blame_line_before(&mut self, already_flagged: bool) {
        if !already_flagged {
            let line = self.seen.lines.saturating_sub(1);
            let finding = self.finding(Some(line), self.last_sequence, Problem::Changed);
            self.observer.finding(finding);
        }
    }

    fn finding(&self, line: Option<u64>, sequence: Option<u64>, problem: Problem) -> Finding {
        Finding { file: self.expect.file.to_owned(), line, sequence, problem }
    }
}

pub(crate) enum Read {
    /// A line with its line break is in the buffer.
    Line,
    /// The input ended without a line break; what there was is in the buffer.
    Unfinished,
    /// A line of this length was skipped; only its beginning is in the buffer.
    TooLong(u64),
    End,
}

/// Reads one line into `line`, never keeping more than [`MAX_LINE`] bytes.
pub(crate) fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Read> {
    line.clear();
    let mut length = 0u64;
    loop {
        let available = match input.fill_buf() {
            Ok(available) => available,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let (part, ended) = match available.iter().position(|&byte| byte == b'\n') {
            Some(at) => (available.get(..=at).unwrap_or_default(), true),
            None => (available, available.is_empty()),
        };
        let room = MAX_LINE.saturating_sub(line.len());
        line.extend_from_slice(part.get(..room).unwrap_or(part));
        let used = part.len();
        length += used as u64;
        input.consume(used);
        if ended {
            return Ok(match line.last() {
                None => Read::End,
                Some(_) if length > line.len() as u64 => Read::TooLong(length),
                Some(b'\n') => Read::Line,
                Some(_) => Read::Unfinished,
            });
        }
    }
}
