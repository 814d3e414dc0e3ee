"""`lodge policy explain`: the decision behind an audit record, then and today."""

import json
from collections.abc import Callable

import pytest

from bootstrap import Json, account, administrator, key, role, user, world
from explained import allow, asked, explain, explain_json, records, rows
from lodge import Credentials, Lodge

HOME, OTHER = "111122223333", "444455556666"
ALIAS = "alias/tenant-a"


def key_policy() -> Json:
    """App may use the key by its alias, in its own encryption context; the account and the other account by their own policies."""
    statements = [
        {"Sid": "Owner", "Principal": {"AWS": f"arn:aws:iam::{HOME}:root"}, "Action": "kms:*"},
        {
            "Sid": "ByAlias",
            "Principal": {"AWS": f"arn:aws:iam::{OTHER}:root"},
            "Action": "kms:Encrypt",
            "Condition": {"StringEquals": {"kms:RequestAlias": ALIAS}},
        },
    ]
    return {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Resource": "*"} | statement for statement in statements],
    }


def described() -> Json:
    trust = allow(
        "sts:AssumeRole",
        "Trusted",
        Principal={"AWS": HOME},
        Condition={"StringEquals": {"sts:ExternalId": "right"}},
    )
    in_context = allow(
        "kms:*",
        "Tenant",
        Resource="*",
        Condition={"StringEquals": {"kms:EncryptionContext:tenant": "${aws:PrincipalTag/tenant}"}},
    )
    users = [
        administrator(),
        user("ann", {"p": allow("kms:*", "All", Resource="*")}),
        user("gone", {"p": allow("kms:*", "All", Resource="*")}),
    ]
    roles = [role("App", trust, {"Use": in_context}, tags={"tenant": "a"})]
    there = [administrator(), user("eve", {"p": allow("kms:*", "All", Resource="*")})]
    return world(
        account(HOME, "A", users=users, roles=roles, keys=[key([ALIAS, "alias/b"], key_policy())]),
        account(OTHER, "B", users=there),
    )


@pytest.fixture(scope="module")
def home(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    return make_module_lodge(described())


def session(lodge: Lodge, **parameters: object) -> Credentials:
    sts = lodge.client("sts", "A/admin")
    arn = f"arn:aws:iam::{HOME}:role/App"
    answer = sts.assume_role(RoleArn=arn, RoleSessionName="s1", ExternalId="right", **parameters)
    return Credentials.of_answer(answer)


def test_an_allowed_call(home: Lodge) -> None:
    kms = home.client("kms", "A/ann")
    request = asked(kms.encrypt, KeyId=ALIAS, Plaintext=b"x", EncryptionContext={"tenant": "a"})
    text = explain(home, request)
    assert f"kms:Encrypt by arn:aws:iam::{HOME}:user/ann" in text
    assert "The call succeeded." in text
    assert rows(text)[-2:] == [
        ["resource-based policy", "allows", '0 "Owner"', "key policy"],
        ["identity-based policy", "allows", '0 "All"', "inline policy p"],
    ]
    assert "With today's policies: the same." in text

    # By the id of the event it is the same, and the record holds no more than it has to.
    (record,) = [record for record in records(home) if record.get("requestID") == request]
    assert explain(home, record["eventID"].upper()) == text
    (decided,) = record["additionalEventData"]["lodge"]["decisions"]
    assert decided["context"] == {
        "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
        "kms:EncryptionContext:tenant": "a",
        "kms:RequestAlias": ALIAS,
    }
    assert set(decided["policies"]) == {"resource", "identity", "service-control"}
    assert len(json.dumps(decided["context"])) + len(json.dumps(decided["policies"])) < 400


def test_a_condition_that_failed_across_accounts(home: Lodge) -> None:
    (arn,) = [key["KeyArn"] for key in home.client("kms", "A/admin").list_keys()["Keys"]]
    alias_arn = arn.split(":key/")[0] + ":alias/b"
    eve = home.client("kms", "B/eve")
    text = explain(home, asked(eve.encrypt, KeyId=alias_arn, Plaintext=b"x"))
    assert f"kms:Encrypt on {arn}: ImplicitDeny" in text
    assert "  no resource-based policy allows\n" in text
    assert 'statement 1 "ByAlias" of key policy' in text
    assert f'StringEquals kms:RequestAlias needs ["{ALIAS}"], and the request has ["alias/b"]' in text
    assert [row[:3] for row in rows(text)[-2:]] == [
        ["resource-based policy", "says nothing", "-"],
        ["identity-based policy", "allows", '0 "All"'],
    ]
    by_id = explain(home, asked(eve.encrypt, KeyId=arn, Plaintext=b"x"))
    assert f'kms:RequestAlias needs ["{ALIAS}"], and the request has no such key' in by_id


def test_a_session_with_a_session_policy_whose_text_only_the_trail_has(home: Lodge) -> None:
    narrow = json.dumps(allow("kms:Encrypt", "OnlyEncrypt", Resource="*"))
    app = home.client("kms", session(home, Policy=narrow))
    context = {"tenant": "a"}
    sealed = app.encrypt(KeyId=ALIAS, Plaintext=b"x", EncryptionContext=context)
    text = explain(home, sealed["ResponseMetadata"]["RequestId"])
    *_, (kind, verdict, statement, policy) = rows(text)
    assert [kind, verdict, statement] == ["session policy", "allows", '0 "OnlyEncrypt"']
    assert policy.startswith("session policy, set by AssumeRole at")
    denied = asked(app.decrypt, CiphertextBlob=sealed["CiphertextBlob"], EncryptionContext=context)
    text = explain(home, denied)
    assert "  no session policy allows\n" in text
    assert rows(text)[-1][:3] == ["session policy", "says nothing", "-"]
    # The tag of the role is a condition key of the decision.
    denied = asked(app.encrypt, KeyId=ALIAS, Plaintext=b"x", EncryptionContext={"tenant": "b"})
    text = explain(home, denied)
    assert 'kms:EncryptionContext:tenant needs ["${aws:PrincipalTag/tenant}"], and the request has ["b"]' in text
    assert 'the request has ["b"]; ${aws:PrincipalTag/tenant} is "a"\n' in text
    (decided,) = explain_json(home, denied)["decisions"]
    assert decided["evidence"]["context"]["aws:PrincipalTag/tenant"] == "a"
    assert decided["outcome"] == decided["today"]["outcome"] == "ImplicitDeny"


def test_a_trust_policy(home: Lodge) -> None:
    sts = home.client("sts", "A/admin")
    arn = f"arn:aws:iam::{HOME}:role/App"
    text = explain(home, asked(sts.assume_role, RoleArn=arn, RoleSessionName="session", ExternalId="wrong"))
    assert f"sts:AssumeRole on {arn}: ImplicitDeny" in text
    assert "role trust policy" in text
    assert 'StringEquals sts:ExternalId needs ["right"], and the request has ["wrong"]' in text


def test_a_grant(home: Lodge) -> None:
    admin = home.client("kms", "A/admin")
    (arn,) = [key["KeyArn"] for key in admin.list_keys()["Keys"]]
    eve = f"arn:aws:iam::{OTHER}:user/eve"
    grant = admin.create_grant(KeyId=arn, GranteePrincipal=eve, Operations=["GenerateDataKey"])
    request = asked(home.client("kms", "B/eve").generate_data_key, KeyId=arn, KeySpec="AES_256")
    text = explain(home, request)
    assert "With today's policies: the same." in text
    lines = [line for line in text.splitlines() if "grant " in line and "allows" in line]
    assert lines
    assert grant["GrantId"][:8] in "".join(lines)
    admin.revoke_grant(KeyId=arn, GrantId=grant["GrantId"])
    assert "With today's policies: ImplicitDeny" in explain(home, request)


def test_a_policy_that_has_changed_since(home: Lodge) -> None:
    admin, ann = home.client("kms", "A/admin"), home.client("kms", "A/ann")
    key_id = admin.create_key(Policy=json.dumps(key_policy()))["KeyMetadata"]["KeyId"]
    request = asked(ann.encrypt, KeyId=key_id, Plaintext=b"x")
    shut = key_policy()
    shut["Statement"].append(
        {
            "Sid": "Shut",
            "Effect": "Deny",
            "Principal": {"AWS": f"arn:aws:iam::{HOME}:user/ann"},
            "Action": "kms:Encrypt",
            "Resource": "*",
        }
    )
    admin.put_key_policy(KeyId=key_id, Policy=json.dumps(shut))
    text = explain(home, request)
    assert "The call succeeded." in text
    # The text of that time comes from the audit log.
    (row,) = [row for row in rows(text) if row[0] == "resource-based policy"]
    assert row[:3] == ["resource-based policy", "allows", '0 "Owner"']
    assert row[3].startswith("key policy, set by CreateKey at")
    assert "With today's policies: ExplicitDeny" in text
    assert 'statement 2 "Shut" of key policy (resource-based policy) denies' in text
    assert "resource-based policy that counted then: key policy, set by CreateKey at" in text
    assert "resource-based policy that counts today: key policy\n" in text


def test_the_level_of_the_organization_that_did_not_allow(home: Lodge) -> None:
    client = home.client("organizations", home.administrator)
    root = client.list_roots()["Roots"][0]["Id"]
    unit = client.create_organizational_unit(ParentId=root, Name="limited")["OrganizationalUnit"]["Id"]
    content = json.dumps(allow("iam:*", "OnlyIam", Resource="*"))
    made = client.create_policy(Name="OnlyIam", Description="", Type="SERVICE_CONTROL_POLICY", Content=content)
    policy = made["Policy"]["PolicySummary"]["Id"]
    client.attach_policy(PolicyId=policy, TargetId=unit)
    client.detach_policy(PolicyId="p-FullAWSAccess", TargetId=unit)
    client.move_account(AccountId=OTHER, SourceParentId=root, DestinationParentId=unit)
    try:
        text = explain(home, asked(home.client("kms", "B/eve").list_keys))
        assert f"no service control policy allows on level 1 ({unit})" in text
        levels = [row for row in rows(text) if row[0].startswith("service control policy, level")]
        assert [row[1] for row in levels] == ["allows", "says nothing", "allows"]
        assert levels[1][0].endswith(f"level 1 ({unit})")
        assert "OnlyIam" in levels[1][3]
    finally:
        client.move_account(AccountId=OTHER, SourceParentId=unit, DestinationParentId=root)


def test_a_caller_who_is_gone(home: Lodge) -> None:
    request = asked(home.client("kms", "A/gone").list_keys)
    iam = home.client("iam", "A/admin")
    iam.delete_user_policy(UserName="gone", PolicyName="p")
    for access_key in iam.list_access_keys(UserName="gone")["AccessKeyMetadata"]:
        iam.delete_access_key(UserName="gone", AccessKeyId=access_key["AccessKeyId"])
    iam.delete_user(UserName="gone")
    text = explain(home, request)
    assert "With today's policies: not known: the caller is gone, or its account is closed." in text
    # The bootstrap file is not in the audit log.
    *_, (kind, verdict, _, policy) = rows(text)
    assert (kind, verdict) == ("identity-based policy", "not known")
    assert policy.startswith("one of fingerprint ")
    assert "Note: Of a policy that is not known, the text has changed since" in text


def test_what_cannot_be_explained(home: Lodge) -> None:
    data = ("--data", str(home.data))
    answer = home.run("policy", "explain", "no-such-event", *data, check=False)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "there is no event no-such-event in the audit log" in answer.stderr

    real = home.credentials("A/ann")
    forged = Credentials(real.access_key_id, "wrong" * 8)
    request = asked(home.client("kms", forged).list_keys)
    answer = home.run("policy", "explain", request, *data, check=False)
    assert answer.returncode == 1
    assert "the call ended before it was decided, with " in answer.stderr

    request = asked(home.client("sts", "A/ann").get_caller_identity)
    answer = home.run("policy", "explain", request, *data, check=False)
    assert "the call needs no permission" in answer.stderr

    start = next(record for record in records(home) if record["eventName"] == "StartLodge")
    answer = home.run("policy", "explain", start["eventID"], *data, check=False)
    assert "nobody called" in answer.stderr


def test_the_trail_verifies(home: Lodge) -> None:
    assert home.run("trail", "verify", "--data", str(home.data)).returncode == 0
