"""An OpenID Connect provider: an HTTPS server of this process, tokens by PyJWT."""

import datetime
import hashlib
import http.server
import json
import ssl
import threading
import time
from pathlib import Path
from typing import Any

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from bootstrap import Json

HOST = "login.example.com"
ISSUER = f"https://{HOST}"
AUDIENCE = "tenant-app"


class Provider:
    """An OpenID Connect provider with an authority of its own."""

    def __init__(self, folder: Path) -> None:
        self.ca = folder / "ca.pem"
        self.keys = {"first": rsa.generate_private_key(65537, 2048)}
        #: What a path answers instead of what it should: status, headers and body.
        self.instead: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[str] = []
        context, self.thumbprint = _certificate(folder, self.ca)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def token(self, key_id: str = "first", algorithm: str = "RS256", **claims: Any) -> str:  # noqa: ANN401 (JSON)
        """A token for `AUDIENCE`. A claim that is None is left out."""
        now = int(time.time())
        all_claims = {"iss": ISSUER, "sub": "ann", "aud": AUDIENCE, "iat": now, "exp": now + 300} | claims
        kept = {name: value for name, value in all_claims.items() if value is not None}
        return jwt.encode(kept, self.keys[key_id], algorithm, headers={"kid": key_id})

    def _documents(self) -> dict[str, Json]:
        keys = []
        for key_id, private in self.keys.items():
            of_kind = (
                jwt.algorithms.RSAAlgorithm if isinstance(private, rsa.RSAPrivateKey) else jwt.algorithms.ECAlgorithm
            )
            keys.append(
                json.loads(of_kind.to_jwk(private.public_key())) | {"kid": key_id, "use": "sig", "key_ops": ["verify"]}
            )
        return {
            "/.well-known/openid-configuration": {"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys"},
            "/keys": {"keys": keys},
        }

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider.asked.append(self.path)
                body = json.dumps(provider._documents().get(self.path)).encode()
                status, headers, body = provider.instead.get(self.path, (200, {}, body))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _certificate(folder: Path, ca: Path) -> tuple[ssl.SSLContext, str]:
    now = datetime.datetime.now(datetime.UTC)

    def signed(subject: str, public: Any, issuer: str, by: Any, *, is_ca: bool) -> x509.Certificate:  # noqa: ANN401 (keys)
        name = lambda text: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])  # noqa: E731
        builder = x509.CertificateBuilder(
            name(issuer), name(subject), public, x509.random_serial_number(), now, now + datetime.timedelta(days=1)
        )
        builder = builder.add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        return builder.sign(by, hashes.SHA256())

    authority_key, server_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority = signed("authority", authority_key.public_key(), "authority", authority_key, is_ca=True)
    server = signed("server", server_key.public_key(), "authority", authority_key, is_ca=False)
    pem = serialization.Encoding.PEM
    ca.write_bytes(authority.public_bytes(pem))
    chain, private = folder / "chain.pem", folder / "key.pem"
    chain.write_bytes(server.public_bytes(pem) + authority.public_bytes(pem))
    private.write_bytes(server_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, private)
    return context, hashlib.sha1(authority.public_bytes(serialization.Encoding.DER)).hexdigest()
