//! Which requests have which condition keys, and what is known of them before a request is made.
//!
//! Source: IAM User Guide, "AWS global condition context keys" (the "Availability" of each) and "Available keys for AWS OIDC federation /
//! SAML"; where AWS and Lodge differ, what the gate does. A test there holds the table against it.

use super::{Availability, find};
use crate::Principal;

/// Whose credentials a request is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallerKind {
    /// Long-term access keys of an account's root.
    Root,
    /// A session of a root, of GetSessionToken or AssumeRoot.
    RootSession,
    /// Long-term access keys of a user.
    User,
    /// A session of a user, of GetSessionToken.
    UserSession,
    /// A session of a role.
    RoleSession,
    /// A session of GetFederationToken.
    FederatedUser,
    /// No credentials: a token or assertion of an identity provider.
    Federated,
    /// A service for itself. None calls here.
    Service,
}

/// What is known of a condition key in the requests of a caller. Ordered: the more, the less is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// No request has it.
    Never,
    /// What is stored of caller and resource says whether requests have it, and with which value.
    Known,
    /// What is stored says it, and the caller can put another value in its place: session tags replace tags of the role.
    Replaceable,
    /// Every request has it, and time, place or whoever makes it choose the value.
    Always,
    /// The request says it: who makes it chooses the value, or that there is none.
    Open,
}

use Presence::{Always as A, Known as K, Never as N, Open as O, Replaceable as R};

/// The global keys, in the order of [`CallerKind::ALL`].
#[rustfmt::skip]
const GLOBAL: &[(&str, [Presence; 8])] = &[
    //                              root     user     role  federated     service
    //                                 session  session  session     token
    ("aws:PrincipalArn",             [K, K,    K, K,    K,    K,    N,    N]),
    ("aws:PrincipalAccount",         [K, K,    K, K,    K,    K,    N,    N]),
    ("aws:PrincipalOrgID",           [K, K,    K, K,    K,    K,    K,    N]),
    ("aws:PrincipalOrgPaths",        [K, K,    K, K,    K,    K,    K,    N]),
    ("aws:PrincipalTag/",            [N, N,    K, K,    R,    R,    N,    N]),
    ("aws:PrincipalType",            [K, K,    K, K,    K,    K,    N,    N]),
    ("aws:PrincipalIsAWSService",    [K, K,    K, K,    K,    K,    N,    K]),
    ("aws:PrincipalServiceName",     [N, N,    N, N,    N,    N,    N,    K]),
    ("aws:PrincipalServiceNamesList",[N, N,    N, N,    N,    N,    N,    N]),
    // Of a role session: the role's unique id, a colon, and the name that whoever assumed the role has chosen.
    ("aws:userid",                   [K, K,    K, K,    A,    K,    O,    K]),
    ("aws:username",                 [N, N,    K, K,    N,    N,    N,    N]),
    ("aws:AssumedRoot",              [N, O,    N, N,    N,    N,    N,    N]),
    ("aws:FederatedProvider",        [N, N,    N, N,    O,    N,    K,    N]),
    ("aws:TokenIssueTime",           [N, A,    N, A,    A,    A,    N,    N]),
    // Who assumes a role shows a second factor to the call that does it, not to the session.
    ("aws:MultiFactorAuthAge",       [N, O,    O, O,    N,    N,    N,    N]),
    ("aws:MultiFactorAuthPresent",   [N, O,    O, O,    K,    K,    N,    N]),
    ("aws:SourceIdentity",           [N, O,    N, N,    O,    N,    N,    N]),
    ("aws:ChatbotSourceArn",         [N; 8]),
    // The network.
    ("aws:SourceIp",                 [A, A,    A, A,    A,    A,    A,    N]),
    ("aws:SourceVpc",                [N; 8]),
    ("aws:SourceVpcArn",             [N; 8]),
    ("aws:SourceVpce",               [N; 8]),
    ("aws:VpcSourceIp",              [N; 8]),
    ("aws:VpceAccount",              [N; 8]),
    ("aws:VpceOrgID",                [N; 8]),
    ("aws:VpceOrgPaths",             [N; 8]),
    ("aws:Ec2InstanceSourcePrivateIPv4", [N; 8]),
    ("aws:Ec2InstanceSourceVpc",     [N; 8]),
    // The resource.
    ("aws:ResourceAccount",          [K; 8]),
    ("aws:ResourceOrgID",            [K; 8]),
    ("aws:ResourceOrgPaths",         [K; 8]),
    ("aws:ResourceTag/",             [K; 8]),
    // The request.
    ("aws:CalledVia",                [N; 8]),
    ("aws:CalledViaFirst",           [N; 8]),
    ("aws:CalledViaLast",            [N; 8]),
    ("aws:ViaAWSService",            [K; 8]),
    ("aws:CurrentTime",              [A; 8]),
    ("aws:EpochTime",                [A; 8]),
    ("aws:Referer",                  [N; 8]),
    ("aws:RequestedRegion",          [A; 8]),
    ("aws:RequestTag/",              [O; 8]),
    ("aws:TagKeys",                  [O; 8]),
    ("aws:SecureTransport",          [A; 8]),
    ("aws:SourceAccount",            [N; 8]),
    ("aws:SourceArn",                [N; 8]),
    ("aws:SourceOrgID",              [N; 8]),
    ("aws:SourceOrgPaths",           [N; 8]),
    ("aws:UserAgent",                [O; 8]),
];

/// Keys of services that say what the resource is, or the caller's account. Of a resource that is to be made, the request says them.
const OF_RESOURCE: [&str; 9] = [
    "iam:ResourceTag/",
    "kms:CustomerMasterKeySpec",
    "kms:CustomerMasterKeyUsage",
    "kms:KeyOrigin",
    "kms:KeySpec",
    "kms:KeyUsage",
    "kms:MultiRegion",
    "kms:MultiRegionKeyType",
    "kms:ResourceAliases",
];

impl CallerKind {
    /// All of them, in the order of their columns.
    pub const ALL: [Self; 8] = [
        Self::Root,
        Self::RootSession,
        Self::User,
        Self::UserSession,
        Self::RoleSession,
        Self::FederatedUser,
        Self::Federated,
        Self::Service,
    ];

    /// Those that a principal can be, by the credentials that it uses.
    pub fn of(principal: &Principal) -> &'static [Self] {
        match principal {
            Principal::Root { .. } => &[Self::Root, Self::RootSession],
            Principal::User { .. } => &[Self::User, Self::UserSession],
            Principal::AssumedRole { .. } => &[Self::RoleSession],
            Principal::FederatedUser { .. } => &[Self::FederatedUser],
            Principal::Federated { .. } => &[Self::Federated],
            Principal::Service { .. } => &[Self::Service],
            Principal::Anonymous => &[],
        }
    }
}

/// What is known of a condition key in requests for `action`. `exists`: whether the resource is there, or is to be made by it.
pub fn presence(key: &str, caller: CallerKind, action: &str, exists: bool) -> Presence {
    if is_of(key, "aws") {
        return global(key, caller);
    }
    if find(key).is_none_or(|known| known.availability == Availability::Absent) {
        return if is_of_identity_provider(key) { of_identity_provider(key, caller) } else { N };
    }
    if is_of(key, "saml") {
        return of_identity_provider(key, caller);
    }
    let of_action = |service| is_of(action, service);
    let is_asked = match key.split_once(':') {
        // The XKS proxy API asks for actions of KMS.
        Some((service, _)) if service.eq_ignore_ascii_case("xks") => of_action("kms"),
        Some((service, name)) if service.eq_ignore_ascii_case("iam") => {
            of_action("iam")
                || of_action("sts")
                    && name.get(..11).is_some_and(|family| family.eq_ignore_ascii_case("ResourceTag"))
        }
        Some((service, _)) => of_action(service),
        None => false,
    };
    let in_family = |name: &str| match name.strip_suffix('/') {
        Some(_) => key.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)),
        None => key.eq_ignore_ascii_case(name),
    };
    match is_asked {
        false => N,
        true if key.eq_ignore_ascii_case("kms:CallerAccount") => K,
        true if exists && OF_RESOURCE.into_iter().any(in_family) => K,
        true => O,
    }
}

/// Claims of tokens have keys that begin with their issuer: `idp.example.com/tenant:sub`.
pub(crate) fn is_of_identity_provider(key: &str) -> bool {
    key.rsplit_once(':').is_some_and(|(issuer, _)| issuer.contains('.'))
}

fn global(key: &str, caller: CallerKind) -> Presence {
    let Some(known) = find(key) else { return N };
    let row = GLOBAL.iter().find(|(name, _)| *name == known.name);
    let column = CallerKind::ALL.iter().position(|kind| *kind == caller);
    row.zip(column).and_then(|((_, row), column)| row.get(column).copied()).unwrap_or(N)
}

/// A session keeps who its user is to the provider, and nothing else of the token.
fn of_identity_provider(key: &str, caller: CallerKind) -> Presence {
    const KEPT: [&str; 4] = ["sub", "aud", "namequalifier", "sub_type"];
    let claim = key.rsplit_once(':').map_or("", |(_, claim)| claim);
    let is_kept =
        KEPT.iter().any(|kept| kept.eq_ignore_ascii_case(claim)) && !key.eq_ignore_ascii_case("saml:aud");
    match caller {
        CallerKind::Federated => O,
        CallerKind::RoleSession if is_kept => O,
        _ => N,
    }
}

fn is_of(name: &str, service: &str) -> bool {
    name.split_once(':').is_some_and(|(before, _)| before.eq_ignore_ascii_case(service))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::keys::KEYS;

    #[test]
    fn every_global_key_has_a_row_and_no_other_key() {
        let rows: BTreeSet<&str> = GLOBAL.iter().map(|(name, _)| *name).collect();
        let known: BTreeSet<&str> =
            KEYS.iter().map(|key| key.name).filter(|name| name.starts_with("aws:")).collect();
        assert_eq!(rows, known);
        assert_eq!(rows.len(), GLOBAL.len());
        assert!(OF_RESOURCE.iter().all(|name| KEYS.iter().any(|key| key.name == *name)));
    }

    #[test]
    fn what_no_request_here_has_is_never_there() {
        for (name, row) in GLOBAL.iter().filter(|(name, _)| *name != "aws:PrincipalServiceName") {
            let absent =
                find(&format!("{name}x")).or(find(name)).unwrap().availability == Availability::Absent;
            assert_eq!(absent, *row == [N; 8], "{name}");
        }
    }

    #[test]
    fn keys_by_caller_action_and_resource() {
        use CallerKind::{Federated, RoleSession, Root, User, UserSession};
        for (key, caller, action, exists, expected) in [
            ("AWS:username", User, "kms:Encrypt", true, K),
            ("aws:username", RoleSession, "kms:Encrypt", true, N),
            ("aws:PrincipalTag/team", RoleSession, "kms:Encrypt", true, R),
            ("aws:PrincipalTag/team", UserSession, "kms:Encrypt", true, K),
            ("aws:MultiFactorAuthPresent", Root, "kms:Encrypt", true, N),
            ("aws:Nonsense", User, "kms:Encrypt", true, N),
            ("kms:RequestAlias", User, "KMS:Encrypt", true, O),
            ("kms:RequestAlias", User, "sts:AssumeRole", true, N),
            ("kms:ResourceAliases", User, "kms:Encrypt", true, K),
            ("kms:KeySpec", User, "kms:CreateKey", false, O),
            ("kms:ViaService", User, "kms:Encrypt", true, N),
            ("kms:Nonsense", User, "kms:Encrypt", true, N),
            ("iam:ResourceTag/team", User, "sts:AssumeRole", true, K),
            ("iam:PassedToService", User, "sts:AssumeRole", true, N),
            ("xks:KmsKeyArn", User, "kms:Decrypt", true, O),
            ("saml:sub", RoleSession, "kms:Encrypt", true, O),
            ("saml:cn", RoleSession, "kms:Encrypt", true, N),
            ("saml:cn", Federated, "sts:AssumeRoleWithSAML", true, O),
            ("idp.example.com/a:email", Federated, "sts:AssumeRoleWithWebIdentity", true, O),
            ("idp.example.com/a:email", RoleSession, "kms:Encrypt", true, N),
            ("idp.example.com/a:sub", RoleSession, "kms:Encrypt", true, O),
            ("idp.example.com/a:sub", User, "kms:Encrypt", true, N),
        ] {
            assert_eq!(presence(key, caller, action, exists), expected, "{key} of {caller:?} in {action}");
        }
    }
}
