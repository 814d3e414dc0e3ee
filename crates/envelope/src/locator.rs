use std::fmt;
use std::str::FromStr;

use arn::{AccountId, Arn, Region};

use crate::Error;
use crate::hex_id::serde_as_text;

/// Which KMS key: what its ARN says.
///
/// A ciphertext carries the locator of the key that made it. For a multi-Region key that is the related key of the region
/// where the ciphertext was made; account, key id and material are the same for all related keys, so a service in another
/// region looks for [`KeyLocator::seen_from`] its own region. The recorded region stays authenticated all the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyLocator {
    /// The account that owns the key.
    pub account: AccountId,
    /// The region that the key is in.
    pub region: Region,
    /// The key id.
    pub key_id: KeyId,
}

impl KeyLocator {
    /// The key that a service in `region` uses for this locator: the related key there when it is a multi-Region key, else
    /// the key itself, wherever it is.
    pub fn seen_from(&self, region: &Region) -> Self {
        let region = if self.key_id.is_multi_region() { region } else { &self.region };
        Self { account: self.account, region: region.clone(), key_id: self.key_id }
    }

    /// Reads `arn:aws:kms:region:account-id:key/key-id`.
    pub fn from_arn(arn: &Arn) -> Result<Self, Error> {
        let key_id = arn.resource().strip_prefix("key/").ok_or(Error::NotAKeyArn)?;
        if arn.partition() != arn::PARTITION || arn.service() != "kms" {
            return Err(Error::NotAKeyArn);
        }
        Ok(Self {
            account: arn.account_id().ok_or(Error::NotAKeyArn)?,
            region: arn.region().parse().map_err(|_| Error::NotAKeyArn)?,
            key_id: key_id.parse().map_err(|_| Error::NotAKeyArn)?,
        })
    }
}

/// The key ARN.
impl fmt::Display for KeyLocator {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "arn:{}:kms:{}:{}:key/{}", arn::PARTITION, self.region, self.account, self.key_id)
    }
}

impl fmt::Debug for KeyLocator {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for KeyLocator {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::from_arn(&text.parse().map_err(|_| Error::NotAKeyArn)?)
    }
}

serde_as_text!(KeyLocator);

/// The id of a KMS key: a UUID such as `1234abcd-12ab-34cd-56ef-1234567890ab`, or for multi-Region keys `mrk-` and 32
/// hexadecimal digits. Lower case only, so that one key has one text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId {
    multi_region: bool,
    bytes: [u8; 16],
}

impl KeyId {
    /// The id of a single-Region key made from 16 random bytes: a UUID of version 4 (RFC 9562 section 5.4).
    pub fn single_region(mut bytes: [u8; 16]) -> Self {
        let [.., version, _, variant, _, _, _, _, _, _, _] = &mut bytes;
        *version = (*version & 0x0f) | 0x40;
        *variant = (*variant & 0x3f) | 0x80;
        Self { multi_region: false, bytes }
    }

    /// The id of a multi-Region key made from 16 random bytes.
    pub const fn multi_region(bytes: [u8; 16]) -> Self {
        Self { multi_region: true, bytes }
    }

    /// Whether this is the id of a multi-Region key.
    pub const fn is_multi_region(&self) -> bool {
        self.multi_region
    }

    /// `0` or `1` for single- or multi-Region, and the 16 bytes.
    pub(crate) fn to_binary(self) -> [u8; 17] {
        let mut binary = [u8::from(self.multi_region); 17];
        if let Some(slot) = binary.last_chunk_mut() {
            *slot = self.bytes;
        }
        binary
    }

    pub(crate) fn from_binary(binary: &[u8; 17]) -> Option<Self> {
        let (kind, bytes) = binary.split_first_chunk()?;
        let multi_region = match kind {
            [0] => false,
            [1] => true,
            _ => return None,
        };
        Some(Self { multi_region, bytes: bytes.try_into().ok()? })
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.multi_region {
            out.write_str("mrk-")?;
        }
        for (index, byte) in self.bytes.iter().enumerate() {
            if !self.multi_region && matches!(index, 4 | 6 | 8 | 10) {
                out.write_str("-")?;
            }
            write!(out, "{byte:02x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for KeyId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let mut bytes = [0; 16];
        let (multi_region, digits) = match text.strip_prefix("mrk-") {
            Some(digits) => (true, digits.to_owned()),
            None => (false, text.replace('-', "")),
        };
        hex::decode_to_slice(digits, &mut bytes).map_err(|_| Error::NotAKeyId)?;
        let id = Self { multi_region, bytes };
        // Upper case and misplaced hyphens are found by comparing with the one right text.
        if id.to_string() == text { Ok(id) } else { Err(Error::NotAKeyId) }
    }
}

serde_as_text!(KeyId);

#[cfg(test)]
mod tests {
    use super::*;

    const SINGLE: &str = "1234abcd-12ab-34cd-56ef-1234567890ab";
    const MULTI: &str = "mrk-1234abcd12ab34cd56ef1234567890ab";

    #[test]
    fn ids_have_one_text() {
        for text in [SINGLE, MULTI] {
            let id: KeyId = text.parse().unwrap();
            assert_eq!(id.to_string(), text);
            assert_eq!(id.is_multi_region(), text == MULTI);
            assert_eq!(KeyId::from_binary(&id.to_binary()), Some(id));
            assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{text}\""));
        }
        assert_ne!(SINGLE.parse::<KeyId>().unwrap().to_binary(), MULTI.parse::<KeyId>().unwrap().to_binary());
    }

    #[test]
    fn texts_that_are_not_ids_are_refused() {
        for text in [
            "",
            "mrk-",
            "1234ABCD-12ab-34cd-56ef-1234567890ab",
            "1234abcd12ab34cd56ef1234567890ab",
            "1234abcd-12ab-34cd-56ef1234567890-ab",
            "1234abcd-12ab-34cd-56ef-1234567890a",
            "1234abcd-12ab-34cd-56ef-1234567890ab-",
            "mrk-1234abcd-12ab-34cd-56ef-1234567890ab",
            "MRK-1234abcd12ab34cd56ef1234567890ab",
            "alias/a",
        ] {
            assert_eq!(text.parse::<KeyId>(), Err(Error::NotAKeyId), "{text}");
        }
    }

    #[test]
    fn new_ids_have_the_form_of_their_kind() {
        let single = KeyId::single_region([0xff; 16]).to_string();
        assert_eq!(single, "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(KeyId::multi_region([0xff; 16]).to_string(), format!("mrk-{}", "f".repeat(32)));
    }

    #[test]
    fn locators_are_key_arns() {
        for id in [SINGLE, MULTI] {
            let text = format!("arn:aws:kms:eu-west-1:111122223333:key/{id}");
            assert_eq!(text.parse::<KeyLocator>().unwrap().to_string(), text);
        }
        for text in [
            "arn:aws:kms:eu-west-1:111122223333:alias/a".to_owned(),
            format!("arn:aws:kms::111122223333:key/{SINGLE}"),
            format!("arn:aws:kms:eu-west-1::key/{SINGLE}"),
            format!("arn:aws:iam:eu-west-1:111122223333:key/{SINGLE}"),
            format!("arn:aws-cn:kms:eu-west-1:111122223333:key/{SINGLE}"),
            SINGLE.to_owned(),
        ] {
            assert_eq!(text.parse::<KeyLocator>(), Err(Error::NotAKeyArn), "{text}");
        }
    }

    #[test]
    fn only_multi_region_keys_move() {
        let there: Region = "eu-north-1".parse().unwrap();
        for (id, region) in [(SINGLE, "eu-west-1"), (MULTI, "eu-north-1")] {
            let key: KeyLocator = format!("arn:aws:kms:eu-west-1:111122223333:key/{id}").parse().unwrap();
            assert_eq!(key.seen_from(&there).region.as_str(), region);
        }
    }
}
