//! Transactions among each other.

use std::sync::Arc;

use super::{Item, item, key, names};
use crate::{Backend, Error, Page, Store, scoped};

type Done = Result<(), Error>;

/// A commit's writes appear all at once, and only after the commit.
pub async fn writes_appear_together(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let before = store.version().await?;
    let mut tx = store.begin().await?;
    for name in ["a", "b", "c"] {
        tx.insert(&item("d", name)).await?;
        assert_eq!(store.get::<Item>(&key("d", name)).await?, None);
    }
    let version = tx.commit().await?;
    assert!(version > before);
    assert_eq!(store.version().await?, version);
    let mut tx = store.begin().await?;
    assert_eq!(tx.version(), version);
    let all = tx.list::<Item>(&(), Page::all()).await?;
    assert_eq!(names(&all.items), ["a", "b", "c"]);
    assert_eq!(all.next, None);
    Ok(())
}

/// Without a commit, nothing is written.
pub async fn a_dropped_transaction_leaves_nothing(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let before = store.version().await?;
    let mut tx = store.begin().await?;
    tx.put(&item("d", "a")).await?;
    drop(tx);
    assert_eq!(store.get::<Item>(&key("d", "a")).await?, None);
    assert_eq!(store.version().await?, before);
    Ok(())
}

/// Reads of all sorts see the transaction's own writes.
pub async fn own_writes_are_read(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let mut tx = store.begin().await?;
    for name in ["a", "c", "e"] {
        tx.put(&Item { badge: Some(name.to_owned()), ..item("d", name) }).await?;
    }
    tx.commit().await?;

    let mut tx = store.begin().await?;
    assert!(tx.delete::<Item>(&key("d", "a")).await?);
    assert!(!tx.delete::<Item>(&key("d", "a")).await?);
    tx.insert(&item("d", "b")).await?;
    let red = Item { colour: "red".to_owned(), count: 7, ..item("d", "c") };
    tx.put(&red).await?;
    assert_eq!(tx.get::<Item>(&key("d", "a")).await?, None);
    assert_eq!(tx.get::<Item>(&key("d", "c")).await?, Some(red.clone()));
    assert_eq!(names(&tx.list::<Item>(&"d", Page::all()).await?.items), ["b", "c", "e"]);
    assert_eq!(names(&tx.list::<Item>(&"d", Page::first(2)).await?.items), ["b", "c"]);
    assert_eq!(names(&tx.list_by::<Item>("by-colour", &"grey", Page::all()).await?.items), ["b", "e"]);
    assert_eq!(tx.list_by::<Item>("by-colour", &"red", Page::all()).await?.items, [red]);
    assert_eq!(tx.get_by::<Item>("badge", &"c").await?, None);
    assert_eq!(tx.get_by::<Item>("badge", &"e").await?.map(|item| item.name).as_deref(), Some("e"));
    tx.commit().await?;
    let all = store.begin().await?.list::<Item>(&"d", Page::all()).await?;
    assert_eq!(names(&all.items), ["b", "c", "e"]);
    Ok(())
}

/// A transaction reads one version, also what it first looks at after others have committed.
pub async fn a_snapshot_stays(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("d", "a"), item("d", "b")]).await?;
    let mut reader = store.begin().await?;
    let version = reader.version();
    put(&store, &[Item { count: 1, ..item("d", "a") }, item("d", "c")]).await?;
    let mut tx = store.begin().await?;
    tx.delete::<Item>(&key("d", "b")).await?;
    tx.commit().await?;

    assert_eq!(reader.get::<Item>(&key("d", "a")).await?, Some(item("d", "a")));
    assert_eq!(reader.get::<Item>(&key("d", "c")).await?, None);
    assert_eq!(names(&reader.list::<Item>(&"d", Page::all()).await?.items), ["a", "b"]);
    assert_eq!(names(&reader.list_by::<Item>("by-colour", &"grey", Page::all()).await?.items), ["a", "b"]);
    assert_eq!(reader.version(), version);
    Ok(())
}

/// Two transactions read the same record and both write it: the second one fails.
pub async fn a_lost_update_is_refused(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("d", "a")]).await?;
    let (mut one, mut two) = (store.begin().await?, store.begin().await?);
    for tx in [&mut one, &mut two] {
        let Some(mut found) = tx.get::<Item>(&key("d", "a")).await? else { return Err(Error::Conflict) };
        found.count += 1;
        tx.put(&found).await?;
    }
    two.commit().await?;
    refused(one.commit().await);
    assert_eq!(store.get::<Item>(&key("d", "a")).await?.map(|item| item.count), Some(1));
    Ok(())
}

/// Each of two transactions reads what the other one writes: one fails.
pub async fn write_skew_is_refused(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("d", "a"), item("d", "b")]).await?;
    let (mut one, mut two) = (store.begin().await?, store.begin().await?);
    assert!(one.get::<Item>(&key("d", "b")).await?.is_some());
    assert!(two.get::<Item>(&key("d", "a")).await?.is_some());
    one.delete::<Item>(&key("d", "a")).await?;
    two.delete::<Item>(&key("d", "b")).await?;
    one.commit().await?;
    refused(two.commit().await);
    assert!(store.get::<Item>(&key("d", "b")).await?.is_some());
    Ok(())
}

/// A range that was listed has gained a row.
pub async fn a_phantom_is_refused(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("d", "a")]).await?;
    for drawer in ["d", "empty"] {
        let mut tx = store.begin().await?;
        let found = tx.list::<Item>(&drawer, Page::first(10)).await?.items.len() as u64;
        tx.put(&Item { count: found, ..item("totals", drawer) }).await?;
        put(&store, &[item(drawer, "z")]).await?;
        refused(tx.commit().await);
    }
    Ok(())
}

/// An index value that was listed has gained a record.
pub async fn a_phantom_in_an_index_is_refused(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("d", "a")]).await?;
    let mut tx = store.begin().await?;
    assert!(tx.list_by::<Item>("by-colour", &"red", Page::all()).await?.items.is_empty());
    assert_eq!(tx.get_by::<Item>("badge", &"7").await?, None);
    tx.put(&item("d", "no-red-yet")).await?;
    put(&store, &[Item { colour: "red".to_owned(), ..item("d", "a") }]).await?;
    refused(tx.commit().await);
    Ok(())
}

/// A range that was listed has lost a row.
pub async fn a_vanished_row_is_refused(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("d", "a"), item("d", "b")]).await?;
    let mut tx = store.begin().await?;
    tx.list::<Item>(&"d", Page::all()).await?;
    tx.put(&item("other", "x")).await?;
    let mut other = store.begin().await?;
    other.delete::<Item>(&key("d", "b")).await?;
    other.commit().await?;
    refused(tx.commit().await);
    Ok(())
}

/// What lies behind a page was not read: a change there is no conflict.
pub async fn rows_after_the_page_do_not_conflict(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("d", "a"), item("d", "b"), item("d", "c"), item("d", "d")]).await?;
    let mut tx = store.begin().await?;
    assert_eq!(names(&tx.list::<Item>(&"d", Page::first(2)).await?.items), ["a", "b"]);
    tx.put(&item("other", "x")).await?;
    put(&store, &[item("d", "d"), item("d", "e"), item("c", "x"), item("e", "x")]).await?;
    tx.commit().await?;
    Ok(())
}

/// A transaction that only reads commits whatever others do.
pub async fn reading_alone_does_not_conflict(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let mut tx = store.begin().await?;
    tx.list::<Item>(&(), Page::all()).await?;
    let version = tx.version();
    put(&store, &[item("d", "a")]).await?;
    assert_eq!(tx.commit().await?, version);
    Ok(())
}

/// Of a transaction that conflicts, nothing is applied.
pub async fn a_refused_commit_leaves_nothing(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let mut tx = store.begin().await?;
    tx.put(&item("d", "a")).await?;
    tx.put(&item("d", "b")).await?;
    put(&store, &[Item { count: 5, ..item("d", "b") }]).await?;
    let before = store.version().await?;
    refused(tx.commit().await);
    let left = store.begin().await?.list::<Item>(&(), Page::all()).await?.items;
    assert_eq!(left, [Item { count: 5, ..item("d", "b") }]);
    assert_eq!(store.version().await?, before);
    Ok(())
}

/// `transact` repeats a conflicting transaction with fresh reads, and no other.
pub async fn transact_runs_again_after_a_conflict(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("d", "a")]).await?;
    let mut runs = 0;
    let other = &store;
    let seen = store.transact(|tx| {
        runs += 1;
        let disturb = runs == 1;
        scoped(async move {
            let found = tx.get::<Item>(&key("d", "a")).await?.map(|item| item.count);
            if disturb {
                put(other, &[Item { count: 3, ..item("d", "a") }]).await?;
            }
            tx.put(&Item { count: 4, ..item("d", "a") }).await?;
            Ok::<_, Error>(found)
        })
    });
    assert_eq!(seen.await?, Some(3));
    assert_eq!(runs, 2);

    let mut runs = 0;
    let clash = store.transact(|tx| {
        runs += 1;
        scoped(async move {
            tx.put(&item("d", "never")).await?;
            tx.insert(&item("d", "a")).await
        })
    });
    assert!(matches!(clash.await, Err(Error::AlreadyExists { .. })));
    assert_eq!(runs, 1);
    assert_eq!(store.get::<Item>(&key("d", "never")).await?, None);
    Ok(())
}

pub(super) async fn put(store: &Store, items: &[Item]) -> Done {
    let mut tx = store.begin().await?;
    for item in items {
        tx.put(item).await?;
    }
    tx.commit().await.map(drop)
}

pub(super) fn refused<T: std::fmt::Debug>(result: Result<T, Error>) {
    assert!(matches!(result, Err(Error::Conflict)), "a conflict was expected, not {result:?}");
}
