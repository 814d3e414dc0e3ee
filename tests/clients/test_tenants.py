"""`lodge tenants`: onboarding, suspension, offboarding, many tenants at once, and drift."""

import contextlib
import json
import os
import pty
import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from interceptor import Interceptor
from lodge import Credentials, Lodge, refused, wait_for
from tenants import ACCOUNT, ROLE, Client, Found, Tenants, found, grant_on, metadata, session, tags, two_services

# One tenant.


def test_onboarding_makes_what_the_article_describes(
    tenants_lodge: Lodge, tenants: Tenants, tenants_kms: Client
) -> None:
    outcome = tenants("onboard", "123")
    assert (outcome["tenant"], outcome["alias"], outcome["status"]) == ("123", "alias/customer-123", "active")
    assert [action["kind"] for action in outcome["done"]] == ["createKey", "enableRotation", "createAlias"]

    it = found(tenants_kms, "123")
    assert it.others == ()
    assert it.live is not None
    assert (it.live["state"], it.live["origin"], it.live["rotation"]) == ("Enabled", "AWS_KMS", True)
    assert it.live["tags"] == {"lodge:tenant": "123"}
    service, administration = it.live["policy"]["Statement"]
    assert it.live["policy"]["Id"] == "TenantKeyPolicy"
    assert service == {
        "Sid": "AllowServiceARoleViaAlias",
        "Effect": "Allow",
        "Principal": {"AWS": ROLE},
        "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
        "Resource": "*",
        "Condition": {"StringLike": {"kms:RequestAlias": "alias/customer-123"}},
    }
    assert administration["Principal"] == {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}

    # The role uses the key by the tenant's alias and in no other way; administrators manage it and do not use it.
    service_b = tenants_lodge.client("kms", session(tenants_lodge, "123"))
    sealed = service_b.encrypt(KeyId="alias/customer-123", Plaintext=b"x")["CiphertextBlob"]
    assert service_b.decrypt(KeyId="alias/customer-123", CiphertextBlob=sealed)["Plaintext"] == b"x"
    with refused("AccessDeniedException"):
        service_b.encrypt(KeyId=outcome["key"]["id"], Plaintext=b"x")
    with refused("AccessDeniedException"):
        tenants_kms.encrypt(KeyId="alias/customer-123", Plaintext=b"x")
    with refused("AccessDeniedException"):
        tenants_kms.create_grant(KeyId=outcome["key"]["id"], GranteePrincipal=ROLE, Operations=["Decrypt"])

    # Again: nothing to do.
    assert tenants("onboard", "123")["done"] == []
    assert found(tenants_kms, "123") == it


def test_ids_that_an_alias_cannot_hold_are_mapped(tenants: Tenants, tenants_kms: Client) -> None:
    outcome = tenants("onboard", "acme.com:ü")
    assert (outcome["tenant"], outcome["alias"]) == ("acme.com:ü", "alias/customer-x--acme_2ecom_3a_c3_bc")
    assert "acme.com:ü" in [it["tenant"] for it in tenants("list")]
    assert tags(tenants_kms, outcome["key"]["id"]) == {"lodge:tenant": "x--acme_2ecom_3a_c3_bc"}


@pytest.mark.parametrize(
    ("tenant", "part"),
    [("", "empty"), ("a\tb", "control character"), ("é" * 80, "too long")],
    ids=["empty", "control", "long"],
)
def test_wrong_ids_are_refused_before_anything_is_called(tenants: Tenants, tenant: str, part: str) -> None:
    for command in ("onboard", "show", "suspend", "resume", "offboard", "cancel-offboarding", "drift"):
        result = tenants.run(command, tenant)
        assert result.returncode == 2
        assert part in result.stderr


def test_unknown_tenants(tenants: Tenants) -> None:
    for command in ("show", "suspend", "resume", "offboard", "cancel-offboarding", "drift"):
        assert "there is no tenant 'nobody'" in tenants.refused(command, "nobody")


def test_show_tells_everything(tenants: Tenants) -> None:
    key = tenants("onboard", "shown")["key"]
    shown = tenants("show", "shown")
    assert shown["key"] == key
    assert (shown["status"], shown["rotation"], shown["tags"]) == ("active", True, {"lodge:tenant": "shown"})
    text = tenants.run("show", "shown").stdout
    for part in ("active", key["arn"], "alias/customer-shown", "lodge:tenant=shown", "AllowServiceARoleViaAlias"):
        assert part in text


def test_forbidden_and_unknown_callers_are_told(tenants_lodge: Lodge) -> None:
    assert "AccessDeniedException" in Tenants(tenants_lodge, "A/nobody").refused("onboard", "x")
    stranger = Tenants(tenants_lodge, Credentials("AKIASTRANGER00000000", "secret"))
    assert "was refused" in stranger.refused("list")


def test_a_missing_role_is_explained(tenants: Tenants) -> None:
    message = tenants.refused("onboard", "without-role", "--role", "NoSuchRole")
    assert f"arn:aws:iam::{ACCOUNT}:role/NoSuchRole does not exist" in message
    assert "lodge tenants roles --apply" in message


def test_settings_come_as_with_the_aws_cli(tenants_lodge: Lodge, tmp_path: Path) -> None:
    credentials = tenants_lodge.credentials("A/admin")
    config = tmp_path / "config"
    config.write_text(
        f"[profile keys]\nregion = us-east-1\naws_access_key_id = {credentials.access_key_id}\n"
        f"aws_secret_access_key = {credentials.secret_access_key}\nendpoint_url = {tenants_lodge.endpoint}\n"
    )
    tenants = Tenants(tenants_lodge)
    tenants("onboard", "of-profile")
    tenants.environment["AWS_CONFIG_FILE"] = str(config)
    nobody = tenants_lodge.credentials("A/nobody")
    tenants.environment["AWS_ACCESS_KEY_ID"] = nobody.access_key_id
    tenants.environment["AWS_SECRET_ACCESS_KEY"] = nobody.secret_access_key
    assert "AccessDenied" in tenants.refused("list")
    assert tenants("show", "of-profile", "--profile", "keys")["status"] == "active"
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_ENDPOINT_URL", "AWS_REGION", "AWS_DEFAULT_REGION"):
        del tenants.environment[name]
    assert tenants("show", "of-profile", "--profile", "keys")["status"] == "active"
    assert "no region is set" in tenants.refused("list", "--endpoint-url", tenants_lodge.endpoint)
    assert "got no answer" in tenants.refused("list", "--profile", "keys", "--endpoint-url", "http://127.0.0.1:1")


def test_over_tls_with_the_authority_of_the_environment(fresh_lodge: Lodge) -> None:
    tenants = Tenants(fresh_lodge)
    assert tenants("list") == []
    del tenants.environment["AWS_CA_BUNDLE"]
    assert "got no answer" in tenants.refused("list")
    assert tenants("list", "--ca-bundle", str(fresh_lodge.ca)) == []
    assert "no-such-file" in tenants.refused("list", "--ca-bundle", "no-such-file")


# Killed anywhere.


def end_states(kms: Client, tenant: str) -> Found:
    """What is there of a tenant, after the life of its name is taken out."""
    it = found(kms, tenant)
    return Found(json.loads(json.dumps(it.live).replace(tenant, "TENANT")), it.others)


@pytest.mark.parametrize("answered", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("end", ["kill", "cut"])
def test_onboarding_goes_on_wherever_it_ended(
    tenants_lodge: Lodge, tenants: Tenants, tenants_kms: Client, answered: bool, end: str
) -> None:
    """At each request: SIGKILL, or a lost connection, before the request is passed on or after it was carried out."""
    tenants("onboard", "whole")
    wanted = end_states(tenants_kms, "whole")
    assert wanted.live is not None
    number = 0
    while True:
        number += 1
        tenant = f"{end}-{answered}-{number}"
        processes: list[Any] = []
        stopped = []

        def rule(
            at: int,
            name: str,
            is_answer: bool,
            number: int = number,
            processes: list[Any] = processes,
            stopped: list[str] = stopped,
        ) -> bool:
            if at < number or (at == number and is_answer != answered):
                return True
            stopped.append(name)
            if end == "kill":
                processes[0].kill()
            return False

        with Interceptor(tenants_lodge.endpoint, rule) as between:
            process = Tenants(tenants_lodge, endpoint=between.endpoint).start("onboard", tenant)
            processes.append(process)
            process.communicate(timeout=60)
        if not stopped:
            assert process.returncode == 0
            assert (
                between.names
                == ["GetCallerIdentity", "ListKeys", "ListAliases", "CreateKey", "EnableKeyRotation", "CreateAlias"]
                or number > 6
            )
            break
        assert process.returncode != 0
        tenants("onboard", tenant)
        assert end_states(tenants_kms, tenant) == wanted, f"request {number}, {stopped[0]}"
    assert number > 6


def test_two_at_once_make_one_tenant(tenants_lodge: Lodge, tenants_kms: Client) -> None:
    """Both have looked for keys before either makes one: one wins, and the other's key goes."""
    barrier = threading.Barrier(2)

    def rule(_: int, name: str, is_answer: bool) -> bool:
        if name == "CreateKey" and not is_answer:
            barrier.wait(30)
        return True

    with Interceptor(tenants_lodge.endpoint, rule) as between:
        both = [Tenants(tenants_lodge, endpoint=between.endpoint).start("--json", "onboard", "twice") for _ in range(2)]
        outputs = [json.loads(process.communicate(timeout=60)[0]) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    it = found(tenants_kms, "twice")
    assert it.live is not None
    assert it.others == ("PendingDeletion",)
    kinds = sorted([action["kind"] for action in output["done"]] for output in outputs)
    assert kinds == [
        ["createKey", "enableRotation", "createAlias"],
        ["createKey", "enableRotation", "foundTheAlias", "scheduleDeletion"],
    ]
    target = metadata(tenants_kms, "alias/customer-twice")["KeyId"]
    assert [output["key"]["id"] for output in outputs] == [target, target]


def test_a_loser_that_was_killed_leaves_nothing(tenants_lodge: Lodge, tenants: Tenants, tenants_kms: Client) -> None:
    """Its own key is there without an alias: saying the same again removes it, and not the winner's."""
    barrier = threading.Barrier(2)

    def rule(_: int, name: str, is_answer: bool) -> bool:
        if name == "CreateKey" and not is_answer:
            barrier.wait(30)
        return name != "ScheduleKeyDeletion"

    with Interceptor(tenants_lodge.endpoint, rule) as between:
        both = [Tenants(tenants_lodge, endpoint=between.endpoint).start("onboard", "loser") for _ in range(2)]
        for process in both:
            process.communicate(timeout=60)
    assert sorted(process.returncode for process in both) == [0, 1]
    assert found(tenants_kms, "loser").others == ("Enabled",)
    (drift,) = tenants("drift", "loser", code=3)["drifts"]
    assert [it["kind"] for it in drift["differences"]] == ["extraKey"]
    winner = metadata(tenants_kms, "alias/customer-loser")["KeyId"]
    assert [it["kind"] for it in tenants("onboard", "loser")["done"]] == ["scheduleDeletion"]
    assert metadata(tenants_kms, "alias/customer-loser")["KeyId"] == winner
    assert found(tenants_kms, "loser").others == ("PendingDeletion",)
    assert not tenants("drift", "loser")["drifted"]


# The life of a tenant.


def test_a_suspended_tenant_stops_within_a_second(tenants_lodge: Lodge, tenants: Tenants) -> None:
    """Measured with a session that is in use all the time."""
    tenants("onboard", "busy")
    service_b = tenants_lodge.client("kms", session(tenants_lodge, "busy"))
    successes: list[float] = []
    codes: set[str] = set()
    ended = threading.Event()

    def use() -> None:
        while not ended.is_set():
            try:
                service_b.encrypt(KeyId="alias/customer-busy", Plaintext=b"x")
                successes.append(time.monotonic())
            except ClientError as error:
                codes.add(error.response["Error"]["Code"])

    worker = threading.Thread(target=use)
    worker.start()
    wait_for(lambda: len(successes) > 5, 30, "the session to be in use")
    outcome = tenants("suspend", "busy", "--reason", "invoice 7 is unpaid")
    at = time.monotonic()
    wait_for(lambda: bool(codes), 5, "the session to be refused")
    count = len(successes)
    assert successes[-1] - at < 1.0
    assert outcome["status"] == "suspended"
    assert [it["kind"] for it in outcome["done"]] == ["disableKey", "tag"]
    shown = tenants("show", "busy")
    assert (shown["status"], shown["tags"]["lodge:suspended"]) == ("suspended", "invoice 7 is unpaid")
    assert "busy" in [it["tenant"] for it in tenants("list", "--status", "suspended")]
    # A suspension is no drift, and onboarding leaves it alone.
    assert not tenants("drift", "busy")["drifted"]
    assert tenants("onboard", "busy")["status"] == "suspended"

    assert len(successes) == count
    assert tenants("resume", "busy")["status"] == "active"
    wait_for(lambda: len(successes) > count, 5, "the session to work again")
    ended.set()
    worker.join()
    assert codes == {"DisabledException"}
    assert "lodge:suspended" not in tenants("show", "busy")["tags"]
    assert tenants("resume", "busy")["done"] == []
    assert "does not fit into a tag" in tenants.refused("suspend", "busy", "--reason", "a\nb")
    assert tenants("show", "busy")["status"] == "active"


def test_offboarding_can_be_taken_back(tenants_lodge: Lodge, tenants: Tenants, tenants_kms: Client) -> None:
    key = tenants("onboard", "leaving")["key"]["id"]
    service_b = tenants_lodge.client("kms", session(tenants_lodge, "leaving"))
    sealed = service_b.encrypt(KeyId="alias/customer-leaving", Plaintext=b"kept")["CiphertextBlob"]

    outcome = tenants("offboard", "leaving", "--days", "7")
    assert outcome["status"] == "offboarding"
    assert [it["kind"] for it in outcome["done"]] == ["tag", "scheduleKeyDeletion", "deleteAlias"]
    with refused("NotFoundException"):
        tenants_kms.describe_key(KeyId="alias/customer-leaving")
    assert metadata(tenants_kms, key)["KeyState"] == "PendingDeletion"
    assert tenants("offboard", "leaving")["done"] == []
    (listed,) = [it for it in tenants("list") if it["tenant"] == "leaving"]
    assert (listed["status"], listed["key"]["deletion"]) == ("offboarding", outcome["key"]["deletion"])
    assert tenants("show", "leaving")["status"] == "offboarding"
    assert not tenants("drift", "leaving")["drifted"]
    for command in ("onboard", "suspend", "resume"):
        assert outcome["key"]["deletion"] in tenants.refused(command, "leaving")

    back = tenants("cancel-offboarding", "leaving")
    assert (back["status"], back["key"]["id"]) == ("active", key)
    assert service_b.decrypt(KeyId="alias/customer-leaving", CiphertextBlob=sealed)["Plaintext"] == b"kept"
    assert found(tenants_kms, "leaving").live["tags"] == {"lodge:tenant": "leaving"}
    assert not tenants("drift", "leaving")["drifted"]
    assert "is not being offboarded" in tenants.refused("cancel-offboarding", "leaving")


def test_a_suspended_tenant_comes_back_suspended(tenants: Tenants) -> None:
    tenants("onboard", "unpaid")
    tenants("suspend", "unpaid", "--reason", "unpaid")
    tenants("offboard", "unpaid")
    assert tenants("cancel-offboarding", "unpaid")["status"] == "suspended"
    assert tenants("resume", "unpaid")["status"] == "active"


def test_a_tenant_that_comes_back_as_a_new_one(tenants: Tenants, tenants_kms: Client) -> None:
    first = tenants("onboard", "returning")["key"]["id"]
    tenants("offboard", "returning")
    second = tenants("onboard", "returning", "--anew")["key"]["id"]
    assert second != first
    it = found(tenants_kms, "returning")
    assert it.live is not None
    assert it.others == ("PendingDeletion",)
    assert not tenants("drift", "returning")["drifted"]
    assert "is not being offboarded" in tenants.refused("cancel-offboarding", "returning")


@pytest.mark.parametrize("command", ["suspend", "resume", "offboard", "cancel-offboarding"])
@pytest.mark.parametrize("answered", [False, True], ids=["before", "after"])
def test_every_other_step_goes_on_too(make_lodge: Callable[..., Lodge], command: str, answered: bool) -> None:
    world = make_lodge(two_services(), http=True)
    tenants, kms = Tenants(world), world.client("kms", "A/admin")
    before = {"resume": ["suspend"], "cancel-offboarding": ["offboard"]}.get(command, [])

    def prepared(tenant: str) -> str:
        tenants("onboard", tenant)
        for each in before:
            tenants(each, tenant)
        return tenant

    def state(tenant: str) -> str:
        it = end_states(kms, tenant)
        text = json.dumps([it.live, it.others])
        # When it was offboarded differs.
        return re.sub(r"\d{4}-\d\d-\d\dT[0-9:]+Z", "TIME", text)

    whole = prepared(f"whole-{command}-{answered}")
    tenants(command, whole)
    wanted = state(whole)
    number = 0
    while True:
        number += 1
        tenant = prepared(f"{command}-{answered}-{number}")
        with Interceptor(
            world.endpoint, lambda at, _, is_answer, n=number: at < n or (at == n and is_answer != answered)
        ) as between:
            result = Tenants(world, endpoint=between.endpoint).run(command, tenant)
        if len(between.names) < number:
            assert result.returncode == 0
            break
        again = tenants.run(command, tenant)
        # What was complete already cannot be taken back twice.
        assert again.returncode == 0 or "is not being offboarded" in again.stderr, again
        assert state(tenant) == wanted, f"request {number}: {between.names[-1]}"
    assert number > 3


# Many tenants.


def test_many_tenants_from_files(tmp_path: Path, make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(two_services(), http=True)
    tenants = Tenants(lodge)
    rows = [f"t{at:03}" for at in range(300)]
    csv = tmp_path / "tenants.csv"
    csv.write_text("tenant,byok\n" + "".join(f"{row},\n" for row in [*rows[:150], "", "é" * 80, *rows[150:]]))
    report = tenants("onboard", "--from", csv, code=1)
    assert (report["made"], report["unchanged"], report["completed"]) == (300, 0, 0)
    assert [(it["tenant"], it["error"].split(":")[0]) for it in report["failed"]] == [
        ("", "a tenant id is empty"),
        ("é" * 80, "a tenant id is too long"),
    ]
    assert report["failedRows"] == f"{csv}.failed"
    failed = Path(report["failedRows"])
    assert len(failed.read_text().splitlines()) == 3
    # What failed can be given again as it is.
    assert len(tenants("onboard", "--from", failed, code=1)["failed"]) == 2
    failed.write_text(failed.read_text().replace("é" * 80, "mended"))
    assert tenants("onboard", "--from", failed, code=1)["made"] == 1

    lines = "".join(json.dumps({"tenant": row}) + "\n" for row in [*rows, "one-more"])
    report = tenants("onboard", "--from", "-", stdin=lines, cwd=tmp_path)
    assert report == {"made": 1, "completed": 0, "unchanged": 300, "failed": [], "failedRows": None}
    listed = tenants("list")
    assert [it["tenant"] for it in listed] == sorted([*rows, "one-more", "mended"])
    assert {it["status"] for it in listed} == {"active"}
    assert len({it["key"]["id"] for it in listed}) == 302
    keys = lodge.client("kms", "A/admin").get_paginator("list_keys").paginate()
    assert sum(len(page["Keys"]) for page in keys) == 302
    assert tenants("drift") == {"tenants": 302, "drifts": [], "drifted": False}
    text = tenants.run("onboard", "--from", csv).stdout
    assert "0 made, 0 completed, 300 already there, 2 failed" in text
    assert f"lodge tenants onboard --from {csv}.failed" in text


def test_a_terminal_shows_how_far_it_is(tenants_lodge: Lodge, tmp_path: Path) -> None:
    """A bar with rate and time on standard error; none for programs."""
    file = tmp_path / "rows"
    file.write_text("tenant\n" + "".join(f"bar{at}\n" for at in range(30)))
    terminal, end = pty.openpty()
    tenants = Tenants(tenants_lodge)
    process = subprocess.Popen(
        [tenants_lodge.binary, "tenants", "onboard", "--from", file],
        env=tenants.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=end,
    )
    os.close(end)
    shown = b""
    with contextlib.suppress(OSError):
        while data := os.read(terminal, 4096):
            shown += data
    os.close(terminal)
    assert process.wait(60) == 0
    # First, how many there are is not known.
    assert shown.startswith(b"looking at the keys that there are"), shown
    assert re.search(rb"\[[#.]{30}\] \d+ of 30 tenants, \d+/s, \d+:\d\d to go", shown), shown
    assert tenants.run("onboard", "--from", file).stderr == ""


def test_completions_know_the_commands(tenants_lodge: Lodge) -> None:
    script = tenants_lodge.run("completions", "bash").stdout
    for word in ("cancel-offboarding", "--key-store", "verify-certificate"):
        assert word in script


def test_wrong_files_are_refused_whole(tenants: Tenants, tmp_path: Path) -> None:
    assert "no such file" in tenants.refused("onboard", "--from", str(tmp_path / "none")).lower()
    for text, part in [
        ("name\na\n", "'name' is not known"),
        ("tenant\na\na\n", "the tenant 'a' is there twice"),
        ('{"tenant": "a"}\n{"tenant": 1}\n', "line 2"),
    ]:
        assert part in tenants.refused("onboard", "--from", "-", stdin=text)
    assert tenants.run("onboard", "--from", "-", "a").returncode == 2
    assert tenants.run("onboard").returncode == 2


@pytest.mark.parametrize("text", ["", "\n", "tenant\n", '\ufeff"tenant","byok"\r\n'])
def test_a_file_without_rows_asks_nothing_of_anybody(tenants_lodge: Lodge, text: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        endpoint = f"https://127.0.0.1:{listener.getsockname()[1]}"
        result = Tenants(tenants_lodge, endpoint=endpoint).run("onboard", "--from", "-", stdin=text)
        assert (result.returncode, result.stderr) == (0, "lodge: there are no rows in -\n")
        assert result.stdout == "0 made, 0 completed, 0 already there, 0 failed\n"
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_killed_bulk_goes_on(tenants_lodge: Lodge, tenants: Tenants, tenants_kms: Client, tmp_path: Path) -> None:
    rows = "tenant\n" + "".join(f"bulk{at}\n" for at in range(40))
    file = tmp_path / "rows"
    file.write_text(rows)
    processes: list[Any] = []

    def rule(at: int, _: str, __: bool) -> bool:
        if at == 60:
            processes[0].kill()
        return at < 60

    with Interceptor(tenants_lodge.endpoint, rule) as between:
        processes.append(Tenants(tenants_lodge, endpoint=between.endpoint).start("onboard", "--from", file))
        processes[0].communicate(timeout=60)
    report = tenants("onboard", "--from", file)
    assert report["made"] + report["completed"] + report["unchanged"] == 40
    for at in range(40):
        it = found(tenants_kms, f"bulk{at}")
        assert it.others == (), f"bulk{at}"
    assert not [it for it in tenants("drift")["drifts"] if it["tenant"].startswith("bulk")]


def test_a_throttled_endpoint_is_waited_for(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    """AWS's own quotas: five CreateKey and five CreateAlias a second, after ten at once."""
    lodge = make_lodge(two_services(), http=True, arguments=("--quota", "aws"))
    began = time.monotonic()
    rows = "tenant\n" + "".join(f"t{at}\n" for at in range(40))
    report = Tenants(lodge)("onboard", "--from", "-", stdin=rows, cwd=tmp_path)
    assert (report["made"], report["failed"]) == (40, [])
    # Thirty of them had to wait.
    assert time.monotonic() - began > 5


# Drift.


def drifted(tenants: Tenants, tenant: str, kind: str) -> dict[str, Any]:
    """The one drift that there is, of the one kind."""
    report = tenants("drift", tenant, code=3)
    (drift,) = report["drifts"]
    (difference,) = drift["differences"]
    assert difference["kind"] == kind
    return difference


def fixed(tenants: Tenants, tenant: str, *actions: str) -> None:
    """`--fix` says what it did; afterwards there is no drift."""
    report = tenants("drift", tenant, "--fix")
    (drift,) = report["drifts"]
    assert [it["kind"] for it in drift["fixed"]] == list(actions)
    assert tenants("drift", tenant) == {"tenants": 1, "drifts": [], "drifted": False}


def test_drift_of_policy_tags_and_rotation(tenants: Tenants, tenants_kms: Client) -> None:
    key = tenants("onboard", "drifts")["key"]["id"]
    policy = json.loads(tenants_kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"])
    # Another way to write the same is no drift.
    same = dict(policy, Id="another", Statement=[dict(policy["Statement"][1], Sid="x"), policy["Statement"][0]])
    same["Statement"][1]["Action"] = ["KMS:GenerateDataKey*", "kms:decrypt", "kms:Encrypt"]
    tenants_kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(same))
    assert tenants("drift", "drifts")["drifts"] == []

    policy["Statement"][1]["Action"] = "kms:*"
    tenants_kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(policy))
    drifted(tenants, "drifts", "policy")
    fixed(tenants, "drifts", "putKeyPolicy")

    tenants_kms.disable_key_rotation(KeyId=key)
    drifted(tenants, "drifts", "rotationOff")
    fixed(tenants, "drifts", "enableRotation")

    tenants_kms.untag_resource(KeyId=key, TagKeys=["lodge:tenant"])
    assert drifted(tenants, "drifts", "tag") == {
        "kind": "tag",
        "name": "lodge:tenant",
        "wanted": "drifts",
        "found": None,
    }
    fixed(tenants, "drifts", "tag")

    tenants_kms.tag_resource(KeyId=key, Tags=[{"TagKey": "lodge:suspended", "TagValue": "x"}])
    drifted(tenants, "drifts", "tagLeft")
    fixed(tenants, "drifts", "untag")


def test_grants_are_drift(tenants: Tenants, tenants_kms: Client) -> None:
    """A way around the key policy, which stays when the policy is put back; revoked only when that is said."""
    key = tenants("onboard", "granted")["key"]["id"]
    grant = grant_on(tenants_kms, key, ROLE)
    assert drifted(tenants, "granted", "grant") == {
        "kind": "grant",
        "grant": grant,
        "grantee": ROLE,
        "operations": ["Decrypt"],
    }
    assert tenants("show", "granted")["grants"][0]["grantee"] == ROLE
    tenants("drift", "granted", "--fix", code=3)
    assert "--revoke-grants" in tenants.run("drift", "granted").stdout
    assert tenants.run("drift", "granted", "--revoke-grants").returncode == 2
    # Onboarding again completes what is missing, and takes nothing away.
    assert tenants("onboard", "granted")["done"] == []
    tenants_kms.disable_key_rotation(KeyId=key)
    (drift,) = tenants("drift", "granted", "--fix", code=3)["drifts"]
    assert [it["kind"] for it in drift["fixed"]] == ["enableRotation"]
    (drift,) = tenants("drift", "granted", "--fix", "--revoke-grants")["drifts"]
    assert drift["fixed"] == [{"kind": "revokeGrant", "grant": grant}]
    assert tenants_kms.list_grants(KeyId=key)["Grants"] == []
    assert not tenants("drift", "granted")["drifted"]


def test_drift_that_needs_a_decision(tenants: Tenants, tenants_kms: Client) -> None:
    key = tenants("onboard", "decide")["key"]["id"]
    tenants_kms.disable_key(KeyId=key)
    drifted(tenants, "decide", "disabledWithoutSuspension")
    tenants("drift", "decide", "--fix", code=3)
    assert metadata(tenants_kms, key)["KeyState"] == "Disabled"
    assert "say 'resume'" in tenants.run("drift", "decide").stdout
    tenants("resume", "decide")
    tenants_kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    drifted(tenants, "decide", "deletionScheduled")
    tenants("drift", "decide", "--fix", code=3)
    assert "is being offboarded" in tenants.refused("onboard", "decide")
    assert tenants("cancel-offboarding", "decide")["status"] == "active"
    assert not tenants("drift", "decide")["drifted"]


def test_a_key_that_is_marked_as_offboarded_only(tenants: Tenants, tenants_kms: Client) -> None:
    key = tenants("onboard", "half")["key"]["id"]
    tenants_kms.tag_resource(KeyId=key, Tags=[{"TagKey": "lodge:offboarded", "TagValue": "x"}])
    tenants_kms.delete_alias(AliasName="alias/customer-half")
    assert drifted(tenants, "half", "halfOffboarded")["key"] == key
    assert "is being offboarded" in tenants.refused("onboard", "half")
    tenants("offboard", "half")
    assert metadata(tenants_kms, key)["KeyState"] == "PendingDeletion"
    assert not tenants("drift", "half")["drifted"]


def test_an_alias_that_leads_to_another_tenants_key(tenants: Tenants, tenants_kms: Client) -> None:
    mine, yours = (tenants("onboard", tenant)["key"]["id"] for tenant in ("mine", "yours"))
    tenants_kms.update_alias(AliasName="alias/customer-mine", TargetKeyId=yours)
    it = drifted(tenants, "mine", "aliasLeadsToAnotherTenant")
    assert (it["tenant"], it["key"], it["own"]) == ("yours", yours, mine)
    assert "leads to the key of the tenant 'yours'" in tenants.refused("onboard", "mine")
    fixed(tenants, "mine", "updateAlias")
    assert metadata(tenants_kms, "alias/customer-mine")["KeyId"] == mine
    assert tenants("drift", "yours")["drifts"] == []


def test_keys_without_an_alias(tenants: Tenants, tenants_kms: Client) -> None:
    """A lost alias is made again; a key beside the live one goes."""
    key = tenants("onboard", "lost")["key"]["id"]
    tenants_kms.delete_alias(AliasName="alias/customer-lost")
    assert drifted(tenants, "lost", "noAlias")["key"] == key
    assert tenants("show", "lost")["status"] == "unfinished"
    fixed(tenants, "lost", "createAlias")
    made = {
        "Tags": [{"TagKey": "lodge:tenant", "TagValue": "lost"}],
        "Policy": json.dumps(tenants("show", "lost")["policy"]),
    }
    extra = tenants_kms.create_key(**made)["KeyMetadata"]["KeyId"]
    # Somebody else's keys are nobody's business.
    other = tenants_kms.create_key(Tags=[{"TagKey": "other", "TagValue": "lost"}])["KeyMetadata"]["KeyId"]
    assert drifted(tenants, "lost", "extraKey")["key"] == extra
    fixed(tenants, "lost", "scheduleDeletion")
    assert metadata(tenants_kms, extra)["KeyState"] == "PendingDeletion"
    assert metadata(tenants_kms, other)["KeyState"] == "Enabled"
    assert metadata(tenants_kms, key)["KeyState"] == "Enabled"


def test_drift_that_cannot_be_mended_is_said(tenants_lodge: Lodge, tenants: Tenants, tenants_kms: Client) -> None:
    key = tenants("onboard", "stuck")["key"]["id"]
    tenants_kms.disable_key_rotation(KeyId=key)
    with Interceptor(tenants_lodge.endpoint, lambda _, name, __: name != "EnableKeyRotation") as between:
        report = Tenants(tenants_lodge, endpoint=between.endpoint)("drift", "stuck", "--fix", code=3)
    assert "EnableKeyRotation got no answer" in report["drifts"][0]["error"]
    text = tenants.run("drift", "stuck", "--fix").stdout
    assert text.splitlines() == [
        "stuck: the key is not rotated",
        "stuck: fixed: switched rotation on",
        "1 tenants, 0 with drift",
    ]
