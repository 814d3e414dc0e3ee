"""People of many tenants in PostgreSQL tables, what is personal in a row encrypted with the key of its tenant.

    python postgresql.py TENANT put ID '{"country": "AT", "name": "Ann", "email": "ann@example.com", "salary": 1234.5}'
    python postgresql.py TENANT get ID
    python postgresql.py TENANT find EMAIL

The variables PGHOST, PGDATABASE, PGUSER and others say where the database is, as for psql.
"""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import psycopg
from botocore.exceptions import BotoCoreError
from lodge_sdk import BeaconKey, Fields, LodgeError, TenantEncryption
from psycopg.rows import dict_row

ROLE = "arn:aws:iam::111122223333:role/ServiceARole"

# The beacon of an email address has 32 bits: people of one tenant who share one by chance are rare.
BITS = 32
FIELDS = Fields("name", "email", "salary").searchable("email", "email_beacon", BITS)
COLUMNS = ("country", "name", "email", "salary")

# An encrypted column is bytea, whatever its values are. The policies are the second line: when a query forgets its WHERE,
# PostgreSQL shows the rows of one tenant still. They bind everybody but superusers, also the tables' owner (FORCE).
SCHEMA = """
CREATE TABLE IF NOT EXISTS people (
    tenant text, id text, country text, name bytea, email bytea, email_beacon text, salary bytea,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS people_by_email ON people (tenant, email_beacon);
CREATE TABLE IF NOT EXISTS beacon_keys (tenant text PRIMARY KEY, sealed bytea NOT NULL);
"""
ONE_TENANT = """
ALTER TABLE {0} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS one_tenant ON {0};
CREATE POLICY one_tenant ON {0} USING (tenant = current_setting('app.tenant', true));
"""
PUT = """
INSERT INTO people (tenant, id, country, name, email, email_beacon, salary)
VALUES (%(tenant)s, %(id)s, %(country)s, %(name)s, %(email)s, %(email_beacon)s, %(salary)s)
ON CONFLICT (tenant, id) DO UPDATE SET
    (country, name, email, email_beacon, salary)
    = (EXCLUDED.country, EXCLUDED.name, EXCLUDED.email, EXCLUDED.email_beacon, EXCLUDED.salary)
"""
GET = "SELECT * FROM people WHERE (tenant, id) = (%s, %s)"
FIND = "SELECT * FROM people WHERE (tenant, email_beacon) = (%s, %s)"


class People:
    """The people of one tenant. No method takes a tenant: a mistake in a request cannot name another one."""

    def __init__(self, connection: psycopg.Connection, encryption: TenantEncryption, tenant: str) -> None:
        self._connection = connection
        self._encryption = encryption
        self._tenant = tenant
        self._opened: BeaconKey | None = None

    def put(self, person_id: str, person: Mapping[str, Any]) -> None:
        """Stores a person: `name`, `email` and `salary` encrypted, also when they are NULL, and `country` as it is."""
        whole = dict.fromkeys(COLUMNS) | person
        if len(whole) != len(COLUMNS):
            raise ValueError(f"a person has only these columns: {', '.join(COLUMNS)}")
        row = self._encryption.encrypt_fields(self._tenant, _row(person_id), whole, FIELDS, beacons=self._beacons)
        with self._rows() as rows:
            rows.execute(PUT, row | {"tenant": self._tenant, "id": person_id})

    def get(self, person_id: str) -> dict[str, Any] | None:
        """A person, or None when the tenant has none of that id."""
        with self._rows() as rows:
            row = rows.execute(GET, (self._tenant, person_id)).fetchone()
        return row and self._encryption.decrypt_fields(self._tenant, _row(person_id), row, FIELDS)

    def find(self, email: str) -> list[dict[str, Any]]:
        """The people with an email address."""
        beacon = FIELDS.beacon(self._beacons, "email", email)
        with self._rows() as rows:
            found = [(_row(row["id"]), row) for row in rows.execute(FIND, (self._tenant, beacon))]
        people = self._encryption.decrypt_rows(self._tenant, found, FIELDS)
        return [person for person in people if person["email"] == email]

    @contextlib.contextmanager
    def _rows(self) -> Iterator[psycopg.Cursor[dict[str, Any]]]:
        """A transaction to which the policies show the rows of this tenant."""
        with self._connection.transaction(), self._connection.cursor(row_factory=dict_row) as rows:
            rows.execute("SELECT set_config('app.tenant', %s, true)", (self._tenant,))
            yield rows

    @property
    def _beacons(self) -> BeaconKey:
        # Not a cached_property: before Python 3.12 one lock holds up all tenants.
        if self._opened is None:
            self._opened = self._encryption.open_beacon_key(self._tenant, self._sealed_beacon_key())
        return self._opened

    def _sealed_beacon_key(self) -> bytes:
        """The tenant's beacon key, from a row of its own. Whoever needs it first makes it."""
        stored = "SELECT sealed FROM beacon_keys WHERE tenant = %s"
        with self._rows() as rows:
            row = rows.execute(stored, (self._tenant,)).fetchone()
        if row is None:
            new = self._encryption.create_beacon_key(self._tenant)
            with self._rows() as rows:
                # When two make one at the same time, both get the one that came first.
                rows.execute(
                    "INSERT INTO beacon_keys (tenant, sealed) VALUES (%s, %s) ON CONFLICT DO NOTHING",
                    (self._tenant, new),
                )
                row = rows.execute(stored, (self._tenant,)).fetchone()
        return row["sealed"]


def _row(person_id: str) -> str:
    """What an encrypted column is bound to: it opens in this row of this table only."""
    return f"people/{person_id}"


def create_tables(connection: psycopg.Connection) -> None:
    """Makes the tables, their index and their policies, where they are not there."""
    with connection.transaction():
        connection.execute(SCHEMA)
        for table in ("people", "beacon_keys"):
            connection.execute(ONE_TENANT.format(table))


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

    with psycopg.connect(autocommit=True) as connection:
        create_tables(connection)
        people = People(connection, TenantEncryption(ROLE), options.tenant)
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
    except (LodgeError, BotoCoreError, psycopg.Error, ValueError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
