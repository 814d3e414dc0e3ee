"""The organization and its accounts."""

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
