use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use arn::AccountId;
use audit_event::{IdentityType, UserIdentity};
use clock::Timestamp;
use gate::{
    BoxFuture, Caller, CallerKeys, Credential, CredentialError, Denial, Directory, Membership, Session,
};
use iam_policy::{PolicyKind, Principal};
use secret::SecretString;
use serde_json::Value;

use super::{ACCOUNT, START, policy};

/// The secret access key of every caller here.
pub const SECRET_KEY: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

/// Who is who: access keys, each with the session token that it needs.
#[derive(Default)]
pub struct Callers {
    known: Mutex<HashMap<String, Known>>,
    memberships: Mutex<HashMap<AccountId, Arc<Membership>>>,
}

/// The session token that a credential needs, and the credential.
type Known = (Option<String>, Arc<Credential>);

impl Callers {
    /// Makes the caller's access key known.
    pub fn admit(&self, caller: &Arc<Caller>) {
        self.put(caller, None);
    }

    /// Makes it known together with a session token.
    pub fn admit_with_token(&self, caller: &Arc<Caller>, token: &str) {
        self.put(caller, Some(token.to_owned()));
    }

    /// What the organization says of an account.
    pub fn limit(&self, account: &str, membership: Membership) {
        self.memberships.lock().unwrap().insert(account.parse().unwrap(), Arc::new(membership));
    }

    fn put(&self, caller: &Arc<Caller>, token: Option<String>) {
        let secret_access_key = SecretString::new(SECRET_KEY.to_owned());
        let credential = Arc::new(Credential::new(secret_access_key, Arc::clone(caller)));
        self.known.lock().unwrap().insert(caller.access_key_id.clone(), (token, credential));
    }
}

impl Directory for Callers {
    fn credential<'a>(
        &'a self,
        access_key_id: &'a str,
        session_token: Option<&'a str>,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Arc<Credential>, CredentialError>> {
        Box::pin(async move {
            if access_key_id == "AKIAUNREADABLE" {
                let cause = std::io::Error::other("disk /dev/secret-name is gone");
                return Err(CredentialError::Unavailable(store::Error::unavailable(cause)));
            }
            let known = self.known.lock().unwrap();
            let (token, credential) = known.get(access_key_id).ok_or(CredentialError::Unknown)?;
            if token.as_deref() != session_token {
                return Err(CredentialError::Unknown);
            }
            match &credential.caller.session {
                Some(session) if session.expires_at <= now => Err(CredentialError::Expired),
                _ => Ok(Arc::clone(credential)),
            }
        })
    }

    /// Here nobody is kept from reading it.
    fn seal_denial(&self, denial: Denial) -> Option<String> {
        serde_json::to_string(&denial).ok()
    }

    fn membership(&self, account: AccountId) -> BoxFuture<'_, Result<Arc<Membership>, store::Error>> {
        let known = self.memberships.lock().unwrap().get(&account).cloned();
        Box::pin(async move { Ok(known.unwrap_or_default()) })
    }
}

/// A user with these policies attached.
pub fn user(name: &str, policies: &[Value]) -> Arc<Caller> {
    user_of(ACCOUNT, name, policies)
}

pub fn user_of(account: &str, name: &str, policies: &[Value]) -> Arc<Caller> {
    let account: AccountId = account.parse().unwrap();
    let arn = format!("arn:aws:iam::{account}:user/{name}");
    let principal = Principal::User { account, arn: arn.parse().unwrap() };
    let access_key_id = format!("AKIA{}", name.to_uppercase());
    let user_id = format!("AIDA{}", name.to_uppercase());
    let mut identity = UserIdentity::new(IdentityType::IamUser);
    identity.arn = Some(arn.as_str().into());
    identity.account_id = Some(account);
    identity.principal_id = Some(user_id.as_str().into());
    identity.access_key_id = Some(access_key_id.as_str().into());
    identity.user_name = Some(name.into());
    Arc::new(Caller {
        principal,
        account,
        access_key_id,
        user_id,
        identity,
        tags: Vec::new(),
        identity_policies: policies
            .iter()
            .enumerate()
            .map(|(at, text)| (format!("policy {at}"), policy(text, PolicyKind::Identity)))
            .collect(),
        boundary: None,
        session: None,
        membership: Arc::default(),
        keys: CallerKeys::default(),
    })
}

pub fn root(account: &str) -> Arc<Caller> {
    let account: AccountId = account.parse().unwrap();
    let mut identity = UserIdentity::new(IdentityType::Root);
    identity.arn = Some(account.root_arn().as_str().into());
    identity.account_id = Some(account);
    identity.access_key_id = Some(format!("AKIAROOT{account}").as_str().into());
    Arc::new(Caller {
        principal: Principal::Root { account },
        account,
        access_key_id: format!("AKIAROOT{account}"),
        user_id: account.to_string(),
        identity,
        tags: Vec::new(),
        identity_policies: Vec::new(),
        boundary: None,
        session: None,
        membership: Arc::default(),
        keys: CallerKeys::default(),
    })
}

/// A session of the role `App`, one hour long.
pub fn role_session(name: &str, policies: &[Value]) -> Arc<Caller> {
    let account: AccountId = ACCOUNT.parse().unwrap();
    let session_arn = format!("arn:aws:sts::{account}:assumed-role/App/{name}");
    let caller = user(name, policies);
    let mut identity = UserIdentity::new(IdentityType::AssumedRole);
    identity.arn = Some(session_arn.as_str().into());
    identity.account_id = Some(account);
    identity.access_key_id = Some("ASIASESSION".into());
    Arc::new(Caller {
        principal: Principal::AssumedRole {
            account,
            role_arn: format!("arn:aws:iam::{account}:role/App").parse().unwrap(),
            session_arn: session_arn.parse().unwrap(),
        },
        access_key_id: "ASIASESSION".to_owned(),
        user_id: format!("AROAAPP:{name}"),
        identity,
        session: Some(Session {
            issued_at: START.minus(Duration::from_secs(60)),
            expires_at: START.plus(Duration::from_secs(3540)),
            issuer_id: None,
            mfa_at: None,
            is_assumed_root: false,
            policies: Vec::new(),
            source_identity: None,
            tags: Vec::new(),
            transitive_tag_keys: Vec::new(),
            federated: None,
        }),
        ..(*caller).clone()
    })
}
