"""IAM's access advisor: what policies allow, and when it was last used as the audit log has it."""

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from lodge import UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import PARTNER, allowing, trust

#: A job that there is not.
NO_JOB = str(uuid.uuid4())


@pytest.fixture(scope="module")
def iam(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("iam", "A/admin", config=UNCHECKED)


def new_user(iam: Any, *actions: str) -> tuple[str, Credentials]:  # noqa: ANN401
    """The name and the keys of a new user who may do this."""
    name = f"user-{uuid.uuid4()}"
    iam.create_user(UserName=name)
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=json.dumps(allowing(list(actions))))
    made = iam.create_access_key(UserName=name)["AccessKey"]
    return name, Credentials(made["AccessKeyId"], made["SecretAccessKey"])


def arn_of(kind: str, name: str) -> str:
    return f"arn:aws:iam::{ACCOUNT}:{kind}/{name}"


def report(iam: Any, arn: str, granularity: str = "SERVICE_LEVEL") -> dict[str, Any]:  # noqa: ANN401
    """The services of a new report by their namespaces."""
    job = iam.generate_service_last_accessed_details(Arn=arn, Granularity=granularity)["JobId"]
    found = iam.get_service_last_accessed_details(JobId=job)
    assert found["JobStatus"] == "COMPLETED"
    assert found["JobType"] == granularity
    return {it["ServiceNamespace"]: it for it in found["ServicesLastAccessed"]}


def just_now(at: datetime) -> bool:
    return abs(datetime.now(tz=UTC) - at) < timedelta(minutes=5)


def test_a_users_calls_are_told_by_service_and_action(lodge: Lodge, iam: Any) -> None:  # noqa: ANN401
    name, user = new_user(iam, "kms:ListKeys", "kms:CreateKey", "sts:*")
    lodge.client("kms", user).list_keys()
    with pytest.raises(ClientError):
        lodge.client("iam", user).list_users()
    arn = arn_of("user", name)
    services = report(iam, arn, "ACTION_LEVEL")
    # What no policy allows is not told, though it was tried.
    assert list(services) == ["kms", "sts"]
    kms = services["kms"]
    assert just_now(kms["LastAuthenticated"])
    assert (kms["LastAuthenticatedEntity"], kms["TotalAuthenticatedEntities"]) == (arn, 1)
    assert kms["ServiceName"] == "AWS Key Management Service"
    actions = {it["ActionName"]: it.get("LastAccessedEntity") for it in kms["TrackedActionsLastAccessed"]}
    assert actions == {"CreateKey": None, "ListKeys": arn}
    assert "LastAuthenticated" not in services["sts"]
    # Attempts count that were refused.
    with pytest.raises(ClientError):
        lodge.client("sts", user).assume_role(RoleArn=arn_of("role", "no-such-role"), RoleSessionName="try")
    assert just_now(report(iam, arn)["sts"]["LastAuthenticated"])


def test_a_session_counts_for_its_role(lodge: Lodge, iam: Any) -> None:  # noqa: ANN401
    name = f"role-{uuid.uuid4()}"
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    document = json.dumps(allowing("kms:ListKeys"))
    policy = iam.create_policy(PolicyName=f"policy-{uuid.uuid4()}", PolicyDocument=document)["Policy"]["Arn"]
    iam.attach_role_policy(RoleName=name, PolicyArn=policy)
    assert "LastAuthenticated" not in report(iam, policy)["kms"]
    sts = lodge.client("sts", "A/admin")
    session = Credentials.of_answer(sts.assume_role(RoleArn=arn_of("role", name), RoleSessionName="session"))
    lodge.client("kms", session).list_keys()
    for arn in (arn_of("role", name), policy):
        assert report(iam, arn)["kms"]["LastAuthenticatedEntity"] == arn_of("role", name)
    (detail,) = [
        role
        for page in iam.get_paginator("get_account_authorization_details").paginate(Filter=["Role"])
        for role in page["RoleDetailList"]
        if role["RoleName"] == name
    ]
    assert just_now(detail["RoleLastUsed"]["LastUsedDate"])


def test_the_users_of_a_group_are_told_one_by_one(lodge: Lodge, iam: Any) -> None:  # noqa: ANN401
    group = f"group-{uuid.uuid4()}"
    iam.create_group(GroupName=group)
    iam.put_group_policy(GroupName=group, PolicyName="p", PolicyDocument=json.dumps(allowing("kms:ListKeys")))
    users = [new_user(iam, "iam:GetUser") for _ in range(3)]
    for name, _ in users:
        iam.add_user_to_group(GroupName=group, UserName=name)
    (used, keys), *_ = users
    lodge.client("kms", keys).list_keys()
    job = iam.generate_service_last_accessed_details(Arn=arn_of("group", group))["JobId"]
    first = iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="kms", MaxItems=1)
    (entity,) = first["EntityDetailsList"]
    assert entity["EntityInfo"]["Name"] == used
    assert entity["EntityInfo"]["Type"] == "USER"
    assert entity["EntityInfo"]["Path"] == "/"
    assert just_now(entity["LastAuthenticated"])
    rest = iam.get_service_last_accessed_details_with_entities(
        JobId=job, ServiceNamespace="kms", Marker=first["Marker"]
    )
    others = rest["EntityDetailsList"]
    assert {it["EntityInfo"]["Name"] for it in others} == {name for name, _ in users[1:]}
    assert not any("LastAuthenticated" in it for it in others)
    with refused("ValidationError", "Marker"):
        iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="iam", Marker=first["Marker"])


def test_policies_that_grant_a_service(iam: Any) -> None:  # noqa: ANN401
    name, _ = new_user(iam, "kms:*")
    iam.attach_user_policy(UserName=name, PolicyArn="arn:aws:iam::aws:policy/IAMFullAccess")
    listed = iam.list_policies_granting_service_access(
        Arn=arn_of("user", name), ServiceNamespaces=["kms", "iam", "sts"]
    )["PoliciesGrantingServiceAccess"]
    kms, own, sts = ([policy["PolicyName"] for policy in it["Policies"]] for it in listed)
    assert (kms, own, sts) == (["p"], ["IAMFullAccess"], [])
    with refused("NoSuchEntity"):
        iam.list_policies_granting_service_access(Arn=arn_of("user", "none"), ServiceNamespaces=["kms"])
    with refused("ValidationError", "serviceNamespaces"):
        iam.list_policies_granting_service_access(Arn=arn_of("user", name), ServiceNamespaces=["kms"] * 201)


def test_a_report_belongs_to_who_asked_for_it(lodge: Lodge, iam: Any) -> None:  # noqa: ANN401
    name, user = new_user(iam, "iam:*")
    arn = arn_of("user", name)
    job = iam.generate_service_last_accessed_details(Arn=arn)["JobId"]
    iam.get_service_last_accessed_details(JobId=job)
    other_account = lodge.client("iam", "B/admin")
    for who in (lodge.client("iam", user), other_account):
        with refused("NoSuchEntity", job):
            who.get_service_last_accessed_details(JobId=job)
        with refused("NoSuchEntity", job):
            who.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="kms")
    with refused("InvalidInput"):
        other_account.generate_service_last_accessed_details(Arn=arn)
    nobody = lodge.client("iam", new_user(iam, "kms:ListKeys")[1])
    with refused("AccessDenied", f"iam:GenerateServiceLastAccessedDetails on resource: {arn}"):
        nobody.generate_service_last_accessed_details(Arn=arn)
    with refused("AccessDenied"):
        nobody.get_service_last_accessed_details(JobId=job)


@pytest.mark.parametrize(
    ("arn", "code"),
    [
        (arn_of("user", "no-such-user"), "NoSuchEntity"),
        (arn_of("policy", "no-such-policy"), "NoSuchEntity"),
        ("arn:aws:iam::aws:policy/NoSuchPolicy", "NoSuchEntity"),
        (f"arn:aws:iam::{PARTNER}:user/stranger", "InvalidInput"),
        (arn_of("mfa", "a-device-of-mine"), "InvalidInput"),
        ("x" * 20, "InvalidInput"),
        ("x" * 2049, "ValidationError"),
    ],
)
def test_there_is_no_report_about(iam: Any, arn: str, code: str) -> None:  # noqa: ANN401
    with refused(code):
        iam.generate_service_last_accessed_details(Arn=arn)


def test_the_management_account_reports_on_the_organization(lodge: Lodge, iam: Any) -> None:  # noqa: ANN401
    lodge.client("kms", "A/admin").list_keys()
    lodge.client("kms", "B/admin").list_keys()
    management = lodge.client("iam", lodge.administrator, config=UNCHECKED)
    organizations = lodge.client("organizations", lodge.administrator)
    organization = organizations.describe_organization()["Organization"]
    path = f"{organization['Id']}/{organizations.list_roots()['Roots'][0]['Id']}"

    def report_on(path: str, **more: str) -> dict[str, Any]:
        job = management.generate_organizations_access_report(EntityPath=path)["JobId"]
        found = management.get_organizations_access_report(JobId=job, **more)
        assert found["JobStatus"] == "COMPLETED"
        assert found["NumberOfServicesAccessible"] == len(found["AccessDetails"]) >= 5
        return found

    found = report_on(path, SortKey="LAST_AUTHENTICATED_TIME_DESCENDING")
    times = [it["LastAuthenticatedTime"] for it in found["AccessDetails"] if "LastAuthenticatedTime" in it]
    assert times == sorted(times, reverse=True)
    kms = {it["ServiceNamespace"]: it for it in found["AccessDetails"]}["kms"]
    assert kms["EntityPath"].rpartition("/")[2] in (ACCOUNT, PARTNER)
    assert kms["TotalAuthenticatedEntities"] >= 2
    own = {it["ServiceNamespace"]: it for it in report_on(f"{path}/{ACCOUNT}")["AccessDetails"]}["kms"]
    assert own["EntityPath"] == f"{path}/{ACCOUNT}"
    assert own["TotalAuthenticatedEntities"] == 1

    for wrong in (f"{path}/999999999999", f"o-aaaaaaaaaa/{path.partition('/')[2]}"):
        with refused("ValidationError"):
            management.generate_organizations_access_report(EntityPath=wrong)
    with refused("ValidationError"):
        management.generate_organizations_access_report(EntityPath=path, OrganizationsPolicyId="p-99999999")
    with refused("NoSuchEntity"):
        management.get_organizations_access_report(JobId=NO_JOB)
    for member in (iam, lodge.client("iam", new_user(iam, "kms:ListKeys")[1])):
        with refused("AccessDenied"):
            member.generate_organizations_access_report(EntityPath=path)
        with refused("AccessDenied"):
            member.get_organizations_access_report(JobId=NO_JOB)


def test_what_was_used_is_known_after_a_crash(fresh_lodge: Lodge) -> None:
    fresh_lodge.client("kms", "A/admin").list_keys()
    iam = fresh_lodge.client("iam", "A/admin")
    arn = arn_of("user", "admin")
    before = report(iam, arn)["kms"]["LastAuthenticated"]
    job = iam.generate_service_last_accessed_details(Arn=arn)["JobId"]
    fresh_lodge.kill()
    fresh_lodge.start()
    iam = fresh_lodge.client("iam", "A/admin")
    assert report(iam, arn)["kms"]["LastAuthenticated"] == before
    found = iam.get_service_last_accessed_details(JobId=job)
    assert found["JobStatus"] == "COMPLETED"
