"""GetWebIdentityToken: tokens of Lodge for services elsewhere. PyJWT verifies them, and so does another Lodge."""

import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import jwt
import pytest
from botocore import UNSIGNED
from botocore.config import Config

from bootstrap import ADMINISTRATOR, Json, account, administrator, role, user, world
from lodge import REGION, UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import PARTNER, allowing, trust

HOST = "tokens.example.com"
AUDIENCE = "https://api.example.com"
ALGORITHMS = ["RS256", "ES384"]


def own_world() -> Json:
    limited = allowing(
        "sts:GetWebIdentityToken",
        condition={
            "ForAllValues:StringEquals": {"sts:IdentityTokenAudience": AUDIENCE},
            "NumericLessThanEquals": {"sts:DurationSeconds": "300"},
            "StringEquals": {"sts:SigningAlgorithm": "ES384"},
        },
    )
    users = [administrator(), user("nobody"), user("limited", {"tokens": limited}, tags={"team": "blue"})]
    return world(
        account(ACCOUNT, "A", users=users, roles=[role("Work", trust(ACCOUNT), {"all": ADMINISTRATOR})]),
        account(PARTNER, "B", users=[administrator()]),
    )


@pytest.fixture(scope="module")
def issuing(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    arguments = ("--host", HOST, "--issuer-url", f"https://{HOST}/lodge")
    lodge = make_module_lodge(own_world(), arguments=arguments)
    lodge.client("iam", "A/admin").enable_outbound_web_identity_federation()
    return lodge


@pytest.fixture(scope="module")
def sts(issuing: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return issuing.client("sts", "A/admin", config=UNCHECKED)


@pytest.fixture(scope="module")
def issuer(issuing: Lodge) -> str:
    info = issuing.client("iam", "A/admin").get_outbound_web_identity_federation_info()
    assert info["JwtVendingEnabled"]
    return info["IssuerIdentifier"]


def fetch(lodge: Lodge, path: str, method: str = "GET") -> tuple[int, Any]:
    """What anybody gets, without a signature."""
    context = ssl.create_default_context(cafile=str(lodge.ca))
    request = urllib.request.Request(lodge.endpoint + path, method=method)
    try:
        with urllib.request.urlopen(request, context=context) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def verified(lodge: Lodge, issuer: str, token: str, audience: str = AUDIENCE) -> Json:
    """The claims, once PyJWT has verified the token by the issuer's documents."""
    path = issuer.removeprefix(f"https://{HOST}")
    status, discovery = fetch(lodge, f"{path}/.well-known/openid-configuration")
    assert (status, discovery["issuer"]) == (200, issuer)
    assert discovery["id_token_signing_alg_values_supported"] == ALGORITHMS
    assert discovery["jwks_uri"] == f"{issuer}/.well-known/jwks.json"
    _, keys = fetch(lodge, discovery["jwks_uri"].removeprefix(f"https://{HOST}"))
    key = jwt.PyJWKSet.from_dict(keys)[jwt.get_unverified_header(token)["kid"]]
    return jwt.decode(token, key, algorithms=ALGORITHMS, audience=audience, issuer=issuer)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_token_verifies_and_says_who_calls(issuing: Lodge, sts: Any, issuer: str, algorithm: str) -> None:  # noqa: ANN401
    tags = [{"Key": "job", "Value": "42"}]
    answer = sts.get_web_identity_token(Audience=[AUDIENCE], SigningAlgorithm=algorithm, DurationSeconds=600, Tags=tags)
    claims = verified(issuing, issuer, answer["WebIdentityToken"])
    assert jwt.get_unverified_header(answer["WebIdentityToken"])["alg"] == algorithm
    assert claims["sub"] == f"arn:aws:iam::{ACCOUNT}:user/admin"
    assert claims["exp"] - claims["iat"] == 600
    assert answer["Expiration"] == datetime.fromtimestamp(claims["exp"], UTC)
    about = claims["https://sts.amazonaws.com/"]
    assert about["aws_account"] == ACCOUNT
    assert about["source_region"] == REGION
    assert about["request_tags"] == {"job": "42"}
    assert about["org_id"].startswith("o-")
    again = sts.get_web_identity_token(Audience=[AUDIENCE], SigningAlgorithm=algorithm)["WebIdentityToken"]
    assert verified(issuing, issuer, again)["jti"] != claims["jti"]


def test_a_session_is_its_role_and_its_token_ends_with_it(issuing: Lodge, sts: Any, issuer: str) -> None:  # noqa: ANN401
    arn = f"arn:aws:iam::{ACCOUNT}:role/Work"
    assumed = sts.assume_role(RoleArn=arn, RoleSessionName="s1", DurationSeconds=900)
    session = issuing.client("sts", Credentials.of_answer(assumed))
    made = session.get_web_identity_token(Audience=["one", "two"], SigningAlgorithm="ES384")["WebIdentityToken"]
    claims = verified(issuing, issuer, made, "two")
    assert (claims["sub"], claims["aud"]) == (arn, ["one", "two"])
    about = claims["https://sts.amazonaws.com/"]
    assert about["principal_id"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/Work/s1"
    left = datetime.fromisoformat(about["original_session_exp"]) - datetime.now(UTC)
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)
    with refused("SessionDurationEscalationException"):
        session.get_web_identity_token(Audience=["one"], SigningAlgorithm="ES384", DurationSeconds=3600)


def test_a_policy_limits_tokens(issuing: Lodge, issuer: str) -> None:
    limited = issuing.client("sts", "A/limited")
    good = {"Audience": [AUDIENCE], "SigningAlgorithm": "ES384"}
    claims = verified(issuing, issuer, limited.get_web_identity_token(**good)["WebIdentityToken"])
    assert claims["https://sts.amazonaws.com/"]["principal_tags"] == {"team": "blue"}
    for other in (
        {"Audience": [AUDIENCE, "https://other.example.com"]},
        {"SigningAlgorithm": "RS256"},
        {"DurationSeconds": 301},
        {"Tags": [{"Key": "job", "Value": "42"}]},
    ):
        with refused("AccessDenied", "is not authorized to perform: sts:"):
            limited.get_web_identity_token(**good | other)
    with refused("AccessDenied"):
        issuing.client("sts", "A/nobody").get_web_identity_token(**good)


def test_what_is_out_of_bounds(sts: Any) -> None:  # noqa: ANN401
    good = {"Audience": [AUDIENCE], "SigningAlgorithm": "ES384"}
    for other in (
        {"SigningAlgorithm": "HS256"},
        {"SigningAlgorithm": "none"},
        {"Audience": []},
        {"Audience": ["a"] * 11},
        {"Audience": ["a" * 1001]},
        {"DurationSeconds": 59},
        {"DurationSeconds": 3601},
    ):
        with refused("ValidationError"):
            sts.get_web_identity_token(**good | other)
    tags = [{"Key": f"key-{number}", "Value": "v" * 256} for number in range(45)]
    with refused("JWTPayloadSizeExceededException"):
        sts.get_web_identity_token(**good, Tags=tags)


def test_documents_are_for_everybody_and_nothing_else_is(issuing: Lodge, issuer: str) -> None:
    path = issuer.removeprefix(f"https://{HOST}")
    _, keys = fetch(issuing, f"{path}/.well-known/jwks.json")
    assert sorted(key["alg"] for key in keys["keys"]) == sorted(ALGORITHMS)
    # The public parts alone.
    members = {"kty", "use", "alg", "kid", "n", "e", "crv", "x", "y"}
    assert {name for key in keys["keys"] for name in key} == members
    for method in ("POST", "PUT", "DELETE"):
        assert fetch(issuing, f"{path}/.well-known/jwks.json", method)[0] == 405
    for other in ("a" * 26, "A" * 26, "a" * 4000, "%2e%2e"):
        assert fetch(issuing, f"/{other}/.well-known/jwks.json")[0] == 404


def test_an_account_switches_its_issuer_off_and_on(issuing: Lodge) -> None:
    iam, sts = issuing.client("iam", "B/admin"), issuing.client("sts", "B/admin")
    wanted = {"Audience": [AUDIENCE], "SigningAlgorithm": "RS256"}
    with refused("FeatureDisabled"):
        iam.get_outbound_web_identity_federation_info()
    with refused("OutboundWebIdentityFederationDisabledException"):
        sts.get_web_identity_token(**wanted)
    issuer = iam.enable_outbound_web_identity_federation()["IssuerIdentifier"]
    with refused("FeatureEnabled"):
        iam.enable_outbound_web_identity_federation()
    token = sts.get_web_identity_token(**wanted)["WebIdentityToken"]
    iam.disable_outbound_web_identity_federation()
    with refused("OutboundWebIdentityFederationDisabledException"):
        sts.get_web_identity_token(**wanted)
    assert verified(issuing, issuer, token)["https://sts.amazonaws.com/"]["aws_account"] == PARTNER
    assert iam.enable_outbound_web_identity_federation()["IssuerIdentifier"] == issuer


@pytest.fixture
def trusting(issuing: Lodge, issuer: str, make_lodge: Callable[..., Lodge]) -> tuple[Lodge, str]:
    """Another Lodge, which takes the tokens of this one; with the role that the limited user may have there."""
    port = issuing.endpoint.rsplit(":", 1)[1]
    provider = issuer.removeprefix("https://")
    document = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Federated": f"arn:aws:iam::{PARTNER}:oidc-provider/{provider}"},
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Condition": {
                    "StringEquals": {
                        f"{provider}:sub": f"arn:aws:iam::{ACCOUNT}:user/limited",
                        f"{provider}:aud": AUDIENCE,
                    }
                },
            }
        ],
    }
    roles = [role("Guest", document, {"read": allowing("iam:ListUsers")})]
    other = make_lodge(
        world(account(PARTNER, "B", users=[administrator()], roles=roles)),
        arguments=("--oidc-host", f"{HOST}=127.0.0.1:{port}", "--oidc-ca", str(issuing.ca)),
    )
    iam = other.client("iam", "B/admin")
    iam.create_open_id_connect_provider(Url=issuer, ClientIDList=[AUDIENCE])
    return other, f"arn:aws:iam::{PARTNER}:role/Guest"


def test_another_lodge_takes_the_tokens(issuing: Lodge, sts: Any, trusting: tuple[Lodge, str]) -> None:  # noqa: ANN401
    other, arn = trusting
    stranger = boto3.client(
        "sts",
        region_name=REGION,
        endpoint_url=other.endpoint,
        verify=str(other.ca),
        config=Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1}),
    )

    def exchanged(client: Any, audience: str = AUDIENCE, algorithm: str = "ES384") -> Json:  # noqa: ANN401
        made = client.get_web_identity_token(Audience=[audience], SigningAlgorithm=algorithm)["WebIdentityToken"]
        return stranger.assume_role_with_web_identity(RoleArn=arn, RoleSessionName="guest", WebIdentityToken=made)

    limited = issuing.client("sts", "A/limited")
    session = exchanged(limited)
    assert session["SubjectFromWebIdentityToken"] == f"arn:aws:iam::{ACCOUNT}:user/limited"
    assert other.client("iam", Credentials.of_answer(session)).list_users()["Users"]
    # Somebody else of the same account, and a token for somebody else.
    with refused("AccessDenied"):
        exchanged(sts, algorithm="RS256")
    with refused("InvalidIdentityToken"):
        exchanged(sts, "https://elsewhere.example.com")
