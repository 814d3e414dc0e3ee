//! The tables of `docs/iam.md`, made from the operations that there are. Run with `UPDATE_SNAPSHOT=1` to write them.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use crate::support::*;

const BEGIN: &str =
    "<!-- The tables from here on are written by a test: crates/iam/tests/world/page.rs. -->\n";

#[tokio::test]
async fn the_page_names_the_operations_that_there_are() {
    let world = World::new().await;
    let there: BTreeSet<(&str, &str)> = iam::endpoints(&world.iam)
        .iter()
        .map(|endpoint| (endpoint.schema().service.id, endpoint.schema().name))
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/iam.md");
    let found = std::fs::read_to_string(&path).unwrap();
    let (text, tables) = found.split_once(BEGIN).unwrap();
    let current = tables_of(&there);
    if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
        std::fs::write(&path, format!("{text}{BEGIN}{current}")).unwrap();
        return;
    }
    assert!(
        tables == current,
        "docs/iam.md is not current: run UPDATE_SNAPSHOT=1 cargo nextest run -p iam the_page_names"
    );
}

fn tables_of(there: &BTreeSet<(&str, &str)>) -> String {
    let mut text = String::new();
    for (service, title) in SERVICES {
        let names = there.iter().filter(|(id, _)| id == service).map(|(_, name)| *name);
        let mut rows: BTreeSet<(&str, &str)> = names.map(|name| (name, "there")).collect();
        let absent = ABSENT.iter().filter(|(id, _, _)| id == service);
        rows.extend(absent.flat_map(|(_, why, names)| names.iter().map(|name| (*name, *why))));
        write!(text, "\n### {title}\n\n| operation | |\n| --- | --- |\n").unwrap();
        for (name, what) in rows {
            writeln!(text, "| {name} | {what} |").unwrap();
        }
    }
    text
}

const SERVICES: &[(&str, &str)] = &[("iam", "IAM"), ("sts", "STS"), ("organizations", "Organizations")];

const DELEGATION: &str =
    "not: requests of products for temporary rights, which a person grants in AWS's console";
const HANDSHAKE: &str =
    "not: accounts of one Lodge are all in its organization, and nobody invites or leaves";
const DELEGATED: &str = "not: the management account alone administers, and no service of Lodge acts for an organization in a member account";
const TRUSTED: &str = "not: no service of Lodge acts in the accounts of an organization by itself";
const BILLING: &str = "not: Lodge has no bills";
const PREFERENCES: &str = "not: Lodge has no second form of tokens, and no properties of accounts";

/// The other operations of AWS's descriptions, and why they are not there. `tests/clients/test_iam_page.py` sees to it that none is left out.
const ABSENT: &[(&str, &str, &[&str])] = &[
    (
        "iam",
        DELEGATION,
        &[
            "AcceptDelegationRequest",
            "AcquireRole",
            "AssociateDelegationRequest",
            "CreateDelegationRequest",
            "GetDelegationRequest",
            "GetHumanReadableSummary",
            "GetRoleTemplateVersion",
            "ListDelegationRequests",
            "RejectDelegationRequest",
            "SendDelegationToken",
            "UpdateDelegationRequest",
        ],
    ),
    ("sts", DELEGATION, &["GetDelegatedAccessToken"]),
    (
        "iam",
        PREFERENCES,
        &["GetAccountProperties", "PutAccountProperties", "SetSecurityTokenServicePreferences"],
    ),
    (
        "organizations",
        HANDSHAKE,
        &[
            "AcceptHandshake",
            "CancelHandshake",
            "DeclineHandshake",
            "DescribeHandshake",
            "EnableAllFeatures",
            "InviteAccountToOrganization",
            "LeaveOrganization",
            "ListHandshakesForAccount",
            "ListHandshakesForOrganization",
        ],
    ),
    (
        "organizations",
        DELEGATED,
        &[
            "DeleteResourcePolicy",
            "DeregisterDelegatedAdministrator",
            "DescribeResourcePolicy",
            "ListDelegatedAdministrators",
            "ListDelegatedServicesForAccount",
            "PutResourcePolicy",
            "RegisterDelegatedAdministrator",
        ],
    ),
    (
        "organizations",
        TRUSTED,
        &["DisableAWSServiceAccess", "EnableAWSServiceAccess", "ListAWSServiceAccessForOrganization"],
    ),
    (
        "organizations",
        BILLING,
        &[
            "CreateGovCloudAccount",
            "DescribeResponsibilityTransfer",
            "InviteOrganizationToTransferResponsibility",
            "ListInboundResponsibilityTransfers",
            "ListOutboundResponsibilityTransfers",
            "TerminateResponsibilityTransfer",
            "UpdateResponsibilityTransfer",
        ],
    ),
    (
        "organizations",
        "not: these are about policies that pass values on, such as tag policies, which Lodge has none of",
        &[
            "DescribeEffectivePolicy",
            "ListAccountsWithInvalidEffectivePolicy",
            "ListEffectivePolicyValidationErrors",
        ],
    ),
];
