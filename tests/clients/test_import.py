"""Bring your own key: importing key material as AWS documents it, with what customers wrap it with."""

import base64
import hashlib
import hmac
import json
import re
import secrets
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError, ClientError
from byok import ALGORITHMS, TOOLS, WRAPPING_KEYS, Parameters, material
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding

from bootstrap import account, administrator, world
from lodge import UNCHECKED, Lodge, refused, wait_for
from moved_clock import MovedClock

KINDS = [
    ("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"),
    ("HMAC_224", "GENERATE_VERIFY_MAC"),
    ("HMAC_256", "GENERATE_VERIFY_MAC"),
    ("HMAC_384", "GENERATE_VERIFY_MAC"),
    ("HMAC_512", "GENERATE_VERIFY_MAC"),
    ("RSA_2048", "SIGN_VERIFY"),
    ("RSA_3072", "ENCRYPT_DECRYPT"),
    ("RSA_4096", "SIGN_VERIFY"),
    ("ECC_NIST_P256", "SIGN_VERIFY"),
    ("ECC_NIST_P384", "SIGN_VERIFY"),
    ("ECC_NIST_P521", "SIGN_VERIFY"),
    ("ECC_SECG_P256K1", "SIGN_VERIFY"),
]


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


@pytest.fixture
def key(kms: Any) -> str:  # noqa: ANN401
    """The id of a new key that waits for its material."""
    return external_key(kms)


@pytest.fixture
def parameters(kms: Any, key: str, tmp_path: Path) -> Parameters:  # noqa: ANN401
    return Parameters.get(kms, key, tmp_path)


def external_key(kms: Any, spec: str = "SYMMETRIC_DEFAULT", usage: str = "ENCRYPT_DECRYPT") -> str:  # noqa: ANN401
    return kms.create_key(Origin="EXTERNAL", KeySpec=spec, KeyUsage=usage)["KeyMetadata"]["KeyId"]


def state(kms: Any, key: str) -> str:  # noqa: ANN401
    return kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]


def materials(kms: Any, key: str) -> list[dict[str, Any]]:  # noqa: ANN401
    return kms.list_key_rotations(KeyId=key, IncludeKeyMaterial="ALL_KEY_MATERIAL")["Rotations"]


# Wrapping.


@pytest.mark.parametrize("spec", WRAPPING_KEYS)
@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_every_algorithm_with_every_wrapping_key(kms: Any, key: str, tmp_path: Path, algorithm: str, spec: str) -> None:  # noqa: ANN401
    parameters = Parameters.get(kms, key, tmp_path, algorithm, spec)
    public_key = serialization.load_der_public_key(parameters.public_key)
    assert public_key.key_size == int(spec.removeprefix("RSA_"))
    assert len(parameters.token) <= 6144
    plaintext = material("SYMMETRIC_DEFAULT")
    ids, ciphertexts = set(), []
    for tool in TOOLS:
        answer = kms.import_key_material(**parameters.arguments(plaintext, tool))
        assert answer["KeyId"] == parameters.key_id
        ids.add(answer["KeyMaterialId"])
        ciphertexts.append(kms.encrypt(KeyId=key, Plaintext=tool.encode())["CiphertextBlob"])
    assert len(ids) == 1
    assert [kms.decrypt(CiphertextBlob=it)["Plaintext"].decode() for it in ciphertexts] == TOOLS


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize(("spec", "usage"), KINDS)
def test_every_kind_of_key_with_every_algorithm(
    kms: Any,  # noqa: ANN401
    tmp_path: Path,
    spec: str,
    usage: str,
    algorithm: str,
) -> None:
    key = external_key(kms, spec, usage)
    direct = algorithm.startswith("RSAES_")
    if direct and spec.startswith("RSA_"):
        for wrapping_key in WRAPPING_KEYS:
            with refused("UnsupportedOperationException"):
                Parameters.get(kms, key, tmp_path, algorithm, wrapping_key)
        return
    wrapping_key = "RSA_2048"
    if direct and spec == "ECC_NIST_P521":
        with refused("UnsupportedOperationException"):
            Parameters.get(kms, key, tmp_path, algorithm, wrapping_key)
        wrapping_key = "RSA_3072"
    parameters = Parameters.get(kms, key, tmp_path, algorithm, wrapping_key)
    plaintext = material(spec)
    for tool in TOOLS:
        kms.import_key_material(**parameters.arguments(plaintext, tool))
        kms.delete_imported_key_material(KeyId=key)
        assert state(kms, key) == "PendingImport"
    kms.import_key_material(**parameters.arguments(plaintext))
    assert state(kms, key) == "Enabled"
    check_use(kms, key, spec, usage, plaintext)


def check_use(kms: Any, key: str, spec: str, usage: str, plaintext: bytes) -> None:  # noqa: ANN401
    """The key does what the imported material does."""
    message = b"message"
    if usage == "GENERATE_VERIFY_MAC":
        digest = f"sha{spec.removeprefix('HMAC_')}"
        mac = kms.generate_mac(KeyId=key, Message=message, MacAlgorithm=spec.replace("HMAC", "HMAC_SHA"))["Mac"]
        assert mac == hmac.new(plaintext, message, digest).digest()
        return
    if spec == "SYMMETRIC_DEFAULT":
        ciphertext = kms.encrypt(KeyId=key, Plaintext=message)["CiphertextBlob"]
        assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == message
        return
    private = serialization.load_der_private_key(plaintext, None)
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    assert kms.get_public_key(KeyId=key)["PublicKey"] == public
    if usage == "ENCRYPT_DECRYPT":
        oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
        ciphertext = private.public_key().encrypt(message, oaep)
        answer = kms.decrypt(KeyId=key, CiphertextBlob=ciphertext, EncryptionAlgorithm="RSAES_OAEP_SHA_256")
        assert answer["Plaintext"] == message
    elif spec.startswith("RSA_"):
        signed = kms.sign(KeyId=key, Message=message, SigningAlgorithm="RSASSA_PKCS1_V1_5_SHA_256")["Signature"]
        private.public_key().verify(signed, message, padding.PKCS1v15(), hashes.SHA256())
    else:
        size = {"ECC_NIST_P384": "384", "ECC_NIST_P521": "512"}.get(spec, "256")
        signed = kms.sign(KeyId=key, Message=message, SigningAlgorithm=f"ECDSA_SHA_{size}")["Signature"]
        digest = {"256": hashes.SHA256, "384": hashes.SHA384, "512": hashes.SHA512}[size]
        private.public_key().verify(signed, message, ec.ECDSA(digest()))


@pytest.mark.parametrize(
    ("algorithm", "spec"), [("RSAES_PKCS1_V1_5", "RSA_2048"), ("SM2PKE", "SM2"), ("RSAES_OAEP_SHA_256", "SM2")]
)
def test_what_aws_has_withdrawn_or_has_in_china_only(
    kms: Any,  # noqa: ANN401
    key: str,
    tmp_path: Path,
    algorithm: str,
    spec: str,
) -> None:
    with refused("UnsupportedOperationException"):
        Parameters.get(kms, key, tmp_path, algorithm, spec)


@pytest.mark.parametrize(
    ("spec", "usage"),
    [("ECC_NIST_EDWARDS25519", "SIGN_VERIFY"), ("ML_DSA_44", "SIGN_VERIFY"), ("ML_KEM_512", "ENCAPSULATE_DECAPSULATE")],
)
def test_kinds_of_keys_that_are_not_imported(kms: Any, spec: str, usage: str) -> None:  # noqa: ANN401
    with refused("UnsupportedOperationException", spec):
        external_key(kms, spec, usage)


# What is refused.


def test_tokens_are_for_one_key_and_one_wrapping_key(
    kms: Any,  # noqa: ANN401
    key: str,
    parameters: Parameters,
    tmp_path: Path,
) -> None:
    plaintext = material("SYMMETRIC_DEFAULT")
    mine = parameters.arguments(plaintext)
    again = Parameters.get(kms, key, tmp_path)
    other = Parameters.get(kms, external_key(kms), tmp_path)
    with refused("InvalidCiphertextException"):
        kms.import_key_material(**mine | {"ImportToken": again.token})
    for token in (
        other.token,
        b"token",
        parameters.token[:-1],
        secrets.token_bytes(2000),
        mine["EncryptedKeyMaterial"],
    ):
        with refused("InvalidImportTokenException"):
            kms.import_key_material(**mine | {"ImportToken": token})
    assert state(kms, key) == "PendingImport"
    kms.import_key_material(**mine)


def test_material_must_be_wrapped_as_agreed(kms: Any, key: str, tmp_path: Path) -> None:  # noqa: ANN401
    direct = Parameters.get(kms, key, tmp_path)
    plaintext = material("SYMMETRIC_DEFAULT")
    sha_1 = Parameters(key, "RSAES_OAEP_SHA_1", direct.public_key, direct.token, tmp_path)
    with refused("InvalidCiphertextException"):
        kms.import_key_material(**sha_1.arguments(plaintext))
    with refused("ValidationException", "Invalid encrypted key size."):
        kms.import_key_material(**direct.arguments(plaintext) | {"EncryptedKeyMaterial": plaintext})
    both = Parameters.get(kms, key, tmp_path, "RSA_AES_KEY_WRAP_SHA_256")
    wrapped, second = both.wrap(plaintext), both.wrap(plaintext)
    head, tail = wrapped[:256], wrapped[256:]
    altered = bytes([wrapped[0] ^ 1]) + wrapped[1:]
    for wrong in (tail + head, head, tail, head + second[256:], head + tail[:-8], altered, direct.wrap(plaintext)):
        with refused("InvalidCiphertextException"):
            kms.import_key_material(**both.arguments(plaintext) | {"EncryptedKeyMaterial": wrong})
    for length in (0, 16, 24, 31, 33, 64):
        with refused("IncorrectKeyMaterialException"):
            kms.import_key_material(**direct.arguments(b"\1" * length))
    assert state(kms, key) == "PendingImport"


@pytest.mark.parametrize(
    ("spec", "usage", "wrong"),
    [
        ("ECC_NIST_P256", "SIGN_VERIFY", "ECC_NIST_P384"),
        ("ECC_NIST_P256", "SIGN_VERIFY", "ECC_SECG_P256K1"),
        ("RSA_2048", "SIGN_VERIFY", "RSA_3072"),
        ("RSA_2048", "SIGN_VERIFY", "ECC_NIST_P256"),
        ("HMAC_512", "GENERATE_VERIFY_MAC", "HMAC_256"),
    ],
)
def test_material_of_another_kind(kms: Any, tmp_path: Path, spec: str, usage: str, wrong: str) -> None:  # noqa: ANN401
    key = external_key(kms, spec, usage)
    parameters = Parameters.get(kms, key, tmp_path, "RSA_AES_KEY_WRAP_SHA_256")
    with refused("IncorrectKeyMaterialException"):
        kms.import_key_material(**parameters.arguments(material(wrong)))
    with refused("IncorrectKeyMaterialException"):
        kms.import_key_material(**parameters.arguments(material(spec)[:-1]))
    assert state(kms, key) == "PendingImport"


def test_model_and_date_must_agree(kms: Any, parameters: Parameters) -> None:  # noqa: ANN401
    given = parameters.arguments(material("SYMMETRIC_DEFAULT"))
    soon = datetime.now(UTC) + timedelta(days=1)
    for wrong in (
        {"ExpirationModel": "KEY_MATERIAL_EXPIRES"},
        {"ValidTo": soon},
        {"ExpirationModel": "KEY_MATERIAL_EXPIRES", "ValidTo": soon - timedelta(days=2)},
        {"ExpirationModel": "KEY_MATERIAL_EXPIRES", "ValidTo": soon + timedelta(days=365)},
        {"KeyMaterialId": "0" * 64},
    ):
        with refused("ValidationException"):
            kms.import_key_material(**given | wrong)
    del given["ExpirationModel"]
    with refused("ValidationException", "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES"):
        kms.import_key_material(**given)


# Deleting and coming back.


def test_only_the_same_material_comes_back(kms: Any, key: str, parameters: Parameters) -> None:  # noqa: ANN401
    plaintext = material("SYMMETRIC_DEFAULT")
    made = kms.import_key_material(**parameters.arguments(plaintext))
    ciphertext = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    assert kms.delete_imported_key_material(KeyId=key)["KeyMaterialId"] == made["KeyMaterialId"]
    with refused("KMSInvalidStateException", f"{made['KeyId']} is pending import."):
        kms.decrypt(CiphertextBlob=ciphertext)
    with refused("IncorrectKeyMaterialException"):
        kms.import_key_material(**parameters.arguments(material("SYMMETRIC_DEFAULT")))
    with refused("IncorrectKeyMaterialException"):
        kms.import_key_material(**parameters.arguments(plaintext, ImportType="NEW_KEY_MATERIAL"))
    again = kms.import_key_material(**parameters.arguments(plaintext, KeyMaterialId=made["KeyMaterialId"]))
    assert again["KeyMaterialId"] == made["KeyMaterialId"]
    assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == b"p"


def test_deleted_material_is_nowhere(fresh_lodge: Lodge, tmp_path: Path) -> None:
    """Neither in the clear, ever, nor wrapped once it is deleted. The trail and what the server prints have none of it."""
    kms = fresh_lodge.client("kms", "A/admin")
    keys, secret_texts = {}, []
    for spec, usage in KINDS[:2]:
        key = external_key(kms, spec, usage)
        plaintext = material(spec)
        parameters = Parameters.get(kms, key, tmp_path)
        kms.import_key_material(**parameters.arguments(plaintext))
        keys[key] = parameters.arguments(plaintext)
        unpadded = base64.b64encode(parameters.token[:-3]).rstrip(b"=")[:-4]
        secret_texts += [plaintext, plaintext.hex().encode(), base64.b64encode(plaintext).rstrip(b"=")[:-1], unpadded]

    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in fresh_lodge.data.rglob("*") if path.is_file()}

    def wrapped(key: str) -> set[bytes]:
        """The wrapped material that the store's files have beside the name of a key."""
        record = re.compile(rb'"wrapped":"([A-Za-z0-9+/=]+)"')
        found = set()
        for path, content in files().items():
            if path.name.startswith("lodge.sqlite3"):
                for place in re.finditer(key.encode(), content):
                    found |= set(record.findall(content[place.start() : place.start() + 4000]))
        return found

    before = {key: wrapped(key) for key in keys}
    assert all(before.values())
    for key in keys:
        kms.delete_imported_key_material(KeyId=key)
    # A start empties the write-ahead log.
    fresh_lodge.restart()
    fresh_lodge.stop()
    for path, content in files().items():
        for text in secret_texts:
            assert text not in content, path
        for found in before.values():
            for text in found:
                assert text not in content, path
    for text in secret_texts:
        assert text not in fresh_lodge.output().encode(errors="surrogateescape")
    fresh_lodge.start()
    kms = fresh_lodge.client("kms", "A/admin")
    for key, arguments in keys.items():
        assert state(kms, key) == "PendingImport"
        kms.import_key_material(**arguments)


def test_the_trail_says_what_was_imported(lodge: Lodge, kms: Any, key: str, parameters: Parameters) -> None:  # noqa: ANN401
    end = datetime.now(UTC) + timedelta(hours=1)
    given = parameters.arguments(
        material("SYMMETRIC_DEFAULT"),
        ValidTo=end,
        ExpirationModel="KEY_MATERIAL_EXPIRES",
        KeyMaterialDescription="2027",
    )
    made = kms.import_key_material(**given)

    def records(name: str) -> list[dict[str, Any]]:
        events = lodge.client("cloudtrail", "A/admin").lookup_events(
            LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": name}]
        )["Events"]
        found = [json.loads(event["CloudTrailEvent"]) for event in events]
        return [it for it in found if it["requestParameters"]["keyId"].endswith(key)]

    (imported,) = records("ImportKeyMaterial")
    request = imported["requestParameters"]
    assert (request["expirationModel"], request["keyMaterialDescription"]) == ("KEY_MATERIAL_EXPIRES", "2027")
    assert imported["responseElements"]["keyMaterialId"] == made["KeyMaterialId"]
    (asked,) = records("GetParametersForImport")
    assert asked["requestParameters"]["wrappingAlgorithm"] == "RSAES_OAEP_SHA_256"
    for record in (imported, asked):
        text = json.dumps(record)
        for secret in (parameters.token, given["EncryptedKeyMaterial"], parameters.public_key):
            assert base64.b64encode(secret).decode()[:40] not in text


# Time.


def test_expiry_and_tokens_follow_the_clock(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(world(account("111122223333", "A", users=[administrator()])), wrapper=clock.wrapper)
    kms = lodge.client("kms", "A/admin")
    key, other = external_key(kms), external_key(kms)
    plaintext = material("SYMMETRIC_DEFAULT")
    parameters = Parameters.get(kms, key, tmp_path)
    end = (clock.now() + timedelta(hours=2)).replace(microsecond=0)
    made = kms.import_key_material(**parameters.arguments(plaintext, ValidTo=end))
    metadata = kms.describe_key(KeyId=key)["KeyMetadata"]
    assert (metadata["ExpirationModel"], metadata["ValidTo"]) == ("KEY_MATERIAL_EXPIRES", end)
    ciphertext = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]

    clock.move(timedelta(hours=2))
    with clock.for_clients():
        with refused("KMSInvalidStateException", "is pending import."):
            kms.decrypt(CiphertextBlob=ciphertext)
        assert state(kms, key) == "PendingImport"
        trail = lodge.client("cloudtrail", "A/admin")
        attributes = [{"AttributeKey": "EventName", "AttributeValue": "DeleteExpiredKeyMaterial"}]
        wait_for(lambda: trail.lookup_events(LookupAttributes=attributes)["Events"], 120, "the removal")
        (event,) = trail.lookup_events(LookupAttributes=attributes)["Events"]
        record = json.loads(event["CloudTrailEvent"])
        assert record["eventType"] == "AwsServiceEvent"
        assert record["additionalEventData"]["keyMaterialId"] == made["KeyMaterialId"]
        # The token is good for a day.
        kms.import_key_material(**parameters.arguments(plaintext))
        assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == b"p"
        late = Parameters.get(kms, other, tmp_path)

    clock.move(timedelta(hours=24, minutes=1))
    with clock.for_clients():
        with refused("ExpiredImportTokenException"):
            kms.import_key_material(**parameters.arguments(plaintext))
        kms.import_key_material(**late.arguments(plaintext))


# Rotation.


def test_rotation_to_imported_material(kms: Any, key: str, parameters: Parameters) -> None:  # noqa: ANN401
    first, second, third = (material("SYMMETRIC_DEFAULT") for _ in range(3))
    ids = [kms.import_key_material(**parameters.arguments(first))["KeyMaterialId"]]
    old = kms.encrypt(KeyId=key, Plaintext=b"old")["CiphertextBlob"]
    with refused("KMSInvalidStateException"):
        kms.rotate_key_on_demand(KeyId=key)
    for operation in ("enable_key_rotation", "disable_key_rotation", "get_key_rotation_status"):
        with refused("UnsupportedOperationException", "origin is EXTERNAL which is not valid for this operation."):
            getattr(kms, operation)(KeyId=key)
    given = parameters.arguments(second, ImportType="NEW_KEY_MATERIAL", KeyMaterialDescription="second of 2027")
    ids.append(kms.import_key_material(**given)["KeyMaterialId"])
    current, pending = materials(kms, key)
    assert (current["KeyMaterialId"], current["KeyMaterialState"]) == (ids[0], "CURRENT")
    assert (pending["KeyMaterialId"], pending["KeyMaterialState"]) == (ids[1], "PENDING_ROTATION")
    assert (pending["ImportState"], pending["KeyMaterialDescription"]) == ("IMPORTED", "second of 2027")
    assert pending["ExpirationModel"] == "KEY_MATERIAL_DOES_NOT_EXPIRE"
    assert "RotationDate" not in pending
    assert kms.list_key_rotations(KeyId=key)["Rotations"] == []
    with refused("KMSInvalidStateException"):
        kms.import_key_material(**parameters.arguments(third, ImportType="NEW_KEY_MATERIAL"))
    assert kms.rotate_key_on_demand(KeyId=key)["KeyId"] == key
    new = kms.encrypt(KeyId=key, Plaintext=b"new")["CiphertextBlob"]
    assert [kms.decrypt(CiphertextBlob=it)["KeyMaterialId"] for it in (old, new)] == ids
    (rotation,) = kms.list_key_rotations(KeyId=key)["Rotations"]
    assert (rotation["KeyMaterialId"], rotation["RotationType"]) == (ids[1], "ON_DEMAND")

    kms.delete_imported_key_material(KeyId=key, KeyMaterialId=ids[0])
    assert [it["ImportState"] for it in materials(kms, key)] == ["PENDING_IMPORT", "IMPORTED"]
    with refused("KMSInvalidStateException"):
        kms.encrypt(KeyId=key, Plaintext=b"p")
    kms.import_key_material(**parameters.arguments(first))
    assert [kms.decrypt(CiphertextBlob=it)["Plaintext"] for it in (old, new)] == [b"old", b"new"]


# Many at once, and a kill in between.


def test_two_imports_at_once(lodge: Lodge, kms: Any, key: str, parameters: Parameters) -> None:  # noqa: ANN401
    given = [parameters.arguments(material("SYMMETRIC_DEFAULT")) for _ in range(8)]
    answers: list[str | None] = [None] * len(given)
    start = threading.Barrier(len(given))

    def work(number: int) -> None:
        client = lodge.client("kms", "A/admin")
        start.wait()
        try:
            answers[number] = client.import_key_material(**given[number])["KeyMaterialId"]
        except ClientError as error:
            answers[number] = error.response["Error"]["Code"]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(given))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    (entry,) = materials(kms, key)
    assert sorted(answers) == sorted([entry["KeyMaterialId"]] + ["IncorrectKeyMaterialException"] * 7)


def test_kill_9_between_imports_and_deletions(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    lodge = make_lodge()
    kms = lodge.client("kms", "A/admin")
    key = external_key(kms)
    plaintext = material("SYMMETRIC_DEFAULT")
    parameters = Parameters.get(kms, key, tmp_path)
    given = parameters.arguments(plaintext)
    kms.import_key_material(**given)
    ciphertext = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    for _ in range(4):
        # What was answered last, and what was asked after it.
        answered = asked = "Enabled"
        calls = 0

        def work(client: Any) -> None:  # noqa: ANN401
            nonlocal answered, asked, calls
            try:
                while True:
                    asked = "PendingImport"
                    client.delete_imported_key_material(KeyId=key)
                    answered = "PendingImport"
                    asked = "Enabled"
                    client.import_key_material(**given)
                    answered = "Enabled"
                    calls += 1
            except BotoCoreError:
                pass

        thread = threading.Thread(target=work, args=(lodge.client("kms", "A/admin"),), daemon=True)
        thread.start()
        wait_for(lambda: calls >= 20, 60, "calls to be answered")  # noqa: B023
        lodge.kill()
        thread.join(60)
        lodge.start()
        kms = lodge.client("kms", "A/admin")
        found = state(kms, key)
        assert found in (answered, asked)
        if found == "PendingImport":
            with refused("KMSInvalidStateException"):
                kms.decrypt(CiphertextBlob=ciphertext)
            # The token outlives the server.
            kms.import_key_material(**given)
        assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == b"p"
        verified = json.loads(lodge.run("trail", "verify", "--json", "--data", str(lodge.data)).stdout)
        assert verified["sound"] is True


# Who may.


def test_conditions(lodge: Lodge, kms: Any, tmp_path: Path) -> None:  # noqa: ANN401
    statement = {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "kms:*", "Resource": "*"}
    limit = datetime.now(UTC) + timedelta(hours=1)
    denials = [
        ("kms:ImportKeyMaterial", {"StringEquals": {"kms:ExpirationModel": "KEY_MATERIAL_DOES_NOT_EXPIRE"}}),
        ("kms:ImportKeyMaterial", {"DateGreaterThan": {"kms:ValidTo": limit.strftime("%Y-%m-%dT%H:%M:%SZ")}}),
        ("kms:GetParametersForImport", {"StringEquals": {"kms:WrappingAlgorithm": "RSAES_OAEP_SHA_1"}}),
        ("kms:GetParametersForImport", {"StringNotEquals": {"kms:WrappingKeySpec": "RSA_2048"}}),
    ]
    denied = [statement | {"Effect": "Deny", "Action": action, "Condition": it} for action, it in denials]
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement, *denied]})
    key = kms.create_key(Origin="EXTERNAL", Policy=policy)["KeyMetadata"]["KeyId"]
    for algorithm, spec in (("RSAES_OAEP_SHA_1", "RSA_2048"), ("RSAES_OAEP_SHA_256", "RSA_3072")):
        with refused("AccessDeniedException"):
            Parameters.get(kms, key, tmp_path, algorithm, spec)
    parameters = Parameters.get(kms, key, tmp_path)
    plaintext = material("SYMMETRIC_DEFAULT")
    with refused("AccessDeniedException"):
        kms.import_key_material(**parameters.arguments(plaintext))
    with refused("AccessDeniedException"):
        kms.import_key_material(**parameters.arguments(plaintext, ValidTo=limit + timedelta(hours=1)))
    kms.import_key_material(**parameters.arguments(plaintext, ValidTo=limit - timedelta(minutes=1)))


def test_the_id_tells_one_material_of_one_key(kms: Any, tmp_path: Path) -> None:  # noqa: ANN401
    plaintext = material("SYMMETRIC_DEFAULT")
    ids = []
    for _ in range(2):
        parameters = Parameters.get(kms, external_key(kms), tmp_path)
        ids.append(kms.import_key_material(**parameters.arguments(plaintext))["KeyMaterialId"])
    assert ids[0] != ids[1]
    assert hashlib.sha256(plaintext).hexdigest() not in ids
