"""A KMS key of its own for one test, and what is made with it."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bootstrap import Json

ACCOUNT = "111122223333"
GRANTEE = f"arn:aws:iam::{ACCOUNT}:user/admin"


@dataclass
class Key:
    """A new key, and what was made with it while it was enabled."""

    kms: Any
    spec: str = "SYMMETRIC_DEFAULT"
    usage: str = "ENCRYPT_DECRYPT"

    @cached_property
    def arn(self) -> str:
        return self.kms.create_key(KeySpec=self.spec, KeyUsage=self.usage)["KeyMetadata"]["Arn"]

    @cached_property
    def other(self) -> str:
        """Another key, which stays enabled."""
        return self.kms.create_key()["KeyMetadata"]["Arn"]

    @property
    def named(self) -> Json:
        return {"KeyId": self.arn}

    @property
    def alias(self) -> str:
        name = f"alias/{uuid.uuid4()}"
        self.kms.create_alias(AliasName=name, TargetKeyId=self.arn)
        return name

    @property
    def grant(self) -> str:
        made = self.kms.create_grant(KeyId=self.arn, GranteePrincipal=GRANTEE, Operations=["DescribeKey"])
        return made["GrantId"]

    @property
    def ciphertext(self) -> bytes:
        return self.kms.encrypt(KeyId=self.arn, Plaintext=b"secret")["CiphertextBlob"]

    @property
    def to_sign(self) -> Json:
        return self.named | {"Message": b"message", "SigningAlgorithm": "ECDSA_SHA_256"}

    @property
    def to_mac(self) -> Json:
        return self.named | {"Message": b"message", "MacAlgorithm": "HMAC_SHA_256"}

    @property
    def encapsulation(self) -> Json:
        return self.named | {"EncapsulationAlgorithm": "ML_KEM"}


SYMMETRIC: Json = {}
SIGNING = {"spec": "ECC_NIST_P256", "usage": "SIGN_VERIFY"}
MAC = {"spec": "HMAC_256", "usage": "GENERATE_VERIFY_MAC"}
AGREEMENT = {"spec": "ECC_NIST_P256", "usage": "KEY_AGREEMENT"}
ENCAPSULATION = {"spec": "ML_KEM_768", "usage": "ENCAPSULATE_DECAPSULATE"}
