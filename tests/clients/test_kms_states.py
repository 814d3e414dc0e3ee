"""Which operation works on a key in which state.

Source: KMS Developer Guide, "Key states of AWS KMS keys", the table and its notes; each expectation below is a note's number there.
"""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError
from byok import Parameters, material
from softhsm import Token

from bootstrap import Json
from kms_key import ACCOUNT, AGREEMENT, ENCAPSULATION, GRANTEE, MAC, SIGNING, SYMMETRIC, Key
from lodge import UNCHECKED, Lodge, wait_for
from operations import OPERATIONS, OTHER_REGION

POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
            "Action": "kms:*",
            "Resource": "*",
        }
    ],
}


Outcome = tuple[str, str] | None
OK = None
DISABLED = ("DisabledException", "{arn} is disabled.")  # [1]
PENDING = ("KMSInvalidStateException", "{arn} is pending deletion.")  # [3]
NOT_PENDING = ("KMSInvalidStateException", "{arn} is not pending deletion.")  # [4]
# [9], with the text that AWS sends.
NOT_EXTERNAL = ("UnsupportedOperationException", "{arn} origin is AWS_KMS which is not valid for this operation.")

#: What the caller may expect of an enabled key, of a disabled one and of one that is about to be deleted.
Outcomes = tuple[Outcome, Outcome, Outcome]

ANY: Outcomes = (OK, OK, OK)
KEPT: Outcomes = (OK, OK, PENDING)
ENABLED: Outcomes = (OK, DISABLED, PENDING)

TABLE: dict[str, tuple[Outcomes, Json, Callable[[Key], Json]]] = {
    "CancelKeyDeletion": ((NOT_PENDING, NOT_PENDING, OK), SYMMETRIC, lambda key: key.named),
    "CreateAlias": (KEPT, SYMMETRIC, lambda key: {"AliasName": f"alias/{uuid.uuid4()}", "TargetKeyId": key.arn}),
    "CreateGrant": (
        ENABLED,
        SYMMETRIC,
        lambda key: key.named | {"GranteePrincipal": GRANTEE, "Operations": ["DescribeKey"]},
    ),
    "Decapsulate": (
        ENABLED,
        ENCAPSULATION,
        lambda key: (
            key.encapsulation
            | {"SharedSecretCiphertextBlob": key.kms.encapsulate(**key.encapsulation)["SharedSecretCiphertextBlob"]}
        ),
    ),
    "Decrypt": (ENABLED, SYMMETRIC, lambda key: {"CiphertextBlob": key.ciphertext}),
    "Decrypt by name": (ENABLED, SYMMETRIC, lambda key: key.named | {"CiphertextBlob": key.ciphertext}),
    "DeleteAlias": (ANY, SYMMETRIC, lambda key: {"AliasName": key.alias}),
    "DeleteImportedKeyMaterial": ((NOT_EXTERNAL,) * 3, SYMMETRIC, lambda key: key.named),
    "DeriveSharedSecret": (
        ENABLED,
        AGREEMENT,
        lambda key: (
            key.named | {"KeyAgreementAlgorithm": "ECDH", "PublicKey": key.kms.get_public_key(**key.named)["PublicKey"]}
        ),
    ),
    "DescribeKey": (ANY, SYMMETRIC, lambda key: key.named),
    "DisableKey": (KEPT, SYMMETRIC, lambda key: key.named),
    "DisableKeyRotation": (ENABLED, SYMMETRIC, lambda key: key.named),
    "EnableKey": (KEPT, SYMMETRIC, lambda key: key.named),
    "EnableKeyRotation": (ENABLED, SYMMETRIC, lambda key: key.named),
    "Encapsulate": (ENABLED, ENCAPSULATION, lambda key: key.encapsulation),
    "Encrypt": (ENABLED, SYMMETRIC, lambda key: key.named | {"Plaintext": b"secret"}),
    "GenerateDataKey": (ENABLED, SYMMETRIC, lambda key: key.named | {"KeySpec": "AES_256"}),
    "GenerateDataKeyPair": (ENABLED, SYMMETRIC, lambda key: key.named | {"KeyPairSpec": "ECC_NIST_P256"}),
    "GenerateDataKeyPairWithoutPlaintext": (
        ENABLED,
        SYMMETRIC,
        lambda key: key.named | {"KeyPairSpec": "ECC_NIST_P256"},
    ),
    "GenerateDataKeyWithoutPlaintext": (ENABLED, SYMMETRIC, lambda key: key.named | {"KeySpec": "AES_256"}),
    "GenerateMac": (ENABLED, MAC, lambda key: key.to_mac),
    "GetKeyLastUsage": (ANY, SYMMETRIC, lambda key: key.named),
    "GetKeyPolicy": (ANY, SYMMETRIC, lambda key: key.named),
    "GetKeyRotationStatus": (ANY, SYMMETRIC, lambda key: key.named),
    "GetParametersForImport": (
        (NOT_EXTERNAL,) * 3,
        SYMMETRIC,
        lambda key: key.named | {"WrappingAlgorithm": "RSAES_OAEP_SHA_256", "WrappingKeySpec": "RSA_2048"},
    ),
    "GetPublicKey": (ENABLED, SIGNING, lambda key: key.named),
    "ImportKeyMaterial": (
        (NOT_EXTERNAL,) * 3,
        SYMMETRIC,
        lambda key: (
            key.named
            | {
                "ImportToken": b"token",
                "EncryptedKeyMaterial": b"material",
                "ExpirationModel": "KEY_MATERIAL_DOES_NOT_EXPIRE",
            }
        ),
    ),
    "ListAliases": (ANY, SYMMETRIC, lambda key: key.named),
    "ListGrants": (ANY, SYMMETRIC, lambda key: key.named),
    "ListKeyPolicies": (ANY, SYMMETRIC, lambda key: key.named),
    "ListKeyRotations": (ANY, SYMMETRIC, lambda key: key.named),
    "ListResourceTags": (ANY, SYMMETRIC, lambda key: key.named),
    "PutKeyPolicy": (ANY, SYMMETRIC, lambda key: key.named | {"Policy": json.dumps(POLICY)}),
    "ReEncrypt": (
        ENABLED,
        SYMMETRIC,
        lambda key: {"CiphertextBlob": key.ciphertext, "DestinationKeyId": key.other},
    ),
    "ReEncrypt to it": (
        ENABLED,
        SYMMETRIC,
        lambda key: {
            "CiphertextBlob": key.kms.encrypt(KeyId=key.other, Plaintext=b"secret")["CiphertextBlob"],
            "DestinationKeyId": key.arn,
        },
    ),
    "RetireGrant": (ANY, SYMMETRIC, lambda key: key.named | {"GrantId": key.grant}),
    "RevokeGrant": (ANY, SYMMETRIC, lambda key: key.named | {"GrantId": key.grant}),
    "RotateKeyOnDemand": (ENABLED, SYMMETRIC, lambda key: key.named),
    "ScheduleKeyDeletion": (KEPT, SYMMETRIC, lambda key: key.named),
    "Sign": (ENABLED, SIGNING, lambda key: key.to_sign),
    "TagResource": (KEPT, SYMMETRIC, lambda key: key.named | {"Tags": [{"TagKey": "team", "TagValue": "a"}]}),
    "UntagResource": (KEPT, SYMMETRIC, lambda key: key.named | {"TagKeys": ["team"]}),
    # [10]: the key that the alias leads to so far may be in any state.
    "UpdateAlias": (
        KEPT,
        SYMMETRIC,
        lambda key: {"AliasName": Key(key.kms).alias, "TargetKeyId": key.arn},
    ),
    "UpdateAlias away from it": (ANY, SYMMETRIC, lambda key: {"AliasName": key.alias, "TargetKeyId": key.other}),
    "UpdateKeyDescription": (KEPT, SYMMETRIC, lambda key: key.named | {"Description": "other"}),
    "Verify": (
        ENABLED,
        SIGNING,
        lambda key: key.to_sign | {"Signature": key.kms.sign(**key.to_sign)["Signature"]},
    ),
    "VerifyMac": (ENABLED, MAC, lambda key: key.to_mac | {"Mac": key.kms.generate_mac(**key.to_mac)["Mac"]}),
}

SERVED = {operation.name for operation in OPERATIONS if operation.service == "kms"}
#: They name no key, or are about multi-Region keys alone, which are below.
ELSEWHERE = {
    "ConnectCustomKeyStore",
    "CreateCustomKeyStore",
    "CreateKey",
    "DeleteCustomKeyStore",
    "DescribeCustomKeyStores",
    "DisconnectCustomKeyStore",
    "GenerateRandom",
    "ListKeys",
    "ListRetirableGrants",
    "ReplicateKey",
    "UpdateCustomKeyStore",
    "UpdatePrimaryRegion",
}


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


def test_every_operation_has_a_row() -> None:
    rows = {case.split()[0] for case in TABLE}
    assert rows >= SERVED - ELSEWHERE
    assert not rows & ELSEWHERE


@pytest.mark.parametrize("state", ["Enabled", "Disabled", "PendingDeletion"])
@pytest.mark.parametrize("case", [case for case in TABLE if case.split()[0] in SERVED])
def test_what_a_key_does_in_a_state(kms: Any, case: str, state: str) -> None:  # noqa: ANN401
    outcomes, kind, parameters_of = TABLE[case]
    key = Key(kms, **kind)
    parameters = parameters_of(key)
    if state == "Disabled":
        kms.disable_key(KeyId=key.arn)
    elif state == "PendingDeletion":
        kms.schedule_key_deletion(KeyId=key.arn, PendingWindowInDays=7)
    check(key, case, parameters, state, outcomes[["Enabled", "Disabled", "PendingDeletion"].index(state)])


def check(key: Key, case: str, parameters: Json, state: str, expected: Outcome) -> None:
    """Calls the operation of a case with a key in this state."""
    assert state_of(key) == state
    call = getattr(key.kms, xform_name(case.split()[0]))
    if expected is OK:
        call(**parameters)
        return
    with pytest.raises(ClientError) as caught:
        call(**parameters)
    error = caught.value.response["Error"]
    code, text = expected
    assert (error["Code"], error["Message"]) == (code, text.format(arn=key.arn))
    assert state_of(key) == state


def state_of(key: Key) -> str:
    return key.kms.describe_key(KeyId=key.arn)["KeyMetadata"]["KeyState"]


# Keys without their imported material.


@dataclass
class ImportedKey(Key):
    """A key whose material was imported."""

    @cached_property
    def arn(self) -> str:
        arn = self.kms.create_key(Origin="EXTERNAL")["KeyMetadata"]["Arn"]
        parameters = Parameters.get(self.kms, arn, Path())
        self.kms.import_key_material(**parameters.arguments(material("SYMMETRIC_DEFAULT")))
        return arn


PENDING_IMPORT = ("KMSInvalidStateException", "{arn} is pending import.")  # [5]
EXTERNAL = ("UnsupportedOperationException", "{arn} origin is EXTERNAL which is not valid for this operation.")  # [6]
NO_TOKEN = ("InvalidImportTokenException", "The import token is invalid or is associated with a different KMS key.")

#: Where a key without material differs from an enabled one, beside what only enabled keys do.
WITHOUT_MATERIAL: dict[str, Outcome] = {
    "DeleteImportedKeyMaterial": OK,
    "DisableKey": PENDING_IMPORT,
    "DisableKeyRotation": EXTERNAL,
    "EnableKey": PENDING_IMPORT,
    "EnableKeyRotation": EXTERNAL,
    "GetKeyRotationStatus": EXTERNAL,
    "GetParametersForImport": OK,
    # It is for this state; only the token of the table is no good.
    "ImportKeyMaterial": NO_TOKEN,
}
SYMMETRIC_CASES = [case for case, (_, kind, _) in TABLE.items() if kind is SYMMETRIC]


@pytest.mark.parametrize("case", SYMMETRIC_CASES)
def test_what_a_key_does_without_its_material(kms: Any, case: str) -> None:  # noqa: ANN401
    outcomes, _, parameters_of = TABLE[case]
    key = ImportedKey(kms)
    parameters = parameters_of(key)
    kms.delete_imported_key_material(KeyId=key.arn)
    usual = PENDING_IMPORT if outcomes is ENABLED else outcomes[0]
    check(key, case, parameters, "PendingImport", WITHOUT_MATERIAL.get(case, usual))


# Keys in a custom key store that is disconnected.


@dataclass
class TokenKey(Key):
    """A key in a token."""

    store: str = ""

    @cached_property
    def arn(self) -> str:
        made = self.kms.create_key(Origin="AWS_CLOUDHSM", CustomKeyStoreId=self.store)
        return made["KeyMetadata"]["Arn"]


UNAVAILABLE = ("KMSInvalidStateException", "{arn} is unavailable.")  # [11]
IN_TOKEN = ("UnsupportedOperationException", "{arn} origin is AWS_CLOUDHSM which is not valid for this operation.")

#: Where such a key differs from an enabled one, beside what only enabled keys do.
DISCONNECTED: dict[str, Outcome] = {
    "CreateGrant": OK,
    "DeleteImportedKeyMaterial": IN_TOKEN,  # [9]
    "DisableKeyRotation": IN_TOKEN,  # [7]
    "EnableKeyRotation": IN_TOKEN,
    "GetKeyRotationStatus": IN_TOKEN,
    "GetParametersForImport": IN_TOKEN,
    "ImportKeyMaterial": IN_TOKEN,
    "RotateKeyOnDemand": IN_TOKEN,
}


@pytest.fixture(scope="module")
def unavailable(
    make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Key, Json]]:
    """For each case a key in a disconnected store, and parameters from when it was connected."""
    token = Token.new(tmp_path_factory.mktemp("token"))
    kms = make_module_lodge(**token.options).client("kms", "A/admin", config=UNCHECKED)
    store = kms.create_custom_key_store(
        CustomKeyStoreName="token",
        CloudHsmClusterId=token.cluster,
        KeyStorePassword=token.password,
        TrustAnchorCertificate=token.anchor,
    )["CustomKeyStoreId"]
    kms.connect_custom_key_store(CustomKeyStoreId=store)

    def connected() -> bool:
        found = kms.describe_custom_key_stores(CustomKeyStoreId=store)["CustomKeyStores"]
        return found[0]["ConnectionState"] == "CONNECTED"

    wait_for(connected, 30, "the token to be connected")
    prepared: dict[str, tuple[Key, Json]] = {}
    for case in SYMMETRIC_CASES:
        key = TokenKey(kms, store=store)
        prepared[case] = (key, TABLE[case][2](key))
    kms.disconnect_custom_key_store(CustomKeyStoreId=store)
    return prepared


@pytest.mark.parametrize("case", SYMMETRIC_CASES)
def test_what_a_key_does_while_its_store_is_disconnected(unavailable: dict[str, tuple[Key, Json]], case: str) -> None:
    key, parameters = unavailable[case]
    outcomes = TABLE[case][0]
    usual = UNAVAILABLE if outcomes is ENABLED else outcomes[0]
    check(key, case, parameters, "Unavailable", DISCONNECTED.get(case, usual))


# Primary keys of multi-Region keys.


@dataclass
class PrimaryKey(Key):
    """A multi-Region key with a replica in another Region."""

    @cached_property
    def arn(self) -> str:
        arn = self.kms.create_key(KeySpec=self.spec, KeyUsage=self.usage, MultiRegion=True)["KeyMetadata"]["Arn"]
        self.kms.replicate_key(KeyId=arn, ReplicaRegion=OTHER_REGION)
        return arn


PENDING_REPLICAS = ("KMSInvalidStateException", "{arn} is pending replica deletion.")  # [3]


@pytest.mark.parametrize("case", TABLE)
def test_what_a_primary_key_does_while_it_waits_for_its_replicas(kms: Any, case: str) -> None:  # noqa: ANN401
    outcomes, kind, parameters_of = TABLE[case]
    key = PrimaryKey(kms, **kind)
    parameters = parameters_of(key)
    kms.schedule_key_deletion(KeyId=key.arn, PendingWindowInDays=7)
    expected = PENDING_REPLICAS if outcomes[2] == PENDING else outcomes[2]
    check(key, case, parameters, "PendingReplicaDeletion", expected)


OF_PRIMARY_KEYS: dict[str, Json] = {
    "ReplicateKey": {"ReplicaRegion": "us-west-2"},
    "UpdatePrimaryRegion": {"PrimaryRegion": OTHER_REGION},
}


@pytest.mark.parametrize("state", ["Enabled", "Disabled", "PendingReplicaDeletion"])
@pytest.mark.parametrize("operation", OF_PRIMARY_KEYS)
def test_what_can_be_done_with_primary_keys_alone(kms: Any, operation: str, state: str) -> None:  # noqa: ANN401
    key = PrimaryKey(kms)
    parameters = key.named | OF_PRIMARY_KEYS[operation]
    if state == "Disabled":
        kms.disable_key(KeyId=key.arn)
    elif state == "PendingReplicaDeletion":
        kms.schedule_key_deletion(KeyId=key.arn)
    expected = {"Enabled": OK, "Disabled": DISABLED, "PendingReplicaDeletion": PENDING_REPLICAS}[state]
    check(key, operation, parameters, state, expected)
