"""Service B keeps secrets of many tenants in one table, each encrypted with the key of its tenant.

    python service_b.py --way session-policy    with credentials of its own, which it narrows to one tenant at a time
    python service_b.py --way web-identity      with the customer's token, and no right of its own to any tenant's key

Customers log in with a browser, or send a token of the identity provider (`Authorization: Bearer`).
"""

import argparse
import html
import logging
import secrets
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import boto3
import httpx2
import lodge_sdk
import uvicorn
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from lodge_sdk import AsyncTenantEncryption
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from customers import Customer, IdentityProvider
from tenant_secrets import Table, Vault

SERVICE_A_ROLE = "arn:aws:iam::111122223333:role/ServiceARole"
TENANT_ROLE = "arn:aws:iam::111122223333:role/TenantRole"

MAX_SECRET_BYTES = 64 * 1024

#: `__Host-`: browsers take it over TLS only, and send it to this host only.
TOKEN_COOKIE, LOGIN_COOKIE = "__Host-token", "__Host-login"

#: What customers are told when the SDK refuses. The log says more.
REFUSALS = {
    lodge_sdk.AccessDenied: (403, "the tenant's key may not be used"),
    lodge_sdk.KeyDisabled: (403, "the tenant is suspended: its key is disabled"),
    lodge_sdk.KeyGone: (410, "the tenant has no key"),
    lodge_sdk.WrongTenant: (409, "what is stored here belongs to another tenant"),
    lodge_sdk.WrongContext: (409, "what is stored here belongs under another name"),
    lodge_sdk.Tampered: (409, "what is stored here was changed"),
    lodge_sdk.InvalidInput: (400, "this cannot be encrypted"),
    lodge_sdk.Throttled: (429, "too many requests: try again"),
    lodge_sdk.Unavailable: (503, "the keys cannot be reached: try again"),
}


class Service:
    """HTTP: an API for programs, a page for browsers."""

    def __init__(
        self, url: str, provider: IdentityProvider, table: Table, lodge_for: Callable[[Customer], AsyncTenantEncryption]
    ) -> None:
        self._url = url
        self._provider = provider
        self._table = table
        self._lodge_for = lodge_for

    def application(self) -> Starlette:
        # Between login and callback, a signed cookie holds state, nonce and PKCE's verifier.
        login = Middleware(
            SessionMiddleware,
            secret_key=secrets.token_urlsafe(),
            session_cookie=LOGIN_COOKIE,
            max_age=600,
            https_only=True,
        )
        return Starlette(
            routes=[
                Route("/secrets", self.names),
                Route("/secrets/{name:path}", self.get),
                Route("/secrets/{name:path}", self.put, methods=["PUT"]),
                Route("/secrets/{name:path}", self.delete, methods=["DELETE"]),
                Route("/", self.page),
                Route("/", self.change, methods=["POST"]),
                Route("/login", self.login),
                Route("/callback", self.callback),
                Route("/logout", self.logout, methods=["POST"]),
            ],
            middleware=[Middleware(Headers), login],
            exception_handlers={
                lodge_sdk.LodgeError: refusal,
                BotoCoreError: out_of_reach,
                ClientError: out_of_reach,
                httpx2.HTTPError: out_of_reach,
            },
            lifespan=self._lifespan,
        )

    # The API.

    async def names(self, request: Request) -> Response:
        vault, _ = await self._vault(request)
        return JSONResponse({"secrets": await vault.names()})

    async def get(self, request: Request) -> Response:
        vault, _ = await self._vault(request)
        secret = await vault.get(request.path_params["name"])
        return Response(secret, media_type="application/octet-stream")

    async def put(self, request: Request) -> Response:
        vault, _ = await self._vault(request)
        await vault.put(request.path_params["name"], await body(request, MAX_SECRET_BYTES))
        return Response(status_code=204)

    async def delete(self, request: Request) -> Response:
        vault, _ = await self._vault(request)
        await vault.delete(request.path_params["name"])
        return Response(status_code=204)

    # The page.

    async def page(self, request: Request) -> Response:
        try:
            vault, customer = await self._vault(request)
        except HTTPException as refused:
            link = '<!doctype html><title>Tenant vault</title><a href="/login">Log in</a>'
            return HTMLResponse(link, refused.status_code, refused.headers)
        name = request.query_params.get("name")
        shown = None if name is None else (name, await vault.get(name))
        return HTMLResponse(page(customer, await vault.names(), shown))

    async def change(self, request: Request) -> Response:
        vault, _ = await self._vault(request)
        # In a form, a byte can take three characters.
        form = (await body(request, 4 * MAX_SECRET_BYTES)).decode(errors="replace")
        given = dict(parse_qsl(form, keep_blank_values=True))
        name, secret = given.get("name", ""), given.get("secret", "").encode()
        if "delete" in given:
            await vault.delete(name)
        elif len(secret) > MAX_SECRET_BYTES:
            raise too_large()
        else:
            await vault.put(name, secret)
        return RedirectResponse("/", 303)

    async def login(self, request: Request) -> Response:
        return await self._provider.login(request, f"{self._url}/callback")

    async def callback(self, request: Request) -> Response:
        customer = await self._provider.logged_in(request)
        answer = RedirectResponse("/", 303)
        seconds = int(customer.ends - time.time())
        answer.set_cookie(TOKEN_COOKIE, customer.token, seconds, secure=True, httponly=True, samesite="lax")
        return answer

    async def logout(self, request: Request) -> Response:
        self._check_origin(request)
        answer = HTMLResponse('<!doctype html><title>Tenant vault</title><a href="/login">Log in again</a>')
        answer.delete_cookie(TOKEN_COOKIE, secure=True, httponly=True, samesite="lax")
        return answer

    # What comes before.

    async def _vault(self, request: Request) -> tuple[Vault, Customer]:
        """The vault of the tenant whom the request's token names."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            token = request.cookies.get(TOKEN_COOKIE, "")
            if request.method not in ("GET", "HEAD"):
                self._check_origin(request)
        customer = await self._provider.customer(token)
        return Vault(self._table, self._lodge_for(customer), customer.tenant), customer

    def _check_origin(self, request: Request) -> None:
        """Browsers send a cookie along whichever page makes them send the request."""
        if request.headers.get("origin") != self._url:
            raise HTTPException(403, "this does not come from a page of this service")

    @asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(self._table.create)
        yield


async def body(request: Request, most: int) -> bytes:
    received = bytearray()
    async for part in request.stream():
        received += part
        if len(received) > most:
            raise too_large()
    return bytes(received)


def too_large() -> HTTPException:
    # The rest of the body is not waited for.
    return HTTPException(413, f"a secret has at most {MAX_SECRET_BYTES} bytes", {"Connection": "close"})


def page(customer: Customer, names: list[str], shown: tuple[str, bytes] | None) -> str:
    write = html.escape
    rows = "".join(
        f'<li><form method="post"><a href="/?{write(urlencode({"name": name}))}">{write(name)}</a> '
        f'<input type="hidden" name="name" value="{write(name)}"><button name="delete">delete</button></form></li>'
        for name in names
    )
    secret = f"<h2>{write(shown[0])}</h2><pre>{write(shown[1].decode(errors='replace'))}</pre>" if shown else ""
    return (
        f"<!doctype html><title>Tenant vault</title><h1>Secrets of tenant {write(customer.tenant)}</h1>"
        f'<form method="post" action="/logout">{write(customer.name)} <button>log out</button></form>'
        f"{secret}<ul>{rows}</ul>"
        '<form method="post" action="/"><p><label>Name <input name="name" required></label></p>'
        '<p><label>Secret <textarea name="secret"></textarea></label></p><button>store</button></form>'
    )


async def refusal(request: Request, error: Exception) -> Response:
    logging.warning("%s %r: %r", request.method, request.url.path, error)
    status, text = next((REFUSALS[kind] for kind in type(error).__mro__ if kind in REFUSALS), (500, "this failed"))
    return PlainTextResponse(text, status, {"Retry-After": "1"} if status in (429, 503) else None)


async def out_of_reach(request: Request, error: Exception) -> Response:
    logging.warning("%s %r: %r", request.method, request.url.path, error)
    return PlainTextResponse("table or identity provider cannot be reached: try again", 503, {"Retry-After": "1"})


class Headers:
    """What browsers are told with every answer."""

    ALWAYS = (
        (b"cache-control", b"no-store"),
        (
            b"content-security-policy",
            b"default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        (b"referrer-policy", b"same-origin"),
        (b"x-content-type-options", b"nosniff"),
    )

    def __init__(self, app: Any) -> None:  # noqa: ANN401 (ASGI)
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 (ASGI)
        async def send_more(message: Any) -> None:  # noqa: ANN401 (ASGI)
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self.ALWAYS]
            await send(message)

        await self._app(scope, receive, send_more)


def main() -> None:
    parser = argparse.ArgumentParser(description="Keeps tenants' secrets.")
    parser.add_argument("--way", choices=["session-policy", "web-identity"], required=True)
    parser.add_argument("--profile", help="of the AWS configuration; on AWS, the platform gives the role")
    parser.add_argument("--provider", default="https://127.0.0.1:9443", metavar="URL")
    parser.add_argument("--ca", type=Path, default=Path("identity-provider/ca.pem"), metavar="FILE")
    parser.add_argument("--certificate", type=Path, default=Path("identity-provider/certificate.pem"), metavar="FILE")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    if not options.ca.exists() or not options.certificate.exists():
        parser.error(f"{options.ca} or {options.certificate} is missing: `python identity_provider.py keys` makes them")

    aws = boto3.Session(profile_name=options.profile)
    lodge_for: Callable[[Customer], AsyncTenantEncryption]
    if options.way == "session-policy":
        lodge = AsyncTenantEncryption(SERVICE_A_ROLE, session=aws)
        lodge_for = lambda _: lodge  # noqa: E731
    else:
        tenants = AsyncTenantEncryption(TENANT_ROLE, session=aws)
        lodge_for = lambda customer: tenants.with_web_identity(customer.token)  # noqa: E731
    with socket.create_server(("127.0.0.1", options.port)) as listener:
        url = f"https://localhost:{listener.getsockname()[1]}"
        provider = IdentityProvider(options.provider, options.ca)
        # As many connections as there are threads that wait.
        table = Table(aws.client("dynamodb", config=Config(max_pool_connections=40)))
        service = Service(url, provider, table, lodge_for)
        config = uvicorn.Config(
            service.application(), ssl_certfile=options.certificate, log_level="warning", timeout_graceful_shutdown=3
        )
        print(url, flush=True)
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
