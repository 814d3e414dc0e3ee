use std::fs::File;
use std::io::{self, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use tokio::sync::watch;

use crate::line::Line;
use crate::scan::{Read, read_line};
use crate::writer::Durable;
use crate::{Error, Finding, Position, Problem, folder};

/// One record as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub position: Position,
    /// The id that it was appended with.
    pub event_id: String,
    /// The record's bytes: one JSON object.
    pub record: Vec<u8>,
}

/// Reads a log's records in order.
///
/// It checks the form of what it reads and not the chain; that is [`crate::verify::verify`]'s part. The file reads block the
/// calling thread for as long as the disk takes.
pub struct Reader {
    folder: PathBuf,
    segment: u64,
    offset: u64,
    /// The position to read after, until its line was skipped.
    skip: Option<Position>,
    input: Option<BufReader<File>>,
    line: Vec<u8>,
    /// In the process that writes the log: how far the log is on disk.
    durable: Option<watch::Receiver<Durable>>,
}

impl Reader {
    /// Reads a log that this process does not write, from the record after `after` to the last whole line.
    ///
    /// A line that the writing process has not yet signed can be among them: it may still vanish in a crash.
    pub fn offline(folder: &Path, after: Position) -> Self {
        Self::new(folder, after, None)
    }

    pub(crate) fn new(folder: &Path, after: Position, durable: Option<watch::Receiver<Durable>>) -> Self {
        Self {
            folder: folder.to_owned(),
            segment: after.segment.max(1),
            offset: after.offset,
            skip: Some(after),
            input: None,
            line: Vec::new(),
            durable,
        }
    }

    /// The next record, or `None` when there is none at present.
    pub fn try_next(&mut self) -> Result<Option<Entry>, Error> {
        loop {
            let limit = match self.limit() {
                Limit::Nothing => return Ok(None),
                Limit::Offset(end) if self.offset >= end => {
                    // What was read ahead of the durable end may still change.
                    self.input = None;
                    return Ok(None);
                }
                Limit::Offset(_) => false,
                Limit::EndOfFile => true,
            };
            let begins = self.offset;
            match self.read_line()? {
                Read::Line => {}
                Read::End | Read::Unfinished => {
                    self.input = None;
                    if limit && self.next_segment_exists() {
                        self.segment += 1;
                        self.offset = 0;
                        continue;
                    }
                    return Ok(None);
                }
                Read::TooLong(_) => return Err(self.malformed()),
            }
            self.offset += self.line.len() as u64;
            let parsed = Line::parse(&self.line);
            if let Some(after) = self.skip.take() {
                let sequence = match parsed {
                    Some(Line::Record(record)) => Some(record.sequence),
                    Some(Line::Header(_)) => Some(0),
                    _ => None,
                };
                if sequence != Some(after.sequence) {
                    return Err(Error::NoSuchRecord { segment: after.segment, offset: after.offset });
                }
                continue;
            }
            match parsed {
                Some(Line::Record(record)) => {
                    return Ok(Some(Entry {
                        position: Position {
                            segment: self.segment,
                            sequence: record.sequence,
                            offset: begins,
                        },
                        event_id: record.id.to_owned(),
                        record: record.event.to_vec(),
                    }));
                }
                Some(_) => {}
                None => return Err(self.malformed()),
            }
        }
    }

    /// The next record, waiting until there is one; `None` when the log was closed or has stopped.
    ///
    /// Offline there is nothing to wait for: the end of the log gives `None`.
    pub async fn next(&mut self) -> Result<Option<Entry>, Error> {
        loop {
            // Marked as seen before looking, so that what comes meanwhile wakes the wait below.
            let ended = self.durable.as_mut().is_none_or(|durable| durable.borrow_and_update().ended);
            if let Some(entry) = self.try_next()? {
                return Ok(Some(entry));
            }
            let Some(durable) = self.durable.as_mut().filter(|_| !ended) else { return Ok(None) };
            if durable.changed().await.is_err() {
                return self.try_next();
            }
        }
    }

    fn limit(&self) -> Limit {
        let Some(durable) = &self.durable else { return Limit::EndOfFile };
        let durable = *durable.borrow();
        match self.segment.cmp(&durable.segment) {
            std::cmp::Ordering::Less => Limit::EndOfFile,
            std::cmp::Ordering::Equal => Limit::Offset(durable.length),
            std::cmp::Ordering::Greater => Limit::Nothing,
        }
    }

    fn read_line(&mut self) -> Result<Read, Error> {
        let path = self.folder.join(folder::segment_name(self.segment));
        let input = match &mut self.input {
            Some(input) => input,
            None => {
                let mut file = File::open(&path).map_err(Error::io("opening", &path))?;
                file.seek(SeekFrom::Start(self.offset)).map_err(Error::io("reading", &path))?;
                self.input.insert(BufReader::with_capacity(64 * 1024, file))
            }
        };
        read_line(input, &mut self.line).map_err(Error::io("reading", &path))
    }

    fn next_segment_exists(&self) -> bool {
        self.folder.join(folder::segment_name(self.segment + 1)).exists()
    }

    fn malformed(&self) -> Error {
        Error::Broken(Finding {
            file: folder::segment_name(self.segment),
            line: None,
            sequence: None,
            problem: Problem::Malformed,
        })
    }
}

enum Limit {
    Nothing,
    Offset(u64),
    EndOfFile,
}

/// The one record at a position.
pub(crate) fn read_at(folder: &Path, position: Position) -> Result<Entry, Error> {
    let missing = || Error::NoSuchRecord { segment: position.segment, offset: position.offset };
    let path = folder.join(folder::segment_name(position.segment));
    let mut file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(missing()),
        Err(error) => return Err(Error::io("opening", &path)(error)),
    };
    file.seek(SeekFrom::Start(position.offset)).map_err(Error::io("reading", &path))?;
    let mut line = Vec::new();
    let read = read_line(&mut BufReader::new(file), &mut line).map_err(Error::io("reading", &path))?;
    match (read, Line::parse(&line)) {
        (Read::Line, Some(Line::Record(record))) if record.sequence == position.sequence => {
            Ok(Entry { position, event_id: record.id.to_owned(), record: record.event.to_vec() })
        }
        _ => Err(missing()),
    }
}
