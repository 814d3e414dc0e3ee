"""`lodge policy explain`: every policy by its own name, wherever it came from, and today told only as far as it is known."""

import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest

from bootstrap import Json, account, administrator, user, world
from explained import allow, asked, deny, explain, explain_json, rows
from lodge import Caller, Credentials, Lodge

HOME, OTHER = "111122223333", "444455556666"
READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"
KMS = allow("kms:*", "Kms", Resource="*")
SAME = "With today's policies: the same."
NOT_KNOWN = "With today's policies: not known: "

_number = itertools.count(1)


@pytest.fixture(scope="module")
def home(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    broker = allow("sts:*", "Sts", Resource="*")
    broker["Statement"].append({"Effect": "Allow", "Action": "kms:*", "Resource": "*"})
    users = [administrator(), user("broker", {"p": broker}, tags={"floor": "1"})]
    return make_module_lodge(
        world(account(HOME, "A", users=users), account(OTHER, "B", users=[administrator(), user("eve", {"p": KMS})])),
    )


def name(what: str) -> str:
    return f"{what}{next(_number)}"


def made_role(home: Lodge, trusted: Json | None = None, **more: object) -> str:
    """The name of a new role that the account may assume and that may use KMS."""
    trust = allow("sts:AssumeRole", "Trusted", Principal={"AWS": HOME} if trusted is None else trusted)
    trust["Statement"][0]["Action"] = ["sts:AssumeRole", "sts:TagSession"]
    iam, role_name = home.client("iam", "A/admin"), name("role")
    iam.create_role(RoleName=role_name, AssumeRolePolicyDocument=json.dumps(trust), **more)
    iam.put_role_policy(RoleName=role_name, PolicyName="use", PolicyDocument=json.dumps(KMS))
    return role_name


def assumed(home: Lodge, role_name: str, by: Caller = "A/admin", **more: object) -> Credentials:
    arn = f"arn:aws:iam::{HOME}:role/{role_name}"
    return Credentials.of_answer(home.client("sts", by).assume_role(RoleArn=arn, RoleSessionName="s1", **more))


def made_policy(home: Lodge, document: Json) -> str:
    """The ARN of a new managed policy."""
    made = home.client("iam", "A/admin").create_policy(PolicyName=name("policy"), PolicyDocument=json.dumps(document))
    return made["Policy"]["Arn"]


def row(text: str, kind: str) -> list[str]:
    (found,) = [row for row in rows(text) if row[0] == kind]
    return found


def test_a_managed_policy_of_awss_that_was_detached(home: Lodge) -> None:
    iam, role_name = home.client("iam", "A/admin"), made_role(home)
    iam.delete_role_policy(RoleName=role_name, PolicyName="use")
    iam.attach_role_policy(RoleName=role_name, PolicyArn=READ_ONLY)
    event = asked(home.client("kms", assumed(home, role_name)).list_keys)
    iam.detach_role_policy(RoleName=role_name, PolicyArn=READ_ONLY)
    text = explain(home, event)
    assert row(text, "identity-based policy") == ["identity-based policy", "allows", "0", f"managed policy {READ_ONLY}"]
    assert "With today's policies: ImplicitDeny\n    no identity-based policy allows\n" in text
    assert f"identity-based policy that counted then: managed policy {READ_ONLY}\n" in text


def test_a_managed_policy_of_awss_as_session_policy(home: Lodge) -> None:
    kms = home.client("kms", assumed(home, made_role(home), PolicyArns=[{"arn": READ_ONLY}]))
    text = explain(home, asked(kms.list_keys))
    assert row(text, "session policy") == ["session policy", "allows", "0", f"managed policy {READ_ONLY}"]
    assert SAME in text
    text = explain(home, asked(kms.create_key))
    assert "\n  no session policy allows\n" in text
    assert row(text, "session policy")[1:3] == ["says nothing", "-"]
    assert SAME in text


def test_a_managed_session_policy_of_which_another_version_is_in_force_and_which_is_deleted(home: Lodge) -> None:
    arn = made_policy(home, KMS)
    event = asked(home.client("kms", assumed(home, made_role(home), PolicyArns=[{"arn": arn}])).list_keys)
    iam, other = home.client("iam", "A/admin"), allow("iam:*", "Iam", Resource="*")
    made = iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(other), SetAsDefault=True)
    text = explain(home, event)
    assert row(text, "session policy") == ["session policy", "allows", '0 "Kms"', f"managed policy {arn}"]
    assert "With today's policies: ImplicitDeny\n    no session policy allows\n" in text
    (decided,) = explain_json(home, event)["decisions"]
    changed = [(change["counted"], change["policyType"], change["names"]) for change in decided["changed"]]
    assert changed == [(counted, "session", [f"managed policy {arn}"]) for counted in ("then", "today")]

    # The version of then is gone from the store, and is still in the audit log.
    assert made["PolicyVersion"]["VersionId"] == "v2"
    iam.delete_policy_version(PolicyArn=arn, VersionId="v1")
    iam.delete_policy(PolicyArn=arn)
    text = explain(home, event)
    assert row(text, "session policy")[3].startswith(f"managed policy {arn}, set by CreatePolicy at ")
    assert "With today's policies: ExplicitDeny" in text
    assert "statement 0 of managed policy that is gone (session policy) denies" in text


def test_a_permissions_boundary_that_was_removed(home: Lodge) -> None:
    role_name = made_role(home, PermissionsBoundary=READ_ONLY)
    kms = home.client("kms", assumed(home, role_name))
    event = asked(kms.create_key)
    assert SAME in explain(home, event)
    home.client("iam", "A/admin").delete_role_permissions_boundary(RoleName=role_name)
    text = explain(home, event)
    assert "\n  no permissions boundary allows\n" in text
    assert row(text, "permissions boundary") == [
        "permissions boundary",
        "says nothing",
        "-",
        f"managed policy {READ_ONLY}",
    ]
    assert "With today's policies: Allow" in text
    assert f"permissions boundary that counted then: managed policy {READ_ONLY}\n" in text


def test_a_task_of_the_root(home: Lodge) -> None:
    home.client("iam", home.administrator).enable_organizations_root_credentials_management()
    task = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"
    sts = home.client("sts", home.administrator)
    answer = sts.assume_root(TargetPrincipal=OTHER, TaskPolicyArn={"arn": task})
    root = Credentials.of_answer(answer)
    text = explain(home, asked(home.client("iam", root).get_account_summary))
    assert f"iam:GetAccountSummary by arn:aws:iam::{OTHER}:root" in text
    assert row(text, "session policy") == ["session policy", "allows", "1", f"managed policy {task}"]
    assert SAME in text
    # The task does not allow it, and nothing else limits a root.
    text = explain(home, asked(home.client("kms", root).list_keys))
    assert "\n  no session policy allows\n" in text
    assert SAME in text
    text = explain(home, answer["ResponseMetadata"]["RequestId"])
    assert f"sts:AssumeRoot on arn:aws:iam::{OTHER}:root: Allow" in text
    assert SAME in text


def test_a_federated_user(home: Lodge) -> None:
    sts = home.client("sts", "A/broker")
    answer = sts.get_federation_token(Name="bob", Policy=json.dumps(allow("kms:List*", "Lists", Resource="*")))
    assert SAME in explain(home, answer["ResponseMetadata"]["RequestId"])
    kms = home.client("kms", Credentials.of_answer(answer))
    text = explain(home, asked(kms.list_keys))
    assert row(text, "session policy")[1:3] == ["allows", '0 "Lists"']
    assert row(text, "session policy")[3].startswith("session policy, set by GetFederationToken at ")
    assert SAME in text
    text = explain(home, asked(kms.create_key))
    assert "\n  no session policy allows\n" in text
    assert SAME in text
    # Without a policy it may do nothing by itself.
    text = explain(
        home, asked(home.client("kms", Credentials.of_answer(sts.get_federation_token(Name="bob"))).list_keys)
    )
    assert "\n  no session policy allows\n" in text
    assert SAME in text


def test_policies_of_the_same_text(home: Lodge) -> None:
    iam, role_name, text_of_all = home.client("iam", "A/admin"), made_role(home), allow("kms:*", "Twin", Resource="*")
    iam.delete_role_policy(RoleName=role_name, PolicyName="use")
    administrator_access = "arn:aws:iam::aws:policy/AdministratorAccess"
    iam.attach_role_policy(RoleName=role_name, PolicyArn=administrator_access)
    text = explain(home, asked(home.client("kms", assumed(home, role_name)).list_keys))
    # AWS's policy for an organization and the one for users have one text, and are not each other.
    assert row(text, "identity-based policy")[3] == f"managed policy {administrator_access}"
    limits = [row for row in rows(text) if row[0].startswith("service control policy")]
    assert [row[3] for row in limits] == ["service control policy p-FullAWSAccess (FullAWSAccess)"] * 2

    # Of two that could have been it, the record names the one that allowed.
    iam.detach_role_policy(RoleName=role_name, PolicyArn=administrator_access)
    one, other = made_policy(home, text_of_all), made_policy(home, text_of_all)
    iam.attach_role_policy(RoleName=role_name, PolicyArn=other)
    limited = assumed(home, role_name, Policy=json.dumps(allow("iam:*", "Iam", Resource="*")))
    text = explain(home, asked(home.client("kms", assumed(home, role_name)).list_keys))
    assert row(text, "identity-based policy")[3] == f"managed policy {other}"
    # Where it does not, it could be either.
    event = asked(home.client("kms", limited).list_keys)
    both = ", ".join(sorted(f"managed policy {arn}" for arn in (one, other)))
    assert row(explain(home, event), "identity-based policy")[3] == f"one of these, which have the same text: {both}"
    # Of the policies of a session, it is known.
    session = assumed(home, role_name, PolicyArns=[{"arn": one}])
    text = explain(home, asked(home.client("kms", session).list_keys))
    assert row(text, "session policy")[3] == f"managed policy {one}"


def test_a_role_that_was_deleted(home: Lodge) -> None:
    iam, role_name = home.client("iam", "A/admin"), made_role(home)
    session = home.client("sts", "A/admin").assume_role(
        RoleArn=f"arn:aws:iam::{HOME}:role/{role_name}", RoleSessionName="s1"
    )
    events = [session["ResponseMetadata"]["RequestId"]]
    events.append(asked(home.client("kms", Credentials.of_answer(session)).list_keys))
    iam.delete_role_policy(RoleName=role_name, PolicyName="use")
    iam.delete_role(RoleName=role_name)
    begun, listed = (explain(home, event) for event in events)
    assert row(begun, "role trust policy")[1:3] == ["allows", '0 "Trusted"']
    assert row(begun, "role trust policy")[3].startswith("trust policy, set by CreateRole at ")
    assert f"{NOT_KNOWN}the resource is gone." in begun
    assert row(listed, "identity-based policy")[3].startswith("inline policy use, set by PutRolePolicy at ")
    assert f"{NOT_KNOWN}the caller is gone, or its account is closed." in listed
    # Another of the same name is somebody else.
    iam.create_role(
        RoleName=role_name, AssumeRolePolicyDocument=json.dumps(allow("sts:AssumeRole", "New", Principal="*"))
    )
    assert "the caller is gone" in explain(home, events[1])


def test_what_never_was(home: Lodge) -> None:
    sts = home.client("sts", "A/admin")
    event = asked(sts.assume_role, RoleArn=f"arn:aws:iam::{HOME}:role/Nobody", RoleSessionName="session")
    foreign = f"arn:aws:kms:us-east-1:{OTHER}:alias/nothing"
    events = [event, asked(home.client("kms", "A/admin").encrypt, KeyId=foreign, Plaintext=b"x")]
    unknown = foreign.replace("alias/nothing", "key/1234abcd-12ab-34cd-56ef-1234567890ab")
    events.append(asked(home.client("kms", "A/admin").encrypt, KeyId=unknown, Plaintext=b"x"))
    for event in events:
        text = explain(home, event)
        assert "ImplicitDeny" in text
        assert f"{NOT_KNOWN}the call did not reach a policy of the resource" in text
        assert "gone" not in text
    # An operation that is not about what others own does not reach it, whatever its policy says.
    there = home.client("kms", "B/admin").create_key()["KeyMetadata"]["Arn"]
    text = explain(home, asked(home.client("kms", "A/admin").disable_key, KeyId=there))
    assert f"{NOT_KNOWN}the call did not reach a policy of the resource" in text


def test_the_conditions_that_made_a_limit_deny(home: Lodge) -> None:
    client = home.client("organizations", home.administrator)
    root = client.list_roots()["Roots"][0]["Id"]
    client.enable_policy_type(RootId=root, PolicyType="RESOURCE_CONTROL_POLICY")
    condition = {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}, "Bool": {"aws:ViaAWSService": "false"}}
    arn = home.client("kms", "B/admin").create_key()["KeyMetadata"]["Arn"]
    of_service = deny("kms:*", "Region", Resource="*", Condition=condition)
    of_resource = deny(
        "kms:*", "Shut", Resource="*", Principal="*", Condition={"StringLike": {"aws:PrincipalArn": "*/eve"}}
    )
    for kind, document, sid in [("SERVICE", of_service, "Region"), ("RESOURCE", of_resource, "Shut")]:
        made = client.create_policy(
            Name=name("limit"), Description="", Type=f"{kind}_CONTROL_POLICY", Content=json.dumps(document)
        )
        policy = made["Policy"]["PolicySummary"]["Id"]
        client.attach_policy(PolicyId=policy, TargetId=OTHER)
        event = asked(home.client("kms", "B/eve").describe_key, KeyId=arn)
        text = explain(home, event)
        described = f"{kind.lower()} control policy"
        assert f'statement 0 "{sid}" of {described} {policy} (limit' in text
        assert f"denies on level 1 ({OTHER})\n" in text
        assert SAME in text
        what = text.split("What made statements apply:")[1].split("With today")[0]
        assert f'statement 0 "{sid}" of {described} {policy}' in what
        if kind == "SERVICE":
            assert (
                'StringNotEquals aws:RequestedRegion needs ["eu-west-1"], and the request has ["us-east-1"]\n' in what
            )
            assert 'Bool aws:ViaAWSService needs ["false"], and the request has ["false"]\n' in what
        else:
            eve = f"arn:aws:iam::{OTHER}:user/eve"
            assert f'StringLike aws:PrincipalArn needs ["*/eve"], and the request has ["{eve}"]\n' in what
        client.detach_policy(PolicyId=policy, TargetId=OTHER)
        text = explain(home, event)
        assert "With today's policies: Allow" in text
        # It is attached nowhere, and still has its name; the place has its name too.
        assert f"{described}, level 1 ({OTHER}) that counted then: {described} {policy} (limit" in text
        client.delete_policy(PolicyId=policy)
        assert f"that counted then: {described} {policy} (limit" in explain(home, event)


def test_the_levels_of_an_account_that_was_moved(home: Lodge) -> None:
    client = home.client("organizations", home.administrator)
    root = client.list_roots()["Roots"][0]["Id"]
    unit = client.create_organizational_unit(ParentId=root, Name=name("unit"))["OrganizationalUnit"]["Id"]
    client.move_account(AccountId=OTHER, SourceParentId=root, DestinationParentId=unit)
    event = asked(home.client("kms", "B/eve").list_keys)
    kinds = [row[0] for row in rows(explain(home, event)) if row[0].startswith("service control policy")]
    places = [(0, root), (1, unit), (2, OTHER)]
    assert kinds == [f"service control policy, level {level} ({target})" for level, target in places]
    client.move_account(AccountId=OTHER, SourceParentId=unit, DestinationParentId=root)
    # Level 1 is the account today, and was not then.
    text = explain(home, event)
    kinds = [row[0] for row in rows(text) if row[0].startswith("service control policy")]
    assert kinds == [f"service control policy, level {level}" for level in (f"0 ({root})", "1", "2")]
    assert "service control policy, level 2 that counted then: service control policy p-FullAWSAccess" in text


def test_key_policies_that_were_replaced(home: Lodge) -> None:
    admin, eve = home.client("kms", "A/admin"), f"arn:aws:iam::{OTHER}:user/eve"
    arn = admin.create_key()["KeyMetadata"]["Arn"]
    events = [asked(home.client("kms", "A/broker").describe_key, KeyId=arn)]
    owner = {"Effect": "Allow", "Principal": {"AWS": HOME}, "Action": "kms:*", "Resource": "*"}
    document = allow("kms:DescribeKey", "Eve", Principal={"AWS": eve}, Resource="*")
    document["Statement"].append(owner)
    for policy in (document, {"Version": "2012-10-17", "Statement": [owner]}):
        admin.put_key_policy(KeyId=arn, Policy=json.dumps(policy))
        events.append(asked(home.client("kms", "B/eve").describe_key, KeyId=arn))
    default, named, shut = (explain(home, event) for event in events)
    # Nobody wrote the default one, and it is known.
    assert row(default, "resource-based policy")[3] == "key policy"
    assert row(default, "resource-based policy")[2] == '0 "Enable IAM User Permissions"'
    assert row(named, "resource-based policy")[1:3] == ["allows", '0 "Eve"']
    assert row(named, "resource-based policy")[3].startswith("key policy, set by PutKeyPolicy at ")
    assert "Note: The policy of the resource is read from the audit log, where the user or role" in named
    assert "With today's policies: ImplicitDeny" in named
    assert SAME in shut
    assert "Note:" not in default + shut


def test_a_grant_with_a_constraint(home: Lodge) -> None:
    admin, role_name = home.client("kms", "A/admin"), made_role(home)
    arn = admin.create_key()["KeyMetadata"]["Arn"]
    home.client("iam", "A/admin").delete_role_policy(RoleName=role_name, PolicyName="use")
    grantee = f"arn:aws:iam::{HOME}:role/{role_name}"
    constraint = {"EncryptionContextEquals": {"tenant": "a"}}
    grant = {"KeyId": arn, "GranteePrincipal": grantee, "Operations": ["Encrypt", "CreateGrant"]}
    made = admin.create_grant(**grant, Constraints=constraint)["GrantId"]
    kms = home.client("kms", assumed(home, role_name))
    text = explain(home, asked(kms.encrypt, KeyId=arn, Plaintext=b"x", EncryptionContext={"tenant": "a"}))
    assert ["grant", "allows", "-", f"grant {made}"] in rows(text)
    assert SAME in text
    text = explain(home, asked(kms.encrypt, KeyId=arn, Plaintext=b"x", EncryptionContext={"tenant": "b"}))
    assert "\n  no identity-based policy allows\n" in text
    assert SAME in text, "the grant is not about this encryption context"
    passed_on = dict(grant, GranteePrincipal=f"arn:aws:iam::{HOME}:user/broker", Operations=["Encrypt"])
    text = explain(home, asked(kms.create_grant, **passed_on, Constraints=constraint))
    assert f"{NOT_KNOWN}a grant may allow it" in text


def test_tags_that_a_policy_looks_at_today_and_none_did_then(home: Lodge) -> None:
    iam, tag = home.client("iam", "A/admin"), [{"Key": "team", "Value": "blue"}]
    role_name = made_role(home)
    events = {"tagged": asked(home.client("kms", assumed(home, role_name, Tags=tag)).list_keys)}
    events["not tagged"] = asked(home.client("kms", assumed(home, role_name)).list_keys)
    iam.put_role_policy(
        RoleName=(first := made_role(home)),
        PolicyName="assume",
        PolicyDocument=json.dumps(allow("sts:*", "All", Resource="*")),
    )
    chained = assumed(home, role_name, by=assumed(home, first, Tags=tag, TransitiveTagKeys=["team"]))
    events["chained"] = asked(home.client("kms", chained).list_keys)
    blue = allow("kms:*", "Blue", Resource="*", Condition={"StringEquals": {"aws:PrincipalTag/team": "blue"}})
    iam.put_role_policy(RoleName=role_name, PolicyName="use", PolicyDocument=json.dumps(blue))
    texts = {what: explain(home, event) for what, event in events.items()}
    # The call that began the session tells its tags, unless they came with the session before.
    assert "With today's policies: Allow" in texts["tagged"]
    assert "What makes statements apply today:" in texts["tagged"]
    assert "With today's policies: ImplicitDeny" in texts["not tagged"]
    assert f"{NOT_KNOWN}it depends on aws:PrincipalTag/team, which no policy looked at then" in texts["chained"]
    (decided,) = explain_json(home, events["chained"])["decisions"]
    assert set(decided["today"]) == {"unknown"}
    assert decided["changed"] == []


def test_a_tag_of_the_role_that_changed(home: Lodge) -> None:
    iam, role_name = home.client("iam", "A/admin"), made_role(home, Tags=[{"Key": "team", "Value": "blue"}])
    blue = allow("kms:*", "Blue", Resource="*", Condition={"StringEquals": {"aws:PrincipalTag/team": "blue"}})
    iam.put_role_policy(RoleName=role_name, PolicyName="use", PolicyDocument=json.dumps(blue))
    event = asked(home.client("kms", assumed(home, role_name)).list_keys)
    assert SAME in explain(home, event)
    iam.tag_role(RoleName=role_name, Tags=[{"Key": "team", "Value": "red"}])
    text = explain(home, event)
    assert "The call succeeded." in text
    assert row(text, "identity-based policy")[1] == "allows"
    assert "With today's policies: ImplicitDeny" in text
    assert 'StringEquals aws:PrincipalTag/team needs ["blue"], and the request has ["red"]' in text


def test_a_second_factor_that_no_policy_asked_for(home: Lodge) -> None:
    session = Credentials.of_answer(home.client("sts", "A/broker").get_session_token())
    event = asked(home.client("kms", session).list_keys)
    guard = deny("kms:*", "SecondFactor", Resource="*", Condition={"Bool": {"aws:MultiFactorAuthPresent": "false"}})
    iam = home.client("iam", "A/admin")
    iam.put_user_policy(UserName="broker", PolicyName="guard", PolicyDocument=json.dumps(guard))
    try:
        text = explain(home, event)
        assert "With today's policies: ExplicitDeny" in text
        assert 'Bool aws:MultiFactorAuthPresent needs ["false"], and the request has ["false"]' in text
    finally:
        iam.delete_user_policy(UserName="broker", PolicyName="guard")


def test_the_json(home: Lodge) -> None:
    event = asked(home.client("kms", assumed(home, made_role(home), PolicyArns=[{"arn": READ_ONLY}])).list_keys)
    answer: Any = explain_json(home, event)
    assert set(answer) == {"event", "decisions"}
    (decided,) = answer["decisions"]
    members = {"action", "resource", "outcome", "reasons", "evidence", "then", "today", "changed", "notes"}
    assert set(decided) == members
    assert set(decided["today"]) == {"outcome", "reasons", "policies"}
    kinds = [policy["policyType"] for policy in decided["then"] if policy["policyType"] != "resource-control"]
    assert kinds == ["service-control", "service-control", "identity", "session"]
    for then, today in zip(decided["then"], decided["today"]["policies"], strict=True):
        assert then == today
    limit, *_, passed = decided["then"]
    assert set(passed) == {"policyType", "fingerprint", "names", "statements"}
    assert set(limit) == {"policyType", "level", "target", "fingerprint", "names", "statements"}
    assert passed["fingerprint"] == decided["evidence"]["policies"]["session"][0]
