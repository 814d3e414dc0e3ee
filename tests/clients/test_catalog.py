"""The actions and condition keys that `lodge policy lint` knows are those that the gate asks."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from bootstrap import Json
from lodge import Lodge
from operations import FURTHER, OPERATIONS, PROVEN_BY_INPUT, Scene

CRATES = Path(__file__).parents[2] / "crates"

#: Actions that no call of a row asks for.
UNASKED = {
    # It needs no permission.
    "sts:GetCallerIdentity",
    # It needs none either: AWS lets every user call it.
    "sts:GetSessionToken",
    # Their callers prove themselves by a token: tests of their own.
    *(f"{service}:{name}" for service, name in PROVEN_BY_INPUT),
}

#: The crates that ask questions.
ASKING = ("attestation", "gate", "iam", "kms", "tenants")


@pytest.fixture(scope="module")
def asked(
    make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Lodge, list[Json]]:
    """Every decision of a call of each row, as recorded."""
    scene = Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))
    for operation in OPERATIONS:
        try:
            operation.call(scene, scene.administrator(operation))
        except ClientError:
            assert operation.refusal
    lines = scene.lodge.run("trail", "tail", "-n", "100000", "--json", "--data", str(scene.lodge.data)).stdout
    decided = []
    for line in lines.splitlines():
        additional = json.loads(line).get("additionalEventData") or {}
        decided += additional.get("lodge", {}).get("decisions", [])
    return scene.lodge, decided


def constant(name: str) -> set[str]:
    """A list of the actions in the source of the catalog."""
    source = (CRATES / "gate" / "src" / "actions.rs").read_text()
    found = re.search(rf"const {name}: [^=]*=\s*\[(.*?)\];", source, re.DOTALL)
    assert found
    return set(re.findall(r'"([^"]+)"', found.group(1)))


def warnings(lodge: Lodge, folder: Path, statements: list[Json]) -> list[tuple[str, int]]:
    """What lint says of each of the statements, by their number."""
    found = []
    for start in range(0, len(statements), 100):
        path = folder / f"policy-{start}.json"
        path.write_text(json.dumps({"Version": "2012-10-17", "Statement": statements[start : start + 100]}))
        answer = lodge.run("policy", "lint", "--json", str(path), check=False)
        assert answer.returncode in (0, 1), answer.stderr
        for one in json.loads(answer.stdout)["found"]:
            errors = [warning for warning in one["warnings"] if warning["severity"] != "suggestion"]
            found += [(warning["code"], start + warning["statement"]) for warning in errors]
    return found


def test_the_actions_of_the_catalog_are_those_that_are_asked(asked: tuple[Lodge, list[Json]]) -> None:
    _, decided = asked
    rows = {f"{operation.service}:{operation.name}" for operation in OPERATIONS}
    catalog = (rows | UNASKED) - constant("INSTEAD") | constant("FURTHER")
    assert {one["action"] for one in decided} == catalog - UNASKED
    assert constant("FURTHER") == set(FURTHER)


def test_the_catalog_knows_what_the_actions_are_about(asked: tuple[Lodge, list[Json]], tmp_path: Path) -> None:
    lodge, decided = asked
    pairs = sorted({(one["action"], one["resource"]) for one in decided})
    statements = [{"Effect": "Allow", "Action": action, "Resource": resource} for action, resource in pairs]
    # '*' fits every action: there the catalog must say that the action is about nothing.
    wrong = [(code, pairs[at]) for code, at in warnings(lodge, tmp_path, statements)]
    assert wrong == []
    nothing = constant("ABOUT_NOTHING")
    some = {action for action, resource in pairs if resource != "*"}
    assert some & nothing == set()
    assert {action for action, _ in pairs} - some - nothing == set()


def test_the_condition_keys_of_questions_are_known(asked: tuple[Lodge, list[Json]], tmp_path: Path) -> None:
    lodge, decided = asked
    keys = {(key, isinstance(value, list)) for one in decided for key, value in one.get("context", {}).items()}
    assert ("aws:TagKeys", True) in keys
    listed = sorted(keys)
    statements = [
        {
            "Effect": "Allow",
            "Action": "*",
            "Resource": "*",
            "Condition": {"ForAnyValue:StringEquals" if many else "StringEquals": {key: "x"}},
        }
        for key, many in listed
    ]
    about_keys = {
        "unknown-condition-key",
        "absent-condition-key",
        "set-operator-on-single-value",
        "no-set-operator",
    }
    assert [(code, listed[at]) for code, at in warnings(lodge, tmp_path, statements) if code in about_keys] == []


def test_the_keys_of_the_services_are_in_some_question(asked: tuple[Lodge, list[Json]]) -> None:
    """In one that a row makes, or that other parameters make: then the source of an operation names the key."""
    _, decided = asked
    source = (CRATES / "iam-policy" / "src" / "keys.rs").read_text()
    known = re.findall(
        r'^    (?:one|many)\("((?:kms|sts|iam|organizations|tenants):[^"]+)", \w+\),$', source, re.MULTILINE
    )
    assert len(known) > 40
    seen = {key for one in decided for key in one.get("context", {})}
    sources = [path.read_text() for crate in ASKING for path in (CRATES / crate / "src").rglob("*.rs")]

    def is_asked(key: str) -> bool:
        return any(one.startswith(key) for one in seen) or any(f'"{key}' in text for text in sources)

    assert [key for key in known if not is_asked(key)] == []
