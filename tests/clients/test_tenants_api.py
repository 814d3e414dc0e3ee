"""The tenants API: signed calls and calls with tokens, over the KMS of the same Lodge."""

import base64
import json
import secrets
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as Signer
from botocore.exceptions import ClientError
from byok import Parameters
from test_web_identity import ACCOUNT, AUDIENCE, HOST, PROVIDER, Provider

from bootstrap import Json, account, administrator, role, user, world
from lodge import REGION, Caller, Credentials, Lodge, refused, wait_for
from operations import allowing, trust
from tenants import grant_on, write_profile

TENANTS = "/tenants/v1/tenants"
ELSEWHERE = "eu-west-1"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: Json


@dataclass
class Api:
    """The API of a Lodge."""

    lodge: Lodge
    provider: Provider

    def send(self, method: str, path: str, body: Json | None, headers: dict[str, str]) -> Answer:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.lodge.endpoint + path, data, headers, method=method)
        trusting = ssl.create_default_context(cafile=str(self.lodge.ca))
        try:
            answer = urllib.request.urlopen(request, timeout=30, context=trusting)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return Answer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, json.loads(answer.read()))

    def call(self, caller: Caller, method: str, path: str, body: Json | None = None, region: str = REGION) -> Answer:
        """A signed call."""
        credentials = self.lodge.credentials(caller)
        data = None if body is None else json.dumps(body).encode()
        request = AWSRequest(method, self.lodge.endpoint + path, data=data)
        signer = Signer(credentials.access_key_id, credentials.secret_access_key, credentials.session_token)
        SigV4Auth(signer, "tenants", region).add_auth(request)
        return self.send(method, path, body, dict(request.headers.items()))

    def with_token(self, token: str, role_name: str | None, method: str, path: str) -> Answer:
        """A call with a token."""
        headers = {"Authorization": f"Bearer {token}"}
        if role_name:
            headers["x-lodge-role-arn"] = f"arn:aws:iam::{ACCOUNT}:role/{role_name}"
        return self.send(method, path, None, headers)


def tenants_world() -> Json:
    federated = trust(ACCOUNT)
    federated["Statement"][0] |= {
        "Principal": {"Federated": PROVIDER},
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {"StringEquals": {f"{HOST}:aud": AUDIENCE}},
    }
    reading = allowing(["tenants:Get*", "tenants:List*"])
    return world(
        account(
            ACCOUNT,
            "A",
            users=[
                administrator(),
                user("nobody"),
                # What the service itself needs: keys, and nothing of IAM.
                user("tenants", {"keys": allowing("kms:*")}),
                user("elsewhere", {"far": allowing("tenants:*", f"arn:aws:tenants:{ELSEWHERE}:{ACCOUNT}:tenant/*")}),
                user("support", {"acme": allowing("tenants:*", f"arn:aws:tenants:*:{ACCOUNT}:tenant/acme")}),
                user(
                    "sales",
                    {
                        "held": allowing(
                            "tenants:OnboardTenant", condition={"StringEquals": {"tenants:KeyStoreId": "cks-1"}}
                        )
                    },
                ),
                user(
                    "partner",
                    {
                        "brought": allowing(
                            "tenants:OnboardTenant", condition={"StringEquals": {"tenants:Origin": "EXTERNAL"}}
                        )
                    },
                ),
            ],
            roles=[role("ServiceARole", trust(ACCOUNT)), role("Reader", federated, {"read": reading})],
        )
    )


@pytest.fixture(scope="module")
def api(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    folder = tmp_path_factory.mktemp("tenants")
    provider = Provider(folder)
    settings = folder / "config"
    arguments = ("--tenants-profile", "tenants", "--tenants-account", ACCOUNT)
    arguments += ("--oidc-host", f"{HOST}=127.0.0.1:{provider.port}", "--oidc-ca", str(provider.ca))
    reading = ("env", f"AWS_CONFIG_FILE={settings}")
    lodge = make_module_lodge(tenants_world(), arguments=arguments, wrapper=reading)
    # The profile is read with the first call.
    write_profile(lodge, "A/tenants", settings)
    iam = lodge.client("iam", "A/admin")
    iam.create_open_id_connect_provider(Url=f"https://{HOST}", ClientIDList=[AUDIENCE])
    yield Api(lodge, provider)
    provider.stop()


def test_the_life_of_a_tenant(api: Api) -> None:
    kms = api.lodge.client("kms", "A/admin")
    place = f"{TENANTS}/acme"
    made = api.call("A/admin", "PUT", place, {})
    assert (made.status, made.body["changes"][-1]) == (200, "made the alias"), made
    key = made.body["tenant"]["keyArn"]
    assert kms.describe_key(KeyId="alias/customer-acme")["KeyMetadata"]["Arn"] == key
    assert api.call("A/admin", "PUT", place).body["changes"] == []

    stopped = api.call("A/admin", "POST", f"{place}/suspend", {"reason": "unpaid"})
    assert stopped.body["tenant"]["status"] == "suspended", stopped
    assert api.call("A/admin", "GET", place).body["tenant"]["suspended"] == "unpaid"
    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "Disabled"
    assert api.call("A/admin", "POST", f"{place}/resume").body["tenant"]["status"] == "active"

    kms.disable_key_rotation(KeyId=key)
    found = api.call("A/admin", "GET", f"{place}/drift").body["deviations"]
    assert [(it["subject"], it["fixable"]) for it in found] == [("rotationOff", True)]
    fixed = api.call("A/admin", "POST", f"{place}/drift/fix").body
    assert fixed == {"changes": ["switched rotation on"], "deviations": []}
    assert kms.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"]

    gone = api.call("A/admin", "DELETE", f"{place}?pendingWindowInDays=7")
    assert gone.body["tenant"]["status"] == "offboarding", gone
    again = api.call("A/admin", "PUT", place)
    assert (again.status, again.body["code"]) == (409, "ConflictException"), again
    assert api.call("A/admin", "POST", f"{place}/cancel-offboarding").body["tenant"]["status"] == "active"


def test_lists_come_in_pages(api: Api) -> None:
    names = ["page-1", "page-2", "page/3 ä"]
    for name in names:
        assert api.call("A/admin", "PUT", f"{TENANTS}/{quote(name, safe='')}").status == 200
    seen: list[str] = []
    path = f"{TENANTS}?limit=2"
    while True:
        page = api.call("A/admin", "GET", path).body
        assert len(page["tenants"]) <= 2
        seen += [tenant["tenantId"] for tenant in page["tenants"]]
        if "nextToken" not in page:
            break
        path = f"{TENANTS}?limit=2&nextToken={quote(page['nextToken'], safe='')}"
    assert sorted(name for name in seen if name.startswith("page")) == names
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", f"{TENANTS}/not-there", None, 404, "TenantNotFoundException"),
        ("POST", f"{TENANTS}/not-there/resume", None, 404, "TenantNotFoundException"),
        ("PUT", f"{TENANTS}/{'x' * 300}", None, 400, "ValidationException"),
        ("PUT", f"{TENANTS}/one", {"origin": "EXTERNAL_KEY_STORE"}, 400, "ValidationException"),
        ("PUT", f"{TENANTS}/one", {"origin": "ELSEWHERE"}, 400, "ValidationException"),
        ("POST", f"{TENANTS}/one/suspend", {}, 400, "ValidationException"),
        ("POST", f"{TENANTS}/one/suspend", {"reason": "x" * 300}, 400, "ValidationException"),
        ("GET", f"{TENANTS}?limit=0", None, 400, "ValidationException"),
        ("GET", f"{TENANTS}?nextToken=other", None, 400, "ValidationException"),
        ("PATCH", f"{TENANTS}/one", None, 405, "MethodNotAllowedException"),
        ("GET", "/tenants/v2", None, 404, "UnknownOperationException"),
        ("PUT", f"{TENANTS}/one", {"x": "y" * 300_000}, 413, "RequestEntityTooLargeException"),
    ],
)
def test_problems_say_what_is_wrong(
    api: Api, method: str, path: str, body: Json | None, status: int, code: str
) -> None:
    answer = api.call("A/admin", method, path, body)
    assert (answer.status, answer.body["code"], answer.body["status"]) == (status, code, status), answer
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-amzn-errortype"] == code
    assert answer.body["type"] == f"urn:lodge:error:{code}"
    assert answer.body["detail"]


def test_policies_decide_tenant_by_tenant(api: Api) -> None:
    forbidden = api.call("A/nobody", "GET", f"{TENANTS}/acme")
    assert (forbidden.status, forbidden.body["code"]) == (403, "AccessDeniedException")
    assert (
        f"is not authorized to perform: tenants:GetTenant on resource: arn:aws:tenants:{REGION}"
        in (forbidden.body["detail"])
    )
    assert api.call("A/support", "PUT", f"{TENANTS}/acme").status in (200, 409)
    assert api.call("A/support", "PUT", f"{TENANTS}/acme-2").status == 403
    assert api.call("A/support", "GET", TENANTS).status == 403
    # Who may ask for tenants needs no right to their keys.
    with refused("AccessDeniedException"):
        api.lodge.client("kms", "A/support").list_keys()


def test_a_tenant_is_where_its_key_is(api: Api) -> None:
    """Whatever region a request is signed for."""
    assert api.call("A/admin", "PUT", f"{TENANTS}/here", region=ELSEWHERE).status == 200
    answer = api.call("A/elsewhere", "POST", f"{TENANTS}/here/suspend", {"reason": "far"}, ELSEWHERE)
    assert (answer.status, answer.body["code"]) == (403, "AccessDeniedException")
    assert f"arn:aws:tenants:{REGION}:{ACCOUNT}:tenant/here" in answer.body["detail"]


def test_many_calls_at_once_leave_room_for_what_they_wait_for(api: Api) -> None:
    """The KMS is the same Lodge: calls of the API take none of the places that their own calls need."""
    assert api.call("A/admin", "PUT", f"{TENANTS}/busy").status == 200

    def suspend(number: int) -> int:
        return api.call("A/admin", "POST", f"{TENANTS}/busy/suspend", {"reason": f"number {number}"}).status

    with ThreadPoolExecutor(48) as pool:
        assert set(pool.map(suspend, range(48))) == {200}
    api.lodge.client("kms", "A/admin").create_key()
    assert api.call("A/admin", "GET", f"{TENANTS}/busy").body["tenant"]["status"] == "suspended"


def test_policies_decide_where_a_tenants_key_may_be(api: Api) -> None:
    held = {"origin": "EXTERNAL_KEY_STORE", "keyStoreId": "cks-1", "xksKeyId": "one"}
    own = {"origin": "EXTERNAL"}
    for caller, body in (("A/sales", None), ("A/sales", own), ("A/sales", held | {"keyStoreId": "cks-2"})):
        assert api.call(caller, "PUT", f"{TENANTS}/held", body).status == 403
    for body in (None, {"origin": "AWS_KMS"}, held):
        assert api.call("A/partner", "PUT", f"{TENANTS}/brought", body).status == 403
    # There is no such key store: that is not for policies to say.
    answer = api.call("A/sales", "PUT", f"{TENANTS}/held", held)
    assert (answer.status, answer.body["code"]) == (502, "KmsRefusedException")
    assert api.call("A/partner", "PUT", f"{TENANTS}/brought", own).status == 200
    answer = api.call("A/admin", "PUT", f"{TENANTS}/brought", held)
    assert (answer.status, answer.body["code"]) == (409, "ConflictException")
    assert "a key of origin EXTERNAL already, not EXTERNAL_KEY_STORE (cks-1, one)" in answer.body["detail"]


def test_a_tenant_brings_its_key(api: Api, tmp_path: Path) -> None:
    place = f"{TENANTS}/brings"
    made = api.call("A/admin", "PUT", place, {"origin": "EXTERNAL"}).body["tenant"]
    assert made["status"] == "waitingForMaterial"
    asked = api.call("A/admin", "POST", f"{place}/import-parameters")
    assert (asked.status, asked.body["wrappingAlgorithm"]) == (200, "RSAES_OAEP_SHA_256"), asked
    assert datetime.fromisoformat(asked.body["expires"]) > datetime.now(UTC)

    def imported(material: bytes, more: Json, algorithm: str = "RSAES_OAEP_SHA_256") -> Answer:
        body = {"wrappingAlgorithm": algorithm, "wrappingKeySpec": "RSA_3072"}
        given = api.call("A/admin", "POST", f"{place}/import-parameters", body).body
        key, token = (base64.b64decode(given[name]) for name in ("publicKey", "importToken"))
        wrapped = Parameters(made["keyArn"], algorithm, key, token, tmp_path).wrap(material)
        body = {"importToken": given["importToken"], "encryptedKeyMaterial": base64.b64encode(wrapped).decode()}
        return api.call("A/admin", "PUT", f"{place}/key-material", body | more)

    material = secrets.token_bytes(32)
    end = (datetime.now(UTC) + timedelta(days=90)).strftime("%Y-%m-%dT%H:%M:%SZ")
    done = imported(material, {"expires": end})
    assert done.status == 200, done.body
    assert done.body["tenant"]["status"] == "active"
    assert done.body["tenant"]["materialExpires"] == end
    other = imported(secrets.token_bytes(32), {})
    assert (other.status, other.body["code"]) == (400, "ValidationException")
    assert "IncorrectKeyMaterialException" in other.body["detail"]
    done = imported(material, {}, "RSA_AES_KEY_WRAP_SHA_256")
    assert "materialExpires" not in done.body["tenant"]
    too_long = {"expires": "2099-01-31T00:00:00Z"}
    for more in ({"expires": "soon"}, too_long, {"importToken": ""}, {"encryptedKeyMaterial": "A" * 9000}):
        assert imported(material, more).status == 400

    # Only tenants who bring their key have one taken, and only from those who may.
    assert api.call("A/admin", "PUT", f"{TENANTS}/acme").status in (200, 409)
    refusal = api.call("A/admin", "POST", f"{TENANTS}/acme/import-parameters")
    assert (refusal.status, refusal.body["code"]) == (409, "ConflictException")
    assert api.call("A/support", "POST", f"{place}/import-parameters").status == 403
    body = {"importToken": "AAAA", "encryptedKeyMaterial": "AAAA"}
    assert api.call("A/support", "PUT", f"{place}/key-material", body).status == 403
    assert api.call("A/admin", "PUT", f"{TENANTS}/not-there/key-material", body).status == 404
    # A token of a role that may read is good for parameters, and not for an import.
    good = api.provider.token()
    assert api.with_token(good, "Reader", "POST", f"{place}/import-parameters").status == 200
    assert api.with_token(good, "Reader", "PUT", f"{place}/key-material").status in (400, 403)


def test_cost(api: Api) -> None:
    assert api.call("A/admin", "PUT", f"{TENANTS}/costs").status == 200
    cost = api.call("A/admin", "GET", "/tenants/v1/cost?services=4&requests=1020000").body
    assert sum(cost["keysByRotations"]) == cost["keys"] > 0
    assert (cost["separateKeys"], cost["requestPrice"]) == (4 * cost["keys"], 3)
    assert cost["total"] == cost["keyPrice"] + 3
    assert cost["plot"].startswith("<svg")
    assert api.with_token(api.provider.token(), "Reader", "GET", "/tenants/v1/cost").body["services"] == 5
    assert api.call("A/support", "GET", "/tenants/v1/cost").status == 403
    assert api.call("A/admin", "GET", "/tenants/v1/cost?services=0").status == 400


def test_usage_comes_from_the_trail_of_the_keys_account(api: Api) -> None:
    for tenant in ("acme", "used"):
        assert api.call("A/admin", "PUT", f"{TENANTS}/{tenant}").status in (200, 409)
    kms, iam = api.lodge.client("kms", "A/admin"), api.lodge.client("iam", "A/admin")
    # The service reads the trail with its own rights, and has none to it.
    refusal = api.call("A/admin", "GET", "/tenants/v1/usage")
    assert (refusal.status, refusal.body["code"]) == (502, "KmsRefusedException")
    assert refusal.body["detail"] == "LookupEvents was refused: AccessDeniedException"
    iam.put_user_policy(
        UserName="tenants", PolicyName="trail", PolicyDocument=json.dumps(allowing("cloudtrail:LookupEvents"))
    )
    # More records than are read for one answer.
    since = quote(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), safe="")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: kms.describe_key(KeyId="alias/customer-used"), range(700)))

    def used(path: str, query: str = "") -> tuple[dict[tuple[str, str], int], int]:
        counts: dict[tuple[str, str], int] = {}
        pages, token = 0, ""
        while True:
            answer = api.call("A/admin", "GET", f"{path}?by=total&since={since}{query}{token}")
            assert answer.status == 200, answer
            for it in answer.body["counts"]:
                kind = it["tenantId"], it["operation"]
                counts[kind] = counts.get(kind, 0) + it["calls"]
            pages += 1
            if "nextToken" not in answer.body:
                return counts, pages
            token = f"&nextToken={quote(answer.body['nextToken'], safe='')}"

    # The trail's index follows the log.
    wait_for(lambda: used("/tenants/v1/usage")[0].get(("used", "DescribeKey"), 0) >= 700, 30, "the calls to be counted")
    assert used("/tenants/v1/usage")[1] > 1
    own, _ = used(f"{TENANTS}/used/usage")
    assert own["used", "DescribeKey"] >= 700
    assert {tenant for tenant, _ in own} == {"used"}
    hours = api.call("A/admin", "GET", f"{TENANTS}/used/usage?by=hour").body["counts"]
    assert all(len(it["time"]) == len("2026-01-31T12") for it in hours)

    assert api.call("A/support", "GET", f"{TENANTS}/acme/usage").status == 200
    assert api.call("A/support", "GET", f"{TENANTS}/used/usage").status == 403
    assert api.call("A/support", "GET", "/tenants/v1/usage").status == 403
    assert api.with_token(api.provider.token(), "Reader", "GET", "/tenants/v1/usage").status == 200
    for query in ("since=soon", "nextToken=other", "by=year"):
        answer = api.call("A/admin", "GET", f"/tenants/v1/usage?{query}")
        assert (answer.status, answer.body["code"]) == (400, "ValidationException"), answer


def test_grants_are_shown_and_revoked_when_that_is_said(api: Api) -> None:
    kms = api.lodge.client("kms", "A/admin")
    place = f"{TENANTS}/granted"
    key = api.call("A/admin", "PUT", place).body["tenant"]["keyArn"]
    grant = grant_on(kms, key, f"arn:aws:iam::{ACCOUNT}:role/Reader")
    found = api.call("A/admin", "GET", f"{place}/drift").body["deviations"]
    assert [(it["subject"], it["fixable"]) for it in found] == [("grant", False)]
    assert f"the grant {grant} lets arn:aws:iam::{ACCOUNT}:role/Reader use the key: Decrypt" in found[0]["detail"]
    fixed = api.call("A/admin", "POST", f"{place}/drift/fix").body
    assert (fixed["changes"], [it["subject"] for it in fixed["deviations"]]) == ([], ["grant"])
    fixed = api.call("A/admin", "POST", f"{place}/drift/fix", {"revokeGrants": True}).body
    assert fixed == {"changes": [f"revoked the grant {grant}"], "deviations": []}
    assert kms.list_grants(KeyId=key)["Grants"] == []


def test_what_the_kms_says_of_the_service_stays_inside(api: Api) -> None:
    kms, iam = api.lodge.client("kms", "A/admin"), api.lodge.client("iam", "A/admin")
    place = f"{TENANTS}/refused"
    key = api.call("A/admin", "PUT", place).body["tenant"]["keyArn"]
    kms.disable_key_rotation(KeyId=key)
    denied = allowing("kms:EnableKeyRotation")
    denied["Statement"][0]["Effect"] = "Deny"
    iam.put_user_policy(UserName="tenants", PolicyName="denied", PolicyDocument=json.dumps(denied))
    refusals = [api.call("A/admin", *call) for call in (("POST", f"{place}/drift/fix"), ("PUT", place))]
    iam.delete_user_policy(UserName="tenants", PolicyName="denied")
    for refusal in refusals:
        assert (refusal.status, refusal.body["code"]) == (502, "KmsRefusedException"), refusal
        assert refusal.body["detail"] == "EnableKeyRotation was refused: AccessDeniedException"
    assert api.call("A/admin", "POST", f"{place}/drift/fix").status == 200


def test_strangers_are_told_how_to_show_who_they_are(api: Api) -> None:
    answer = api.send("GET", TENANTS, None, {})
    assert (answer.status, answer.body["code"]) == (401, "UnauthenticatedException")
    assert answer.headers["www-authenticate"] == "Bearer, AWS4-HMAC-SHA256"
    known = api.lodge.credentials("A/admin")
    liar = Credentials(known.access_key_id, "x" * 40)
    assert api.call(liar, "GET", TENANTS).status == 401
    unknown = Credentials("AKIAIOSFODNN7EXAMPLE", "x" * 40)
    assert api.call(unknown, "GET", TENANTS).status == 401


def test_a_token_acts_as_a_role(api: Api) -> None:
    good = api.provider.token()
    assert api.with_token(good, "Reader", "GET", TENANTS).status == 200
    assert api.with_token(good, "Reader", "PUT", f"{TENANTS}/acme").status == 403
    assert api.with_token(good, "ServiceARole", "GET", TENANTS).status == 403
    without_role = api.with_token(good, None, "GET", TENANTS)
    assert without_role.status == 401
    assert "x-lodge-role-arn" in without_role.body["detail"]
    for bad in (api.provider.token(aud="another"), api.provider.token(exp=1), good[:-6] + "AAAAAA", "not-a-token"):
        answer = api.with_token(bad, "Reader", "GET", TENANTS)
        assert answer.status in (400, 401), answer
        assert bad not in json.dumps(answer.body)


def test_every_call_is_on_record(api: Api) -> None:
    api.call("A/admin", "POST", f"{TENANTS}/on-record/suspend", {"reason": "audit"})
    api.with_token(api.provider.token(sub="bob"), "Reader", "GET", f"{TENANTS}/on-record")
    trail = api.lodge.client("cloudtrail", "A/admin")

    def records(name: str) -> list[Json]:
        attribute = {"AttributeKey": "EventName", "AttributeValue": name}
        found = trail.lookup_events(LookupAttributes=[attribute])["Events"]
        events = [json.loads(event["CloudTrailEvent"]) for event in found]
        return [event for event in events if "on-record" in json.dumps(event.get("requestParameters"))]

    wait_for(lambda: bool(records("SuspendTenant") and records("GetTenant")), 10, "the records")
    suspended = records("SuspendTenant")[0]
    assert suspended["eventSource"] == "tenants.lodge"
    assert suspended["requestParameters"] == {"tenantId": "on-record", "reason": "audit"}
    assert suspended["errorCode"] == "TenantNotFoundException"
    looked = records("GetTenant")[0]
    assert looked["userIdentity"]["arn"].endswith(":assumed-role/Reader/tenants-api")


def test_boto3_speaks_it(api: Api) -> None:
    """The description is one that AWS's SDKs read."""
    client = api.lodge.client("tenants", "A/admin")
    assert client.onboard_tenant(tenantId="by boto3")["tenant"]["status"] == "active"
    assert client.get_tenant(tenantId="by boto3")["tenant"]["alias"].startswith("alias/customer-x--")
    with pytest.raises(ClientError) as caught:
        client.get_tenant(tenantId="not-there")
    assert caught.value.response["Error"]["Code"] == "TenantNotFoundException"
    assert "there is no tenant 'not-there'" in caught.value.response["Error"]["Message"]
    assert client.offboard_tenant(tenantId="by boto3", pendingWindowInDays=7)["tenant"]["status"] == "offboarding"


def test_the_openapi_document_is_for_everybody(api: Api) -> None:
    answer = api.send("GET", "/tenants/v1/openapi.json", None, {})
    described = {operation["operationId"] for path in answer.body["paths"].values() for operation in path.values()}
    assert {"OnboardTenant", "ListTenants", "OffboardTenant"} <= described
    assert answer.body["openapi"].startswith("3.1")
