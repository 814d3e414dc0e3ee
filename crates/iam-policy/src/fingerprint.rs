use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Which text a policy was parsed from: 12 characters of the base64url of its SHA-256. Another text has another one, unless somebody
/// spent 2³⁶ attempts to make two texts that share theirs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fingerprint([u8; LENGTH]);

const LENGTH: usize = 12;
/// What that many characters of base64 hold.
const BYTES: usize = 9;

impl Fingerprint {
    /// Of this text, byte for byte.
    pub fn of(text: &str) -> Self {
        let digest = digest(&SHA256, text.as_bytes());
        let encoded = URL_SAFE_NO_PAD.encode(digest.as_ref().get(..BYTES).unwrap_or_default());
        Self::read(&encoded).unwrap_or_default()
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn read(text: &str) -> Option<Self> {
        text.as_bytes().try_into().ok().map(Self)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom("a fingerprint has 12 characters"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Policy, PolicyKind};

    #[test]
    fn it_is_the_beginning_of_the_digest() {
        // SHA-256 of "abc" begins with ba7816bf8f01cfea41 (FIPS 180-4).
        assert_eq!(Fingerprint::of("abc").as_str(), "ungWv48Bz-pB");
        assert_ne!(Fingerprint::of("abc"), Fingerprint::of("abc "));
    }

    #[test]
    fn a_policy_has_that_of_its_text_and_the_keys_that_it_looks_at() {
        let text = r#"{"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none'}/${*}",
             "Condition": {"StringEquals": {"aws:RequestedRegion": "${AWS:userid}"}, "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::1:${aws:x}"}}},
            {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"Bool": {"AWS:RequestedRegion": "false"}}}]}"#;
        let policy = Policy::parse(text, PolicyKind::Identity).unwrap();
        assert_eq!(policy.fingerprint(), Fingerprint::of(text));
        let keys: Vec<_> = policy.context_keys().collect();
        let expected =
            ["aws:PrincipalArn", "aws:PrincipalTag/team", "aws:RequestedRegion", "AWS:userid", "aws:x"];
        assert_eq!(keys, expected);
    }
}
