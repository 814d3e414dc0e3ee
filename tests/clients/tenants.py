"""The `lodge tenants` command, a world for it, and what the KMS holds afterwards."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bootstrap import Json, account, administrator, role, user, world
from lodge import REGION, Caller, Credentials, Lodge

ACCOUNT = "111122223333"
SERVICE_ACCOUNT = "444455556666"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/ServiceARole"
#: A boto3 client: boto3 makes its class at run time.
Client = Any
USES = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]


def two_services() -> Json:
    """Account A with the keys and ServiceARole, account B with a user who may assume it."""
    trust = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": f"arn:aws:iam::{SERVICE_ACCOUNT}:root"},
                "Action": ["sts:AssumeRole", "sts:TagSession"],
            }
        ],
    }
    by_alias = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Action": USES,
                "Resource": "*",
                "Condition": {"StringLike": {"kms:RequestAlias": "alias/customer-*"}},
            }
        ],
    }
    nobody = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}
    return world(
        account(
            ACCOUNT,
            "A",
            users=[administrator(), user("nobody", {"nothing": nobody})],
            roles=[role("ServiceARole", trust, {"by-alias": by_alias})],
        ),
        account(SERVICE_ACCOUNT, "B", users=[administrator()]),
    )


def write_profile(lodge: Lodge, caller: Caller, path: Path, region: str = REGION) -> None:
    """The AWS configuration from which the service behind the tenants API takes its credentials, as profile `tenants`."""
    own = lodge.credentials(caller)
    path.write_text(
        f"[profile tenants]\nregion = {region}\nendpoint_url = {lodge.endpoint}\n"
        f"aws_access_key_id = {own.access_key_id}\naws_secret_access_key = {own.secret_access_key}\n"
    )


class Tenants:
    """Runs `lodge tenants` against a Lodge, or against another endpoint."""

    def __init__(
        self, lodge: Lodge, caller: Caller = "A/admin", *, endpoint: str | None = None, wrapper: tuple[str, ...] = ()
    ) -> None:
        self._command = (*wrapper, lodge.binary, "tenants")
        self.environment = lodge.environment(caller) | ({"AWS_ENDPOINT_URL": endpoint} if endpoint else {})

    def start(self, *arguments: str | Path, cwd: Path | None = None) -> subprocess.Popen[str]:
        """Starts a command."""
        return subprocess.Popen(
            [*self._command, *arguments],
            env=self.environment,
            cwd=cwd,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(
        self, *arguments: str | Path, stdin: str = "", cwd: Path | None = None, timeout: float = 120
    ) -> subprocess.CompletedProcess[str]:
        """Runs a command, whatever comes of it."""
        return subprocess.run(
            [*self._command, *arguments],
            env=self.environment,
            cwd=cwd,
            text=True,
            input=stdin,
            capture_output=True,
            timeout=timeout,
        )

    def __call__(self, *arguments: str | Path, stdin: str = "", cwd: Path | None = None, code: int = 0) -> Any:  # noqa: ANN401 (JSON)
        """Runs a command that ends with `code`, and gives its answer."""
        result = self.run("--json", *arguments, stdin=stdin, cwd=cwd)
        assert result.returncode == code, result
        return json.loads(result.stdout) if result.stdout else None

    def refused(self, *arguments: str | Path, stdin: str = "") -> str:
        """Runs a command that fails with one line, and gives the line."""
        result = self.run(*arguments, stdin=stdin)
        assert result.returncode == 1, result
        lines = result.stderr.splitlines()
        assert len(lines) == 1, result
        assert lines[0].startswith("lodge: "), result
        return lines[0]


def session(lodge: Lodge, tenant: str) -> Credentials:
    """ServiceARole for one tenant, as Service B takes it."""
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Action": USES,
                "Resource": "*",
                "Condition": {"StringEquals": {"kms:RequestAlias": f"alias/customer-{tenant}"}},
            }
        ],
    }
    name = f"Tenant{tenant.replace('/', '.')}"
    sts = lodge.client("sts", "B/admin")
    return Credentials.of_answer(sts.assume_role(RoleArn=ROLE, RoleSessionName=name, Policy=json.dumps(policy)))


@dataclass(frozen=True)
class Found:
    """What the KMS holds of one tenant, without ids and times."""

    #: State, origin, rotation, policy and tags of the key that the alias leads to.
    live: Json | None
    #: States of other keys with the tenant's tag.
    others: tuple[str, ...]


def found(kms: Client, tenant: str) -> Found:
    """Looks with boto3, by itself."""
    alias = f"alias/customer-{tenant}"
    keys = [key["KeyId"] for page in kms.get_paginator("list_keys").paginate() for key in page["Keys"]]
    aliases = [it for page in kms.get_paginator("list_aliases").paginate() for it in page["Aliases"]]
    targets = {it["AliasName"]: it["TargetKeyId"] for it in aliases if "TargetKeyId" in it}
    unnamed = set(keys) - set(targets.values())
    others = [metadata(kms, key)["KeyState"] for key in unnamed if tags(kms, key).get("lodge:tenant") == tenant]
    return Found(live(kms, targets[alias]) if alias in targets else None, tuple(sorted(others)))


def live(kms: Client, key: str) -> Json:
    """What can be compared of a key."""
    described = metadata(kms, key)
    rotation = described["Origin"] == "AWS_KMS" and kms.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"]
    return {
        "state": described["KeyState"],
        "origin": described["Origin"],
        "rotation": rotation,
        "policy": json.loads(kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"]),
        "tags": tags(kms, key),
    }


def grant_on(kms: Client, key: str, grantee: str) -> str:
    """A grant to decrypt, on a key whose policy lets nobody make grants before and after: its id."""
    policy = kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"]
    open_ = json.loads(policy)
    open_["Statement"][1]["Action"] = "kms:*"
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(open_))
    grant = kms.create_grant(KeyId=key, GranteePrincipal=grantee, Operations=["Decrypt"])["GrantId"]
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=policy)
    return grant


def metadata(kms: Client, key: str) -> Json:
    """What KMS says about a key."""
    return kms.describe_key(KeyId=key)["KeyMetadata"]


def tags(kms: Client, key: str) -> dict[str, str]:
    """The tags of a key."""
    return {tag["TagKey"]: tag["TagValue"] for tag in kms.list_resource_tags(KeyId=key)["Tags"]}
