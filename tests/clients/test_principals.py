"""Whom the policies of keys name: those who exist, and nobody who comes after them under the same name."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bootstrap import ADMINISTRATOR, Json, account, administrator, key, role, user, world
from lodge import Caller, Credentials, Lodge, refused
from operations import trust

KEYS, PARTNER = "111122223333", "444455556666"
INVALID = "Policy contains a statement with one or more invalid principals."
ALIAS = "alias/principals"


def own_world() -> Json:
    return world(
        account(KEYS, "A", users=[administrator(), user("caller", {"all": ADMINISTRATOR})]),
        account(PARTNER, "B", users=[administrator()]),
    )


def key_policy(*principals: str) -> Json:
    """The account administers the key; `principals` use it."""
    account_root, administer = {"AWS": f"arn:aws:iam::{KEYS}:root"}, ["kms:*Key*", "kms:*Grant*"]
    statements: list[Json] = [
        {"Effect": "Allow", "Principal": account_root, "Action": administer, "Resource": "*"},
    ]
    if principals:
        use = {"Effect": "Allow", "Principal": {"AWS": list(principals)}, "Action": "kms:Encrypt", "Resource": "*"}
        statements.append(use)
    return {"Version": "2012-10-17", "Statement": statements}


@pytest.fixture
def own(make_lodge: Callable[..., Lodge]) -> Lodge:
    return make_lodge(own_world())


def make_key(lodge: Lodge, *principals: str) -> str:
    """The ARN of a new key of account A."""
    policy = json.dumps(key_policy(*principals))
    return lodge.client("kms", "A/admin").create_key(Policy=policy)["KeyMetadata"]["Arn"]


def make_role(lodge: Lodge, name: str) -> Json:
    document = json.dumps(trust(f"arn:aws:iam::{KEYS}:user/caller"))
    return lodge.client("iam", "A/admin").create_role(RoleName=name, AssumeRolePolicyDocument=document)["Role"]


def session(lodge: Lodge, arn: str, name: str = "s1") -> Credentials:
    return Credentials.of_answer(lodge.client("sts", "A/caller").assume_role(RoleArn=arn, RoleSessionName=name))


def make_user(lodge: Lodge, administrator: Caller, name: str) -> tuple[Json, Credentials]:
    """A user who may do everything that a key lets them."""
    iam = lodge.client("iam", administrator)
    made = iam.create_user(UserName=name)["User"]
    iam.put_user_policy(UserName=name, PolicyName="all", PolicyDocument=json.dumps(ADMINISTRATOR))
    access_key = iam.create_access_key(UserName=name)["AccessKey"]
    return made, Credentials(access_key["AccessKeyId"], access_key["SecretAccessKey"])


def delete_user(lodge: Lodge, administrator: Caller, name: str, credentials: Credentials) -> None:
    iam = lodge.client("iam", administrator)
    iam.delete_access_key(UserName=name, AccessKeyId=credentials.access_key_id)
    iam.delete_user_policy(UserName=name, PolicyName="all")
    iam.delete_user(UserName=name)


def encrypt(lodge: Lodge, caller: Caller, key_arn: str) -> None:
    answer = lodge.client("kms", caller).encrypt(KeyId=key_arn, Plaintext=b"secret")
    assert answer["KeyId"] == key_arn


def policy_of(lodge: Lodge, key_arn: str) -> Json:
    return json.loads(lodge.client("kms", "A/admin").get_key_policy(KeyId=key_arn)["Policy"])


def test_a_role_of_the_same_name_does_not_inherit_the_key(own: Lodge) -> None:
    made = make_role(own, "App")
    key_arn = make_key(own, made["Arn"])
    encrypt(own, session(own, made["Arn"]), key_arn)
    own.client("iam", "A/admin").delete_role(RoleName="App")
    assert policy_of(own, key_arn) == key_policy(made["RoleId"])
    successor = make_role(own, "App")
    assert successor["Arn"] == made["Arn"]
    assert successor["RoleId"] != made["RoleId"]
    with refused("AccessDeniedException"):
        encrypt(own, session(own, successor["Arn"]), key_arn)
    own.restart()
    with refused("AccessDeniedException"):
        encrypt(own, session(own, successor["Arn"]), key_arn)

    kms = own.client("kms", "A/admin")
    with refused("MalformedPolicyDocumentException", INVALID):
        kms.put_key_policy(KeyId=key_arn, Policy=json.dumps(policy_of(own, key_arn)))
    kms.put_key_policy(KeyId=key_arn, Policy=json.dumps(key_policy(successor["Arn"])))
    encrypt(own, session(own, successor["Arn"]), key_arn)


def test_a_session_of_the_same_name_does_not_inherit_the_key(own: Lodge) -> None:
    made = make_role(own, "App")
    key_arn = make_key(own, f"arn:aws:sts::{KEYS}:assumed-role/App/s1")
    encrypt(own, session(own, made["Arn"], "s1"), key_arn)
    with refused("AccessDeniedException"):
        encrypt(own, session(own, made["Arn"], "s2"), key_arn)
    own.client("iam", "A/admin").delete_role(RoleName="App")
    make_role(own, "App")
    with refused("AccessDeniedException"):
        encrypt(own, session(own, made["Arn"], "s1"), key_arn)
    assert policy_of(own, key_arn) == key_policy(made["RoleId"])


def test_a_role_of_the_same_name_does_not_inherit_the_grant(own: Lodge) -> None:
    made = make_role(own, "App")
    key_arn = make_key(own)
    kms = own.client("kms", "A/admin")
    grant = kms.create_grant(
        KeyId=key_arn, GranteePrincipal=made["Arn"], RetiringPrincipal=made["Arn"], Operations=["Encrypt"]
    )
    encrypt(own, session(own, made["Arn"]), key_arn)
    own.client("iam", "A/admin").delete_role(RoleName="App")
    assert make_role(own, "App")["Arn"] == made["Arn"]
    successor = session(own, made["Arn"])
    with refused("AccessDeniedException"):
        encrypt(own, successor, key_arn)
    with refused("AccessDeniedException"):
        own.client("kms", successor).encrypt(KeyId=key_arn, Plaintext=b"x", GrantTokens=[grant["GrantToken"]])
    with refused("AccessDeniedException"):
        own.client("kms", successor).retire_grant(KeyId=key_arn, GrantId=grant["GrantId"])

    [kept] = kms.list_grants(KeyId=key_arn)["Grants"]
    assert (kept["GranteePrincipal"], kept["RetiringPrincipal"]) == (made["RoleId"], made["RoleId"])
    kms.create_grant(KeyId=key_arn, GranteePrincipal=made["Arn"], Operations=["Encrypt"])
    encrypt(own, successor, key_arn)


@pytest.mark.parametrize("administrator", ["A/admin", "B/admin"])
def test_a_user_of_the_same_name_does_not_inherit_the_key(own: Lodge, administrator: str) -> None:
    made, credentials = make_user(own, administrator, "ann")
    key_arn = make_key(own, made["Arn"])
    encrypt(own, credentials, key_arn)
    delete_user(own, administrator, "ann", credentials)
    assert policy_of(own, key_arn) == key_policy(made["UserId"])
    _, credentials = make_user(own, administrator, "ann")
    with refused("AccessDeniedException"):
        encrypt(own, credentials, key_arn)


@pytest.mark.parametrize(
    "principal",
    [
        f"arn:aws:iam::{KEYS}:role/Absent",
        f"arn:aws:iam::{KEYS}:user/absent",
        f"arn:aws:iam::{KEYS}:user/path/admin",
        f"arn:aws:sts::{KEYS}:assumed-role/Absent/s1",
        "arn:aws:iam::777788889999:root",
        "777788889999",
        "AROAABCDEFGHIJKLMNOPQ",
    ],
)
def test_whom_a_key_policy_names_exists(lodge: Lodge, principal: str) -> None:
    kms = lodge.client("kms", "A/admin")
    policy = json.dumps(key_policy(f"arn:aws:iam::{KEYS}:user/admin", principal))
    for bypass in (False, True):
        with refused("MalformedPolicyDocumentException", INVALID):
            kms.create_key(Policy=policy, BypassPolicyLockoutSafetyCheck=bypass)
    key_arn = make_key(lodge, f"arn:aws:iam::{KEYS}:user/admin", f"arn:aws:iam::{PARTNER}:root", PARTNER, "*")
    with refused("MalformedPolicyDocumentException", INVALID):
        kms.put_key_policy(KeyId=key_arn, Policy=policy)


def test_keys_of_a_bootstrap_file_name_those_whom_it_declares(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    policy = key_policy(f"arn:aws:iam::{PARTNER}:role/Later")
    keys = account(KEYS, "A", users=[administrator()], keys=[key([ALIAS], policy)])
    with pytest.raises(AssertionError, match=r"do not exist: .*role/Later") as caught:
        make_lodge(world(keys, account(PARTNER, "B")), folder=tmp_path)
    assert ALIAS in str(caught.value)
    declared = account(PARTNER, "B", roles=[role("Later", trust(PARTNER))])
    lodge = make_lodge(world(keys, declared))
    kms = lodge.client("kms", "A/admin")
    key_arn = kms.describe_key(KeyId=ALIAS)["KeyMetadata"]["Arn"]
    assert policy_of(lodge, key_arn) == policy
