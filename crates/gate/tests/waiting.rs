//! Calls that wait for calls of the same account, through the same gate: as when an external key store, or the KMS behind the tenants API, is this
//! program itself.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_model::kms::{CreateAlias, CreateAliasRequest, Encrypt, EncryptRequest};
use gate::{Caller, Waits};
use quotas::Rates;
use secret::SecretBytes;
use support::{World, everything, user};

/// More than an account has places of any kind.
const CALLS: usize = 600;

async fn encrypt(world: &World, caller: &Arc<Caller>, plaintext: &str) {
    let plaintext = SecretBytes::copy_of(plaintext.as_bytes());
    let input = EncryptRequest { key_id: "k1".to_owned(), plaintext, ..EncryptRequest::default() };
    world.call::<Encrypt>(caller, input).await.unwrap();
}

async fn name(world: &World, caller: &Arc<Caller>, alias: String) {
    let input = CreateAliasRequest { alias_name: alias, target_key_id: "k1".to_owned() };
    world.call::<CreateAlias>(caller, input).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_that_wait_for_calls_of_their_account_come_to_an_end() {
    let mut world = World::new().await;
    world.gate = Arc::new(Arc::into_inner(world.gate).unwrap().with_quotas(Rates::unlimited()));
    let world = Arc::new(world);
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    let (again, caller) = (Arc::downgrade(&world), Arc::clone(&ann));
    let changes = Arc::new(AtomicUsize::new(0));
    world.vault.outside(move |waits| {
        let (world, caller) = (again.upgrade().unwrap(), Arc::clone(&caller));
        let number = changes.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            match waits {
                // Its key can be in a key store, and it is made at need.
                Waits::Service => {
                    encrypt(&world, &caller, "key-store").await;
                    name(&world, &caller, format!("alias/made-{number}")).await;
                }
                Waits::KeyStore => encrypt(&world, &caller, "x").await,
                Waits::Nobody => {}
            }
        })
    });
    let calls: Vec<_> = (0..CALLS)
        .map(|number| {
            let (world, ann) = (Arc::clone(&world), Arc::clone(&ann));
            tokio::spawn(async move {
                match number % 3 {
                    0 => encrypt(&world, &ann, "service").await,
                    1 => name(&world, &ann, format!("alias/service-{number}")).await,
                    _ => name(&world, &ann, format!("alias/key-store-{number}")).await,
                }
            })
        })
        .chain((0..CALLS).map(|_| {
            let (world, ann) = (Arc::clone(&world), Arc::clone(&ann));
            tokio::spawn(async move { encrypt(&world, &ann, "key-store").await })
        }))
        .collect();
    let all = async {
        for call in calls {
            call.await.unwrap();
        }
    };
    tokio::time::timeout(Duration::from_secs(60), all).await.expect("the calls wait for each other");
}
