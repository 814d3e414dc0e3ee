//! Fields of JSON objects, DynamoDB items and SQL rows, and beacons.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeMap;

use lodge_sdk::{AttributeValue, Error, Fields, Options, SqlValue};
use serde_json::{Map, Value, json};
use support::{Aws, ROLE, context, tenant};

fn object(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

#[tokio::test]
async fn fields_of_a_json_object() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let (one, none) = (tenant("1"), context(&[]));
    let fields = Fields::new(["card", "limits", "missing"]);
    let record = object(json!({"id": 7, "card": "4111", "limits": {"day": 1.5, "tags": [null]}}));
    let sealed = client.encrypt_fields(&one, "cards/7", record.clone(), &fields, None, &none).await.unwrap();
    assert_eq!(aws.requests(), ["AssumeRole", "GenerateDataKey"]);
    assert_eq!(sealed.keys().collect::<Vec<_>>(), ["card", "id", "limits"]);
    assert_eq!(sealed["id"], 7);
    assert!(sealed["limits"].is_string());
    let opened = client.decrypt_fields(&one, "cards/7", sealed.clone(), &fields, &none).await.unwrap();
    assert_eq!(opened, record);
    assert_eq!(aws.requests(), ["Decrypt"]);

    let open = async |id: &str, row: &str, record: Map<String, Value>| {
        client.decrypt_fields(&tenant(id), row, record, &fields, &none).await.unwrap_err()
    };
    // Another row, swapped fields, a plain value, another tenant.
    assert!(matches!(open("1", "cards/8", sealed.clone()).await, Error::Tampered { .. }));
    let mut swapped = sealed.clone();
    swapped["card"] = sealed["limits"].clone();
    swapped["limits"] = sealed["card"].clone();
    assert!(matches!(open("1", "cards/7", swapped).await, Error::Tampered { .. }));
    let mut plain = sealed.clone();
    plain["card"] = json!("4111");
    assert!(matches!(open("1", "cards/7", plain).await, Error::Tampered { .. }));
    assert!(matches!(open("2", "cards/7", sealed.clone()).await, Error::WrongTenant { .. }));
}

#[tokio::test]
async fn attributes_of_items_and_columns_of_rows() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let (one, none) = (tenant("1"), context(&[]));
    let fields = Fields::new(["a", "b"]);
    let item: BTreeMap<String, AttributeValue> = serde_json::from_value(
        json!({"pk": {"S": "1"}, "a": {"NS": ["1", "2.0"]}, "b": {"M": {"x": {"B": "AA=="}}}}),
    )
    .unwrap();
    let sealed = client.encrypt_fields(&one, "t/1", item.clone(), &fields, None, &none).await.unwrap();
    assert!(matches!((&sealed["pk"], &sealed["a"]), (AttributeValue::S(_), AttributeValue::B(_))));
    assert_eq!(client.decrypt_fields(&one, "t/1", sealed, &fields, &none).await.unwrap(), item);

    let row = BTreeMap::from([
        ("id".to_owned(), SqlValue::Integer(1)),
        ("a".to_owned(), SqlValue::Text("text".into())),
        ("b".to_owned(), SqlValue::Null),
    ]);
    let sealed = client.encrypt_fields(&one, "t/1", row.clone(), &fields, None, &none).await.unwrap();
    assert!(matches!(sealed["b"], SqlValue::Bytes(_)));
    assert_eq!(client.decrypt_fields(&one, "t/1", sealed, &fields, &none).await.unwrap(), row);
}

#[tokio::test]
async fn many_rows_share_a_data_key_and_change_together() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let (one, none) = (tenant("1"), context(&[]));
    let fields = Fields::new(["name"]);
    let original: Vec<_> =
        (0..50).map(|number| object(json!({"id": number, "name": format!("n{number}")}))).collect();
    let mut rows = original.clone();
    client.encrypt_rows(&one, &mut named_rows(&mut rows), &fields, None, &none).await.unwrap();
    assert_eq!(aws.requests(), ["AssumeRole", "GenerateDataKey"]);
    assert_ne!(rows, original);
    rows.swap(3, 4);
    let sealed = rows.clone();
    let refused = client.decrypt_rows(&one, &mut named_rows(&mut rows), &fields, &none).await;
    assert!(matches!(refused, Err(Error::Tampered { .. })));
    assert_eq!(rows, sealed);
    rows.swap(3, 4);
    aws.requests();
    client.decrypt_rows(&one, &mut named_rows(&mut rows), &fields, &none).await.unwrap();
    assert_eq!((rows, aws.requests()), (original, vec!["Decrypt".to_owned()]));
}

fn named_rows(rows: &mut [Map<String, Value>]) -> Vec<(String, &mut Map<String, Value>)> {
    rows.iter_mut().enumerate().map(|(id, row)| (format!("people/{id}"), row)).collect()
}

#[tokio::test]
async fn equal_values_of_a_tenant_have_equal_beacons() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let (one, two, none) = (tenant("1"), tenant("2"), context(&[]));
    let sealed_key = client.create_beacon_key(&one).await.unwrap();
    let key = client.open_beacon_key(&one, &sealed_key).await.unwrap();
    let same_key = client.open_beacon_key(&one, &sealed_key).await.unwrap();
    assert!(matches!(client.open_beacon_key(&two, &sealed_key).await, Err(Error::WrongTenant { .. })));
    // A message of another purpose is no key.
    let message = client.encrypt_tenant_data(&one, &[0; 32], &none).await.unwrap();
    assert!(matches!(client.open_beacon_key(&one, &message).await, Err(Error::WrongContext { .. })));

    let fields = Fields::new(["email"]).searchable("email", "email_beacon", 32);
    let record = object(json!({"email": "a@b"}));
    let sealed =
        client.encrypt_fields(&one, "p/1", record.clone(), &fields, Some(&key), &none).await.unwrap();
    assert_eq!(sealed["email_beacon"], fields.beacon(&same_key, "email", &json!("a@b")).unwrap());
    let opened = client.decrypt_fields(&one, "p/1", sealed, &fields, &none).await.unwrap();
    // As it was given: it can be encrypted again.
    assert_eq!(opened, record);

    let other = client.create_beacon_key(&two).await.unwrap();
    let other = client.open_beacon_key(&two, &other).await.unwrap();
    let long = Fields::new(["email"]).searchable("email", "email_beacon", 128);
    let beacon = |key| long.beacon(key, "email", &json!("a@b")).unwrap();
    assert_ne!(beacon(&other), beacon(&key));
    for key in [None, Some(&other)] {
        let refused = client.encrypt_fields(&one, "p/1", record.clone(), &fields, key, &none).await;
        assert!(matches!(refused, Err(Error::InvalidInput { .. })));
    }
}

#[tokio::test]
async fn a_beacon_takes_no_other_fields_place() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let (one, none) = (tenant("1"), context(&[]));
    let sealed_key = client.create_beacon_key(&one).await.unwrap();
    let key = client.open_beacon_key(&one, &sealed_key).await.unwrap();
    let two = || Fields::new(["a", "b"]);
    aws.requests();
    for (fields, reason) in [
        (two().searchable("a", "a", 32), "`a` is an encrypted field"),
        (two().searchable("a", "b", 32), "`b` is an encrypted field"),
        (two().searchable("a", "x", 32).searchable("b", "x", 32), "twice"),
        (two().searchable("a", "x", 32).searchable("a", "y", 16), "twice"),
        (two().searchable("c", "x", 32), "`c` is searchable but not encrypted"),
        (two().searchable("a", "id", 32), "the record has a field `id`"),
        (Fields::new(["a", "missing"]).searchable("missing", "id", 32), "the record has a field `id`"),
        (two().searchable("a", "x", 0), "1 to 256 bits"),
        (two().searchable("a", "x", 257), "1 to 256 bits"),
    ] {
        let record = object(json!({"id": 7, "a": "1", "b": "2", "c": "3"}));
        let mut rows = vec![record.clone()];
        let refused = client.encrypt_rows(&one, &mut named_rows(&mut rows), &fields, Some(&key), &none).await;
        assert!(
            matches!(&refused, Err(Error::InvalidInput { reason: said }) if said.contains(reason)),
            "{reason}: {refused:?}"
        );
        assert_eq!(rows, std::slice::from_ref(&record));
        if !reason.contains("record") && !reason.contains("bits") {
            let refused = client.decrypt_fields(&one, "row", record, &fields, &none).await;
            assert!(matches!(refused, Err(Error::InvalidInput { .. })));
        }
        if !reason.contains("record") {
            assert!(matches!(fields.beacon(&key, "a", &json!(1)), Err(Error::InvalidInput { .. })));
        }
    }
    assert!(matches!(two().beacon(&key, "a", &json!(1)), Err(Error::InvalidInput { .. })));
    assert_eq!(aws.requests(), Vec::<String>::new());
}
