"""Groups, managed policies and permissions boundaries, and what follows from them for callers."""

import json
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from bootstrap import Json
from lodge import UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import allowing, trust

READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"
ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
NONE = f"arn:aws:iam::{ACCOUNT}:policy/no-such-policy"
TEXT = json.dumps(allowing("kms:ListKeys"))


@pytest.fixture(scope="module")
def iam(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("iam", "A/admin", config=UNCHECKED)


def new_name(kind: str) -> str:
    return f"{kind}-{uuid.uuid4()}"


@pytest.fixture
def policy(iam: Any) -> str:  # noqa: ANN401
    """The ARN of a new policy that allows kms:ListKeys."""
    return iam.create_policy(PolicyName=new_name("policy"), PolicyDocument=TEXT)["Policy"]["Arn"]


@pytest.fixture
def group(iam: Any) -> str:  # noqa: ANN401
    """The name of a new group."""
    name = new_name("group")
    iam.create_group(GroupName=name)
    return name


@pytest.fixture
def user(iam: Any) -> str:  # noqa: ANN401
    """The name of a new user."""
    name = new_name("user")
    iam.create_user(UserName=name)
    return name


@pytest.fixture
def caller(iam: Any, user: str) -> Credentials:  # noqa: ANN401
    """That user's access key."""
    made = iam.create_access_key(UserName=user)["AccessKey"]
    return Credentials(made["AccessKeyId"], made["SecretAccessKey"])


def pages(call: Any, member: str, **parameters: object) -> Iterator[Json]:  # noqa: ANN401
    """All items of a listing, page by page, as AWS's own paginators go through it."""
    marker: Json = {}
    while True:
        page = call(**parameters, **marker, MaxItems=1)
        assert len(page[member]) <= 1
        yield from page[member]
        if not page["IsTruncated"]:
            assert "Marker" not in page
            return
        assert len(page["Marker"]) <= 320
        marker = {"Marker": page["Marker"]}


# Groups.


def test_a_group_comes_and_goes(iam: Any) -> None:  # noqa: ANN401
    name = new_name("group")
    made = iam.create_group(GroupName=name, Path="/team/")["Group"]
    assert re.fullmatch("AGPA[A-Z2-7]{17}", made["GroupId"])
    assert made["Arn"] == f"arn:aws:iam::{ACCOUNT}:group/team/{name}"
    assert iam.get_group(GroupName=name)["Group"] == made
    with refused("EntityAlreadyExists", f"Group with name {name.upper()} already exists."):
        iam.create_group(GroupName=name.upper())
    iam.update_group(GroupName=name, NewGroupName=f"{name}-b", NewPath="/")
    with refused("NoSuchEntity", f"The group with name {name} cannot be found."):
        iam.get_group(GroupName=name)
    assert iam.get_group(GroupName=f"{name}-b")["Group"]["GroupId"] == made["GroupId"]
    iam.delete_group(GroupName=f"{name}-b")


def test_members_may_what_the_group_may(lodge: Lodge, iam: Any, group: str, user: str, caller: Credentials) -> None:  # noqa: ANN401
    kms = lodge.client("kms", caller)
    with refused("AccessDeniedException", "because no identity-based policy allows the kms:ListKeys action"):
        kms.list_keys()
    iam.put_group_policy(GroupName=group, PolicyName="list", PolicyDocument=TEXT)
    iam.add_user_to_group(GroupName=group, UserName=user)
    kms.list_keys()
    with refused("DeleteConflict", "Cannot delete entity, must remove users from group first."):
        iam.delete_group(GroupName=group)
    with refused("NoSuchEntity"):
        iam.add_user_to_group(GroupName=group, UserName="no-such-user")
    assert [found["GroupName"] for found in iam.list_groups_for_user(UserName=user)["Groups"]] == [group]
    iam.remove_user_from_group(GroupName=group, UserName=user)
    with refused("AccessDeniedException"):
        kms.list_keys()
    with refused("DeleteConflict", "Cannot delete entity, must delete policies first."):
        iam.delete_group(GroupName=group)


def test_names_at_their_longest_page(iam: Any) -> None:  # noqa: ANN401
    path = f"/{'p' * 400}/"
    names = [f"{letter}{'n' * 127}" for letter in "abc"]
    for name in names:
        iam.create_group(GroupName=name, Path=path)
    assert [found["GroupName"] for found in pages(iam.list_groups, "Groups", PathPrefix=path)] == names
    for letter in "abc":
        iam.create_user(UserName=f"{letter}{'n' * 63}", Path=path)
    found = [found["UserName"][0] for found in pages(iam.list_users, "Users", PathPrefix=path)]
    assert found == ["a", "b", "c"]


# Managed policies.


def test_a_policy_comes_and_goes(iam: Any) -> None:  # noqa: ANN401
    name = new_name("policy")
    made = iam.create_policy(
        PolicyName=name,
        Path="/team/",
        PolicyDocument=TEXT,
        Description="lists",
        Tags=[{"Key": "team", "Value": "a"}],
    )["Policy"]
    assert re.fullmatch("ANPA[A-Z2-7]{17}", made["PolicyId"])
    arn = f"arn:aws:iam::{ACCOUNT}:policy/team/{name}"
    assert (made["Arn"], made["DefaultVersionId"], made["AttachmentCount"]) == (arn, "v1", 0)
    found = iam.get_policy(PolicyArn=arn)["Policy"]
    assert (found["Description"], found["Tags"]) == ("lists", [{"Key": "team", "Value": "a"}])
    version = iam.get_policy_version(PolicyArn=arn, VersionId="v1")["PolicyVersion"]
    assert (version["Document"], version["IsDefaultVersion"]) == (allowing("kms:ListKeys"), True)
    with refused("EntityAlreadyExists", f"A policy called {name} already exists. Duplicate names are not allowed."):
        iam.create_policy(PolicyName=name, PolicyDocument=TEXT)
    iam.delete_policy(PolicyArn=arn)
    with refused("NoSuchEntity", f"Policy {arn} was not found."):
        iam.get_policy(PolicyArn=arn)


def test_a_new_default_version_counts_at_once(
    lodge: Lodge,
    iam: Any,  # noqa: ANN401
    policy: str,
    user: str,
    caller: Credentials,
) -> None:
    kms = lodge.client("kms", caller)
    iam.attach_user_policy(UserName=user, PolicyArn=policy)
    kms.list_keys()
    iam.create_policy_version(PolicyArn=policy, PolicyDocument=json.dumps(allowing("s3:*")), SetAsDefault=True)
    with refused("AccessDeniedException"):
        kms.list_keys()
    iam.set_default_policy_version(PolicyArn=policy, VersionId="v1")
    kms.list_keys()
    with refused("DeleteConflict", "Cannot delete the default version of a policy."):
        iam.delete_policy_version(PolicyArn=policy, VersionId="v1")
    with refused("DeleteConflict", "Cannot delete a policy attached to entities."):
        iam.delete_policy(PolicyArn=policy)
    iam.detach_user_policy(UserName=user, PolicyArn=policy)
    with refused("DeleteConflict", "This policy has more than one version."):
        iam.delete_policy(PolicyArn=policy)
    for _ in range(3):
        iam.create_policy_version(PolicyArn=policy, PolicyDocument=TEXT)
    with refused("LimitExceeded", "A managed policy can have up to 5 versions."):
        iam.create_policy_version(PolicyArn=policy, PolicyDocument=TEXT)
    versions = [found["VersionId"] for found in pages(iam.list_policy_versions, "Versions", PolicyArn=policy)]
    assert versions == ["v5", "v4", "v3", "v2", "v1"]
    assert iam.get_policy(PolicyArn=policy)["Policy"]["AttachmentCount"] == 0


MALFORMED: list[tuple[str, str]] = [
    ("{", "MalformedPolicyDocument"),
    (json.dumps(trust(ACCOUNT)), "MalformedPolicyDocument"),
    (json.dumps(allowing(["kms:ListKeys"] * 500)), "LimitExceeded"),
    ("", "ValidationError"),
]


@pytest.mark.parametrize(("document", "code"), MALFORMED, ids=lambda it: it[:20])
def test_documents_that_are_no_policies(iam: Any, policy: str, document: str, code: str) -> None:  # noqa: ANN401
    with refused(code):
        iam.create_policy(PolicyName=new_name("policy"), PolicyDocument=document)
    with refused(code):
        iam.create_policy_version(PolicyArn=policy, PolicyDocument=document)


def test_awss_policies_can_be_attached_and_not_changed(
    lodge: Lodge,
    iam: Any,  # noqa: ANN401
    user: str,
    caller: Credentials,
) -> None:
    iam.attach_user_policy(UserName=user, PolicyArn=READ_ONLY)
    lodge.client("iam", caller).list_users()
    with refused("AccessDenied"):
        lodge.client("iam", caller).create_user(UserName=new_name("user"))
    for change in (
        lambda: iam.delete_policy(PolicyArn=READ_ONLY),
        lambda: iam.create_policy_version(PolicyArn=READ_ONLY, PolicyDocument=TEXT),
        lambda: iam.tag_policy(PolicyArn=READ_ONLY, Tags=[{"Key": "a", "Value": ""}]),
    ):
        with refused("AccessDenied", "is a policy of AWS"):
            change()
    names = [found["PolicyName"] for found in pages(iam.list_policies, "Policies", Scope="AWS")]
    assert {"AdministratorAccess", "PowerUserAccess", "ReadOnlyAccess", "IAMFullAccess", "SecurityAudit"} <= set(names)
    assert "AWSKeyManagementServicePowerUser" in names


def test_ten_policies_are_attached_at_most(iam: Any, user: str, policy: str) -> None:  # noqa: ANN401
    for arn in (NONE, "arn:aws:iam::aws:policy/NoSuchPolicy"):
        with refused("NoSuchEntity", f"Policy {arn} does not exist or is not attachable."):
            iam.attach_user_policy(UserName=user, PolicyArn=arn)
    with refused("NoSuchEntity", f"Policy {policy} was not found."):
        iam.detach_user_policy(UserName=user, PolicyArn=policy)
    for _ in range(10):
        made = iam.create_policy(PolicyName=new_name("policy"), PolicyDocument=TEXT)["Policy"]["Arn"]
        iam.attach_user_policy(UserName=user, PolicyArn=made)
        iam.attach_user_policy(UserName=user, PolicyArn=made)
    with refused("LimitExceeded", "Cannot exceed quota for PoliciesPerUser: 10"):
        iam.attach_user_policy(UserName=user, PolicyArn=policy)
    assert len(list(pages(iam.list_attached_user_policies, "AttachedPolicies", UserName=user))) == 10
    with refused("DeleteConflict", "Cannot delete entity, must detach all policies first."):
        iam.delete_user(UserName=user)


def test_who_has_a_policy(iam: Any, user: str, group: str, policy: str) -> None:  # noqa: ANN401
    role = new_name("role")
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)), PermissionsBoundary=policy)
    iam.attach_user_policy(UserName=user, PolicyArn=policy)
    iam.attach_group_policy(GroupName=group, PolicyArn=policy)
    found = iam.list_entities_for_policy(PolicyArn=policy)
    assert [it["UserName"] for it in found["PolicyUsers"]] == [user]
    assert [it["GroupName"] for it in found["PolicyGroups"]] == [group]
    assert [it["RoleName"] for it in found["PolicyRoles"]] == [role]
    found = iam.list_entities_for_policy(PolicyArn=policy, PolicyUsageFilter="PermissionsBoundary")
    assert (found["PolicyUsers"], [it["RoleName"] for it in found["PolicyRoles"]]) == ([], [role])
    counted = iam.get_policy(PolicyArn=policy)["Policy"]
    assert (counted["AttachmentCount"], counted["PermissionsBoundaryUsageCount"]) == (2, 1)


# Boundaries.


def test_a_boundary_limits_and_explains(lodge: Lodge, iam: Any, policy: str, user: str, caller: Credentials) -> None:  # noqa: ANN401
    iam.attach_user_policy(UserName=user, PolicyArn=ADMINISTRATOR)
    kms = lodge.client("kms", caller)
    kms.list_aliases()
    iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=policy)
    kms.list_keys()
    with refused("AccessDeniedException", "because no permissions boundary allows the kms:ListAliases action"):
        kms.list_aliases()
    shown = iam.get_user(UserName=user)["User"]["PermissionsBoundary"]
    assert shown == {"PermissionsBoundaryType": "PermissionsBoundaryPolicy", "PermissionsBoundaryArn": policy}
    deny = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "kms:*", "Resource": "*"}]}
    iam.create_policy_version(PolicyArn=policy, PolicyDocument=json.dumps(deny), SetAsDefault=True)
    with refused("AccessDeniedException", "with an explicit deny in a permissions boundary"):
        kms.list_keys()
    iam.delete_user_permissions_boundary(UserName=user)
    kms.list_aliases()
    with refused("NoSuchEntity", f"Scope ARN: {NONE} does not exist or is not attachable."):
        iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=NONE)
