"""The tenant-key walkthrough of examples/tenant-vault, over HTTPS: what it does, and all that it must not let happen."""

import base64
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

import pytest

import vault
from lodge import AwsCliError, Credentials, Lodge, environment_without_settings, refused, wait_for
from moved_clock import MovedClock
from tenant_vault import browser, follow, log_in

ALIAS_123, ALIAS_456 = "alias/customer-123", "alias/customer-456"
ALIAS_ARN_123, ALIAS_ARN_456 = (
    f"arn:aws:kms:us-east-1:{vault.KEY_SERVICE_ACCOUNT}:{alias}" for alias in (ALIAS_123, ALIAS_456)
)
#: What somebody of another account is told: neither whether the key exists nor what its policy says.
HIDDEN = (
    "because the resource does not exist in this Region, no resource-based policies allow access, "
    "or a resource-based policy explicitly denies access"
)
SECRET = b"the database password of tenant 123"


@pytest.fixture(scope="module")
def world(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    """A Lodge with the example's world."""
    return make_module_lodge(vault.world())


@dataclass
class Tenants:
    """What the tests of refusals start from."""

    #: KMS as tenant 123's session.
    kms: Any
    #: The keys' ARNs by tenant.
    keys: dict[str, str]
    #: A ciphertext of each tenant.
    ciphertexts: dict[str, bytes]


@pytest.fixture(scope="module")
def tenants(world: Lodge) -> Tenants:
    ciphertexts = {}
    for tenant_id in ("123", "456"):
        kms = world.client("kms", vault.tenant(world, tenant_id))
        answer = kms.encrypt(KeyId=vault.alias_of(tenant_id), Plaintext=SECRET)
        ciphertexts[tenant_id] = answer["CiphertextBlob"]
    return Tenants(world.client("kms", vault.tenant(world, "123")), vault.key_arns(world), ciphertexts)


# What works.


def test_the_readme_does_what_it_says(lodge_binary: Path, tmp_path: Path) -> None:
    """The commands of the example's README in its order, with what it says they print; and a browser's login in each way."""
    example = tmp_path / "tenant-vault"
    shutil.copytree(
        vault.EXAMPLE, example, ignore=shutil.ignore_patterns("identity-provider", "*-data", ".venv", "__*")
    )
    page = (example / "README.md").read_text()
    ports = {usual: str(free_port()) for usual in ("9443", "4567", "8443", "8000")}
    changes = {
        ". .venv/bin/activate": "true",
        "npx dynalite@4.0.0": str(Path(__file__).with_name("node_modules") / ".bin" / "dynalite"),
        "identity_provider.py serve": "identity_provider.py serve --port 9443",
        "lodge up": "lodge up --listen 127.0.0.1:8443",
        "service_b.py --way": "service_b.py --port 8000 --provider https://127.0.0.1:9443 --way",
    } | ports
    for text, other in changes.items():
        assert text in page or text == "8443", text
        page = page.replace(text, other)
    #: What servers print when they serve.
    ready = {
        "identity_provider.py": f"https://127.0.0.1:{ports['9443']}\n",
        "dynalite": f"http://localhost:{ports['4567']}\n",
        "lodge up": f"is ready at https://127.0.0.1:{ports['8443']} ",
        "service_b.py": f"https://localhost:{ports['8000']}\n",
    }
    path = ":".join([str(lodge_binary.parent), str(Path(sys.executable).parent), os.environ["PATH"]])
    logins = []
    with Shell(
        example, environment_without_settings() | {"PATH": path, "HOME": str(tmp_path), "AWS_PAGER": ""}
    ) as shell:
        for kind, block in re.findall(r"^```sh(| server)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
            if not kind:
                commands = ""
                for line in block.splitlines():
                    command, _, promise = line.partition("  # ")
                    commands += f"{command}\n"
                    if promise:
                        printed = shell.run(commands)
                        assert printed.splitlines()[-1:] == [promise.strip()], (commands, printed)
                        commands = ""
                shell.run(commands)
                continue
            (program,) = (program for program in ready if program in block)
            shell.serve(program, block, ready[program])
            if "service_b.py" in block:
                with browser(
                    example / "identity-provider" / "ca.pem", base_url=f"https://localhost:{ports['8000']}"
                ) as client:
                    follow(client, log_in(client, "bob"))
                    logins.append(client.get("/").text)
    first, second = logins
    assert "Secrets of tenant 123" in first
    assert ">database-password</a>" in second


def test_boto3_encrypts_and_decrypts_by_alias(world: Lodge, tenants: Tenants) -> None:
    for kms in (tenants.kms, world.client("kms", vault.tenant(world, "123"))):
        answer = kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
        assert answer["KeyId"] == tenants.keys["123"]
        opened = kms.decrypt(KeyId=ALIAS_123, CiphertextBlob=answer["CiphertextBlob"])
        assert (opened["Plaintext"], opened["KeyId"]) == (SECRET, tenants.keys["123"])
    # An alias ARN names the key by its alias just as well.
    assert tenants.kms.decrypt(KeyId=ALIAS_ARN_123, CiphertextBlob=tenants.ciphertexts["123"])["Plaintext"] == SECRET


def test_boto3_makes_data_keys_by_alias(tenants: Tenants) -> None:
    made = tenants.kms.generate_data_key(KeyId=ALIAS_123, KeySpec="AES_256")
    assert len(made["Plaintext"]) == 32
    assert tenants.kms.decrypt(KeyId=ALIAS_123, CiphertextBlob=made["CiphertextBlob"])["Plaintext"] == made["Plaintext"]
    blind = tenants.kms.generate_data_key_without_plaintext(KeyId=ALIAS_123, NumberOfBytes=64)
    assert len(tenants.kms.decrypt(KeyId=ALIAS_123, CiphertextBlob=blind["CiphertextBlob"])["Plaintext"]) == 64


def test_the_aws_cli_walks_the_same_way(world: Lodge, tenants: Tenants, tmp_path: Path) -> None:
    def assume(caller: str | Credentials, *arguments: str) -> Credentials:
        return Credentials.of_answer(world.aws(caller, "sts", "assume-role", *arguments))

    role = assume("B/service-b", "--role-arn", vault.SERVICE_B_ROLE, "--role-session-name", "service-b")
    policy = tmp_path / "policy.json"
    policy.write_text(vault.session_policy("123"))
    session = assume(
        role,
        *("--role-arn", vault.SERVICE_A_ROLE, "--role-session-name", "Tenant123Session"),
        *("--policy", f"file://{policy}"),
    )
    caller = world.aws(session, "sts", "get-caller-identity")
    assert (caller["Arn"], caller["Account"]) == (vault.SESSION_123, vault.KEY_SERVICE_ACCOUNT)

    plaintext, ciphertext = tmp_path / "plaintext", tmp_path / "ciphertext"
    plaintext.write_bytes(SECRET)
    answer = world.aws(session, "kms", "encrypt", "--key-id", ALIAS_123, "--plaintext", f"fileb://{plaintext}")
    assert answer["KeyId"] == tenants.keys["123"]
    ciphertext.write_bytes(base64.b64decode(answer["CiphertextBlob"]))
    decrypt = ("kms", "decrypt", "--ciphertext-blob", f"fileb://{ciphertext}")
    assert base64.b64decode(world.aws(session, *decrypt, "--key-id", ALIAS_123)["Plaintext"]) == SECRET

    # What must fail, fails for the CLI too.
    for arguments in [
        ("kms", "encrypt", "--key-id", ALIAS_456, "--plaintext", f"fileb://{plaintext}"),
        ("kms", "encrypt", "--key-id", tenants.keys["456"], "--plaintext", f"fileb://{plaintext}"),
        ("kms", "encrypt", "--key-id", tenants.keys["123"], "--plaintext", f"fileb://{plaintext}"),
        ("kms", "generate-data-key", "--key-id", ALIAS_456, "--key-spec", "AES_256"),
        decrypt,
    ]:
        with pytest.raises(AwsCliError, match=r"\(AccessDeniedException\).*assumed-role/ServiceARole/Tenant123Session"):
            world.aws(session, *arguments)
    with pytest.raises(AwsCliError, match=r"\(AccessDenied\).*service-b.*sts:AssumeRole"):
        assume("B/service-b", "--role-arn", vault.SERVICE_A_ROLE, "--role-session-name", "straight")


# What tenant 123's session cannot do.


def denied(action: str, *, principal: str = vault.SESSION_123, reason: str = "") -> Any:  # noqa: ANN401 (a context)
    """The KMS call inside must be denied, and the message must say who, what and why."""
    return refused(
        "AccessDeniedException", f"User: {principal} is not authorized to perform: {action} on resource: ", reason
    )


def test_not_with_the_alias_of_another_tenant(tenants: Tenants) -> None:
    reason = "because no session policy allows the {} action"
    with denied("kms:Encrypt", reason=reason.format("kms:Encrypt")):
        tenants.kms.encrypt(KeyId=ALIAS_456, Plaintext=SECRET)
    with denied("kms:GenerateDataKey", reason=reason.format("kms:GenerateDataKey")):
        tenants.kms.generate_data_key(KeyId=ALIAS_456, KeySpec="AES_256")
    with denied("kms:GenerateDataKeyWithoutPlaintext"):
        tenants.kms.generate_data_key_without_plaintext(KeyId=ALIAS_456, KeySpec="AES_256")
    with denied("kms:Encrypt"):
        tenants.kms.encrypt(KeyId=ALIAS_ARN_456, Plaintext=SECRET)


@pytest.mark.parametrize("tenant_id", ["456", "123"])
def test_not_with_the_id_of_a_key_not_even_the_own(tenants: Tenants, tenant_id: str) -> None:
    arn = tenants.keys[tenant_id]
    for key in (arn, arn.rpartition("/")[2]):
        with denied("kms:Encrypt", reason=f"on resource: {arn} because no "):
            tenants.kms.encrypt(KeyId=key, Plaintext=SECRET)
        with denied("kms:GenerateDataKey", reason=f"on resource: {arn} because no "):
            tenants.kms.generate_data_key(KeyId=key, KeySpec="AES_256")
        with denied("kms:Decrypt", reason=f"on resource: {arn} because no "):
            tenants.kms.decrypt(KeyId=key, CiphertextBlob=tenants.ciphertexts[tenant_id])


def test_not_the_ciphertext_of_another_tenant(tenants: Tenants) -> None:
    foreign = tenants.ciphertexts["456"]
    # The call may use key 123, but key 123 did not make this ciphertext.
    with refused(
        "IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation"
    ):
        tenants.kms.decrypt(KeyId=ALIAS_123, CiphertextBlob=foreign)
    with denied("kms:Decrypt", reason="because no session policy allows the kms:Decrypt action"):
        tenants.kms.decrypt(KeyId=ALIAS_456, CiphertextBlob=foreign)
    with denied("kms:Decrypt", reason=f"on resource: {tenants.keys['456']} because no "):
        tenants.kms.decrypt(CiphertextBlob=foreign)


def test_not_the_own_ciphertext_without_naming_the_alias(tenants: Tenants) -> None:
    with denied("kms:Decrypt", reason=f"on resource: {tenants.keys['123']} because no "):
        tenants.kms.decrypt(CiphertextBlob=tenants.ciphertexts["123"])


def test_not_anything_else(tenants: Tenants) -> None:
    with denied("kms:DescribeKey"):
        tenants.kms.describe_key(KeyId=ALIAS_123)
    with denied("kms:ReEncryptFrom"):
        tenants.kms.re_encrypt(
            CiphertextBlob=tenants.ciphertexts["123"], SourceKeyId=ALIAS_123, DestinationKeyId=ALIAS_123
        )
    with denied("kms:ListKeys"):
        tenants.kms.list_keys()
    with denied("kms:CreateAlias"):
        tenants.kms.create_alias(AliasName="alias/customer-123b", TargetKeyId=tenants.keys["456"])
    with denied("kms:UpdateAlias"):
        tenants.kms.update_alias(AliasName=ALIAS_123, TargetKeyId=tenants.keys["456"])
    with denied("kms:ScheduleKeyDeletion"):
        tenants.kms.schedule_key_deletion(KeyId=tenants.keys["123"])


# Who else cannot.


def test_not_service_b_without_the_key_services_role(world: Lodge, tenants: Tenants) -> None:
    principal = f"arn:aws:sts::{vault.SERVICE_ACCOUNT}:assumed-role/ServiceBRole/service-b"
    kms = world.client("kms", vault.service_b_role(world))
    with denied("kms:Encrypt", principal=principal):
        kms.encrypt(KeyId=ALIAS_ARN_123, Plaintext=SECRET)
    with denied("kms:Encrypt", principal=principal):
        kms.encrypt(KeyId=tenants.keys["123"], Plaintext=SECRET)
    with denied("kms:Decrypt", principal=principal):
        kms.decrypt(CiphertextBlob=tenants.ciphertexts["123"])
    # A bare alias name means the caller's own account, which has none of that name.
    with refused("NotFoundException", f"Alias arn:aws:kms:us-east-1:{vault.SERVICE_ACCOUNT}:{ALIAS_123} is not found"):
        kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)


def test_not_a_stranger_whatever_the_own_policy_says(world: Lodge, tenants: Tenants) -> None:
    principal = "arn:aws:iam::777788889999:user/stranger"
    kms, sts = world.client("kms", "C/stranger"), world.client("sts", "C/stranger")
    for key in (ALIAS_ARN_123, tenants.keys["123"]):
        with denied("kms:Encrypt", principal=principal, reason=HIDDEN):
            kms.encrypt(KeyId=key, Plaintext=SECRET)
        with denied("kms:DescribeKey", principal=principal):
            kms.describe_key(KeyId=key)
        with denied("kms:Decrypt", principal=principal):
            kms.decrypt(KeyId=key, CiphertextBlob=tenants.ciphertexts["123"])
    with denied("kms:Decrypt", principal=principal):
        kms.decrypt(CiphertextBlob=tenants.ciphertexts["123"])
    with denied("kms:PutKeyPolicy", principal=principal):
        kms.put_key_policy(
            KeyId=tenants.keys["123"], PolicyName="default", Policy=json.dumps(own_account("777788889999"))
        )
    for role in (vault.SERVICE_A_ROLE, vault.SERVICE_B_ROLE):
        with refused(
            "AccessDenied", f"User: {principal} is not authorized to perform: sts:AssumeRole on resource: {role}"
        ):
            sts.assume_role(RoleArn=role, RoleSessionName="stranger", Policy=vault.session_policy("123"))


def test_not_the_key_accounts_own_administrator(world: Lodge, tenants: Tenants) -> None:
    """The key policies do not delegate to the account, so what its own policies allow does not count."""
    kms = world.client("kms", "A/admin")
    with denied("kms:Encrypt", principal=f"arn:aws:iam::{vault.KEY_SERVICE_ACCOUNT}:user/admin"):
        kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
    with denied("kms:Decrypt", principal=f"arn:aws:iam::{vault.KEY_SERVICE_ACCOUNT}:user/admin"):
        kms.decrypt(KeyId=ALIAS_123, CiphertextBlob=tenants.ciphertexts["123"])


def test_not_a_service_that_assumes_the_role_directly(world: Lodge) -> None:
    principal = f"arn:aws:iam::{vault.SERVICE_ACCOUNT}:user/service-b"
    with refused(
        "AccessDenied",
        f"User: {principal} is not authorized to perform: sts:AssumeRole on resource: {vault.SERVICE_A_ROLE}",
    ):
        world.client("sts", "B/service-b").assume_role(RoleArn=vault.SERVICE_A_ROLE, RoleSessionName="straight")


# Sessions that were bent.


def test_a_widened_session_policy_gives_no_more_than_the_role_has(world: Lodge, tenants: Tenants) -> None:
    administration = world.client("kms", vault.key_service(world))
    key_id = administration.create_key(Policy=json.dumps(own_account(vault.KEY_SERVICE_ACCOUNT)))["KeyMetadata"][
        "KeyId"
    ]
    alias = f"alias/other-{uuid.uuid4()}"
    administration.create_alias(AliasName=alias, TargetKeyId=key_id)
    everything = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": ["kms:*", "iam:*", "sts:*"], "Resource": "*"}],
    }
    session = vault.tenant(world, "123", policy=json.dumps(everything))
    kms = world.client("kms", session)

    assert kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)["KeyId"] == tenants.keys["123"]
    with denied("kms:Encrypt", reason="because no identity-based policy allows the kms:Encrypt action"):
        kms.encrypt(KeyId=alias, Plaintext=SECRET)
    with denied("kms:Encrypt"):
        kms.encrypt(KeyId=tenants.keys["123"], Plaintext=SECRET)
    with denied("kms:Decrypt"):
        kms.decrypt(CiphertextBlob=tenants.ciphertexts["456"])
    with denied("kms:ScheduleKeyDeletion"):
        kms.schedule_key_deletion(KeyId=tenants.keys["123"])
    with denied("kms:PutKeyPolicy"):
        kms.put_key_policy(
            KeyId=key_id, PolicyName="default", Policy=json.dumps(own_account(vault.KEY_SERVICE_ACCOUNT))
        )
    with denied("kms:CreateKey"):
        kms.create_key()
    with refused("AccessDenied", f"User: {vault.SESSION_123} is not authorized to perform: iam:PutRolePolicy"):
        world.client("iam", session).put_role_policy(
            RoleName="ServiceARole", PolicyName="more", PolicyDocument=json.dumps(everything)
        )


def test_a_session_cannot_make_itself_a_wider_one(world: Lodge) -> None:
    sts = world.client("sts", vault.tenant(world, "123"))
    with refused("AccessDenied", f"User: {vault.SESSION_123} is not authorized to perform: sts:AssumeRole"):
        sts.assume_role(RoleArn=vault.SERVICE_A_ROLE, RoleSessionName="wider", Policy=vault.session_policy("456"))


def test_session_policies_that_cannot_be_used_are_refused(world: Lodge) -> None:
    sts = world.client("sts", vault.service_b_role(world))

    def assume(policy: str) -> None:
        sts.assume_role(RoleArn=vault.SERVICE_A_ROLE, RoleSessionName="bad", Policy=policy)

    for policy in (
        "{}",
        "not json",
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
    ):
        with refused("MalformedPolicyDocument"):
            assume(policy)
    with refused("ValidationError", "2048"):
        assume(vault.session_policy("1" * 2048))


def test_a_session_token_belongs_to_its_access_key(world: Lodge) -> None:
    first, second = vault.tenant(world, "123"), vault.tenant(world, "456")
    mixed = Credentials(first.access_key_id, first.secret_access_key, second.session_token)
    with refused("UnrecognizedClientException"):
        world.client("kms", mixed).encrypt(KeyId=ALIAS_456, Plaintext=SECRET)
    with refused("UnrecognizedClientException"):
        world.client("kms", Credentials(first.access_key_id, first.secret_access_key)).encrypt(
            KeyId=ALIAS_123, Plaintext=SECRET
        )
    token = first.session_token or ""
    for at in range(0, len(token), max(1, len(token) // 16)):
        letter = "A" if token[at] != "A" else "B"
        bent = Credentials(first.access_key_id, first.secret_access_key, token[:at] + letter + token[at + 1 :])
        with refused("UnrecognizedClientException"):
            world.client("kms", bent).encrypt(KeyId=ALIAS_123, Plaintext=SECRET)


def test_an_expired_session_is_refused(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(vault.world(), wrapper=clock.wrapper)
    session = vault.tenant(lodge, "123", DurationSeconds=900)
    kms, sts = lodge.client("kms", session), lodge.client("sts", session)
    kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)

    clock.move(timedelta(minutes=14))
    with clock.for_clients():
        kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
    clock.move(timedelta(minutes=15, seconds=5))
    with clock.for_clients():
        with refused("ExpiredTokenException", "expired"):
            kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
        with refused("ExpiredToken", "expired"):
            sts.get_caller_identity()

    # A restart forgets nothing of that, and the longest session of a role that another role assumes is an hour.
    clock.move(timedelta())
    hour = vault.tenant(lodge, "123", DurationSeconds=3600)
    with refused("ValidationError", "1 hour"):
        vault.tenant(lodge, "123", DurationSeconds=3601)
    clock.move(timedelta(hours=1, seconds=5))
    lodge.restart()
    with clock.for_clients():
        for ended in (session, hour):
            with refused("ExpiredTokenException", "expired"):
                lodge.client("kms", ended).encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
        lodge.client("kms", vault.tenant(lodge, "123")).encrypt(KeyId=ALIAS_123, Plaintext=SECRET)


def test_changes_of_a_role_reach_its_sessions_at_once(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(vault.world())
    kms = lodge.client("kms", vault.tenant(lodge, "123"))
    kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
    iam = lodge.client("iam", "A/admin")
    # The key's policy names the role itself, so within the account that is enough.
    iam.delete_role_policy(RoleName="ServiceARole", PolicyName="UseTenantKeys")
    kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
    stop = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "kms:*", "Resource": "*"}]}
    iam.put_role_policy(RoleName="ServiceARole", PolicyName="Stop", PolicyDocument=json.dumps(stop))
    with denied("kms:Encrypt", reason="with an explicit deny in an identity-based policy"):
        kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
    iam.delete_role_policy(RoleName="ServiceARole", PolicyName="Stop")
    kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
    iam.delete_role(RoleName="ServiceARole")
    with refused("UnrecognizedClientException"):
        kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
    # A new role of that name is another role.
    trust = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": vault.SERVICE_B_ROLE}, "Action": "sts:AssumeRole"}],
    }
    iam.create_role(RoleName="ServiceARole", AssumeRolePolicyDocument=json.dumps(trust))
    with refused("UnrecognizedClientException"):
        kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)


# The demo.


def test_the_demo_prints_commands_that_work(lodge_binary: Path, tmp_path: Path) -> None:
    output = tmp_path / "output.txt"
    with output.open("wb") as file:
        demo = subprocess.Popen(
            [
                lodge_binary,
                "up",
                "--demo",
                "--data",
                tmp_path / "demo",
                "--listen",
                "127.0.0.1:0",
                "--ready-file",
                tmp_path / "ready",
            ],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            env=environment_without_settings(),
        )
    try:
        wait_for(lambda: demo.poll() is not None or " trail tail " in output.read_text(), 30, "the demo's tour")
        assert demo.poll() is None, output.read_text()
        tour = output.read_text().split("In another terminal", 1)[1].splitlines()[1:]
        programs = [str(lodge_binary.parent), str(Path(sys.executable).parent), os.environ["PATH"]]

        def run(script: str) -> subprocess.CompletedProcess[str]:
            result = subprocess.run(
                ["bash", "-c", script],
                env=environment_without_settings() | {"PATH": ":".join(programs), "AWS_PAGER": ""},
                capture_output=True,
                text=True,
                timeout=120,
                stdin=subprocess.DEVNULL,
                cwd=tmp_path,
            )
            assert result.returncode == 0, f"{script}\n{result.stdout}\n{result.stderr}"
            return result

        result = run("\n".join(checked(line[2:]) for line in tour if line.startswith("  ")))
        assert '"CiphertextBlob"' in result.stdout
        assert result.stderr.count("(AccessDeniedException)") == 1, result.stderr
        # The trail says who, what and why.
        last = result.stdout.splitlines()[-1]
        assert "kms:Encrypt" in last, result.stdout
        assert "assumed-role/ServiceARole/Tenant123Session" in last, result.stdout
        assert "AccessDeniedException" in last, result.stdout
        assert "because no session policy allows the kms:Encrypt action" in last, result.stdout
        # The tenants are those of `lodge tenants`, also for the role that administers their keys.
        profiles = f'export AWS_CONFIG_FILE={vault.EXAMPLE / "aws-config"}; eval "$(lodge env --data demo)"\n'
        by_role = "lodge tenants --profile key-service"
        assert run(f"{profiles} {by_role} drift").stdout == "2 tenants, 0 with drift\n"
        listed = run(f"{profiles} {by_role} list").stdout.splitlines()
        assert [line.split()[:2] for line in listed[1:]] == [["123", "active"], ["456", "active"]], listed
        assert "123" in run(f"{profiles} {by_role} usage").stdout
    finally:
        demo.terminate()
        assert demo.wait(30) == 0


def checked(line: str) -> str:
    """A line of the tour, followed by a check of what its comment promises."""
    command, _, promise = line.partition("  # ")
    match promise.strip():
        case "works":
            return (
                f'{command} || {{ echo "does not work: {base64.b64encode(command.encode()).decode()}" >&2; exit 10; }}'
            )
        case "AccessDenied":
            return f"{command} && exit 11"
        case _:
            return line


# Equipment.


def own_account(account_id: str) -> dict[str, Any]:
    """A key policy that delegates to an account."""
    principal = {"AWS": f"arn:aws:iam::{account_id}:root"}
    statement = {"Effect": "Allow", "Principal": principal, "Action": "kms:*", "Resource": "*"}
    return {"Version": "2012-10-17", "Statement": [statement]}


class Shell:
    """A bash that runs commands one after another, and servers beside them. It ends at the first command that fails."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._errors = folder / "stderr.txt"
        #: The process groups of servers.
        self._servers: dict[str, int] = {}
        with self._errors.open("wb") as errors:
            self._bash = subprocess.Popen(
                ["bash", "-e"],
                cwd=folder,
                env=environment | {"PYTHONDONTWRITEBYTECODE": "1"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for group in self._servers.values():
            os.killpg(group, signal.SIGTERM)
        self._bash.communicate(timeout=30)

    def run(self, command: str) -> str:
        """What a command prints."""
        self._bash.stdin.write(f"{{ :\n{command}\n}} < /dev/null\necho; echo {self._END}\n")
        self._bash.stdin.flush()
        printed = ""
        while not printed.endswith(f"\n{self._END}\n"):
            line = self._bash.stdout.readline()
            assert line, f"{command}\n{printed}\n{self._errors.read_text()}"
            printed += line
        return printed.removesuffix(f"\n{self._END}\n").strip()

    def serve(self, program: str, command: str, ready: str) -> None:
        """Runs a server until the shell ends, or until the same program is to serve in another way."""
        if program in self._servers:
            os.killpg(self._servers[program], signal.SIGTERM)
            self.run("wait $server || true")
        printed = len(self._errors.read_text())
        # With job control, a job is a process group.
        self._servers[program] = int(
            self.run(f"set -m; {{\n{command}\n}} >&2 < /dev/null & server=$!; set +m; echo $!")
        )
        wait_for(lambda: ready in self._errors.read_text()[printed:], 60, ready)

    _END = "that is all"


def free_port() -> int:
    """A port that nobody has now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
