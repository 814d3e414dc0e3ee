"""Looking through policies: `lodge policy lint` and `lodge policy who-can`."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from bootstrap import Json, account, key, role, user, world
from lodge import Lodge

DOCS = Path(__file__).parents[2] / "docs"
ACCOUNT = "111122223333"


def test_the_codes_in_the_documentation_are_those_that_there_are() -> None:
    source = (DOCS.parent / "crates" / "iam-policy" / "src" / "lint.rs").read_text()
    codes = set(re.findall(r'^    \w+ = "([a-z-]+)",$', source, re.MULTILINE))
    rows = [line.split("|")[1] for line in (DOCS / "policies.md").read_text().splitlines() if line.startswith("| `")]
    assert codes == {code for row in rows for code in re.findall(r"`([a-z-]+)`", row)}
    assert "unknown-action" in codes


def test_a_policy_in_a_file(lodge: Lodge, tmp_path: Path) -> None:
    good, bad, broken = tmp_path / "good.json", tmp_path / "bad.json", tmp_path / "broken.json"
    statement = {"Sid": "Use", "Effect": "Allow", "Action": ["kms:Encrypt"], "Resource": "*"}
    good.write_text(json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    statement["Action"] = ["kms:Encrypt", "kms:Encrpyt"]
    bad.write_text(json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    broken.write_text("{}")

    answer = lodge.run("policy", "lint", str(good), check=False)
    assert (answer.returncode, answer.stdout) == (0, "No warnings.\n")

    answer = lodge.run("policy", "lint", str(bad), check=False)
    documented = re.search(r"^unknown-action at .*$", (DOCS / "policies.md").read_text(), re.MULTILINE)
    assert documented
    assert answer.returncode == 1
    assert answer.stdout == f"{bad}\n  {documented.group()}\n1 warning.\n"

    answer = lodge.run("policy", "lint", "--json", str(bad), check=False)
    (found,) = json.loads(answer.stdout)["found"]
    assert found["warnings"][0]["code"] == "unknown-action"
    assert found["warnings"][0]["path"] == "Statement[0].Action[1]"

    answer = lodge.run("policy", "lint", str(broken), check=False)
    assert answer.returncode == 1
    assert "malformed" in answer.stderr


def statement(action: str, **elements: object) -> Json:
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, **elements}]}


def test_each_kind_of_mistake_is_found(lodge: Lodge, tmp_path: Path) -> None:
    def codes(kind: str, **elements: object) -> set[str]:
        path = tmp_path / "policy.json"
        path.write_text(json.dumps(statement(elements.pop("Action", "kms:Encrypt"), **elements)))
        answer = lodge.run("policy", "lint", "--json", "--kind", kind, str(path), check=False)
        return {warning["code"] for one in json.loads(answer.stdout)["found"] for warning in one["warnings"]}

    # Unknown actions.
    assert codes("identity", Action="kms:Encrpyt", Resource="*") == {"unknown-action"}
    assert codes("identity", Action="s4:*", Resource="*") == {"unknown-service"}
    # Keys of the wrong type.
    source_ip = {"StringEquals": {"aws:SourceIp": "192.0.2.1"}}
    assert codes("identity", Resource="*", Condition=source_ip) == {"wrong-operator-type"}
    age = {"Bool": {"aws:MultiFactorAuthAge": "true"}}
    assert codes("identity", Resource="*", Condition=age) == {"wrong-operator-type"}
    # Wide-open key policies.
    for everybody in ("*", {"AWS": "*"}, {"AWS": [ACCOUNT, "*"]}):
        assert codes("key", Principal=everybody, Resource="*") == {"open-to-everyone"}
    mine = {"StringEquals": {"kms:CallerAccount": ACCOUNT}}
    assert codes("key", Principal="*", Resource="*", Condition=mine) == set()
    # Statements that can never match.
    bucket = "arn:aws:s3:::reports"
    assert codes("identity", Resource=bucket) == {"resource-never-matches"}
    assert codes("identity", Action="kms:ListKeys", Resource=f"arn:aws:kms:*:{ACCOUNT}:key/*") == {
        "action-needs-all-resources",
        "resource-never-matches",
    }
    absent = {"StringEquals": {"aws:SourceVpc": "vpc-1"}}
    assert codes("identity", Resource="*", Condition=absent) == {"absent-condition-key"}


def test_principals_that_are_gone(fresh_lodge: Lodge) -> None:
    iam, kms = fresh_lodge.client("iam", "A/admin"), fresh_lodge.client("kms", "A/admin")
    arn = iam.create_user(UserName="leaver")["User"]["Arn"]
    policy = statement("kms:*", Principal={"AWS": [ACCOUNT, arn]}, Resource="*")
    key_arn = kms.create_key(Policy=json.dumps(policy))["KeyMetadata"]["Arn"]

    def found() -> dict[str, list[str]]:
        answer = fresh_lodge.run("policy", "lint", "--stored", "--json", "--data", str(fresh_lodge.data), check=False)
        return {
            one["policy"]: [warning["code"] for warning in one["warnings"]]
            for one in json.loads(answer.stdout)["found"]
        }

    assert f"key policy of {key_arn}" not in found()
    iam.delete_user(UserName="leaver")
    assert found()[f"key policy of {key_arn}"] == ["no-such-principal"]


def described() -> Json:
    root = f"arn:aws:iam::{ACCOUNT}:root"
    statements = [
        {"Effect": "Allow", "Principal": {"AWS": root}, "Action": "kms:*", "Resource": "*"},
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:role/App"},
            "Action": "kms:Decrypt",
            "Resource": "*",
            "Condition": {"StringEquals": {"kms:RequestAlias": "alias/a"}},
        },
    ]
    policy = {"Version": "2012-10-17", "Statement": statements}
    users = [
        user("ann", policies={"p": statement("kms:Decrypt", Resource="*")}),
        user("bob", policies={"p": statement("kms:Encrpyt", Resource="*")}),
    ]
    roles = [role("App", statement("sts:AssumeRole", Principal={"AWS": root}))]
    return world(account(ACCOUNT, "A", users=users, roles=roles, keys=[key(["alias/a"], policy)]))


def test_the_stored_policies_and_who_can(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(described())
    data = ("--data", str(lodge.data))

    answer = lodge.run("policy", "lint", "--stored", "--json", *data, check=False)
    assert answer.returncode == 1, answer.stderr
    found = {
        one["policy"]: [warning["code"] for warning in one["warnings"]] for one in json.loads(answer.stdout)["found"]
    }
    assert found[f"p of arn:aws:iam::{ACCOUNT}:user/bob"] == ["unknown-action"]

    keys = lodge.run("trail", "tail", "-n", "500", "--json", *data).stdout
    key_arn = re.search(rf"arn:aws:kms:us-east-1:{ACCOUNT}:key/[0-9a-f-]+", keys)
    assert key_arn
    asked = ("policy", "who-can", "kms:Decrypt", key_arn.group())

    answer = lodge.run(*asked, "--json", *data)
    able = {one["principal"]: one for one in json.loads(answer.stdout)}
    assert set(able) == {
        f"arn:aws:iam::{ACCOUNT}:root",
        f"arn:aws:iam::{ACCOUNT}:user/ann",
        f"arn:aws:iam::{ACCOUNT}:role/App",
        # Each member account has it, for the management account.
        f"arn:aws:iam::{ACCOUNT}:role/OrganizationAccountAccessRole",
    }
    assert "provided" not in able[f"arn:aws:iam::{ACCOUNT}:user/ann"]
    (condition,) = able[f"arn:aws:iam::{ACCOUNT}:role/App"]["provided"]
    assert condition["conditions"] == ['StringEquals kms:RequestAlias ["alias/a"]']

    answer = lodge.run(*asked, "--context", "kms:RequestAlias=alias/b", *data)
    assert "role/App" not in answer.stdout
    assert answer.stdout.endswith("3 can.\n")

    answer = lodge.run("policy", "who-can", "kms:Nothing", "*", *data, check=False)
    assert answer.returncode == 1
    assert "there is no action kms:Nothing" in answer.stderr
