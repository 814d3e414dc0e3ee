//! What records keep of what a decision was made from, and the same decision made again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use audit_event::Event;
use aws_model::kms::{Encrypt, EncryptRequest, ReEncrypt, ReEncryptRequest};
use aws_model::sts::{GetCallerIdentity, GetCallerIdentityRequest};
use gate::{Caller, Decided, Known, Membership, NoDecision, PolicyLevel, Question};
use iam_policy::{Outcome, PolicyKind, Unmet};
use secret::SecretBytes;
use serde_json::{Value, json};
use support::{ACCOUNT, World, everything, key_arn, policy, role_session, root, user};

fn encrypt() -> EncryptRequest {
    let plaintext = SecretBytes::copy_of(b"x");
    EncryptRequest { key_id: "k1".to_owned(), plaintext, ..EncryptRequest::default() }
}

fn level(statement: Value) -> PolicyLevel {
    let text = json!({"Version": "2012-10-17", "Statement": [statement]});
    vec![("limit".to_owned(), policy(&text, PolicyKind::Organization))]
}

/// Allows Encrypt under a condition.
fn provided(condition: Value) -> Value {
    json!({"Version": "2012-10-17", "Statement": [
        {"Sid": "If", "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*", "Condition": condition}]})
}

fn event(record: &Value) -> Event {
    serde_json::from_value(record.clone()).unwrap()
}

fn decided(record: &Value) -> Vec<Decided> {
    gate::decisions(&event(record)).unwrap()
}

#[tokio::test]
async fn only_what_was_looked_at_is_kept_and_suffices_to_decide_again() {
    let world = World::new().await;
    world.key("k1", None).await;
    let mut session = (*role_session("s1", &[])).clone();
    let text = provided(json!({
        "StringEquals": {"aws:PrincipalTag/team": ["blue"], "aws:PrincipalOrgID": "o-1"},
        "Bool": {"aws:SecureTransport": "true"},
        "DateGreaterThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"},
    }));
    let identity = policy(&text, PolicyKind::Identity);
    session.identity_policies = vec![("conditional".to_owned(), Arc::clone(&identity))];
    session.tags = ["team", "floor"].map(|key| (key.to_owned(), "blue".to_owned())).into();
    let everything = level(json!({"Effect": "Allow", "Action": "*", "Resource": "*"}));
    session.membership = Arc::new(Membership {
        organization_id: Some("o-1".to_owned()),
        service_control: vec![everything.clone(), everything.clone()],
        ..Membership::default()
    });
    world.call::<Encrypt>(&Arc::new(session.clone()), encrypt()).await.unwrap();

    let record = world.record();
    let written = &record["additionalEventData"]["lodge"]["decisions"][0];
    assert_eq!(written["context"], json!({"aws:PrincipalTag/team": "blue", "aws:PrincipalOrgID": "o-1"}));
    let limit = everything[0].1.fingerprint();
    assert_eq!(
        written["policies"],
        json!({"service-control": [[limit], [limit]], "identity": [identity.fingerprint()]})
    );

    let [decided] = decided(&record).try_into().unwrap();
    let again = |tags: &[(&str, &str)]| {
        let caller = Caller {
            tags: tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
            membership: Arc::new(Membership {
                service_control: session.membership.service_control.clone(),
                ..Membership::default()
            }),
            ..session.clone()
        };
        let question = Question::new("kms:Encrypt", key_arn("k1"), ACCOUNT.parse().unwrap());
        let evidence = decided.evidence.as_ref().unwrap();
        gate::explain_as_recorded(&caller, &[], &gate::origin(&event(&record)).unwrap(), question, evidence)
    };
    // What the caller is like now is not asked.
    for tags in [&[][..], &[("team", "red")]] {
        let explained = again(tags);
        assert_eq!(explained.decision, decided.decision);
        assert_eq!(explained.policies.len(), 3);
    }
}

#[tokio::test]
async fn a_denied_call_can_be_asked_again_as_of_now() {
    let world = World::new().await;
    world.key("k1", None).await;
    let condition = json!({"StringEquals": {"aws:PrincipalTag/team": "blue"}});
    let mut ann = (*user("ann", &[provided(condition)])).clone();
    ann.tags = vec![("team".to_owned(), "red".to_owned())];
    let limits = vec![level(json!({"Effect": "Allow", "Action": "*", "Resource": "*"}))];
    let shut = vec![limits[0].clone(), level(json!({"Effect": "Allow", "Action": "s3:*", "Resource": "*"}))];
    ann.membership = Arc::new(Membership { service_control: shut, ..Membership::default() });
    world.call::<Encrypt>(&Arc::new(ann.clone()), encrypt()).await.err().unwrap();

    let record = world.record();
    let [decided] = decided(&record).try_into().unwrap();
    assert_eq!(decided.decision.outcome, Outcome::ImplicitDeny);
    assert_eq!(decided.decision.reasons[0].level, Some(1));
    let origin = gate::origin(&event(&record)).unwrap();
    let question = || Question::new("kms:Encrypt", key_arn("k1"), ACCOUNT.parse().unwrap());
    let now = |caller: &Caller, looked_at: &[&str], session_tags| {
        let evidence = decided.evidence.as_ref().unwrap();
        let known = Known { evidence, looked_at: &|key| looked_at.contains(&key), session_tags };
        gate::explain_as_of_now(caller, &Membership::default(), &origin, question(), &known)
    };
    let explained = now(&ann, &[], false).unwrap();
    let unmet = &explained.policies.last().unwrap().statements[0].unmet;
    let [Unmet::Condition(condition)] = unmet.as_slice() else { panic!("{unmet:?}") };
    let seen = Some(vec!["red".to_owned()]);
    assert_eq!((condition.key.as_str(), &condition.seen), ("aws:PrincipalTag/team", &seen));
    // A user has the tags of now.
    let mut ann = ann.clone();
    ann.tags = vec![("team".to_owned(), "blue".to_owned())];
    ann.membership = Arc::new(Membership { service_control: limits, ..Membership::default() });
    assert!(now(&ann, &[], false).unwrap().decision.is_allowed());

    // A session has those of then, unless all of them are known, or the role's tag is still the same.
    let session = (*role_session("s1", &[])).clone();
    let mut session = Caller { identity_policies: ann.identity_policies.clone(), ..session };
    let asked = |key: &str| Err(BTreeSet::from([key.to_owned()]));
    assert_eq!(now(&session, &[], false).map(drop), asked("aws:PrincipalTag/team"));
    session = Caller { tags: vec![("team".to_owned(), "red".to_owned())], ..session.clone() };
    assert!(!now(&session, &[], false).unwrap().decision.is_allowed());
    session = Caller { tags: ann.tags.clone(), ..session.clone() };
    assert_eq!(now(&session, &[], false).map(drop), asked("aws:PrincipalTag/team"));
    assert!(now(&session, &[], true).unwrap().decision.is_allowed());

    // Of a key that nothing looked at, the record does not say that the call had none.
    let floor = "aws:PrincipalTag/floor";
    let text = provided(json!({"StringEquals": {"kms:EncryptionContext:floor": format!("${{{floor}}}")}}));
    session.identity_policies = vec![("new".to_owned(), policy(&text, PolicyKind::Identity))];
    assert_eq!(now(&session, &[], false).map(drop), asked(floor));
    assert!(!now(&session, &[floor], false).unwrap().decision.is_allowed());
    let text = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "kms:*", "Resource": format!("arn:aws:kms:*:*:key/${{{floor}}}")},
        {"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {"Null": {"aws:PrincipalTag/x": "true"}}}]});
    session.identity_policies = vec![("new".to_owned(), policy(&text, PolicyKind::Identity))];
    assert_eq!(now(&session, &[], false).map(drop), asked(floor));
}

#[tokio::test]
async fn what_is_the_same_is_not_repeated() {
    let world = World::new().await;
    world.key("k1", None).await;
    world.key("k2", None).await;
    let input = ReEncryptRequest {
        ciphertext_blob: Some(vec![1]),
        source_key_id: Some("k1".to_owned()),
        destination_key_id: "k2".to_owned(),
        ..ReEncryptRequest::default()
    };
    world.call::<ReEncrypt>(&user("ann", &[everything()]), input).await.unwrap();
    let record = world.record();
    let written = &record["additionalEventData"]["lodge"]["decisions"];
    assert!(written[0]["policies"].is_object());
    assert_eq!(written[1]["policies"], Value::Null);
    let decided = decided(&record);
    assert_eq!(decided[0].evidence, decided[1].evidence);
    assert_eq!(decided[1].owner, Some(ACCOUNT.parse().unwrap()));
}

#[tokio::test]
async fn what_is_too_long_gives_way_to_the_decision() {
    let world = World::new().await;
    world.key("k1", None).await;
    let condition = json!({"StringNotEquals": {"aws:PrincipalTag/long": "x"}});
    let mut ann = (*user("ann", &[provided(condition)])).clone();
    ann.tags = vec![("long".to_owned(), "y".repeat(30_000))];
    world.call::<Encrypt>(&Arc::new(ann), encrypt()).await.unwrap();
    let [decided] = decided(&world.record()).try_into().unwrap();
    assert_eq!((decided.decision.outcome, decided.evidence), (Outcome::Allow, None));
}

#[tokio::test]
async fn records_without_a_decision_and_of_older_versions() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    world.call::<Encrypt>(&ann, encrypt()).await.unwrap();
    let mut record = world.record();
    let members = record["additionalEventData"]["lodge"]["decisions"][0].as_object_mut().unwrap();
    members.remove("policies");
    let [old] = decided(&record).try_into().unwrap();
    assert_eq!((old.decision.outcome, old.evidence), (Outcome::Allow, None));

    let mut undecided = event(&record);
    undecided.additional_event_data = None;
    assert!(matches!(gate::decisions(&undecided), Err(NoDecision::NotAsked)));
    undecided.error_code = Some("InvalidSignatureException".into());
    let ended = gate::decisions(&undecided).unwrap_err();
    assert!(ended.to_string().contains("InvalidSignatureException"), "{ended}");
    undecided.event_type = audit_event::EventType::AwsServiceEvent;
    assert!(matches!(gate::decisions(&undecided), Err(NoDecision::NobodyCalled)));

    world.call::<GetCallerIdentity>(&root(ACCOUNT), GetCallerIdentityRequest {}).await.unwrap();
    assert_eq!(decided(&world.records().pop().unwrap())[0].action, "sts:GetCallerIdentity");
}
