"""The world of examples/tenant-vault, and sessions in it."""

import json
import secrets
import uuid
from pathlib import Path
from typing import Any

from bootstrap import Json, account, administrator, user
from lodge import Credentials, Lodge

EXAMPLE = Path(__file__).parents[2] / "examples" / "tenant-vault"

KEY_SERVICE_ACCOUNT = "111122223333"
SERVICE_ACCOUNT = "444455556666"

SERVICE_A_ROLE = f"arn:aws:iam::{KEY_SERVICE_ACCOUNT}:role/ServiceARole"
SERVICE_B_ROLE = f"arn:aws:iam::{SERVICE_ACCOUNT}:role/ServiceBRole"

#: ServiceARole's name in messages and records, as a session of it for tenant 123 carries it.
SESSION_123 = f"arn:aws:sts::{KEY_SERVICE_ACCOUNT}:assumed-role/ServiceARole/Tenant123Session"


def alias_of(tenant_id: str) -> str:
    """The alias of a tenant's key."""
    return f"alias/customer-{tenant_id}"


def session_policy(tenant_id: str) -> str:
    """The session policy that Service B has for a tenant."""
    statement = {
        "Effect": "Allow",
        "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
        "Resource": "*",
        "Condition": {"StringEquals": {"kms:RequestAlias": alias_of(tenant_id)}},
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def world() -> Json:
    """world.json with a secret filled in, an administrator in each account, and a stranger: account C, who may do all of KMS."""
    found = json.loads((EXAMPLE / "world.json").read_text())
    key_service, service = found["accounts"]
    service["users"][0]["accessKeys"][0]["secret"] = secrets.token_hex(20)
    for each in (key_service, service):
        each["users"].append(administrator())
    everything = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": ["kms:*", "sts:*"], "Resource": "*"}],
    }
    found["accounts"].append(account("777788889999", "C", users=[user("stranger", {"everything": everything})]))
    return found


def key_service(lodge: Lodge) -> Credentials:
    """KeyServiceRole, which administers the keys."""
    return _assume(
        lodge, "A/admin", RoleArn=f"arn:aws:iam::{KEY_SERVICE_ACCOUNT}:role/KeyServiceRole", RoleSessionName="keys"
    )


def service_b_role(lodge: Lodge) -> Credentials:
    """ServiceBRole, as Service B's computer has it."""
    return _assume(lodge, "B/service-b", RoleArn=SERVICE_B_ROLE, RoleSessionName="service-b")


def tenant(lodge: Lodge, tenant_id: str, *, policy: str | None = None, **options: Any) -> Credentials:  # noqa: ANN401 (those of AssumeRole)
    """ServiceARole for a tenant, with the session policy that Service B writes or another one."""
    return _assume(
        lodge,
        service_b_role(lodge),
        RoleArn=SERVICE_A_ROLE,
        RoleSessionName=f"Tenant{tenant_id}Session",
        Policy=policy or session_policy(tenant_id),
        **options,
    )


def key_arns(lodge: Lodge) -> dict[str, str]:
    """The ARN of each tenant's key, by tenant."""
    kms = lodge.client("kms", key_service(lodge))
    return {
        tenant_id: kms.describe_key(KeyId=alias_of(tenant_id))["KeyMetadata"]["Arn"] for tenant_id in ("123", "456")
    }


def new_tenant(lodge: Lodge, *statements: Json) -> tuple[str, str]:
    """A tenant with the example's key policy and other statements: its id and the key's ARN."""
    tenant_id = f"t-{uuid.uuid4()}"
    alias = alias_of(tenant_id)
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": f"arn:aws:iam::{KEY_SERVICE_ACCOUNT}:role/KeyServiceRole"},
                "Action": "kms:*",
                "Resource": "*",
            },
            {
                "Effect": "Allow",
                "Principal": {"AWS": SERVICE_A_ROLE},
                "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
                "Resource": "*",
                "Condition": {"StringLike": {"kms:RequestAlias": alias}},
            },
            *statements,
        ],
    }
    kms = lodge.client("kms", key_service(lodge))
    key = kms.create_key(Policy=json.dumps(policy))["KeyMetadata"]["Arn"]
    kms.create_alias(AliasName=alias, TargetKeyId=key)
    return tenant_id, key


def _assume(lodge: Lodge, caller: str | Credentials, **parameters: Any) -> Credentials:  # noqa: ANN401 (those of AssumeRole)
    return Credentials.of_answer(lodge.client("sts", caller).assume_role(**parameters))
