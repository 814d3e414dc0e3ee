"""Requests signed by hand and sent as they are, for what no SDK would send."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import parse_headers
from urllib.parse import urlsplit

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as SigningCredentials

from lodge import REGION, Caller, Lodge

JSON = "application/x-amz-json-1.1"
FORM = "application/x-www-form-urlencoded; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """What the server sent."""

    status: int
    headers: dict[str, str]
    body: bytes


class Wire:
    """One connection."""

    def __init__(self, lodge: Lodge) -> None:
        url = urlsplit(lodge.endpoint)
        assert url.hostname is not None
        plain = socket.create_connection((url.hostname, url.port), timeout=30)
        if lodge.ca is None:
            self.socket: socket.socket = plain
        else:
            try:
                self.socket = trusting(lodge).wrap_socket(plain, server_hostname=url.hostname)
            except BaseException:
                plain.close()
                raise
        # One reader for the connection's whole life: it may hold the beginning of the next answer.
        self._reader = self.socket.makefile("rb")

    def send(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.socket.sendall(data)

    def read(self, method: str = "POST") -> Answer:
        """Reads one answer."""
        line = self._reader.readline()
        if not line:
            raise EOFError("the server closed the connection without an answer")
        version, status = line.decode().split()[:2]
        assert version.startswith("HTTP/1."), line
        headers = {name.lower(): value for name, value in parse_headers(self._reader).items()}
        if method == "HEAD":
            body = b""
        elif "content-length" in headers:
            body = self._reader.read(int(headers["content-length"]))
            assert len(body) == int(headers["content-length"]), "the answer was cut off"
        else:
            assert "transfer-encoding" not in headers, headers
            body = self._reader.read()
        return Answer(int(status), headers, body)

    def exchange(self, data: bytes, method: str = "POST") -> Answer:
        """Sends a request and reads its answer."""
        self.send(data)
        return self.read(method)

    def ended(self) -> bool:
        """Whether the server closes the connection and sends nothing more."""
        try:
            return self._reader.read(1) == b""
        except ConnectionResetError:
            return True

    def close(self) -> None:
        """Closes the connection."""
        self._reader.close()
        self.socket.close()


def trusting(lodge: Lodge) -> ssl.SSLContext:
    """A client's TLS settings that trust this Lodge and nobody else."""
    context = ssl.create_default_context(cafile=str(lodge.ca))
    context.set_alpn_protocols(["http/1.1"])
    return context


@contextmanager
def wire(lodge: Lodge) -> Iterator[Wire]:
    """A connection that is closed at the end."""
    connection = Wire(lodge)
    try:
        yield connection
    finally:
        connection.close()


def signed(
    lodge: Lodge,
    caller: Caller,
    service: str,
    body: bytes,
    *,
    target: str | None = None,
    content_type: str | None = None,
    region: str = REGION,
    more: dict[str, str] | None = None,
) -> dict[str, str]:
    """The headers of a signed POST to `/`, without Content-Length."""
    headers = {"Host": urlsplit(lodge.endpoint).netloc, "Content-Type": content_type or (JSON if target else FORM)}
    if target:
        headers["X-Amz-Target"] = target
    request = AWSRequest("POST", lodge.endpoint + "/", headers=headers | (more or {}), data=body)
    credentials = lodge.credentials(caller)
    signing = SigningCredentials(credentials.access_key_id, credentials.secret_access_key, credentials.session_token)
    SigV4Auth(signing, service, region).add_auth(request)
    return dict(request.headers.items())


def request(headers: dict[str, str], body: bytes, *, line: str = "POST / HTTP/1.1", length: bool = True) -> bytes:
    """A request's bytes."""
    lines = [line, *(f"{name}: {value}" for name, value in headers.items())]
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def kms_request(lodge: Lodge, caller: Caller, operation: str, body: bytes = b"{}") -> bytes:
    """A signed call of KMS."""
    return request(signed(lodge, caller, "kms", body, target=f"TrentService.{operation}"), body)
