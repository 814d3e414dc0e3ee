//! `Limit`, `Marker`, `NextMarker` and `Truncated`.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store::{Cursor, Page};

use crate::Error;

/// How many items the pages of a listing have. Source: API Reference, the `Limit` of each listing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Without a `Limit`.
    pub default: usize,
    /// At most; a higher `Limit` that the service description lets through counts as this.
    pub most: usize,
}

/// ListKeys, ListKeyPolicies, ListKeyRotations.
pub(crate) const LONG: Limits = Limits { default: 100, most: 1000 };
/// ListAliases.
pub(crate) const ALIASES: Limits = Limits { default: 50, most: 100 };
/// ListGrants, ListRetirableGrants.
pub(crate) const GRANTS: Limits = Limits { default: 50, most: 100 };
/// ListResourceTags.
pub(crate) const TAGS: Limits = Limits { default: 50, most: 50 };

/// One listing: markers of another one are refused.
pub(crate) struct Listing {
    name: String,
    limit: usize,
}

impl Listing {
    /// The listing `name`, such as `ListKeys/ACCOUNT/REGION` or `ListResourceTags/KEY-ARN`.
    pub fn new(name: impl Into<String>, limits: Limits, limit: Option<i32>) -> Self {
        let limit = limit.and_then(|limit| usize::try_from(limit).ok());
        Self { name: name.into(), limit: limit.unwrap_or(limits.default).clamp(1, limits.most) }
    }

    /// The page of a stored listing.
    pub fn page(&self, marker: Option<&str>) -> Result<Page, Error> {
        let after = self.read(marker)?;
        let after =
            after.map(|place| place.parse::<Cursor>().map_err(|_| Error::InvalidMarker)).transpose()?;
        Ok(Page { after, limit: self.limit })
    }

    /// The page of a short list that is at hand. `place` names an item; it must grow along the list.
    pub fn cut<T>(
        &self,
        marker: Option<&str>,
        items: impl IntoIterator<Item = T>,
        place: impl Fn(&T) -> String,
    ) -> Result<(Vec<T>, Option<String>), Error> {
        let after = self.read(marker)?;
        let rest = items.into_iter().filter(|item| after.as_ref().is_none_or(|after| place(item) > *after));
        let mut page: Vec<T> = rest.take(self.limit + 1).collect();
        if page.len() <= self.limit {
            return Ok((page, None));
        }
        page.truncate(self.limit);
        let next = page.last().map(|item| self.write(&place(item)));
        Ok((page, next))
    }

    /// The marker for the place where the next page begins.
    pub fn marker(&self, next: Option<Cursor>) -> Option<String> {
        next.map(|cursor| self.write(&cursor.to_string()))
    }

    fn write(&self, place: &str) -> String {
        URL_SAFE_NO_PAD.encode(format!("{}\n{place}", self.name))
    }

    fn read(&self, marker: Option<&str>) -> Result<Option<String>, Error> {
        let Some(marker) = marker else { return Ok(None) };
        let bytes = URL_SAFE_NO_PAD.decode(marker).map_err(|_| Error::InvalidMarker)?;
        let text = String::from_utf8(bytes).map_err(|_| Error::InvalidMarker)?;
        match text.split_once('\n') {
            Some((name, place)) if name == self.name => Ok(Some(place.to_owned())),
            _ => Err(Error::InvalidMarker),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(item: &u32) -> String {
        format!("{item:04}")
    }

    #[test]
    fn pages_follow_each_other() {
        let listing = Listing::new("ListThings", LONG, Some(2));
        let (first, marker) = listing.cut(None, 1..=5, place).unwrap();
        let (second, marker) = listing.cut(marker.as_deref(), 1..=5, place).unwrap();
        let (third, end) = listing.cut(marker.as_deref(), 1..=5, place).unwrap();
        assert_eq!((first, second, third, end), (vec![1, 2], vec![3, 4], vec![5], None));
    }

    #[test]
    fn markers_belong_to_one_listing() {
        let listing = Listing::new("ListThings", LONG, Some(1));
        let (_, marker) = listing.cut(None, 1..=5, place).unwrap();
        let other = Listing::new("ListThings/other", LONG, Some(1));
        assert!(matches!(other.cut(marker.as_deref(), 1..=5, place), Err(Error::InvalidMarker)));
        for marker in ["", "x", "TGlzdA", "💥"] {
            assert!(matches!(listing.page(Some(marker)), Err(Error::InvalidMarker)), "{marker}");
        }
    }

    #[test]
    fn limits_have_a_default_and_a_ceiling() {
        let limit = |limit| Listing::new("ListAliases", ALIASES, limit).limit;
        assert_eq!((limit(None), limit(Some(7)), limit(Some(1000)), limit(Some(-1))), (50, 7, 100, 50));
    }
}
