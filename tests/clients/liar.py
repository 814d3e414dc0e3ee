"""An XKS proxy that lies: it answers what it is told to, over TLS, with a certificate of an authority of its own."""

import base64
import contextlib
import hashlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bootstrap import Json

#: Answers a request on a connection, which is closed then.
Lie = Callable[[ssl.SSLSocket], None]

OK = b"HTTP/1.1 200 OK\r\n"

_HEALTH: Json = {
    "xksProxyFleetSize": 1,
    "xksProxyVendor": "liar",
    "xksProxyModel": "liar",
    "ekmVendor": "liar",
    "ekmFleetDetails": [{"id": "1", "model": "1", "healthStatus": "ACTIVE"}],
}
_METADATA: Json = {"keySpec": "AES_256", "keyUsage": ["ENCRYPT", "DECRYPT"], "keyStatus": "ENABLED"}


class Liar:
    """Speaks the truth while `lie` is None: its cipher leaves everything as it is. `localhost` is its name."""

    def __init__(self, folder: Path) -> None:
        self.lie: Lie | None = None
        self._open: set[socket.socket] = set()
        self._ended = False
        self.ca, context = _certified(folder)
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.port: int = self._listener.getsockname()[1]
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self._open)

    def close(self) -> None:
        """Ends all connections and takes no more."""
        self._ended = True
        self._listener.shutdown(socket.SHUT_RDWR)
        self._acceptor.join()
        self._listener.close()
        deadline = time.monotonic() + 20
        while self._open and time.monotonic() < deadline:
            for connection in list(self._open):
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            time.sleep(0.01)

    def endless(self, chunk: bytes, *, first: bytes = b"", pause: float = 0) -> Lie:
        """Sends a chunk again and again until the other side has enough."""

        def lie(connection: ssl.SSLSocket) -> None:
            connection.sendall(first)
            while not self._ended:
                connection.sendall(chunk)
                time.sleep(pause)

        return lie

    def _accept(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(plain,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        connection = plain
        try:
            with (
                plain,
                self._context.wrap_socket(plain, server_side=True) as connection,
                connection.makefile("rb") as requests,
            ):
                self._open.add(connection)
                while line := requests.readline():
                    length = 0
                    while header := requests.readline().strip():
                        if header.lower().startswith(b"content-length:"):
                            length = int(header.split(b":")[1])
                    body = requests.read(length)
                    if self.lie:
                        self.lie(connection)
                        return
                    connection.sendall(answer(_truth(line.split()[1].decode(), json.loads(body))))
        except (OSError, ValueError):
            pass
        finally:
            self._open.discard(connection)


def answer(body: Json | bytes, status: str = "200 OK") -> bytes:
    """An answer of the right form."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content


def once(data: bytes) -> Lie:
    """Sends this and closes the connection."""
    return lambda connection: connection.sendall(data)


def _truth(path: str, body: Json) -> Json:
    if path.endswith("/health"):
        return _HEALTH
    if path.endswith("/metadata"):
        return _METADATA
    if path.endswith("/decrypt"):
        return {"plaintext": body["ciphertext"]}
    parts = [body.get("additionalAuthenticatedData", ""), _text(b"v" * 12), body["plaintext"], _text(b"t" * 16)]
    value = hashlib.sha256(b"".join(map(base64.b64decode, parts))).digest()
    _, vector, ciphertext, tag = parts
    return {
        "ciphertext": ciphertext,
        "initializationVector": vector,
        "authenticationTag": tag,
        "ciphertextDataIntegrityValue": _text(value),
    }


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _certified(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """The file of an authority, and the settings of a server with a certificate of that."""
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("authority", "liar")]
    authority, key = (ec.generate_private_key(ec.SECP256R1()) for _ in names)
    now = datetime.now(UTC)

    def certificate(name: x509.Name, of: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .issuer_name(names[0])
            .subject_name(name)
            .public_key(of.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
        )

    root = certificate(names[0], authority).add_extension(x509.BasicConstraints(True, None), True)
    leaf = certificate(names[1], key).add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), False)
    pem = serialization.Encoding.PEM
    ca, both = folder / "liar-ca.pem", folder / "liar.pem"
    ca.write_bytes(root.sign(authority, hashes.SHA256()).public_bytes(pem))
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    both.write_bytes(leaf.sign(authority, hashes.SHA256()).public_bytes(pem) + private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return ca, context
