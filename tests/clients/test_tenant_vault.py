"""Service B of examples/tenant-vault, in both of its ways: what it does, who gets in, and what it says when something is wrong."""

import base64
import hmac
import html
import json
import re
import signal
import socket
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, quote, urlsplit

import boto3
import httpx2
import jwt
import pytest
import uvicorn
from botocore import UNSIGNED
from botocore.config import Config
from joserfc.jwk import RSAKey

import identity_provider
import service_b
import tenant_secrets
import vault
from bootstrap import Json
from dynamodb import DynamoDb
from lodge import REGION, Credentials, Lodge, refused
from tenant_vault import (
    CLIENT_ID,
    ISSUER,
    TAGS,
    WAYS,
    IdentityProvider,
    Program,
    browser,
    follow,
    log_in,
    service,
    tags,
)
from tenants import Tenants


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IdentityProvider]:
    running = IdentityProvider(tmp_path_factory.mktemp("vault"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def world(make_module_lodge: Callable[..., Lodge], provider: IdentityProvider) -> Lodge:
    lodge = make_module_lodge(vault.world(), arguments=provider.arguments)
    provider.register(lodge)
    return lodge


@pytest.fixture(scope="module", params=WAYS)
def running(
    request: pytest.FixtureRequest, world: Lodge, provider: IdentityProvider, dynamodb: DynamoDb
) -> Iterator[Program]:
    """Service B, in each of its ways."""
    program = service(world, provider, dynamodb, request.param)
    yield program
    program.stop()


@pytest.fixture
def customer(running: Program, provider: IdentityProvider) -> Iterator[Callable[[str], httpx2.Client]]:
    """Clients with the token of a user, or with another one."""
    made = []

    def make(user: str, token: str | None = None) -> httpx2.Client:
        token = provider.token(user) if token is None else token
        made.append(browser(provider.ca, base_url=running.url, headers={"Authorization": f"Bearer {token}"}))
        return made[-1]

    yield make
    for client in made:
        client.close()


@pytest.fixture
def visitor(running: Program, provider: IdentityProvider) -> Iterator[httpx2.Client]:
    """A browser that is not logged in."""
    with browser(provider.ca, base_url=running.url) as client:
        yield client


@pytest.fixture
def name() -> str:
    """A name that no other test stores anything under."""
    return f"secret-{uuid.uuid4()}"


def said(answer: httpx2.Response, status: int, text: str = "") -> None:
    assert answer.status_code == status, answer.text
    assert text in answer.text


# The API.


def test_secrets_are_kept_changed_listed_and_deleted(customer: Callable[..., httpx2.Client], name: str) -> None:
    ann, bob = customer("ann"), customer("bob")
    path = f"/secrets/{name}"
    said(ann.get(path), 404)
    for secret in (b"correct horse", b"", bytes(range(256)) * 16):
        said(ann.put(path, content=secret), 204)
        # Bob is of the same tenant.
        answer = bob.get(path)
        assert (answer.status_code, answer.content) == (200, secret)
    assert name in bob.get("/secrets").json()["secrets"]
    said(bob.delete(path), 204)
    said(bob.delete(path), 404)
    said(ann.get(path), 404)
    assert name not in ann.get("/secrets").json()["secrets"]
    said(ann.post(path), 405)


def test_a_secret_belongs_to_its_tenant(customer: Callable[..., httpx2.Client], name: str) -> None:
    ann, cem = customer("ann"), customer("cem")
    path = f"/secrets/{name}"
    said(ann.put(path, content=b"of 123"), 204)
    said(cem.get(path), 404)
    said(cem.delete(path), 404)
    assert name not in cem.get("/secrets").json()["secrets"]
    said(cem.put(path, content=b"of 456"), 204)
    assert (ann.get(path).content, cem.get(path).content) == (b"of 123", b"of 456")


def test_rows_do_not_open_elsewhere(customer: Callable[..., httpx2.Client], dynamodb: DynamoDb, name: str) -> None:
    """Whoever can write to the table cannot make a secret appear where it does not belong."""
    ann, cem = customer("ann"), customer("cem")
    said(ann.put(f"/secrets/{name}", content=b"correct horse"), 204)
    table = dynamodb.resource().Table(tenant_secrets.TABLE)
    message = table.get_item(Key={"tenant_id": "123", "name": name})["Item"]["message"].value
    assert b"correct horse" not in message
    changed = bytearray(message)
    changed[-1] ^= 1
    # A header that names the other tenant.
    lying = message.replace(b"\0\x06tenant\0\x03123", b"\0\x06tenant\0\x03456")
    assert lying != message
    for tenant, place, stored, refusal in (
        ("456", name, message, "belongs to another tenant"),
        ("456", name, lying, "belongs to another tenant"),
        ("123", f"{name}-2", message, "belongs under another name"),
        ("123", name, bytes(changed), "was changed"),
        ("123", name, message[:100], "was changed"),
        ("123", name, b"correct horse", "was changed"),
    ):
        table.put_item(Item={"tenant_id": tenant, "name": place, "message": stored})
        said((ann if tenant == "123" else cem).get(f"/secrets/{place}"), 409, refusal)
    table.put_item(Item={"tenant_id": "123", "name": name, "message": message})
    assert ann.get(f"/secrets/{name}").content == b"correct horse"


def test_odd_names(customer: Callable[..., httpx2.Client]) -> None:
    ann = customer("ann")
    prefix = str(uuid.uuid4())
    names = [
        "a/b",
        "a//b/",
        "../b",
        "ü €",
        "%2F",
        "a b",
        "?x=y",
        "#",
        "<script>",
        "${aws:username}",
        "*",
        "n" * 200,
        "名",
    ]
    for odd in names:
        said(ann.put(f"/secrets/{quote(prefix + odd, safe='')}", content=odd.encode()), 204)
    listed = ann.get("/secrets").json()["secrets"]
    for odd in names:
        assert ann.get(f"/secrets/{quote(prefix + odd, safe='')}").content == odd.encode()
        assert prefix + odd in listed
    for refused_name in ("a\tb", "a\0b", "\u202eabc", "n" * 256, ""):
        path = f"/secrets/{quote(refused_name, safe='')}"
        for answer in (ann.put(path, content=b"x"), ann.get(path), ann.delete(path)):
            said(answer, 400, "a name has 1 to 255 characters")
    said(ann.put("/secrets/a%0Ab", content=b"x"), 404)


def test_large_bodies_are_bounded(customer: Callable[..., httpx2.Client], name: str) -> None:
    ann = customer("ann")
    path = f"/secrets/{name}"
    most = b"x" * service_b.MAX_SECRET_BYTES
    said(ann.put(path, content=most), 204)
    assert ann.get(path).content == most
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 1 << 30:
            sent += len(most)
            yield most

    for content in (most + b"x", endless()):
        # The connection may end before all is sent.
        try:
            said(ann.put(path, content=content), 413, "at most 65536 bytes")
        except httpx2.TransportError:
            assert sent > 0
    assert sent < 1 << 28
    assert ann.get(path).content == most


def test_long_lists_are_whole(customer: Callable[..., httpx2.Client], name: str) -> None:
    """A page of DynamoDB's ends after 1 MiB of secrets."""
    ann = customer("ann")
    names = [f"{name}-{number:02}" for number in range(20)]
    with ThreadPoolExecutor(4) as pool:
        for answer in pool.map(lambda each: ann.put(f"/secrets/{each}", content=bytes(60_000)), names):
            said(answer, 204)
    assert [each for each in ann.get("/secrets").json()["secrets"] if each.startswith(name)] == names


def test_many_at_once(customer: Callable[..., httpx2.Client], name: str) -> None:
    tenants = {user: customer(user) for user in ("ann", "cem")}

    def round_trip(number: int) -> None:
        user = ("ann", "cem")[number % 2]
        path = f"/secrets/{name}-{number // 2}"
        said(tenants[user].put(path, content=f"{user} {number}".encode()), 204)
        assert tenants[user].get(path).text == f"{user} {number}"

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(round_trip, range(40)))
    # One name, written by many: one of them is there.
    with ThreadPoolExecutor(10) as pool:
        path = f"/secrets/{name}"
        for answer in pool.map(lambda number: tenants["ann"].put(path, content=str(number).encode()), range(10)):
            said(answer, 204)
    assert tenants["ann"].get(path).text in map(str, range(10))


def test_a_token_costs_one_session(
    customer: Callable[..., httpx2.Client], world: Lodge, provider: IdentityProvider, name: str
) -> None:
    def recorded() -> Counter[str]:
        pages = world.client("cloudtrail", "A/admin").get_paginator("lookup_events").paginate()
        return Counter(event["EventName"] for page in pages for event in page["Events"])

    before = recorded()
    ann = customer("ann", provider.token("ann", jti=name))
    for number in range(5):
        said(ann.put(f"/secrets/{name}-{number}", content=b"x"), 204)
    since = recorded() - before
    assert since["GenerateDataKey"] == 5
    assert since["AssumeRole"] + since["AssumeRoleWithWebIdentity"] <= 1


# Tokens.


def test_only_the_providers_tokens_for_this_service_count(
    customer: Callable[..., httpx2.Client], visitor: httpx2.Client, provider: IdentityProvider, name: str
) -> None:
    said(customer("ann").put(f"/secrets/{name}", content=b"correct horse"), 204)
    token = provider.token("ann")
    header, claims, signature = token.split(".")
    valid = jwt.decode(token, options={"verify_signature": False})
    other = RSAKey.generate_key(2048).as_pem(private=True).decode()
    public = RSAKey.import_key(provider.signing_key).as_pem(private=False)
    symmetric = f"{encoded({'alg': 'HS256', 'kid': 'signing-key'})}.{claims}"
    bad = {
        "nothing": "",
        "no token": "123",
        "dots": "..",
        "not ASCII": "ü.ü.ü",
        "not JSON": f"{encoded(b'nothing')}.{claims}.{signature}",
        "nested": f"{encoded(b'[' * 8000)}.{claims}.{signature}",
        "a list": f"{encoded([1])}.{claims}.{signature}",
        "another tenant's claims": f"{header}.{encoded(valid | {TAGS: tags('456')})}.{signature}",
        "no signature": f"{header}.{claims}.",
        "alg=none": f"{encoded({'alg': 'none'})}.{claims}.",
        "alg=none, with kid": f"{encoded({'alg': 'none', 'kid': 'signing-key'})}.{claims}.",
        "the public key as a shared secret": f"{symmetric}.{encoded(hmac.digest(public, symmetric.encode(), 'sha256'))}",
        "another key": jwt.encode(valid, other, "RS256", headers={"kid": "signing-key"}),
        "an unknown key": jwt.encode(valid, other, "RS256", headers={"kid": "other"}),
        "another algorithm": jwt.encode(valid, provider.signing_key, "RS512", headers={"kid": "signing-key"}),
        "expired": provider.token("ann", exp=int(time.time()) - 1),
        "no end": provider.token("ann", exp=None),
        "an end that is none": provider.token("ann", exp=[]),
        "not yet": provider.token("ann", nbf=int(time.time()) + 300),
        "another audience": provider.token("ann", aud="service-c"),
        "no audience": provider.token("ann", aud=None),
        "another issuer": provider.token("ann", iss="https://login.example.org"),
        "nobody": provider.token("ann", sub=None),
        "no tags": provider.token("ann", **{TAGS: None}),
        "tags of another kind": provider.token("ann", **{TAGS: "123"}),
        "no tenant": provider.token("ann", **{TAGS: {"principal_tags": {}}}),
        "two tenants": provider.token("ann", **{TAGS: {"principal_tags": {"tenant": ["123", "456"]}}}),
        "an empty tenant": provider.token("ann", **{TAGS: tags("")}),
        "a number": provider.token("ann", **{TAGS: tags(123)}),
        "a pattern": provider.token("ann", **{TAGS: tags("*")}),
        "a policy variable": provider.token("ann", **{TAGS: tags("${aws:PrincipalTag/tenant}")}),
        "two lines": provider.token("ann", **{TAGS: tags("123\n")}),
    }
    for what, token in bad.items():
        # As bytes: a header can hold what is no text.
        headers = {b"Authorization": b"Bearer " + token.encode() if token else b"Bearer"}
        for answer in (
            visitor.get(f"/secrets/{name}", headers=headers),
            visitor.get("/secrets", headers=headers),
            visitor.put(f"/secrets/{name}", headers=headers, content=b"x"),
            visitor.delete(f"/secrets/{name}", headers=headers),
        ):
            assert answer.status_code == 401, f"{what}: {answer.status_code} {answer.text}"
            assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert visitor.get("/", headers=headers).status_code == 401
    said(visitor.get("/secrets"), 401)
    said(visitor.get("/secrets", headers={"Authorization": f"Basic {token}"}), 401)
    assert customer("ann").get(f"/secrets/{name}").content == b"correct horse"


def test_a_tenant_without_a_key(customer: Callable[..., httpx2.Client]) -> None:
    said(customer("dora").put("/secrets/x", content=b"x"), 410, "the tenant has no key")
    said(customer("dora").get("/secrets/x"), 404)


# The login.


def cookies(answer: httpx2.Response) -> dict[str, list[str]]:
    """The flags of the cookies that an answer sets, in lower case and without the times."""
    found = {}
    for line in answer.headers.get_list("Set-Cookie"):
        cookie, *flags = line.split(";")
        found[cookie.partition("=")[0]] = sorted(
            flag.strip().lower() for flag in flags if not flag.strip().lower().startswith(("max-age", "expires"))
        )
    return found


FLAGS = ["httponly", "path=/", "samesite=lax", "secure"]


def test_a_browser_logs_in_and_out(running: Program, visitor: httpx2.Client, name: str) -> None:
    front = visitor.get("/")
    said(front, 401, '<a href="/login">')
    policy = front.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert front.headers["Cache-Control"] == "no-store"

    sent = visitor.get("/login")
    asked = parse_qs(urlsplit(sent.headers["Location"]).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"{running.url}/callback"]
    assert min(len(asked[each][0]) for each in ("state", "nonce", "code_challenge")) >= 20
    assert cookies(sent) == {"__Host-login": FLAGS}

    back = follow(visitor, log_in(visitor, "ann"))
    assert cookies(back)["__Host-token"] == FLAGS
    assert 800 < int(re.search(r"__Host-token=.*Max-Age=(\d+)", back.headers["Set-Cookie"])[1]) <= 900
    assert back.headers["Location"] == "/"
    said(follow(visitor, back), 200, "Secrets of tenant 123")

    # The page: store, show, delete. What customers wrote is text.
    own = {"Origin": running.url}
    odd = f'{name}<b>"&amp;'
    said(visitor.post("/", data={"name": odd, "secret": "<script>alert(1)</script>ü"}, headers=own), 303)
    listed = visitor.get("/")
    link = re.search(r'href="(/\?name=[^"]*' + name + r'[^"]*)"', listed.text)
    assert link is not None
    assert html.escape(odd) in listed.text
    shown = visitor.get(html.unescape(link[1]))
    said(shown, 200, "<pre>&lt;script&gt;alert(1)&lt;/script&gt;ü</pre>")
    assert "<b>" not in shown.text
    assert "<script>" not in shown.text
    said(visitor.post("/", data={"name": odd, "delete": ""}, headers=own), 303)
    said(visitor.get(html.unescape(link[1])), 404)
    too_long = {"name": name, "secret": "x" * (service_b.MAX_SECRET_BYTES + 1)}
    said(visitor.post("/", data=too_long, headers=own), 413)

    out = visitor.post("/logout", headers=own)
    assert cookies(out) == {"__Host-token": FLAGS}
    said(visitor.get("/"), 401)


def test_pages_of_others_cannot_act_with_the_cookie(running: Program, visitor: httpx2.Client, name: str) -> None:
    follow(visitor, log_in(visitor, "ann"))
    for headers in (
        {},
        {"Origin": "https://evil.example.com"},
        {"Origin": "null"},
        {"Origin": f"{running.url}.evil.com"},
    ):
        for answer in (
            visitor.put(f"/secrets/{name}", content=b"x", headers=headers),
            visitor.delete(f"/secrets/{name}", headers=headers),
            visitor.post("/", data={"name": name, "secret": "x"}, headers=headers),
            visitor.post("/logout", headers=headers),
        ):
            said(answer, 403, "does not come from a page of this service")
    said(visitor.put(f"/secrets/{name}", content=b"x", headers={"Origin": running.url}), 204)
    assert visitor.get(f"/secrets/{name}").content == b"x"


def test_a_login_that_was_bent_is_refused(running: Program, visitor: httpx2.Client, provider: IdentityProvider) -> None:
    with browser(provider.ca, base_url=running.url) as attacker:
        good = log_in(visitor, "ann").headers["Location"]
        evil = log_in(attacker, "cem").headers["Location"]
        mine, theirs = (dict(parse_qsl(urlsplit(url).query)) for url in (good, evil))
        for what, given in {
            "no state": {"code": mine["code"]},
            "another state": mine | {"state": "x" * 30},
            "the attacker's login": theirs,
            "an error": {"error": "access_denied", "state": mine["state"]},
            "nothing": {},
        }.items():
            answer = visitor.get("/callback", params=given)
            assert answer.status_code == 401, what
            assert "__Host-token" not in cookies(answer), what
        # The attacker's code in the visitor's own login: the provider asks for the attacker's PKCE verifier.
        own = dict(parse_qsl(urlsplit(log_in(visitor, "ann").headers["Location"]).query))
        said(visitor.get("/callback", params=own | {"code": theirs["code"]}), 401)
        # Without the cookie of the login, or with one that was changed.
        back = log_in(visitor, "ann").headers["Location"]
        kept = visitor.cookies["__Host-login"]
        visitor.cookies.clear()
        said(visitor.get(back), 401)
        said(visitor.get(back, headers={"Cookie": f"__Host-login={kept[:-2]}"}), 401)
        # A code serves once.
        back = log_in(visitor, "ann")
        kept = visitor.cookies["__Host-login"]
        said(follow(visitor, back), 303)
        visitor.cookies.clear()
        said(visitor.get(back.headers["Location"], headers={"Cookie": f"__Host-login={kept}"}), 401)


def test_the_provider_keeps_to_the_protocol(provider: IdentityProvider) -> None:
    verifier = "v" * 43
    asked = {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": "https://localhost:8000/callback",
        "scope": "openid",
        "state": "a&b",
        "nonce": "n",
        "code_challenge": identity_provider.challenge_of(verifier),
        "code_challenge_method": "S256",
    }
    with browser(provider.ca, base_url=provider.url) as client:
        for wrong in (
            {"client_id": "another"},
            {"redirect_uri": "https://evil.example.com/callback"},
            {"redirect_uri": "https://localhost:8000/callback/.."},
            {"redirect_uri": "http://localhost:8000/callback"},
            {"redirect_uri": "https://localhost:8000@evil.example.com/callback"},
        ):
            for answer in (
                client.get("/authorize", params=asked | wrong),
                client.post("/authorize", params=asked | wrong, data={"user": "ann"}),
            ):
                said(answer, 400)
        for wrong, error in (
            ({"response_type": "token"}, "unsupported_response_type"),
            ({"scope": "email"}, "invalid_scope"),
            ({"code_challenge_method": "plain"}, "invalid_request"),
            ({"code_challenge": ""}, "invalid_request"),
            ({"code_challenge": "ü" * 43}, "invalid_request"),
        ):
            answer = client.get("/authorize", params=asked | wrong)
            told = dict(parse_qsl(urlsplit(answer.headers["Location"]).query))
            assert (told["error"], told["state"]) == (error, "a&b")
        said(client.get("/authorize", params=asked), 200, "It asks for no password")
        said(client.post("/authorize", params=asked, data={"user": "eve"}), 403)

        def exchange(**changes: str) -> httpx2.Response:
            answer = client.post("/authorize", params=asked, data={"user": "cem"})
            told = dict(parse_qsl(urlsplit(answer.headers["Location"]).query))
            assert told["state"] == "a&b"
            given = {
                "grant_type": "authorization_code",
                "code": told["code"],
                "client_id": CLIENT_ID,
                "redirect_uri": asked["redirect_uri"],
                "code_verifier": verifier,
            } | changes
            first = client.post("/token", data=given)
            assert client.post("/token", data=given).status_code == 400, "a code serves once"
            return first

        for wrong in (
            {"code_verifier": "w" * 43},
            {"code_verifier": ""},
            {"code": "another"},
            {"client_id": "another"},
            {"redirect_uri": "https://localhost:8001/callback"},
            {"grant_type": "password"},
        ):
            assert exchange(**wrong).json() == {"error": "invalid_grant"}
        keys = jwt.PyJWKSet.from_dict(client.get("/keys").json())
        claims = jwt.decode(
            exchange().json()["id_token"], keys["signing-key"], ["RS256"], issuer=ISSUER, audience=CLIENT_ID
        )
        assert (claims["sub"], claims["nonce"]) == ("cem", "n")
        assert claims[TAGS]["principal_tags"] == {"tenant": ["456"]}


class LyingProvider(identity_provider.Provider):
    """The example's provider in this process, with ID tokens that are not what they should be."""

    def __init__(self, folder: Path) -> None:
        self.key = RSAKey.import_key((folder / "signing-key.pem").read_bytes(), {"kid": "signing-key"})
        super().__init__(self.key)
        self.changes: Json = {}
        self.asked_for_keys = 0
        listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        config = uvicorn.Config(self.application(), ssl_certfile=folder / "certificate.pem", log_level="warning")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([listener],))
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(20)

    async def keys(self, request: Any) -> Any:  # noqa: ANN401 (Starlette's)
        self.asked_for_keys += 1
        return await super().keys(request)

    async def token(self, request: Any) -> Any:  # noqa: ANN401 (Starlette's)
        answer = json.loads((await super().token(request)).body)
        claims = jwt.decode(answer["id_token"], options={"verify_signature": False}) | self.changes
        pem = self.key.as_pem(private=True).decode()
        answer["id_token"] = jwt.encode(claims, pem, "RS256", headers={"kid": self.key.kid})
        return identity_provider.JSONResponse(answer)


def test_the_service_checks_what_the_provider_says(
    world: Lodge, provider: IdentityProvider, dynamodb: DynamoDb
) -> None:
    # The end of the provider waits for connections.
    none_kept = httpx2.Limits(max_keepalive_connections=0)
    liar = LyingProvider(provider.folder / "identity-provider")
    program = service(world, provider, dynamodb, "session-policy", "--provider", liar.url)
    try:
        with browser(provider.ca, base_url=program.url, limits=none_kept) as client:
            said(follow(client, log_in(client, "ann")), 303)
            for wrong in (
                {"nonce": "another"},
                {"nonce": None},
                {"aud": "another"},
                {"aud": "another", "azp": CLIENT_ID},
                {"iss": "https://login.example.org"},
                {"exp": int(time.time()) - 1},
                {TAGS: {}},
            ):
                liar.changes = wrong
                answer = follow(client, log_in(client, "ann"))
                assert answer.status_code == 401, wrong
                assert "__Host-token" not in cookies(answer), wrong
            # A new key: the service asks for it, but not at the pace of strangers.
            liar.changes = {}
            liar._key = liar.key = RSAKey.generate_key(2048, {"kid": "new", "use": "sig", "alg": "RS256"})
            before = liar.asked_for_keys
            said(follow(client, log_in(client, "ann")), 303)
            for number in range(20):
                token = jwt.encode({}, "s" * 64, "HS256", headers={"kid": f"unknown-{number}"})
                said(client.get("/secrets", headers={"Authorization": f"Bearer {token}"}), 401)
            assert liar.asked_for_keys - before <= 3
            liar.stop()
            said(client.get("/"), 200)
        with browser(provider.ca, base_url=program.url, limits=none_kept) as client:
            said(client.get("/login"), 302)
    finally:
        liar.stop()
        program.stop()


# When something is wrong behind the service.


def test_a_suspended_tenant_is_told_at_once(customer: Callable[..., httpx2.Client], world: Lodge, name: str) -> None:
    ann, cem = customer("ann"), customer("cem")
    said(ann.put(f"/secrets/{name}", content=b"x"), 204)
    said(cem.put(f"/secrets/{name}", content=b"y"), 204)
    kms = world.client("kms", vault.key_service(world))
    key = vault.key_arns(world)["123"]
    kms.disable_key(KeyId=key)
    try:
        begun = time.monotonic()
        said(ann.get(f"/secrets/{name}"), 403, "the tenant is suspended")
        said(ann.put(f"/secrets/{name}", content=b"x"), 403, "the tenant is suspended")
        assert time.monotonic() - begun < 1
        assert cem.get(f"/secrets/{name}").content == b"y"
    finally:
        kms.enable_key(KeyId=key)
    assert ann.get(f"/secrets/{name}").content == b"x"


@pytest.mark.parametrize("way", WAYS)
def test_without_lodge_the_service_says_so(
    make_lodge: Callable[..., Lodge], provider: IdentityProvider, dynamodb: DynamoDb, way: str, name: str
) -> None:
    lodge = make_lodge(vault.world(), arguments=provider.arguments)
    provider.register(lodge)
    program = service(lodge, provider, dynamodb, way, AWS_MAX_ATTEMPTS="1")
    try:
        headers = {"Authorization": f"Bearer {provider.token('ann')}"}
        with browser(provider.ca, base_url=program.url, headers=headers) as ann:
            said(ann.put(f"/secrets/{name}", content=b"x"), 204)
            lodge.stop()
            answer = ann.get(f"/secrets/{name}")
            said(answer, 503, "the keys cannot be reached")
            assert answer.headers["Retry-After"] == "1"
            # What needs no key goes on.
            assert name in ann.get("/secrets").json()["secrets"]
            said(ann.delete(f"/secrets/{name}"), 204)
    finally:
        program.stop()


def test_a_provider_that_lodge_does_not_take(
    make_lodge: Callable[..., Lodge], provider: IdentityProvider, dynamodb: DynamoDb
) -> None:
    """Steps of the README that were forgotten: the service knows the customer, Lodge does not."""
    lodge = make_lodge(vault.world())
    program = service(lodge, provider, dynamodb, "web-identity", AWS_MAX_ATTEMPTS="1")
    try:
        headers = {"Authorization": f"Bearer {provider.token('ann')}"}
        with browser(provider.ca, base_url=program.url, headers=headers) as ann:
            said(ann.put("/secrets/x", content=b"x"), 403, "the tenant's key may not be used")
            provider.register(lodge)
            said(ann.put("/secrets/x", content=b"x"), 503, "the keys cannot be reached")
    finally:
        program.stop()


def test_over_quota_the_service_says_so(
    make_lodge: Callable[..., Lodge], provider: IdentityProvider, dynamodb: DynamoDb, name: str
) -> None:
    arguments = ("--quota", "kms:Symmetric=0.1")
    lodge = make_lodge(vault.world(), arguments=arguments)
    program = service(lodge, provider, dynamodb, "session-policy", AWS_MAX_ATTEMPTS="1")
    try:
        headers = {"Authorization": f"Bearer {provider.token('ann')}"}
        with browser(provider.ca, base_url=program.url, headers=headers) as ann:
            said(ann.put(f"/secrets/{name}", content=b"x"), 204)
            answers = [ann.get(f"/secrets/{name}") for _ in range(20)]
            throttled = [answer for answer in answers if answer.status_code != 200]
            assert throttled
            for answer in throttled:
                said(answer, 429, "too many requests")
    finally:
        program.stop()


def test_without_the_table_the_service_says_so(world: Lodge, provider: IdentityProvider) -> None:
    own = DynamoDb()
    program = service(world, provider, own, "session-policy", AWS_MAX_ATTEMPTS="1")
    try:
        headers = {"Authorization": f"Bearer {provider.token('ann')}"}
        with browser(provider.ca, base_url=program.url, headers=headers) as ann:
            said(ann.get("/secrets"), 200)
            own.stop()
            said(ann.get("/secrets"), 503, "table or identity provider cannot be reached")
    finally:
        program.stop()


@pytest.mark.parametrize("way", WAYS)
def test_ctrl_c_ends_the_programs_without_a_word(world: Lodge, dynamodb: DynamoDb, tmp_path: Path, way: str) -> None:
    provider = IdentityProvider(tmp_path)
    for program in (service(world, provider, dynamodb, way), provider):
        # It serves, and does not start still.
        with browser(provider.ca, base_url=program.url) as client:
            assert client.get("/login").status_code < 500
        assert program.stop(signal.SIGINT) == (0, "")


# Whom the keys trust.


def session_of(world: Lodge, token: str, role: str = service_b.TENANT_ROLE) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    """KMS for the holder of a token."""
    config = Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1}, proxies={})
    sts = boto3.client("sts", region_name=REGION, endpoint_url=world.endpoint, verify=str(world.ca), config=config)
    answer = sts.assume_role_with_web_identity(RoleArn=role, RoleSessionName="session", WebIdentityToken=token)
    return world.client("kms", Credentials.of_answer(answer))


def test_one_policy_keeps_all_tenants_apart(world: Lodge, provider: IdentityProvider) -> None:
    """The role's policy names no tenant, the session has no policy: the token's tag is what scopes it."""
    keys = vault.key_arns(world)
    ann, cem = (session_of(world, provider.token(user)) for user in ("ann", "cem"))
    sealed = ann.encrypt(KeyId="alias/customer-123", Plaintext=b"x")["CiphertextBlob"]
    assert ann.decrypt(KeyId="alias/customer-123", CiphertextBlob=sealed)["Plaintext"] == b"x"
    for key in ("alias/customer-123", keys["123"]):
        with refused("AccessDeniedException", "explicit deny in an identity-based policy"):
            cem.encrypt(KeyId=key, Plaintext=b"x")
        with refused("AccessDeniedException"):
            cem.decrypt(KeyId=key, CiphertextBlob=sealed)
    with refused("IncorrectKeyException"):
        cem.decrypt(KeyId="alias/customer-456", CiphertextBlob=sealed)
    with refused("AccessDeniedException"):
        ann.encrypt(KeyId=keys["123"], Plaintext=b"x")
    with refused("AccessDeniedException"):
        ann.list_keys()


def test_tokens_without_a_tenant_or_for_others_give_no_session(world: Lodge, provider: IdentityProvider) -> None:
    for changes in ({TAGS: None}, {TAGS: {"principal_tags": {}}}, {TAGS: tags("")}):
        with refused("AccessDenied"):
            session_of(world, provider.token("ann", **changes))
    with refused("InvalidIdentityToken"):
        session_of(world, provider.token("ann", aud="service-c"))
    with refused("AccessDenied"):
        session_of(world, provider.token("ann"), vault.SERVICE_A_ROLE)
    with refused("AccessDenied"):
        world.client("sts", vault.service_b_role(world)).assume_role(
            RoleArn=service_b.TENANT_ROLE, RoleSessionName="service-b"
        )


def test_the_role_is_as_lodge_tenants_makes_it(world: Lodge) -> None:
    keys = ("--account-a", vault.KEY_SERVICE_ACCOUNT, "--role", "TenantRole")
    (made,) = Tenants(world)("roles", *keys, "--web-identity", "login.example.com", "--audience", CLIENT_ID)["roles"]
    (own,) = (role for role in world.bootstrap["accounts"][0]["roles"] if role["name"] == "TenantRole")
    assert made["trustPolicy"] == own["trustPolicy"]
    (made_policy,) = made["policies"].values()
    (own_policy,) = own["policies"].values()
    # Ours allows only what it does not deny.
    assert made_policy["Statement"][1:] == own_policy["Statement"][1:]


# Equipment.


def encoded(part: bytes | Json | list[int]) -> str:
    """A part of a token."""
    content = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
