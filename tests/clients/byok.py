"""Key material that a customer makes, and wraps for an import: with Python's `cryptography`, or with the `openssl` command."""

import secrets
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes, keywrap, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

#: How KMS still takes key material. Source: API Reference, GetParametersForImport.
ALGORITHMS = ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256"]
WRAPPING_KEYS = ["RSA_2048", "RSA_3072", "RSA_4096"]
TOOLS = ["cryptography", "openssl"]

CURVES = {
    "ECC_NIST_P256": ec.SECP256R1(),
    "ECC_NIST_P384": ec.SECP384R1(),
    "ECC_NIST_P521": ec.SECP521R1(),
    "ECC_SECG_P256K1": ec.SECP256K1(),
}


def material(spec: str) -> bytes:
    """New key material for a key of this spec, in the form that KMS takes."""
    if spec == "SYMMETRIC_DEFAULT":
        return secrets.token_bytes(32)
    if spec.startswith("HMAC_"):
        return secrets.token_bytes(int(spec.removeprefix("HMAC_")) // 8)
    if spec.startswith("RSA_"):
        key = rsa.generate_private_key(65537, int(spec.removeprefix("RSA_")))
    else:
        key = ec.generate_private_key(CURVES[spec])
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@dataclass
class Parameters:
    """What GetParametersForImport answered."""

    key_id: str
    algorithm: str
    public_key: bytes
    token: bytes
    #: For the files of `openssl`.
    folder: Path

    @classmethod
    def get(
        cls,
        kms: Any,  # noqa: ANN401
        key_id: str,
        folder: Path,
        algorithm: str = "RSAES_OAEP_SHA_256",
        spec: str = "RSA_2048",
    ) -> "Parameters":
        """Asks for them."""
        answer = kms.get_parameters_for_import(KeyId=key_id, WrappingAlgorithm=algorithm, WrappingKeySpec=spec)
        return cls(answer["KeyId"], algorithm, answer["PublicKey"], answer["ImportToken"], folder)

    @property
    def digest(self) -> str:
        """`sha1` or `sha256`."""
        return "sha" + self.algorithm.rpartition("_")[2]

    def wrap(self, plaintext: bytes, tool: str = "cryptography") -> bytes:
        """Key material as this import takes it."""
        encrypt = {"cryptography": self._encrypt, "openssl": self._encrypt_openssl}[tool]
        wrap = {"cryptography": keywrap.aes_key_wrap_with_padding, "openssl": self._wrap_openssl}[tool]
        if self.algorithm.startswith("RSAES_"):
            return encrypt(plaintext)
        aes_key = secrets.token_bytes(32)
        return encrypt(aes_key) + wrap(aes_key, plaintext)

    def arguments(self, plaintext: bytes, tool: str = "cryptography", **more: Any) -> dict[str, Any]:  # noqa: ANN401 (the operation's)
        """For `import_key_material`. The material does not expire, unless `more` says so."""
        given = {"KeyId": self.key_id, "ImportToken": self.token, "EncryptedKeyMaterial": self.wrap(plaintext, tool)}
        if "ValidTo" not in more:
            given["ExpirationModel"] = "KEY_MATERIAL_DOES_NOT_EXPIRE"
        return given | more

    def _encrypt(self, plaintext: bytes) -> bytes:
        key = serialization.load_der_public_key(self.public_key)
        assert isinstance(key, rsa.RSAPublicKey)
        digest = {"sha1": hashes.SHA1, "sha256": hashes.SHA256}[self.digest]
        return key.encrypt(plaintext, padding.OAEP(padding.MGF1(digest()), digest(), None))

    def _encrypt_openssl(self, plaintext: bytes) -> bytes:
        key = self.folder / "wrapping-key.der"
        key.write_bytes(self.public_key)
        options = ["rsa_padding_mode:oaep", f"rsa_oaep_md:{self.digest}", f"rsa_mgf1_md:{self.digest}"]
        command = ["openssl", "pkeyutl", "-encrypt", "-pubin", "-keyform", "der", "-inkey", key]
        for option in options:
            command += ["-pkeyopt", option]
        return subprocess.run(command, input=plaintext, check=True, capture_output=True).stdout

    def _wrap_openssl(self, aes_key: bytes, plaintext: bytes) -> bytes:
        # The initial value of RFC 5649.
        command = ["openssl", "enc", "-id-aes256-wrap-pad", "-K", aes_key.hex(), "-iv", "A65959A6"]
        return subprocess.run(command, input=plaintext, check=True, capture_output=True).stdout
