"""Attacks on KMS: attestation documents, imported material, multi-Region keys, and XKS proxies on both sides."""

import json
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError, ClientError
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from liar import OK, Liar, answer, once
from test_custom_key_stores import connect, create, key_on
from test_xks_proxy import ACCOUNT, USE, Answer, Proxy, credential

from bootstrap import account, administrator, user, world
from lodge import REGION, Lodge, refused, wait_for
from nitro import Enclave, Platform, recipient
from operations import allowing
from wire import wire

FAR = "eu-west-1"
FARTHER = "ap-southeast-2"
REGIONS = [REGION, FAR, FARTHER]


# Attestation documents.


def maze(count: int) -> dict[str, Any]:
    """Fields of a document: so many authorities, all of one name and each good for issuing every other, and a signer below."""
    names = {name: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]) for name in ("maze", "signer")}
    issuer = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)

    def certificate(name: str, key: ec.EllipticCurvePrivateKey) -> bytes:
        is_authority = name == "maze"
        usage = x509.KeyUsage(
            digital_signature=not is_authority,
            key_cert_sign=is_authority,
            content_commitment=False,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            crl_sign=False,
            encipher_only=False,
            decipher_only=False,
        )
        made = (
            x509.CertificateBuilder()
            .issuer_name(names["maze"])
            .subject_name(names[name])
            .public_key(key.public_key())
            .serial_number(1)
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(hours=1))
            .add_extension(x509.BasicConstraints(is_authority, None), True)
            .add_extension(usage, True)
            .sign(issuer, hashes.SHA256())
        )
        return made.public_bytes(serialization.Encoding.DER)

    authorities = [certificate("maze", ec.generate_private_key(ec.SECP256R1())) for _ in range(count)]
    return {"cabundle": authorities, "certificate": certificate("signer", ec.generate_private_key(ec.SECP384R1()))}


def test_who_may_do_nothing_cannot_keep_the_server_busy_with_certificates(
    make_lodge: Callable[..., Lodge], tmp_path: Path
) -> None:
    platform = Platform()
    root = platform.write_root(tmp_path / "root.pem")
    users = [administrator(), user("nobody")]
    lodge = make_lodge(world(account(ACCOUNT, "A", users=users)), arguments=("--attestation-root", str(root)))
    kms, enclave = lodge.client("kms", "A/nobody"), Enclave(platform, tmp_path)
    root_certificate = x509.load_pem_x509_certificate(root.read_bytes()).public_bytes(serialization.Encoding.DER)
    mazes = []
    for count in (6, 20, 30):
        fields = maze(count)
        fields["cabundle"] = [root_certificate, *fields["cabundle"]]
        mazes.append(recipient(platform.document(enclave.public_key, **fields)))
    began = time.monotonic()
    for given in mazes:
        with refused("ValidationException", "is not acceptable"):
            kms.generate_random(NumberOfBytes=8, Recipient=given)
    # They took 7 seconds each.
    assert time.monotonic() - began < 5
    with refused("AccessDeniedException"):
        kms.generate_random(NumberOfBytes=8, Recipient=enclave.recipient())


# Multi-Region keys.


def test_related_keys_agree_after_a_storm_and_a_crash(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge()
    keys = [lodge.client("kms", "A/admin").create_key(MultiRegion=True)["KeyMetadata"]["KeyId"] for _ in range(2)]
    for seed in range(2):
        with ThreadPoolExecutor(6) as threads:
            storm = [threads.submit(_storm, lodge, keys, random.Random(6 * seed + each)) for each in range(6)]
            if seed == 1:
                time.sleep(1.5)
                lodge.kill()
            assert set().union(*(each.result() for each in storm)) == {400}
        if not lodge.running:
            lodge.start()
        for key in keys:
            _agree(lodge, key)


def _storm(lodge: Lodge, keys: list[str], chance: random.Random) -> set[int]:
    """Changes keys in all Regions for some seconds; gives the statuses of errors."""
    statuses: set[int] = set()
    clients = {region: lodge.client("kms", "A/admin", region=region) for region in REGIONS}
    end = time.monotonic() + 3
    more: dict[str, dict[str, Any]] = {
        "update_primary_region": {"PrimaryRegion": ""},
        "replicate_key": {"ReplicaRegion": ""},
        "rotate_key_on_demand": {},
        "enable_key_rotation": {},
        "disable_key_rotation": {},
        "schedule_key_deletion": {"PendingWindowInDays": 7},
        "cancel_key_deletion": {},
        "enable_key": {},
    }
    try:
        while time.monotonic() < end:
            operation = chance.choice(list(more))
            given = {name: value or chance.choice(REGIONS) for name, value in more[operation].items()}
            try:
                getattr(clients[chance.choice(REGIONS)], operation)(KeyId=chance.choice(keys), **given)
            except ClientError as error:
                statuses.add(error.response["ResponseMetadata"]["HTTPStatusCode"])
    except BotoCoreError:
        # Killed.
        pass
    finally:
        for client in clients.values():
            client.close()
    return statuses


def _agree(lodge: Lodge, key: str) -> None:
    found, rotations = {}, set()
    clients = {region: lodge.client("kms", "A/admin", region=region) for region in REGIONS}
    for region, kms in clients.items():
        try:
            found[region] = kms.describe_key(KeyId=key)["KeyMetadata"]
        except kms.exceptions.NotFoundException:
            continue
        listed = kms.list_key_rotations(KeyId=key, IncludeKeyMaterial="ALL_KEY_MATERIAL")["Rotations"]
        rotations.add(tuple(material["KeyMaterialId"] for material in listed))
    assert len(rotations) == 1
    relations = [metadata["MultiRegionConfiguration"] for metadata in found.values()]
    regions = {relation["PrimaryKey"]["Region"] for relation in relations}
    [primary] = regions
    for region, relation in zip(found, relations, strict=True):
        assert {primary, *(replica["Region"] for replica in relation["ReplicaKeys"])} == set(found)
        assert (relation["MultiRegionKeyType"] == "PRIMARY") == (region == primary)
    enabled = [clients[region] for region, metadata in found.items() if metadata["KeyState"] == "Enabled"]
    for one in enabled:
        blob = one.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
        for other in enabled:
            assert other.decrypt(CiphertextBlob=blob)["Plaintext"] == b"secret"


# Lodge's keys as external keys.


@pytest.fixture(scope="module")
def served(make_module_lodge: Callable[..., Lodge]) -> Proxy:
    """The XKS proxy API of a Lodge, with a credential of a user who may use its keys."""
    users = [administrator(), user("aws", {"use": allowing(USE)})]
    lodge = make_module_lodge(world(account(ACCOUNT, "A", users=users)))
    return Proxy(lodge, credential(lodge.client("iam", "A/admin"), "aws"))


@pytest.fixture
def external(served: Proxy) -> str:
    return served.lodge.client("kms", "A/admin").create_key()["KeyMetadata"]["KeyId"]


REPEATED = ["Host: elsewhere", "Authorization: Basic YQ==", "X-Amz-Date: 20200101T000000Z"]
UNSIGNED = [
    "X-Amz-Target: TrentService.ListKeys",
    "X-Amz-Security-Token: token",
    "X-Amz-Content-Sha256: UNSIGNED-PAYLOAD",
]
BROKEN = [
    "Content-Length: 1",
    "Transfer-Encoding : chunked",
    "Transfer-Encoding: xchunked",
    "X-A: a\r\n folded",
    "X-A: a\0b",
]


@pytest.mark.parametrize(
    ("header", "status"),
    [(each, 401) for each in (*REPEATED, *UNSIGNED)] + [(each, 400) for each in BROKEN],
)
def test_headers_that_are_added_to_a_signed_request_change_nothing(
    served: Proxy, external: str, header: str, status: int
) -> None:
    request = served.request(f"/keys/{external}/metadata", b"{}")
    assert isinstance(request.data, bytes)
    lines = [f"POST /kms/xks/v1/keys/{external}/metadata HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in request.headers.items()]
    lines += [f"Content-Length: {len(request.data)}", header, "", ""]
    with wire(served.lodge) as connection:
        assert connection.exchange("\r\n".join(lines).encode() + request.data).status == status


def test_a_key_that_another_service_uses_was_used(served: Proxy, external: str) -> None:
    kms = served.lodge.client("kms", "A/admin")
    assert not kms.get_key_last_usage(KeyId=external)["KeyLastUsage"]
    sealed: Answer = served.encrypt(external)
    assert sealed.status == 200
    assert kms.get_key_last_usage(KeyId=external)["KeyLastUsage"]["Operation"] == "Encrypt"
    assert served.decrypt(external, sealed.body).status == 200
    assert kms.get_key_last_usage(KeyId=external)["KeyLastUsage"]["Operation"] == "Decrypt"


# External keys of a proxy that lies.


@pytest.fixture
def liar(tmp_path: Path) -> Iterator[Liar]:
    made = Liar(tmp_path)
    yield made
    made.close()


def test_a_proxy_that_lies_harms_its_own_customer_alone(make_lodge: Callable[..., Lodge], liar: Liar) -> None:
    allowed = f"localhost=127.0.0.1:{liar.port}"
    lodge = make_lodge(arguments=("--xks-proxy", allowed, "--xks-ca", str(liar.ca), "--xks-timeout", "1000"))
    kms, other = lodge.client("kms", "A/admin"), lodge.client("kms", "B/admin")
    others_key = other.create_key()["KeyMetadata"]["KeyId"]
    secret = "neitherKeptNorToldInTheClear".ljust(43, "0")
    store = create(kms, {"AccessKeyId": "ABCDEFGHIJKLMNOPQRST", "RawSecretAccessKey": secret})
    assert connect(kms, store) == ("CONNECTED", None)
    blob = kms.encrypt(KeyId=key_on(kms, store, "key"), Plaintext=b"secret")["CiphertextBlob"]
    before = _memory(lodge)

    def decrypt() -> str:
        client = lodge.client("kms", "A/admin")
        try:
            return str(client.decrypt(CiphertextBlob=blob))
        except ClientError as error:
            return f"{error.response['Error']['Code']}: {error.response['Error']['Message']}"
        finally:
            client.close()

    chunked, words = b"Transfer-Encoding: chunked\r\n\r\n", {"errorName": "AccessDeniedException"}
    lies = {
        "interim answers": liar.endless(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" * 100),
        "headers": liar.endless(b"X-A: " + b"a" * 1000 + b"\r\n", first=OK),
        "a header": liar.endless(b"a" * 1000, first=OK + b"X-A: "),
        "a body": liar.endless(b"a" * 65536, first=OK + b"Content-Length: 99999999999\r\n\r\n"),
        "chunks": liar.endless(b"1\r\na\r\n" * 1000, first=OK + chunked),
        "a chunk's extension": liar.endless(b"a" * 1000, first=OK + chunked + b"1;"),
        "trailers": liar.endless(b"X-A: " + b"a" * 1000 + b"\r\n", first=OK + chunked + b"1\r\na\r\n0\r\n"),
        "a slow head": liar.endless(b"H", pause=0.1),
        "a slow body": liar.endless(b"a", first=OK + b"Content-Length: 1000\r\n\r\n", pause=0.1),
        "a redirection": once(b"HTTP/1.1 307 T\r\nLocation: https://localhost:1/\r\nContent-Length: 0\r\n\r\n"),
        "another protocol": once(b"HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
        "two lengths": once(OK + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}{"),
        "several answers": once(answer({}) * 3),
        "depth": once(answer(b"[" * 20000)),
        "a deep error": once(answer(b"[" * 20000, "400 Bad Request")),
        "words": once(answer({**words, "errorMessage": "\x1b[31mevil words\n" * 50}, "400 Bad Request")),
        "nothing": once(b""),
    }
    for name, lie in lies.items():
        liar.lie = lie
        with ThreadPoolExecutor(4) as threads:
            attempts = [threads.submit(decrypt) for _ in range(4)]
            while not all(attempt.done() for attempt in attempts):
                began = time.monotonic()
                other.generate_data_key(KeyId=others_key, KeySpec="AES_256")
                assert time.monotonic() - began < 5, name
            for attempt in attempts:
                assert attempt.result().startswith("KMSInvalidStateException: "), (name, attempt.result())
                assert "evil words" not in attempt.result()
    assert _memory(lodge) - before < 64 * 1024
    wait_for(lambda: liar.connections == 0, 60, "the connections to the liar to end")
    assert "\x1b[31mevil" not in lodge.output()

    liar.lie = None
    assert kms.decrypt(CiphertextBlob=blob)["Plaintext"] == b"secret"
    told = json.dumps(kms.describe_custom_key_stores(), default=str) + lodge.output()
    kept = b"".join(file.read_bytes() for file in lodge.data.rglob("*") if file.is_file())
    assert secret not in told
    assert secret.encode() not in kept


def _memory(lodge: Lodge) -> int:
    """What it takes of the machine's memory, in KiB."""
    lines = Path(f"/proc/{lodge.pid}/status").read_text().splitlines()
    [found] = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(found)
