#!/usr/bin/env python3
"""Writes both kinds of root key file a second time, from docs/formats/root-key-file.md and not from the Rust code.

Needs the package `cryptography` 44 or later (AES-GCM, Argon2id). Exit code 1 when a file differs.

    python3 crates/seal/tests/golden/recompute.py            compare
    python3 crates/seal/tests/golden/recompute.py --write    create files that are missing
"""

import base64
import hashlib
import hmac
import pathlib
import struct
import sys

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

FOLDER = pathlib.Path(__file__).parent
ROOT_KEY = bytes(range(32))
PASSPHRASE = "correct horse battery stæple"
ARGON2_SALT = bytes(range(64, 80))
WRAP_SALT = bytes(range(80, 112))


def kdf(key: bytes, label: str, context: bytes) -> bytes:
    fixed_data = label.encode() + b"\0" + context + struct.pack(">I", 256)
    return hmac.new(key, struct.pack(">I", 1) + fixed_data, hashlib.sha256).digest()


def wrapped(key: bytes, place: bytes, secret: bytes) -> str:
    prefix = b"W\x01"
    context = WRAP_SALT + hashlib.sha256(prefix + place).digest()
    encryption = kdf(key, "lodge/wrapped/v1/encryption", context)
    commitment = kdf(key, "lodge/wrapped/v1/commitment", context)
    sealed = AESGCM(encryption).encrypt(bytes(12), secret, prefix + place)
    return base64.b64encode(prefix + WRAP_SALT + commitment + sealed[-16:] + sealed[:-16]).decode()


def text(kind: str, fields: dict[str, str]) -> str:
    lines = [f"lodge-root-key v1 {kind}\n"] + [f"{name}: {value}\n" for name, value in fields.items()]
    before = "".join(lines)
    return before + f"checksum: {hashlib.sha256(before.encode()).hexdigest()}\n"


def main() -> int:
    fingerprint = kdf(ROOT_KEY, "lodge/root-key", b"fingerprint").hex()
    plain = text("plain", {"key": ROOT_KEY.hex(), "fingerprint": fingerprint})

    argon2 = Argon2id(salt=ARGON2_SALT, length=32, iterations=5, lanes=2, memory_cost=7168)
    wrapping_key = argon2.derive(PASSPHRASE.encode())
    passphrase = text(
        "passphrase",
        {
            "argon2id": "m=7168,t=5,p=2",
            "salt": ARGON2_SALT.hex(),
            "key": wrapped(wrapping_key, b"lodge-root-key v1 passphrase\n", ROOT_KEY),
            "fingerprint": fingerprint,
        },
    )

    wrong = 0
    for name, computed in [("v1-plain.key", plain), ("v1-passphrase.key", passphrase)]:
        file = FOLDER / name
        if "--write" in sys.argv[1:] and not file.exists():
            file.write_text(computed)
        agrees = file.exists() and file.read_text() == computed
        print(f"{name}: {'agrees' if agrees else 'DIFFERS'}")
        wrong += not agrees
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
