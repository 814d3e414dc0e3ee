"""Keys and their life: creating, describing, listing, tags, descriptions, states, deletion."""

import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bootstrap import Json, account, administrator, world
from lodge import UNCHECKED, Lodge, refused, wait_for
from moved_clock import MovedClock
from operations import allowing

ACCOUNT = "111122223333"
KEYS = f"arn:aws:kms:us-east-1:{ACCOUNT}:key/"
MISSING = "1234abcd-12ab-34cd-56ef-1234567890ab"


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


@pytest.fixture
def key(kms: Any) -> str:  # noqa: ANN401
    """The id of a new key."""
    return kms.create_key()["KeyMetadata"]["KeyId"]


def state(kms: Any, key: str) -> str:  # noqa: ANN401
    return kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]


# Creating and describing.


def test_a_new_key(kms: Any) -> None:  # noqa: ANN401
    before = datetime.now(UTC) - timedelta(seconds=2)
    answer = kms.create_key(Description="for tests", Tags=[{"TagKey": "team", "TagValue": "a"}])
    made = answer["KeyMetadata"]
    assert answer["ResponseMetadata"]["HTTPHeaders"]["content-type"] == "application/x-amz-json-1.1"
    assert before <= made.pop("CreationDate") <= datetime.now(UTC) + timedelta(seconds=2)
    key = made["KeyId"]
    assert str(uuid.UUID(key)) == key
    assert len(made.pop("CurrentKeyMaterialId")) == 64
    assert made == {
        "AWSAccountId": ACCOUNT,
        "KeyId": key,
        "Arn": KEYS + key,
        "Enabled": True,
        "Description": "for tests",
        "KeyUsage": "ENCRYPT_DECRYPT",
        "KeyState": "Enabled",
        "Origin": "AWS_KMS",
        "KeyManager": "CUSTOMER",
        "CustomerMasterKeySpec": "SYMMETRIC_DEFAULT",
        "KeySpec": "SYMMETRIC_DEFAULT",
        "EncryptionAlgorithms": ["SYMMETRIC_DEFAULT"],
        "MultiRegion": False,
    }
    assert kms.describe_key(KeyId=key)["KeyMetadata"] == answer["KeyMetadata"] | {
        name: kms.describe_key(KeyId=key)["KeyMetadata"][name] for name in ("CreationDate", "CurrentKeyMaterialId")
    }
    assert kms.list_resource_tags(KeyId=key)["Tags"] == [{"TagKey": "team", "TagValue": "a"}]


def test_a_key_has_its_region(lodge: Lodge) -> None:
    here, elsewhere = lodge.client("kms", "A/admin"), lodge.client("kms", "A/admin", "eu-west-1")
    made = elsewhere.create_key()["KeyMetadata"]
    assert made["Arn"] == f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/{made['KeyId']}"
    assert elsewhere.describe_key(KeyId=made["Arn"])["KeyMetadata"]["KeyId"] == made["KeyId"]
    with refused("NotFoundException", f"Key '{KEYS}{made['KeyId']}' does not exist"):
        here.describe_key(KeyId=made["KeyId"])
    with refused("NotFoundException", "Invalid arn eu-west-1"):
        here.describe_key(KeyId=made["Arn"])


TOO_MANY_TAGS = [{"TagKey": f"key-{number}", "TagValue": ""} for number in range(51)]

CANNOT_BE_MADE: list[tuple[Json, str, str]] = [
    ({"KeySpec": "ROT13"}, "ValidationException", "Value 'ROT13' at 'keySpec' failed to satisfy constraint"),
    ({"KeyUsage": "SIGN_VERIFY"}, "ValidationException", "not compatible with KeySpec SYMMETRIC_DEFAULT"),
    ({"KeySpec": "RSA_2048"}, "ValidationException", "You must specify a KeyUsage value"),
    (
        {"KeySpec": "SYMMETRIC_DEFAULT", "CustomerMasterKeySpec": "SYMMETRIC_DEFAULT"},
        "ValidationException",
        "You cannot specify KeySpec and CustomerMasterKeySpec in the same request",
    ),
    ({"KeySpec": "SM2", "KeyUsage": "SIGN_VERIFY"}, "UnsupportedOperationException", "SM2"),
    (
        {"Description": "d" * 8193},
        "ValidationException",
        "at 'description' failed to satisfy constraint: Member must have length less than or equal to 8192",
    ),
    ({"Tags": [{"TagKey": "aws:a", "TagValue": ""}]}, "TagException", "aws:"),
    ({"Tags": [{"TagKey": "a", "TagValue": ""}] * 2}, "TagException", "Duplicate tag keys"),
    ({"Tags": TOO_MANY_TAGS}, "TagException", "Too many tags"),
    (
        {"Tags": [{"TagKey": "k" * 129, "TagValue": ""}]},
        "ValidationException",
        "at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length less than or equal to 128",
    ),
    ({"Tags": [{"TagKey": "k"}]}, "ValidationException", "at 'tags.1.member.tagValue' failed to satisfy constraint"),
    ({"Policy": "{}"}, "MalformedPolicyDocumentException", ""),
    ({"Policy": "my policy"}, "MalformedPolicyDocumentException", ""),
    (
        {"Policy": json.dumps(allowing("kms:*"))},
        "MalformedPolicyDocumentException",
        "",
    ),
    ({"Policy": "x" * 131073}, "ValidationException", "less than or equal to 131072"),
    ({"Policy": json.dumps(allowing("kms:*")) + " " * 32768}, "LimitExceededException", ""),
]


@pytest.mark.parametrize(("parameters", "code", "text"), CANNOT_BE_MADE, ids=lambda it: str(it)[:48])
def test_keys_that_cannot_be_made(kms: Any, parameters: Json, code: str, text: str) -> None:  # noqa: ANN401
    before = count_keys(kms)
    with refused(code, text):
        kms.create_key(**parameters)
    assert count_keys(kms) == before


def count_keys(kms: Any) -> int:  # noqa: ANN401
    return sum(len(page["Keys"]) for page in kms.get_paginator("list_keys").paginate())


#: What each operation says to a name that leads nowhere. Source: the answers of AWS, and the API Reference of each operation.
NAMES = {
    MISSING: ("NotFoundException", f"Key '{KEYS}{MISSING}' does not exist"),
    KEYS + MISSING: ("NotFoundException", f"Key '{KEYS}{MISSING}' does not exist"),
    "my-key": ("NotFoundException", "Invalid keyId 'my-key'"),
    KEYS + "my-key": ("NotFoundException", "Invalid keyId 'my-key'"),
    "alias/no-such-alias": (
        "NotFoundException",
        f"Alias arn:aws:kms:us-east-1:{ACCOUNT}:alias/no-such-alias is not found.",
    ),
    f"arn:aws:kms:us-east-1:{ACCOUNT}:alias/no-such-alias": (
        "NotFoundException",
        f"Alias arn:aws:kms:us-east-1:{ACCOUNT}:alias/no-such-alias is not found.",
    ),
    f"arn:aws:kms:ap-southeast-1:{ACCOUNT}:key/{MISSING}": ("NotFoundException", "Invalid arn ap-southeast-1"),
    "": (
        "ValidationException",
        "Value '' at 'keyId' failed to satisfy constraint: Member must have length greater than",
    ),
    "k" * 2049: ("ValidationException", "at 'keyId' failed to satisfy constraint: Member must have length less than"),
}


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:60])
def test_names_that_lead_nowhere(kms: Any, name: str) -> None:  # noqa: ANN401
    code, text = NAMES[name]
    for call in (
        lambda: kms.describe_key(KeyId=name),
        lambda: kms.encrypt(KeyId=name, Plaintext=b"p"),
        lambda: kms.generate_data_key(KeyId=name, KeySpec="AES_256"),
    ):
        with refused(code, text):
            call()


def managing(kms: Any) -> dict[str, Callable[[str], Any]]:  # noqa: ANN401
    """The operations that take a key id or key ARN and no alias."""
    policy = json.dumps(delegating(ACCOUNT))
    return {
        "CancelKeyDeletion": lambda name: kms.cancel_key_deletion(KeyId=name),
        "CreateAlias": lambda name: kms.create_alias(AliasName="alias/never", TargetKeyId=name),
        "DisableKey": lambda name: kms.disable_key(KeyId=name),
        "DisableKeyRotation": lambda name: kms.disable_key_rotation(KeyId=name),
        "EnableKey": lambda name: kms.enable_key(KeyId=name),
        "EnableKeyRotation": lambda name: kms.enable_key_rotation(KeyId=name),
        "GetKeyPolicy": lambda name: kms.get_key_policy(KeyId=name),
        "GetKeyRotationStatus": lambda name: kms.get_key_rotation_status(KeyId=name),
        "ListKeyPolicies": lambda name: kms.list_key_policies(KeyId=name),
        "ListKeyRotations": lambda name: kms.list_key_rotations(KeyId=name),
        "ListResourceTags": lambda name: kms.list_resource_tags(KeyId=name),
        "PutKeyPolicy": lambda name: kms.put_key_policy(KeyId=name, Policy=policy),
        "RotateKeyOnDemand": lambda name: kms.rotate_key_on_demand(KeyId=name),
        "ScheduleKeyDeletion": lambda name: kms.schedule_key_deletion(KeyId=name),
        "TagResource": lambda name: kms.tag_resource(KeyId=name, Tags=[{"TagKey": "a", "TagValue": "b"}]),
        "UntagResource": lambda name: kms.untag_resource(KeyId=name, TagKeys=["a"]),
        "UpdateKeyDescription": lambda name: kms.update_key_description(KeyId=name, Description="d"),
    }


def delegating(account_id: str) -> Json:
    """A key policy that leaves everything to the account."""
    principal = {"AWS": f"arn:aws:iam::{account_id}:root"}
    statement = {"Effect": "Allow", "Principal": principal, "Action": "kms:*", "Resource": "*"}
    return {"Version": "2012-10-17", "Statement": [statement]}


@pytest.mark.parametrize("operation", list(managing(None)))
def test_operations_that_manage_keys_take_no_alias(kms: Any, key: str, operation: str) -> None:  # noqa: ANN401
    alias = f"alias/{uuid.uuid4()}"
    kms.create_alias(AliasName=alias, TargetKeyId=key)
    call = managing(kms)[operation]
    for name in (MISSING, KEYS + MISSING):
        with refused("NotFoundException", f"Key '{KEYS}{MISSING}' does not exist"):
            call(name)
    arn = f"arn:aws:kms:us-east-1:{ACCOUNT}:{alias}"
    for name, code, text in (
        (alias, "NotFoundException", f"Invalid keyId '{alias}'"),
        (arn, "InvalidArnException", "Key Aliases are not supported for this operation"),
    ):
        if operation == "CreateAlias":
            code, text = "ValidationException", "Aliases must refer to keys. Not aliases"
        with refused(code, text):
            call(name)
    if operation == "CancelKeyDeletion":
        kms.schedule_key_deletion(KeyId=key)
    assert call(key)["ResponseMetadata"]["HTTPStatusCode"] == 200
    if operation == "CreateAlias":
        kms.delete_alias(AliasName="alias/never")


# States. Source: KMS Developer Guide, "Key states of AWS KMS keys".


def test_what_a_disabled_key_does(kms: Any, key: str) -> None:  # noqa: ANN401
    ciphertext = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    kms.disable_key(KeyId=key)
    kms.disable_key(KeyId=key)
    described = kms.describe_key(KeyId=key)["KeyMetadata"]
    assert (described["KeyState"], described["Enabled"]) == ("Disabled", False)
    for call in (
        lambda: kms.encrypt(KeyId=key, Plaintext=b"p"),
        lambda: kms.decrypt(CiphertextBlob=ciphertext),
        lambda: kms.re_encrypt(CiphertextBlob=ciphertext, DestinationKeyId=key),
        lambda: kms.generate_data_key(KeyId=key, KeySpec="AES_256"),
        lambda: kms.generate_data_key_without_plaintext(KeyId=key, KeySpec="AES_256"),
        lambda: kms.enable_key_rotation(KeyId=key),
        lambda: kms.disable_key_rotation(KeyId=key),
        lambda: kms.rotate_key_on_demand(KeyId=key),
    ):
        with refused("DisabledException", f"{KEYS}{key} is disabled."):
            call()
    kms.update_key_description(KeyId=key, Description="off")
    kms.tag_resource(KeyId=key, Tags=[{"TagKey": "a", "TagValue": "b"}])
    kms.put_key_policy(KeyId=key, Policy=json.dumps(delegating(ACCOUNT)))
    kms.enable_key(KeyId=key)
    assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == b"p"


def test_what_a_key_does_that_waits_for_its_deletion(kms: Any, key: str) -> None:  # noqa: ANN401
    ciphertext = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    alias = f"alias/{uuid.uuid4()}"
    kms.create_alias(AliasName=alias, TargetKeyId=key)
    scheduled = kms.schedule_key_deletion(KeyId=KEYS + key, PendingWindowInDays=7)
    assert scheduled["KeyId"] == KEYS + key
    assert (scheduled["KeyState"], scheduled["PendingWindowInDays"]) == ("PendingDeletion", 7)
    week = datetime.now(UTC) + timedelta(days=7)
    assert abs(scheduled["DeletionDate"] - week) < timedelta(minutes=1)
    described = kms.describe_key(KeyId=alias)["KeyMetadata"]
    assert (described["KeyState"], described["Enabled"]) == ("PendingDeletion", False)
    assert described["DeletionDate"] == scheduled["DeletionDate"]
    for call in (
        lambda: kms.encrypt(KeyId=alias, Plaintext=b"p"),
        lambda: kms.decrypt(CiphertextBlob=ciphertext),
        lambda: kms.generate_data_key(KeyId=key, KeySpec="AES_256"),
        lambda: kms.schedule_key_deletion(KeyId=key),
        lambda: kms.enable_key(KeyId=key),
        lambda: kms.disable_key(KeyId=key),
        lambda: kms.enable_key_rotation(KeyId=key),
        lambda: kms.rotate_key_on_demand(KeyId=key),
        lambda: kms.create_alias(AliasName=f"{alias}-2", TargetKeyId=key),
        lambda: kms.tag_resource(KeyId=key, Tags=[{"TagKey": "a", "TagValue": "b"}]),
        lambda: kms.untag_resource(KeyId=key, TagKeys=["a"]),
        lambda: kms.update_key_description(KeyId=key, Description="gone"),
    ):
        with refused("KMSInvalidStateException", f"{KEYS}{key} is pending deletion."):
            call()
    kms.get_key_policy(KeyId=key)
    assert kms.list_resource_tags(KeyId=key)["Tags"] == []
    assert kms.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"] is False
    assert kms.cancel_key_deletion(KeyId=key)["KeyId"] == KEYS + key
    assert state(kms, key) == "Disabled"
    with refused("KMSInvalidStateException", f"{KEYS}{key} is not pending deletion."):
        kms.cancel_key_deletion(KeyId=key)
    kms.enable_key(KeyId=key)
    assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == b"p"


@pytest.mark.parametrize("days", [0, 6, 31, 366])
def test_waiting_periods_have_limits(kms: Any, key: str, days: int) -> None:  # noqa: ANN401
    with refused("ValidationException"):
        kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=days)
    assert state(kms, key) == "Enabled"


def test_the_waiting_period_is_thirty_days(kms: Any, key: str) -> None:  # noqa: ANN401
    scheduled = kms.schedule_key_deletion(KeyId=key)
    assert scheduled["PendingWindowInDays"] == 30
    assert abs(scheduled["DeletionDate"] - datetime.now(UTC) - timedelta(days=30)) < timedelta(minutes=1)


def test_a_key_is_gone_when_its_waiting_period_is_over(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(world(account(ACCOUNT, "A", users=[administrator()])), wrapper=clock.wrapper)
    kms = lodge.client("kms", "A/admin")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    kept = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.create_alias(AliasName="alias/gone", TargetKeyId=key)
    ciphertext = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)

    clock.move(timedelta(days=7, seconds=-30))
    with clock.for_clients():
        assert state(kms, key) == "PendingDeletion"
    clock.move(timedelta(days=7, seconds=30))
    with clock.for_clients():
        with refused("NotFoundException", f"Key '{KEYS}{key}' does not exist"):
            kms.describe_key(KeyId=key)
        with refused("NotFoundException", f"Key '{KEYS}{key}' does not exist"):
            kms.cancel_key_deletion(KeyId=key)
        with refused("NotFoundException", "alias/gone is not found."):
            kms.encrypt(KeyId="alias/gone", Plaintext=b"p")
        with refused("AccessDeniedException"):
            kms.decrypt(CiphertextBlob=ciphertext)
        assert [it["KeyId"] for it in kms.list_keys()["Keys"]] == [kept]
        assert kms.list_aliases()["Aliases"] == []
        # The name is free again, and leads to another key.
        kms.create_alias(AliasName="alias/gone", TargetKeyId=kept)
        with refused("IncorrectKeyException"):
            kms.decrypt(KeyId="alias/gone", CiphertextBlob=ciphertext)
        # Starting looks for what is due at once.
        lodge.restart()
        trail = lodge.client("cloudtrail", "A/admin")
        deletion = [{"AttributeKey": "EventName", "AttributeValue": "DeleteKey"}]
        wait_for(
            lambda: trail.lookup_events(LookupAttributes=deletion)["Events"] != [], 60, "the deletion to be recorded"
        )


# Tags and descriptions.


def test_tags(kms: Any, key: str) -> None:  # noqa: ANN401
    def tags() -> dict[str, str]:
        return {tag["TagKey"]: tag["TagValue"] for tag in kms.list_resource_tags(KeyId=key)["Tags"]}

    kms.tag_resource(KeyId=key, Tags=[{"TagKey": "team", "TagValue": "a"}, {"TagKey": "stage", "TagValue": ""}])
    kms.tag_resource(KeyId=KEYS + key, Tags=[{"TagKey": "team", "TagValue": "b"}])
    assert tags() == {"team": "b", "stage": ""}
    kms.untag_resource(KeyId=key, TagKeys=["stage", "absent"])
    assert tags() == {"team": "b"}
    kms.tag_resource(KeyId=key, Tags=TOO_MANY_TAGS[:49])
    assert len(kms.list_resource_tags(KeyId=key)["Tags"]) == 50
    with refused("TagException", "Too many tags"):
        kms.tag_resource(KeyId=key, Tags=[{"TagKey": "one more", "TagValue": ""}])
    for added in ([{"TagKey": "AWS:a", "TagValue": ""}], [{"TagKey": "a", "TagValue": ""}] * 2):
        with refused("TagException"):
            kms.tag_resource(KeyId=key, Tags=added)
    with refused("ValidationException", "at 'tags.1.member.tagValue'", "length less than or equal to 256"):
        kms.tag_resource(KeyId=key, Tags=[{"TagKey": "team", "TagValue": "v" * 257}])
    assert tags()["team"] == "b"


def test_descriptions(kms: Any, key: str) -> None:  # noqa: ANN401
    for description in ("Kundenschlüssel 🔑 \t<&>\"'\\", "d" * 8192, ""):
        kms.update_key_description(KeyId=key, Description=description)
        assert kms.describe_key(KeyId=key)["KeyMetadata"]["Description"] == description
    with refused("ValidationException", "at 'description'", "length less than or equal to 8192"):
        kms.update_key_description(KeyId=key, Description="d" * 8193)


# Listing.


@pytest.fixture(scope="module")
def listings(make_module_lodge: Callable[..., Lodge]) -> Any:  # noqa: ANN401
    """KMS of a Lodge with 13 keys, one of which has 13 tags."""
    kms = make_module_lodge().client("kms", "A/admin", config=UNCHECKED)
    for number in range(13):
        key = kms.create_key()["KeyMetadata"]["KeyId"]
        kms.create_alias(AliasName=f"alias/number-{number:02}", TargetKeyId=key)
    kms.tag_resource(KeyId=key, Tags=TOO_MANY_TAGS[:13])
    return kms


@pytest.mark.parametrize("size", [1, 5, 12, 13, 14, 1000])
def test_keys_are_listed_page_by_page(listings: Any, size: int) -> None:  # noqa: ANN401
    pages = list(listings.get_paginator("list_keys").paginate(PaginationConfig={"PageSize": size}))
    assert [len(page["Keys"]) for page in pages[:-1]] == [size] * (len(pages) - 1)
    assert [page["Truncated"] for page in pages] == [True] * (len(pages) - 1) + [False]
    assert "NextMarker" not in pages[-1]
    keys = [key for page in pages for key in page["Keys"]]
    assert len({key["KeyId"] for key in keys}) == len(keys) == 13
    assert all(key["KeyArn"] == KEYS + key["KeyId"] for key in keys)


@pytest.mark.parametrize("size", [1, 5, 13, 50])
def test_tags_are_listed_page_by_page(listings: Any, size: int) -> None:  # noqa: ANN401
    key = listings.describe_key(KeyId="alias/number-12")["KeyMetadata"]["KeyId"]
    pages = list(listings.get_paginator("list_resource_tags").paginate(KeyId=key, PaginationConfig={"PageSize": size}))
    assert all(len(page["Tags"]) <= size for page in pages)
    assert sorted(tag["TagKey"] for page in pages for tag in page["Tags"]) == sorted(
        tag["TagKey"] for tag in TOO_MANY_TAGS[:13]
    )


def test_markers_belong_to_one_listing(listings: Any) -> None:  # noqa: ANN401
    first, second = (listings.describe_key(KeyId=f"alias/number-{n}")["KeyMetadata"]["KeyId"] for n in ("12", "11"))
    listings.tag_resource(KeyId=second, Tags=TOO_MANY_TAGS[:2])
    keys = listings.list_keys(Limit=1)["NextMarker"]
    aliases = listings.list_aliases(Limit=1)["NextMarker"]
    tags = listings.list_resource_tags(KeyId=first, Limit=1)["NextMarker"]
    for call in (
        lambda: listings.list_aliases(Marker=keys),
        lambda: listings.list_keys(Marker=aliases),
        lambda: listings.list_resource_tags(KeyId=first, Marker=keys),
        lambda: listings.list_resource_tags(KeyId=second, Marker=tags),
        lambda: listings.list_aliases(KeyId=first, Marker=aliases),
        lambda: listings.list_key_policies(KeyId=first, Marker=tags),
        lambda: listings.list_key_rotations(KeyId=first, Marker=tags),
        lambda: listings.list_keys(Marker=keys[:-4]),
        lambda: listings.list_keys(Marker="marker"),
    ):
        with refused("InvalidMarkerException"):
            call()


@pytest.mark.parametrize(("limit", "bound"), [(0, "greater than or equal to 1"), (1001, "less than or equal to 1000")])
def test_pages_have_a_size(listings: Any, limit: int, bound: str) -> None:  # noqa: ANN401
    key = listings.list_keys(Limit=1)["Keys"][0]["KeyId"]
    for call in (
        lambda: listings.list_keys(Limit=limit),
        lambda: listings.list_aliases(Limit=limit),
        lambda: listings.list_resource_tags(KeyId=key, Limit=limit),
        lambda: listings.list_key_policies(KeyId=key, Limit=limit),
        lambda: listings.list_key_rotations(KeyId=key, Limit=limit),
    ):
        with refused("ValidationException", f"Value '{limit}' at 'limit'", f"Member must have value {bound}"):
            call()


def test_markers_belong_to_one_account_and_region(lodge: Lodge) -> None:
    kms, partner = (lodge.client("kms", caller) for caller in ("A/admin", "B/admin"))
    for client in (kms, kms, partner, partner):
        key = client.create_key()["KeyMetadata"]["KeyId"]
        client.create_alias(AliasName=f"alias/{uuid.uuid4()}", TargetKeyId=key)
    for listing in ("list_keys", "list_aliases"):
        marker = getattr(kms, listing)(Limit=1)["NextMarker"]
        getattr(kms, listing)(Marker=marker)
        for other in (partner, lodge.client("kms", "A/admin", "eu-west-1")):
            with refused("InvalidMarkerException"):
                getattr(other, listing)(Marker=marker)


def test_accounts_and_regions_list_their_own_keys(listings: Any, lodge: Lodge) -> None:  # noqa: ANN401
    made = lodge.client("kms", "B/admin").create_key()["KeyMetadata"]["KeyId"]

    def listed(caller: str, region: str = "us-east-1") -> set[str]:
        pages = lodge.client("kms", caller, region).get_paginator("list_keys").paginate()
        return {key["KeyId"] for page in pages for key in page["Keys"]}

    assert made in listed("B/admin")
    assert made not in listed("A/admin")
    assert made not in listed("B/admin", "eu-central-1")
