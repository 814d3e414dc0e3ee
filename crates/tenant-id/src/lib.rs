#![doc = include_str!("../README.md")]

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What the alias of every tenant's key begins with.
pub const ALIAS_PREFIX: &str = "alias/customer-";

/// The characters that an alias may have behind [`ALIAS_PREFIX`]: KMS ends names at 256.
pub const MAX_LABEL_LENGTH: usize = 256 - ALIAS_PREFIX.len();

/// Begins the labels of ids that an alias cannot hold as they are.
const MARKER: &str = "x--";

/// The longest `RoleSessionName` that STS takes.
const MAX_SESSION_NAME_LENGTH: usize = 64;

/// Why a text is not the id of a tenant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text is empty.
    #[error("a tenant id is empty: give the tenant's id")]
    Empty,
    /// The text has a control character, such as a line break.
    #[error("a tenant id has a control character: remove it")]
    ControlCharacter,
    /// The text has a character that turns the direction of what stands around it, so that it looks like another id.
    #[error("a tenant id has a character that turns the direction of text, U+{:04X}: remove it", u32::from(*.0))]
    DirectionCharacter(char),
    /// The alias would be longer than KMS allows.
    #[error(
        "a tenant id is too long: its alias would have {length} characters behind `{ALIAS_PREFIX}`, and KMS allows \
         {MAX_LABEL_LENGTH}; letters, digits, `/`, `_` and `-` take one each, other bytes three"
    )]
    TooLong {
        /// What the alias would have behind the prefix.
        length: usize,
    },
}

/// The id of a tenant: not empty, without control characters and characters that turn the direction of text, and short enough for an alias.
///
/// Ordered and compared byte by byte.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TenantId(Box<str>);

impl TenantId {
    /// The id as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the alias of the tenant's key: `alias/customer-` and the [`label`](Self::label).
    ///
    /// Source: KMS API, `CreateAlias` (names of 1 to 256 characters of `[a-zA-Z0-9/_-]`).
    pub fn alias(&self) -> String {
        format!("{ALIAS_PREFIX}{}", self.label())
    }

    /// The id in the characters of an alias: 1 to [`MAX_LABEL_LENGTH`] of `[a-zA-Z0-9/_-]`. Another id has another label.
    pub fn label(&self) -> String {
        label(&self.0)
    }

    /// The tenant whose key has this alias: the inverse of [`alias`](Self::alias). `None` for any other text.
    pub fn from_alias(alias: &str) -> Option<Self> {
        let label = alias.strip_prefix(ALIAS_PREFIX)?;
        let id: Self = match label.strip_prefix(MARKER) {
            None => label.parse().ok()?,
            Some(escaped) => unescape(escaped)?.parse().ok()?,
        };
        (id.label() == label).then_some(id)
    }

    /// `Tenant<label>Session`, in the characters and the length of a `RoleSessionName` (STS API, `AssumeRole`: at most 64 of
    /// `[\w+=,.@-]`). It is for those who read the trail: `/` becomes `.`, and a long id is cut, so two tenants may
    /// share one. Decide by the alias, not by this.
    pub fn session_name(&self) -> String {
        let room = MAX_SESSION_NAME_LENGTH - "TenantSession".len();
        let label =
            self.label().chars().take(room).map(|c| if c == '/' { '.' } else { c }).collect::<String>();
        format!("Tenant{label}Session")
    }
}

impl FromStr for TenantId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if text.is_empty() {
            return Err(Error::Empty);
        }
        if text.chars().any(char::is_control) {
            return Err(Error::ControlCharacter);
        }
        if let Some(turning) = text.chars().find(|c| turns_direction(*c)) {
            return Err(Error::DirectionCharacter(turning));
        }
        let length = label(text).len();
        if length > MAX_LABEL_LENGTH {
            return Err(Error::TooLong { length });
        }
        Ok(Self(text.into()))
    }
}

impl TryFrom<String> for TenantId {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl TryFrom<&str> for TenantId {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<TenantId> for String {
    fn from(id: TenantId) -> Self {
        id.0.into()
    }
}

impl AsRef<str> for TenantId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for TenantId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, out)
    }
}

/// The characters with the property `Bidi_Control` (Unicode Standard Annex 9, "Bidirectional Character Types").
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn label(id: &str) -> String {
    if id.bytes().all(|byte| byte == b'_' || stands_for_itself(byte)) && !id.starts_with(MARKER) {
        return id.to_owned();
    }
    let mut label = String::from(MARKER);
    for byte in id.bytes() {
        if stands_for_itself(byte) {
            label.push(char::from(byte));
        } else {
            label.push_str(&format!("_{byte:02x}"));
        }
    }
    label
}

/// Whether a byte is written as it is behind the marker.
fn stands_for_itself(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-')
}

/// Reads what stands behind the marker. What is not canonical may pass: the caller writes it again and compares.
fn unescape(escaped: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut rest = escaped.bytes();
    while let Some(byte) = rest.next() {
        let meant = match byte {
            b'_' => u8::try_from(16 * digit(rest.next()?)? + digit(rest.next()?)?).ok()?,
            byte => byte,
        };
        bytes.push(meant);
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u32> {
    char::from(byte).to_digit(16)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(text: &str) -> TenantId {
        text.parse().unwrap()
    }

    #[test]
    fn the_table_of_the_page() {
        for (text, alias) in [
            ("123", "alias/customer-123"),
            ("eu/acme_1", "alias/customer-eu/acme_1"),
            ("acme.com", "alias/customer-x--acme_2ecom"),
            ("a_b@c", "alias/customer-x--a_5fb_40c"),
            ("x--1", "alias/customer-x--x--1"),
            ("müller", "alias/customer-x--m_c3_bcller"),
        ] {
            assert_eq!(id(text).alias(), alias);
            assert_eq!(TenantId::from_alias(alias), Some(id(text)));
        }
    }

    #[test]
    fn aliases_of_no_tenant() {
        for alias in [
            "alias/customer-",
            "alias/other-1",
            "customer-1",
            "alias/customer-a.b",
            "alias/customer-x--",
            // Not canonical: `foo` and `.` have aliases of their own.
            "alias/customer-x--foo",
            "alias/customer-x--_2E",
            "alias/customer-x--a_2",
            "alias/customer-x--a_+2",
            "alias/customer-x--_ff",
            "alias/customer-x--_0a",
        ] {
            assert_eq!(TenantId::from_alias(alias), None, "{alias}");
        }
    }

    #[test]
    fn what_is_refused() {
        assert_eq!("".parse::<TenantId>(), Err(Error::Empty));
        assert_eq!("a\nb".parse::<TenantId>(), Err(Error::ControlCharacter));
        for turning in ['\u{61c}', '\u{200f}', '\u{202e}', '\u{2066}'] {
            let refused = format!("a{turning}b").parse::<TenantId>();
            assert_eq!(refused, Err(Error::DirectionCharacter(turning)));
        }
        assert!("a\u{202e}".parse::<TenantId>().unwrap_err().to_string().contains("U+202E"));
        assert_eq!(
            id("\u{5d0}\u{5d1}").as_str(),
            "אב",
            "letters that are written from right to left are letters"
        );
        assert!("a".repeat(MAX_LABEL_LENGTH).parse::<TenantId>().is_ok());
        let length = MAX_LABEL_LENGTH + 1;
        assert_eq!("a".repeat(length).parse::<TenantId>(), Err(Error::TooLong { length }));
        assert_eq!(".".repeat(80).parse::<TenantId>(), Err(Error::TooLong { length: 243 }));
        assert!(serde_json::from_str::<TenantId>("\"\"").is_err());
        assert_eq!(serde_json::from_str::<TenantId>("\"a.b\"").unwrap(), id("a.b"));
        assert_eq!(serde_json::to_string(&id("a.b")).unwrap(), "\"a.b\"");
    }

    #[test]
    fn session_names() {
        assert_eq!(id("123").session_name(), "Tenant123Session");
        assert_eq!(id("eu/1").session_name(), "Tenanteu.1Session");
        assert_eq!(id(&"a".repeat(200)).session_name().len(), 64);
    }

    proptest! {
        #[test]
        fn an_alias_leads_back_to_its_id(text in "[a-zA-Z0-9/_.@ üx-]{1,60}|x--[a-f0-9_x-]{0,20}|\\PC{1,20}") {
            let id = id(&text);
            let alias = id.alias();
            prop_assert!(alias.len() <= 256);
            prop_assert!(alias.bytes().all(|b| b.is_ascii_alphanumeric() || b"/_-".contains(&b)));
            prop_assert_eq!(TenantId::from_alias(&alias), Some(id));
        }

        #[test]
        fn an_id_leads_back_to_its_alias(label in "(x--)?([a-z0-9/-]|_[0-9a-f]{0,2}){0,12}") {
            let alias = format!("{ALIAS_PREFIX}{label}");
            if let Some(id) = TenantId::from_alias(&alias) {
                prop_assert_eq!(id.alias(), alias);
            }
        }
    }
}
