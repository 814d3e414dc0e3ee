use super::*;
use crate::tenant::Key;

fn service() -> Service {
    Service { partition: "aws".into(), account: "111122223333".into(), roles: vec!["ServiceARole".into()] }
}

fn desired() -> Desired {
    Desired::of(&service(), &"123".parse().unwrap(), Material::Kms)
}

/// A key as it should be.
fn right() -> Details {
    Details {
        key: Key {
            id: "k".into(),
            arn: "arn:aws:kms:us-east-1:111122223333:key/k".into(),
            created: "2026-01-01T00:00:00Z".into(),
            state: "Enabled".into(),
            origin: "AWS_KMS".into(),
            deletion: None,
            material_expires: None,
            key_store: None,
            xks_key: None,
            purpose: crate::tenant::Purpose::Encryption,
        },
        tags: desired().tags,
        policy: desired().policy,
        rotation: true,
        grants: Vec::new(),
    }
}

/// A right key that was changed.
fn changed(change: impl FnOnce(&mut Details)) -> Details {
    let mut details = right();
    change(&mut details);
    details
}

fn tag(details: &mut Details, name: &str) {
    details.tags.insert(name.into(), "x".into());
}

#[test]
fn a_right_key_needs_nothing() {
    assert_eq!(differences(&desired(), &right()), []);
    assert_eq!(onboarding(&desired(), Some(&right()), true, &[]), []);
}

#[test]
fn a_new_tenant_gets_the_alias_last() {
    use Action::{CreateAlias, CreateKey, EnableRotation};
    assert_eq!(onboarding(&desired(), None, false, &[]), [CreateKey, EnableRotation, CreateAlias]);
    let imported = Desired { material: Material::Imported, ..desired() };
    assert_eq!(onboarding(&imported, None, false, &[]), [CreateKey, CreateAlias]);
}

#[test]
fn what_is_too_many_goes_after_the_alias() {
    let unfinished = changed(|it| it.rotation = false);
    assert_eq!(
        onboarding(&desired(), Some(&unfinished), false, &["old".into()]),
        [Action::EnableRotation, Action::CreateAlias, Action::ScheduleDeletion { key: "old".into() }]
    );
}

#[test]
fn each_difference_and_its_repair() {
    let untag = |name: &str| vec![Action::Untag { name: name.into() }];
    let label = || BTreeMap::from([("lodge:tenant".to_owned(), "123".to_owned())]);
    let cases: [(Details, Difference, Vec<Action>); 9] = [
        (changed(|it| it.policy = Value::Null), Difference::Policy, vec![Action::PutKeyPolicy]),
        (changed(|it| it.rotation = false), Difference::RotationOff, vec![Action::EnableRotation]),
        (
            changed(|it| it.tags.clear()),
            Difference::Tag { name: "lodge:tenant".into(), wanted: "123".into(), found: None },
            vec![Action::Tag { tags: label() }],
        ),
        (
            changed(|it| tag(it, SUSPENDED_TAG)),
            Difference::TagLeft { name: SUSPENDED_TAG.into() },
            untag(SUSPENDED_TAG),
        ),
        (
            changed(|it| tag(it, OFFBOARDED_TAG)),
            Difference::TagLeft { name: OFFBOARDED_TAG.into() },
            untag(OFFBOARDED_TAG),
        ),
        (changed(|it| it.key.state = "Disabled".into()), Difference::DisabledWithoutSuspension, vec![]),
        (
            changed(|it| {
                it.key.state = "PendingDeletion".into();
                it.key.deletion = Some("2026-02-01T00:00:00Z".into());
            }),
            Difference::DeletionScheduled { at: "2026-02-01T00:00:00Z".into() },
            vec![],
        ),
        (
            changed(|it| it.key.state = "Unavailable".into()),
            Difference::State { state: "Unavailable".into() },
            vec![],
        ),
        (
            changed(|it| {
                it.tags.insert("lodge:tenant".into(), "456".into());
            }),
            Difference::Tag { name: "lodge:tenant".into(), wanted: "123".into(), found: Some("456".into()) },
            vec![Action::Tag { tags: label() }],
        ),
    ];
    for (found, difference, actions) in cases {
        assert_eq!(differences(&desired(), &found), std::slice::from_ref(&difference));
        assert_eq!(repairs(std::slice::from_ref(&difference), Fix::default()), actions, "{difference}");
        assert_eq!(difference.decision().is_some(), actions.is_empty());
    }
}

#[test]
fn a_suspended_tenant_is_as_it_should_be_and_may_not_rotate() {
    let suspended = changed(|it| {
        it.key.state = "Disabled".into();
        it.rotation = false;
        tag(it, SUSPENDED_TAG);
    });
    assert_eq!(differences(&desired(), &suspended), []);
}

#[test]
fn material_from_elsewhere_is_not_rotated() {
    let imported = changed(|it| {
        it.key.origin = "EXTERNAL".into();
        it.rotation = false;
    });
    assert_eq!(differences(&desired(), &imported), []);
}

#[test]
fn an_alias_moves_only_to_the_one_key_that_is_the_tenants() {
    let leads = |own: Option<&str>| Difference::AliasLeadsToAnotherTenant {
        tenant: "456".parse().unwrap(),
        key: "k".into(),
        own: own.map(str::to_owned),
    };
    assert_eq!(repairs(&[leads(Some("mine"))], Fix::default()), [Action::UpdateAlias { key: "mine".into() }]);
    assert_eq!(repairs(&[leads(None), Difference::AliasLeadsToNothing], Fix::default()), []);
    assert_eq!(other_tenant(&"456".parse().unwrap(), &right()).unwrap().as_str(), "123");
    assert_eq!(other_tenant(&"123".parse().unwrap(), &right()), None);
}

#[test]
fn grants_are_differences_that_are_mended_only_when_that_is_said() {
    let grant = Grant {
        grant: "g".into(),
        grantee: "arn:aws:iam::111122223333:role/Other".into(),
        operations: vec!["Decrypt".into()],
        name: None,
    };
    let found = differences(&desired(), &changed(|it| it.grants = vec![grant.clone()]));
    assert_eq!(found, [Difference::Grant(grant)]);
    assert!(found[0].decision().is_some());
    assert_eq!(repairs(&found, Fix::default()), []);
    let revoked = Action::RevokeGrant { grant: "g".into() };
    assert_eq!(repairs(&found, Fix { revoke_grants: true }), [revoked]);
}

#[test]
fn a_difference_is_named_as_in_json() {
    let tag = Difference::TagLeft { name: "x".into() };
    assert_eq!((Difference::RotationOff.name().as_str(), tag.name().as_str()), ("rotationOff", "tagLeft"));
    let grant = Grant { grant: "g".into(), grantee: "a".into(), operations: Vec::new(), name: None };
    let grant = Difference::Grant(grant);
    assert_eq!(grant.name(), "grant");
    assert_eq!(
        serde_json::to_value(&grant).unwrap(),
        serde_json::json!({"kind": "grant", "grant": "g", "grantee": "a", "operations": []})
    );
}
