use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};

use crate::limits::{ADDITIONAL, ARN, NAME};
use crate::{Document, Text, text_form};

/// Who called. Source: CloudTrail User Guide, "CloudTrail userIdentity element".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserIdentity {
    /// What kind of caller.
    #[serde(rename = "type")]
    pub identity_type: IdentityType,
    /// The caller's unique id; for a session `ROLE-ID:SESSION-NAME`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal_id: Option<Text<NAME>>,
    /// The caller's ARN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arn: Option<Text<ARN>>,
    /// The account that owns the caller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    /// The access key that signed the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_key_id: Option<Text<NAME>>,
    /// The friendly name, where the caller has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<Text<NAME>>,
    /// Where temporary credentials came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_context: Option<SessionContext>,
    /// The service that called on behalf of someone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoked_by: Option<Text<NAME>>,
    /// The identity provider, for `SAMLUser` and `WebIdentityUser`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity_provider: Option<Text<ARN>>,
}

impl UserIdentity {
    /// An identity of which only the kind is known.
    pub fn new(identity_type: IdentityType) -> Self {
        Self {
            identity_type,
            principal_id: None,
            arn: None,
            account_id: None,
            access_key_id: None,
            user_name: None,
            session_context: None,
            invoked_by: None,
            identity_provider: None,
        }
    }

    /// A caller who could not be told: a request without a signature, or with one that does not verify.
    pub fn unknown() -> Self {
        Self::new(IdentityType::Unknown)
    }
}

/// `userIdentity.type`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum IdentityType {
    /// The account's root user.
    Root,
    /// An IAM user.
    #[serde(rename = "IAMUser")]
    IamUser,
    /// A session of a role.
    AssumedRole,
    /// A role itself, without a session.
    Role,
    /// A session from GetFederationToken.
    FederatedUser,
    /// A user of a directory service.
    Directory,
    /// Another account.
    #[serde(rename = "AWSAccount")]
    AwsAccount,
    /// A service.
    #[serde(rename = "AWSService")]
    AwsService,
    /// A user of the identity centre.
    IdentityCenterUser,
    /// The caller of AssumeRoleWithSAML.
    #[serde(rename = "SAMLUser")]
    SamlUser,
    /// The caller of AssumeRoleWithWebIdentity.
    WebIdentityUser,
    /// Not known.
    Unknown,
    /// A kind that this version does not know, as read.
    #[serde(untagged)]
    Other(Text<NAME>),
}

/// `userIdentity.sessionContext`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionContext {
    /// The role or user that issued the session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_issuer: Option<SessionIssuer>,
    /// The web identity behind the session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web_id_federation_data: Option<WebIdFederationData>,
    /// When the session began, and whether with MFA.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<SessionAttributes>,
    /// The source identity set at the first AssumeRole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_identity: Option<Text<NAME>>,
    /// Whether AssumeRoot made the session.
    #[serde(default, with = "text_form::truth_if_any", skip_serializing_if = "Option::is_none")]
    pub assumed_root: Option<bool>,
}

/// `sessionContext.sessionIssuer`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionIssuer {
    /// `Role`, `Root` or `IAMUser`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub issuer_type: Option<IdentityType>,
    /// The issuer's unique id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal_id: Option<Text<NAME>>,
    /// The issuer's ARN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arn: Option<Text<ARN>>,
    /// The account that owns the issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    /// The issuer's friendly name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<Text<NAME>>,
}

/// `sessionContext.webIdFederationData`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WebIdFederationData {
    /// The identity provider: an issuer's host, or the provider's ARN.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub federated_provider: Option<Text<ARN>>,
    /// What the provider said about the user, such as its audience.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Document<ADDITIONAL>>,
}

/// `sessionContext.attributes`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionAttributes {
    /// When the session's credentials were issued; whole seconds.
    #[serde(with = "text_form::seconds")]
    pub creation_date: Timestamp,
    /// Whether the issuer had proved a second factor. CloudTrail writes it as a text.
    #[serde(with = "text_form::truth")]
    pub mfa_authenticated: bool,
}
