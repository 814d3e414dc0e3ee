//! The stored form of records and keys.

#![expect(clippy::expect_used, reason = "a test's own functions fail by panicking")]

use std::collections::BTreeMap;
use std::sync::Arc;
use std::task::{Context, Waker};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::conformance::block_on;
use store::{
    Backend, BoxFuture, Cache, Changes, Commit, Error, Indexes, KeyBytes, KeyParts, KeyRange, Listener,
    Memory, ReadSet, Record, Snapshot, StartsWith, Store, Version,
};

/// Version 3 of a record that had a plain number in version 1 and could not be read from version 2.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Counter {
    name: String,
    counts: BTreeMap<Level, u64>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
enum Level {
    Named(String),
    /// JSON has no such map keys.
    Pair(u8, u8),
}

impl Record for Counter {
    const KIND: &'static str = "counter";
    const VERSION: u16 = 3;
    type Key = String;

    fn key(&self) -> String {
        self.name.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add("by-total", self.counts.values().sum::<u64>());
    }

    fn migrate(from: u16, stored: Value) -> Result<Value, String> {
        match from {
            1 => Ok(json!({ "name": stored.get("name"), "counts": { "all": stored.get("count") } })),
            _ => Err("version 2 was never released".to_owned()),
        }
    }
}

#[test]
fn records_are_versioned_json() {
    let (store, backend) = store();
    let one = Counter { name: "a".to_owned(), counts: [(Level::Named("x".to_owned()), 1)].into() };
    let tx = async {
        let mut tx = store.begin().await?;
        tx.put(&one).await?;
        tx.commit().await
    };
    block_on(tx).expect("a commit");
    let mut snapshot = block_on(backend.begin()).expect("a snapshot");
    let entries = block_on(snapshot.scan(KeyRange::all(), 10)).expect("entries");
    let expected: [(&[u8], &[u8]); 2] = [
        (b"i\x02counter\0\x02by-total\0\x03\0\0\0\0\0\0\0\x01\0\x02a\0", b"\x02a\0"),
        (b"r\x02counter\0\x02a\0", br#"{"v":3,"r":{"name":"a","counts":{"x":1}}}"#),
    ];
    assert_eq!(entries, expected.map(|(key, value)| (key.to_vec(), value.to_vec())));
}

#[test]
fn older_versions_are_migrated_when_read() {
    let (store, backend) = store();
    write(&backend, ENTRY, br#"{"v":1,"r":{"name":"a","count":7}}"#);
    let found = block_on(get(&store)).expect("a migration").expect("the record");
    assert_eq!(found.counts, [(Level::Named("all".to_owned()), 7)].into());

    write(&backend, ENTRY, br#"{"v":2,"r":{"secret":"word"}}"#);
    let error = block_on(get(&store)).expect_err("no migration");
    assert!(error.to_string().contains("version 2 was never released"), "{error}");
}

#[test]
fn newer_versions_are_neither_read_nor_overwritten() {
    let (store, backend) = store();
    for stored in [&br#"{"v":4,"r":{"other":"shape"}}"#[..], br#"{"v":70000,"r":null}"#] {
        write(&backend, ENTRY, stored);
        let new = Counter { name: "a".to_owned(), counts: BTreeMap::new() };
        let mut tx = block_on(store.begin()).expect("a transaction");
        assert!(matches!(block_on(tx.get::<Counter>(&"a".to_owned())), Err(Error::TooNew { known: 3, .. })));
        assert!(matches!(block_on(tx.put(&new)), Err(Error::TooNew { .. })));
        assert!(matches!(block_on(tx.delete::<Counter>(&"a".to_owned())), Err(Error::TooNew { .. })));
        assert!(matches!(block_on(tx.insert(&new)), Err(Error::AlreadyExists { .. })));
        block_on(tx.commit()).expect("nothing to commit");
        let mut snapshot = block_on(backend.begin()).expect("a snapshot");
        assert_eq!(block_on(snapshot.get(ENTRY)).expect("the entry").as_deref(), Some(stored));
    }
}

#[test]
fn damaged_entries_are_named_without_their_content() {
    let (store, backend) = store();
    for stored in [
        &b""[..],
        b"\xff\xfe",
        b"{}",
        br#"{"v":-1,"r":{}}"#,
        br#"{"v":3}"#,
        br#"{"v":3,"r":{"name":"s3cret","counts":[1]}}"#,
        br#"{"v":3,"r":{"name":"a","counts":{"x":"s3cret"}}}"#,
        br#"{"v":3,"r":{"name":"a","counts":{}}} s3cret"#,
    ] {
        write(&backend, ENTRY, stored);
        let error = block_on(get(&store)).expect_err("damage");
        assert!(matches!(&error, Error::Corrupt { key, .. } if key.contains("counter")), "{error}");
        assert!(!error.to_string().contains("s3cret"), "{error}");
    }

    write(&backend, b"i\x02counter\0\x02by-total\0\x03\0\0\0\0\0\0\0\x01\0\x02gone\0", b"\x02gone\0");
    let listed = async { store.begin().await?.list_by::<Counter>("by-total", &(), store::Page::all()).await };
    assert!(matches!(block_on(listed), Err(Error::Corrupt { .. })));
}

#[test]
fn a_record_without_a_json_form_is_refused() {
    let (store, _) = store();
    let odd = Counter { name: "a".to_owned(), counts: [(Level::Pair(1, 2), 1)].into() };
    let mut tx = block_on(store.begin()).expect("a transaction");
    assert!(matches!(block_on(tx.put(&odd)), Err(Error::Unstorable { kind: "counter", .. })));
}

#[test]
fn parts_keep_their_order_and_stay_apart() {
    let ordered: [&dyn KeyParts; 9] =
        [&(), &b"", &b"\0", &"", &"a", &("a", 0_u32), &u64::MAX, &i64::MIN, &-1_i64];
    let keys: Vec<_> = ordered.iter().map(|parts| KeyBytes::of(*parts)).collect();
    assert!(keys.is_sorted_by(|one, two| one < two), "{keys:?}");
    assert!(KeyBytes::of(&-1_i64) < KeyBytes::of(&0_i64) && KeyBytes::of(&0_i64) < KeyBytes::of(&i64::MAX));
    assert!(KeyBytes::of(&255_u16) < KeyBytes::of(&256_u32));
    assert_ne!(KeyBytes::of(&("a", "bc")), KeyBytes::of(&("ab", "c")));
    assert_ne!(KeyBytes::of(&("a\0", "b")), KeyBytes::of(&("a", "\0b")));
    assert_ne!(KeyBytes::of(&"a"), KeyBytes::of(b"a"));
    assert_eq!(KeyBytes::of(&(StartsWith("a"), "b")), KeyBytes::of(&("a", "b")));
    assert_eq!(KeyBytes::of(&(("a", 1_u64), "b".to_owned())), KeyBytes::of(&("a", 1_u64, "b")));
}

#[test]
fn a_key_range_of_a_prefix_ends_after_its_last_key() {
    for (prefix, end) in [
        (&b""[..], None),
        (b"\xff\xff", None),
        (b"a", Some(&b"b"[..])),
        (b"a\xff", Some(b"b")),
        (b"\0", Some(b"\x01")),
    ] {
        assert_eq!(KeyRange::starting_with(prefix).end.as_deref(), end, "{prefix:?}");
    }
}

/// A load that is cancelled while it waits for the store leaves nothing behind, and the next one is cached.
#[test]
fn a_cancelled_load_does_not_spoil_the_cache() {
    let store = Store::new(Slow(Memory::new()));
    let cache: Cache<Counter, u64> = Cache::new(&store, 10);
    let key = "a".to_owned();
    let load = || cache.get_or_load(&key, |_| Ok::<_, Error>(1));
    {
        let mut first = std::pin::pin!(load());
        assert!(first.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    assert!(cache.is_empty());
    assert_eq!(block_on(load()).expect("the store answers"), None);
    assert_eq!(cache.len(), 1);
}

/// A backend that takes a second poll to begin.
struct Slow(Memory);

impl Backend for Slow {
    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, Error>> {
        Box::pin(async {
            let mut waited = false;
            std::future::poll_fn(|context| {
                if std::mem::replace(&mut waited, true) {
                    return std::task::Poll::Ready(());
                }
                context.waker().wake_by_ref();
                std::task::Poll::Pending
            })
            .await;
            self.0.begin().await
        })
    }

    fn commit(&self, commit: Commit) -> BoxFuture<'_, Result<Version, Error>> {
        self.0.commit(commit)
    }

    fn changes(&self, after: Version, limit: usize) -> BoxFuture<'_, Result<Changes, Error>> {
        self.0.changes(after, limit)
    }

    fn version(&self) -> BoxFuture<'_, Result<Version, Error>> {
        self.0.version()
    }

    fn listen(&self, listener: Listener) {
        self.0.listen(listener);
    }
}

const ENTRY: &[u8] = b"r\x02counter\0\x02a\0";

fn store() -> (Store, Arc<Memory>) {
    let backend = Arc::new(Memory::new());
    (Store::new(Arc::clone(&backend)), backend)
}

fn write(backend: &Memory, key: &[u8], value: &[u8]) {
    let writes = [(key.to_vec(), Some(value.to_vec()))].into();
    let at = block_on(backend.version()).expect("a version");
    block_on(backend.commit(Commit { at, reads: ReadSet::default(), writes })).expect("a commit");
}

async fn get(store: &Store) -> Result<Option<Counter>, Error> {
    store.get(&"a".to_owned()).await
}
