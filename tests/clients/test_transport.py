"""TLS, and HTTP as no SDK would send it: every answer has AWS's form, and the server answers afterwards."""

import json
import random
import socket
import ssl
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit
from xml.etree import ElementTree

import botocore.auth
import pytest
import urllib3
from botocore.compat import get_current_datetime
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from lodge import AwsCliError, Credentials, Lodge, refused
from wire import FORM, JSON, Answer, Wire, kms_request, request, signed, trusting, wire

#: The body limit, with room for what the protocol adds.
MEBIBYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def _still_answers(lodge: Lodge) -> Iterator[None]:
    """After each test the server serves as before, and has not begun anew."""
    pid = lodge.pid
    yield
    assert lodge.running
    assert lodge.pid == pid
    assert lodge.client("sts", "A/admin").get_caller_identity()["Account"] == "111122223333"
    assert "panicked" not in lodge.output()


@pytest.fixture
def connection(lodge: Lodge) -> Iterator[Wire]:
    with wire(lodge) as connection:
        yield connection


# TLS.


def test_the_certificate_is_the_authoritys_and_has_the_servers_names(lodge: Lodge) -> None:
    port = urlsplit(lodge.endpoint).port
    context = trusting(lodge)
    for name in ("localhost", "127.0.0.1", "::1"):
        with (
            socket.create_connection(("127.0.0.1", port), 10) as plain,
            context.wrap_socket(plain, server_hostname=name) as tls,
        ):
            assert tls.version() == "TLSv1.3"
            der = tls.getpeercert(binary_form=True)
    with (
        socket.create_connection(("127.0.0.1", port), 10) as plain,
        pytest.raises(ssl.SSLCertVerificationError, match=r"doesn't match|not valid for"),
    ):
        context.wrap_socket(plain, server_hostname="kms.us-east-1.amazonaws.com")
    with (
        socket.create_connection(("127.0.0.1", port), 10) as plain,
        pytest.raises(ssl.SSLCertVerificationError, match="certificate verify failed"),
    ):
        ssl.create_default_context().wrap_socket(plain, server_hostname="localhost")

    assert der is not None
    certificate = x509.load_der_x509_certificate(der)
    assert lodge.ca is not None
    authority = x509.load_pem_x509_certificate(lodge.ca.read_bytes())
    certificate.verify_directly_issued_by(authority)
    assert authority.extensions.get_extension_for_class(x509.BasicConstraints).value.ca is True
    basic = [it.value for it in certificate.extensions if isinstance(it.value, x509.BasicConstraints)]
    assert all(not it.ca for it in basic)
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usage) == [ExtendedKeyUsageOID.SERVER_AUTH]
    # What browsers and Apple's platforms accept.
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc <= timedelta(days=398)


def test_names_that_were_asked_for_are_in_the_certificate(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(arguments=("--host", "lodge.example", "--host", "10.0.0.7"))
    context = trusting(lodge)
    port = urlsplit(lodge.endpoint).port
    for name in ("lodge.example", "kms.lodge.example", "sts.us-east-1.lodge.example", "10.0.0.7", "localhost"):
        with socket.create_connection(("127.0.0.1", port), 10) as plain:
            context.wrap_socket(plain, server_hostname=name).close()
    first = lodge.ca
    assert first is not None
    authority = first.read_bytes()
    lodge.restart()
    assert first.read_bytes() == authority
    assert lodge.client("sts", "A/admin").get_caller_identity()["Account"] == "111122223333"


def test_old_tls_is_refused(lodge: Lodge) -> None:
    context = trusting(lodge)
    # Making such a context warns, and rightly so.
    with warnings.catch_warnings(action="ignore"):
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    url = urlsplit(lodge.endpoint)
    with socket.create_connection((url.hostname, url.port), 10) as plain, pytest.raises(ssl.SSLError):
        context.wrap_socket(plain, server_hostname=url.hostname)


def test_private_keys_are_not_readable_on_disk(lodge: Lodge) -> None:
    for file in (lodge.data / "tls").iterdir():
        assert b"PRIVATE KEY" not in file.read_bytes()


def test_plain_http_to_the_tls_port_gets_no_answer(lodge: Lodge) -> None:
    url = urlsplit(lodge.endpoint)
    with socket.create_connection((url.hostname, url.port), 10) as plain:
        plain.sendall(kms_request(lodge, "A/admin", "ListKeys"))
        received = read_all(plain)
    # A TLS alert at most.
    assert not received.startswith(b"HTTP/")
    assert b"Keys" not in received


def test_plain_http_is_served_on_loopback_only(
    make_lodge: Callable[..., Lodge], lodge_binary: Path, tmp_path: Path
) -> None:
    plain = make_lodge(http=True)
    assert plain.endpoint.startswith("http://127.0.0.1:")
    assert plain.client("kms", "A/admin").list_keys()["Keys"] == []
    for address in ("0.0.0.0:0", "[::]:0"):
        result = plain.run("up", "--http", "--listen", address, "--data", str(tmp_path / "data"), check=False)
        assert result.returncode == 1
        assert "loopback" in result.stderr
    assert not (tmp_path / "data").exists()


# Requests that are not what they should be.


def test_a_signed_request_by_hand_works(lodge: Lodge, connection: Wire) -> None:
    """The equipment of this file: what follows fails for its own reasons."""
    answer = connection.exchange(kms_request(lodge, "A/admin", "ListKeys"))
    assert answer.status == 200, answer
    assert answer.headers["content-type"] == JSON
    assert "Keys" in json.loads(answer.body)
    body = b"Action=GetCallerIdentity&Version=2011-06-15"
    answer = connection.exchange(request(signed(lodge, "A/admin", "sts", body), body))
    assert answer.status == 200, answer
    assert b"<Arn>arn:aws:iam::111122223333:user/admin</Arn>" in answer.body


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"{}{}",
        b'{"Limit":1',
        b'{"Limit":"one"}',
        b'{"Limit":99999999999999999999}',
        b'{"Limit":[1]}',
        b'{"Marker":7}',
        b'{"Limit":1,"Limit":2}',
        b'{"Marker":"\xff\xfe"}',
        b'{"Marker":"\\ud800"}',
        b"\x00" * 100,
        b"[" * 100_000,
        b'{"a":' * 20_000,
        b"\xef\xbb\xbf{}",
    ],
    ids=lambda body: repr(body[:24]),
)
def test_a_body_that_is_not_the_operations_json(lodge: Lodge, connection: Wire, body: bytes) -> None:
    answer = connection.exchange(kms_request(lodge, "A/admin", "ListKeys", body))
    assert (answer.status, code(answer)) == (400, "SerializationException"), answer
    # The connection goes on.
    assert connection.exchange(kms_request(lodge, "A/admin", "ListKeys")).status == 200


@pytest.mark.parametrize(
    ("operation", "body", "message"),
    [
        (
            "ListKeys",
            b'{"Limit":0}',
            "'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
        ),
        ("ListKeys", b'{"Limit":1001}', "less than or equal to 1000"),
        ("DescribeKey", b"{}", "'keyId' failed to satisfy constraint: Member must not be null"),
        ("DescribeKey", b'{"KeyId":""}', "length greater than or equal to 1"),
        ("DescribeKey", b'{"KeyId":"' + b"k" * 2049 + b'"}', "length less than or equal to 2048"),
        ("Encrypt", b'{"KeyId":"alias/a","Plaintext":""}', "length greater than or equal to 1"),
        ("CreateAlias", b'{"AliasName":"alias/a b","TargetKeyId":"k"}', "regular expression pattern"),
        ("CreateKey", b'{"KeySpec":"ROT13"}', "enum value set"),
    ],
    ids=lambda it: it if isinstance(it, str) and it.isalpha() else "",
)
def test_values_that_break_constraints(
    lodge: Lodge, connection: Wire, operation: str, body: bytes, message: str
) -> None:
    answer = connection.exchange(kms_request(lodge, "A/admin", operation, body))
    assert (answer.status, code(answer)) == (400, "ValidationException"), answer
    told = text(answer)
    assert told.startswith("1 validation error detected: Value "), told
    assert message in told


def test_members_that_nobody_knows_are_ignored(lodge: Lodge, connection: Wire) -> None:
    answer = connection.exchange(
        kms_request(lodge, "A/admin", "ListKeys", b'{"Limit":1,"New":{"a":[1,2,{}]},"x":null,"Marker":null}')
    )
    assert answer.status == 200, answer


def test_forms_that_are_not_the_operations(lodge: Lodge, connection: Wire) -> None:
    version = b"&Version=2011-06-15"
    for body, expected in {
        b"Action=AssumeRole&RoleArn=%zz" + version: {"MalformedQueryString"},
        b"Action=AssumeRole&RoleArn=%ff" + version: {"MalformedQueryString", "MalformedInput"},
        b"Action=AssumeRole&RoleArn=a&RoleArn=b" + version: {"MalformedQueryString", "MalformedInput"},
        b"Action=AssumeRole" + version: {"ValidationError"},
        b"Action=AssumeRole&RoleArn=x&RoleSessionName=s" + version: {"ValidationError"},
        b"Action=AssumeRole&DurationSeconds=soon&RoleArn=" + b"x" * 20 + b"&RoleSessionName=ss" + version: {
            "MalformedInput"
        },
        b"Action=NoSuchThing" + version: {"InvalidAction"},
        b"Version=2011-06-15": {"MissingAction", "UnknownOperationException"},
        b"\x00\xff\xfe": {"MalformedQueryString", "MissingAction", "UnknownOperationException"},
    }.items():
        answer = connection.exchange(request(signed(lodge, "A/admin", "sts", body), body))
        assert 400 <= answer.status < 500, (body, answer)
        assert code(answer) in expected, (body, answer)


def test_operations_and_services_that_nobody_knows(lodge: Lodge, connection: Wire) -> None:
    for service, target in [
        ("kms", "TrentService.NoSuchThing"),
        ("kms", "TrentService."),
        ("kms", "NoSuchService.ListKeys"),
        ("kms", "ListKeys"),
        ("kms", "TrentService.ListKeys.ListKeys"),
        ("s3", "AmazonS3.ListBuckets"),
    ]:
        answer = connection.exchange(request(signed(lodge, "A/admin", service, b"{}", target=target), b"{}"))
        assert (answer.status, code(answer)) == (400, "UnknownOperationException"), (target, answer)
    body = b"Action=ListBuckets&Version=2006-03-01"
    answer = connection.exchange(request(signed(lodge, "A/admin", "s3", body), body))
    assert 400 <= answer.status < 500
    assert code(answer) in {"UnknownOperationException", "InvalidAction", "SignatureDoesNotMatch"}, answer


def test_an_operation_that_is_not_served_says_so(lodge: Lodge) -> None:
    """In the protocol of its service, as clients show it."""
    for service, name, version, code in [
        ("iam", "list_delegation_requests", "2010-05-08", "InvalidAction"),
        ("organizations", "list_delegated_administrators", "2016-11-28", "UnknownOperationException"),
    ]:
        with refused(code, f"for version {version}: Lodge does not serve it."):
            getattr(lodge.client(service, "A/admin"), name)()
    with pytest.raises(AwsCliError, match=r"ListDelegatedAdministrators.*: Could not find operation ListDelegated"):
        lodge.aws("A/admin", "organizations", "list-delegated-administrators")


def test_a_request_without_a_signature(lodge: Lodge, connection: Wire) -> None:
    host = {"Host": urlsplit(lodge.endpoint).netloc}
    kms = host | {"Content-Type": JSON, "X-Amz-Target": "TrentService.ListKeys"}
    answer = connection.exchange(request(kms, b"{}"))
    assert (answer.status, code(answer)) == (400, "MissingAuthenticationTokenException"), answer
    answer = connection.exchange(request(kms | {"Authorization": "Basic YTpi"}, b"{}"))
    assert answer.status == 400
    assert code(answer) in {"MissingAuthenticationTokenException", "IncompleteSignatureException"}, answer
    body = b"Action=GetCallerIdentity&Version=2011-06-15"
    answer = connection.exchange(request(host | {"Content-Type": FORM}, body))
    assert (answer.status, code(answer)) == (403, "MissingAuthenticationToken"), answer
    for line in ("GET / HTTP/1.1", "GET /no/such/path HTTP/1.1", "DELETE / HTTP/1.1", "PUT /a?b=c HTTP/1.1"):
        answer = connection.exchange(request(host, b"", line=line), method=line.split()[0])
        assert (answer.status, code(answer)) == (403, "MissingAuthenticationToken"), (line, answer)


def test_signatures_that_do_not_hold(lodge: Lodge, connection: Wire) -> None:
    target = "TrentService.ListKeys"
    good = signed(lodge, "A/admin", "kms", b"{}", target=target)

    def altered(**headers: str) -> bytes:
        return request(good | {name.replace("_", "-"): value for name, value in headers.items()}, b"{}")

    authorization = good["Authorization"]
    last = "0" if authorization[-1] != "0" else "1"
    wrong_secret = Credentials(lodge.credentials("A/admin").access_key_id, "x" * 40)
    nobody = Credentials("AKIAAAAAAAAAAAAAAAAA", "x" * 40)
    cases: dict[str, tuple[bytes, set[str]]] = {
        "another signature": (altered(Authorization=authorization[:-1] + last), {"InvalidSignatureException"}),
        "no signature": (
            altered(Authorization=authorization.partition(", Signature")[0]),
            {"IncompleteSignatureException"},
        ),
        "a short signature": (
            altered(Authorization=authorization[:-8]),
            {"InvalidSignatureException", "IncompleteSignatureException"},
        ),
        "another body": (request(good, b'{"Limit":1}'), {"InvalidSignatureException"}),
        "another operation": (altered(X_Amz_Target="TrentService.ListAliases"), {"InvalidSignatureException"}),
        "another host": (altered(Host="lodge.example"), {"InvalidSignatureException"}),
        "another path": (request(good, b"{}", line="POST /other HTTP/1.1"), {"InvalidSignatureException"}),
        "another query": (request(good, b"{}", line="POST /?a=b HTTP/1.1"), {"InvalidSignatureException"}),
        "an unsigned header": (altered(X_Amz_Meta="1"), {"InvalidSignatureException", "IncompleteSignatureException"}),
        "another secret": (
            request(signed(lodge, wrong_secret, "kms", b"{}", target=target), b"{}"),
            {"InvalidSignatureException"},
        ),
        "an unknown key": (
            request(signed(lodge, nobody, "kms", b"{}", target=target), b"{}"),
            {"UnrecognizedClientException"},
        ),
        "another service": (
            request(signed(lodge, "A/admin", "sts", b"{}", target=target), b"{}"),
            {"InvalidSignatureException"},
        ),
        "not a region": (
            request(signed(lodge, "A/admin", "kms", b"{}", target=target, region="nowhere at all"), b"{}"),
            {"InvalidSignatureException", "IncompleteSignatureException"},
        ),
        "another algorithm": (
            altered(Authorization=authorization.replace("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1")),
            {"IncompleteSignatureException", "MissingAuthenticationTokenException"},
        ),
        "a credential of three parts": (
            altered(Authorization=authorization.replace("/us-east-1/kms", "")),
            {"IncompleteSignatureException"},
        ),
        "a date that is none": (altered(X_Amz_Date="yesterday"), {"IncompleteSignatureException"}),
        "an authorization that is nothing": (
            altered(Authorization="AWS4-HMAC-SHA256 " + "=," * 1000),
            {"IncompleteSignatureException"},
        ),
    }
    for what, (data, expected) in cases.items():
        answer = connection.exchange(data)
        assert answer.status == 400, (what, answer)
        assert code(answer) in expected, (what, answer)
    assert connection.exchange(request(good, b"{}")).status == 200


@pytest.mark.parametrize("minutes", [-16, 16])
def test_a_signature_of_another_time(
    lodge: Lodge, connection: Wire, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    def moved(remove_tzinfo: bool = True) -> object:
        return get_current_datetime(remove_tzinfo) + timedelta(minutes=minutes)

    monkeypatch.setattr(botocore.auth, "get_current_datetime", moved)
    answer = connection.exchange(kms_request(lodge, "A/admin", "ListKeys"))
    assert (answer.status, code(answer)) == (400, "InvalidSignatureException"), answer
    assert ("Signature expired" if minutes < 0 else "Signature not yet current") in text(answer)
    body = b"Action=GetCallerIdentity&Version=2011-06-15"
    answer = connection.exchange(request(signed(lodge, "A/admin", "sts", body), body))
    assert (answer.status, code(answer)) == (403, "SignatureDoesNotMatch"), answer


HOSTILE_POLICIES = {
    "nothing": "{}",
    "not JSON": "Allow",
    "a list": "[]",
    "null": "null",
    "deep lists": '{"Version":"2012-10-17","Statement":' + "[" * 5000 + "]" * 5000 + "}",
    "deep objects": '{"Statement":' * 2000 + "1" + "}" * 2000,
    "no statements": '{"Version":"2012-10-17","Statement":[]}',
    "another version": '{"Version":"2030-01-01","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    "another effect": '{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}',
    "two effects": '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}',
    "no action": '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*"}]}',
    "an unknown element": '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Unless":{}}]}',
    "an unknown operator": '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringIs":{"a":"b"}}}]}',
    "a number for text": '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":7,"Resource":"*"}]}',
    "an address that is none": '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"::/999"}}}]}',
    "text behind it": '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]} {}',
}


@pytest.mark.parametrize("what", HOSTILE_POLICIES)
def test_hostile_policy_documents_are_refused_everywhere(lodge: Lodge, what: str) -> None:
    policy = HOSTILE_POLICIES[what]
    kms, iam, sts = (lodge.client(service, "A/admin") for service in ("kms", "iam", "sts"))
    with refused("MalformedPolicyDocumentException"):
        kms.create_key(Policy=policy)
    with refused("MalformedPolicyDocument"):
        iam.put_user_policy(UserName="admin", PolicyName="hostile", PolicyDocument=policy)
    with refused("MalformedPolicyDocument"):
        iam.create_role(RoleName="Hostile", AssumeRolePolicyDocument=policy)
    if len(policy) <= 2048:
        with refused("MalformedPolicyDocument"):
            sts.assume_role(RoleArn="arn:aws:iam::111122223333:role/Hostile", RoleSessionName="hostile", Policy=policy)
    assert iam.list_user_policies(UserName="admin")["PolicyNames"] == ["administrator"]


# Sizes and times.


def test_a_body_that_is_too_large(lodge: Lodge) -> None:
    body = b'{"Marker":"' + b"x" * MEBIBYTE + b'"}'
    whole = kms_request(lodge, "A/admin", "ListKeys", body)
    head = whole.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    # Announced: refused without waiting for it.
    with wire(lodge) as connection:
        answer = connection.exchange(head)
        assert (answer.status, code(answer)) == (413, "RequestEntityTooLarge"), answer
    # Not announced: refused on the way. The server may close before it has read all.
    chunked = head.replace(b"Content-Length: %d" % len(body), b"Transfer-Encoding: chunked")
    with wire(lodge) as connection:
        try:
            connection.send(chunked)
            for _ in range(20):
                connection.send(b"%x\r\n" % 65536 + b"x" * 65536 + b"\r\n")
        except OSError:
            pass
        answer = connection.read()
        assert (answer.status, code(answer)) == (413, "RequestEntityTooLarge"), answer


def test_a_body_of_exactly_what_an_operation_takes(lodge: Lodge, connection: Wire) -> None:
    kms = lodge.client("kms", "A/admin")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    blob = kms.encrypt(KeyId=key, Plaintext=b"x" * 4096)["CiphertextBlob"]
    assert kms.decrypt(CiphertextBlob=blob)["Plaintext"] == b"x" * 4096


def test_headers_that_are_too_large_or_too_many(lodge: Lodge) -> None:
    host = urlsplit(lodge.endpoint).netloc
    for more in ({"X-Large": "x" * MEBIBYTE}, {f"X-Many-{number}": "x" for number in range(5000)}):
        with wire(lodge) as connection:
            try:
                connection.send(request({"Host": host} | more, b"{}"))
                answer = connection.read()
            except (OSError, EOFError):
                # Closed before all was sent.
                continue
            assert answer.status in (400, 431), answer
    with wire(lodge) as connection:
        try:
            connection.send(b"GET /" + b"a" * MEBIBYTE + b" HTTP/1.1\r\nHost: " + host.encode() + b"\r\n\r\n")
            assert connection.read("GET").status in (400, 414, 431)
        except (OSError, EOFError):
            pass


def test_slow_callers_are_cut_off_and_hold_nobody_up(lodge: Lodge) -> None:
    url = urlsplit(lodge.endpoint)
    whole = kms_request(lodge, "A/admin", "ListKeys")
    with socket.create_connection((url.hostname, url.port), 40) as silent, wire(lodge) as head, wire(lodge) as body:
        head.send(whole[:60])
        body.send(whole[:-1])
        began = time.monotonic()
        # Others are served meanwhile.
        for _ in range(5):
            lodge.client("kms", "A/admin").list_keys()
        assert time.monotonic() - began < 8
        for connection in (head, body):
            connection.socket.settimeout(40)
        assert read_all(silent) == b""
        without_head = read_all(head.socket)
        without_body = read_all(body.socket)
        took = time.monotonic() - began
    assert took < 35, took
    assert without_head == b"" or without_head.startswith(b"HTTP/1.1 408")
    assert without_body.startswith(b"HTTP/1.1 408"), without_body
    assert b"RequestTimeout" in without_body


def test_a_caller_that_hangs_up_amid_its_request(lodge: Lodge) -> None:
    whole = kms_request(lodge, "A/admin", "CreateKey", b'{"Description":"hung up"}')
    for length in (1, 20, len(whole) // 2, len(whole) - 1, len(whole)):
        with wire(lodge) as connection:
            connection.send(whole[:length])


# HTTP itself.


def test_http_1_0(lodge: Lodge) -> None:
    headers = signed(lodge, "A/admin", "kms", b"{}", target="TrentService.ListKeys")
    with wire(lodge) as connection:
        answer = connection.exchange(request(headers, b"{}", line="POST / HTTP/1.0"))
        assert answer.status == 200, answer
        assert connection.ended()


def test_chunked_bodies(lodge: Lodge, connection: Wire) -> None:
    body = b'{"Limit":1}'
    headers = signed(lodge, "A/admin", "kms", body, target="TrentService.ListKeys") | {"Transfer-Encoding": "chunked"}
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"
    answer = connection.exchange(request(headers, b"", length=False) + chunks)
    assert answer.status == 200, answer
    assert connection.exchange(kms_request(lodge, "A/admin", "ListKeys")).status == 200


def test_a_body_with_two_lengths_is_refused(lodge: Lodge) -> None:
    """Two readers of such a request could disagree about where the next one begins."""
    headers = signed(lodge, "A/admin", "kms", b"{}", target="TrentService.ListKeys")
    smuggled = kms_request(lodge, "A/admin", "CreateKey")
    before = len(lodge.client("kms", "A/admin").list_keys()["Keys"])
    for lengths in (
        ["Content-Length: 2", f"Content-Length: {len(smuggled)}"],
        ["Content-Length: 2, 3"],
        ["Content-Length: -2"],
        ["Content-Length: +2"],
        ["Content-Length: 0x2"],
        ["Transfer-Encoding: chunked, identity"],
        ["Transfer-Encoding: gzip"],
    ):
        with wire(lodge) as connection:
            head = request(headers, b"", length=False).removesuffix(b"\r\n\r\n")
            try:
                answer = connection.exchange(
                    head + b"".join(b"\r\n" + line.encode() for line in lengths) + b"\r\n\r\n{}"
                )
            except (OSError, EOFError):
                continue
            assert answer.status in (400, 411, 501), (lengths, answer)
    assert len(lodge.client("kms", "A/admin").list_keys()["Keys"]) == before


def test_pipelined_requests(lodge: Lodge, connection: Wire) -> None:
    operations = ["ListKeys", "ListAliases", "NoSuchThing", "ListKeys"]
    connection.send(b"".join(kms_request(lodge, "A/admin", operation) for operation in operations))
    answers = [connection.read() for _ in operations]
    assert [answer.status for answer in answers] == [200, 200, 400, 200]
    assert "Aliases" in json.loads(answers[1].body)
    assert len({answer.headers["x-amzn-requestid"] for answer in answers}) == len(answers)


@pytest.mark.parametrize("seed", range(4))
def test_garbage(lodge: Lodge, seed: int) -> None:
    generator = random.Random(seed)
    whole = kms_request(lodge, "A/admin", "ListKeys")
    for _ in range(15):
        bent = bytearray(whole)
        for _ in range(generator.randint(1, 12)):
            bent[generator.randrange(len(bent))] = generator.randrange(256)
        for data in (generator.randbytes(generator.randint(1, 3000)), bytes(bent)):
            with wire(lodge) as connection:
                connection.socket.settimeout(30)
                try:
                    connection.send(data + b"\r\n\r\n")
                    connection.socket.shutdown(socket.SHUT_WR)
                    answer = connection.read()
                except (OSError, EOFError, UnicodeDecodeError):
                    continue
                assert answer.status < 500, (data, answer)


# Presigned.


def test_a_presigned_get_works_without_any_header_of_aws(lodge: Lodge) -> None:
    """How other programs prove to a third party who they are."""
    sts = lodge.client("sts", "A/admin")
    url = sts.generate_presigned_url("get_caller_identity", HttpMethod="GET", ExpiresIn=60)
    with urllib3.PoolManager(ca_certs=str(lodge.ca)) as pool:

        def get(url: str, method: str = "GET") -> Answer:
            response = pool.request(method, url, retries=False)
            return Answer(response.status, dict(response.headers), response.data)

        answer = get(url)
        assert answer.status == 200, answer
        assert b"<Arn>arn:aws:iam::111122223333:user/admin</Arn>" in answer.body

        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))

        def altered(**changes: str | None) -> str:
            new = {
                name: value
                for name, value in (query | {k.replace("_", "-"): v for k, v in changes.items()}).items()
                if value is not None
            }
            return parts._replace(query=urlencode(new)).geturl()

        assert get(altered()).status == 200
        for what, wrong, expected in [
            ("another action", altered(Action="GetSessionToken"), {"SignatureDoesNotMatch", "InvalidAction"}),
            ("a longer life", altered(X_Amz_Expires="600"), {"SignatureDoesNotMatch"}),
            (
                "a life without end",
                altered(X_Amz_Expires="99999999"),
                {"IncompleteSignature", "SignatureDoesNotMatch", "AuthorizationQueryParametersError"},
            ),
            ("no signature", altered(X_Amz_Signature=None), {"IncompleteSignature"}),
            ("another date", altered(X_Amz_Date="20200101T000000Z"), {"SignatureDoesNotMatch"}),
            (
                "another key",
                altered(X_Amz_Credential=query["X-Amz-Credential"].replace("AKIA", "AKIB", 1)),
                {"InvalidClientTokenId"},
            ),
        ]:
            answer = get(wrong)
            assert 400 <= answer.status <= 403, (what, answer)
            assert code(answer) in expected, (what, answer)
        assert code(get(url, "POST")) == "SignatureDoesNotMatch"


def test_the_health_check_needs_no_signature(lodge: Lodge, connection: Wire) -> None:
    answer = connection.exchange(request({"Host": "localhost"}, b"", line="GET /healthz HTTP/1.1"), "GET")
    assert (answer.status, answer.body) == (200, b"ok\n")


# Equipment.


def code(answer: Answer) -> str:
    """The error code, wherever the protocol puts it. Every answer has a request id."""
    assert answer.headers.get("x-amzn-requestid") or answer.headers.get("x-amzn-RequestId"), answer
    if answer.body.lstrip().startswith(b"<"):
        root = ElementTree.fromstring(answer.body)
        found = root.find(".//{*}Code")
        assert found is not None, answer
        assert root.find(".//{*}RequestId") is not None, answer
        return found.text or ""
    return json.loads(answer.body)["__type"].rpartition("#")[2]


def text(answer: Answer) -> str:
    """The error message of an awsJson answer."""
    body = json.loads(answer.body)
    return body.get("message") or body.get("Message")


def read_all(connection: socket.socket) -> bytes:
    """What comes until the server closes."""
    received = b""
    try:
        while more := connection.recv(65536):
            received += more
    except ConnectionResetError:
        pass
    return received
