//! 64 KiB with cached data keys, against AES-256-GCM of the same library alone.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, RandomizedNonceKey, UnboundKey};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use lodge_sdk::{DataKeyCache, Options};
use support::{Aws, ROLE, context, tenant};

const LENGTH: usize = 64 << 10;

fn messages(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let mut cache = DataKeyCache::default();
    (cache.max_messages, cache.max_bytes, cache.max_age) = (u64::MAX, u64::MAX, Duration::MAX);
    let mut options = Options::new(ROLE);
    options.data_key_cache = Some(cache);
    let client = Aws::new().client(options);
    let (one, context) = (tenant("1"), context(&[("purpose", "bench")]));
    let data = vec![7; LENGTH];

    let key = RandomizedNonceKey::new(&AES_256_GCM, &[7; 32]).unwrap();

    let mut group = criterion.benchmark_group("encrypt 64 KiB");
    group.throughput(Throughput::Bytes(LENGTH as u64));
    group.bench_function("AES-256-GCM", |bencher| {
        bencher.iter(|| {
            let mut out = Vec::with_capacity(LENGTH + 16);
            out.extend(black_box(&data));
            key.seal_in_place_append_tag(Aad::empty(), &mut out).unwrap();
            out
        });
    });
    group.bench_function("SDK", |bencher| {
        bencher
            .iter(|| runtime.block_on(client.encrypt_tenant_data(&one, black_box(&data), &context)).unwrap());
    });
    group.finish();

    let mut sealed = data.clone();
    let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &[7; 32]).unwrap());
    let nonce = || Nonce::assume_unique_for_key([0; 12]);
    let tag = key.seal_in_place_separate_tag(nonce(), Aad::empty(), &mut sealed).unwrap();
    let message = runtime.block_on(client.encrypt_tenant_data(&one, &data, &context)).unwrap();
    let mut group = criterion.benchmark_group("decrypt 64 KiB");
    group.throughput(Throughput::Bytes(LENGTH as u64));
    group.bench_function("AES-256-GCM", |bencher| {
        bencher.iter(|| {
            let mut out = vec![0; LENGTH];
            let sealed = black_box(&sealed);
            key.open_separate_gather(nonce(), Aad::empty(), sealed, tag.as_ref(), &mut out).unwrap();
            out
        });
    });
    group.bench_function("SDK", |bencher| {
        bencher.iter_custom(|calls| {
            runtime.block_on(async {
                let start = Instant::now();
                for _ in 0..calls {
                    black_box(client.decrypt_tenant_data(&one, black_box(&message), &context).await.unwrap());
                }
                start.elapsed()
            })
        });
    });
    group.finish();
}

criterion_group!(benches, messages);
criterion_main!(benches);
