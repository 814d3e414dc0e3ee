"""Users, their access keys and their inline policies."""

import json
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bootstrap import Json, account, administrator, world
from lodge import UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import allowing, trust

POLICY = allowing("kms:ListKeys")
TEXT = json.dumps(POLICY)
TAGS = [{"Key": "team", "Value": "a"}, {"Key": "stage", "Value": ""}]


@pytest.fixture(scope="module")
def iam(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("iam", "A/admin", config=UNCHECKED)


def new_name(kind: str = "user") -> str:
    return f"{kind}-{uuid.uuid4()}"


@pytest.fixture
def user(iam: Any) -> str:  # noqa: ANN401
    """The name of a new user."""
    name = new_name()
    iam.create_user(UserName=name)
    return name


def credentials(made: Json) -> Credentials:
    key = made["AccessKey"]
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"])


# Users.


def test_a_user_comes_and_goes(iam: Any) -> None:  # noqa: ANN401
    name = new_name()
    answer = iam.create_user(UserName=name, Path="/team/a/", Tags=TAGS)
    assert answer["ResponseMetadata"]["HTTPHeaders"]["content-type"] == "text/xml"
    made = answer["User"]
    assert re.fullmatch("AIDA[A-Z2-7]{17}", made["UserId"])
    assert abs(made["CreateDate"] - datetime.now(UTC)) < timedelta(minutes=1)
    assert sorted(made.pop("Tags"), key=str) == sorted(TAGS, key=str)
    assert made == {
        "Path": "/team/a/",
        "UserName": name,
        "UserId": made["UserId"],
        "Arn": f"arn:aws:iam::{ACCOUNT}:user/team/a/{name}",
        "CreateDate": made["CreateDate"],
    }
    found = iam.get_user(UserName=name)["User"]
    assert sorted(found.pop("Tags"), key=str) == sorted(TAGS, key=str)
    assert found == made
    (listed,) = iam.list_users(PathPrefix="/team/a/")["Users"]
    assert listed == made

    iam.delete_user(UserName=name)
    text = f"The user with name {name} cannot be found."
    with refused("NoSuchEntity", text):
        iam.get_user(UserName=name)
    with refused("NoSuchEntity", text):
        iam.delete_user(UserName=name)
    again = iam.create_user(UserName=name)["User"]
    assert again["UserId"] != made["UserId"]


def test_names_are_taken_in_every_case(iam: Any, user: str) -> None:  # noqa: ANN401
    for name in (user, user.upper()):
        with refused("EntityAlreadyExists", f"User with name {name} already exists."):
            iam.create_user(UserName=name)
    # A role may have the name of a user.
    iam.create_role(RoleName=user, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))


CONSTRAINT = "failed to satisfy constraint: Member must"

INVALID: list[tuple[Json, str, str]] = [
    ({"UserName": "a b"}, "ValidationError", "userName"),
    ({"UserName": ""}, "ValidationError", f"at 'userName' {CONSTRAINT} have length greater than or equal to 1"),
    ({"UserName": "u" * 65}, "ValidationError", f"at 'userName' {CONSTRAINT} have length less than or equal to 64"),
    ({}, "ValidationError", f"Value null at 'userName' {CONSTRAINT} not be null"),
    ({"Path": "no/slashes"}, "ValidationError", "path"),
    (
        {"Path": "/" + "p" * 511 + "/"},
        "ValidationError",
        f"at 'path' {CONSTRAINT} have length less than or equal to 512",
    ),
    ({"Tags": [{"Key": "k" * 129, "Value": ""}]}, "ValidationError", "length less than or equal to 128"),
    ({"Tags": [{"Key": "k", "Value": "v" * 257}]}, "ValidationError", "length less than or equal to 256"),
    ({"Tags": [{"Key": str(number), "Value": ""} for number in range(51)]}, "ValidationError", "at 'tags'"),
    (
        {"Tags": [{"Key": "Team", "Value": "a"}, {"Key": "team", "Value": "b"}]},
        "InvalidInput",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    ),
    ({"Tags": [{"Key": "aws:k", "Value": ""}]}, "InvalidInput", "aws:"),
    ({"PermissionsBoundary": f"arn:aws:iam::{ACCOUNT}:policy/none"}, "NoSuchEntity", "is not attachable."),
]


@pytest.mark.parametrize(("parameters", "code", "text"), INVALID, ids=lambda it: str(it)[:40])
def test_users_that_cannot_be_made(iam: Any, parameters: Json, code: str, text: str) -> None:  # noqa: ANN401
    name = {} if parameters == {} else {"UserName": new_name()}
    with refused(code, text):
        iam.create_user(**(name | parameters))


def test_what_a_user_has_goes_first(iam: Any, user: str) -> None:  # noqa: ANN401
    iam.put_user_policy(UserName=user, PolicyName="p", PolicyDocument=TEXT)
    key = iam.create_access_key(UserName=user)["AccessKey"]["AccessKeyId"]
    with refused("DeleteConflict", "Cannot delete entity, must delete access keys first."):
        iam.delete_user(UserName=user)
    iam.delete_access_key(UserName=user, AccessKeyId=key)
    with refused("DeleteConflict", "Cannot delete entity, must delete policies first."):
        iam.delete_user(UserName=user)
    iam.delete_user_policy(UserName=user, PolicyName="p")
    iam.delete_user(UserName=user)


def test_callers_may_leave_their_name_out(iam: Any, user: str, lodge: Lodge) -> None:  # noqa: ANN401
    caller = credentials(iam.create_access_key(UserName=user))
    own = allowing(["iam:GetUser", "iam:*AccessKey*"], f"arn:aws:iam::{ACCOUNT}:user/${{aws:username}}")
    iam.put_user_policy(UserName=user, PolicyName="own", PolicyDocument=json.dumps(own))
    client = lodge.client("iam", caller)
    assert client.get_user()["User"]["UserName"] == user
    (key,) = client.list_access_keys()["AccessKeyMetadata"]
    assert (key["UserName"], key["AccessKeyId"]) == (user, caller.access_key_id)
    other = client.create_access_key()["AccessKey"]["AccessKeyId"]
    client.update_access_key(AccessKeyId=other, Status="Inactive")
    client.delete_access_key(AccessKeyId=other)
    with refused("AccessDenied", "is not authorized to perform: iam:GetUser"):
        client.get_user(UserName="admin")
    role = new_name("role")
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    iam.put_role_policy(RoleName=role, PolicyName="all", PolicyDocument=json.dumps(allowing("iam:*")))
    sts = lodge.client("sts", "A/admin")
    answer = sts.assume_role(RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{role}", RoleSessionName="tests")
    with refused("ValidationError", "Must specify userName when calling with non-User credentials"):
        lodge.client("iam", Credentials.of_answer(answer)).get_user()


# Access keys.


def test_access_keys(iam: Any, user: str, lodge: Lodge) -> None:  # noqa: ANN401
    made = iam.create_access_key(UserName=user)
    key = made["AccessKey"]
    assert re.fullmatch("AKIA[A-Z2-7]{16}", key["AccessKeyId"])
    assert len(key["SecretAccessKey"]) == 40
    assert (key["UserName"], key["Status"]) == (user, "Active")
    caller = credentials(made)
    arn = lodge.client("sts", caller).get_caller_identity()["Arn"]
    assert arn == f"arn:aws:iam::{ACCOUNT}:user/{user}"
    (listed,) = iam.list_access_keys(UserName=user)["AccessKeyMetadata"]
    assert listed == {name: key[name] for name in ("UserName", "AccessKeyId", "Status", "CreateDate")}

    second = iam.create_access_key(UserName=user)["AccessKey"]["AccessKeyId"]
    with refused("LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2"):
        iam.create_access_key(UserName=user)
    pages = iam.get_paginator("list_access_keys").paginate(UserName=user, PaginationConfig={"PageSize": 1})
    found = [it["AccessKeyId"] for page in pages for it in page["AccessKeyMetadata"]]
    assert sorted(found) == sorted([caller.access_key_id, second])

    # Off and on, gone: at once.
    invalid = "The security token included in the request is invalid."
    for _ in range(3):
        iam.update_access_key(UserName=user, AccessKeyId=caller.access_key_id, Status="Inactive")
        with refused("InvalidClientTokenId", invalid):
            lodge.client("sts", caller).get_caller_identity()
        with refused("UnrecognizedClientException", invalid):
            lodge.client("kms", caller).list_keys()
        iam.update_access_key(UserName=user, AccessKeyId=caller.access_key_id, Status="Active")
        lodge.client("sts", caller).get_caller_identity()
    iam.delete_access_key(UserName=user, AccessKeyId=caller.access_key_id)
    with refused("InvalidClientTokenId", invalid):
        lodge.client("sts", caller).get_caller_identity()


def test_access_keys_that_are_not_the_users(iam: Any, user: str) -> None:  # noqa: ANN401
    other = new_name()
    iam.create_user(UserName=other)
    key = iam.create_access_key(UserName=other)["AccessKey"]["AccessKeyId"]
    for unknown in (key, "AKIAAAAAAAAAAAAAAAAA"):
        for call in (
            lambda unknown=unknown: iam.delete_access_key(UserName=user, AccessKeyId=unknown),
            lambda unknown=unknown: iam.update_access_key(UserName=user, AccessKeyId=unknown, Status="Inactive"),
        ):
            with refused("NoSuchEntity", f"The Access Key with id {unknown} cannot be found."):
                call()
    with refused("ValidationError", "at 'status'", "enum value set"):
        iam.update_access_key(UserName=other, AccessKeyId=key, Status="Sleeping")
    with refused("ValidationError", "at 'accessKeyId'", "length greater than or equal to 16"):
        iam.delete_access_key(UserName=other, AccessKeyId="AKIA")


# Inline policies.


def test_inline_policies(iam: Any, user: str) -> None:  # noqa: ANN401
    text = json.dumps(POLICY | {"Id": "ä ö & <ü> % + = /"}, indent=3)
    iam.put_user_policy(UserName=user, PolicyName="p1", PolicyDocument=text)
    found = iam.get_user_policy(UserName=user, PolicyName="p1")
    assert (found["UserName"], found["PolicyName"]) == (user, "p1")
    assert found["PolicyDocument"] == json.loads(text)
    for number in range(2, 6):
        iam.put_user_policy(UserName=user, PolicyName=f"p{number}", PolicyDocument=TEXT)
    names = [f"p{number}" for number in range(1, 6)]
    assert iam.list_user_policies(UserName=user)["PolicyNames"] == names
    for size in (1, 2, 5, 6):
        pages = list(
            iam.get_paginator("list_user_policies").paginate(UserName=user, PaginationConfig={"PageSize": size})
        )
        assert [name for page in pages for name in page["PolicyNames"]] == names
        assert [page["IsTruncated"] for page in pages] == [True] * (len(pages) - 1) + [False]
    iam.delete_user_policy(UserName=user, PolicyName="p1")
    text = "The user policy with name p1 cannot be found."
    with refused("NoSuchEntity", text):
        iam.delete_user_policy(UserName=user, PolicyName="p1")
    with refused("NoSuchEntity", text):
        iam.get_user_policy(UserName=user, PolicyName="p1")


BAD_POLICIES = [
    "text",
    "{}",
    "[]",
    json.dumps(trust(ACCOUNT)),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*"}]}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*"}]}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"key"}]}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ListKeys","Resource":"*"}]}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{"Like":{"a:b":"c"}}}]}',
]


@pytest.mark.parametrize("policy", BAD_POLICIES, ids=lambda it: it[-60:])
def test_inline_policies_that_cannot_be_used(iam: Any, user: str, policy: str) -> None:  # noqa: ANN401
    with refused("MalformedPolicyDocument"):
        iam.put_user_policy(UserName=user, PolicyName="p", PolicyDocument=policy)
    assert iam.list_user_policies(UserName=user)["PolicyNames"] == []


def test_inline_policies_have_a_quota(iam: Any, user: str) -> None:  # noqa: ANN401
    """2,048 characters together, white space aside. Source: IAM User Guide, "IAM and AWS STS quotas"."""
    half = json.dumps(allowing([f"kms:Action{number:03}" for number in range(80)]))
    iam.put_user_policy(UserName=user, PolicyName="first", PolicyDocument=half + " " * 3000)
    with refused("LimitExceeded", f"Maximum policy size of 2048 bytes exceeded for user {user}"):
        iam.put_user_policy(UserName=user, PolicyName="second", PolicyDocument=half)
    iam.put_user_policy(UserName=user, PolicyName="first", PolicyDocument=half)
    with refused("ValidationError", "at 'policyDocument'", "length less than or equal to 131072"):
        iam.put_user_policy(UserName=user, PolicyName="second", PolicyDocument="x" * 131073)
    with refused("ValidationError", "at 'policyName'", "length less than or equal to 128"):
        iam.put_user_policy(UserName=user, PolicyName="p" * 129, PolicyDocument=TEXT)


def test_whoever_is_missing_is_not_found(iam: Any) -> None:  # noqa: ANN401
    name = new_name()
    for call in (
        lambda: iam.get_user(UserName=name),
        lambda: iam.delete_user(UserName=name),
        lambda: iam.create_access_key(UserName=name),
        lambda: iam.list_access_keys(UserName=name),
        lambda: iam.update_access_key(UserName=name, AccessKeyId="AKIAAAAAAAAAAAAAAAAA", Status="Active"),
        lambda: iam.delete_access_key(UserName=name, AccessKeyId="AKIAAAAAAAAAAAAAAAAA"),
        lambda: iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=TEXT),
        lambda: iam.get_user_policy(UserName=name, PolicyName="p"),
        lambda: iam.list_user_policies(UserName=name),
        lambda: iam.delete_user_policy(UserName=name, PolicyName="p"),
    ):
        with pytest.raises(iam.exceptions.NoSuchEntityException) as caught:
            call()
        answer = caught.value.response
        assert answer["Error"]["Message"] == f"The user with name {name} cannot be found."
        assert (answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Type"]) == (404, "Sender")


def test_statuses_of_conflicts(iam: Any, user: str) -> None:  # noqa: ANN401
    """Source: IAM API Reference, the errors of each operation."""
    iam.put_user_policy(UserName=user, PolicyName="p", PolicyDocument=TEXT)
    for call, status in (
        (lambda: iam.create_user(UserName=user), 409),
        (lambda: iam.delete_user(UserName=user), 409),
        (lambda: iam.put_user_policy(UserName=user, PolicyName="p", PolicyDocument="{}"), 400),
        (lambda: iam.create_user(UserName="a b"), 400),
    ):
        with pytest.raises(iam.exceptions.ClientError) as caught:
            call()
        assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == status


# Listings.


@pytest.fixture(scope="module")
def listings(make_module_lodge: Callable[..., Lodge]) -> Any:  # noqa: ANN401
    """IAM of an account with 12 users and 12 roles, 5 of each below the path /a/b/, 2 below /a%/."""
    own = make_module_lodge(world(account(ACCOUNT, "A", users=[administrator()])))
    iam = own.client("iam", "A/admin", config=UNCHECKED)
    for number, path in enumerate(["/"] * 4 + ["/a/b/"] * 5 + ["/a%/"] * 2):
        iam.create_user(UserName=f"user-{number}", Path=path)
        iam.create_role(RoleName=f"role-{number}", Path=path, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    return iam


@pytest.mark.parametrize("size", [1, 5, 11, 12, 13])
@pytest.mark.parametrize(("prefix", "count"), [("/", 12), ("/a/b/", 5), ("/a", 7), ("/a/b", 5), ("/a%", 2), ("/b", 0)])
def test_users_and_roles_are_listed_page_by_page(listings: Any, prefix: str, count: int, size: int) -> None:  # noqa: ANN401
    for operation, member, name in (("list_users", "Users", "UserName"), ("list_roles", "Roles", "RoleName")):
        paginator = listings.get_paginator(operation)
        pages = list(paginator.paginate(PathPrefix=prefix, PaginationConfig={"PageSize": size}))
        assert all(len(page[member]) <= size for page in pages)
        assert len(pages) == max(1, -(-count // size))
        names = [it[name] for page in pages for it in page[member]]
        assert len(set(names)) == len(names) == count
        assert all(it["Path"].startswith(prefix) for page in pages for it in page[member])


@pytest.mark.parametrize(("items", "bound"), [(0, "greater than or equal to 1"), (1001, "less than or equal to 1000")])
def test_pages_have_a_size(listings: Any, items: int, bound: str) -> None:  # noqa: ANN401
    for operation in ("list_users", "list_roles", "list_access_keys"):
        with refused("ValidationError", f"Value '{items}' at 'maxItems'", f"Member must have value {bound}"):
            getattr(listings, operation)(MaxItems=items)


def test_markers_belong_to_one_listing(listings: Any) -> None:  # noqa: ANN401
    """The API Reference says to pass a marker with the request that it came from; anything else must not lead anywhere."""
    users = listings.list_users(MaxItems=1)["Marker"]
    roles = listings.list_roles(MaxItems=1)["Marker"]
    below = listings.list_users(PathPrefix="/a/b/", MaxItems=1)["Marker"]
    wrong = []
    for what, call in {
        "roles with the marker of users": lambda: listings.list_roles(Marker=users),
        "users with the marker of roles": lambda: listings.list_users(Marker=roles),
        "access keys with the marker of users": lambda: listings.list_access_keys(UserName="admin", Marker=users),
        "policies with the marker of users": lambda: listings.list_user_policies(UserName="admin", Marker=users),
        "another path": lambda: listings.list_users(PathPrefix="/a%/", Marker=below),
        "no marker at all": lambda: listings.list_users(Marker="marker"),
    }.items():
        try:
            call()
            wrong.append(what)
        except listings.exceptions.ClientError as error:
            if error.response["Error"]["Code"] != "ValidationError":
                wrong.append(f"{what}: {error}")
    assert not wrong


def test_a_marker_of_another_account_shows_nothing_of_it(lodge: Lodge) -> None:
    iam, partner = (lodge.client("iam", caller) for caller in ("A/admin", "B/admin"))
    for client in (iam, partner):
        client.create_user(UserName=new_name())
    for own, other, account_id in ((iam, partner, ACCOUNT), (partner, iam, "444455556666")):
        marker = other.list_users(MaxItems=1)["Marker"]
        try:
            users = own.list_users(Marker=marker)["Users"]
        except own.exceptions.ClientError as error:
            assert error.response["Error"]["Code"] == "ValidationError"  # noqa: PT017
        else:
            assert all(user["Arn"].split(":")[4] == account_id for user in users)
