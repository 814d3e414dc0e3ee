use arn::{AccountId, Region};
use clock::Timestamp;
use proptest::prelude::*;
use serde_json::json;

use crate::limits::{DOCUMENT, RECORD, RESOURCES};
use crate::*;

fn account() -> AccountId {
    "123456789012".parse().unwrap()
}

fn event() -> Event {
    let region: Region = "eu-west-1".parse().unwrap();
    Event::of(Call {
        event_id: EventId::from_random([7; 16]),
        request_id: RequestId::from_random([9; 16]),
        time: Timestamp::from_millis(1_769_860_800_500),
        source: "kms.amazonaws.com",
        operation: "Encrypt",
        region,
        source_address: "192.0.2.7",
        identity: UserIdentity {
            principal_id: Some("AROAEXAMPLE:deploy".into()),
            arn: Some("arn:aws:sts::123456789012:assumed-role/ci/deploy".into()),
            account_id: Some(account()),
            access_key_id: Some("ASIAEXAMPLE".into()),
            session_context: Some(SessionContext {
                session_issuer: Some(SessionIssuer {
                    issuer_type: Some(IdentityType::Role),
                    principal_id: Some("AROAEXAMPLE".into()),
                    arn: Some("arn:aws:iam::123456789012:role/ci".into()),
                    account_id: Some(account()),
                    user_name: Some("ci".into()),
                }),
                web_id_federation_data: None,
                attributes: Some(SessionAttributes {
                    creation_date: Timestamp::from_secs(1_769_860_000),
                    mfa_authenticated: false,
                }),
                source_identity: Some("alice".into()),
                assumed_root: None,
            }),
            ..UserIdentity::new(IdentityType::AssumedRole)
        },
        read_only: true,
    })
}

#[test]
fn the_record_has_cloudtrails_names_and_forms() {
    let mut event = event();
    event.user_agent = Some("aws-cli/2".into());
    event.error_code = Some("AccessDenied".into());
    event.request_parameters = Some(Document::new(&json!({"keyId": "alias/tenant"})));
    event.additional_event_data =
        Some(Document::new(&json!({"lodge": {"decisions": [{"outcome": "deny"}]}})));
    event.shared_event_id = Some(EventId::from_random([8; 16]));
    event.resources.push(Resource {
        arn: Some("arn:aws:kms:eu-west-1:123456789012:key/1".into()),
        account_id: Some(account()),
        resource_type: Some("AWS::KMS::Key".into()),
    });
    event.tls_details = Some(TlsDetails {
        tls_version: Some("TLSv1.3".into()),
        cipher_suite: Some("TLS_AES_128_GCM_SHA256".into()),
        client_provided_host_header: Some("kms.example.com".into()),
    });
    let read: serde_json::Value = serde_json::from_slice(&event.to_record().unwrap()).unwrap();
    assert_eq!(
        read,
        json!({
            "eventVersion": "1.11",
            "userIdentity": {
                "type": "AssumedRole",
                "principalId": "AROAEXAMPLE:deploy",
                "arn": "arn:aws:sts::123456789012:assumed-role/ci/deploy",
                "accountId": "123456789012",
                "accessKeyId": "ASIAEXAMPLE",
                "sessionContext": {
                    "sessionIssuer": {
                        "type": "Role",
                        "principalId": "AROAEXAMPLE",
                        "arn": "arn:aws:iam::123456789012:role/ci",
                        "accountId": "123456789012",
                        "userName": "ci"
                    },
                    "attributes": {"creationDate": "2026-01-31T11:46:40Z", "mfaAuthenticated": "false"},
                    "sourceIdentity": "alice"
                }
            },
            "eventTime": "2026-01-31T12:00:00Z",
            "eventSource": "kms.amazonaws.com",
            "eventName": "Encrypt",
            "awsRegion": "eu-west-1",
            "sourceIPAddress": "192.0.2.7",
            "userAgent": "aws-cli/2",
            "errorCode": "AccessDenied",
            "requestParameters": {"keyId": "alias/tenant"},
            "responseElements": null,
            "additionalEventData": {"lodge": {"decisions": [{"outcome": "deny"}]}},
            "requestID": "09090909-0909-4909-8909-090909090909",
            "eventID": "07070707-0707-4707-8707-070707070707",
            "readOnly": true,
            "resources": [{
                "ARN": "arn:aws:kms:eu-west-1:123456789012:key/1",
                "accountId": "123456789012",
                "type": "AWS::KMS::Key"
            }],
            "eventType": "AwsApiCall",
            "managementEvent": true,
            "recipientAccountId": "123456789012",
            "sharedEventID": "08080808-0808-4808-8808-080808080808",
            "eventCategory": "Management",
            "tlsDetails": {
                "tlsVersion": "TLSv1.3",
                "cipherSuite": "TLS_AES_128_GCM_SHA256",
                "clientProvidedHostHeader": "kms.example.com"
            }
        })
    );
}

/// The shape of the sharedEventID example in the CloudTrail User Guide, with fields of later versions added.
#[test]
fn a_record_of_another_writer_is_read() {
    let text = r#"{
        "eventVersion": "1.99",
        "userIdentity": {"type": "HologramUser", "accountId": "123456789012", "inScopeOf": {"a": 1}},
        "eventTime": "2026-01-31T12:00:00Z",
        "eventSource": "kms.amazonaws.com",
        "eventName": "Decrypt",
        "awsRegion": "eu-west-1",
        "sourceIPAddress": "AWS Internal",
        "requestParameters": {
            "encryptionContext": {"note": "two\nlines"}
        },
        "responseElements": null,
        "eventID": "6f1ed002-ab5f-4c8a-9d6a-0e5f3c2b1a00",
        "eventType": "AwsTelepathy",
        "eventCategory": "Dream",
        "eventContext": {"requestContext": {}}
    }"#;
    let event: Event = serde_json::from_str(text).unwrap();
    assert_eq!(event.user_identity.identity_type, IdentityType::Other("HologramUser".into()));
    assert_eq!(event.event_type, EventType::Other("AwsTelepathy".into()));
    assert_eq!(event.request_id, None);
    let record = event.to_record().unwrap();
    assert!(!record.contains(&b'\n'));
    assert_eq!(serde_json::from_slice::<Event>(&record).unwrap(), event);
    assert_eq!(
        event.request_parameters.unwrap().to_value(),
        json!({"encryptionContext": {"note": "two\nlines"}})
    );
}

#[test]
fn a_text_is_cut_between_characters() {
    assert_eq!(Text::<4>::new("abcdef"), "abcd");
    assert_eq!(Text::<4>::new("abcé"), "abc");
    assert_eq!(Text::<4>::from("ééé".to_string()), "éé");
    assert_eq!(Text::<4>::of(123_456), "1234");
    assert_eq!(serde_json::from_str::<Text<2>>("\"long\"").unwrap(), "lo");
}

#[test]
fn a_document_that_is_too_large_is_omitted() {
    let fits = "x".repeat(DOCUMENT - 2);
    assert_eq!(Document::<DOCUMENT>::new(&fits).as_str().len(), DOCUMENT);
    let too_large = Document::<DOCUMENT>::new(&format!("{fits}x"));
    assert_eq!(too_large.to_value(), json!({"omitted": true, "originalSize": DOCUMENT + 1}));
}

#[test]
fn the_worst_record_still_fits() {
    // A control character is the worst case: one byte becomes the six of \u0001.
    let worst = "\u{1}".repeat(200_000);
    let text = worst.as_str();
    let mut event = event();
    event.event_version = text.into();
    event.user_identity = UserIdentity {
        identity_type: IdentityType::Other(text.into()),
        principal_id: Some(text.into()),
        arn: Some(text.into()),
        account_id: Some(account()),
        access_key_id: Some(text.into()),
        user_name: Some(text.into()),
        session_context: Some(SessionContext {
            session_issuer: Some(SessionIssuer {
                issuer_type: Some(IdentityType::Other(text.into())),
                principal_id: Some(text.into()),
                arn: Some(text.into()),
                account_id: Some(account()),
                user_name: Some(text.into()),
            }),
            web_id_federation_data: Some(WebIdFederationData {
                federated_provider: Some(text.into()),
                attributes: Some(Document::new(&"x".repeat(28_000))),
            }),
            attributes: None,
            source_identity: Some(text.into()),
            assumed_root: Some(true),
        }),
        invoked_by: Some(text.into()),
        identity_provider: Some(text.into()),
    };
    event.event_source = text.into();
    event.event_name = text.into();
    event.source_ip_address = text.into();
    event.user_agent = Some(text.into());
    event.error_code = Some(text.into());
    event.error_message = Some(text.into());
    event.request_parameters = Some(Document::new(&"x".repeat(100_000)));
    event.response_elements = Some(Document::new(&"x".repeat(100_000)));
    event.additional_event_data = Some(Document::new(&"x".repeat(28_000)));
    event.event_type = EventType::Other(text.into());
    event.event_category = EventCategory::Other(text.into());
    event.api_version = Some(text.into());
    event.vpc_endpoint_id = Some(text.into());
    event.tls_details = Some(TlsDetails {
        tls_version: Some(text.into()),
        cipher_suite: Some(text.into()),
        client_provided_host_header: Some(text.into()),
    });
    let resource = Resource { arn: Some(text.into()), account_id: None, resource_type: Some(text.into()) };
    event.resources = vec![resource; 1000];
    let record = event.to_record().unwrap();
    assert!(record.len() <= RECORD, "{}", record.len());
    let read: Event = serde_json::from_slice(&record).unwrap();
    assert_eq!(read.user_identity.arn, event.user_identity.arn);
}

#[test]
fn the_first_resources_are_kept() {
    let mut event = event();
    event.resources =
        vec![Resource { arn: Some("arn:aws:kms:::key/1".into()), account_id: None, resource_type: None }; 40];
    let read: Event = serde_json::from_slice(&event.to_record().unwrap()).unwrap();
    assert_eq!(read.resources.len(), RESOURCES);
}

#[test]
fn only_hyphenated_uuids_are_ids() {
    for text in ["", "07070707070747078707070707070707", "{07070707-0707-4707-8707-07070707070}", "g"] {
        assert_eq!(text.parse::<EventId>(), Err(NotAUuid), "{text}");
    }
    let id = EventId::from_random([7; 16]);
    assert_eq!(id.to_string().parse(), Ok(id));
}

proptest! {
    #[test]
    fn a_record_is_one_bounded_line_and_reads_back(agent in any::<String>(), key in any::<String>(), big in 0usize..300_000) {
        let mut event = event();
        event.user_agent = Some(agent.as_str().into());
        event.request_parameters = Some(Document::new(&json!({ key: "x".repeat(big) })));
        event.response_elements = Some(Document::new(&"y".repeat(big / 2)));
        let record = event.to_record().unwrap();
        prop_assert!(record.len() <= RECORD);
        prop_assert!(!record.contains(&b'\n'));
        prop_assert_eq!(serde_json::from_slice::<Event>(&record).unwrap(), event);
    }

    #[test]
    fn reading_never_panics(bytes in any::<Vec<u8>>()) {
        let _ = serde_json::from_slice::<Event>(&bytes);
    }
}
