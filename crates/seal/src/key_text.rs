//! The text form of both kinds of root key file: a first line with version and kind, `name: value` lines in a fixed order, and a
//! last line with the SHA-256 of everything before it.

use std::path::Path;

use aws_lc_rs::digest::{SHA256, digest};
use secret::SecretString;

use crate::Error;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Plain,
    Passphrase,
}

impl Kind {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Passphrase => "passphrase",
        }
    }

    /// The first line. It also binds a wrapped root key to version and kind of the file.
    pub(crate) const fn first_line(self) -> &'static str {
        match self {
            Self::Plain => "lodge-root-key v1 plain\n",
            Self::Passphrase => "lodge-root-key v1 passphrase\n",
        }
    }
}

/// The text of a file with these fields.
pub(crate) fn write(kind: Kind, fields: &[(&str, &str)]) -> SecretString {
    // Room for the whole text, so that no reallocation leaves a copy of the key behind.
    let length: usize = fields.iter().map(|(name, value)| name.len() + value.len() + 3).sum();
    let mut text = String::with_capacity(kind.first_line().len() + length + CHECKSUM_LINE);
    text.push_str(kind.first_line());
    for (name, value) in fields {
        for part in [name, ": ", value, "\n"] {
            text.push_str(part);
        }
    }
    let checksum = checksum(&text);
    for part in [CHECKSUM, &checksum, "\n"] {
        text.push_str(part);
    }
    SecretString::new(text)
}

/// The values of `names`, which must be all fields of the file, in order. `path` is for the errors.
pub(crate) fn read<'a, const N: usize>(
    path: &Path,
    bytes: &'a [u8],
    kind: Kind,
    names: [&str; N],
) -> Result<[&'a str; N], Error> {
    let path = || path.to_owned();
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(Error::NotAKeyFile { path: path() });
    };
    let starts = |kind: Kind| text.starts_with(kind.first_line());
    let Some(found) = [Kind::Plain, Kind::Passphrase].into_iter().find(|kind| starts(*kind)) else {
        let early = [Kind::Plain, Kind::Passphrase].iter().any(|kind| kind.first_line().starts_with(text));
        return Err(if early {
            Error::Truncated { path: path() }
        } else {
            Error::NotAKeyFile { path: path() }
        });
    };

    // An editor or a secret store may have dropped the line break at the end, which says nothing.
    let (before, last) = text.trim_end_matches('\n').rsplit_once('\n').unwrap_or_default();
    let sum = last.strip_prefix(CHECKSUM).filter(|sum| sum.len() == CHECKSUM_DIGITS);
    let (Some(sum), Some(before)) = (sum, text.get(..=before.len())) else {
        return Err(Error::Truncated { path: path() });
    };
    if checksum(before) != sum {
        return Err(Error::Altered { path: path() });
    }
    if found != kind {
        return Err(Error::OtherKind { path: path(), found: found.name() });
    }
    fields(before, names).ok_or_else(|| Error::Altered { path: path() })
}

const CHECKSUM: &str = "checksum: ";
const CHECKSUM_DIGITS: usize = 64;
const CHECKSUM_LINE: usize = CHECKSUM.len() + CHECKSUM_DIGITS + 1;

fn checksum(text: &str) -> String {
    hex::encode(digest(&SHA256, text.as_bytes()))
}

fn fields<'a, const N: usize>(text: &'a str, names: [&str; N]) -> Option<[&'a str; N]> {
    let mut lines = text.lines().skip(1);
    let mut values = [""; N];
    for (value, name) in values.iter_mut().zip(names) {
        *value = lines.next()?.strip_prefix(name)?.strip_prefix(": ")?;
    }
    lines.next().is_none().then_some(values)
}
