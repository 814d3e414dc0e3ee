//! Caches and threads.

use std::sync::Arc;

use super::isolation::put;
use super::{Item, block_on, item, key};
use crate::{Backend, Cache, Error, Page, Store, scoped};

type Done = Result<(), Error>;

/// A cache answers without the store until a commit touches the record, also for records that do not exist.
pub async fn caches_hear_of_commits(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let cache: Cache<Item, u64> = Cache::new(&store, 100);
    let a = key("d", "a");
    let count = |item: Item| Ok::<_, Error>(item.count);
    assert_eq!(cache.get_or_load(&a, count).await?, None);
    assert_eq!((cache.peek(&a), cache.len()), (None, 1));

    put(&store, &[Item { count: 1, ..item("d", "a") }]).await?;
    assert!(cache.is_empty());
    assert_eq!(cache.get_or_load(&a, count).await?.as_deref(), Some(&1));
    assert_eq!(cache.peek(&a).as_deref(), Some(&1));
    assert_eq!(cache.get_or_load(&a, |_| Err(Error::Full)).await?.as_deref(), Some(&1));

    put(&store, &[item("d", "b")]).await?;
    assert_eq!(cache.peek(&a).as_deref(), Some(&1));
    let mut tx = store.begin().await?;
    tx.put(&Item { count: 2, ..item("d", "a") }).await?;
    assert_eq!(cache.peek(&a).as_deref(), Some(&1));
    tx.commit().await?;
    assert_eq!(cache.peek(&a), None);

    assert!(matches!(cache.get_or_load(&a, |_| Err(Error::Full)).await, Err(Error::Full)));
    assert_eq!(cache.peek(&a), None);
    assert_eq!(cache.clone().get_or_load(&a, count).await?.as_deref(), Some(&2));
    let mut tx = store.begin().await?;
    tx.delete::<Item>(&a).await?;
    tx.commit().await?;
    assert_eq!(cache.get_or_load(&a, count).await?, None);
    Ok(())
}

/// A commit between a load's read and its end keeps the old value out; so does a reset.
pub async fn a_value_read_before_a_commit_is_not_cached_after_it(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let cache: Cache<Item, u64> = Cache::new(&store, 100);
    let a = key("d", "a");
    put(&store, &[item("d", "a")]).await?;
    let stale = cache.get_or_load(&a, |old| {
        block_on(put(&store, &[Item { count: 1, ..item("d", "a") }]))?;
        Ok::<_, Error>(old.count)
    });
    assert_eq!(stale.await?.as_deref(), Some(&0));
    assert!(cache.is_empty());

    let stale = cache.get_or_load(&a, |old| {
        store.resume_caches();
        Ok::<_, Error>(old.count)
    });
    assert_eq!(stale.await?.as_deref(), Some(&1));
    assert!(cache.is_empty());

    // A commit elsewhere, and one before the load began, do no harm.
    let fresh = cache.get_or_load(&a, |item| {
        block_on(put(&store, &[super::item("d", "other")]))?;
        Ok::<_, Error>(item.count)
    });
    assert_eq!(fresh.await?.as_deref(), Some(&1));
    assert_eq!(cache.peek(&a).as_deref(), Some(&1));
    Ok(())
}

/// While caches are paused, every lookup reads the store; afterwards they start empty.
pub async fn paused_caches_pass_everything_on(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let cache: Cache<Item, u64> = Cache::new(&store, 100);
    let a = key("d", "a");
    let count = |item: Item| Ok::<_, Error>(item.count);
    put(&store, &[item("d", "a")]).await?;
    cache.get_or_load(&a, count).await?;
    store.pause_caches();
    assert_eq!(cache.peek(&a), None);
    assert!(cache.get_or_load(&a, count).await?.is_some());
    assert_eq!(cache.peek(&a), None);
    store.resume_caches();
    assert!(cache.is_empty());
    assert!(cache.get_or_load(&a, count).await?.is_some());
    assert!(cache.peek(&a).is_some());
    Ok(())
}

/// Threads count up the same few records and look at them through a cache: no step is lost, and nobody sees a count that is older
/// than his own last commit.
pub async fn threads_lose_no_update_and_caches_stay_true(backend: Arc<impl Backend>) -> Done {
    const THREADS: usize = 4;
    const STEPS: usize = 60;
    const RECORDS: usize = 3;
    let store = Store::new(backend);
    let cache: Cache<Item, u64> = Cache::new(&store, 100);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..THREADS)
            .map(|thread| {
                let (store, cache) = (&store, &cache);
                scope.spawn(move || block_on(count_up(store, cache, thread, STEPS, RECORDS)))
            })
            .collect();
        workers.into_iter().try_for_each(|worker| match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })?;
    let records = store.begin().await?.list::<Item>(&"counted", Page::all()).await?.items;
    assert_eq!(records.iter().map(|item| item.count).sum::<u64>(), (THREADS * STEPS) as u64);
    for record in records {
        let cached =
            cache.get_or_load(&key("counted", &record.name), |item| Ok::<_, Error>(item.count)).await?;
        assert_eq!(cached.as_deref(), Some(&record.count));
    }
    Ok(())
}

async fn count_up(
    store: &Store,
    cache: &Cache<Item, u64>,
    thread: usize,
    steps: usize,
    records: usize,
) -> Done {
    for step in 0..steps {
        let name = format!("{}", (thread + step) % records);
        let mine = store
            .transact(|tx| {
                let name = &name;
                scoped(async move {
                    let found = tx.get::<Item>(&key("counted", name)).await?;
                    let count = found.map_or(1, |item| item.count + 1);
                    tx.put(&Item { count, ..item("counted", name) }).await?;
                    Ok::<_, Error>(count)
                })
            })
            .await?;
        let seen = cache.get_or_load(&key("counted", &name), |item| Ok::<_, Error>(item.count)).await?;
        assert!(seen.is_some_and(|seen| *seen >= mine), "the cache is behind this thread's own commit");
    }
    Ok(())
}
