//! What AWS reads in the attributes of an assertion.
//!
//! Source: IAM User Guide, "Configure SAML assertions for the authentication response" and "Available keys for SAML-based AWS STS
//! federation".

use std::collections::BTreeSet;
use std::time::Duration;

use crate::{Assertion, Error};

const PREFIX: &str = "https://aws.amazon.com/SAML/Attributes/";

/// A role that the user may assume, and through which provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleMapping {
    /// The role's ARN, as written.
    pub role_arn: String,
    /// The SAML provider's ARN, as written.
    pub provider_arn: String,
}

/// What the assertion says about the session to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// `Role`: the roles that may be assumed. At least one.
    pub roles: Vec<RoleMapping>,
    /// `RoleSessionName`, of AWS's form.
    pub role_session_name: String,
    /// `SessionDuration`: 15 minutes to 12 hours.
    pub session_duration: Option<Duration>,
    /// `PrincipalTag:KEY`: session tags, in the document's order. Keys and values are not checked.
    pub principal_tags: Vec<(String, String)>,
    /// `TransitiveTagKeys`.
    pub transitive_tag_keys: Vec<String>,
    /// `SourceIdentity`, of AWS's form.
    pub source_identity: Option<String>,
}

/// What a condition key has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConditionValue {
    /// The value of a key with one.
    One(String),
    /// Those of a multivalued key: at least one.
    Many(Vec<String>),
}

impl Assertion {
    /// Reads AWS's attributes.
    ///
    /// # Errors
    ///
    /// [`Error::NoRoleSessionName`], [`Error::RoleSessionName`], [`Error::SourceIdentity`] and [`Error::Attribute`].
    pub fn claims(&self) -> Result<Claims, Error> {
        let name = self.single("RoleSessionName")?.ok_or(Error::NoRoleSessionName)?;
        if !is_session_name(name) {
            return Err(Error::RoleSessionName);
        }
        let source_identity = self.single("SourceIdentity")?;
        let is_reserved = |text: &str| text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"));
        if source_identity.is_some_and(|identity| !is_session_name(identity) || is_reserved(identity)) {
            return Err(Error::SourceIdentity);
        }
        Ok(Claims {
            roles: self.roles()?,
            role_session_name: name.to_owned(),
            session_duration: self.single("SessionDuration")?.map(session_duration).transpose()?,
            principal_tags: self.principal_tags()?,
            transitive_tag_keys: self.aws("TransitiveTagKeys").to_vec(),
            source_identity: source_identity.map(str::to_owned),
        })
    }

    /// The condition keys that follow from the assertion: its directory attributes, and who made it for whom about whom. `saml:doc` and
    /// `saml:namequalifier` need the provider's name too, and are not among them.
    pub fn condition_keys(&self) -> Vec<(&'static str, ConditionValue)> {
        let one = |value: &String| ConditionValue::One(value.clone());
        let mut keys = vec![
            ("saml:aud", one(&self.recipient)),
            ("saml:iss", one(&self.issuer)),
            ("saml:sub", one(&self.name_id.value)),
        ];
        if let Some(subject_type) = self.name_id.subject_type() {
            keys.push(("saml:sub_type", ConditionValue::One(subject_type.to_owned())));
        }
        let mut known = BTreeSet::new();
        for &(attribute, key, multivalued) in DIRECTORY_ATTRIBUTES {
            // One claim counts for each key, as AWS has it.
            if let [first, ..] = self.attribute(attribute)
                && known.insert(key)
            {
                let all = || ConditionValue::Many(self.attribute(attribute).to_vec());
                keys.push((key, if multivalued { all() } else { one(first) }));
            }
        }
        keys
    }

    fn aws(&self, name: &str) -> &[String] {
        self.attribute(&format!("{PREFIX}{name}"))
    }

    fn single(&self, name: &'static str) -> Result<Option<&str>, Error> {
        match self.aws(name) {
            [] => Ok(None),
            [value] => Ok(Some(value)),
            _ => Err(Error::Attribute { attribute: name, why: "it must have one value" }),
        }
    }

    /// AWS writes the role first and takes the pair in either order.
    fn roles(&self) -> Result<Vec<RoleMapping>, Error> {
        let wrong = |why| Error::Attribute { attribute: "Role", why };
        let mapping = |value: &String| {
            let (first, second) =
                value.split_once(',').map(|(first, second)| (first.trim(), second.trim()))?;
            let is_provider = |arn: &str| arn.contains(":saml-provider/");
            let (role, provider) = match (is_provider(first), is_provider(second)) {
                (false, true) => (first, second),
                (true, false) => (second, first),
                _ => return None,
            };
            Some(RoleMapping { role_arn: role.to_owned(), provider_arn: provider.to_owned() })
        };
        let roles: Option<Vec<_>> = self.aws("Role").iter().map(mapping).collect();
        let roles = roles
            .ok_or(wrong("a value must be the ARN of a role, a comma, and the ARN of the SAML provider"))?;
        if roles.is_empty() { Err(wrong("it is missing")) } else { Ok(roles) }
    }

    fn principal_tags(&self) -> Result<Vec<(String, String)>, Error> {
        let mut tags = Vec::new();
        for (name, values) in &self.attributes {
            let Some(key) = name.strip_prefix(PREFIX).and_then(|name| name.strip_prefix("PrincipalTag:"))
            else {
                continue;
            };
            let [value] = values.as_slice() else {
                return Err(Error::Attribute {
                    attribute: "PrincipalTag",
                    why: "each tag must have one value",
                });
            };
            tags.push((key.to_owned(), value.clone()));
        }
        Ok(tags)
    }
}

fn is_session_name(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
    (2..=64).contains(&text.len()) && text.bytes().all(is_allowed)
}

fn session_duration(text: &str) -> Result<Duration, Error> {
    let seconds = text.parse().ok().filter(|seconds| (900..=43200).contains(seconds));
    let why = "it must be a number of seconds from 900 to 43200";
    seconds.map(Duration::from_secs).ok_or(Error::Attribute { attribute: "SessionDuration", why })
}

/// Attribute, condition key, and whether the key has many values. Where AWS's table misprints an object identifier, the right one is here.
const DIRECTORY_ATTRIBUTES: &[(&str, &str, bool)] = &[
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "saml:edupersonaffiliation", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.2", "saml:edupersonnickname", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.3", "saml:edupersonorgdn", false),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.4", "saml:edupersonorgunitdn", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.5", "saml:edupersonprimaryaffiliation", false),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.6", "saml:edupersonprincipalname", false),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.7", "saml:edupersonentitlement", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.8", "saml:edupersonprimaryorgunitdn", false),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.9", "saml:edupersonscopedaffiliation", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.10", "saml:edupersontargetedid", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.11", "saml:edupersonassurance", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.2", "saml:eduorghomepageuri", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.3", "saml:eduorgidentityauthnpolicyuri", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.4", "saml:eduorglegalname", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.5", "saml:eduorgsuperioruri", true),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.6", "saml:eduorgwhitepagesuri", true),
    ("urn:oid:2.5.4.3", "saml:cn", true),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "saml:name", true),
    ("http://schemas.xmlsoap.org/claims/CommonName", "saml:commonName", true),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname", "saml:givenName", true),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "saml:surname", true),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "saml:mail", true),
    (
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid",
        "saml:primaryGroupSID",
        false,
    ),
    ("2.5.4.3", "saml:commonName", true),
    ("2.5.4.4", "saml:surname", true),
    ("2.5.4.42", "saml:givenName", true),
    ("2.5.4.45", "saml:x500UniqueIdentifier", false),
    ("0.9.2342.19200300.100.1.1", "saml:uid", false),
    ("0.9.2342.19200300.100.1.3", "saml:mail", true),
    ("0.9.2342.19200300.100.1.45", "saml:organizationStatus", true),
];
