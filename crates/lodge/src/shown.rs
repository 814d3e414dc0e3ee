//! Text of others on a terminal: names, policies and messages that callers have chosen must not steer it, nor look like further lines.

use std::fmt;
use std::io::{self, Write};

/// The text in one line that reads as it is stored: control characters, line breaks and what turns the direction of text are written as
/// escapes, `\n` and `\u{202e}`.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Where lines for people go: of each text that `write!` and `writeln!` make, all but the line break at its end is [`shown`].
pub struct Lines<W>(pub W);

impl<W: Write> Write for Lines<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }

    fn write_fmt(&mut self, text: fmt::Arguments<'_>) -> io::Result<()> {
        let text = text.to_string();
        let (line, end) = match text.strip_suffix('\n') {
            Some(line) => (line, "\n"),
            None => (text.as_str(), ""),
        };
        self.0.write_all(shown(line).as_bytes())?;
        self.0.write_all(end.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_written_as_escapes() {
        for (text, expected) in [
            ("acme", "acme"),
            ("müller אב 漢 👍", "müller אב 漢 👍"),
            ("a\nb\r\tc", r"a\nb\r\tc"),
            ("\u{1b}[2J\u{9b}1m\u{7f}", r"\u{1b}[2J\u{9b}1m\u{7f}"),
            ("\u{202e}evil\u{2066}\u{2069}\u{200f}\u{61c}", r"\u{202e}evil\u{2066}\u{2069}\u{200f}\u{61c}"),
            ("a\u{2028}b\u{2029}c\u{85}", r"a\u{2028}b\u{2029}c\u{85}"),
        ] {
            assert_eq!(shown(text), expected);
            assert_eq!(shown(expected), expected);
        }
    }

    #[test]
    fn only_the_line_break_that_ends_a_line_passes() {
        let mut bytes = Vec::new();
        let out: &mut dyn Write = &mut Lines(&mut bytes);
        let (sid, escape) = ("Sid\nlodge: all is well\n", "a\u{1b}b");
        writeln!(out, "by \"{sid}\"").unwrap();
        write!(out, "{escape}").unwrap();
        writeln!(out).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "by \"Sid\\nlodge: all is well\\n\"\na\\u{1b}b\n");
    }
}
