//! The condition keys of the services that Lodge has, with the type of their values, and whether requests here have them.
//!
//! Sources: IAM User Guide, "AWS global condition context keys" and "Available keys for AWS STS / IAM"; KMS Developer Guide,
//! "Condition keys for AWS KMS". The evaluation does not need this table: any key may stand in a policy. It serves to check
//! input and to warn of set operators on single-valued keys.

mod presence;

pub(crate) use presence::is_of_identity_provider;
pub use presence::{CallerKind, Presence, presence};

/// What a condition key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConditionKey {
    /// The name. One that ends in `/` or `:` stands for all that begin so: `aws:PrincipalTag/`, `kms:EncryptionContext:`.
    pub name: &'static str,
    /// The type of each value.
    pub value_type: ValueType,
    /// Whether a request can have several values. Policies compare such keys under `ForAllValues` or `ForAnyValue`.
    pub multivalued: bool,
    /// Whether requests here have it.
    pub availability: Availability,
}

/// Whether requests have a condition key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// Some of them.
    Here,
    /// Some of them; the key has this new name.
    Deprecated(&'static str),
    /// In AWS some of them do. Here none does: there are no calls through other services, and no private networks.
    Absent,
}

/// The types of condition values, which are also the families of operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// `String...` operators.
    String,
    /// `Numeric...` operators.
    Numeric,
    /// `Date...` operators.
    Date,
    /// `Bool`.
    Bool,
    /// `IpAddress`, `NotIpAddress`.
    IpAddress,
    /// `Arn...` operators.
    Arn,
}

/// The key with this name, in any case.
pub fn find(name: &str) -> Option<&'static ConditionKey> {
    KEYS.iter().find(|key| {
        if key.name.ends_with(['/', ':']) {
            name.len() > key.name.len()
                && name.get(..key.name.len()).is_some_and(|start| start.eq_ignore_ascii_case(key.name))
        } else {
            key.name.eq_ignore_ascii_case(name)
        }
    })
}

const fn one(name: &'static str, value_type: ValueType) -> ConditionKey {
    ConditionKey { name, value_type, multivalued: false, availability: Availability::Here }
}

const fn many(name: &'static str, value_type: ValueType) -> ConditionKey {
    ConditionKey { name, value_type, multivalued: true, availability: Availability::Here }
}

impl ConditionKey {
    const fn absent(self) -> Self {
        Self { availability: Availability::Absent, ..self }
    }

    const fn now_called(self, new: &'static str) -> Self {
        Self { availability: Availability::Deprecated(new), ..self }
    }
}

use ValueType::{Arn, Bool, Date, IpAddress, Numeric, String};

/// All known keys, by service.
pub const KEYS: &[ConditionKey] = &[
    // The caller.
    one("aws:PrincipalArn", Arn),
    one("aws:PrincipalAccount", String),
    one("aws:PrincipalOrgID", String),
    many("aws:PrincipalOrgPaths", String),
    one("aws:PrincipalTag/", String),
    one("aws:PrincipalType", String),
    one("aws:PrincipalIsAWSService", Bool),
    one("aws:PrincipalServiceName", String).absent(),
    many("aws:PrincipalServiceNamesList", String).absent(),
    one("aws:userid", String),
    one("aws:username", String),
    // The session.
    one("aws:AssumedRoot", Bool),
    one("aws:FederatedProvider", Arn),
    one("aws:TokenIssueTime", Date),
    one("aws:MultiFactorAuthAge", Numeric),
    one("aws:MultiFactorAuthPresent", Bool),
    one("aws:ChatbotSourceArn", Arn).absent(),
    one("aws:SourceIdentity", String),
    // The network.
    one("aws:SourceIp", IpAddress),
    one("aws:SourceVpc", String).absent(),
    one("aws:SourceVpcArn", Arn).absent(),
    one("aws:SourceVpce", String).absent(),
    one("aws:VpcSourceIp", IpAddress).absent(),
    one("aws:VpceAccount", String).absent(),
    one("aws:VpceOrgID", String).absent(),
    many("aws:VpceOrgPaths", String).absent(),
    one("aws:Ec2InstanceSourcePrivateIPv4", IpAddress).absent(),
    one("aws:Ec2InstanceSourceVpc", String).absent(),
    // The resource.
    one("aws:ResourceAccount", String),
    one("aws:ResourceOrgID", String),
    many("aws:ResourceOrgPaths", String),
    one("aws:ResourceTag/", String),
    // The request.
    many("aws:CalledVia", String).absent(),
    one("aws:CalledViaFirst", String).absent(),
    one("aws:CalledViaLast", String).absent(),
    one("aws:ViaAWSService", Bool),
    one("aws:CurrentTime", Date),
    one("aws:EpochTime", Date),
    one("aws:Referer", String).absent(),
    one("aws:RequestedRegion", String),
    one("aws:RequestTag/", String),
    many("aws:TagKeys", String),
    one("aws:SecureTransport", Bool),
    one("aws:SourceAccount", String).absent(),
    one("aws:SourceArn", Arn).absent(),
    one("aws:SourceOrgID", String).absent(),
    many("aws:SourceOrgPaths", String).absent(),
    one("aws:UserAgent", String),
    // KMS.
    one("kms:BypassPolicyLockoutSafetyCheck", Bool),
    one("kms:CallerAccount", String),
    one("kms:CustomerMasterKeySpec", String).now_called("kms:KeySpec"),
    one("kms:CustomerMasterKeyUsage", String).now_called("kms:KeyUsage"),
    one("kms:DataKeyPairSpec", String),
    one("kms:EncryptionAlgorithm", String),
    one("kms:EncryptionContext:", String),
    many("kms:EncryptionContextKeys", String),
    one("kms:ExpirationModel", String),
    one("kms:GrantConstraintSourceArn", Arn),
    one("kms:GrantConstraintType", String),
    one("kms:GrantIsForAWSResource", Bool),
    many("kms:GrantOperations", String),
    one("kms:GranteePrincipal", String),
    one("kms:GranteeServicePrincipal", String),
    one("kms:KeyAgreementAlgorithm", String),
    one("kms:KeyOrigin", String),
    one("kms:KeySpec", String),
    one("kms:KeyUsage", String),
    one("kms:MacAlgorithm", String),
    one("kms:MessageType", String),
    one("kms:MultiRegion", Bool),
    one("kms:MultiRegionKeyType", String),
    one("kms:PrimaryRegion", String),
    one("kms:ReEncryptOnSameKey", Bool),
    one("kms:RecipientAttestation:", String),
    one("kms:ReplicaRegion", String),
    one("kms:RequestAlias", String),
    many("kms:ResourceAliases", String),
    one("kms:RetiringPrincipal", String),
    one("kms:RotationPeriodInDays", Numeric),
    one("kms:ScheduleKeyDeletionPendingWindowInDays", Numeric),
    one("kms:SigningAlgorithm", String),
    one("kms:ValidTo", Date),
    one("kms:ViaService", String).absent(),
    one("kms:WrappingAlgorithm", String),
    one("kms:WrappingKeySpec", String),
    // STS.
    one("sts:AWSServiceName", String).absent(),
    one("sts:DurationSeconds", Numeric),
    one("sts:ExternalId", String),
    many("sts:IdentityTokenAudience", String),
    one("sts:RequestContext/", String).absent(),
    many("sts:RequestContextProviders", Arn).absent(),
    one("sts:RoleSessionName", String),
    one("sts:SigningAlgorithm", String),
    one("sts:SourceIdentity", String),
    one("sts:TaskPolicyArn", Arn),
    many("sts:TransitiveTagKeys", String),
    one("saml:aud", String),
    one("saml:doc", String),
    many("saml:cn", String),
    many("saml:commonName", String),
    many("saml:eduorghomepageuri", String),
    many("saml:eduorgidentityauthnpolicyuri", String),
    many("saml:eduorglegalname", String),
    many("saml:eduorgsuperioruri", String),
    many("saml:eduorgwhitepagesuri", String),
    many("saml:edupersonaffiliation", String),
    many("saml:edupersonassurance", String),
    many("saml:edupersonentitlement", String),
    many("saml:edupersonnickname", String),
    one("saml:edupersonorgdn", String),
    many("saml:edupersonorgunitdn", String),
    one("saml:edupersonprimaryaffiliation", String),
    one("saml:edupersonprimaryorgunitdn", String),
    one("saml:edupersonprincipalname", String),
    many("saml:edupersonscopedaffiliation", String),
    many("saml:edupersontargetedid", String),
    many("saml:givenName", String),
    many("saml:mail", String),
    many("saml:name", String),
    many("saml:organizationStatus", String),
    one("saml:primaryGroupSID", String),
    many("saml:surname", String),
    one("saml:uid", String),
    one("saml:x500UniqueIdentifier", String),
    one("saml:iss", String),
    one("saml:sub", String),
    one("saml:sub_type", String),
    one("saml:namequalifier", String),
    // The XKS proxy API: Lodge's own, from the request's metadata. Whom the other key management service acted for, as it says.
    one("xks:AwsPrincipalArn", String),
    one("xks:AwsSourceVpc", String),
    one("xks:AwsSourceVpce", String),
    one("xks:KmsKeyArn", Arn),
    one("xks:KmsOperation", String),
    one("xks:KmsViaService", String),
    // IAM.
    one("iam:AWSServiceName", String),
    one("iam:AssociatedResourceArn", Arn).absent(),
    one("iam:FIDO-certification", String).absent(),
    one("iam:FIDO-FIPS-140-2-certification", String).absent(),
    one("iam:FIDO-FIPS-140-3-certification", String).absent(),
    one("iam:OrganizationsPolicyId", String),
    one("iam:PassedToService", String),
    one("iam:PermissionsBoundary", Arn),
    one("iam:PolicyARN", Arn),
    one("iam:RegisterSecurityKey", String).absent(),
    one("iam:ResourceTag/", String),
    one("iam:ServiceSpecificCredentialAgeDays", Numeric).absent(),
    one("iam:ServiceSpecificCredentialServiceName", String),
    // Organizations.
    one("organizations:PolicyType", String),
    one("organizations:ServicePrincipal", String).absent(),
    // The tenants API: Lodge's own, where the key of a new tenant is to be.
    one("tenants:KeyStoreId", String),
    one("tenants:Origin", String),
    one("tenants:XksKeyId", String),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_any_case_and_by_family() {
        assert_eq!(find("AWS:sourceip").unwrap().value_type, ValueType::IpAddress);
        assert!(find("kms:ResourceAliases").unwrap().multivalued);
        assert_eq!(find("kms:EncryptionContext:tenant").unwrap().name, "kms:EncryptionContext:");
        assert_eq!(find("aws:PrincipalTag/team").unwrap().name, "aws:PrincipalTag/");
        assert_eq!(find("aws:PrincipalTag/"), None);
        assert_eq!(find("kms:EncryptionContextKeys").unwrap().name, "kms:EncryptionContextKeys");
        assert_eq!(find("aws:Nothing"), None);
    }

    #[test]
    fn no_key_is_listed_twice() {
        let mut names: Vec<_> = KEYS.iter().map(|key| key.name.to_ascii_lowercase()).collect();
        names.sort();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
