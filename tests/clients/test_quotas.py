"""Request quotas: who calls too often is told so in a way that clients understand, and nobody else notices."""

import base64
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from lodge import Lodge, refused
from wire import kms_request, wire

EXCEEDED = "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls."


def calls_until_throttled(call: Callable[[], Any], most: int = 2000) -> ClientError:
    """Calls until a call is throttled; gives its error."""
    for _ in range(most):
        try:
            call()
        except ClientError as error:
            if error.response["Error"]["Code"] in ("ThrottlingException", "Throttling"):
                return error
            raise
    raise AssertionError(f"{most} calls and none was throttled")


def test_who_calls_too_often_is_throttled_and_others_are_not(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(arguments=("--quota", "kms:Symmetric=5"))
    kms, other = lodge.client("kms", "A/admin"), lodge.client("kms", "B/admin")
    error = calls_until_throttled(lambda: kms.generate_random(NumberOfBytes=8)).response
    assert error["Error"] == {"Code": "ThrottlingException", "Message": EXCEEDED}
    assert error["ResponseMetadata"]["HTTPStatusCode"] == 400
    # Another account, another region and another kind of call have their own quotas.
    other.generate_random(NumberOfBytes=8)
    lodge.client("kms", "A/admin", region="eu-west-1").generate_random(NumberOfBytes=8)
    kms.list_keys()


def test_query_services_throttle_in_their_own_words(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(arguments=("--quota", "sts=1", "--quota", "iam=1"))
    for service, call in (("sts", "get_caller_identity"), ("iam", "list_users")):
        error = calls_until_throttled(getattr(lodge.client(service, "A/admin"), call)).response
        assert error["Error"]["Code"] == "Throttling"
        assert error["Error"]["Message"] == "Rate exceeded"
        assert error["ResponseMetadata"]["HTTPStatusCode"] == 400


@pytest.mark.parametrize("mode", ["legacy", "standard", "adaptive"])
def test_boto3_waits_and_tries_again_by_itself(make_lodge: Callable[..., Lodge], mode: str) -> None:
    lodge = make_lodge(
        arguments=(
            "--quota",
            "kms:ListKeys=4",
        )
    )
    config = Config(retries={"mode": mode, "total_max_attempts": 12})
    kms = lodge.client("kms", "A/admin", config=config)
    answers = [kms.list_keys() for _ in range(16)]
    assert any(answer["ResponseMetadata"]["RetryAttempts"] > 0 for answer in answers)


def test_the_aws_cli_waits_and_tries_again_by_itself(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(
        arguments=(
            "--quota",
            "sts=0.2",
        )
    )
    calls_until_throttled(lodge.client("sts", "A/admin").get_caller_identity)
    program = Path(sys.executable).with_name("aws")
    result = subprocess.run(
        [program, "--debug", "--output", "json", "sts", "get-caller-identity"],
        capture_output=True,
        text=True,
        timeout=180,
        stdin=subprocess.DEVNULL,
        env=lodge.environment("A/admin") | {"AWS_MAX_ATTEMPTS": "12"},
    )
    assert result.returncode == 0, result.stderr[-2000:]
    assert json.loads(result.stdout)["Account"] == "111122223333"
    assert "<Code>Throttling</Code>" in result.stderr


def test_kinds_of_keys_count_apart(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(arguments=("--quota", "kms:Ecc=0.1", "--quota", "kms:DataKeyPair-ECC_NIST_P256=0.1"))
    kms = lodge.client("kms", "A/admin")
    symmetric = kms.create_key()["KeyMetadata"]["KeyId"]
    keys = {
        spec: kms.create_key(KeySpec=spec, KeyUsage="SIGN_VERIFY")["KeyMetadata"]["KeyId"]
        for spec in ("ECC_NIST_P256", "ECC_NIST_EDWARDS25519", "RSA_2048")
    }
    message = {"Message": b"text", "MessageType": "RAW"}

    def sign(spec: str, algorithm: str) -> None:
        kms.sign(KeyId=keys[spec], SigningAlgorithm=algorithm, **message)

    calls_until_throttled(lambda: sign("ECC_NIST_P256", "ECDSA_SHA_256"), 11)
    with refused("ThrottlingException", EXCEEDED):
        sign("ECC_NIST_EDWARDS25519", "ED25519_SHA_512")
    sign("RSA_2048", "RSASSA_PSS_SHA_256")
    kms.encrypt(KeyId=symmetric, Plaintext=b"text")
    calls_until_throttled(lambda: kms.generate_data_key_pair(KeyId=symmetric, KeyPairSpec="ECC_NIST_P256"), 11)
    kms.generate_data_key_pair(KeyId=symmetric, KeyPairSpec="ECC_NIST_P384")


def test_settings_are_kept_for_later_starts_and_checked(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    lodge = make_lodge(folder=tmp_path, arguments=("--quota", "aws", "--quota", "kms:ListKeys=1"))
    settings = json.loads((lodge.data / "lodge.json").read_text())
    assert settings["quotas"] == ["aws", "kms:ListKeys=1"]
    lodge.stop()
    lodge = make_lodge(folder=tmp_path)
    calls_until_throttled(lodge.client("kms", "A/admin").list_keys, 100)
    # AWS's own figure: 5 a second.
    kms = lodge.client("kms", "A/admin")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    calls_until_throttled(lambda: kms.update_key_description(KeyId=key, Description="more"), 400)
    lodge.stop()
    lodge = make_lodge(arguments=("--quota", "unlimited"))
    kms = lodge.client("kms", "A/admin")
    for _ in range(100):
        kms.list_keys()
    for setting, part in (("kms:Dsa=1", "no quota"), ("kms:Rsa=fast", "no rate"), ("kms:Rsa", "no quota setting")):
        result = lodge.run("up", "--data", str(lodge.data), "--quota", setting, check=False)
        assert result.returncode != 0
        assert part in result.stderr


@contextmanager
def flood(lodge: Lodge, request: bytes, rate: int, connections: int) -> Iterator[dict[str, int]]:
    """Sends a request so many times a second meanwhile; gives, at the end, how often each status was answered."""
    url = urlsplit(lodge.endpoint)
    statuses: dict[str, int] = {}
    command = [sys.executable, Path(__file__).with_name("flood.py"), url.hostname, str(url.port), str(rate)]
    with subprocess.Popen([*command, str(connections)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(f"{len(request)}\n".encode() + request)
            process.stdin.flush()
            assert process.stdout.readline() == b"flooding\n"
            yield statuses
            process.stdin.close()
            statuses |= json.loads(process.stdout.read())
        finally:
            process.kill()


def median_latency(lodge: Lodge, request: bytes, seconds: float) -> float:
    """Calls one after the other for a while; each must succeed."""
    took = []
    end = time.monotonic() + seconds
    with wire(lodge) as connection:
        while time.monotonic() < end:
            began = time.monotonic()
            assert connection.exchange(request).status == 200
            took.append(time.monotonic() - began)
    return statistics.median(took)


def encrypt_request(lodge: Lodge, user: str) -> bytes:
    """A signed Encrypt with a new key of the user's account."""
    key = lodge.client("kms", user).create_key()["KeyMetadata"]["KeyId"]
    body = json.dumps({"KeyId": key, "Plaintext": base64.b64encode(b"x" * 64).decode()}).encode()
    return kms_request(lodge, user, "Encrypt", body)


def test_an_account_at_ten_times_its_quota_does_not_slow_another(make_lodge: Callable[..., Lodge]) -> None:
    quota, seconds = 100, 4
    lodge = make_lodge(http=True, arguments=("--quota", f"kms:Symmetric={quota}"))
    greedy, modest = encrypt_request(lodge, "A/admin"), lodge.client("kms", "B/admin")
    mine = kms_request(lodge, "B/admin", "ListKeys")
    modest.list_keys()
    alone = median_latency(lodge, mine, seconds)
    began = time.monotonic()
    with flood(lodge, greedy, 10 * quota, 8) as statuses:
        beside = median_latency(lodge, mine, seconds)
    elapsed = time.monotonic() - began
    # The flood was one, and got no more than its quota.
    assert statuses["400"] > 2 * quota, statuses
    assert 0 < statuses["200"] <= quota * (elapsed + 2), statuses
    # Generous, for machines with much else to do.
    assert beside < 10 * alone, f"median {alone * 1000:.2f} ms alone, {beside * 1000:.2f} ms beside the flood"
    _flood_left_few_records(lodge, statuses["400"])


def _flood_left_few_records(lodge: Lodge, throttled: int) -> None:
    lodge.stop()
    tail = lodge.run("trail", "tail", "--data", str(lodge.data), "-n", "100000", "--json").stdout
    records = [json.loads(line) for line in tail.splitlines()]
    one_by_one = [record for record in records if record.get("errorCode") == "ThrottlingException"]
    assert len(one_by_one) <= 20
    together = [record for record in records if record["eventName"] == "ThrottledCalls"]
    assert {record["userIdentity"]["accountId"] for record in together} == {"111122223333"}
    assert len(one_by_one) + sum(record["additionalEventData"]["calls"] for record in together) == throttled


def test_an_account_that_computes_a_lot_does_not_take_all_processors(make_lodge: Callable[..., Lodge]) -> None:
    seconds = 4
    lodge = make_lodge(http=True)
    kms = lodge.client("kms", "A/admin")
    key = kms.create_key(KeySpec="RSA_4096", KeyUsage="SIGN_VERIFY")["KeyMetadata"]["KeyId"]
    body = {"KeyId": key, "Message": "dGV4dA==", "SigningAlgorithm": "RSASSA_PSS_SHA_512"}
    sign = kms_request(lodge, "A/admin", "Sign", json.dumps(body).encode())
    mine = encrypt_request(lodge, "B/admin")
    alone = median_latency(lodge, mine, seconds)
    with flood(lodge, sign, 5000, 64) as statuses:
        beside = median_latency(lodge, mine, seconds)
    assert statuses["200"] > 100, statuses
    # The processors are shared with the flood; but nobody waits behind 64 signatures of some milliseconds each.
    assert beside < 20 * alone, f"median {alone * 1000:.2f} ms alone, {beside * 1000:.2f} ms beside the flood"
