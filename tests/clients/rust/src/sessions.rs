//! Sessions that reach one tenant's key.

use std::time::SystemTime;

use aws_sdk_kms::primitives::Blob;
use aws_sdk_sts::error::ProvideErrorMetadata;

use crate::connection::{Connection, credentials};
use crate::{holds, keys};

/// AssumeRole with a session policy for one alias; then Encrypt through this alias and through another one.
pub async fn reach_one_tenant(connection: &Connection, role: &str) {
    let kms = connection.kms();
    let mut tenants = Vec::new();
    for _ in 0..2 {
        let key = keys::symmetric(&kms).await;
        let alias = format!("alias/tenant-{}", key.rsplit('/').next().expect("a key id"));
        kms.create_alias().alias_name(&alias).target_key_id(&key).send().await.expect("CreateAlias");
        tenants.push((alias, key));
    }
    let [(mine, my_key), (other, other_key)] = &tenants[..] else { unreachable!() };

    let policy = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":"kms:*","Resource":"*",
            "Condition":{{"StringEquals":{{"kms:RequestAlias":"{mine}"}}}}}}]}}"#
    );
    let assume = connection.sts().assume_role().role_arn(role).role_session_name("tenant");
    let assumed = assume.policy(policy).duration_seconds(900).send().await.expect("AssumeRole");
    let user = assumed.assumed_role_user.expect("who it is");
    let given = assumed.credentials.expect("credentials");
    let expires = SystemTime::try_from(given.expiration).expect("a time");
    let left = expires.duration_since(SystemTime::now()).expect("a time to come").as_secs();
    assert!((840..=900).contains(&left), "{left} s");

    let session = connection.called_by(credentials(
        &given.access_key_id,
        &given.secret_access_key,
        Some(&given.session_token),
    ));
    let identity = session.sts().get_caller_identity().send().await.expect("GetCallerIdentity");
    assert_eq!(identity.arn, Some(user.arn));

    let tenant = session.kms();
    let encrypt = |key: &str| tenant.encrypt().key_id(key).plaintext(Blob::new("secret")).send();
    let encrypted = encrypt(mine).await.expect("its own key");
    assert_eq!(encrypted.key_id.as_ref(), Some(my_key));
    let blob = encrypted.ciphertext_blob.expect("a ciphertext");
    let opened = tenant.decrypt().key_id(mine).ciphertext_blob(blob).send().await.expect("its own key");
    assert_eq!(opened.plaintext, Some(Blob::new("secret")));
    for key in [other, other_key, my_key] {
        let error = encrypt(key).await.expect_err("not through its alias").into_service_error();
        assert_eq!(error.code(), Some("AccessDeniedException"), "{error:?}");
        assert!(
            error.message().is_some_and(|text| text.contains("is not authorized to perform: kms:Encrypt"))
        );
    }
    let error = session.sts().assume_role().role_arn(role).role_session_name("again").send().await;
    assert_eq!(error.expect_err("a session for KMS alone").into_service_error().code(), Some("AccessDenied"));
    holds("a session of AssumeRole reaches one tenant's key");
}
