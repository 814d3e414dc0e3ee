//! The key-value space itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Backend, Commit, Entries, Error, KeyRange, ReadSet};

type Done = Result<(), Error>;

/// Keys and values are bytes of any kind, and values may be large.
pub async fn any_bytes_are_kept(backend: Arc<impl Backend>) -> Done {
    let every_byte: Vec<u8> = (0..=u8::MAX).collect();
    let large: Vec<u8> = every_byte.iter().cycle().take(3_000_000).copied().collect();
    let entries: Entries = vec![
        (b"\0".to_vec(), b"".to_vec()),
        (every_byte.clone(), b"\0".to_vec()),
        (b"a'b\"c%_".to_vec(), every_byte),
        (b"large".to_vec(), large),
        (vec![0xFF; crate::MAX_KEY_LENGTH], b"last".to_vec()),
    ];
    write(&*backend, entries.iter().cloned()).await?;
    let mut snapshot = backend.begin().await?;
    for (key, value) in &entries {
        assert!(snapshot.get(key).await?.as_ref() == Some(value), "{key:?}");
    }
    assert_eq!(snapshot.get(b"").await?, None);
    let mut sorted = entries.clone();
    sorted.sort();
    assert!(snapshot.scan(KeyRange::all(), 10).await? == sorted);
    Ok(())
}

/// A scan returns what is in the range, in order, up to the limit.
pub async fn ranges_are_cut_exactly(backend: Arc<impl Backend>) -> Done {
    let key = |text: &str| text.as_bytes().to_vec();
    write(&*backend, ["a", "b", "b\0", "bb", "c"].map(|name| (key(name), key(name)))).await?;
    let mut snapshot = backend.begin().await?;
    for (start, end, limit, expected) in [
        ("", None, 9, &["a", "b", "b\0", "bb", "c"][..]),
        ("", None, 2, &["a", "b"]),
        ("", None, 0, &[]),
        ("b", Some("c"), 9, &["b", "b\0", "bb"]),
        ("b\0", Some("bb"), 9, &["b\0"]),
        ("b\0\0", Some("c\0"), usize::MAX, &["bb", "c"]),
        ("b", Some("b"), 9, &[]),
        ("c", Some("a"), 9, &[]),
        ("d", None, 9, &[]),
    ] {
        let found = snapshot.scan(KeyRange { start: key(start), end: end.map(key) }, limit).await?;
        let expected: Entries = expected.iter().map(|name| (key(name), key(name))).collect();
        assert_eq!(found, expected, "{start:?} to {end:?}, {limit}");
    }
    let found = snapshot.scan(KeyRange::starting_with(b"b"), 9).await?;
    assert_eq!(found.len(), 3);
    Ok(())
}

/// Reads are checked also when there is nothing to write; the version stays.
pub async fn a_commit_without_writes_is_checked(backend: Arc<impl Backend>) -> Done {
    let at = backend.version().await?;
    let key = b"k".to_vec();
    let by_key =
        Commit { at, reads: ReadSet { keys: [key.clone()].into(), ranges: vec![] }, ..Commit::default() };
    let by_range = Commit {
        at,
        reads: ReadSet { ranges: vec![KeyRange::starting_with(&key)], ..ReadSet::default() },
        ..Commit::default()
    };
    assert_eq!(backend.commit(by_key.clone()).await?, at);
    assert_eq!(backend.commit(by_range.clone()).await?, at);
    write(&*backend, [(b"j".to_vec(), vec![])]).await?;
    let latest = backend.version().await?;
    assert_eq!(backend.commit(by_key.clone()).await?, latest);
    write(&*backend, [(key, vec![])]).await?;
    for commit in [by_key, by_range] {
        super::isolation::refused(backend.commit(commit).await);
    }
    Ok(())
}

pub(super) async fn write(
    backend: &impl Backend,
    entries: impl IntoIterator<Item = (Vec<u8>, Vec<u8>)>,
) -> Result<crate::Version, Error> {
    let writes: BTreeMap<_, _> = entries.into_iter().map(|(key, value)| (key, Some(value))).collect();
    backend.commit(Commit { at: backend.version().await?, reads: ReadSet::default(), writes }).await
}
