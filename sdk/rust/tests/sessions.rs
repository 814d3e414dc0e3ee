//! Sessions are cached, replaced in time, fetched once, and shared with nobody.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::time::Duration;

use aws_sdk_kms::config::retry::RetryConfig;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use lodge_sdk::{DataKeyCache, Error, Options, TenantEncryption};
use support::{Aws, ROLE, context, tenant};

const COLD: [&str; 2] = ["AssumeRole", "GenerateDataKey"];

#[tokio::test]
async fn a_cold_call_costs_one_sts_and_one_kms_request() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let message = client.encrypt_tenant_data(&tenant("1"), b"hello", &context(&[])).await.unwrap();
    assert_eq!(aws.requests(), COLD);

    let cold = aws.client(Options::new(ROLE));
    assert_eq!(cold.decrypt_tenant_data(&tenant("1"), &message, &context(&[])).await.unwrap(), b"hello");
    assert_eq!(aws.requests(), ["AssumeRole", "Decrypt"]);
    client.decrypt_tenant_data(&tenant("1"), &message, &context(&[])).await.unwrap();
    assert_eq!(aws.requests(), ["Decrypt"]);
}

#[tokio::test]
async fn many_calls_at_once_share_one_flight() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let mut calls = tokio::task::JoinSet::new();
    for number in 0..50 {
        let client = client.clone();
        calls.spawn(async move {
            let id = tenant(if number % 2 == 0 { "1" } else { "2" });
            client.encrypt_tenant_data(&id, b"hello", &context(&[])).await
        });
    }
    while let Some(done) = calls.join_next().await {
        done.unwrap().unwrap();
    }
    let requests = aws.requests();
    assert_eq!(requests.iter().filter(|name| *name == "AssumeRole").count(), 2);
    assert_eq!(requests.len(), 52);
}

#[tokio::test]
async fn a_call_that_is_given_up_does_not_stop_the_others() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let (one, none) = (tenant("1"), context(&[]));
    {
        let mut given_up = Box::pin(client.encrypt_tenant_data(&one, b"hello", &none));
        // Once: it holds the lock and waits for STS.
        assert!(futures_poll(&mut given_up).await.is_none());
    }
    client.encrypt_tenant_data(&one, b"hello", &none).await.unwrap();
}

async fn futures_poll<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    std::future::poll_fn(|task| match std::pin::Pin::new(&mut *future).poll(task) {
        std::task::Poll::Ready(output) => std::task::Poll::Ready(Some(output)),
        std::task::Poll::Pending => std::task::Poll::Ready(None),
    })
    .await
}

/// What runs in the background goes as far as it can.
async fn background() {
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
}

async fn encrypt(client: &TenantEncryption) -> Result<(), Error> {
    client.encrypt_tenant_data(&tenant("1"), b"hello", &context(&[])).await.map(drop)
}

#[tokio::test]
async fn a_session_is_replaced_before_it_ends_and_nobody_waits() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    encrypt(&client).await.unwrap();
    aws.advance(Duration::from_secs(3600 - 301));
    encrypt(&client).await.unwrap();
    background().await;
    assert_eq!(aws.requests(), [&COLD[..], &["GenerateDataKey"]].concat());

    // All at once find the old session, and one of them has the next one fetched.
    aws.advance(Duration::from_secs(1));
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let client = client.clone();
        calls.spawn(async move { encrypt(&client).await });
    }
    while let Some(done) = calls.join_next().await {
        done.unwrap().unwrap();
    }
    background().await;
    let requests = aws.requests();
    assert_eq!((requests.len(), requests.iter().filter(|name| *name == "AssumeRole").count()), (21, 1));

    // It is the one in use: the old one would be over.
    aws.advance(Duration::from_secs(3299));
    encrypt(&client).await.unwrap();
    background().await;
    assert_eq!(aws.requests(), ["GenerateDataKey"]);
}

#[tokio::test]
async fn a_session_that_has_ended_is_replaced_first() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    for _ in 0..3 {
        encrypt(&client).await.unwrap();
        assert_eq!(aws.requests(), COLD);
        aws.advance(Duration::from_secs(3600));
    }
}

#[tokio::test]
async fn the_old_session_serves_while_sts_cannot_and_sts_is_left_alone() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    encrypt(&client).await.unwrap();
    aws.requests();
    aws.advance(Duration::from_secs(3400));
    let asked = async || {
        encrypt(&client).await.unwrap();
        background().await;
        aws.requests().iter().filter(|name| *name == "AssumeRole").count()
    };
    aws.fail("AssumeRole", 503, "ServiceUnavailable", "");
    assert_eq!(asked().await, 1);
    aws.advance(Duration::from_secs(4));
    assert_eq!(asked().await, 0);
    aws.advance(Duration::from_secs(7));
    aws.fail("AssumeRole", 503, "ServiceUnavailable", "");
    assert_eq!(asked().await, 1);
    aws.advance(Duration::from_secs(11));
    assert_eq!(asked().await, 1);
    aws.advance(Duration::from_secs(3000));
    assert_eq!(asked().await, 0);

    aws.advance(Duration::from_secs(600));
    aws.fail("AssumeRole", 503, "ServiceUnavailable", "");
    assert!(matches!(encrypt(&client).await, Err(Error::Unavailable { .. })));
    encrypt(&client).await.unwrap();
}

#[tokio::test]
async fn what_is_denied_while_the_old_session_lasts_is_denied() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    encrypt(&client).await.unwrap();
    aws.advance(Duration::from_secs(3400));
    for _ in 0..2 {
        aws.fail("AssumeRole", 403, "AccessDenied", "");
    }
    encrypt(&client).await.unwrap();
    background().await;
    assert!(matches!(encrypt(&client).await, Err(Error::AccessDenied { .. })));
    encrypt(&client).await.unwrap();
}

#[tokio::test]
async fn a_session_that_the_service_calls_over_is_replaced_once() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    encrypt(&client).await.unwrap();
    aws.requests();
    aws.fail("GenerateDataKey", 400, "ExpiredTokenException", "");
    encrypt(&client).await.unwrap();
    assert_eq!(aws.requests(), ["GenerateDataKey", "AssumeRole", "GenerateDataKey"]);
    aws.fail("GenerateDataKey", 400, "ExpiredTokenException", "");
    aws.fail("GenerateDataKey", 400, "ExpiredTokenException", "");
    assert!(matches!(encrypt(&client).await, Err(Error::AccessDenied { .. })));
}

#[tokio::test]
async fn web_identities_have_sessions_of_their_own_that_end_with_their_token() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let token = |subject: &str, exp: u64| {
        let claims = BASE64_URL_SAFE_NO_PAD.encode(format!(r#"{{"sub":"{subject}","exp":{exp}}}"#));
        format!("e30.{claims}.c2ln")
    };
    let web_cold = ["AssumeRoleWithWebIdentity", "GenerateDataKey"];
    let alice = client.with_web_identity(token("alice", 1_800_000_000 + 900));
    encrypt(&alice).await.unwrap();
    encrypt(&alice.clone()).await.unwrap();
    assert_eq!(aws.requests(), [&web_cold[..], &["GenerateDataKey"]].concat());
    encrypt(&client.with_web_identity(token("bob", 1_800_000_000 + 900))).await.unwrap();
    assert_eq!(aws.requests(), web_cold);
    encrypt(&client).await.unwrap();
    assert_eq!(aws.requests(), COLD);
    // No session can outlive its token: there is nothing to ask for before that.
    aws.advance(Duration::from_secs(899));
    encrypt(&alice).await.unwrap();
    background().await;
    assert_eq!(aws.requests(), ["GenerateDataKey"]);
    aws.advance(Duration::from_secs(1));
    aws.fail("AssumeRoleWithWebIdentity", 400, "ExpiredTokenException", "Token is expired");
    assert!(matches!(encrypt(&alice).await, Err(Error::AccessDenied { .. })));
}

#[tokio::test]
async fn retries_are_those_of_the_configuration() {
    let aws = Aws::new();
    let retries = RetryConfig::standard().with_initial_backoff(Duration::from_millis(1));
    let config = aws.config().into_builder().retry_config(retries).build();
    let client = lodge_sdk::TenantEncryption::new(&config, Options::new(ROLE)).unwrap();
    aws.fail("AssumeRole", 400, "Throttling", "Rate exceeded");
    aws.fail("GenerateDataKey", 400, "ThrottlingException", "Rate exceeded");
    aws.fail("GenerateDataKey", 500, "KMSInternalException", "");
    client.encrypt_tenant_data(&tenant("1"), b"hello", &context(&[])).await.unwrap();
    assert_eq!(
        aws.requests(),
        ["AssumeRole", "AssumeRole", "GenerateDataKey", "GenerateDataKey", "GenerateDataKey"]
    );
}

#[tokio::test]
async fn sessions_are_bounded() {
    let aws = Aws::new();
    let mut options = Options::new(ROLE);
    options.max_sessions = 10;
    let client = aws.client(options);
    for _ in 0..2 {
        for number in 0..100 {
            let id = tenant(&number.to_string());
            client.encrypt_tenant_data(&id, b"hello", &context(&[])).await.unwrap();
        }
    }
    let assumed = aws.requests().iter().filter(|name| *name == "AssumeRole").count();
    assert!(assumed >= 190, "{assumed}");
}

#[tokio::test]
async fn keys_of_another_account_are_named_by_arn() {
    let aws = Aws::new();
    let mut options = Options::new(ROLE);
    options.key_account = Some("444455556666".to_owned());
    let client = aws.client(options);
    client.encrypt_tenant_data(&tenant("a.b"), b"hello", &context(&[])).await.unwrap();
}

#[test]
fn what_cannot_work_is_refused_at_the_start() {
    let aws = Aws::new();
    let refusal = |config: &lodge_sdk::SdkConfig, options| {
        lodge_sdk::TenantEncryption::new(config, options).err().unwrap().to_string()
    };
    assert!(refusal(&aws.config(), Options::new("ServiceARole")).contains("the role has no ARN"));
    let without = aws.config().into_builder().region(None).build();
    assert!(refusal(&without, Options::new(ROLE)).contains("Region"));
    let without = |change: &dyn Fn(&mut Options)| {
        let mut options = Options::new(ROLE);
        options.data_key_cache = Some(DataKeyCache::default());
        change(&mut options);
        refusal(&aws.config(), options)
    };
    assert!(without(&|options| options.frame_length = 0).contains("frames"));
    assert!(without(&|options| options.max_sessions = 0).contains("max_sessions"));
    assert!(without(&|options| options.concurrency = 0).contains("concurrency"));
    for seconds in [0, 899, 43_201, u64::MAX] {
        let refused = without(&|options| options.session_duration = Duration::from_secs(seconds));
        assert!(refused.contains("900 to 43200"), "{refused}");
    }
    for seconds in [3600, 3601, u64::MAX] {
        let refused = without(&|options| options.refresh_before = Duration::from_secs(seconds));
        assert!(refused.contains("shorter than"), "{refused}");
    }
    for account in ["x", "", "11112222333", "1111222233334", "11112222333x", "１１１１２２２２３３３３"]
    {
        let refused = without(&|options| options.key_account = Some(account.to_owned()));
        assert!(refused.contains("12 digits"), "{refused}");
    }
    for zero in [
        |cache: &mut DataKeyCache| cache.capacity = 0,
        |cache: &mut DataKeyCache| cache.max_age = Duration::ZERO,
        |cache: &mut DataKeyCache| cache.max_messages = 0,
        |cache: &mut DataKeyCache| cache.max_bytes = 0,
    ] {
        let refused = without(&|options| options.data_key_cache.iter_mut().for_each(zero));
        assert!(refused.contains("keeps nothing"), "{refused}");
    }
}
