//! Grants: who gets what by one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::sync::Arc;

use aws_model::kms::{
    CreateGrant, CreateGrantRequest, Decrypt, DescribeKey, DescribeKeyRequest, Encrypt, GenerateDataKey,
    GenerateDataKeyRequest, GrantConstraints, GrantOperation as Op, ListGrants, ListGrantsRequest, ReEncrypt,
    ReEncryptRequest, RetireGrant, RevokeGrant,
};
use gate::Caller;
use secret::SecretString;
use serde_json::json;
use support::grants::*;
use support::*;

#[tokio::test]
async fn a_grant_allows_its_operations_at_once_and_nothing_else() {
    let world = World::new().await;
    let key = world.key().await;
    assert_eq!(code(world.encrypt(&ann(), &key).await), "AccessDeniedException");
    world.grant(&root(ACCOUNT), grant(&key, ANN, &[Op::Encrypt, Op::DescribeKey])).await;
    let blob = world.encrypt(&ann(), &key).await.unwrap();
    assert_eq!(code(world.decrypt(&ann(), None, &blob).await), "AccessDeniedException");
    let describe = DescribeKeyRequest { grant_tokens: None, key_id: key.clone() };
    assert_eq!(code(world.call::<DescribeKey>(&ann(), describe.clone()).await), "success");
    assert_eq!(code(world.call::<DescribeKey>(&reader(), describe).await), "AccessDeniedException");
    assert_eq!(code(world.call::<ListGrants>(&ann(), list(&key)).await), "AccessDeniedException");
    // By alias too, and on no other key.
    world.alias(&root(ACCOUNT), "alias/app", &key).await;
    assert_eq!(code(world.encrypt(&ann(), "alias/app").await), "success");
    let other = world.key().await;
    assert_eq!(code(world.encrypt(&ann(), &other).await), "AccessDeniedException");
}

#[tokio::test]
async fn the_grantee_is_a_user_a_role_a_session_or_an_account() {
    let world = World::new().await;
    let owner = user(ACCOUNT, "owner", allow("kms:*", json!({})));
    let policy = allow_to("arn:aws:iam::111122223333:user/owner", "kms:*", json!({}));
    let other_session = {
        let mut caller = Caller::clone(&reader());
        caller.principal = iam_policy::Principal::AssumedRole {
            account: caller.account,
            role_arn: ROLE.parse().unwrap(),
            session_arn: "arn:aws:sts::111122223333:assumed-role/Reader/s2".parse().unwrap(),
        };
        Arc::new(caller)
    };
    let limited = session(ACCOUNT, "Reader", nothing(), Some(nothing()));
    let amy = admin(ACCOUNT, "amy");
    let account = "arn:aws:iam::111122223333:root";
    let (yes, no) = ("success", "AccessDeniedException");
    for (grantee, expected) in [
        // ann, amy, session 1, session 2, session 1 with a session policy, the account's root, bob
        (ANN, [yes, no, no, no, no, no, no]),
        (ROLE, [no, no, yes, yes, no, no, no]),
        (SESSION, [no, no, yes, no, yes, no, no]),
        // For an account, its own policies decide.
        (account, [no, yes, no, no, no, yes, no]),
        (BOB, [no, no, no, no, no, no, yes]),
        ("arn:aws:iam::111122223333:user/annabel", [no; 7]),
    ] {
        let key = world.key_with(&owner, Some(policy.clone())).await;
        world.grant(&owner, grant(&key, grantee, &[Op::Encrypt])).await;
        let arn = key_arn(ACCOUNT, &key);
        let callers = [&ann(), &amy, &reader(), &other_session, &limited, &root(ACCOUNT), &bob()];
        for (caller, expected) in callers.into_iter().zip(expected) {
            assert_eq!(code(world.encrypt(caller, &arn).await), expected, "{grantee}: {}", caller.arn());
        }
    }
}

#[tokio::test]
async fn a_grant_reaches_into_another_account() {
    let world = World::new().await;
    let key = world.key().await;
    let arn = key_arn(ACCOUNT, &key);
    let there = format!("arn:aws:iam::{STRANGER}:root");
    let [bea, idle] = [admin(STRANGER, "bea"), user(STRANGER, "idle", nothing())];
    world.grant(&root(ACCOUNT), grant(&key, &there, &[Op::Encrypt])).await;
    for (caller, expected) in [
        (&root(STRANGER), "success"),
        (&bea, "success"),
        (&idle, "AccessDeniedException"),
        (&bob(), "AccessDeniedException"),
    ] {
        assert_eq!(code(world.encrypt(caller, &arn).await), expected, "{}", caller.arn());
    }
    world.grant(&root(ACCOUNT), grant(&key, BOB, &[Op::Decrypt, Op::CreateGrant])).await;
    let blob = world.encrypt(&root(ACCOUNT), &key).await.unwrap();
    assert_eq!(code(world.decrypt(&bob(), None, &blob).await), "success");
    // Who passes a grant on across accounts is known afterwards.
    let child = grant(&arn, "arn:aws:iam::444455556666:user/idle", &[Op::Decrypt]);
    let child = world.grant(&bob(), child).await.grant_id;
    let entries = listed(&world, ListGrantsRequest { grant_id: child, ..list(&key) }).await;
    assert_eq!(entries[0].issuing_account.as_deref(), Some("arn:aws:iam::444455556666:root"));
    assert_eq!(code(world.decrypt(&idle, None, &blob).await), "success");
}

#[tokio::test]
async fn a_deny_is_stronger_than_a_grant() {
    let world = World::new().await;
    let key = world.key().await;
    world.grant(&root(ACCOUNT), grant(&key, ANN, &[Op::Encrypt])).await;
    let mut policy = allow("kms:Encrypt", json!({}));
    policy["Statement"][0]["Effect"] = json!("Deny");
    let denied = world.encrypt(&user(ACCOUNT, "ann", policy), &key).await;
    assert!(fault(denied).contains("with an explicit deny"));
}

#[tokio::test]
async fn constraints_are_about_the_encryption_context() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let (it, more) = ([("Department", "IT")], [("Department", "IT"), ("Purpose", "Test")]);
    for (constraints, by_it, by_more) in [(equals(&it), true, false), (subset(&it), true, true)] {
        let key = world.key().await;
        let operations = [Op::Encrypt, Op::Decrypt, Op::DescribeKey];
        world.grant(&owner, CreateGrantRequest { constraints, ..grant(&key, ANN, &operations) }).await;
        let expected = |allowed| if allowed { "success" } else { "AccessDeniedException" };
        for (context, allowed) in [
            (&it[..], by_it),
            (&more[..], by_more),
            (&[][..], false),
            (&[("Department", "HR")][..], false),
            (&[("department", "IT")][..], false),
        ] {
            let answer = world.call::<Encrypt>(&ann(), encrypt(&key, context)).await;
            assert_eq!(code(answer), expected(allowed), "{context:?}");
            let blob =
                world.call::<Encrypt>(&owner, encrypt(&key, context)).await.unwrap().ciphertext_blob.unwrap();
            let answer = world.call::<Decrypt>(&ann(), decrypt(None, &blob, context)).await;
            assert_eq!(code(answer), expected(allowed), "{context:?}");
        }
        let describe = DescribeKeyRequest { grant_tokens: None, key_id: key };
        assert_eq!(code(world.call::<DescribeKey>(&ann(), describe).await), "success");
    }
}

#[tokio::test]
async fn re_encryption_needs_both_halves() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let (from, to) = (world.key().await, world.key().await);
    let context = [("tenant", "1")];
    let blob = world.call::<Encrypt>(&owner, encrypt(&from, &context)).await.unwrap().ciphertext_blob;
    let request = |destination: &[(&str, &str)]| ReEncryptRequest {
        ciphertext_blob: blob.clone(),
        destination_key_id: to.clone(),
        source_encryption_context: pairs(&context),
        destination_encryption_context: pairs(destination),
        ..ReEncryptRequest::default()
    };
    let source = world
        .grant(
            &owner,
            CreateGrantRequest { constraints: subset(&context), ..grant(&from, ANN, &[Op::ReEncryptFrom]) },
        )
        .await;
    assert_eq!(code(world.call::<ReEncrypt>(&ann(), request(&context)).await), "AccessDeniedException");
    let target = CreateGrantRequest { constraints: equals(&context), ..grant(&to, ANN, &[Op::ReEncryptTo]) };
    let target = world.grant(&owner, target).await;
    assert_eq!(code(world.call::<ReEncrypt>(&ann(), request(&context)).await), "success");
    assert_eq!(code(world.call::<ReEncrypt>(&ann(), request(&[])).await), "AccessDeniedException");
    // Tokens of both keys come in one list.
    let tokens = Some(vec![source.grant_token.unwrap(), target.grant_token.unwrap()]);
    let request = ReEncryptRequest { grant_tokens: tokens, ..request(&context) };
    assert_eq!(code(world.call::<ReEncrypt>(&ann(), request).await), "success");
}

#[tokio::test]
async fn a_child_grant_gives_no_more_than_its_parent() {
    let world = World::new().await;
    let key = world.key().await;
    let it = [("Department", "IT")];
    let more = [("Department", "IT"), ("Purpose", "Test")];
    let operations = [Op::Encrypt, Op::Decrypt, Op::CreateGrant];
    let parent = CreateGrantRequest { constraints: subset(&it), ..grant(&key, ANN, &operations) };
    world.grant(&root(ACCOUNT), parent).await;
    let child =
        |operations: &[Op], constraints| CreateGrantRequest { constraints, ..grant(&key, ROLE, operations) };
    let denied = "AccessDeniedException";
    for (child, expected) in [
        (child(&[Op::Encrypt], subset(&it)), "success"),
        (child(&operations, subset(&it)), "success"),
        (child(&[Op::Decrypt], subset(&more)), "success"),
        (child(&[Op::Decrypt], equals(&it)), "success"),
        (child(&[Op::Decrypt], equals(&more)), "success"),
        (child(&[Op::Decrypt], None), denied),
        (child(&[Op::Decrypt], subset(&[("Purpose", "Test")])), denied),
        (child(&[Op::Decrypt], equals(&[("Department", "HR")])), denied),
        (child(&[Op::GenerateDataKey], subset(&it)), denied),
        (child(&[Op::Encrypt, Op::RetireGrant], subset(&it)), denied),
        (child(&[Op::Encrypt, Op::DescribeKey], subset(&it)), denied),
    ] {
        let text = format!("{:?} {:?}", child.operations, child.constraints);
        assert_eq!(code(world.call::<CreateGrant>(&ann(), child).await), expected, "{text}");
    }
    // The child's grantee passes on no more either; who may by policy is not limited.
    let grandchild = CreateGrantRequest { constraints: subset(&it), ..grant(&key, BOB, &[Op::Encrypt]) };
    assert_eq!(code(world.call::<CreateGrant>(&reader(), grandchild).await), "success");
    let grandchild = grant(&key, BOB, &[Op::Encrypt]);
    assert_eq!(code(world.call::<CreateGrant>(&reader(), grandchild.clone()).await), denied);
    assert_eq!(code(world.call::<CreateGrant>(&admin(ACCOUNT, "amy"), grandchild).await), "success");
    // Two parents do not add up.
    let second = world.key().await;
    world.grant(&root(ACCOUNT), grant(&second, ANN, &[Op::Encrypt, Op::CreateGrant])).await;
    world.grant(&root(ACCOUNT), grant(&second, ANN, &[Op::Decrypt, Op::CreateGrant])).await;
    let both = grant(&second, ROLE, &[Op::Encrypt, Op::Decrypt]);
    assert_eq!(code(world.call::<CreateGrant>(&ann(), both).await), denied);
}

#[tokio::test]
async fn a_token_helps_nobody_but_its_grantee() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let token = world.grant(&owner, grant(&key, ANN, &[Op::Encrypt])).await.grant_token.unwrap();
    let request = |key: &str, token: &SecretString| GenerateDataKeyRequest {
        key_id: key.to_owned(),
        number_of_bytes: Some(16),
        grant_tokens: Some(vec![token.clone()]),
        ..GenerateDataKeyRequest::default()
    };
    let answer = world.call::<GenerateDataKey>(&ann(), request(&key, &token)).await;
    assert_eq!(code(answer), "AccessDeniedException", "the grant does not include it");
    let encrypt_with = |token: &str| aws_model::kms::EncryptRequest {
        grant_tokens: Some(vec![SecretString::new(token.to_owned())]),
        ..encrypt(&key, &[])
    };
    assert_eq!(code(world.call::<Encrypt>(&ann(), encrypt_with(token.expose())).await), "success");
    let answer = world.call::<Encrypt>(&reader(), encrypt_with(token.expose())).await;
    assert_eq!(code(answer), "AccessDeniedException", "a token of another grantee");
    // Made up, changed, and sealed by another Lodge.
    let mut changed = token.expose().to_owned();
    let flipped = if changed.as_bytes()[10] == b'A' { "B" } else { "A" };
    changed.replace_range(10..11, flipped);
    let elsewhere = world.with_wrong_root_key().await;
    let foreign_key = elsewhere.key().await;
    let foreign =
        elsewhere.grant(&owner, grant(&foreign_key, ANN, &[Op::Encrypt])).await.grant_token.unwrap();
    for token in ["token", &changed, foreign.expose()] {
        for caller in [&ann(), &owner] {
            let answer = world.call::<Encrypt>(caller, encrypt_with(token)).await;
            assert_eq!(code(answer), "InvalidGrantTokenException");
        }
        let request = CreateGrantRequest {
            grant_tokens: Some(vec![SecretString::new(token.to_owned())]),
            ..grant(&key, ANN, &[Op::Decrypt])
        };
        assert_eq!(code(world.call::<CreateGrant>(&owner, request).await), "InvalidGrantTokenException");
    }
    // A token belongs to its region.
    let answer = world.call_in::<RetireGrant>("us-east-1", &owner, retire_by(&token)).await;
    assert_eq!(code(answer), "InvalidGrantTokenException");
}

#[tokio::test]
async fn a_grant_on_behalf_of_a_resource_allows_nobody_here() {
    let world = World::new().await;
    let key = world.key().await;
    let constraints = Some(GrantConstraints {
        source_arn: Some("arn:aws:logs:eu-west-1:111122223333:log-group:g".to_owned()),
        ..GrantConstraints::default()
    });
    let operations = [Op::Encrypt, Op::CreateGrant, Op::RetireGrant];
    let request = CreateGrantRequest { constraints: constraints.clone(), ..grant(&key, ANN, &operations) };
    let made = world.grant(&root(ACCOUNT), request.clone()).await;
    assert_eq!(code(world.encrypt(&ann(), &key).await), "AccessDeniedException");
    assert_eq!(code(world.call::<CreateGrant>(&ann(), request).await), "AccessDeniedException");
    let answer = world.call::<RetireGrant>(&ann(), retire(&key, &made.grant_id.unwrap())).await;
    assert_eq!(code(answer), "success", "the constraint does not apply to retiring");
}

#[tokio::test]
async fn grants_are_found_without_the_store() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let quiet = async |caller: &Arc<Caller>, expected: &str| {
        assert_eq!(code(world.encrypt(caller, &key).await), expected);
        let before = world.snapshots();
        for _ in 0..3 {
            assert_eq!(code(world.encrypt(caller, &key).await), expected);
        }
        assert_eq!(world.snapshots(), before);
    };
    quiet(&owner, "success").await;
    quiet(&ann(), "AccessDeniedException").await;
    world.grant(&owner, grant(&key, ANN, &[Op::Encrypt])).await;
    for caller in [&owner, &ann()] {
        quiet(caller, "success").await;
    }
    quiet(&reader(), "AccessDeniedException").await;
    // Now too many to be held together.
    for _ in 0..60 {
        world.grant(&owner, grant(&key, BOB, &[Op::Decrypt])).await;
    }
    for caller in [&owner, &ann()] {
        quiet(caller, "success").await;
    }
    // No session was granted anything, so new sessions are no reason to look.
    quiet(&reader(), "AccessDeniedException").await;
    let mut other = Caller::clone(&reader());
    other.principal = iam_policy::Principal::AssumedRole {
        account: other.account,
        role_arn: ROLE.parse().unwrap(),
        session_arn: "arn:aws:sts::111122223333:assumed-role/Reader/s2".parse().unwrap(),
    };
    let before = world.snapshots();
    assert_eq!(code(world.encrypt(&Arc::new(other), &key).await), "AccessDeniedException");
    assert_eq!(world.snapshots(), before);
    world.grant(&owner, grant(&key, SESSION, &[Op::Encrypt])).await;
    quiet(&reader(), "success").await;
}

#[tokio::test]
async fn one_grantee_with_very_many_grants_is_still_served() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    for number in 0..210 {
        let id = number.to_string();
        let context = [("id", id.as_str())];
        let constraints = if number % 2 == 0 { equals(&context) } else { subset(&context) };
        world.grant(&owner, CreateGrantRequest { constraints, ..grant(&key, ANN, &[Op::Encrypt]) }).await;
    }
    for (context, expected) in [
        (&[("id", "100")][..], "success"),
        (&[("id", "100"), ("more", "1")], "AccessDeniedException"),
        (&[("id", "101"), ("more", "1")], "success"),
        (&[("id", "209")], "success"),
        (&[("id", "210")], "AccessDeniedException"),
        (&[], "AccessDeniedException"),
    ] {
        let answer = world.call::<Encrypt>(&ann(), encrypt(&key, context)).await;
        assert_eq!(code(answer), expected, "{context:?}");
    }
    let made = world.grant(&owner, grant(&key, ANN, &[Op::Encrypt, Op::DescribeKey])).await;
    assert_eq!(code(world.encrypt(&ann(), &key).await), "success");
    world.call::<RevokeGrant>(&owner, revoke(&key, &made.grant_id.unwrap())).await.unwrap();
    assert_eq!(code(world.encrypt(&ann(), &key).await), "AccessDeniedException");
}

#[tokio::test]
async fn records_name_the_grant_and_never_its_token() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let made = world.grant(&owner, grant(&key, ANN, &[Op::Encrypt, Op::RetireGrant])).await;
    let (id, token) = (made.grant_id.unwrap(), made.grant_token.unwrap());
    let request =
        aws_model::kms::EncryptRequest { grant_tokens: Some(vec![token.clone()]), ..encrypt(&key, &[]) };
    world.call::<Encrypt>(&ann(), request).await.unwrap();
    world.call::<RetireGrant>(&ann(), retire_by(&token)).await.unwrap();
    let records = world.records();
    let by_name = |name: &str| records.iter().find(|record| record["eventName"] == name).unwrap();
    let created = by_name("CreateGrant");
    assert_eq!(created["responseElements"], json!({ "grantId": id }));
    assert_eq!(created["requestParameters"]["granteePrincipal"], ANN);
    assert_eq!(created["requestParameters"]["operations"], json!(["Encrypt", "RetireGrant"]));
    for name in ["Encrypt", "RetireGrant"] {
        let record = by_name(name);
        assert!(record.to_string().contains(&format!("grant {id}")), "{record}");
        assert_eq!(record["resources"][0]["ARN"], key_arn(ACCOUNT, &key));
    }
    for record in &records {
        assert!(!record.to_string().contains(token.expose()));
    }
}
