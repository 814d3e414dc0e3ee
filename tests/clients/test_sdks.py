"""One suite for lodge-sdk in every language and against every KMS: Rust, Python and Python's asyncio; Lodge in the world of examples/tenant-vault, and moto.

`sdk/rust/examples/calls.rs` and `sdk_calls.py` make the calls. On the other side stands the AWS Encryption SDK for Python. What moto does not have is in
sdk/python/README.md; a test of that asks for the fixture `lodge_world`.
"""

import base64
import io
import json
import os
import secrets
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from aws_cryptographic_material_providers.mpl import AwsCryptographicMaterialProviders
from aws_cryptographic_material_providers.mpl.config import MaterialProvidersConfig
from aws_cryptographic_material_providers.mpl.models import CreateAwsKmsKeyringInput
from aws_encryption_sdk import CommitmentPolicy, EncryptionSDKClient
from aws_encryption_sdk.exceptions import AWSEncryptionSDKClientError
from aws_encryption_sdk.identifiers import AlgorithmSuite

import vault
from bootstrap import Json
from lodge import Credentials, Lodge
from moto_server import Moto
from moved_clock import MovedClock
from openid_provider import AUDIENCE, HOST, ISSUER, Provider
from operations import allowing, trust

ACCOUNT = vault.KEY_SERVICE_ACCOUNT
MOTO_ACCOUNT = "123456789012"
CONTEXT = {"purpose": "vault", "schlüssel": "wért"}
DATA = bytes(range(256)) * 40


class SdkError(Exception):
    """What the SDK answered instead."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(f"{kind}: {text}")
        self.kind = kind


class Sdk:
    """A process with one client of an SDK."""

    def __init__(
        self,
        language: str,
        server: Lodge | Moto,
        caller: str | Credentials | None,
        wrapper: tuple[str, ...] = (),
        **settings: Any,  # noqa: ANN401 (JSON)
    ) -> None:
        self._process = subprocess.Popen(
            [*wrapper, *command(language), json.dumps({"role": role_of(server)} | settings)],
            env=server.environment(caller) | {"AWS_MAX_ATTEMPTS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def stop(self) -> None:
        self._process.communicate(timeout=20)

    def call(self, operation: str, tenant: str, **more: Any) -> Any:  # noqa: ANN401 (JSON)
        line = json.dumps({"operation": operation, "tenant": tenant} | more)
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise SdkError(answer["error"], answer["text"])
        return answer["answer"]

    def bytes(self, operation: str, tenant: str, data: bytes, context: dict[str, str] | None = None) -> bytes:
        given = base64.b64encode(data).decode()
        return base64.b64decode(self.call(operation, tenant, data=[given], context=context or {}))

    def encrypt(self, tenant: str, data: bytes, context: dict[str, str] | None = None) -> bytes:
        return self.bytes("encrypt", tenant, data, context)

    def decrypt(self, tenant: str, message: bytes, context: dict[str, str] | None = None) -> bytes:
        return self.bytes("decrypt", tenant, message, context)


def command(language: str) -> list[str]:
    if language != "rust":
        return [sys.executable, str(Path(__file__).with_name("sdk_calls.py")), language]
    program = os.environ.get("SDK_RUST_BIN")
    if not program:
        pytest.fail("SDK_RUST_BIN is not set: run the tests with `cargo xtask clients`")
    return [program]


def role_of(server: Lodge | Moto) -> str:
    return vault.SERVICE_A_ROLE if isinstance(server, Lodge) else f"arn:aws:iam::{MOTO_ACCOUNT}:role/ServiceARole"


@dataclass
class World:
    """A KMS with tenants, and programs that use an SDK with it."""

    server: Lodge | Moto
    language: str
    start: Callable[..., Sdk]
    #: Service B, for all tests.
    sdk: Sdk

    @property
    def lodge(self) -> Lodge:
        assert isinstance(self.server, Lodge), "moto has no such thing"
        return self.server

    def either(self, expected: str, *, moto: str) -> str:
        """What Lodge says, as AWS does, or what moto says."""
        return moto if isinstance(self.server, Moto) else expected

    @property
    def account(self) -> str:
        """The account of the keys."""
        return ACCOUNT if isinstance(self.server, Lodge) else MOTO_ACCOUNT

    def tenant(self, *statements: Json) -> tuple[str, str]:
        """A new tenant with the article's key policy and other statements: its id and the key's ARN."""
        if isinstance(self.server, Lodge):
            return vault.new_tenant(self.server, *statements)
        tenant = f"t-{uuid.uuid4()}"
        return tenant, new_key(self.server, vault.alias_of(tenant))

    def keys(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """KMS for whoever administers the tenants' keys."""
        if isinstance(self.server, Moto):
            return self.server.client("kms")
        return self.server.client("kms", vault.key_service(self.server))

    def has_made(self, tenant: str, *expected: str) -> None:
        """The trail has these events of a tenant's session, and of the calls that made it. moto has no trail."""
        if isinstance(self.server, Lodge):
            assert events(self.server, tenant) == sorted(expected)


def new_key(moto: Moto, alias: str) -> str:
    """A key: its ARN."""
    kms = moto.client("kms")
    key = kms.create_key()["KeyMetadata"]["Arn"]
    kms.create_alias(AliasName=alias, TargetKeyId=key)
    return key


def events(lodge: Lodge, tenant: str) -> list[str]:
    name = f"Tenant{tenant}Session"[:64]
    trail = lodge.client("cloudtrail", "A/admin")
    found = []
    for page in trail.get_paginator("lookup_events").paginate():
        for event in page["Events"]:
            record = json.loads(event["CloudTrailEvent"])
            session = (record.get("requestParameters") or {}).get("roleSessionName")
            if session == name or record["userIdentity"].get("arn", "").endswith(f"/{name}"):
                found.append(event["EventName"])
    return sorted(found)


@pytest.fixture(scope="module", params=["rust", "sync", "async"])
def language(request: pytest.FixtureRequest) -> str:
    """The SDK's: Rust, or one of the two faces for Python."""
    return request.param


@pytest.fixture(scope="module")
def lodge_server(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    return make_module_lodge(vault.world())


@pytest.fixture(scope="module")
def moto_server(moto: Moto) -> Moto:
    for tenant in ("123", "456"):
        new_key(moto, vault.alias_of(tenant))
    return moto


@pytest.fixture(scope="module")
def lodge_world(lodge_server: Lodge, language: str) -> Iterator[World]:
    """For what moto does not have."""
    with _world(lodge_server, language) as world:
        yield world


@pytest.fixture(scope="module", params=["lodge", "moto"])
def world(request: pytest.FixtureRequest, language: str) -> Iterator[World]:
    if request.param == "lodge":
        yield request.getfixturevalue("lodge_world")
        return
    with _world(request.getfixturevalue("moto_server"), language) as world:
        yield world


@contextmanager
def _world(server: Lodge | Moto, language: str) -> Iterator[World]:
    with ExitStack() as started:

        @cache
        def start(caller: str | Credentials | None = None, **settings: Any) -> Sdk:  # noqa: ANN401 (JSON)
            """Programs with the same settings are one: `number` makes another."""
            settings.pop("number", None)
            if caller is None and isinstance(server, Lodge):
                caller = vault.service_b_role(server)
            sdk = Sdk(language, server, caller, **settings)
            started.callback(sdk.stop)
            return sdk

        yield World(server, language, start, start())


def refused_as(kind: str, *parts: str) -> Any:  # noqa: ANN401 (a context manager)
    """The call fails with this error of the SDK, whose text has these parts."""
    return pytest.raises(SdkError, match=f"^{kind}: .*" + ".*".join(parts))


# The walkthrough.


def test_a_tenants_data_comes_back(world: World) -> None:
    for data in (b"", b"secret", DATA, secrets.token_bytes(300_000)):
        message = world.sdk.encrypt("123", data, CONTEXT)
        assert world.sdk.decrypt("123", message, CONTEXT) == data
        assert world.sdk.decrypt("123", message) == data
    # By the ARN of the alias, as across accounts; and whoever signs reads what is not signed.
    for settings in ({"key_account": world.account}, {"signed": True}):
        sdk = world.start(**settings)
        assert sdk.decrypt("123", message) == data
        assert world.sdk.decrypt("123", sdk.encrypt("123", data)) == data


def test_a_cold_call_costs_one_sts_and_one_kms_request(lodge_world: World) -> None:
    tenant, _ = lodge_world.tenant()
    message = lodge_world.start(number=1).encrypt(tenant, DATA)
    lodge_world.has_made(tenant, "AssumeRole", "GenerateDataKey")
    assert lodge_world.start(number=2).decrypt(tenant, message) == DATA
    lodge_world.has_made(tenant, "AssumeRole", "AssumeRole", "Decrypt", "GenerateDataKey")


def test_calls_at_once_share_a_session_and_with_a_cache_a_data_key(world: World) -> None:
    for settings, keys in (({}, 20), ({"cache_seconds": 60}, 1)):
        tenant, _ = world.tenant()
        assert world.start(**settings).call("encrypt-at-once", tenant, data=["AAAA"], times=20) == 20
        world.has_made(tenant, "AssumeRole", *["GenerateDataKey"] * keys)


def test_ids_that_an_alias_cannot_hold(world: World) -> None:
    name = uuid.uuid4()
    tenant, alias = f"{name}@acme.com", f"alias/customer-x--{name}_40acme_2ecom"
    keys = world.keys()
    key = keys.describe_key(KeyId=vault.alias_of("123"))["KeyMetadata"]["Arn"]
    policy = keys.get_key_policy(KeyId=key, PolicyName="default")["Policy"].replace(vault.alias_of("123"), alias)
    key = keys.create_key(Policy=policy)["KeyMetadata"]["Arn"]
    keys.create_alias(AliasName=alias, TargetKeyId=key)
    assert world.sdk.decrypt(tenant, world.sdk.encrypt(tenant, DATA)) == DATA


def test_large_objects_are_streamed(world: World) -> None:
    data = secrets.token_bytes(1 << 20)
    message = world.sdk.bytes("encrypt-stream", "123", data, CONTEXT)
    assert world.sdk.bytes("decrypt-stream", "123", message, CONTEXT) == data
    assert world.sdk.decrypt("123", message) == data
    with refused_as("Tampered", "cut off"):
        world.sdk.bytes("decrypt-stream", "123", message[:-1])


def test_a_batch_has_one_data_key(world: World) -> None:
    tenant, _ = world.tenant()
    sdk = world.sdk
    batch = [base64.b64encode(bytes([number])).decode() for number in range(30)]
    messages = sdk.call("encrypt-batch", tenant, data=batch)
    assert sdk.call("decrypt-batch", tenant, data=messages) == batch
    world.has_made(tenant, "AssumeRole", "Decrypt", "GenerateDataKey")


def test_fields_stay_in_their_row(world: World) -> None:
    tenant, _ = world.tenant()
    sdk = world.sdk
    item = {
        "pk": {"S": tenant},
        "secret": {"M": {"a": {"N": "1.50"}, "b": {"BS": ["AA=="]}, "c": {"L": [{"NULL": True}]}}},
        "flag": {"BOOL": True},
    }
    document = {"id": 7, "secret": {"a": [1, 2.5, None]}, "flag": False}
    for kind, record in (("item", item), ("json", document)):
        place = {"row": "table/7", "fields": ["secret", "flag"]}
        sealed = sdk.call(f"encrypt-{kind}", tenant, record=record, **place)
        assert sealed.keys() == record.keys()
        assert sealed["secret"] != record["secret"]
        assert sdk.call(f"decrypt-{kind}", tenant, record=sealed, **place) == record
        with refused_as("Tampered", "another row"):
            sdk.call(f"decrypt-{kind}", tenant, record=sealed, **place | {"row": "table/8"})
        swapped = sealed | {"secret": sealed["flag"], "flag": sealed["secret"]}
        with refused_as("Tampered", "another row"):
            sdk.call(f"decrypt-{kind}", tenant, record=swapped, **place)
        with refused_as("Tampered", "not encrypted"):
            sdk.call(f"decrypt-{kind}", tenant, record=sealed | {"flag": record["flag"]}, **place)
    world.has_made(tenant, "AssumeRole", *["Decrypt"] * 6, *["GenerateDataKey"] * 2)


# What is refused.


def test_another_tenants_message_does_not_open(world: World) -> None:
    message = world.sdk.encrypt("123", DATA)
    with refused_as("WrongTenant"):
        world.sdk.decrypt("456", message)
    # A header that lies: KMS refuses the key of another tenant. moto tries to decrypt before it looks at the key.
    forged = message.replace(b"\0\x06tenant\0\x03123", b"\0\x06tenant\0\x03456")
    assert forged != message
    with refused_as(world.either("WrongTenant", moto="Tampered")):
        world.sdk.decrypt("456", forged)


def test_no_part_of_a_message_can_be_changed(world: World) -> None:
    for settings in ({}, {"signed": True}):
        sdk = world.start(**settings)
        message = sdk.encrypt("123", b"hello", CONTEXT)
        places = {
            "version": 0,
            "suite": 2,
            "message id": 10,
            "context": message.index(b"vault"),
            "provider": message.index(b"aws-kms"),
            "key": message.index(b"arn:aws:kms") + 40,
            "data key": message.index(b"arn:aws:kms") + 150,
            "content type": message.index(b"\xff\xff\xff\xff") - 53,
            "frame length": message.index(b"\xff\xff\xff\xff") - 50,
            "commitment": message.index(b"\xff\xff\xff\xff") - 40,
            "header tag": message.index(b"\xff\xff\xff\xff") - 1,
            "frame": message.index(b"\xff\xff\xff\xff") + 26,
            "end": len(message) - 1,
        }
        for place, at in places.items():
            changed = bytearray(message)
            changed[at] ^= 1
            with pytest.raises(SdkError) as caught:
                sdk.decrypt("123", bytes(changed))
            assert caught.value.kind == "Tampered", (place, caught.value)
        for length in range(0, len(message), 7):
            with refused_as("Tampered"):
                sdk.decrypt("123", message[:length])
        with refused_as("Tampered"):
            sdk.decrypt("123", message + b"x")


def test_the_context_is_bound(world: World) -> None:
    message = world.sdk.encrypt("123", DATA, CONTEXT)
    with refused_as("WrongContext", "purpose"):
        world.sdk.decrypt("123", message, {"purpose": "other"})
    with refused_as("InvalidInput", "tenant"):
        world.sdk.encrypt("123", DATA, {"tenant": "456"})


def test_services_are_kept_apart_by_the_roles_policy(lodge_world: World) -> None:
    name = f"billing-{uuid.uuid4()}"
    iam = lodge_world.lodge.client("iam", "A/admin")
    caller = f"arn:aws:iam::{vault.SERVICE_ACCOUNT}:role/ServiceBRole"
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(caller)))["Role"]["Arn"]
    condition = {"StringEquals": {"kms:EncryptionContext:service": "billing"}}
    iam.put_role_policy(
        RoleName=name,
        PolicyName="keys",
        PolicyDocument=json.dumps(allowing(["kms:Decrypt", "kms:GenerateDataKey*"], condition=condition)),
    )
    in_account = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
        "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
        "Resource": "*",
    }
    tenant, _ = lodge_world.tenant(in_account)
    iam_b = lodge_world.lodge.client("iam", "B/admin")
    iam_b.put_role_policy(
        RoleName="ServiceBRole", PolicyName=name, PolicyDocument=json.dumps(allowing("sts:AssumeRole", role))
    )
    billing, mail = (lodge_world.start(role=role, service=service) for service in ("billing", "mail"))
    message = billing.encrypt(tenant, DATA)
    assert billing.decrypt(tenant, message) == DATA
    with refused_as("AccessDenied", "kms:GenerateDataKey"):
        mail.encrypt(tenant, DATA)
    with refused_as("WrongContext", "service"):
        mail.decrypt(tenant, message)


def test_states_of_a_key_have_errors_of_their_own(lodge_world: World) -> None:
    tenant, key = lodge_world.tenant()
    keys = lodge_world.keys()
    message = lodge_world.sdk.encrypt(tenant, DATA)
    cached = lodge_world.start(cache_seconds=600)
    assert cached.decrypt(tenant, message) == DATA

    def refused_everywhere(kind: str, part: str) -> None:
        for operation in ("encrypt", "decrypt"):
            with refused_as(kind, part):
                lodge_world.sdk.bytes(operation, tenant, message)

    keys.disable_key(KeyId=key)
    refused_everywhere("KeyDisabled", "resume")
    # A cached data key needs no KMS until it is too old.
    assert cached.decrypt(tenant, message) == DATA
    keys.enable_key(KeyId=key)
    assert lodge_world.sdk.decrypt(tenant, message) == DATA
    keys.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    refused_everywhere("KeyGone", "pending deletion")
    keys.cancel_key_deletion(KeyId=key)
    keys.enable_key(KeyId=key)


def test_a_tenant_without_an_alias_has_no_key(world: World) -> None:
    tenant, _ = world.tenant()
    message = world.sdk.encrypt(tenant, DATA)
    world.keys().delete_alias(AliasName=vault.alias_of(tenant))
    for operation in ("encrypt", "decrypt"):
        with refused_as("KeyGone", "NotFoundException"):
            world.sdk.bytes(operation, tenant, message)


def test_an_alias_that_moves_to_another_key_leaves_messages_behind(world: World) -> None:
    tenant, _ = world.tenant()
    _, other = world.tenant(
        {
            "Effect": "Allow",
            "Principal": {"AWS": vault.SERVICE_A_ROLE},
            "Action": ["kms:Decrypt"],
            "Resource": "*",
        }
    )
    message = world.sdk.encrypt(tenant, DATA)
    world.keys().update_alias(AliasName=vault.alias_of(tenant), TargetKeyId=other)
    # AWS and Lodge have an error for another key.
    with refused_as(world.either("WrongTenant", moto="AccessDenied")):
        world.sdk.decrypt(tenant, message)


def test_who_may_not_take_the_role_gets_nothing(lodge_world: World) -> None:
    for caller in ("A/admin", "C/stranger"):
        with refused_as("AccessDenied", "sts:AssumeRole"):
            lodge_world.start(caller).encrypt("123", DATA)
    with refused_as("AccessDenied"):
        lodge_world.start(Credentials("AKIAIOSFODNN7EXAMPLE", "x" * 40)).encrypt("123", DATA)


def test_a_service_that_does_not_answer_is_unavailable(language: str, make_lodge: Callable[..., Lodge]) -> None:
    gone = make_lodge(vault.world())
    sdk = Sdk(language, gone, vault.service_b_role(gone))
    sdk.encrypt("123", DATA)
    gone.stop()
    with refused_as("Unavailable"):
        sdk.encrypt("123", DATA)
    sdk.stop()


def test_a_session_is_replaced_before_it_ends(language: str, make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(vault.world(), wrapper=clock.wrapper)
    with clock.for_clients():
        role = vault.service_b_role(lodge)
    sdk = Sdk(language, lodge, role, clock.wrapper)
    message = sdk.encrypt("123", DATA)
    for minutes in (10, 20, 30):
        clock.move(timedelta(minutes=minutes))
        assert sdk.decrypt("123", message) == DATA
    with clock.for_clients():
        # 900 seconds each, replaced one minute before: at 0, 20 (14 are over) and nowhere else.
        assert events(lodge, "123").count("AssumeRole") == 2
    sdk.stop()


def test_it_is_the_same_call_with_a_tenants_token(
    language: str, make_lodge: Callable[..., Lodge], tmp_path: Path
) -> None:
    provider = Provider(tmp_path)
    arguments = ("--oidc-host", f"{HOST}=127.0.0.1:{provider.port}", "--oidc-ca", str(provider.ca))
    lodge = make_lodge(vault.world(), arguments=arguments)
    iam = lodge.client("iam", "A/admin")
    iam.create_open_id_connect_provider(Url=ISSUER, ClientIDList=[AUDIENCE])
    trusted = {
        "Effect": "Allow",
        "Principal": {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/{HOST}"},
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {"StringEquals": {f"{HOST}:sub": "ann"}},
    }
    trust = json.dumps({"Version": "2012-10-17", "Statement": [trusted]})
    iam.update_assume_role_policy(RoleName="ServiceARole", PolicyDocument=trust)
    # The configuration's own credentials take no part.
    sdk = Sdk(language, lodge, "C/stranger")
    data = [base64.b64encode(DATA).decode()]
    ann, bob = provider.token(), provider.token(sub="bob")
    message = sdk.call("encrypt", "123", token=ann, data=data)
    assert sdk.call("decrypt", "123", token=ann, data=[message]) == data[0]
    with refused_as("WrongTenant"):
        sdk.call("decrypt", "456", token=ann, data=[message])
    # Nothing that ann's token has opened is open to another token.
    for token in (bob, provider.token(exp=1), "no token"):
        with refused_as("AccessDenied"):
            sdk.call("decrypt", "123", token=token, data=[message])
    with refused_as("AccessDenied"):
        sdk.call("decrypt", "123", data=[message])
    seen = events(lodge, "123")
    assert seen.count("GenerateDataKey") == seen.count("Decrypt") == 1
    sdk.stop()
    provider.stop()


# The AWS Encryption SDK for Python.


@dataclass
class Peer:
    """A tenant, and the standard keyring of the AWS Encryption SDK for its key."""

    tenant: str
    keyring: Any
    client: EncryptionSDKClient

    def encrypt(self, data: bytes, **options: Any) -> bytes:  # noqa: ANN401 (those of the SDK)
        context = {"tenant": self.tenant} | CONTEXT
        return self.client.encrypt(source=data, keyring=self.keyring, encryption_context=context, **options)[0]

    def decrypt(self, message: bytes) -> bytes:
        opened, header = self.client.decrypt(source=message, keyring=self.keyring)
        assert header.encryption_context.items() >= ({"tenant": self.tenant} | CONTEXT).items()
        return opened


@pytest.fixture(scope="module")
def peer(world: World) -> Peer:
    return _peer(world)


@pytest.fixture(scope="module")
def lodge_peer(lodge_world: World) -> Peer:
    return _peer(lodge_world)


def _peer(world: World) -> Peer:
    """It uses the key by its ARN, which the key policy allows as long as the key has the tenant's alias (`kms:ResourceAliases`)."""
    if isinstance(world.server, Moto):
        return _peer_with(*world.tenant(), world.keys())
    name = f"reader-{uuid.uuid4()}"
    iam = world.lodge.client("iam", "A/admin")
    admin = f"arn:aws:iam::{ACCOUNT}:user/admin"
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(admin)))["Role"]["Arn"]
    iam.put_role_policy(
        RoleName=name,
        PolicyName="keys",
        PolicyDocument=json.dumps(
            allowing(
                ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
                condition={"ForAnyValue:StringLike": {"kms:ResourceAliases": "alias/customer-*"}},
            )
        ),
    )
    by_account = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
        "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
        "Resource": "*",
    }
    tenant, key = world.tenant(by_account)
    assumed = world.lodge.client("sts", "A/admin").assume_role(RoleArn=role, RoleSessionName="reader")
    return _peer_with(tenant, key, world.lodge.client("kms", Credentials.of_answer(assumed)))


def _peer_with(tenant: str, key: str, kms: Any) -> Peer:  # noqa: ANN401 (boto3 makes the class at run time)
    providers = AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())
    keyring = providers.create_aws_kms_keyring(input=CreateAwsKmsKeyringInput(kms_key_id=key, kms_client=kms))
    client = EncryptionSDKClient(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)
    return Peer(tenant, keyring, client)


@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])
@pytest.mark.parametrize("length", [0, 1, 4096, 10_000, 300_000])
def test_the_encryption_sdk_reads_what_ours_wrote(world: World, peer: Peer, signed: bool, length: int) -> None:
    data = secrets.token_bytes(length)
    for frame_length in (1024, 65_536):
        message = world.start(signed=signed, frame_length=frame_length).encrypt(peer.tenant, data, CONTEXT)
        assert peer.decrypt(message) == data


@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])
@pytest.mark.parametrize("frame_length", [0, 1024, 4096])
@pytest.mark.parametrize("length", [1, 4096, 10_000])
def test_ours_reads_what_the_encryption_sdk_wrote(
    world: World, peer: Peer, signed: bool, frame_length: int, length: int
) -> None:
    suite = (
        AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
        if signed
        else AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY
    )
    data = secrets.token_bytes(length)
    message = peer.encrypt(data, algorithm=suite, frame_length=frame_length)
    assert world.sdk.decrypt(peer.tenant, message, CONTEXT) == data
    if signed:
        with refused_as("InvalidInput", "stream"):
            world.sdk.bytes("decrypt-stream", peer.tenant, message)
    else:
        assert world.sdk.bytes("decrypt-stream", peer.tenant, message) == data


def test_streams_go_both_ways(world: World, peer: Peer) -> None:
    data = secrets.token_bytes(1 << 20)
    message = world.sdk.bytes("encrypt-stream", peer.tenant, data, CONTEXT)
    opened = io.BytesIO()
    with peer.client.stream(mode="d", source=io.BytesIO(message), keyring=peer.keyring) as chunks:
        for chunk in chunks:
            opened.write(chunk)
    assert opened.getvalue() == data


def test_both_write_the_same_bytes_in_the_same_places(world: World, peer: Peer) -> None:
    """All but what is random: message id, data key, commitment, ciphertext and tags."""
    ours = world.start(frame_length=4096).encrypt(peer.tenant, DATA, CONTEXT)
    theirs = peer.encrypt(DATA, algorithm=AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY, frame_length=4096)
    assert len(ours) == len(theirs)
    before_id, context = slice(0, 3), slice(35, ours.index(b"arn:aws:kms") + 75)
    assert ours[before_id] == theirs[before_id]
    assert ours[context] == theirs[context]
    frame = 4 + 12 + 4096 + 16
    end = len(ours) - (4 + 4 + 12 + 4 + len(DATA) % 4096 + 16)
    content_type = slice(end - 2 * frame - 16 - 32 - 5, end - 2 * frame - 16 - 32)
    assert ours[content_type] == theirs[content_type] == b"\x02\0\0\x10\0"
    for start, length in ((end - 2 * frame, 16), (end - frame, 16), (end, 24)):
        assert ours[start : start + length] == theirs[start : start + length]


def test_the_standard_keyring_needs_more_than_the_articles_policy(lodge_world: World, lodge_peer: Peer) -> None:
    """It decrypts by ARN, where `kms:RequestAlias` is absent: the article's session may not."""
    message = lodge_world.sdk.encrypt(lodge_peer.tenant, DATA, CONTEXT)
    session = vault.tenant(lodge_world.lodge, lodge_peer.tenant)
    providers = AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())
    key = lodge_world.keys().describe_key(KeyId=vault.alias_of(lodge_peer.tenant))["KeyMetadata"]["Arn"]
    settings = CreateAwsKmsKeyringInput(kms_key_id=key, kms_client=lodge_world.lodge.client("kms", session))
    keyring = providers.create_aws_kms_keyring(input=settings)
    with pytest.raises(AWSEncryptionSDKClientError) as caught:
        lodge_peer.client.decrypt(source=message, keyring=keyring)
    assert "is not authorized to perform: kms:Decrypt" in repr(caught.value)


# One language and another.


@pytest.fixture(scope="module")
def rust(lodge_server: Lodge) -> Iterator[Sdk]:
    sdk = Sdk("rust", lodge_server, vault.service_b_role(lodge_server))
    yield sdk
    sdk.stop()


def test_records_and_beacons_are_the_same_in_every_language(lodge_world: World, rust: Sdk) -> None:
    sdk, tenant = lodge_world.sdk, lodge_world.tenant()[0]
    key = rust.call("create-beacon-key", tenant)
    place = {"row": "table/7", "fields": ["name", "data"]}
    search = {"searchable": [["name", "name_beacon", 64], ["data", "data_beacon", 9]], "beacon_key": key}
    json_data = {"a": [1, 2.5, -0.1, 1e-300, 2**64 - 1, -(2**63), None, True, "ü\0"], "b": {}}
    item_data = {"M": {"a": {"L": [{"N": "1.50"}, {"NULL": True}, {"BOOL": False}]}, "b": {"BS": ["AA==", "AQ=="]}}}
    for kind, record in (
        ("json", {"name": "Ann", "data": json_data, "id": 7}),
        ("item", {"name": {"S": "Ann"}, "data": item_data, "id": {"N": "7"}}),
    ):
        sealed = [each.call(f"encrypt-{kind}", tenant, record=record, **place, **search) for each in (rust, sdk)]
        for beacon in ("name_beacon", "data_beacon"):
            assert sealed[0][beacon] == sealed[1][beacon]
        for reader in (rust, sdk):
            for written in sealed:
                opened = reader.call(f"decrypt-{kind}", tenant, record=written, **place, **search)
                assert opened == record
