"""Encrypt, Decrypt, ReEncrypt, data keys and random bytes."""

import json
import secrets
import string
from typing import Any

import pytest
from botocore.exceptions import ClientError

from bootstrap import Json
from lodge import UNCHECKED, Lodge, refused

ACCOUNT = "111122223333"


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


@pytest.fixture(scope="module")
def key(kms: Any) -> str:  # noqa: ANN401
    """The ARN of a key."""
    return kms.create_key()["KeyMetadata"]["Arn"]


@pytest.fixture(scope="module")
def other_key(kms: Any) -> str:  # noqa: ANN401
    """The ARN of another one."""
    return kms.create_key()["KeyMetadata"]["Arn"]


CONTEXTS: list[dict[str, str]] = [
    {},
    {"tenant": "123"},
    {"tenant": ""},
    {"a": "1", "b": "2", "c": "3"},
    {"Straße": "Österreich", "🔑": '\u0000\u007f\n"\\', "keys with spaces": "v" * 4000},
]


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda it: str(sorted(it))[:40])
@pytest.mark.parametrize("length", [1, 16, 4096])
def test_what_was_encrypted_comes_back(kms: Any, key: str, length: int, context: dict[str, str]) -> None:  # noqa: ANN401
    plaintext = secrets.token_bytes(length)
    encrypted = kms.encrypt(KeyId=key, Plaintext=plaintext, EncryptionContext=context)
    assert (encrypted["KeyId"], encrypted["EncryptionAlgorithm"]) == (key, "SYMMETRIC_DEFAULT")
    blob = encrypted["CiphertextBlob"]
    assert len(blob) <= 6144
    assert plaintext not in blob or length == 1
    again = dict(reversed(context.items()))
    opened = kms.decrypt(CiphertextBlob=blob, EncryptionContext=again)
    assert (opened["KeyId"], opened["EncryptionAlgorithm"]) == (key, "SYMMETRIC_DEFAULT")
    assert opened["Plaintext"] == plaintext
    assert kms.encrypt(KeyId=key, Plaintext=plaintext, EncryptionContext=context)["CiphertextBlob"] != blob


@pytest.mark.parametrize(
    "context",
    [{}, {"tenant": "124"}, {"tenant": "123", "more": "1"}, {"Tenant": "123"}, {"tenant": "123 "}, {"tenant1": "23"}],
    ids=str,
)
def test_another_context_opens_nothing(kms: Any, key: str, context: dict[str, str]) -> None:  # noqa: ANN401
    blob = kms.encrypt(KeyId=key, Plaintext=b"p", EncryptionContext={"tenant": "123"})["CiphertextBlob"]
    for call in (
        lambda: kms.decrypt(CiphertextBlob=blob, EncryptionContext=context),
        lambda: kms.decrypt(KeyId=key, CiphertextBlob=blob, EncryptionContext=context),
        lambda: kms.re_encrypt(CiphertextBlob=blob, SourceEncryptionContext=context, DestinationKeyId=key),
    ):
        with refused("InvalidCiphertextException"):
            call()


def test_every_changed_byte_is_noticed(kms: Any, key: str) -> None:  # noqa: ANN401
    blob = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    for at in range(len(blob)):
        bent = bytearray(blob)
        bent[at] ^= 1 << at % 8
        # A changed name of the key is the name of another key.
        with pytest.raises(ClientError) as caught:
            kms.decrypt(KeyId=key, CiphertextBlob=bytes(bent))
        assert caught.value.response["Error"]["Code"] in ("InvalidCiphertextException", "IncorrectKeyException"), at
    for cut in (blob[:-1], blob[1:], blob + b"\x00", b"x", blob[: len(blob) // 2]):
        with refused("InvalidCiphertextException"):
            kms.decrypt(KeyId=key, CiphertextBlob=cut)


def test_ciphertexts_know_their_key(kms: Any, key: str, other_key: str) -> None:  # noqa: ANN401
    blob = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    text = "The key ID in the request does not identify a CMK that can perform this operation."
    with refused("IncorrectKeyException", text):
        kms.decrypt(KeyId=other_key, CiphertextBlob=blob)
    with refused("IncorrectKeyException", text):
        kms.re_encrypt(CiphertextBlob=blob, SourceKeyId=other_key, DestinationKeyId=key)


def test_re_encryption_changes_key_and_context(kms: Any, key: str, other_key: str) -> None:  # noqa: ANN401
    blob = kms.encrypt(KeyId=key, Plaintext=b"p", EncryptionContext={"a": "1"})["CiphertextBlob"]
    moved = kms.re_encrypt(
        CiphertextBlob=blob,
        SourceEncryptionContext={"a": "1"},
        DestinationKeyId=other_key,
        DestinationEncryptionContext={"b": "2"},
    )
    assert (moved["SourceKeyId"], moved["KeyId"]) == (key, other_key)
    assert moved["SourceEncryptionAlgorithm"] == moved["DestinationEncryptionAlgorithm"] == "SYMMETRIC_DEFAULT"
    opened = kms.decrypt(CiphertextBlob=moved["CiphertextBlob"], EncryptionContext={"b": "2"})
    assert (opened["KeyId"], opened["Plaintext"]) == (other_key, b"p")
    with refused("InvalidCiphertextException"):
        kms.decrypt(CiphertextBlob=moved["CiphertextBlob"], EncryptionContext={"a": "1"})


@pytest.mark.parametrize(
    ("parameters", "length"),
    [
        ({"KeySpec": "AES_256"}, 32),
        ({"KeySpec": "AES_128"}, 16),
        ({"NumberOfBytes": 1}, 1),
        ({"NumberOfBytes": 1024}, 1024),
    ],
    ids=str,
)
def test_data_keys(kms: Any, key: str, parameters: Json, length: int) -> None:  # noqa: ANN401
    context = {"purpose": "file"}
    made = kms.generate_data_key(KeyId=key, EncryptionContext=context, **parameters)
    assert made["KeyId"] == key
    assert len(made["Plaintext"]) == length
    opened = kms.decrypt(CiphertextBlob=made["CiphertextBlob"], EncryptionContext=context)
    assert (opened["Plaintext"], opened["KeyMaterialId"]) == (made["Plaintext"], made["KeyMaterialId"])
    hidden = kms.generate_data_key_without_plaintext(KeyId=key, EncryptionContext=context, **parameters)
    assert "Plaintext" not in hidden
    assert hidden["KeyId"] == key
    assert len(kms.decrypt(CiphertextBlob=hidden["CiphertextBlob"], EncryptionContext=context)["Plaintext"]) == length


def test_random_bytes(kms: Any) -> None:  # noqa: ANN401
    assert [len(kms.generate_random(NumberOfBytes=length)["Plaintext"]) for length in (1, 32, 1024)] == [1, 32, 1024]
    assert kms.generate_random(NumberOfBytes=32)["Plaintext"] != kms.generate_random(NumberOfBytes=32)["Plaintext"]


CONSTRAINT = "failed to satisfy constraint: Member must have"

#: Operation, parameters beside the key, error code, text.
INVALID: list[tuple[str, Json, str, str]] = [
    (
        "encrypt",
        {"Plaintext": b""},
        "ValidationException",
        f"1 validation error detected: Value at 'plaintext' {CONSTRAINT} length greater than or equal to 1",
    ),
    (
        "encrypt",
        {"Plaintext": b"p" * 4097},
        "ValidationException",
        f"1 validation error detected: Value at 'plaintext' {CONSTRAINT} length less than or equal to 4096",
    ),
    ("encrypt", {}, "ValidationException", "at 'plaintext' failed to satisfy constraint: Member must not be null"),
    (
        "encrypt",
        {"Plaintext": b"p", "EncryptionAlgorithm": "RSAES_OAEP_SHA_256"},
        "InvalidKeyUsageException",
        "SYMMETRIC_DEFAULT",
    ),
    ("encrypt", {"Plaintext": b"p", "EncryptionAlgorithm": "ROT13"}, "ValidationException", "enum value set"),
    ("encrypt", {"Plaintext": b"p", "EncryptionContext": {"k": "v" * 8192}}, "ValidationException", ""),
    ("encrypt", {"Plaintext": b"p", "GrantTokens": ["token"]}, "InvalidGrantTokenException", ""),
    ("encrypt", {"Plaintext": b"p", "GrantTokens": ["t"] * 11}, "ValidationException", "at 'grantTokens'"),
    ("decrypt", {"CiphertextBlob": b"no ciphertext"}, "InvalidCiphertextException", ""),
    (
        "decrypt",
        {"CiphertextBlob": b"c" * 6145},
        "ValidationException",
        f"at 'ciphertextBlob' {CONSTRAINT} length less than or equal to 6144",
    ),
    ("decrypt", {}, "ValidationException", "at 'ciphertextBlob' failed to satisfy constraint: Member must not be null"),
    ("generate_data_key", {}, "ValidationException", "Please specify either number of bytes or key spec."),
    (
        "generate_data_key",
        {"KeySpec": "AES_256", "NumberOfBytes": 32},
        "ValidationException",
        "Please specify either number of bytes or key spec.",
    ),
    ("generate_data_key", {"KeySpec": "AES_512"}, "ValidationException", "enum value set: [AES_256, AES_128]"),
    (
        "generate_data_key",
        {"NumberOfBytes": 0},
        "ValidationException",
        f"{CONSTRAINT} value greater than or equal to 1",
    ),
    (
        "generate_data_key",
        {"NumberOfBytes": 1025},
        "ValidationException",
        f"{CONSTRAINT} value less than or equal to 1024",
    ),
    (
        "generate_data_key_without_plaintext",
        {"NumberOfBytes": 1025},
        "ValidationException",
        f"{CONSTRAINT} value less than or equal to 1024",
    ),
]


@pytest.mark.parametrize(("operation", "parameters", "code", "text"), INVALID, ids=lambda it: str(it)[:40])
def test_input_that_is_refused(kms: Any, key: str, operation: str, parameters: Json, code: str, text: str) -> None:  # noqa: ANN401
    with refused(code, text):
        getattr(kms, operation)(KeyId=key, **parameters)


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"NumberOfBytes": 1025}, "ValidationException"),
        ({"NumberOfBytes": 0}, "ValidationException"),
        ({}, "ValidationException"),
        ({"NumberOfBytes": 8, "CustomKeyStoreId": "cks-1234567890abcdef0"}, "CustomKeyStoreNotFoundException"),
    ],
    ids=str,
)
def test_random_bytes_that_are_refused(kms: Any, parameters: Json, code: str) -> None:  # noqa: ANN401
    with refused(code):
        kms.generate_random(**parameters)


def test_plaintexts_are_in_no_error(kms: Any, key: str) -> None:  # noqa: ANN401
    secret = "".join(secrets.choice(string.ascii_letters) for _ in range(40))
    with pytest.raises(kms.exceptions.ClientError) as caught:
        kms.encrypt(KeyId=key, Plaintext=(secret * 200).encode(), EncryptionAlgorithm="ROT13")
    assert "2 validation errors detected" in caught.value.response["Error"]["Message"]
    assert secret not in json.dumps(caught.value.response)


def test_a_rehearsal_does_nothing(kms: Any, key: str, lodge: Lodge) -> None:  # noqa: ANN401
    """Source: KMS Developer Guide, "Testing your AWS KMS API calls"."""
    blob = kms.encrypt(KeyId=key, Plaintext=b"p")["CiphertextBlob"]
    calls: dict[str, Json] = {
        "encrypt": {"KeyId": key, "Plaintext": b"p"},
        "decrypt": {"KeyId": key, "CiphertextBlob": blob},
        "re_encrypt": {"CiphertextBlob": blob, "DestinationKeyId": key},
        "generate_data_key": {"KeyId": key, "KeySpec": "AES_256"},
        "generate_data_key_without_plaintext": {"KeyId": key, "KeySpec": "AES_256"},
    }
    stranger = lodge.client("kms", "B/admin")
    for operation, parameters in calls.items():
        with refused("DryRunOperationException", "The request would have succeeded, but the DryRun option is set."):
            getattr(kms, operation)(DryRun=True, **parameters)
        with refused("AccessDeniedException"):
            getattr(stranger, operation)(DryRun=True, **parameters)
    with refused("InvalidCiphertextException"):
        kms.decrypt(KeyId=key, CiphertextBlob=blob, EncryptionContext={"a": "b"}, DryRun=True)
