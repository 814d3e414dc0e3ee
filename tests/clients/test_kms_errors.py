"""What the operations of KMS answer to keys that cannot do it, to algorithms that do not fit, and to what is malformed.

Sources: the errors of each operation in the API Reference and in botocore's description, and the texts that AWS sends. Wrong states are in
`test_kms_states.py`, wrong lengths and values in `test_constraints.py`, missing permissions in `test_permissions.py`.
"""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

from bootstrap import Json
from kms_key import ACCOUNT, AGREEMENT, ENCAPSULATION, GRANTEE, MAC, SIGNING, SYMMETRIC, Key
from lodge import UNCHECKED, Lodge
from operations import OPERATIONS, Scene

RSA = {"spec": "RSA_2048", "usage": "ENCRYPT_DECRYPT"}
RSA_SIGNING = {"spec": "RSA_2048", "usage": "SIGN_VERIFY"}

#: What every operation may answer, though the descriptions do not list it. Source: API Reference, "Common Errors".
COMMON = {"ValidationException", "AccessDeniedException"}


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


@pytest.fixture(scope="module")
def keys(kms: Any) -> Callable[[Json], Key]:  # noqa: ANN401
    """A key of each kind."""
    made: dict[tuple[str, ...], Key] = {}
    return lambda kind: made.setdefault(tuple(kind.values()), Key(kms, **kind))


def error_of(kms: Any, operation: str, parameters: Json) -> tuple[str, str]:  # noqa: ANN401
    """Code and text of a call that must fail, and whose code must be one that its documentation lists."""
    with pytest.raises(ClientError) as caught:
        getattr(kms, xform_name(operation))(**parameters)
    error, metadata = caught.value.response["Error"], caught.value.response["ResponseMetadata"]
    listed = {shape.name for shape in kms.meta.service_model.operation_model(operation).error_shapes}
    assert error["Code"] in listed | COMMON, error
    assert metadata["HTTPStatusCode"] == 400
    return error["Code"], error["Message"]


# Keys that are for something else.

#: Operation, what it takes beside the key, and the usage that a key must have for it.
USES: list[tuple[str, Json, str]] = [
    ("Encrypt", {"Plaintext": b"p"}, "ENCRYPT_DECRYPT"),
    ("GenerateDataKey", {"KeySpec": "AES_256"}, "ENCRYPT_DECRYPT"),
    ("GenerateDataKeyWithoutPlaintext", {"KeySpec": "AES_256"}, "ENCRYPT_DECRYPT"),
    ("GenerateDataKeyPair", {"KeyPairSpec": "ECC_NIST_P256"}, "ENCRYPT_DECRYPT"),
    ("GenerateDataKeyPairWithoutPlaintext", {"KeyPairSpec": "ECC_NIST_P256"}, "ENCRYPT_DECRYPT"),
    ("Sign", {"Message": b"m", "SigningAlgorithm": "ECDSA_SHA_256"}, "SIGN_VERIFY"),
    ("Verify", {"Message": b"m", "SigningAlgorithm": "ECDSA_SHA_256", "Signature": b"s"}, "SIGN_VERIFY"),
    ("GenerateMac", {"Message": b"m", "MacAlgorithm": "HMAC_SHA_256"}, "GENERATE_VERIFY_MAC"),
    ("VerifyMac", {"Message": b"m", "MacAlgorithm": "HMAC_SHA_256", "Mac": b"m"}, "GENERATE_VERIFY_MAC"),
    ("DeriveSharedSecret", {"KeyAgreementAlgorithm": "ECDH", "PublicKey": b"k"}, "KEY_AGREEMENT"),
    ("Encapsulate", {"EncapsulationAlgorithm": "ML_KEM"}, "ENCAPSULATE_DECAPSULATE"),
    (
        "Decapsulate",
        {"EncapsulationAlgorithm": "ML_KEM", "SharedSecretCiphertextBlob": b"c"},
        "ENCAPSULATE_DECAPSULATE",
    ),
]
KINDS = {"symmetric": SYMMETRIC, "RSA": RSA, "signing": SIGNING, "MAC": MAC, "ECDH": AGREEMENT, "KEM": ENCAPSULATION}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("operation", "parameters", "usage"), USES, ids=[use[0] for use in USES])
def test_keys_are_for_one_usage(
    kms: Any,  # noqa: ANN401
    keys: Callable[[Json], Key],
    operation: str,
    parameters: Json,
    usage: str,
    kind: str,
) -> None:
    key = keys(KINDS[kind])
    if key.usage != usage:
        expected = f"{key.arn} key usage is {key.usage} which is not valid for {operation}."
        assert error_of(kms, operation, key.named | parameters) == ("InvalidKeyUsageException", expected)
    elif kind == "RSA":
        expected = "Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048."
        assert error_of(kms, operation, key.named | parameters) == ("InvalidKeyUsageException", expected)


def test_every_operation_of_one_usage_is_shown() -> None:
    about = ("crypt", "DataKey", "Sign", "Verify", "Mac", "Derive", "capsulate")
    served = {it.name for it in OPERATIONS if it.service == "kms" and any(word in it.name for word in about)}
    shown_below = {"Decrypt", "ReEncrypt"}
    assert served - shown_below == {operation for operation, _, _ in USES}


def test_a_ciphertext_belongs_to_its_key(kms: Any, keys: Callable[[Json], Key]) -> None:  # noqa: ANN401
    symmetric, other = keys(SYMMETRIC), Key(kms)
    for key in (other, keys(SIGNING), keys(MAC)):
        for operation, named in (("Decrypt", "KeyId"), ("ReEncrypt", "SourceKeyId")):
            parameters = {"CiphertextBlob": symmetric.ciphertext, named: key.arn}
            if operation == "ReEncrypt":
                parameters["DestinationKeyId"] = symmetric.arn
            text = "The key ID in the request does not identify a CMK that can perform this operation."
            assert error_of(kms, operation, parameters) == ("IncorrectKeyException", text)
    parameters = {"CiphertextBlob": symmetric.ciphertext, "DestinationKeyId": keys(SIGNING).arn}
    text = f"{keys(SIGNING).arn} key usage is SIGN_VERIFY which is not valid for ReEncrypt."
    assert error_of(kms, "ReEncrypt", parameters)[0] == "InvalidKeyUsageException", text


@pytest.mark.parametrize("kind", [RSA, RSA_SIGNING, SIGNING, MAC, AGREEMENT, ENCAPSULATION], ids=lambda it: it["usage"])
def test_only_symmetric_keys_rotate(kms: Any, keys: Callable[[Json], Key], kind: Json) -> None:  # noqa: ANN401
    named = keys(kind).named
    for operation in ("EnableKeyRotation", "DisableKeyRotation", "RotateKeyOnDemand"):
        assert error_of(kms, operation, named)[0] == "UnsupportedOperationException"
    # "The key rotation status of these KMS keys is always false."
    assert kms.get_key_rotation_status(**named)["KeyRotationEnabled"] is False


@pytest.mark.parametrize("kind", [SYMMETRIC, MAC], ids=["symmetric", "MAC"])
def test_only_key_pairs_have_a_public_key(kms: Any, keys: Callable[[Json], Key], kind: Json) -> None:  # noqa: ANN401
    assert error_of(kms, "GetPublicKey", keys(kind).named)[0] == "UnsupportedOperationException"


# Algorithms that are not the key's.

INCOMPATIBLE: list[tuple[Json, str, Json, str]] = [
    (SYMMETRIC, "Encrypt", {"Plaintext": b"p", "EncryptionAlgorithm": "RSAES_OAEP_SHA_1"}, "SYMMETRIC_DEFAULT"),
    (RSA, "Encrypt", {"Plaintext": b"p"}, "RSA_2048"),
    (RSA, "Encrypt", {"Plaintext": b"p", "EncryptionAlgorithm": "SYMMETRIC_DEFAULT"}, "RSA_2048"),
    (SIGNING, "Sign", {"Message": b"m", "SigningAlgorithm": "ECDSA_SHA_384"}, "ECC_NIST_P256"),
    (SIGNING, "Sign", {"Message": b"m", "SigningAlgorithm": "RSASSA_PSS_SHA_256"}, "ECC_NIST_P256"),
    (RSA_SIGNING, "Sign", {"Message": b"m", "SigningAlgorithm": "ECDSA_SHA_256"}, "RSA_2048"),
    (
        SIGNING,
        "Verify",
        {"Message": b"m", "Signature": b"s", "SigningAlgorithm": "RSASSA_PKCS1_V1_5_SHA_512"},
        "ECC_NIST_P256",
    ),
    (MAC, "GenerateMac", {"Message": b"m", "MacAlgorithm": "HMAC_SHA_512"}, "HMAC_256"),
    (MAC, "VerifyMac", {"Message": b"m", "Mac": b"m", "MacAlgorithm": "HMAC_SHA_224"}, "HMAC_256"),
]


@pytest.mark.parametrize(
    ("kind", "operation", "parameters", "spec"), INCOMPATIBLE, ids=[f"{it[1]}-{it[3]}" for it in INCOMPATIBLE]
)
def test_algorithms_belong_to_key_specs(
    kms: Any,  # noqa: ANN401
    keys: Callable[[Json], Key],
    kind: Json,
    operation: str,
    parameters: Json,
    spec: str,
) -> None:
    named = [value for name, value in parameters.items() if name.endswith("Algorithm")]
    algorithm = named[0] if named else "SYMMETRIC_DEFAULT"
    text = f"Algorithm {algorithm} is incompatible with key spec {spec}."
    assert error_of(kms, operation, keys(kind).named | parameters) == ("InvalidKeyUsageException", text)


# Lengths that depend on the key and the algorithm.


@pytest.mark.parametrize(("algorithm", "limit"), [("RSAES_OAEP_SHA_1", 214), ("RSAES_OAEP_SHA_256", 190)])
def test_rsa_keys_encrypt_short_plaintexts(
    kms: Any,  # noqa: ANN401
    keys: Callable[[Json], Key],
    algorithm: str,
    limit: int,
) -> None:
    """Source: API Reference, Encrypt."""
    given = keys(RSA).named | {"EncryptionAlgorithm": algorithm}
    text = f"Algorithm {algorithm} and key spec RSA_2048 cannot encrypt data larger than {limit} bytes."
    assert error_of(kms, "Encrypt", given | {"Plaintext": b"p" * (limit + 1)}) == ("ValidationException", text)
    kms.encrypt(**given, Plaintext=b"p" * limit)


@pytest.mark.parametrize("operation", ["Sign", "Verify"])
@pytest.mark.parametrize(("kind", "algorithm"), [(SIGNING, "ECDSA_SHA_256"), (RSA_SIGNING, "RSASSA_PSS_SHA_384")])
def test_digests_have_the_length_of_their_algorithm(
    kms: Any,  # noqa: ANN401
    keys: Callable[[Json], Key],
    operation: str,
    kind: Json,
    algorithm: str,
) -> None:
    given = keys(kind).named | {"MessageType": "DIGEST", "SigningAlgorithm": algorithm}
    if operation == "Verify":
        given["Signature"] = b"s" * 64
    text = f"Digest is invalid length for algorithm {algorithm}."
    for length in (1, 20, 31, 33, 47, 49, 64):
        assert error_of(kms, operation, given | {"Message": b"d" * length}) == ("ValidationException", text)


def test_macs_are_of_short_messages(kms: Any, keys: Callable[[Json], Key]) -> None:  # noqa: ANN401
    """Source: API Reference, GenerateMac: 1 to 4096 bytes."""
    given = keys(MAC).named | {"MacAlgorithm": "HMAC_SHA_256"}
    assert error_of(kms, "GenerateMac", given | {"Message": b"m" * 4097})[0] == "ValidationException"
    assert kms.generate_mac(**given, Message=b"m" * 4096)["Mac"]


# What is malformed.

#: AWS sends no text: what exactly is wrong would help only somebody who attacks.
MALFORMED: list[tuple[Json, str, Json, str]] = [
    (SYMMETRIC, "Decrypt", {"CiphertextBlob": b"no ciphertext"}, "InvalidCiphertextException"),
    (
        RSA,
        "Decrypt",
        {"CiphertextBlob": b"c", "EncryptionAlgorithm": "RSAES_OAEP_SHA_256"},
        "InvalidCiphertextException",
    ),
    (
        RSA,
        "Decrypt",
        {"CiphertextBlob": b"c" * 256, "EncryptionAlgorithm": "RSAES_OAEP_SHA_1"},
        "InvalidCiphertextException",
    ),
    (
        SIGNING,
        "Verify",
        SIGNED := {"Message": b"m", "SigningAlgorithm": "ECDSA_SHA_256", "Signature": b"s"},
        "KMSInvalidSignatureException",
    ),
    (SIGNING, "Verify", SIGNED | {"Signature": b"\x30\x06\x02\x01\x01\x02\x01\x01"}, "KMSInvalidSignatureException"),
    (SIGNING, "Verify", SIGNED | {"Signature": b"s" * 6144}, "KMSInvalidSignatureException"),
    (
        RSA_SIGNING,
        "Verify",
        {"Message": b"m", "SigningAlgorithm": "RSASSA_PSS_SHA_256", "Signature": b"s" * 256},
        "KMSInvalidSignatureException",
    ),
    (MAC, "VerifyMac", {"Message": b"m", "MacAlgorithm": "HMAC_SHA_256", "Mac": b"m" * 32}, "KMSInvalidMacException"),
    (MAC, "VerifyMac", {"Message": b"m", "MacAlgorithm": "HMAC_SHA_256", "Mac": b"m"}, "KMSInvalidMacException"),
    (
        ENCAPSULATION,
        "Decapsulate",
        {"EncapsulationAlgorithm": "ML_KEM", "SharedSecretCiphertextBlob": b"c"},
        "InvalidCiphertextException",
    ),
]


@pytest.mark.parametrize(("kind", "operation", "parameters", "code"), MALFORMED, ids=lambda it: str(it)[:40])
def test_what_is_malformed_opens_and_verifies_nothing(
    kms: Any,  # noqa: ANN401
    keys: Callable[[Json], Key],
    kind: Json,
    operation: str,
    parameters: Json,
    code: str,
) -> None:
    assert error_of(kms, operation, keys(kind).named | parameters) == (code, "")


def test_public_keys_must_be_on_the_curve(kms: Any, keys: Callable[[Json], Key]) -> None:  # noqa: ANN401
    given = keys(AGREEMENT).named | {"KeyAgreementAlgorithm": "ECDH"}
    good = kms.get_public_key(KeyId=keys(AGREEMENT).arn)["PublicKey"]
    other_curve = Key(kms, spec="ECC_NIST_P384", usage="KEY_AGREEMENT")
    wrong = kms.get_public_key(KeyId=other_curve.arn)["PublicKey"]
    off = good[:-1] + bytes([good[-1] ^ 1])
    for public_key in (b"k", wrong, off, good[:-1], good + b"\0"):
        assert error_of(kms, "DeriveSharedSecret", given | {"PublicKey": public_key})[0] == "ValidationException"
    assert kms.derive_shared_secret(**given, PublicKey=good)["SharedSecret"]


# Names that lead nowhere.

MISSING = "1234abcd-12ab-34cd-56ef-1234567890ab"
KEYS = f"arn:aws:kms:us-east-1:{ACCOUNT}:key/"
NAMES = {
    MISSING: ("NotFoundException", f"Key '{KEYS}{MISSING}' does not exist"),
    KEYS + MISSING: ("NotFoundException", f"Key '{KEYS}{MISSING}' does not exist"),
    "my-key": ("NotFoundException", "Invalid keyId 'my-key'"),
    KEYS + "my-key": ("NotFoundException", "Invalid keyId 'my-key'"),
    f"arn:aws:kms:ap-southeast-1:{ACCOUNT}:key/{MISSING}": ("NotFoundException", "Invalid arn ap-southeast-1"),
}
NOT_KEYS = ["arn:aws:s3:::bucket", "arn:aws:kms", f"arn:aws:kms:us-east-1:{ACCOUNT}:foo/bar"]
NAMING = ("KeyId", "TargetKeyId", "SourceKeyId", "DestinationKeyId")


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))


@pytest.mark.parametrize(
    "operation", {it.name: it for it in reversed(OPERATIONS) if it.service == "kms"}.values(), ids=lambda it: it.name
)
def test_names_that_lead_nowhere(scene: Scene, operation: Any) -> None:  # noqa: ANN401
    description = scene.kms.meta.service_model.operation_model(operation.name)
    members = [name for name in NAMING if description.input_shape and name in description.input_shape.members]
    listed = {shape.name for shape in description.error_shapes}
    if not members or "NotFoundException" not in listed:
        return
    parameters = operation.arguments(scene)
    for member in members:
        for name, expected in NAMES.items():
            assert error_of(scene.kms, operation.name, parameters | {member: name}) == expected, (member, name)
        for name in NOT_KEYS:
            code = "InvalidArnException" if "InvalidArnException" in listed else "NotFoundException"
            found = error_of(scene.kms, operation.name, parameters | {member: name})
            assert found == (code, f"Invalid arn {name}"), (member, name)


#: "Specify the key ID or key ARN": the API Reference of each. The text is what AWS answers to an alias ARN.
@pytest.mark.parametrize("operation", ["CreateGrant", "DisableKey", "EnableKeyRotation", "ListGrants", "PutKeyPolicy"])
def test_operations_that_take_no_alias(kms: Any, operation: str) -> None:  # noqa: ANN401
    key = Key(kms)
    more: dict[str, Json] = {
        "CreateGrant": {"GranteePrincipal": GRANTEE, "Operations": ["Encrypt"]},
        "PutKeyPolicy": {"Policy": "{}"},
    }
    alias = key.alias
    arn = f"arn:aws:kms:us-east-1:{ACCOUNT}:{alias}"
    text = "Key Aliases are not supported for this operation"
    given = more.get(operation, {})
    assert error_of(kms, operation, given | {"KeyId": arn}) == ("InvalidArnException", text)
    assert error_of(kms, operation, given | {"KeyId": alias}) == ("NotFoundException", f"Invalid keyId '{alias}'")


def test_grants_that_do_not_exist(kms: Any, keys: Callable[[Json], Key]) -> None:  # noqa: ANN401
    named, grant = keys(SYMMETRIC).named, "0" * 64
    for operation in ("RetireGrant", "RevokeGrant", "ListGrants"):
        assert error_of(kms, operation, named | {"GrantId": "grant"})[0] == "InvalidGrantIdException"
    for operation in ("RetireGrant", "RevokeGrant"):
        assert error_of(kms, operation, named | {"GrantId": grant}) == (
            "NotFoundException",
            f"Grant ID {grant} not found",
        )
    assert error_of(kms, "RetireGrant", {"GrantToken": "token"})[0] == "InvalidGrantTokenException"


def test_aliases_that_cannot_be(kms: Any, keys: Callable[[Json], Key]) -> None:  # noqa: ANN401
    key = keys(SYMMETRIC)
    given = {"TargetKeyId": key.arn}
    name = f"alias/{uuid.uuid4()}"
    text = (
        'Alias must start with the prefix "alias/". Please see '
        "https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html"
    )
    assert error_of(kms, "CreateAlias", given | {"AliasName": "my-alias"}) == ("ValidationException", text)
    arn = f"arn:aws:kms:us-east-1:{ACCOUNT}:{name}"
    for operation, parameters in (("UpdateAlias", given | {"AliasName": name}), ("DeleteAlias", {"AliasName": name})):
        assert error_of(kms, operation, parameters) == ("NotFoundException", f"Alias {arn} is not found.")
    kms.create_alias(AliasName=name, TargetKeyId=key.arn)
    assert error_of(kms, "CreateAlias", given | {"AliasName": name}) == (
        "AlreadyExistsException",
        f"An alias with the name {arn} already exists",
    )
