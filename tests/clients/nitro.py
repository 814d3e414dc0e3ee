"""A platform of the tests' own that issues attestation documents as a Nitro enclave gets them, and an enclave that opens the answers."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa, utils
from cryptography.x509.oid import NameOID

_ES384 = bytes.fromhex("a1013822")
_NUMBER, _BYTES, _TEXT, _ARRAY, _MAP = 0, 2, 3, 4, 5
_NULL = bytes([0xF6])

_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def cbor(value: int | bytes | str | list | dict | None) -> bytes:
    """RFC 8949, as much as documents need."""
    match value:
        case None:
            return _NULL
        case int():
            return _head(_NUMBER, value)
        case bytes():
            return _head(_BYTES, len(value)) + value
        case str():
            return _head(_TEXT, len(value.encode())) + value.encode()
        case list():
            return _head(_ARRAY, len(value)) + b"".join(map(cbor, value))
        case dict():
            return _head(_MAP, len(value)) + b"".join(cbor(key) + cbor(item) for key, item in value.items())


def _head(major: int, argument: int) -> bytes:
    if argument < 24:
        return bytes([major << 5 | argument])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if argument < 1 << 8 * size:
            return bytes([major << 5 | code]) + argument.to_bytes(size, "big")
    raise ValueError(argument)


class Platform:
    """A root, an authority below it and a signer; `valid` is how long their certificates are good from now."""

    def __init__(self, valid: timedelta = timedelta(hours=3)) -> None:
        self._keys = [ec.generate_private_key(ec.SECP384R1()) for _ in range(3)]
        self._names = [
            x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("root", "zone", "instance")
        ]
        self._chain = [self._certificate(place, valid) for place in range(3)]

    def write_root(self, path: Path) -> Path:
        """The root certificate, for `--attestation-root`."""
        path.write_bytes(self._chain[0].public_bytes(serialization.Encoding.PEM))
        return path

    def document(self, public_key: bytes | None, made: datetime | None = None, **fields: Any) -> bytes:  # noqa: ANN401 (CBOR)
        """A signed document of an enclave whose registers are 48 times their own number."""
        made = made or datetime.now(UTC)
        *bundle, signer = (certificate.public_bytes(serialization.Encoding.DER) for certificate in self._chain)
        content = {
            "module_id": "i-0123456789abcdef0-enc0123456789abcdef",
            "digest": "SHA384",
            "timestamp": int(made.timestamp() * 1000),
            "pcrs": {index: bytes([index]) * 48 for index in (0, 1, 2, 3, 4, 8)},
            "certificate": signer,
            "cabundle": bundle,
            "public_key": public_key,
            "user_data": None,
            "nonce": None,
        }
        payload = cbor({name: value for name, value in (content | fields).items() if value is not ...})
        signed = cbor(["Signature1", _ES384, b"", payload])
        numbers = utils.decode_dss_signature(self._keys[2].sign(signed, ec.ECDSA(hashes.SHA384())))
        signature = b"".join(number.to_bytes(48, "big") for number in numbers)
        return cbor([_ES384, {}, payload, signature])

    def _certificate(self, place: int, valid: timedelta) -> x509.Certificate:
        above, signs_documents = max(place - 1, 0), place == 2
        usage = dict.fromkeys(_USAGES, False) | {
            "digital_signature": signs_documents,
            "key_cert_sign": not signs_documents,
        }
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .issuer_name(self._names[above])
            .subject_name(self._names[place])
            .public_key(self._keys[place].public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + valid)
            .add_extension(x509.BasicConstraints(not signs_documents, None), True)
            .add_extension(x509.KeyUsage(**usage), True)
            .sign(self._keys[above], hashes.SHA384())
        )


class Enclave:
    """Who holds the private key that answers are encrypted for."""

    def __init__(self, platform: Platform, folder: Path, bits: int = 2048) -> None:
        self._platform = platform
        self._key_file = folder / f"enclave-{os.urandom(8).hex()}.pem"
        key = rsa.generate_private_key(65537, bits)
        self.public_key = key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        form = serialization.PrivateFormat.PKCS8
        self._key_file.write_bytes(key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))

    def recipient(self, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 (CBOR)
        """The `Recipient` of a request."""
        return recipient(self._platform.document(self.public_key, **fields))

    def open(self, answer: bytes) -> bytes:
        """What a `CiphertextForRecipient` holds, as the `openssl` command reads it."""
        command = [
            "openssl",
            "cms",
            "-decrypt",
            "-binary",
            "-debug_decrypt",
            "-inform",
            "DER",
            "-inkey",
            self._key_file,
        ]
        return subprocess.run(command, input=answer, capture_output=True, check=True, timeout=30).stdout


def recipient(document: bytes) -> dict[str, Any]:
    """The `Recipient` of a request with this document."""
    return {"KeyEncryptionAlgorithm": "RSAES_OAEP_SHA_256", "AttestationDocument": document}
