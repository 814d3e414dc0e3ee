//! The change feed and the listeners.

use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Waker};

use super::isolation::{put, refused};
use super::space::write;
use super::{Item, item, key};
use crate::{Backend, ChangeSet, ChangedKey, Changes, Commit, Error, KeyBytes, ReadSet, Store, Version};

type Done = Result<(), Error>;

/// Every commit is in the feed once, in order, with all keys that it wrote or removed.
pub async fn the_feed_is_complete_and_in_order(backend: Arc<impl Backend>) -> Done {
    let start = backend.version().await?;
    assert_eq!(backend.changes(start, 10).await?, Changes::Since(vec![]));
    let mut expected = Vec::new();
    for number in 0..20_u8 {
        let keys = [vec![number], vec![number, 1], b"always".to_vec()];
        let mut writes: std::collections::BTreeMap<_, _> =
            keys.into_iter().map(|key| (key, Some(vec![number]))).collect();
        writes.insert(vec![number.wrapping_sub(1)], None);
        let keys = writes.keys().cloned().map(ChangedKey::new).collect();
        let at = backend.version().await?;
        let version = backend.commit(Commit { at, reads: ReadSet::default(), writes }).await?;
        expected.push(ChangeSet { version, keys });
    }
    for limit in [1, 7, 100] {
        let mut seen = Vec::new();
        let mut after = start;
        loop {
            let Changes::Since(sets) = backend.changes(after, limit).await? else {
                return Err(Error::Conflict);
            };
            assert!(sets.len() <= limit);
            let Some(last) = sets.last() else { break };
            after = last.version;
            seen.extend(sets);
        }
        assert_eq!(seen, expected);
        assert!(seen.is_sorted_by(|one, two| one.version < two.version));
    }
    let Changes::Since(sets) = backend.changes(start, 0).await? else { return Err(Error::Conflict) };
    assert_eq!(sets.len(), 1);
    assert_eq!(backend.changes(Version::new(u64::MAX), 1).await?, Changes::Since(vec![]));
    Ok(())
}

/// With a history of three commits: an older reader of the feed is told so, and an older snapshot conflicts.
pub async fn old_history_is_given_up(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(Arc::clone(&backend));
    put(&store, &[item("d", "a")]).await?;
    let start = backend.version().await?;
    let mut old = store.begin().await?;
    old.put(&item("unrelated", "x")).await?;
    let mut young = None;
    for number in 0..50 {
        if number == 48 {
            let mut tx = store.begin().await?;
            tx.put(&item("unrelated", "y")).await?;
            young = Some(tx);
        }
        put(&store, &[Item { count: number, ..item("d", "a") }]).await?;
    }
    let latest = backend.version().await?;
    assert_eq!(backend.changes(start, 10).await?, Changes::TooOld { latest });
    let Changes::Since(recent) = backend.changes(Version::new(latest.number() - 3), 10).await? else {
        return Err(Error::Conflict);
    };
    assert_eq!(recent.len(), 3);
    assert_eq!(backend.changes(latest, 10).await?, Changes::Since(vec![]));

    let resets = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&resets);
    store.on_reset(move || _ = counted.fetch_add(1, Ordering::SeqCst));
    let caught_up = store.catch_up(start, 10).await?;
    assert_eq!((caught_up.version, caught_up.more), (latest, false));
    assert_eq!(resets.load(Ordering::SeqCst), 1);

    refused(old.commit().await);
    if let Some(young) = young {
        young.commit().await?;
    }
    Ok(())
}

/// Whoever waits for a commit may rely on the listeners having run.
pub async fn listeners_hear_before_commit_returns(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let heard = record(&store);
    put(&store, &[item("d", "a"), item("d", "b")]).await?;
    assert_eq!(taken(&heard), [KeyBytes::of(&("d", "a")), KeyBytes::of(&("d", "b"))]);
    let mut tx = store.begin().await?;
    tx.delete::<Item>(&key("d", "b")).await?;
    tx.put(&item("d", "c")).await?;
    assert!(taken(&heard).is_empty());
    tx.commit().await?;
    assert_eq!(taken(&heard), [KeyBytes::of(&("d", "b")), KeyBytes::of(&("d", "c"))]);
    Ok(())
}

/// A commit whose caller went away while it was under way is either not done or known to the listeners.
pub async fn listeners_hear_of_abandoned_commits(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let heard = record(&store);
    for round in 0..20 {
        let name = format!("abandoned-{round}");
        let mut tx = store.begin().await?;
        tx.put(&item("d", &name)).await?;
        {
            let mut commit = pin!(tx.commit());
            let _ = commit.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        }
        // Backends apply commits in the order in which they were given.
        put(&store, &[item("d", "next")]).await?;
        let done = store.get::<Item>(&key("d", &name)).await?.is_some();
        assert_eq!(taken(&heard).contains(&KeyBytes::of(&("d", &name))), done);
    }
    Ok(())
}

/// `catch_up` reports what others committed, in pieces.
pub async fn following_calls_the_listeners(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(Arc::clone(&backend));
    let start = store.version().await?;
    for number in 0..5 {
        write(&*backend, [(vec![number], vec![])]).await?;
    }
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    store.on_commit(move |keys| _ = counted.fetch_add(keys.len(), Ordering::SeqCst));
    let first = store.catch_up(start, 3).await?;
    assert!(first.more);
    let second = store.catch_up(first.version, 3).await?;
    assert!(!second.more);
    assert_eq!(second.version, store.version().await?);
    assert_eq!(count.load(Ordering::SeqCst), 5);
    assert_eq!(store.catch_up(second.version, 3).await?, second);
    Ok(())
}

type Heard = Arc<Mutex<Vec<ChangedKey>>>;

fn record(store: &Store) -> Heard {
    let heard = Heard::default();
    let adding = Arc::clone(&heard);
    store
        .on_commit(move |keys| adding.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(keys));
    heard
}

/// The record keys heard since the last call.
fn taken(heard: &Heard) -> Vec<KeyBytes> {
    let keys = std::mem::take(&mut *heard.lock().unwrap_or_else(PoisonError::into_inner));
    keys.iter().filter_map(|key| key.of_record::<Item>()).map(KeyBytes::from_encoded).collect()
}
