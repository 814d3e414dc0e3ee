use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::scan::MAX_LINE;
use crate::{Entry, Error, Position, folder, reader};

/// How much of a segment is looked at at once; more than the longest line.
const WINDOW: usize = 4 * MAX_LINE;

/// Which log it is and where it ended when this was asked for: what is needed to compare the log with what others know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    /// The folder that holds the log.
    pub folder: PathBuf,
    /// The log's id.
    pub log_id: String,
    /// The sequence of the last record; 0 when there is none.
    pub last_sequence: u64,
    /// The number of the active segment.
    pub newest_segment: u64,
}

impl Extent {
    /// The record at a position; [`Error::NoSuchRecord`] when there is none.
    pub fn read_at(&self, position: Position) -> Result<Entry, Error> {
        reader::read_at(&self.folder, position)
    }

    /// Looks for `text`, which holds no line break, in a segment, and gives `found` what stands behind it up to the end of its line, for each
    /// place in the log's order. `false` when the segment's file is not there.
    ///
    /// It looks at bytes alone, so it is about as quick as reading the file. It blocks meanwhile.
    pub fn search(&self, segment: u64, text: &[u8], mut found: impl FnMut(&[u8])) -> Result<bool, Error> {
        let path = self.folder.join(folder::segment_name(segment));
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(Error::io("opening", &path)(error)),
        };
        search_lines(file, &Needle::new(text), &mut found).map_err(Error::io("reading", &path))?;
        Ok(true)
    }

    pub(crate) fn new(folder: &Path, log_id: &str, last_sequence: u64, newest_segment: u64) -> Self {
        Self { folder: folder.to_owned(), log_id: log_id.to_owned(), last_sequence, newest_segment }
    }
}

fn search_lines(
    mut input: impl Read,
    needle: &Needle<'_>,
    found: &mut impl FnMut(&[u8]),
) -> std::io::Result<()> {
    let mut window = Vec::new();
    loop {
        let kept = window.len();
        let read = (&mut input).take((WINDOW.saturating_sub(kept)) as u64).read_to_end(&mut window)?;
        // Whole lines only, unless no more comes. What is longer than a window is no line of ours.
        let whole = match window.iter().rposition(|&byte| byte == b'\n') {
            Some(at) if read > 0 => at + 1,
            _ => window.len(),
        };
        let lines = window.get(..whole).unwrap_or_default();
        let mut at = 0;
        while let Some(behind) = needle.find_after(lines, at) {
            let rest = lines.get(behind..).unwrap_or_default();
            found(rest.split(|&byte| byte == b'\n').next().unwrap_or_default());
            at = behind;
        }
        if read == 0 {
            return Ok(());
        }
        window.drain(..whole);
    }
}

/// A text that is looked for by Horspool's algorithm, which skips most bytes.
struct Needle<'t> {
    text: &'t [u8],
    last: u8,
    /// How far to go on when this byte stands where the text would end.
    skips: [usize; 256],
}

impl<'t> Needle<'t> {
    fn new(text: &'t [u8]) -> Self {
        let mut skips = [text.len().max(1); 256];
        let (last, before) = text.split_last().map_or((0, text), |(last, before)| (*last, before));
        for (at, &byte) in before.iter().enumerate() {
            if let Some(skip) = skips.get_mut(usize::from(byte)) {
                *skip = before.len() - at;
            }
        }
        Self { text, last, skips }
    }

    /// Where the first place of the text that begins at or after `from` ends.
    fn find_after(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut end = from + self.text.len();
        if self.text.is_empty() {
            return None;
        }
        loop {
            let byte = *bytes.get(end - 1)?;
            if byte == self.last && bytes.get(..end).is_some_and(|before| before.ends_with(self.text)) {
                return Some(end);
            }
            end += self.skips.get(usize::from(byte)).copied().unwrap_or(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(input: &[u8], text: &[u8]) -> Vec<Vec<u8>> {
        let mut places = Vec::new();
        search_lines(input, &Needle::new(text), &mut |rest| places.push(rest.to_vec())).unwrap();
        places
    }

    #[test]
    fn every_place_is_found_with_the_rest_of_its_line() {
        assert_eq!(places(b"a=1,a=2\nb\nxa=3\na=", b"a="), [&b"1,a=2"[..], b"2", b"3", b""]);
        assert_eq!(places(b"aaaa\n", b"aa"), [&b"aa"[..], b""]);
        assert!(places(b"", b"a=").is_empty());
        assert!(places(b"abc\n", b"").is_empty());
        assert!(places(b"a\n=b\n", b"a=").is_empty());
    }

    #[test]
    fn it_finds_what_a_plain_search_finds() {
        // A small alphabet, so that there are many near misses.
        let mut state = 7_u32;
        let bytes: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            b"ab\n"[(state >> 24) as usize % 3]
        })
        .take(20_000)
        .collect();
        for text in [&b"a"[..], b"ab", b"abab", b"bbba"] {
            let mut expected = 0;
            let mut rest = bytes.as_slice();
            while let Some(at) = rest.windows(text.len()).position(|window| window == text) {
                expected += 1;
                rest = &rest[at + text.len()..];
            }
            assert_eq!(places(&bytes, text).len(), expected);
        }
    }

    #[test]
    fn lines_across_windows_are_found_whole() {
        let line = [vec![b'x'; MAX_LINE - 20], b"mark:123456".to_vec(), b"\n".to_vec()].concat();
        let log = line.repeat(9);
        assert_eq!(places(&log, b"mark:"), vec![b"123456".to_vec(); 9]);
    }
}
