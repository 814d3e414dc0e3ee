"""The two faces of the core: one that waits, and one for asyncio."""

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Iterable, Iterator, Mapping, Sequence
from inspect import isawaitable
from typing import Any, Protocol, Self

import botocore.session
from botocore.config import Config

from lodge_sdk._configuration import DataKeyCache, Session, Settings, connection
from lodge_sdk._core import BeaconKey, Core, Fields

Context = Mapping[str, str] | None

#: What is read of a source at a time.
_CHUNK = 1 << 16


class Source(Protocol):
    """What is read from: a file opened in binary mode, for instance."""

    def read(self, size: int, /) -> bytes: ...


class Sink(Protocol):
    """What is written to."""

    def write(self, data: bytes, /) -> object: ...


class AsyncSource(Protocol):
    """What is read from: an `asyncio.StreamReader`, for instance."""

    def read(self, size: int, /) -> Awaitable[bytes]: ...


class _Client:
    """What both faces share."""

    _core: Core
    _text: str

    def __init__(
        self,
        role_arn: str,
        *,
        session: botocore.session.Session | Session | None = None,
        service: str | None = None,
        key_account: str | None = None,
        session_duration: float = 3600,
        refresh_before: float = 300,
        max_sessions: int = 1000,
        data_key_cache: DataKeyCache | None = None,
        signed: bool = False,
        frame_length: int = 65536,
        concurrency: int = 8,
        config: Config | None = None,
        verify: str | bool | None = None,
    ) -> None:
        """A client with the credentials, Region, endpoints, CA bundle, retries, timeouts and proxies of a boto3 session.

        role_arn: the role whose sessions use tenants' keys.
        session: a boto3 or botocore session; the default one when there is none. Its credentials are asked for whenever a session of the role begins.
        service: `service=<name>` stands in every encryption context, so that a role's policy can keep services apart.
        key_account: the account of the keys, when the role is in another one.
        session_duration, refresh_before: seconds that sessions last, and before their end at which they are replaced.
        max_sessions: the most sessions that are kept, one for each tenant and identity.
        data_key_cache: whether, and how long, data keys are used again. Never, when it is None.
        signed: messages are signed, for readers that may not write. They cannot be decrypted as streams.
        frame_length: the plaintext bytes of a frame: what a stream holds in memory.
        concurrency: the most requests that one batch call has under way.
        config, verify: as `session.client(...)` takes them.
        """
        settings = Settings(
            role_arn=role_arn,
            service=service,
            key_account=key_account,
            session_duration=session_duration,
            refresh_before=refresh_before,
            max_sessions=max_sessions,
            data_key_cache=data_key_cache,
            signed=signed,
            frame_length=frame_length,
            concurrency=concurrency,
        )
        self._core = Core(connection(session, config, verify), settings)
        self._text = f"{type(self).__name__}({role_arn!r})"

    def __repr__(self) -> str:
        return self._text

    def with_web_identity(self, token: str) -> Self:
        """The same for a caller with a JSON Web Token: sessions come from `AssumeRoleWithWebIdentity`, and end with the token at the latest.

        Sessions and data keys are shared with nobody but callers with the same token.
        """
        other = object.__new__(type(self))
        other._core = self._core.with_web_identity(token)
        other._text = f"{self._text}.with_web_identity(...)"
        return other


class TenantEncryption(_Client):
    """Encrypts and decrypts tenants' data, each tenant's with the tenant's own key. Threads can share it."""

    def encrypt_tenant_data(self, tenant: str, plaintext: bytes, context: Context = None) -> bytes:
        """Encrypts data of a tenant: a message of the AWS Encryption SDK.

        The context is not secret: it stands in the message and in the trail of KMS. `tenant`, and `service` when it is set, are added to it.
        """
        return self._core.encrypt(tenant, plaintext, context).wait()

    def decrypt_tenant_data(self, tenant: str, message: bytes, context: Context = None) -> bytes:
        """Decrypts a message of a tenant. Every pair of `context`, the tenant and the service must be in the message's encryption context."""
        return self._core.decrypt(tenant, message, context).wait()

    def encrypt_batch(self, tenant: str, plaintexts: Sequence[bytes], context: Context = None) -> list[bytes]:
        """Encrypts many pieces of a tenant's data with one data key: one KMS request at most."""
        return self._core.encrypt_batch(tenant, plaintexts, context).wait()

    def decrypt_batch(self, tenant: str, messages: Sequence[bytes], context: Context = None) -> list[bytes]:
        """Decrypts many messages of a tenant, all or none: one KMS request for each data key."""
        return self._core.decrypt_batch(tenant, messages, context).wait()

    def encrypt_stream(self, tenant: str, source: Source, sink: Sink, context: Context = None) -> int:
        """Encrypts all that `source` gives into `sink`: one message, one frame in memory. Returns the bytes read."""
        total = 0

        def chunks() -> Iterator[bytes]:
            nonlocal total
            for chunk in _read(source):
                total += len(chunk)
                yield chunk

        for piece in self.encrypt_chunks(tenant, chunks(), context):
            sink.write(piece)
        return total

    def decrypt_stream(self, tenant: str, source: Source, sink: Sink, context: Context = None) -> int:
        """Decrypts the message that `source` gives into `sink`, a frame at a time. Returns the bytes written.

        Each byte that is written is authentic and in its place. After an error throw away what was written: the end may be missing.
        """
        total = 0
        for piece in self.decrypt_chunks(tenant, _read(source), context):
            sink.write(piece)
            total += len(piece)
        return total

    def encrypt_chunks(self, tenant: str, chunks: Iterable[bytes], context: Context = None) -> Iterator[bytes]:
        """Encrypts data that comes in pieces: the pieces of one message."""
        stream = self._core.start_encryption(tenant, context).wait()
        for chunk in chunks:
            if piece := stream.push(chunk):
                yield piece
        yield stream.finish()

    def decrypt_chunks(self, tenant: str, chunks: Iterable[bytes], context: Context = None) -> Iterator[bytes]:
        """Decrypts a message that comes in pieces. What it gave before an error is to be thrown away: the end may be missing."""
        stream = self._core.start_decryption(tenant, context)
        for chunk in chunks:
            if piece := stream.push(chunk).wait():
                yield piece
        stream.finish().wait()

    def encrypt_fields(
        self,
        tenant: str,
        row_id: str,
        record: Mapping[str, Any],
        fields: Fields,
        *,
        beacons: BeaconKey | None = None,
        context: Context = None,
    ) -> dict[str, Any]:
        """Encrypts fields of a record: a copy of it.

        `row_id` names the record among all of the tenant, for instance by table and primary key: a field opens only in the row and under the name
        that it was encrypted for. A record that has a field where a beacon belongs is `InvalidInput`.
        """
        return self.encrypt_rows(tenant, [(row_id, record)], fields, beacons=beacons, context=context)[0]

    def decrypt_fields(
        self, tenant: str, row_id: str, record: Mapping[str, Any], fields: Fields, *, context: Context = None
    ) -> dict[str, Any]:
        """Decrypts fields of a record in its row: a copy of it, without beacons. A field that is there and not encrypted is `Tampered`."""
        return self.decrypt_rows(tenant, [(row_id, record)], fields, context=context)[0]

    def encrypt_rows(
        self,
        tenant: str,
        rows: Iterable[tuple[str, Mapping[str, Any]]],
        fields: Fields,
        *,
        beacons: BeaconKey | None = None,
        context: Context = None,
    ) -> list[dict[str, Any]]:
        """`encrypt_fields` for many records, with one data key for all of them. `rows` are pairs of a row's id and its record."""
        return self._core.encrypt_rows(tenant, list(rows), fields, beacons, context).wait()

    def decrypt_rows(
        self, tenant: str, rows: Iterable[tuple[str, Mapping[str, Any]]], fields: Fields, *, context: Context = None
    ) -> list[dict[str, Any]]:
        """`decrypt_fields` for many records, all or none: one KMS request for each data key."""
        return self._core.decrypt_rows(tenant, list(rows), fields, context).wait()

    def create_beacon_key(self, tenant: str) -> bytes:
        """A new beacon key for a tenant, as a message that the application stores: once for each tenant, next to its data."""
        return self._core.create_beacon_key(tenant).wait()

    def open_beacon_key(self, tenant: str, sealed: bytes) -> BeaconKey:
        """Opens what `create_beacon_key` made. Keep the result while the tenant's data is searched."""
        return self._core.open_beacon_key(tenant, sealed).wait()


class AsyncTenantEncryption(_Client):
    """The calls of `TenantEncryption` for asyncio. To cancel one is to give it up."""

    async def encrypt_tenant_data(self, tenant: str, plaintext: bytes, context: Context = None) -> bytes:
        """As `TenantEncryption.encrypt_tenant_data`."""
        return await self._core.encrypt(tenant, plaintext, context).future()

    async def decrypt_tenant_data(self, tenant: str, message: bytes, context: Context = None) -> bytes:
        """As `TenantEncryption.decrypt_tenant_data`."""
        return await self._core.decrypt(tenant, message, context).future()

    async def encrypt_batch(self, tenant: str, plaintexts: Sequence[bytes], context: Context = None) -> list[bytes]:
        """As `TenantEncryption.encrypt_batch`."""
        return await self._core.encrypt_batch(tenant, plaintexts, context).future()

    async def decrypt_batch(self, tenant: str, messages: Sequence[bytes], context: Context = None) -> list[bytes]:
        """As `TenantEncryption.decrypt_batch`."""
        return await self._core.decrypt_batch(tenant, messages, context).future()

    async def encrypt_stream(
        self, tenant: str, source: AsyncSource | AsyncIterable[bytes], sink: Sink, context: Context = None
    ) -> int:
        """As `TenantEncryption.encrypt_stream`. What `sink.write` gives is awaited when it can be, and `sink.drain()` where there is one."""
        total = 0

        async def chunks() -> AsyncIterator[bytes]:
            nonlocal total
            async for chunk in _read_async(source):
                total += len(chunk)
                yield chunk

        async for piece in self.encrypt_chunks(tenant, chunks(), context):
            await _write_async(sink, piece)
        return total

    async def decrypt_stream(
        self, tenant: str, source: AsyncSource | AsyncIterable[bytes], sink: Sink, context: Context = None
    ) -> int:
        """As `TenantEncryption.decrypt_stream`; the sink is written to as in `encrypt_stream`."""
        total = 0
        async for piece in self.decrypt_chunks(tenant, _read_async(source), context):
            await _write_async(sink, piece)
            total += len(piece)
        return total

    async def encrypt_chunks(
        self, tenant: str, chunks: AsyncIterable[bytes], context: Context = None
    ) -> AsyncIterator[bytes]:
        """As `TenantEncryption.encrypt_chunks`."""
        stream = await self._core.start_encryption(tenant, context).future()
        async for chunk in chunks:
            if piece := stream.push(chunk):
                yield piece
        yield stream.finish()

    async def decrypt_chunks(
        self, tenant: str, chunks: AsyncIterable[bytes], context: Context = None
    ) -> AsyncIterator[bytes]:
        """As `TenantEncryption.decrypt_chunks`."""
        stream = self._core.start_decryption(tenant, context)
        async for chunk in chunks:
            if piece := await stream.push(chunk).future():
                yield piece
        await stream.finish().future()

    async def encrypt_fields(
        self,
        tenant: str,
        row_id: str,
        record: Mapping[str, Any],
        fields: Fields,
        *,
        beacons: BeaconKey | None = None,
        context: Context = None,
    ) -> dict[str, Any]:
        """As `TenantEncryption.encrypt_fields`."""
        return (await self.encrypt_rows(tenant, [(row_id, record)], fields, beacons=beacons, context=context))[0]

    async def decrypt_fields(
        self, tenant: str, row_id: str, record: Mapping[str, Any], fields: Fields, *, context: Context = None
    ) -> dict[str, Any]:
        """As `TenantEncryption.decrypt_fields`."""
        return (await self.decrypt_rows(tenant, [(row_id, record)], fields, context=context))[0]

    async def encrypt_rows(
        self,
        tenant: str,
        rows: Iterable[tuple[str, Mapping[str, Any]]],
        fields: Fields,
        *,
        beacons: BeaconKey | None = None,
        context: Context = None,
    ) -> list[dict[str, Any]]:
        """As `TenantEncryption.encrypt_rows`."""
        return await self._core.encrypt_rows(tenant, list(rows), fields, beacons, context).future()

    async def decrypt_rows(
        self, tenant: str, rows: Iterable[tuple[str, Mapping[str, Any]]], fields: Fields, *, context: Context = None
    ) -> list[dict[str, Any]]:
        """As `TenantEncryption.decrypt_rows`."""
        return await self._core.decrypt_rows(tenant, list(rows), fields, context).future()

    async def create_beacon_key(self, tenant: str) -> bytes:
        """As `TenantEncryption.create_beacon_key`."""
        return await self._core.create_beacon_key(tenant).future()

    async def open_beacon_key(self, tenant: str, sealed: bytes) -> BeaconKey:
        """As `TenantEncryption.open_beacon_key`."""
        return await self._core.open_beacon_key(tenant, sealed).future()


def _read(source: Source) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk


async def _read_async(source: AsyncSource | AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    if isinstance(source, AsyncIterable) and not hasattr(source, "read"):
        async for chunk in source:
            yield chunk
        return
    while chunk := await source.read(_CHUNK):
        yield chunk


async def _write_async(sink: Any, piece: bytes) -> None:  # noqa: ANN401 (many kinds of sinks)
    written = sink.write(piece)
    if isawaitable(written):
        await written
    if drain := getattr(sink, "drain", None):
        await drain()
