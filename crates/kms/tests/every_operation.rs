//! What holds for every operation in the table.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::sync::Arc;

use aws_model::{Document, kms as model};
use gate::{Caller, Endpoint, Fault, Incoming};
use kms::default_key_policy;
use secret::SecretBytes;
use serde_json::json;
use support::*;

/// An input that would succeed, but for the names in it.
fn document(endpoint: &dyn Endpoint, key_id: &str, alias: &str, given: &Given) -> Document {
    let schema = endpoint.schema();
    let text = |text: &str| Document::String(text.to_owned());
    let members = schema.input.members.iter().filter_map(|member| {
        let value = match (schema.name, member.name) {
            ("ListAliases" | "Decrypt", "KeyId") => return None,
            (_, "KeyId" | "TargetKeyId" | "DestinationKeyId") => text(key_id),
            ("CreateAlias", "AliasName") => text("alias/another"),
            (_, "AliasName") => text(alias),
            ("PutKeyPolicy", "Policy") => text(&default_key_policy(ACCOUNT.parse().unwrap())),
            (_, "Description") => text("described"),
            ("TagResource", "Tags") => Document::List(vec![Document::Structure(vec![
                ("TagKey", text("a")),
                ("TagValue", text("1")),
            ])]),
            (_, "TagKeys") => Document::List(vec![text("a")]),
            (_, "Plaintext") => Document::Blob(SecretBytes::copy_of(b"secret")),
            (_, "CiphertextBlob") => Document::Bytes(given.blob.clone()),
            (_, "GranteePrincipal" | "RetiringPrincipal") => text("arn:aws:iam::111122223333:user/ann"),
            (_, "Operations") => Document::List(vec![text("Encrypt")]),
            ("RetireGrant" | "RevokeGrant", "GrantId") => text(&given.grant),
            ("GenerateRandom", "NumberOfBytes") => Document::Integer(16),
            ("GenerateDataKey" | "GenerateDataKeyWithoutPlaintext", "KeySpec") => text("AES_256"),
            _ => return None,
        };
        Some((member.name, value))
    });
    Document::Structure(members.collect())
}

/// What there is besides the key and the alias.
struct Given {
    blob: Vec<u8>,
    grant: String,
}

/// A world with one key, one alias, one ciphertext and one grant.
async fn world() -> (World, String, Given) {
    let world = World::new().await;
    let key = world.key().await;
    world.alias(&root(ACCOUNT), "alias/app", &key).await;
    let blob = world.encrypt(&root(ACCOUNT), &key).await.unwrap();
    let request = grant(&key, "arn:aws:iam::111122223333:user/bob", &[model::GrantOperation::Decrypt]);
    let grant = world.grant(&root(ACCOUNT), request).await.grant_id.unwrap();
    (world, key, Given { blob, grant })
}

async fn call(
    world: &World,
    endpoint: &dyn Endpoint,
    caller: &Arc<Caller>,
    document: Document,
) -> Result<Document, Fault> {
    let incoming = Incoming { caller: Arc::clone(caller), origin: world.origin(REGION), document };
    endpoint.call(&world.gate, incoming).await
}

#[tokio::test]
async fn the_table_has_every_operation_of_the_description() {
    let world = World::new().await;
    let mut names: Vec<_> = world.endpoints.iter().map(|endpoint| endpoint.schema().name).collect();
    names.sort_unstable();
    let mut described: Vec<_> = model::SERVICE.operations.iter().map(|operation| operation.name).collect();
    described.sort_unstable();
    assert_eq!(names, described);
}

#[tokio::test]
async fn nobody_does_anything_without_permission() {
    let (world, key, given) = world().await;
    let powerless = user(ACCOUNT, "ann", allow("s3:*", json!({})));
    for endpoint in &world.endpoints {
        let document = document(endpoint.as_ref(), &key, "alias/app", &given);
        let answer = call(&world, endpoint.as_ref(), &powerless, document).await;
        let name = endpoint.schema().name;
        let text = fault(answer);
        assert!(
            text.starts_with("AccessDeniedException: User: arn:aws:iam::111122223333:user/ann "),
            "{name}: {text}"
        );
    }
    let records = world.records();
    assert_eq!(
        records.iter().filter(|record| record["errorCode"] == "AccessDeniedException").count(),
        world.endpoints.len()
    );
}

#[tokio::test]
async fn everything_is_denied_to_another_account() {
    let (world, key, given) = world().await;
    let stranger = admin(STRANGER, "eve");
    for endpoint in &world.endpoints {
        let schema = endpoint.schema();
        let named = schema.input.members.iter().any(|member| member.name.ends_with("KeyId"));
        if !named || matches!(schema.name, "CreateKey" | "ListAliases" | "UpdateAlias") {
            continue;
        }
        let document = document(endpoint.as_ref(), &key_arn(ACCOUNT, &key), "alias/app", &given);
        let answer = call(&world, endpoint.as_ref(), &stranger, document).await;
        assert_eq!(code(answer), "AccessDeniedException", "{}", schema.name);
    }
}

#[tokio::test]
async fn what_is_missing_is_not_found() {
    let (world, _, given) = world().await;
    for endpoint in &world.endpoints {
        let schema = endpoint.schema();
        let named = |suffix| schema.input.members.iter().any(|member| member.name.ends_with(suffix));
        let names_nothing = !named("KeyId") && !named("AliasName");
        if names_nothing || matches!(schema.name, "CreateKey" | "ListAliases" | "Decrypt") {
            continue;
        }
        let document = document(endpoint.as_ref(), MISSING, "alias/none", &given);
        let answer = call(&world, endpoint.as_ref(), &root(ACCOUNT), document).await;
        assert_eq!(code(answer), "NotFoundException", "{}", schema.name);
    }
}

#[tokio::test]
async fn everything_succeeds_for_those_who_may() {
    for index in 0..model::SERVICE.operations.len() {
        let (world, key, given) = world().await;
        let endpoint = world.endpoints[index].as_ref();
        if endpoint.schema().name == "CancelKeyDeletion" {
            continue;
        }
        let document = document(endpoint, &key, "alias/app", &given);
        let answer = call(&world, endpoint, &admin(ACCOUNT, "ann"), document).await;
        assert_eq!(fault(answer), "success", "{}", endpoint.schema().name);
    }
}
