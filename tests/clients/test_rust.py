"""The AWS SDK for Rust, with its own HTTP, TLS and signatures: the program in `rust/` holds its answers against its types."""

import json
import os
import subprocess
import uuid
from pathlib import Path

import pytest

from lodge import Lodge
from operations import KEYS as ACCOUNT
from operations import allowing, trust

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
    "TLS with Lodge's own authority, and with no other",
]


@pytest.fixture(scope="module")
def program() -> Path:
    """The program. `cargo xtask clients` builds it."""
    binary = os.environ.get("RUST_SDK_BIN")
    if not binary:
        pytest.fail("RUST_SDK_BIN is not set: run the tests with `cargo xtask clients`")
    return Path(binary)


def test_the_rust_sdk_understands_every_answer(lodge: Lodge, program: Path) -> None:
    name = f"rust-{uuid.uuid4()}"
    iam = lodge.client("iam", "A/admin")
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    iam.put_role_policy(RoleName=name, PolicyName="keys", PolicyDocument=json.dumps(allowing("kms:*")))
    result = subprocess.run(
        [program, f"arn:aws:iam::{ACCOUNT}:role/{name}"],
        env=lodge.environment("A/admin"),
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == CHECKS
