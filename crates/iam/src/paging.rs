//! `MaxItems` and `Marker`.
//!
//! A marker is sealed: the keys of the store's indexes are not for callers, and only the listing that gave a marker takes it back.

use std::collections::BTreeMap;
use std::ops::Bound;

use envelope::{Random, Wrapped, WrappingKey};
use secret::SecretBytes;
use store::{Cursor, Page};

use crate::{Error, Iam};

/// How many items a page has when the caller does not say (IAM API Reference: "If you do not include this parameter, the number
/// of items defaults to 100").
const DEFAULT: usize = 100;

/// One listing: markers of another one are refused.
pub(crate) struct Listing<'a> {
    name: String,
    limit: usize,
    key: &'a WrappingKey,
    random: &'a dyn Random,
}

impl Iam {
    /// The listing `name`: the operation, whose things it lists, and its filter, such as `ListUsers/ACCOUNT/PATH/`.
    pub(crate) fn listing(&self, name: String, max_items: Option<i32>) -> Listing<'_> {
        Listing::new(name, max_items, &self.markers, &*self.random)
    }
}

impl<'a> Listing<'a> {
    fn new(name: String, max_items: Option<i32>, key: &'a WrappingKey, random: &'a dyn Random) -> Self {
        let limit = max_items.and_then(|items| usize::try_from(items).ok()).unwrap_or(DEFAULT).max(1);
        Self { name, limit, key, random }
    }

    /// The page of a stored listing; [`Error::InvalidMarker`] when the marker is not of this listing.
    pub fn page(&self, marker: Option<&str>) -> Result<Page, Error> {
        let after = self.opened(marker)?.map(|place| Cursor::from_bytes(place.expose()));
        Ok(Page { after, limit: self.limit })
    }

    /// The marker for the place where the next page of a stored listing begins.
    pub fn marker(&self, next: Option<Cursor>) -> Result<Option<String>, Error> {
        next.map(|cursor| self.sealed(cursor.as_bytes())).transpose()
    }

    /// A page of the names of a map, and the marker of the next one; [`Error::InvalidMarker`] as for [`Self::page`].
    pub fn names(
        &self,
        all: &BTreeMap<String, String>,
        marker: Option<&str>,
    ) -> Result<(Vec<String>, Option<String>), Error> {
        let after = self.opened(marker)?;
        let after = after.as_ref().map(|place| str::from_utf8(place.expose())).transpose();
        let from = after.map_err(|_| Error::InvalidMarker)?.map_or(Bound::Unbounded, Bound::Excluded);
        let rest = all.range::<str, _>((from, Bound::Unbounded));
        let mut names: Vec<String> = rest.take(self.limit + 1).map(|(name, _)| name.clone()).collect();
        let more = names.len() > self.limit;
        names.truncate(self.limit);
        let next = names.last().filter(|_| more).map(|last| self.sealed(last.as_bytes())).transpose()?;
        Ok((names, next))
    }

    fn sealed(&self, place: &[u8]) -> Result<String, Error> {
        Ok(self.key.wrap(&SecretBytes::copy_of(place), self.name.as_bytes(), self.random)?.to_string())
    }

    fn opened(&self, marker: Option<&str>) -> Result<Option<SecretBytes>, Error> {
        let Some(marker) = marker else { return Ok(None) };
        let sealed: Wrapped = marker.parse().map_err(|_| Error::InvalidMarker)?;
        self.key.unwrap(&sealed, self.name.as_bytes()).map(Some).map_err(|_| Error::InvalidMarker)
    }
}

#[cfg(test)]
mod tests {
    use envelope::{RootKey, SystemRandom};
    use secret::SecretArray;

    use super::*;

    fn key(byte: u8) -> WrappingKey {
        RootKey::new(SecretArray::new([byte; 32])).wrapping_key("lodge/iam/markers")
    }

    fn listing<'a>(name: &str, max_items: Option<i32>, key: &'a WrappingKey) -> Listing<'a> {
        Listing::new(name.to_owned(), max_items, key, &SystemRandom)
    }

    fn five() -> BTreeMap<String, String> {
        ["a", "b", "c", "d", "e"].map(|name| (name.to_owned(), String::new())).into()
    }

    #[test]
    fn pages_of_names_cover_all_names_once() {
        let (all, key) = (five(), key(1));
        for size in 1..7 {
            let listing = listing("ListThings", Some(size), &key);
            let (mut seen, mut marker) = (Vec::new(), None::<String>);
            loop {
                let (page, next) = listing.names(&all, marker.as_deref()).unwrap();
                seen.extend(page);
                match next {
                    Some(next) => marker = Some(next),
                    None => break,
                }
            }
            assert_eq!(seen, ["a", "b", "c", "d", "e"], "pages of {size}");
        }
        assert_eq!(listing("ListThings", None, &key).page(None).unwrap().limit, 100);
    }

    #[test]
    fn markers_belong_to_one_listing_and_root_key() {
        let (one, other) = (key(1), key(2));
        let (_, marker) = listing("ListThings/1", Some(1), &one).names(&five(), None).unwrap();
        let refused = |name, key, marker: &str| {
            let read = listing(name, Some(1), key).names(&five(), Some(marker));
            matches!(read, Err(Error::InvalidMarker))
        };
        let marker = marker.unwrap();
        assert!(!refused("ListThings/1", &one, &marker));
        assert!(refused("ListThings/2", &one, &marker) && refused("ListThings/1", &other, &marker));
        for forged in ["", "a", "AAAA", "not a marker!", "💥"] {
            assert!(refused("ListThings/1", &one, forged), "{forged}");
        }
    }

    #[test]
    fn markers_tell_nothing_of_the_place() {
        let key = key(1);
        let listing = listing("ListThings/1", Some(1), &key);
        let cursor: Cursor = "c2VjcmV0IHBsYWNl".parse().unwrap();
        let marker = listing.marker(Some(cursor.clone())).unwrap().unwrap();
        let sealed: Wrapped = marker.parse().unwrap();
        assert!(!sealed.as_bytes().windows(6).any(|part| part == b"secret" || part == b"c2Vjcm"));
        assert_eq!(listing.page(Some(&marker)).unwrap().after, Some(cursor));
    }
}
