"""Who asks: customers log in at an OpenID Connect provider, and show its token."""

import logging
import re
import ssl
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from authlib.integrations.starlette_client import OAuth, OAuthError
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

ISSUER = "https://login.example.com"
CLIENT_ID = "service-b"
#: The claim from which AssumeRoleWithWebIdentity takes the tags of a session: the tenant is one of them.
TAGS = "https://aws.amazon.com/tags"

CLAIMS = jwt.JWTClaimsRegistry(
    iss={"essential": True, "value": ISSUER},
    aud={"essential": True, "value": CLIENT_ID},
    exp={"essential": True},
    sub={"essential": True},
)

#: An alias holds these as they are, and in a policy they mean nothing else.
TENANT_ID = re.compile(r"[A-Za-z0-9-]{1,64}")

#: How often tokens with an unknown key may make this service ask the provider for its keys, in seconds.
ASK_AGAIN_SECONDS = 30


@dataclass
class Customer:
    """Whom a verified token names."""

    name: str
    tenant: str
    token: str
    #: When the token ends, in seconds since 1970.
    ends: float


class IdentityProvider:
    """Where customers log in (authorization code flow with PKCE, state and nonce), and whose tokens count."""

    def __init__(self, url: str, ca: Path) -> None:
        self._client = OAuth().register(
            "provider",
            client_id=CLIENT_ID,
            server_metadata_url=f"{url}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid",
                "code_challenge_method": "S256",
                "token_endpoint_auth_method": "none",
                "verify": ssl.create_default_context(cafile=ca),
            },
        )
        self._asked = float("-inf")

    async def login(self, request: Request, redirect_uri: str) -> Response:
        """Sends the browser to the provider."""
        return await self._client.authorize_redirect(request, redirect_uri)

    async def logged_in(self, request: Request) -> Customer:
        """The customer with whom the browser came back."""
        try:
            answer = await self._client.authorize_access_token(request, leeway=0)
            return await self.customer(answer["id_token"])
        except (OAuthError, JoseError, LookupError) as error:
            logging.warning("a login failed: %r", error)
            raise HTTPException(401, "the login did not succeed; begin again at /") from error

    async def customer(self, token: str) -> Customer:
        """Verifies a token."""
        try:
            claims = await self._signed_claims(token)
            CLAIMS.validate(claims)
            (tenant,) = claims[TAGS]["principal_tags"]["tenant"]
            if not TENANT_ID.fullmatch(tenant):
                raise ValueError(f"{tenant!r} is no tenant's id")
            return Customer(claims["sub"], tenant, token, claims["exp"])
        except (JoseError, LookupError, TypeError, ValueError) as error:
            logging.warning("a token was refused: %r", error)
            raise HTTPException(401, "a valid token is needed", {"WWW-Authenticate": "Bearer"}) from error

    async def _signed_claims(self, token: str) -> dict[str, Any]:
        try:
            return await self._decoded(token)
        except InvalidKeyIdError:
            if time.monotonic() < self._asked + ASK_AGAIN_SECONDS:
                raise
            self._asked = time.monotonic()
            return await self._decoded(token, ask_again=True)

    async def _decoded(self, token: str, *, ask_again: bool = False) -> dict[str, Any]:
        keys = KeySet.import_key_set(await self._client.fetch_jwk_set(force=ask_again))
        return jwt.decode(token, keys, algorithms=["RS256"]).claims
