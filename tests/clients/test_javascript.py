"""The AWS SDK for JavaScript, which shares no code with botocore: `javascript.mjs` holds its answers against its types."""

import json
import subprocess
import uuid
from pathlib import Path

import pytest

from lodge import Lodge
from operations import KEYS as ACCOUNT
from operations import allowing, trust

PROGRAM = Path(__file__).with_name("javascript.mjs")

#: What the program says when all is well.
CHECKS = [
    "CreateKey and DescribeKey",
    "paginators of ListAliases, ListGrants and ListKeys",
    "Encrypt, Decrypt and ReEncrypt with an encryption context",
    "GenerateDataKey",
    "Sign and Verify",
    "GenerateMac and VerifyMac",
    "typed errors",
    "unknown access keys are refused",
    "a session of AssumeRole reaches one tenant's key",
]


@pytest.fixture
def role(lodge: Lodge) -> str:
    """The ARN of a role that may use every key."""
    name = f"javascript-{uuid.uuid4()}"
    iam = lodge.client("iam", "A/admin")
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    iam.put_role_policy(RoleName=name, PolicyName="keys", PolicyDocument=json.dumps(allowing("kms:*")))
    return f"arn:aws:iam::{ACCOUNT}:role/{name}"


def node(lodge: Lodge, role: str, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["node", PROGRAM, role],
        cwd=PROGRAM.parent,
        env=lodge.environment("A/admin") | variables,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


def test_the_javascript_sdk_understands_every_answer(lodge: Lodge, role: str) -> None:
    result = node(lodge, role, {"NODE_EXTRA_CA_CERTS": str(lodge.ca)})
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == CHECKS


def test_the_javascript_sdk_trusts_only_the_authority(lodge: Lodge, role: str) -> None:
    result = node(lodge, role, {})
    assert result.returncode != 0
    assert "certificate" in result.stderr
