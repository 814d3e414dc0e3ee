"""What `lodge policy explain` says of a call, and statements for it to be about."""

import json
import re
from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError

from bootstrap import Json
from lodge import Lodge


def allow(action: str, sid: str, **more: object) -> Json:
    """A policy with one statement."""
    return {"Version": "2012-10-17", "Statement": [{"Sid": sid, "Effect": "Allow", "Action": action} | more]}


def deny(action: str, sid: str, **more: object) -> Json:
    """A policy with one statement."""
    return allow(action, sid, **(more | {"Effect": "Deny"}))


def asked(call: Callable[..., Any], **parameters: object) -> str:
    """The request id of a call, whether it goes through or not."""
    try:
        return call(**parameters)["ResponseMetadata"]["RequestId"]
    except ClientError as error:
        return error.response["ResponseMetadata"]["RequestId"]


def explain(lodge: Lodge, event: str) -> str:
    """What people read."""
    return lodge.run("policy", "explain", event, "--data", str(lodge.data)).stdout


def explain_json(lodge: Lodge, event: str) -> Json:
    """What programs read."""
    return json.loads(lodge.run("policy", "explain", event, "--json", "--data", str(lodge.data)).stdout)


def rows(text: str) -> list[list[str]]:
    """The table of the policies: type of policy, verdict, statement, policy."""
    cells = [re.split(r" {2,}", line.strip()) for line in text.splitlines() if line.startswith("  ")]
    return [row for row in cells if len(row) == 4]


def records(lodge: Lodge) -> list[Json]:
    """The newest records."""
    lines = lodge.run("trail", "tail", "-n", "1000", "--json", "--data", str(lodge.data)).stdout.splitlines()
    return [json.loads(line) for line in lines]
