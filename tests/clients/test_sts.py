"""AssumeRole and GetCallerIdentity."""

import json
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from bootstrap import ADMINISTRATOR, Json, account, administrator, role, user, world
from lodge import UNCHECKED, Caller, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import PARTNER, allowing, trust

EVERY_STS = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]


def role_arn(name: str) -> str:
    return f"arn:aws:iam::{ACCOUNT}:role/{name}"


def trusting(*principals: str, actions: list[str] | None = None, condition: Json | None = None) -> Json:
    document = trust(ACCOUNT)
    document["Statement"][0] |= {"Principal": {"AWS": list(principals)}, "Action": actions or ["sts:AssumeRole"]}
    if condition:
        document["Statement"][0]["Condition"] = condition
    return document


def own_world() -> Json:
    roles = [
        role("Open", trusting(ACCOUNT, PARTNER, actions=EVERY_STS), {"all": ADMINISTRATOR}),
        role("Second", trusting(ACCOUNT, actions=EVERY_STS), {"all": ADMINISTRATOR}),
        role("NoTags", trusting(ACCOUNT)),
        role("Long", trusting(ACCOUNT)) | {"maxSessionDuration": 7200},
        role(
            "External",
            trusting(PARTNER, condition={"StringEquals": {"sts:ExternalId": "the-contract"}}),
        ),
        role(
            "Named",
            trusting(ACCOUNT, condition={"StringLike": {"sts:RoleSessionName": "${aws:username}-*"}}),
        ),
        role(
            "Tagged",
            trusting(ACCOUNT, actions=EVERY_STS, condition={"StringEquals": {"aws:RequestTag/tenant": ["123", "456"]}}),
        ),
        role("ForNobody", trusting(f"arn:aws:iam::{ACCOUNT}:user/nobody")),
    ]
    return world(
        account(ACCOUNT, "A", users=[administrator(), user("nobody")], roles=roles),
        account(PARTNER, "B", users=[administrator(), user("nobody")]),
    )


@pytest.fixture(scope="module")
def own(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    return make_module_lodge(own_world())


@pytest.fixture(scope="module")
def assume(own: Lodge) -> Callable[..., Json]:
    """`assume("A/admin", "Open", Tags=...)`."""

    def call(caller: Caller, name: str, **more: Any) -> Json:  # noqa: ANN401 (those of AssumeRole)
        parameters = {"RoleArn": role_arn(name), "RoleSessionName": "tests"} | more
        return own.client("sts", caller, config=UNCHECKED).assume_role(**parameters)

    return call


Assume = Callable[..., Json]


# Who am I.


def test_callers_learn_who_they_are(own: Lodge, assume: Assume) -> None:
    answer = own.client("sts", "A/admin").get_caller_identity()
    assert answer["ResponseMetadata"]["HTTPHeaders"]["content-type"] == "text/xml"
    assert re.fullmatch("AIDA[A-Z2-7]{17}", answer["UserId"])
    assert (answer["Account"], answer["Arn"]) == (ACCOUNT, f"arn:aws:iam::{ACCOUNT}:user/admin")
    made = assume("A/admin", "Open")
    answer = own.client("sts", Credentials.of_answer(made)).get_caller_identity()
    assert answer["Arn"] == made["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/Open/tests"
    assert answer["UserId"] == made["AssumedRoleUser"]["AssumedRoleId"]
    assert re.fullmatch("AROA[A-Z2-7]{17}:tests", answer["UserId"])


def test_every_region_knows_every_session(own: Lodge, assume: Assume) -> None:
    session = Credentials.of_answer(assume("A/admin", "Open"))
    for region in ("us-east-1", "eu-west-1", "ap-southeast-2"):
        assert own.client("sts", session, region).get_caller_identity()["Account"] == ACCOUNT
        own.client("kms", session, region).list_keys()


# The session.


def test_a_session(assume: Assume) -> None:
    made = assume("A/admin", "Open")
    session = made["Credentials"]
    assert re.fullmatch("ASIA[A-Z2-7]{16}", session["AccessKeyId"])
    assert len(session["SecretAccessKey"]) == 40
    assert abs(session["Expiration"] - datetime.now(UTC) - timedelta(hours=1)) < timedelta(minutes=1)
    assert "PackedPolicySize" not in made
    assert assume("A/admin", "Open")["Credentials"]["AccessKeyId"] != session["AccessKeyId"]


@pytest.mark.parametrize(
    ("name", "seconds", "text"),
    [
        ("Open", 900, None),
        ("Open", 3600, None),
        ("Long", 7200, None),
        ("Open", 3601, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
        ("Long", 7201, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
        (
            "Open",
            899,
            "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than",
        ),
        (
            "Open",
            43201,
            "Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than",
        ),
    ],
)
def test_durations(assume: Assume, name: str, seconds: int, text: str | None) -> None:
    if text is None:
        made = assume("A/admin", name, DurationSeconds=seconds)["Credentials"]
        assert abs(made["Expiration"] - datetime.now(UTC) - timedelta(seconds=seconds)) < timedelta(minutes=1)
    else:
        with refused("ValidationError", text):
            assume("A/admin", name, DurationSeconds=seconds)


def test_a_chained_session_lasts_an_hour_at_most(assume: Assume) -> None:
    first = Credentials.of_answer(assume("A/admin", "Open"))
    assume(first, "Long", DurationSeconds=3600)
    text = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."
    with refused("ValidationError", text):
        assume(first, "Long", DurationSeconds=3601)


def test_a_session_policy_narrows(own: Lodge, assume: Assume) -> None:
    kms = own.client(
        "kms", Credentials.of_answer(assume("A/admin", "Open", Policy=json.dumps(allowing("kms:ListKeys"))))
    )
    kms.list_keys()
    with refused("AccessDeniedException", "because no session policy allows the kms:ListAliases action"):
        kms.list_aliases()
    # It gives nothing that the role does not have.
    kms = own.client("kms", Credentials.of_answer(assume("A/admin", "NoTags", Policy=json.dumps(allowing("kms:*")))))
    with refused("AccessDeniedException", "because no identity-based policy allows the kms:ListKeys action"):
        kms.list_keys()


INVALID: list[tuple[Json, str, str]] = [
    ({"Policy": "{}"}, "MalformedPolicyDocument", ""),
    ({"Policy": "text"}, "MalformedPolicyDocument", ""),
    ({"Policy": json.dumps(trust(ACCOUNT))}, "MalformedPolicyDocument", ""),
    ({"Policy": json.dumps(ADMINISTRATOR) + " " * 2048}, "ValidationError", "at 'policy'"),
    ({"RoleSessionName": "s"}, "ValidationError", "at 'roleSessionName'"),
    ({"RoleSessionName": "s" * 65}, "ValidationError", "length less than or equal to 64"),
    ({"RoleSessionName": "a b"}, "ValidationError", "at 'roleSessionName' failed to satisfy constraint"),
    (
        {"RoleArn": "Open"},
        "ValidationError",
        "at 'roleArn' failed to satisfy constraint: Member must have length greater",
    ),
    ({"RoleArn": f"arn:aws:iam::{ACCOUNT}:user/admin"}, "ValidationError", ""),
    ({"RoleArn": "the role that is called Open"}, "ValidationError", "the role that is called Open is invalid"),
    ({"ExternalId": "x"}, "ValidationError", "at 'externalId'"),
    ({"SourceIdentity": "aws:ann"}, "ValidationError", ""),
    ({"Tags": [{"Key": "k", "Value": "v" * 257}]}, "ValidationError", "length less than or equal to 256"),
    (
        {"Tags": [{"Key": "Team", "Value": "a"}, {"Key": "team", "Value": "b"}]},
        "InvalidParameterValue",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    ),
    ({"Tags": [{"Key": "aws:k", "Value": ""}]}, "InvalidParameterValue", "aws:"),
    (
        {"TransitiveTagKeys": ["team"]},
        "InvalidParameterValue",
        "The specified transitive tag key must be included in the requested tags.",
    ),
    (
        {"Tags": [{"Key": f"{number:0100}", "Value": "v" * 200} for number in range(20)]},
        "PackedPolicyTooLarge",
        "Packed policy consumes ",
    ),
    ({"PolicyArns": [{"arn": f"arn:aws:iam::{ACCOUNT}:policy/none"}]}, "ValidationError", "policy/none is no managed"),
]


@pytest.mark.parametrize(("parameters", "code", "text"), INVALID, ids=lambda it: str(it)[:40])
def test_sessions_that_cannot_be_made(assume: Assume, parameters: Json, code: str, text: str) -> None:
    with pytest.raises(ClientError) as caught:
        assume("A/admin", "Open", **parameters)
    answer = caught.value.response
    assert answer["Error"]["Code"] == code
    assert text in answer["Error"]["Message"]
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 400


def test_the_packed_size_is_told(assume: Assume) -> None:
    small = assume("A/admin", "Open", Policy=json.dumps(allowing("kms:ListKeys")))["PackedPolicySize"]
    tags = [{"Key": f"{number:0100}", "Value": "v" * 200} for number in range(10)]
    large = assume("A/admin", "Open", Policy=json.dumps(allowing("kms:ListKeys")), Tags=tags)["PackedPolicySize"]
    assert 1 <= small < large <= 100


# Trust.


def test_trust_in_an_account_leaves_it_to_the_account(assume: Assume) -> None:
    assume("B/admin", "Open")
    for caller, arn in (
        ("A/nobody", f"arn:aws:iam::{ACCOUNT}:user/nobody"),
        ("B/nobody", f"arn:aws:iam::{PARTNER}:user/nobody"),
    ):
        text = f"User: {arn} is not authorized to perform: sts:AssumeRole on resource: {role_arn('Open')}"
        with refused("AccessDenied", text):
            assume(caller, "Open")


def test_trust_in_a_user_is_enough_in_the_account(assume: Assume) -> None:
    assume("A/nobody", "ForNobody")
    with refused("AccessDenied"):
        assume("A/admin", "ForNobody")


def test_the_own_policy_is_not_enough(assume: Assume) -> None:
    with refused("AccessDenied", f"is not authorized to perform: sts:AssumeRole on resource: {role_arn('Second')}"):
        assume("B/admin", "Second")


def test_another_account_cannot_tell_forbidden_from_missing(assume: Assume) -> None:
    texts = set()
    for name in ("Second", "NoSuchRole", "open"):
        with pytest.raises(ClientError) as caught:
            assume("B/admin", name)
        error = caught.value.response["Error"]
        assert error["Code"] == "AccessDenied"
        texts.add(error["Message"].replace(f"role/{name}", "ROLE"))
    assert len(texts) == 1, texts


def test_a_missing_role_is_forbidden(assume: Assume) -> None:
    with refused("AccessDenied", "is not authorized to perform: sts:AssumeRole on resource: "):
        assume("A/admin", "NoSuchRole")


def test_an_external_id_can_be_asked_for(assume: Assume) -> None:
    assume("B/admin", "External", ExternalId="the-contract")
    for more in ({}, {"ExternalId": "another"}):
        with refused("AccessDenied"):
            assume("B/admin", "External", **more)


def test_the_session_name_can_be_asked_for(assume: Assume) -> None:
    assume("A/admin", "Named", RoleSessionName="admin-1")
    with refused("AccessDenied"):
        assume("A/admin", "Named", RoleSessionName="nobody-1")


# Session tags and source identity.


def test_tags_need_a_permission_and_can_be_asked_for(assume: Assume) -> None:
    tags = [{"Key": "tenant", "Value": "123"}]
    assume("A/admin", "Tagged", Tags=tags)
    for more in ({}, {"Tags": [{"Key": "tenant", "Value": "789"}]}):
        with refused("AccessDenied"):
            assume("A/admin", "Tagged", **more)
    with refused("AccessDenied", "is not authorized to perform: sts:TagSession"):
        assume("A/admin", "NoTags", Tags=tags)


def test_transitive_tags_stay_with_the_chain(own: Lodge, assume: Assume) -> None:
    tags = [{"Key": "tenant", "Value": "123"}, {"Key": "stage", "Value": "test"}]
    first = Credentials.of_answer(assume("A/admin", "Open", Tags=tags, TransitiveTagKeys=["tenant"]))
    second = Credentials.of_answer(assume(first, "Second"))
    with refused("InvalidParameterValue", "conflicts with a transitive tag key from the calling session"):
        assume(first, "Second", Tags=[{"Key": "Tenant", "Value": "456"}])
    assert tag_is(own, first, "tenant", "123")
    assert tag_is(own, first, "stage", "test")
    assert tag_is(own, second, "tenant", "123")
    assert not tag_is(own, second, "stage", "test")
    # A tag of the session that is not transitive can be replaced.
    third = Credentials.of_answer(assume(first, "Second", Tags=[{"Key": "stage", "Value": "prod"}]))
    assert tag_is(own, third, "stage", "prod")


def tag_is(own: Lodge, session: Credentials, name: str, value: str) -> bool:
    """Asks a key whose policy looks at the tag."""
    alias = f"alias/{name}-{value}-{uuid.uuid4()}"
    admin = own.client("kms", "A/admin")
    statement = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "kms:*", "Resource": "*"}
    asks = {
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": "kms:Encrypt",
        "Resource": "*",
        "Condition": {"StringNotEquals": {f"aws:PrincipalTag/{name}": value}},
    }
    policy = {"Version": "2012-10-17", "Statement": [statement, asks]}
    key = admin.create_key(Policy=json.dumps(policy))["KeyMetadata"]["KeyId"]
    admin.create_alias(AliasName=alias, TargetKeyId=key)
    kms = own.client("kms", session)
    try:
        kms.encrypt(KeyId=alias, Plaintext=b"p")
    except ClientError as error:
        if "explicit deny in a resource-based policy" not in error.response["Error"]["Message"]:
            raise
        return False
    return True


def test_a_source_identity_stays_with_the_chain(assume: Assume) -> None:
    made = assume("A/admin", "Open", SourceIdentity="ann")
    assert made["SourceIdentity"] == "ann"
    first = Credentials.of_answer(made)
    assert assume(first, "Second")["SourceIdentity"] == "ann"
    assert assume(first, "Second", SourceIdentity="ann")["SourceIdentity"] == "ann"
    with refused("ValidationError"):
        assume(first, "Second", SourceIdentity="ben")
    with refused("AccessDenied", "is not authorized to perform: sts:SetSourceIdentity"):
        assume("A/admin", "NoTags", SourceIdentity="ann")


# The end.


def test_a_session_ends_with_its_role(own: Lodge, assume: Assume) -> None:
    iam = own.client("iam", "A/admin")
    name = f"Ending-{uuid.uuid4()}"
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    session = Credentials.of_answer(assume("A/admin", name))
    kms, sts = own.client("kms", session), own.client("sts", session)
    with refused("AccessDeniedException"):
        kms.list_keys()
    iam.put_role_policy(RoleName=name, PolicyName="all", PolicyDocument=json.dumps(ADMINISTRATOR))
    kms.list_keys()
    iam.delete_role_policy(RoleName=name, PolicyName="all")
    with refused("AccessDeniedException"):
        kms.list_keys()
    iam.delete_role(RoleName=name)
    with refused("UnrecognizedClientException", "The security token included in the request is invalid."):
        kms.list_keys()
    with refused("InvalidClientTokenId", "The security token included in the request is invalid."):
        sts.get_caller_identity()


def test_a_session_outlives_a_restart(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(own_world())
    sts = lodge.client("sts", "A/admin")
    made = sts.assume_role(RoleArn=role_arn("Open"), RoleSessionName="tests")
    lodge.restart()
    arn = lodge.client("sts", Credentials.of_answer(made)).get_caller_identity()["Arn"]
    assert arn == made["AssumedRoleUser"]["Arn"]
