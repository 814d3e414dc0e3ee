//! 64 KiB with cached data keys against AES-256-GCM of the same library alone, in turns, so that both meet the same noise.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a measurement fails by panicking")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, RandomizedNonceKey, UnboundKey};
use lodge_sdk::{DataKeyCache, Options};
use support::{Aws, ROLE, context, tenant};

const LENGTH: usize = 64 << 10;
const ROUNDS: usize = 1000;
const CALLS: u32 = 20;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let mut cache = DataKeyCache::default();
    (cache.max_messages, cache.max_bytes, cache.max_age) = (u64::MAX, u64::MAX, Duration::MAX);
    let mut options = Options::new(ROLE);
    options.data_key_cache = Some(cache);
    let client = Aws::new().client(options.clone());
    options.signed = true;
    let signing = Aws::new().client(options);
    let (one, context) = (tenant("1"), context(&[("purpose", "bench")]));
    let data = vec![7; LENGTH];
    let key = RandomizedNonceKey::new(&AES_256_GCM, &[7; 32]).unwrap();
    let mut sealed = data.clone();
    let nonce = key.seal_in_place_append_tag(Aad::empty(), &mut sealed).unwrap();
    let nonce: &[u8; 12] = nonce.as_ref();
    let less_safe = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &[7; 32]).unwrap());
    let (sealed, tag) = sealed.split_at(LENGTH);
    let message = runtime.block_on(client.encrypt_tenant_data(&one, &data, &context)).unwrap();

    compare(
        "encrypt",
        || {
            for _ in 0..CALLS {
                let mut out = Vec::with_capacity(LENGTH + 16);
                out.extend(black_box(&data));
                key.seal_in_place_append_tag(Aad::empty(), &mut out).unwrap();
                black_box(out);
            }
        },
        || {
            runtime.block_on(async {
                for _ in 0..CALLS {
                    black_box(client.encrypt_tenant_data(&one, black_box(&data), &context).await.unwrap());
                }
            });
        },
    );
    compare(
        "encrypt and sign",
        || {
            for _ in 0..CALLS {
                let mut out = data.clone();
                key.seal_in_place_append_tag(Aad::empty(), &mut out).unwrap();
                black_box(out);
            }
        },
        || {
            runtime.block_on(async {
                for _ in 0..CALLS {
                    black_box(signing.encrypt_tenant_data(&one, black_box(&data), &context).await.unwrap());
                }
            });
        },
    );
    compare(
        "decrypt",
        || {
            for _ in 0..CALLS {
                let mut out = vec![0; LENGTH];
                let nonce = Nonce::assume_unique_for_key(*nonce);
                less_safe
                    .open_separate_gather(nonce, Aad::empty(), black_box(sealed), tag, &mut out)
                    .unwrap();
                black_box(out);
            }
        },
        || {
            runtime.block_on(async {
                for _ in 0..CALLS {
                    black_box(client.decrypt_tenant_data(&one, black_box(&message), &context).await.unwrap());
                }
            });
        },
    );
}

fn compare(name: &str, alone: impl Fn(), sdk: impl Fn()) {
    let time = |calls: &dyn Fn()| {
        let start = Instant::now();
        calls();
        start.elapsed() / CALLS
    };
    let (mut first, mut second): (Vec<_>, Vec<_>) = (0..ROUNDS).map(|_| (time(&alone), time(&sdk))).unzip();
    first.sort();
    second.sort();
    for (what, at) in [("fastest tenth", ROUNDS / 10), ("median", ROUNDS / 2)] {
        let (alone, sdk) = (first[at], second[at]);
        let throughput = alone.as_secs_f64() / sdk.as_secs_f64() * 100.0;
        println!("{name}, {what}: AES-256-GCM {alone:?}, SDK {sdk:?}: {throughput:.1} % of its throughput");
    }
}
