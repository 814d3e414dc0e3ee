//! Opening: begin a log, or find the last signed state of one that is there and drop what stands behind it.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use aws_lc_rs::digest;
use clock::Timestamp;

use crate::folder::{self, PlacedFile};
use crate::line::{Digest, Hash, Header, Kind, LogId, Mark, NO_HASH, Record, hash};
use crate::recent::RecentIds;
use crate::scan::{self, Expect, Observer, Scan};
use crate::{Error, Finding, Options, Position, Problem, Recovery, SigningKey};

/// The signed end of the log, from which appending goes on.
pub(crate) struct End {
    pub log: LogId,
    pub last: Position,
    pub segment: Segment,
    pub recent: RecentIds,
    pub recovery: Recovery,
}

/// A segment's state at its last commit.
pub(crate) struct Segment {
    pub number: u64,
    /// The sequence of its first record.
    pub first: u64,
    pub length: u64,
    pub records: u64,
    /// The hash of its last line, a commit.
    pub hash: Hash,
    pub sha256: digest::Context,
    /// The hash of its digest file, once it is closed.
    pub digest: Option<Hash>,
    pub commit: Mark,
}

impl Segment {
    /// Writes a new segment: a header, signed. It holds no record yet.
    pub fn create(folder: &Path, header: &Header, key: &SigningKey) -> Result<Self, Error> {
        let segment = Self::begin(header, key)?;
        segment.write(folder, header)?;
        Ok(segment)
    }

    fn begin(header: &Header, key: &SigningKey) -> Result<Self, Error> {
        let first_line = header.encode();
        let commit = Mark {
            kind: Kind::Commit,
            sequence: header.next.saturating_sub(1),
            segment: header.segment,
            log: header.log,
            time: header.created,
            prev: hash(&first_line),
            signature: [0; 64],
        }
        .sign(key)?;
        let commit_line = commit.encode();
        let mut sha256 = digest::Context::new(&digest::SHA256);
        sha256.update(&first_line);
        sha256.update(&commit_line);
        Ok(Self {
            number: header.segment,
            first: header.next,
            length: (first_line.len() + commit_line.len()) as u64,
            records: 0,
            hash: hash(&commit_line),
            sha256,
            digest: None,
            commit,
        })
    }

    /// The head that says: the log has at least this.
    pub fn head(&self, key: &SigningKey) -> Result<Mark, Error> {
        Mark { kind: Kind::Head, prev: self.hash, ..self.commit.clone() }.sign(key)
    }

    fn write(&self, folder: &Path, header: &Header) -> Result<(), Error> {
        let lines = [header.encode(), self.commit.encode()].concat();
        folder::write_new(folder, &folder::segment_name(self.number), &lines)
    }
}

pub(crate) fn open(options: &Options) -> Result<End, Error> {
    let folder = options.folder.as_path();
    folder::remove_drafts(folder)?;
    let (segments, digests) = folder::numbers(folder)?;
    let key_file = folder::read_small(folder, folder::PUBLIC_KEY)?;
    let pem = options.signing_key.public_key().to_pem();
    if key_file.as_ref().is_some_and(|bytes| bytes != pem.as_bytes()) {
        return Err(Error::WrongKey(folder.to_owned()));
    }
    let head = folder::read_small(folder, folder::HEAD)?;
    let newest = segments.last().max(digests.last()).copied();
    let end = match newest {
        Some(newest) => resume(options, newest, head.as_deref())?,
        None if !options.begin => return Err(Error::Lost(folder.to_owned())),
        None => begin(options, head.as_deref())?,
    };
    if key_file.is_none() {
        folder::write_new(folder, folder::PUBLIC_KEY, pem.as_bytes())?;
    }
    Ok(end)
}

fn begin(options: &Options, head: Option<&[u8]>) -> Result<End, Error> {
    let folder = options.folder.as_path();
    // A first start that was interrupted leaves a head that signs no record, and no segment.
    let interrupted = |bytes| {
        folder::parse_head(bytes).is_some_and(|head| {
            head.sequence == 0 && head.segment == 1 && head.verifies(&options.signing_key.public_key())
        })
    };
    if head.is_some_and(|bytes| !interrupted(bytes)) {
        return Err(broken(&folder::segment_name(1), Problem::Missing));
    }
    let mut log = LogId::default();
    aws_lc_rs::rand::fill(&mut log).map_err(|_| Error::Cryptography("no random bytes"))?;
    let header = Header {
        segment: 1,
        log,
        key: options.signing_key.public_key(),
        created: options.clock.now(),
        next: 1,
        prev: NO_HASH,
    };
    let segment = Segment::begin(&header, &options.signing_key)?;
    // The head comes first: a log without one was tampered with, never merely interrupted.
    let first = segment.head(&options.signing_key)?;
    folder::write_new(folder, folder::HEAD, &folder::encode_head(&first))?;
    segment.write(folder, &header)?;
    Ok(End {
        log,
        last: Position::START,
        segment,
        recent: RecentIds::default(),
        recovery: Recovery { created: true, ..Recovery::default() },
    })
}

fn resume(options: &Options, newest: u64, head: Option<&[u8]>) -> Result<End, Error> {
    let folder = options.folder.as_path();
    let key = options.signing_key.public_key();
    let mut recovery = Recovery::default();
    let head = match head {
        None if options.accept_lost_head => None,
        None => return Err(broken(folder::HEAD, Problem::Missing)),
        Some(bytes) => match folder::parse_head(bytes) {
            Some(head) if head.verifies(&key) => Some(head),
            _ if options.accept_lost_head => None,
            Some(_) => return Err(broken(folder::HEAD, Problem::BadSignature)),
            None => return Err(broken(folder::HEAD, Problem::Malformed)),
        },
    };
    recovery.head_rebuilt = head.is_none();

    let mut recent = RecentIds::default();
    let mut before = Before { next: 1, hash: NO_HASH, log: None, last: Position::START };
    if newest > 1 {
        before = closed_segment(folder, newest - 1, &options.signing_key, &mut recent)?;
        recent.roll_over();
    }
    let name = folder::segment_name(newest);
    let mut observer = OpenObserver { first: None, recent: &mut recent };
    let scan = scan_file(
        folder,
        &Expect {
            file: &name,
            segment: newest,
            key: &key,
            log: before.log,
            next: Some(before.next),
            prev: Some(before.hash),
            head: head.as_ref(),
            every_signature: false,
        },
        &mut observer,
    )?;
    if let Some(finding) = observer.first {
        return Err(match finding.problem {
            Problem::WrongKey => Error::WrongKey(folder.to_owned()),
            _ => Error::Broken(finding),
        });
    }
    let (Some(log), Some(committed)) = (scan.log, scan.committed) else {
        return Err(broken(&name, Problem::Unsigned));
    };
    if let Some(signed) = &head {
        let found = committed.commit.sequence;
        if signed.log != log {
            return Err(broken(folder::HEAD, Problem::Misplaced));
        }
        if signed.segment > newest || signed.sequence > found {
            return Err(broken(&name, Problem::Truncated { signed: signed.sequence, found }));
        }
        if signed.segment == newest && !scan.head_seen {
            return Err(broken(folder::HEAD, Problem::HeadMismatch));
        }
    }

    let digest = closing_digest(folder, newest, &options.signing_key)?;
    let last = match committed.records {
        0 => before.last,
        _ => Position { segment: newest, sequence: committed.commit.sequence, offset: committed.last_offset },
    };
    let segment = Segment {
        number: newest,
        first: before.next,
        length: committed.length,
        records: committed.records,
        hash: committed.hash,
        sha256: committed.sha256,
        digest: digest.as_ref().map(|(_, hash)| *hash),
        commit: committed.commit,
    };
    if let Some((digest, _)) = &digest {
        let file = folder::digest_name(newest);
        let member = match scan.length == segment.length {
            true => differs(digest, log, &segment),
            false => Some("length"),
        };
        if let Some(member) = member {
            return Err(broken(&file, Problem::DigestMismatch { member }));
        }
    }
    recovery.dropped_bytes = scan.length - committed.length;
    recovery.dropped_records = scan.records - committed.records;
    if recovery.dropped_bytes > 0 {
        cut(folder, &name, committed.length)?;
        // The ids of the dropped records were noted; note again without them.
        recent.forget_current();
        let mut again = OpenObserver { first: None, recent: &mut recent };
        let expect = Expect {
            file: &name,
            segment: newest,
            key: &key,
            log: Some(log),
            next: None,
            prev: None,
            head: None,
            every_signature: false,
        };
        scan_file(folder, &expect, &mut again)?;
    }
    if head.is_none() {
        let rebuilt = segment.head(&options.signing_key)?;
        folder::write_new(folder, folder::HEAD, &folder::encode_head(&rebuilt))?;
    }
    Ok(End { log, last, segment, recent, recovery })
}

struct Before {
    next: u64,
    /// The hash of the digest file.
    hash: Hash,
    log: Option<LogId>,
    last: Position,
}

/// What the segment before the active one says about it. Its content is verified by `verify`, not here.
fn closed_segment(
    folder: &Path,
    number: u64,
    key: &SigningKey,
    recent: &mut RecentIds,
) -> Result<Before, Error> {
    let Some((digest, hash)) = closing_digest(folder, number, key)? else {
        return Err(broken(&folder::digest_name(number), Problem::Missing));
    };
    let name = folder::segment_name(number);
    let mut observer = OpenObserver { first: None, recent };
    let expect = Expect {
        file: &name,
        segment: number,
        key: &key.public_key(),
        log: Some(digest.log),
        next: None,
        prev: None,
        head: None,
        every_signature: false,
    };
    let scan = scan_file(folder, &expect, &mut observer)?;
    let offset = scan.committed.map_or(0, |committed| committed.last_offset);
    Ok(Before {
        next: digest.last.saturating_add(1),
        hash,
        log: Some(digest.log),
        last: Position { segment: number, sequence: digest.last, offset },
    })
}

/// The digest that closes a segment, and the hash of its file; `None` when the segment is not closed.
fn closing_digest(folder: &Path, number: u64, key: &SigningKey) -> Result<Option<(Digest, Hash)>, Error> {
    let name = folder::digest_name(number);
    let Some(bytes) = folder::read_small(folder, &name)? else { return Ok(None) };
    let digest = Digest::parse(&bytes).ok_or_else(|| broken(&name, Problem::Malformed))?;
    if !digest.verifies(&key.public_key()) {
        return Err(broken(&name, Problem::BadSignature));
    }
    if digest.segment != number {
        return Err(broken(&name, Problem::Misplaced));
    }
    Ok(Some((digest, hash(&bytes))))
}

/// The first member in which a digest differs from the segment that it closes.
fn differs(digest: &Digest, log: LogId, segment: &Segment) -> Option<&'static str> {
    let expected = Digest {
        segment: segment.number,
        log,
        first: segment.first,
        last: segment.commit.sequence,
        length: segment.length,
        sha256: finish(&segment.sha256),
        closed: digest.closed,
        prev: segment.hash,
        signature: digest.signature,
    };
    first_difference(digest, &expected)
}

/// The name of the first member that is not the same.
pub(crate) fn first_difference(one: &Digest, other: &Digest) -> Option<&'static str> {
    [
        ("digest", one.segment == other.segment),
        ("log", one.log == other.log),
        ("first", one.first == other.first),
        ("last", one.last == other.last),
        ("length", one.length == other.length),
        ("sha256", one.sha256 == other.sha256),
        ("prev", one.prev == other.prev),
    ]
    .into_iter()
    .find_map(|(member, same)| (!same).then_some(member))
}

/// The digest of a segment that gets no more records.
pub(crate) fn close(
    folder: &Path,
    log: LogId,
    segment: &Segment,
    key: &SigningKey,
    now: Timestamp,
) -> Result<Hash, Error> {
    let digest = Digest {
        segment: segment.number,
        log,
        first: segment.first,
        last: segment.commit.sequence,
        length: segment.length,
        sha256: finish(&segment.sha256),
        closed: now,
        prev: segment.hash,
        signature: [0; 64],
    };
    let bytes = digest.sign(key)?.encode();
    folder::write_new(folder, &folder::digest_name(segment.number), &bytes)?;
    Ok(hash(&bytes))
}

pub(crate) fn finish(context: &digest::Context) -> Hash {
    let mut hash = NO_HASH;
    // INVARIANT: SHA-256 gives 32 bytes.
    hash.copy_from_slice(context.clone().finish().as_ref());
    hash
}

pub(crate) fn scan_file(
    folder: &Path,
    expect: &Expect<'_>,
    observer: &mut impl Observer,
) -> Result<Scan, Error> {
    let path = folder.join(expect.file);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(broken(expect.file, Problem::Missing));
        }
        Err(error) => return Err(Error::io("opening", &path)(error)),
    };
    let mut input = BufReader::with_capacity(256 * 1024, file);
    scan::scan(&mut input, expect, observer).map_err(Error::io("reading", &path))
}

fn cut(folder: &Path, name: &str, length: u64) -> Result<(), Error> {
    let file = PlacedFile::open(
        folder,
        name,
        #[cfg(test)]
        &std::sync::Arc::default(),
    )?;
    file.truncate(length)?;
    file.sync()
}

fn broken(file: &str, problem: Problem) -> Error {
    Error::Broken(Finding { file: file.to_owned(), line: None, sequence: None, problem })
}

struct OpenObserver<'a> {
    first: Option<Finding>,
    recent: &'a mut RecentIds,
}

impl Observer for OpenObserver<'_> {
    fn finding(&mut self, finding: Finding) {
        self.first.get_or_insert(finding);
    }

    fn record(&mut self, record: &Record<'_>) {
        self.recent.insert(record.id);
    }
}
