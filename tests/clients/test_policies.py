"""Looking through policies: `lodge policy lint` and `lodge policy who-can`."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bootstrap import Json, account, key, role, user, world
from lodge import Lodge

DOCS = Path(__file__).parents[2] / "docs"
ACCOUNT = "111122223333"


def test_the_codes_in_the_documentation_are_those_that_there_are() -> None:
    source = (DOCS.parent / "crates" / "iam-policy" / "src" / "lint.rs").read_text()
    codes = {
        (code, severity.lower())
        for severity, code in re.findall(r'^    (\w+) \w+ = "([a-z-]+)",$', source, re.MULTILINE)
    }
    section = (DOCS / "policies.md").read_text().partition("## What is probably not meant")[2].partition("\n## ")[0]
    rows = [line.split("|") for line in section.splitlines() if line.startswith("| `")]
    documented = {(code, row[2].strip()) for row in rows for code in re.findall(r"`([a-z-]+)`", row[1])}
    assert codes == documented
    assert ("unknown-action", "error") in codes


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
    documented = re.search(r"^error unknown-action at .*$", (DOCS / "policies.md").read_text(), re.MULTILINE)
    assert documented
    assert answer.returncode == 1
    assert answer.stdout == f"{bad}\n  {documented.group()}\n1 warning.\n"

    answer = lodge.run("policy", "lint", "--json", str(bad), check=False)
    (found,) = json.loads(answer.stdout)["found"]
    (warning,) = found["warnings"]
    assert {name: warning[name] for name in ("code", "severity", "statement", "sid", "pointer", "line")} == {
        "code": "unknown-action",
        "severity": "error",
        "statement": 0,
        "sid": "Use",
        "pointer": "/Statement/0/Action/1",
        "line": 1,
    }


def test_policies_in_many_files_and_standard_input(lodge: Lodge, tmp_path: Path) -> None:
    good, wordy, broken = tmp_path / "good.json", tmp_path / "wordy.json", tmp_path / "broken.json"
    good.write_text(json.dumps(statement("kms:Encrypt", Resource="*")))
    wordy.write_text(json.dumps(statement(["kms:Encrypt", "kms:*"], Resource="*")))
    broken.write_text('{\n  "Version": "2012-10-17",\n}')

    # Suggestions are no failure.
    answer = lodge.run("policy", "lint", "--json", str(good), str(wordy), check=False)
    assert answer.returncode == 0
    told = json.loads(answer.stdout)
    assert (told["policies"], told["warnings"]) == (2, 1)
    assert [one["policy"] for one in told["found"]] == [str(wordy)]
    assert told["found"][0]["warnings"][0]["severity"] == "suggestion"

    # One that is no policy does not keep the others from being looked at.
    answer = lodge.run("policy", "lint", str(broken), str(wordy), check=False)
    assert answer.returncode == 1
    assert "error malformed, line 3: " in answer.stdout
    assert answer.stdout.endswith("2 warnings.\n")

    answer = lodge.run("policy", "lint", str(tmp_path / "missing.json"), check=False)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "could not read the policy" in answer.stderr

    piped = subprocess.run(
        [lodge.binary, "policy", "lint", "-"], input=wordy.read_text(), capture_output=True, text=True, check=False
    )
    assert piped.returncode == 0, piped.stderr
    assert piped.stdout.startswith("standard input\n  suggestion redundant-action at /Statement/0/Action/0, line 1: ")


def statement(action: str | list[str], **elements: object) -> Json:
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
        assert codes("key", Action="kms:*", Principal=everybody, Resource="*") == {"open-to-everyone"}
    secure = {"Bool": {"aws:SecureTransport": "true"}}
    assert codes("key", Action="kms:*", Principal="*", Resource="*", Condition=secure) == {"open-to-everyone"}
    mine = {"StringEquals": {"kms:CallerAccount": ACCOUNT}}
    assert codes("key", Action="kms:*", Principal="*", Resource="*", Condition=mine) == set()
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
    provider = f"arn:aws:iam::{ACCOUNT}:oidc-provider/idp.example.com"
    trust = statement("sts:AssumeRoleWithWebIdentity", Principal={"Federated": provider})
    iam.create_role(RoleName="Web", AssumeRolePolicyDocument=json.dumps(trust))
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
    web = found()[f"trust policy of arn:aws:iam::{ACCOUNT}:role/Web"]
    assert sorted(web) == ["no-such-principal", "open-identity-provider"]


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
    told = json.loads(answer.stdout)
    assert (told["action"], told["resource"]) == ("kms:Decrypt", key_arn.group())
    able = {one["principal"]: one for one in told["principals"]}
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


@pytest.fixture(scope="module")
def described_lodge(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    """Users, roles and a key with what is special about who could."""
    root = f"arn:aws:iam::{ACCOUNT}:root"
    own = statement("iam:GetUser", Resource=f"arn:aws:iam::{ACCOUNT}:user/${{aws:username}}")
    of_team = {"StringEquals": {"aws:PrincipalTag/team": "red"}}
    by_team = statement("iam:GetUser", Resource=f"arn:aws:iam::{ACCOUNT}:user/${{aws:PrincipalTag/person}}")
    users = [
        user("ann", policies={"own": own}, tags={"team": "red"}),
        user("bob", policies={"own": own}),
        user("eve", policies={"assume": statement("sts:AssumeRole", Resource="*")}),
        user("admin", policies={"all": statement("*", Resource="*")}),
    ]
    roles = [
        role("App", statement("sts:AssumeRole", Principal={"AWS": root})),
        role("Reader", statement("sts:AssumeRole", Principal={"AWS": root}), {"own": by_team}),
    ]
    everyone = {"AWS": "*"}
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": root}, "Action": "kms:*", "Resource": "*"},
            {"Effect": "Allow", "Principal": everyone, "Action": "kms:Sign", "Resource": "*", "Condition": of_team},
            {
                "Effect": "Allow",
                "Principal": {"AWS": f"arn:aws:sts::{ACCOUNT}:assumed-role/App/web-1"},
                "Action": "kms:Verify",
                "Resource": "*",
            },
            {
                "Effect": "Allow",
                "Principal": {"AWS": f"arn:aws:sts::{ACCOUNT}:federated-user/guest"},
                "Action": "kms:Verify",
                "Resource": "*",
            },
        ],
    }
    return make_module_lodge(world(account(ACCOUNT, "A", users=users, roles=roles, keys=[key(["alias/a"], policy)])))


def who_can(lodge: Lodge, action: str, resource: str, *arguments: str) -> dict[str, Json]:
    answer = lodge.run("policy", "who-can", action, resource, *arguments, "--json", "--data", str(lodge.data))
    return {
        one["principal"].removeprefix(f"arn:aws:iam::{ACCOUNT}:"): one
        for one in json.loads(answer.stdout)["principals"]
    }


def provided(one: Json) -> list[str]:
    return [condition for requirement in one.get("provided", []) for condition in requirement["conditions"]]


def key_of(lodge: Lodge) -> str:
    found: str = lodge.client("kms", "A/admin").describe_key(KeyId="alias/a")["KeyMetadata"]["Arn"]
    return found


@pytest.mark.parametrize(
    ("action", "resource", "told"),
    [
        ("kms:Encrpyt", "*", "there is no action kms:Encrpyt here; is kms:Encrypt meant?"),
        ("s3:GetObject", "*", "there is no action s3:GetObject here; write it as policies do"),
        ("kms:Encrypt", "*", "kms:Encrypt is about arn:*:kms:*:*:key/*: name one; there are arn:aws:kms:us-east-1:"),
        (
            "kms:ListKeys",
            f"arn:aws:kms:us-east-1:{ACCOUNT}:key/a",
            "kms:ListKeys is about no resource in particular: write '*'",
        ),
        ("kms:Encrypt", "alias/a", "'alias/a' is no ARN"),
        ("kms:Encrypt", f"arn:aws:kms:us-east-1:{ACCOUNT}:alias/a", "--context kms:RequestAlias=alias/a"),
        ("kms:Encrypt", f"arn:aws:iam::{ACCOUNT}:user/ann", "kms:Encrypt is about arn:*:kms:*:*:key/*, and not about "),
        (
            "kms:Encrypt",
            f"arn:aws:kms:us-east-1:{ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "there is no arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab; there are arn:aws:kms",
        ),
        (
            "kms:DeleteAlias",
            f"arn:aws:kms:us-east-1:{ACCOUNT}:alias/b",
            f"is arn:aws:kms:us-east-1:{ACCOUNT}:alias/a meant?",
        ),
        ("sts:AssumeRole", f"arn:aws:iam::{ACCOUNT}:role/Apps", f"is arn:aws:iam::{ACCOUNT}:role/App meant?"),
        ("iam:GetUser", f"arn:aws:iam::{ACCOUNT}:user/zacharias", f"there are arn:aws:iam::{ACCOUNT}:user/"),
        ("iam:GetUser", f"arn:aws:iam::{ACCOUNT}:role/App", "iam:GetUser is about arn:*:iam::*:user/*"),
        ("iam:GetPolicy", f"arn:aws:iam::{ACCOUNT}:policy/none", f"there is no arn:aws:iam::{ACCOUNT}:policy/none"),
        ("iam:GetPolicy", "*", "iam:GetPolicy is about arn:*:iam::*:policy/*: name one"),
    ],
)
def test_what_is_not_there_is_told(described_lodge: Lodge, action: str, resource: str, told: str) -> None:
    data = ("--data", str(described_lodge.data))
    answer = described_lodge.run("policy", "who-can", action, resource, *data, check=False)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert told in answer.stderr


def test_what_is_to_be_made_need_not_be_there(described_lodge: Lodge) -> None:
    able = who_can(described_lodge, "kms:CreateKey", "*")
    # The management account's are among them, since each account makes keys of its own.
    assert {name for name in able if ":" not in name} == {"root", "user/admin", ORGANIZATION_ROLE}
    assert "user/admin" in who_can(described_lodge, "iam:CreateRole", f"arn:aws:iam::{ACCOUNT}:role/New")
    assert "user/admin" in who_can(described_lodge, "kms:CreateAlias", f"arn:aws:kms:us-east-1:{ACCOUNT}:alias/new")
    assert "user/admin" in who_can(described_lodge, "iam:GetPolicy", "arn:aws:iam::aws:policy/AdministratorAccess")


#: Each member account has it, for the management account.
ORGANIZATION_ROLE = "role/OrganizationAccountAccessRole"


def test_no_root_may_assume_a_role(described_lodge: Lodge) -> None:
    arn = f"arn:aws:iam::{ACCOUNT}:role/App"
    able = who_can(described_lodge, "sts:AssumeRole", arn)
    assert set(able) == {"user/eve", "user/admin", ORGANIZATION_ROLE}
    # Who has no long-term credentials gets no session of GetFederationToken.
    session = f"arn:aws:sts::{ACCOUNT}:federated-user/guest"
    assert set(who_can(described_lodge, "sts:GetFederationToken", session)) == {"root", "user/admin"}


def test_variables_stand_for_what_is_known_of_the_caller(described_lodge: Lodge) -> None:
    able = who_can(described_lodge, "iam:GetUser", f"arn:aws:iam::{ACCOUNT}:user/ann")
    assert set(able) == {"root", "user/admin", "user/ann", "role/Reader", ORGANIZATION_ROLE}
    assert provided(able["user/ann"]) == []
    # Session tags can be anything.
    assert provided(able["role/Reader"]) == [f'Resource ["arn:aws:iam::{ACCOUNT}:user/${{aws:PrincipalTag/person}}"]']
    told = who_can(
        described_lodge, "iam:GetUser", f"arn:aws:iam::{ACCOUNT}:user/ann", "--context", "aws:PrincipalTag/person=ann"
    )
    assert provided(told["role/Reader"]) == []


def test_tags_of_the_caller_are_known_and_those_of_sessions_are_not(described_lodge: Lodge) -> None:
    able = who_can(described_lodge, "kms:Sign", key_of(described_lodge))
    wanted = ['StringEquals aws:PrincipalTag/team ["red"]']
    assert {name: provided(one) for name, one in able.items()} == {
        "root": [],
        "user/admin": [],
        ORGANIZATION_ROLE: [],
        "user/ann": [],
        "role/App": wanted,
        "role/Reader": wanted,
        f"arn:aws:sts::{ACCOUNT}:federated-user/guest": wanted,
    }


def test_sessions_that_a_policy_or_a_grant_names(described_lodge: Lodge) -> None:
    kms, arn = described_lodge.client("kms", "A/admin"), key_of(described_lodge)
    able = who_can(described_lodge, "kms:Verify", arn)
    sessions = {f"arn:aws:sts::{ACCOUNT}:{name}" for name in ("assumed-role/App/web-1", "federated-user/guest")}
    assert set(able) == {"root", "user/admin", ORGANIZATION_ROLE} | sessions

    kms.create_grant(
        KeyId=arn,
        GranteePrincipal=f"arn:aws:iam::{ACCOUNT}:role/App",
        Operations=["Decrypt", "DescribeKey"],
        Constraints={"EncryptionContextSubset": {"tenant": "a"}},
    )
    app = who_can(described_lodge, "kms:Decrypt", arn)["role/App"]
    assert provided(app) == ['EncryptionContextSubset {"tenant": "a"}']
    assert app["reasons"][0]["policyType"] == "grant"
    # It has no encryption context.
    assert provided(who_can(described_lodge, "kms:DescribeKey", arn)["role/App"]) == []

    def stating(*pairs: str) -> dict[str, Json]:
        arguments = [word for pair in pairs for word in ("--context", f"kms:EncryptionContext:{pair}")]
        return who_can(described_lodge, "kms:Decrypt", arn, *arguments)

    assert provided(stating("tenant=a", "more=b")["role/App"]) == []
    assert "role/App" not in stating("tenant=b")


def test_callers_with_a_token_of_an_identity_provider(described_lodge: Lodge) -> None:
    iam = described_lodge.client("iam", "A/admin")
    provider = iam.create_open_id_connect_provider(
        Url="https://idp.example.com/a", ClientIDList=["app"], ThumbprintList=["0" * 40]
    )["OpenIDConnectProviderArn"]
    trust = statement(
        "sts:AssumeRoleWithWebIdentity",
        Principal={"Federated": provider},
        Condition={"StringEquals": {"idp.example.com/a:sub": "ann"}},
    )
    arn = iam.create_role(RoleName="Web", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    able = who_can(described_lodge, "sts:AssumeRoleWithWebIdentity", arn)
    assert set(able) == {"oidc-provider/idp.example.com/a"}
    assert provided(able["oidc-provider/idp.example.com/a"]) == ['StringEquals idp.example.com/a:sub ["ann"]']
    assert who_can(described_lodge, "sts:AssumeRoleWithSAML", arn) == {}
    assert who_can(described_lodge, "sts:AssumeRole", arn) == {}


def test_the_table_for_people(described_lodge: Lodge) -> None:
    asked = ("policy", "who-can", "kms:Sign", key_of(described_lodge), "--data", str(described_lodge.data))
    lines = described_lodge.run(*asked).stdout.splitlines()
    assert re.fullmatch(r"PRINCIPAL +WHY", lines[0])
    assert lines[1].startswith(f"arn:aws:iam::{ACCOUNT}:root ")
    assert '  provided that StringEquals aws:PrincipalTag/team ["red"] (statement 1 of key policy)' in lines
    assert re.fullmatch(r"\d+ can\.", lines[-1])
