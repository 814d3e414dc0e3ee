"""Builders for the bootstrap file: the accounts, users, roles and keys that a Lodge starts with."""

import secrets
from typing import Any

Json = dict[str, Any]

_KEY_ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

#: An identity policy that allows everything.
ADMINISTRATOR: Json = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}


def world(*accounts: Json) -> Json:
    """A whole bootstrap file."""
    return {"accounts": list(accounts)}


def account(
    account_id: str,
    name: str,
    *,
    users: list[Json] | None = None,
    roles: list[Json] | None = None,
    keys: list[Json] | None = None,
) -> Json:
    """An account. `name` is what tests call it: `client("kms", "A/admin")` is user admin of account A."""
    return {"id": account_id, "name": name, "users": users or [], "roles": roles or [], "keys": keys or []}


def user(name: str, policies: dict[str, Json] | None = None, *, tags: dict[str, str] | None = None) -> Json:
    """A user with inline policies by name, and a new access key."""
    key_id = "AKIA" + "".join(secrets.choice(_KEY_ID_LETTERS) for _ in range(16))
    return {
        "name": name,
        "path": "/",
        "accessKeys": [{"id": key_id, "secret": secrets.token_urlsafe(30)}],
        "policies": policies or {},
        "tags": tags or {},
    }


def administrator(name: str = "admin") -> Json:
    """A user who may do everything."""
    return user(name, {"administrator": ADMINISTRATOR})


def role(
    name: str,
    trust_policy: Json,
    policies: dict[str, Json] | None = None,
    *,
    tags: dict[str, str] | None = None,
) -> Json:
    """A role with inline policies by name."""
    return {"name": name, "trustPolicy": trust_policy, "policies": policies or {}, "tags": tags or {}}


def key(
    aliases: list[str],
    policy: Json,
    *,
    region: str = "us-east-1",
    description: str = "",
    tags: dict[str, str] | None = None,
    rotation: bool = False,
) -> Json:
    """A symmetric KMS key. Aliases begin with `alias/`."""
    return {
        "region": region,
        "description": description,
        "aliases": aliases,
        "policy": policy,
        "tags": tags or {},
        "rotation": rotation,
    }


def two_accounts() -> Json:
    """What the shared Lodge starts with: accounts A and B, each with an administrator called admin."""
    return world(
        account("111122223333", "A", users=[administrator()]),
        account("444455556666", "B", users=[administrator()]),
    )
