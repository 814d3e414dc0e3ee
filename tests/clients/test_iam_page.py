"""`docs/iam.md` names every operation of IAM, STS and Organizations, and says whether Lodge has it."""

import re
from pathlib import Path

import pytest
from botocore.loaders import Loader

from operations import OPERATIONS, PROVEN_BY_INPUT

PAGE = Path(__file__).parents[2] / "docs" / "iam.md"


@pytest.mark.parametrize(("service", "title"), [("iam", "IAM"), ("sts", "STS"), ("organizations", "Organizations")])
def test_every_operation_is_named(service: str, title: str) -> None:
    section = PAGE.read_text().split(f"\n### {title}\n")[1].split("\n### ")[0]
    rows = dict(re.findall(r"^\| (\w+) \| (.+) \|$", section, re.MULTILINE))
    assert rows.keys() == Loader().load_service_model(service, "service-2")["operations"].keys()
    there = {name for name, what in rows.items() if what == "there"}
    called = {(operation.service, operation.name) for operation in OPERATIONS} | PROVEN_BY_INPUT
    assert there == {name for called_service, name in called if called_service == service}
