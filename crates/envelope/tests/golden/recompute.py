#!/usr/bin/env python3
"""Computes the golden vectors of v1.json, v2.json and xks-v1.json a second time, from docs/formats/ciphertext.md and not from the Rust code.

Needs the package `cryptography` for AES-GCM; everything else is the standard library. Exit code 1 when anything differs.

    python3 crates/envelope/tests/golden/recompute.py            compare
    python3 crates/envelope/tests/golden/recompute.py --write    fill in the outputs of vectors that were added
"""

import base64
import hashlib
import hmac
import json
import pathlib
import struct
import sys

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FIRST = pathlib.Path(__file__).with_name("v1.json")
SECOND = pathlib.Path(__file__).with_name("v2.json")
XKS = pathlib.Path(__file__).with_name("xks-v1.json")


def kdf(key: bytes, label: str, context: bytes) -> bytes:
    """SP 800-108r1 section 4.1: 256 bits, so one block of HMAC-SHA-256 with counter 1."""
    fixed_data = label.encode() + b"\0" + context + struct.pack(">I", 256)
    return hmac.new(key, struct.pack(">I", 1) + fixed_data, hashlib.sha256).digest()


def length_prefixed(parts: list[bytes]) -> bytes:
    return struct.pack(">Q", len(parts)) + b"".join(struct.pack(">Q", len(part)) + part for part in parts)


def seal(
    key: bytes, form: str, prefix: bytes, bound: bytes, plaintext: bytes, salt: bytes, version: str = "v1"
) -> bytes:
    aad = prefix + bound
    context = salt + hashlib.sha256(aad).digest()
    encryption = kdf(key, f"lodge/{form}/{version}/encryption", context)
    commitment = kdf(key, f"lodge/{form}/{version}/commitment", context)
    sealed = AESGCM(encryption).encrypt(bytes(12), plaintext, aad)
    body, tag = sealed[:-16], sealed[-16:]
    return prefix + salt + commitment + tag + body


def key_id_binary(key_id: str) -> bytes:
    multi_region = key_id.startswith("mrk-")
    return bytes([multi_region]) + bytes.fromhex(key_id.removeprefix("mrk-").replace("-", ""))


def locator(vector: dict) -> bytes:
    _, _, _, region, account, resource = vector["key"].split(":")
    return b"".join(
        [
            int(account).to_bytes(5, "big"),
            bytes([len(region)]),
            region.encode(),
            key_id_binary(resource.removeprefix("key/")),
        ]
    )


def backing_key_id_of(vector: dict, material: bytes) -> bytes:
    key_id = vector["key"].rpartition("key/")[2]
    return kdf(material, "lodge/backing-key/v1/id", key_id_binary(key_id))


def canonical_context(vector: dict) -> bytes:
    pairs = sorted((name.encode(), value.encode()) for name, value in vector["context"].items())
    return length_prefixed([text for pair in pairs for text in pair])


def ciphertext(vector: dict) -> dict:
    material = bytes.fromhex(vector["material"])
    backing_key_id = backing_key_id_of(vector, material)
    header = b"L\x01" + locator(vector) + backing_key_id
    bound = canonical_context(vector)
    plaintext, salt = bytes.fromhex(vector["plaintext"]), bytes.fromhex(vector["salt"])
    blob = seal(material, "ciphertext", header, bound, plaintext, salt)
    return {"backing_key_id": backing_key_id.hex(), "blob": blob.hex()}


def store_ciphertext(vector: dict) -> dict:
    material = bytes.fromhex(vector["material"]) if vector["material"] else None
    layers = b"\x00" if material is None else b"\x01" + backing_key_id_of(vector, material)
    header = b"L\x02" + locator(vector) + layers
    bound = canonical_context(vector)
    inner = None
    if material is not None:
        plaintext, salt = bytes.fromhex(vector["plaintext"]), bytes.fromhex(vector["salt"])
        inner = seal(material, "ciphertext", header, bound, plaintext, salt, "v2").removeprefix(header).hex()
    return {
        "inner": inner,
        "associated_data": (b"lodge/ciphertext/v2/store\0" + hashlib.sha256(header + bound).digest()).hex(),
        "blob": header.hex() + vector["sealed_by_store"],
    }


def xks_ciphertext(vector: dict) -> dict:
    material, data = bytes.fromhex(vector["material"]), bytes.fromhex(vector["additional_data"])
    backing_key_id = backing_key_id_of(vector, material)
    metadata = b"\x01" + bytes.fromhex(vector["salt"]) + backing_key_id[:3]
    aad = struct.pack(">H", len(data)) + data + bytes([len(metadata)]) + metadata
    key_id = key_id_binary(vector["key"].rpartition("key/")[2])
    context = metadata + hashlib.sha256(key_id + backing_key_id + aad).digest()
    initialization_vector = kdf(material, "lodge/xks/v1/commitment", context)[:12]
    encryption = kdf(material, "lodge/xks/v1/encryption", context)
    sealed = AESGCM(encryption).encrypt(initialization_vector, bytes.fromhex(vector["plaintext"]), aad)
    return {
        "metadata": metadata.hex(),
        "initialization_vector": initialization_vector.hex(),
        "authentication_tag": sealed[-16:].hex(),
        "ciphertext": sealed[:-16].hex(),
    }


def wrapped(root_key: bytes, vector: dict) -> dict:
    wrapping_key = kdf(root_key, vector["purpose"], b"wrapping key")
    bound = length_prefixed([part.encode() for part in vector["place"]])
    plaintext, salt = bytes.fromhex(vector["plaintext"]), bytes.fromhex(vector["salt"])
    binary = seal(wrapping_key, "wrapped", b"W\x01", bound, plaintext, salt)
    return {"text": base64.b64encode(binary).decode()}


def main() -> int:
    vectors = json.loads(FIRST.read_text())
    second = json.loads(SECOND.read_text())
    xks = json.loads(XKS.read_text())
    root_key = bytes.fromhex(vectors["root_key"])
    root = vectors["root"]
    computed = [(root, {"fingerprint": kdf(root_key, "lodge/root-key", b"fingerprint").hex()})]
    computed += [(each, {"key": kdf(root_key, each["purpose"], b"").hex()}) for each in vectors["derived"]]
    computed += [(each, wrapped(root_key, each)) for each in vectors["wrapped"]]
    computed += [(each, ciphertext(each)) for each in vectors["ciphertexts"]]
    computed += [(each, store_ciphertext(each)) for each in second["store_ciphertexts"]]
    computed += [(each, xks_ciphertext(each)) for each in xks["xks_ciphertexts"]]

    if "--write" in sys.argv[1:]:
        for vector, values in computed:
            for name, value in values.items():
                vector.setdefault(name, value)
        FIRST.write_text(json.dumps(vectors, indent=2) + "\n")
        SECOND.write_text(json.dumps(second, indent=2) + "\n")
        XKS.write_text(json.dumps(xks, indent=2) + "\n")
    wrong = [
        (vector, name) for vector, values in computed for name, value in values.items() if vector.get(name) != value
    ]
    for vector, name in wrong:
        print(f"{name} differs in {json.dumps(vector)}", file=sys.stderr)
    print(f"{len(computed) - len(wrong)} of {len(computed)} vectors agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
