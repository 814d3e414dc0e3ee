//! The roles of the article: ServiceARole uses tenants' keys, ServiceBRole may assume it. For one service or several, in their accounts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::desired::USES;
use crate::{Error, Tenants, terraform};

/// What roles are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RolesRequest {
    /// `aws`, `aws-cn`, ...
    pub partition: String,
    /// The account of the keys.
    pub account_a: String,
    /// The name of ServiceARole. With several services each has its own: `ServiceARole-billing`.
    pub role: String,
    /// The services. None: one that is not told from others, as in the article.
    pub services: Vec<ServiceB>,
    /// The account of a service that names none.
    pub account_b: String,
    /// Who may take ServiceBRole: a service such as `lambda.amazonaws.com`, an account or an ARN.
    pub compute: String,
    /// Sessions come from tokens of this provider instead of from ServiceBRole.
    pub web_identity: Option<WebIdentity>,
}

/// A service that encrypts tenants' data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceB {
    /// Its name: the `service` in the encryption context of all that it encrypts.
    pub name: String,
    /// Its account, when it is not the common one.
    pub account: Option<String>,
}

/// An OpenID Connect provider whose tokens carry the tenant as a session tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WebIdentity {
    /// The provider's URL without `https://`, as in the ARN of IAM's OIDC provider.
    pub provider: String,
    /// The audience of tokens; the name of the service when none is given.
    pub audience: Option<String>,
}

/// A role as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Role {
    /// The account that it belongs to.
    pub account: String,
    /// Its name.
    pub name: String,
    /// Its ARN.
    pub arn: String,
    /// Who may assume it.
    pub trust_policy: Value,
    /// Its inline policies by name.
    pub policies: BTreeMap<String, Value>,
}

/// All roles, and what goes with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Roles {
    /// Those that others name come first.
    pub roles: Vec<Role>,
    /// The names of the roles that key policies allow: the value of `--role` for all other commands.
    pub key_users: Vec<String>,
    /// The session policy for AssumeRole, with `TENANT` in the place of a tenant's [label](tenant_id::TenantId::label). `None` with web identity, where the role's
    /// own policy takes the tenant from the token.
    pub session_policy: Option<Value>,
}

/// What came of applying roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Applied {
    /// ARNs of roles that were made.
    pub created: Vec<String>,
    /// ARNs of roles that were there and have these policies now.
    pub updated: Vec<String>,
    /// ARNs of roles of other accounts: say the same with credentials of those.
    pub left: Vec<String>,
}

const VERSION: &str = "2012-10-17";

impl RolesRequest {
    /// Plans the roles.
    ///
    /// # Errors
    /// [`Error::Input`] for names and accounts that IAM would not take.
    pub fn roles(&self) -> Result<Roles, Error> {
        self.check()?;
        let unnamed = [None];
        let services: Vec<Option<&ServiceB>> = match self.services.as_slice() {
            [] => unnamed.to_vec(),
            all => all.iter().map(Some).collect(),
        };
        let mut roles = Vec::new();
        if self.web_identity.is_none() {
            roles.extend(services.iter().map(|service| self.service_b_role(*service)));
        }
        let users: Vec<Role> = services.iter().map(|service| self.service_a_role(*service)).collect();
        let key_users = users.iter().map(|role| role.name.clone()).collect();
        roles.extend(users);
        let session_policy = self.web_identity.is_none().then(|| {
            let context = BTreeMap::from([("kms:RequestAlias", "alias/customer-TENANT".to_owned())]);
            json!({ "Version": VERSION, "Statement": [{
                "Effect": "Allow", "Action": USES, "Resource": "*", "Condition": { "StringEquals": context },
            }] })
        });
        Ok(Roles { roles, key_users, session_policy })
    }

    /// ServiceARole: uses keys through tenants' aliases, and with its service's encryption context only.
    ///
    /// The key policies name the role, and so allow it all that they say by themselves. What the role's own policy must keep from it stands in
    /// statements that deny.
    fn service_a_role(&self, service: Option<&ServiceB>) -> Role {
        let mut statements = vec![json!({
            "Sid": "AllowKMSByAlias", "Effect": "Allow", "Action": USES, "Resource": "*",
            "Condition": { "StringLike": { "kms:RequestAlias": "alias/customer-*" } },
        })];
        let mut deny = |sid: &str, condition: Value| {
            statements.push(json!({ "Sid": sid, "Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": condition }));
        };
        if self.web_identity.is_some() {
            let own = "alias/customer-${aws:PrincipalTag/tenant}";
            deny("DenyOtherTenants", json!({ "StringNotEquals": { "kms:RequestAlias": own } }));
            // A variable without a value would make the other statement say nothing.
            deny("DenyWithoutTenant", json!({ "Null": { "aws:PrincipalTag/tenant": "true" } }));
        }
        if let Some(service) = service {
            let context = json!({ "kms:EncryptionContext:service": service.name });
            deny("DenyOtherServices", json!({ "StringNotEquals": context }));
        }
        let policy = json!({ "Version": VERSION, "Statement": statements });
        let trust = match &self.web_identity {
            None => json!({
                "Effect": "Allow",
                "Principal": { "AWS": self.arn(self.account_of(service), &self.service_b_name(service)) },
                "Action": "sts:AssumeRole",
            }),
            Some(web) => {
                let audience = web.audience.as_deref().or(service.map(|it| it.name.as_str()));
                json!({
                    "Effect": "Allow",
                    "Principal": { "Federated": format!("arn:{}:iam::{}:oidc-provider/{}", self.partition, self.account_a, web.provider) },
                    "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
                    "Condition": {
                        "StringEquals": { format!("{}:aud", web.provider): audience.unwrap_or("sts.amazonaws.com") },
                        "StringLike": { "aws:RequestTag/tenant": "?*" },
                    },
                })
            }
        };
        let name = named(&self.role, service);
        Role {
            account: self.account_a.clone(),
            arn: self.arn(&self.account_a, &name),
            name,
            trust_policy: json!({ "Version": VERSION, "Statement": [trust] }),
            policies: BTreeMap::from([("TenantKeysByAlias".to_owned(), policy)]),
        }
    }

    /// ServiceBRole: may assume its ServiceARole and nothing else.
    fn service_b_role(&self, service: Option<&ServiceB>) -> Role {
        let compute = if self.compute.contains(".amazonaws.com") {
            json!({ "Service": self.compute })
        } else if self.compute.starts_with("arn:") {
            json!({ "AWS": self.compute })
        } else {
            json!({ "AWS": format!("arn:{}:iam::{}:root", self.partition, self.compute) })
        };
        let (account, name) = (self.account_of(service).to_owned(), self.service_b_name(service));
        let target = self.arn(&self.account_a, &named(&self.role, service));
        Role {
            arn: self.arn(&account, &name),
            account,
            name,
            trust_policy: json!({ "Version": VERSION, "Statement": [
                { "Effect": "Allow", "Principal": compute, "Action": "sts:AssumeRole" },
            ] }),
            policies: BTreeMap::from([(
                "AssumeServiceARole".to_owned(),
                json!({ "Version": VERSION, "Statement": [
                    { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": target },
                ] }),
            )]),
        }
    }

    fn service_b_name(&self, service: Option<&ServiceB>) -> String {
        named("ServiceBRole", service)
    }

    fn account_of<'a>(&'a self, service: Option<&'a ServiceB>) -> &'a str {
        service.and_then(|service| service.account.as_deref()).unwrap_or(&self.account_b)
    }

    fn arn(&self, account: &str, role: &str) -> String {
        format!("arn:{}:iam::{account}:role/{role}", self.partition)
    }

    fn check(&self) -> Result<(), Error> {
        let accounts = self.services.iter().filter_map(|service| service.account.as_deref());
        for account in accounts.chain([self.account_a.as_str(), self.account_b.as_str()]) {
            if account.len() != 12 || !account.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(Error::Input(format!("'{account}' is no account id: 12 digits are")));
            }
        }
        let mut names: Vec<&str> = self.services.iter().map(|service| service.name.as_str()).collect();
        for name in &names {
            let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
            if name.is_empty() || name.len() + self.role.len() > 63 || !name.bytes().all(fits) {
                return Err(Error::Input(format!(
                    "'{name}' is no name for a service: it becomes a part of role names (64 letters, digits, - _ . in all)"
                )));
            }
        }
        names.sort_unstable();
        if let Some([twice, _]) = names.windows(2).find(|pair| matches!(pair, [one, other] if one == other)) {
            return Err(Error::Input(format!("the service '{twice}' is there twice")));
        }
        Ok(())
    }
}

impl Roles {
    /// The same as a Terraform module.
    pub fn terraform(&self) -> String {
        terraform::module(&self.roles)
    }
}

impl Tenants {
    /// Makes the roles of the caller's account, or gives those that are there these policies.
    ///
    /// # Errors
    /// What IAM refuses, for instance a trust policy that names a role of another account that is not there yet.
    pub async fn apply_roles(&self, roles: &Roles) -> Result<Applied, Error> {
        let mut applied = Applied { created: Vec::new(), updated: Vec::new(), left: Vec::new() };
        for role in &roles.roles {
            if role.account != self.service.account {
                applied.left.push(role.arn.clone());
                continue;
            }
            let trust = role.trust_policy.to_string();
            let name = ("RoleName", role.name.as_str());
            match self.connection.iam("CreateRole", &[name, ("AssumeRolePolicyDocument", &trust)]).await {
                Ok(()) => applied.created.push(role.arn.clone()),
                Err(error) if error.code() == Some("EntityAlreadyExists") => {
                    let update = [name, ("PolicyDocument", trust.as_str())];
                    self.connection.iam("UpdateAssumeRolePolicy", &update).await.map_err(explained)?;
                    applied.updated.push(role.arn.clone());
                }
                Err(error) => return Err(explained(error)),
            }
            for (policy, document) in &role.policies {
                let document = document.to_string();
                let put = [name, ("PolicyName", policy.as_str()), ("PolicyDocument", document.as_str())];
                self.connection.iam("PutRolePolicy", &put).await?;
            }
        }
        Ok(applied)
    }
}

/// IAM takes a trust policy only when whom it names exists.
fn explained(error: Error) -> Error {
    match error.code() {
        Some("MalformedPolicyDocument") => Error::Unfit(format!(
            "{error}; if the policy names a role of another account, apply with the credentials of that account first"
        )),
        _ => error,
    }
}

fn named(role: &str, service: Option<&ServiceB>) -> String {
    match service {
        Some(service) => format!("{role}-{}", service.name),
        None => role.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> RolesRequest {
        RolesRequest {
            partition: "aws".into(),
            account_a: "111122223333".into(),
            role: "ServiceARole".into(),
            services: Vec::new(),
            account_b: "444455556666".into(),
            compute: "lambda.amazonaws.com".into(),
            web_identity: None,
        }
    }

    fn service(name: &str, account: Option<&str>) -> ServiceB {
        ServiceB { name: name.into(), account: account.map(Into::into) }
    }

    #[test]
    fn without_services_they_are_the_articles() {
        let roles = request().roles().unwrap();
        let [b, a] = roles.roles.as_slice() else { panic!("two roles") };
        assert_eq!((b.name.as_str(), b.account.as_str()), ("ServiceBRole", "444455556666"));
        assert_eq!(a.trust_policy["Statement"][0]["Principal"]["AWS"], b.arn);
        assert_eq!(b.policies["AssumeServiceARole"]["Statement"][0]["Resource"], a.arn);
        let statement = &a.policies["TenantKeysByAlias"]["Statement"][0];
        assert_eq!(
            statement["Condition"],
            json!({ "StringLike": { "kms:RequestAlias": "alias/customer-*" } })
        );
        assert_eq!(roles.key_users, ["ServiceARole"]);
    }

    #[test]
    fn each_service_has_roles_and_an_encryption_context_of_its_own() {
        let services = vec![service("billing", None), service("search", Some("777788889999"))];
        let roles = RolesRequest { services, ..request() }.roles().unwrap();
        let accounts: Vec<_> =
            roles.roles.iter().map(|role| (role.name.as_str(), role.account.as_str())).collect();
        assert_eq!(
            accounts,
            [
                ("ServiceBRole-billing", "444455556666"),
                ("ServiceBRole-search", "777788889999"),
                ("ServiceARole-billing", "111122223333"),
                ("ServiceARole-search", "111122223333"),
            ]
        );
        let [_, deny] =
            roles.roles[3].policies["TenantKeysByAlias"]["Statement"].as_array().unwrap().as_slice()
        else {
            panic!("two statements")
        };
        assert_eq!(deny["Effect"], "Deny");
        assert_eq!(
            deny["Condition"],
            json!({ "StringNotEquals": { "kms:EncryptionContext:service": "search" } })
        );
        assert_eq!(roles.key_users, ["ServiceARole-billing", "ServiceARole-search"]);
    }

    #[test]
    fn with_tokens_the_tenant_comes_from_the_session() {
        let web_identity = Some(WebIdentity { provider: "id.example.com".into(), audience: None });
        let request = RolesRequest { services: vec![service("billing", None)], web_identity, ..request() };
        let roles = request.roles().unwrap();
        let [a] = roles.roles.as_slice() else { panic!("one role") };
        let trust = &a.trust_policy["Statement"][0];
        assert_eq!(trust["Principal"]["Federated"], "arn:aws:iam::111122223333:oidc-provider/id.example.com");
        assert_eq!(trust["Condition"]["StringEquals"], json!({ "id.example.com:aud": "billing" }));
        let statements = a.policies["TenantKeysByAlias"]["Statement"].as_array().unwrap();
        let denied: Vec<_> =
            statements.iter().filter(|it| it["Effect"] == "Deny").map(|it| &it["Condition"]).collect();
        assert_eq!(
            denied,
            [
                &json!({ "StringNotEquals": { "kms:RequestAlias": "alias/customer-${aws:PrincipalTag/tenant}" } }),
                &json!({ "Null": { "aws:PrincipalTag/tenant": "true" } }),
                &json!({ "StringNotEquals": { "kms:EncryptionContext:service": "billing" } }),
            ]
        );
        assert_eq!(roles.session_policy, None);
    }

    #[test]
    fn what_is_refused() {
        for wrong in [
            RolesRequest { account_a: "1".into(), ..request() },
            RolesRequest { services: vec![service("a b", None)], ..request() },
            RolesRequest { services: vec![service("a", None), service("a", None)], ..request() },
            RolesRequest { services: vec![service("a", Some("x"))], ..request() },
        ] {
            assert!(matches!(wrong.roles(), Err(Error::Input(_))));
        }
    }
}
