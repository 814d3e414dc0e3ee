//! Keys stay in the token.

use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, AttributeInfo, AttributeType, KeyType, ObjectClass};
use key_store::conformance::request;
use key_store_pkcs11::Pkcs11Connector;

use crate::world::{TOKEN, cluster};
use crate::{in_world, with_key};

#[test]
fn a_key_never_leaves_the_token() {
    in_world("keys::a_key_never_leaves_the_token", async |world| {
        let world = world.with_token();
        let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let (_store, id) = with_key(&connector).await;
        // In this process Lodge's login serves every session, so this is what somebody with the password can do.
        let (_, session) = world.session(TOKEN);
        let named = [Attribute::Label(b"1234abcd-12ab-34cd-56ef-1234567890ab".to_vec())];
        let found = session.find_objects(&named).unwrap();
        let [key] = found.as_slice() else { panic!("one key with the label") };

        let value = session.get_attribute_info(*key, &[AttributeType::Value]).unwrap();
        assert!(matches!(value.as_slice(), [AttributeInfo::Sensitive]), "{value:?}");
        assert_eq!(session.get_attributes(*key, &[AttributeType::Value]).unwrap(), []);

        let expected = [
            Attribute::Class(ObjectClass::SECRET_KEY),
            Attribute::KeyType(KeyType::AES),
            Attribute::ValueLen(32.into()),
            Attribute::Id(hex::decode(id.as_str()).unwrap()),
            Attribute::Token(true),
            Attribute::Private(true),
            Attribute::Sensitive(true),
            Attribute::AlwaysSensitive(true),
            Attribute::Extractable(false),
            Attribute::NeverExtractable(true),
            Attribute::Local(true),
            Attribute::Modifiable(false),
            Attribute::Wrap(true),
            Attribute::Unwrap(true),
            Attribute::Encrypt(false),
            Attribute::Decrypt(false),
        ];
        for attribute in expected {
            let actual = session.get_attributes(*key, &[attribute.attribute_type()]).unwrap();
            assert_eq!(actual, [attribute]);
        }

        let other = session
            .generate_key(
                &Mechanism::AesKeyGen,
                &[Attribute::ValueLen(32.into()), Attribute::Wrap(true), Attribute::Token(false)],
            )
            .unwrap();
        assert!(session.wrap_key(&Mechanism::AesKeyWrap, other, *key).is_err(), "it cannot be wrapped");
        assert!(session.update_attributes(*key, &[Attribute::Extractable(true)]).is_err());
        assert!(session.encrypt(&Mechanism::AesEcb, *key, &[0; 16]).is_err(), "it only wraps");
        assert!(session.decrypt(&Mechanism::AesEcb, *key, &[0; 16]).is_err(), "it only unwraps");
    });
}

#[test]
fn data_keys_leave_nothing_behind() {
    in_world("keys::data_keys_leave_nothing_behind", async |world| {
        let world = world.with_token();
        let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let (store, key) = with_key(&connector).await;
        for _ in 0..20 {
            let sealed = store.encrypt(&key, b"plaintext", b"aad", &request()).await.unwrap();
            store.decrypt(&key, &sealed, b"aad", &request()).await.unwrap();
            store.decrypt(&key, &sealed, b"other", &request()).await.err().expect("a refusal");
            store.check(&request()).await.unwrap();
        }
        let (_, session) = world.session(TOKEN);
        let secret_keys = session.find_objects(&[Attribute::Class(ObjectClass::SECRET_KEY)]).unwrap();
        assert_eq!(secret_keys.len(), 1, "only the store key is there");
    });
}

#[test]
fn what_one_connection_seals_the_next_one_opens() {
    in_world("keys::what_one_connection_seals_the_next_one_opens", async |world| {
        let _world = world.with_token();
        let first = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let (store, key) = with_key(&first).await;
        let sealed = store.encrypt(&key, b"plaintext", b"aad", &request()).await.unwrap();
        drop((store, first));
        let second = Pkcs11Connector::new(vec![cluster()]).unwrap();
        let store = crate::connect(&second).await;
        let opened = store.decrypt(&key, &sealed, b"aad", &request()).await.unwrap();
        assert!(opened.expose() == b"plaintext");
    });
}
