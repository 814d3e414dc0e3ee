//! Which operation a request means, and in which form the answer comes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod door;
#[path = "../../gate/tests/support/mod.rs"]
mod support;

use api_aws::Door;
use door::{Answer, Request, Running, create_alias, encrypt};
use http_server::Limits;
use support::World;

async fn start() -> Running {
    Running::new(Limits::default()).await
}

const STS: &str = "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";
const IAM: &str = "xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"";

#[tokio::test]
async fn a_json_call_by_its_target() {
    let running = start().await;
    let answer = running.ask(&encrypt()).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.json()["KeyId"], "k1");
    assert_eq!(answer.json()["CiphertextBlob"], "c2VhbGVk");
    assert_eq!(answer.header("cache-control"), Some("no-cache, no-store, must-revalidate, private"));
    let record = running.world.record();
    assert_eq!(record["requestID"].as_str(), answer.header("x-amzn-requestid"));
    assert_eq!(record["sourceIPAddress"], "127.0.0.1");
    assert_eq!(record["tlsDetails"], serde_json::Value::Null);
}

#[tokio::test]
async fn a_form_by_the_service_of_its_signature() {
    let running = start().await;
    let answer = running.ask(&Request::form("Action=GetCallerIdentity").signed("AKIAANN", "sts")).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.xml("Arn"), Some("arn:aws:iam::111122223333:user/ann"));
    assert_eq!(answer.xml("RequestId"), answer.header("x-amzn-requestid"));
    assert!(answer.body.starts_with("<GetCallerIdentityResponse") && answer.body.contains(STS), "{answer:?}");
}

#[tokio::test]
async fn a_form_in_the_query_string() {
    let running = start().await;
    let request =
        Request::new("GET", "/?Action=GetCallerIdentity&Version=2011-06-15").signed("AKIAANN", "sts");
    let answer = running.ask(&request).await;
    assert_eq!((answer.status, answer.xml("UserId")), (200, Some("AIDAANN")), "{answer:?}");
}

/// Which service an unsigned form is for shows in the namespace of the refusal.
async fn unsigned_form(host: &str, body: &str) -> Answer {
    let answer = start().await.ask(&Request::form(body).with("host", host)).await;
    assert_eq!((answer.status, answer.xml("Code")), (403, Some("MissingAuthenticationToken")), "{answer:?}");
    answer
}

#[tokio::test]
async fn a_form_by_its_host_name_in_any_case_with_or_without_a_port() {
    for host in ["sts.eu-west-1.example", "STS.eu-west-1.example:8443", "Sts.localhost"] {
        assert!(unsigned_form(host, "Action=GetCallerIdentity").await.body.contains(STS), "{host}");
    }
    let answer = unsigned_form("iam.example", "Action=CreateAccessKey&Version=2011-06-15").await;
    assert!(answer.body.contains(IAM), "the name of the host goes before the version");
}

#[tokio::test]
async fn a_form_by_its_version() {
    for host in ["localhost:8443", "127.0.0.1:8443", "[::1]:8443", "lodge.example"] {
        assert!(unsigned_form(host, "Action=X&Version=2010-05-08").await.body.contains(IAM), "{host}");
    }
    let answer = unsigned_form("kms.example", "Action=X&Version=1999-01-01").await;
    assert!(answer.body.contains("xmlns=\"\""), "{answer:?}");
}

#[tokio::test]
async fn unknown_operations_of_json_services_are_answered_in_json() {
    let running = start().await;
    for target in ["TrentService.Unheard", "DynamoDB_20120810.ListTables", "Encrypt", "", "TrentService."] {
        let answer = running.ask(&Request::json(target, "{}").signed("AKIAANN", "kms")).await;
        assert_eq!(answer.status, 400, "{target}");
        assert_eq!(answer.json()["__type"], "UnknownOperationException", "{target}");
        assert_ne!(answer.json()["message"], "", "{target}");
    }
    let unheard = Request::json("TrentService.Unheard", "{}").signed("AKIAANN", "kms");
    let said = "Could not find operation Unheard for version 2014-11-01: Lodge does not serve it.";
    assert_eq!(running.ask(&unheard).await.json()["message"], said);
    let no_target = Request::new("POST", "/").with("content-type", "application/x-amz-json-1.1").body("{}");
    let answer = running.ask(&no_target.clone().signed("AKIAANN", "kms")).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (400, Some("UnknownOperationException")));
    for unsigned in [no_target, Request::json("DynamoDB_20120810.ListTables", "{}")] {
        let answer = running.ask(&unsigned).await;
        assert_eq!(
            (answer.status, answer.json()["__type"].as_str()),
            (400, Some("MissingAuthenticationTokenException"))
        );
    }
    assert_eq!(running.world.records().len(), 0);
}

#[tokio::test]
async fn unknown_operations_of_query_services_are_answered_in_xml() {
    let running = start().await;
    let answer =
        running.ask(&Request::form("Action=Un<heard&Version=2011-06-15").signed("AKIAANN", "sts")).await;
    assert_eq!((answer.status, answer.xml("Code")), (400, Some("InvalidAction")));
    let said = "Could not find operation Un&lt;heard for version 2011-06-15: Lodge does not serve it.";
    assert_eq!(answer.xml("Message"), Some(said));
    for body in ["Version=2011-06-15", ""] {
        let answer = running.ask(&Request::form(body).signed("AKIAANN", "sts")).await;
        assert_eq!((answer.status, answer.xml("Code")), (400, Some("UnknownOperationException")), "{body}");
    }
    let answer = running.ask(&Request::form("Action=Encrypt").signed("AKIAANN", "kms")).await;
    assert_eq!((answer.status, answer.xml("Code")), (400, Some("UnknownOperationException")));
    let answer = running.ask(&Request::form("Action=%").signed("AKIAANN", "sts")).await;
    assert_eq!((answer.status, answer.xml("Code")), (404, Some("MalformedQueryString")));
}

#[tokio::test]
async fn a_signature_for_another_service_or_region_is_refused() {
    let running = start().await;
    let request = Request::json("TrentService.Encrypt", "{}");
    let answer = running.ask(&request.clone().signed("AKIAANN", "sts")).await;
    assert_eq!(answer.json()["__type"], "InvalidSignatureException");
    assert!(answer.body.contains("Credential should be scoped to correct service: 'kms'"), "{answer:?}");
    let answer = running.ask(&request.signed_in("EU-WEST-1", "AKIAANN", "kms")).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (400, Some("InvalidSignatureException")));
    assert_eq!(running.world.vault.counts(), (0, 0));
}

#[tokio::test]
async fn refusals_in_each_protocol() {
    let running = start().await;
    let denied = Request::json("TrentService.Encrypt", r#"{"KeyId":"k1","Plaintext":"YQ=="}"#);
    let answer = running.ask(&denied.signed("AKIABOB", "kms")).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (400, Some("AccessDeniedException")));
    let answer = running.ask(&Request::form("Action=CreateAccessKey").signed("AKIABOB", "iam")).await;
    assert_eq!((answer.status, answer.xml("Code")), (403, Some("AccessDenied")));
    assert_eq!(
        (answer.xml("Type"), answer.xml("RequestId")),
        (Some("Sender"), answer.header("x-amzn-requestid"))
    );

    let answer =
        running.ask(&Request::json("TrentService.Encrypt", "{}").signed("AKIASTRANGER", "kms")).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (400, Some("UnrecognizedClientException")));
    let answer = running.ask(&Request::form("Action=GetCallerIdentity").signed("AKIASTRANGER", "sts")).await;
    assert_eq!((answer.status, answer.xml("Code")), (403, Some("InvalidClientTokenId")));

    let answer =
        running.ask(&Request::json("TrentService.Encrypt", "{\"KeyId\":").signed("AKIAANN", "kms")).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (400, Some("SerializationException")));
    let answer = running.ask(&Request::json("TrentService.Encrypt", "{}").signed("AKIAANN", "kms")).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (400, Some("ValidationException")));

    let records = running.world.records();
    let codes: Vec<_> = records.iter().map(|record| record["errorCode"].as_str().unwrap()).collect();
    assert_eq!(
        codes,
        ["AccessDeniedException", "AccessDenied", "SerializationException", "ValidationException"]
    );
}

#[tokio::test]
async fn a_request_changed_on_its_way_is_refused() {
    let running = start().await;
    let changed = encrypt().body(r#"{"KeyId":"k2","Plaintext":"YXR0YWNr"}"#);
    let answer = running.ask(&changed).await;
    assert_eq!(answer.json()["__type"], "InvalidSignatureException");
    let mut changed = create_alias("a");
    changed.headers.retain(|(name, _)| name != "authorization");
    let answer = running.ask(&changed).await;
    assert_eq!(answer.json()["__type"], "MissingAuthenticationTokenException");
    assert_eq!(running.world.vault.counts(), (0, 0));
}

#[tokio::test]
async fn an_internal_failure_in_each_protocol() {
    let running = start().await;
    running.world.log.clone().close().unwrap();
    let answer = running.ask(&encrypt()).await;
    assert_eq!((answer.status, answer.json()["__type"].as_str()), (500, Some("KMSInternalException")));
    assert!(!answer.body.contains("c2VhbGVk"));
    let answer = running.ask(&Request::form("Action=GetCallerIdentity").signed("AKIAANN", "sts")).await;
    assert_eq!(
        (answer.status, answer.xml("Code"), answer.xml("Type")),
        (500, Some("InternalFailure"), Some("Receiver"))
    );
}

#[tokio::test]
async fn two_endpoints_for_one_operation_are_a_mistake() {
    let world = World::new().await;
    let mut endpoints = support::endpoints(&world.vault);
    endpoints.extend(support::endpoints(&world.vault));
    let error = Door::new(world.gate.clone(), endpoints).err().unwrap();
    assert_eq!(error.to_string(), "two endpoints claim kms:Encrypt");
}
