"""Which operation works on a key in which state.

Source: KMS Developer Guide, "Key states of AWS KMS keys", the table and its notes; each expectation below is a note's number there.
"""

import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

from bootstrap import Json
from kms_key import ACCOUNT, AGREEMENT, ENCAPSULATION, GRANTEE, MAC, SIGNING, SYMMETRIC, Key
from lodge import UNCHECKED, Lodge
from operations import OPERATIONS

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


OK = None
DISABLED = ("DisabledException", "{arn} is disabled.")  # [1]
PENDING = ("KMSInvalidStateException", "{arn} is pending deletion.")  # [3]
NOT_PENDING = ("KMSInvalidStateException", "{arn} is not pending deletion.")  # [4]
# [9], with the text that AWS sends.
NOT_EXTERNAL = ("UnsupportedOperationException", "{arn} origin is AWS_KMS which is not valid for this operation.")

#: What the caller may expect of an enabled key, of a disabled one and of one that is about to be deleted.
Outcomes = tuple[tuple[str, str] | None, tuple[str, str] | None, tuple[str, str] | None]

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
#: They name no key, or are about keys that this table does not have: multi-Region keys, custom key stores.
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
    expected = outcomes[["Enabled", "Disabled", "PendingDeletion"].index(state)]
    call = getattr(kms, xform_name(case.split()[0]))
    if expected is OK:
        call(**parameters)
    else:
        with pytest.raises(ClientError) as caught:
            call(**parameters)
        error = caught.value.response["Error"]
        code, text = expected
        assert (error["Code"], error["Message"]) == (code, text.format(arn=key.arn))
        assert kms.describe_key(KeyId=key.arn)["KeyMetadata"]["KeyState"] == state
