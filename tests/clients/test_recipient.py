"""Answers for attested environments: the `Recipient` parameter, with documents of a platform of the tests' own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

import strict
from bootstrap import account, administrator, key, user, world
from lodge import Lodge, refused
from nitro import Enclave, Platform, recipient
from operations import allowing

ACCOUNT = "111122223333"
IMAGE = "00" * 48
ACCOUNT_DECIDES = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "kms:*", "Resource": "*"}],
}


@dataclass
class Attested:
    """A Lodge that trusts a platform, KMS there, and an enclave of the platform."""

    lodge: Lodge
    kms: Any
    platform: Platform
    enclave: Enclave


@pytest.fixture(scope="module")
def attested(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Attested:
    folder = tmp_path_factory.mktemp("nitro")
    platform = Platform()
    root = platform.write_root(folder / "root.pem")
    measured = {"StringEqualsIgnoreCase": {"kms:RecipientAttestation:ImageSha384": IMAGE}}
    users = [
        administrator(),
        user("enclave", {"measured": allowing(["kms:Decrypt", "kms:GenerateRandom"], condition=measured)}),
        user(
            "other",
            {
                "other": allowing(
                    "kms:GenerateRandom",
                    condition={"StringEqualsIgnoreCase": {"kms:RecipientAttestation:PCR8": "09" * 48}},
                )
            },
        ),
    ]
    declared = world(account(ACCOUNT, "A", users=users, keys=[key(["alias/sealed"], ACCOUNT_DECIDES)]))
    lodge = make_module_lodge(declared, arguments=("--attestation-root", str(root)))
    kms = lodge.client("kms", "A/admin")
    strict.watch(kms)
    return Attested(lodge, kms, platform, Enclave(platform, folder))


def test_answers_are_opened_by_the_enclave_alone(attested: Attested) -> None:
    kms, enclave = attested.kms, attested.enclave
    answer = kms.generate_random(NumberOfBytes=33, Recipient=enclave.recipient())
    assert "Plaintext" not in answer
    assert len(enclave.open(answer["CiphertextForRecipient"])) == 33

    blob = kms.encrypt(KeyId="alias/sealed", Plaintext=b"the secret")["CiphertextBlob"]
    answer = kms.decrypt(CiphertextBlob=blob, Recipient=enclave.recipient())
    assert "Plaintext" not in answer
    assert b"the secret" not in answer["CiphertextForRecipient"]
    assert enclave.open(answer["CiphertextForRecipient"]) == b"the secret"

    answer = kms.generate_data_key(KeyId="alias/sealed", KeySpec="AES_256", Recipient=enclave.recipient())
    assert "Plaintext" not in answer
    data_key = enclave.open(answer["CiphertextForRecipient"])
    assert kms.decrypt(CiphertextBlob=answer["CiphertextBlob"])["Plaintext"] == data_key

    answer = kms.generate_data_key_pair(
        KeyId="alias/sealed", KeyPairSpec="ECC_NIST_P256", Recipient=enclave.recipient()
    )
    assert "PrivateKeyPlaintext" not in answer
    private = serialization.load_der_private_key(enclave.open(answer["CiphertextForRecipient"]), None)
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    assert public == answer["PublicKey"]


def test_a_shared_secret_for_the_enclave(attested: Attested) -> None:
    kms, enclave = attested.kms, attested.enclave
    made = kms.create_key(KeySpec="ECC_NIST_P256", KeyUsage="KEY_AGREEMENT")["KeyMetadata"]["KeyId"]
    ours = ec.generate_private_key(ec.SECP256R1())
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    answer = kms.derive_shared_secret(
        KeyId=made,
        KeyAgreementAlgorithm="ECDH",
        PublicKey=ours.public_key().public_bytes(serialization.Encoding.DER, form),
        Recipient=enclave.recipient(),
    )
    assert "SharedSecret" not in answer
    theirs = serialization.load_der_public_key(kms.get_public_key(KeyId=made)["PublicKey"])
    assert enclave.open(answer["CiphertextForRecipient"]) == ours.exchange(ec.ECDH(), theirs)


def test_policies_ask_for_the_image(attested: Attested) -> None:
    blob = attested.kms.encrypt(KeyId="alias/sealed", Plaintext=b"the secret")["CiphertextBlob"]
    kms = attested.lodge.client("kms", "A/enclave")
    answer = kms.decrypt(CiphertextBlob=blob, Recipient=attested.enclave.recipient())
    assert attested.enclave.open(answer["CiphertextForRecipient"]) == b"the secret"
    with refused("AccessDeniedException"):
        kms.decrypt(CiphertextBlob=blob)
    other_image = {0: bytes([1]) * 48}
    with refused("AccessDeniedException"):
        kms.decrypt(CiphertextBlob=blob, Recipient=attested.enclave.recipient(pcrs=other_image))
    # An instance with NitroTPM has other registers: they do not stand for an enclave's.
    instance = {"pcrs": ..., "nitrotpm_pcrs": {0: bytes(48)}}
    with refused("AccessDeniedException"):
        kms.decrypt(CiphertextBlob=blob, Recipient=attested.enclave.recipient(**instance))
    other = attested.lodge.client("kms", "A/other")
    with refused("AccessDeniedException"):
        other.generate_random(NumberOfBytes=1, Recipient=attested.enclave.recipient())


def test_documents_that_are_not_to_be_trusted_are_refused(attested: Attested, tmp_path: Path) -> None:
    kms, platform, enclave = attested.kms, attested.platform, attested.enclave

    def refuse(document: bytes, part: str) -> None:
        with refused("ValidationException", part):
            kms.generate_random(NumberOfBytes=1, Recipient=recipient(document))

    good = platform.document(enclave.public_key)
    kms.generate_random(NumberOfBytes=1, Recipient=recipient(good))
    refuse(good[:-1] + bytes([good[-1] ^ 1]), "signature")
    refuse(good.replace(b"enc0123", b"enc9123"), "signature")
    refuse(b"a document", "malformed")
    refuse(Platform().document(enclave.public_key), "root certificate")
    now = datetime.now(UTC)
    refuse(platform.document(enclave.public_key, made=now - timedelta(minutes=6)), "expired")
    refuse(platform.document(enclave.public_key, made=now + timedelta(minutes=6)), "future")
    refuse(platform.document(None), "no public key")
    small = Enclave(platform, tmp_path, bits=1024)
    refuse(platform.document(small.public_key), "2048 to 8192 bits")
    curve = ec.generate_private_key(ec.SECP384R1()).public_key()
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    refuse(platform.document(curve.public_bytes(serialization.Encoding.DER, form)), "RSA key")


def test_an_expired_chain_and_awss_own_root(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    expired = Platform(valid=timedelta(seconds=-1))
    root = expired.write_root(tmp_path / "root.pem")
    enclave = Enclave(expired, tmp_path)
    lodge = make_lodge(arguments=("--attestation-root", str(root)))
    with refused("ValidationException", "not valid at"):
        lodge.client("kms", "A/admin").generate_random(NumberOfBytes=1, Recipient=enclave.recipient())
    # Without the setting, AWS's platforms are trusted and no others.
    usual = make_lodge()
    with refused("ValidationException", "root certificate"):
        usual.client("kms", "A/admin").generate_random(NumberOfBytes=1, Recipient=enclave.recipient())


def test_the_trail_tells_who_was_attested(attested: Attested) -> None:
    answer = attested.kms.generate_random(NumberOfBytes=1, Recipient=attested.enclave.recipient())
    request_id = answer["ResponseMetadata"]["RequestId"]
    lines = attested.lodge.run("trail", "tail", "--data", str(attested.lodge.data), "--json", "-n", "20").stdout
    (record,) = (line for line in lines.splitlines() if request_id in line)
    assert '"attestationDocumentModuleId":"i-0123456789abcdef0-enc0123456789abcdef"' in record.replace(" ", "")
    assert f'"attestationDocumentEnclaveImageDigest":"{IMAGE}"' in record.replace(" ", "")
