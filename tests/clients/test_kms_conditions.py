"""Condition keys, as a real request fills them; and operations that need more than one permission."""

import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

from bootstrap import Json
from lodge import UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import allowing

TAGS = [{"TagKey": "team", "TagValue": "a"}]


@pytest.fixture(scope="module")
def admin(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


@pytest.fixture(scope="module")
def key(admin: Any) -> str:  # noqa: ANN401
    """The ARN of a key that is left as it is."""
    return admin.create_key(Tags=TAGS)["KeyMetadata"]["Arn"]


@pytest.fixture
def caller(lodge: Lodge) -> Callable[..., Any]:
    """`caller(policy, ...)` is KMS as a new user who has these policies alone, and the tag `team`."""
    iam = lodge.client("iam", "A/admin")

    def make(*policies: Json, service: str = "kms") -> Any:  # noqa: ANN401
        name = f"conditions-{uuid.uuid4()}"
        iam.create_user(UserName=name, Tags=[{"Key": "team", "Value": "a"}])
        for number, policy in enumerate(policies):
            iam.put_user_policy(UserName=name, PolicyName=f"p{number}", PolicyDocument=json.dumps(policy))
        made = iam.create_access_key(UserName=name)["AccessKey"]
        credentials = Credentials(made["AccessKeyId"], made["SecretAccessKey"])
        return lodge.client(service, credentials, config=UNCHECKED)

    return make


def allowed(call: Callable[[], Any]) -> bool:
    """Whether a policy let the call through, whatever became of it then."""
    try:
        call()
    except ClientError as error:
        return error.response["Error"]["Code"] not in ("AccessDeniedException", "AccessDenied")
    return True


#: A condition under which Encrypt is allowed, and whether it holds.
CONDITIONS: list[tuple[Json, bool]] = [
    ({"IpAddress": {"aws:SourceIp": "127.0.0.0/8"}}, True),
    ({"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}, False),
    ({"NotIpAddress": {"aws:SourceIp": "127.0.0.1"}}, False),
    ({"Bool": {"aws:SecureTransport": "true"}}, True),
    ({"Bool": {"aws:SecureTransport": "false"}}, False),
    ({"Bool": {"aws:ViaAWSService": "false"}}, True),
    ({"Bool": {"aws:MultiFactorAuthPresent": "false"}}, False),
    ({"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}, True),
    ({"DateLessThan": {"aws:CurrentTime": "2100-01-01T00:00:00Z"}}, True),
    ({"DateGreaterThan": {"aws:CurrentTime": "2100-01-01T00:00:00Z"}}, False),
    ({"NumericGreaterThan": {"aws:EpochTime": "1700000000"}}, True),
    ({"StringEquals": {"aws:RequestedRegion": "us-east-1"}}, True),
    ({"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}, False),
    ({"StringLike": {"aws:UserAgent": "*Boto3/*"}}, True),
    ({"StringEquals": {"aws:PrincipalAccount": ACCOUNT}}, True),
    ({"StringEquals": {"aws:PrincipalType": "User"}}, True),
    ({"StringEquals": {"aws:PrincipalType": "AssumedRole"}}, False),
    ({"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{ACCOUNT}:user/conditions-*"}}, True),
    ({"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{ACCOUNT}:role/*"}}, False),
    ({"StringLike": {"aws:username": "conditions-*"}}, True),
    ({"StringLike": {"aws:userid": "AIDA*"}}, True),
    ({"StringLike": {"aws:PrincipalOrgID": "o-*"}}, True),
    ({"StringEquals": {"aws:ResourceOrgID": "${aws:PrincipalOrgID}"}}, True),
    ({"StringEquals": {"aws:ResourceAccount": ACCOUNT}}, True),
    ({"StringEquals": {"aws:PrincipalTag/team": "a"}}, True),
    ({"StringEquals": {"aws:PrincipalTag/TEAM": "a"}}, True),
    ({"StringEquals": {"aws:PrincipalTag/team": "A"}}, False),
    ({"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}, True),
    ({"StringEquals": {"aws:ResourceTag/group": "a"}}, False),
    ({"Null": {"aws:TokenIssueTime": "true"}}, True),
    ({"Null": {"aws:TokenIssueTime": "false"}}, False),
    ({"StringEquals": {"kms:CallerAccount": ACCOUNT}}, True),
    ({"StringEquals": {"kms:KeySpec": "SYMMETRIC_DEFAULT"}}, True),
    ({"StringEquals": {"kms:KeyUsage": "ENCRYPT_DECRYPT"}}, True),
    ({"StringEquals": {"kms:KeyOrigin": "AWS_KMS"}}, True),
    ({"Bool": {"kms:MultiRegion": "false"}}, True),
    ({"StringEquals": {"kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT"}}, True),
    ({"Null": {"kms:ViaService": "true"}}, True),
    ({"StringLike": {"kms:ViaService": "*"}}, False),
    ({"StringEquals": {"kms:EncryptionContext:tenant": "123"}}, True),
    ({"StringEquals": {"kms:EncryptionContext:Tenant": "123"}}, True),
    ({"StringEquals": {"kms:EncryptionContext:tenant": "12*"}}, False),
    ({"StringLike": {"kms:EncryptionContext:tenant": "12*"}}, True),
    ({"ForAnyValue:StringEquals": {"kms:EncryptionContextKeys": "tenant"}}, True),
    ({"ForAllValues:StringEquals": {"kms:EncryptionContextKeys": ["purpose"]}}, False),
    ({"Null": {"kms:RequestAlias": "true"}}, True),
    ({"Null": {"kms:ResourceAliases": "false"}}, False),
]


@pytest.mark.parametrize(("condition", "holds"), CONDITIONS, ids=lambda it: json.dumps(it))
def test_what_a_request_tells_policies(caller: Callable[..., Any], key: str, condition: Json, holds: bool) -> None:
    kms = caller(allowing("kms:Encrypt", condition=condition))
    context = {"tenant": "123"}
    assert allowed(lambda: kms.encrypt(KeyId=key, Plaintext=b"p", EncryptionContext=context)) is holds


def test_numbers_and_tags_of_a_request(caller: Callable[..., Any], admin: Any) -> None:  # noqa: ANN401
    """Each call once as the condition wants it and once as it does not."""
    key = admin.create_key()["KeyMetadata"]["KeyId"]
    policy = admin.get_key_policy(KeyId=key)["Policy"]
    blob = admin.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    other = admin.create_key()["KeyMetadata"]["KeyId"]
    rows: list[tuple[str, Json, Callable[[Any], Any], Callable[[Any], Any]]] = [
        (
            "kms:EnableKeyRotation",
            {"NumericLessThanEquals": {"kms:RotationPeriodInDays": "180"}},
            lambda kms: kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=180),
            lambda kms: kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=181),
        ),
        (
            "kms:PutKeyPolicy",
            {"Bool": {"kms:BypassPolicyLockoutSafetyCheck": "true"}},
            lambda kms: kms.put_key_policy(KeyId=key, Policy=policy, BypassPolicyLockoutSafetyCheck=True),
            lambda kms: kms.put_key_policy(KeyId=key, Policy=policy),
        ),
        (
            "kms:TagResource",
            {"StringEquals": {"aws:RequestTag/team": "a"}, "ForAllValues:StringEquals": {"aws:TagKeys": ["team"]}},
            lambda kms: kms.tag_resource(KeyId=key, Tags=TAGS),
            lambda kms: kms.tag_resource(KeyId=key, Tags=[*TAGS, {"TagKey": "stage", "TagValue": ""}]),
        ),
        (
            "kms:UntagResource",
            {"ForAllValues:StringEquals": {"aws:TagKeys": ["team"]}},
            lambda kms: kms.untag_resource(KeyId=key, TagKeys=["team"]),
            lambda kms: kms.untag_resource(KeyId=key, TagKeys=["stage"]),
        ),
        (
            "kms:ReEncrypt*",
            {"Bool": {"kms:ReEncryptOnSameKey": "true"}},
            lambda kms: kms.re_encrypt(CiphertextBlob=blob, DestinationKeyId=key),
            lambda kms: kms.re_encrypt(CiphertextBlob=blob, DestinationKeyId=other),
        ),
        (
            "kms:CreateKey",
            {
                "StringEquals": {"kms:KeySpec": "SYMMETRIC_DEFAULT"},
                "Bool": {"kms:BypassPolicyLockoutSafetyCheck": "false"},
            },
            lambda kms: kms.create_key(),
            lambda kms: kms.create_key(BypassPolicyLockoutSafetyCheck=True),
        ),
        (
            "kms:ScheduleKeyDeletion",
            {"NumericGreaterThanEquals": {"kms:ScheduleKeyDeletionPendingWindowInDays": "14"}},
            lambda kms: kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=14),
            lambda kms: kms.schedule_key_deletion(KeyId=other, PendingWindowInDays=13),
        ),
    ]
    for action, condition, right, wrong in rows:
        kms = caller(allowing(action, condition=condition))
        assert not allowed(lambda: wrong(kms)), action  # noqa: B023
        right(kms)


# More than one permission.


def test_tagging_at_birth_is_a_permission_of_its_own(caller: Callable[..., Any]) -> None:
    kms = caller(allowing("kms:CreateKey"))
    kms.create_key()
    with refused("AccessDeniedException", "is not authorized to perform: kms:TagResource on resource: "):
        kms.create_key(Tags=TAGS)
    caller(allowing(["kms:CreateKey", "kms:TagResource"])).create_key(Tags=TAGS)

    iam = caller(allowing(["iam:CreateUser", "iam:CreateRole"]), service="iam")
    tags = [{"Key": "team", "Value": "a"}]
    with refused("AccessDenied", "is not authorized to perform: iam:TagUser on resource: "):
        iam.create_user(UserName=f"u-{uuid.uuid4()}", Tags=tags)
    with refused("AccessDenied", "is not authorized to perform: iam:TagRole on resource: "):
        trust = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}
        document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
        iam.create_role(RoleName=f"r-{uuid.uuid4()}", AssumeRolePolicyDocument=document, Tags=tags)


def test_re_encryption_needs_both_keys(caller: Callable[..., Any], admin: Any) -> None:  # noqa: ANN401
    source, destination = (admin.create_key()["KeyMetadata"]["Arn"] for _ in range(2))
    blob = admin.encrypt(KeyId=source, Plaintext=b"p")["CiphertextBlob"]
    out, into = allowing("kms:ReEncryptFrom", source), allowing("kms:ReEncryptTo", destination)
    caller(out, into).re_encrypt(CiphertextBlob=blob, DestinationKeyId=destination)
    for policies, action, resource in (
        ([out], "kms:ReEncryptTo", destination),
        ([into], "kms:ReEncryptFrom", source),
        ([allowing(["kms:Encrypt", "kms:Decrypt"])], "kms:ReEncryptFrom", source),
    ):
        with refused("AccessDeniedException", f"is not authorized to perform: {action} on resource: {resource}"):
            caller(*policies).re_encrypt(CiphertextBlob=blob, DestinationKeyId=destination)


def test_aliases_need_the_alias_and_its_keys(caller: Callable[..., Any], admin: Any) -> None:  # noqa: ANN401
    """Source: KMS Developer Guide, "Controlling access to aliases"."""
    old, new = (admin.create_key()["KeyMetadata"]["Arn"] for _ in range(2))
    name = f"alias/{uuid.uuid4()}"
    arn = f"arn:aws:kms:us-east-1:{ACCOUNT}:{name}"
    steps: list[tuple[str, list[str], Callable[[Any], Any]]] = [
        ("kms:CreateAlias", [arn, old], lambda kms: kms.create_alias(AliasName=name, TargetKeyId=old)),
        ("kms:UpdateAlias", [arn, old, new], lambda kms: kms.update_alias(AliasName=name, TargetKeyId=new)),
        ("kms:DeleteAlias", [arn, new], lambda kms: kms.delete_alias(AliasName=name)),
    ]
    for action, resources, call in steps:
        for missing in resources:
            others = [allowing(action, resource) for resource in resources if resource != missing]
            with refused("AccessDeniedException", f"is not authorized to perform: {action} on resource: {missing}"):
                call(caller(*others))
        call(caller(*(allowing(action, resource) for resource in resources)))
