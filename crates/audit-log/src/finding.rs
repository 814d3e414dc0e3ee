use std::fmt;

/// Something in the log that should not be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file's name in the log's folder.
    pub file: String,
    /// The line, counted from 1.
    pub line: Option<u64>,
    /// The sequence of the record in that line.
    pub sequence: Option<u64>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a file or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The file is missing.
    Missing,
    /// The segments of this range are missing.
    SegmentsMissing {
        /// The first.
        from: u64,
        /// The last.
        to: u64,
    },
    /// The line, or the file, is not in the log's format.
    Malformed,
    /// The next line does not continue from this one: this one was changed, or one behind it removed.
    Changed,
    /// The records of this range are not where they belong: removed, or moved elsewhere.
    RecordsMissing {
        /// The sequence of the first.
        from: u64,
        /// The sequence of the last.
        to: u64,
    },
    /// The record was repeated, moved or inserted here.
    OutOfOrder {
        /// The sequence that belongs here.
        expected: u64,
    },
    /// The line or file speaks of another log, segment or sequence than the one it is in.
    Misplaced,
    /// The signature is not the log key's.
    BadSignature,
    /// The segment was begun with another key than the one verified against.
    WrongKey,
    /// The file does not hold the public key that the log is verified against.
    OtherPublicKey,
    /// The segment is not what its digest file says.
    DigestMismatch {
        /// The member of the digest that differs.
        member: &'static str,
    },
    /// The log ends before a record that `head.json` has signed.
    Truncated {
        /// The sequence of the last record that was signed.
        signed: u64,
        /// The sequence of the last record found.
        found: u64,
    },
    /// `head.json` signs something that the log does not hold.
    HeadMismatch,
    /// Nothing in the segment is signed.
    Unsigned,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(out, ", line {line}")?;
        }
        if let Some(sequence) = self.sequence {
            write!(out, ", record {sequence}")?;
        }
        write!(out, ": {}", self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => out.write_str("the file is missing"),
            Self::SegmentsMissing { from, to } if from == to => write!(out, "segment {from} is missing"),
            Self::SegmentsMissing { from, to } => write!(out, "segments {from} to {to} are missing"),
            Self::Malformed => out.write_str("not in the log's format"),
            Self::Changed => out.write_str("changed, or a line behind it was removed"),
            Self::RecordsMissing { from, to } if from == to => {
                write!(out, "record {from} was removed or moved")
            }
            Self::RecordsMissing { from, to } => write!(out, "records {from} to {to} were removed or moved"),
            Self::OutOfOrder { expected } => {
                write!(out, "repeated, moved or inserted: record {expected} belongs here")
            }
            Self::Misplaced => out.write_str("belongs to another log, segment or place"),
            Self::BadSignature => out.write_str("the signature is wrong"),
            Self::WrongKey => out.write_str("begun with another key than the one verified against"),
            Self::OtherPublicKey => out.write_str("not the public key that was verified against"),
            Self::DigestMismatch { member } => {
                write!(out, "not what its digest file signed: {member} differs")
            }
            Self::Truncated { signed, found } => {
                write!(out, "the log was cut: record {signed} was signed, but it ends at record {found}")
            }
            Self::HeadMismatch => out.write_str("signs a state that the log does not hold"),
            Self::Unsigned => out.write_str("nothing in it is signed"),
        }
    }
}
