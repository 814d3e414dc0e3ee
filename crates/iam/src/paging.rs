//! `MaxItems` and `Marker`.
//!
//! A marker is sealed: only the listing that gave it takes it back. It holds no more than a name of 128 characters, and so fits into the 320
//! characters that IAM's clients may send back.

use envelope::{Random, Wrapped, WrappingKey};
use secret::SecretBytes;
use store::{Cursor, Page, Tx};

use crate::records::{Entity, after};
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

/// A page of a listing.
pub(crate) struct Listed<T> {
    pub items: Vec<T>,
    /// For the next page; `None` when this is the last one.
    pub marker: Option<String>,
}

impl Iam {
    /// The listing `name`: the operation, whose things it lists, and its filter, such as `ListUsers/ACCOUNT/PATH/`.
    pub(crate) fn listing(&self, name: String, max_items: Option<i32>) -> Listing<'_> {
        Listing::new(name, max_items, &self.markers, &*self.random)
    }
}

impl<T> Listed<T> {
    pub fn is_truncated(&self) -> Option<bool> {
        Some(self.marker.is_some())
    }
}

impl<'a> Listing<'a> {
    fn new(name: String, max_items: Option<i32>, key: &'a WrappingKey, random: &'a dyn Random) -> Self {
        let limit = max_items.and_then(|items| usize::try_from(items).ok()).unwrap_or(DEFAULT).max(1);
        Self { name, limit, key, random }
    }

    /// How many items a page has.
    pub fn limit(&self) -> usize {
        self.limit
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

    /// Those of an account that `keep` lets through, by name.
    pub async fn entities<E: Entity>(
        &self,
        tx: &mut Tx,
        account: arn::AccountId,
        marker: Option<&str>,
        keep: impl Fn(&E) -> bool + Send,
    ) -> Result<Listed<E>, Error> {
        let mut from = self.place(marker)?.map(|name| after(account, &name));
        let mut items = Vec::new();
        loop {
            // One more than wanted tells whether there is a next page.
            let wanted = self.limit.saturating_add(1).saturating_sub(items.len());
            let page = E::list(tx, account, Page { after: from, limit: wanted.max(DEFAULT) }).await?;
            items.extend(page.items.into_iter().filter(&keep).take(wanted));
            from = page.next;
            if from.is_none() || items.len() > self.limit {
                return self.listed(items, |entity| entity.name().to_lowercase());
            }
        }
    }

    /// A page of what is here whole, ordered by the name that `name` gives each item of its own.
    pub fn page_of<T>(
        &self,
        all: impl IntoIterator<Item = T>,
        marker: Option<&str>,
        name: impl Fn(&T) -> String,
    ) -> Result<Listed<T>, Error> {
        let after = self.place(marker)?;
        let mut rest: Vec<T> =
            all.into_iter().filter(|item| after.as_ref().is_none_or(|after| name(item) > *after)).collect();
        rest.sort_by_cached_key(&name);
        self.listed(rest, name)
    }

    /// A page that `items` begins with. They have at least the first beyond its end too, if there is one.
    pub fn listed<T>(&self, mut items: Vec<T>, name: impl Fn(&T) -> String) -> Result<Listed<T>, Error> {
        let more = items.len() > self.limit;
        items.truncate(self.limit);
        let last = items.last().filter(|_| more).map(name);
        let marker = last.map(|name| self.sealed(name.as_bytes())).transpose()?;
        Ok(Listed { items, marker })
    }

    /// The name after which the page begins.
    pub fn place(&self, marker: Option<&str>) -> Result<Option<String>, Error> {
        let Some(place) = self.opened(marker)? else { return Ok(None) };
        String::from_utf8(place.expose().to_vec()).map(Some).map_err(|_| Error::InvalidMarker)
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

    fn names(listing: &Listing<'_>, marker: Option<&str>) -> Result<Listed<String>, Error> {
        listing.page_of(["c", "a", "e", "d", "b"].map(str::to_owned), marker, String::clone)
    }

    #[test]
    fn pages_of_names_cover_all_names_once() {
        let key = key(1);
        for size in 1..7 {
            let listing = listing("ListThings", Some(size), &key);
            let (mut seen, mut marker) = (Vec::new(), None::<String>);
            loop {
                let page = names(&listing, marker.as_deref()).unwrap();
                seen.extend(page.items);
                match page.marker {
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
        let marker = names(&listing("ListThings/1", Some(1), &one), None).unwrap().marker.unwrap();
        let refused = |name, key, marker: &str| {
            matches!(names(&listing(name, Some(1), key), Some(marker)), Err(Error::InvalidMarker))
        };
        assert!(!refused("ListThings/1", &one, &marker));
        assert!(refused("ListThings/2", &one, &marker) && refused("ListThings/1", &other, &marker));
        for forged in ["", "a", "AAAA", "not a marker!", "💥"] {
            assert!(refused("ListThings/1", &one, forged), "{forged}");
        }
    }

    #[test]
    fn the_marker_of_the_longest_name_fits() {
        let key = key(1);
        let all = ["a".repeat(128), "b".repeat(128)].map(|name| format!("LocalManagedPolicy/{name}"));
        let page = listing("ListThings", Some(1), &key).page_of(all, None, String::clone).unwrap();
        let length = page.marker.unwrap().len();
        assert!(length <= 320, "{length}");
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
