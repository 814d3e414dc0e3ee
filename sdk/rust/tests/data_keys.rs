//! Data keys: none is used twice unless that is wanted, and then only within limits and for one tenant, identity and context.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeSet;
use std::time::Duration;

use encryption_sdk_message::Header;
use lodge_sdk::{DataKeyCache, Options, TenantEncryption};
use support::{Aws, ROLE, context, tenant};

fn caching(change: impl FnOnce(&mut DataKeyCache)) -> Options {
    let mut cache = DataKeyCache::default();
    change(&mut cache);
    let mut options = Options::new(ROLE);
    options.data_key_cache = Some(cache);
    options
}

async fn messages(client: &TenantEncryption, count: usize, length: usize) -> Vec<Vec<u8>> {
    let mut made = Vec::new();
    for _ in 0..count {
        made.push(client.encrypt_tenant_data(&tenant("1"), &vec![7; length], &context(&[])).await.unwrap());
    }
    made
}

fn count(aws: &Aws, operation: &str) -> usize {
    aws.requests().iter().filter(|name| *name == operation).count()
}

fn data_keys(messages: &[Vec<u8>]) -> usize {
    let keys = messages.iter().map(|message| {
        let (header, _) = Header::parse(message).unwrap().unwrap();
        header.encrypted_data_keys()[0].ciphertext.clone()
    });
    keys.collect::<BTreeSet<_>>().len()
}

#[tokio::test]
async fn without_a_cache_each_message_has_a_key_of_its_own() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let made = messages(&client, 3, 10).await;
    assert_eq!((data_keys(&made), count(&aws, "GenerateDataKey")), (3, 3));
    for message in made.iter().chain(&made) {
        client.decrypt_tenant_data(&tenant("1"), message, &context(&[])).await.unwrap();
    }
    assert_eq!(count(&aws, "Decrypt"), 6);
}

#[tokio::test]
async fn a_data_key_makes_so_many_messages() {
    let aws = Aws::new();
    let client = aws.client(caching(|cache| cache.max_messages = 5));
    let made = messages(&client, 12, 10).await;
    assert_eq!((data_keys(&made), count(&aws, "GenerateDataKey")), (3, 3));
    for message in made.iter().chain(&made) {
        let opened = client.decrypt_tenant_data(&tenant("1"), message, &context(&[])).await.unwrap();
        assert_eq!(opened, [7; 10]);
    }
    assert_eq!(count(&aws, "Decrypt"), 3);
}

#[tokio::test]
async fn a_data_key_encrypts_so_many_bytes() {
    let aws = Aws::new();
    let client = aws.client(caching(|cache| cache.max_bytes = 100));
    assert_eq!(data_keys(&messages(&client, 4, 50).await), 2);
    // What is too much for any key gets one of its own, and leaves the cached one alone.
    aws.requests();
    messages(&client, 1, 101).await;
    assert_eq!(count(&aws, "GenerateDataKey"), 1);
    assert_eq!(data_keys(&messages(&client, 2, 0).await), 1);
}

#[tokio::test]
async fn a_data_key_has_an_age() {
    let aws = Aws::new();
    let client = aws.client(caching(|_| ()));
    let first = messages(&client, 1, 10).await;
    let open = async || client.decrypt_tenant_data(&tenant("1"), &first[0], &context(&[])).await.map(|_| ());
    open().await.unwrap();
    aws.requests();
    aws.advance(Duration::from_secs(59));
    messages(&client, 1, 10).await;
    open().await.unwrap();
    assert_eq!(aws.requests(), Vec::<String>::new());
    aws.advance(Duration::from_secs(1));
    messages(&client, 1, 10).await;
    open().await.unwrap();
    assert_eq!(aws.requests(), ["GenerateDataKey", "Decrypt"]);
}

#[tokio::test]
async fn a_data_key_serves_one_tenant_context_and_identity() {
    let aws = Aws::new();
    let client = aws.client(caching(|_| ()));
    let alice = client.with_web_identity("alice");
    let mut keys = BTreeSet::new();
    for _ in 0..3 {
        for (client, id, purpose) in [
            (&client, "1", "a"),
            (&client, "2", "a"),
            (&client, "1", "b"),
            (&alice, "1", "a"),
            (&client.with_web_identity("bob"), "1", "a"),
        ] {
            let context = context(&[("purpose", purpose)]);
            let message = client.encrypt_tenant_data(&tenant(id), b"hello", &context).await.unwrap();
            let (header, _) = Header::parse(&message).unwrap().unwrap();
            keys.insert(header.encrypted_data_keys()[0].ciphertext.clone());
        }
    }
    assert_eq!((keys.len(), count(&aws, "GenerateDataKey")), (5, 5));

    // What one identity has read, another one asks KMS for.
    let message = client.encrypt_tenant_data(&tenant("1"), b"hello", &context(&[])).await.unwrap();
    aws.requests();
    for client in [&client, &alice, &client, &alice] {
        client.decrypt_tenant_data(&tenant("1"), &message, &context(&[])).await.unwrap();
    }
    assert_eq!(count(&aws, "Decrypt"), 2);
}

#[tokio::test]
async fn many_calls_at_once_fetch_one_data_key() {
    let aws = Aws::new();
    let client = aws.client(caching(|_| ()));
    let mut calls = tokio::task::JoinSet::new();
    for number in 0..200 {
        let client = client.clone();
        calls.spawn(async move {
            let id = tenant(&(number % 4).to_string());
            let data = format!("data of {id}");
            let message = client.encrypt_tenant_data(&id, data.as_bytes(), &context(&[])).await.unwrap();
            let opened = client.decrypt_tenant_data(&id, &message, &context(&[])).await.unwrap();
            assert_eq!(opened, data.as_bytes());
        });
    }
    while let Some(done) = calls.join_next().await {
        done.unwrap();
    }
    let requests = aws.requests();
    for operation in ["AssumeRole", "GenerateDataKey", "Decrypt"] {
        assert_eq!(requests.iter().filter(|name| *name == operation).count(), 4, "{operation}");
    }
}

#[tokio::test]
async fn data_keys_are_bounded() {
    let aws = Aws::new();
    let client = aws.client(caching(|cache| cache.capacity = 10));
    for _ in 0..2 {
        for number in 0..100 {
            let context = context(&[("number", &number.to_string())]);
            client.encrypt_tenant_data(&tenant("1"), b"hello", &context).await.unwrap();
        }
    }
    let made = count(&aws, "GenerateDataKey");
    assert!(made >= 190, "{made}");
}

#[tokio::test]
async fn a_batch_has_one_data_key() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let batch: Vec<Vec<u8>> = (0..20).map(|number| vec![number; usize::from(number)]).collect();
    let (one, none) = (tenant("1"), context(&[]));
    let mut made = client.encrypt_batch(&one, &batch, &none).await.unwrap();
    assert_eq!(aws.requests(), ["AssumeRole", "GenerateDataKey"]);
    assert_eq!(client.decrypt_batch(&one, &made, &none).await.unwrap(), batch);
    assert_eq!(aws.requests(), ["Decrypt"]);

    // Messages with different keys: one request for each.
    let others = messages(&client, 20, 10).await;
    aws.requests();
    made.extend(others);
    assert_eq!(client.decrypt_batch(&one, &made, &none).await.unwrap().len(), 40);
    assert_eq!(count(&aws, "Decrypt"), 21);

    let last = made.last_mut().unwrap();
    *last.last_mut().unwrap() ^= 1;
    assert!(client.decrypt_batch(&one, &made, &none).await.is_err());
    assert_eq!(client.encrypt_batch(&one, &[], &none).await.unwrap(), Vec::<Vec<u8>>::new());
}
