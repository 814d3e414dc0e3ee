"""An authenticator app: the codes of a virtual MFA device (RFC 6238)."""

import base64
import hashlib
import hmac
import struct
import time

#: How many seconds a code is the present one.
STEP = 30


class Authenticator:
    """What a person has who has scanned the QR code of a device."""

    def __init__(self, seed: bytes) -> None:
        """`seed` is in Base32, as IAM gives it."""
        self._key = base64.b32decode(seed)

    def code(self, steps: int = 0, now: float | None = None) -> str:
        """The code so many steps from now, or from this time in seconds since 1970."""
        step = int(time.time() if now is None else now) // STEP + steps
        mac = hmac.digest(self._key, struct.pack(">q", step), hashlib.sha1)
        number = int.from_bytes(mac[mac[-1] & 0xF :][:4]) & 0x7FFF_FFFF
        return f"{number % 1_000_000:06}"

    def codes(self, first: int = -1, now: float | None = None) -> dict[str, str]:
        """Two codes that follow each other, as EnableMFADevice and ResyncMFADevice take them."""
        return {"AuthenticationCode1": self.code(first, now), "AuthenticationCode2": self.code(first + 1, now)}
