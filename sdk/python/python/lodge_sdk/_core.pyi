from asyncio import Future
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar, final

from lodge_sdk._configuration import Connection, Settings

__all__ = ["BeaconKey", "Call", "Core", "DecryptionStream", "EncryptionStream", "Fields", "stop"]

_T = TypeVar("_T")
_Form = Literal["sql", "dynamodb", "json"]
_Context = Mapping[str, str] | None
_Rows = Iterable[tuple[str, Mapping[str, Any]]]

@final
class Call(Generic[_T]):
    """A call that has not begun. It is made once: by `wait()`, or by `future()` for asyncio."""

    def wait(self) -> _T: ...
    def future(self) -> Future[_T]: ...

@final
class Fields:
    """Which fields are encrypted, in which of them a search finds equal values, and what kind of records they stand in. It cannot be changed.

    form: "sql" (rows: None, bool, int, float, Decimal, date, time, datetime, UUID, str, bytes; encrypted fields are bytes), "dynamodb" (items as boto3's resources have
    them; encrypted fields are bytes) or "json" (documents; encrypted fields are texts in base64).
    """

    def __new__(cls, *names: str, form: _Form = "sql") -> Fields: ...
    def searchable(self, field: str, beacon: str, bits: int) -> Fields:
        """The same fields, and the beacon of `field`, with `bits` bits, under the name `beacon`.

        It is made of the value before encryption, and needs the tenant's `BeaconKey`.
        """

    def beacon(self, beacons: BeaconKey, field: str, value: object) -> str:
        """The beacon of a value in a searchable field, as hexadecimal digits: what the field's beacon is searched for."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...

@final
class BeaconKey:
    """The key of a tenant's beacons: what makes encrypted fields searchable by equality."""

@final
class EncryptionStream:
    def push(self, piece: bytes) -> bytes: ...
    def finish(self) -> bytes: ...

@final
class DecryptionStream:
    def push(self, piece: bytes) -> Call[bytes]: ...
    def finish(self) -> Call[None]: ...

@final
class Core:
    def __new__(cls, connection: Connection, settings: Settings) -> Core: ...
    def with_web_identity(self, token: str) -> Core: ...
    def encrypt(self, tenant: str, plaintext: bytes, context: _Context) -> Call[bytes]: ...
    def decrypt(self, tenant: str, message: bytes, context: _Context) -> Call[bytes]: ...
    def encrypt_batch(self, tenant: str, plaintexts: Sequence[bytes], context: _Context) -> Call[list[bytes]]: ...
    def decrypt_batch(self, tenant: str, messages: Sequence[bytes], context: _Context) -> Call[list[bytes]]: ...
    def encrypt_rows(
        self, tenant: str, rows: _Rows, fields: Fields, beacons: BeaconKey | None, context: _Context
    ) -> Call[list[dict[str, Any]]]: ...
    def decrypt_rows(
        self, tenant: str, rows: _Rows, fields: Fields, context: _Context
    ) -> Call[list[dict[str, Any]]]: ...
    def create_beacon_key(self, tenant: str) -> Call[bytes]: ...
    def open_beacon_key(self, tenant: str, sealed: bytes) -> Call[BeaconKey]: ...
    def start_encryption(self, tenant: str, context: _Context) -> Call[EncryptionStream]: ...
    def start_decryption(self, tenant: str, context: _Context) -> DecryptionStream: ...

def stop() -> None: ...
