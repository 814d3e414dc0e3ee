"""Key pairs and HMAC keys: what Lodge signs, encrypts, derives and makes, checked with Python's `cryptography`."""

import hashlib
import hmac
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, utils

from lodge import UNCHECKED, Lodge, refused

HASHES: dict[str, hashes.HashAlgorithm] = {
    "SHA_1": hashes.SHA1(),
    "SHA_256": hashes.SHA256(),
    "SHA_384": hashes.SHA384(),
    "SHA_512": hashes.SHA512(),
}
CURVES = {
    "ECC_NIST_P256": ("secp256r1", "ECDSA_SHA_256"),
    "ECC_NIST_P384": ("secp384r1", "ECDSA_SHA_384"),
    "ECC_NIST_P521": ("secp521r1", "ECDSA_SHA_512"),
    "ECC_SECG_P256K1": ("secp256k1", "ECDSA_SHA_256"),
}
MESSAGE = b"what is signed"


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


def make(kms: Any, spec: str, usage: str) -> str:  # noqa: ANN401
    return kms.create_key(KeySpec=spec, KeyUsage=usage)["KeyMetadata"]["Arn"]


def public_key(kms: Any, key: str) -> Any:  # noqa: ANN401
    return serialization.load_der_public_key(kms.get_public_key(KeyId=key)["PublicKey"])


def hash_of(algorithm: str) -> hashes.HashAlgorithm:
    return next(hash_ for name, hash_ in HASHES.items() if algorithm.endswith(name))


def digest(hash_: hashes.HashAlgorithm, message: bytes) -> bytes:
    hasher = hashes.Hash(hash_)
    hasher.update(message)
    return hasher.finalize()


@pytest.mark.parametrize("spec", CURVES)
def test_ecdsa_signatures_verify_on_both_sides(kms: Any, spec: str) -> None:  # noqa: ANN401
    curve, algorithm = CURVES[spec]
    key = make(kms, spec, "SIGN_VERIFY")
    public, hash_ = public_key(kms, key), hash_of(algorithm)
    assert public.curve.name == curve
    raw = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm=algorithm)
    assert (raw["KeyId"], raw["SigningAlgorithm"]) == (key, algorithm)
    public.verify(raw["Signature"], MESSAGE, ec.ECDSA(hash_))
    hashed = digest(hash_, MESSAGE)
    prehashed = kms.sign(KeyId=key, Message=hashed, MessageType="DIGEST", SigningAlgorithm=algorithm)
    public.verify(prehashed["Signature"], hashed, ec.ECDSA(utils.Prehashed(hash_)))
    given = {"KeyId": key, "Message": MESSAGE, "SigningAlgorithm": algorithm}
    assert kms.verify(**given, Signature=prehashed["Signature"])["SignatureValid"]
    with refused("KMSInvalidSignatureException"):
        kms.verify(**given | {"Message": b"another"}, Signature=raw["Signature"])


def test_rsa_signatures_verify_on_both_sides(kms: Any) -> None:  # noqa: ANN401
    key = make(kms, "RSA_2048", "SIGN_VERIFY")
    public = public_key(kms, key)
    assert public.key_size == 2048
    for algorithm in kms.describe_key(KeyId=key)["KeyMetadata"]["SigningAlgorithms"]:
        hash_ = hash_of(algorithm)
        pss = padding.PSS(padding.MGF1(hash_), hash_.digest_size)
        how = pss if "PSS" in algorithm else padding.PKCS1v15()
        signature = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm=algorithm)["Signature"]
        public.verify(signature, MESSAGE, how, hash_)
        given = {"KeyId": key, "Message": digest(hash_, MESSAGE), "MessageType": "DIGEST"}
        assert kms.verify(**given, SigningAlgorithm=algorithm, Signature=signature)["SignatureValid"]


def test_ed25519_signatures_verify(kms: Any) -> None:  # noqa: ANN401
    key = make(kms, "ECC_NIST_EDWARDS25519", "SIGN_VERIFY")
    public = public_key(kms, key)
    assert isinstance(public, ed25519.Ed25519PublicKey)
    answer = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm="ED25519_SHA_512")
    public.verify(answer["Signature"], MESSAGE)


@pytest.mark.parametrize("bits", [224, 256, 384, 512])
def test_macs(kms: Any, bits: int) -> None:  # noqa: ANN401
    given = {"KeyId": make(kms, f"HMAC_{bits}", "GENERATE_VERIFY_MAC"), "MacAlgorithm": f"HMAC_SHA_{bits}"}
    mac = kms.generate_mac(**given, Message=MESSAGE)["Mac"]
    assert len(mac) == hashlib.new(f"sha{bits}").digest_size
    assert hmac.compare_digest(mac, kms.generate_mac(**given, Message=MESSAGE)["Mac"])
    assert kms.verify_mac(**given, Message=MESSAGE, Mac=mac)["MacValid"]
    with refused("KMSInvalidMacException"):
        kms.verify_mac(**given, Message=b"another", Mac=mac)


@pytest.mark.parametrize("algorithm", ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"])
def test_lodge_decrypts_what_others_encrypt(kms: Any, algorithm: str) -> None:  # noqa: ANN401
    key = make(kms, "RSA_2048", "ENCRYPT_DECRYPT")
    hash_ = hash_of(algorithm)
    oaep = padding.OAEP(padding.MGF1(hash_), hash_, None)
    theirs = public_key(kms, key).encrypt(b"secret", oaep)
    ours = kms.encrypt(KeyId=key, Plaintext=b"secret", EncryptionAlgorithm=algorithm)["CiphertextBlob"]
    for blob in (theirs, ours):
        opened = kms.decrypt(KeyId=key, CiphertextBlob=blob, EncryptionAlgorithm=algorithm)
        assert (opened["Plaintext"], opened["EncryptionAlgorithm"]) == (b"secret", algorithm)
    with refused("ValidationException", "KeyId must not be null"):
        kms.decrypt(CiphertextBlob=theirs, EncryptionAlgorithm=algorithm)


@pytest.mark.parametrize("spec", ["RSA_2048", "ECC_NIST_P256", "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519"])
def test_data_key_pairs_belong_together(kms: Any, spec: str) -> None:  # noqa: ANN401
    key = kms.create_key()["KeyMetadata"]["Arn"]
    pair = kms.generate_data_key_pair(KeyId=key, KeyPairSpec=spec)
    private = serialization.load_der_private_key(pair["PrivateKeyPlaintext"], None)
    form = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    assert private.public_key().public_bytes(*form) == pair["PublicKey"]
    opened = kms.decrypt(CiphertextBlob=pair["PrivateKeyCiphertextBlob"])
    assert opened["Plaintext"] == pair["PrivateKeyPlaintext"]
    hidden = kms.generate_data_key_pair_without_plaintext(KeyId=key, KeyPairSpec=spec)
    assert "PrivateKeyPlaintext" not in hidden


@pytest.mark.parametrize("spec", ["ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"])
def test_both_sides_derive_the_same_secret(kms: Any, spec: str) -> None:  # noqa: ANN401
    key = make(kms, spec, "KEY_AGREEMENT")
    public = public_key(kms, key)
    mine = ec.generate_private_key(public.curve)
    form = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    answer = kms.derive_shared_secret(
        KeyId=key, KeyAgreementAlgorithm="ECDH", PublicKey=mine.public_key().public_bytes(*form)
    )
    assert answer["SharedSecret"] == mine.exchange(ec.ECDH(), public)


def test_a_secret_is_encapsulated(kms: Any) -> None:  # noqa: ANN401
    given = {"KeyId": make(kms, "ML_KEM_768", "ENCAPSULATE_DECAPSULATE"), "EncapsulationAlgorithm": "ML_KEM"}
    made = kms.encapsulate(**given)
    opened = kms.decapsulate(**given, SharedSecretCiphertextBlob=made["SharedSecretCiphertextBlob"])
    assert opened["SharedSecret"] == made["SharedSecret"]
