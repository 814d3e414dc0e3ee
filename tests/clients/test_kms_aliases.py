"""Aliases, and access that depends on them."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from lodge import UNCHECKED, Lodge, refused

ACCOUNT = "111122223333"
ALIASES = f"arn:aws:kms:us-east-1:{ACCOUNT}:"


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


@pytest.fixture
def key(kms: Any) -> str:  # noqa: ANN401
    """The id of a new key."""
    return kms.create_key()["KeyMetadata"]["KeyId"]


def new_name() -> str:
    return f"alias/test/{uuid.uuid4()}"


def test_an_alias_names_its_key_wherever_a_key_is_used(kms: Any, key: str) -> None:  # noqa: ANN401
    alias = new_name()
    assert kms.create_alias(AliasName=alias, TargetKeyId=key).keys() == {"ResponseMetadata"}
    arn = kms.describe_key(KeyId=key)["KeyMetadata"]["Arn"]
    for name in (key, arn, alias, ALIASES + alias):
        assert kms.describe_key(KeyId=name)["KeyMetadata"]["KeyId"] == key
        encrypted = kms.encrypt(KeyId=name, Plaintext=b"p")
        assert encrypted["KeyId"] == arn
        for other in (key, arn, alias, ALIASES + alias):
            assert kms.decrypt(KeyId=other, CiphertextBlob=encrypted["CiphertextBlob"])["KeyId"] == arn
        assert kms.generate_data_key(KeyId=name, KeySpec="AES_128")["KeyId"] == arn
        assert kms.generate_data_key_without_plaintext(KeyId=name, KeySpec="AES_128")["KeyId"] == arn
        moved = kms.re_encrypt(CiphertextBlob=encrypted["CiphertextBlob"], SourceKeyId=name, DestinationKeyId=name)
        assert (moved["SourceKeyId"], moved["KeyId"]) == (arn, arn)


def test_an_alias_moves_and_goes(kms: Any, key: str) -> None:  # noqa: ANN401
    alias = new_name()
    other = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.create_alias(AliasName=alias, TargetKeyId=key)
    ciphertext = kms.encrypt(KeyId=alias, Plaintext=b"p")["CiphertextBlob"]
    (before,) = kms.list_aliases(KeyId=key)["Aliases"]
    assert before["AliasArn"] == ALIASES + alias
    assert before["AliasName"] == alias
    assert before["TargetKeyId"] == key
    assert before["CreationDate"] == before["LastUpdatedDate"]
    assert abs(before["CreationDate"] - datetime.now(UTC)) < timedelta(minutes=1)

    kms.update_alias(AliasName=alias, TargetKeyId=other)
    assert kms.list_aliases(KeyId=key)["Aliases"] == []
    (after,) = kms.list_aliases(KeyId=other)["Aliases"]
    assert after["TargetKeyId"] == other
    assert after["CreationDate"] == before["CreationDate"]
    assert after["LastUpdatedDate"] > before["LastUpdatedDate"]
    # At once, for the next call.
    assert kms.encrypt(KeyId=alias, Plaintext=b"p")["KeyId"].endswith(other)
    with refused("IncorrectKeyException", "does not identify a CMK that can perform this operation"):
        kms.decrypt(KeyId=alias, CiphertextBlob=ciphertext)
    assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == b"p"

    kms.delete_alias(AliasName=alias)
    with refused("NotFoundException", f"Alias {ALIASES}{alias} is not found."):
        kms.encrypt(KeyId=alias, Plaintext=b"p")
    with refused("NotFoundException", f"Alias {ALIASES}{alias} is not found."):
        kms.delete_alias(AliasName=alias)
    with refused("NotFoundException", f"Alias {ALIASES}{alias} is not found."):
        kms.update_alias(AliasName=alias, TargetKeyId=key)


def test_a_name_is_taken_once(kms: Any, key: str, lodge: Lodge) -> None:  # noqa: ANN401
    alias = new_name()
    kms.create_alias(AliasName=alias, TargetKeyId=key)
    with refused("AlreadyExistsException", f"An alias with the name {ALIASES}{alias} already exists"):
        kms.create_alias(AliasName=alias, TargetKeyId=key)
    # Names are of one account in one region, and not the same in another case.
    kms.create_alias(AliasName=alias.upper().replace("ALIAS", "alias", 1), TargetKeyId=key)
    for caller, region in (("B/admin", "us-east-1"), ("A/admin", "eu-west-1")):
        elsewhere = lodge.client("kms", caller, region)
        elsewhere.create_alias(AliasName=alias, TargetKeyId=elsewhere.create_key()["KeyMetadata"]["KeyId"])


BAD_NAMES = {
    "customer": ("ValidationException", 'Alias must start with the prefix "alias/".'),
    "alias/": ("ValidationException", "Invalid identifier"),
    "alias/aws/s3": ("NotAuthorizedException", ""),
    "alias/a:b": ("ValidationException", "alias/a:b contains invalid characters for an alias"),
    "alias/a b": (
        "ValidationException",
        "Value 'alias/a b' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: "
        "^[a-zA-Z0-9:/_-]+$",
    ),
    "alias/" + "a" * 251: ("ValidationException", "Member must have length less than or equal to 256"),
    "": ("ValidationException", "Member must have length greater than or equal to 1"),
}


@pytest.mark.parametrize("name", BAD_NAMES, ids=lambda name: name[:20])
def test_names_that_an_alias_cannot_have(kms: Any, key: str, name: str) -> None:  # noqa: ANN401
    code, text = BAD_NAMES[name]
    for call in (
        lambda: kms.create_alias(AliasName=name, TargetKeyId=key),
        lambda: kms.update_alias(AliasName=name, TargetKeyId=key),
        lambda: kms.delete_alias(AliasName=name),
    ):
        with refused(code, text):
            call()


def test_a_key_has_fifty_aliases_at_most(kms: Any, key: str) -> None:  # noqa: ANN401
    """Source: KMS Developer Guide, "Resource quotas"."""
    names = [new_name() for _ in range(51)]
    for name in names[:50]:
        kms.create_alias(AliasName=name, TargetKeyId=key)
    with refused("LimitExceededException"):
        kms.create_alias(AliasName=names[50], TargetKeyId=key)
    other = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.create_alias(AliasName=names[50], TargetKeyId=other)
    with refused("LimitExceededException"):
        kms.update_alias(AliasName=names[50], TargetKeyId=key)
    for size in (1, 7, 50, 100):
        pages = kms.get_paginator("list_aliases").paginate(KeyId=key, PaginationConfig={"PageSize": size})
        assert sorted(alias["AliasName"] for page in pages for alias in page["Aliases"]) == sorted(names[:50])


def test_aliases_of_another_account_are_not_listed(kms: Any, key: str, lodge: Lodge) -> None:  # noqa: ANN401
    alias = new_name()
    kms.create_alias(AliasName=alias, TargetKeyId=key)
    arn = kms.describe_key(KeyId=key)["KeyMetadata"]["Arn"]
    other = lodge.client("kms", "B/admin")
    pages = other.get_paginator("list_aliases").paginate(PaginationConfig={"PageSize": 3})
    assert alias not in [it["AliasName"] for page in pages for it in page["Aliases"]]
    with refused("AccessDeniedException"):
        other.list_aliases(KeyId=arn)
    with refused("AccessDeniedException"):
        other.create_alias(AliasName=alias, TargetKeyId=arn)
