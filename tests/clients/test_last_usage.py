"""When a key was last used: what counts, for which key, and that a crash forgets nothing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import strict
from lodge import REGION, Lodge, refused

FAR = "eu-west-1"


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    kms = lodge.client("kms", "A/admin")
    strict.watch(kms)
    return kms


def last_use(kms: Any, key: str) -> str | None:  # noqa: ANN401
    """The operation."""
    return kms.get_key_last_usage(KeyId=key)["KeyLastUsage"].get("Operation")


def test_a_new_key_was_not_used(kms: Any) -> None:  # noqa: ANN401
    key = kms.create_key()["KeyMetadata"]
    answer = kms.get_key_last_usage(KeyId=key["Arn"])
    assert answer["KeyLastUsage"] == {}
    assert answer["KeyId"] == key["KeyId"]
    # It was there for all of its key's life.
    assert answer["TrackingStartDate"] == answer["KeyCreationDate"] == key["CreationDate"]


def test_successful_cryptography_counts_and_nothing_else(kms: Any) -> None:  # noqa: ANN401
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.describe_key(KeyId=key)
    kms.get_key_policy(KeyId=key, PolicyName="default")
    with refused("DryRunOperationException"):
        kms.encrypt(KeyId=key, Plaintext=b"secret", DryRun=True)
    assert last_use(kms, key) is None
    made = kms.encrypt(KeyId=key, Plaintext=b"secret")
    usage = kms.get_key_last_usage(KeyId=key)["KeyLastUsage"]
    assert usage["Operation"] == "Encrypt"
    assert abs(usage["Timestamp"] - datetime.now(UTC)) < timedelta(minutes=1)
    assert usage["KmsRequestId"] == made["ResponseMetadata"]["RequestId"]
    kms.generate_data_key(KeyId=key, KeySpec="AES_256")
    assert last_use(kms, key) == "GenerateDataKey"
    with refused("InvalidCiphertextException"):
        kms.decrypt(KeyId=key, CiphertextBlob=made["CiphertextBlob"][:-1])
    kms.enable_key_rotation(KeyId=key)
    assert last_use(kms, key) == "GenerateDataKey"
    kms.decrypt(CiphertextBlob=made["CiphertextBlob"])
    assert last_use(kms, key) == "Decrypt"


def test_its_event_is_in_the_trail(lodge: Lodge, kms: Any) -> None:  # noqa: ANN401
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    kms.encrypt(KeyId=key, Plaintext=b"secret")
    event = kms.get_key_last_usage(KeyId=key)["KeyLastUsage"]["CloudTrailEventId"]
    trail = lodge.client("cloudtrail", "A/admin")
    found = trail.lookup_events(LookupAttributes=[{"AttributeKey": "EventId", "AttributeValue": event}])["Events"]
    assert [it["EventName"] for it in found] == ["Encrypt"]


def test_re_encryption_uses_both_keys(kms: Any) -> None:  # noqa: ANN401
    one, other = (kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(2))
    blob = kms.encrypt(KeyId=one, Plaintext=b"secret")["CiphertextBlob"]
    kms.re_encrypt(CiphertextBlob=blob, DestinationKeyId=other)
    assert last_use(kms, one) == last_use(kms, other) == "ReEncrypt"


def test_related_keys_are_used_each_for_itself(lodge: Lodge, kms: Any) -> None:  # noqa: ANN401
    far = lodge.client("kms", "A/admin", region=FAR)
    key = kms.create_key(MultiRegion=True)["KeyMetadata"]["KeyId"]
    kms.replicate_key(KeyId=key, ReplicaRegion=FAR)
    blob = kms.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    assert (last_use(kms, key), last_use(far, key)) == ("Encrypt", None)
    far.decrypt(CiphertextBlob=blob)
    assert (last_use(kms, key), last_use(far, key)) == ("Encrypt", "Decrypt")


def test_other_accounts_and_aliases_are_refused(lodge: Lodge, kms: Any) -> None:  # noqa: ANN401
    key = kms.create_key()["KeyMetadata"]
    with refused("AccessDeniedException"):
        lodge.client("kms", "B/admin").get_key_last_usage(KeyId=key["Arn"])
    kms.create_alias(AliasName=f"alias/{key['KeyId']}", TargetKeyId=key["KeyId"])
    with refused("NotFoundException"):
        kms.get_key_last_usage(KeyId=f"alias/{key['KeyId']}")


def test_a_crash_and_a_lost_index_forget_nothing(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    key = lodge.client("kms", "A/admin").create_key()["KeyMetadata"]["KeyId"]
    lodge.client("kms", "A/admin").encrypt(KeyId=key, Plaintext=b"secret")
    lodge.kill()
    lodge.start()
    assert last_use(lodge.client("kms", "A/admin", REGION), key) == "Encrypt"
    lodge.stop()
    for part in lodge.data.glob("trail-index.sqlite3*"):
        part.unlink()
    lodge.start()
    assert last_use(lodge.client("kms", "A/admin"), key) == "Encrypt"
