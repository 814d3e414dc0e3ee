"""The SDK for Python as `sdk/rust/examples/calls.rs` is the one for Rust: reads calls as JSON lines, writes what came of each.

    sdk_calls.py sync|async OPTIONS

with the AWS_* variables of boto3. Bytes are in base64.
"""

import asyncio
import base64
import inspect
import io
import json
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from lodge_sdk import AsyncTenantEncryption, DataKeyCache, Fields, LodgeError, TenantEncryption

from bootstrap import Json

#: A client's method, which answers at once or with a coroutine.
Client = TenantEncryption | AsyncTenantEncryption


class AsyncSink:
    """What an asynchronous stream is written to."""

    def __init__(self) -> None:
        self.written = io.BytesIO()

    async def write(self, data: bytes) -> None:
        await asyncio.sleep(0)
        self.written.write(data)


class AsyncSource:
    """What an asynchronous stream is read from."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    async def read(self, size: int) -> bytes:
        await asyncio.sleep(0)
        return self._data.read(size)


def main() -> None:
    kind, options = sys.argv[1], json.loads(sys.argv[2])
    client = client_of(TenantEncryption if kind == "sync" else AsyncTenantEncryption, options)
    with asyncio.Runner() as runner:
        for line in sys.stdin:
            try:
                made = call(client, json.loads(line))
                answer = {"answer": runner.run(made) if inspect.isawaitable(made) else made}
            except LodgeError as error:
                answer = {"error": type(error).__name__, "text": str(error)}
            print(json.dumps(answer), flush=True)


def client_of(kind: Callable[..., Client], options: Json) -> Client:
    cache = options.pop("cache_seconds", None)
    return kind(
        options.pop("role"),
        session_duration=options.pop("session_seconds", 900),
        refresh_before=60,
        data_key_cache=None if cache is None else DataKeyCache(max_age=cache),
        **options,
    )


def call(client: Client, of: Json) -> Any:  # noqa: ANN401 (JSON, or a coroutine that gives it)
    """Makes a call of either client: their methods have the same names and arguments."""
    if "token" in of:
        client = client.with_web_identity(of["token"])
    tenant, context = of["tenant"], of.get("context", {})
    data = [base64.b64decode(text) for text in of.get("data", [])]
    is_sync = isinstance(client, TenantEncryption)
    match of["operation"]:
        case "encrypt":
            return then(client.encrypt_tenant_data(tenant, data[0], context), text)
        case "decrypt":
            return then(client.decrypt_tenant_data(tenant, data[0], context), text)
        case "encrypt-at-once":
            return at_once(client, tenant, data[0], of["times"])
        case "encrypt-stream" | "decrypt-stream" as operation:
            method = getattr(client, operation.replace("-", "_"))
            source, sink = (io.BytesIO(data[0]), io.BytesIO()) if is_sync else (AsyncSource(data[0]), AsyncSink())
            done = method(tenant, source, sink, context)
            return then(done, lambda _: text((sink if is_sync else sink.written).getvalue()))
        case "encrypt-batch":
            return then(client.encrypt_batch(tenant, data, context), lambda made: [text(it) for it in made])
        case "decrypt-batch":
            return then(client.decrypt_batch(tenant, data, context), lambda made: [text(it) for it in made])
        case "create-beacon-key":
            return then(client.create_beacon_key(tenant), text)
        case "encrypt-json" | "decrypt-json" | "encrypt-item" | "decrypt-item" as operation:
            return of_fields(client, operation, of, context)
    raise ValueError(of["operation"])


def of_fields(client: Client, operation: str, of: Json, context: Json) -> Any:  # noqa: ANN401 (as above)
    fields = Fields(*of["fields"], form="json" if operation.endswith("json") else "dynamodb")
    for field, beacon, bits in of.get("searchable", []):
        fields = fields.searchable(field, beacon, bits)
    read, write = (lambda record: record,) * 2 if operation.endswith("json") else (from_item, to_item)
    row = (of["tenant"], of["row"], read(of["record"]), fields)
    if operation.startswith("decrypt"):
        return then(client.decrypt_fields(*row, context=context), write)
    if "beacon_key" not in of:
        return then(client.encrypt_fields(*row, context=context), write)
    opened = client.open_beacon_key(of["tenant"], base64.b64decode(of["beacon_key"]))
    return then(opened, lambda key: then(client.encrypt_fields(*row, beacons=key, context=context), write))


def at_once(client: Client, tenant: str, data: bytes, times: int) -> Any:  # noqa: ANN401 (as above)
    if isinstance(client, TenantEncryption):
        with ThreadPoolExecutor(times) as threads:
            return len(list(threads.map(lambda _: client.encrypt_tenant_data(tenant, data), range(times))))

    async def all_of_them() -> int:
        return len(await asyncio.gather(*(client.encrypt_tenant_data(tenant, data) for _ in range(times))))

    return all_of_them()


def then(made: Any, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 (as above)
    """The changed value, or a coroutine that gives it."""
    if not inspect.isawaitable(made):
        return change(made)

    async def awaited() -> Any:  # noqa: ANN401 (as above)
        changed = change(await made)
        return await changed if inspect.isawaitable(changed) else changed

    return awaited()


def text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def from_item(item: Json) -> dict[str, Any]:
    """An item of the DynamoDB API, in JSON, as boto3's resources have it."""
    return {name: TypeDeserializer().deserialize(binaries(value, base64.b64decode)) for name, value in item.items()}


def to_item(record: dict[str, Any]) -> Json:
    return {name: binaries(TypeSerializer().serialize(value), text) for name, value in record.items()}


def binaries(value: Any, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 (an attribute)
    """An attribute with its bytes changed, and its sets in order."""
    [(kind, held)] = value.items()
    match kind:
        case "B":
            return {kind: change(held)}
        case "BS":
            return {kind: sorted(change(it) for it in held)}
        case "SS" | "NS":
            return {kind: sorted(held, key=str if kind == "SS" else Decimal)}
        case "L":
            return {kind: [binaries(it, change) for it in held]}
        case "M":
            return {kind: {name: binaries(it, change) for name, it in held.items()}}
    return value


if __name__ == "__main__":
    main()
