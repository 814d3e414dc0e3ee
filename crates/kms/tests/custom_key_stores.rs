//! Custom key stores and their keys, over a token and an external key manager in memory.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::time::{Duration, Instant};

use aws_model::kms::*;
use envelope::{BackingKey, KeyLocator, SystemRandom};
use key_store::{Error as StoreError, KeySpec as StoreKeySpec, StoreKey, StoreKeyId};
use secret::{SecretArray, SecretString};
use serde_json::json;
use support::key_stores::*;
use support::*;

const NOT_CONNECTED: &str = "This KMS key is in a custom key store that is not connected to its external key store proxy. Connect the external key store \
     and try the request again.";

fn external_key_id() -> StoreKeyId {
    StoreKeyId::parse(EXTERNAL_KEY).unwrap()
}

#[tokio::test]
async fn the_life_of_an_external_key_store() {
    let stores = Stores::new().await;
    let world = &stores.world;
    let owner = root(ACCOUNT);
    let id = stores.create(external("proxy")).await.unwrap();
    assert!(id.starts_with("cks-") && id.len() == 21, "{id}");
    stores.add_external_key(EXTERNAL_KEY);
    let early = stores.key(on_external_key(&id, EXTERNAL_KEY)).await;
    assert_eq!(fault(early), format!("CustomKeyStoreInvalidStateException: {NOT_CONNECTED}"));

    stores.connect(&id).await.unwrap();
    assert_eq!(stores.settled(&id).await, ("CONNECTED", None));
    stores.connect(&id).await.unwrap();
    let entry = stores.describe(&id).await;
    assert_eq!(entry.custom_key_store_type, Some(CustomKeyStoreType::ExternalKeyStore));
    let proxy = entry.xks_proxy_configuration.unwrap();
    assert_eq!(proxy.uri_endpoint.as_deref(), Some(ENDPOINT));
    assert_eq!(proxy.access_key_id.unwrap().expose(), ACCESS_KEY_ID);

    let key = stores.key(on_external_key(&id, EXTERNAL_KEY)).await.unwrap();
    assert_eq!(key.origin, Some(OriginType::ExternalKeyStore));
    assert_eq!(key.custom_key_store_id.as_deref(), Some(id.as_str()));
    assert_eq!(key.xks_key_configuration.clone().unwrap().id.as_deref(), Some(EXTERNAL_KEY));
    assert_eq!((key.current_key_material_id.clone(), key.cloud_hsm_cluster_id.clone()), (None, None));
    assert_eq!(stores.describe_key(&key.key_id).await.key_state, Some(KeyState::Enabled));

    let blob = world.encrypt(&owner, &key.key_id).await.unwrap();
    let answer = world.decrypt(&owner, None, &blob).await.unwrap();
    assert_eq!(answer.plaintext.unwrap().expose(), b"secret");
    assert_eq!(answer.key_material_id, None);

    stores.disconnect(&id).await.unwrap();
    assert_eq!(stores.settled(&id).await, ("DISCONNECTED", None));
    assert_eq!(stores.describe_key(&key.key_id).await.key_state, Some(KeyState::Unavailable));
    let unavailable = format!("KMSInvalidStateException: {NOT_CONNECTED}");
    assert_eq!(fault(world.encrypt(&owner, &key.key_id).await), unavailable);
    assert_eq!(fault(world.decrypt(&owner, None, &blob).await), unavailable);
    assert_eq!(code(stores.disconnect(&id).await), "CustomKeyStoreInvalidStateException");

    stores.connect(&id).await.unwrap();
    assert_eq!(stores.settled(&id).await, ("CONNECTED", None));
    assert_eq!(world.decrypt(&owner, None, &blob).await.unwrap().plaintext.unwrap().expose(), b"secret");
}

#[tokio::test]
async fn the_life_of_a_key_in_a_token() {
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let id = stores.connected_token().await;
    let key = stores.token_key(&id).await;
    assert_eq!(key.origin, Some(OriginType::AwsCloudhsm));
    assert_eq!(key.cloud_hsm_cluster_id.as_deref(), Some(CLUSTER));
    assert!(key.xks_key_configuration.is_none());
    assert_eq!(stores.token.spy.memory.labels(), std::slice::from_ref(&key.key_id));
    let blob = world.encrypt(&owner, &key.key_id).await.unwrap();
    let answer = world.decrypt(&owner, Some(&key.key_id), &blob).await.unwrap();
    assert_eq!(answer.plaintext.unwrap().expose(), b"secret");
    let other = world.call::<Decrypt>(&owner, decrypt(None, &blob, &[("a", "b")])).await;
    assert_eq!(code(other), "InvalidCiphertextException");

    stores.disconnect(&id).await.unwrap();
    assert_eq!(stores.describe_key(&key.key_id).await.key_state, Some(KeyState::Unavailable));
    let refused = fault(world.encrypt(&owner, &key.key_id).await);
    assert_eq!(
        refused,
        format!("KMSInvalidStateException: {} is unavailable.", key_arn(ACCOUNT, &key.key_id))
    );

    // Its deletion can be scheduled and is carried out in the token as soon as that is connected.
    let deletion = ScheduleKeyDeletionRequest { key_id: key.key_id.clone(), pending_window_in_days: Some(7) };
    world.call::<ScheduleKeyDeletion>(&owner, deletion).await.unwrap();
    assert_eq!(stores.describe_key(&key.key_id).await.key_state, Some(KeyState::PendingDeletion));
    assert_eq!(code(stores.delete(&id).await), "CustomKeyStoreHasCMKsException");
    world.clock.advance(Duration::from_secs(8 * 86_400));
    assert_eq!(world.perform_duties().await, 1);
    assert_eq!(stores.token.spy.memory.labels().len(), 1);
    stores.connect(&id).await.unwrap();
    assert_eq!(stores.settled(&id).await, ("CONNECTED", None));
    wait_until(|| stores.token.spy.memory.labels().is_empty()).await;
    wait_until(|| {
        world.records().iter().any(|record| record["eventName"] == "DeleteCustomKeyStoreKeyMaterial")
    })
    .await;
    assert_eq!(code(stores.delete(&id).await), "CustomKeyStoreInvalidStateException");
    stores.disconnect(&id).await.unwrap();
    stores.delete(&id).await.unwrap();
    assert_eq!(code(stores.connect(&id).await), "CustomKeyStoreNotFoundException");
}

#[tokio::test]
async fn keys_of_a_store_that_stays_disconnected_keep_no_others_from_being_destroyed() {
    const BEFORE: &str = "ap-southeast-2";
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let id = stores.connected_token().await;
    let key = stores.token_key(&id).await.key_id;
    let elsewhere = world.call_in::<CreateCustomKeyStore>(BEFORE, &owner, cloud_hsm("before")).await;
    let elsewhere = elsewhere.unwrap().custom_key_store_id.unwrap();
    let connection = ConnectCustomKeyStoreRequest { custom_key_store_id: elsewhere.clone() };
    world.call_in::<ConnectCustomKeyStore>(BEFORE, &owner, connection).await.unwrap();
    let mut others = Vec::new();
    while others.len() < 101 {
        match world.call_in::<CreateKey>(BEFORE, &owner, in_token(&elsewhere)).await {
            Ok(made) => others.push(made.key_metadata.unwrap().key_id),
            // Not connected yet.
            Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
        }
    }
    for (region, key) in others.iter().map(|other| (BEFORE, other)).chain([(REGION, &key)]) {
        let deletion = ScheduleKeyDeletionRequest { key_id: key.clone(), pending_window_in_days: Some(7) };
        world.call_in::<ScheduleKeyDeletion>(region, &owner, deletion).await.unwrap();
    }
    let disconnection = DisconnectCustomKeyStoreRequest { custom_key_store_id: elsewhere };
    world.call_in::<DisconnectCustomKeyStore>(BEFORE, &owner, disconnection).await.unwrap();
    stores.disconnect(&id).await.unwrap();
    world.clock.advance(Duration::from_secs(8 * 86_400));
    while world.perform_duties().await > 0 {}
    assert_eq!(stores.token.spy.memory.labels().len(), 102);
    stores.connect(&id).await.unwrap();
    wait_until(|| !stores.token.spy.memory.labels().contains(&key)).await;
    assert_eq!(stores.token.spy.memory.labels().len(), 101);
}

/// Waits for background work.
async fn wait_until(condition: impl Fn() -> bool) {
    for _ in 0..2000 {
        if condition() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(condition(), "it does not come to pass");
}

#[tokio::test]
async fn every_way_to_use_a_key() {
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let external = stores.external_key(&stores.connected_proxy().await).await.key_id;
    let token = stores.token_key(&stores.connected_token().await).await.key_id;
    let plain = world.key().await;
    for key_id in [&external, &token] {
        let input = GenerateDataKeyRequest {
            key_id: key_id.clone(),
            key_spec: Some(DataKeySpec::Aes256),
            ..GenerateDataKeyRequest::default()
        };
        let made = world.call::<GenerateDataKey>(&owner, input).await.unwrap();
        let opened = world.decrypt(&owner, None, &made.ciphertext_blob.unwrap()).await.unwrap();
        assert!(made.plaintext == opened.plaintext && made.key_material_id.is_none());
        let input = GenerateDataKeyWithoutPlaintextRequest {
            key_id: key_id.clone(),
            number_of_bytes: Some(1024),
            ..GenerateDataKeyWithoutPlaintextRequest::default()
        };
        let made = world.call::<GenerateDataKeyWithoutPlaintext>(&owner, input).await.unwrap();
        let opened = world.decrypt(&owner, None, &made.ciphertext_blob.unwrap()).await.unwrap();
        assert_eq!(opened.plaintext.unwrap().len(), 1024);

        let input = GenerateDataKeyPairRequest {
            key_id: key_id.clone(),
            key_pair_spec: DataKeyPairSpec::EccNistP256,
            encryption_context: None,
            dry_run: None,
            grant_tokens: None,
            recipient: None,
        };
        assert_eq!(
            code(world.call::<GenerateDataKeyPair>(&owner, input).await),
            "UnsupportedOperationException"
        );
        let rotation = EnableKeyRotationRequest { key_id: key_id.clone(), rotation_period_in_days: None };
        assert_eq!(
            code(world.call::<EnableKeyRotation>(&owner, rotation).await),
            "UnsupportedOperationException"
        );
        let rotation = RotateKeyOnDemandRequest { key_id: key_id.clone() };
        assert_eq!(
            code(world.call::<RotateKeyOnDemand>(&owner, rotation).await),
            "UnsupportedOperationException"
        );
    }
    // From key to key, and the longest plaintext that there is.
    let mut longest = encrypt(&plain, &[]);
    longest.plaintext = secret::SecretBytes::new(vec![7; 4096]);
    let mut blob = world.call::<Encrypt>(&owner, longest).await.unwrap().ciphertext_blob.unwrap();
    for destination in [&external, &token, &external, &plain] {
        let input = ReEncryptRequest {
            ciphertext_blob: Some(blob),
            destination_key_id: destination.clone(),
            ..ReEncryptRequest::default()
        };
        blob = world.call::<ReEncrypt>(&owner, input).await.unwrap().ciphertext_blob.unwrap();
    }
    assert_eq!(world.decrypt(&owner, None, &blob).await.unwrap().plaintext.unwrap().expose(), [7; 4096]);
}

#[tokio::test]
async fn the_external_key_manager_sees_no_plaintext_and_its_view_opens_nothing() {
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let id = stores.connected_proxy().await;
    let key = stores.external_key(&id).await;
    let input = encrypt(&key.key_id, &[("tenant", "acme")]);
    let blob = world.call::<Encrypt>(&owner, input).await.unwrap().ciphertext_blob.unwrap();
    let seen = stores.proxy.spy.plaintexts.lock().unwrap()[0].clone();
    assert_eq!(seen.len(), b"secret".len() + 80);
    let contains = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(!contains(&seen, b"secret"));
    assert!(!contains(&stores.proxy.spy.aads.lock().unwrap()[0], b"acme"));

    // What it sees, dressed up as an ordinary ciphertext of the key, is not opened by Lodge alone.
    let locator: KeyLocator = key.arn.unwrap().parse().unwrap();
    let backing = BackingKey::new(locator.key_id, SecretArray::new([1; 32]));
    let ordinary = envelope::encrypt(&backing, &locator, b"", &Default::default(), &SystemRandom).unwrap();
    let dressed_up = [&ordinary[..ordinary.len() - 80], &seen].concat();
    assert_eq!(code(world.decrypt(&owner, None, &dressed_up).await), "InvalidCiphertextException");
    let asked = stores.proxy.spy.memory.asked().len();
    assert_eq!(code(world.decrypt(&owner, None, &ordinary).await), "InvalidCiphertextException");
    assert_eq!(stores.proxy.spy.memory.asked().len(), asked, "nobody is asked");

    for bit in (0..blob.len() * 8).step_by(7) {
        let mut altered = blob.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let opened =
            world.call::<Decrypt>(&owner, decrypt(Some(&key.key_id), &altered, &[("tenant", "acme")])).await;
        let code = code(opened);
        let expected = ["InvalidCiphertextException", "IncorrectKeyException", "KMSInvalidStateException"];
        assert!(expected.contains(&code), "bit {bit}: {code}");
    }
    let other = world.call::<Decrypt>(&owner, decrypt(None, &blob, &[("tenant", "other")])).await;
    assert_eq!(
        fault(other),
        "KMSInvalidStateException: The external key store proxy rejected the request because the specified ciphertext or encryption \
         context is corrupted, missing, or otherwise invalid."
    );
}

#[tokio::test]
async fn the_key_manager_is_told_who_asks() {
    let stores = Stores::new().await;
    let world = &stores.world;
    let id = stores.connected_proxy().await;
    let key = stores.external_key(&id).await;
    let ann = session(ACCOUNT, "team/Reader", allow("kms:*", json!({})), None);
    world.encrypt(&ann, &key.key_id).await.unwrap();
    let asked = stores.proxy.spy.memory.asked();
    let operations: Vec<_> = asked.iter().map(|request| request.operation.as_str()).collect();
    assert_eq!(operations, ["CreateCustomKeyStore", "ConnectCustomKeyStore", "CreateKey", "Encrypt"]);
    let encrypt = asked.last().unwrap();
    assert_eq!(encrypt.key_arn, key.arn);
    assert_eq!(
        encrypt.principal_arn.as_deref(),
        Some("arn:aws:iam::111122223333:role/team/Reader"),
        "aws:PrincipalArn of a session is its role"
    );
    assert_eq!(encrypt.request_id, world.records().last().unwrap()["requestID"]);
    assert_eq!(asked[2].key_arn, None);
}

#[tokio::test]
async fn whoever_holds_the_external_key_can_withdraw_it() {
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let id = stores.connected_proxy().await;
    let key = stores.external_key(&id).await;
    let blob = world.encrypt(&owner, &key.key_id).await.unwrap();
    let memory = &stores.proxy.spy.memory;
    memory.set_description(&external_key_id(), StoreKey { enabled: false, ..usable() }).unwrap();
    for outcome in [
        world.decrypt(&owner, None, &blob).await.map(drop),
        world.encrypt(&owner, &key.key_id).await.map(drop),
    ] {
        assert!(fault(outcome).starts_with(
            "KMSInvalidStateException: The external key associated with this KMS key in an external key store is not enabled"
        ));
    }
    memory.set_description(&external_key_id(), usable()).unwrap();
    world.decrypt(&owner, None, &blob).await.unwrap();
}

#[tokio::test]
async fn failures_of_the_store_are_told_in_awss_words() {
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let (proxy, token) = (stores.connected_proxy().await, stores.connected_token().await);
    let external = stores.external_key(&proxy).await.key_id;
    let in_the_token = stores.token_key(&token).await.key_id;
    let why = || "why".to_owned();
    let cases = [
        (StoreError::KeyNotFound, "was not found in its external key manager", "XksKeyNotFoundException"),
        (StoreError::KeyDisabled(why()), "is not enabled", "XksKeyInvalidConfigurationException"),
        (StoreError::KeyUnusable(why()), "does not support", "XksKeyInvalidConfigurationException"),
        (
            StoreError::NotAuthenticated(why()),
            "could not authenticate",
            "CustomKeyStoreInvalidStateException",
        ),
        (StoreError::AccessDenied(why()), "denied access", "CustomKeyStoreInvalidStateException"),
        (StoreError::InvalidPath(why()), "invalid URI path", "CustomKeyStoreInvalidStateException"),
        (StoreError::Tls(why()), "TLS connection", "CustomKeyStoreInvalidStateException"),
        (StoreError::Unreachable(why()), "cannot communicate", "CustomKeyStoreInvalidStateException"),
        (StoreError::TimedOut, "did not respond in time", "CustomKeyStoreInvalidStateException"),
        (StoreError::DependencyTimedOut, "in the time allotted", "CustomKeyStoreInvalidStateException"),
        (StoreError::Throttled, "very high request rate", "CustomKeyStoreInvalidStateException"),
        (StoreError::InvalidResponse(why()), "cannot interpret", "CustomKeyStoreInvalidStateException"),
        (
            StoreError::Internal(why()),
            "cannot communicate with the external key manager",
            "CustomKeyStoreInvalidStateException",
        ),
    ];
    for (failure, text, of_create_key) in cases {
        stores.proxy.spy.memory.fail_with(Some(failure.clone()));
        let refused = fault(world.encrypt(&owner, &external).await);
        assert!(refused.starts_with("KMSInvalidStateException: ") && refused.contains(text), "{refused}");
        assert!(!refused.contains("why"));
        assert_eq!(code(stores.key(on_external_key(&proxy, "another")).await), of_create_key, "{failure:?}");
        stores.token.spy.memory.fail_with(Some(failure));
        let refused = fault(world.encrypt(&owner, &in_the_token).await);
        assert!(
            refused.starts_with("KMSInvalidStateException: The AWS CloudHSM cluster cluster-abcdefghijk"),
            "{refused}"
        );
    }
    stores.token.spy.memory.fail_with(Some(StoreError::TimedOut));
    let refused = fault(stores.key(in_token(&token)).await);
    assert!(refused.starts_with("DependencyTimeoutException: "), "{refused}");
}

#[tokio::test]
async fn a_slow_store_keeps_nobody_else_waiting() {
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let slow = stores.external_key(&stores.connected_proxy().await).await.key_id;
    let quick = stores.token_key(&stores.connected_token().await).await.key_id;
    *stores.proxy.spy.delay.lock().unwrap() = Duration::from_secs(600);
    let began = Instant::now();
    let mut waiting = Box::pin(world.encrypt(&owner, &slow));
    tokio::select! {
        _ = &mut waiting => assert!(began.elapsed() > Duration::from_secs(600), "it is not slow"),
        () = async {
            world.encrypt(&owner, &quick).await.unwrap();
            world.alias(&owner, "alias/changes-go-through", &slow).await;
            stores.describe_key(&slow).await;
        } => {}
    }
    assert!(began.elapsed() < Duration::from_secs(60));
}

#[tokio::test]
async fn external_keys_must_be_fit_and_belong_to_one_kms_key() {
    let stores = Stores::new().await;
    let id = stores.connected_proxy().await;
    stores.add_external_key(EXTERNAL_KEY);
    let memory = &stores.proxy.spy.memory;
    let unfit = [
        (
            StoreKey { spec: StoreKeySpec::Other("AES_128".to_owned()), ..usable() },
            "The key spec of the external key must be AES_256. The key spec of specified external key is AES_128.",
        ),
        (
            StoreKey { enabled: false, ..usable() },
            "The status of the external key must be ENABLED. The status of specified external key is DISABLED.",
        ),
        (
            StoreKey { decrypts: false, ..usable() },
            "The key usage of the external key must include ENCRYPT and DECRYPT. The key use of specified external key is ENCRYPT.",
        ),
    ];
    for (description, text) in unfit {
        memory.set_description(&external_key_id(), description).unwrap();
        let refused = fault(stores.key(on_external_key(&id, EXTERNAL_KEY)).await);
        assert_eq!(refused, format!("XksKeyInvalidConfigurationException: {text}"));
    }
    memory.set_description(&external_key_id(), usable()).unwrap();
    stores.key(on_external_key(&id, EXTERNAL_KEY)).await.unwrap();
    assert_eq!(code(stores.key(on_external_key(&id, EXTERNAL_KEY)).await), "XksKeyAlreadyInUseException");
    assert_eq!(code(stores.key(on_external_key(&id, "missing")).await), "XksKeyNotFoundException");
}

#[tokio::test]
async fn parameters_of_create_key_must_fit_each_other() {
    let stores = Stores::new().await;
    let proxy = stores.connected_proxy().await;
    let token = stores.connected_token().await;
    let invalid = [
        CreateKeyRequest { custom_key_store_id: None, ..in_token(&token) },
        CreateKeyRequest { origin: None, ..in_token(&token) },
        CreateKeyRequest { xks_key_id: None, ..on_external_key(&proxy, EXTERNAL_KEY) },
        CreateKeyRequest { xks_key_id: Some("a".to_owned()), ..in_token(&token) },
        CreateKeyRequest { xks_key_id: Some("a".to_owned()), ..create_key() },
    ];
    for input in invalid {
        assert_eq!(code(stores.key(input).await), "ValidationException");
    }
    let unsupported = [
        CreateKeyRequest { multi_region: Some(true), ..in_token(&token) },
        CreateKeyRequest {
            key_spec: Some(KeySpec::Hmac256),
            key_usage: Some(KeyUsageType::GenerateVerifyMac),
            ..in_token(&token)
        },
        in_token(&proxy),
        on_external_key(&token, EXTERNAL_KEY),
    ];
    for input in unsupported {
        assert_eq!(code(stores.key(input).await), "UnsupportedOperationException");
    }
    for missing in ["cks-00000000000000000", "cks-1", "x"] {
        assert_eq!(code(stores.key(in_token(missing)).await), "CustomKeyStoreNotFoundException");
    }
}

#[tokio::test]
async fn a_key_that_does_not_come_to_be_leaves_nothing_in_its_token() {
    let stores = Stores::new().await;
    let id = stores.connected_token().await;
    let locked_out = allow_to("arn:aws:iam::444455556666:root", "kms:*", json!({}));
    let input = CreateKeyRequest { policy: Some(locked_out.to_string()), ..in_token(&id) };
    assert_eq!(code(stores.key(input).await), "MalformedPolicyDocumentException");
    wait_until(|| stores.token.spy.memory.labels().is_empty()).await;
    stores.token_key(&id).await;
    assert_eq!(stores.token.spy.memory.labels().len(), 1);
}

#[tokio::test]
async fn stores_have_names_and_places_of_their_own() {
    let stores = Stores::new().await;
    stores.create(external("one")).await.unwrap();
    assert_eq!(code(stores.create(cloud_hsm("one")).await), "CustomKeyStoreNameInUseException");
    assert_eq!(code(stores.create(external("two")).await), "XksProxyUriInUseException");
    let mut elsewhere = external("two");
    elsewhere.xks_proxy_uri_path = Some("/two/kms/xks/v1".to_owned());
    stores.create(elsewhere).await.unwrap();
    stores.create(cloud_hsm("three")).await.unwrap();
    assert_eq!(code(stores.create(cloud_hsm("four")).await), "CloudHsmClusterInUseException");
    for number in 4..=10 {
        let mut input = external(&format!("store {number}"));
        input.xks_proxy_uri_path = Some(format!("/{number}/kms/xks/v1"));
        stores.create(input).await.unwrap();
    }
    let mut eleventh = external("eleventh");
    eleventh.xks_proxy_uri_path = Some("/eleventh/kms/xks/v1".to_owned());
    assert_eq!(code(stores.create(eleventh).await), "LimitExceededException");

    let all = DescribeCustomKeyStoresRequest { limit: Some(7), ..DescribeCustomKeyStoresRequest::default() };
    let first = stores.world.call::<DescribeCustomKeyStores>(&root(ACCOUNT), all.clone()).await.unwrap();
    assert_eq!((first.custom_key_stores.unwrap().len(), first.truncated), (7, Some(true)));
    let rest = DescribeCustomKeyStoresRequest { marker: first.next_marker, ..all };
    let rest = stores.world.call::<DescribeCustomKeyStores>(&root(ACCOUNT), rest).await.unwrap();
    assert_eq!((rest.custom_key_stores.unwrap().len(), rest.truncated), (3, Some(false)));
    // Another account, and another region, have stores of their own.
    let none = DescribeCustomKeyStoresRequest::default();
    let theirs = stores.world.call::<DescribeCustomKeyStores>(&root(STRANGER), none.clone()).await.unwrap();
    assert!(theirs.custom_key_stores.unwrap().is_empty());
    let named = DescribeCustomKeyStoresRequest { custom_key_store_name: Some("one".to_owned()), ..none };
    let found = stores.world.call::<DescribeCustomKeyStores>(&root(ACCOUNT), named.clone()).await.unwrap();
    let id = found.custom_key_stores.unwrap()[0].custom_key_store_id.clone();
    let theirs = stores.world.call::<DescribeCustomKeyStores>(&root(STRANGER), named.clone()).await;
    assert_eq!(code(theirs), "CustomKeyStoreNotFoundException");
    let connect = ConnectCustomKeyStoreRequest { custom_key_store_id: id.clone().unwrap() };
    let theirs = stores.world.call::<ConnectCustomKeyStore>(&root(STRANGER), connect).await;
    assert_eq!(code(theirs), "CustomKeyStoreNotFoundException");
    let both = DescribeCustomKeyStoresRequest { custom_key_store_id: id, ..named };
    let refused = stores.world.call::<DescribeCustomKeyStores>(&root(ACCOUNT), both).await;
    assert_eq!(code(refused), "ValidationException");
}

#[tokio::test]
async fn settings_are_tried_and_must_be_whole() {
    let stores = Stores::new().await;
    let with = |change: fn(&mut CreateCustomKeyStoreRequest), mut input: CreateCustomKeyStoreRequest| {
        change(&mut input);
        input
    };
    let unreachable = Some("https://other.example.com".to_owned());
    let cases = [
        (
            with(|input| input.cloud_hsm_cluster_id = Some("cluster-zyxwvutsrqp".to_owned()), cloud_hsm("a")),
            "CloudHsmClusterNotFoundException",
        ),
        (
            with(|input| input.trust_anchor_certificate = Some("another".to_owned()), cloud_hsm("a")),
            "IncorrectTrustAnchorException",
        ),
        (with(|input| input.key_store_password = None, cloud_hsm("a")), "ValidationException"),
        (with(|input| input.trust_anchor_certificate = None, cloud_hsm("a")), "ValidationException"),
        (
            with(|input| input.xks_proxy_uri_path = Some(PATH.to_owned()), cloud_hsm("a")),
            "ValidationException",
        ),
        (
            CreateCustomKeyStoreRequest { xks_proxy_uri_endpoint: unreachable, ..external("a") },
            "XksProxyUriUnreachableException",
        ),
        (
            CreateCustomKeyStoreRequest {
                xks_proxy_authentication_credential: Some(credential(&"x".repeat(43))),
                ..external("a")
            },
            "XksProxyIncorrectAuthenticationCredentialException",
        ),
        (
            with(|input| input.xks_proxy_authentication_credential = None, external("a")),
            "ValidationException",
        ),
        (with(|input| input.xks_proxy_connectivity = None, external("a")), "ValidationException"),
        (
            with(|input| input.cloud_hsm_cluster_id = Some(CLUSTER.to_owned()), external("a")),
            "ValidationException",
        ),
        (
            with(
                |input| input.xks_proxy_connectivity = Some(XksProxyConnectivityType::VpcEndpointService),
                external("a"),
            ),
            "XksProxyVpcEndpointServiceNotFoundException",
        ),
        (
            with(
                |input| input.xks_proxy_uri_endpoint = Some("http://proxy.example.com".to_owned()),
                external("a"),
            ),
            "ValidationException",
        ),
        (
            with(
                |input| input.xks_proxy_uri_endpoint = Some("https://proxy.example.com:8443".to_owned()),
                external("a"),
            ),
            "ValidationException",
        ),
        (
            with(|input| input.xks_proxy_uri_path = Some("/../kms/xks/v1".to_owned()), external("a")),
            "ValidationException",
        ),
    ];
    for (number, (input, expected)) in cases.into_iter().enumerate() {
        assert_eq!(code(stores.create(input).await), expected, "case {number}");
    }
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let nowhere = async |input| code(world.call::<CreateCustomKeyStore>(&owner, input).await);
    assert_eq!(nowhere(external("a")).await, "XksProxyUriUnreachableException");
    assert_eq!(nowhere(cloud_hsm("a")).await, "CloudHsmClusterNotFoundException");
}

#[tokio::test]
async fn a_store_that_cannot_be_connected_says_why() {
    let stores = Stores::new().await;
    let mut input = cloud_hsm("token");
    input.key_store_password = Some(SecretString::new("anotherPassword".to_owned()));
    let id = stores.create(input).await.unwrap();
    stores.connect(&id).await.unwrap();
    assert_eq!(stores.settled(&id).await, ("FAILED", Some("INVALID_CREDENTIALS")));
    assert_eq!(*stores.token.connected.lock().unwrap(), 1, "a wrong password is tried once");
    assert_eq!(code(stores.connect(&id).await), "CustomKeyStoreInvalidStateException");
    assert_eq!(code(stores.delete(&id).await), "CustomKeyStoreInvalidStateException");
    let password = || Some(SecretString::new(PASSWORD.to_owned()));
    let mended = UpdateCustomKeyStoreRequest { key_store_password: password(), ..update(&id) };
    assert_eq!(code(stores.update(mended.clone()).await), "CustomKeyStoreInvalidStateException");
    stores.disconnect(&id).await.unwrap();
    stores.update(mended).await.unwrap();
    stores.connect(&id).await.unwrap();
    assert_eq!(stores.settled(&id).await, ("CONNECTED", None));
    let ends: Vec<_> = stores
        .world
        .records()
        .into_iter()
        .filter(|record| record["eventName"] == "FinishConnectCustomKeyStore")
        .collect();
    let codes: Vec<_> =
        ends.iter().map(|record| record["additionalEventData"]["connectionErrorCode"].clone()).collect();
    assert_eq!(codes, [json!("INVALID_CREDENTIALS"), json!(null)]);
}

#[tokio::test]
async fn updates_respect_the_connection_state() {
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let id = stores.connected_proxy().await;
    let key = stores.external_key(&id).await;
    let blob = world.encrypt(&owner, &key.key_id).await.unwrap();
    let name = |name: &str| UpdateCustomKeyStoreRequest {
        new_custom_key_store_name: Some(name.to_owned()),
        ..update(&id)
    };
    let connections = *stores.proxy.connected.lock().unwrap();
    stores.update(name("renamed")).await.unwrap();
    world.decrypt(&owner, None, &blob).await.unwrap();
    assert_eq!(*stores.proxy.connected.lock().unwrap(), connections, "a new name needs no new connection");
    let endpoint =
        UpdateCustomKeyStoreRequest { xks_proxy_uri_endpoint: Some(ENDPOINT.to_owned()), ..update(&id) };
    assert_eq!(code(stores.update(endpoint.clone()).await), "CustomKeyStoreInvalidStateException");
    let secret = |secret: &str| UpdateCustomKeyStoreRequest {
        xks_proxy_authentication_credential: Some(credential(secret)),
        ..update(&id)
    };
    let refused = stores.update(secret(&"x".repeat(43))).await;
    assert_eq!(code(refused), "XksProxyIncorrectAuthenticationCredentialException");
    world.decrypt(&owner, None, &blob).await.unwrap();
    stores.update(secret(SECRET)).await.unwrap();
    world.decrypt(&owner, None, &blob).await.unwrap();
    assert_eq!(*stores.proxy.connected.lock().unwrap(), connections + 1);
    let password = UpdateCustomKeyStoreRequest {
        key_store_password: Some(SecretString::new(PASSWORD.to_owned())),
        ..update(&id)
    };
    assert_eq!(code(stores.update(password).await), "ValidationException");
    stores.disconnect(&id).await.unwrap();
    stores.update(endpoint).await.unwrap();
    let other = stores.create(cloud_hsm("token")).await.unwrap();
    assert_eq!(code(stores.update(name("token")).await), "CustomKeyStoreNameInUseException");
    let unrelated = UpdateCustomKeyStoreRequest {
        cloud_hsm_cluster_id: Some("cluster-zyxwvutsrqp".to_owned()),
        ..update(&other)
    };
    assert_eq!(code(stores.update(unrelated).await), "CloudHsmClusterNotFoundException");
    assert_eq!(code(stores.update(update("cks-00000000000000000")).await), "CustomKeyStoreNotFoundException");
}

#[tokio::test]
async fn after_a_restart_stores_are_connected_when_they_are_needed() {
    let stores = Stores::new().await;
    let owner = root(ACCOUNT);
    let id = stores.connected_proxy().await;
    let key = stores.external_key(&id).await;
    let blob = stores.world.encrypt(&owner, &key.key_id).await.unwrap();
    let connections = *stores.proxy.connected.lock().unwrap();
    let stores = stores.restarted().await;
    assert_eq!(stores.settled(&id).await, ("CONNECTED", None));
    assert_eq!(*stores.proxy.connected.lock().unwrap(), connections);
    stores.world.decrypt(&owner, None, &blob).await.unwrap();
    stores.world.decrypt(&owner, None, &blob).await.unwrap();
    assert_eq!(*stores.proxy.connected.lock().unwrap(), connections + 1);
}

#[tokio::test]
async fn an_attempt_to_connect_that_a_stop_interrupted_is_made_after_the_restart() {
    let stores = Stores::new().await;
    let id = stores.create(external("proxy")).await.unwrap();
    // Without background work, as when the program stops right after the answer.
    let world = stores.world.restarted(key_store::Connectors::default()).await;
    let input = ConnectCustomKeyStoreRequest { custom_key_store_id: id.clone() };
    let stores = {
        let stores = stores.restarted().await;
        world.call::<ConnectCustomKeyStore>(&root(ACCOUNT), input).await.unwrap();
        stores.restarted().await
    };
    assert_eq!(stores.settled(&id).await, ("CONNECTED", None));
}

#[tokio::test]
async fn random_bytes_of_a_token() {
    let stores = Stores::new().await;
    let (world, owner) = (&stores.world, root(ACCOUNT));
    let random = |id: &str| GenerateRandomRequest {
        custom_key_store_id: Some(id.to_owned()),
        number_of_bytes: Some(32),
        recipient: None,
    };
    let token = stores.connected_token().await;
    let bytes = world.call::<GenerateRandom>(&owner, random(&token)).await.unwrap().plaintext.unwrap();
    assert_eq!(bytes.len(), 32);
    stores.token.spy.memory.fail_with(Some(StoreError::TimedOut));
    assert_eq!(
        code(world.call::<GenerateRandom>(&owner, random(&token)).await),
        "DependencyTimeoutException"
    );
    stores.disconnect(&token).await.unwrap();
    assert_eq!(
        code(world.call::<GenerateRandom>(&owner, random(&token)).await),
        "CustomKeyStoreInvalidStateException"
    );
    let proxy = stores.connected_proxy().await;
    assert_eq!(
        code(world.call::<GenerateRandom>(&owner, random(&proxy)).await),
        "UnsupportedOperationException"
    );
    assert_eq!(
        code(world.call::<GenerateRandom>(&root(STRANGER), random(&token)).await),
        "CustomKeyStoreNotFoundException"
    );
}

#[tokio::test]
async fn secrets_are_neither_kept_nor_recorded_in_the_clear() {
    let stores = Stores::new().await;
    let proxy = stores.connected_proxy().await;
    stores.connected_token().await;
    let secret = UpdateCustomKeyStoreRequest {
        xks_proxy_authentication_credential: Some(credential(SECRET)),
        ..update(&proxy)
    };
    stores.update(secret).await.unwrap();
    let mut tx = stores.world.store.begin().await.unwrap();
    let kept = tx.list::<kms::CustomKeyStoreRecord>(&(), store::Page::first(10)).await.unwrap().items;
    assert_eq!(kept.len(), 2);
    let kept: Vec<_> = kept.iter().map(|record| serde_json::to_string(record).unwrap()).collect();
    for text in [kept.concat(), serde_json::to_string(&stores.world.records()).unwrap()] {
        assert!(!text.contains(SECRET) && !text.contains(PASSWORD), "{text}");
    }
    // A key in another place does not open them.
    let world = stores.world.with_wrong_root_key().await;
    let connect = ConnectCustomKeyStoreRequest { custom_key_store_id: proxy };
    world.call::<ConnectCustomKeyStore>(&root(ACCOUNT), connect).await.unwrap();
}

#[tokio::test]
async fn whoever_is_not_allowed_does_not_reach_the_store() {
    let stores = Stores::new().await;
    let id = stores.connected_proxy().await;
    let key = stores.external_key(&id).await;
    let asked = stores.proxy.spy.memory.asked().len();
    let nobody = user(ACCOUNT, "nobody", allow("s3:*", json!({})));
    let world = &stores.world;
    let denied = [
        code(world.call::<CreateCustomKeyStore>(&nobody, external("another")).await),
        code(world.call::<UpdateCustomKeyStore>(&nobody, update(&id)).await),
        code(
            world
                .call::<ConnectCustomKeyStore>(
                    &nobody,
                    ConnectCustomKeyStoreRequest { custom_key_store_id: id.clone() },
                )
                .await,
        ),
        code(
            world
                .call::<DisconnectCustomKeyStore>(
                    &nobody,
                    DisconnectCustomKeyStoreRequest { custom_key_store_id: id.clone() },
                )
                .await,
        ),
        code(
            world
                .call::<DeleteCustomKeyStore>(
                    &nobody,
                    DeleteCustomKeyStoreRequest { custom_key_store_id: id.clone() },
                )
                .await,
        ),
        code(world.call::<DescribeCustomKeyStores>(&nobody, DescribeCustomKeyStoresRequest::default()).await),
        code(world.call::<CreateKey>(&nobody, on_external_key(&id, EXTERNAL_KEY)).await),
        code(world.encrypt(&nobody, &key.key_id).await),
    ];
    assert_eq!(denied, ["AccessDeniedException"; 8]);
    assert_eq!(stores.proxy.spy.memory.asked().len(), asked);
    // The origin is a condition key.
    let limited = user(
        ACCOUNT,
        "limited",
        allow("kms:*", json!({ "StringNotEquals": { "kms:KeyOrigin": "EXTERNAL_KEY_STORE" } })),
    );
    assert_eq!(
        code(world.call::<CreateKey>(&limited, on_external_key(&id, "b")).await),
        "AccessDeniedException"
    );
    world.call::<CreateKey>(&limited, create_key()).await.unwrap();
}
