"""Keys of Lodge as the external keys of another key management service, over the XKS proxy API.

Requests are signed by botocore and by curl, which is what AWS's own test client for XKS proxies uses.
"""

import base64
import hashlib
import http.client
import json
import subprocess
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from botocore import auth
from botocore.auth import SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as SigningCredentials

from bootstrap import Json, account, administrator, user, world
from lodge import REGION, UNCHECKED, Credentials, Lodge, refused, wait_for
from operations import KEYS as ACCOUNT
from operations import OTHER_REGION, allowing
from wire import trusting

SERVICE = "kms-xks-proxy.amazonaws.com"
SIGNED_FOR = "kms-xks-proxy"
ALICE = "arn:aws:iam::123456789012:user/Alice"
REMOTE_KEY = "arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
PLAINTEXT = b"Hello World!"
CONTEXT = b"project=nile,department=marketing"
USE = ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey"]

#: The parts of a ciphertext, with the least that changes them.
PARTS = ["ciphertext", "ciphertextMetadata", "initializationVector", "authenticationTag"]


def text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def metadata(operation: str = "Encrypt", **more: str) -> Json:
    """The metadata that AWS KMS sends."""
    return {
        "awsPrincipalArn": ALICE,
        "kmsKeyArn": REMOTE_KEY,
        "kmsOperation": operation,
        "kmsRequestId": str(uuid.uuid4()),
        **more,
    }


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: Json

    @property
    def error(self) -> tuple[int, str]:
        """Status and name of an error, whose form is checked."""
        assert set(self.body) <= {"errorName", "errorMessage"}, self.body
        message = self.body.get("errorMessage", "")
        assert len(message) < 512
        assert all(" " <= letter <= "~" for letter in message)
        return self.status, self.body["errorName"]


@dataclass(frozen=True)
class Proxy:
    """An XKS proxy as another key management service sees it: an endpoint, a URI path and a credential."""

    lodge: Lodge
    credentials: Credentials
    prefix: str = ""
    region: str = REGION
    signed_for: str = SIGNED_FOR

    def request(self, path: str, body: bytes, *, method: str = "POST", signer: Any = SigV4Auth) -> AWSRequest:  # noqa: ANN401
        url = f"{self.lodge.endpoint}{self.prefix}/kms/xks/v1{path}"
        headers = {"Host": urlsplit(url).netloc, "Content-Type": "application/json"}
        request = AWSRequest(method, url, headers=headers, data=body)
        signing = SigningCredentials(self.credentials.access_key_id, self.credentials.secret_access_key)
        signer(signing, self.signed_for, self.region).add_auth(request)
        return request

    def send(self, request: AWSRequest, *, announced: int = 0) -> Answer:
        """Sends a request; with `announced`, only its head, which announces a body of so many bytes."""
        url = urlsplit(request.url)
        assert url.hostname is not None
        connection = http.client.HTTPSConnection(url.hostname, url.port, timeout=30, context=trusting(self.lodge))
        try:
            target = url.path + (f"?{url.query}" if url.query else "")
            headers = dict(request.headers.items()) | ({"Content-Length": str(announced)} if announced else {})
            connection.request(request.method, target, None if announced else request.data, headers)
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            assert headers["content-type"] == "application/json", headers
            return Answer(answer.status, headers, json.loads(answer.read()))
        finally:
            connection.close()

    def call(self, path: str, body: Json) -> Answer:
        return self.send(self.request(path, json.dumps(body).encode()))

    def encrypt(self, key: str, **more: Any) -> Answer:  # noqa: ANN401 (JSON)
        body = {"requestMetadata": metadata(), "plaintext": text(PLAINTEXT), "encryptionAlgorithm": "AES_GCM"}
        return self.call(f"/keys/{key}/encrypt", changed(body, more))

    def decrypt(self, key: str, sealed: Json, **more: Any) -> Answer:  # noqa: ANN401 (JSON)
        parts = {name: sealed[name] for name in PARTS}
        body = {"requestMetadata": metadata("Decrypt"), "encryptionAlgorithm": "AES_GCM", **parts}
        return self.call(f"/keys/{key}/decrypt", changed(body, more))

    def describe(self, key: str, **more: Any) -> Answer:  # noqa: ANN401 (JSON)
        return self.call(f"/keys/{key}/metadata", changed({"requestMetadata": metadata("DescribeKey")}, more))

    def health(self) -> Answer:
        known = {"kmsOperation": "KmsHealthCheck", "kmsRequestId": str(uuid.uuid4())}
        return self.call("/health", {"requestMetadata": known})


def changed(body: Json, more: Json) -> Json:
    """With other members; None takes one away."""
    return {name: value for name, value in {**body, **more}.items() if value is not None}


@pytest.fixture(scope="module")
def lodge(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    """Users `aws`, who may use keys, and `weak`, who may do nothing."""
    users = [administrator(), user("aws", {"use": allowing(USE)}), user("weak")]
    return make_module_lodge(
        world(account(ACCOUNT, "A", users=users), account("444455556666", "B", users=[administrator()]))
    )


@pytest.fixture(scope="module")
def iam(lodge: Lodge) -> Any:  # noqa: ANN401
    return lodge.client("iam", "A/admin", config=UNCHECKED)


@pytest.fixture(scope="module")
def kms(lodge: Lodge) -> Any:  # noqa: ANN401
    return lodge.client("kms", "A/admin")


def credential(iam: Any, name: str) -> Credentials:  # noqa: ANN401
    made = iam.create_service_specific_credential(UserName=name, ServiceName=SERVICE)["ServiceSpecificCredential"]
    return Credentials(made["ServiceUserName"], made["ServicePassword"])


@pytest.fixture(scope="module")
def proxy(lodge: Lodge, iam: Any) -> Proxy:  # noqa: ANN401
    return Proxy(lodge, credential(iam, "aws"))


@pytest.fixture(scope="module")
def weak(lodge: Lodge, iam: Any) -> Proxy:  # noqa: ANN401
    return Proxy(lodge, credential(iam, "weak"))


@pytest.fixture
def key(kms: Any) -> str:  # noqa: ANN401
    return kms.create_key()["KeyMetadata"]["KeyId"]


# What works.


def test_health(proxy: Proxy, weak: Proxy) -> None:
    for anybody in (proxy, weak):
        answer = anybody.health()
        assert answer.status == 200
        assert answer.body["xksProxyFleetSize"] == 1
        assert answer.body["ekmFleetDetails"][0]["healthStatus"] == "ACTIVE"
        assert {"xksProxyVendor", "xksProxyModel", "ekmVendor"} < set(answer.body)


def test_metadata(proxy: Proxy, kms: Any, key: str) -> None:  # noqa: ANN401
    known = {"keySpec": "AES_256", "keyUsage": ["ENCRYPT", "DECRYPT"]}
    assert proxy.describe(key).body == {**known, "keyStatus": "ENABLED"}
    without_key_arn = metadata("CreateKey")
    del without_key_arn["kmsKeyArn"]
    assert proxy.describe(key, requestMetadata=without_key_arn).status == 200
    kms.disable_key(KeyId=key)
    assert proxy.describe(key).body == {**known, "keyStatus": "DISABLED"}
    signing = kms.create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")["KeyMetadata"]["KeyId"]
    assert proxy.describe(signing).body == {"keySpec": "ECC_NIST_P256", "keyUsage": [], "keyStatus": "ENABLED"}


@pytest.mark.parametrize("size", [0, 1, 32, 4096, 4300])
@pytest.mark.parametrize("context", [None, b"", CONTEXT, b"\xff" * 8192], ids=["none", "empty", "short", "long"])
def test_what_was_encrypted_decrypts(proxy: Proxy, key: str, size: int, context: bytes | None) -> None:
    data = None if context is None else text(context)
    plaintext = text(b"x" * size)
    answer = proxy.encrypt(key, plaintext=plaintext, additionalAuthenticatedData=data)
    assert answer.status == 200, answer.body
    assert set(answer.body) == set(PARTS)
    sizes = [len(base64.b64decode(answer.body[part])) for part in PARTS]
    assert sizes == [size, 20, 12, 16]
    opened = proxy.decrypt(key, answer.body, additionalAuthenticatedData=data)
    assert (opened.status, opened.body) == (200, {"plaintext": plaintext})


@pytest.mark.parametrize("context", [b"", CONTEXT])
def test_the_integrity_value(proxy: Proxy, key: str, context: bytes) -> None:
    data = text(context) if context else None
    sealed = proxy.encrypt(key, additionalAuthenticatedData=data, ciphertextDataIntegrityValueAlgorithm="SHA_256").body
    value = sealed.pop("ciphertextDataIntegrityValue")
    order = ["ciphertextMetadata", "initializationVector", "ciphertext", "authenticationTag"]
    hashed = context + b"".join(base64.b64decode(sealed[part]) for part in order)
    assert base64.b64decode(value) == hashlib.sha256(hashed).digest()
    assert proxy.decrypt(key, sealed, additionalAuthenticatedData=data).status == 200


def test_no_two_ciphertexts_are_alike(proxy: Proxy, key: str) -> None:
    one, other = proxy.encrypt(key).body, proxy.encrypt(key).body
    assert all(one[part] != other[part] for part in PARTS)


def test_rotated_material_goes_on_decrypting(proxy: Proxy, kms: Any, key: str) -> None:  # noqa: ANN401
    sealed = [proxy.encrypt(key).body]
    for _ in range(3):
        kms.rotate_key_on_demand(KeyId=key)
        sealed.append(proxy.encrypt(key).body)
    ids = {base64.b64decode(each["ciphertextMetadata"])[-3:] for each in sealed}
    assert len(ids) == 4
    for each in sealed:
        assert proxy.decrypt(key, each).body == {"plaintext": text(PLAINTEXT)}


def test_what_aws_adds_later_is_no_error(proxy: Proxy, key: str) -> None:
    known = metadata("BulkEncrypt", kmsViaService="ebs", awsSourceVpc="vpc-1", awsSourceVpce="vpce-1", newField="x")
    assert proxy.encrypt(key, requestMetadata=known, newMember=[1]).status == 200


def test_the_region_is_that_of_the_path_or_of_the_signature(proxy: Proxy, lodge: Lodge, key: str) -> None:
    elsewhere = lodge.client("kms", "A/admin", region=OTHER_REGION).create_key()["KeyMetadata"]["KeyId"]
    for signed_in in (REGION, OTHER_REGION):
        there = replace(proxy, prefix=f"/{OTHER_REGION}", region=signed_in)
        assert there.encrypt(elsewhere).status == 200
        assert there.encrypt(key).error == (404, "KeyNotFoundException")
    assert replace(proxy, region=OTHER_REGION).encrypt(elsewhere).status == 200
    assert proxy.encrypt(elsewhere).error == (404, "KeyNotFoundException")


# What is refused.


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("at", [0, 5, -1])
def test_a_flipped_bit_opens_nothing(proxy: Proxy, key: str, part: str, at: int) -> None:
    sealed = proxy.encrypt(key, additionalAuthenticatedData=text(CONTEXT)).body
    altered = bytearray(base64.b64decode(sealed[part]))
    altered[at] ^= 1
    answer = proxy.decrypt(key, {**sealed, part: text(bytes(altered))}, additionalAuthenticatedData=text(CONTEXT))
    assert answer.error == (400, "InvalidCiphertextException")


def test_a_ciphertext_is_bound_to_its_data_and_key(proxy: Proxy, kms: Any, key: str) -> None:  # noqa: ANN401
    invalid = (400, "InvalidCiphertextException")
    sealed = proxy.encrypt(key, additionalAuthenticatedData=text(CONTEXT)).body
    for data in (None, "", text(CONTEXT[:-1]), text(CONTEXT + b"\0")):
        assert proxy.decrypt(key, sealed, additionalAuthenticatedData=data).error == invalid
    plain = proxy.encrypt(key).body
    moved = proxy.decrypt(key, plain, ciphertextMetadata=None, additionalAuthenticatedData=plain["ciphertextMetadata"])
    assert moved.error == invalid
    other = kms.create_key()["KeyMetadata"]["KeyId"]
    assert proxy.decrypt(other, plain).error == invalid


def test_ciphertexts_of_kms_and_of_the_proxy_are_no_ciphertexts_of_each_other(
    proxy: Proxy,
    kms: Any,  # noqa: ANN401
    key: str,
) -> None:
    blob = kms.encrypt(KeyId=key, Plaintext=PLAINTEXT)["CiphertextBlob"]
    sealed = proxy.encrypt(key).body
    body = text(blob[-len(PLAINTEXT) :])
    assert proxy.decrypt(key, {**sealed, "ciphertext": body}).error == (400, "InvalidCiphertextException")
    with refused("InvalidCiphertextException"):
        kms.decrypt(KeyId=key, CiphertextBlob=b"".join(base64.b64decode(sealed[part]) for part in PARTS))


@pytest.mark.parametrize(
    ("part", "size", "error"),
    [
        ("initializationVector", 11, (400, "InvalidCiphertextException")),
        ("initializationVector", 16, (400, "InvalidCiphertextException")),
        ("initializationVector", 17, (400, "InvalidCiphertextException")),
        ("authenticationTag", 15, (400, "InvalidCiphertextException")),
        ("authenticationTag", 17, (400, "InvalidCiphertextException")),
        ("ciphertextMetadata", 0, (400, "InvalidCiphertextException")),
        ("ciphertextMetadata", 19, (400, "InvalidCiphertextException")),
        ("ciphertextMetadata", 21, (400, "ValidationException")),
        ("ciphertext", 4300, (400, "InvalidCiphertextException")),
        ("ciphertext", 4301, (501, "UnsupportedOperationException")),
        ("additionalAuthenticatedData", 8193, (501, "UnsupportedOperationException")),
    ],
)
def test_parts_of_other_lengths(proxy: Proxy, key: str, part: str, size: int, error: tuple[int, str]) -> None:
    sealed = proxy.encrypt(key).body
    assert proxy.decrypt(key, sealed, **{part: text(b"\1" * size)}).error == error


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"plaintext": None}, (400, "ValidationException")),
        ({"plaintext": "not base64!"}, (400, "ValidationException")),
        ({"plaintext": 7}, (400, "ValidationException")),
        ({"plaintext": text(b"x" * 4301)}, (501, "UnsupportedOperationException")),
        ({"additionalAuthenticatedData": text(b"x" * 8193)}, (501, "UnsupportedOperationException")),
        ({"encryptionAlgorithm": None}, (400, "ValidationException")),
        ({"encryptionAlgorithm": "AES_CBC"}, (400, "ValidationException")),
        ({"ciphertextDataIntegrityValueAlgorithm": "MD5"}, (400, "ValidationException")),
        ({"requestMetadata": None}, (400, "ValidationException")),
        ({"requestMetadata": {}}, (400, "ValidationException")),
        ({"requestMetadata": {**metadata(), "awsPrincipalArn": "x" * 2049}}, (400, "ValidationException")),
    ],
)
def test_requests_of_another_form(proxy: Proxy, key: str, more: Json, error: tuple[int, str]) -> None:
    assert proxy.encrypt(key, **more).error == error


def test_bodies_that_are_no_requests(proxy: Proxy, key: str) -> None:
    for body in (b"", b"[]", b"{", b"\xff", b"null"):
        assert proxy.send(proxy.request(f"/keys/{key}/encrypt", body)).error == (400, "ValidationException")
    assert proxy.call("/health", {}).error == (400, "ValidationException")
    assert proxy.call("/health", {"requestMetadata": {}}).error == (400, "ValidationException")
    # The answer does not wait for the body, and would cut off who still sends it.
    large = proxy.request(f"/keys/{key}/encrypt", b"")
    assert proxy.send(large, announced=300 * 1024).error == (501, "UnsupportedOperationException")


@pytest.mark.parametrize(
    "path",
    ["", "/", "/healthy", "/health/", "/keys", "/keys/KEY", "/keys/KEY/sign", "/keys/KEY/encrypt/", "/keys//encrypt"],
)
def test_paths_that_mean_nothing(proxy: Proxy, key: str, path: str) -> None:
    answer = proxy.call(path.replace("KEY", key), {"requestMetadata": metadata()})
    assert answer.error == (404, "InvalidUriPathException")


@pytest.mark.parametrize("prefix", ["/nowhere", "/mars-north-1", f"/{REGION}/invalid", "//"])
def test_prefixes_that_are_no_region(proxy: Proxy, prefix: str) -> None:
    assert replace(proxy, prefix=prefix).health().error == (404, "InvalidUriPathException")


def test_get_is_not_allowed(proxy: Proxy, key: str) -> None:
    for path in ("/health", f"/keys/{key}/metadata", f"/keys/{key}/encrypt", f"/keys/{key}/decrypt"):
        answer = proxy.send(proxy.request(path, b"", method="GET"))
        assert (answer.status, answer.headers["allow"]) == (405, "POST")


def test_keys_that_are_not_there(proxy: Proxy, lodge: Lodge) -> None:
    foreign = lodge.client("kms", "B/admin").create_key()["KeyMetadata"]["KeyId"]
    for name in (foreign, "non_existing_key", str(uuid.uuid4()), "x" * 128):
        missing = (404, "KeyNotFoundException")
        assert proxy.encrypt(name).error == missing
        assert proxy.decrypt(name, dict.fromkeys(PARTS, text(b"x" * 16))).error == missing
        assert proxy.describe(name).error == missing


def test_keys_that_cannot_be_used(proxy: Proxy, kms: Any, key: str) -> None:  # noqa: ANN401
    sealed = proxy.encrypt(key).body
    kms.disable_key(KeyId=key)
    assert proxy.encrypt(key).error == (400, "InvalidStateException")
    assert proxy.decrypt(key, sealed).error == (400, "InvalidStateException")
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    assert proxy.decrypt(key, sealed).error == (400, "InvalidStateException")
    kms.cancel_key_deletion(KeyId=key)
    kms.enable_key(KeyId=key)
    assert proxy.decrypt(key, sealed).body == {"plaintext": text(PLAINTEXT)}
    for spec, usage in (("RSA_2048", "ENCRYPT_DECRYPT"), ("HMAC_256", "GENERATE_VERIFY_MAC")):
        other = kms.create_key(KeySpec=spec, KeyUsage=usage)["KeyMetadata"]["KeyId"]
        assert proxy.encrypt(other).error == (400, "InvalidKeyUsageException")
        assert proxy.decrypt(other, sealed).error == (400, "InvalidKeyUsageException")


def test_who_may_do_nothing_can_do_nothing(proxy: Proxy, weak: Proxy, key: str) -> None:
    sealed = proxy.encrypt(key).body
    denied = (403, "AccessDeniedException")
    assert weak.encrypt(key).error == denied
    assert weak.decrypt(key, sealed).error == denied
    assert weak.describe(key).error == denied


def test_the_key_policy_decides_also_by_whom_the_other_service_acts_for(
    weak: Proxy,
    kms: Any,  # noqa: ANN401
    key: str,
) -> None:
    policy = json.loads(kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"])
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/weak"},
        "Action": USE,
        "Resource": "*",
        "Condition": {"StringEquals": {"xks:AwsPrincipalArn": ALICE}, "ArnEquals": {"xks:KmsKeyArn": REMOTE_KEY}},
    }
    policy["Statement"].append(statement)
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(policy))
    sealed = weak.encrypt(key)
    assert sealed.status == 200
    assert weak.decrypt(key, sealed.body).status == 200
    assert weak.describe(key).status == 200
    denied = (403, "AccessDeniedException")
    assert weak.encrypt(key, requestMetadata=metadata(awsPrincipalArn=ALICE + "x")).error == denied
    assert weak.encrypt(key, requestMetadata=metadata(kmsKeyArn=REMOTE_KEY[:-1] + "c")).error == denied


# Credentials.


def test_credentials_that_are_wrong(proxy: Proxy, lodge: Lodge, key: str) -> None:
    failed = (401, "AuthenticationFailedException")
    known = proxy.credentials
    for wrong in (
        replace(known, access_key_id="Invalid" + known.access_key_id),
        replace(known, access_key_id="XKS" + "A" * 23),
        replace(known, secret_access_key="Invalid" + known.secret_access_key),
        lodge.credentials("A/aws"),
    ):
        assert replace(proxy, credentials=wrong).encrypt(key).error == failed
        assert replace(proxy, credentials=wrong).health().error == failed
    for service in ("kms", "sts", "execute-api"):
        assert replace(proxy, signed_for=service).encrypt(key).error == failed
    assert replace(proxy, region="mars-north-1").encrypt(key).error == failed


def test_requests_without_a_good_signature(proxy: Proxy) -> None:
    failed = (401, "AuthenticationFailedException")
    body = json.dumps({"requestMetadata": metadata()}).encode()
    unsigned = proxy.request("/health", body)
    del unsigned.headers["Authorization"]
    assert proxy.send(unsigned).error == failed
    altered = proxy.request("/health", body)
    altered.data = body + b" "
    assert proxy.send(altered).error == failed
    assert proxy.send(proxy.request("/health", body, signer=SigV4QueryAuth)).error == failed


def test_old_requests_are_refused(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    for minutes, accepted in ((-6, False), (-4, True), (4, True), (6, False)):
        at = datetime.now(UTC) + timedelta(minutes=minutes)
        monkeypatch.setattr(auth, "get_current_datetime", lambda *_, at=at: at)
        answer = proxy.health()
        assert answer.status == (200 if accepted else 401), (minutes, answer.body)


def test_a_credential_signs_for_nothing_else(proxy: Proxy, lodge: Lodge) -> None:
    for service, call, code in (
        ("kms", "list_keys", "UnrecognizedClientException"),
        ("sts", "get_caller_identity", "InvalidClientTokenId"),
        ("iam", "list_users", "InvalidClientTokenId"),
    ):
        with refused(code):
            getattr(lodge.client(service, proxy.credentials), call)()


def test_credentials_are_administered_over_iam(lodge: Lodge, iam: Any, kms: Any, key: str) -> None:  # noqa: ANN401
    del kms
    name = f"user-{uuid.uuid4()}"
    iam.create_user(UserName=name)
    made = iam.create_service_specific_credential(UserName=name, ServiceName=SERVICE)["ServiceSpecificCredential"]
    number = made["ServiceSpecificCredentialId"]
    proxy = Proxy(lodge, Credentials(made["ServiceUserName"], made["ServicePassword"]))
    assert proxy.health().status == 200
    assert proxy.encrypt(key).error == (403, "AccessDeniedException")

    # A second one beside the first, as for a change of credentials.
    second = Proxy(lodge, credential(iam, name))
    assert (proxy.health().status, second.health().status) == (200, 200)
    with refused("LimitExceeded"):
        credential(iam, name)
    with refused("NotSupportedService"):
        iam.create_service_specific_credential(UserName=name, ServiceName="codecommit.amazonaws.com")

    listed = iam.list_service_specific_credentials(UserName=name)["ServiceSpecificCredentials"]
    assert number in [each["ServiceSpecificCredentialId"] for each in listed]
    assert all("ServicePassword" not in each for each in listed)

    failed = (401, "AuthenticationFailedException")
    iam.update_service_specific_credential(UserName=name, ServiceSpecificCredentialId=number, Status="Inactive")
    assert proxy.health().error == failed
    iam.update_service_specific_credential(UserName=name, ServiceSpecificCredentialId=number, Status="Active")
    assert proxy.health().status == 200
    reset = iam.reset_service_specific_credential(UserName=name, ServiceSpecificCredentialId=number)
    password = reset["ServiceSpecificCredential"]["ServicePassword"]
    assert proxy.health().error == failed
    proxy = replace(proxy, credentials=replace(proxy.credentials, secret_access_key=password))
    assert proxy.health().status == 200
    with refused("DeleteConflict"):
        iam.delete_user(UserName=name)
    for each in listed:
        identifier = each["ServiceSpecificCredentialId"]
        iam.delete_service_specific_credential(UserName=name, ServiceSpecificCredentialId=identifier)
    assert proxy.health().error == failed
    iam.delete_user(UserName=name)


# The record.


def test_the_trail_says_for_whom_and_keeps_the_secret(proxy: Proxy, weak: Proxy, lodge: Lodge, key: str) -> None:
    known = metadata("GenerateDataKey", kmsViaService="ebs")
    secret = b"a plaintext that nobody may find: 0a7be1"
    sealed = proxy.encrypt(key, requestMetadata=known, plaintext=text(secret)).body
    assert proxy.decrypt(key, sealed).status == 200
    assert proxy.describe(key).status == 200
    assert weak.encrypt(key).status == 403
    proxy.health()
    trail = lodge.client("cloudtrail", "A/admin")

    def records(name: str) -> list[Json]:
        found = trail.lookup_events(LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": name}])
        texts = [event["CloudTrailEvent"] for event in found["Events"]]
        assert not any(part in each for each in texts for part in (secret.decode(), text(secret)))
        of_proxy = [each for each in map(json.loads, texts) if each["eventSource"] == SERVICE]
        about = None if name == "GetHealthStatus" else key
        return [each for each in of_proxy if (each["requestParameters"] or {}).get("externalKeyId") == about]

    wait_for(lambda: len(records("Encrypt")) == 2, 10, "the records of Encrypt")
    denied, done = records("Encrypt")
    assert done["requestParameters"]["requestMetadata"] == known
    assert done["userIdentity"]["arn"] == f"arn:aws:iam::{ACCOUNT}:user/aws"
    assert done["userIdentity"]["accessKeyId"] == proxy.credentials.access_key_id
    assert done["resources"][0]["ARN"] == f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{key}"
    assert denied["errorCode"] == "AccessDeniedException"
    for name in ("Decrypt", "GetKeyMetadata", "GetHealthStatus"):
        assert records(name), name


# curl.


def test_curl(proxy: Proxy, lodge: Lodge, key: str) -> None:
    def curl(path: str, body: Json) -> Json:
        credentials = proxy.credentials
        command = ["curl", "--silent", "--show-error", "--cacert", str(lodge.ca), "--noproxy", "*"]
        command += ["--aws-sigv4", f"aws:amz:{REGION}:{SIGNED_FOR}"]
        command += ["--user", f"{credentials.access_key_id}:{credentials.secret_access_key}"]
        command += ["--header", "Content-Type:application/json", "--data-binary", json.dumps(body)]
        command.append(f"{lodge.endpoint}/kms/xks/v1{path}")
        return json.loads(subprocess.run(command, check=True, capture_output=True, timeout=30).stdout)

    health = curl("/health", {"requestMetadata": {"kmsOperation": "KmsHealthCheck", "kmsRequestId": "1"}})
    assert health["ekmFleetDetails"][0]["healthStatus"] == "ACTIVE"
    body = {"requestMetadata": metadata(), "plaintext": text(PLAINTEXT), "encryptionAlgorithm": "AES_GCM"}
    sealed = curl(f"/keys/{key}/encrypt", body)
    parts = {name: sealed[name] for name in PARTS}
    body = {"requestMetadata": metadata("Decrypt"), "encryptionAlgorithm": "AES_GCM", **parts}
    assert curl(f"/keys/{key}/decrypt", body) == {"plaintext": text(PLAINTEXT)}
    assert curl(f"/keys/{key}/metadata", {"requestMetadata": metadata()})["keyStatus"] == "ENABLED"
