//! The adapter over real tokens of SoftHSM2.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "these are tests")]

mod connecting;
mod keys;
mod trouble;
mod world;

use key_store::conformance::Subject;
use key_store::{KeyStore, StoreKeyId};
use key_store_pkcs11::Pkcs11Connector;

use crate::world::{World, cluster, connect, isolated};

async fn subject(world: World) -> Subject {
    let world = world.with_token();
    let connector = Pkcs11Connector::new(vec![cluster()]).unwrap();
    let store = connect(&connector).await;
    let keys = [store.create_key("one").await.unwrap(), store.create_key("two").await.unwrap()];
    Subject {
        store,
        keys,
        missing: StoreKeyId::parse(&"0f".repeat(16)).unwrap(),
        makes_keys: true,
        outlives_it: Box::new((world, connector)),
    }
}

macro_rules! tests {
    ($($case:ident)+) => {
        $(
            #[test]
            fn $case() {
                isolated(stringify!($case), |world| {
                    key_store::conformance::run(async || subject(world).await, key_store::conformance::$case);
                });
            }
        )+
    };
}

key_store::conformance_cases!(tests);

/// Runs an async test in a process of its own.
fn in_world(test: &str, body: impl AsyncFnOnce(World)) {
    isolated(test, |world| {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        runtime.unwrap().block_on(body(world));
    });
}

/// A store with a new key.
async fn with_key(connector: &Pkcs11Connector) -> (std::sync::Arc<dyn KeyStore>, StoreKeyId) {
    let store = connect(connector).await;
    let key = store.create_key("1234abcd-12ab-34cd-56ef-1234567890ab").await.unwrap();
    (store, key)
}
