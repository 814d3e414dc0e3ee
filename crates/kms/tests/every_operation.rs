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
    let key_id = &key_id.replace(&given.key, given.key_of(schema.name));
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
            (_, "Plaintext" | "Message") => Document::Blob(SecretBytes::copy_of(b"secret")),
            (_, "SigningAlgorithm") => text("ECDSA_SHA_256"),
            (_, "Signature") => Document::Bytes(given.signature.clone()),
            (_, "MacAlgorithm") => text("HMAC_SHA_256"),
            (_, "Mac") => Document::Bytes(given.mac.clone()),
            (_, "KeyAgreementAlgorithm") => text("ECDH"),
            (_, "PublicKey") => Document::Bytes(given.public_key.clone()),
            (_, "EncapsulationAlgorithm") => text("ML_KEM"),
            (_, "SharedSecretCiphertextBlob") => Document::Bytes(vec![0; 768]),
            (_, "KeyPairSpec") => text("ECC_NIST_P256"),
            (_, "CiphertextBlob") => Document::Bytes(given.blob.clone()),
            (_, "GranteePrincipal" | "RetiringPrincipal") => text("arn:aws:iam::111122223333:user/ann"),
            (_, "Operations") => Document::List(vec![text("Encrypt")]),
            ("RetireGrant" | "RevokeGrant", "GrantId") => text(&given.grant),
            ("GenerateRandom", "NumberOfBytes") => Document::Integer(16),
            ("GenerateDataKey" | "GenerateDataKeyWithoutPlaintext", "KeySpec") => text("AES_256"),
            ("DescribeCustomKeyStores", "CustomKeyStoreName") => return None,
            ("ConnectCustomKeyStore" | "DisconnectCustomKeyStore", "CustomKeyStoreId")
            | ("UpdateCustomKeyStore" | "DeleteCustomKeyStore", "CustomKeyStoreId") => text(&given.key_store),
            ("CreateCustomKeyStore", "CustomKeyStoreName") | (_, "NewCustomKeyStoreName") => text("token"),
            ("CreateCustomKeyStore", "CloudHsmClusterId") => text(key_stores::CLUSTER),
            ("CreateCustomKeyStore", "KeyStorePassword") => text(key_stores::PASSWORD),
            ("CreateCustomKeyStore", "TrustAnchorCertificate") => text(key_stores::TRUST_ANCHOR),
            (_, "ReplicaRegion") => text("us-west-2"),
            (_, "PrimaryRegion") => text("us-east-1"),
            (_, "WrappingAlgorithm") => text("RSAES_OAEP_SHA_256"),
            (_, "WrappingKeySpec") => text("RSA_2048"),
            (_, "ImportToken") => Document::Bytes(given.import_token.clone()),
            (_, "EncryptedKeyMaterial") => Document::Bytes(given.wrapped_material.clone()),
            (_, "ExpirationModel") => text("KEY_MATERIAL_DOES_NOT_EXPIRE"),
            _ => return None,
        };
        Some((member.name, value))
    });
    Document::Structure(members.collect())
}

/// What there is besides the key and the alias.
struct Given {
    key: String,
    blob: Vec<u8>,
    grant: String,
    signing_key: String,
    signature: Vec<u8>,
    mac_key: String,
    mac: Vec<u8>,
    agreement_key: String,
    public_key: Vec<u8>,
    encapsulation_key: String,
    /// Has a replica in us-east-1.
    multi_region_key: String,
    external_key: String,
    import_token: Vec<u8>,
    wrapped_material: Vec<u8>,
    key_store: String,
}

impl Given {
    /// The key that can do the operation.
    fn key_of(&self, operation: &str) -> &str {
        match operation {
            "Sign" | "Verify" | "GetPublicKey" => &self.signing_key,
            "GenerateMac" | "VerifyMac" => &self.mac_key,
            "DeriveSharedSecret" => &self.agreement_key,
            "Encapsulate" | "Decapsulate" => &self.encapsulation_key,
            "ReplicateKey" | "UpdatePrimaryRegion" => &self.multi_region_key,
            "GetParametersForImport" | "ImportKeyMaterial" | "DeleteImportedKeyMaterial" => {
                &self.external_key
            }
            _ => &self.key,
        }
    }
}

/// A world with one key of every usage, one alias, one ciphertext and one grant.
async fn world() -> (World, String, Given) {
    let world = World::with_key_stores(key_stores::connectors()).await;
    let key = world.key().await;
    world.alias(&root(ACCOUNT), "alias/app", &key).await;
    let blob = world.encrypt(&root(ACCOUNT), &key).await.unwrap();
    let request = grant(&key, "arn:aws:iam::111122223333:user/bob", &[model::GrantOperation::Decrypt]);
    let grant = world.grant(&root(ACCOUNT), request).await.grant_id.unwrap();
    let signing_key = world.key_of("ECC_NIST_P256", "SIGN_VERIFY").await;
    let request = sign(&signing_key, "ECDSA_SHA_256", b"secret");
    let signature = world.call::<model::Sign>(&root(ACCOUNT), request).await.unwrap().signature.unwrap();
    let mac_key = world.key_of("HMAC_256", "GENERATE_VERIFY_MAC").await;
    let request = generate_mac(&mac_key, "HMAC_SHA_256", b"secret");
    let mac = world.call::<model::GenerateMac>(&root(ACCOUNT), request).await.unwrap().mac.unwrap();
    let agreement_key = world.key_of("ECC_NIST_P256", "KEY_AGREEMENT").await;
    let public_key = world.public_key(&agreement_key).await;
    let encapsulation_key = world.key_of("ML_KEM_512", "ENCAPSULATE_DECAPSULATE").await;
    let external_key = world.external_key().await;
    let request = model::CreateKeyRequest { multi_region: Some(true), ..create_key() };
    let made = world.call::<model::CreateKey>(&root(ACCOUNT), request).await.unwrap();
    let multi_region_key = made.key_metadata.unwrap().key_id;
    let request = model::ReplicateKeyRequest {
        key_id: multi_region_key.clone(),
        replica_region: "us-east-1".to_owned(),
        ..model::ReplicateKeyRequest::default()
    };
    world.call::<model::ReplicateKey>(&root(ACCOUNT), request).await.unwrap();
    let request = key_stores::external("proxy");
    let made = world.call::<model::CreateCustomKeyStore>(&root(ACCOUNT), request).await.unwrap();
    let given = Given {
        key_store: made.custom_key_store_id.unwrap(),
        multi_region_key,
        external_key,
        import_token: vec![0],
        wrapped_material: vec![0],
        key: key.clone(),
        blob,
        grant,
        signing_key,
        signature,
        mac_key,
        mac,
        agreement_key,
        public_key,
        encapsulation_key,
    };
    (world, key, given)
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
        let (world, key, mut given) = world().await;
        let endpoint = world.endpoints[index].as_ref();
        match endpoint.schema().name {
            "CancelKeyDeletion" => continue,
            // Making an RSA key takes long.
            "ImportKeyMaterial" => {
                let parameters = world.parameters(&given.external_key).await;
                given.wrapped_material = parameters.wrap(&[1; 32]);
                given.import_token = parameters.token;
            }
            "DisconnectCustomKeyStore" => {
                let input =
                    model::ConnectCustomKeyStoreRequest { custom_key_store_id: given.key_store.clone() };
                world.call::<model::ConnectCustomKeyStore>(&root(ACCOUNT), input).await.unwrap();
            }
            _ => {}
        }
        let document = document(endpoint, &key, "alias/app", &given);
        let answer = call(&world, endpoint, &admin(ACCOUNT, "ann"), document).await;
        assert_eq!(fault(answer), "success", "{}", endpoint.schema().name);
    }
}
