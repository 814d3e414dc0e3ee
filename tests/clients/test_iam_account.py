"""Tags, instance profiles, and what IAM tells of an account as a whole."""

import csv
import io
import json
import time
import uuid
from typing import Any

import pytest

from lodge import UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import PARTNER, allowing, trust

TEXT = json.dumps(allowing("kms:ListKeys"))
TRUST = json.dumps(trust(ACCOUNT))


@pytest.fixture(scope="module")
def iam(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("iam", "A/admin", config=UNCHECKED)


def new_name(kind: str) -> str:
    return f"{kind}-{uuid.uuid4()}"


@pytest.fixture
def user(iam: Any) -> str:  # noqa: ANN401
    """The name of a new user."""
    name = new_name("user")
    iam.create_user(UserName=name)
    return name


# Tags.


def make(iam: Any, kind: str) -> dict[str, str]:  # noqa: ANN401
    name = new_name(kind)
    match kind:
        case "user":
            iam.create_user(UserName=name)
        case "role":
            iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)
        case "instance_profile":
            iam.create_instance_profile(InstanceProfileName=name)
            return {"InstanceProfileName": name}
        case _:
            return {"PolicyArn": iam.create_policy(PolicyName=name, PolicyDocument=TEXT)["Policy"]["Arn"]}
    return {f"{kind.title()}Name": name}


@pytest.mark.parametrize("kind", ["user", "role", "policy", "instance_profile"])
def test_tags_come_and_go(iam: Any, kind: str) -> None:  # noqa: ANN401
    named = make(iam, kind)
    tag, untag, tags = (
        getattr(iam, f"{verb}_{kind}{s}") for verb, s in (("tag", ""), ("untag", ""), ("list", "_tags"))
    )
    tag(**named, Tags=[{"Key": "Team", "Value": "a"}, {"Key": "stage", "Value": ""}])
    tag(**named, Tags=[{"Key": "team", "Value": "b"}])
    found = tags(**named)["Tags"]
    assert {it["Key"]: it["Value"] for it in found} == {"team": "b", "stage": ""}
    first = tags(**named, MaxItems=1)
    assert first["IsTruncated"]
    assert len(tags(**named, Marker=first["Marker"])["Tags"]) == 1
    untag(**named, TagKeys=["TEAM"])
    assert tags(**named)["Tags"] == [{"Key": "stage", "Value": ""}]
    with refused("InvalidInput", "aws:"):
        tag(**named, Tags=[{"Key": "aws:k", "Value": ""}])
    with refused("LimitExceeded", "The number of tags has reached the maximum limit."):
        tag(**named, Tags=[{"Key": str(number), "Value": ""} for number in range(50)])
    missing = {key: f"{value}-none" for key, value in named.items()}
    with refused("NoSuchEntity"):
        tag(**missing, Tags=[{"Key": "a", "Value": ""}])


# Instance profiles.


def test_an_instance_profile_comes_and_goes(iam: Any) -> None:  # noqa: ANN401
    role, name = new_name("role"), new_name("profile")
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=TRUST)
    made = iam.create_instance_profile(InstanceProfileName=name, Path="/a/")["InstanceProfile"]
    assert made["Arn"] == f"arn:aws:iam::{ACCOUNT}:instance-profile/a/{name}"
    iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=role)
    with refused("LimitExceeded", "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"):
        iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=role)
    (found,) = iam.list_instance_profiles_for_role(RoleName=role)["InstanceProfiles"]
    assert [it["RoleName"] for it in found["Roles"]] == [role]
    with refused("DeleteConflict", "Cannot delete entity, must remove roles from instance profile first."):
        iam.delete_role(RoleName=role)
    iam.remove_role_from_instance_profile(InstanceProfileName=name, RoleName=role)
    iam.delete_instance_profile(InstanceProfileName=name)
    with refused("NoSuchEntity", f"Instance Profile {name} cannot be found."):
        iam.get_instance_profile(InstanceProfileName=name)


# The account.


def test_an_alias_belongs_to_one_account(lodge: Lodge, iam: Any) -> None:  # noqa: ANN401
    alias = new_name("alias")
    iam.create_account_alias(AccountAlias=alias)
    assert iam.list_account_aliases()["AccountAliases"] == [alias]
    other = lodge.client("iam", "B/admin")
    with refused("EntityAlreadyExists", f"The account alias {alias} already exists."):
        other.create_account_alias(AccountAlias=alias)
    with refused("ValidationError"):
        iam.create_account_alias(AccountAlias="Not An Alias")
    iam.delete_account_alias(AccountAlias=alias)
    with refused("NoSuchEntity"):
        iam.delete_account_alias(AccountAlias=alias)
    assert other.get_account_summary()["SummaryMap"]["UsersQuota"] == 5000


def test_the_summary_and_the_details_agree(iam: Any, user: str) -> None:  # noqa: ANN401
    paginator = iam.get_paginator("get_account_authorization_details")
    users = [it for page in paginator.paginate(PaginationConfig={"PageSize": 3}) for it in page["UserDetailList"]]
    assert user in {it["UserName"] for it in users}
    assert iam.get_account_summary()["SummaryMap"]["Users"] == len(users)


def test_the_credential_report_is_a_table(lodge: Lodge, iam: Any, user: str) -> None:  # noqa: ANN401
    made = iam.create_access_key(UserName=user)["AccessKey"]
    caller = Credentials(made["AccessKeyId"], made["SecretAccessKey"])
    lodge.client("sts", caller).get_caller_identity()
    last = iam.get_access_key_last_used(AccessKeyId=made["AccessKeyId"])
    assert (last["UserName"], last["AccessKeyLastUsed"]["ServiceName"]) == (user, "sts")
    assert abs(last["AccessKeyLastUsed"]["LastUsedDate"].timestamp() - time.time()) < 120
    while iam.generate_credential_report()["State"] != "COMPLETE":
        pass
    report = iam.get_credential_report()
    assert report["ReportFormat"] == "text/csv"
    rows = list(csv.DictReader(io.StringIO(report["Content"].decode())))
    assert rows[0]["user"] == "<root_account>"
    assert all(len(row) == 22 for row in rows)
    own = {row["user"] for row in rows}
    assert "admin" in own
    with refused("ReportNotPresent"):
        lodge.client("iam", "B/admin").get_credential_report()
    with refused("NoSuchEntity"):
        lodge.client("iam", "B/admin").get_access_key_last_used(AccessKeyId=made["AccessKeyId"])


# The summary.


def test_the_summary_has_all_that_aws_counts(iam: Any, user: str) -> None:  # noqa: ANN401
    named = make(iam, "policy")
    before = iam.get_account_summary()["SummaryMap"]
    assert set(before) == set(iam.meta.service_model.shape_for("summaryKeyType").enum)
    iam.create_policy_version(**named, PolicyDocument=TEXT)
    after = iam.get_account_summary()["SummaryMap"]
    assert after["PolicyVersionsInUse"] == before["PolicyVersionsInUse"] + 1
    assert (after["Policies"], after["PolicyVersionsInUseQuota"]) == (before["Policies"], 10_000)
    iam.delete_user(UserName=user)
    assert iam.get_account_summary()["SummaryMap"]["Users"] == before["Users"] - 1


# The simulator.


def test_the_simulator_agrees_with_the_service(lodge: Lodge, iam: Any, user: str) -> None:  # noqa: ANN401
    iam.put_user_policy(UserName=user, PolicyName="p", PolicyDocument=TEXT)
    source = f"arn:aws:iam::{ACCOUNT}:user/{user}"
    answer = iam.simulate_principal_policy(PolicySourceArn=source, ActionNames=["kms:ListKeys", "kms:ListAliases"])
    decisions = {it["EvalActionName"]: it["EvalDecision"] for it in answer["EvaluationResults"]}
    assert decisions == {"kms:ListKeys": "allowed", "kms:ListAliases": "implicitDeny"}
    (statement,) = answer["EvaluationResults"][0]["MatchedStatements"]
    assert statement["SourcePolicyId"] == f"user_{user}_p"
    made = iam.create_access_key(UserName=user)["AccessKey"]
    kms = lodge.client("kms", Credentials(made["AccessKeyId"], made["SecretAccessKey"]))
    kms.list_keys()
    with refused("AccessDeniedException"):
        kms.list_aliases()
    with refused("NoSuchEntity"):
        iam.simulate_principal_policy(PolicySourceArn=f"{source}-none", ActionNames=["kms:ListKeys"])
    with refused("InvalidInput"):
        iam.simulate_principal_policy(
            PolicySourceArn=f"arn:aws:iam::{PARTNER}:user/admin", ActionNames=["kms:ListKeys"]
        )


def test_a_custom_policy_tells_its_context_keys(iam: Any) -> None:  # noqa: ANN401
    policy = json.dumps(allowing("kms:*", condition={"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}))
    assert iam.get_context_keys_for_custom_policy(PolicyInputList=[policy])["ContextKeyNames"] == [
        "aws:RequestedRegion"
    ]
    entry = {"ContextKeyName": "aws:RequestedRegion", "ContextKeyType": "string", "ContextKeyValues": ["eu-west-1"]}
    simulate = lambda **more: iam.simulate_custom_policy(  # noqa: E731
        PolicyInputList=[policy], ActionNames=["kms:Encrypt"], **more
    )["EvaluationResults"][0]
    assert simulate(ContextEntries=[entry])["EvalDecision"] == "allowed"
    without = simulate()
    assert (without["EvalDecision"], without["MissingContextValues"]) == ("implicitDeny", ["aws:RequestedRegion"])
    with refused("InvalidInput"):
        iam.simulate_custom_policy(PolicyInputList=["{"], ActionNames=["kms:Encrypt"])
