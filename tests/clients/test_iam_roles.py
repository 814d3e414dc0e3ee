"""Roles, their trust policies and their inline policies."""

import json
import re
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bootstrap import Json
from lodge import UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import PARTNER, allowing, trust

TRUST = json.dumps(trust(ACCOUNT))
TEXT = json.dumps(allowing("kms:ListKeys"))


@pytest.fixture(scope="module")
def iam(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("iam", "A/admin", config=UNCHECKED)


def new_name(kind: str = "role") -> str:
    return f"{kind}-{uuid.uuid4()}"


@pytest.fixture
def role(iam: Any) -> str:  # noqa: ANN401
    """The name of a new role that trusts its account."""
    name = new_name()
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)
    return name


def test_a_role_comes_and_goes(iam: Any) -> None:  # noqa: ANN401
    name = new_name()
    made = iam.create_role(
        RoleName=name,
        Path="/service/",
        AssumeRolePolicyDocument=TRUST,
        Description="for tests: ä <&>",
        MaxSessionDuration=7200,
        Tags=[{"Key": "team", "Value": "a"}],
    )["Role"]
    assert re.fullmatch("AROA[A-Z2-7]{17}", made["RoleId"])
    assert abs(made["CreateDate"] - datetime.now(UTC)) < timedelta(minutes=1)
    assert made == {
        "Path": "/service/",
        "RoleName": name,
        "RoleId": made["RoleId"],
        "Arn": f"arn:aws:iam::{ACCOUNT}:role/service/{name}",
        "CreateDate": made["CreateDate"],
        "AssumeRolePolicyDocument": trust(ACCOUNT),
        "Description": "for tests: ä <&>",
        "MaxSessionDuration": 7200,
        "Tags": [{"Key": "team", "Value": "a"}],
    }
    assert iam.get_role(RoleName=name)["Role"] == made | {"RoleLastUsed": {}}
    (listed,) = [it for it in iam.list_roles(PathPrefix="/service/")["Roles"] if it["RoleName"] == name]
    assert listed == {key: value for key, value in made.items() if key != "Tags"}
    iam.delete_role(RoleName=name)
    again = iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)["Role"]
    assert again["RoleId"] != made["RoleId"]
    assert again["MaxSessionDuration"] == 3600


def test_names_are_taken_in_every_case(iam: Any, role: str) -> None:  # noqa: ANN401
    for name in (role, role.upper()):
        with refused("EntityAlreadyExists", f"Role with name {name} already exists."):
            iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)


CONSTRAINT = "failed to satisfy constraint: Member must"

INVALID: list[tuple[Json, str, str]] = [
    ({"RoleName": "a b"}, "ValidationError", "roleName"),
    ({"RoleName": "r" * 65}, "ValidationError", f"at 'roleName' {CONSTRAINT} have length less than or equal to 64"),
    ({"Path": "service"}, "ValidationError", "path"),
    (
        {"Description": "d" * 1001},
        "ValidationError",
        f"at 'description' {CONSTRAINT} have length less than or equal to 1000",
    ),
    ({"MaxSessionDuration": 3599}, "ValidationError", "value greater than or equal to 3600"),
    ({"MaxSessionDuration": 43201}, "ValidationError", "value less than or equal to 43200"),
    (
        {"Tags": [{"Key": "Team", "Value": "a"}, {"Key": "team", "Value": "b"}]},
        "InvalidInput",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    ),
    ({"AssumeRolePolicyDocument": "{}"}, "MalformedPolicyDocument", ""),
    ({"AssumeRolePolicyDocument": "text"}, "MalformedPolicyDocument", ""),
    ({"AssumeRolePolicyDocument": TEXT}, "MalformedPolicyDocument", ""),
    (
        {"AssumeRolePolicyDocument": TRUST.replace("sts:AssumeRole", "kms:Encrypt")},
        "MalformedPolicyDocument",
        "AssumeRole policy may only specify STS AssumeRole actions.",
    ),
    (
        {"AssumeRolePolicyDocument": TRUST.replace('"Action"', '"Resource": "*", "Action"')},
        "MalformedPolicyDocument",
        "Has prohibited field Resource",
    ),
    (
        {"AssumeRolePolicyDocument": json.dumps(trust(f"arn:aws:iam::{ACCOUNT}:user/absent"))},
        "MalformedPolicyDocument",
        f'Invalid principal in policy: "AWS":"arn:aws:iam::{ACCOUNT}:user/absent"',
    ),
    (
        {"AssumeRolePolicyDocument": json.dumps(trust("999999999999"))},
        "MalformedPolicyDocument",
        'Invalid principal in policy: "AWS":"999999999999"',
    ),
    ({"PermissionsBoundary": f"arn:aws:iam::{ACCOUNT}:policy/none"}, "NoSuchEntity", "is not attachable."),
]


@pytest.mark.parametrize(("parameters", "code", "text"), INVALID, ids=lambda it: str(it)[:40])
def test_roles_that_cannot_be_made(iam: Any, parameters: Json, code: str, text: str) -> None:  # noqa: ANN401
    with refused(code, text):
        iam.create_role(**({"RoleName": new_name(), "AssumeRolePolicyDocument": TRUST} | parameters))


def test_what_a_role_has_goes_first(iam: Any, role: str) -> None:  # noqa: ANN401
    iam.put_role_policy(RoleName=role, PolicyName="p", PolicyDocument=TEXT)
    with refused("DeleteConflict", "Cannot delete entity, must delete policies first."):
        iam.delete_role(RoleName=role)
    iam.delete_role_policy(RoleName=role, PolicyName="p")
    iam.delete_role(RoleName=role)


def test_inline_policies(iam: Any, role: str) -> None:  # noqa: ANN401
    names = [f"p{number}" for number in range(1, 6)]
    for name in names:
        iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=TEXT)
    found = iam.get_role_policy(RoleName=role, PolicyName="p1")
    assert (found["RoleName"], found["PolicyName"], found["PolicyDocument"]) == (role, "p1", json.loads(TEXT))
    for size in (1, 2, 5, 6):
        pages = iam.get_paginator("list_role_policies").paginate(RoleName=role, PaginationConfig={"PageSize": size})
        assert [name for page in pages for name in page["PolicyNames"]] == names
    iam.delete_role_policy(RoleName=role, PolicyName="p1")
    for call in (iam.delete_role_policy, iam.get_role_policy):
        with refused("NoSuchEntity", "The role policy with name p1 cannot be found."):
            call(RoleName=role, PolicyName="p1")
    for policy in ("{}", "text", TRUST):
        with refused("MalformedPolicyDocument"):
            iam.put_role_policy(RoleName=role, PolicyName="p1", PolicyDocument=policy)


def test_quotas(iam: Any, role: str) -> None:  # noqa: ANN401
    """Source: IAM User Guide, "IAM and AWS STS quotas"."""
    large = json.dumps(allowing([f"kms:Action{number:03}" for number in range(400)]))
    iam.put_role_policy(RoleName=role, PolicyName="first", PolicyDocument=large)
    with refused("LimitExceeded", f"Maximum policy size of 10240 bytes exceeded for role {role}"):
        iam.put_role_policy(RoleName=role, PolicyName="second", PolicyDocument=large)
    document = trust(ACCOUNT)
    document["Statement"] *= 30
    with refused("LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048"):
        iam.update_assume_role_policy(RoleName=role, PolicyDocument=json.dumps(document))


def test_whatever_is_missing_is_not_found(iam: Any) -> None:  # noqa: ANN401
    name = new_name()
    for call in (
        lambda: iam.get_role(RoleName=name),
        lambda: iam.delete_role(RoleName=name),
        lambda: iam.update_assume_role_policy(RoleName=name, PolicyDocument=TRUST),
        lambda: iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=TEXT),
        lambda: iam.get_role_policy(RoleName=name, PolicyName="p"),
        lambda: iam.list_role_policies(RoleName=name),
        lambda: iam.delete_role_policy(RoleName=name, PolicyName="p"),
    ):
        with pytest.raises(iam.exceptions.NoSuchEntityException) as caught:
            call()
        assert caught.value.response["Error"]["Message"] == f"The role with name {name} cannot be found."
        assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 404


# Trust.


def test_a_trust_policy_counts_at_once(iam: Any, role: str, lodge: Lodge) -> None:  # noqa: ANN401
    arn = f"arn:aws:iam::{ACCOUNT}:role/{role}"
    sts, partner = lodge.client("sts", "A/admin"), lodge.client("sts", "B/admin")

    def assume(client: Any) -> str:  # noqa: ANN401
        return client.assume_role(RoleArn=arn, RoleSessionName="tests")["AssumedRoleUser"]["Arn"]

    for _ in range(3):
        assume(sts)
        with refused("AccessDenied", f"is not authorized to perform: sts:AssumeRole on resource: {arn}"):
            assume(partner)
        iam.update_assume_role_policy(RoleName=role, PolicyDocument=json.dumps(trust(PARTNER)))
        assert iam.get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"] == trust(PARTNER)
        assume(partner)
        with refused("AccessDenied", f"is not authorized to perform: sts:AssumeRole on resource: {arn}"):
            assume(sts)
        iam.update_assume_role_policy(RoleName=role, PolicyDocument=TRUST)
    for document in ("{}", TEXT, json.dumps(trust("999999999999"))):
        with refused("MalformedPolicyDocument"):
            iam.update_assume_role_policy(RoleName=role, PolicyDocument=document)


def test_a_new_user_of_an_old_name_is_not_trusted(iam: Any, role: str, lodge: Lodge) -> None:  # noqa: ANN401
    """Source: IAM User Guide, "AWS JSON policy elements: Principal"."""
    name = new_name("user")
    arn = f"arn:aws:iam::{ACCOUNT}:role/{role}"

    def user() -> tuple[str, Any]:
        made = iam.create_user(UserName=name)["User"]
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return made["UserId"], lodge.client("sts", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))

    user_id, sts = user()
    iam.update_assume_role_policy(
        RoleName=role, PolicyDocument=json.dumps(trust(f"arn:aws:iam::{ACCOUNT}:user/{name}"))
    )
    sts.assume_role(RoleArn=arn, RoleSessionName="tests")
    (key,) = iam.list_access_keys(UserName=name)["AccessKeyMetadata"]
    iam.delete_access_key(UserName=name, AccessKeyId=key["AccessKeyId"])
    iam.delete_user(UserName=name)
    document = iam.get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"]
    assert document["Statement"][0]["Principal"] == {"AWS": user_id}
    _, sts = user()
    with refused("AccessDenied"):
        sts.assume_role(RoleArn=arn, RoleSessionName="tests")
