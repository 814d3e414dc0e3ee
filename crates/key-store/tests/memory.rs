//! The key store in memory does what a key store must do, and what its users' tests need.
#![expect(clippy::unwrap_used, reason = "these are tests")]

use std::sync::Arc;

use key_store::conformance::{Subject, request, run};
use key_store::{
    ConnectFailure, Connector, Connectors, Error, KeySpec, KeyStore, Memory, MemoryConnector, Settings,
    StoreKey, StoreKeyId,
};

async fn subject() -> Subject {
    let store = Memory::new();
    let keys = [store.create_key("one").await.unwrap(), store.create_key("two").await.unwrap()];
    Subject {
        store: Arc::new(store),
        keys,
        missing: StoreKeyId::parse("memory-0").unwrap(),
        makes_keys: true,
        outlives_it: Box::new(()),
    }
}

macro_rules! tests {
    ($($case:ident)+) => {
        $(
            #[test]
            fn $case() {
                run(subject, key_store::conformance::$case);
            }
        )+
    };
}

key_store::conformance_cases!(tests);

#[tokio::test]
async fn it_fails_when_told_and_remembers_who_asked() {
    let store = Memory::new();
    let key = store.create_key("label").await.unwrap();
    store.fail_with(Some(Error::Throttled));
    assert_eq!(store.check(&request()).await, Err(Error::Throttled));
    assert_eq!(store.random(1).await.err(), Some(Error::Throttled));
    store.fail_with(None);
    store.check(&request()).await.unwrap();
    assert_eq!(store.asked(), [request(), request()]);
    assert_eq!(store.labels(), ["label"]);

    let disabled = StoreKey { spec: KeySpec::Aes256, encrypts: true, decrypts: true, enabled: false };
    store.set_description(&key, disabled).unwrap();
    assert!(matches!(store.encrypt(&key, b"p", b"", &request()).await, Err(Error::KeyDisabled(_))));
}

#[tokio::test]
async fn connectors_are_chosen_by_type() {
    let cluster = |id: &str, password: &str, trust_anchor: &str| Settings::CloudHsm {
        cluster_id: id.to_owned(),
        password: password.to_owned().into(),
        trust_anchor: trust_anchor.to_owned(),
    };
    let proxy = Settings::External {
        region: "eu-west-1".to_owned(),
        endpoint: "https://proxy.example".to_owned(),
        uri_path: "/kms/xks/v1".to_owned(),
        access_key_id: "ABCDEFGHIJKLMNOPQRST".to_owned(),
        secret_access_key: "secret".to_owned().into(),
    };
    let known = MemoryConnector {
        store: Memory::new(),
        address: "cluster-1".to_owned(),
        secret: "password".to_owned().into(),
        trust_anchor: "anchor".to_owned(),
    };
    let connectors = Connectors { cloud_hsm: Some(Arc::new(known)), external: None };
    let failure = async |settings: &Settings| {
        connectors.connect(settings, &request()).await.err().map(|error| error.failure)
    };
    assert_eq!(failure(&cluster("cluster-1", "password", "anchor")).await, None);
    assert_eq!(
        failure(&cluster("cluster-2", "password", "anchor")).await,
        Some(ConnectFailure::ClusterNotFound)
    );
    assert_eq!(
        failure(&cluster("cluster-1", "password", "other")).await,
        Some(ConnectFailure::IncorrectTrustAnchor)
    );
    let wrong_password = cluster("cluster-1", "passwords", "anchor");
    assert_eq!(failure(&wrong_password).await, Some(ConnectFailure::InvalidCredentials));
    assert_eq!(connectors.verify(&wrong_password, &request()).await, Ok(()), "the password is not tried");
    assert_eq!(failure(&proxy).await, Some(ConnectFailure::XksProxyNotReachable));
    let none = Connectors::default();
    let refused = none.verify(&wrong_password, &request()).await.unwrap_err();
    assert_eq!(refused.failure.code(), "CLUSTER_NOT_FOUND");
    assert!(!refused.to_string().contains("passwords"));
}
