use aws_lc_rs::hmac::{HMAC_SHA256, Key, sign};
use encryption_sdk_message::EncryptionContext;
use secret::SecretArray;
use tenant_id::TenantId;

use crate::client::random;
use crate::fields::FieldValue;
use crate::{Error, TenantEncryption};

/// The purpose that stands in the encryption context of a sealed beacon key.
const PURPOSE: (&str, &str) = ("purpose", "beacon");

/// The key of a tenant's beacons: what makes encrypted fields searchable by equality. It has no `Debug`, and is wiped when dropped.
///
/// A beacon is the beginning of HMAC-SHA-256 over the value, with a key for each field. Whoever sees the beacons of a tenant learns which
/// rows have the same value in a field and how often values occur, and nothing across fields or tenants. Few bits blur
/// that: then several values share a beacon, and a search finds some rows too many, which decrypting sorts out.
pub struct BeaconKey {
    tenant: TenantId,
    key: SecretArray<32>,
}

impl TenantEncryption {
    /// A new beacon key for a tenant, as a message that the application stores: once for each tenant, next to its data.
    pub async fn create_beacon_key(&self, tenant: &TenantId) -> Result<Vec<u8>, Error> {
        let key = SecretArray::new(random::<32>()?);
        self.encrypt_tenant_data(tenant, key.expose(), &purpose()).await
    }

    /// Opens what [`create_beacon_key`](Self::create_beacon_key) made: one KMS request. Keep the result while the tenant's data is searched.
    pub async fn open_beacon_key(&self, tenant: &TenantId, sealed: &[u8]) -> Result<BeaconKey, Error> {
        let opened = self.decrypt_tenant_data(tenant, sealed, &purpose()).await?;
        let opened = secret::SecretBytes::new(opened);
        let key = SecretArray::copy_of(opened.expose());
        let key = key.ok_or_else(|| Error::tampered("a beacon key has not 256 bits"))?;
        Ok(BeaconKey { tenant: tenant.clone(), key })
    }
}

impl BeaconKey {
    /// The beacon of a value in a field, as hexadecimal digits: what is stored beside the encrypted field, and what is searched for.
    pub(crate) fn beacon(&self, field: &str, value: &impl FieldValue, bits: u16) -> Result<String, Error> {
        if !(1..=256).contains(&bits) {
            return Err(Error::invalid(
                "a beacon has 1 to 256 bits: use 32 for values that are seldom alike",
            ));
        }
        let field_key = sign(&Key::new(HMAC_SHA256, self.key.expose()), field.as_bytes());
        let tag = sign(&Key::new(HMAC_SHA256, field_key.as_ref()), &value.searched()?);
        let digits = usize::from(bits).div_ceil(4);
        let mut text = String::with_capacity(64);
        for byte in tag.as_ref() {
            text.push_str(&format!("{byte:02x}"));
        }
        text.truncate(digits);
        // The last digit holds what is left of the bits.
        if !bits.is_multiple_of(4)
            && let Some(last) = text.pop().and_then(|digit| digit.to_digit(16))
        {
            let kept = last >> (4 - bits % 4) << (4 - bits % 4);
            text.extend(char::from_digit(kept, 16));
        }
        Ok(text)
    }

    pub(crate) fn is_of(&self, tenant: &TenantId) -> bool {
        self.tenant == *tenant
    }
}

fn purpose() -> EncryptionContext {
    EncryptionContext::from([(PURPOSE.0.to_owned(), PURPOSE.1.to_owned())])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn key(byte: u8) -> BeaconKey {
        BeaconKey { tenant: "1".parse().unwrap(), key: SecretArray::new([byte; 32]) }
    }

    #[test]
    fn a_beacon_depends_on_key_field_and_value() {
        let beacon = |key: &BeaconKey, field: &str, value| key.beacon(field, &value, 256).unwrap();
        let first = beacon(&key(1), "email", json!("a@b"));
        assert_eq!(first.len(), 64);
        assert_eq!(first, beacon(&key(1), "email", json!("a@b")));
        for other in [
            beacon(&key(2), "email", json!("a@b")),
            beacon(&key(1), "name", json!("a@b")),
            beacon(&key(1), "email", json!("a@c")),
        ] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn a_beacon_has_the_bits_asked_for() {
        let whole = u32::from_str_radix(&key(1).beacon("f", &json!(1), 32).unwrap(), 16).unwrap();
        for bits in 1..=32 {
            let text = key(1).beacon("f", &json!(1), bits).unwrap();
            assert_eq!(text.len(), usize::from(bits).div_ceil(4));
            let padded = u32::from_str_radix(&format!("{text:0<8}"), 16).unwrap();
            assert_eq!(padded, whole >> (32 - bits) << (32 - bits), "{bits}");
        }
        assert!(key(1).beacon("f", &json!(1), 0).is_err());
        assert!(key(1).beacon("f", &json!(1), 257).is_err());
    }
}
