//! Responses and canonical forms made by lxml and signxml: see recompute.py.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use clock::Timestamp;
use saml::{Assertion, ConditionValue, Error, Metadata, ServiceProvider, verify};
use serde_json::Value;

struct Vectors(Value);

impl Vectors {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("v1.json")).unwrap())
    }

    fn metadata(&self) -> Metadata {
        Metadata::parse(self.0["metadata"].as_str().unwrap()).unwrap()
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0["now"].as_i64().unwrap())
    }

    fn responses(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.0["responses"].as_array().unwrap().iter().map(|vector| {
            let field = |name: &str| vector[name].as_str().unwrap();
            (field("name"), field("response"), field("expected"))
        })
    }

    fn response(&self, name: &str) -> &str {
        self.responses().find(|(known, _, _)| *known == name).unwrap().1
    }

    fn verify_at(&self, response: &str, now: Timestamp) -> Result<Assertion, Error> {
        let audiences = ["urn:amazon:webservices".to_owned()];
        let recipients = ["https://signin.aws.amazon.com/saml".to_owned()];
        let service_provider = ServiceProvider { audiences: &audiences, recipients: &recipients };
        verify(response, &self.metadata(), &service_provider, now)
    }
}

#[test]
fn every_response_has_its_outcome() {
    let vectors = Vectors::read();
    let mut wrong = Vec::new();
    for (name, response, expected) in vectors.responses() {
        let outcome = vectors.verify_at(response, vectors.now());
        let is_right = match (&outcome, expected.strip_prefix('=')) {
            (Ok(assertion), Some(subject)) => assertion.name_id().value == subject,
            (Err(error), None) => error.to_string().contains(expected),
            _ => false,
        };
        if !is_right {
            wrong.push(format!("{name}: expected {expected:?}, got {outcome:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(vectors.responses().count() > 70);
    let large = vectors.verify_at(&"QUJD".repeat(30_000), vectors.now()).unwrap_err();
    assert!(large.to_string().contains("too large"));
}

#[test]
fn what_an_assertion_says() {
    let vectors = Vectors::read();
    let assertion = vectors.verify_at(vectors.response("response signed"), vectors.now()).unwrap();
    assert_eq!(assertion.id(), "_assertion");
    assert_eq!(assertion.issuer(), "https://idp.example.com/metadata");
    assert_eq!(assertion.recipient(), "https://signin.aws.amazon.com/saml");
    assert_eq!(assertion.name_id().subject_type(), Some("persistent"));
    assert_eq!(assertion.session_not_on_or_after(), None);

    let claims = assertion.claims().unwrap();
    assert_eq!(claims.roles[0].role_arn, "arn:aws:iam::111122223333:role/App");
    assert_eq!(claims.roles[0].provider_arn, "arn:aws:iam::111122223333:saml-provider/Idp");
    assert_eq!(claims.role_session_name, "ann@example.com");
    assert_eq!(claims.session_duration.unwrap().as_secs(), 1800);
    assert_eq!(claims.principal_tags, [("Team".to_owned(), "R & D".to_owned())]);
    assert_eq!(claims.transitive_tag_keys, ["Team"]);
    assert_eq!(claims.source_identity.as_deref(), Some("ann"));

    let keys = assertion.condition_keys();
    let find = |name: &str| keys.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
    let one = |text: &str| Some(ConditionValue::One(text.to_owned()));
    assert_eq!(find("saml:aud"), one("https://signin.aws.amazon.com/saml"));
    assert_eq!(find("saml:sub"), one("ann@example.com"));
    assert_eq!(find("saml:sub_type"), one("persistent"));
    let affiliations = vec!["staff".to_owned(), "member".to_owned()];
    assert_eq!(find("saml:edupersonaffiliation"), Some(ConditionValue::Many(affiliations)));
    assert_eq!(find("saml:edupersonorgdn"), None);
    let ends = vectors.verify_at(vectors.response("session end"), vectors.now()).unwrap();
    assert_eq!(ends.session_not_on_or_after(), Some(vectors.now().plus(std::time::Duration::from_secs(600))));
}

#[test]
fn a_response_counts_for_five_minutes_and_as_often_as_one_likes() {
    let vectors = Vectors::read();
    let response = vectors.response("assertion signed");
    let at = |seconds: i64| {
        let now = Timestamp::from_millis(vectors.now().millis() + seconds * 1000);
        vectors.verify_at(response, now).map(|_| ())
    };
    // Issued ten seconds before `now`.
    for seconds in [0, 0, 289, -310] {
        assert_eq!(at(seconds), Ok(()), "{seconds}");
    }
    assert_eq!(at(290), Err(Error::Expired));
    assert_eq!(at(-311), Err(Error::NotYetValid));
}

#[test]
fn no_changed_byte_changes_what_is_said() {
    use base64::Engine;
    let engine = base64::engine::general_purpose::STANDARD;
    let vectors = Vectors::read();
    let right = vectors.verify_at(vectors.response("assertion signed"), vectors.now()).unwrap();
    let bytes = engine.decode(vectors.response("assertion signed")).unwrap();
    for at in (0..bytes.len()).step_by(5) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 7);
        if let Ok(assertion) = vectors.verify_at(&engine.encode(&changed), vectors.now()) {
            assert_eq!(assertion, right, "byte {at}");
        }
    }
}

#[test]
fn nothing_is_taken_after_the_metadata_has_expired() {
    let mut vectors = Vectors::read();
    let text = vectors.0["metadata"].as_str().unwrap().replace("2027-07-01", "2026-07-01");
    vectors.0["metadata"] = text.into();
    let outcome = vectors.verify_at(vectors.response("assertion signed"), vectors.now());
    assert!(matches!(outcome, Err(Error::Certificate(_))), "{outcome:?}");
}

#[test]
fn metadata_documents() {
    let vectors = Vectors::read();
    let right = vectors.0["metadata"].as_str().unwrap();
    let metadata = Metadata::parse(right).unwrap();
    assert_eq!(metadata.entity_id(), "https://idp.example.com/metadata");
    assert_eq!(metadata.valid_until(), Timestamp::parse_iso8601("2027-07-01T12:00:00Z").ok());
    assert!(Metadata::parse(&right.replace("validUntil", "until")).unwrap().valid_until().is_none());
    assert!(Metadata::parse(&right.replace(" use=\"signing\"", "")).is_ok());
    for (old, new, why) in [
        ("<EntityDescriptor", "<!DOCTYPE x><EntityDescriptor", "document type"),
        ("EntityDescriptor", "EntitiesDescriptor", "one EntityDescriptor"),
        ("IDPSSODescriptor", "SPSSODescriptor", "no IDPSSODescriptor"),
        ("SAML:2.0:protocol", "SAML:1.1:protocol", "support SAML 2.0"),
        ("entityID=\"https://idp.example.com/metadata\"", "entityID=\"\"", "entityID"),
        ("use=\"signing\"", "use=\"encryption\"", "none for signing"),
        ("<ds:X509Certificate>\n", "<ds:X509Certificate>\nAAAA", "not an X.509 certificate"),
        ("<ds:X509Certificate>\n", "<ds:X509Certificate>\n?", "not base64"),
        ("2027-07-01T12:00:00Z", "soon", "validUntil"),
        ("</EntityDescriptor>", "", "well-formed"),
    ] {
        assert!(right.contains(old), "{old}");
        let error = Metadata::parse(&right.replace(old, new)).unwrap_err().to_string();
        assert!(error.contains(why), "{old}: {error}");
    }
    for text in ["", "<", "text", "\u{feff}", "<EntityDescriptor/>"] {
        assert!(Metadata::parse(text).is_err(), "{text}");
    }
}
