#!/usr/bin/env python3
"""Checks v1.json with the package `cryptography`: keys, signatures, ciphertexts and wrapped imports cross over both ways.

The file holds one key per key spec and, twice, everything that such a key does: once made by `cryptography` (which the tests of the
crate open) and once made by Lodge (which this script opens). Exit code 1 when anything does not open.

    python3 crates/key-algorithms/tests/golden/recompute.py            check both halves
    python3 crates/key-algorithms/tests/golden/recompute.py --write    make the keys that are missing, and the first half anew

After --write, Lodge's half is made anew by `cargo run -p key-algorithms --example golden`.

`cryptography` has neither Ed25519ph nor ML-KEM-512; RFC 8032's and Wycheproof's vectors cover them.
"""

import base64
import hashlib
import hmac
import json
import os
import pathlib
import sys
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, keywrap, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, mldsa, mlkem, padding, rsa, utils
from cryptography.hazmat.primitives.asymmetric.padding import AsymmetricPadding
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes, PublicKeyTypes

VECTORS = pathlib.Path(__file__).with_name("v1.json")
MESSAGE = b"One key per tenant, and the door is locked."

HASHES = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}
CURVES = {
    "ECC_NIST_P256": ec.SECP256R1(),
    "ECC_NIST_P384": ec.SECP384R1(),
    "ECC_NIST_P521": ec.SECP521R1(),
    "ECC_SECG_P256K1": ec.SECP256K1(),
}
LATTICES = {
    "ML_DSA_44": mldsa.MLDSA44PrivateKey,
    "ML_DSA_65": mldsa.MLDSA65PrivateKey,
    "ML_DSA_87": mldsa.MLDSA87PrivateKey,
    "ML_KEM_768": mlkem.MLKEM768PrivateKey,
    "ML_KEM_1024": mlkem.MLKEM1024PrivateKey,
}
RSA_ALGORITHMS = [f"RSASSA_{padding}_SHA_{bits}" for padding in ("PKCS1_V1_5", "PSS") for bits in HASHES]
SIGNING = {
    "RSA_2048": RSA_ALGORITHMS,
    "RSA_3072": RSA_ALGORITHMS,
    "RSA_4096": RSA_ALGORITHMS,
    "ECC_NIST_P256": ["ECDSA_SHA_256"],
    "ECC_NIST_P384": ["ECDSA_SHA_384"],
    "ECC_NIST_P521": ["ECDSA_SHA_512"],
    "ECC_SECG_P256K1": ["ECDSA_SHA_256"],
    "ECC_NIST_EDWARDS25519": ["ED25519_SHA_512"],
    "ML_DSA_44": ["ML_DSA_SHAKE_256"],
    "ML_DSA_65": ["ML_DSA_SHAKE_256"],
    "ML_DSA_87": ["ML_DSA_SHAKE_256"],
}
MACS = {f"HMAC_{bits}": f"sha{bits}" for bits in (224, 256, 384, 512)}
IMPORTED = {
    "RSAES_OAEP_SHA_1": ["ECC_NIST_P256", "HMAC_512"],
    "RSAES_OAEP_SHA_256": ["ECC_SECG_P256K1", "HMAC_224"],
    "RSA_AES_KEY_WRAP_SHA_1": ["ECC_NIST_P521", "RSA_2048"],
    "RSA_AES_KEY_WRAP_SHA_256": ["HMAC_384", "RSA_4096"],
}


def text(binary: bytes) -> str:
    return base64.b64encode(binary).decode()


def binary(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


# Keys.


def new_key(spec: str) -> bytes:
    if spec in MACS:
        return os.urandom(int(spec.removeprefix("HMAC_")) // 8)
    if spec.startswith("RSA_"):
        key = rsa.generate_private_key(65537, int(spec.removeprefix("RSA_")))
    elif spec in CURVES:
        key = ec.generate_private_key(CURVES[spec])
    elif spec in LATTICES:
        key = LATTICES[spec].generate()
    else:
        key = ed25519.Ed25519PrivateKey.generate()
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def spki(private: PrivateKeyTypes) -> bytes:
    public = private.public_key()
    return public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def private_key(keys: dict, spec: str) -> PrivateKeyTypes:
    return serialization.load_der_private_key(binary(keys[spec]["private"]), None)


def public_key(keys: dict, spec: str) -> PublicKeyTypes:
    return serialization.load_der_public_key(binary(keys[spec]["public"]))


# One pair of functions for each thing that a key does: `make_*` makes a value, `check_*` opens what Lodge made of the same.


def rsa_padding(algorithm: str, digest: hashes.HashAlgorithm) -> AsymmetricPadding:
    if "PSS" in algorithm:
        return padding.PSS(padding.MGF1(digest), padding.PSS.DIGEST_LENGTH)
    return padding.PKCS1v15()


def oaep(algorithm: str) -> padding.OAEP:
    digest = hashes.SHA1() if algorithm.endswith("SHA_1") else hashes.SHA256()
    return padding.OAEP(padding.MGF1(digest), digest, None)


def message_of(vector: dict, public: PublicKeyTypes) -> bytes:
    """What goes into the `Message` parameter of Sign."""
    if vector["message_type"] == "DIGEST":
        digest = HASHES[vector["algorithm"][-3:]]
        return hashlib.new(digest.name, MESSAGE).digest()
    if vector["message_type"] == "EXTERNAL_MU":
        raw = public.public_bytes_raw()
        return hashlib.shake_256(hashlib.shake_256(raw).digest(64) + bytes([0, 0]) + MESSAGE).digest(64)
    return MESSAGE


def make_signature(keys: dict, vector: dict) -> dict:
    key, algorithm = private_key(keys, vector["spec"]), vector["algorithm"]
    message = message_of(vector, key.public_key())
    if vector["message_type"] == "EXTERNAL_MU":
        signature = key.sign_mu(message)
    elif algorithm.startswith(("ED25519", "ML_DSA")):
        signature = key.sign(message)
    else:
        digest = HASHES[algorithm[-3:]]
        hashed = utils.Prehashed(digest) if vector["message_type"] == "DIGEST" else digest
        if algorithm.startswith("ECDSA"):
            signature = key.sign(message, ec.ECDSA(hashed))
        else:
            signature = key.sign(message, rsa_padding(algorithm, digest), hashed)
    return {"message": text(message), "signature": text(signature)}


def check_signature(keys: dict, vector: dict) -> bool:
    key, algorithm = public_key(keys, vector["spec"]), vector["algorithm"]
    message, signature = message_of(vector, key), binary(vector["signature"])
    if message != binary(vector["message"]):
        return False
    try:
        if vector["message_type"] == "EXTERNAL_MU":
            key.verify_mu(signature, message)
        elif algorithm.startswith(("ED25519", "ML_DSA")):
            key.verify(signature, message)
        else:
            digest = HASHES[algorithm[-3:]]
            if algorithm.startswith("ECDSA"):
                key.verify(signature, MESSAGE, ec.ECDSA(digest))
            else:
                key.verify(signature, MESSAGE, rsa_padding(algorithm, digest), digest)
    except InvalidSignature:
        return False
    return True


def make_ciphertext(keys: dict, vector: dict) -> dict:
    ciphertext = public_key(keys, vector["spec"]).encrypt(MESSAGE, oaep(vector["algorithm"]))
    return {"plaintext": text(MESSAGE), "ciphertext": text(ciphertext)}


def check_ciphertext(keys: dict, vector: dict) -> bool:
    plaintext = private_key(keys, vector["spec"]).decrypt(binary(vector["ciphertext"]), oaep(vector["algorithm"]))
    return plaintext == binary(vector["plaintext"]) == MESSAGE


def make_mac(keys: dict, vector: dict) -> dict:
    key = binary(keys[vector["spec"]]["private"])
    return {"message": text(MESSAGE), "mac": text(hmac.digest(key, MESSAGE, MACS[vector["spec"]]))}


def check_mac(keys: dict, vector: dict) -> bool:
    return all(vector[name] == value for name, value in make_mac(keys, vector).items())


def make_shared_secret(keys: dict, vector: dict) -> dict:
    peer = ec.generate_private_key(CURVES[vector["spec"]])
    secret = private_key(keys, vector["spec"]).exchange(ec.ECDH(), peer.public_key())
    return {"peer_public": text(spki(peer)), "secret": text(secret)}


def check_shared_secret(keys: dict, vector: dict) -> bool:
    peer = serialization.load_der_public_key(binary(vector["peer_public"]))
    return private_key(keys, vector["spec"]).exchange(ec.ECDH(), peer) == binary(vector["secret"])


def make_encapsulation(keys: dict, vector: dict) -> dict:
    secret, ciphertext = public_key(keys, vector["spec"]).encapsulate()
    return {"ciphertext": text(ciphertext), "secret": text(secret)}


def check_encapsulation(keys: dict, vector: dict) -> bool:
    return private_key(keys, vector["spec"]).decapsulate(binary(vector["ciphertext"])) == binary(vector["secret"])


def make_import(keys: dict, vector: dict) -> dict:
    material, wrapping_key = binary(keys[vector["spec"]]["private"]), public_key(keys, vector["wrapping_key"])
    algorithm = vector["algorithm"]
    if algorithm.startswith("RSAES"):
        return {"wrapped": text(wrapping_key.encrypt(material, oaep(algorithm)))}
    aes_key = os.urandom(32)
    wrapped = wrapping_key.encrypt(aes_key, oaep(algorithm)) + keywrap.aes_key_wrap_with_padding(aes_key, material)
    return {"wrapped": text(wrapped)}


def check_import(keys: dict, vector: dict) -> bool:
    wrapping_key, algorithm = private_key(keys, vector["wrapping_key"]), vector["algorithm"]
    wrapped, length = binary(vector["wrapped"]), wrapping_key.key_size // 8
    material = wrapping_key.decrypt(wrapped[:length], oaep(algorithm))
    if not algorithm.startswith("RSAES"):
        material = keywrap.aes_key_unwrap_with_padding(material, wrapped[length:])
    return material == binary(keys[vector["spec"]]["private"])


def check_key(keys: dict, vector: dict) -> bool:
    """The private key as Lodge encodes it is the same key, and its public half is the same bytes."""
    if vector["spec"] in MACS:
        return vector["private"] == keys[vector["spec"]]["private"]
    key = serialization.load_der_private_key(binary(vector["private"]), None)
    return text(spki(key)) == vector["public"] == keys[vector["spec"]]["public"]


Checks = dict[str, tuple[Callable[[dict, dict], dict] | None, Callable[[dict, dict], bool]]]
KINDS: Checks = {
    "keys": (None, check_key),
    "signatures": (make_signature, check_signature),
    "ciphertexts": (make_ciphertext, check_ciphertext),
    "macs": (make_mac, check_mac),
    "shared_secrets": (make_shared_secret, check_shared_secret),
    "encapsulations": (make_encapsulation, check_encapsulation),
    "imports": (make_import, check_import),
}


def wanted() -> dict[str, list[dict]]:
    """Every key spec with every algorithm, without the values."""

    def message_types(algorithm: str) -> list[str]:
        other = {"ED25519_SHA_512": [], "ML_DSA_SHAKE_256": ["EXTERNAL_MU"]}
        return ["RAW", *other.get(algorithm, ["DIGEST"])]

    wrapping_keys = ["RSA_2048", "RSA_3072", "RSA_4096"]
    return {
        "signatures": [
            {"spec": spec, "algorithm": algorithm, "message_type": message_type}
            for spec, algorithms in SIGNING.items()
            for algorithm in algorithms
            for message_type in message_types(algorithm)
        ],
        "ciphertexts": [
            {"spec": spec, "algorithm": algorithm}
            for spec in wrapping_keys
            for algorithm in ("RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256")
        ],
        "macs": [{"spec": spec, "algorithm": spec.replace("HMAC", "HMAC_SHA")} for spec in MACS],
        "shared_secrets": [{"spec": spec} for spec in CURVES if "NIST" in spec],
        "encapsulations": [{"spec": spec} for spec in LATTICES if "KEM" in spec],
        "imports": [
            {"spec": spec, "algorithm": algorithm, "wrapping_key": wrapping_key}
            for wrapping_key in wrapping_keys
            for algorithm, specs in IMPORTED.items()
            for spec in specs
        ],
    }


def write() -> None:
    vectors = json.loads(VECTORS.read_text()) if VECTORS.exists() else {}
    keys = vectors.setdefault("test_keys", {})
    for spec in [*SIGNING, *MACS, *(spec for spec in LATTICES if "KEM" in spec)]:
        if spec not in keys:
            keys[spec] = {"private": text(new_key(spec))}
            if spec not in MACS:
                keys[spec]["public"] = text(spki(private_key(keys, spec)))
    vectors["made_by_cryptography"] = {
        kind: [vector | KINDS[kind][0](keys, vector) for vector in wanted_vectors]
        for kind, wanted_vectors in wanted().items()
    }
    VECTORS.write_text(json.dumps(vectors, indent=1) + "\n")


def main() -> int:
    if "--write" in sys.argv[1:]:
        write()
    vectors = json.loads(VECTORS.read_text())
    keys = vectors["test_keys"]
    checked, wrong = 0, 0
    for half, at_least in (("made_by_cryptography", wanted()), ("made_by_lodge", wanted() | {"keys": keys})):
        for kind, wanted_vectors in at_least.items():
            for vector in vectors.get(half, {}).get(kind, []):
                checked += 1
                if not KINDS[kind][1](keys, vector):
                    wrong += 1
                    print(f"{half}: {kind} does not open: {json.dumps(vector)}", file=sys.stderr)
            if len(vectors.get(half, {}).get(kind, [])) != len(wanted_vectors):
                wrong += 1
                print(f"{half}: not the {len(wanted_vectors)} {kind} that are wanted", file=sys.stderr)
    print(f"{checked} vectors checked, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
