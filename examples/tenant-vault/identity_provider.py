"""A small OpenID Connect provider for this example, and for nothing else: its users have no passwords.

    python identity_provider.py keys            once: makes its keys and certificates
    python identity_provider.py serve           discovery, keys, login page and tokens, at https://127.0.0.1:9443
    python identity_provider.py token USER      prints a token, for the terminal

Sources: OpenID Connect Core 1.0 and Discovery 1.0; RFC 6749; RFC 7636 (PKCE); RFC 8252, section 7.3 (ports of redirects).
"""

import argparse
import base64
import hashlib
import hmac
import html
import os
import re
import secrets
import socket
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import trustme
import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

#: As in IAM, an issuer has no port: this name leads to the provider only where somebody says so (`lodge up --oidc-host`).
ISSUER = "https://login.example.com"
CLIENT_ID = "service-b"
#: Where browsers are sent back to: Service B, whatever its port.
REDIRECT_URI = re.compile(r"https://localhost:\d{1,5}/callback")

#: Who can log in, and the tenant of each.
USERS = {"ann": "123", "bob": "123", "cem": "456", "dora": "789"}

#: The claim from which AssumeRoleWithWebIdentity takes the tags of a session.
TAGS = "https://aws.amazon.com/tags"

TOKEN_SECONDS = 900
CODE_SECONDS = 60

FOLDER = Path("identity-provider")
SIGNING_KEY, CA, CERTIFICATE = FOLDER / "signing-key.pem", FOLDER / "ca.pem", FOLDER / "certificate.pem"


def make_keys() -> None:
    """The key that signs tokens; an authority, and a certificate of it for this provider and for Service B."""
    FOLDER.mkdir(mode=0o700)
    SIGNING_KEY.write_bytes(RSAKey.generate_key(2048).as_pem(private=True))
    authority = trustme.CA()
    authority.cert_pem.write_to_path(CA)
    authority.issue_cert("login.example.com", "127.0.0.1", "localhost").private_key_and_cert_chain_pem.write_to_path(
        CERTIFICATE
    )


def signing_key() -> RSAKey:
    return RSAKey.import_key(SIGNING_KEY.read_bytes(), {"kid": "signing-key", "use": "sig", "alg": "RS256"})


def issue(key: RSAKey, user: str, nonce: str | None = None) -> str:
    """An ID token that says who somebody is, and for AWS's STS: with which session tags."""
    now = int(time.time())
    tags = {"principal_tags": {"tenant": [USERS[user]]}, "transitive_tag_keys": ["tenant"]}
    claims = {"iss": ISSUER, "sub": user, "aud": CLIENT_ID, "iat": now, "exp": now + TOKEN_SECONDS, TAGS: tags}
    if nonce is not None:
        claims["nonce"] = nonce
    return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)


# The server.


@dataclass
class Login:
    """What a code stands for until it is exchanged for a token."""

    user: str
    redirect_uri: str
    challenge: str
    nonce: str | None
    ends: float


class Provider:
    """The authorization code flow, with PKCE, for one public client."""

    def __init__(self, key: RSAKey) -> None:
        self._key = key
        self._logins: dict[str, Login] = {}

    def application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.discovery),
                Route("/keys", self.keys),
                Route("/authorize", self.login_page),
                Route("/authorize", self.log_in, methods=["POST"]),
                Route("/token", self.token, methods=["POST"]),
            ]
        )

    async def discovery(self, request: Request) -> Response:
        # Browsers and Service B come by address and port, Lodge by the issuer's name: each goes on as it came.
        here = str(request.base_url).rstrip("/")
        return JSONResponse(
            {
                "issuer": ISSUER,
                "authorization_endpoint": f"{here}/authorize",
                "token_endpoint": f"{here}/token",
                "jwks_uri": f"{here}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["none"],
            }
        )

    async def keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})

    async def login_page(self, request: Request) -> Response:
        if refusal := refused(request.query_params):
            return refusal
        buttons = "".join(
            f'<p><button name="user" value="{user}">{user}, of tenant {tenant}</button></p>'
            for user, tenant in USERS.items()
        )
        page = (
            "<!doctype html><title>Log in</title><h1>Who are you?</h1>"
            "<p>This provider belongs to an example. It asks for no password, so it proves nothing.</p>"
            f'<form method="post" action="?{html.escape(str(request.query_params))}">{buttons}</form>'
        )
        return HTMLResponse(page, headers={"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"})

    async def log_in(self, request: Request) -> Response:
        asked = request.query_params
        if refusal := refused(asked):
            return refusal
        user = (await form(request)).get("user", "")
        if user not in USERS:
            raise HTTPException(403, "nobody of that name")
        now = time.monotonic()
        self._logins = {code: login for code, login in self._logins.items() if login.ends > now}
        code = secrets.token_urlsafe()
        self._logins[code] = Login(
            user, asked["redirect_uri"], asked["code_challenge"], asked.get("nonce"), now + CODE_SECONDS
        )
        return back(asked, code=code)

    async def token(self, request: Request) -> Response:
        given = await form(request)
        login = self._logins.pop(given.get("code", ""), None)
        proven = (
            login is not None
            and login.ends > time.monotonic()
            and given.get("grant_type") == "authorization_code"
            and given.get("client_id") == CLIENT_ID
            and given.get("redirect_uri") == login.redirect_uri
            and hmac.compare_digest(challenge_of(given.get("code_verifier", "")), login.challenge)
        )
        if not proven:
            return JSONResponse({"error": "invalid_grant"}, 400)
        answer = {
            "access_token": secrets.token_urlsafe(),
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "id_token": issue(self._key, login.user, login.nonce),
        }
        return JSONResponse(answer, headers={"Cache-Control": "no-store"})


def refused(asked: Mapping[str, str]) -> Response | None:
    """The answer to a request that the login page is not shown for."""
    if asked.get("client_id") != CLIENT_ID or not REDIRECT_URI.fullmatch(asked.get("redirect_uri", "")):
        # Nobody is sent to a place that is not the client's.
        raise HTTPException(400, "client_id or redirect_uri is not one of this provider")
    if asked.get("response_type") != "code":
        return back(asked, error="unsupported_response_type")
    if "openid" not in asked.get("scope", "").split():
        return back(asked, error="invalid_scope")
    if asked.get("code_challenge_method") != "S256" or not re.fullmatch(
        r"[A-Za-z0-9_-]{43}", asked.get("code_challenge", "")
    ):
        return back(asked, error="invalid_request", error_description="PKCE with S256 is required")
    return None


def back(asked: Mapping[str, str], **answer: str) -> Response:
    """Sends the browser back to the client."""
    if "state" in asked:
        answer["state"] = asked["state"]
    return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 303)


def challenge_of(verifier: str) -> str:
    """Source: RFC 7636, section 4.2."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


async def form(request: Request) -> dict[str, str]:
    return dict(parse_qsl((await request.body()).decode(errors="replace")))


def serve(application: Starlette, port: int, certificate: Path) -> None:
    """Serves on loopback. Port 0 is any that is free."""
    with socket.create_server(("127.0.0.1", port)) as listener:
        print(f"https://127.0.0.1:{listener.getsockname()[1]}", flush=True)
        config = uvicorn.Config(application, ssl_certfile=certificate, log_level="warning", timeout_graceful_shutdown=3)
        uvicorn.Server(config).run(sockets=[listener])


def main() -> None:
    parser = argparse.ArgumentParser(description="An OpenID Connect provider without passwords, for this example only.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("keys", help="make keys and certificates in the folder identity-provider")
    server = commands.add_parser("serve", help="serve on loopback")
    server.add_argument("--port", type=int, default=9443)
    token = commands.add_parser("token", help="print a token")
    token.add_argument("user", choices=USERS)
    options = parser.parse_args()

    if FOLDER.exists() == (options.command == "keys"):
        parser.error(f"the folder {FOLDER} is " + ("there already" if FOLDER.exists() else "missing: say `keys` first"))
    os.umask(0o077)
    if options.command == "keys":
        make_keys()
    elif options.command == "serve":
        serve(Provider(signing_key()).application(), options.port, CERTIFICATE)
    else:
        print(issue(signing_key(), options.user))


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
