"""The audit trail: what it says about each call, what it keeps to itself, and that nobody can change it unnoticed."""

import base64
import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

import vault
from bootstrap import Json
from lodge import Credentials, Lodge, refused, wait_for

ALIAS_123, ALIAS_456 = "alias/customer-123", "alias/customer-456"
SECRET = b"a plaintext that nobody may find: 6f1d0c2b"
VERIFIER = Path(__file__).parents[2] / "crates" / "audit-log" / "verify_audit_log.py"


@pytest.fixture(scope="module")
def world(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    """A Lodge with the world of the walkthrough."""
    return make_module_lodge(vault.world())


@dataclass
class Calls:
    """Some calls, and what they brought about."""

    began: datetime
    session: Credentials
    keys: dict[str, str]
    #: Request ids of what was allowed and of what was denied.
    allowed: dict[str, str]
    denied: dict[str, str]
    ciphertext: bytes


@pytest.fixture(scope="module")
def calls(world: Lodge) -> Calls:
    began = datetime.now(UTC) - timedelta(seconds=1)
    session = vault.tenant(world, "123")
    keys = vault.key_arns(world)
    kms = world.client("kms", session)
    encrypted = kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET, EncryptionContext={"service": "b"})
    ciphertext = encrypted["CiphertextBlob"]
    decrypted = kms.decrypt(KeyId=ALIAS_123, CiphertextBlob=ciphertext, EncryptionContext={"service": "b"})
    data_key = kms.generate_data_key(KeyId=ALIAS_123, KeySpec="AES_256")
    allowed = {
        "Encrypt": request_id(encrypted),
        "Decrypt": request_id(decrypted),
        "GenerateDataKey": request_id(data_key),
    }
    stranger = world.client("kms", "C/stranger")
    denied = {
        "Encrypt": refusal(lambda: kms.encrypt(KeyId=ALIAS_456, Plaintext=SECRET)),
        "Decrypt": refusal(lambda: kms.decrypt(CiphertextBlob=ciphertext, EncryptionContext={"service": "b"})),
        "GenerateDataKey": refusal(lambda: kms.generate_data_key(KeyId=keys["123"], KeySpec="AES_256")),
        "DescribeKey": refusal(lambda: stranger.describe_key(KeyId=keys["123"])),
    }
    return Calls(began, session, keys, allowed, denied, ciphertext)


# What it says.


def test_an_allowed_call_says_who_did_what_and_which_statements_allowed_it(world: Lodge, calls: Calls) -> None:
    record = records(world)[calls.allowed["Encrypt"]]
    assert (record["eventSource"], record["eventName"], record["awsRegion"]) == (
        "kms.amazonaws.com",
        "Encrypt",
        "us-east-1",
    )
    assert "errorCode" not in record
    assert record["sourceIPAddress"] == "127.0.0.1"
    assert record["readOnly"] is True
    assert record["eventType"] == "AwsApiCall"
    assert record["managementEvent"] is True
    assert record["eventCategory"] == "Management"
    assert record["tlsDetails"]["tlsVersion"] == "TLSv1.3"
    assert "Boto3" in record["userAgent"]

    assert record["requestParameters"]["keyId"] == ALIAS_123
    assert record["requestParameters"]["encryptionContext"] == {"service": "b"}
    assert record["responseElements"] is None
    assert record["resources"] == [
        {"ARN": calls.keys["123"], "accountId": vault.KEY_SERVICE_ACCOUNT, "type": "AWS::KMS::Key"}
    ]

    identity = record["userIdentity"]
    assert identity["type"] == "AssumedRole"
    assert identity["arn"] == vault.SESSION_123
    assert identity["accountId"] == vault.KEY_SERVICE_ACCOUNT
    assert identity["accessKeyId"] == calls.session.access_key_id
    assert identity["principalId"].startswith("AROA")
    assert identity["principalId"].endswith(":Tenant123Session")
    issuer = identity["sessionContext"]["sessionIssuer"]
    assert issuer == {
        "type": "Role",
        "principalId": identity["principalId"].partition(":")[0],
        "arn": vault.SERVICE_A_ROLE,
        "accountId": vault.KEY_SERVICE_ACCOUNT,
        "userName": "ServiceARole",
    }

    (decision,) = decisions(record)
    assert decision["action"] == "kms:Encrypt"
    assert decision["resource"] == calls.keys["123"]
    assert decision["outcome"] == "Allow"
    assert {reason.get("sid") for reason in decision["reasons"]} >= {"AllowServiceARoleViaAlias"}, decision


def test_a_denied_call_says_why(world: Lodge, calls: Calls) -> None:
    found = records(world)
    for name, request in calls.denied.items():
        record = found[request]
        assert record["eventName"] == name
        assert record["errorCode"] == "AccessDeniedException"
        who = "arn:aws:iam::777788889999:user/stranger" if name == "DescribeKey" else vault.SESSION_123
        assert record["userIdentity"]["arn"] == who
        key = calls.keys["456" if name == "Encrypt" else "123"]
        told = f"User: {who} is not authorized to perform: kms:{name} on resource: {key} because "
        # Somebody of another account is not told what there is; the record says it.
        told += "the resource does not exist in this Region, " if name == "DescribeKey" else "no "
        assert record["errorMessage"].startswith(told)
        assert record["responseElements"] is None
        assert [resource["ARN"] for resource in record["resources"]] == [key]
        (decision,) = decisions(record)
        assert (decision["action"], decision["outcome"]) == (f"kms:{name}", "ImplicitDeny")
        assert all(reason["finding"] == "NoAllow" for reason in decision["reasons"]), decision
        assert decision["reasons"]
    (decision,) = decisions(found[calls.denied["Encrypt"]])
    assert [reason["policyType"] for reason in decision["reasons"]] == ["session"]


def test_a_failed_call_and_a_change_are_there_too(world: Lodge) -> None:
    administration = world.client("kms", vault.key_service(world))
    policy = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "kms:*", "Resource": "*"}],
    }
    made = administration.create_key(Description="for the trail", Policy=json.dumps(policy))
    key = made["KeyMetadata"]["Arn"]
    absent = refusal(lambda: administration.describe_key(KeyId="alias/absent"), "NotFoundException")
    invalid = refusal(
        lambda: administration.schedule_key_deletion(KeyId=key, PendingWindowInDays=3), "ValidationException"
    )
    found = records(world)
    record = found[request_id(made)]
    assert record["readOnly"] is False
    assert record["requestParameters"]["description"] == "for the trail"
    assert record["responseElements"]["keyMetadata"]["arn"] == key
    assert [resource["ARN"] for resource in record["resources"]] == [key]
    assert found[absent]["errorCode"] == "NotFoundException"
    assert found[invalid]["errorCode"] == "ValidationException"


def test_assuming_a_role_is_there_for_both_accounts(world: Lodge, calls: Calls) -> None:
    for caller in ("A/admin", "B/admin"):
        events = lookup(world, caller, "EventName", "AssumeRole")
        sessions = [
            event for event in events if event["requestParameters"].get("roleSessionName") == "Tenant123Session"
        ]
        assert sessions
        record = sessions[-1]
        assert (
            record["userIdentity"]["arn"] == f"arn:aws:sts::{vault.SERVICE_ACCOUNT}:assumed-role/ServiceBRole/service-b"
        )
        assert record["requestParameters"]["roleArn"] == vault.SERVICE_A_ROLE
        assert json.loads(record["requestParameters"]["policy"]) == json.loads(vault.session_policy("123"))
        answered = record["responseElements"]
        assert answered["credentials"]["accessKeyId"].startswith("ASIA")
        assert "secretAccessKey" not in answered["credentials"]
        assert answered["assumedRoleUser"]["arn"] == vault.SESSION_123


# LookupEvents.


def test_lookups_find_events_by_attribute(world: Lodge, calls: Calls) -> None:
    record = records(world)[calls.allowed["Decrypt"]]
    wanted = record["eventID"]
    for key, value in {
        "EventId": wanted,
        "EventName": "Decrypt",
        "EventSource": "kms.amazonaws.com",
        "ReadOnly": "true",
        "ResourceName": calls.keys["123"],
        "ResourceType": "AWS::KMS::Key",
        "AccessKeyId": calls.session.access_key_id,
        "Username": "Tenant123Session",
    }.items():
        events = lookup(world, "A/admin", key, value)
        assert wanted in [event["eventID"] for event in events], key
    assert [event["eventID"] for event in lookup(world, "A/admin", "EventId", wanted)] == [wanted]
    assert lookup(world, "A/admin", "EventName", "DeleteTrail") == []

    trail = world.client("cloudtrail", "A/admin")
    attributes = [{"AttributeKey": "EventId", "AttributeValue": wanted}]
    (event,) = trail.lookup_events(LookupAttributes=attributes)["Events"]
    assert json.loads(event["CloudTrailEvent"]) == record
    assert (event["EventName"], event["EventSource"], event["ReadOnly"]) == ("Decrypt", "kms.amazonaws.com", "true")
    assert event["AccessKeyId"] == calls.session.access_key_id
    assert event["EventTime"] == datetime.fromisoformat(record["eventTime"])
    assert event["Resources"] == [{"ResourceType": "AWS::KMS::Key", "ResourceName": calls.keys["123"]}]
    with refused("InvalidLookupAttributesException"):
        trail.lookup_events(LookupAttributes=attributes * 2)


def test_lookups_are_paged_newest_first(world: Lodge, calls: Calls) -> None:
    trail = world.client("cloudtrail", "A/admin")
    attributes = [{"AttributeKey": "ResourceName", "AttributeValue": calls.keys["123"]}]
    whole = trail.lookup_events(LookupAttributes=attributes)
    assert "NextToken" not in whole
    expected = [event["EventId"] for event in whole["Events"]]
    assert len(expected) >= 6
    times = [event["EventTime"] for event in whole["Events"]]
    assert times == sorted(times, reverse=True)

    paged, token, pages = [], None, 0
    while pages == 0 or token:
        more = {"NextToken": token} if token else {}
        answer = trail.lookup_events(LookupAttributes=attributes, MaxResults=2, **more)
        assert len(answer["Events"]) <= 2
        paged += [event["EventId"] for event in answer["Events"]]
        token, pages = answer.get("NextToken"), pages + 1
    assert paged == expected
    assert pages >= len(expected) // 2
    paginator = trail.get_paginator("lookup_events")
    pages = paginator.paginate(LookupAttributes=attributes, PaginationConfig={"PageSize": 3})
    assert [event["EventId"] for page in pages for event in page["Events"]] == expected
    with refused("ValidationException", "less than or equal to 50"):
        trail.lookup_events(MaxResults=51)
    with refused("InvalidNextTokenException"):
        trail.lookup_events(NextToken="not one of ours")


def test_lookups_are_bounded_by_time(world: Lodge, calls: Calls) -> None:
    trail = world.client("cloudtrail", "A/admin")
    attributes = [{"AttributeKey": "AccessKeyId", "AttributeValue": calls.session.access_key_id}]

    def count(**times: datetime) -> int:
        return len(trail.lookup_events(LookupAttributes=attributes, **times)["Events"])

    now = datetime.now(UTC) + timedelta(seconds=1)
    assert count() >= 6
    assert count(StartTime=calls.began, EndTime=now) == count()
    assert count(EndTime=calls.began - timedelta(minutes=1)) == 0
    assert count(StartTime=now + timedelta(minutes=1), EndTime=now + timedelta(minutes=2)) == 0
    with refused("InvalidTimeRangeException"):
        count(StartTime=now, EndTime=now - timedelta(hours=1))


def test_accounts_see_what_concerns_them_and_no_more(world: Lodge, calls: Calls) -> None:
    # The stranger's call was about account A's key.
    ids = [event["requestID"] for event in lookup(world, "A/admin", "EventName", "DescribeKey")]
    assert calls.denied["DescribeKey"] in ids
    with refused("AccessDeniedException", "user/stranger is not authorized to perform: cloudtrail:LookupEvents"):
        world.client("cloudtrail", "C/stranger").lookup_events()
    with refused("AccessDeniedException", "cloudtrail:LookupEvents"):
        world.client("cloudtrail", calls.session).lookup_events()
    in_another_region = world.client("cloudtrail", "A/admin", region="eu-west-1")
    attributes = [{"AttributeKey": "AccessKeyId", "AttributeValue": calls.session.access_key_id}]
    assert in_another_region.lookup_events(LookupAttributes=attributes)["Events"] == []


def test_lookups_go_on_after_a_restart_and_without_their_index(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    wanted = request_id(lodge.client("kms", "A/admin").list_keys())

    def found() -> list[str]:
        return [event["requestID"] for event in lookup(lodge, "A/admin", "EventName", "ListKeys")]

    assert found() == [wanted]
    lodge.restart()
    assert found() == [wanted]
    lodge.stop()
    for file in lodge.data.glob("trail-index*"):
        file.unlink()
    lodge.start()
    assert found() == [wanted]


# `lodge trail tail`.


def test_tail_shows_the_newest_records(world: Lodge, calls: Calls) -> None:
    kms = world.client("kms", calls.session)
    last = refusal(lambda: kms.encrypt(KeyId=ALIAS_456, Plaintext=SECRET))
    shown = [json.loads(line) for line in tail(world, "--json", "-n", "3")]
    assert len(shown) == 3
    assert shown[-1]["requestID"] == last
    every = [json.loads(line)["eventID"] for line in tail(world, "--json", "-n", "100000")]
    assert len(every) == len(set(every)) > 3
    assert every[-3:] == [record["eventID"] for record in shown]

    (line,) = tail(world, "-n", "1")
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  ", line)
    for part in (
        "sts::111122223333:assumed-role/ServiceARole/Tenant123Session",
        "kms:Encrypt",
        calls.keys["456"].removeprefix("arn:aws:"),
        "AccessDeniedException",
        "because no session policy allows the kms:Encrypt action",
    ):
        assert part in line
    assert tail(world, "-n", "0") == []


def test_tail_follows(world: Lodge, calls: Calls, tmp_path: Path) -> None:
    command = [world.binary, "trail", "tail", "--data", world.data, "--json", "-n", "0", "--follow"]
    kms = world.client("kms", calls.session)
    output = tmp_path / "output"
    made: list[str] = []

    def call() -> None:
        made.append(request_id(kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)))

    def shown() -> list[str]:
        """What it has shown of the calls, in its order."""
        whole, _, _ = output.read_text().rpartition("\n")
        records = [json.loads(line) for line in whole.splitlines()]
        return [it["requestID"] for it in records if it["requestID"] in made and it["eventName"] == "Encrypt"]

    def calls_and_shows() -> bool:
        call()
        return bool(shown())

    with output.open("wb") as file:
        following = subprocess.Popen(command, stdout=file)
    try:
        # What comes before the command looks is not shown.
        wait_for(calls_and_shows, 60, "a call that is shown")
        call()
        wait_for(lambda: made[-1] in shown(), 60, "the call after it")
        assert shown() == made[made.index(shown()[0]) :]
    finally:
        following.kill()
        following.wait()


# What it keeps to itself.


def test_no_file_of_the_data_folder_holds_a_secret(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(vault.world())
    secrets: dict[str, bytes] = {"a plaintext": SECRET}
    for account in lodge.bootstrap["accounts"]:
        for user in account["users"]:
            secrets[f"the key of {user['name']}"] = user["accessKeys"][0]["secret"].encode()
    administrator = json.loads(lodge.run("env", "--json", "--data", str(lodge.data)).stdout)
    secrets["the administrator's key"] = administrator["AWS_SECRET_ACCESS_KEY"].encode()
    for name, session in {"B": vault.service_b_role(lodge), "123": vault.tenant(lodge, "123")}.items():
        secrets[f"the secret of session {name}"] = session.secret_access_key.encode()
        secrets[f"the token of session {name}"] = (session.session_token or "").encode()
    made = lodge.client("iam", "A/admin").create_access_key(UserName="admin")["AccessKey"]
    secrets["a new access key"] = made["SecretAccessKey"].encode()
    kms = lodge.client("kms", session)
    ciphertext = kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)["CiphertextBlob"]
    kms.decrypt(KeyId=ALIAS_123, CiphertextBlob=ciphertext)
    secrets["a data key"] = kms.generate_data_key(KeyId=ALIAS_123, KeySpec="AES_256")["Plaintext"]
    secrets["random bytes"] = lodge.client("kms", "A/admin").generate_random(NumberOfBytes=32)["Plaintext"]
    # Refused calls bring secrets too.
    refusal(lambda: kms.encrypt(KeyId=ALIAS_456, Plaintext=SECRET))
    refusal(lambda: kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET * 200), "ValidationException")
    found = re.search(rb"^key: ([0-9a-f]{64})$", (lodge.data / "root.key").read_bytes(), re.MULTILINE)
    assert found is not None
    root_key = found[1]

    def search() -> None:
        files = [file for file in lodge.data.rglob("*") if file.is_file()]
        assert {"lodge.sqlite3", "administrator.json", "head.json"} <= {file.name for file in files}
        for file in files:
            content = file.read_bytes()
            for what, secret in secrets.items():
                for form in forms(secret):
                    assert form not in content, f"{file.relative_to(lodge.data)} holds {what}"
            if file.name != "root.key":
                assert root_key not in content, f"{file.relative_to(lodge.data)} holds the root key"
                assert bytes.fromhex(root_key.decode()) not in content, (
                    f"{file.relative_to(lodge.data)} holds the root key"
                )

    search()
    lodge.stop()
    search()
    printed = lodge.output()
    for what, secret in secrets.items():
        if what != "the administrator's key":
            assert secret.decode(errors="replace") not in printed, what
    assert printed.count(secrets["the administrator's key"].decode()) == 1
    lodge.start()
    assert secrets["the administrator's key"].decode() not in lodge.output()[len(printed) :]


def forms(secret: bytes) -> list[bytes]:
    """How a secret could stand in a file."""
    # Base64 of it, at each of the three alignments that a longer text could have given it.
    shifted = [base64.b64encode(b"\0" * by + secret)[4 * (by > 0) : -4] for by in range(3)]
    return [secret, secret.hex().encode(), *shifted]


# `lodge trail verify`.


@dataclass
class Log:
    """The log of a Lodge that has stopped."""

    lodge: Lodge
    folder: Path
    public_key: Path

    def verify(self, folder: Path, key: Path | None = None) -> Json:
        """What `lodge trail verify` finds in a folder."""
        result = self.lodge.run(
            *("trail", "verify", "--json", "--folder", str(folder), "--public-key", str(key or self.public_key)),
            check=False,
        )
        report = json.loads(result.stdout)
        assert result.returncode == (0 if report["sound"] else 1), result
        assert report["sound"] == (report["findings"] == []), report
        return report


@pytest.fixture(scope="module")
def log(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Log:
    lodge = make_module_lodge(vault.world())
    kms = lodge.client("kms", vault.tenant(lodge, "123"))
    for _ in range(5):
        kms.encrypt(KeyId=ALIAS_123, Plaintext=SECRET)
        refusal(lambda: kms.encrypt(KeyId=ALIAS_456, Plaintext=SECRET))
    # A log in use verifies as well.
    report = json.loads(lodge.run("trail", "verify", "--json", "--data", str(lodge.data)).stdout)
    assert report["sound"] is True
    lodge.restart()
    lodge.client("kms", "A/admin").list_keys()
    lodge.stop()
    safe = tmp_path_factory.mktemp("safe")
    return Log(lodge, lodge.data / "trail", Path(shutil.copy(lodge.data / "trail" / "public-key.pem", safe)))


def test_an_untouched_log_is_sound(log: Log) -> None:
    report = log.verify(log.folder)
    assert report["sound"] is True
    assert report["records"] == report["lastSequence"] == len(tail(log.lodge, "--json", "-n", "100000"))
    text = log.lodge.run("trail", "verify", "--data", str(log.lodge.data)).stdout
    assert f"{report['records']} records" in text
    assert "nothing was edited, removed, reordered or cut off" in text


def test_an_outside_verifier_agrees(log: Log) -> None:
    key = load_pem_public_key(log.public_key.read_bytes()).public_bytes(Encoding.Raw, PublicFormat.Raw)
    command = [sys.executable, VERIFIER, log.folder, key.hex()]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert result.stdout == f"{log.verify(log.folder)['records']} records, sound\n", result.stderr


Lines = list[bytes]


def flip_a_byte(lines: Lines) -> None:
    line = bytearray(lines[middle(lines)])
    line[len(line) // 2] ^= 0x01
    lines[middle(lines)] = bytes(line)


def remove_a_record(lines: Lines) -> None:
    del lines[middle(lines)]


def remove_a_record_and_its_commit(lines: Lines) -> None:
    at = middle(lines)
    assert lines[at + 1].startswith(b'{"commit":')
    del lines[at : at + 2]


def swap_two_records(lines: Lines) -> None:
    first, second = record_lines(lines)[3:5]
    lines[first], lines[second] = lines[second], lines[first]


def swap_two_events(lines: Lines) -> None:
    """Only the events, so that numbers and chain stand where they stood."""
    first, second = record_lines(lines)[3:5]
    heads, events = zip(*(lines[at].split(b',"event":', 1) for at in (first, second)), strict=True)
    lines[first] = heads[0] + b',"event":' + events[1]
    lines[second] = heads[1] + b',"event":' + events[0]


def repeat_a_record(lines: Lines) -> None:
    lines.insert(middle(lines), lines[middle(lines)])


def cut_the_last_record_short(lines: Lines) -> None:
    last = record_lines(lines)[-1]
    lines[last:] = [lines[last][: len(lines[last]) // 2]]


def cut_the_last_record_off(lines: Lines) -> None:
    del lines[record_lines(lines)[-1] :]


def hide_a_denial(lines: Lines) -> None:
    at = next(at for at in record_lines(lines) if b"AccessDeniedException" in lines[at])
    lines[at] = lines[at].replace(b"AccessDeniedException", b"ThrottlingExceptionXX")


def blame_somebody_else(lines: Lines) -> None:
    at = middle(lines)
    assert b"Tenant123Session" in lines[at]
    lines[at] = lines[at].replace(b"Tenant123Session", b"Tenant456Session")


def empty_the_log(lines: Lines) -> None:
    lines.clear()


@pytest.mark.parametrize(
    "tamper",
    [
        flip_a_byte,
        remove_a_record,
        remove_a_record_and_its_commit,
        swap_two_records,
        swap_two_events,
        repeat_a_record,
        cut_the_last_record_short,
        cut_the_last_record_off,
        hide_a_denial,
        blame_somebody_else,
        empty_the_log,
    ],
    ids=lambda tamper: tamper.__name__,
)
def test_tampering_is_found(log: Log, tmp_path: Path, tamper: Callable[[Lines], None]) -> None:
    copy = Path(shutil.copytree(log.folder, tmp_path / "copy"))
    segment = copy / "000000000001.jsonl"
    lines = segment.read_bytes().splitlines(keepends=True)
    before = list(lines)
    tamper(lines)
    assert lines != before
    segment.write_bytes(b"".join(lines))
    report = log.verify(copy)
    assert report["sound"] is False
    assert all(finding["problem"] and finding["file"] for finding in report["findings"])
    text = log.lodge.run("trail", "verify", "--folder", str(copy), "--public-key", str(log.public_key), check=False)
    assert text.returncode == 1
    assert "WRONG" in text.stdout
    assert "has been tampered with or damaged" in text.stdout


@pytest.mark.parametrize("name", ["000000000001.jsonl", "head.json", "public-key.pem"])
def test_a_removed_file_is_found(log: Log, tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(log.folder, tmp_path / "copy"))
    (copy / name).unlink()
    report = log.verify(copy)
    assert report["sound"] is False
    assert any(finding["file"] == name and "missing" in finding["problem"] for finding in report["findings"]), report


def test_any_flipped_bit_is_found(log: Log, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(log.folder, tmp_path / "copy"))
    segment = copy / "000000000001.jsonl"
    content = segment.read_bytes()
    positions = random.Random(1).sample(range(len(content)), 60)
    for position in [0, *positions, len(content) - 1]:
        bent = bytearray(content)
        bent[position] ^= 1 << (position % 8)
        segment.write_bytes(bent)
        assert log.verify(copy)["sound"] is False, f"byte {position} of {len(content)}"


def test_another_key_is_noticed(log: Log, tmp_path: Path, make_lodge: Callable[..., Lodge]) -> None:
    other = make_lodge()
    other.stop()
    other_key = other.data / "trail" / "public-key.pem"
    assert log.verify(log.folder, other_key)["sound"] is False
    # Another log in the place of this one.
    assert log.verify(other.data / "trail")["sound"] is False
    assert log.verify(other.data / "trail", other_key)["sound"] is True


def test_a_lodge_does_not_go_on_with_a_log_that_was_tampered_with(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    lodge.client("kms", "A/admin").list_keys()
    lodge.stop()
    segment = lodge.data / "trail" / "000000000001.jsonl"
    untouched = segment.read_bytes()
    segment.write_bytes(untouched.replace(b"ListKeys", b"ListKeyz"))
    with pytest.raises(AssertionError, match="ended before it was ready"):
        lodge.start()
    assert "audit log" in lodge.output()
    segment.write_bytes(untouched)
    lodge.start()


# Equipment.


def request_id(answer: Json) -> str:
    return answer["ResponseMetadata"]["RequestId"]


def refusal(call: Callable[[], Any], code: str = "AccessDeniedException") -> str:
    """The request id of a call that is refused."""
    with pytest.raises(ClientError) as caught:
        call()
    assert caught.value.response["Error"]["Code"] == code, caught.value
    return request_id(caught.value.response)


def tail(lodge: Lodge, *arguments: str) -> list[str]:
    return lodge.run("trail", "tail", "--data", str(lodge.data), *arguments).stdout.splitlines()


def records(lodge: Lodge) -> dict[str, Json]:
    """All records of calls, by request id."""
    found = [json.loads(line) for line in tail(lodge, "--json", "-n", "100000")]
    return {record["requestID"]: record for record in found if "requestID" in record}


def decisions(record: Json) -> list[Json]:
    return record["additionalEventData"]["lodge"]["decisions"]


def lookup(lodge: Lodge, caller: str, key: str, value: str) -> list[Json]:
    """The records that LookupEvents finds by one attribute."""
    pages = (
        lodge.client("cloudtrail", caller)
        .get_paginator("lookup_events")
        .paginate(LookupAttributes=[{"AttributeKey": key, "AttributeValue": value}])
    )
    return [json.loads(event["CloudTrailEvent"]) for page in pages for event in page["Events"]]


def record_lines(lines: Lines) -> list[int]:
    """Where the records stand among a segment's lines."""
    return [at for at, line in enumerate(lines) if line.startswith(b'{"seq":')]


def middle(lines: Lines) -> int:
    """A record amid the walkthrough's calls."""
    return next(at for at in record_lines(lines)[6:] if b"Tenant123Session" in lines[at])
