"""What lodge-sdk has only in Python: its two faces, values of Python, boto's configuration, streams. What all languages share is in
test_sdks.py; threads, asyncio, signals and forks are in test_sdk_python_concurrency.py.
"""

import ast
import asyncio
import contextlib
import datetime
import inspect
import io
import os
import pickle
import subprocess
import sys
import time
import uuid
import venv
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import boto3
import botocore.session
import lodge_sdk
import pytest
from boto3.dynamodb.types import Binary, TypeDeserializer, TypeSerializer
from botocore.config import Config
from botocore.credentials import Credentials as BotoCredentials
from botocore.credentials import RefreshableCredentials
from lodge_sdk import (
    AccessDenied,
    AsyncTenantEncryption,
    DataKeyCache,
    Fields,
    InvalidInput,
    LodgeError,
    Tampered,
    TenantEncryption,
    Unavailable,
    WrongTenant,
    _configuration,
    _core,
)

import vault
from lodge import Credentials, Lodge
from silent import Silent

PACKAGE = Path(lodge_sdk.__file__).parent
SECRET = "wJalrXUtnFEMI-a-secret"


@pytest.fixture(scope="module")
def server(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    return make_module_lodge(vault.world())


@pytest.fixture(autouse=True)
def variables(server: Lodge, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The environment is Service B's."""
    for name, value in server.environment(vault.service_b_role(server)).items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.fixture
def encryption(variables: pytest.MonkeyPatch) -> TenantEncryption:
    return TenantEncryption(vault.SERVICE_A_ROLE)


@pytest.fixture
def asynchronous(variables: pytest.MonkeyPatch) -> AsyncTenantEncryption:
    return AsyncTenantEncryption(vault.SERVICE_A_ROLE)


@pytest.fixture
def silent(variables: pytest.MonkeyPatch) -> Iterator[Silent]:
    """What answers nobody, as the endpoint of all services."""
    server = Silent()
    variables.setenv("AWS_ENDPOINT_URL", server.url)
    yield server
    server.stop()


# The package.


def test_the_wheel_is_for_every_python_from_3_11_on(tmp_path: Path) -> None:
    """It is installed with pip into a new environment, which only borrows boto3 from this one."""
    wheel = Path(os.environ["SDK_PYTHON_WHEEL"])
    assert "-cp311-abi3-" in wheel.name
    assert {"lodge_sdk/py.typed", "lodge_sdk/_core.pyi"} <= set(zipfile.ZipFile(wheel).namelist())
    environment = tmp_path / "environment"
    venv.create(environment)
    python = environment / "bin/python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, "install", "--quiet"]
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([*pip, "--no-index", "--no-deps", wheel], check=True, env=bare)
    site = next(environment.glob("lib/python*/site-packages"))
    (site / "borrowed.pth").write_text(str(Path(boto3.__file__).parents[1]))
    code = "import lodge_sdk; print(lodge_sdk.__file__)"
    seen = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True, env=bare)
    assert Path(seen.stdout.strip()).is_relative_to(environment)


def test_the_stub_is_what_the_module_has() -> None:
    stub = ast.parse((PACKAGE / "_core.pyi").read_text()).body
    classes = {node.name: node for node in stub if isinstance(node, ast.ClassDef)}
    functions = {node.name for node in stub if isinstance(node, ast.FunctionDef)}
    assert classes.keys() | functions == {name for name in dir(_core) if not name.startswith("_")}
    for name, node in classes.items():
        held = getattr(_core, name)
        methods = {it.name: it.args for it in node.body if isinstance(it, ast.FunctionDef)}
        public = {method for method in vars(held) if not method.startswith("_")}
        assert {method for method in methods if not method.startswith("_")} == public
        for method, arguments in methods.items():
            if method in ("__eq__", "__ne__"):
                continue
            parameters = inspect.signature(held if method == "__new__" else getattr(held, method)).parameters
            first = "cls" if method == "__new__" else "self"
            every = [*arguments.posonlyargs, *arguments.args, *filter(None, [arguments.vararg]), *arguments.kwonlyargs]
            seen = [parameter for parameter in parameters if parameter != "self"]
            assert seen == [it.arg for it in every if it.arg != first], (name, method)


def test_both_faces_have_the_same_calls() -> None:
    def calls(kind: type) -> dict[str, list[inspect.Parameter]]:
        found = inspect.getmembers(kind, inspect.isfunction)
        return {name: list(inspect.signature(it).parameters) for name, it in found if not name.startswith("_")}

    assert calls(TenantEncryption) == calls(AsyncTenantEncryption)


# Values.


CET = datetime.timezone(datetime.timedelta(hours=1))
NOON = datetime.datetime(2026, 7, 31, 12)
SQL = [
    *(None, True, 0, -(2**63), 2**63 - 1, 0.1, -0.0, 1e-300, Decimal("1.50"), Decimal("-1E+40"), "", "ü\0", b"\0\xff"),
    *(datetime.date.min, datetime.date.max, datetime.time(), datetime.time(23, 59, 59, 999_999), NOON.timetz()),
    *(
        datetime.time(1, 2, 3, tzinfo=CET),
        NOON,
        datetime.datetime.max,
        datetime.datetime.min.replace(tzinfo=datetime.UTC),
    ),
    *(NOON.replace(microsecond=7, tzinfo=ZoneInfo("Europe/Berlin")), uuid.UUID(int=7), uuid.uuid4()),
]
DYNAMODB = [
    *(None, False, Decimal("1.50"), Decimal(7), "", "text", b"", b"\0\xff"),
    *({"a", "b"}, {Decimal(1), Decimal("2.5")}, {b"a", b"b"}),
    *([], [Decimal(1), [None, "x"]], {}, {"a": {"b": [{b"c"}]}}),
]
JSON = [None, True, -(2**63), 2**64 - 1, 0.1, 1.0, 5e-324, "", "ü\0", [], [1, [None]], {}, {"a": {"b": [2.5]}}]


@pytest.mark.parametrize(
    ("form", "values", "sealed_type"), [("sql", SQL, bytes), ("dynamodb", DYNAMODB, bytes), ("json", JSON, str)]
)
def test_values_come_back_as_they_were(
    encryption: TenantEncryption, form: str, values: list[Any], sealed_type: type
) -> None:
    record = {f"field {at}": value for at, value in enumerate(values)}
    fields = Fields(*record, "not there", form=form)
    other = object()
    sealed = encryption.encrypt_fields("123", "row", record | {"other": other}, fields)
    assert sealed.pop("other") is other
    assert {type(value) for value in sealed.values()} == {sealed_type}
    opened = encryption.decrypt_fields("123", "row", sealed, fields)
    assert opened == record
    assert repr(opened["field 5" if form != "dynamodb" else "field 2"]) == repr(
        record["field 5" if form != "dynamodb" else "field 2"]
    )
    assert [type(value) for value in opened.values()] == [type(value) for value in values]


def test_a_moment_is_the_same_in_all_time_zones(encryption: TenantEncryption) -> None:
    """As PostgreSQL has it: what has a time zone comes back in UTC, what has none has none."""
    fields = Fields("at")
    for zone in (CET, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), datetime.UTC):
        sealed = encryption.encrypt_fields("123", "row", {"at": NOON.replace(tzinfo=zone)}, fields)
        opened = encryption.decrypt_fields("123", "row", sealed, fields)["at"]
        assert (opened, opened.tzinfo) == (NOON.replace(tzinfo=zone), datetime.UTC)
    sealed = encryption.encrypt_fields("123", "row", {"at": NOON}, fields)
    assert encryption.decrypt_fields("123", "row", sealed, fields)["at"].tzinfo is None
    with pytest.raises(ValueError, match="field `at`: in UTC it is no datetime"):
        encryption.encrypt_fields("123", "row", {"at": datetime.datetime.min.replace(tzinfo=CET)}, fields)


def test_an_item_goes_through_boto3_as_it_is(encryption: TenantEncryption) -> None:
    fields = Fields("secret", "data", form="dynamodb").searchable("secret", "beacon", 32)
    key = encryption.open_beacon_key("123", encryption.create_beacon_key("123"))
    item = {"id": 7, "secret": "x", "data": {"n": 1, "b": Binary(b"\0"), "s": {Binary(b"a")}}}
    sealed = encryption.encrypt_fields("123", "7", item, fields, beacons=key)
    stored = {name: TypeSerializer().serialize(value) for name, value in sealed.items()}
    assert (stored["secret"].keys(), stored["beacon"].keys()) == ({"B"}, {"S"})
    read = {name: TypeDeserializer().deserialize(value) for name, value in stored.items()}
    assert isinstance(read["secret"], Binary)
    opened = encryption.decrypt_fields("123", "7", read, fields)
    expected = {"n": Decimal(1), "b": b"\0", "s": {b"a"}}
    assert (opened["id"], opened["secret"], opened["data"]) == (Decimal(7), "x", expected)
    assert "beacon" not in opened
    other = Fields("secret", form="sql").searchable("secret", "beacon", 32)
    assert fields.beacon(key, "secret", "x") == read["beacon"] != other.beacon(key, "secret", "x")
    with pytest.raises(InvalidInput, match="has a field `beacon`"):
        encryption.encrypt_fields("123", "7", read | {"secret": "x"}, fields, beacons=key)


def test_many_rows_have_one_data_key_and_keep_their_order(server: Lodge, encryption: TenantEncryption) -> None:
    tenant, _ = vault.new_tenant(server)
    fields = Fields("a", "b").searchable("b", "b_beacon", 16)
    key = encryption.open_beacon_key(tenant, encryption.create_beacon_key(tenant))
    rows = [(f"t/{at}", {"a": at, "b": at % 2, "c": at}) for at in range(10)]
    sealed = encryption.encrypt_rows(tenant, iter(rows), fields, beacons=key)
    assert [row["c"] for row in sealed] == list(range(10))
    assert len({row["b_beacon"] for row in sealed}) == 2
    again = [(row_id, row) for (row_id, _), row in zip(rows, sealed, strict=True)]
    opened = encryption.decrypt_rows(tenant, again, fields)
    assert opened == [row for _, row in rows]
    with pytest.raises(Tampered, match="another row"):
        encryption.decrypt_rows(tenant, [("t/1", sealed[0])], fields)
    with pytest.raises(InvalidInput, match="beacon key of their tenant"):
        encryption.encrypt_rows("123", rows, fields, beacons=key)
    assert encryption.encrypt_rows(tenant, [], fields) == []


class Odd:
    """A value that no form has."""


NOT_IN = {
    "sql": [Odd(), [1], {"a": 1}, {1}, 2**63, datetime.timedelta(1), "\ud800"],
    "dynamodb": [Odd(), 1.5, set(), {1, "a"}, Decimal("NaN"), Decimal("Infinity"), {1: 2}, [Odd()], "\ud800"],
    "json": [Odd(), b"x", Decimal(1), {1}, float("nan"), 2**64, {1: 2}, {"a": {"b": [b"x"]}}, "\ud800"],
}


@pytest.mark.parametrize(("form", "value"), [(form, value) for form, values in NOT_IN.items() for value in values])
def test_a_value_that_a_form_has_not_is_refused_with_its_field(
    encryption: TenantEncryption, form: str, value: object
) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        encryption.encrypt_fields("123", "row", {"the field": value}, Fields("the field", form=form))
    assert "`the field`" in str(caught.value) or isinstance(value, dict | list)


@pytest.mark.parametrize("form", ["dynamodb", "json"])
@pytest.mark.parametrize("levels", [33, 101, 102, 100_000])
def test_nothing_is_nested_too_deep(encryption: TenantEncryption, form: str, levels: int) -> None:
    fields = Fields("a", form=form)
    for kind in (lambda inner: [inner], lambda inner: {"": inner}):
        value: Any = "x"
        for _ in range(levels):
            value = kind(value)
        if form == "json" and levels < 101:
            assert encryption.encrypt_fields("123", "row", {"a": value}, fields)
        else:
            with pytest.raises(ValueError, match="levels"):
                encryption.encrypt_fields("123", "row", {"a": value}, fields)
        while not isinstance(value, str):  # Python takes values apart by recursion.
            value = next(iter(value.values() if isinstance(value, dict) else value))


def test_fields_are_values() -> None:
    fields = Fields("a", "b", form="json").searchable("a", "x", 8)
    assert fields == Fields("a", "b", form="json").searchable("a", "x", 8) != Fields("a", "b", form="json")
    assert repr(fields) == 'Fields("a", "b", form="json").searchable("a", "x", 8)'


# Arguments.


def test_what_is_no_argument_raises_and_never_panics(encryption: TenantEncryption) -> None:
    message = encryption.encrypt_tenant_data("123", b"x")
    fields = Fields("a")
    connection = _configuration.connection(None, None, None)
    settings = _configuration.Settings(
        role_arn=vault.SERVICE_A_ROLE,
        service=None,
        key_account=None,
        session_duration=3600,
        refresh_before=300,
        max_sessions=1000,
        data_key_cache=None,
        signed=False,
        frame_length=65536,
        concurrency=8,
    )
    odd = [None, 1, -1, 1.5, True, "x", "", "\ud800", b"x", bytearray(b"x"), Odd(), [], [1], {}, {1: 2}, {"a": 1}, Odd]
    odd += [range(3), (1, 2), 2**100, memoryview(b"abcdef")[::2], io.BytesIO(), float("nan"), lambda: 1, encryption]
    key = encryption.open_beacon_key("123", encryption.create_beacon_key("123"))
    calls: list[Callable[[Any], Any]] = [
        lambda it: encryption.encrypt_tenant_data(it, b"x"),
        lambda it: encryption.encrypt_tenant_data("123", it),
        lambda it: encryption.encrypt_tenant_data("123", b"x", it),
        lambda it: encryption.decrypt_tenant_data("123", it),
        lambda it: encryption.decrypt_tenant_data("123", message, it),
        lambda it: encryption.encrypt_batch("123", it),
        lambda it: encryption.encrypt_batch("123", [it]),
        lambda it: encryption.decrypt_batch("123", [message, it]),
        lambda it: encryption.encrypt_stream("123", it, io.BytesIO()),
        lambda it: encryption.encrypt_stream("123", io.BytesIO(), it),
        lambda it: list(encryption.decrypt_chunks("123", it)),
        lambda it: list(encryption.decrypt_chunks("123", [it])),
        lambda it: encryption.encrypt_fields("123", it, {"a": 1}, fields),
        lambda it: encryption.encrypt_fields("123", "row", it, fields),
        lambda it: encryption.encrypt_fields("123", "row", {"a": 1}, it),
        lambda it: encryption.encrypt_fields("123", "row", {"a": 1}, fields, beacons=it),
        lambda it: encryption.decrypt_fields("123", "row", it, fields),
        lambda it: encryption.decrypt_fields("123", "row", {"a": it}, fields),
        lambda it: encryption.encrypt_rows("123", it, fields),
        lambda it: encryption.encrypt_rows("123", [it], fields),
        lambda it: encryption.open_beacon_key("123", it),
        lambda it: encryption.with_web_identity(it).encrypt_tenant_data("123", b""),
        lambda it: fields.searchable("a", "b", 8).beacon(it, "a", 1),
        lambda it: fields.searchable("a", "b", 8).beacon(key, it, 1),
        lambda it: fields.searchable("a", "b", 8).beacon(key, "a", it),
        lambda it: Fields(it),
        lambda it: Fields("a", form=it),
        lambda it: fields.searchable(it, "b", 8),
        lambda it: fields.searchable("a", "b", it),
        lambda it: _core.Core(it, settings),
        lambda it: _core.Core(connection, it),
        *(
            lambda it, name=each.name: _core.Core(replace(connection, **{name: it}), settings)
            for each in dataclass_fields(connection)
        ),
        *(
            lambda it, name=each.name: _core.Core(connection, replace(settings, **{name: it}))
            for each in dataclass_fields(settings)
        ),
        *(
            lambda it, name=each.name: _core.Core(
                connection, replace(settings, data_key_cache=DataKeyCache(**{name: it}))
            )
            for each in dataclass_fields(DataKeyCache)
        ),
        lambda it: _configuration.connection(it, None, None),
        lambda it: _configuration.connection(None, None, it),
    ]
    for call in calls:
        for argument in odd:
            # A panic would be no Exception.
            with contextlib.suppress(TypeError, ValueError, AttributeError, OverflowError, LodgeError):
                call(argument)


UNFIT_TEXTS: dict[str, tuple[Callable[[TenantEncryption, Any], object], str]] = {
    "tenant": (lambda client, it: client.encrypt_tenant_data(it, b"x"), "id of a tenant"),
    "key of the context": (
        lambda client, it: client.encrypt_tenant_data("1", b"x", {it: "a"}),
        "key of the encryption con",
    ),
    "value of the context": (
        lambda client, it: client.encrypt_tenant_data("1", b"x", {"why": it}),
        "value of `why` in the en",
    ),
    "row": (lambda client, it: client.encrypt_fields("1", it, {"a": 1}, Fields("a")), "id of a row"),
    "row to decrypt": (lambda client, it: client.decrypt_rows("1", [(it, {"a": b"1"})], Fields("a")), "id of a row"),
    "token": (lambda client, it: client.with_web_identity(it), "`token`"),
    "role": (lambda _, it: TenantEncryption(it), "`role_arn`"),
    "service": (lambda _, it: TenantEncryption(vault.SERVICE_A_ROLE, service=it), "`service`"),
    "key_account": (lambda _, it: TenantEncryption(vault.SERVICE_A_ROLE, key_account=it), "`key_account`"),
    "name of a field": (lambda _, it: Fields(it), "name"),
    "searched field": (lambda _, it: Fields("a").searchable(it, "b", 8), "`field`"),
    "beacon": (lambda _, it: Fields("a").searchable("a", it, 8), "`beacon`"),
    "form": (lambda _, it: Fields("a", form=it), "form"),
    "key in a document": (
        lambda client, it: client.encrypt_fields("1", "r", {"a": [{it: 1}]}, Fields("a", form="json")),
        "field `a`: a key",
    ),
    "key in an item": (
        lambda client, it: client.encrypt_fields("1", "r", {"a": {it: 1}}, Fields("a", form="dynamodb")),
        "field `a`: a key",
    ),
}


@pytest.mark.parametrize("argument", UNFIT_TEXTS)
def test_what_is_no_text_is_named_and_not_told(encryption: TenantEncryption, argument: str) -> None:
    call, name = UNFIT_TEXTS[argument]
    with pytest.raises(InvalidInput, match=f"{name}.*surrogate") as caught:
        call(encryption, f"{SECRET}\ud800")
    told: BaseException | None = caught.value
    while told is not None:
        assert SECRET not in f"{told!r}{vars(told)}{getattr(told, 'object', '')}"
        told = told.__cause__ or told.__context__
    for value in (7, b"7"):
        with pytest.raises(TypeError, match=f"{name}.* a str.* not {type(value).__name__}"):
            call(encryption, value)


def test_a_text_in_a_set_that_is_no_unicode(encryption: TenantEncryption) -> None:
    with pytest.raises(InvalidInput, match=r"field `a`: a member of a set .*surrogate"):
        encryption.encrypt_fields("1", "r", {"a": {f"{SECRET}\ud800"}}, Fields("a", form="dynamodb"))


@pytest.mark.parametrize(
    ("options", "error", "text"),
    [
        ({"max_sessions": "9"}, TypeError, "`max_sessions`: a whole number is wanted, not str"),
        ({"max_sessions": 9.5}, TypeError, "`max_sessions`: a whole number is wanted, not float"),
        ({"max_sessions": -1}, InvalidInput, "`max_sessions` is below 0 or too large"),
        ({"concurrency": None}, TypeError, "`concurrency`: a whole number is wanted, not NoneType"),
        ({"frame_length": 1 << 32}, InvalidInput, "`frame_length` is below 0 or too large"),
        (
            {"session_duration": datetime.timedelta(hours=1)},
            TypeError,
            "`session_duration`: a number of seconds is wanted, not datetime.timedelta",
        ),
        ({"refresh_before": "x"}, TypeError, "`refresh_before`: a number of seconds is wanted, not str"),
        ({"signed": "yes"}, TypeError, "`signed`: True or False is wanted, not str"),
        ({"service": 7}, TypeError, "`service` is a str, not int"),
        ({"data_key_cache": 60}, TypeError, "`data_key_cache`: a DataKeyCache is wanted, not int"),
        ({"data_key_cache": DataKeyCache(max_age="1")}, TypeError, "`max_age`: a number of seconds is wanted, not str"),
        ({"data_key_cache": DataKeyCache(capacity=-1)}, InvalidInput, "`capacity` is below 0 or too large"),
        ({"config": 3}, TypeError, "`config`: a botocore.config.Config is wanted, not int"),
        ({"verify": 3}, TypeError, "`verify`: the path of a CA bundle is wanted, not int"),
        ({"verify": "\0"}, InvalidInput, "the CA bundle cannot be read"),
    ],
)
def test_an_option_of_a_wrong_type_is_named(
    variables: pytest.MonkeyPatch, options: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=f"^{text}") as caught:
        TenantEncryption(vault.SERVICE_A_ROLE, **options)
    assert type(caught.value) is error


def test_what_is_given_in_a_wrong_shape_is_named(encryption: TenantEncryption) -> None:
    fields = Fields("a")
    calls: list[tuple[Callable[[], object], str]] = [
        (lambda: Fields(["a", "b"]), r'Fields\("a", "b"\), not list'),
        (lambda: encryption.encrypt_fields("1", 7, {"a": 1}, fields), r"the id of a row is a str, as str\(row_id\)"),
        (lambda: encryption.encrypt_fields("1", "r", [1], fields), "the record of a row is a mapping, not list"),
        (lambda: encryption.encrypt_rows("1", [{"a": 1}], fields), "a pair of its id and its record, not dict"),
        (
            lambda: encryption.encrypt_tenant_data("1", b"x", [1]),
            "the encryption context is a mapping of str to str, not list",
        ),
        (lambda: encryption.encrypt_tenant_data("1", "x"), r"bytes are wanted, not str.*\n.*'plaintext'"),
    ]
    for call, text in calls:
        with pytest.raises(TypeError, match=text):
            call()


def test_anything_with_bytes_is_data(encryption: TenantEncryption) -> None:
    for data in (b"abc", bytearray(b"abc"), memoryview(b"abc"), memoryview(b"aXbXc")[::2]):
        assert encryption.decrypt_tenant_data("123", encryption.encrypt_tenant_data("123", data)) == b"abc"


def test_errors_are_values_and_hold_no_secrets(encryption: TenantEncryption) -> None:
    with_token = encryption.with_web_identity(SECRET)
    session = boto3.Session(aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key=SECRET)
    stranger = TenantEncryption(vault.SERVICE_A_ROLE, session=session)
    for client in (with_token, stranger):
        with pytest.raises(AccessDenied) as caught:
            client.encrypt_tenant_data("123", SECRET.encode())
        error = caught.value
        assert not error.is_transient
        assert SECRET not in f"{error!r}{client!r}{client._core!r}{error.__cause__!r}{error.__context__!r}"
        copy = pickle.loads(pickle.dumps(error))
        assert (type(copy), str(copy)) == (AccessDenied, str(error))
    assert repr(with_token) == f"{encryption!r}.with_web_identity(...)"
    assert issubclass(InvalidInput, ValueError)
    for name in lodge_sdk.__all__:
        it = getattr(lodge_sdk, name)
        assert not issubclass(it, Exception) or f"{it.__module__}.{it.__qualname__}" == f"lodge_sdk.{name}"


# Configuration.


def test_a_session_of_boto3_or_botocore_is_used(server: Lodge, variables: pytest.MonkeyPatch) -> None:
    role = vault.service_b_role(server)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_DEFAULT_REGION"):
        variables.delenv(name)
    keys = (role.access_key_id, role.secret_access_key, role.session_token)
    low = botocore.session.Session()
    low.set_credentials(*keys)
    low.set_config_variable("region", "us-east-1")
    for session in (boto3.Session(*keys, region_name="us-east-1"), low):
        encryption = TenantEncryption(vault.SERVICE_A_ROLE, session=session)
        assert encryption.decrypt_tenant_data("123", encryption.encrypt_tenant_data("123", b"x")) == b"x"
    with pytest.raises(TypeError, match="`session`: a boto3 or botocore session is wanted, not str"):
        TenantEncryption(vault.SERVICE_A_ROLE, session="default")


def test_what_is_missing_is_named(variables: pytest.MonkeyPatch, tmp_path: Path) -> None:
    missing = tmp_path / "missing.pem"
    no_pem = tmp_path / "no.pem"
    no_pem.write_text("nothing\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    for options, text in (
        ({"verify": str(missing)}, "CA bundle cannot be read.*missing.pem"),
        ({"verify": str(no_pem)}, "holds no certificate"),
        ({"verify": False}, "always verified"),
        ({"config": Config(proxies={"https": "user:hunter2@"})}, "proxy has no URL"),
        ({"session_duration": -1}, "session_duration"),
        ({"frame_length": 0}, "frames of no bytes"),
    ):
        with pytest.raises(InvalidInput, match=text) as caught:
            TenantEncryption(vault.SERVICE_A_ROLE, **options)
        assert "hunter2" not in str(caught.value)
    variables.setenv("AWS_CA_BUNDLE", str(missing))
    with pytest.raises(InvalidInput, match=r"missing.pem"):
        TenantEncryption(vault.SERVICE_A_ROLE)
    variables.delenv("AWS_CA_BUNDLE")
    variables.setenv("AWS_EC2_METADATA_DISABLED", "true")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        variables.delenv(name)
    with pytest.raises(InvalidInput, match=r"no credentials.*AWS_PROFILE"):
        TenantEncryption(vault.SERVICE_A_ROLE).encrypt_tenant_data("123", b"x")
    variables.delenv("AWS_DEFAULT_REGION")
    with pytest.raises(InvalidInput, match=r"no Region.*AWS_DEFAULT_REGION"):
        TenantEncryption(vault.SERVICE_A_ROLE)


def test_a_server_that_the_bundle_does_not_vouch_for_is_not_spoken_to(variables: pytest.MonkeyPatch) -> None:
    """The public authorities of botocore know nothing of this Lodge."""
    variables.delenv("AWS_CA_BUNDLE")
    with pytest.raises(Unavailable, match=r"certificate|UnknownIssuer"):
        TenantEncryption(vault.SERVICE_A_ROLE).encrypt_tenant_data("123", b"x")


def test_services_have_endpoints_of_their_own(
    server: Lodge, variables: pytest.MonkeyPatch, tmp_path: Path, silent: Silent
) -> None:
    profile = tmp_path / "config"
    profile.write_text(
        f"[profile lodge]\nservices = here\n[services here]\nkms =\n  endpoint_url = {server.endpoint}\n"
        f"sts =\n  endpoint_url = {server.endpoint}\n"
    )
    variables.setenv("AWS_CONFIG_FILE", str(profile))
    variables.setenv("AWS_PROFILE", "lodge")
    variables.delenv("AWS_ENDPOINT_URL")
    TenantEncryption(vault.SERVICE_A_ROLE).encrypt_tenant_data("123", b"x")
    variables.setenv("AWS_ENDPOINT_URL", silent.url)
    variables.delenv("AWS_PROFILE")
    for service in ("KMS", "STS"):
        variables.setenv(f"AWS_ENDPOINT_URL_{service}", server.endpoint)
    TenantEncryption(vault.SERVICE_A_ROLE).encrypt_tenant_data("123", b"x")
    assert silent.requests == []


def test_time_limits_and_attempts_are_botocores(silent: Silent, variables: pytest.MonkeyPatch) -> None:
    config = Config(read_timeout=0.2, retries={"mode": "standard", "total_max_attempts": 3})
    start = time.monotonic()
    with pytest.raises(Unavailable) as caught:
        TenantEncryption(vault.SERVICE_A_ROLE, config=config).encrypt_tenant_data("123", b"x")
    assert caught.value.is_transient
    assert len(silent.requests) == 3
    assert 0.6 <= time.monotonic() - start < 30
    variables.setenv("AWS_MAX_ATTEMPTS", "2")
    with pytest.raises(Unavailable):
        TenantEncryption(vault.SERVICE_A_ROLE, config=Config(read_timeout=0.2)).encrypt_tenant_data("123", b"x")
    assert len(silent.requests) == 5


def test_proxies_are_botocores(silent: Silent, variables: pytest.MonkeyPatch) -> None:
    """The silent server is the proxy: it sees whom it should speak to."""
    proxies = {"http": silent.url, "https": silent.url}
    variables.setenv("AWS_ENDPOINT_URL", "http://lodge.invalid:8443")
    config = Config(read_timeout=0.2)
    with pytest.raises(Unavailable):
        TenantEncryption(vault.SERVICE_A_ROLE, config=config.merge(Config(proxies=proxies))).create_beacon_key("123")
    assert silent.requests[-1].startswith(b"POST http://lodge.invalid:8443/ ")
    variables.setenv("http_proxy", silent.url)
    with pytest.raises(Unavailable):
        TenantEncryption(vault.SERVICE_A_ROLE, config=config).create_beacon_key("123")
    assert len(silent.requests) == 2
    variables.setenv("no_proxy", "lodge.invalid")
    with pytest.raises(Unavailable):
        TenantEncryption(vault.SERVICE_A_ROLE, config=config).create_beacon_key("123")
    assert len(silent.requests) == 2


def test_credentials_that_are_renewed_are_asked_for_again(server: Lodge) -> None:
    made: list[Credentials] = []

    def renew() -> dict[str, str]:
        """As a metadata service has them, nearly over: botocore renews them at each use."""
        made.append(vault.service_b_role(server))
        ends = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=1)
        return {
            "access_key": made[-1].access_key_id,
            "secret_key": made[-1].secret_access_key,
            "token": made[-1].session_token,
            "expiry_time": ends.isoformat(),
        }

    session = botocore.session.Session()
    session._credentials = RefreshableCredentials.create_from_metadata(renew(), renew, "test")
    encryption = TenantEncryption(vault.SERVICE_A_ROLE, session=session)
    before = len(made)
    for tenant in ("123", "456"):
        encryption.encrypt_tenant_data(tenant, b"x")
    assert len(made) >= before + 2


def test_what_the_credentials_raise_is_told(encryption: TenantEncryption) -> None:
    class Failing(BotoCredentials):
        def get_frozen_credentials(self) -> None:
            raise RuntimeError("the metadata service is not there")

    session = botocore.session.Session()
    session._credentials = Failing("a", "b")
    with pytest.raises(Unavailable, match="the metadata service is not there"):
        TenantEncryption(vault.SERVICE_A_ROLE, session=session).encrypt_tenant_data("123", b"x")


# Streams.


def test_streams_take_files_and_iterators(encryption: TenantEncryption, tmp_path: Path) -> None:
    data = os.urandom(300_000)
    (tmp_path / "plain").write_bytes(data)
    with (tmp_path / "plain").open("rb") as source, (tmp_path / "sealed").open("wb") as sink:
        assert encryption.encrypt_stream("123", source, sink, {"a": "b"}) == len(data)
    message = (tmp_path / "sealed").read_bytes()
    assert encryption.decrypt_tenant_data("123", message, {"a": "b"}) == data
    opened = io.BytesIO()
    assert encryption.decrypt_stream("123", io.BytesIO(message), opened) == len(data)
    assert opened.getvalue() == data
    pieces = encryption.encrypt_chunks("123", (data[at : at + 999] for at in range(0, len(data), 999)))
    assert b"".join(encryption.decrypt_chunks("123", pieces)) == data
    assert b"".join(encryption.decrypt_chunks("123", encryption.encrypt_chunks("123", []))) == b""


def test_what_is_not_authentic_does_not_leave_a_stream(encryption: TenantEncryption) -> None:
    message = encryption.encrypt_tenant_data("123", bytes(200_000))
    for broken, text in ((message[:-1], "cut off"), (message[:100], "cut off"), (b"", "cut off")):
        with pytest.raises(Tampered, match=text):
            encryption.decrypt_stream("123", io.BytesIO(broken), io.BytesIO())
    flipped = bytearray(message)
    flipped[100_000] ^= 1
    opened = io.BytesIO()
    with pytest.raises(Tampered):
        encryption.decrypt_stream("123", io.BytesIO(flipped), opened)
    assert len(opened.getvalue()) == 65_536
    with pytest.raises(WrongTenant):
        encryption.decrypt_stream("456", io.BytesIO(message), io.BytesIO())


def test_what_a_source_raises_passes_through(encryption: TenantEncryption) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise BrokenPipeError("gone")

    with pytest.raises(BrokenPipeError, match="gone"):
        encryption.encrypt_stream("123", Broken(), io.BytesIO())


def test_a_stream_is_used_once(encryption: TenantEncryption) -> None:
    stream = encryption._core.start_encryption("123", None).wait()
    stream.finish()
    with pytest.raises(RuntimeError, match="ended"):
        stream.push(b"x")
    made = encryption._core.encrypt("123", b"x", None)
    made.wait()
    with pytest.raises(RuntimeError, match="once"):
        made.wait()


def test_asynchronous_streams(asynchronous: AsyncTenantEncryption) -> None:
    data = os.urandom(300_000)

    async def pieces() -> AsyncIterator[bytes]:
        for at in range(0, len(data), 7_000):
            await asyncio.sleep(0)
            yield data[at : at + 7_000]

    class Sink:
        """As `asyncio.StreamWriter`: writes at once, and drains."""

        def __init__(self) -> None:
            self.held, self.drained = io.BytesIO(), 0

        def write(self, piece: bytes) -> None:
            self.held.write(piece)

        async def drain(self) -> None:
            self.drained += 1

    async def main() -> None:
        sink = Sink()
        assert await asynchronous.encrypt_stream("123", pieces(), sink) == len(data)
        assert sink.drained > 1
        reader = asyncio.StreamReader()
        reader.feed_data(sink.held.getvalue())
        reader.feed_eof()
        opened = Sink()
        assert await asynchronous.decrypt_stream("123", reader, opened) == len(data)
        assert opened.held.getvalue() == data
        chunks = asynchronous.decrypt_chunks("123", asynchronous.encrypt_chunks("123", pieces()))
        assert b"".join([chunk async for chunk in chunks]) == data

    asyncio.run(main())
