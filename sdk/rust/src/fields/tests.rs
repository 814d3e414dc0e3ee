use proptest::prelude::*;
use serde_json::{Value, json};

use super::{AttributeValue, FieldValue, SqlValue, place};

fn comes_back<V: FieldValue + PartialEq + std::fmt::Debug>(value: &V) {
    let encoded = value.encode().unwrap();
    assert_eq!(V::decode(&encoded).as_ref(), Some(value));
    assert_eq!(V::decode(&[]), None);
}

#[test]
fn values_come_back_with_their_types() {
    for value in
        [json!(null), json!(true), json!(1), json!(1.5), json!("1"), json!([1, {"a": [null]}]), json!({})]
    {
        comes_back(&value);
    }
    let mut map = std::collections::BTreeMap::new();
    for text in [
        json!({"S": "a"}),
        json!({"N": "1.50"}),
        json!({"B": "AAE="}),
        json!({"BOOL": false}),
        json!({"NULL": true}),
        json!({"SS": ["b", "a"]}),
        json!({"NS": ["2", "1"]}),
        json!({"BS": ["AA==", ""]}),
        json!({"L": [{"S": ""}, {"N": "1"}]}),
        json!({"M": {"a": {"B": ""}}}),
    ] {
        let value: AttributeValue = serde_json::from_value(text.clone()).unwrap();
        assert_eq!(serde_json::to_value(&value).unwrap(), text);
        comes_back(&value);
        map.insert(text.to_string(), value);
    }
    comes_back(&AttributeValue::M(map));
    for value in [SqlValue::Null, SqlValue::Bool(true), SqlValue::Integer(-1), SqlValue::Real(-0.0)] {
        comes_back(&value);
    }
}

#[test]
fn one_kind_is_not_read_as_another() {
    let json = json!("a").encode().unwrap();
    let dynamodb = AttributeValue::S("a".into()).encode().unwrap();
    let sql = SqlValue::Text("a".into()).encode().unwrap();
    assert_eq!((AttributeValue::decode(&json), SqlValue::decode(&json)), (None, None));
    assert_eq!((Value::decode(&dynamodb), SqlValue::decode(&dynamodb)), (None, None));
    assert_eq!((Value::decode(&sql), AttributeValue::decode(&sql)), (None, None));
}

#[test]
fn what_is_too_deep_to_be_read_is_not_written() {
    let nested = |levels| (0..levels).fold(json!(1), |inner, _| json!([inner]));
    comes_back(&nested(100));
    assert!(nested(101).encode().is_err());
    let number = || AttributeValue::N("1".into());
    let nested = |levels| (0..levels).fold(number(), |inner, _| AttributeValue::L(vec![inner]));
    comes_back(&nested(32));
    assert!(nested(33).encode().is_err());
}

#[test]
fn equal_values_are_searched_alike() {
    fn alike<V: FieldValue>(values: &[V]) -> bool {
        values.windows(2).all(|pair| pair[0].searched().unwrap() == pair[1].searched().unwrap())
    }
    let decimal = |digits: &str| SqlValue::Decimal(digits.into());
    assert!(alike(&[SqlValue::Integer(1), SqlValue::Real(1.0), decimal("1"), decimal("1.00")]));
    assert!(alike(&[SqlValue::Integer(0), SqlValue::Real(-0.0), decimal("-0.0")]));
    assert!(alike(&[SqlValue::Real(0.1), decimal("0.1")]));
    for other in
        [SqlValue::Integer(2), SqlValue::Text("1".into()), SqlValue::Text("1e0".into()), SqlValue::Bool(true)]
    {
        assert!(!alike(&[SqlValue::Integer(1), other]));
    }

    assert!(alike(&[json!(1), json!(1.0)]));
    assert!(alike(&[json!(0), json!(-0.0)]));
    assert!(alike(&[json!(1_u64 << 63), json!(9_223_372_036_854_775_808_f64)]));
    assert!(alike(&[json!({"a": [2, 1.5]}), json!({"a": [2.0, 1.5]})]));
    assert!(!alike(&[json!(1), json!(1.5)]));
    assert!(!alike(&[json!(1), json!("1")]));

    let attribute = |value| serde_json::from_value::<AttributeValue>(value).unwrap();
    assert!(alike(&[json!({"N": "1"}), json!({"N": "1.0"}), json!({"N": "10E-1"})].map(attribute)));
    assert!(alike(&[json!({"NS": ["2", "10"]}), json!({"NS": ["10.0", "2.0"]})].map(attribute)));
    assert!(alike(&[json!({"SS": ["b", "a"]}), json!({"SS": ["a", "b"]})].map(attribute)));
    assert!(alike(
        &[json!({"M": {"a": {"L": [{"N": "1"}]}}}), json!({"M": {"a": {"L": [{"N": "1.0"}]}}})]
            .map(attribute)
    ));
    assert!(!alike(&[json!({"N": "1"}), json!({"S": "1"})].map(attribute)));
    assert!(!alike(
        &[json!({"L": [{"S": "a"}, {"S": "b"}]}), json!({"L": [{"S": "b"}, {"S": "a"}]})].map(attribute)
    ));
}

#[test]
fn places_differ() {
    assert_ne!(place("a", "bc"), place("ab", "c"));
    assert_ne!(place("a", "b"), place("b", "a"));
    assert_eq!(place("a", "b"), place("a", "b"));
}

proptest! {
    #[test]
    fn sql_values_come_back(text in "\\PC{0,20}", bytes in any::<Vec<u8>>(), integer in any::<i64>(), real in any::<f64>()) {
        if real.is_finite() {
            comes_back(&json!(real));
        }
        comes_back(&SqlValue::Decimal(text.clone()));
        for kind in [SqlValue::Date, SqlValue::Time, SqlValue::Timestamp, SqlValue::Uuid] {
            comes_back(&kind(text.clone()));
        }
        comes_back(&SqlValue::Text(text));
        comes_back(&SqlValue::Bytes(bytes));
        comes_back(&SqlValue::Integer(integer));
    }

    #[test]
    fn no_bytes_break_decoding(bytes in any::<Vec<u8>>()) {
        if let Some(value) = SqlValue::decode(&bytes) {
            prop_assert_eq!(value.encode().unwrap(), bytes.clone());
        }
        _ = Value::decode(&bytes);
        _ = AttributeValue::decode(&bytes);
    }
}
