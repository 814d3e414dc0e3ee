"""Stands in for the identity provider: signs tokens that say which tenant a customer belongs to.

python identity_provider.py keys
python identity_provider.py token TENANT
"""

import argparse
import os
import time
from pathlib import Path

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from service_b import TOKEN_AUDIENCE, TOKEN_ISSUER

PRIVATE_KEY = Path("identity-provider.pem")
PUBLIC_KEY = Path("identity-provider.pub.pem")

TOKEN_SECONDS = 900


def new_key_pair() -> tuple[str, str]:
    """A private key and its public key, as PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


def issue(private_key: str, tenant_id: str, *, now: float | None = None) -> str:
    """A token for a customer of a tenant."""
    issued = int(time.time() if now is None else now)
    claims = {
        "iss": TOKEN_ISSUER,
        "aud": TOKEN_AUDIENCE,
        "sub": f"customer-of-{tenant_id}",
        "iat": issued,
        "exp": issued + TOKEN_SECONDS,
        "tenant_id": tenant_id,
    }
    return jwt.encode(claims, private_key, algorithm="RS256")


def main() -> None:
    parser = argparse.ArgumentParser(description="Signs tokens with a key in the current folder.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("keys", help="make the provider's key pair")
    token = commands.add_parser("token", help="print a token")
    token.add_argument("tenant")
    options = parser.parse_args()

    if options.command == "keys":
        private, public = new_key_pair()
        with open(os.open(PRIVATE_KEY, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(private)
        PUBLIC_KEY.write_text(public)
    else:
        print(issue(PRIVATE_KEY.read_text(), options.tenant))


if __name__ == "__main__":
    main()
