//! Tokens that go away, come back and change their mind.

use cryptoki::session::UserType;
use cryptoki::types::AuthPin;
use key_store::conformance::request;
use key_store::{ConnectFailure, Error};
use key_store_pkcs11::{Cluster, Pkcs11Connector};

use crate::world::{PIN, TOKEN, cluster, connect, failure, open_module, settings};
use crate::{in_world, with_key};

#[test]
fn a_token_that_is_pulled_out_is_unreachable_and_comes_back() {
    in_world("trouble::a_token_that_is_pulled_out_is_unreachable_and_comes_back", async |world| {
        let world = world.with_token();
        let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let (store, key) = with_key(&connector).await;
        let sealed = store.encrypt(&key, b"plaintext", b"aad", &request()).await.unwrap();

        let pulled_out = world.pull_out();
        for error in [
            store.encrypt(&key, b"plaintext", b"aad", &request()).await.err(),
            store.decrypt(&key, &sealed, b"aad", &request()).await.err(),
            store.describe_key(&key, &request()).await.err(),
            store.check(&request()).await.err(),
            store.create_key("label").await.err(),
            store.destroy_key(&key).await.err(),
        ] {
            assert!(matches!(error, Some(Error::Unreachable(_))), "{error:?}");
        }

        pulled_out.put_back();
        let opened = loop {
            match store.decrypt(&key, &sealed, b"aad", &request()).await {
                Ok(opened) => break opened,
                Err(error) => assert!(matches!(error, Error::Unreachable(_)), "{error:?}"),
            }
        };
        assert!(opened.expose() == b"plaintext");
    });
}

#[test]
fn a_lost_login_is_made_again() {
    in_world("trouble::a_lost_login_is_made_again", async |world| {
        let world = world.with_token();
        let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let (store, key) = with_key(&connector).await;
        for _ in 0..3 {
            world.session(TOKEN).1.logout().unwrap();
            let sealed = store.encrypt(&key, b"plaintext", b"", &request()).await.expect("logged in again");
            world.session(TOKEN).1.logout().unwrap();
            store.decrypt(&key, &sealed, b"", &request()).await.expect("logged in again");
        }
    });
}

#[test]
fn lost_sessions_are_opened_again() {
    in_world("trouble::lost_sessions_are_opened_again", async |world| {
        let _world = world.with_token();
        let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let (store, key) = with_key(&connector).await;
        for _ in 0..3 {
            // The module forgets everything, as one does that lost its token's server.
            open_module().finalize().unwrap();
            let _ = open_module();
            store.encrypt(&key, b"plaintext", b"", &request()).await.expect("on a new session");
        }
    });
}

#[test]
fn a_password_that_was_changed_is_tried_once() {
    in_world("trouble::a_password_that_was_changed_is_tried_once", async |world| {
        let world = world.with_token();
        let connector = Pkcs11Connector::new(vec![Cluster { sessions: 1, ..cluster() }]).unwrap();
        let (store, key) = with_key(&connector).await;
        let (_, session) = world.session(TOKEN);
        let [old, new] = [PIN, "battery-staple"].map(|pin| AuthPin::new(pin.into()));
        session.set_pin(&old, &new).unwrap();
        session.logout().unwrap();
        let refused = store.encrypt(&key, b"plaintext", b"", &request()).await.err();
        assert!(matches!(refused, Some(Error::NotAuthenticated(_))), "{refused:?}");
        assert!(!format!("{refused:?}").contains(PIN));

        // Were the old one tried again, it would work now.
        session.login(UserType::User, Some(&new)).unwrap();
        session.set_pin(&new, &old).unwrap();
        session.logout().unwrap();
        assert_eq!(store.encrypt(&key, b"plaintext", b"", &request()).await.err(), refused);

        assert_eq!(
            failure(&connector, &settings("battery-staple")).await,
            ConnectFailure::InvalidCredentials
        );
        let again = connect(&connector).await;
        again.encrypt(&key, b"plaintext", b"", &request()).await.expect("connecting tries anew");
        store.encrypt(&key, b"plaintext", b"", &request()).await.expect("and the login is everybody's");
    });
}
