//! The table of condition keys by kind of caller (`iam_policy::keys`) against the keys that the gate adds.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use audit_event::{IdentityType, RequestId, UserIdentity};
use clock::Timestamp;
use iam_policy::keys::{CallerKind, KEYS, Presence, presence};
use iam_policy::{Context, Principal};

use super::add_global_keys;
use crate::caller::{Caller, CallerKeys, Federated, Session};
use crate::guarded::{Origin, Question};
use crate::membership::Membership;

const ACCOUNT: &str = "111122223333";
const PROVIDER: &str = "arn:aws:iam::111122223333:oidc-provider/idp.example.com";

fn caller(kind: CallerKind) -> Caller {
    let account = ACCOUNT.parse().unwrap();
    let user_arn: arn::Arn = format!("arn:aws:iam::{ACCOUNT}:user/ann").parse().unwrap();
    let session = |name: &str| format!("arn:aws:sts::{ACCOUNT}:{name}").parse().unwrap();
    let principal = match kind {
        CallerKind::Root | CallerKind::RootSession => Principal::Root { account },
        CallerKind::User | CallerKind::UserSession => Principal::User { account, arn: user_arn },
        CallerKind::RoleSession => Principal::AssumedRole {
            account,
            role_arn: format!("arn:aws:iam::{ACCOUNT}:role/App").parse().unwrap(),
            session_arn: session("assumed-role/App/web-1"),
        },
        CallerKind::FederatedUser => {
            Principal::FederatedUser { account, user_arn, session_arn: session("federated-user/bob") }
        }
        CallerKind::Federated => Principal::Federated { provider: PROVIDER.to_owned() },
        CallerKind::Service => Principal::Service { name: "logs.amazonaws.com".to_owned() },
    };
    let has_tags =
        [CallerKind::User, CallerKind::UserSession, CallerKind::RoleSession, CallerKind::FederatedUser];
    Caller {
        principal,
        account,
        access_key_id: String::new(),
        user_id: "AROAEXAMPLE:web-1".to_owned(),
        identity: UserIdentity::new(IdentityType::IamUser),
        tags: has_tags.contains(&kind).then(|| ("team".to_owned(), "a".to_owned())).into_iter().collect(),
        identity_policies: Vec::new(),
        boundary: None,
        session: brings(kind),
        membership: membership(),
        keys: CallerKeys::default(),
    }
}

/// Everything that a session of this kind can bring.
fn brings(kind: CallerKind) -> Option<Session> {
    let at = Timestamp::from_secs(1_750_000_000);
    let plain = Session {
        issued_at: at,
        expires_at: at,
        issuer_id: None,
        mfa_at: None,
        is_assumed_root: false,
        policies: Vec::new(),
        source_identity: None,
        tags: Vec::new(),
        transitive_tag_keys: Vec::new(),
        federated: None,
    };
    match kind {
        CallerKind::Root | CallerKind::User | CallerKind::Federated | CallerKind::Service => None,
        CallerKind::RootSession => Some(Session {
            mfa_at: Some(at),
            is_assumed_root: true,
            source_identity: Some("ann".to_owned()),
            ..plain
        }),
        CallerKind::UserSession => Some(Session { mfa_at: Some(at), ..plain }),
        CallerKind::RoleSession => Some(Session {
            source_identity: Some("ann".to_owned()),
            federated: Some(Federated {
                provider: PROVIDER.to_owned(),
                keys: vec![("idp.example.com:sub".to_owned(), "ann".to_owned())],
            }),
            ..plain
        }),
        CallerKind::FederatedUser => Some(plain),
    }
}

fn membership() -> Arc<Membership> {
    Arc::new(Membership {
        organization_id: Some("o-abcdefghij".to_owned()),
        path: Some("o-abcdefghij/r-abcd/".to_owned()),
        ..Membership::default()
    })
}

fn context(kind: CallerKind) -> Context {
    let origin = Origin {
        region: "us-east-1".parse().unwrap(),
        at: Timestamp::from_secs(1_750_000_100),
        request_id: RequestId::from_random([1; 16]),
        source_ip: "192.0.2.1".parse().unwrap(),
        secure_transport: true,
        tls: None,
        user_agent: Some("test".to_owned()),
        host: None,
    };
    let mut question = Question::new("kms:Encrypt", "*", ACCOUNT.parse().unwrap());
    add_global_keys(&caller(kind), &membership(), &origin, &mut question);
    question.context
}

#[test]
fn callers_have_the_keys_that_the_table_says() {
    for kind in CallerKind::ALL {
        // None calls here.
        if kind == CallerKind::Service {
            continue;
        }
        let context = context(kind);
        for (key, _) in context.iter() {
            let said = presence(key, kind, "kms:Encrypt", true);
            assert_ne!(said, Presence::Never, "{kind:?} has {key}");
        }
        // What comes with the operation, or with the resource.
        let elsewhere = ["aws:FederatedProvider", "aws:ResourceTag/", "aws:RequestTag/", "aws:TagKeys"];
        // What a session without a second factor, or the call itself, says.
        let other_calls = ["aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge"];
        for key in KEYS.iter().filter(|key| key.name.starts_with("aws:") && !elsewhere.contains(&key.name)) {
            let name = if key.name == "aws:PrincipalTag/" { "aws:PrincipalTag/team" } else { key.name };
            let said = presence(name, kind, "kms:Encrypt", true);
            let long_term = kind == CallerKind::User && other_calls.contains(&name);
            assert_eq!(said != Presence::Never && !long_term, context.get(name).is_some(), "{kind:?} {name}");
        }
    }
}
