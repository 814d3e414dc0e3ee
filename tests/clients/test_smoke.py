"""The tests' own equipment: it must not be the reason that a test passes or fails."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bootstrap import two_accounts
from dynamodb import DynamoDb
from lodge import AwsCliError, Credentials, Lodge

# A stand-in for the binary that keeps to its contract and to nothing else.
STAND_IN = """#!{python}
import argparse, json, os, signal, sys
parser = argparse.ArgumentParser()
parser.add_argument("command")
for name in ("--data", "--listen", "--bootstrap", "--ready-file"):
    parser.add_argument(name)
options = parser.parse_args()
print("bootstrapped" if options.bootstrap else "continued", flush=True)
ready = {{"endpoint": "https://127.0.0.1:1", "ca": options.data + "/tls/ca.pem", "pid": os.getpid()}}
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
with open(options.ready_file + ".new", "w") as file:
    json.dump(ready, file)
os.rename(options.ready_file + ".new", options.ready_file)
signal.sigwait([signal.SIGTERM])
"""

MakeStandIn = Callable[[str], Lodge]


@pytest.fixture
def stand_in(tmp_path: Path) -> MakeStandIn:
    def make(program: str) -> Lodge:
        binary = tmp_path / "stand-in"
        binary.write_text(program)
        binary.chmod(0o700)
        return Lodge(binary, tmp_path, two_accounts())

    return make


def test_dynamodb_keeps_a_binary_attribute(dynamodb: DynamoDb) -> None:
    ciphertext = bytes(range(256))
    client = dynamodb.client()
    client.create_table(
        TableName="smoke",
        AttributeDefinitions=[
            {"AttributeName": "tenant", "AttributeType": "S"},
            {"AttributeName": "record", "AttributeType": "S"},
        ],
        KeySchema=[
            {"AttributeName": "tenant", "KeyType": "HASH"},
            {"AttributeName": "record", "KeyType": "RANGE"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    client.get_waiter("table_exists").wait(TableName="smoke", WaiterConfig={"Delay": 1, "MaxAttempts": 10})
    key = {"tenant": {"S": "123"}, "record": {"S": "profile"}}
    client.put_item(TableName="smoke", Item=key | {"secret": {"B": ciphertext}})

    assert client.get_item(TableName="smoke", Key=key)["Item"]["secret"]["B"] == ciphertext
    found = client.query(
        TableName="smoke",
        KeyConditionExpression="tenant = :tenant",
        ExpressionAttributeValues={":tenant": {"S": "123"}},
    )
    assert [item["secret"]["B"] for item in found["Items"]] == [ciphertext]
    table = dynamodb.resource().Table("smoke")
    assert table.get_item(Key={"tenant": "123", "record": "profile"})["Item"]["secret"].value == ciphertext


def test_a_lodge_is_bootstrapped_once_and_ends_as_asked(stand_in: MakeStandIn) -> None:
    lodge = stand_in(STAND_IN.format(python=sys.executable))
    lodge.start()
    first = lodge.pid
    lodge.restart()
    assert lodge.pid != first
    lodge.kill()
    assert not lodge.running
    lodge.start()
    lodge.stop()
    assert lodge.output().split() == ["bootstrapped", "continued", "continued"]


def test_a_lodge_that_cannot_start_says_why(stand_in: MakeStandIn) -> None:
    lodge = stand_in("#!/bin/sh\necho the data folder is not mine >&2\nexit 3\n")
    with pytest.raises(AssertionError, match="the data folder is not mine"):
        lodge.start()
    assert not lodge.running


def test_boto3_and_the_aws_cli_speak_to_the_endpoint_alone(stand_in: MakeStandIn, dynamodb: DynamoDb) -> None:
    lodge = stand_in("")
    lodge.endpoint, lodge.ca = dynamodb.endpoint, None
    tables = lodge.client("dynamodb", "A/admin").list_tables()["TableNames"]
    assert lodge.aws("A/admin", "dynamodb", "list-tables")["TableNames"] == tables
    with pytest.raises(AwsCliError, match="ResourceNotFoundException"):
        lodge.aws("B/admin", "dynamodb", "describe-table", "--table-name", "absent")


def test_callers_are_named_by_account_and_user(stand_in: MakeStandIn) -> None:
    lodge = stand_in("")
    key = lodge.bootstrap["accounts"][1]["users"][0]["accessKeys"][0]
    assert lodge.credentials("B/admin") == Credentials(key["id"], key["secret"])
    assert key["secret"] not in repr(lodge.credentials("B/admin"))
    with pytest.raises(KeyError, match="C/admin"):
        lodge.credentials("C/admin")
