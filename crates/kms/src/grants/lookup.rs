//! Which grants count for a request, without the store in the common case.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_model::kms::GrantOperation;
use envelope::{EncryptionContext, KeyLocator};
use gate::{Caller, GrantRef, View};
use store::{Cache, KeyParts, Page, Store, Tx};

use super::principal::{is_session, names_of};
use super::record::{BY_GRANTEE, Bucket, GrantRecord, KeyGrants, place_of};
use crate::Error;

/// What a request wants to do with a key, as grants see it.
#[derive(Clone, Copy)]
pub(crate) struct Ask<'a> {
    pub operation: GrantOperation,
    /// The encryption context, empty or not; `None` for operations that have none.
    pub context: Option<&'a EncryptionContext>,
}

/// Up to so many grants, all of a key are held together; of a key with more, those of each grantee.
const HELD_TOGETHER: usize = 50;

/// A grantee with more grants on one key is looked up in the store's index at each request.
const HELD_OF_GRANTEE: usize = 200;

/// How many keys are known to have grants or none.
const KEYS: usize = 20_000;

/// How many bytes of grants are held, about.
const BYTES: u64 = 64 << 20;

const PAGE: usize = 500;

/// Finds grants through caches.
///
/// [`KeyGrants`] is written with every change of a key's grants, so its cache entry goes with the change. What is held of the
/// grants themselves belongs to one such entry, by its number, and is read from a snapshot that is younger than the entry:
/// after a change there is a new entry with a new number, and what was held is never found again.
pub(crate) struct Lookup {
    store: Store,
    keys: Cache<KeyGrants, Summary>,
    held: quick_cache::sync::Cache<(u64, Whose), Held, Weight>,
    next: AtomicU64,
}

/// What is known of a key's grants.
struct Summary {
    number: u64,
    count: u64,
    sessions: u64,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Whose {
    Everyones,
    Grantee(String),
}

#[derive(Clone)]
enum Held {
    All(Arc<[GrantRecord]>),
    TooMany,
}

impl Lookup {
    pub fn new(store: &Store) -> Self {
        Self {
            store: store.clone(),
            keys: Cache::new(store, KEYS),
            held: quick_cache::sync::Cache::with_weighter(KEYS, BYTES, Weight),
            next: AtomicU64::new(0),
        }
    }

    /// The grant that allows the caller what is asked, if there is one: of several the one that names the caller most closely.
    pub async fn covering(
        &self,
        view: &mut View,
        key: &KeyLocator,
        caller: &Caller,
        ask: &Ask<'_>,
    ) -> Result<Option<GrantRef>, Error> {
        if !view.is_cached() {
            let covers = |grant: &GrantRecord| grant.covers(ask);
            return of_caller(view.tx().await?, key, caller, covers).await;
        }
        let Some(summary) = self.summary(key).await? else { return Ok(None) };
        for name in names_of(&caller.principal) {
            if summary.sessions == 0 && is_session(&name) {
                continue;
            }
            if let Some(found) = self.covering_name(&summary, key, caller, &name, ask).await? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    async fn covering_name(
        &self,
        summary: &Summary,
        key: &KeyLocator,
        caller: &Caller,
        name: &str,
        ask: &Ask<'_>,
    ) -> Result<Option<GrantRef>, Error> {
        let covers = |grant: &GrantRecord| grant.means(name, caller) && grant.covers(ask);
        let together = summary.count <= HELD_TOGETHER as u64;
        let whose = if together { Whose::Everyones } else { Whose::Grantee(name.to_owned()) };
        match self.held(summary, key, whose).await? {
            Held::All(grants) => Ok(grants
                .iter()
                .find(|grant| grant.grantee.principal() == Some(name) && covers(grant))
                .map(reference)),
            Held::TooMany => self.search(key, name, ask.context, covers).await,
        }
    }

    async fn summary(&self, key: &KeyLocator) -> Result<Option<Arc<Summary>>, Error> {
        let numbered = |grants: KeyGrants| {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            Ok::<_, Error>(Summary { number, count: grants.count, sessions: grants.sessions })
        };
        self.keys.get_or_load(key, numbered).await
    }

    async fn held(&self, summary: &Summary, key: &KeyLocator, whose: Whose) -> Result<Held, Error> {
        let place = (summary.number, whose);
        if let Some(held) = self.held.get(&place) {
            return Ok(held);
        }
        // A snapshot of its own: that of the view may be older than the summary.
        let mut tx = self.store.begin().await?;
        let (account, region, key_id) = place_of(key);
        let page = match &place.1 {
            Whose::Everyones => {
                tx.list::<GrantRecord>(&(account, region, key_id), Page::first(HELD_OF_GRANTEE)).await?
            }
            Whose::Grantee(name) => {
                let of_grantee = (account, region, key_id, name);
                tx.list_by::<GrantRecord>(BY_GRANTEE, &of_grantee, Page::first(HELD_OF_GRANTEE)).await?
            }
        };
        let held = if page.next.is_some() { Held::TooMany } else { Held::All(page.items.into()) };
        self.held.insert(place, held.clone());
        Ok(held)
    }

    /// Looks in the store, where it can be expected.
    async fn search(
        &self,
        key: &KeyLocator,
        name: &str,
        context: Option<&EncryptionContext>,
        covers: impl Fn(&GrantRecord) -> bool + Send + Sync,
    ) -> Result<Option<GrantRef>, Error> {
        let mut tx = self.store.begin().await?;
        let (account, region, key_id) = place_of(key);
        let Some(context) = context else {
            let found = first(&mut tx, &(account, region, key_id, name), covers).await?;
            return Ok(found.as_ref().map(reference));
        };
        for bucket in [Bucket::unconstrained(), Bucket::equal_to(context), Bucket::subsets()] {
            let place = (account, region, &key_id, name, bucket.0);
            if let Some(found) = first(&mut tx, &place, &covers).await? {
                return Ok(Some(reference(&found)));
            }
        }
        Ok(None)
    }
}

/// The grant that counts for the caller and that `wanted` takes, from the transaction.
pub(crate) async fn of_caller(
    tx: &mut Tx,
    key: &KeyLocator,
    caller: &Caller,
    wanted: impl Fn(&GrantRecord) -> bool + Send + Sync,
) -> Result<Option<GrantRef>, Error> {
    let (account, region, key_id) = place_of(key);
    for name in names_of(&caller.principal) {
        let wanted = |grant: &GrantRecord| grant.means(&name, caller) && wanted(grant);
        if let Some(found) = first(tx, &(account, region, &key_id, &name), wanted).await? {
            return Ok(Some(reference(&found)));
        }
    }
    Ok(None)
}

async fn first(
    tx: &mut Tx,
    place: &impl KeyParts,
    wanted: impl Fn(&GrantRecord) -> bool + Send,
) -> Result<Option<GrantRecord>, Error> {
    let mut page = Page::first(PAGE);
    loop {
        let found = tx.list_by::<GrantRecord>(BY_GRANTEE, place, page).await?;
        if let Some(grant) = found.items.into_iter().find(|grant| wanted(grant)) {
            return Ok(Some(grant));
        }
        match found.next {
            Some(cursor) => page = Page::after(cursor, PAGE),
            None => return Ok(None),
        }
    }
}

fn reference(grant: &GrantRecord) -> GrantRef {
    let grantee = grant.grantee.principal().unwrap_or_default().to_owned();
    GrantRef { name: grant.called(), grantee }
}

/// Bytes, about.
#[derive(Clone)]
struct Weight;

impl quick_cache::Weighter<(u64, Whose), Held> for Weight {
    fn weight(&self, _: &(u64, Whose), held: &Held) -> u64 {
        let of_grant = |grant: &GrantRecord| {
            let pairs = grant.constraints.context.iter().flat_map(|constraint| constraint.pairs().iter());
            1024 + pairs.map(|(name, value)| name.len() + value.len()).sum::<usize>()
        };
        match held {
            Held::All(grants) => 256 + grants.iter().map(of_grant).sum::<usize>() as u64,
            Held::TooMany => 256,
        }
    }
}
