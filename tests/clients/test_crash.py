"""What was acknowledged stays, whatever happens: kill -9, a full disk, clocks that jump; and a stop lets calls finish."""

import contextlib
import itertools
import json
import random
import resource
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from bootstrap import Json, two_accounts
from lodge import Credentials, Lodge, environment_without_settings, wait_for
from moved_clock import MovedClock
from wire import Wire, kms_request

ROUNDS = 4
WORKERS = 6
#: A round of load ends once this many calls were acknowledged in it.
CALLS = 150


# Kill.


@dataclass
class Acknowledged:
    """What the server said it did."""

    keys: set[str] = field(default_factory=set)
    #: Key id by alias.
    aliases: dict[str, str] = field(default_factory=dict)
    #: Tag's value by key id.
    tags: dict[str, str] = field(default_factory=dict)
    #: Ciphertext by plaintext.
    ciphertexts: dict[bytes, bytes] = field(default_factory=dict)
    request_ids: list[str] = field(default_factory=list)
    #: Errors that a crash does not explain.
    surprises: list[Exception] = field(default_factory=list)


def test_kill_9_under_load_loses_nothing_that_was_acknowledged(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    known = Acknowledged()
    numbers = itertools.count()
    for _ in range(ROUNDS):
        with load(lodge, known, numbers) as threads:
            target = len(known.request_ids) + CALLS
            wait_for(lambda: len(known.request_ids) >= target or known.surprises, 120, "calls to be acknowledged")  # noqa: B023
            lodge.kill()
            for thread in threads:
                thread.join(60)
        assert known.surprises == []
        assert verify(lodge)["sound"] is True

        lodge.start()
        check(lodge, known)
        assert verify(lodge)["sound"] is True


@contextlib.contextmanager
def load(lodge: Lodge, known: Acknowledged, numbers: Iterator[int]) -> Iterator[list[threading.Thread]]:
    """Threads that call until the server is gone."""
    clients = [lodge.client("kms", "A/admin") for _ in range(WORKERS)]
    threads = [threading.Thread(target=work, args=(client, known, numbers), daemon=True) for client in clients]
    for thread in threads:
        thread.start()
    yield threads
    assert not any(thread.is_alive() for thread in threads)


def work(kms: Any, known: Acknowledged, numbers: Iterator[int]) -> None:  # noqa: ANN401 (boto3 makes the class at run time)
    """Each answer counts as soon as it is here."""

    def call(operation: str, **parameters: Any) -> Json:  # noqa: ANN401 (the operation's)
        answer = getattr(kms, operation)(**parameters)
        known.request_ids.append(answer["ResponseMetadata"]["RequestId"])
        return answer

    try:
        while True:
            number = next(numbers)
            key = call("create_key", Description=f"number {number}")["KeyMetadata"]["KeyId"]
            known.keys.add(key)
            alias = f"alias/number-{number}"
            call("create_alias", AliasName=alias, TargetKeyId=key)
            known.aliases[alias] = key
            call("tag_resource", KeyId=key, Tags=[{"TagKey": "number", "TagValue": str(number)}])
            known.tags[key] = str(number)
            plaintext = f"plaintext {number}".encode()
            for _ in range(4):
                known.ciphertexts[plaintext] = call("encrypt", KeyId=alias, Plaintext=plaintext)["CiphertextBlob"]
    except BotoCoreError:
        # The connection broke: the end of this round.
        pass
    except Exception as error:
        known.surprises.append(error)


def check(lodge: Lodge, known: Acknowledged) -> None:
    """Everything that was acknowledged is there."""
    kms = lodge.client("kms", "A/admin")
    described = {page["KeyId"] for answer in kms.get_paginator("list_keys").paginate() for page in answer["Keys"]}
    assert known.keys <= described
    aliases = {
        alias["AliasName"]: alias["TargetKeyId"]
        for answer in kms.get_paginator("list_aliases").paginate()
        for alias in answer["Aliases"]
    }
    assert known.aliases.items() <= aliases.items()
    for key in sorted(known.keys)[-40:]:
        assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "Enabled"
    for key, value in list(known.tags.items())[-40:]:
        assert kms.list_resource_tags(KeyId=key)["Tags"] == [{"TagKey": "number", "TagValue": value}]
    for plaintext, ciphertext in list(known.ciphertexts.items())[-40:]:
        assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == plaintext
    recorded = request_ids(lodge)
    assert set(known.request_ids) <= recorded, f"{len(set(known.request_ids) - recorded)} records are missing"


@pytest.mark.parametrize("seed", range(3))
def test_kill_9_during_the_first_start_spoils_nothing(lodge_binary: Path, tmp_path: Path, seed: int) -> None:
    lodge = Lodge(lodge_binary, tmp_path, two_accounts())
    generator = random.Random(seed)
    command = ["up", "--data", lodge.data, "--listen", "127.0.0.1:0", "--bootstrap", tmp_path / "bootstrap.json"]
    for _ in range(20):
        process = subprocess.Popen(
            [lodge_binary, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment_without_settings(),
        )
        # Anywhere between nothing and a server that is ready.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(generator.uniform(0, 0.2))
        # It does not give up because of what an earlier kill left.
        ended = process.poll()
        process.kill()
        printed, _ = process.communicate(timeout=30)
        assert ended is None, printed
    lodge.start()
    try:
        values = json.loads(lodge.run("env", "--json", "--data", str(lodge.data)).stdout)
        founder = Credentials(values["AWS_ACCESS_KEY_ID"], values["AWS_SECRET_ACCESS_KEY"])
        assert lodge.client("sts", founder).get_caller_identity()["Arn"].endswith(":user/admin")
        for caller, account in (("A/admin", "111122223333"), ("B/admin", "444455556666")):
            assert lodge.client("sts", caller).get_caller_identity()["Account"] == account
        # One organization, however often it was begun.
        accounts = json.loads(lodge.run("account", "list", "--json", "--data", str(lodge.data)).stdout)
        assert len(accounts) == 3
        assert verify(lodge)["sound"] is True
    finally:
        lodge.stop()


# One folder, one server.


def test_a_second_server_says_that_the_folder_is_in_use(fresh_lodge: Lodge) -> None:
    second = fresh_lodge.run("up", "--data", str(fresh_lodge.data), "--listen", "127.0.0.1:0", check=False)
    assert second.returncode == 1
    assert "in use" in second.stderr, second.stderr
    assert str(fresh_lodge.data) in second.stderr
    # The first one never noticed.
    assert fresh_lodge.client("kms", "A/admin").list_keys()["Keys"] == []
    assert str(fresh_lodge.pid) in (fresh_lodge.data / "running.json").read_text()


# Stop.


def test_a_stop_finishes_the_calls_in_flight(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    body = b'{"Description":"in flight"}'
    whole = kms_request(lodge, "A/admin", "CreateKey", body)
    connections = [Wire(lodge) for _ in range(12)]
    idle = [Wire(lodge) for _ in range(3)]
    for connection in connections:
        connection.send(whole[:-10])
    idle[0].send(kms_request(lodge, "A/admin", "ListKeys"))
    assert idle[0].read().status == 200

    stopping = threading.Thread(target=lodge.stop)
    stopping.start()
    try:
        wait_for(lambda: not accepts(lodge), 10, "the server to accept no more")
        assert lodge.running
    finally:
        answers = []
        for connection in connections:
            connection.send(whole[-10:])
            answers.append(connection.read())
        stopping.join(30)
    assert not stopping.is_alive()
    assert [answer.status for answer in answers] == [200] * len(connections)
    made = {json.loads(answer.body)["KeyMetadata"]["KeyId"] for answer in answers}
    assert len(made) == len(connections)
    for connection in [*connections, *idle]:
        assert connection.ended()
        connection.close()

    lodge.start()
    kms = lodge.client("kms", "A/admin")
    assert made <= {key["KeyId"] for key in kms.list_keys()["Keys"]}
    assert {answer.headers["x-amzn-requestid"] for answer in answers} <= request_ids(lodge)


def test_a_stop_under_load_is_clean(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    known = Acknowledged()
    with load(lodge, known, itertools.count()) as threads:
        wait_for(lambda: len(known.request_ids) >= CALLS or known.surprises, 60, "calls to be acknowledged")
        # Checks the exit code.
        lodge.stop()
        for thread in threads:
            thread.join(60)
    assert known.surprises == []
    assert verify(lodge)["sound"] is True
    lodge.start()
    check(lodge, known)


def accepts(lodge: Lodge) -> bool:
    url = urlsplit(lodge.endpoint)
    try:
        # Without TLS: a handshake that is cut off leaks its socket in Python's ssl module.
        socket.create_connection((url.hostname, url.port), timeout=10).close()
    except OSError:
        return False
    return True


# A full disk.


class Disk(Protocol):
    """A disk that can be filled."""

    folder: Path
    #: What runs the server.
    wrapper: tuple[str, ...]

    def fill(self, lodge: Lodge) -> None: ...

    def free(self, lodge: Lodge) -> None: ...


class SmallFileSystem:
    """A file system of its own in memory. Needs the right to mount."""

    wrapper = ()

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32m,mode=700", "lodge-test", folder], check=True)

    def fill(self, lodge: Lodge) -> None:
        with contextlib.suppress(OSError), (self.folder / "ballast").open("ab", buffering=0) as file:
            for size in (65536, 1):
                with contextlib.suppress(OSError):
                    while True:
                        file.write(b"\0" * size)

    def free(self, lodge: Lodge) -> None:
        (self.folder / "ballast").unlink()

    def close(self) -> None:
        subprocess.run(["umount", "--lazy", self.folder], check=True)


class SmallFiles:
    """Any file system, with a limit on the size of the server's files, which fails its writes as a full disk does."""

    # Otherwise the limit's signal ends the server.
    wrapper = ("env", "--ignore-signal=XFSZ")

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, lodge: Lodge) -> None:
        size = (lodge.data / "trail" / "000000000001.jsonl").stat().st_size
        resource.prlimit(lodge.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def free(self, lodge: Lodge) -> None:
        resource.prlimit(lodge.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def close(self) -> None:
        pass


def may_mount() -> bool:
    """Whether this user may make a file system: in some sandboxes not even root may."""
    probe = "folder=$(mktemp -d) && mount -t tmpfs lodge-test $folder && umount $folder; status=$?; rmdir $folder; exit $status"
    return subprocess.run(["sh", "-c", probe], capture_output=True).returncode == 0


DISKS = [SmallFiles, SmallFileSystem] if may_mount() else [SmallFiles]


@pytest.fixture(params=DISKS)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    disk = request.param(tmp_path)
    yield disk
    disk.close()


def test_a_full_disk_fails_calls_and_loses_nothing(lodge_binary: Path, disk: Disk) -> None:
    lodge = Lodge(lodge_binary, disk.folder, two_accounts(), wrapper=disk.wrapper)
    lodge.start()
    try:
        kms = lodge.client("kms", "A/admin")
        known = Acknowledged()

        def make(name: str) -> None:
            answer = kms.create_key(Description=name)
            known.request_ids.append(answer["ResponseMetadata"]["RequestId"])
            known.keys.add(answer["KeyMetadata"]["KeyId"])
            answer = kms.encrypt(KeyId=answer["KeyMetadata"]["KeyId"], Plaintext=name.encode())
            known.request_ids.append(answer["ResponseMetadata"]["RequestId"])
            known.ciphertexts[name.encode()] = answer["CiphertextBlob"]

        for number in range(5):
            make(f"before {number}")
        key = next(iter(known.keys))
        ciphertext = next(iter(known.ciphertexts.values()))

        disk.fill(lodge)
        failures = []
        for number in range(300):
            try:
                make(f"meanwhile {number}")
            except ClientError as error:
                failures.append(error)
                if len(failures) >= 5:
                    break
        assert len(failures) == 5, "the disk did not fill"
        # A disk stays full for a while, and what the server prints goes nowhere meanwhile.
        for _ in range(60):
            with pytest.raises(ClientError) as caught:
                kms.encrypt(KeyId=key, Plaintext=b"released")
            failures.append(caught.value)
        # What changes nothing needs its record too.
        for call in (
            lambda: kms.decrypt(CiphertextBlob=ciphertext),
            lambda: kms.describe_key(KeyId=key),
        ):
            with pytest.raises(ClientError) as caught:
                call()
            failures.append(caught.value)
        for failure in failures:
            assert failure.response["ResponseMetadata"]["HTTPStatusCode"] in (500, 503), failure
            code = failure.response["Error"]["Code"]
            assert code in ("KMSInternalException", "ServiceUnavailableException", "DependencyTimeoutException"), (
                failure
            )
            assert failure.response["Error"]["Message"]
        assert lodge.running

        disk.free(lodge)
        for number in range(5):
            make(f"after {number}")
        check(lodge, known)
        events = lodge.client("cloudtrail", "A/admin").lookup_events(
            LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "Encrypt"}], MaxResults=1
        )["Events"]
        assert json.loads(events[0]["CloudTrailEvent"])["requestID"] == known.request_ids[-1]
        assert verify(lodge)["sound"] is True
        lodge.restart()
        check(lodge, known)
        assert verify(lodge)["sound"] is True
        # Full again, and killed.
        disk.fill(lodge)
        kms = lodge.client("kms", "A/admin")
        with contextlib.suppress(ClientError):
            for number in range(300):
                make(f"killed {number}")
        lodge.kill()
        disk.free(lodge) if isinstance(disk, SmallFileSystem) else None
        lodge.start()
        check(lodge, known)
        assert verify(lodge)["sound"] is True
    finally:
        if lodge.running:
            lodge.stop()


# A clock that jumps.


@pytest.mark.parametrize("jump", [timedelta(days=-2), timedelta(days=30)], ids=["back", "forward"])
def test_a_jump_of_the_clock_breaks_nothing(make_lodge: Callable[..., Lodge], tmp_path: Path, jump: timedelta) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(wrapper=clock.wrapper)

    def call() -> str:
        with clock.for_clients():
            return lodge.client("kms", "A/admin").create_key()["ResponseMetadata"]["RequestId"]

    def found() -> list[str]:
        with clock.for_clients():
            trail = lodge.client("cloudtrail", "A/admin")
            attributes = [{"AttributeKey": "EventName", "AttributeValue": "CreateKey"}]
            events = trail.lookup_events(LookupAttributes=attributes)["Events"]
        return [json.loads(event["CloudTrailEvent"])["requestID"] for event in events]

    made = [call()]
    # While it runs.
    clock.move(jump)
    made.append(call())
    assert verify(lodge)["sound"] is True
    assert made[-1] in found()
    # Between two runs.
    clock.move(timedelta())
    lodge.restart()
    made.append(call())
    clock.move(jump)
    lodge.restart()
    made.append(call())
    assert verify(lodge)["sound"] is True
    assert made[-1] in found()
    lodge.kill()
    clock.move(timedelta())
    lodge.start()
    made.append(call())
    assert verify(lodge)["sound"] is True
    assert set(made) <= request_ids(lodge)
    assert made[-1] in found()
    with clock.for_clients():
        assert len(lodge.client("kms", "A/admin").list_keys()["Keys"]) == len(made)


# Equipment.


def verify(lodge: Lodge) -> Json:
    """What `lodge trail verify` says."""
    result = subprocess.run(
        [lodge.binary, "trail", "verify", "--json", "--data", lodge.data],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment_without_settings(),
    )
    assert result.stdout, result.stderr
    return json.loads(result.stdout)


def request_ids(lodge: Lodge) -> set[str]:
    """Of all calls in the trail."""
    lines = lodge.run("trail", "tail", "--data", str(lodge.data), "--json", "-n", "1000000").stdout.splitlines()
    return {record["requestID"] for record in map(json.loads, lines) if "requestID" in record}
