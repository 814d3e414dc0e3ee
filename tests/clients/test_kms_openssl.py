"""Key pairs of KMS in the hands of the `openssl` command: its parsers, its cryptography. ML-DSA and ML-KEM, which Debian's openssl does
not know yet, with Python's `cryptography`.
"""

import hashlib
import secrets
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization

from kms_key import Key
from lodge import UNCHECKED, Lodge

MESSAGE = b"what is signed"
#: As openssl names the curve in its text form.
CURVES = {
    "ECC_NIST_P256": "prime256v1",
    "ECC_NIST_P384": "secp384r1",
    "ECC_NIST_P521": "secp521r1",
    "ECC_SECG_P256K1": "secp256k1",
}
#: Those on which secrets can be derived.
AGREEING = ["ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"]


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("kms", "A/admin", config=UNCHECKED)


class OpenSsl:
    """The command, and a folder for what it reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, *arguments: str | Path) -> bytes:
        result = subprocess.run(["openssl", *arguments], capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
        assert result.returncode == 0, result.stderr.decode()
        return result.stdout

    def refuses(self, *arguments: str | Path) -> bool:
        result = subprocess.run(["openssl", *arguments], capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
        return result.returncode != 0

    def file(self, name: str, content: bytes) -> Path:
        path = self._folder / name
        path.write_bytes(content)
        return path

    def public_key(self, kms: Any, key: Key) -> Path:  # noqa: ANN401
        return self.file("public.der", kms.get_public_key(KeyId=key.arn)["PublicKey"])


@pytest.fixture
def openssl(tmp_path: Path) -> OpenSsl:
    return OpenSsl(tmp_path)


# Public keys.


@pytest.mark.parametrize(
    ("spec", "usage"), [(spec, "SIGN_VERIFY") for spec in CURVES] + [(spec, "KEY_AGREEMENT") for spec in AGREEING]
)
def test_openssl_parses_the_public_keys_of_curves(kms: Any, openssl: OpenSsl, spec: str, usage: str) -> None:  # noqa: ANN401
    file = openssl.public_key(kms, Key(kms, spec, usage))
    text = openssl("pkey", "-pubin", "-inform", "DER", "-in", file, "-noout", "-text").decode()
    assert f"ASN1 OID: {CURVES[spec]}" in text
    assert openssl("pkey", "-pubin", "-inform", "DER", "-in", file, "-outform", "DER") == file.read_bytes()
    openssl("pkey", "-pubin", "-inform", "DER", "-in", file, "-noout", "-pubcheck")


@pytest.mark.parametrize("spec", ["RSA_2048", "RSA_3072", "RSA_4096"])
def test_openssl_parses_rsa_keys_and_verifies_their_signatures(kms: Any, openssl: OpenSsl, spec: str) -> None:  # noqa: ANN401
    key = Key(kms, spec, "SIGN_VERIFY")
    file = openssl.public_key(kms, key)
    text = openssl("pkey", "-pubin", "-inform", "DER", "-in", file, "-noout", "-text").decode()
    assert f"({spec[4:]} bit)" in text
    assert "Exponent: 65537 (0x10001)" in text
    algorithms = kms.get_public_key(KeyId=key.arn)["SigningAlgorithms"]
    assert len(algorithms) == 6
    for algorithm in algorithms:
        scheme, bits = algorithm.rsplit("_SHA_", 1)
        options = (
            ["rsa_padding_mode:pss", "rsa_pss_saltlen:digest"] if scheme == "RSASSA_PSS" else ["rsa_padding_mode:pkcs1"]
        )
        assert_verified(kms, openssl, key, algorithm, f"sha{bits}", options)


@pytest.mark.parametrize("spec", CURVES)
def test_openssl_verifies_ecdsa_signatures(kms: Any, openssl: OpenSsl, spec: str) -> None:  # noqa: ANN401
    key = Key(kms, spec, "SIGN_VERIFY")
    openssl.public_key(kms, key)
    (algorithm,) = kms.get_public_key(KeyId=key.arn)["SigningAlgorithms"]
    assert_verified(kms, openssl, key, algorithm, f"sha{algorithm.rsplit('_', 1)[1]}", [])


def assert_verified(kms: Any, openssl: OpenSsl, key: Key, algorithm: str, digest: str, options: list[str]) -> None:  # noqa: ANN401
    """Signatures of a message and of a digest are those of the public key, of this message and of no other."""
    public, message = openssl.public_key(kms, key), openssl.file("message", MESSAGE)
    other = openssl.file("other", MESSAGE + b".")
    hashed = openssl.file("digest", hashlib.new(digest, MESSAGE).digest())
    given = {"KeyId": key.arn, "SigningAlgorithm": algorithm}
    raw = openssl.file("raw", kms.sign(**given, Message=MESSAGE)["Signature"])
    prehashed = openssl.file(
        "prehashed", kms.sign(**given, Message=hashed.read_bytes(), MessageType="DIGEST")["Signature"]
    )
    sigopts = [word for option in options for word in ("-sigopt", option)]
    pkeyopts = [word for option in [*options, f"digest:{digest}"] for word in ("-pkeyopt", option)]
    for signature in (raw, prehashed):
        dgst = ("dgst", f"-{digest}", "-keyform", "DER", "-verify", public, *sigopts, "-signature", signature)
        assert openssl(*dgst, message) == b"Verified OK\n"
        assert openssl.refuses(*dgst, other)
        openssl(
            *("pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", public),
            *("-in", hashed, "-sigfile", signature, *pkeyopts),
        )


def test_openssl_verifies_ed25519_signatures(kms: Any, openssl: OpenSsl) -> None:  # noqa: ANN401
    key = Key(kms, "ECC_NIST_EDWARDS25519", "SIGN_VERIFY")
    public = openssl.public_key(kms, key)
    text = openssl("pkey", "-pubin", "-inform", "DER", "-in", public, "-noout", "-text").decode()
    assert text.startswith("ED25519 Public-Key")
    given = {"KeyId": key.arn, "SigningAlgorithm": "ED25519_SHA_512"}
    signature = openssl.file("signature", kms.sign(**given, Message=MESSAGE)["Signature"])
    verify = (
        "pkeyutl",
        "-verify",
        "-pubin",
        "-keyform",
        "DER",
        "-inkey",
        public,
        "-rawin",
        "-sigfile",
        signature,
        "-in",
    )
    openssl(*verify, openssl.file("message", MESSAGE))
    assert openssl.refuses(*verify, openssl.file("other", MESSAGE + b"."))


@pytest.mark.parametrize("spec", ["ML_DSA_44", "ML_DSA_65", "ML_DSA_87"])
def test_cryptography_verifies_ml_dsa_signatures(kms: Any, spec: str) -> None:  # noqa: ANN401
    key = Key(kms, spec, "SIGN_VERIFY")
    public = serialization.load_der_public_key(kms.get_public_key(KeyId=key.arn)["PublicKey"])
    given = {"KeyId": key.arn, "SigningAlgorithm": "ML_DSA_SHAKE_256"}
    signature = kms.sign(**given, Message=MESSAGE)["Signature"]
    public.verify(signature, MESSAGE)
    with pytest.raises(InvalidSignature):
        public.verify(signature, MESSAGE + b".")
    # FIPS 204, section 6.2: mu is SHAKE256 of the public key's hash, the context (none) and the message.
    raw = public.public_bytes_raw()
    mu = hashlib.shake_256(hashlib.shake_256(raw).digest(64) + b"\0\0" + MESSAGE).digest(64)
    public.verify(kms.sign(**given, Message=mu, MessageType="EXTERNAL_MU")["Signature"], MESSAGE)


# Encryption and agreement.


@pytest.mark.parametrize("spec", ["RSA_2048", "RSA_3072"])
@pytest.mark.parametrize("digest", ["sha1", "sha256"])
def test_lodge_decrypts_what_openssl_encrypts(kms: Any, openssl: OpenSsl, spec: str, digest: str) -> None:  # noqa: ANN401
    key = Key(kms, spec, "ENCRYPT_DECRYPT")
    public, secret = openssl.public_key(kms, key), openssl.file("secret", bytes(range(64)))
    options = ["rsa_padding_mode:oaep", f"rsa_oaep_md:{digest}", f"rsa_mgf1_md:{digest}"]
    blob = openssl(
        *("pkeyutl", "-encrypt", "-pubin", "-keyform", "DER", "-inkey", public, "-in", secret),
        *(word for option in options for word in ("-pkeyopt", option)),
    )
    algorithm = f"RSAES_OAEP_SHA_{digest[3:]}"
    opened = kms.decrypt(KeyId=key.arn, CiphertextBlob=blob, EncryptionAlgorithm=algorithm)
    assert opened["Plaintext"] == secret.read_bytes()


@pytest.mark.parametrize("spec", AGREEING)
def test_openssl_derives_the_same_secret(kms: Any, openssl: OpenSsl, spec: str) -> None:  # noqa: ANN401
    key = Key(kms, spec, "KEY_AGREEMENT")
    theirs = openssl.public_key(kms, key)
    pem = openssl("genpkey", "-algorithm", "EC", "-pkeyopt", f"group:{CURVES[spec]}")
    mine = openssl.file("mine.pem", pem)
    public = openssl("pkey", "-in", mine, "-pubout", "-outform", "DER")
    answer = kms.derive_shared_secret(KeyId=key.arn, KeyAgreementAlgorithm="ECDH", PublicKey=public)
    derived = openssl("pkeyutl", "-derive", "-inkey", mine, "-peerkey", theirs, "-peerform", "DER")
    assert answer["SharedSecret"] == derived


def test_lodge_decapsulates_what_cryptography_encapsulates(kms: Any) -> None:  # noqa: ANN401
    given = {"KeyId": Key(kms, "ML_KEM_768", "ENCAPSULATE_DECAPSULATE").arn, "EncapsulationAlgorithm": "ML_KEM"}
    public = serialization.load_der_public_key(kms.get_public_key(KeyId=given["KeyId"])["PublicKey"])
    secret, ciphertext = public.encapsulate()
    assert kms.decapsulate(**given, SharedSecretCiphertextBlob=ciphertext)["SharedSecret"] == secret


# HMAC. Its key can be known outside only when it comes from there.


@pytest.mark.parametrize("bits", [224, 256, 384, 512])
def test_openssl_makes_the_same_macs(kms: Any, openssl: OpenSsl, bits: int) -> None:  # noqa: ANN401
    secret, message = secrets.token_bytes(bits // 8), openssl.file("message", MESSAGE)
    made = kms.create_key(KeySpec=f"HMAC_{bits}", KeyUsage="GENERATE_VERIFY_MAC", Origin="EXTERNAL")
    key = made["KeyMetadata"]["Arn"]
    asked = kms.get_parameters_for_import(KeyId=key, WrappingAlgorithm="RSAES_OAEP_SHA_256", WrappingKeySpec="RSA_2048")
    wrapping_key = openssl.file("wrapping.der", asked["PublicKey"])
    options = ["rsa_padding_mode:oaep", "rsa_oaep_md:sha256", "rsa_mgf1_md:sha256"]
    wrapped = openssl(
        *("pkeyutl", "-encrypt", "-pubin", "-keyform", "DER", "-inkey", wrapping_key),
        *("-in", openssl.file("secret", secret)),
        *(word for option in options for word in ("-pkeyopt", option)),
    )
    kms.import_key_material(
        KeyId=key,
        ImportToken=asked["ImportToken"],
        EncryptedKeyMaterial=wrapped,
        ExpirationModel="KEY_MATERIAL_DOES_NOT_EXPIRE",
    )
    mac = openssl(
        *("mac", "-digest", f"sha{bits}", "-macopt", f"hexkey:{secret.hex()}", "-in", message, "-binary", "HMAC")
    )
    given = {"KeyId": key, "MacAlgorithm": f"HMAC_SHA_{bits}", "Message": MESSAGE}
    assert kms.generate_mac(**given)["Mac"] == mac
    assert kms.verify_mac(**given, Mac=mac)["MacValid"]


# Data key pairs.


@pytest.mark.parametrize(
    "spec",
    ["RSA_2048", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519"],
)
def test_openssl_uses_data_key_pairs(kms: Any, openssl: OpenSsl, spec: str) -> None:  # noqa: ANN401
    pair = kms.generate_data_key_pair(KeyId=Key(kms).arn, KeyPairSpec=spec)
    private = openssl.file("private.der", pair["PrivateKeyPlaintext"])
    public = openssl.file("public.der", pair["PublicKey"])
    # PKCS #8, as the API Reference says: nothing is converted.
    openssl("pkcs8", "-topk8", "-nocrypt", "-inform", "DER", "-in", private, "-outform", "DER")
    assert openssl("pkey", "-inform", "DER", "-in", private, "-pubout", "-outform", "DER") == pair["PublicKey"]
    if spec != "ECC_NIST_EDWARDS25519":
        assert b"Key is valid" in openssl("pkey", "-inform", "DER", "-in", private, "-noout", "-check")
    message, signature = openssl.file("message", MESSAGE), openssl.file("signature", b"")
    sign = ("pkeyutl", "-sign", "-keyform", "DER", "-inkey", private, "-rawin", "-in", message, "-out", signature)
    openssl(*sign)
    verify = ("pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", public, "-rawin", "-in", message)
    openssl(*verify, "-sigfile", signature)
