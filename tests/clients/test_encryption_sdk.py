"""The AWS Encryption SDK for Python: envelope encryption of large data over KMS, with the material providers' keyrings and the caching CMM."""

import io
import secrets
from collections.abc import Callable
from typing import Any

import pytest
from aws_cryptographic_material_providers.mpl import AwsCryptographicMaterialProviders
from aws_cryptographic_material_providers.mpl.config import MaterialProvidersConfig
from aws_cryptographic_material_providers.mpl.errors import ComAmazonawsKms
from aws_cryptographic_material_providers.mpl.models import (
    CreateAwsKmsDiscoveryKeyringInput,
    CreateAwsKmsKeyringInput,
    CreateAwsKmsRsaKeyringInput,
    CreateDefaultCryptographicMaterialsManagerInput,
    CreateMultiKeyringInput,
    CreateRequiredEncryptionContextCMMInput,
    DiscoveryFilter,
)
from aws_encryption_sdk import (
    CachingCryptoMaterialsManager,
    CommitmentPolicy,
    EncryptionSDKClient,
    LocalCryptoMaterialsCache,
    StrictAwsKmsMasterKeyProvider,
)
from aws_encryption_sdk.exceptions import AWSEncryptionSDKClientError
from aws_encryption_sdk.identifiers import AlgorithmSuite
from botocore.session import Session
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import serialization

from lodge import Lodge, refused

ACCOUNT = "111122223333"
REGIONS = ("us-east-1", "eu-west-1")
CONTEXT = {"tenant": "123", "purpose": "vault"}
PLAINTEXT = bytes(range(256)) * 40
#: Parser, keyring and cryptography have errors of their own.
REFUSALS = (AWSEncryptionSDKClientError, InvalidSignature, InvalidTag, ValueError)


@pytest.fixture(scope="module")
def sdk() -> EncryptionSDKClient:
    return EncryptionSDKClient(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)


@pytest.fixture(scope="module")
def providers() -> AwsCryptographicMaterialProviders:
    return AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> dict[str, Any]:
    """KMS in each Region."""
    return {region: lodge.client("kms", "A/admin", region) for region in REGIONS}


@pytest.fixture(scope="module")
def keys(kms: dict[str, Any]) -> dict[str, str]:
    """The ARN of a key in each Region."""
    return {region: client.create_key()["KeyMetadata"]["Arn"] for region, client in kms.items()}


@pytest.fixture(scope="module")
def keyring(
    providers: AwsCryptographicMaterialProviders, kms: dict[str, Any], keys: dict[str, str]
) -> Callable[..., Any]:
    """The AWS KMS keyring of a Region's key, or of another one."""

    def make(region: str = REGIONS[0], key: str | None = None) -> Any:  # noqa: ANN401 (generated classes)
        settings = CreateAwsKmsKeyringInput(kms_key_id=key or keys[region], kms_client=kms[region])
        return providers.create_aws_kms_keyring(input=settings)

    return make


def seal(sdk: EncryptionSDKClient, keyring: Any, **options: Any) -> bytes:  # noqa: ANN401
    given = {"encryption_context": CONTEXT, "frame_length": 1024} | options
    return sdk.encrypt(source=PLAINTEXT, keyring=keyring, **given)[0]


# Keyrings.


@pytest.mark.parametrize(
    "suite",
    [
        AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384,
        AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY,
    ],
    ids=["signed", "unsigned"],
)
@pytest.mark.parametrize("frame_length", [0, 256, 4096, len(PLAINTEXT)])
def test_what_was_encrypted_comes_back(
    sdk: EncryptionSDKClient,
    keyring: Callable[..., Any],
    keys: dict[str, str],
    suite: AlgorithmSuite,
    frame_length: int,
) -> None:
    message = seal(sdk, keyring(), algorithm=suite, frame_length=frame_length)
    assert PLAINTEXT[:32] not in message
    opened, header = sdk.decrypt(source=message, keyring=keyring())
    assert opened == PLAINTEXT
    assert CONTEXT.items() <= header.encryption_context.items()
    assert [it.key_provider.key_info for it in header.encrypted_data_keys] == [keys[REGIONS[0]].encode()]


def test_large_data_is_streamed(sdk: EncryptionSDKClient, keyring: Callable[..., Any]) -> None:
    plaintext = secrets.token_bytes(1 << 20) * 4
    sealed, opened = io.BytesIO(), io.BytesIO()
    with sdk.stream(mode="e", source=io.BytesIO(plaintext), keyring=keyring(), frame_length=65536) as chunks:
        for chunk in chunks:
            sealed.write(chunk)
    sealed.seek(0)
    with sdk.stream(mode="d", source=sealed, keyring=keyring()) as chunks:
        for chunk in chunks:
            opened.write(chunk)
    assert opened.getvalue() == plaintext


def test_each_region_opens_what_a_multi_keyring_encrypted(
    sdk: EncryptionSDKClient,
    providers: AwsCryptographicMaterialProviders,
    keyring: Callable[..., Any],
    keys: dict[str, str],
) -> None:
    here, there = (keyring(region) for region in REGIONS)
    both = providers.create_multi_keyring(input=CreateMultiKeyringInput(generator=here, child_keyrings=[there]))
    message = seal(sdk, both)
    for ring in (here, there, both):
        opened, header = sdk.decrypt(source=message, keyring=ring)
        assert opened == PLAINTEXT
        assert {it.key_provider.key_info.decode() for it in header.encrypted_data_keys} == set(keys.values())
    with pytest.raises(AWSEncryptionSDKClientError):
        sdk.decrypt(source=seal(sdk, here), keyring=there)


def test_a_discovery_keyring_finds_the_key(
    sdk: EncryptionSDKClient,
    providers: AwsCryptographicMaterialProviders,
    kms: dict[str, Any],
    keyring: Callable[..., Any],
) -> None:
    def discovery(region: str, account: str = ACCOUNT) -> Any:  # noqa: ANN401 (generated classes)
        of_account = DiscoveryFilter(account_ids=[account], partition="aws")
        settings = CreateAwsKmsDiscoveryKeyringInput(kms_client=kms[region], discovery_filter=of_account)
        return providers.create_aws_kms_discovery_keyring(input=settings)

    message = seal(sdk, keyring())
    assert sdk.decrypt(source=message, keyring=discovery(REGIONS[0]))[0] == PLAINTEXT
    for elsewhere in (discovery(REGIONS[1]), discovery(REGIONS[0], "444455556666")):
        with pytest.raises(AWSEncryptionSDKClientError):
            sdk.decrypt(source=message, keyring=elsewhere)


def test_an_rsa_key_wraps_data_keys(
    sdk: EncryptionSDKClient, providers: AwsCryptographicMaterialProviders, kms: dict[str, Any]
) -> None:
    """The keyring encrypts with the public key alone, and asks KMS to decrypt."""
    client = kms[REGIONS[0]]
    key = client.create_key(KeySpec="RSA_2048", KeyUsage="ENCRYPT_DECRYPT")["KeyMetadata"]["Arn"]
    public = serialization.load_der_public_key(client.get_public_key(KeyId=key)["PublicKey"])
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    settings = CreateAwsKmsRsaKeyringInput(
        kms_key_id=key, public_key=pem, encryption_algorithm="RSAES_OAEP_SHA_256", kms_client=client
    )
    ring = providers.create_aws_kms_rsa_keyring(input=settings)
    message = seal(sdk, ring, algorithm=AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
    assert sdk.decrypt(source=message, keyring=ring)[0] == PLAINTEXT


# What is refused.


def test_another_key_opens_nothing(sdk: EncryptionSDKClient, keyring: Callable[..., Any], kms: dict[str, Any]) -> None:
    other = kms[REGIONS[0]].create_key()["KeyMetadata"]["Arn"]
    with pytest.raises(AWSEncryptionSDKClientError):
        sdk.decrypt(source=seal(sdk, keyring()), keyring=keyring(key=other))


def test_another_account_opens_nothing(
    sdk: EncryptionSDKClient,
    providers: AwsCryptographicMaterialProviders,
    keyring: Callable[..., Any],
    keys: dict[str, str],
    lodge: Lodge,
) -> None:
    stranger = lodge.client("kms", "B/admin")
    settings = CreateAwsKmsKeyringInput(kms_key_id=keys[REGIONS[0]], kms_client=stranger)
    theirs = providers.create_aws_kms_keyring(input=settings)
    with pytest.raises(AWSEncryptionSDKClientError) as caught:
        sdk.decrypt(source=seal(sdk, keyring()), keyring=theirs)
    assert "is not authorized to perform: kms:Decrypt" in repr(caught.value)
    with pytest.raises(ComAmazonawsKms, match="is not authorized to perform: kms:GenerateDataKey"):
        seal(sdk, theirs)


def test_every_part_of_a_message_is_bound(sdk: EncryptionSDKClient, keyring: Callable[..., Any]) -> None:
    message = seal(sdk, keyring())
    data_key = message.index(b"aws-kms")
    broken = [message[:-1], message[: len(message) // 2], message[:100]]
    for at in (0, 2, 40, message.index(b"vault"), data_key, data_key + 100, data_key + 200, len(message) // 2, -1):
        bent = bytearray(message)
        bent[at] ^= 1
        broken.append(bytes(bent))
    for altered in broken:
        with pytest.raises(REFUSALS):
            sdk.decrypt(source=altered, keyring=keyring())


def test_the_encryption_context_is_bound(
    sdk: EncryptionSDKClient,
    providers: AwsCryptographicMaterialProviders,
    keyring: Callable[..., Any],
    kms: dict[str, Any],
) -> None:
    message = seal(sdk, keyring(), algorithm=AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
    with pytest.raises(AWSEncryptionSDKClientError):
        sdk.decrypt(source=message, keyring=keyring(), encryption_context={"tenant": "456"})
    assert sdk.decrypt(source=message, keyring=keyring(), encryption_context={"tenant": "123"})[0] == PLAINTEXT
    # KMS itself wants the context for the data key in the header.
    _, header = sdk.decrypt(source=message, keyring=keyring())
    (data_key,) = header.encrypted_data_keys
    blob, client = data_key.encrypted_data_key, kms[REGIONS[0]]
    assert len(client.decrypt(CiphertextBlob=blob, EncryptionContext=CONTEXT)["Plaintext"]) == 32
    for context in ({}, CONTEXT | {"tenant": "456"}):
        with refused("InvalidCiphertextException"):
            client.decrypt(CiphertextBlob=blob, EncryptionContext=context)


def test_a_required_context_is_not_in_the_message(
    sdk: EncryptionSDKClient, providers: AwsCryptographicMaterialProviders, keyring: Callable[..., Any]
) -> None:
    default = providers.create_default_cryptographic_materials_manager(
        input=CreateDefaultCryptographicMaterialsManagerInput(keyring=keyring())
    )
    settings = CreateRequiredEncryptionContextCMMInput(
        required_encryption_context_keys=["tenant"], underlying_cmm=default
    )
    manager = providers.create_required_encryption_context_cmm(input=settings)
    message, _ = sdk.encrypt(source=PLAINTEXT, materials_manager=manager, encryption_context=CONTEXT)
    assert b"tenant" not in message
    given = {"source": message, "materials_manager": manager}
    assert sdk.decrypt(**given, encryption_context={"tenant": "123"})[0] == PLAINTEXT
    for context in ({}, {"tenant": "456"}):
        with pytest.raises(AWSEncryptionSDKClientError):
            sdk.decrypt(**given, encryption_context=context)


# The caching CMM.


def test_the_caching_cmm_asks_once(
    sdk: EncryptionSDKClient, lodge: Lodge, keys: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It works with master key providers, which make their own clients: they find Lodge by the environment."""
    for name, value in lodge.environment("A/admin").items():
        monkeypatch.setenv(name, value)
    calls: list[str] = []
    session = Session()
    session.register("before-call.kms", lambda model, **_: calls.append(model.name))
    key = keys[REGIONS[0]]
    master = StrictAwsKmsMasterKeyProvider(key_ids=[key], botocore_session=session)
    manager = CachingCryptoMaterialsManager(
        master_key_provider=master, cache=LocalCryptoMaterialsCache(10), max_age=600.0, max_messages_encrypted=5
    )
    messages = [
        sdk.encrypt(source=PLAINTEXT, materials_manager=manager, encryption_context=CONTEXT)[0] for _ in range(6)
    ]
    # The sixth message is one too many for the first data key.
    assert calls == ["GenerateDataKey"] * 2
    calls.clear()
    for message in messages:
        assert sdk.decrypt(source=message, materials_manager=manager)[0] == PLAINTEXT
    assert calls == ["Decrypt"] * 2
    calls.clear()
    sdk.encrypt(source=PLAINTEXT, materials_manager=manager, encryption_context={"tenant": "456"})
    assert calls == ["GenerateDataKey"]
