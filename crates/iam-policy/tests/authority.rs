//! Who needs whose allow: one test for each rule of the evaluation logic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use iam_policy::Outcome::{Allow, ExplicitDeny, ImplicitDeny};
use iam_policy::{Authority, Finding, Naming, PolicyType, Principal};
use support::*;

const ROLE: &str = "arn:aws:iam::111122223333:role/team/App";
const SESSION: &str = "arn:aws:sts::111122223333:assumed-role/App/s1";
const USER: &str = "arn:aws:iam::111122223333:user/ann";
const FEDERATED: &str = "arn:aws:sts::111122223333:federated-user/fed";
const ROOT: &str = "arn:aws:iam::111122223333:root";

#[test]
fn nothing_allows_by_itself() {
    let question = Question::of(user(HOME));
    assert_eq!(question.outcome(), ImplicitDeny);
    assert_eq!(question.because(), "because no identity-based policy allows the kms:Encrypt action");
}

#[test]
fn same_account_an_identity_or_a_resource_policy_suffices() {
    assert_eq!(Question::of(user(HOME)).identity(ALLOW_ALL).outcome(), Allow);
    assert_eq!(Question::of(user(HOME)).resource_policy(&names(USER)).outcome(), Allow);
}

#[test]
fn explicit_deny_anywhere_wins() {
    let allowed = || {
        let everyone = resource_policy("Allow", "\"*\"");
        Question::of(session(HOME)).identity(ALLOW_ALL).resource_policy(&everyone)
    };
    assert_eq!(allowed().outcome(), Allow);
    for (question, because) in [
        (allowed().identity(DENY_ALL), "with an explicit deny in an identity-based policy"),
        (allowed().boundary(DENY_ALL), "with an explicit deny in a permissions boundary"),
        (allowed().session_policy(DENY_ALL), "with an explicit deny in a session policy"),
        (
            allowed().resource_policy(&resource_policy("Deny", "\"*\"")),
            "with an explicit deny in a resource-based policy",
        ),
        (allowed().service_control(DENY_ALL), "with an explicit deny in a service control policy"),
        (allowed().resource_control(DENY_ALL), "with an explicit deny in a resource control policy"),
    ] {
        let decision = question.decide();
        assert_eq!((decision.outcome, decision.because().as_str()), (ExplicitDeny, because));
    }
    let trust = allowed().authority(Authority::Trust).resource_policy(&resource_policy("Deny", "\"*\""));
    assert_eq!(trust.because(), "with an explicit deny in the role trust policy");
}

#[test]
fn a_role_arn_in_a_resource_policy_is_limited_by_boundary_and_session_policy() {
    let question = || Question::of(session(HOME)).resource_policy(&names(ROLE));
    assert_eq!(question().outcome(), Allow);
    assert_eq!(question().boundary(ALLOW_ALL).session_policy(ALLOW_ALL).outcome(), Allow);
    let bounded = question().boundary(ALLOW_OTHER);
    assert_eq!(bounded.because(), "because no permissions boundary allows the kms:Encrypt action");
    let limited = question().session_policy(ALLOW_OTHER);
    assert_eq!(limited.because(), "because no session policy allows the kms:Encrypt action");
}

#[test]
fn a_session_arn_in_a_resource_policy_is_not_limited() {
    let question = Question::of(session(HOME)).resource_policy(&names(SESSION));
    assert_eq!(question.boundary(ALLOW_OTHER).session_policy(ALLOW_OTHER).outcome(), Allow);
}

#[test]
fn a_user_arn_in_a_resource_policy_is_not_limited_by_the_boundary() {
    assert_eq!(Question::of(user(HOME)).resource_policy(&names(USER)).boundary(ALLOW_OTHER).outcome(), Allow);
}

#[test]
fn a_federated_users_session_arn_is_not_limited_but_its_users_arn_is() {
    let question =
        |arn| Question::of(federated_user(HOME)).resource_policy(&names(arn)).session_policy(ALLOW_OTHER);
    assert_eq!(question(FEDERATED).outcome(), Allow);
    assert_eq!(question(USER).outcome(), ImplicitDeny);
}

#[test]
fn a_federated_user_without_session_policies_has_what_names_it_alone() {
    let question = || Question::of(federated_user(HOME)).identity(ALLOW_ALL);
    assert_eq!(question().because(), "because no session policy allows the kms:Encrypt action");
    for delegating in [USER, ROOT] {
        assert_eq!(question().resource_policy(&names(delegating)).outcome(), ImplicitDeny);
    }
    assert_eq!(question().resource_policy(&names(FEDERATED)).outcome(), Allow);
    // Both must allow: the user's policies, and what was passed.
    assert_eq!(question().session_policy(ALLOW_ALL).outcome(), Allow);
    assert_eq!(question().session_policy(ALLOW_OTHER).outcome(), ImplicitDeny);
    let without = Question::of(federated_user(HOME)).session_policy(ALLOW_ALL);
    assert_eq!(without.because(), "because no identity-based policy allows the kms:Encrypt action");
}

#[test]
fn a_federated_user_of_the_root_needs_session_policies_alone() {
    let of_root = || {
        Question::of(Principal::FederatedUser {
            account: account(HOME),
            user_arn: ROOT.parse().unwrap(),
            session_arn: FEDERATED.parse().unwrap(),
        })
    };
    assert_eq!(of_root().session_policy(ALLOW_ALL).outcome(), Allow);
    assert_eq!(of_root().session_policy(ALLOW_OTHER).outcome(), ImplicitDeny);
    assert_eq!(of_root().outcome(), ImplicitDeny);
    // A key that leaves the decision to its account does not allow this caller by itself.
    let key = || of_root().authority(Authority::KeyPolicy).resource_policy(&names(ROOT));
    assert_eq!(key().outcome(), ImplicitDeny);
    assert_eq!(key().session_policy(ALLOW_ALL).outcome(), Allow);
    assert_eq!(of_root().authority(Authority::KeyPolicy).session_policy(ALLOW_ALL).outcome(), ImplicitDeny);
}

#[test]
fn what_was_passed_for_a_session_of_the_root_limits_it_whoever_is_named() {
    for named in [ROOT, HOME, "*"] {
        for authority in [Authority::KeyPolicy, Authority::Standard] {
            let question = || Question::of(root(HOME)).authority(authority).resource_policy(&names(named));
            assert_eq!(question().outcome(), Allow);
            assert_eq!(question().session_policy(ALLOW_ALL).outcome(), Allow);
            assert_eq!(
                question().session_policy(ALLOW_OTHER).because(),
                "because no session policy allows the kms:Encrypt action"
            );
        }
    }
    let granted = Question::of(root(OTHER)).authority(Authority::KeyPolicy);
    let granted = granted.grant(&format!("arn:aws:iam::{OTHER}:root"));
    assert_eq!(granted.session_policy(ALLOW_OTHER).outcome(), ImplicitDeny);
}

#[test]
fn everyone_in_a_resource_policy_is_a_direct_allow() {
    for everyone in ["\"*\"", r#"{"AWS":"*"}"#] {
        let policy = resource_policy("Allow", everyone);
        let question = Question::of(session(HOME)).authority(Authority::KeyPolicy).resource_policy(&policy);
        assert_eq!(question.boundary(ALLOW_OTHER).session_policy(ALLOW_OTHER).outcome(), Allow);
        assert_eq!(Question::of(Principal::Anonymous).resource_policy(&policy).outcome(), Allow);
    }
}

#[test]
fn the_account_in_a_resource_policy_is_a_delegation_and_not_everyone() {
    for named in [ROOT, HOME] {
        for authority in [Authority::KeyPolicy, Authority::Trust, Authority::Standard] {
            let question = || Question::of(user(HOME)).authority(authority).resource_policy(&names(named));
            assert_eq!(
                question().because(),
                "because no identity-based policy allows the kms:Encrypt action"
            );
            assert_eq!(question().identity(ALLOW_ALL).outcome(), Allow);
            assert_eq!(question().identity(ALLOW_ALL).boundary(ALLOW_OTHER).outcome(), ImplicitDeny);
        }
        assert_eq!(Question::of(Principal::Anonymous).resource_policy(&names(named)).outcome(), ImplicitDeny);
    }
}

#[test]
fn key_policy_without_delegation_makes_an_identity_allow_worthless() {
    let question = || Question::of(user(HOME)).authority(Authority::KeyPolicy).identity(ALLOW_ALL);
    for question in [question(), question().resource_policy(&names("arn:aws:iam::111122223333:user/bob"))] {
        assert_eq!(question.because(), "because no resource-based policy allows the kms:Encrypt action");
    }
}

#[test]
fn key_policy_delegation_that_is_conditional_or_for_other_actions_does_not_count() {
    let question = |statement: &str| {
        let policy = format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":"{ROOT}"}},"Resource":"*",{statement}}}]}}"#
        );
        Question::of(user(HOME))
            .authority(Authority::KeyPolicy)
            .identity(ALLOW_ALL)
            .resource_policy(&policy)
            .outcome()
    };
    assert_eq!(question(r#""Action":"kms:Encrypt""#), Allow);
    assert_eq!(question(r#""Action":"kms:Decrypt""#), ImplicitDeny);
    assert_eq!(
        question(r#""Action":"kms:*","Condition":{"StringEquals":{"kms:ViaService":"s3"}}"#),
        ImplicitDeny
    );
}

#[test]
fn of_several_statements_that_allow_the_one_that_reaches_furthest_counts() {
    let statement = |arn| {
        format!(r#"{{"Effect":"Allow","Principal":{{"AWS":"{arn}"}},"Action":"kms:*","Resource":"*"}}"#)
    };
    for order in [[ROOT, ROLE, SESSION], [SESSION, ROLE, ROOT], [ROLE, SESSION, ROOT]] {
        let statements = order.map(statement).join(",");
        let policy = format!(r#"{{"Version":"2012-10-17","Statement":[{statements}]}}"#);
        let question = Question::of(session(HOME)).authority(Authority::KeyPolicy).resource_policy(&policy);
        assert_eq!(question.session_policy(ALLOW_OTHER).outcome(), Allow, "{order:?}");
    }
}

#[test]
fn an_identity_deny_counts_against_a_direct_key_policy_allow() {
    let question = Question::of(user(HOME)).authority(Authority::KeyPolicy).resource_policy(&names(USER));
    assert_eq!(question.identity(DENY_ALL).outcome(), ExplicitDeny);
}

#[test]
fn the_owning_accounts_root_is_named_directly_by_its_root_arn() {
    let question = || Question::of(root(HOME)).authority(Authority::KeyPolicy);
    assert_eq!(question().resource_policy(&names(ROOT)).outcome(), Allow);
    assert_eq!(question().resource_policy(&names(HOME)).outcome(), Allow);
    assert_eq!(
        question().resource_policy(&names(USER)).outcome(),
        ImplicitDeny,
        "even the root needs the key policy"
    );
    assert_eq!(Question::of(root(HOME)).outcome(), Allow, "other resources belong to the root");
}

#[test]
fn cross_account_both_sides_must_allow() {
    let names_user = names("arn:aws:iam::444455556666:user/ann");
    for authority in [Authority::Standard, Authority::KeyPolicy, Authority::Trust] {
        for policy in
            [names_user.as_str(), &names("arn:aws:iam::444455556666:root"), &names(OTHER), &names("*")]
        {
            let question = || Question::of(user(OTHER)).authority(authority).resource_policy(policy);
            assert_eq!(question().identity(ALLOW_ALL).outcome(), Allow);
            assert_eq!(
                question().because(),
                "because no identity-based policy allows the kms:Encrypt action"
            );
            assert_eq!(question().identity(ALLOW_ALL).boundary(ALLOW_OTHER).outcome(), ImplicitDeny);
        }
        let alone = Question::of(user(OTHER)).authority(authority).identity(ALLOW_ALL);
        assert_eq!(alone.outcome(), ImplicitDeny);
        let home_only =
            Question::of(user(OTHER)).authority(authority).identity(ALLOW_ALL).resource_policy(&names(ROOT));
        assert_eq!(home_only.outcome(), ImplicitDeny);
    }
}

#[test]
fn cross_account_a_session_arn_is_still_limited_by_its_own_side() {
    let policy = names("arn:aws:sts::444455556666:assumed-role/App/s1");
    let question = || Question::of(session(OTHER)).resource_policy(&policy).identity(ALLOW_ALL);
    assert_eq!(question().outcome(), Allow);
    assert_eq!(question().session_policy(ALLOW_OTHER).outcome(), ImplicitDeny);
    assert_eq!(question().boundary(ALLOW_OTHER).outcome(), ImplicitDeny);
}

#[test]
fn cross_account_the_trusted_accounts_root_acts_for_its_account() {
    assert_eq!(Question::of(root(OTHER)).resource_policy(&names(OTHER)).outcome(), Allow);
    assert_eq!(Question::of(root(OTHER)).outcome(), ImplicitDeny);
}

#[test]
fn trust_is_always_required() {
    let question = || Question::of(user(HOME)).authority(Authority::Trust).identity(ALLOW_ALL);
    assert_eq!(question().because(), "because no role trust policy allows the kms:Encrypt action");
    assert_eq!(
        Question::of(user(HOME)).authority(Authority::Trust).resource_policy(&names(USER)).outcome(),
        Allow
    );
}

#[test]
fn trust_of_an_identity_provider() {
    let provider = "arn:aws:iam::111122223333:oidc-provider/idp.example.com";
    let policy = resource_policy("Allow", &format!(r#"{{"Federated":"{provider}"}}"#));
    let caller = |provider: &str| Principal::Federated { provider: provider.to_owned() };
    let question = |caller| Question::of(caller).authority(Authority::Trust).resource_policy(&policy);
    assert_eq!(question(caller(provider)).outcome(), Allow);
    assert_eq!(
        question(caller("arn:aws:iam::111122223333:oidc-provider/other.example.com")).outcome(),
        ImplicitDeny
    );
    assert_eq!(question(user(HOME)).outcome(), ImplicitDeny);
}

#[test]
fn a_service_is_named_as_service() {
    let policy = resource_policy("Allow", r#"{"Service":["logs.amazonaws.com","s3.amazonaws.com"]}"#);
    let caller = |name: &str| Principal::Service { name: name.to_owned() };
    assert_eq!(Question::of(caller("s3.amazonaws.com")).resource_policy(&policy).outcome(), Allow);
    assert_eq!(Question::of(caller("ec2.amazonaws.com")).resource_policy(&policy).outcome(), ImplicitDeny);
}

#[test]
fn an_assumed_role_session_answers_to_role_session_account_and_everyone() {
    let naming = |principal: &str| {
        let question = Question::of(session(HOME)).resource_policy(&resource_policy("Allow", principal));
        question.explain().policies[0].statements[0].names
    };
    assert_eq!(naming(&format!(r#"{{"AWS":"{ROLE}"}}"#)), Some(Naming::RoleOrUserBehindSession));
    assert_eq!(naming(&format!(r#"{{"AWS":"{SESSION}"}}"#)), Some(Naming::Caller));
    assert_eq!(
        naming(&format!(r#"{{"AWS":["{ROLE}","{SESSION}"]}}"#)),
        Some(Naming::Caller),
        "the furthest counts"
    );
    assert_eq!(naming(&format!(r#"{{"AWS":"{HOME}"}}"#)), Some(Naming::Account));
    assert_eq!(naming("\"*\""), Some(Naming::Caller));
    assert_eq!(
        naming(r#"{"AWS":"arn:aws:iam::111122223333:role/App"}"#),
        None,
        "the path belongs to a role's ARN"
    );
    assert_eq!(naming(r#"{"AWS":"arn:aws:sts::111122223333:assumed-role/App/s2"}"#), None);
    assert_eq!(naming(r#"{"AWS":"AROAEXAMPLEEXAMPLE123"}"#), None, "a deleted role is nobody");
}

#[test]
fn not_principal_spares_only_callers_listed_with_their_account() {
    let question = |listed: &str, caller| {
        let deny = format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Deny","NotPrincipal":{{"AWS":[{listed}]}},"Action":"*","Resource":"*"}}}}"#
        );
        Question::of(caller).identity(ALLOW_ALL).resource_policy(&deny)
    };
    let user_and_account = format!(r#""{USER}","{ROOT}""#);
    assert_eq!(question(&user_and_account, user(HOME)).outcome(), Allow);
    assert_eq!(question(&format!(r#""{USER}""#), user(HOME)).outcome(), ExplicitDeny);
    assert_eq!(question(&format!(r#""{ROOT}""#), user(HOME)).outcome(), ExplicitDeny);
    assert_eq!(question(&user_and_account, session(HOME)).outcome(), ExplicitDeny);
    let whole_session = format!(r#""{SESSION}","{ROLE}","{HOME}""#);
    assert_eq!(question(&whole_session, session(HOME)).outcome(), Allow);
    assert_eq!(question(&format!(r#""{ROLE}","{HOME}""#), session(HOME)).outcome(), ExplicitDeny);
    assert_eq!(question(&user_and_account, root(HOME)).outcome(), Allow);
    assert_eq!(question(&user_and_account, user(OTHER)).outcome(), ExplicitDeny);
}

#[test]
fn not_principal_denies_everyone_with_a_permissions_boundary() {
    let deny = format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Deny","NotPrincipal":{{"AWS":["{USER}","{ROOT}"]}},"Action":"*","Resource":"*"}}}}"#
    );
    let question = || Question::of(user(HOME)).identity(ALLOW_ALL).resource_policy(&deny);
    assert_eq!(question().outcome(), Allow);
    assert_eq!(question().boundary(ALLOW_ALL).outcome(), ExplicitDeny);
}

#[test]
fn one_of_several_session_policies_suffices() {
    let question = || Question::of(session(HOME)).identity(ALLOW_ALL);
    assert_eq!(question().session_policy(ALLOW_OTHER).outcome(), ImplicitDeny);
    assert_eq!(question().session_policy(ALLOW_OTHER).session_policy(ALLOW_ALL).outcome(), Allow);
    assert_eq!(
        Question::of(session(HOME)).session_policy(ALLOW_ALL).outcome(),
        ImplicitDeny,
        "it grants nothing"
    );
}

#[test]
fn a_boundary_grants_nothing() {
    assert_eq!(Question::of(user(HOME)).boundary(ALLOW_ALL).outcome(), ImplicitDeny);
}

#[test]
fn service_control_policies_must_allow_on_every_level() {
    let question = || Question::of(user(HOME)).identity(ALLOW_ALL).service_control(ALLOW_ALL);
    assert_eq!(question().service_control(ALLOW_ALL).outcome(), Allow);
    let limited_above = Question::of(user(HOME)).identity(ALLOW_ALL).service_control(ALLOW_OTHER);
    for limited in [question().service_control(ALLOW_OTHER), limited_above.service_control(ALLOW_ALL)] {
        assert_eq!(limited.because(), "because no service control policy allows the kms:Encrypt action");
    }
    let level = |question: Question| question.decide().reasons.first().and_then(|reason| reason.level);
    assert_eq!(level(question().service_control(ALLOW_OTHER)), Some(1));
    assert_eq!(level(question().service_control(DENY_ALL)), Some(1));
    let limited_above = Question::of(user(HOME)).identity(ALLOW_ALL).service_control(ALLOW_OTHER);
    assert_eq!(level(limited_above.service_control(ALLOW_OTHER)), Some(0));
    assert_eq!(level(Question::of(user(HOME))), None);
    let denied_below = Question::of(user(HOME)).service_control(ALLOW_OTHER).service_control(DENY_ALL);
    assert_eq!(denied_below.outcome(), ExplicitDeny);
}

#[test]
fn service_control_policies_limit_account_roots_and_direct_resource_allows() {
    assert_eq!(Question::of(root(HOME)).service_control(ALLOW_OTHER).outcome(), ImplicitDeny);
    let direct = Question::of(user(HOME)).resource_policy(&names(USER)).service_control(ALLOW_OTHER);
    assert_eq!(direct.outcome(), ImplicitDeny);
}

#[test]
fn the_management_account_has_no_service_control_policies() {
    assert_eq!(Question::of(user(HOME)).identity(ALLOW_ALL).outcome(), Allow);
}

#[test]
fn resource_control_policies_must_allow_also_other_accounts() {
    let question = || Question::of(user(OTHER)).identity(ALLOW_ALL).resource_policy(&names(OTHER));
    assert_eq!(question().resource_control(ALLOW_ALL).outcome(), Allow);
    let limited = question().resource_control(ALLOW_OTHER);
    assert_eq!(limited.because(), "because no resource control policy allows the kms:Encrypt action");
}

#[test]
fn a_grant_is_authority_of_its_own() {
    let question = |caller, grantee| Question::of(caller).authority(Authority::KeyPolicy).grant(grantee);
    assert_eq!(question(user(HOME), USER).outcome(), Allow);
    assert_eq!(question(user(HOME), USER).boundary(ALLOW_OTHER).outcome(), Allow);
    assert_eq!(question(user(HOME), ROLE).outcome(), ImplicitDeny);
    assert_eq!(question(session(HOME), ROLE).outcome(), Allow);
    assert_eq!(question(session(HOME), ROLE).session_policy(ALLOW_OTHER).outcome(), ImplicitDeny);
    assert_eq!(question(session(HOME), SESSION).session_policy(ALLOW_OTHER).outcome(), Allow);
    assert_eq!(question(user(HOME), ROOT).outcome(), ImplicitDeny, "a grant to the account is a delegation");
    assert_eq!(question(user(HOME), ROOT).identity(ALLOW_ALL).outcome(), Allow);
    assert_eq!(question(user(HOME), "*").outcome(), ImplicitDeny, "a grant names its grantee");
    assert_eq!(question(user(HOME), USER).identity(DENY_ALL).outcome(), ExplicitDeny);
    assert_eq!(question(user(HOME), USER).service_control(ALLOW_OTHER).outcome(), ImplicitDeny);
    let service = Principal::Service { name: "s3.amazonaws.com".to_owned() };
    assert_eq!(question(service, "s3.amazonaws.com").outcome(), Allow);
}

#[test]
fn a_grant_to_a_role_of_another_account_needs_no_policy_there() {
    let role = "arn:aws:iam::444455556666:role/team/App";
    let question = || Question::of(session(OTHER)).authority(Authority::KeyPolicy).grant(role);
    assert_eq!(question().outcome(), Allow);
    assert_eq!(question().boundary(ALLOW_OTHER).outcome(), ImplicitDeny);
    assert_eq!(question().identity(DENY_ALL).outcome(), ExplicitDeny);
    let to_account = Question::of(session(OTHER)).authority(Authority::KeyPolicy).grant(OTHER);
    assert_eq!(to_account.outcome(), ImplicitDeny);
}

#[test]
fn reasons_name_policy_and_statement() {
    let policy = format!(
        r#"{{"Version":"2012-10-17","Statement":[
            {{"Sid":"Other","Effect":"Allow","Principal":{{"AWS":"{ROOT}"}},"Action":"kms:Decrypt","Resource":"*"}},
            {{"Sid":"Delegate","Effect":"Allow","Principal":{{"AWS":"{ROOT}"}},"Action":"kms:*","Resource":"*"}}]}}"#
    );
    let question =
        Question::of(user(HOME)).authority(Authority::KeyPolicy).resource_policy(&policy).identity(ALLOW_ALL);
    let decision = question.decide();
    let reasons: Vec<_> = decision
        .reasons
        .iter()
        .map(|reason| (reason.finding, reason.policy_type, reason.statement))
        .collect();
    assert_eq!(
        reasons,
        [(Finding::Allows, PolicyType::Resource, Some(1)), (Finding::Allows, PolicyType::Identity, Some(0)),]
    );
    assert_eq!(
        decision.because(),
        "because statement 1 \"Delegate\" of resource policy (resource-based policy) allows \
         and statement 0 of identity policy (identity-based policy) allows"
    );
}

#[test]
fn explanations_show_what_is_unmet_and_what_was_seen() {
    let identity = r#"{"Version":"2012-10-17","Statement":[
        {"Sid":"ByAlias","Effect":"Allow","Action":"kms:Encrypt","Resource":"*",
         "Condition":{"StringEquals":{"kms:RequestAlias":"alias/app"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}},
        {"Effect":"Deny","Action":"kms:Decrypt","Resource":"arn:aws:kms:*:444455556666:*"}]}"#;
    let mut question = Question::of(user(HOME)).identity(identity);
    question.context.insert("aws:SourceIp", "203.0.113.9");
    let explanation = question.explain();
    assert_eq!(explanation.decision, question.decide());
    assert_eq!(
        explanation.to_string(),
        "ImplicitDeny because no identity-based policy allows the kms:Encrypt action\n\
         identity-based policy \"identity policy\"\n\
         \x20 statement 0 \"ByAlias\" (Allow) does not apply\n\
         \x20   StringEquals kms:RequestAlias needs [\"alias/app\"], and the request has no such key\n\
         \x20   IpAddress aws:SourceIp needs [\"10.0.0.0/8\"], and the request has [\"203.0.113.9\"]\n\
         \x20 statement 1 (Deny) does not apply\n\
         \x20   not about the action kms:encrypt\n\
         \x20   not about the resource arn:aws:kms:eu-west-1:111122223333:key/1234abcd\n"
    );
}

const ID: &str = "AROAABCDEFGHIJKLMNOPQ";
const SUCCESSOR: &str = "AROAZZZZZZZZZZZZZZZZZ";
const FORMER_NAME: &str = "arn:aws:iam::111122223333:user/former";

#[test]
fn a_bound_name_means_only_the_one_it_was_bound_to() {
    for named in [ROLE, SESSION] {
        let question = || Question::of(session(HOME)).resource_policy(&names(named));
        assert_eq!(question().principal_id(SUCCESSOR).outcome(), Allow, "{named}: not bound");
        let bound = || question().bound(&[(named, ID)]);
        assert_eq!(bound().principal_id(ID).outcome(), Allow, "{named}");
        assert_eq!(bound().principal_id(SUCCESSOR).outcome(), ImplicitDeny, "{named}");
        assert_eq!(bound().outcome(), ImplicitDeny, "{named}: a caller without a unique id");
    }
    let user =
        || Question::of(user(HOME)).resource_policy(&names(USER)).bound(&[(USER, "AIDA1"), (ROLE, ID)]);
    assert_eq!(user().principal_id("AIDA1").outcome(), Allow);
    assert_eq!(user().principal_id("AIDA2").outcome(), ImplicitDeny);
    // What a role's ARN is bound to says nothing of a user.
    assert_eq!(user().principal_id(ID).outcome(), ImplicitDeny);
    // A user who was renamed is still meant; who has the name now is not.
    let renamed = |bound| {
        let question = Question::of(support::user(HOME)).resource_policy(&names(FORMER_NAME));
        question.bound(&[(FORMER_NAME, bound)]).principal_id("AIDA1").outcome()
    };
    assert_eq!(renamed("AIDA1"), Allow);
    assert_eq!(renamed("AIDA2"), ImplicitDeny);
    let denied = |id| {
        let question = Question::of(session(HOME)).identity(ALLOW_ALL).principal_id(id);
        let deny = resource_policy("Deny", &format!(r#"{{"AWS":"{ROLE}"}}"#));
        question.resource_policy(&deny).bound(&[(ROLE, ID)]).outcome()
    };
    assert_eq!(denied(ID), ExplicitDeny);
    assert_eq!(denied(SUCCESSOR), Allow);
}

#[test]
fn not_principal_spares_only_those_whom_its_names_are_bound_to() {
    let text = format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Deny","NotPrincipal":{{"AWS":["{ROOT}","{ROLE}","{SESSION}"]}},"Action":"*","Resource":"*"}}}}"#
    );
    let outcome = |bound: &[(&str, &str)], id| {
        let question = Question::of(session(HOME)).identity(ALLOW_ALL).resource_policy(&text);
        question.bound(bound).principal_id(id).outcome()
    };
    let both = [(ROLE, ID), (SESSION, ID)];
    assert_eq!(outcome(&both, ID), Allow);
    assert_eq!(outcome(&both, SUCCESSOR), ExplicitDeny);
    assert_eq!(outcome(&both[1..], SUCCESSOR), ExplicitDeny);
    assert_eq!(outcome(&[], SUCCESSOR), Allow);
}
