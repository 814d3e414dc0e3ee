//! Making, describing and listing keys.

use std::collections::BTreeSet;

use aws_sdk_kms::Client;
use aws_sdk_kms::types::{GrantOperation, KeySpec, KeyState, KeyUsageType, OriginType, Tag};

use crate::holds;

/// The ARN of a new key for symmetric encryption.
pub async fn symmetric(kms: &Client) -> String {
    arn(kms.create_key().send().await.expect("CreateKey"))
}

/// The ARN of a new key of another kind.
pub async fn of(kms: &Client, spec: KeySpec, usage: KeyUsageType) -> String {
    arn(kms.create_key().key_spec(spec).key_usage(usage).send().await.expect("CreateKey"))
}

fn arn(made: aws_sdk_kms::operation::create_key::CreateKeyOutput) -> String {
    made.key_metadata.and_then(|it| it.arn).expect("a key has an ARN")
}

/// Every value arrives as its type: enumerations are known ones, times are times.
pub async fn describe_what_was_created(kms: &Client) {
    let tag = Tag::builder().tag_key("team").tag_value("a").build().expect("a tag");
    let made = kms.create_key().description("from Rust").tags(tag.clone()).send().await.expect("CreateKey");
    let made = made.key_metadata.expect("its metadata");
    let described = kms.describe_key().key_id(&made.key_id).send().await.expect("DescribeKey");
    let described = described.key_metadata.expect("its metadata");
    assert_eq!(made, described);
    assert_eq!(described.description.as_deref(), Some("from Rust"));
    assert_eq!(described.key_state, Some(KeyState::Enabled));
    assert_eq!(described.key_spec, Some(KeySpec::SymmetricDefault));
    assert_eq!(described.key_usage, Some(KeyUsageType::EncryptDecrypt));
    assert_eq!(described.origin, Some(OriginType::AwsKms));
    assert!(described.enabled);
    let age = std::time::SystemTime::now()
        .duration_since(described.creation_date.expect("a date").try_into().expect("a time"))
        .expect("it was made before now");
    assert!(age.as_secs() < 60, "{age:?}");
    let tags = kms.list_resource_tags().key_id(&made.key_id).send().await.expect("ListResourceTags");
    assert_eq!(tags.tags(), [tag]);
    holds("CreateKey and DescribeKey");
}

/// The SDK's paginators follow the markers to the end.
pub async fn list_page_by_page(kms: &Client) {
    let key = symmetric(kms).await;
    let name = key.rsplit('/').next().expect("a key id");
    let aliases: BTreeSet<String> = (0..3).map(|number| format!("alias/{name}-{number}")).collect();
    for alias in &aliases {
        kms.create_alias().alias_name(alias).target_key_id(&key).send().await.expect("CreateAlias");
    }
    let mut pages = kms.list_aliases().key_id(&key).limit(1).into_paginator().send();
    let mut found = BTreeSet::new();
    let mut count = 0;
    while let Some(page) = pages.next().await {
        found.extend(page.expect("ListAliases").aliases().iter().filter_map(|it| it.alias_name.clone()));
        count += 1;
    }
    assert_eq!((found, count), (aliases, 3));

    for operation in [GrantOperation::Encrypt, GrantOperation::Decrypt] {
        let grantee = key.replace(":kms:us-east-1:", ":iam::").replace(&format!("key/{name}"), "root");
        let grant = kms.create_grant().key_id(&key).grantee_principal(grantee).operations(operation);
        grant.send().await.expect("CreateGrant");
    }
    let mut grants = kms.list_grants().key_id(&key).into_paginator().page_size(1).items().send();
    let mut operations = BTreeSet::new();
    while let Some(grant) = grants.next().await {
        operations.extend(grant.expect("ListGrants").operations().iter().map(|it| it.as_str().to_owned()));
    }
    assert_eq!(operations, ["Decrypt", "Encrypt"].map(str::to_owned).into());

    let mut keys = kms.list_keys().into_paginator().page_size(1).items().send();
    let mut listed = Vec::new();
    while let Some(entry) = keys.next().await {
        listed.extend(entry.expect("ListKeys").key_arn);
    }
    assert!(listed.contains(&key));
    assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), listed.len());
    holds("paginators of ListAliases, ListGrants and ListKeys");
}
