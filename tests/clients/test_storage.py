"""examples/storage: what the examples do, and what nobody reads who may write the whole storage."""

import contextlib
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import boto3
import psycopg
import pytest
from lodge_sdk import (
    AccessDenied,
    InvalidInput,
    KeyDisabled,
    LodgeError,
    Tampered,
    TenantEncryption,
    WrongContext,
    WrongTenant,
)

import vault
from bootstrap import Json
from dynamodb import DynamoDb
from lodge import Caller, Credentials, Lodge, environment_without_settings, wait_for
from moto_server import Moto
from openid_provider import AUDIENCE, HOST, ISSUER, Provider
from postgresql import PORT, PostgreSql
from storage import dynamodb as on_dynamodb
from storage import postgresql as on_postgresql
from storage import s3 as on_s3

EXAMPLES = Path(on_s3.__file__).parent
ANN = {"country": "AT", "name": "Ann Example", "email": "ann@example.com"}
BOB = {"country": "CH", "name": "Bob Example", "email": "bob@example.com"}

#: A row as it is stored, without its key.
Row = dict[str, Any]


# The world.


def encryption_for(server: Lodge | Moto, caller: Caller, role: str = vault.SERVICE_A_ROLE) -> TenantEncryption:
    """The SDK as it is in the environment in which the caller runs."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment(caller).items():
            patch.setenv(name, value)
        return TenantEncryption(role)


@pytest.fixture(scope="module")
def world(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    """A Lodge with the roles of examples/tenant-vault."""
    return make_module_lodge(vault.world())


@dataclass
class Tenants:
    """Two tenants that nobody else uses, and Service B's SDK."""

    encryption: TenantEncryption
    ours: str
    theirs: str


@pytest.fixture(scope="module")
def service(world: Lodge) -> TenantEncryption:
    return encryption_for(world, vault.service_b_role(world))


@pytest.fixture
def tenants(world: Lodge, service: TenantEncryption) -> Tenants:
    return Tenants(service, vault.new_tenant(world)[0], vault.new_tenant(world)[0])


class Table:
    """The DynamoDB table, for somebody who may write it all."""

    #: A field with values of every kind, and those values.
    field = "phones"
    values = (
        *(True, None, Decimal(7), Decimal("1.50"), Decimal(-(10**37)), "", "\0é", b"", b"\0\xff"),
        *({"a"}, {Decimal(1), Decimal("2.5")}, {b"a", b"b"}),
        *([], [Decimal(1), ["x", None]], {}, {"a": {"b": [b"c"]}}),
    )

    def __init__(self, server: DynamoDb) -> None:
        self._server = server
        self._table = on_dynamodb.create_table(server.resource())
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def people(self, encryption: TenantEncryption, tenant: str) -> Iterator[on_dynamodb.People]:
        """The example, as a request has it. boto3 wants a resource for each thread, and makes one at a time."""
        with self._lock:
            table = self._server.resource().Table(on_dynamodb.TABLE)
        yield on_dynamodb.People(table, encryption, tenant)

    def read(self, tenant: str, person_id: str) -> Row:
        """A row."""
        item = self._table.get_item(Key=self._key(tenant, f"PERSON#{person_id}"))["Item"]
        return {name: stored(value) for name, value in item.items() if name not in ("tenant", "id")}

    def write(self, tenant: str, person_id: str, row: Row) -> None:
        """Puts a row in place."""
        self._table.put_item(Item=row | self._key(tenant, f"PERSON#{person_id}"))

    def read_beacon_key(self, tenant: str) -> bytes:
        """A tenant's sealed beacon key."""
        return stored(self._table.get_item(Key=self._key(tenant, "BEACON-KEY"))["Item"]["sealed"])

    def write_beacon_key(self, tenant: str, sealed: bytes) -> None:
        """Puts one in place."""
        self._table.put_item(Item=self._key(tenant, "BEACON-KEY") | {"sealed": sealed})

    def dump(self) -> bytes:
        """All that is stored."""
        pages = self._table.meta.client.get_paginator("scan").paginate(TableName=self._table.name)
        values = [stored(value) for page in pages for item in page["Items"] for value in item.values()]
        return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)

    @staticmethod
    def _key(tenant: str, item_id: str) -> Row:
        return {"tenant": f"TENANT#{tenant}", "id": item_id}


class Database:
    """The PostgreSQL tables, for a superuser."""

    field = "salary"
    values = (True, None, 7, -(2**63), 1.5, Decimal("1.50"), "", "é", b"", b"\0\xff")

    def __init__(self, server: PostgreSql) -> None:
        self._server = server
        # Of the database and of its owner, who is the application.
        self._name = f"storage_{uuid.uuid4().hex}"
        with server.connect() as connection:
            connection.execute(f"CREATE ROLE {self._name} LOGIN")
            connection.execute(f"CREATE DATABASE {self._name} OWNER {self._name}")
        self._root = self.connect_as_superuser()
        with self.connect() as connection:
            on_postgresql.create_tables(connection)

    def stop(self) -> None:
        """Ends the connection."""
        self._root.close()

    def connect_as_superuser(self) -> psycopg.Connection:
        """As somebody whom the policies do not bind."""
        return self._server.connect(self._name)

    def connect(self) -> psycopg.Connection:
        """As the application."""
        return self._server.connect(self._name, self._name)

    def environment(self) -> dict[str, str]:
        """The same for programs."""
        variables = {"PGHOST": self._server.folder, "PGPORT": PORT, "PGDATABASE": self._name, "PGUSER": self._name}
        return {name: str(value) for name, value in variables.items()}

    @contextlib.contextmanager
    def people(self, encryption: TenantEncryption, tenant: str) -> Iterator[on_postgresql.People]:
        """The example, as a request has it."""
        with self.connect() as connection:
            yield on_postgresql.People(connection, encryption, tenant)

    def read(self, tenant: str, person_id: str) -> Row:
        """A row."""
        names = ("country", "name", "email", "email_beacon", "salary")
        query = f"SELECT {', '.join(names)} FROM people WHERE tenant = %s AND id = %s"
        return dict(zip(names, self._root.execute(query, (tenant, person_id)).fetchone(), strict=True))

    def write(self, tenant: str, person_id: str, row: Row) -> None:
        """Puts a row in place."""
        self._root.execute(on_postgresql.PUT, row | {"tenant": tenant, "id": person_id})

    def read_beacon_key(self, tenant: str) -> bytes:
        """A tenant's sealed beacon key."""
        return self._root.execute("SELECT sealed FROM beacon_keys WHERE tenant = %s", (tenant,)).fetchone()[0]

    def write_beacon_key(self, tenant: str, sealed: bytes) -> None:
        """Puts one in place."""
        self._root.execute("UPDATE beacon_keys SET sealed = %s WHERE tenant = %s", (sealed, tenant))

    def dump(self) -> bytes:
        """All files of the server: tables, indexes, log."""
        self._root.execute("CHECKPOINT")
        return b"\n".join(path.read_bytes() for path in self._server.data.rglob("*") if path.is_file())


#: Both are tested alike.
Storage = Table | Database


@pytest.fixture(scope="module")
def table(dynamodb: DynamoDb) -> Table:
    return Table(dynamodb)


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory(prefix="lodge-postgresql-") as folder:
        server = PostgreSql(Path(folder))
        made = Database(server)
        yield made
        made.stop()
        server.stop()


@pytest.fixture(params=["table", "database"])
def storage(request: pytest.FixtureRequest) -> Storage:
    return request.getfixturevalue(request.param)


def stored(value: Any) -> Any:  # noqa: ANN401 (what an item has)
    """What boto3 gives, with bytes as bytes."""
    return bytes(value) if hasattr(value, "value") else value


# People: what works.


def test_people_are_stored_and_found(storage: Storage, tenants: Tenants) -> None:
    with storage.people(tenants.encryption, tenants.ours) as people:
        people.put("1", ANN)
        ann = people.get("1")
        assert ann.items() >= ANN.items()
        assert people.find(ANN["email"]) == [ann]
        assert people.get("2") is None
        assert people.find("nobody@example.com") == []
    # Another request.
    with storage.people(tenants.encryption, tenants.ours) as people:
        people.put("2", BOB | {"email": ANN["email"]})
        assert sorted(person["name"] for person in people.find(ANN["email"])) == [ANN["name"], BOB["name"]]
        people.put("1", ANN | {"email": "new@example.com"})
        assert people.find(ANN["email"]) == [people.get("2")]
    row = storage.read(tenants.ours, "1")
    assert row["country"] == "AT"
    assert {type(row[name]) for name in ("name", "email")} == {bytes}


def test_values_come_back_with_their_types(storage: Storage, tenants: Tenants) -> None:
    with storage.people(tenants.encryption, tenants.ours) as people:
        for number, value in enumerate(storage.values):
            people.put(str(number), ANN | {storage.field: value})
            back = people.get(str(number))[storage.field]
            assert (back, type(back)) == (value, type(value))


def test_a_person_without_personal_data(storage: Storage, tenants: Tenants) -> None:
    with storage.people(tenants.encryption, tenants.ours) as people:
        people.put("1", {"country": "AT"})
        found = people.get("1")
        assert found["country"] == "AT"
        assert not any(found.get(name) for name in ("name", "email"))


class Together:
    """The SDK of several requests that all make a beacon key before one of them goes on."""

    def __init__(self, encryption: TenantEncryption, requests: int) -> None:
        self._encryption = encryption
        self._all_made = threading.Barrier(requests)

    def create_beacon_key(self, tenant: str) -> bytes:
        made = self._encryption.create_beacon_key(tenant)
        self._all_made.wait(20)
        return made

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (all else of the SDK)
        return getattr(self._encryption, name)


def test_a_new_tenant_gets_one_beacon_key(storage: Storage, tenants: Tenants) -> None:
    together = Together(tenants.encryption, 4)

    def write(number: int) -> None:
        with storage.people(together, tenants.ours) as people:
            people.put(str(number), ANN)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))
    with storage.people(tenants.encryption, tenants.ours) as people:
        assert len(people.find(ANN["email"])) == 4


def test_many_write_at_once(storage: Storage, tenants: Tenants) -> None:
    start = threading.Barrier(8)

    def write(number: int) -> None:
        with storage.people(tenants.encryption, tenants.ours) as people:
            start.wait(20)
            for at in range(4):
                people.put(f"{number}-{at}", ANN | {"email": f"{at}@example.com"})
                people.put("the same", ANN | {"name": str(number)})

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(8)))
    with storage.people(tenants.encryption, tenants.ours) as people:
        for at in range(4):
            assert len(people.find(f"{at}@example.com")) == 8
        assert [person["name"] for person in people.find(ANN["email"])] == [people.get("the same")["name"]]


def test_what_calls_cost(storage: Storage, world: Lodge, tenants: Tenants) -> None:
    with storage.people(tenants.encryption, tenants.ours) as people:
        # A tenant's first call: the session, the beacon key, which is opened also by whoever made it, and the data key.
        people.put("1", ANN)
        assert kms_requests(world, tenants.ours) == ["GenerateDataKey", "Decrypt", "GenerateDataKey"]
        people.put("2", ANN)
        people.get("1")
        people.find("nobody@example.com")
        people.find(ANN["email"])
    assert kms_requests(world, tenants.ours)[3:] == ["GenerateDataKey", "Decrypt", "Decrypt", "Decrypt"]
    with storage.people(tenants.encryption, tenants.ours) as people:
        people.find("nobody@example.com")
    assert kms_requests(world, tenants.ours)[7:] == ["Decrypt"]


def test_a_tenant_that_is_suspended(storage: Storage, world: Lodge, service: TenantEncryption) -> None:
    tenant, key = vault.new_tenant(world)
    with storage.people(service, tenant) as people:
        people.put("1", ANN)
        keys = world.client("kms", vault.key_service(world))
        keys.disable_key(KeyId=key)
        for call in (lambda: people.get("1"), lambda: people.find(ANN["email"]), lambda: people.put("2", BOB)):
            with pytest.raises(KeyDisabled):
                call()
        keys.enable_key(KeyId=key)
        assert people.get("1")["name"] == ANN["name"]


def test_a_column_that_does_not_exist(database: Database, tenants: Tenants) -> None:
    with database.people(tenants.encryption, tenants.ours) as people, pytest.raises(ValueError, match="only these"):
        people.put("1", ANN | {"phone": "1"})


def test_an_email_address_is_found_by_the_index(database: Database, tenants: Tenants) -> None:
    with database.people(tenants.encryption, tenants.ours) as people:
        people.put("1", ANN)
    with database.connect() as connection:
        connection.execute("SET enable_seqscan = off")
        plan = connection.execute(f"EXPLAIN {on_postgresql.FIND}", (tenants.ours, "0"), prepare=False).fetchall()
    assert any("people_by_email" in line for (line,) in plan), plan


# People: what belongs to another tenant.


def test_not_by_asking(storage: Storage, tenants: Tenants) -> None:
    with (
        storage.people(tenants.encryption, tenants.ours) as ours,
        storage.people(tenants.encryption, tenants.theirs) as theirs,
    ):
        theirs.put("1", ANN)
        assert ours.get("1") is None
        assert ours.find(ANN["email"]) == []
        # The same id and the same address in both: two people.
        ours.put("1", BOB | {"email": ANN["email"]})
        assert (ours.get("1")["name"], theirs.get("1")["name"]) == (BOB["name"], ANN["name"])
        assert [person["name"] for person in ours.find(ANN["email"])] == [BOB["name"]]
    beacons = [storage.read(tenant, "1")["email_beacon"] for tenant in (tenants.ours, tenants.theirs)]
    assert beacons[0] != beacons[1]


def test_not_by_copying_a_row(storage: Storage, tenants: Tenants) -> None:
    with (
        storage.people(tenants.encryption, tenants.ours) as ours,
        storage.people(tenants.encryption, tenants.theirs) as theirs,
    ):
        theirs.put("1", ANN)
        ours.put("1", BOB)
        own_beacon = storage.read(tenants.ours, "1")["email_beacon"]
        storage.write(tenants.ours, "1", storage.read(tenants.theirs, "1") | {"email_beacon": own_beacon})
        with pytest.raises(WrongTenant):
            ours.get("1")
        with pytest.raises(WrongTenant):
            ours.find(BOB["email"])
        storage.write_beacon_key(tenants.ours, storage.read_beacon_key(tenants.theirs))
    with storage.people(tenants.encryption, tenants.ours) as ours, pytest.raises(WrongTenant):
        ours.find(ANN["email"])


def test_not_by_moving_a_ciphertext(storage: Storage, tenants: Tenants) -> None:
    places = [(tenant, person_id) for tenant in (tenants.ours, tenants.theirs) for person_id in ("1", "2")]
    for tenant, person_id in places:
        with storage.people(tenants.encryption, tenant) as people:
            people.put(person_id, ANN)
    own, other, foreign, _ = (storage.read(*place) for place in places)
    changed = bytearray(own["email"])
    changed[-1] ^= 1
    forged = foreign["email"].replace(tenants.theirs.encode(), tenants.ours.encode())
    assert forged != foreign["email"]
    with storage.people(tenants.encryption, tenants.ours) as people:
        for email, error in (
            (foreign["email"], WrongTenant),
            # Its header says that it is ours.
            (forged, WrongTenant),
            (other["email"], Tampered),
            (own["name"], Tampered),
            (bytes(changed), Tampered),
            (own["email"][:-1], Tampered),
            (b"mallory@example.com", Tampered),
        ):
            storage.write(tenants.ours, "1", own | {"email": email})
            with pytest.raises(error):
                people.get("1")
        storage.write(tenants.ours, "1", own)
        assert people.get("1")["email"] == ANN["email"]
        # The whole row, as another person.
        storage.write(tenants.ours, "3", own)
        with pytest.raises(Tampered):
            people.get("3")
        with pytest.raises(Tampered):
            people.find(ANN["email"])


def test_a_beacon_that_is_wrong_finds_nobody_else(storage: Storage, tenants: Tenants) -> None:
    """As when two addresses share a beacon by chance."""
    with storage.people(tenants.encryption, tenants.ours) as people:
        people.put("1", ANN)
        people.put("2", BOB)
        beacon = storage.read(tenants.ours, "1")["email_beacon"]
        storage.write(tenants.ours, "2", storage.read(tenants.ours, "2") | {"email_beacon": beacon})
        assert [person["name"] for person in people.find(ANN["email"])] == [ANN["name"]]


def test_a_field_that_is_gone(table: Table, database: Database, tenants: Tenants) -> None:
    """Nobody knows which attributes an item should have; a NULL in an encrypted column is not what was written."""
    for storage in (table, database):
        with storage.people(tenants.encryption, tenants.ours) as people:
            people.put("1", ANN)
    row = table.read(tenants.ours, "1")
    del row["name"]
    table.write(tenants.ours, "1", row)
    with table.people(tenants.encryption, tenants.ours) as people:
        assert "name" not in people.get("1")
    database.write(tenants.ours, "1", database.read(tenants.ours, "1") | {"name": None})
    with database.people(tenants.encryption, tenants.ours) as people, pytest.raises(Tampered):
        people.get("1")


def test_not_with_a_session_of_ones_own(storage: Storage, make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    """A tenant's token says which tenant it is, and the role is denied every other: Service B's code cannot choose."""
    provider = Provider(tmp_path)
    arguments = ("--oidc-host", f"{HOST}=127.0.0.1:{provider.port}", "--oidc-ca", str(provider.ca))
    lodge = make_lodge(vault.world(), arguments=arguments)
    trust_tokens(lodge)
    (ours, _), (theirs, _) = vault.new_tenant(lodge), vault.new_tenant(lodge)
    without_token = encryption_for(lodge, Credentials("AKIAIOSFODNN7EXAMPLE", "none"))

    def with_token(tenant: str) -> TenantEncryption:
        tags = {"principal_tags": {"tenant": [tenant]}}
        return without_token.with_web_identity(provider.token(**{"https://aws.amazon.com/tags": tags}))

    with storage.people(with_token(theirs), theirs) as people:
        people.put("1", ANN)
        assert people.get("1")["name"] == ANN["name"]
    for encryption in (with_token(ours), without_token):
        with storage.people(encryption, theirs) as people:
            with pytest.raises(AccessDenied):
                people.get("1")
            with pytest.raises(AccessDenied):
                people.find(ANN["email"])
            with pytest.raises(AccessDenied):
                people.put("1", BOB)
    provider.stop()


def test_what_is_stored_holds_no_plaintext(storage: Storage, tenants: Tenants) -> None:
    marks = {name: f"{name}-{uuid.uuid4()}" for name in ("country", "name", "email", storage.field)}
    with storage.people(tenants.encryption, tenants.ours) as people:
        people.put("1", marks)
        assert people.find(marks["email"])[0][storage.field] == marks[storage.field]
    dump = storage.dump()
    assert marks["country"].encode() in dump
    for name in ("name", "email", storage.field):
        mark = marks[name].removeprefix(f"{name}-")
        for form in (mark, mark.replace("-", ""), mark[:18]):
            assert form.encode() not in dump


def test_the_policies_of_the_tables_are_the_second_line(database: Database, tenants: Tenants) -> None:
    for tenant in (tenants.ours, tenants.theirs):
        with database.people(tenants.encryption, tenant) as people:
            people.put("1", ANN)
    with database.connect() as connection:
        for table in ("people", "beacon_keys"):
            seen = f"SELECT tenant FROM {table}"
            assert connection.execute(seen).fetchall() == []
            with connection.transaction():
                connection.execute("SELECT set_config('app.tenant', %s, true)", (tenants.ours,))
                assert connection.execute(seen).fetchall() == [(tenants.ours,)]
                assert connection.execute(f"DELETE FROM {table} WHERE tenant = %s", (tenants.theirs,)).rowcount == 0
            # Nothing of it stays for the connection's next request.
            assert connection.execute(seen).fetchall() == []
        connection.execute("SELECT set_config('app.tenant', %s, false)", (tenants.ours,))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("INSERT INTO people (tenant, id) VALUES (%s, '2')", (tenants.theirs,))


def test_the_queries_name_the_tenant_also_without_policies(database: Database, tenants: Tenants) -> None:
    with database.people(tenants.encryption, tenants.theirs) as people:
        people.put("1", ANN)
    with database.connect_as_superuser() as connection:
        people = on_postgresql.People(connection, tenants.encryption, tenants.ours)
        assert people.get("1") is None
        assert people.find(ANN["email"]) == []
        people.put("1", BOB)
    with database.people(tenants.encryption, tenants.theirs) as people:
        assert people.get("1")["name"] == ANN["name"]


# Documents.


class Bucket:
    """The bucket, for somebody who may write it all."""

    def __init__(self, s3: Any) -> None:  # noqa: ANN401 (boto3 makes the class at run time)
        self.s3 = s3
        self.name = f"documents-{uuid.uuid4()}"
        s3.create_bucket(Bucket=self.name)

    def documents(self, encryption: TenantEncryption, tenant: str) -> on_s3.Documents:
        """The example, as a request has it."""
        return on_s3.Documents(self.s3, self.name, encryption, tenant)

    def read(self, tenant: str, name: str) -> bytes:
        """An object."""
        return self.s3.get_object(Bucket=self.name, Key=f"{tenant}/{name}")["Body"].read()

    def write(self, tenant: str, name: str, body: bytes) -> None:
        """Puts an object in place."""
        self.s3.put_object(Bucket=self.name, Key=f"{tenant}/{name}", Body=body)

    def leftovers(self) -> list[str]:
        """Uploads that were neither completed nor aborted."""
        return [it["Key"] for it in self.s3.list_multipart_uploads(Bucket=self.name).get("Uploads", [])]


@pytest.fixture
def bucket(moto: Moto) -> Bucket:
    return Bucket(moto.client("s3"))


class Source(io.RawIOBase):
    """Gives `length` bytes, each different from its neighbours, and counts them; fails where it is told to."""

    def __init__(self, length: int, fails_at: int | None = None) -> None:
        self.length = length
        self.given = 0
        self._fails_at = fails_at

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        if self._fails_at is not None and self.given >= self._fails_at:
            raise ConnectionResetError("the source is gone")
        count = min(len(buffer), self.length - self.given)
        buffer[:count] = content(self.given, count)
        self.given += count
        return count


def content(start: int, count: int) -> bytes:
    """A piece of what `Source` gives."""
    whole = bytes(range(251))
    return (whole * (count // 251 + 2))[start % 251 :][:count]


@pytest.mark.parametrize(
    "length", [0, 1, 65_536, on_s3.PART_BYTES - 5000, on_s3.PART_BYTES, 2 * on_s3.PART_BYTES + 12_345]
)
def test_documents_come_back(bucket: Bucket, tenants: Tenants, tmp_path: Path, length: int) -> None:
    documents = bucket.documents(tenants.encryption, tenants.ours)
    documents.put("reports/2026", Source(length))
    path = tmp_path / "report"
    documents.get("reports/2026", path)
    assert path.read_bytes() == content(0, length)
    assert os.listdir(tmp_path) == ["report"]
    # Whole again over the old ones.
    documents.put("reports/2026", io.BytesIO(b"short"))
    documents.get("reports/2026", path)
    assert path.read_bytes() == b"short"
    assert bucket.leftovers() == []


def test_a_document_in_the_bucket_holds_no_plaintext(bucket: Bucket, tenants: Tenants) -> None:
    mark = uuid.uuid4().bytes
    bucket.documents(tenants.encryption, tenants.ours).put("1", io.BytesIO(mark * 100_000))
    body = bucket.read(tenants.ours, "1")
    assert len(body) > 1_600_000
    assert mark not in body
    assert mark[:8] not in body


def refused_document(bucket: Bucket, tenants: Tenants, folder: Path, error: type[Exception], name: str = "1") -> None:
    """Neither a new file appears nor does an old one change."""
    documents = bucket.documents(tenants.encryption, tenants.ours)
    path = folder / "document"
    for before in (None, b"older"):
        if before is not None:
            path.write_bytes(before)
        with pytest.raises(error):
            documents.get(name, path)
        assert os.listdir(folder) == ([] if before is None else ["document"])
    assert path.read_bytes() == b"older"
    path.unlink()


def test_not_the_document_of_another_tenant(bucket: Bucket, tenants: Tenants, tmp_path: Path) -> None:
    bucket.documents(tenants.encryption, tenants.theirs).put("1", Source(200_000))
    refused_document(bucket, tenants, tmp_path, bucket.s3.exceptions.NoSuchKey)
    # The name is no path, also not for a proxy that resolves one.
    for name in (f"../{tenants.theirs}/1", f"a/../../{tenants.theirs}/1", "./1", "..", "a/."):
        refused_document(bucket, tenants, tmp_path, InvalidInput, name)
        with pytest.raises(InvalidInput, match="name of a document"):
            bucket.documents(tenants.encryption, tenants.ours).put(name, Source(1))
    assert bucket.leftovers() == []
    body = bucket.read(tenants.theirs, "1")
    bucket.write(tenants.ours, "1", body)
    refused_document(bucket, tenants, tmp_path, WrongTenant)
    bucket.write(tenants.ours, "1", body.replace(tenants.theirs.encode(), tenants.ours.encode()))
    refused_document(bucket, tenants, tmp_path, WrongTenant)


def test_no_tenants_folder_is_in_anothers(bucket: Bucket, moto: Moto, tmp_path: Path) -> None:
    """A tenant's id may have a slash, or be what paths are resolved by."""
    # As the aliases of `..` and `a/..` name them.
    encryption = encryption_with(moto, "a", "a/b", "x--_2e_2e", "x--a/_2e_2e")
    places = {("a", "b/c"): b"one", ("a/b", "c"): b"other", ("..", "a/b"): b"third", ("a/..", "..."): b"fourth"}
    for (tenant, name), body in places.items():
        bucket.documents(encryption, tenant).put(name, io.BytesIO(body))
    for (tenant, name), body in places.items():
        bucket.documents(encryption, tenant).get(name, tmp_path / "document")
        assert (tmp_path / "document").read_bytes() == body
    keys = [it["Key"] for it in bucket.s3.list_objects_v2(Bucket=bucket.name)["Contents"]]
    assert sorted(keys) == ["%2E%2E/a/b", "a%2F%2E%2E/...", "a%2Fb/c", "a/b/c"]


def test_not_a_document_that_was_changed(bucket: Bucket, tenants: Tenants, tmp_path: Path) -> None:
    documents = bucket.documents(tenants.encryption, tenants.ours)
    documents.put("1", Source(200_000))
    documents.put("2", Source(200_000))
    first, second = bucket.read(tenants.ours, "1"), bucket.read(tenants.ours, "2")
    bucket.write(tenants.ours, "1", second)
    refused_document(bucket, tenants, tmp_path, WrongContext)
    # At the ends of header, first frame, second frame, and anywhere.
    for length in (0, 1, 300, 70_000, 140_000, 199_000, len(first) - 1):
        bucket.write(tenants.ours, "1", first[:length])
        refused_document(bucket, tenants, tmp_path, Tampered)
    for at in (5, 400, 100_000, len(first) - 1):
        changed = bytearray(first)
        changed[at] ^= 1
        bucket.write(tenants.ours, "1", bytes(changed))
        refused_document(bucket, tenants, tmp_path, LodgeError)
    bucket.write(tenants.ours, "1", first + b"x")
    refused_document(bucket, tenants, tmp_path, Tampered)
    bucket.write(tenants.ours, "1", first)
    documents.get("1", tmp_path / "document")


def test_not_half_a_download(bucket: Bucket, tenants: Tenants, tmp_path: Path) -> None:
    """The connection ends within the object."""
    bucket.documents(tenants.encryption, tenants.ours).put("1", Source(1_000_000))
    body = bucket.read(tenants.ours, "1")
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            for _ in range(2):
                connection, _ = listener.accept()
                with connection:
                    connection.recv(65_536)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:600_000])

        thread = threading.Thread(target=serve)
        thread.start()
        at_it = f"http://127.0.0.1:{listener.getsockname()[1]}"
        bucket.s3 = boto3.client("s3", endpoint_url=at_it, aws_access_key_id="x", aws_secret_access_key="x")
        refused_document(bucket, tenants, tmp_path, Exception)
        thread.join()


def test_an_upload_that_fails_leaves_nothing(bucket: Bucket, tenants: Tenants, tmp_path: Path) -> None:
    documents = bucket.documents(tenants.encryption, tenants.ours)
    source = Source(3 * on_s3.PART_BYTES, fails_at=2 * on_s3.PART_BYTES)
    for before in (None, b"older"):
        if before:
            documents.put("1", io.BytesIO(before))
        with pytest.raises(Exception, match="the source is gone"):
            documents.put("1", source)
        assert bucket.leftovers() == []
    documents.get("1", tmp_path / "document")
    assert (tmp_path / "document").read_bytes() == b"older"


def test_many_write_one_document(bucket: Bucket, tenants: Tenants, tmp_path: Path) -> None:
    """One of them stays, and it is whole."""
    written = [bytes([number]) * 3_000_000 for number in range(6)]
    documents = bucket.documents(tenants.encryption, tenants.ours)
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda each: documents.put("1", io.BytesIO(each)), written))
    documents.get("1", tmp_path / "document")
    assert (tmp_path / "document").read_bytes() in written
    assert bucket.leftovers() == []


def test_a_large_document_takes_no_more_memory(moto: Moto, world: Lodge, tenants: Tenants, tmp_path: Path) -> None:
    environment = example_environment(world, moto)
    peaks = {}
    for megabytes in (24, 96):
        source, copy = tmp_path / "source", tmp_path / "copy"
        with source.open("wb") as file:
            shutil.copyfileobj(Source(megabytes << 20), file)
        for command, path in (("put", source), ("get", copy)):
            arguments = [sys.executable, "-c", _PEAK, sys.executable, EXAMPLES / "s3.py"]
            arguments += [tenants.ours, command, "large", path]
            ran = subprocess.run(
                arguments, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300
            )
            assert ran.returncode == 0, ran.stderr
            peaks[command, megabytes] = int(ran.stdout) / 1024
        assert copy.stat().st_size == megabytes << 20
        assert copy.read_bytes() == source.read_bytes()
    for command in ("put", "get"):
        assert peaks[command, 96] - peaks[command, 24] < 20, peaks


# From the shell, and with another KMS.


def test_the_commands_of_the_page(lodge_binary: Path, moto: Moto, database: Database, tmp_path: Path) -> None:
    """The blocks that are marked as in docs/ are one session, with servers as the page says."""
    folder = tmp_path / "storage"
    folder.mkdir()
    for file in (*EXAMPLES.glob("*.py"), EXAMPLES / "README.md"):
        shutil.copy(file, folder)
    page = (EXAMPLES / "README.md").read_text().replace("http://127.0.0.1:4566", moto.endpoint)
    blocks = re.findall(r"^```sh test\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 3
    path = [str(lodge_binary.parent), str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = environment_without_settings() | database.environment()
    environment |= {"PATH": os.pathsep.join(path), "AWS_PAGER": "", "HOME": str(tmp_path)}
    with (tmp_path / "output").open("w+") as output:
        demo = subprocess.Popen(
            [lodge_binary, "up", "--demo", "--listen", "127.0.0.1:0", "--ready-file", tmp_path / "ready.json"],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(lambda: demo.poll() is not None or (tmp_path / "ready.json").exists(), 30, "the demo")
            wait_for(lambda: (folder / "lodge-demo" / "service-b.env").exists(), 30, "the demo's world")
            ran = subprocess.run(
                ["sh", "-euxc", "\n".join(blocks)],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=300,
            )
        finally:
            demo.terminate()
            demo.wait(30)
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
    # Tenant 123 finds her in both databases, tenant 456 in neither, and the scan of the table does not show her.
    assert (ran.stdout.count('"Ann"'), ran.stdout.count("ann@example.com")) == (2, 2), ran.stdout
    assert (ran.stdout.count("\n[]\n"), ran.stdout.count("\nnull\n")) == (1, 1), ran.stdout
    assert ran.stderr.count("WrongTenant: ") == 1, ran.stderr


def test_programs_say_in_one_line_what_is_wrong(
    world: Lodge, tenants: Tenants, moto: Moto, database: Database, tmp_path: Path
) -> None:
    environment = (
        example_environment(world, moto) | database.environment() | {"AWS_ENDPOINT_URL_DYNAMODB": moto.endpoint}
    )

    def said(program: str, *arguments: str) -> tuple[int, str]:
        ran = subprocess.run(
            [sys.executable, EXAMPLES / program, *arguments],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert ran.stdout == ""
        if ran.returncode == 1:
            assert ran.stderr.count("\n") == 1, ran.stderr
        return ran.returncode, ran.stderr.splitlines()[-1]

    nobody = f"t-{uuid.uuid4()}"
    for program in ("dynamodb.py", "postgresql.py"):
        status, line = said(program, nobody, "put", "1", json.dumps(ANN))
        assert (status, line.partition(":")[0]) == (1, "KeyGone"), line
        for wrong, why in (("{name: Ann}", "not JSON: Expecting"), ('["Ann"]', "not a JSON object")):
            status, line = said(program, tenants.ours, "put", "1", wrong)
            assert (status, f"error: argument person: {why}" in line) == (2, True), line
    status, line = said("postgresql.py", tenants.ours, "put", "1", '{"phone": "1"}')
    assert (status, line.partition(":")[0]) == (1, "ValueError"), line
    for command, error in (("get", "NoSuchKey"), ("put", "FileNotFoundError")):
        status, line = said("s3.py", tenants.ours, command, "missing", "missing")
        assert (status, line.partition(":")[0]) == (1, error), line
    assert os.listdir(tmp_path) == []


def test_it_is_the_same_with_another_kms(
    moto: Moto, table: Table, database: Database, bucket: Bucket, tmp_path: Path
) -> None:
    ours, theirs = f"t-{uuid.uuid4()}", f"t-{uuid.uuid4()}"
    encryption = encryption_with(moto, ours, theirs)
    for storage in (table, database):
        with storage.people(encryption, ours) as people, storage.people(encryption, theirs) as others:
            people.put("1", ANN)
            assert [person["name"] for person in people.find(ANN["email"])] == [ANN["name"]]
            assert others.find(ANN["email"]) == []
            others.put("1", BOB)
            storage.write(theirs, "1", storage.read(ours, "1"))
            with pytest.raises(WrongTenant):
                others.get("1")
    bucket.documents(encryption, ours).put("1", Source(200_000))
    bucket.documents(encryption, ours).get("1", tmp_path / "document")
    assert (tmp_path / "document").read_bytes() == content(0, 200_000)
    bucket.write(theirs, "1", bucket.read(ours, "1"))
    with pytest.raises(WrongTenant):
        bucket.documents(encryption, theirs).get("1", tmp_path / "stolen")
    assert os.listdir(tmp_path) == ["document"]


# Equipment.

#: Runs a command and prints its peak memory in KiB: what is measured from a large process has at least the size of that one.
_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def example_environment(lodge: Lodge, moto: Moto) -> dict[str, str]:
    """The environment of an example's program, as Service B has it."""
    return lodge.environment(vault.service_b_role(lodge)) | {
        "AWS_ENDPOINT_URL_S3": moto.endpoint,
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def kms_requests(lodge: Lodge, tenant: str) -> list[str]:
    """What a tenant's sessions asked KMS for, in order."""
    trail = lodge.client("cloudtrail", "A/admin")
    pages = trail.get_paginator("lookup_events").paginate(
        LookupAttributes=[{"AttributeKey": "EventSource", "AttributeValue": "kms.amazonaws.com"}]
    )
    events = [json.loads(event["CloudTrailEvent"]) for page in pages for event in page["Events"]]
    own = f"/Tenant{tenant}Session"
    return [it["eventName"] for it in reversed(events) if it["userIdentity"].get("arn", "").endswith(own)]


def encryption_with(moto: Moto, *tenants: str) -> TenantEncryption:
    """The SDK with keys of moto."""
    kms = moto.client("kms")
    for tenant in tenants:
        kms.create_alias(AliasName=vault.alias_of(tenant), TargetKeyId=kms.create_key()["KeyMetadata"]["KeyId"])
    return encryption_for(moto, "", "arn:aws:iam::123456789012:role/ServiceARole")


def trust_tokens(lodge: Lodge) -> None:
    """Gives ServiceARole to users with tokens, each for the keys of the tenant that the token names."""
    iam = lodge.client("iam", "A/admin")
    iam.create_open_id_connect_provider(Url=ISSUER, ClientIDList=[AUDIENCE])
    trusted: Json = {
        "Effect": "Allow",
        "Principal": {"Federated": f"arn:aws:iam::{vault.KEY_SERVICE_ACCOUNT}:oidc-provider/{HOST}"},
        "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
    }
    own_alias = {"StringNotEquals": {"kms:RequestAlias": "alias/customer-${aws:PrincipalTag/tenant}"}}
    denied = {"Effect": "Deny", "Action": "kms:*", "Resource": "*", "Condition": own_alias}
    iam.update_assume_role_policy(RoleName="ServiceARole", PolicyDocument=policy(trusted))
    iam.put_role_policy(RoleName="ServiceARole", PolicyName="OwnTenant", PolicyDocument=policy(denied))


def policy(statement: Json) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})
