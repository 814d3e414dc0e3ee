"""The AWS CLI, a few commands of each service."""

import base64
import json
from pathlib import Path

import pytest

from lodge import AwsCliError, Credentials, Lodge
from operations import KEYS as ACCOUNT
from operations import allowing, trust


def test_keys(lodge: Lodge, tmp_path: Path) -> None:
    made = lodge.aws(
        "A/admin", "kms", "create-key", "--description", "from the CLI", "--tags", "TagKey=team,TagValue=a b"
    )["KeyMetadata"]
    assert (made["KeyState"], made["Description"]) == ("Enabled", "from the CLI")
    key = made["KeyId"]
    alias = f"alias/cli-{key}"
    assert lodge.aws("A/admin", "kms", "create-alias", "--alias-name", alias, "--target-key-id", key) is None
    query = f"Aliases[?AliasName=='{alias}'].TargetKeyId"
    assert lodge.aws("A/admin", "kms", "list-aliases", "--query", query) == [key]
    # One page for each key, put together by the CLI.
    listed = lodge.aws("A/admin", "kms", "list-keys", "--page-size", "1", "--query", "Keys[].KeyId")
    assert key in listed
    assert len(set(listed)) == len(listed)

    secret, sealed = tmp_path / "secret", tmp_path / "sealed"
    secret.write_bytes(bytes(range(256)))
    encrypted = lodge.aws(
        "A/admin",
        "kms",
        "encrypt",
        "--key-id",
        alias,
        "--plaintext",
        f"fileb://{secret}",
        "--encryption-context",
        "tenant=123,purpose=cli",
    )
    assert encrypted["KeyId"] == made["Arn"]
    sealed.write_bytes(base64.b64decode(encrypted["CiphertextBlob"]))
    decrypt = ("kms", "decrypt", "--ciphertext-blob", f"fileb://{sealed}")
    opened = lodge.aws("A/admin", *decrypt, "--encryption-context", '{"purpose":"cli","tenant":"123"}')
    assert base64.b64decode(opened["Plaintext"]) == secret.read_bytes()
    with pytest.raises(AwsCliError, match=r"\(InvalidCiphertextException\)"):
        lodge.aws("A/admin", *decrypt)
    with pytest.raises(
        AwsCliError,
        match=r"\(AccessDeniedException\) when calling the Decrypt operation.*: User: arn:aws:iam::444455556666:user/admin is not authorized to perform: kms:Decrypt on resource: ",
    ):
        lodge.aws("B/admin", *decrypt, "--encryption-context", "tenant=123,purpose=cli")
    data_key = lodge.aws("A/admin", "kms", "generate-data-key", "--key-id", alias, "--key-spec", "AES_256")
    assert len(base64.b64decode(data_key["Plaintext"])) == 32
    with pytest.raises(
        AwsCliError, match=r"\(NotFoundException\).*Alias arn:aws:kms:us-east-1:\d+:alias/none is not found\."
    ):
        lodge.aws("A/admin", "kms", "describe-key", "--key-id", "alias/none")


def test_roles_and_sessions(lodge: Lodge, tmp_path: Path) -> None:
    trust_file, policy_file = tmp_path / "trust.json", tmp_path / "policy.json"
    trust_file.write_text(json.dumps(trust(ACCOUNT), indent=2))
    policy_file.write_text(json.dumps(allowing("kms:ListKeys"), indent=2))
    name = f"cli-{tmp_path.name}"[:64]
    made = lodge.aws(
        "A/admin",
        "iam",
        "create-role",
        "--role-name",
        name,
        "--assume-role-policy-document",
        f"file://{trust_file}",
        "--tags",
        "Key=team,Value=a",
        "Key=stage,Value=test",
    )["Role"]
    assert made["AssumeRolePolicyDocument"] == trust(ACCOUNT)
    assert len(made["Tags"]) == 2
    put = ("iam", "put-role-policy", "--role-name", name, "--policy-name", "list")
    assert lodge.aws("A/admin", *put, "--policy-document", f"file://{policy_file}") is None
    answer = lodge.aws("A/admin", "sts", "assume-role", "--role-arn", made["Arn"], "--role-session-name", "cli")
    session = Credentials.of_answer(answer)
    arn = lodge.aws(session, "sts", "get-caller-identity", "--query", "Arn")
    assert arn == f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/cli"
    lodge.aws(session, "kms", "list-keys")
    with pytest.raises(
        AwsCliError,
        match=r"\(AccessDeniedException\).*because no identity-based policy allows the kms:ListAliases action",
    ):
        lodge.aws(session, "kms", "list-aliases")
    with pytest.raises(AwsCliError, match=r"\(EntityAlreadyExists\).*Role with name .* already exists\."):
        lodge.aws(
            "A/admin",
            "iam",
            "create-role",
            "--role-name",
            name,
            "--assume-role-policy-document",
            f"file://{trust_file}",
        )


def test_users(lodge: Lodge, tmp_path: Path) -> None:
    name = f"cli-user-{tmp_path.name}"[:64]
    lodge.aws("A/admin", "iam", "create-user", "--user-name", name, "--path", "/cli/")
    assert name in lodge.aws("A/admin", "iam", "list-users", "--path-prefix", "/cli/", "--query", "Users[].UserName")
    key = lodge.aws("A/admin", "iam", "create-access-key", "--user-name", name)["AccessKey"]
    caller = Credentials(key["AccessKeyId"], key["SecretAccessKey"])
    assert lodge.aws(caller, "sts", "get-caller-identity", "--query", "Arn").endswith(f":user/cli/{name}")
    wrong = Credentials(key["AccessKeyId"], "wrong" * 8)
    with pytest.raises(AwsCliError, match=r"\(SignatureDoesNotMatch\)"):
        lodge.aws(wrong, "sts", "get-caller-identity")


def test_groups_and_managed_policies(lodge: Lodge, tmp_path: Path) -> None:
    policy_file = tmp_path / "policy.json"
    policy_file.write_text(json.dumps(allowing("kms:ListKeys"), indent=2))
    name = f"cli-{tmp_path.name}"[:60]
    create = ("iam", "create-policy", "--policy-name", name, "--policy-document", f"file://{policy_file}")
    arn = lodge.aws("A/admin", *create, "--query", "Policy.Arn")
    lodge.aws("A/admin", "iam", "create-group", "--group-name", name)
    attach = ("iam", "attach-group-policy", "--group-name", name, "--policy-arn", arn)
    assert lodge.aws("A/admin", *attach) is None
    lodge.aws("A/admin", "iam", "create-user", "--user-name", f"{name}-u")
    lodge.aws("A/admin", "iam", "add-user-to-group", "--group-name", name, "--user-name", f"{name}-u")
    key = lodge.aws("A/admin", "iam", "create-access-key", "--user-name", f"{name}-u")["AccessKey"]
    caller = Credentials(key["AccessKeyId"], key["SecretAccessKey"])
    lodge.aws(caller, "kms", "list-keys")
    listed = lodge.aws("A/admin", "iam", "list-policies", "--scope", "Local", "--query", "Policies[].Arn")
    assert arn in listed
    # The CLI puts the pages together.
    paged = ("iam", "get-account-authorization-details", "--page-size", "1", "--query", "GroupDetailList[].GroupName")
    assert name in lodge.aws("A/admin", *paged)
    with pytest.raises(AwsCliError, match=r"\(DeleteConflict\).*Cannot delete a policy attached to entities\."):
        lodge.aws("A/admin", "iam", "delete-policy", "--policy-arn", arn)


def test_organizations(lodge: Lodge) -> None:
    accounts = lodge.aws(lodge.administrator, "organizations", "list-accounts", "--query", "Accounts[].[Id,Name]")
    assert [ACCOUNT, "A"] in accounts
    with pytest.raises(
        AwsCliError, match=r"\(AccessDeniedException\).*You don't have permissions to access this resource\."
    ):
        lodge.aws("A/admin", "organizations", "list-accounts")
