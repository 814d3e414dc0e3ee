//! Errors arrive as the types of the SDK, with Lodge's text and the id of the request.

use aws_sdk_kms::Client;
use aws_sdk_kms::error::ProvideErrorMetadata;
use aws_sdk_kms::operation::RequestId;
use aws_sdk_kms::operation::describe_key::DescribeKeyError;
use aws_sdk_kms::operation::encrypt::EncryptError;
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::{KeySpec, KeyUsageType};

use crate::connection::{Connection, credentials};
use crate::{holds, keys};

/// One of each kind that the SDK has a type for, and one that it has none for.
pub async fn have_types(kms: &Client) {
    let missing = "alias/there-is-no-such-alias";
    let error = kms.describe_key().key_id(missing).send().await.expect_err("there is no such alias");
    let status = error.raw_response().map(|it| it.status().as_u16());
    let error = error.into_service_error();
    let DescribeKeyError::NotFoundException(not_found) = &error else { panic!("{error:?}") };
    assert!(
        not_found.message().is_some_and(|text| text.ends_with(":alias/there-is-no-such-alias is not found."))
    );
    assert_eq!((error.code(), status), (Some("NotFoundException"), Some(400)));
    assert_eq!(error.request_id().map(str::len), Some(36));

    let key = keys::symmetric(kms).await;
    let encrypt = |key: &str| kms.encrypt().key_id(key).plaintext(Blob::new("plaintext")).send();
    kms.disable_key().key_id(&key).send().await.expect("DisableKey");
    let error = encrypt(&key).await.expect_err("the key is disabled").into_service_error();
    let EncryptError::DisabledException(disabled) = &error else { panic!("{error:?}") };
    assert_eq!(disabled.message(), Some(format!("{key} is disabled.").as_str()));

    kms.schedule_key_deletion()
        .key_id(&key)
        .pending_window_in_days(7)
        .send()
        .await
        .expect("ScheduleKeyDeletion");
    let error = encrypt(&key).await.expect_err("the key is about to be deleted").into_service_error();
    assert!(error.is_kms_invalid_state_exception(), "{error:?}");

    let signing = keys::of(kms, KeySpec::EccNistP256, KeyUsageType::SignVerify).await;
    let error = encrypt(&signing).await.expect_err("a key for signing").into_service_error();
    assert!(error.is_invalid_key_usage_exception(), "{error:?}");

    let error = kms.create_alias().alias_name("no-alias").target_key_id(&signing).send().await;
    let error = error.expect_err("not the name of an alias").into_service_error();
    assert_eq!(error.code(), Some("ValidationException"), "{error:?}");
    holds("typed errors");
}

/// Who does not know the secret learns nothing.
pub async fn refuse_other_secrets(connection: &Connection) {
    let nobody = connection.called_by(credentials("AKIAAAAAAAAAAAAAAAAA", &"x".repeat(40), None));
    let error = nobody.kms().list_keys().send().await.expect_err("there is no such access key");
    assert_eq!(error.into_service_error().code(), Some("UnrecognizedClientException"));
    let error = nobody.sts().get_caller_identity().send().await.expect_err("there is no such access key");
    assert_eq!(error.into_service_error().code(), Some("InvalidClientTokenId"));
    holds("unknown access keys are refused");
}
