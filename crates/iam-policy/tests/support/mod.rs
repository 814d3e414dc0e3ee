//! A request with its policies, written short.
#![allow(dead_code, reason = "each test file uses its part")]

use arn::AccountId;
use iam_policy::{
    Authority, Context, Decision, Explanation, Grant, Named, Outcome, Policies, Policy, PolicyKind,
    Principal, Request, evaluate, explain,
};

pub const HOME: &str = "111122223333";
pub const OTHER: &str = "444455556666";
pub const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd";

pub const ALLOW_ALL: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
pub const ALLOW_OTHER: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;
pub const DENY_ALL: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"kms:*","Resource":"*"}]}"#;

pub fn account(id: &str) -> AccountId {
    id.parse().unwrap()
}

pub fn root(id: &str) -> Principal {
    Principal::Root { account: account(id) }
}

pub fn user(id: &str) -> Principal {
    Principal::User { account: account(id), arn: format!("arn:aws:iam::{id}:user/ann").parse().unwrap() }
}

pub fn session(id: &str) -> Principal {
    Principal::AssumedRole {
        account: account(id),
        role_arn: format!("arn:aws:iam::{id}:role/team/App").parse().unwrap(),
        session_arn: format!("arn:aws:sts::{id}:assumed-role/App/s1").parse().unwrap(),
    }
}

pub fn federated_user(id: &str) -> Principal {
    Principal::FederatedUser {
        account: account(id),
        user_arn: format!("arn:aws:iam::{id}:user/ann").parse().unwrap(),
        session_arn: format!("arn:aws:sts::{id}:federated-user/fed").parse().unwrap(),
    }
}

/// A resource policy with one statement for `principal` (JSON).
pub fn resource_policy(effect: &str, principal: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"{effect}","Principal":{principal},"Action":"kms:*","Resource":"*"}}}}"#
    )
}

pub fn names(arn: &str) -> String {
    resource_policy("Allow", &format!(r#"{{"AWS":"{arn}"}}"#))
}

pub struct Question {
    pub principal: Principal,
    pub principal_id: Option<&'static str>,
    pub action: &'static str,
    pub resource: &'static str,
    pub context: Context,
    pub identity: Vec<Policy>,
    pub boundary: Option<Policy>,
    pub session: Vec<Policy>,
    pub resource_policy: Option<Policy>,
    pub authority: Authority,
    pub grantee: Option<String>,
    pub service_control: Vec<Vec<Policy>>,
    pub resource_control: Vec<Vec<Policy>>,
}

impl Question {
    /// `kms:Encrypt` on a key of HOME, under no policies.
    pub fn of(principal: Principal) -> Self {
        let mut context = Context::new();
        context.insert_principal(&principal);
        Self {
            principal,
            principal_id: None,
            action: "kms:Encrypt",
            resource: KEY,
            context,
            identity: vec![],
            boundary: None,
            session: vec![],
            resource_policy: None,
            authority: Authority::Standard,
            grantee: None,
            service_control: vec![],
            resource_control: vec![],
        }
    }

    pub fn principal_id(mut self, id: &'static str) -> Self {
        self.principal_id = Some(id);
        self
    }

    /// Binds the names in the resource policy.
    pub fn bound(mut self, unique_ids: &[(&str, &str)]) -> Self {
        let unique_ids = unique_ids.iter().map(|(arn, id)| ((*arn).to_owned(), (*id).to_owned())).collect();
        self.resource_policy = self.resource_policy.map(|policy| policy.bind(&unique_ids));
        self
    }

    pub fn authority(mut self, authority: Authority) -> Self {
        self.authority = authority;
        self
    }

    pub fn identity(mut self, text: &str) -> Self {
        self.identity.push(Policy::parse(text, PolicyKind::Identity).unwrap());
        self
    }

    pub fn boundary(mut self, text: &str) -> Self {
        self.boundary = Some(Policy::parse(text, PolicyKind::Boundary).unwrap());
        self
    }

    pub fn session_policy(mut self, text: &str) -> Self {
        self.session.push(Policy::parse(text, PolicyKind::Session).unwrap());
        self
    }

    pub fn resource_policy(mut self, text: &str) -> Self {
        self.resource_policy = Some(Policy::parse(text, PolicyKind::Resource).unwrap());
        self
    }

    pub fn grant(mut self, grantee: &str) -> Self {
        self.grantee = Some(grantee.to_owned());
        self
    }

    pub fn service_control(mut self, text: &str) -> Self {
        self.service_control.push(vec![Policy::parse(text, PolicyKind::Organization).unwrap()]);
        self
    }

    pub fn resource_control(mut self, text: &str) -> Self {
        self.resource_control.push(vec![Policy::parse(text, PolicyKind::Organization).unwrap()]);
        self
    }

    pub fn decide(&self) -> Decision {
        self.with(evaluate)
    }

    pub fn explain(&self) -> Explanation {
        self.with(explain)
    }

    pub fn outcome(&self) -> Outcome {
        self.decide().outcome
    }

    pub fn because(&self) -> String {
        self.decide().because()
    }

    fn with<T>(&self, answer: impl FnOnce(&Request<'_>, &Policies<'_>) -> T) -> T {
        let request = Request {
            principal: &self.principal,
            principal_id: self.principal_id,
            action: self.action,
            resource: self.resource,
            resource_account: account(HOME),
            context: &self.context,
        };
        fn named<'a>(list: &'a [Policy], name: &'static str) -> Vec<Named<'a>> {
            list.iter().map(|policy| Named { name, policy }).collect()
        }
        let scp: Vec<_> = self.service_control.iter().map(|level| named(level, "SCP")).collect();
        let rcp: Vec<_> = self.resource_control.iter().map(|level| named(level, "RCP")).collect();
        let scp: Vec<&[Named<'_>]> = scp.iter().map(Vec::as_slice).collect();
        let rcp: Vec<&[Named<'_>]> = rcp.iter().map(Vec::as_slice).collect();
        let identity = named(&self.identity, "identity policy");
        let session = named(&self.session, "session policy");
        let policies = Policies {
            identity: &identity,
            boundary: self.boundary.as_ref().map(|policy| Named { name: "boundary", policy }),
            session: &session,
            resource: self.resource_policy.as_ref().map(|policy| Named { name: "resource policy", policy }),
            resource_authority: self.authority,
            grant: self.grantee.as_deref().map(|grantee| Grant { name: "grant 1", grantee }),
            service_control: &scp,
            resource_control: &rcp,
        };
        answer(&request, &policies)
    }
}
