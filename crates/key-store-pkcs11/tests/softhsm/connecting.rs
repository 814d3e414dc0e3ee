//! Who gets connected, and what everybody else is told.

use std::path::PathBuf;

use key_store::conformance::request;
use key_store::{ConnectFailure, Connector, Settings};
use key_store_pkcs11::{Cluster, Pkcs11Connector, TrustAnchor};

use crate::in_world;
use crate::world::{CLUSTER, CUSTOMER_CA, OTHER_CA, PIN, TOKEN, cluster, connect, failure, settings};

#[test]
fn a_wrong_password_is_refused_also_beside_a_right_one() {
    in_world("connecting::a_wrong_password_is_refused_also_beside_a_right_one", async |world| {
        let _world = world.with_token();
        let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let wrong = settings("wrong-horse");
        assert_eq!(failure(&connector, &wrong).await, ConnectFailure::InvalidCredentials);

        let store = connect(&connector).await;
        assert_eq!(failure(&connector, &wrong).await, ConnectFailure::InvalidCredentials);
        let shared = connect(&connector).await;
        drop(store);
        shared.check(&request()).await.expect("it does not depend on the first connection");

        // Right after the last one has gone: no login may be left that a wrong password could use.
        drop(shared);
        assert_eq!(failure(&connector, &wrong).await, ConnectFailure::InvalidCredentials);
        connect(&connector).await.check(&request()).await.unwrap();

        let error = connector.connect(&wrong, &request()).await.err().unwrap();
        assert!(!format!("{error} {error:?}").contains("wrong-horse"));
    });
}

#[test]
fn a_login_that_others_left_counts_for_nothing() {
    in_world("connecting::a_login_that_others_left_counts_for_nothing", async |world| {
        let world = world.with_token();
        let (_, session) = world.session(TOKEN);
        let pin = cryptoki::types::AuthPin::new(PIN.into());
        session.login(cryptoki::session::UserType::User, Some(&pin)).unwrap();
        let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
        assert_eq!(failure(&connector, &settings("wrong-horse")).await, ConnectFailure::InvalidCredentials);
        connect(&connector).await.check(&request()).await.unwrap();
    });
}

#[test]
fn what_is_missing_is_told_apart() {
    in_world("connecting::what_is_missing_is_told_apart", async |world| {
        let world = world.with_token();
        world.add_token_without_user("no user");
        let named = |id: &str| Settings::CloudHsm {
            cluster_id: id.to_owned(),
            password: PIN.to_owned().into(),
            trust_anchor: CUSTOMER_CA.to_owned(),
        };
        let from_file = TrustAnchor::from_pem(CUSTOMER_CA).unwrap();
        let connector = Pkcs11Connector::new(vec![
            Cluster {
                id: "cluster-notokenaaaa".to_owned(),
                token_label: "not there".to_owned(),
                ..cluster()
            },
            Cluster {
                id: "cluster-nouseraaaaa".to_owned(),
                token_label: "no user".to_owned(),
                trust_anchor: from_file,
                ..cluster()
            },
            Cluster {
                id: "cluster-nomoduleaaa".to_owned(),
                module: PathBuf::from("/nonexistent/module.so"),
                ..cluster()
            },
        ])
        .unwrap();
        for (id, expected) in [
            (CLUSTER, ConnectFailure::ClusterNotFound),
            ("cluster-notokenaaaa", ConnectFailure::InsufficientCloudHsmHsms),
            ("cluster-nouseraaaaa", ConnectFailure::UserNotFound),
            ("cluster-nomoduleaaa", ConnectFailure::InternalError),
        ] {
            assert_eq!(failure(&connector, &named(id)).await, expected, "{id}");
        }
        let external = Settings::External {
            endpoint: "https://proxy.example".to_owned(),
            uri_path: "/kms/xks/v1".to_owned(),
            access_key_id: "ABCDEFGHIJKLMNOPQRST".to_owned(),
            secret_access_key: "secret".to_owned().into(),
            region: "us-east-1".to_owned(),
        };
        assert_eq!(failure(&connector, &external).await, ConnectFailure::InternalError);
    });
}

#[test]
fn the_trust_anchor_is_compared() {
    in_world("connecting::the_trust_anchor_is_compared", async |world| {
        let world = world.with_token();
        let anchored = |trust_anchor: &str| Settings::CloudHsm {
            cluster_id: CLUSTER.to_owned(),
            password: PIN.to_owned().into(),
            trust_anchor: trust_anchor.to_owned(),
        };
        let incorrect = ConnectFailure::IncorrectTrustAnchor;
        let (cut, _) = CUSTOMER_CA.split_at(200);
        for from in [TrustAnchor::in_token("customerCA"), TrustAnchor::from_pem(CUSTOMER_CA).unwrap()] {
            let connector = Pkcs11Connector::new(vec![Cluster { trust_anchor: from, ..cluster() }]).unwrap();
            for wrong in [OTHER_CA, "", "not a certificate", cut] {
                let refused = connector.verify(&anchored(wrong), &request()).await.err().unwrap();
                assert_eq!(refused.failure, incorrect);
                assert_eq!(failure(&connector, &anchored(wrong)).await, incorrect, "connecting compares too");
            }
            connector.verify(&anchored(CUSTOMER_CA), &request()).await.unwrap();
            let spaced = format!("Subject: customerCA\n\n{}\n", CUSTOMER_CA.replace('\n', "\r\n"));
            connector.verify(&anchored(&spaced), &request()).await.expect("the same certificate");
        }

        let missing = Cluster { trust_anchor: TrustAnchor::in_token("missing"), ..cluster() };
        let connector = Pkcs11Connector::new(vec![missing]).unwrap();
        assert_eq!(failure(&connector, &anchored(CUSTOMER_CA)).await, ConnectFailure::InternalError);
        world.add_certificate(TOKEN, "customerCA", OTHER_CA);
        let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let ambiguous = failure(&connector, &anchored(CUSTOMER_CA)).await;
        assert_eq!(ambiguous, ConnectFailure::InternalError, "two certificates of one label decide nothing");
    });
}

#[test]
fn two_tokens_work_at_once_and_keep_their_keys_apart() {
    in_world("connecting::two_tokens_work_at_once_and_keep_their_keys_apart", async |world| {
        let world = world.with_token();
        world.add_token("second");
        let second = Cluster {
            id: "cluster-second22222".to_owned(),
            token_label: "second".to_owned(),
            trust_anchor: TrustAnchor::from_pem(CUSTOMER_CA).unwrap(),
            ..cluster()
        };
        let settings_of_second = Settings::CloudHsm {
            cluster_id: second.id.clone(),
            password: PIN.to_owned().into(),
            trust_anchor: CUSTOMER_CA.to_owned(),
        };
        let connector = Pkcs11Connector::new(vec![cluster(), second]).unwrap();
        let first = connect(&connector).await;
        let second = connector.connect(&settings_of_second, &request()).await.unwrap();
        let key = first.create_key("label").await.unwrap();
        let sealed = first.encrypt(&key, b"plaintext", b"", &request()).await.unwrap();
        let elsewhere = second.decrypt(&key, &sealed, b"", &request()).await.err();
        assert_eq!(elsewhere, Some(key_store::Error::KeyNotFound));
        drop(first);
        second.check(&request()).await.expect("the other token's logout is not this one's");
    });
}
