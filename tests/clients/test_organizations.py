"""The organization and its accounts."""

import json
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from bootstrap import Json
from lodge import UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import PARTNER

NOT_MANAGEMENT = "You don't have permissions to access this resource."


@pytest.fixture(scope="module")
def organizations(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    """Organizations, as the administrator of the management account."""
    return lodge.client("organizations", lodge.administrator, config=UNCHECKED)


def new_account() -> Json:
    name = f"account-{uuid.uuid4()}"[:50]
    return {"AccountName": name, "Email": f"{name}@example.com"}


def test_the_organization(organizations: Any, lodge: Lodge) -> None:  # noqa: ANN401
    found = organizations.describe_organization()["Organization"]
    management = lodge.client("sts", lodge.administrator).get_caller_identity()["Account"]
    assert re.fullmatch("o-[a-z0-9]{10,32}", found["Id"])
    prefix = f"arn:aws:organizations::{management}"
    assert found["Arn"] == f"{prefix}:organization/{found['Id']}"
    assert found["MasterAccountArn"] == f"{prefix}:account/{found['Id']}/{management}"
    assert found["MasterAccountId"] == management
    assert found["FeatureSet"] == "ALL"
    # Members see it too.
    assert lodge.client("organizations", "A/admin").describe_organization()["Organization"] == found


def test_accounts(organizations: Any) -> None:  # noqa: ANN401
    organization = organizations.describe_organization()["Organization"]
    accounts = {it["Id"]: it for it in organizations.list_accounts()["Accounts"]}
    for account_id, name in ((ACCOUNT, "A"), (PARTNER, "B")):
        account = accounts[account_id]
        assert organizations.describe_account(AccountId=account_id)["Account"] == account
        assert account["Name"] == name
        assert account["Arn"] == organization["MasterAccountArn"].rpartition("/")[0] + f"/{account_id}"
        assert (account["Status"], account["State"], account["JoinedMethod"]) == ("ACTIVE", "ACTIVE", "CREATED")
    assert accounts[organization["MasterAccountId"]]["JoinedMethod"] == "INVITED"


def test_a_new_account_is_entered_by_its_role(organizations: Any, lodge: Lodge) -> None:  # noqa: ANN401
    wanted = new_account() | {"Tags": [{"Key": "team", "Value": "a"}]}
    status = organizations.create_account(**wanted)["CreateAccountStatus"]
    assert re.fullmatch("car-[a-z0-9]{8,32}", status["Id"])
    assert (status["State"], status["AccountName"]) == ("SUCCEEDED", wanted["AccountName"])
    assert status["RequestedTimestamp"] <= status["CompletedTimestamp"]
    assert abs(status["CompletedTimestamp"] - datetime.now(UTC)) < timedelta(minutes=1)
    again = organizations.describe_create_account_status(CreateAccountRequestId=status["Id"])
    assert again["CreateAccountStatus"] == status
    account_id = status["AccountId"]
    account = organizations.describe_account(AccountId=account_id)["Account"]
    assert (account["Name"], account["Email"]) == (wanted["AccountName"], wanted["Email"])

    sts = lodge.client("sts", lodge.administrator)
    arn = f"arn:aws:iam::{account_id}:role/OrganizationAccountAccessRole"
    entered = Credentials.of_answer(sts.assume_role(RoleArn=arn, RoleSessionName="tests"))
    made = lodge.client("kms", entered).create_key()["KeyMetadata"]
    assert made["AWSAccountId"] == account_id
    lodge.client("iam", entered).create_user(UserName="first")
    with refused("AccessDenied"):
        lodge.client("sts", "A/admin").assume_role(RoleArn=arn, RoleSessionName="tests")


def test_the_role_can_have_another_name(organizations: Any, lodge: Lodge) -> None:  # noqa: ANN401
    made = organizations.create_account(**new_account(), RoleName="Enter")["CreateAccountStatus"]
    sts = lodge.client("sts", lodge.administrator)
    sts.assume_role(RoleArn=f"arn:aws:iam::{made['AccountId']}:role/Enter", RoleSessionName="tests")
    with refused("AccessDenied"):
        sts.assume_role(
            RoleArn=f"arn:aws:iam::{made['AccountId']}:role/OrganizationAccountAccessRole", RoleSessionName="tests"
        )


def test_an_address_is_taken_once(organizations: Any) -> None:  # noqa: ANN401
    """Creating an account happens in the background at AWS: the request is taken, and its status tells the failure."""
    wanted = new_account()
    organizations.create_account(**wanted)
    for email in (wanted["Email"], wanted["Email"].upper()):
        status = organizations.create_account(AccountName="another", Email=email)["CreateAccountStatus"]
        assert (status["State"], status["FailureReason"]) == ("FAILED", "EMAIL_ALREADY_EXISTS")
        assert "AccountId" not in status
        found = organizations.describe_create_account_status(CreateAccountRequestId=status["Id"])
        assert found["CreateAccountStatus"] == status


def test_what_is_missing_is_not_found(organizations: Any) -> None:  # noqa: ANN401
    with refused("AccountNotFoundException", "You specified an account that doesn't exist."):
        organizations.describe_account(AccountId="999999999999")
    with refused("CreateAccountStatusNotFoundException", "You specified a create account request that doesn't exist."):
        organizations.describe_create_account_status(CreateAccountRequestId="car-" + "a" * 32)


def test_only_the_management_account_sees_the_others(lodge: Lodge) -> None:
    member = lodge.client("organizations", "A/admin")
    for call in (
        member.list_accounts,
        lambda: member.describe_account(AccountId=ACCOUNT),
        lambda: member.create_account(**new_account()),
        lambda: member.describe_create_account_status(CreateAccountRequestId="car-" + "a" * 32),
    ):
        with refused("AccessDeniedException", NOT_MANAGEMENT):
            call()


PATTERN = "You provided a value that does not match the required pattern."

#: Operation, parameters, a part of the text.
INVALID: list[tuple[str, Json, str]] = [
    ("describe_account", {"AccountId": "12345"}, PATTERN),
    ("describe_account", {"AccountId": f"arn:aws:iam::{ACCOUNT}:root"}, ""),
    ("describe_create_account_status", {"CreateAccountRequestId": "car"}, PATTERN),
    ("create_account", {"AccountName": "n", "Email": "no address"}, PATTERN),
    ("create_account", {"AccountName": "n" * 51, "Email": "n@example.com"}, ""),
    ("create_account", {"AccountName": "n", "Email": f"{'n' * 60}@example.com"}, ""),
    ("list_accounts", {"MaxResults": 21}, ""),
    ("list_accounts", {"MaxResults": 0}, ""),
    ("list_accounts", {"NextToken": "token"}, "You provided an invalid NextToken."),
    ("list_accounts", {"NextToken": "to-ken"}, "You provided an invalid NextToken."),
    ("list_accounts", {"NextToken": "AAAA"}, "You provided an invalid NextToken."),
]


@pytest.mark.parametrize(("operation", "parameters", "text"), INVALID, ids=lambda it: str(it)[:40])
def test_input_that_is_refused(organizations: Any, operation: str, parameters: Json, text: str) -> None:  # noqa: ANN401
    """Source: Organizations API Reference: each operation lists InvalidInputException, none a validation exception."""
    with pytest.raises(ClientError) as caught:
        getattr(organizations, operation)(**parameters)
    answer = caught.value.response
    assert answer["Error"]["Code"] == "InvalidInputException", answer["Error"]
    assert text in answer["Error"]["Message"]
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 400


def test_errors_tell_their_reason(organizations: Any) -> None:  # noqa: ANN401
    """Source: Organizations API Reference, the member `Reason` of InvalidInputException."""
    with pytest.raises(organizations.exceptions.InvalidInputException) as caught:
        organizations.list_accounts(NextToken="token")
    assert caught.value.response.get("Reason") == "INVALID_NEXT_TOKEN"


def test_accounts_are_listed_page_by_page(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    organizations = lodge.client("organizations", lodge.administrator)
    for _ in range(22):
        organizations.create_account(**new_account())
    for size in (1, 7, 20):
        pages = list(organizations.get_paginator("list_accounts").paginate(PaginationConfig={"PageSize": size}))
        assert [len(page["Accounts"]) for page in pages[:-1]] == [size] * (len(pages) - 1)
        ids = [it["Id"] for page in pages for it in page["Accounts"]]
        assert len(set(ids)) == len(ids) == 25
    # Without a size a page has twenty.
    first = organizations.list_accounts()
    assert len(first["Accounts"]) == 20
    assert len(organizations.list_accounts(NextToken=first["NextToken"])["Accounts"]) == 5


# Organizational units.


@pytest.fixture(scope="module")
def root(organizations: Any) -> str:  # noqa: ANN401
    found = organizations.list_roots()["Roots"]
    assert [it["Name"] for it in found] == ["Root"]
    assert {"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"} in found[0]["PolicyTypes"]
    assert re.fullmatch("r-[0-9a-z]{4,32}", found[0]["Id"])
    return found[0]["Id"]


def new_unit(organizations: Any, parent: str) -> Json:  # noqa: ANN401
    made = organizations.create_organizational_unit(ParentId=parent, Name=str(uuid.uuid4()))
    return made["OrganizationalUnit"]


def test_units(organizations: Any, root: str) -> None:  # noqa: ANN401
    organization = organizations.describe_organization()["Organization"]
    unit = new_unit(organizations, root)
    assert re.fullmatch(f"ou-{root[2:]}-[a-z0-9]{{8,32}}", unit["Id"])
    prefix = organization["Arn"].rpartition(":")[0]
    assert unit["Arn"] == f"{prefix}:ou/{organization['Id']}/{unit['Id']}"
    assert unit["Path"] == f"{organization['Id']}/{root}/{unit['Id']}/"
    assert organizations.describe_organizational_unit(OrganizationalUnitId=unit["Id"])["OrganizationalUnit"] == unit
    assert organizations.list_parents(ChildId=unit["Id"])["Parents"] == [{"Id": root, "Type": "ROOT"}]
    with refused("DuplicateOrganizationalUnitException"):
        organizations.create_organizational_unit(ParentId=root, Name=unit["Name"])
    other = new_unit(organizations, root)
    with refused("DuplicateOrganizationalUnitException"):
        organizations.update_organizational_unit(OrganizationalUnitId=other["Id"], Name=unit["Name"])
    name = str(uuid.uuid4())
    changed = organizations.update_organizational_unit(OrganizationalUnitId=other["Id"], Name=name)[
        "OrganizationalUnit"
    ]
    assert changed == other | {"Name": name}

    account = organizations.create_account(**new_account())["CreateAccountStatus"]["AccountId"]
    inner = new_unit(organizations, unit["Id"])["Id"]
    organizations.move_account(AccountId=account, SourceParentId=root, DestinationParentId=unit["Id"])
    assert organizations.list_parents(ChildId=account)["Parents"] == [{"Id": unit["Id"], "Type": "ORGANIZATIONAL_UNIT"}]
    in_unit = organizations.list_accounts_for_parent(ParentId=unit["Id"])["Accounts"]
    assert [(it["Id"], it["Paths"]) for it in in_unit] == [(account, [f"{unit['Path']}{account}/"])]
    for kind, children in (("ACCOUNT", [account]), ("ORGANIZATIONAL_UNIT", [inner])):
        found = organizations.list_children(ParentId=unit["Id"], ChildType=kind)["Children"]
        assert found == [{"Id": child, "Type": kind} for child in children]
    with refused("OrganizationalUnitNotEmptyException"):
        organizations.delete_organizational_unit(OrganizationalUnitId=unit["Id"])
    organizations.delete_organizational_unit(OrganizationalUnitId=inner)
    organizations.move_account(AccountId=account, SourceParentId=unit["Id"], DestinationParentId=root)
    organizations.delete_organizational_unit(OrganizationalUnitId=unit["Id"])
    with refused("OrganizationalUnitNotFoundException"):
        organizations.describe_organizational_unit(OrganizationalUnitId=unit["Id"])


def test_units_go_five_levels_deep(organizations: Any, root: str) -> None:  # noqa: ANN401
    parent = root
    for _ in range(5):
        parent = new_unit(organizations, parent)["Id"]
    with pytest.raises(ClientError) as caught:
        new_unit(organizations, parent)
    assert caught.value.response["Error"]["Code"] == "ConstraintViolationException"
    assert caught.value.response["Reason"] == "OU_DEPTH_LIMIT_EXCEEDED"


def test_units_are_listed_page_by_page(organizations: Any, root: str) -> None:  # noqa: ANN401
    parent = new_unit(organizations, root)["Id"]
    made = {new_unit(organizations, parent)["Id"] for _ in range(5)}
    pages = list(
        organizations.get_paginator("list_organizational_units_for_parent").paginate(
            ParentId=parent, PaginationConfig={"PageSize": 2}
        )
    )
    assert [len(page["OrganizationalUnits"]) for page in pages] == [2, 2, 1]
    assert {unit["Id"] for page in pages for unit in page["OrganizationalUnits"]} == made


# Policies.

DENY = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}


def new_policy(organizations: Any, content: Json = DENY, kind: str = "SERVICE_CONTROL_POLICY") -> Json:  # noqa: ANN401
    made = organizations.create_policy(Name=str(uuid.uuid4()), Description="d", Type=kind, Content=json.dumps(content))
    return made["Policy"]["PolicySummary"]


def test_policies(organizations: Any, root: str) -> None:  # noqa: ANN401
    organization = organizations.describe_organization()["Organization"]
    policy = new_policy(organizations)
    prefix = organization["Arn"].rpartition(":")[0]
    assert re.fullmatch("p-[0-9a-z]{8}", policy["Id"])
    assert policy["Arn"] == f"{prefix}:policy/{organization['Id']}/service_control_policy/{policy['Id']}"
    assert (policy["Type"], policy["AwsManaged"]) == ("SERVICE_CONTROL_POLICY", False)
    whole = organizations.describe_policy(PolicyId=policy["Id"])["Policy"]
    assert whole == {"PolicySummary": policy, "Content": json.dumps(DENY)}
    changed = organizations.update_policy(PolicyId=policy["Id"], Description="another")["Policy"]
    assert changed["PolicySummary"] == policy | {"Description": "another"}
    with refused("DuplicatePolicyException"):
        organizations.update_policy(PolicyId=policy["Id"], Name="FullAWSAccess")
    unit = new_unit(organizations, root)["Id"]
    organizations.attach_policy(PolicyId=policy["Id"], TargetId=unit)
    with refused("DuplicatePolicyAttachmentException"):
        organizations.attach_policy(PolicyId=policy["Id"], TargetId=unit)
    attached = organizations.list_policies_for_target(TargetId=unit, Filter="SERVICE_CONTROL_POLICY")["Policies"]
    assert {it["Id"] for it in attached} == {"p-FullAWSAccess", policy["Id"]}
    targets = organizations.list_targets_for_policy(PolicyId=policy["Id"])["Targets"]
    assert [(it["TargetId"], it["Type"]) for it in targets] == [(unit, "ORGANIZATIONAL_UNIT")]
    with refused("PolicyInUseException"):
        organizations.delete_policy(PolicyId=policy["Id"])
    organizations.detach_policy(PolicyId="p-FullAWSAccess", TargetId=unit)
    with pytest.raises(ClientError) as caught:
        organizations.detach_policy(PolicyId=policy["Id"], TargetId=unit)
    assert caught.value.response["Reason"] == "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"
    organizations.delete_organizational_unit(OrganizationalUnitId=unit)
    organizations.delete_policy(PolicyId=policy["Id"])
    with refused("PolicyNotFoundException"):
        organizations.describe_policy(PolicyId=policy["Id"])


def test_aws_has_a_policy_of_each_type(organizations: Any) -> None:  # noqa: ANN401
    for kind, name in (("SERVICE_CONTROL_POLICY", "FullAWSAccess"), ("RESOURCE_CONTROL_POLICY", "RCPFullAWSAccess")):
        found = organizations.describe_policy(PolicyId=f"p-{name}")["Policy"]["PolicySummary"]
        assert found["Arn"] == f"arn:aws:organizations::aws:policy/{kind.lower()}/p-{name}"
        assert (found["Name"], found["AwsManaged"]) == (name, True)
        assert found in organizations.list_policies(Filter=kind)["Policies"]
        with pytest.raises(ClientError) as caught:
            organizations.delete_policy(PolicyId=f"p-{name}")
        assert caught.value.response["Reason"] == "IMMUTABLE_POLICY"
    assert organizations.list_policies(Filter="TAG_POLICY")["Policies"] == []


#: Type, statement.
MALFORMED: list[tuple[str, Json]] = [
    ("SERVICE_CONTROL_POLICY", {"Effect": "Deny", "Action": "s3:*"}),
    ("SERVICE_CONTROL_POLICY", {"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": "*"}),
    ("SERVICE_CONTROL_POLICY", {"Effect": "Maybe", "Action": "s3:*", "Resource": "*"}),
    ("RESOURCE_CONTROL_POLICY", {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}),
    ("RESOURCE_CONTROL_POLICY", {"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Principal": "*"}),
    ("RESOURCE_CONTROL_POLICY", {"Effect": "Deny", "Action": "*", "Resource": "*", "Principal": "*"}),
    ("RESOURCE_CONTROL_POLICY", {"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": {"AWS": ACCOUNT}}),
]


@pytest.mark.parametrize(("kind", "statement"), MALFORMED, ids=lambda it: str(it)[:30])
def test_malformed_policies(organizations: Any, kind: str, statement: Json) -> None:  # noqa: ANN401
    with refused("MalformedPolicyDocumentException", "does not meet the requirements of the specified policy type"):
        new_policy(organizations, {"Version": "2012-10-17", "Statement": [statement]}, kind)


def test_a_policy_has_a_longest_text(organizations: Any) -> None:  # noqa: ANN401
    fits = json.dumps(DENY)
    for length, is_taken in ((10_240, True), (10_241, False)):
        arguments = {"Name": str(uuid.uuid4()), "Description": "", "Type": "SERVICE_CONTROL_POLICY"}
        content = fits + " " * (length - len(fits))
        if is_taken:
            organizations.create_policy(**arguments, Content=content)
        else:
            with pytest.raises(ClientError) as caught:
                organizations.create_policy(**arguments, Content=content)
            assert caught.value.response["Reason"] == "POLICY_CONTENT_LIMIT_EXCEEDED"


def test_tags(organizations: Any, root: str) -> None:  # noqa: ANN401
    tag = {"Key": "team", "Value": "a"}
    for resource in (root, new_unit(organizations, root)["Id"], ACCOUNT, new_policy(organizations)["Id"]):
        organizations.tag_resource(ResourceId=resource, Tags=[tag])
        assert organizations.list_tags_for_resource(ResourceId=resource)["Tags"] == [tag]
        organizations.untag_resource(ResourceId=resource, TagKeys=["TEAM"])
        assert organizations.list_tags_for_resource(ResourceId=resource)["Tags"] == []
    with refused("TargetNotFoundException"):
        organizations.list_tags_for_resource(ResourceId="p-nosuchpolicy")


def test_the_organization_stays_as_it_is(organizations: Any, lodge: Lodge) -> None:  # noqa: ANN401
    with refused("AlreadyInOrganizationException"):
        organizations.create_organization()
    with refused("AlreadyInOrganizationException"):
        lodge.client("organizations", "A/admin").create_organization(FeatureSet="ALL")
    with refused("OrganizationNotEmptyException"):
        organizations.delete_organization()
    management = organizations.describe_organization()["Organization"]["MasterAccountId"]
    with refused("MasterCannotLeaveOrganizationException"):
        organizations.remove_account_from_organization(AccountId=management)
    with refused("ConstraintViolationException"):
        organizations.close_account(AccountId=management)
