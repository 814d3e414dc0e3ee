//! How grants are made, listed and ended.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use aws_model::kms::{
    CancelKeyDeletion, CancelKeyDeletionRequest, CreateGrant, CreateGrantRequest, DisableKey,
    DisableKeyRequest, Encrypt, GrantConstraints, GrantOperation as Op, ListGrants, ListGrantsRequest,
    ListRetirableGrants, ListRetirableGrantsRequest, RetireGrant, RetireGrantRequest, RevokeGrant,
    RevokeGrantRequest, ScheduleKeyDeletion, ScheduleKeyDeletionRequest,
};
use kms::{GrantRecord, KeyGrants};
use secret::SecretString;
use serde_json::json;
use support::grants::*;
use support::*;

#[tokio::test]
async fn a_grant_that_ended_stops_at_once() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    for revoked in [true, false] {
        let made = world.grant(&owner, grant(&key, ANN, &[Op::Encrypt])).await;
        let id = made.grant_id.unwrap();
        assert_eq!(code(world.encrypt(&ann(), &key).await), "success");
        if revoked {
            world.call::<RevokeGrant>(&owner, revoke(&key, &id)).await.unwrap();
        } else {
            world.call::<RetireGrant>(&owner, retire(&key, &id)).await.unwrap();
        }
        assert_eq!(code(world.encrypt(&ann(), &key).await), "AccessDeniedException");
        assert_eq!(
            fault(world.call::<RevokeGrant>(&owner, revoke(&key, &id)).await),
            format!("NotFoundException: Grant ID {id} not found")
        );
        assert_eq!(code(world.call::<RetireGrant>(&owner, retire(&key, &id)).await), "NotFoundException");
        let token = made.grant_token.unwrap();
        assert_eq!(
            code(world.call::<RetireGrant>(&owner, retire_by(&token)).await),
            "InvalidGrantTokenException"
        );
        let request =
            aws_model::kms::EncryptRequest { grant_tokens: Some(vec![token]), ..encrypt(&key, &[]) };
        assert_eq!(code(world.call::<Encrypt>(&owner, request).await), "InvalidGrantTokenException");
    }
    assert!(listed(&world, list(&key)).await.is_empty());
    for id in ["", "x", &"A".repeat(64), &"0".repeat(63)] {
        let expected = if id.is_empty() { "ValidationException" } else { "InvalidGrantIdException" };
        assert_eq!(code(world.call::<RevokeGrant>(&owner, revoke(&key, id)).await), expected, "{id}");
    }
}

#[tokio::test]
async fn the_grant_says_who_may_retire_it() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let arn = key_arn(ACCOUNT, &key);
    let retirer = |action: &str| user(ACCOUNT, "rex", allow(action, json!({})));
    let bea = admin(STRANGER, "bea");
    let there = "arn:aws:iam::444455556666:root";
    let plain = [Op::Encrypt];
    let with_retire = [Op::Encrypt, Op::RetireGrant];
    let (yes, no) = ("success", "AccessDeniedException");
    for (grantee, operations, retiring, caller, expected) in [
        (ANN, &plain[..], None, ann(), no),
        (ANN, &with_retire, None, ann(), yes),
        (ANN, &plain, Some(ANN), ann(), yes),
        (ROLE, &with_retire, None, reader(), yes),
        (ROLE, &with_retire, None, ann(), no),
        (ANN, &plain, Some(ROLE), reader(), yes),
        (ANN, &plain, Some(SESSION), reader(), yes),
        (ANN, &plain, Some(BOB), bob(), yes),
        (ANN, &plain, Some(BOB), bea.clone(), no),
        // An account as the retiring principal delegates to its own policies.
        (ANN, &plain, Some(there), bea.clone(), yes),
        (ANN, &plain, Some(there), root(STRANGER), yes),
        (ANN, &plain, Some(there), bob(), no),
        (ANN, &plain, None, root(STRANGER), no),
        // So does the account in which the grant was created.
        (ANN, &plain, None, root(ACCOUNT), yes),
        (ANN, &plain, None, retirer("kms:RetireGrant"), yes),
        (ANN, &plain, None, retirer("kms:RevokeGrant"), no),
    ] {
        let request = CreateGrantRequest {
            retiring_principal: retiring.map(str::to_owned),
            ..grant(&key, grantee, operations)
        };
        let made = world.grant(&owner, request).await;
        let id = made.grant_id.unwrap();
        let rehearsal = RetireGrantRequest { dry_run: Some(true), ..retire(&arn, &id) };
        let expected_rehearsal = if expected == yes { "DryRunOperationException" } else { no };
        let text = format!("{grantee} {retiring:?} {}", caller.arn());
        assert_eq!(code(world.call::<RetireGrant>(&caller, rehearsal).await), expected_rehearsal, "{text}");
        let answer = world.call::<RetireGrant>(&caller, retire_by(&made.grant_token.unwrap())).await;
        assert_eq!(code(answer), expected, "{text}");
        if expected == no {
            world.call::<RetireGrant>(&owner, retire(&key, &id)).await.unwrap();
        }
    }
    assert!(listed(&world, list(&key)).await.is_empty());
    // A key policy's allow does not count.
    let generous = world.key_with(&owner, Some(allow_to(ANN, "kms:*", json!({})))).await;
    let id = world.grant(&ann(), grant(&generous, ROLE, &[Op::Encrypt])).await.grant_id.unwrap();
    assert_eq!(code(world.call::<RetireGrant>(&ann(), retire(&generous, &id)).await), no);
    assert_eq!(code(world.call::<RevokeGrant>(&ann(), revoke(&generous, &id)).await), yes);
    // Nor does it for another account, to which a missing key and a missing grant look alike.
    let policy = allow_to(there, "kms:*", json!({}));
    let foreign = key_arn(ACCOUNT, &world.key_with(&owner, Some(policy)).await);
    let forbidden = world.call::<RetireGrant>(&bea, retire(&foreign, &"0".repeat(64))).await;
    let missing = world.call::<RetireGrant>(&bea, retire(&key_arn(ACCOUNT, MISSING), &"0".repeat(64))).await;
    let key_id = foreign.rsplit('/').next().unwrap();
    assert_eq!(fault(forbidden), fault(missing).replace(MISSING, key_id));
    for request in [
        RetireGrantRequest::default(),
        RetireGrantRequest { key_id: Some(key.clone()), ..RetireGrantRequest::default() },
        RetireGrantRequest {
            grant_token: Some(SecretString::new("t".to_owned())),
            ..retire(&key, &"0".repeat(64))
        },
    ] {
        assert_eq!(code(world.call::<RetireGrant>(&owner, request).await), "ValidationException");
    }
}

#[tokio::test]
async fn a_denied_retirement_is_denied() {
    let world = World::new().await;
    let key = world.key().await;
    let made = world.grant(&root(ACCOUNT), grant(&key, ANN, &[Op::Encrypt, Op::RetireGrant])).await;
    let mut policy = allow("kms:RetireGrant", json!({}));
    policy["Statement"][0]["Effect"] = json!("Deny");
    let ann = user(ACCOUNT, "ann", policy);
    let answer = world.call::<RetireGrant>(&ann, retire(&key, &made.grant_id.unwrap())).await;
    assert!(fault(answer).contains("with an explicit deny"));
}

#[tokio::test]
async fn a_name_makes_a_request_repeatable() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let named = CreateGrantRequest {
        name: Some("job-1".to_owned()),
        constraints: subset(&[("a", "1")]),
        retiring_principal: Some(ROLE.to_owned()),
        ..grant(&key, ANN, &[Op::Encrypt, Op::Decrypt])
    };
    let first = world.grant(&owner, named.clone()).await;
    let again =
        CreateGrantRequest { operations: vec![Op::Decrypt, Op::Encrypt, Op::Encrypt], ..named.clone() };
    let second = world.grant(&owner, again).await;
    assert_eq!(first.grant_id, second.grant_id);
    let tokens = [first.grant_token.unwrap(), second.grant_token.unwrap()];
    assert!(tokens[0] != tokens[1]);
    // Whatever differs makes another grant.
    let mut ids = vec![first.grant_id.unwrap()];
    for other in [
        CreateGrantRequest { name: Some("job-2".to_owned()), ..named.clone() },
        CreateGrantRequest { operations: vec![Op::Encrypt], ..named.clone() },
        CreateGrantRequest { constraints: equals(&[("a", "1")]), ..named.clone() },
        CreateGrantRequest { constraints: subset(&[("a", "2")]), ..named.clone() },
        CreateGrantRequest { constraints: None, ..named.clone() },
        CreateGrantRequest { retiring_principal: None, ..named.clone() },
        CreateGrantRequest { grantee_principal: Some(BOB.to_owned()), ..named.clone() },
        CreateGrantRequest { name: None, ..named.clone() },
        CreateGrantRequest { name: None, ..named.clone() },
    ] {
        ids.push(world.grant(&owner, other).await.grant_id.unwrap());
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 10);
    // Both tokens name the one grant; once it has ended, the same request makes a new one.
    for token in &tokens[1..] {
        assert_eq!(code(world.call::<RetireGrant>(&owner, retire_by(token)).await), "success");
    }
    assert_eq!(
        code(world.call::<RetireGrant>(&owner, retire_by(&tokens[0])).await),
        "InvalidGrantTokenException"
    );
    assert!(!ids.contains(&world.grant(&owner, named).await.grant_id.unwrap()));
}

#[tokio::test]
async fn lists_come_in_pages_and_by_filter() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let mut by_ann = Vec::new();
    for number in 0..7 {
        let grantee = if number % 2 == 0 { ANN } else { BOB };
        let made = world.grant(&owner, grant(&key, grantee, &[Op::Encrypt])).await;
        if number % 2 == 0 {
            by_ann.push(made.grant_id.unwrap());
        }
    }
    world.grant(&owner, grant(&world.key().await, ANN, &[Op::Encrypt])).await;
    for (request, expected) in [
        (list(&key), 7),
        (ListGrantsRequest { grantee_principal: Some(ANN.to_owned()), ..list(&key) }, 4),
        (
            ListGrantsRequest {
                grantee_principal: Some("arn:aws:iam::111122223333:user/an".to_owned()),
                ..list(&key)
            },
            0,
        ),
    ] {
        let (mut seen, mut marker) = (Vec::new(), None);
        loop {
            let request = ListGrantsRequest { limit: Some(3), marker: marker.take(), ..request.clone() };
            let answer = world.call::<ListGrants>(&owner, request).await.unwrap();
            let page = answer.grants.unwrap();
            assert!(page.len() <= 3);
            seen.extend(page.into_iter().map(|entry| entry.grant_id.unwrap()));
            assert_eq!(answer.truncated, Some(answer.next_marker.is_some()));
            marker = answer.next_marker;
            if marker.is_none() {
                break;
            }
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), expected);
    }
    let one = ListGrantsRequest { grant_id: Some(by_ann[0].clone()), ..list(&key) };
    assert_eq!(listed(&world, one.clone()).await.len(), 1);
    assert!(
        listed(&world, ListGrantsRequest { grantee_principal: Some(BOB.to_owned()), ..one }).await.is_empty()
    );
    let malformed = ListGrantsRequest { grant_id: Some("x".to_owned()), ..list(&key) };
    assert_eq!(code(world.call::<ListGrants>(&owner, malformed).await), "InvalidGrantIdException");
    let marker = ListGrantsRequest { marker: Some("x".to_owned()), ..list(&key) };
    assert_eq!(code(world.call::<ListGrants>(&owner, marker).await), "InvalidMarkerException");
}

#[tokio::test]
async fn an_entry_shows_the_whole_grant() {
    let world = World::new().await;
    let key = world.key().await;
    let request = CreateGrantRequest {
        name: Some("n".to_owned()),
        constraints: equals(&[("a", "1")]),
        retiring_principal: Some(ROLE.to_owned()),
        ..grant(&key, ANN, &[Op::Encrypt, Op::Decrypt, Op::Encrypt])
    };
    let made = world.grant(&admin(ACCOUNT, "amy"), request).await;
    let entry = listed(&world, list(&key)).await.remove(0);
    assert_eq!(entry.grant_id, made.grant_id);
    assert_eq!(made.grant_id.unwrap().len(), 64);
    assert_eq!(entry.key_id, Some(key_arn(ACCOUNT, &key)));
    assert_eq!(entry.issuing_account.as_deref(), Some("arn:aws:iam::111122223333:root"));
    assert_eq!(entry.grantee_principal.as_deref(), Some(ANN));
    assert_eq!(entry.retiring_principal.as_deref(), Some(ROLE));
    assert_eq!(entry.name.as_deref(), Some("n"));
    assert_eq!(entry.operations, Some(vec![Op::Decrypt, Op::Encrypt]));
    assert_eq!(entry.creation_date, Some(START));
    assert_eq!(entry.constraints.unwrap().encryption_context_equals, pairs(&[("a", "1")]));
}

#[tokio::test]
async fn retirable_grants_are_listed_across_keys_and_accounts() {
    let world = World::new().await;
    let (here, there) = (root(ACCOUNT), root(STRANGER));
    let retirable = |key: &str, retiring: &str| CreateGrantRequest {
        retiring_principal: Some(retiring.to_owned()),
        ..grant(key, ANN, &[Op::Encrypt])
    };
    let mut keys = Vec::new();
    for owner in [&here, &here, &there] {
        let key = world.key_with(owner, None).await;
        world.grant(owner, retirable(&key, BOB)).await;
        world.grant(owner, retirable(&key, ROLE)).await;
        keys.push(key);
    }
    let list = |principal: &str| ListRetirableGrantsRequest {
        retiring_principal: Some(principal.to_owned()),
        limit: Some(2),
        ..ListRetirableGrantsRequest::default()
    };
    let lister = user(STRANGER, "lister", allow("kms:ListRetirableGrants", json!({})));
    let first = world.call::<ListRetirableGrants>(&lister, list(BOB)).await.unwrap();
    assert_eq!((first.grants.unwrap().len(), first.truncated), (2, Some(true)));
    let next = ListRetirableGrantsRequest { marker: first.next_marker, ..list(BOB) };
    let last = world.call::<ListRetirableGrants>(&lister, next).await.unwrap();
    assert_eq!((last.grants.unwrap().len(), last.truncated), (1, Some(false)));
    // Only about principals of the caller's own account, and with its permission.
    let foreign = world.call::<ListRetirableGrants>(&lister, list(ROLE)).await;
    assert_eq!(code(foreign), "AccessDeniedException");
    assert_eq!(code(world.call::<ListRetirableGrants>(&bob(), list(BOB)).await), "AccessDeniedException");
    assert_eq!(code(world.call::<ListRetirableGrants>(&lister, list("bob")).await), "InvalidArnException");
    let nobody = ListRetirableGrantsRequest::default();
    assert_eq!(code(world.call::<ListRetirableGrants>(&lister, nobody).await), "ValidationException");
    let other_region = world.call_in::<ListRetirableGrants>("us-east-1", &lister, list(BOB)).await.unwrap();
    assert!(other_region.grants.unwrap().is_empty());
    // A grant ends with its key.
    let days = Some(7);
    let schedule = ScheduleKeyDeletionRequest { key_id: keys[2].clone(), pending_window_in_days: days };
    world.call::<ScheduleKeyDeletion>(&there, schedule).await.unwrap();
    world.clock.advance(DAY * 7);
    let left = ListRetirableGrantsRequest { limit: None, ..list(BOB) };
    assert_eq!(world.call::<ListRetirableGrants>(&lister, left).await.unwrap().grants.unwrap().len(), 2);
}

#[tokio::test]
async fn what_makes_no_grant_is_refused() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let base = grant(&key, ANN, &[Op::Encrypt]);
    let service = "logs.amazonaws.com";
    let source = Some(GrantConstraints {
        source_arn: Some("arn:aws:logs:eu-west-1:111122223333:log-group:g".to_owned()),
        ..GrantConstraints::default()
    });
    let for_service = CreateGrantRequest {
        grantee_principal: None,
        grantee_service_principal: Some(service.to_owned()),
        retiring_principal: Some(ROLE.to_owned()),
        constraints: source,
        ..base.clone()
    };
    let both = GrantConstraints {
        encryption_context_equals: pairs(&[]),
        encryption_context_subset: pairs(&[("a", "1")]),
        ..GrantConstraints::default()
    };
    for (request, expected) in [
        (CreateGrantRequest { operations: vec![], ..base.clone() }, "ValidationException: Operations must"),
        (
            CreateGrantRequest { operations: vec![Op::CreateGrant], ..base.clone() },
            "ValidationException: Grants must not contain only the CreateGrant operation.",
        ),
        (
            CreateGrantRequest { operations: vec![Op::Sign], ..base.clone() },
            "ValidationException: The Sign operation",
        ),
        (
            CreateGrantRequest { operations: vec![Op::GetPublicKey], ..base.clone() },
            "ValidationException: The GetPublicKey operation",
        ),
        (
            CreateGrantRequest { constraints: Some(both), ..base.clone() },
            "ValidationException: More than one constraint",
        ),
        (
            CreateGrantRequest { constraints: equals(&[]), ..base.clone() },
            "ValidationException: An encryption context",
        ),
        (
            CreateGrantRequest { grantee_principal: None, ..base.clone() },
            "ValidationException: You must specify",
        ),
        (
            CreateGrantRequest { grantee_service_principal: Some(service.to_owned()), ..base.clone() },
            "ValidationException: You can specify either GranteePrincipal",
        ),
        (
            CreateGrantRequest { constraints: None, ..for_service.clone() },
            "ValidationException: A grant with a GranteeServicePrincipal",
        ),
        (
            CreateGrantRequest { retiring_principal: None, ..for_service.clone() },
            "ValidationException: A grant with a GranteeServicePrincipal",
        ),
        (
            CreateGrantRequest {
                grantee_principal: Some("arn:aws:iam::111122223333:group/g".to_owned()),
                ..base.clone()
            },
            "InvalidArnException: ARN does not refer to a valid principal: arn:aws:iam::111122223333:group/g",
        ),
        (
            CreateGrantRequest { retiring_principal: Some("rex".to_owned()), ..base.clone() },
            "InvalidArnException",
        ),
        (CreateGrantRequest { key_id: "alias/app".to_owned(), ..base.clone() }, "NotFoundException"),
        (CreateGrantRequest { dry_run: Some(true), ..base.clone() }, "DryRunOperationException"),
        (for_service, "success"),
    ] {
        let text = fault(world.call::<CreateGrant>(&owner, request).await);
        assert!(text.starts_with(expected), "{text}");
    }
    let left = listed(&world, list(&key)).await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].grantee_service_principal.as_deref(), Some(service));
    // A constraint for an operation without encryption context.
    let sign =
        CreateGrantRequest { operations: vec![Op::Sign], constraints: equals(&[("a", "1")]), ..base.clone() };
    assert!(fault(world.call::<CreateGrant>(&owner, sign).await).contains("has no encryption context"));
    // A rehearsal of an ending ends nothing.
    let id = left[0].grant_id.clone().unwrap();
    let rehearsal = RevokeGrantRequest { dry_run: Some(true), ..revoke(&key, &id) };
    assert_eq!(code(world.call::<RevokeGrant>(&owner, rehearsal).await), "DryRunOperationException");
    assert_eq!(listed(&world, list(&key)).await.len(), 1);
}

#[tokio::test]
async fn conditions_see_the_grant_that_is_to_be_made() {
    let world = World::new().await;
    let key = world.key().await;
    let request = CreateGrantRequest {
        constraints: subset(&[("tenant", "1")]),
        retiring_principal: Some(ROLE.to_owned()),
        dry_run: Some(true),
        ..grant(&key, BOB, &[Op::Encrypt, Op::Decrypt])
    };
    let (yes, no) = ("DryRunOperationException", "AccessDeniedException");
    for (condition, expected) in [
        (json!({ "ForAllValues:StringEquals": { "kms:GrantOperations": ["Encrypt", "Decrypt"] } }), yes),
        (json!({ "ForAllValues:StringEquals": { "kms:GrantOperations": "Encrypt" } }), no),
        (json!({ "ForAnyValue:StringEquals": { "kms:GrantOperations": "Encrypt" } }), yes),
        (json!({ "StringEquals": { "kms:GranteePrincipal": BOB } }), yes),
        (json!({ "StringEquals": { "kms:GranteePrincipal": ANN } }), no),
        (json!({ "StringEquals": { "kms:RetiringPrincipal": ROLE } }), yes),
        (json!({ "Null": { "kms:RetiringPrincipal": "true" } }), no),
        (json!({ "StringEquals": { "kms:GrantConstraintType": "EncryptionContextSubset" } }), yes),
        (json!({ "StringEquals": { "kms:GrantConstraintType": "EncryptionContextEquals" } }), no),
        (json!({ "StringEquals": { "kms:EncryptionContext:tenant": "1" } }), yes),
        (json!({ "StringEquals": { "kms:EncryptionContext:tenant": "2" } }), no),
        (json!({ "Bool": { "kms:GrantIsForAWSResource": "true" } }), no),
        (json!({ "Bool": { "kms:GrantIsForAWSResource": "false" } }), yes),
    ] {
        let caller = user(ACCOUNT, "amy", allow("kms:CreateGrant", condition.clone()));
        assert_eq!(code(world.call::<CreateGrant>(&caller, request.clone()).await), expected, "{condition}");
    }
    let made = world.grant(&root(ACCOUNT), grant(&key, BOB, &[Op::Encrypt])).await.grant_id.unwrap();
    let for_services = json!({ "Bool": { "kms:GrantIsForAWSResource": "true" } });
    let caller = user(ACCOUNT, "amy", allow("kms:*", for_services));
    assert_eq!(code(world.call::<ListGrants>(&caller, list(&key)).await), no);
    assert_eq!(code(world.call::<RevokeGrant>(&caller, revoke(&key, &made)).await), no);
}

#[tokio::test]
async fn principals_must_exist_and_leave_nothing_to_their_successors() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    for missing in [ANN, ROLE] {
        world.everybody.delete(missing);
    }
    let with_retiring =
        CreateGrantRequest { retiring_principal: Some(ROLE.to_owned()), ..grant(&key, BOB, &[Op::Encrypt]) };
    for request in [grant(&key, ANN, &[Op::Encrypt]), with_retiring] {
        assert_eq!(code(world.call::<CreateGrant>(&owner, request).await), "InvalidArnException");
    }
    for there in [ANN, ROLE] {
        world.everybody.create(there);
    }
    let request = |grantee: &str| CreateGrantRequest {
        name: Some("n".to_owned()),
        retiring_principal: Some(ROLE.to_owned()),
        ..grant(&key, grantee, &[Op::Encrypt])
    };
    let mut ids = Vec::new();
    for grantee in [ROLE, SESSION, ANN] {
        ids.push(world.grant(&owner, request(grantee)).await.grant_id.unwrap());
    }
    let limited = session(ACCOUNT, "Reader", nothing(), Some(nothing()));
    for caller in [&reader(), &limited, &ann()] {
        assert_eq!(code(world.encrypt(caller, &key).await), "success");
    }
    world.everybody.recreate(ROLE);
    let (next, next_limited) = (successor(&reader()), successor(&limited));
    // A new role of the same name has nothing of the old one's.
    for (caller, expected) in
        [(&next, "AccessDeniedException"), (&next_limited, "AccessDeniedException"), (&ann(), "success")]
    {
        assert_eq!(code(world.encrypt(caller, &key).await), expected, "{}", caller.arn());
    }
    assert_eq!(code(world.call::<RetireGrant>(&next, retire(&key, &ids[2])).await), "AccessDeniedException");
    let shown =
        listed(&world, ListGrantsRequest { grant_id: Some(ids[1].clone()), ..list(&key) }).await.remove(0);
    assert_eq!(shown.grantee_principal, shown.retiring_principal);
    assert_eq!(shown.grantee_principal.as_deref(), Some(unique_id(ROLE, 0).as_str()));
    let locator = key_arn(ACCOUNT, &key).parse().unwrap();
    let counted = world.store.get::<KeyGrants>(&locator).await.unwrap().unwrap();
    assert_eq!((counted.count, counted.sessions), (3, 1));
    let of_role = ListGrantsRequest { grantee_principal: Some(ROLE.to_owned()), ..list(&key) };
    assert!(listed(&world, of_role.clone()).await.is_empty());
    let renewed = world.grant(&owner, request(ROLE)).await.grant_id.unwrap();
    assert!(!ids.contains(&renewed));
    assert_eq!(code(world.encrypt(&next, &key).await), "success");
    let [listed] = listed(&world, of_role).await.try_into().unwrap();
    assert_eq!(listed.grant_id, Some(renewed));
}

#[tokio::test]
async fn a_key_that_is_off_gets_no_grants_and_loses_them() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let [first, second] = [ANN, ROLE].map(|grantee| grant(&key, grantee, &[Op::Encrypt, Op::RetireGrant]));
    let [first, second] = [world.grant(&owner, first).await, world.grant(&owner, second).await];
    world.call::<DisableKey>(&owner, DisableKeyRequest { key_id: key.clone() }).await.unwrap();
    assert_eq!(code(world.encrypt(&ann(), &key).await), "DisabledException");
    let another = grant(&key, BOB, &[Op::Encrypt]);
    assert_eq!(code(world.call::<CreateGrant>(&owner, another.clone()).await), "DisabledException");
    world.call::<RetireGrant>(&ann(), retire(&key, &first.grant_id.unwrap())).await.unwrap();
    let schedule = ScheduleKeyDeletionRequest { key_id: key.clone(), pending_window_in_days: Some(7) };
    world.call::<ScheduleKeyDeletion>(&owner, schedule.clone()).await.unwrap();
    assert_eq!(code(world.call::<CreateGrant>(&owner, another).await), "KMSInvalidStateException");
    world.call::<RevokeGrant>(&owner, revoke(&key, &second.grant_id.unwrap())).await.unwrap();
    assert!(listed(&world, list(&key)).await.is_empty());
    let cancel = CancelKeyDeletionRequest { key_id: key.clone() };
    world.call::<CancelKeyDeletion>(&owner, cancel).await.unwrap();
}

#[tokio::test]
async fn grants_die_with_their_key() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let locator: envelope::KeyLocator = key_arn(ACCOUNT, &key).parse().unwrap();
    let made = world.grant(&owner, grant(&key, ANN, &[Op::Encrypt])).await;
    // More than one transaction removes.
    for _ in 0..2 {
        let mut tx = world.store.begin().await.unwrap();
        let sample = tx.list::<GrantRecord>(&(), store::Page::first(1)).await.unwrap().items.remove(0);
        let mut count = tx.get::<KeyGrants>(&locator).await.unwrap().unwrap();
        for _ in 0..600 {
            count.count += 1;
            let id = format!("{:064x}", count.count).parse().unwrap();
            tx.put(&GrantRecord { id, ..sample.clone() }).await.unwrap();
        }
        tx.put(&count).await.unwrap();
        tx.commit().await.unwrap();
    }
    let schedule = ScheduleKeyDeletionRequest { key_id: key.clone(), pending_window_in_days: Some(7) };
    world.call::<ScheduleKeyDeletion>(&owner, schedule).await.unwrap();
    world.clock.advance(DAY * 7);
    assert_eq!(code(world.encrypt(&ann(), &key_arn(ACCOUNT, &key)).await), "NotFoundException");
    let token = made.grant_token.unwrap();
    assert_eq!(
        code(world.call::<RetireGrant>(&owner, retire_by(&token)).await),
        "InvalidGrantTokenException"
    );
    assert_eq!(world.perform_duties().await, 1, "some of the grants");
    assert_eq!(world.perform_duties().await, 1, "the rest and the key");
    assert_eq!(world.perform_duties().await, 0);
    let mut tx = world.store.begin().await.unwrap();
    assert!(tx.list::<GrantRecord>(&(), store::Page::all()).await.unwrap().items.is_empty());
    assert!(tx.list::<KeyGrants>(&(), store::Page::all()).await.unwrap().items.is_empty());
    let names: Vec<_> = world.records().iter().map(|record| record["eventName"].clone()).collect();
    assert_eq!(names[names.len() - 2..], [json!("DeleteGrants"), json!("DeleteKey")]);
}

#[tokio::test]
async fn a_key_has_50000_grants_at_most() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let named = CreateGrantRequest { name: Some("n".to_owned()), ..grant(&key, ANN, &[Op::Encrypt]) };
    let made = world.grant(&owner, named.clone()).await.grant_id;
    let mut tx = world.store.begin().await.unwrap();
    let locator = key_arn(ACCOUNT, &key).parse().unwrap();
    let mut count = tx.get::<KeyGrants>(&locator).await.unwrap().unwrap();
    count.count = 50_000;
    tx.put(&count).await.unwrap();
    tx.commit().await.unwrap();
    let another = grant(&key, BOB, &[Op::Encrypt]);
    assert_eq!(code(world.call::<CreateGrant>(&owner, another.clone()).await), "LimitExceededException");
    assert_eq!(world.grant(&owner, named).await.grant_id, made, "a repeated request is no new grant");
    world.call::<RevokeGrant>(&owner, revoke(&key, &made.unwrap())).await.unwrap();
    assert_eq!(code(world.call::<CreateGrant>(&owner, another).await), "success");
}
