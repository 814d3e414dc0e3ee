"""Rotation of key material, by schedule and on demand."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bootstrap import account, administrator, world
from lodge import UNCHECKED, Lodge, refused, wait_for
from moved_clock import MovedClock


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


@pytest.fixture
def key(kms: Any) -> str:  # noqa: ANN401
    """The id of a new key."""
    return kms.create_key()["KeyMetadata"]["KeyId"]


def status(kms: Any, key: str) -> dict[str, Any]:  # noqa: ANN401
    answer = kms.get_key_rotation_status(KeyId=key)
    del answer["ResponseMetadata"]
    return answer


def test_the_schedule_is_switched_on_and_off(kms: Any, key: str) -> None:  # noqa: ANN401
    assert status(kms, key) == {"KeyId": key, "KeyRotationEnabled": False}
    kms.enable_key_rotation(KeyId=key)
    on = status(kms, key)
    assert (on["KeyRotationEnabled"], on["RotationPeriodInDays"]) == (True, 365)
    assert abs(on["NextRotationDate"] - datetime.now(UTC) - timedelta(days=365)) < timedelta(minutes=1)
    kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=90)
    other = status(kms, key)
    assert other["RotationPeriodInDays"] == 90
    assert abs(other["NextRotationDate"] - datetime.now(UTC) - timedelta(days=90)) < timedelta(minutes=1)
    # A disabled key keeps its schedule.
    kms.disable_key(KeyId=key)
    assert status(kms, key)["KeyRotationEnabled"] is True
    kms.enable_key(KeyId=key)
    kms.disable_key_rotation(KeyId=key)
    kms.disable_key_rotation(KeyId=key)
    assert status(kms, key) == {"KeyId": key, "KeyRotationEnabled": False}


@pytest.mark.parametrize(("days", "bound"), [(89, "greater than or equal to 90"), (2561, "less than or equal to 2560")])
def test_periods_have_limits(kms: Any, key: str, days: int, bound: str) -> None:  # noqa: ANN401
    text = f"Value '{days}' at 'rotationPeriodInDays' failed to satisfy constraint: Member must have value {bound}"
    with refused("ValidationException", text):
        kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=days)
    assert status(kms, key)["KeyRotationEnabled"] is False


def test_what_was_encrypted_before_a_rotation_can_still_be_decrypted(kms: Any, key: str) -> None:  # noqa: ANN401
    arn = kms.describe_key(KeyId=key)["KeyMetadata"]["Arn"]
    ciphertexts, materials = [], []
    for number in range(3):
        ciphertexts.append(kms.encrypt(KeyId=key, Plaintext=f"p{number}".encode())["CiphertextBlob"])
        materials.append(kms.describe_key(KeyId=key)["KeyMetadata"]["CurrentKeyMaterialId"])
        assert kms.rotate_key_on_demand(KeyId=arn)["KeyId"] == key
    for number, ciphertext in enumerate(ciphertexts):
        opened = kms.decrypt(CiphertextBlob=ciphertext)
        assert opened["Plaintext"] == f"p{number}".encode()
        assert opened["KeyMaterialId"] == materials[number]
    moved = kms.re_encrypt(CiphertextBlob=ciphertexts[0], DestinationKeyId=key)
    current = kms.describe_key(KeyId=key)["KeyMetadata"]["CurrentKeyMaterialId"]
    assert moved["SourceKeyMaterialId"] == materials[0]
    assert moved["DestinationKeyMaterialId"] == current
    assert current not in materials

    rotations = kms.list_key_rotations(KeyId=key)["Rotations"]
    assert [it["RotationType"] for it in rotations] == ["ON_DEMAND"] * 3
    dates = [it["RotationDate"] for it in rotations]
    assert dates == sorted(dates)
    everything = kms.list_key_rotations(KeyId=key, IncludeKeyMaterial="ALL_KEY_MATERIAL")["Rotations"]
    assert [it["KeyMaterialId"] for it in everything] == [*materials, current]
    assert [it["KeyMaterialState"] for it in everything] == ["NON_CURRENT"] * 3 + ["CURRENT"]
    assert "RotationDate" not in everything[0]
    pages = kms.get_paginator("list_key_rotations").paginate(KeyId=key, PaginationConfig={"PageSize": 2})
    assert [len(page["Rotations"]) for page in pages] == [2, 1]
    marker = kms.list_key_rotations(KeyId=key, Limit=1)["NextMarker"]
    with refused("InvalidMarkerException"):
        kms.list_key_rotations(KeyId=key, Limit=1, Marker=marker, IncludeKeyMaterial="ALL_KEY_MATERIAL")


def test_a_key_is_rotated_on_demand_twenty_five_times(kms: Any, key: str) -> None:  # noqa: ANN401
    """Source: API Reference, RotateKeyOnDemand."""
    for _ in range(25):
        kms.rotate_key_on_demand(KeyId=key)
    with refused("LimitExceededException", "No more on-demand rotations can be performed for this key"):
        kms.rotate_key_on_demand(KeyId=key)
    assert len(kms.list_key_rotations(KeyId=key)["Rotations"]) == 25


def test_keys_are_rotated_when_it_is_time(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(world(account("111122223333", "A", users=[administrator()])), wrapper=clock.wrapper)
    kms = lodge.client("kms", "A/admin")
    key, disabled = (kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(2))
    for each in (key, disabled):
        kms.enable_key_rotation(KeyId=each, RotationPeriodInDays=90)
    kms.disable_key(KeyId=disabled)
    due = status(kms, key)["NextRotationDate"]
    ciphertext = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]

    clock.move(timedelta(days=90, minutes=5))
    # Starting looks for what is due at once.
    lodge.restart()
    kms = lodge.client("kms", "A/admin")
    with clock.for_clients():
        wait_for(lambda: kms.list_key_rotations(KeyId=key)["Rotations"] != [], 60, "the rotation")
        (rotation,) = kms.list_key_rotations(KeyId=key)["Rotations"]
        assert rotation["RotationType"] == "AUTOMATIC"
        assert status(kms, key)["NextRotationDate"] == due + timedelta(days=90)
        assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == b"p"
        assert kms.list_key_rotations(KeyId=disabled)["Rotations"] == []
