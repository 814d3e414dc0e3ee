"""Service B keeps secrets of many tenants in one table, each encrypted with the key of its tenant.

A request brings a token of the identity provider, which names the tenant. Everything that follows uses credentials
that can do nothing but use that tenant's key, by its alias: a mistake in this program cannot mix tenants up.

    TOKEN=... python service_b.py put NAME VALUE
    TOKEN=... python service_b.py get NAME
"""

import argparse
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import boto3
import jwt

SERVICE_A_ROLE = "arn:aws:iam::111122223333:role/ServiceARole"
SERVICE_B_ROLE = "arn:aws:iam::444455556666:role/ServiceBRole"
REGION = "us-east-1"
TABLE = "tenant-vault"

TOKEN_ISSUER = "https://identity.example.com"
TOKEN_AUDIENCE = "service-b"

# Only such ids reach a policy: one with "${...}" or "*" could mean more there than one tenant.
TENANT_ID = re.compile(r"[A-Za-z0-9-]{1,64}")


class InvalidToken(Exception):
    """The request's token is not one that the identity provider made for this service."""


# Who asks.


def tenant_of(token: str, public_key: str) -> str:
    """The tenant that a token names. `public_key` is the identity provider's, as PEM."""
    try:
        claims = jwt.decode(
            token,
            public_key,
            algorithms=["RS256"],
            issuer=TOKEN_ISSUER,
            audience=TOKEN_AUDIENCE,
            options={"require": ["exp", "iss", "aud", "tenant_id"]},
        )
    except jwt.PyJWTError as error:
        raise InvalidToken(str(error)) from error
    tenant_id = claims["tenant_id"]
    if not isinstance(tenant_id, str) or not TENANT_ID.fullmatch(tenant_id):
        raise InvalidToken("the claim tenant_id is not a tenant's id")
    return tenant_id


# What may be done for whom.


def alias_of(tenant_id: str) -> str:
    """The alias of a tenant's key."""
    return f"alias/customer-{tenant_id}"


def session_policy(tenant_id: str) -> str:
    """What a session may do that serves one tenant. It can only narrow what ServiceARole may do."""
    statement = {
        "Effect": "Allow",
        "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
        "Resource": "*",
        "Condition": {"StringEquals": {"kms:RequestAlias": alias_of(tenant_id)}},
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def session_of(credentials: dict[str, Any]) -> boto3.Session:
    """A boto3 session with the credentials of an AssumeRole answer."""
    return boto3.Session(
        region_name=REGION,
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )


def execution_role() -> boto3.Session:
    """ServiceBRole. On Lambda or EC2 the platform does this, and `boto3.Session()` is all that is needed."""
    sts = boto3.client("sts", region_name=REGION)
    return session_of(sts.assume_role(RoleArn=SERVICE_B_ROLE, RoleSessionName="service-b")["Credentials"])


def tenant_session(service_b: boto3.Session, tenant_id: str) -> boto3.Session:
    """ServiceARole in the key service's account, narrowed to one tenant."""
    answer = service_b.client("sts").assume_role(
        RoleArn=SERVICE_A_ROLE,
        RoleSessionName=f"Tenant{tenant_id}Session",
        Policy=session_policy(tenant_id),
    )
    return session_of(answer["Credentials"])


# The work.


class Vault:
    """The secrets of one tenant. A secret has at most 4096 bytes; more needs a data key (GenerateDataKey)."""

    def __init__(self, table: Any, kms: Any, tenant_id: str) -> None:  # noqa: ANN401 (boto3 makes the classes at run time)
        self._table = table
        self._kms = kms
        self._tenant_id = tenant_id

    def put(self, name: str, secret: bytes) -> None:
        """Encrypts a secret and stores the ciphertext."""
        answer = self._kms.encrypt(KeyId=alias_of(self._tenant_id), Plaintext=secret)
        self._table.put_item(Item={"tenant_id": self._tenant_id, "name": name, "ciphertext": answer["CiphertextBlob"]})

    def get(self, name: str) -> bytes | None:
        """Reads a ciphertext back and decrypts it; None when there is none of that name."""
        item = self._table.get_item(Key={"tenant_id": self._tenant_id, "name": name}).get("Item")
        if item is None:
            return None
        # The alias belongs in the call: a ciphertext says which key made it, but the policies ask for the alias.
        answer = self._kms.decrypt(KeyId=alias_of(self._tenant_id), CiphertextBlob=item["ciphertext"].value)
        return answer["Plaintext"]


def vault_for(tenant_id: str, service_b: boto3.Session) -> Vault:
    """The vault of a tenant that a token named."""
    kms = tenant_session(service_b, tenant_id).client("kms")
    return Vault(service_b.resource("dynamodb").Table(TABLE), kms, tenant_id)


def create_table(service_b: boto3.Session) -> None:
    """Makes the table; a real service does this when it is deployed."""
    dynamodb = service_b.client("dynamodb")
    if TABLE in dynamodb.list_tables()["TableNames"]:
        return
    dynamodb.create_table(
        TableName=TABLE,
        AttributeDefinitions=[
            {"AttributeName": "tenant_id", "AttributeType": "S"},
            {"AttributeName": "name", "AttributeType": "S"},
        ],
        KeySchema=[
            {"AttributeName": "tenant_id", "KeyType": "HASH"},
            {"AttributeName": "name", "KeyType": "RANGE"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    dynamodb.get_waiter("table_exists").wait(TableName=TABLE, WaiterConfig={"Delay": 1, "MaxAttempts": 30})


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Keeps a tenant's secrets. The environment variable TOKEN says who asks."
    )
    parser.add_argument("--public-key", type=Path, default=Path("identity-provider.pub.pem"), metavar="FILE")
    commands = parser.add_subparsers(dest="command", required=True)
    put = commands.add_parser("put", help="store a secret")
    put.add_argument("name")
    put.add_argument("value")
    get = commands.add_parser("get", help="print a secret")
    get.add_argument("name")
    options = parser.parse_args()

    try:
        tenant_id = tenant_of(os.environ.get("TOKEN", ""), options.public_key.read_text())
    except InvalidToken as error:
        print(f"401 Unauthorized: {error}", file=sys.stderr)
        return 1
    service_b = execution_role()
    vault = vault_for(tenant_id, service_b)
    create_table(service_b)
    if options.command == "put":
        vault.put(options.name, options.value.encode())
        return 0
    secret = vault.get(options.name)
    if secret is None:
        print("404 Not Found", file=sys.stderr)
        return 1
    print(secret.decode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
