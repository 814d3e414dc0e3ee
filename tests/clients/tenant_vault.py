"""The programs of examples/tenant-vault, running: its identity provider, and Service B in either of its ways."""

import html
import re
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx2
import jwt

import identity_provider
import vault
from bootstrap import Json
from dynamodb import DynamoDb
from lodge import Lodge, environment_without_settings

ISSUER = "https://login.example.com"
PROVIDER = f"arn:aws:iam::{vault.KEY_SERVICE_ACCOUNT}:oidc-provider/login.example.com"
CLIENT_ID = "service-b"
TAGS = "https://aws.amazon.com/tags"
WAYS = ("session-policy", "web-identity")


class Program:
    """A program of the example that prints its URL when it serves."""

    def __init__(
        self, folder: Path, program: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> None:
        self._output = (folder / f"{program}.log").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, vault.EXAMPLE / program, *arguments],
            cwd=folder,
            env=(environment or environment_without_settings()) | {"PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._output,
            text=True,
        )
        self.url = self._process.stdout.readline().strip()
        assert self.url, Path(self._output.name).read_text()

    @property
    def port(self) -> str:
        return self.url.rpartition(":")[2]

    def stop(self, by: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Gives its exit status, and what it has said on standard error."""
        self._process.send_signal(by)
        self._process.communicate(timeout=20)
        self._output.close()
        return self._process.returncode, Path(self._output.name).read_text()


class IdentityProvider(Program):
    """The example's identity provider, with keys of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.run("keys")
        self.ca = folder / "identity-provider" / "ca.pem"
        super().__init__(folder, "identity_provider.py", "serve", "--port", "0")

        self.signing_key = (folder / "identity-provider" / "signing-key.pem").read_text()

    def token(self, user: str, **changes: Any) -> str:  # noqa: ANN401 (JSON)
        """The token of a user, with claims changed. One that is None is left out."""
        now = int(time.time())
        claims: Json = {
            "iss": ISSUER,
            "sub": user,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 900,
            TAGS: tags(identity_provider.USERS[user]),
        }
        kept = {claim: value for claim, value in (claims | changes).items() if value is not None}
        return jwt.encode(kept, self.signing_key, "RS256", headers={"kid": "signing-key"})

    def run(self, *arguments: str) -> str:
        program = [sys.executable, "-B", vault.EXAMPLE / "identity_provider.py", *arguments]
        return subprocess.run(program, cwd=self.folder, check=True, capture_output=True, text=True).stdout.strip()

    @property
    def arguments(self) -> tuple[str, ...]:
        """Those of a Lodge that may ask it."""
        return ("--oidc-host", f"login.example.com=127.0.0.1:{self.port}", "--oidc-ca", str(self.ca))

    def register(self, lodge: Lodge) -> None:
        lodge.client("iam", "A/admin").create_open_id_connect_provider(Url=ISSUER, ClientIDList=[CLIENT_ID])


def tags(tenant: object) -> Json:
    """What a token says about the tenant, for STS."""
    return {"principal_tags": {"tenant": [tenant]}}


def service(
    lodge: Lodge, provider: IdentityProvider, dynamodb: DynamoDb, way: str, *arguments: str, **variables: str
) -> Program:
    """Service B. It tries again as it does for everybody, unless `AWS_MAX_ATTEMPTS` is among the variables."""
    environment = lodge.environment("B/service-b") | {"AWS_ENDPOINT_URL_DYNAMODB": dynamodb.endpoint}
    # A connection that was idle can end at the moment when it is used.
    del environment["AWS_MAX_ATTEMPTS"]
    environment |= variables
    if way == "session-policy":
        arguments += ("--profile", "service-b")
        environment["AWS_CONFIG_FILE"] = str(vault.EXAMPLE / "aws-config")
    else:
        # Nobody whom Lodge knows. The client of the table asks for something.
        environment |= {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"}
    where = ("--provider", provider.url, "--port", "0")
    return Program(provider.folder, "service_b.py", "--way", way, *where, *arguments, environment=environment)


def browser(ca: Path, **options: Any) -> httpx2.Client:  # noqa: ANN401 (those of httpx2)
    """A client that keeps cookies and trusts the example's authority. It follows no redirect by itself."""
    return httpx2.Client(verify=ssl.create_default_context(cafile=ca), trust_env=False, timeout=60, **options)


def follow(client: httpx2.Client, answer: httpx2.Response) -> httpx2.Response:
    """Goes where a redirect leads."""
    assert answer.status_code in (302, 303), answer.text
    return client.get(answer.headers["Location"])


def log_in(client: httpx2.Client, user: str) -> httpx2.Response:
    """Goes from Service B's login link to the provider, and through its page. Gives the redirect back to Service B."""
    form = follow(client, client.get("/login"))
    assert form.status_code == 200, form.text
    assert f'value="{user}"' in form.text
    action = re.search(r'action="([^"]*)"', form.text)
    assert action is not None
    return client.post(form.url.join(html.unescape(action[1])), data={"user": user})
