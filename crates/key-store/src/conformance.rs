//! What every key store must do, as tests.
//!
//! [`conformance_cases!`](crate::conformance_cases) names the cases; the key store's tests make a `#[test]` of each:
//!
//! ```ignore
//! macro_rules! tests {
//!     ($($case:ident)+) => {
//!         $(
//!             #[test]
//!             fn $case() {
//!                 key_store::conformance::run(subject, key_store::conformance::$case);
//!             }
//!         )+
//!     };
//! }
//! key_store::conformance_cases!(tests);
//! ```
//!
//! A case that fails panics.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "these are tests")]

use std::any::Any;
use std::sync::Arc;

use secret::SecretBytes;

use crate::error::Error;
use crate::key::StoreKeyId;
use crate::sealed::Sealed;
use crate::store::{KeyStore, MAX_AAD, MAX_PLAINTEXT, MAX_RANDOM, RequestMetadata};

/// Calls the macro `$then` with the names of all cases.
#[macro_export]
macro_rules! conformance_cases {
    ($then:ident) => {
        $then! {
            it_is_well
            opens_what_it_sealed
            lengths_are_bounded
            sealing_twice_gives_two_results
            another_key_does_not_open
            other_authenticated_data_does_not_open
            every_changed_bit_is_noticed
            parts_of_two_messages_do_not_mix
            the_binary_form_opens
            an_unknown_key_is_told
            keys_are_described
            made_keys_live_until_destroyed
            random_bytes_are_random
            calls_run_side_by_side
        }
    };
}

/// A key store under test.
pub struct Subject {
    /// The store.
    pub store: Arc<dyn KeyStore>,
    /// Two usable keys of its own.
    pub keys: [StoreKeyId; 2],
    /// A key that is not there, in the store's own form.
    pub missing: StoreKeyId,
    /// Whether it makes and destroys keys and gives random bytes (a token does, an XKS proxy does not).
    pub makes_keys: bool,
    /// Kept until the case has ended.
    pub outlives_it: Box<dyn Any>,
}

/// Runs one case, on an async runtime with timers and sockets.
pub fn run(make: impl AsyncFnOnce() -> Subject, case: impl AsyncFnOnce(&Subject)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("an async runtime").block_on(async {
        let subject = make().await;
        case(&subject).await;
    });
}

/// The request metadata of the cases.
pub fn request() -> RequestMetadata {
    RequestMetadata {
        principal_arn: Some("arn:aws:iam::111122223333:user/Alice".to_owned()),
        key_arn: Some(
            "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".to_owned(),
        ),
        operation: "Encrypt".to_owned(),
        request_id: "4112f4d6-db54-4af4-ae30-c55a22a8dfae".to_owned(),
    }
}

impl Subject {
    async fn seal(&self, plaintext: &[u8], aad: &[u8]) -> Sealed {
        self.store.encrypt(&self.keys[0], plaintext, aad, &request()).await.expect("sealing works")
    }

    async fn open(&self, sealed: &Sealed, aad: &[u8]) -> Result<SecretBytes, Error> {
        self.store.decrypt(&self.keys[0], sealed, aad, &request()).await
    }

    async fn refuses(&self, sealed: &Sealed, aad: &[u8], why: &str) {
        assert_eq!(self.open(sealed, aad).await.err(), Some(Error::InvalidCiphertext), "{why}");
    }
}

/// The check passes.
pub async fn it_is_well(subject: &Subject) {
    subject.store.check(&request()).await.expect("a store that works");
}

/// Plaintexts of every size class come back, with and without authenticated data.
pub async fn opens_what_it_sealed(subject: &Subject) {
    for length in [1, 15, 16, 17, 32, 1000, MAX_PLAINTEXT] {
        for aad in [0, 1, 16, MAX_AAD] {
            let (plaintext, aad) = (vec![0x5a; length], vec![0xa5; aad]);
            let sealed = subject.seal(&plaintext, &aad).await;
            assert_eq!(sealed.ciphertext().len(), length, "as long as the plaintext");
            assert!(length < 15 || sealed.ciphertext() != plaintext, "not the plaintext");
            let opened = subject.open(&sealed, &aad).await.expect("opening works");
            assert!(opened.expose() == plaintext, "{length} bytes come back");
        }
    }
}

/// Input beyond the bounds is refused as too long.
pub async fn lengths_are_bounded(subject: &Subject) {
    let key = &subject.keys[0];
    let (long_plaintext, long_aad) = (vec![0; MAX_PLAINTEXT + 1], vec![0; MAX_AAD + 1]);
    let sealed = subject.seal(b"short", b"").await;
    for refused in [
        subject.store.encrypt(key, &long_plaintext, b"", &request()).await.err(),
        subject.store.encrypt(key, b"short", &long_aad, &request()).await.err(),
        subject.open(&sealed, &long_aad).await.err(),
    ] {
        assert!(matches!(refused, Some(Error::TooLong { .. })), "{refused:?}");
    }
}

/// Nothing of the result repeats.
pub async fn sealing_twice_gives_two_results(subject: &Subject) {
    let mut seen: Vec<Sealed> = Vec::new();
    for _ in 0..8 {
        let sealed = subject.seal(&[0; 32], b"the same").await;
        for other in &seen {
            assert_ne!(other.ciphertext(), sealed.ciphertext());
            assert_ne!(other.tag(), sealed.tag());
        }
        seen.push(sealed);
    }
}

/// The second key does not open what the first one sealed.
pub async fn another_key_does_not_open(subject: &Subject) {
    let sealed = subject.seal(b"for the first key", b"aad").await;
    let opened = subject.store.decrypt(&subject.keys[1], &sealed, b"aad", &request()).await;
    assert_eq!(opened.err(), Some(Error::InvalidCiphertext));
}

/// Other authenticated data does not open, missing and empty included.
pub async fn other_authenticated_data_does_not_open(subject: &Subject) {
    let sealed = subject.seal(b"plaintext", b"aad").await;
    for other in [&b""[..], b"aae", b"aad\0", b"aa"] {
        subject.refuses(&sealed, other, "other aad").await;
    }
    let without = subject.seal(b"plaintext", b"").await;
    subject.refuses(&without, b"aad", "aad where there was none").await;
}

/// Each part is authenticated, in every byte.
pub async fn every_changed_bit_is_noticed(subject: &Subject) {
    let sealed = subject.seal(b"0123456789abcdef0", b"aad").await;
    let parts = [sealed.iv(), sealed.tag().as_slice(), sealed.metadata(), sealed.ciphertext()];
    for (number, part) in parts.iter().enumerate() {
        for byte in 0..part.len() {
            let mut changed = parts.map(<[u8]>::to_vec);
            changed[number][byte] ^= 1 << (byte % 8);
            subject.refuses(&from_parts(changed), b"aad", &format!("part {number}, byte {byte}")).await;
        }
    }
    for (number, length) in [(2, 0), (2, 1), (2, 64), (3, 0), (3, 16), (3, 18)] {
        if parts[number].len() != length {
            let mut changed = parts.map(<[u8]>::to_vec);
            changed[number].resize(length, 0);
            subject.refuses(&from_parts(changed), b"aad", &format!("part {number} of {length} bytes")).await;
        }
    }
    assert!(subject.open(&sealed, b"aad").await.is_ok(), "the store still works afterwards");
}

/// Parts of two messages of the same key do not make a third.
pub async fn parts_of_two_messages_do_not_mix(subject: &Subject) {
    let [one, two] = [subject.seal(b"message one", b"").await, subject.seal(b"message two", b"").await];
    let parts = |sealed: &Sealed| {
        [sealed.iv(), sealed.tag().as_slice(), sealed.metadata(), sealed.ciphertext()].map(<[u8]>::to_vec)
    };
    for number in 0..4 {
        let mut mixed = parts(&one);
        mixed[number].clone_from(&parts(&two)[number]);
        if mixed != parts(&one) {
            subject.refuses(&from_parts(mixed), b"", &format!("part {number} of another message")).await;
        }
    }
}

/// What went through the binary form opens.
pub async fn the_binary_form_opens(subject: &Subject) {
    let bytes = subject.seal(b"kept as bytes", b"aad").await.to_bytes();
    let sealed = Sealed::parse(&bytes).expect("it parses");
    assert!(subject.open(&sealed, b"aad").await.expect("it opens").expose() == b"kept as bytes");
}

/// A key that is not there is `KeyNotFound` everywhere.
pub async fn an_unknown_key_is_told(subject: &Subject) {
    let (store, missing) = (&subject.store, &subject.missing);
    let sealed = subject.seal(b"plaintext", b"").await;
    let not_found = Some(Error::KeyNotFound);
    assert_eq!(store.describe_key(missing, &request()).await.err(), not_found);
    assert_eq!(store.encrypt(missing, b"plaintext", b"", &request()).await.err(), not_found);
    assert_eq!(store.decrypt(missing, &sealed, b"", &request()).await.err(), not_found);
    if subject.makes_keys {
        assert_eq!(store.destroy_key(missing).await.err(), not_found);
    }
}

/// The keys are what a KMS key needs.
pub async fn keys_are_described(subject: &Subject) {
    for key in &subject.keys {
        let described = subject.store.describe_key(key, &request()).await.expect("a description");
        assert!(described.is_usable(), "{described:?}");
    }
}

/// Made keys work, are their own, and are gone once destroyed; a store that makes none says so.
pub async fn made_keys_live_until_destroyed(subject: &Subject) {
    let store = &subject.store;
    if !subject.makes_keys {
        assert!(matches!(store.create_key("label").await, Err(Error::Unsupported(_))));
        assert!(matches!(store.destroy_key(&subject.keys[0]).await, Err(Error::Unsupported(_))));
        return;
    }
    let one = store.create_key("label").await.expect("a key");
    let two = store.create_key("label").await.expect("another key");
    assert_ne!(one, two, "one label, two keys");
    assert!(store.describe_key(&one, &request()).await.expect("a description").is_usable());
    let sealed = store.encrypt(&one, b"plaintext", b"", &request()).await.expect("sealing works");
    assert_eq!(store.decrypt(&two, &sealed, b"", &request()).await.err(), Some(Error::InvalidCiphertext));
    store.destroy_key(&one).await.expect("destroying works");
    assert_eq!(store.decrypt(&one, &sealed, b"", &request()).await.err(), Some(Error::KeyNotFound));
    assert_eq!(store.destroy_key(&one).await.err(), Some(Error::KeyNotFound));
    assert!(store.describe_key(&two, &request()).await.expect("the other one stays").is_usable());
}

/// Random bytes have the asked length and differ; a store that gives none says so.
pub async fn random_bytes_are_random(subject: &Subject) {
    let store = &subject.store;
    if !subject.makes_keys {
        assert!(matches!(store.random(16).await, Err(Error::Unsupported(_))));
        return;
    }
    for length in [1, 32, MAX_RANDOM] {
        assert_eq!(store.random(length).await.expect("random bytes").len(), length);
    }
    let (one, two) = (store.random(32).await.expect("bytes"), store.random(32).await.expect("bytes"));
    assert!(one != two, "two draws differ");
    assert!(matches!(store.random(MAX_RANDOM + 1).await, Err(Error::TooLong { .. })));
}

/// Many callers at once get their own answers.
pub async fn calls_run_side_by_side(subject: &Subject) {
    let tasks: Vec<_> = (0..24_u8)
        .map(|number| {
            let (store, key) = (subject.store.clone(), subject.keys[usize::from(number % 2)].clone());
            tokio::spawn(async move {
                let plaintext = vec![number; 100];
                for _ in 0..5 {
                    let sealed = store.encrypt(&key, &plaintext, &[number], &request()).await?;
                    let opened = store.decrypt(&key, &sealed, &[number], &request()).await?;
                    assert!(opened.expose() == plaintext, "task {number} got its own plaintext");
                }
                Ok::<_, Error>(())
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic").expect("every call works");
    }
}

fn from_parts([iv, tag, metadata, ciphertext]: [Vec<u8>; 4]) -> Sealed {
    Sealed::new(iv, &tag, metadata, ciphertext).expect("parts within their bounds")
}
