//! Certificates of erasure: what was destroyed, when and by whom, with the trail's records as evidence, signed with a key of the KMS.
//!
//! The form is a DSSE envelope (github.com/secure-systems-lab/dsse, protocol version 1): what is signed are the exact bytes of `payload`.

use aws_lc_rs::digest;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::{MessageType, SigningAlgorithmSpec};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use clock::{Clock, SystemClock};
use serde::{Deserialize, Serialize};
use tenant_id::TenantId;

use crate::patience::call;
use crate::tenant::Key;
use crate::trail::{Lookup, TrailEvent};
use crate::{Error, Tenants};

const PAYLOAD_TYPE: &str = "application/vnd.lodge.erasure-certificate.v1+json";

/// Before the point of a P-256 key in SubjectPublicKeyInfo (RFC 5480): fixed, since algorithm and length are.
const SPKI_P256: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// Calls that tell the life of a key.
const TOLD: [&str; 8] = [
    "CreateKey",
    "CreateAlias",
    "UpdateAlias",
    "DeleteAlias",
    "DisableKey",
    "ScheduleKeyDeletion",
    "CancelKeyDeletion",
    "DeleteKey",
];

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Certificate {
    /// Whose key it was.
    pub tenant: TenantId,
    /// Its alias.
    pub alias: String,
    /// The ARN of the key that was destroyed.
    pub key: String,
    /// When the key was destroyed, RFC 3339.
    pub destroyed: String,
    /// When the destruction was ordered.
    pub ordered: String,
    /// By whom.
    pub ordered_by: String,
    /// The trail's records, oldest first.
    pub evidence: Vec<Evidence>,
    /// When this was written.
    pub issued: String,
    /// The ARN of the key that signs it.
    pub signed_with: String,
}

/// A record of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The id of the event.
    pub event_id: String,
    /// The operation.
    pub event: String,
    /// When, RFC 3339.
    pub time: String,
    /// Who.
    pub by: String,
}

/// A signed certificate, as it is in its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// The type of the payload.
    pub payload_type: String,
    /// A [`Certificate`] as JSON, base64.
    pub payload: String,
    /// One signature.
    pub signatures: Vec<Signature>,
    /// The public key, PEM. It shows that nothing was changed; whose it is, is another question.
    pub public_key: String,
}

/// A signature in an envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The ARN of the key.
    pub keyid: String,
    /// ECDSA with P-256 and SHA-256, DER, base64.
    pub sig: String,
}

/// A certificate whose signature is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Verified {
    /// What it says.
    pub certificate: Certificate,
    /// SHA-256 of the public key (SubjectPublicKeyInfo), hexadecimal.
    pub fingerprint: String,
    /// Whether the public key came from elsewhere than the certificate's own file.
    pub trusted_key: bool,
}

impl Tenants {
    /// Certifies that a tenant's key is destroyed. `key` names it (an ARN or an id) when it is not the last one to which the tenant's alias led; the trail
    /// must show that the alias led to it.
    ///
    /// # Errors
    /// [`Error::Offboarding`] while a key of the tenant is there; [`Error::Unfit`] while the tenant is live, when the key is not one of the tenant's or the
    /// trail does not show its end.
    pub async fn certificate(&self, tenant: &TenantId, key: Option<&str>) -> Result<Envelope, Error> {
        if self.connection.key(&tenant.alias()).await?.is_some() {
            return Err(Error::Unfit(format!("the tenant '{tenant}' is live: say 'offboard' first")));
        }
        let left = self.inventory().await?.own_key(tenant).map(|it| it.key.clone());
        if let Some(key) = left {
            return Err(still_there(tenant, key));
        }
        let (named, events) = match key {
            Some(key) => self.named_key(tenant, key).await?,
            None => {
                let last = self.last_key(tenant).await?;
                let events = self.life_of(&last).await?;
                (last, events)
            }
        };
        if let Some(key) = self.connection.key(&named).await? {
            return Err(still_there(tenant, key));
        }
        let last = |name: &str| events.iter().rev().find(|event| event.name == name && !event.failed);
        let destroyed = last("DeleteKey").ok_or_else(|| {
            Error::Unfit(format!(
                "the key {named} is gone, and the trail does not show yet that KMS deleted it"
            ))
        })?;
        let ordered = last("ScheduleKeyDeletion").ok_or_else(|| {
            Error::Unfit(format!("the trail no longer shows who ordered the deletion of {named}"))
        })?;
        let signer = self.signing_key().await?;
        let evidence = |event: &TrailEvent| Evidence {
            event_id: event.id.clone(),
            event: event.name.clone(),
            time: event.time.clone(),
            by: event.by.clone(),
        };
        let certificate = Certificate {
            tenant: tenant.clone(),
            alias: tenant.alias(),
            key: named.clone(),
            destroyed: destroyed.time.clone(),
            ordered: ordered.time.clone(),
            ordered_by: ordered.by.clone(),
            evidence: events.iter().filter(|event| !event.failed).map(evidence).collect(),
            issued: SystemClock.now().to_iso8601(),
            signed_with: signer.clone(),
        };
        self.signed(&certificate, &signer).await
    }

    /// The ARN of the key to which the tenant's alias led last, from the trail.
    async fn last_key(&self, tenant: &TenantId) -> Result<String, Error> {
        let alias = tenant.alias();
        let mut found = None;
        for name in ["DeleteAlias", "CreateAlias"] {
            let lookup = Lookup { attribute: Some(("EventName", name)), ..Lookup::default() };
            let each = |event: TrailEvent| {
                if event.failed || event.parameter("/aliasName") != Some(alias.as_str()) {
                    return true;
                }
                found = event.resources.iter().find_map(|name| self.key_arn(name));
                found.is_none()
            };
            self.connection.look_up(&lookup, each).await?;
            if found.is_some() {
                break;
            }
        }
        found.ok_or_else(|| {
            Error::Unfit(format!(
                "the trail does not show a key of '{tenant}' (any more): name it with --key"
            ))
        })
    }

    /// What the trail tells about a key, oldest first.
    async fn life_of(&self, key: &str) -> Result<Vec<TrailEvent>, Error> {
        let lookup = Lookup { attribute: Some(("ResourceName", key)), ..Lookup::default() };
        let mut events = Vec::new();
        let each = |event: TrailEvent| {
            if TOLD.contains(&event.name.as_str()) {
                events.push(event);
            }
            true
        };
        self.connection.look_up(&lookup, each).await?;
        events.reverse();
        Ok(events)
    }

    /// The ARN and the life of a key that the caller names. Whatever else is named gets one and the same answer: nobody learns of other keys here.
    pub(crate) async fn named_key(
        &self,
        tenant: &TenantId,
        key: &str,
    ) -> Result<(String, Vec<TrailEvent>), Error> {
        let alien = || Error::Unfit(format!("what was named is not a key of the tenant '{tenant}'"));
        let named = self.key_arn(key).ok_or_else(alien)?;
        let events = self.life_of(&named).await?;
        let alias = tenant.alias();
        let ties = |event: &TrailEvent| {
            !event.failed
                && ["CreateAlias", "DeleteAlias", "UpdateAlias"].contains(&event.name.as_str())
                && event.parameter("/aliasName") == Some(alias.as_str())
                && event.resources.contains(&named)
        };
        if !events.iter().any(ties) {
            return Err(alien());
        }
        Ok((named, events))
    }

    /// The ARN of a key of this account and region, by itself or by the id.
    fn key_arn(&self, key: &str) -> Option<String> {
        let (partition, account) = (&self.service.partition, &self.service.account);
        let before = format!("arn:{partition}:kms:{}:{account}:key/", self.connection.region);
        let id = key.strip_prefix(&before).unwrap_or(key);
        let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        is_id.then(|| before + id)
    }

    async fn signed(&self, certificate: &Certificate, signer: &str) -> Result<Envelope, Error> {
        let payload = serde_json::to_vec(certificate)
            .map_err(|error| Error::Input(format!("the certificate cannot be written: {error}")))?;
        let digest = digest::digest(&digest::SHA256, &signed_bytes(PAYLOAD_TYPE, &payload));
        let kms = &self.connection.kms;
        let request = || {
            kms.sign()
                .key_id(signer)
                .message(Blob::new(digest.as_ref()))
                .message_type(MessageType::Digest)
                .signing_algorithm(SigningAlgorithmSpec::EcdsaSha256)
        };
        let signature = call!("Sign", request())?.signature.unwrap_or_else(|| Blob::new([]));
        let public = call!("GetPublicKey", kms.get_public_key().key_id(signer))?.public_key;
        Ok(Envelope {
            payload_type: PAYLOAD_TYPE.to_owned(),
            payload: BASE64.encode(&payload),
            signatures: vec![Signature { keyid: signer.to_owned(), sig: BASE64.encode(signature.as_ref()) }],
            public_key: pem(public.unwrap_or_else(|| Blob::new([])).as_ref()),
        })
    }
}

/// Why there is no certificate while a key of the tenant is there.
fn still_there(tenant: &TenantId, key: Key) -> Error {
    match key.deletion {
        Some(deletion) => Error::Offboarding { tenant: tenant.clone(), key: key.id, deletion },
        None => Error::Unfit(format!("the key {} is not scheduled for deletion; say 'offboard'", key.id)),
    }
}

impl Envelope {
    /// Checks the signature, with `public_key` (PEM) or else with the one in the envelope. No call is made.
    ///
    /// # Errors
    /// [`Error::Input`] when the signature is wrong or something is not as it should be.
    pub fn verify(&self, public_key: Option<&str>) -> Result<Verified, Error> {
        let wrong = |what: &str| Error::Input(format!("not a valid certificate: {what}"));
        if self.payload_type != PAYLOAD_TYPE {
            return Err(wrong(&format!("its type is '{}', not '{PAYLOAD_TYPE}'", self.payload_type)));
        }
        let spki = from_pem(public_key.unwrap_or(&self.public_key))
            .ok_or_else(|| wrong("the public key is no PEM"))?;
        let point =
            spki.strip_prefix(&SPKI_P256).ok_or_else(|| wrong("the public key is not one of P-256"))?;
        let payload = BASE64.decode(&self.payload).map_err(|_| wrong("the payload is no base64"))?;
        let [signature] = self.signatures.as_slice() else { return Err(wrong("it has not one signature")) };
        let signature = BASE64.decode(&signature.sig).map_err(|_| wrong("the signature is no base64"))?;
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point)
            .verify(&signed_bytes(PAYLOAD_TYPE, &payload), &signature)
            .map_err(|_| wrong("the signature does not fit: it was changed, or another key signed it"))?;
        let certificate = serde_json::from_slice(&payload)
            .map_err(|error| wrong(&format!("it does not say what a certificate says: {error}")))?;
        let fingerprint = digest::digest(&digest::SHA256, &spki);
        let fingerprint = fingerprint.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Verified { certificate, fingerprint, trusted_key: public_key.is_some() })
    }
}

/// DSSE's pre-authentication encoding.
fn signed_bytes(payload_type: &str, payload: &[u8]) -> Vec<u8> {
    let mut bytes = format!("DSSEv1 {} {payload_type} {} ", payload_type.len(), payload.len()).into_bytes();
    bytes.extend_from_slice(payload);
    bytes
}

const PEM_BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const PEM_END: &str = "-----END PUBLIC KEY-----";

/// A public key in the form that `openssl` reads.
pub(crate) fn pem(spki: &[u8]) -> String {
    let text: Vec<char> = BASE64.encode(spki).chars().collect();
    let lines: Vec<String> = text.chunks(64).map(|line| line.iter().collect()).collect();
    format!("{PEM_BEGIN}\n{}\n{PEM_END}\n", lines.join("\n"))
}

fn from_pem(text: &str) -> Option<Vec<u8>> {
    let (_, rest) = text.split_once(PEM_BEGIN)?;
    let (body, _) = rest.split_once(PEM_END)?;
    BASE64.decode(body.split_whitespace().collect::<String>()).ok()
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::rand::SystemRandom;
    use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};

    use super::*;

    fn certificate() -> Certificate {
        Certificate {
            tenant: "123".parse().unwrap(),
            alias: "alias/customer-123".into(),
            key: "arn:aws:kms:us-east-1:111122223333:key/k".into(),
            destroyed: "2026-02-01T00:00:00Z".into(),
            ordered: "2026-01-01T00:00:00Z".into(),
            ordered_by: "arn:aws:iam::111122223333:user/admin".into(),
            evidence: Vec::new(),
            issued: "2026-02-02T00:00:00Z".into(),
            signed_with: "arn:aws:kms:us-east-1:111122223333:key/s".into(),
        }
    }

    fn signed(payload_type: &str) -> Envelope {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap();
        let payload = serde_json::to_vec(&certificate()).unwrap();
        let signature = pair.sign(&SystemRandom::new(), &signed_bytes(payload_type, &payload)).unwrap();
        let mut spki = SPKI_P256.to_vec();
        spki.extend_from_slice(pair.public_key().as_ref());
        Envelope {
            payload_type: payload_type.into(),
            payload: BASE64.encode(payload),
            signatures: vec![Signature { keyid: "s".into(), sig: BASE64.encode(signature.as_ref()) }],
            public_key: pem(&spki),
        }
    }

    #[test]
    fn a_certificate_verifies_until_it_is_changed() {
        let envelope = signed(PAYLOAD_TYPE);
        let verified = envelope.verify(None).unwrap();
        assert_eq!((&verified.certificate, verified.trusted_key), (&certificate(), false));
        assert!(envelope.verify(Some(&envelope.public_key)).unwrap().trusted_key);
        let other = signed(PAYLOAD_TYPE);
        let wrong = [
            Envelope { payload: other.payload.replace('A', "B"), ..envelope.clone() },
            Envelope { signatures: other.signatures.clone(), ..envelope.clone() },
            Envelope { signatures: Vec::new(), ..envelope.clone() },
            Envelope { public_key: other.public_key.clone(), ..envelope.clone() },
            Envelope { public_key: String::new(), ..envelope.clone() },
            Envelope { payload_type: "text/plain".into(), ..envelope.clone() },
            signed("text/plain"),
        ];
        for envelope in wrong {
            assert!(envelope.verify(None).is_err(), "{envelope:?}");
        }
        assert!(envelope.verify(Some(&other.public_key)).is_err());
    }

    #[test]
    fn what_is_signed_is_dsse() {
        // The specification's own example.
        let bytes = signed_bytes("http://example.com/HelloWorld", b"hello world");
        assert_eq!(bytes, b"DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }
}
