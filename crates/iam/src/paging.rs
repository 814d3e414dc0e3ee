//! `MaxItems` and `Marker`.

use std::collections::BTreeMap;
use std::ops::Bound;

use store::{Cursor, Page};

use crate::Error;

/// How many items a page has when the caller does not say (IAM API Reference: "If you do not include this parameter, the number
/// of items defaults to 100").
const DEFAULT: usize = 100;

/// The part of a listing that a request asks for.
pub(crate) fn page(marker: Option<&str>, max_items: Option<i32>) -> Result<Page, Error> {
    let after = marker.map(str::parse::<Cursor>).transpose().map_err(|_| invalid_marker())?;
    Ok(Page { after, limit: limit(max_items) })
}

/// A page of the names of a map, and the marker of the next one.
pub(crate) fn names(
    all: &BTreeMap<String, String>,
    marker: Option<&str>,
    max_items: Option<i32>,
) -> (Vec<String>, Option<String>) {
    let from = marker.map_or(Bound::Unbounded, Bound::Excluded);
    let limit = limit(max_items);
    let mut names: Vec<String> =
        all.range::<str, _>((from, Bound::Unbounded)).take(limit + 1).map(|(name, _)| name.clone()).collect();
    let more = names.len() > limit;
    names.truncate(limit);
    let next = more.then(|| names.last().cloned()).flatten();
    (names, next)
}

fn limit(max_items: Option<i32>) -> usize {
    max_items.and_then(|items| usize::try_from(items).ok()).unwrap_or(DEFAULT).max(1)
}

fn invalid_marker() -> Error {
    Error::validation("Invalid Marker: pass the Marker of the response before, unchanged.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_names_cover_all_names_once() {
        let all: BTreeMap<_, _> =
            ["a", "b", "c", "d", "e"].map(|name| (name.to_owned(), String::new())).into();
        for size in 1..7 {
            let (mut seen, mut marker) = (Vec::new(), None::<String>);
            loop {
                let (page, next) = names(&all, marker.as_deref(), Some(size));
                seen.extend(page);
                match next {
                    Some(next) => marker = Some(next),
                    None => break,
                }
            }
            assert_eq!(seen, ["a", "b", "c", "d", "e"], "pages of {size}");
        }
    }

    #[test]
    fn a_foreign_marker_is_refused() {
        assert!(page(Some("not a cursor!"), None).is_err());
        assert_eq!(page(None, None).unwrap().limit, 100);
    }
}
