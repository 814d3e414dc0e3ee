"""The world of examples/tenant-vault, and sessions in it."""

import json
import secrets
from pathlib import Path
from typing import Any

import service_b
from bootstrap import Json, account, administrator, user
from lodge import Credentials, Lodge

EXAMPLE = Path(__file__).parents[2] / "examples" / "tenant-vault"

KEY_SERVICE_ACCOUNT = "111122223333"
SERVICE_ACCOUNT = "444455556666"

#: ServiceARole's name in messages and records, as a session of it for tenant 123 carries it.
SESSION_123 = f"arn:aws:sts::{KEY_SERVICE_ACCOUNT}:assumed-role/ServiceARole/Tenant123Session"


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
    return _assume(lodge, "B/service-b", RoleArn=service_b.SERVICE_B_ROLE, RoleSessionName="service-b")


def tenant(lodge: Lodge, tenant_id: str, *, policy: str | None = None, **options: Any) -> Credentials:  # noqa: ANN401 (those of AssumeRole)
    """ServiceARole for a tenant, with the session policy that Service B writes or another one."""
    return _assume(
        lodge,
        service_b_role(lodge),
        RoleArn=service_b.SERVICE_A_ROLE,
        RoleSessionName=f"Tenant{tenant_id}Session",
        Policy=policy or service_b.session_policy(tenant_id),
        **options,
    )


def key_arns(lodge: Lodge) -> dict[str, str]:
    """The ARN of each tenant's key, by tenant."""
    kms = lodge.client("kms", key_service(lodge))
    return {
        tenant_id: kms.describe_key(KeyId=service_b.alias_of(tenant_id))["KeyMetadata"]["Arn"]
        for tenant_id in ("123", "456")
    }


def _assume(lodge: Lodge, caller: str | Credentials, **parameters: Any) -> Credentials:  # noqa: ANN401 (those of AssumeRole)
    return Credentials.of_answer(lodge.client("sts", caller).assume_role(**parameters))
