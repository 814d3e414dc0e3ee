//! What is refused, and with which error.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use lodge_sdk::{EncryptionContext, Error, Options, TenantEncryption};
use proptest::prelude::*;
use support::{Aws, ROLE, context, tenant};

fn options(change: impl FnOnce(&mut Options)) -> Options {
    let mut options = Options::new(ROLE);
    change(&mut options);
    options
}

async fn encrypted(client: &TenantEncryption, context: &EncryptionContext) -> Vec<u8> {
    client.encrypt_tenant_data(&tenant("1"), b"hello", context).await.unwrap()
}

#[tokio::test]
async fn another_tenants_message_is_refused_without_a_request() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let message = encrypted(&client, &context(&[])).await;
    aws.requests();
    let error = client.decrypt_tenant_data(&tenant("2"), &message, &context(&[])).await.unwrap_err();
    assert!(matches!(&error, Error::WrongTenant { tenant } if tenant.as_str() == "2"), "{error}");
    assert_eq!(aws.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn kms_refuses_a_message_that_lies_about_its_tenant() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let mut message = encrypted(&client, &context(&[])).await;
    // `tenant` = `1` in the header.
    let at = message.windows(9).position(|window| window == b"tenant\0\x011").unwrap() + 8;
    message[at] = b'2';
    let error = client.decrypt_tenant_data(&tenant("2"), &message, &context(&[])).await.unwrap_err();
    assert!(matches!(error, Error::WrongTenant { .. }), "{error}");
}

#[tokio::test]
async fn the_context_is_checked() {
    let aws = Aws::new();
    let client = aws.client(options(|options| options.service = Some("billing".into())));
    let message = encrypted(&client, &context(&[("purpose", "card")])).await;
    let open = async |client: &TenantEncryption, expected: &[(&str, &str)]| {
        client.decrypt_tenant_data(&tenant("1"), &message, &context(expected)).await
    };
    for expected in [&[][..], &[("purpose", "card")], &[("service", "billing")], &[("tenant", "1")]] {
        assert_eq!(open(&client, expected).await.unwrap(), b"hello");
    }
    for (expected, named) in [(("purpose", "name"), "purpose"), (("other", "x"), "other")] {
        let error = open(&client, &[expected]).await.unwrap_err();
        assert!(matches!(&error, Error::WrongContext { key } if key == named), "{error}");
    }
    let other = aws.client(options(|options| options.service = Some("mail".into())));
    let error = open(&other, &[]).await.unwrap_err();
    assert!(matches!(&error, Error::WrongContext { key } if key == "service"), "{error}");
    for pair in [("tenant", "2"), ("service", "mail"), ("aws-crypto-public-key", "x")] {
        let error = client.encrypt_tenant_data(&tenant("1"), b"", &context(&[pair])).await.unwrap_err();
        assert!(matches!(error, Error::InvalidInput { .. }), "{error}");
    }
}

/// A change is told as such, or as the name of a tenant that stands in the message.
fn is_seen(error: &Error) -> bool {
    matches!(error, Error::Tampered { .. } | Error::WrongTenant { .. })
}

#[tokio::test]
async fn no_byte_of_a_message_can_be_changed() {
    let aws = Aws::new();
    for signed in [false, true] {
        let client = aws.client(options(|options| options.signed = signed));
        let message = encrypted(&client, &context(&[("purpose", "card")])).await;
        for at in 0..message.len() {
            // Every bit of what says how to read the rest.
            let bits = if at < 3 { 0..8 } else { at % 8..at % 8 + 1 };
            for bit in bits {
                let mut changed = message.clone();
                changed[at] ^= 1 << bit;
                let opened = client.decrypt_tenant_data(&tenant("1"), &changed, &context(&[])).await;
                let error = opened.unwrap_err();
                assert!(is_seen(&error), "byte {at}, bit {bit}, signed: {signed}: {error}");
                let streamed = client
                    .decrypt_stream(&tenant("1"), &mut &changed[..], &mut Vec::new(), &context(&[]))
                    .await;
                let error = streamed.unwrap_err();
                let is_signed = matches!(&error, Error::InvalidInput { reason } if reason.contains("signed"));
                assert!(
                    is_seen(&error) || signed && is_signed,
                    "byte {at}, bit {bit}, signed: {signed}: {error}"
                );
            }
        }
        for other in [&b""[..], b"x", b"not a message at all", &[0; 100], &[2; 100], &[0xff; 1000]] {
            let opened = client.decrypt_tenant_data(&tenant("1"), other, &context(&[])).await;
            assert!(matches!(opened, Err(Error::Tampered { .. })), "{opened:?}");
        }
        for length in 0..message.len() {
            let opened = client.decrypt_tenant_data(&tenant("1"), &message[..length], &context(&[])).await;
            assert!(matches!(opened, Err(Error::Tampered { .. })), "{length} bytes, signed: {signed}");
        }
    }
}

#[tokio::test]
async fn errors_of_the_services_have_types() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let none = context(&[]);
    let after = async |operation, status, code, message| {
        aws.fail(operation, status, code, message);
        client.encrypt_tenant_data(&tenant("1"), b"hello", &none).await.unwrap_err()
    };
    assert!(matches!(after("AssumeRole", 403, "AccessDenied", "").await, Error::AccessDenied { .. }));
    assert!(matches!(after("AssumeRole", 400, "Throttling", "").await, Error::Throttled { .. }));
    assert!(matches!(after("AssumeRole", 500, "InternalFailure", "").await, Error::Unavailable { .. }));
    let tags = after("AssumeRole", 400, "InvalidParameterValue", "").await;
    assert!(matches!(tags, Error::InvalidInput { .. }) && !tags.is_transient());
    assert!(matches!(after("AssumeRole", 400, "IDPCommunicationError", "").await, Error::Unavailable { .. }));
    let of_kms = async |code, message| after("GenerateDataKey", 400, code, message).await;
    assert!(matches!(of_kms("DisabledException", "").await, Error::KeyDisabled { .. }));
    assert!(matches!(of_kms("NotFoundException", "").await, Error::KeyGone { .. }));
    let pending = of_kms("KMSInvalidStateException", "arn:... is pending deletion.").await;
    assert!(matches!(pending, Error::KeyGone { .. }));
    let import = of_kms("KMSInvalidStateException", "arn:... is pending import.").await;
    assert!(matches!(import, Error::KeyDisabled { .. }));
    assert!(matches!(of_kms("AccessDeniedException", "").await, Error::AccessDenied { .. }));
    assert!(matches!(of_kms("ThrottlingException", "").await, Error::Throttled { .. }));
    assert!(matches!(of_kms("ValidationException", "").await, Error::InvalidInput { .. }));
    assert!(matches!(of_kms("SomeNewException", "").await, Error::InvalidInput { .. }));
    let internal = after("GenerateDataKey", 500, "KMSInternalException", "").await;
    assert!(matches!(internal, Error::Unavailable { .. }));
    assert!(matches!(after("GenerateDataKey", 429, "Busy", "").await, Error::Throttled { .. }));
    assert!(matches!(after("GenerateDataKey", 408, "Slow", "").await, Error::Unavailable { .. }));
    let text = pending.to_string();
    assert!(text.contains("tenant `1` has no key") && text.contains("pending deletion"), "{text}");
}

#[tokio::test]
async fn streams_carry_large_objects() {
    let aws = Aws::new();
    let client = aws.client(Options::new(ROLE));
    let (one, none) = (tenant("1"), context(&[]));
    let data: Vec<u8> = (0..1_000_000_u32).map(|number| number.to_le_bytes()[0]).collect();
    let mut message = Vec::new();
    let read = client.encrypt_stream(&one, &mut &data[..], &mut message, &none).await.unwrap();
    assert_eq!((read, aws.requests().len()), (1_000_000, 2));
    let mut out = Vec::new();
    let written = client.decrypt_stream(&one, &mut &message[..], &mut out, &none).await.unwrap();
    assert_eq!((written, out == data, aws.requests().len()), (1_000_000, true, 1));
    assert!(client.decrypt_tenant_data(&one, &message, &none).await.unwrap() == data);

    // A cut at the border of frames releases what stands before it, and is an error.
    let mut cut = Vec::new();
    let error = client.decrypt_stream(&one, &mut &message[..500_000], &mut cut, &none).await.unwrap_err();
    assert!(matches!(error, Error::Tampered { .. }));
    assert_eq!(cut, data[..cut.len()]);
    let error = client.decrypt_stream(&tenant("2"), &mut &message[..], &mut cut, &none).await.unwrap_err();
    assert!(matches!(error, Error::WrongTenant { .. }));

    let mut stream = client.start_decryption(&one, &none);
    let middle = message.len() / 2;
    let mut changed = message.clone();
    changed[middle] ^= 1;
    let released = stream.push(&changed[..middle - 70_000]).await.unwrap();
    assert_eq!(released, data[..released.len()]);
    assert!(matches!(stream.push(&changed[middle - 70_000..]).await, Err(Error::Tampered { .. })));
    assert!(stream.push(b"").await.is_err());
    assert!(stream.finish().is_err());
}

#[tokio::test]
async fn signed_messages_are_not_streamed() {
    let aws = Aws::new();
    let client = aws.client(options(|options| options.signed = true));
    let message = encrypted(&client, &context(&[])).await;
    let opened = client.decrypt_tenant_data(&tenant("1"), &message, &context(&[])).await.unwrap();
    assert_eq!(opened, b"hello");
    let mut out = Vec::new();
    let streamed = client.decrypt_stream(&tenant("1"), &mut &message[..], &mut out, &context(&[])).await;
    assert!(matches!(streamed, Err(Error::InvalidInput { .. })));
    assert_eq!(out, b"");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_encrypted_comes_back(
        id in "[a-zA-Z0-9._@ ü-]{1,20}",
        data in any::<Vec<u8>>(),
        pairs in proptest::collection::btree_map("[b-s]{1,5}", "\\PC{0,9}", 0..4),
        frame_length in 1_u32..100,
        signed in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let client = Aws::new().client(options(|options| {
            options.frame_length = frame_length;
            options.signed = signed;
        }));
        let opened = runtime.block_on(async {
            let message = client.encrypt_tenant_data(&tenant(&id), &data, &pairs).await.unwrap();
            client.decrypt_tenant_data(&tenant(&id), &message, &pairs).await.unwrap()
        });
        prop_assert_eq!(opened, data);
    }
}
