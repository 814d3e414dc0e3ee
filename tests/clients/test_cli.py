"""The `lodge` command: what it prints, what it refuses, and whether its errors say what to do."""

import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import termios
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bootstrap import ADMINISTRATOR, account, administrator, key, role, two_accounts, world
from lodge import Lodge, environment_without_settings, wait_for

DOCS = Path(__file__).parents[2] / "docs"
CASES = sorted((DOCS / "examples" / "policy-cases").glob("*.json"))
OUTCOMES = {"allow": "Allow", "implicit-deny": "ImplicitDeny", "explicit-deny": "ExplicitDeny"}
COMMANDS = [
    (),
    ("up",),
    ("env",),
    ("account",),
    ("account", "create"),
    ("account", "list"),
    ("policy",),
    ("policy", "evaluate"),
    ("policy", "lint"),
    ("policy", "who-can"),
    ("trail",),
    ("trail", "verify"),
    ("trail", "tail"),
    ("tenants",),
    ("tenants", "onboard"),
    ("tenants", "list"),
    ("tenants", "show"),
    ("tenants", "suspend"),
    ("tenants", "resume"),
    ("tenants", "offboard"),
    ("tenants", "cancel-offboarding"),
    ("tenants", "drift"),
    ("tenants", "import-parameters"),
    ("tenants", "import"),
    ("tenants", "certificate"),
    ("tenants", "verify-certificate"),
    ("tenants", "cost"),
    ("tenants", "usage"),
    ("tenants", "roles"),
    ("doctor",),
    ("completions",),
]


@pytest.fixture
def run(lodge_binary: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the binary in an empty folder: `run("env", "--data", "data")`."""

    def run(*arguments: str | Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [lodge_binary, *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            cwd=tmp_path,
            env=environment_without_settings() | environment,
        )

    return run


Run = Callable[..., subprocess.CompletedProcess[str]]


def refused(result: subprocess.CompletedProcess[str], *parts: str) -> None:
    """A command that could not do its work says so in one line, with everything in `parts`, and exits with 1."""
    assert result.returncode == 1, result
    errors = [line for line in result.stderr.splitlines() if line.startswith("lodge: ")]
    assert len(errors) == 1, result.stderr
    for part in parts:
        assert part in errors[0], errors[0]
    assert "panicked" not in result.stderr


# Help.


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "lodge")
def test_every_command_explains_itself(run: Run, command: tuple[str, ...]) -> None:
    for flag in ("--help", "-h"):
        result = run(*command, flag)
        assert result.returncode == 0
        assert result.stderr == ""
        assert f"Usage: {' '.join(['lodge', *command])}" in result.stdout
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    for line, following in pairwise([*lines, ""]):
        # Every option says what it is for, on its line or, where the names of options are long, on the next.
        if re.fullmatch(r"  (-\w, |    )--[a-z0-9-]+( <\S+>)?(\.\.\.)?", line):
            assert re.fullmatch(r" {10,}\S.*", following), line


def test_help_lists_all_commands(run: Run) -> None:
    listed = set(re.findall(r"^  ([a-z]+) ", run("--help").stdout, re.MULTILINE)) - {"help"}
    assert listed == {command[0] for command in COMMANDS if command}


def test_a_version_is_shown(run: Run) -> None:
    assert re.fullmatch(r"lodge \d+\.\d+\.\d+\S*\n", run("--version").stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("up", "--fly"),
        ("up", "--listen", "somewhere"),
        ("up", "--region", "No Where"),
        ("env", "--shell", "basic"),
        ("account", "create"),
        ("policy", "evaluate"),
        ("trail", "tail", "-n", "many"),
        ("completions", "basic"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_refused_with_the_usage(run: Run, arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert "Usage: " in result.stderr or "--help" in result.stderr
    assert list(tmp_path.iterdir()) == []


# Completions.


def test_bash_completes(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "lodge.bash"
    script.write_text(run("completions", "bash").stdout)

    def complete(*words: str) -> list[str]:
        """What the shell offers for the last of the words."""
        asking = """
            source "$0"
            function=$(complete -p lodge | sed 's/.*-F \\([^ ]*\\).*/\\1/')
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            "$function" lodge "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
        """
        command = ["bash", "-c", asking, str(script), *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()

    assert complete("lodge", "tr") == ["trail"]
    assert set(complete("lodge", "trail", "")) >= {"verify", "tail"}
    assert complete("lodge", "up", "--boot") == ["--bootstrap"]


@pytest.mark.parametrize(("shell", "mark"), [("zsh", "#compdef lodge"), ("fish", "complete -c lodge")])
def test_other_shells_complete_every_command(run: Run, shell: str, mark: str) -> None:
    result = run("completions", shell)
    assert result.returncode == 0
    assert mark in result.stdout
    for command in COMMANDS:
        for word in command:
            assert word in result.stdout
    for option in ("bootstrap", "passphrase-file", "public-key"):
        assert option in result.stdout
    program = shutil.which(shell)
    if program:
        checked = subprocess.run([program, "-n"], input=result.stdout, text=True, capture_output=True)
        assert checked.returncode == 0, checked.stderr


# env.


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_env_points_the_aws_cli_at_lodge(lodge: Lodge, shell: str) -> None:
    script = 'eval "$(lodge env --data "$DATA")" && aws kms list-keys && aws sts get-caller-identity --query Arn --output text'
    result = shell_run(
        lodge.binary, shell, script, DATA=str(lodge.data), AWS_SESSION_TOKEN="stale", AWS_PROFILE="stale"
    )
    assert result.returncode == 0, result.stderr
    assert '"Keys"' in result.stdout
    assert re.search(r"^arn:aws:iam::\d{12}:user/admin$", result.stdout, re.MULTILINE)


def test_env_says_the_same_in_every_form(lodge: Lodge) -> None:
    data = ("--data", str(lodge.data))
    values = json.loads(lodge.run("env", "--json", *data).stdout)
    assert set(values) == {
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_REGION",
        "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL",
        "AWS_CA_BUNDLE",
    }
    assert values["AWS_ENDPOINT_URL"] == lodge.endpoint
    assert values["AWS_CA_BUNDLE"] == str(lodge.ca)
    for shell, sets, unsets in [
        ("sh", "export {}='{}'", "unset {}"),
        ("fish", "set -gx {} '{}'", "set -e {}"),
        ("powershell", "$env:{} = '{}'", "Remove-Item Env:{} -ErrorAction SilentlyContinue"),
    ]:
        lines = set(lodge.run("env", "--shell", shell, *data).stdout.splitlines())
        assert lines == {sets.format(name, value) for name, value in values.items()} | {
            unsets.format(name) for name in ("AWS_SESSION_TOKEN", "AWS_PROFILE")
        }


def test_env_survives_any_folder_name(lodge_binary: Path, tmp_path: Path) -> None:
    folder = tmp_path / 'it\'s a "folder" $(here) \\'
    folder.mkdir()
    lodge = Lodge(lodge_binary, folder, two_accounts())
    lodge.start()
    try:
        result = shell_run(
            lodge_binary,
            "sh",
            'eval "$(lodge env)" && aws kms list-keys >/dev/null && printf %s "$AWS_CA_BUNDLE"',
            LODGE_DATA=str(lodge.data),
        )
        assert result.stdout == str(lodge.ca), result.stderr
        # What `up` prints to copy works as well.
        wait_for(lambda: "eval " in lodge.output(), 10, "the commands to be printed")
        (told,) = re.findall(r"^  (eval .*)$", lodge.output(), re.MULTILINE)
        result = shell_run(lodge_binary, "sh", f'{told}; printf %s "$AWS_CA_BUNDLE"')
        assert result.stdout == str(lodge.ca), result.stderr
    finally:
        lodge.stop()


def test_env_over_plain_http_names_no_certificate(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(http=True, arguments=("--region", "eu-central-1"))
    lines = lodge.run("env", "--data", str(lodge.data)).stdout.splitlines()
    assert "unset AWS_CA_BUNDLE" in lines
    assert "export AWS_REGION='eu-central-1'" in lines
    assert f"export AWS_ENDPOINT_URL='{lodge.endpoint}'" in lines


# account.


def test_accounts_are_made_and_listed(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    data = ("--data", str(lodge.data))
    made = lodge.run("account", "create", "Payments Team", *data)
    (account_id,) = re.findall(r"Made account (\d{12}) \(Payments Team\)", made.stdout)
    status = json.loads(lodge.run("account", "create", "Other", "--email", "other@example.com", "--json", *data).stdout)
    assert (status["State"], status["AccountName"]) == ("SUCCEEDED", "Other")

    listed = {each["Id"]: each for each in json.loads(lodge.run("account", "list", "--json", *data).stdout)}
    assert set(listed) >= {account_id, status["AccountId"], "111122223333", "444455556666"}
    assert listed[status["AccountId"]]["Email"] == "other@example.com"
    assert listed[account_id]["Status"] == "ACTIVE"
    head, *lines = lodge.run("account", "list", *data).stdout.splitlines()
    assert head.split() == ["ID", "NAME", "STATUS", "EMAIL"]
    assert {line.split()[0] for line in lines} == set(listed)
    assert any(re.match(rf"{account_id}  Payments Team +ACTIVE ", line) for line in lines)

    # The command that `create` prints works.
    (told,) = re.findall(r"^  (aws .*)$", made.stdout, re.MULTILINE)
    result = shell_run(lodge.binary, "sh", f'eval "$(lodge env --data "$DATA")"; {told}', DATA=str(lodge.data))
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["AssumedRoleUser"]["Arn"].startswith(f"arn:aws:sts::{account_id}:assumed-role/")

    # An address belongs to one account.
    twice = lodge.run("account", "create", "Again", "--email", "other@example.com", *data, check=False)
    assert twice.returncode == 1
    assert "EMAIL_ALREADY_EXISTS" in twice.stderr
    bad = lodge.run("account", "create", "Bad", "--email", "nobody", *data, check=False)
    assert bad.returncode == 1
    assert "email" in bad.stderr.lower()
    lodge.restart()
    assert {each["Id"] for each in json.loads(lodge.run("account", "list", "--json", *data).stdout)} == set(listed)


def test_accounts_need_a_running_lodge(fresh_lodge: Lodge) -> None:
    commands = (("account", "list"), ("account", "create", "Late"))
    data = ("--data", str(fresh_lodge.data))
    fresh_lodge.stop()
    for command in commands:
        refused(fresh_lodge.run(*command, *data, check=False), f"lodge up --data {fresh_lodge.data}")
    fresh_lodge.start()
    fresh_lodge.kill()
    for command in commands:
        refused(
            fresh_lodge.run(*command, *data, check=False), "could not reach Lodge at https://127.0.0.1:", "lodge up"
        )


# policy evaluate.


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_documented_cases_are_decided_as_their_names_say(run: Run, case: Path) -> None:
    expected = OUTCOMES[case.stem.rpartition(".")[2]]
    answer = run("policy", "evaluate", case)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split()[0] == expected
    verdict = run("policy", "evaluate", "--json", case)
    assert verdict.returncode == 0
    assert json.loads(verdict.stdout)["decision"] == expected
    piped = run("policy", "evaluate", "-", stdin=case.read_text())
    assert piped.stdout == answer.stdout


def test_the_cases_are_found() -> None:
    assert {case.stem.rpartition(".")[2] for case in CASES} == set(OUTCOMES)


def test_the_documents_example_answers_what_it_shows(run: Run) -> None:
    text = (DOCS / "policy-evaluate.md").read_text()
    blocks = {kind: block for kind, block in re.findall(r"^```(json|text)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)}
    assert run("policy", "evaluate", "-", stdin=blocks["json"]).stdout.strip() == blocks["text"].strip()


def test_cases_that_cannot_be_decided_are_refused(run: Run, tmp_path: Path) -> None:
    refused(run("policy", "evaluate", "absent.json"), "could not read the case", "absent.json", "No such file")
    good = {"principal": "111122223333", "action": "kms:Encrypt", "resource": "*"}
    for bad, part in [
        ("", "EOF"),
        ("{", "EOF"),
        ("[]", "case"),
        (json.dumps({"principal": "111122223333", "resource": "*"}), "action"),
        (json.dumps(good | {"identityPolicy": []}), "identityPolicy"),
        (json.dumps(good | {"principal": "ann"}), "ann"),
        (
            json.dumps(good | {"identityPolicies": [{"Version": "2012-10-17", "Statement": [{"Effect": "Maybe"}]}]}),
            "Effect",
        ),
    ]:
        refused(run("policy", "evaluate", "-", stdin=bad), "the case from standard input cannot be decided", part)
    (tmp_path / "deep.json").write_text("[" * 100_000)
    refused(run("policy", "evaluate", "deep.json"), "cannot be decided")


# doctor.


def test_doctor_finds_a_folder_sound(lodge: Lodge) -> None:
    result = lodge.run("doctor", "--data", str(lodge.data))
    assert "BAD" not in result.stdout
    assert re.search(r"^ok +audit log +whole, \d+ records$", result.stdout, re.MULTILINE)
    report = json.loads(lodge.run("doctor", "--json", "--data", str(lodge.data)).stdout)
    assert report["sound"] is True
    names = {check["check"] for check in report["checks"]}
    assert names >= {"core dumps", "memory", "data folder", "disk space", "server", "root key", "audit log"}


def test_doctor_says_what_to_mend(fresh_lodge: Lodge, run: Run) -> None:
    nowhere = run("doctor", "--data", "nowhere")
    assert nowhere.returncode == 1
    assert re.search(r"^BAD +data folder +there is no data folder at nowhere", nowhere.stdout, re.MULTILINE)

    fresh_lodge.stop()
    data = fresh_lodge.data

    def doctor() -> tuple[int, dict[str, tuple[str, str]]]:
        result = run("doctor", "--json", "--data", data)
        report = json.loads(result.stdout)
        assert report["sound"] == (result.returncode == 0)
        return result.returncode, {check["check"]: (check["level"], check["text"]) for check in report["checks"]}

    assert doctor()[0] == 0
    data.chmod(0o755)
    status, checks = doctor()
    assert status == 0
    assert checks["data folder"] == ("advice", f"others can look into it: say 'chmod 700 {data}'")
    data.chmod(0o700)

    (data / "root.key").chmod(0o644)
    status, checks = doctor()
    assert status == 1
    assert checks["root key"][0] == "BAD"
    (data / "root.key").chmod(0o600)

    segment = data / "trail" / "000000000001.jsonl"
    untouched = segment.read_bytes()
    segment.write_bytes(untouched.replace(b"CreateUser", b"DeleteUser", 1))
    status, checks = doctor()
    assert status == 1
    assert checks["audit log"][0] == "BAD"
    assert "lodge trail verify" in checks["audit log"][1]
    segment.write_bytes(untouched)
    assert doctor()[0] == 0


# Folders.


@pytest.mark.parametrize(
    "command",
    [("env",), ("account", "list"), ("account", "create", "x"), ("trail", "verify"), ("trail", "tail")],
    ids=" ".join,
)
def test_without_a_data_folder_there_is_nothing_to_do(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    refused(run(*command), "there is no data folder at lodge-data", "lodge up")
    refused(run(*command, LODGE_DATA="elsewhere"), "there is no data folder at elsewhere", "lodge up --data elsewhere")
    (tmp_path / "file").write_text("")
    refused(run(*command, "--data", "file"), "file is not a folder")
    (tmp_path / "empty").mkdir(mode=0o700)
    refused(run(*command, "--data", "empty"))
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_folder_that_others_can_write_to_is_refused(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    refused(run("up", "--listen", "127.0.0.1:0", "--data", folder), f"chmod go-w {folder}")
    assert list(folder.iterdir()) == []


def test_a_data_folder_is_for_its_owner_alone(lodge: Lodge) -> None:
    assert lodge.data.stat().st_mode & 0o777 == 0o700
    for file in lodge.data.rglob("*"):
        public = file.name in ("tls", "ca.pem")
        assert file.stat().st_mode & (0o022 if public else 0o077) == 0, file


# The root key.


def test_a_root_key_that_others_can_read_is_refused(fresh_lodge: Lodge) -> None:
    fresh_lodge.stop()
    root_key = fresh_lodge.data / "root.key"
    for mode in (0o640, 0o604, 0o644):
        root_key.chmod(mode)
        for command in (("up", "--listen", "127.0.0.1:0"), ("env",), ("trail", "verify")):
            result = fresh_lodge.run(*command, "--data", str(fresh_lodge.data), check=False)
            refused(result, "root.key", "chmod 600")
    root_key.chmod(0o600)
    fresh_lodge.start()


def test_another_root_key_is_refused(fresh_lodge: Lodge, make_lodge: Callable[..., Lodge]) -> None:
    other = make_lodge()
    fresh_lodge.stop()
    root_key = fresh_lodge.data / "root.key"
    own = root_key.read_bytes()
    for wrong in ((other.data / "root.key").read_bytes(), own[:-10], b"", own.replace(b"key: ", b"kei: ")):
        root_key.write_bytes(wrong)
        result = fresh_lodge.run("up", "--listen", "127.0.0.1:0", "--data", str(fresh_lodge.data), check=False)
        refused(result, "root.key")
    root_key.unlink()
    result = fresh_lodge.run("up", "--listen", "127.0.0.1:0", "--data", str(fresh_lodge.data), check=False)
    refused(result, "root.key")
    # In particular no new key was made.
    assert not root_key.exists()
    root_key.write_bytes(own)
    root_key.chmod(0o600)
    fresh_lodge.start()


def test_a_passphrase_protects_the_root_key(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    right, wrong, empty = tmp_path / "right", tmp_path / "wrong", tmp_path / "empty"
    write_private(right, "four words of it\n")
    write_private(wrong, "other words of it\n")
    write_private(empty, "\n")
    lodge = make_lodge(arguments=("--passphrase-file", str(right)))
    assert b"passphrase" in (lodge.data / "root.key").read_bytes()
    with_right = ("--passphrase-file", str(right))
    data = ("--data", str(lodge.data))
    lodge.run("env", *data, *with_right)
    lodge.run("trail", "verify", *data, *with_right)
    lodge.run("account", "list", *data, *with_right)
    assert lodge.run("doctor", *data, *with_right).returncode == 0
    lodge.restart()
    lodge.stop()
    for command in (("env",), ("trail", "verify"), ("up", "--listen", "127.0.0.1:0")):
        refused(lodge.run(*command, *data, "--passphrase-file", str(wrong), check=False), "passphrase")
        refused(lodge.run(*command, *data, "--passphrase-file", str(empty), check=False), str(empty), "empty")
        refused(lodge.run(*command, *data, "--passphrase-file", str(tmp_path / "absent"), check=False), "absent")
        refused(lodge.run(*command, *data, check=False), "--passphrase-file")
    lodge.start()
    assert lodge.client("kms", "A/admin").list_keys()["Keys"] == []


def test_a_passphrase_is_asked_for_at_a_terminal(lodge_binary: Path, tmp_path: Path) -> None:
    up = ["up", "--data", "data", "--listen", "127.0.0.1:0", "--ready-file", "ready.json"]
    differ = Terminal(lodge_binary, [*up, "--passphrase"], tmp_path)
    differ.answer("Passphrase of the root key: ", "first secret of five words")
    differ.answer("The same again: ", "other secret of five words")
    assert differ.wait() == 1
    assert "the two passphrases differ" in differ.shown

    first = Terminal(lodge_binary, [*up, "--passphrase"], tmp_path)
    first.answer("Passphrase of the root key: ", "first secret of five words")
    first.answer("The same again: ", "first secret of five words")
    wait_for((tmp_path / "ready.json").exists, 30, "the first start")
    first.process.send_signal(signal.SIGINT)
    assert first.wait() == 0
    assert "secret of" not in first.shown

    second = Terminal(lodge_binary, ["trail", "verify", "--data", "data"], tmp_path)
    second.answer("Passphrase of the root key: ", "first secret of five words")
    assert second.wait() == 0
    assert "nothing was edited" in second.shown
    third = Terminal(lodge_binary, ["trail", "verify", "--data", "data"], tmp_path)
    third.answer("Passphrase of the root key: ", "other secret of five words")
    assert third.wait() == 1
    assert "nothing was edited" not in third.shown


def test_a_first_start_without_its_passphrase_spoils_nothing(run: Run, lodge_binary: Path, tmp_path: Path) -> None:
    up = ("up", "--data", "data", "--listen", "127.0.0.1:0")
    refused(run(*up, "--passphrase"), "--passphrase-file")
    write_private(tmp_path / "short", "too short")
    refused(run(*up, "--passphrase-file", "short"), "15 characters")
    lodge = Lodge(lodge_binary, tmp_path, two_accounts())
    lodge.start()
    lodge.stop()


# Starting.


def test_a_port_in_use_is_refused(fresh_lodge: Lodge, run: Run) -> None:
    address = fresh_lodge.endpoint.removeprefix("https://")
    refused(run("up", "--data", "data", "--listen", address), f"could not listen on {address}", "--listen")


def test_the_key_of_the_first_start_is_shown_once(fresh_lodge: Lodge) -> None:
    wait_for(lambda: "aws kms list-keys" in fresh_lodge.output(), 10, "the key to be shown")
    shown = fresh_lodge.output()
    assert len(re.findall(r"AWS_SECRET_ACCESS_KEY +\S+", shown)) == 1
    assert str(fresh_lodge.data / "root.key") in shown
    fresh_lodge.restart()
    assert len(re.findall(r"AWS_SECRET_ACCESS_KEY +\S+", fresh_lodge.output())) == 1
    (key_id,) = re.findall(r"AWS_ACCESS_KEY_ID +(AKIA\S+)", shown)
    assert f"'{key_id}'" in fresh_lodge.run("env", "--data", str(fresh_lodge.data)).stdout


def test_output_into_a_file_has_no_colours(fresh_lodge: Lodge) -> None:
    fresh_lodge.restart()
    assert "\x1b" not in fresh_lodge.output()


def test_the_ready_file_says_where_and_who(fresh_lodge: Lodge, tmp_path: Path) -> None:
    running = json.loads((fresh_lodge.data / "running.json").read_text())
    assert running == {"endpoint": fresh_lodge.endpoint, "ca": str(fresh_lodge.ca), "pid": fresh_lodge.pid}


def test_ctrl_c_stops_cleanly(lodge_binary: Path, tmp_path: Path) -> None:
    ready = tmp_path / "ready.json"
    process = subprocess.Popen(
        [lodge_binary, "up", "--data", tmp_path / "data", "--listen", "127.0.0.1:0", "--ready-file", ready],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment_without_settings(),
    )
    wait_for(ready.exists, 30, "Lodge to be ready")
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0


# Output that goes nowhere.


@pytest.mark.parametrize(
    "command",
    [
        ("env",),
        ("env", "--json"),
        ("account", "list"),
        ("trail", "tail"),
        ("trail", "verify"),
        ("doctor",),
        ("completions", "bash"),
    ],
    ids=" ".join,
)
def test_output_that_cannot_be_written_is_an_error(lodge: Lodge, command: tuple[str, ...]) -> None:
    data = () if command[0] == "completions" else ("--data", str(lodge.data))
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [lodge.binary, *command, *data],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            env=environment_without_settings(),
        )
    assert result.returncode == 1, result
    assert result.stderr.startswith("lodge: "), result.stderr
    assert "panicked" not in result.stderr


def test_a_reader_that_has_seen_enough_is_no_error(lodge: Lodge) -> None:
    script = 'set -o pipefail; lodge trail tail -n 100000 --json --data "$DATA" | head -c 1 >/dev/null'
    result = shell_run(lodge.binary, "bash", script, DATA=str(lodge.data))
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("broken", ["a pipe that nobody reads", "a full disk"])
def test_a_server_whose_output_goes_nowhere_serves(lodge_binary: Path, tmp_path: Path, broken: str) -> None:
    ready = tmp_path / "ready.json"
    if broken == "a full disk":
        output = os.open("/dev/full", os.O_WRONLY)
    else:
        reader, output = os.pipe()
        os.close(reader)
    process = subprocess.Popen(
        [lodge_binary, "up", "--data", tmp_path / "data", "--listen", "127.0.0.1:0", "--ready-file", ready],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        env=environment_without_settings(),
    )
    os.close(output)
    try:
        wait_for(lambda: ready.exists() or process.poll() is not None, 30, "Lodge to be ready")
        script = 'eval "$(lodge env --data "$DATA")" && aws kms list-keys'
        for _ in range(2):
            result = shell_run(lodge_binary, "sh", script, DATA=str(tmp_path / "data"))
            assert process.poll() is None, f"the server ended with {process.poll()}"
            assert result.returncode == 0, result.stderr
    finally:
        process.terminate()
        assert process.wait(30) == 0


# Bootstrap.


def test_a_bootstrap_file_describes_a_state(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    described = two_accounts()
    lodge = make_lodge(described)
    kms = lodge.client("kms", "A/admin")
    file = tmp_path / "again.json"

    def apply() -> None:
        """Starts with the file once more."""
        write_private(file, json.dumps(described))
        lodge.stop()
        process = subprocess.Popen(
            [
                lodge.binary,
                "up",
                "--data",
                lodge.data,
                "--listen",
                "127.0.0.1:0",
                "--bootstrap",
                file,
                "--ready-file",
                tmp_path / "ready",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env=environment_without_settings(),
        )
        wait_for(
            lambda: (tmp_path / "ready").exists() or process.poll() is not None, 30, "the bootstrap file to be applied"
        )
        process.terminate()
        _, errors = process.communicate(timeout=30)
        assert process.returncode == 0, errors
        (tmp_path / "ready").unlink()
        lodge.start()

    def aliases() -> dict[str, Any]:
        kms = lodge.client("kms", "A/admin")
        return {
            alias["AliasName"]: alias["TargetKeyId"]
            for alias in kms.list_aliases()["Aliases"]
            if "TargetKeyId" in alias
        }

    assert aliases() == {}
    del kms
    policy = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "kms:*", "Resource": "*"}],
    }
    described["accounts"][0]["keys"].append(key(["alias/one"], policy, description="first"))
    apply()
    made = aliases()
    assert set(made) == {"alias/one"}
    # The same again changes nothing; a change changes only what it says.
    apply()
    assert aliases() == made
    described["accounts"][0]["keys"][0] |= {
        "description": "second",
        "aliases": ["alias/one", "alias/uno"],
        "tags": {"a": "b"},
    }
    apply()
    assert aliases() == made | {"alias/uno": made["alias/one"]}
    kms = lodge.client("kms", "A/admin")
    assert kms.describe_key(KeyId="alias/one")["KeyMetadata"]["Description"] == "second"
    assert kms.list_resource_tags(KeyId=made["alias/one"])["Tags"] == [{"TagKey": "a", "TagValue": "b"}]


def bad_bootstraps() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Files that cannot be used, and what the error must name."""

    def file(**changes: Any) -> str:  # noqa: ANN401 (JSON)
        return json.dumps(
            world(account("777788889999", "first"), account("111122223333", "A", users=[administrator()]) | changes)
        )

    user = administrator()
    policy = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}],
    }
    broken = {"Version": "2012-10-17", "Statement": [{"Effect": "Perhaps", "Action": "*", "Resource": "*"}]}
    return {
        "not JSON": ("{", ("line 1",)),
        "a list": ("[]", ("bootstrap file",)),
        "no accounts": ("{}", ("accounts",)),
        "an unknown field": (json.dumps(two_accounts() | {"acounts": []}), ("acounts",)),
        "an account's unknown field": (file(user=[]), ("user",)),
        "an account id that is none": (file(id="12345"), ("account id", "12 digits", "line 1")),
        "a user name that is none": (file(users=[user | {"name": "a b"}]), ("a b",)),
        "a short secret": (
            file(users=[user | {"accessKeys": [{"id": user["accessKeys"][0]["id"], "secret": "x"}]}]),
            ("secret",),
        ),
        "a user's broken policy": (file(users=[user | {"policies": {"p": broken}}]), ("111122223333", "Effect")),
        "a role's broken trust": (file(roles=[role("R", ADMINISTRATOR)]), ("111122223333", "R")),
        "a region that is none": (file(keys=[key(["alias/a"], policy, region="Nowhere!")]), ("region name", "line 1")),
        "an alias that is none": (file(keys=[key(["a"], policy)]), ("111122223333", "key a")),
        "a reserved alias": (file(keys=[key(["alias/aws/s3"], policy)]), ("alias/aws/s3",)),
        "a broken key policy": (file(keys=[key(["alias/a"], broken)]), ("alias/a",)),
        "one alias for two keys": (
            file(keys=[key(["alias/a"], policy), key(["alias/b", "alias/a"], policy)]),
            ("alias/a",),
        ),
    }


@pytest.mark.parametrize(("text", "parts"), bad_bootstraps().values(), ids=bad_bootstraps().keys())
def test_a_bootstrap_file_that_cannot_be_used_changes_nothing(
    run: Run, lodge_binary: Path, tmp_path: Path, text: str, parts: tuple[str, ...]
) -> None:
    write_private(tmp_path / "bad.json", text)
    up = ("up", "--data", "data", "--listen", "127.0.0.1:0")
    refused(run(*up, "--bootstrap", "bad.json"), *parts)

    lodge = Lodge(lodge_binary, tmp_path, two_accounts())
    lodge.start()
    try:
        accounts = json.loads(lodge.run("account", "list", "--json", "--data", str(lodge.data)).stdout)
        assert "777788889999" not in {each["Id"] for each in accounts}
    finally:
        lodge.stop()


def test_files_that_hold_secrets_must_be_private(run: Run, tmp_path: Path) -> None:
    write_private(tmp_path / "world.json", json.dumps(two_accounts()))
    write_private(tmp_path / "passphrase", "four words of it")
    up = (
        "up",
        "--data",
        "data",
        "--listen",
        "127.0.0.1:0",
        "--bootstrap",
        "world.json",
        "--passphrase-file",
        "passphrase",
    )
    for name in ("world.json", "passphrase"):
        (tmp_path / name).chmod(0o640)
        refused(run(*up), name, "others can read it", f"chmod 600 {name}")
        (tmp_path / name).chmod(0o600)


def test_a_bootstrap_file_that_is_not_there_is_named(run: Run) -> None:
    refused(
        run("up", "--data", "data", "--listen", "127.0.0.1:0", "--bootstrap", "absent.json"),
        "absent.json",
        "No such file",
    )


# Equipment.


def write_private(file: Path, text: str) -> None:
    """Writes a file for its owner alone."""
    file.touch(mode=0o600)
    file.write_text(text)


def shell_run(binary: Path, shell: str, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a script that finds `lodge` and `aws` on its PATH."""
    path = ":".join([str(binary.parent), str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [shell, "-c", script],
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env=environment_without_settings() | {"PATH": path, "AWS_PAGER": ""} | environment,
    )


class Terminal:
    """A command at a terminal of its own."""

    def __init__(self, binary: Path, arguments: list[str], folder: Path) -> None:
        self._ours, theirs = pty.openpty()
        self.shown = ""
        self._asked = 0
        self.process = subprocess.Popen(
            [binary, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=environment_without_settings(),
            start_new_session=True,
        )
        os.close(theirs)

    def answer(self, prompt: str, line: str) -> None:
        """Waits for a prompt that does not show what is typed, and types a line."""
        self._asked += 1
        while self.shown.count(": ") < self._asked:
            assert self._more(), f"{prompt!r} was not asked: {self.shown}"
        assert self.shown.splitlines()[-1] == prompt
        wait_for(lambda: not termios.tcgetattr(self._ours)[3] & termios.ECHO, 10, "typing not to be shown")
        os.write(self._ours, f"{line}\n".encode())

    def wait(self) -> int:
        """Waits for the end and gives the exit code."""
        while self._more():
            pass
        os.close(self._ours)
        return self.process.wait(20)

    def _more(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], 30)
        assert ready, f"nothing more came after {self.shown!r}"
        try:
            more = os.read(self._ours, 4096)
        except OSError:
            # The other side is closed.
            return False
        self.shown += more.decode(errors="replace")
        return bool(more)
