"""Who may do what: every operation for callers with and without permission, and for callers who are nobody."""

import difflib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

from bootstrap import Json
from lodge import Caller, Credentials, Lodge, refused
from operations import (
    ALIAS,
    FURTHER,
    KEYS,
    KNOWN,
    OPERATIONS,
    PARTNER,
    PROVEN_BY_INPUT,
    SERVICES,
    Operation,
    Scene,
    outcome,
)

SNAPSHOT = Path(__file__).with_name("permissions.txt")

every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)
GUARDED = [operation for operation in OPERATIONS if operation.needs_permission]
every_guarded_operation = pytest.mark.parametrize("operation", GUARDED, ids=str)


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))


# The table of operations is whole.


def test_every_operation_that_is_served_has_a_row(scene: Scene) -> None:
    rows = {(operation.service, operation.name) for operation in OPERATIONS} | PROVEN_BY_INPUT
    assert rows == KNOWN
    served = set()
    for service in SERVICES:
        client = scene.client(service, "A/nobody")
        for name in client.meta.service_model.operation_names:
            code, text = error_of(client, name)
            if code in ("UnknownOperationException", "InvalidAction"):
                # Whoever sees the error is told what is the matter.
                assert text, name
            else:
                served.add((service, name))
    assert served == rows


def error_of(client: Any, name: str) -> tuple[str, str]:  # noqa: ANN401 (boto3 makes the class at run time)
    """What is said to a caller who may do nothing, and gives no parameters but those that the path is made of."""
    shape = client.meta.service_model.operation_model(name).input_shape
    members = shape.members if shape else {}
    path = {member: "x" for member, it in members.items() if it.serialization.get("location") == "uri"}
    try:
        getattr(client, xform_name(name))(**path)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    return "", ""


# Those who may.


@every_operation
def test_who_may_do_it_can(scene: Scene, operation: Operation) -> None:
    caller = scene.administrator(operation)
    if operation.refusal:
        with refused(operation.refusal):
            operation.call(scene, caller)
        return
    answer = operation.call(scene, caller)
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert_request_id(answer)


# Those who may not.


@every_guarded_operation
def test_a_user_without_policies_is_forbidden(scene: Scene, operation: Operation) -> None:
    if operation.is_for_management:
        caller: Caller = scene.management_nobody
        who = scene.client("sts", caller).get_caller_identity()["Arn"]
    else:
        caller, who = "A/nobody", f"arn:aws:iam::{KEYS}:user/nobody"
    with pytest.raises(ClientError) as caught:
        operation.call(scene, caller)
    answer = caught.value.response
    assert_refusal(scene, operation, answer, "denied")
    missing = "(identity-based|resource-based|role trust) policy"
    text = (
        f"User: {re.escape(who)} is not authorized to perform: {operation.action} on resource: "
        rf"(\*|arn:aws:[a-z]+:\S+) because no {missing} allows the {operation.action} action"
    )
    assert re.fullmatch(text, answer["Error"]["Message"]), answer["Error"]["Message"]


@every_guarded_operation
def test_an_explicit_deny_wins(scene: Scene, operation: Operation) -> None:
    """The caller may do everything but what this operation needs."""
    caller = denied_user(scene, operation, operation.action)
    with pytest.raises(ClientError) as caught:
        operation.call(scene, caller)
    answer = caught.value.response
    assert_refusal(scene, operation, answer, "denied")
    assert answer["Error"]["Message"].endswith(" with an explicit deny in an identity-based policy")


@pytest.mark.parametrize(("action", "row"), FURTHER.items())
def test_what_a_call_asks_besides_is_needed_too(scene: Scene, action: str, row: str) -> None:
    (operation,) = [it for it in OPERATIONS if str(it) == row]
    with pytest.raises(ClientError) as caught:
        operation.call(scene, denied_user(scene, operation, action))
    assert_refusal(scene, operation, caught.value.response, "denied")
    assert f" is not authorized to perform: {action} on resource: " in caught.value.response["Error"]["Message"]


def denied_user(scene: Scene, operation: Operation, action: str) -> Credentials:
    """A new user who may do everything else."""
    iam = scene.client("iam", scene.administrator(operation))
    name = scene.name("denied")
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": "*", "Resource": "*"},
            {"Effect": "Deny", "Action": action, "Resource": "*"},
        ],
    }
    iam.create_user(UserName=name)
    iam.put_user_policy(UserName=name, PolicyName="but-one", PolicyDocument=json.dumps(policy))
    made = iam.create_access_key(UserName=name)["AccessKey"]
    return Credentials(made["AccessKeyId"], made["SecretAccessKey"])


def test_caller_identity_needs_no_permission(scene: Scene) -> None:
    for caller in ("A/nobody", "B/stranger"):
        answer = scene.client("sts", caller).get_caller_identity()
        assert answer["Arn"].endswith(f"user/{caller[2:]}")
    name = scene.bare_user()
    deny = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}
    scene.iam.put_user_policy(UserName=name, PolicyName="deny", PolicyDocument=json.dumps(deny))
    made = scene.iam.create_access_key(UserName=name)["AccessKey"]
    sts = scene.client("sts", Credentials(made["AccessKeyId"], made["SecretAccessKey"]))
    assert sts.get_caller_identity()["Arn"] == f"arn:aws:iam::{KEYS}:user/{name}"


# Those who are nobody.


@every_operation
def test_a_wrong_secret_is_refused(scene: Scene, operation: Operation) -> None:
    liar = Credentials(scene.lodge.credentials("A/admin").access_key_id, "wrong" * 8)
    text = "The request signature we calculated does not match the signature you provided."
    assert_is_nobody(scene, operation, liar, "wrong secret", text)


@every_operation
def test_an_unknown_access_key_is_refused(scene: Scene, operation: Operation) -> None:
    nobody = Credentials("AKIAAAAAAAAAAAAAAAAA", "x" * 40)
    text = "The security token included in the request is invalid."
    assert_is_nobody(scene, operation, nobody, "unknown key", text)


@every_operation
def test_no_signature_is_refused(scene: Scene, operation: Operation) -> None:
    assert_is_nobody(scene, operation, "A/admin", "unsigned", "issing Authentication Token", signs=False)


def assert_is_nobody(
    scene: Scene, operation: Operation, caller: Caller, why: str, text: str, *, signs: bool = True
) -> None:
    """The call is a good one but for who makes it."""
    client = scene.client(operation.service, caller, signs=signs)
    with pytest.raises(ClientError) as caught:
        operation.send(client, operation.arguments(scene))
    assert_refusal(scene, operation, caught.value.response, why)
    assert text in caught.value.response["Error"]["Message"]


# The table.


def test_permissions_are_as_they_were(scene: Scene) -> None:
    """Every change of what somebody may do shows as a change of `permissions.txt`.

    `UPDATE_SNAPSHOT=1` writes the file anew: read the difference before you commit it.
    """
    table = permission_table(scene)
    if os.environ.get("UPDATE_SNAPSHOT") == "1":
        SNAPSHOT.write_text(table)
    kept = SNAPSHOT.read_text()
    difference = difflib.unified_diff(kept.splitlines(), table.splitlines(), "permissions.txt", "now", lineterm="")
    assert kept == table, "\n".join(difference)


def permission_table(scene: Scene) -> str:
    names = list(scene.principals)
    rows = [["operation", *names]]
    rows += [
        [str(operation), *(outcome(operation, scene, scene.principals[name]) for name in names)]
        for operation in OPERATIONS
    ]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return INTRODUCTION + "\n".join(lines) + "\n"


INTRODUCTION = f"""\
# What each caller may do. Written by test_permissions.py with UPDATE_SNAPSHOT=1.
#
# Calls of KMS are about a key of account {KEYS} with the alias {ALIAS}, named by its ARN or by the alias's ARN. Names of
# aliases, users and roles are looked up in the caller's own account: an error code in place of "allow" or "deny" says that the
# caller got past the check and found nothing there. Tenants are those of account {KEYS}.
#
# management-admin  user of the management account who may do everything
# account-admin     user of account {KEYS} who may do everything
# key-admin-role    session of a role of that account that the key policy lets administer the key
# tenant-session    session of a role of that account, made by account {PARTNER} with a policy for the one alias
# stranger          user of account {PARTNER} whose own policy allows everything
# no-policies       user of account {KEYS} without policies

"""


# Equipment.


#: Code and status of refusals, by protocol. Source: STS, IAM and KMS API References, "Common Errors"; docs/tenants-api.md.
REFUSALS = {
    "query": {
        "denied": ("AccessDenied", 403),
        "wrong secret": ("SignatureDoesNotMatch", 403),
        "unknown key": ("InvalidClientTokenId", 403),
        "unsigned": ("MissingAuthenticationToken", 403),
    },
    "json": {
        "denied": ("AccessDeniedException", 400),
        "wrong secret": ("InvalidSignatureException", 400),
        "unknown key": ("UnrecognizedClientException", 400),
        "unsigned": ("MissingAuthenticationTokenException", 400),
    },
    "rest-json": {
        "denied": ("AccessDeniedException", 403),
        "wrong secret": ("UnauthenticatedException", 401),
        "unknown key": ("UnauthenticatedException", 401),
        "unsigned": ("UnauthenticatedException", 401),
    },
}


def assert_refusal(scene: Scene, operation: Operation, answer: Json, why: str) -> None:
    protocol = scene.client(operation.service, "A/admin").meta.service_model.metadata["protocol"]
    told = (answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"])
    assert told == REFUSALS[protocol][why], answer
    assert_request_id(answer)


def assert_request_id(answer: Json) -> None:
    told = answer["ResponseMetadata"]["RequestId"]
    assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", told)
    assert answer["ResponseMetadata"]["HTTPHeaders"]["x-amzn-requestid"] == told
