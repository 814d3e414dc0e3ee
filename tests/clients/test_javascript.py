"""The AWS SDK for JavaScript, which shares no code with botocore."""

import json
import subprocess
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lodge import Lodge
from operations import KEYS as ACCOUNT
from operations import trust

PROGRAM = Path(__file__).with_name("javascript.mjs")


def test_the_javascript_sdk_understands_every_answer(lodge: Lodge) -> None:
    kms = lodge.client("kms", "A/admin")
    key = kms.create_key()["KeyMetadata"]["Arn"]
    name = f"javascript-{uuid.uuid4()}"
    lodge.client("iam", "A/admin").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    role = f"arn:aws:iam::{ACCOUNT}:role/{name}"
    result = subprocess.run(
        ["node", PROGRAM, key, role],
        cwd=PROGRAM.parent,
        env=lodge.environment("A/admin") | {"NODE_EXTRA_CA_CERTS": str(lodge.ca)},
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert (told["keyId"], told["plaintext"]) == (key, "plaintext")
    assert told["keys"] >= 1
    assert told["arn"] == f"arn:aws:iam::{ACCOUNT}:user/admin"
    assert told["sessionArn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/javascript"
    expires = datetime.fromisoformat(told["expires"])
    assert abs(expires - datetime.now(UTC) - timedelta(hours=1)) < timedelta(minutes=1)
    expected = {
        "otherContext": ("InvalidCiphertextException", 400),
        "missing": ("NotFoundException", 400),
        "forbidden": ("AccessDenied", 403),
    }
    for what, (code, status) in expected.items():
        error = told[what]
        assert (error["name"], error["status"], error["fault"]) == (code, status, "client")
        assert uuid.UUID(error["requestId"])
    assert told["missing"]["message"] == f"Alias arn:aws:kms:us-east-1:{ACCOUNT}:alias/none is not found."
    assert told["forbidden"]["message"].startswith("User: arn:aws:sts::")
