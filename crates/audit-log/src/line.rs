//! The texts that the log is made of, written and parsed in exactly one form each: see "Format" in the README.
//!
//! Parsing is strict. A text that says the same in another way (upper-case hex, a space more) is malformed, so that every
//! changed byte shows.

use aws_lc_rs::digest;
use clock::Timestamp;

use crate::{Error, MAX_EVENT_ID, PublicKey, SigningKey};

/// SHA-256 of a line including its line break.
pub(crate) type Hash = [u8; 32];
pub(crate) type LogId = [u8; 16];

pub(crate) const NO_HASH: Hash = [0; 32];
const FORMAT: &str = "lodge-audit-log/1";

pub(crate) fn hash(line: &[u8]) -> Hash {
    let mut hash = NO_HASH;
    // INVARIANT: SHA-256 gives 32 bytes.
    hash.copy_from_slice(digest::digest(&digest::SHA256, line).as_ref());
    hash
}

/// The first line of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub segment: u64,
    pub log: LogId,
    pub key: PublicKey,
    pub created: Timestamp,
    /// The sequence of the segment's first record.
    pub next: u64,
    /// The hash of the digest file of the segment before.
    pub prev: Hash,
}

impl Header {
    pub fn encode(&self) -> Vec<u8> {
        format!(
            "{{\"segment\":{},\"format\":\"{FORMAT}\",\"log\":\"{}\",\"key\":\"{}\",\"created\":\"{}\",\"next\":{},\"prev\":\"{}\"}}\n",
            self.segment,
            hex::encode(self.log),
            hex::encode(self.key.as_bytes()),
            self.created.to_iso8601(),
            self.next,
            hex::encode(self.prev),
        )
        .into_bytes()
    }

    fn parse(line: &[u8]) -> Option<Self> {
        let mut at = Cursor(line);
        let segment = at.after(b"{\"segment\":")?.number()?;
        at.after(b",\"format\":\"")?.after(FORMAT.as_bytes())?;
        let log = at.after(b"\",\"log\":\"")?.hex()?;
        let key = PublicKey::from_bytes(at.after(b"\",\"key\":\"")?.hex()?);
        let created = at.after(b"\",\"created\":\"")?.time()?;
        let next = at.after(b"\",\"next\":")?.number()?;
        let prev = at.after(b",\"prev\":\"")?.hex()?;
        at.after(b"\"}\n")?.end()?;
        Some(Self { segment, log, key, created, next, prev })
    }
}

/// The line of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record<'a> {
    pub sequence: u64,
    pub id: &'a str,
    pub prev: Hash,
    pub event: &'a [u8],
}

impl<'a> Record<'a> {
    pub fn encode_to(&self, out: &mut Vec<u8>) {
        let mut prev = [0; 64];
        // INVARIANT: the buffer has twice the hash's length, the one condition.
        let _ = hex::encode_to_slice(self.prev, &mut prev);
        out.extend_from_slice(b"{\"seq\":");
        out.extend_from_slice(self.sequence.to_string().as_bytes());
        out.extend_from_slice(b",\"id\":\"");
        out.extend_from_slice(self.id.as_bytes());
        out.extend_from_slice(b"\",\"prev\":\"");
        out.extend_from_slice(&prev);
        out.extend_from_slice(b"\",\"event\":");
        out.extend_from_slice(self.event);
        out.extend_from_slice(b"}\n");
    }

    fn parse(line: &'a [u8]) -> Option<Self> {
        let mut at = Cursor(line);
        let sequence = at.after(b"{\"seq\":")?.number()?;
        let id = at.after(b",\"id\":\"")?.event_id()?;
        let prev = at.after(b"\",\"prev\":\"")?.hex()?;
        let event = at.after(b"\",\"event\":")?.0.strip_suffix(b"}\n")?;
        (event.starts_with(b"{") && event.ends_with(b"}")).then_some(Self { sequence, id, prev, event })
    }
}

/// A signature over everything up to a point of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub kind: Kind,
    /// The sequence of the last record; 0 before the first.
    pub sequence: u64,
    pub segment: u64,
    pub log: LogId,
    pub time: Timestamp,
    /// The hash of the line before; in the head, of the commit's line.
    pub prev: Hash,
    pub signature: [u8; 64],
}

/// Where a [`Mark`] stands. The texts differ, so that a commit's line never passes for a head: otherwise the log itself would
/// hold all that is needed to cut it at any commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The last line of a group.
    Commit,
    /// The one line of `head.json`.
    Head,
}

impl Kind {
    fn begins(self) -> &'static str {
        match self {
            Self::Commit => "{\"commit\":",
            Self::Head => "{\"head\":",
        }
    }
}

impl Mark {
    pub fn sign(mut self, key: &SigningKey) -> Result<Self, Error> {
        self.signature = key.sign(self.body().as_bytes())?;
        Ok(self)
    }

    pub fn verifies(&self, key: &PublicKey) -> bool {
        key.verifies(self.body().as_bytes(), &self.signature)
    }

    pub fn encode(&self) -> Vec<u8> {
        signed(self.body(), &self.signature)
    }

    pub fn parse(kind: Kind, line: &[u8]) -> Option<Self> {
        let mut at = Cursor(line);
        let sequence = at.after(kind.begins().as_bytes())?.number()?;
        let segment = at.after(b",\"segment\":")?.number()?;
        let log = at.after(b",\"log\":\"")?.hex()?;
        let time = at.after(b"\",\"time\":\"")?.time()?;
        let prev = at.after(b"\",\"prev\":\"")?.hex()?;
        let signature = at.signature()?;
        Some(Self { kind, sequence, segment, log, time, prev, signature })
    }

    fn body(&self) -> String {
        format!(
            "{}{},\"segment\":{},\"log\":\"{}\",\"time\":\"{}\",\"prev\":\"{}\"",
            self.kind.begins(),
            self.sequence,
            self.segment,
            hex::encode(self.log),
            self.time.to_iso8601(),
            hex::encode(self.prev),
        )
    }
}

/// The content of a digest file: what a closed segment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digest {
    pub segment: u64,
    pub log: LogId,
    pub first: u64,
    pub last: u64,
    pub length: u64,
    pub sha256: Hash,
    pub closed: Timestamp,
    /// The hash of the segment's last line.
    pub prev: Hash,
    pub signature: [u8; 64],
}

impl Digest {
    pub fn sign(mut self, key: &SigningKey) -> Result<Self, Error> {
        self.signature = key.sign(self.body().as_bytes())?;
        Ok(self)
    }

    pub fn verifies(&self, key: &PublicKey) -> bool {
        key.verifies(self.body().as_bytes(), &self.signature)
    }

    pub fn encode(&self) -> Vec<u8> {
        signed(self.body(), &self.signature)
    }

    pub fn parse(line: &[u8]) -> Option<Self> {
        let mut at = Cursor(line);
        let segment = at.after(b"{\"digest\":")?.number()?;
        let log = at.after(b",\"log\":\"")?.hex()?;
        let first = at.after(b"\",\"first\":")?.number()?;
        let last = at.after(b",\"last\":")?.number()?;
        let length = at.after(b",\"length\":")?.number()?;
        let sha256 = at.after(b",\"sha256\":\"")?.hex()?;
        let closed = at.after(b"\",\"closed\":\"")?.time()?;
        let prev = at.after(b"\",\"prev\":\"")?.hex()?;
        let signature = at.signature()?;
        Some(Self { segment, log, first, last, length, sha256, closed, prev, signature })
    }

    fn body(&self) -> String {
        format!(
            "{{\"digest\":{},\"log\":\"{}\",\"first\":{},\"last\":{},\"length\":{},\"sha256\":\"{}\",\"closed\":\"{}\",\"prev\":\"{}\"",
            self.segment,
            hex::encode(self.log),
            self.first,
            self.last,
            self.length,
            hex::encode(self.sha256),
            self.closed.to_iso8601(),
            hex::encode(self.prev),
        )
    }
}

/// A line of a segment, with its line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line<'a> {
    Header(Header),
    Record(Record<'a>),
    Commit(Mark),
}

impl<'a> Line<'a> {
    pub fn parse(line: &'a [u8]) -> Option<Self> {
        if line.starts_with(b"{\"seq\"") {
            Record::parse(line).map(Self::Record)
        } else if line.starts_with(Kind::Commit.begins().as_bytes()) {
            Mark::parse(Kind::Commit, line).map(Self::Commit)
        } else {
            Header::parse(line).map(Self::Header)
        }
    }
}

pub(crate) fn is_event_id(id: &str) -> bool {
    (1..=MAX_EVENT_ID).contains(&id.len()) && id.bytes().all(is_event_id_byte)
}

fn is_event_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn signed(mut body: String, signature: &[u8; 64]) -> Vec<u8> {
    body.push_str(",\"signature\":\"");
    body.push_str(&hex::encode(signature));
    body.push_str("\"}\n");
    body.into_bytes()
}

struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn after(&mut self, expected: &[u8]) -> Option<&mut Self> {
        self.0 = self.0.strip_prefix(expected)?;
        Some(self)
    }

    fn take(&mut self, count: usize) -> Option<&'a str> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        std::str::from_utf8(taken).ok()
    }

    fn take_while(&mut self, wanted: fn(u8) -> bool) -> Option<&'a str> {
        let end = self.0.iter().position(|&byte| !wanted(byte)).unwrap_or(self.0.len());
        self.take(end)
    }

    fn number(&mut self) -> Option<u64> {
        let digits = self.take_while(|byte| byte.is_ascii_digit())?;
        let number: u64 = digits.parse().ok()?;
        (digits == "0" || !digits.starts_with('0')).then_some(number)
    }

    fn hex<const N: usize>(&mut self) -> Option<[u8; N]> {
        let text = self.take(N * 2)?;
        let mut bytes = [0; N];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        (!text.bytes().any(|byte| byte.is_ascii_uppercase())).then_some(bytes)
    }

    fn time(&mut self) -> Option<Timestamp> {
        let text = self.take(20)?;
        let time = Timestamp::parse_iso8601(text).ok()?;
        (time.to_iso8601() == text).then_some(time)
    }

    fn event_id(&mut self) -> Option<&'a str> {
        self.take_while(is_event_id_byte).filter(|id| is_event_id(id))
    }

    fn signature(&mut self) -> Option<[u8; 64]> {
        let signature = self.after(b"\",\"signature\":\"")?.hex()?;
        self.after(b"\"}\n")?.end()?;
        Some(signature)
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}
