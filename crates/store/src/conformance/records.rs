//! Records, indexes, listings.

use std::sync::Arc;

use super::isolation::put;
use super::{Item, item, key, names};
use crate::{Backend, Cursor, Error, MAX_KEY_LENGTH, Page, StartsWith, Store};

type Done = Result<(), Error>;

/// An index lists a record under its present values and under no former ones.
pub async fn indexes_follow_their_records(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let red = |name: &str, count| Item { colour: "red".to_owned(), count, ..item("d", name) };
    put(&store, &[red("a", 2), red("b", 1), item("d", "c")]).await?;
    let mut tx = store.begin().await?;
    assert_eq!(names(&tx.list_by::<Item>("by-colour", &"red", Page::all()).await?.items), ["b", "a"]);
    assert_eq!(names(&tx.list_by::<Item>("by-colour", &("red", 2_u64), Page::all()).await?.items), ["a"]);
    assert_eq!(names(&tx.list_by::<Item>("by-colour", &(), Page::all()).await?.items), ["c", "b", "a"]);
    assert!(tx.list_by::<Item>("by-colour", &"re", Page::all()).await?.items.is_empty());
    assert_eq!(tx.list_by::<Item>("by-colour", &StartsWith("re"), Page::all()).await?.items.len(), 2);

    put(&store, &[red("c", 0), item("d", "a")]).await?;
    let mut tx = store.begin().await?;
    assert_eq!(names(&tx.list_by::<Item>("by-colour", &"red", Page::all()).await?.items), ["c", "b"]);
    assert_eq!(names(&tx.list_by::<Item>("by-colour", &"grey", Page::all()).await?.items), ["a"]);
    tx.delete::<Item>(&key("d", "b")).await?;
    tx.commit().await?;
    let mut tx = store.begin().await?;
    assert_eq!(names(&tx.list_by::<Item>("by-colour", &"red", Page::all()).await?.items), ["c"]);
    Ok(())
}

/// A key or a unique value that is taken is refused, and free again once its holder has gone or changed.
pub async fn unique_values_clash(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let holder = |name: &str, badge: &str| Item { badge: Some(badge.to_owned()), ..item("d", name) };
    put(&store, &[holder("a", "1"), holder("b", "2")]).await?;
    let mut tx = store.begin().await?;
    let taken = tx.insert(&item("d", "a")).await;
    assert!(matches!(taken, Err(Error::AlreadyExists { kind: "conformance-item", index: None })));
    let taken = tx.insert(&holder("c", "1")).await;
    assert!(matches!(taken, Err(Error::AlreadyExists { index: Some("badge"), .. })));
    let taken = tx.put(&holder("b", "1")).await;
    assert!(matches!(taken, Err(Error::AlreadyExists { index: Some("badge"), .. })));

    tx.put(&Item { count: 1, ..holder("a", "1") }).await?;
    tx.put(&holder("a", "3")).await?;
    tx.put(&holder("b", "1")).await?;
    tx.put(&holder("c", "2")).await?;
    tx.delete::<Item>(&key("d", "c")).await?;
    tx.insert(&holder("e", "2")).await?;
    tx.commit().await?;
    let mut tx = store.begin().await?;
    for (badge, name) in [("1", "b"), ("2", "e"), ("3", "a")] {
        assert_eq!(tx.get_by::<Item>("badge", &badge).await?.map(|item| item.name).as_deref(), Some(name));
    }
    assert_eq!(names(&tx.list_by::<Item>("badge", &(), Page::all()).await?.items), ["b", "e", "a"]);
    Ok(())
}

/// Two transactions take the same new value: the second one to commit fails, and finds it taken when it runs again.
pub async fn unique_values_clash_across_transactions(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let holder = |name: &str| Item { badge: Some("1".to_owned()), ..item("d", name) };
    let (mut one, mut two) = (store.begin().await?, store.begin().await?);
    one.insert(&holder("a")).await?;
    two.insert(&holder("b")).await?;
    one.commit().await?;
    super::isolation::refused(two.commit().await);
    let again = store.begin().await?.insert(&holder("b")).await;
    assert!(matches!(again, Err(Error::AlreadyExists { index: Some("badge"), .. })));
    Ok(())
}

/// A write that fails buffers nothing.
pub async fn a_refused_write_leaves_the_transaction_as_it_was(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let holder = |name: &str, colour: &str| Item {
        badge: Some("1".to_owned()),
        colour: colour.to_owned(),
        ..item("d", name)
    };
    put(&store, &[holder("a", "grey"), item("d", "b")]).await?;
    let mut tx = store.begin().await?;
    assert!(tx.put(&holder("b", "red")).await.is_err());
    assert!(tx.insert(&holder("c", "red")).await.is_err());
    tx.put(&item("d", "z")).await?;
    tx.commit().await?;
    let mut tx = store.begin().await?;
    assert_eq!(names(&tx.list::<Item>(&(), Page::all()).await?.items), ["a", "b", "z"]);
    assert!(tx.list_by::<Item>("by-colour", &"red", Page::all()).await?.items.is_empty());
    assert_eq!(tx.list_by::<Item>("by-colour", &"grey", Page::all()).await?.items.len(), 3);
    Ok(())
}

/// The longest allowed key works; a longer one is refused at write and absent at read.
pub async fn keys_that_are_too_long_are_refused(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let mut tx = store.begin().await?;
    let long = "x".repeat(MAX_KEY_LENGTH);
    assert!(matches!(tx.put(&item("d", &long)).await, Err(Error::Unstorable { .. })));
    let badge = Item { badge: Some(long.clone()), ..item("d", "a") };
    assert!(matches!(tx.put(&badge).await, Err(Error::Unstorable { .. })));
    assert_eq!(tx.get::<Item>(&key("d", &long)).await?, None);
    assert!(!tx.delete::<Item>(&key("d", &long)).await?);

    // The record's own key takes part in its entry in `by-colour`, which is the longest of its keys.
    let fits = long.get(..MAX_KEY_LENGTH - 64).unwrap_or_default();
    tx.put(&item("d", fits)).await?;
    tx.commit().await?;
    assert!(store.get::<Item>(&key("d", fits)).await?.is_some());
    Ok(())
}

/// Page by page, with rows coming and going in between, every row that stays is listed exactly once.
pub async fn pages_visit_everything_once(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let all: Vec<String> = (0..25).map(|number| format!("{number:03}")).collect();
    let items: Vec<_> = all.iter().map(|name| item("d", name)).collect();
    put(&store, &items).await?;
    put(&store, &[item("c", "before"), item("e", "behind")]).await?;

    for by_index in [false, true] {
        for size in [1, 4, 5, 24, 25, 26, usize::MAX] {
            let mut seen = Vec::new();
            let mut page = Page::first(size);
            loop {
                let mut tx = store.begin().await?;
                let found = if by_index {
                    tx.list_by::<Item>("by-colour", &"grey", page).await?
                } else {
                    tx.list::<Item>(&"d", page).await?
                };
                assert!(found.items.len() <= size);
                seen.extend(found.items.into_iter().filter(|item| item.drawer == "d").map(|item| item.name));
                let Some(next) = found.next else { break };
                let text = next.to_string();
                assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
                let Ok(next) = text.parse::<Cursor>() else { return Err(Error::Conflict) };
                page = Page::after(next, size);
            }
            assert_eq!(seen, all, "pages of {size}, by index: {by_index}");
        }
    }

    let mut tx = store.begin().await?;
    let first = tx.list::<Item>(&"d", Page::first(10)).await?;
    let Some(next) = first.next else { return Err(Error::Conflict) };
    for gone in ["009", "010"] {
        tx.delete::<Item>(&key("d", gone)).await?;
    }
    tx.insert(&item("d", "0091")).await?;
    tx.insert(&item("d", "0111")).await?;
    let second = tx.list::<Item>(&"d", Page::after(next, 3)).await?;
    assert_eq!(names(&second.items), ["0091", "011", "0111"]);
    assert!(tx.list::<Item>(&"d", Page::first(0)).await?.items.len() == 1);

    // What the transaction has removed itself does not shorten its pages.
    for gone in all.iter().take(9) {
        tx.delete::<Item>(&key("d", gone)).await?;
    }
    let first = tx.list::<Item>(&"d", Page::first(2)).await?;
    assert_eq!(names(&first.items), ["0091", "011"]);
    assert!(first.next.is_some());
    Ok(())
}

/// A cursor from elsewhere moves within the listing, and shows nothing that does not belong to it.
pub async fn cursors_stay_in_their_listing(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    put(&store, &[item("a", "1"), item("b", "1"), item("b", "2"), item("c", "1")]).await?;
    let mut tx = store.begin().await?;
    for raw in [&b""[..], b"\0", b"\xff", b"\xff\xff\xff", b"\x02a\0\x021\0", b"\x02c\0\x029\0", b"r\x02"] {
        let found = tx.list::<Item>(&"b", Page::after(Cursor(raw.to_vec()), 10)).await?;
        assert!(found.items.iter().all(|item| item.drawer == "b"), "{raw:?}");
        let found = tx.list_by::<Item>("by-colour", &"grey", Page::after(Cursor(raw.to_vec()), 10)).await?;
        assert!(found.items.iter().all(|item| item.colour == "grey"), "{raw:?}");
    }
    for text in ["!", "a", "%00", "\u{e9}"] {
        assert!(text.parse::<Cursor>().is_err(), "{text}");
    }
    Ok(())
}

/// A prefix ends where a part ends, whatever bytes the parts have.
pub async fn prefixes_match_whole_parts(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let rows = [
        ("a", "bc"),
        ("ab", "c"),
        ("a\0", "x"),
        ("a\0\u{1}", "x"),
        ("", "abc"),
        ("\0", ""),
        ("\u{10ffff}", "x"),
    ];
    let items: Vec<_> = rows.iter().map(|(drawer, name)| item(drawer, name)).collect();
    put(&store, &items).await?;
    let mut tx = store.begin().await?;
    for (drawer, name) in rows {
        assert_eq!(tx.list::<Item>(&drawer, Page::all()).await?.items, [item(drawer, name)], "{drawer:?}");
        assert_eq!(tx.get::<Item>(&key(drawer, name)).await?, Some(item(drawer, name)));
    }
    assert_eq!(tx.list::<Item>(&StartsWith("a"), Page::all()).await?.items.len(), 4);
    assert_eq!(tx.list::<Item>(&StartsWith("a\0"), Page::all()).await?.items.len(), 2);
    assert_eq!(tx.list::<Item>(&StartsWith(""), Page::all()).await?.items.len(), rows.len());
    assert_eq!(tx.list::<Item>(&("a", StartsWith("b")), Page::all()).await?.items.len(), 1);
    assert_eq!(tx.list::<Item>(&("a", "b"), Page::all()).await?.items, []);
    assert_eq!(tx.list::<Item>(&("b",), Page::all()).await?.items, []);
    Ok(())
}

/// Listings come in the order of the keys' parts, compared one after the other.
pub async fn keys_keep_the_order_of_their_parts(backend: Arc<impl Backend>) -> Done {
    let store = Store::new(backend);
    let texts = [
        "",
        "\0",
        "\0\0",
        "\0\u{1}",
        "\u{1}",
        "A",
        "a",
        "a\0",
        "a\0b",
        "a b",
        "aa",
        "b",
        "\u{7f}",
        "\u{ff}",
        "\u{ffff}",
        "\u{10ffff}",
    ];
    let mut keys: Vec<_> = texts.iter().flat_map(|one| texts.iter().map(|two| key(one, two))).collect();
    let items: Vec<_> = keys.iter().rev().map(|(drawer, name)| item(drawer, name)).collect();
    put(&store, &items).await?;
    keys.sort();
    let listed = store.begin().await?.list::<Item>(&(), Page::all()).await?.items;
    assert_eq!(listed.into_iter().map(|item| (item.drawer, item.name)).collect::<Vec<_>>(), keys);
    Ok(())
}
