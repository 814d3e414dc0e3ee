//! What is let through, and what the record says of it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use aws_model::kms::{
    CreateAlias, CreateAliasRequest, Encrypt, EncryptRequest, GenerateRandom, GenerateRandomRequest,
    ListAliases, ListAliasesRequest, ReEncrypt, ReEncryptRequest,
};
use aws_model::{Document, Operation};
use gate::Incoming;
use secret::SecretBytes;
use serde_json::{Value, json};
use support::{CIPHERTEXT, World, everything, is_internal, key_arn, statement, user};

fn encrypt(key_id: &str, plaintext: &[u8]) -> EncryptRequest {
    let plaintext = SecretBytes::copy_of(plaintext);
    EncryptRequest { key_id: key_id.to_owned(), plaintext, ..EncryptRequest::default() }
}

fn create_alias(name: &str, key_id: &str) -> CreateAliasRequest {
    CreateAliasRequest { alias_name: name.to_owned(), target_key_id: key_id.to_owned() }
}

fn re_encrypt(from: &str, to: &str) -> ReEncryptRequest {
    ReEncryptRequest {
        ciphertext_blob: Some(vec![1]),
        source_key_id: Some(from.to_owned()),
        destination_key_id: to.to_owned(),
        ..ReEncryptRequest::default()
    }
}

fn decisions(record: &Value) -> &Vec<Value> {
    record["additionalEventData"]["lodge"]["decisions"].as_array().unwrap()
}

#[tokio::test]
async fn an_allowed_call_runs_and_is_recorded_with_its_decision() {
    let world = World::new().await;
    world.key("k1", None).await;
    let answer =
        world.call::<Encrypt>(&user("ann", &[everything()]), encrypt("k1", b"attack at dawn")).await.unwrap();
    assert_eq!(answer.ciphertext_blob.as_deref(), Some(CIPHERTEXT));
    let record = world.record();
    assert_eq!(record["eventSource"], "kms.amazonaws.com");
    assert_eq!(record["eventName"], "Encrypt");
    assert_eq!(record["eventTime"], "2026-09-21T14:13:20Z");
    assert_eq!(record["awsRegion"], "eu-west-1");
    assert_eq!(record["readOnly"], true);
    assert_eq!(record["recipientAccountId"], "111122223333");
    assert_eq!(record["userAgent"], "tests/1");
    assert_eq!(record["requestParameters"], json!({"keyId": "k1"}));
    assert_eq!(record["responseElements"], Value::Null);
    assert_eq!(record["errorCode"], Value::Null);
    assert_eq!(
        record["resources"],
        json!([{"ARN": key_arn("k1"), "accountId": "111122223333", "type": "AWS::KMS::Key"}])
    );
    assert_eq!(
        record["tlsDetails"],
        json!({"tlsVersion": "TLSv1.3", "cipherSuite": "TLS13_AES_256_GCM_SHA384", "clientProvidedHostHeader": "kms.example"})
    );
    let [decision] = decisions(&record).as_slice() else { panic!("{record}") };
    assert_eq!(decision["action"], "kms:Encrypt");
    assert_eq!(decision["outcome"], "Allow");
    assert_eq!(decision["reasons"][0]["policy"], "policy 0");
}

#[tokio::test]
async fn a_denied_call_does_not_run_and_says_why() {
    let world = World::new().await;
    world.key("k1", None).await;
    let fault = world.call::<Encrypt>(&user("ann", &[]), encrypt("k1", b"x")).await.err().unwrap();
    assert_eq!(world.vault.counts(), (1, 0));
    assert_eq!((fault.code.code, fault.code.status), ("AccessDeniedException", 400));
    assert_eq!(
        fault.message,
        format!(
            "User: arn:aws:iam::111122223333:user/ann is not authorized to perform: kms:Encrypt on resource: {} because no \
             identity-based policy allows the kms:Encrypt action",
            key_arn("k1")
        )
    );
    let record = world.record();
    assert_eq!(record["errorCode"], "AccessDeniedException");
    assert_eq!(record["errorMessage"], fault.message.as_str());
    assert_eq!(decisions(&record)[0]["outcome"], "ImplicitDeny");
    assert_eq!(record["resources"][0]["ARN"], key_arn("k1"));
}

#[tokio::test]
async fn an_explicit_deny_wins_and_is_named() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything(), statement("Deny", "kms:Encrypt", "*")]);
    let fault = world.call::<Encrypt>(&ann, encrypt("k1", b"x")).await.err().unwrap();
    assert!(
        fault.message.ends_with("with an explicit deny in an identity-based policy"),
        "{}",
        fault.message
    );
    assert_eq!(decisions(&world.record())[0]["outcome"], "ExplicitDeny");
    assert_eq!(world.vault.counts(), (1, 0));
}

#[tokio::test]
async fn what_is_not_found_is_denied_even_where_everything_is_allowed() {
    let world = World::new().await;
    let ann = user("ann", &[everything()]);
    let fault = world.call::<Encrypt>(&ann, encrypt("no-such-key", b"x")).await.err().unwrap();
    assert_eq!(fault.code.code, "AccessDeniedException");
    let fault = world.call::<CreateAlias>(&ann, create_alias("alias/a", "no-such-key")).await.err().unwrap();
    assert_eq!(fault.code.code, "AccessDeniedException");
    assert_eq!(world.vault.counts(), (2, 0));
    assert_eq!(world.outbox().await.len(), 0);
}

#[tokio::test]
async fn forbidden_and_missing_read_the_same() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[]);
    let forbidden = world.call::<Encrypt>(&ann, encrypt("k1", b"x")).await.err().unwrap();
    let missing = world.call::<Encrypt>(&ann, encrypt("k2", b"x")).await.err().unwrap();
    assert_eq!(forbidden.code, missing.code);
    assert_eq!(forbidden.message.replace("k1", "k2"), missing.message);
}

#[tokio::test]
async fn an_operation_that_asks_nothing_is_denied() {
    let world = World::new().await;
    let input = GenerateRandomRequest { number_of_bytes: Some(16), ..GenerateRandomRequest::default() };
    let fault = world.call::<GenerateRandom>(&support::root(support::ACCOUNT), input).await.err().unwrap();
    assert_eq!(fault.code.code, "AccessDeniedException");
    assert_eq!(
        fault.message,
        "User: arn:aws:iam::111122223333:root is not authorized to perform: kms:GenerateRandom"
    );
    assert_eq!(world.vault.counts(), (1, 0));
    assert_eq!(world.record()["errorCode"], "AccessDeniedException");
}

#[tokio::test]
async fn one_no_among_several_answers_denies() {
    let world = World::new().await;
    world.key("k1", None).await;
    world.key("k2", None).await;
    for (denied, other) in
        [("kms:ReEncryptFrom", "kms:ReEncryptTo"), ("kms:ReEncryptTo", "kms:ReEncryptFrom")]
    {
        let ann = user("ann", &[statement("Allow", other, "*")]);
        let fault = world.call::<ReEncrypt>(&ann, re_encrypt("k1", "k2")).await.err().unwrap();
        assert!(
            fault.message.contains(&format!("not authorized to perform: {denied} on")),
            "{}",
            fault.message
        );
        let records = world.records();
        let outcomes =
            decisions(records.last().unwrap()).iter().map(|decision| decision["outcome"].as_str().unwrap());
        assert_eq!(outcomes.filter(|outcome| *outcome == "Allow").count(), 1);
    }
    assert_eq!(world.vault.counts().1, 0);
    let ann = user("ann", &[statement("Allow", "kms:ReEncrypt*", "*")]);
    assert!(world.call::<ReEncrypt>(&ann, re_encrypt("k1", "k2")).await.is_ok());
}

#[tokio::test]
async fn the_resources_own_policy_counts() {
    let world = World::new().await;
    let deny = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Principal": "*", "Action": "kms:Encrypt", "Resource": "*"}]});
    world.key("k1", Some(deny)).await;
    let fault =
        world.call::<Encrypt>(&user("ann", &[everything()]), encrypt("k1", b"x")).await.err().unwrap();
    assert!(fault.message.ends_with("with an explicit deny in a resource-based policy"), "{}", fault.message);
    assert_eq!(decisions(&world.record())[0]["reasons"][0]["policy"], "key policy");
}

#[tokio::test]
async fn input_that_breaks_a_constraint_is_refused_and_recorded() {
    let world = World::new().await;
    let ann = user("ann", &[everything()]);
    let fault = world.call::<Encrypt>(&ann, encrypt("k1", &[7; 5000])).await.err().unwrap();
    assert_eq!((fault.code.code, fault.code.status), ("ValidationException", 400));
    assert!(fault.message.contains("plaintext"), "{}", fault.message);
    // A member that is absent altogether.
    let incoming =
        Incoming { caller: ann.clone(), origin: world.origin(), document: Document::Structure(Vec::new()) };
    let fault = world.endpoint::<Encrypt>().call(&world.gate, incoming).await.err().unwrap();
    assert_eq!(fault.code.code, "ValidationException");
    assert_eq!(world.vault.counts(), (0, 0));
    let records = world.records();
    assert_eq!(records.len(), 2);
    assert!(records.iter().all(|record| record["errorCode"] == "ValidationException"));
    assert_eq!(records[0]["requestParameters"], json!({"keyId": "k1"}));
}

#[tokio::test]
async fn a_document_that_could_not_be_decoded_is_recorded_as_refused() {
    let world = World::new().await;
    let fault = gate::Fault::common(Encrypt::SCHEMA.service, gate::CommonFault::Validation, "not valid JSON");
    let ann = user("ann", &[everything()]);
    let fault = world.gate.refused(world.endpoint::<Encrypt>(), &ann, &world.origin(), fault).await;
    assert_eq!(fault.message, "not valid JSON");
    let record = world.record();
    assert_eq!((record["eventName"].as_str(), record["readOnly"].as_bool()), (Some("Encrypt"), Some(true)));
    assert_eq!(record["errorMessage"], "not valid JSON");
}

#[tokio::test]
async fn a_services_error_is_answered_and_recorded() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    let fault = world.call::<Encrypt>(&ann, encrypt("k1", b"refuse")).await.err().unwrap();
    assert_eq!(fault.code.code, "KMSInvalidStateException");
    let record = world.record();
    assert_eq!(record["errorCode"], "KMSInvalidStateException");
    assert_eq!(record["errorMessage"], "Key is pending deletion.");
    assert_eq!(decisions(&record)[0]["outcome"], "Allow");
}

#[tokio::test]
async fn an_error_of_the_inside_is_told_to_nobody() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    let fault = world.call::<Encrypt>(&ann, encrypt("k1", b"break")).await.err().unwrap();
    assert_eq!(fault.code.code, "KMSInternalException");
    assert!(is_internal(&fault));
    assert!(!world.record().to_string().contains("hunter2"));
}

#[tokio::test]
async fn a_read_sees_the_store_and_is_recorded_without_its_answer() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    world.call::<CreateAlias>(&ann, create_alias("alias/a", "k1")).await.unwrap();
    let answer = world.call::<ListAliases>(&ann, ListAliasesRequest::default()).await.unwrap();
    assert_eq!(answer.aliases.unwrap()[0].alias_name.as_deref(), Some("alias/a"));
    let record = world.records().pop().unwrap();
    assert_eq!(record["eventName"], "ListAliases");
    assert_eq!(record["readOnly"], true);
    assert_eq!(record["responseElements"], Value::Null);
}

/// The newest record.
fn last(world: &World) -> Value {
    world.records().pop().unwrap()
}

#[tokio::test]
async fn what_a_service_notes_is_in_the_record_of_allowed_and_refused_calls() {
    let world = World::new().await;
    world.key("k1", None).await;
    world.call::<Encrypt>(&user("ann", &[everything()]), encrypt("k1", b"note of PCRs")).await.unwrap();
    let record = last(&world);
    assert_eq!(record["additionalEventData"]["note"], "of PCRs");
    assert_eq!(decisions(&record)[0]["outcome"], "Allow");
    assert_eq!(record["additionalEventData"]["lodge"]["storeVersion"], Value::Null);
    world.call::<Encrypt>(&user("bob", &[]), encrypt("k1", b"note of PCRs")).await.unwrap_err();
    assert_eq!(last(&world)["additionalEventData"]["note"], "of PCRs");
    // Too long a note gives way, and nothing else does.
    let long = [b"note ", [b'x'; 4000].as_slice()].concat();
    world.call::<Encrypt>(&user("ann", &[everything()]), encrypt("k1", &long)).await.unwrap();
    let record = last(&world);
    assert_eq!(record["additionalEventData"]["note"], Value::Null);
    assert_eq!(decisions(&record)[0]["outcome"], "Allow");
}

#[tokio::test]
async fn what_a_change_brings_about_elsewhere_has_a_record_of_its_own() {
    let world = World::new().await;
    world.key("k1", None).await;
    let caller = user("ann", &[everything()]);
    world.call::<CreateAlias>(&caller, create_alias("alias/both", "k1")).await.unwrap();
    let record = last(&world);
    assert_eq!(record["eventName"], "CreateAliasToo");
    assert_eq!(record["awsRegion"], "ap-southeast-2");
    assert_eq!(record["eventType"], "AwsServiceEvent");
    assert_eq!(record["userIdentity"]["invokedBy"], "kms.amazonaws.com");
    // What does not happen brings nothing about.
    world.call::<CreateAlias>(&caller, create_alias("alias/both", "k1")).await.unwrap_err();
    assert_eq!(last(&world)["eventName"], "CreateAlias");
}

#[tokio::test]
async fn a_question_about_another_region_is_decided_for_that_region() {
    let world = World::new().await;
    world.key("k1", None).await;
    let here = json!({ "StringEquals": { "aws:RequestedRegion": "eu-west-1" } });
    let mut statement = everything();
    statement["Statement"][0]["Condition"] = here;
    let caller = user("ann", &[statement]);
    world.call::<Encrypt>(&caller, encrypt("k1", b"near")).await.unwrap();
    assert_eq!(
        world.call::<Encrypt>(&caller, encrypt("k1", b"far")).await.unwrap_err().code.code,
        "AccessDeniedException"
    );
}
