//! The client against a proxy of the test's own, which checks signatures and behaves badly on demand.

#[cfg(test)]
mod support;

use std::time::Duration;

use key_store::{ConnectFailure, Connector, Error, KeySpec, MAX_PLAINTEXT, StoreKey, StoreKeyId};
use serde_json::json;
use support::{
    HOST, Manners, PATH, SECRET, TestProxy, failed, health, request, settings, settings_at, usable,
};

#[tokio::test]
async fn what_is_encrypted_is_decrypted_and_bound() {
    let proxy = TestProxy::start().await;
    let (key, other) = (proxy.key("key-1"), proxy.key("other"));
    let store = proxy.connect().await;
    store.check(&request("KmsHealthCheck")).await.unwrap();
    assert_eq!(store.describe_key(&key, &request("CreateKey")).await, Ok(usable()));
    for plaintext in [&b""[..], b"hello", &vec![7; MAX_PLAINTEXT]] {
        let sealed = store.encrypt(&key, plaintext, b"aad", &request("Encrypt")).await.unwrap();
        let opened = store.decrypt(&key, &sealed, b"aad", &request("Decrypt")).await.unwrap();
        assert_eq!(opened.expose(), plaintext);
        for (key, aad) in [(&key, &b"other"[..]), (&key, b""), (&other, b"aad")] {
            let refused = store.decrypt(key, &sealed, aad, &request("Decrypt")).await;
            assert_eq!(refused.err(), Some(Error::InvalidCiphertext));
        }
    }
}

#[tokio::test]
async fn requests_have_the_specified_form() {
    let proxy = TestProxy::start().await;
    let key = proxy.key("key-1");
    let store = proxy.connect().await;
    let asked = request("GenerateDataKey");
    store.encrypt(&key, b"hello", b"aad", &asked).await.unwrap();
    let requests = proxy.seen().requests;
    let (path, body) = &requests[0];
    assert_eq!(path, &format!("{PATH}/health"));
    assert_eq!(
        *body,
        json!({ "requestMetadata": {
            "kmsOperation": "ConnectCustomKeyStore", "kmsRequestId": asked.request_id,
        }})
    );
    let (path, body) = &requests[1];
    assert_eq!(path, &format!("{PATH}/keys/key-1/encrypt"));
    assert_eq!(
        *body,
        json!({
            "requestMetadata": {
                "awsPrincipalArn": asked.principal_arn,
                "kmsKeyArn": asked.key_arn,
                "kmsOperation": "GenerateDataKey",
                "kmsRequestId": asked.request_id,
            },
            "plaintext": "aGVsbG8=",
            "encryptionAlgorithm": "AES_GCM",
            "additionalAuthenticatedData": "YWFk",
            "ciphertextDataIntegrityValueAlgorithm": "SHA_256",
        })
    );
}

#[tokio::test]
async fn connections_are_used_again_and_a_closed_one_costs_nothing() {
    let proxy = TestProxy::start().await;
    let key = proxy.key("key-1");
    let store = proxy.connect().await;
    for _ in 0..5 {
        store.encrypt(&key, b"hello", b"", &request("Encrypt")).await.unwrap();
    }
    assert_eq!(proxy.seen().connections, 1);
    proxy.behave(Manners::HangsUp);
    for _ in 0..5 {
        store.encrypt(&key, b"hello", b"", &request("Encrypt")).await.unwrap();
    }
    assert_eq!(proxy.seen().requests.len(), 11, "no request was handled twice");
}

#[tokio::test]
async fn the_proxys_errors_are_told_apart() {
    let proxy = TestProxy::start().await;
    let key = proxy.key("key-1");
    let store = proxy.connect().await;
    let missing = StoreKeyId::parse("missing").unwrap();
    assert_eq!(store.describe_key(&missing, &request("CreateKey")).await, Err(Error::KeyNotFound));
    proxy.store.set_description(&key, StoreKey { enabled: false, ..usable() }).unwrap();
    assert!(!store.describe_key(&key, &request("CreateKey")).await.unwrap().enabled);
    let message = "why?not".to_owned();
    let cases = [
        (
            400,
            "ValidationException",
            Error::InvalidResponse(format!("it found the request invalid: {message}")),
        ),
        (400, "InvalidStateException", Error::KeyDisabled(message.clone())),
        (400, "InvalidCiphertextException", Error::InvalidCiphertext),
        (400, "InvalidKeyUsageException", Error::KeyUnusable(message.clone())),
        (401, "AuthenticationFailedException", Error::NotAuthenticated(message.clone())),
        (403, "AccessDeniedException", Error::AccessDenied(message.clone())),
        (404, "InvalidUriPathException", Error::InvalidPath(message.clone())),
        (429, "ThrottlingException", Error::Throttled),
        (501, "UnsupportedOperationException", Error::Unsupported("do that, as its proxy says")),
        (503, "DependencyTimeoutException", Error::DependencyTimedOut),
        (500, "InternalException", Error::Internal(message)),
    ];
    for (status, name, expected) in cases {
        proxy.behave(Manners::Says(status, failed(status, name).1.to_string().into_bytes()));
        assert_eq!(store.encrypt(&key, b"hello", b"", &request("Encrypt")).await, Err(expected), "{name}");
    }
}

#[tokio::test]
async fn answers_that_cannot_be_right_are_not_believed() {
    let proxy = TestProxy::start().await;
    let key = proxy.key("key-1");
    let store = proxy.connect().await;
    let changes: [fn(&mut serde_json::Value); 9] = [
        |answer| answer["ciphertext"] = json!("AAAAAAA="),
        |answer| answer["ciphertext"] = json!("AAAA"),
        |answer| answer["authenticationTag"] = json!("AAAAAAAAAAAAAAAAAAAAAA=="),
        |answer| answer["authenticationTag"] = json!("AAAA"),
        |answer| answer["initializationVector"] = json!("AAAA"),
        |answer| answer["ciphertextMetadata"] = json!("AAAA"),
        |answer| answer["ciphertextDataIntegrityValue"] = json!(null),
        |answer| answer["ciphertextDataIntegrityValue"] = json!("not base64"),
        |answer| *answer = json!([]),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        proxy.behave(Manners::Changes(change));
        let answer = store.encrypt(&key, b"hello", b"aad", &request("Encrypt")).await;
        assert!(matches!(answer, Err(Error::InvalidResponse(_))), "{number}: {answer:?}");
    }
    proxy.behave(Manners::Good);
    let sealed = store.encrypt(&key, b"hello", b"aad", &request("Encrypt")).await.unwrap();
    proxy.behave(Manners::Changes(|answer| answer["plaintext"] = json!("AAAA")));
    let opened = store.decrypt(&key, &sealed, b"aad", &request("Decrypt")).await;
    assert!(matches!(opened.err(), Some(Error::InvalidResponse(_))));
    for (status, body) in [
        (200, b"".to_vec()),
        (200, vec![b'x'; 1_000_000]),
        (500, b"<html>".to_vec()),
        (302, b"".to_vec()),
        (418, b"{\"errorName\":\"TeapotException\"}".to_vec()),
    ] {
        proxy.behave(Manners::Says(status, body));
        let answer = store.encrypt(&key, b"hello", b"aad", &request("Encrypt")).await;
        assert!(matches!(answer, Err(Error::InvalidResponse(_))), "{status}: {answer:?}");
    }
}

#[tokio::test]
async fn a_slow_proxy_is_given_up_on() {
    let proxy = TestProxy::start().await;
    let allowed = format!("{HOST}={}", proxy.address);
    let connector = proxy.connector_with(Duration::from_millis(500), &allowed);
    let key = proxy.key("key-1");
    let store = connector.connect(&settings(), &request("ConnectCustomKeyStore")).await.unwrap();
    proxy.behave(Manners::Slow(Duration::from_secs(60)));
    assert_eq!(store.encrypt(&key, b"hello", b"", &request("Encrypt")).await, Err(Error::TimedOut));
    let refused = connector.verify(&settings(), &request("CreateCustomKeyStore")).await.unwrap_err();
    assert_eq!(refused.failure, ConnectFailure::XksProxyTimedOut);
    proxy.behave(Manners::Good);
    store.encrypt(&key, b"hello", b"", &request("Encrypt")).await.unwrap();
}

#[tokio::test]
async fn settings_are_tried_before_they_are_kept() {
    let proxy = TestProxy::start().await;
    let connector = proxy.connector();
    let asked = request("CreateCustomKeyStore");
    connector.verify(&settings(), &asked).await.unwrap();
    let wrong = settings_at(HOST, "0123456789012345678901234567890123456789012");
    let refused = connector.verify(&wrong, &asked).await.unwrap_err();
    assert_eq!(refused.failure, ConnectFailure::InvalidCredentials);
    assert!(connector.connect(&wrong, &asked).await.is_err());

    proxy.behave(Manners::Says(200, health("UNAVAILABLE").to_string().into_bytes()));
    assert_eq!(proxy.refusal().await, ConnectFailure::XksProxyUnhealthy);
    proxy.behave(Manners::Says(200, health("DEGRADED").to_string().into_bytes()));
    connector.verify(&settings(), &asked).await.unwrap();
    proxy.behave(Manners::Says(200, b"{}".to_vec()));
    assert_eq!(proxy.refusal().await, ConnectFailure::XksProxyInvalidResponse);
    let invalid_path = failed(404, "InvalidUriPathException").1.to_string().into_bytes();
    proxy.behave(Manners::Says(404, invalid_path));
    assert_eq!(proxy.refusal().await, ConnectFailure::XksProxyInvalidConfiguration);
}

#[tokio::test]
async fn a_certificate_for_another_name_or_of_a_stranger_is_not_accepted() {
    let other = TestProxy::with_certificate_for("other.example.com").await;
    assert_eq!(other.refusal().await, ConnectFailure::XksProxyInvalidTlsConfiguration);
    let (proxy, stranger) = (TestProxy::start().await, TestProxy::start().await);
    let connector = stranger.connector_with(Duration::from_secs(5), &format!("{HOST}={}", proxy.address));
    let refused = connector.verify(&settings(), &request("CreateCustomKeyStore")).await.unwrap_err();
    assert_eq!(refused.failure, ConnectFailure::XksProxyInvalidTlsConfiguration);
    assert!(proxy.seen().requests.is_empty());
}

#[tokio::test]
async fn only_allowed_hosts_are_talked_to() {
    let proxy = TestProxy::start().await;
    let connector =
        proxy.connector_with(Duration::from_secs(5), &format!("other.example.com={}", proxy.address));
    let refused = connector.verify(&settings(), &request("CreateCustomKeyStore")).await.unwrap_err();
    assert_eq!(refused.failure, ConnectFailure::XksProxyNotAllowed);
    assert_eq!(proxy.seen().connections, 0);
}

#[tokio::test]
async fn a_name_that_leads_to_this_machine_is_not_followed() {
    let proxy = TestProxy::start().await;
    let connector = proxy.connector_with(Duration::from_secs(5), "localhost");
    let here = settings_at("localhost", SECRET);
    let refused = connector.verify(&here, &request("CreateCustomKeyStore")).await.unwrap_err();
    assert_eq!(refused.failure, ConnectFailure::XksProxyNotReachable, "{}", refused.detail);
    assert_eq!(proxy.seen().connections, 0);
}

#[tokio::test]
async fn nobody_there_is_not_reachable() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let proxy = TestProxy::start().await;
    let connector = proxy.connector_with(Duration::from_secs(5), &format!("{HOST}={address}"));
    let refused = connector.verify(&settings(), &request("CreateCustomKeyStore")).await.unwrap_err();
    assert_eq!(refused.failure, ConnectFailure::XksProxyNotReachable);
}

#[tokio::test]
async fn keys_are_the_customers_business() {
    let proxy = TestProxy::start().await;
    let key = proxy.key("key-1");
    let store = proxy.connect().await;
    assert!(matches!(store.create_key("label").await, Err(Error::Unsupported(_))));
    assert!(matches!(store.destroy_key(&key).await, Err(Error::Unsupported(_))));
    assert!(matches!(store.random(16).await.err(), Some(Error::Unsupported(_))));
    let aes_128 = StoreKey { spec: KeySpec::Other("AES_128".to_owned()), ..usable() };
    proxy.store.set_description(&key, aes_128.clone()).unwrap();
    assert_eq!(store.describe_key(&key, &request("CreateKey")).await, Ok(aes_128));
}
