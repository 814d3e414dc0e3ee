"""AssumeRoleWithWebIdentity with a real OpenID Connect provider: an HTTPS server of this process, tokens by PyJWT."""

import base64
import json
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import jwt
import pytest
from botocore import UNSIGNED
from botocore.config import Config
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from bootstrap import ADMINISTRATOR, Json, account, administrator, key, role, user, world
from lodge import REGION, Credentials, Lodge, refused
from openid_provider import AUDIENCE, HOST, ISSUER, Provider

ACCOUNT = "111122223333"
PROVIDER = f"arn:aws:iam::{ACCOUNT}:oidc-provider/{HOST}"


def trusting(*actions: str, **condition: Json) -> Json:
    statement: Json = {
        "Effect": "Allow",
        "Principal": {"Federated": PROVIDER},
        "Action": ["sts:AssumeRoleWithWebIdentity", *actions],
    }
    return {"Version": "2012-10-17", "Statement": [statement | ({"Condition": condition} if condition else {})]}


KEY_POLICY: Json = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "kms:*", "Resource": "*"}],
}
#: The one policy for all tenants: the key's alias comes from the session's tag.
BY_TAG: Json = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ["kms:Encrypt", "kms:Decrypt"],
            "Resource": "*",
            "Condition": {"StringEquals": {"kms:RequestAlias": "alias/customer-${aws:PrincipalTag/tenant}"}},
        }
    ],
}


def own_world() -> Json:
    tags = {"StringLike": {"aws:RequestTag/tenant": "*"}}
    roles = [
        role("Plain", trusting(), {"all": ADMINISTRATOR}),
        role("OnlyAnn", trusting(StringEquals={f"{HOST}:sub": "ann", f"{HOST}:aud": AUDIENCE})),
        role("Tenant", trusting("sts:TagSession", "sts:SetSourceIdentity", **tags), {"keys": BY_TAG}),
        role(
            "Users",
            {
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}],
            },
            {"all": ADMINISTRATOR},
        ),
    ]
    keys = [key([f"alias/customer-{tenant}"], KEY_POLICY) for tenant in ("t1", "t2")]
    return world(account(ACCOUNT, "A", users=[administrator(), user("nobody")], roles=roles, keys=keys))


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    own = Provider(tmp_path_factory.mktemp("provider"))
    yield own
    own.stop()


@pytest.fixture(scope="module")
def own(make_module_lodge: Callable[..., Lodge], provider: Provider) -> Lodge:
    arguments = ("--oidc-host", f"{HOST}=127.0.0.1:{provider.port}", "--oidc-ca", str(provider.ca))
    lodge = make_module_lodge(own_world(), arguments=arguments)
    lodge.client("iam", "A/admin").create_open_id_connect_provider(Url=ISSUER, ClientIDList=[AUDIENCE])
    return lodge


def assume(lodge: Lodge, token: str, role_name: str = "Plain", **more: Any) -> Json:  # noqa: ANN401 (parameters)
    config = Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1}, proxies={})
    sts = boto3.client("sts", region_name=REGION, endpoint_url=lodge.endpoint, verify=str(lodge.ca), config=config)
    arn = f"arn:aws:iam::{ACCOUNT}:role/{role_name}"
    return sts.assume_role_with_web_identity(RoleArn=arn, RoleSessionName="session", WebIdentityToken=token, **more)


def tagged(tenant: str) -> Json:
    return {"https://aws.amazon.com/tags": {"principal_tags": {"tenant": [tenant]}, "transitive_tag_keys": ["tenant"]}}


def test_a_token_gives_a_session(own: Lodge, provider: Provider) -> None:
    answer = assume(own, provider.token())
    assert answer["Provider"] == PROVIDER
    assert answer["Audience"] == AUDIENCE
    assert answer["SubjectFromWebIdentityToken"] == "ann"
    session = f"arn:aws:sts::{ACCOUNT}:assumed-role/Plain/session"
    assert answer["AssumedRoleUser"]["Arn"] == session
    assert own.client("sts", Credentials.of_answer(answer)).get_caller_identity()["Arn"] == session


def test_every_algorithm_of_aws_and_no_other(own: Lodge, provider: Provider) -> None:
    curves = {"ES256": ec.SECP256R1(), "ES384": ec.SECP384R1(), "ES512": ec.SECP521R1()}
    provider.keys |= {name: ec.generate_private_key(curve) for name, curve in curves.items()}
    # Keys that were asked for a moment ago are not asked for again: another issuer is another question.
    own.restart()
    for algorithm in ("RS256", "RS384", "RS512"):
        assume(own, provider.token(algorithm=algorithm))
    for algorithm in curves:
        assume(own, provider.token(algorithm, algorithm))
    with refused("InvalidIdentityToken", "RS256"):
        assume(own, provider.token(algorithm="PS256"))
    with refused("InvalidIdentityToken"):
        assume(
            own, jwt.encode({"iss": ISSUER, "sub": "ann", "aud": AUDIENCE, "iat": 1, "exp": 2**33}, "s" * 64, "HS256")
        )
    with refused("InvalidIdentityToken"):
        assume(own, jwt.encode({"iss": ISSUER, "sub": "ann", "aud": AUDIENCE, "iat": 1, "exp": 2**33}, None, "none"))


@pytest.mark.parametrize(
    ("claims", "code", "part"),
    [
        ({"aud": "another"}, "InvalidIdentityToken", "Incorrect token audience"),
        ({"aud": [AUDIENCE, "another"]}, "InvalidIdentityToken", "Incorrect token audience"),
        ({"aud": AUDIENCE, "azp": "another"}, "InvalidIdentityToken", "Incorrect token audience"),
        ({"iss": "https://elsewhere.example.com"}, "InvalidIdentityToken", "No OpenIDConnect provider found"),
        ({"iss": f"{ISSUER}/"}, "InvalidIdentityToken", "No OpenIDConnect provider found"),
        ({"iss": f"http://{HOST}"}, "InvalidIdentityToken", "No OpenIDConnect provider found"),
        ({"sub": None}, "InvalidIdentityToken", "Missing a required claim: sub"),
        ({"exp": None}, "InvalidIdentityToken", "Missing a required claim: exp"),
        ({"exp": 1_700_000_000}, "ExpiredTokenException", "Token expired"),
        ({"nbf": 2**33}, "InvalidIdentityToken", "not valid yet"),
        ({"iat": 2**33}, "InvalidIdentityToken", "not valid yet"),
    ],
)
def test_claims_that_are_wrong(own: Lodge, provider: Provider, claims: Json, code: str, part: str) -> None:
    with refused(code, part):
        assume(own, provider.token(**claims))


def test_what_is_no_token_and_what_was_changed(own: Lodge, provider: Provider) -> None:
    header, claims, signature = provider.token().split(".")
    other = base64.urlsafe_b64encode(
        json.dumps({"iss": ISSUER, "sub": "bob", "aud": AUDIENCE, "iat": 1, "exp": 2**33}).encode()
    )
    for text in ("nothing", "a.b.c.d", f"{header}.{other.decode().rstrip('=')}.{signature}", f"{header}.{claims}.AAAA"):
        with refused("InvalidIdentityToken"):
            assume(own, text)
    stranger = jwt.encode(
        {"iss": ISSUER, "sub": "ann", "aud": AUDIENCE, "iat": 1, "exp": 2**33},
        rsa.generate_private_key(65537, 2048),
        "RS256",
        headers={"kid": "first"},
    )
    with refused("InvalidIdentityToken", "signature"):
        assume(own, stranger)


def test_the_trust_policy_decides_and_says_nothing(own: Lodge, provider: Provider) -> None:
    assume(own, provider.token(), "OnlyAnn")
    for token, role_name in (
        (provider.token(sub="bob"), "OnlyAnn"),
        (provider.token(), "Users"),
        (provider.token(), "Missing"),
        # The trust policy does not let sessions have tags.
        (provider.token(**tagged("t1")), "Plain"),
    ):
        with refused("AccessDenied", "Not authorized to perform sts:"):
            assume(own, token, role_name)


def test_a_signature_proves_nothing_here(own: Lodge) -> None:
    sts = own.client("sts", "A/admin", config=Config(signature_version="v4"))
    with refused("InvalidIdentityToken"):
        sts.assume_role_with_web_identity(
            RoleArn=f"arn:aws:iam::{ACCOUNT}:role/Plain", RoleSessionName="session", WebIdentityToken="none"
        )


def test_one_policy_for_all_tenants(own: Lodge, provider: Provider) -> None:
    """The tenant's own token scopes the key: by `aws:PrincipalTag/tenant`, in one policy."""
    tenants = {}
    for tenant in ("t1", "t2"):
        token = provider.token(sub=f"user-of-{tenant}", **tagged(tenant))
        tenants[tenant] = own.client("kms", Credentials.of_answer(assume(own, token, "Tenant")))
    for tenant, kms in tenants.items():
        alias, other = f"alias/customer-{tenant}", f"alias/customer-{'t2' if tenant == 't1' else 't1'}"
        sealed = kms.encrypt(KeyId=alias, Plaintext=b"secret")["CiphertextBlob"]
        assert kms.decrypt(KeyId=alias, CiphertextBlob=sealed)["Plaintext"] == b"secret"
        with refused("AccessDeniedException"):
            kms.encrypt(KeyId=other, Plaintext=b"secret")
        with refused("AccessDeniedException"):
            tenants["t2" if tenant == "t1" else "t1"].decrypt(KeyId=alias, CiphertextBlob=sealed)
    # A token without the tag gets no session.
    with refused("AccessDenied"):
        assume(own, provider.token(), "Tenant")


def test_a_session_policy_for_each_tenant(own: Lodge, provider: Provider) -> None:
    """The other way: the caller writes a session policy for the tenant."""
    policy = json.loads(json.dumps(BY_TAG).replace("${aws:PrincipalTag/tenant}", "t1"))
    kms = own.client("kms", Credentials.of_answer(assume(own, provider.token(), Policy=json.dumps(policy))))
    kms.encrypt(KeyId="alias/customer-t1", Plaintext=b"secret")
    with refused("AccessDeniedException"):
        kms.encrypt(KeyId="alias/customer-t2", Plaintext=b"secret")


def test_the_record_names_the_web_identity(own: Lodge, provider: Provider) -> None:
    assume(own, provider.token(sub="recorded"))
    events = own.client("cloudtrail", "A/admin").lookup_events(
        LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "AssumeRoleWithWebIdentity"}]
    )["Events"]
    records = [json.loads(event["CloudTrailEvent"]) for event in events]
    record = next(record for record in records if record["userIdentity"].get("userName") == "recorded")
    identity = record["userIdentity"]
    assert identity["type"] == "WebIdentityUser"
    assert identity["identityProvider"] == PROVIDER
    assert identity["principalId"] == f"{PROVIDER}:{AUDIENCE}:recorded"
    assert provider.token()[:20] not in json.dumps(records)
    # The decision can be made again: the provider is known, and of the token only what the trust policy looks at.
    explained = own.run("policy", "explain", record["eventID"], "--data", str(own.data)).stdout
    assert "sts:AssumeRoleWithWebIdentity on " in explained
    assert "With today's policies: the same." in explained
    assert "Note:" not in explained


def test_what_a_token_said_is_not_known_where_no_policy_looked(own: Lodge, provider: Provider) -> None:
    iam = own.client("iam", "A/admin")
    iam.create_role(RoleName="Later", AssumeRolePolicyDocument=json.dumps(trusting()))
    answer = assume(own, provider.token(), "Later")
    event = answer["ResponseMetadata"]["RequestId"]
    trust = trusting(StringEquals={f"{HOST}:sub": "bob"})
    iam.update_assume_role_policy(RoleName="Later", PolicyDocument=json.dumps(trust))
    explained = own.run("policy", "explain", event, "--data", str(own.data)).stdout
    assert f"With today's policies: not known: it depends on {HOST}:sub, which no policy looked at then" in explained


def test_documents_that_are_not_taken(make_lodge: Callable[..., Lodge], provider: Provider) -> None:
    discovery = "/.well-known/openid-configuration"
    for path, answer, code in (
        (discovery, (302, {"Location": f"{ISSUER}/elsewhere"}, b""), "IDPCommunicationError"),
        (discovery, (500, {}, b""), "IDPCommunicationError"),
        (discovery, (200, {}, b" " * 300_000), "IDPCommunicationError"),
        (
            discovery,
            (200, {}, json.dumps({"issuer": ISSUER, "jwks_uri": "https://169.254.169.254/"}).encode()),
            "IDPCommunicationError",
        ),
        (
            discovery,
            (200, {}, json.dumps({"issuer": "https://other.example.com", "jwks_uri": f"{ISSUER}/keys"}).encode()),
            "InvalidIdentityToken",
        ),
        ("/keys", (200, {}, b"[]"), "InvalidIdentityToken"),
    ):
        lodge = make_lodge(
            own_world(), arguments=("--oidc-host", f"{HOST}=127.0.0.1:{provider.port}", "--oidc-ca", str(provider.ca))
        )
        lodge.client("iam", "A/admin").create_open_id_connect_provider(Url=ISSUER, ClientIDList=[AUDIENCE])
        provider.instead[path] = answer
        try:
            with refused(code):
                assume(lodge, provider.token())
        finally:
            provider.instead.clear()


def test_thumbprints_and_rotation(make_lodge: Callable[..., Lodge], provider: Provider) -> None:
    # The system's authorities do not know the provider's.
    lodge = make_lodge(own_world(), arguments=("--oidc-host", f"{HOST}=127.0.0.1:{provider.port}"))
    iam = lodge.client("iam", "A/admin")
    iam.create_open_id_connect_provider(Url=ISSUER, ClientIDList=[AUDIENCE], ThumbprintList=["0" * 40])
    with refused("InvalidIdentityToken", "thumbprint"):
        assume(lodge, provider.token())
    iam.update_open_id_connect_provider_thumbprint(
        OpenIDConnectProviderArn=PROVIDER, ThumbprintList=[provider.thumbprint]
    )
    assume(lodge, provider.token())
    asked = len(provider.asked)
    for _ in range(5):
        assume(lodge, provider.token())
    assert len(provider.asked) == asked, "keys are kept"
    iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=PROVIDER)
    with refused("InvalidIdentityToken", "No OpenIDConnect provider found"):
        assume(lodge, provider.token())


def test_nobody_is_asked_unless_the_operator_allows_it(fresh_lodge: Lodge, provider: Provider) -> None:
    fresh_lodge.client("iam", "A/admin").create_open_id_connect_provider(Url=ISSUER, ClientIDList=[AUDIENCE])
    with refused("IDPCommunicationError", "--oidc-host"):
        assume(fresh_lodge, provider.token())
