"""People of many tenants in one DynamoDB table, what is personal in an item encrypted with the key of its tenant.

python dynamodb.py TENANT put ID '{"country": "AT", "email": "ann@example.com", "phones": ["+43 1"]}'
python dynamodb.py TENANT get ID
python dynamodb.py TENANT find EMAIL
"""

import argparse
import json
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import boto3
from boto3.dynamodb.conditions import Key
from botocore.exceptions import BotoCoreError, ClientError
from lodge_sdk import BeaconKey, Fields, LodgeError, TenantEncryption

ROLE = "arn:aws:iam::111122223333:role/ServiceARole"
TABLE = "people"
BY_EMAIL = "people-by-email"

# The beacon of an email address has 32 bits: people of one tenant who share one by chance are rare.
BITS = 32
FORM = "dynamodb"
FIELDS = Fields("name", "email", "phones", form=FORM).searchable("email", "email_beacon", BITS)

# boto3 makes the classes of its resources at run time.
Resource = Any


class People:
    """The people of one tenant. No method takes a tenant: a mistake in a request cannot name another one."""

    def __init__(self, table: Resource, encryption: TenantEncryption, tenant: str) -> None:
        self._table = table
        self._encryption = encryption
        self._tenant = tenant
        self._opened: BeaconKey | None = None
        self._partition = f"TENANT#{tenant}"

    def put(self, person_id: str, person: Mapping[str, Any]) -> None:
        """Stores a person: `name`, `email` and `phones` encrypted, everything else as it is."""
        key = self._key(f"PERSON#{person_id}")
        item = self._encryption.encrypt_fields(self._tenant, _row(key), person, FIELDS, beacons=self._beacons)
        self._table.put_item(Item=item | key)

    def get(self, person_id: str) -> dict[str, Any] | None:
        """A person, or None when the tenant has none of that id."""
        key = self._key(f"PERSON#{person_id}")
        item = self._table.get_item(Key=key).get("Item")
        return item and self._encryption.decrypt_fields(self._tenant, _row(key), item, FIELDS)

    def find(self, email: str) -> list[dict[str, Any]]:
        """The people with an email address. The index is a moment behind the table."""
        beacon = FIELDS.beacon(self._beacons, "email", email)
        pages = self._table.meta.client.get_paginator("query").paginate(
            TableName=self._table.name,
            IndexName=BY_EMAIL,
            KeyConditionExpression=Key("tenant").eq(self._partition) & Key("email_beacon").eq(beacon),
        )
        rows = [(_row(item), item) for page in pages for item in page["Items"]]
        people = self._encryption.decrypt_rows(self._tenant, rows, FIELDS)
        return [person for person in people if person.get("email") == email]

    def _key(self, item_id: str) -> dict[str, str]:
        return {"tenant": self._partition, "id": item_id}

    @property
    def _beacons(self) -> BeaconKey:
        # Not a cached_property: before Python 3.12 one lock holds up all tenants.
        if self._opened is None:
            self._opened = self._encryption.open_beacon_key(self._tenant, self._sealed_beacon_key())
        return self._opened

    def _sealed_beacon_key(self) -> bytes:
        """The tenant's beacon key, from an item of its own. Whoever needs it first makes it."""
        key = self._key("BEACON-KEY")
        item = self._table.get_item(Key=key, ConsistentRead=True).get("Item")
        if item is None:
            # When two make one at the same time, both get the one that came first.
            item = self._table.update_item(
                Key=key,
                UpdateExpression="SET sealed = if_not_exists(sealed, :new)",
                ExpressionAttributeValues={":new": self._encryption.create_beacon_key(self._tenant)},
                ReturnValues="ALL_NEW",
            )["Attributes"]
        return bytes(item["sealed"])


def _row(item: Mapping[str, Any]) -> str:
    """What an encrypted field is bound to: it opens in this item of this table only."""
    return f"{TABLE}/{item['id']}"


def create_table(dynamodb: Resource) -> Resource:
    """Makes the table. In it and in its index the tenant leads the key, as IAM's `dynamodb:LeadingKeys` wants it."""
    table = dynamodb.create_table(
        TableName=TABLE,
        AttributeDefinitions=[
            {"AttributeName": name, "AttributeType": "S"} for name in ("tenant", "id", "email_beacon")
        ],
        KeySchema=[{"AttributeName": "tenant", "KeyType": "HASH"}, {"AttributeName": "id", "KeyType": "RANGE"}],
        GlobalSecondaryIndexes=[
            {
                "IndexName": BY_EMAIL,
                "KeySchema": [
                    {"AttributeName": "tenant", "KeyType": "HASH"},
                    {"AttributeName": "email_beacon", "KeyType": "RANGE"},
                ],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    table.wait_until_exists()
    return table


def person(text: str) -> dict[str, Any]:
    """A person, as the command line has it."""
    try:
        given = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not JSON: {error}") from error
    if not isinstance(given, dict):
        raise argparse.ArgumentTypeError("not a JSON object")
    return given


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    # In a service, the tenant is what a token says that was checked.
    parser.add_argument("tenant")
    parser.add_argument("command", choices=["put", "get", "find"])
    parser.add_argument("argument", metavar="ID or EMAIL")
    parser.add_argument("person", nargs="?", type=person, default={})
    options = parser.parse_args()

    dynamodb = boto3.resource("dynamodb")
    exists = TABLE in dynamodb.meta.client.list_tables()["TableNames"]
    table = dynamodb.Table(TABLE) if exists else create_table(dynamodb)
    people = People(table, TenantEncryption(ROLE), options.tenant)
    match options.command:
        case "put":
            people.put(options.argument, options.person)
        case "get":
            print(json.dumps(people.get(options.argument), default=str))
        case "find":
            print(json.dumps(people.find(options.argument), default=str))


if __name__ == "__main__":
    try:
        main()
    except (LodgeError, BotoCoreError, ClientError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
