"""Custom key stores: keys in a token, and keys in another Lodge that belongs to the customer."""

import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from relay import Relay
from softhsm import Token

from bootstrap import account, administrator, user, world
from lodge import Lodge, refused, wait_for
from operations import KEYS as ACCOUNT
from operations import allowing

XKS = "kms-xks-proxy.amazonaws.com"
PATH = "/kms/xks/v1"
USE = ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey"]

DISABLED = "is not enabled in the external key manager"
UNREACHABLE = "AWS KMS cannot communicate with the external key store proxy"


@dataclass
class Customer:
    """A customer with a Lodge of their own, which is the external key manager."""

    lodge: Lodge
    relay: Relay

    @property
    def kms(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        return self.lodge.client("kms", "C/admin")

    def key(self) -> str:
        """A new key, the external one."""
        return self.kms.create_key()["KeyMetadata"]["KeyId"]

    def credential(self) -> dict[str, str]:
        """A new credential for the proxy."""
        iam = self.lodge.client("iam", "C/admin")
        made = iam.create_service_specific_credential(UserName="provider", ServiceName=XKS)["ServiceSpecificCredential"]
        return {"AccessKeyId": made["ServiceUserName"], "RawSecretAccessKey": made["ServicePassword"]}

    def withdraw_credentials(self) -> None:
        iam = self.lodge.client("iam", "C/admin")
        for known in iam.list_service_specific_credentials(UserName="provider")["ServiceSpecificCredentials"]:
            iam.delete_service_specific_credential(
                UserName="provider", ServiceSpecificCredentialId=known["ServiceSpecificCredentialId"]
            )


@pytest.fixture
def customer(make_lodge: Callable[..., Lodge]) -> Iterator[Customer]:
    provider = user("provider", {"use": allowing(USE)})
    lodge = make_lodge(world(account("999999999999", "C", users=[administrator(), provider])))
    relay = Relay(port_of(lodge))
    yield Customer(lodge, relay)
    relay.close()


@pytest.fixture
def provider(customer: Customer, make_lodge: Callable[..., Lodge]) -> Lodge:
    """The Lodge whose keys stand on the customer's."""
    trusted = str(customer.lodge.ca)
    arguments = (
        "--xks-proxy",
        f"localhost=127.0.0.1:{customer.relay.port}",
        "--xks-ca",
        trusted,
        "--xks-timeout",
        "3000",
    )
    return make_lodge(arguments=arguments)


@pytest.fixture
def kms(provider: Lodge) -> Any:  # noqa: ANN401
    return provider.client("kms", "A/admin")


def port_of(lodge: Lodge) -> int:
    port = urlsplit(lodge.endpoint).port
    assert port is not None
    return port


def create(kms: Any, credential: dict[str, str], **more: str) -> str:  # noqa: ANN401
    settings = {
        "CustomKeyStoreName": "customer",
        "CustomKeyStoreType": "EXTERNAL_KEY_STORE",
        "XksProxyConnectivity": "PUBLIC_ENDPOINT",
        "XksProxyUriEndpoint": "https://localhost",
        "XksProxyUriPath": PATH,
        **more,
    }
    return kms.create_custom_key_store(**settings, XksProxyAuthenticationCredential=credential)["CustomKeyStoreId"]


def entry(kms: Any, store: str) -> dict[str, Any]:  # noqa: ANN401
    [found] = kms.describe_custom_key_stores(CustomKeyStoreId=store)["CustomKeyStores"]
    return found


def connect(kms: Any, store: str) -> tuple[str, str | None]:  # noqa: ANN401
    """Connects; gives the state that follows and the error code."""
    kms.connect_custom_key_store(CustomKeyStoreId=store)
    wait_for(lambda: entry(kms, store)["ConnectionState"] != "CONNECTING", 30, "the store to be connected")
    after = entry(kms, store)
    return after["ConnectionState"], after.get("ConnectionErrorCode")


def connected(kms: Any, customer: Customer) -> str:  # noqa: ANN401
    store = create(kms, customer.credential())
    assert connect(kms, store) == ("CONNECTED", None)
    return store


def key_on(kms: Any, store: str, external: str) -> str:  # noqa: ANN401
    made = kms.create_key(Origin="EXTERNAL_KEY_STORE", CustomKeyStoreId=store, XksKeyId=external)["KeyMetadata"]
    assert (made["Origin"], made["CustomKeyStoreId"]) == ("EXTERNAL_KEY_STORE", store)
    assert made["XksKeyConfiguration"] == {"Id": external}
    return made["KeyId"]


# The customer's keys.


def test_the_customer_holds_the_key(kms: Any, customer: Customer) -> None:  # noqa: ANN401
    external = customer.key()
    store = connected(kms, customer)
    key = key_on(kms, store, external)
    made = kms.generate_data_key(KeyId=key, KeySpec="AES_256", EncryptionContext={"tenant": "123"})
    opened = kms.decrypt(CiphertextBlob=made["CiphertextBlob"], EncryptionContext={"tenant": "123"})
    assert opened["Plaintext"] == made["Plaintext"]
    with refused("KMSInvalidStateException", "ciphertext or encryption context is corrupted"):
        kms.decrypt(CiphertextBlob=made["CiphertextBlob"], EncryptionContext={"tenant": "456"})
    longest = secrets.token_bytes(4096)
    sealed = kms.encrypt(KeyId=key, Plaintext=longest)["CiphertextBlob"]
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == longest

    customer.kms.disable_key(KeyId=external)
    for use in (
        lambda: kms.decrypt(CiphertextBlob=sealed),
        lambda: kms.encrypt(KeyId=key, Plaintext=b"x"),
        lambda: kms.generate_data_key(KeyId=key, KeySpec="AES_256"),
    ):
        with refused("KMSInvalidStateException", DISABLED):
            use()
    customer.kms.enable_key(KeyId=external)
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == longest
    with refused("XksKeyAlreadyInUseException"):
        key_on(kms, store, external)
    with refused("XksKeyNotFoundException"):
        key_on(kms, store, "1234abcd-12ab-34cd-56ef-1234567890ab")
    signing = customer.kms.create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")["KeyMetadata"]["KeyId"]
    with refused("XksKeyInvalidConfigurationException", "must be AES_256", "ECC_NIST_P256"):
        key_on(kms, store, signing)


def test_the_customer_sees_who_asked_and_no_plaintext(kms: Any, customer: Customer, provider: Lodge) -> None:  # noqa: ANN401
    key = key_on(kms, connected(kms, customer), customer.key())
    answer = kms.encrypt(KeyId=key, Plaintext=b"a secret of tenant 123")
    request = answer["ResponseMetadata"]["RequestId"]
    theirs = "".join(path.read_text() for path in (customer.lodge.data / "trail").glob("*") if path.is_file())
    assert request in theirs
    assert f"arn:aws:iam::{ACCOUNT}:user/admin" in theirs
    assert "a secret of tenant 123" not in theirs
    ours = "".join(path.read_text() for path in (provider.data / "trail").glob("*") if path.is_file())
    assert request in ours


def test_disconnecting_makes_keys_unavailable(kms: Any, customer: Customer) -> None:  # noqa: ANN401
    store = connected(kms, customer)
    key = key_on(kms, store, customer.key())
    sealed = kms.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    kms.disconnect_custom_key_store(CustomKeyStoreId=store)
    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "Unavailable"
    with refused("KMSInvalidStateException", "is not connected to its external key store proxy"):
        kms.decrypt(CiphertextBlob=sealed)
    with refused("CustomKeyStoreInvalidStateException"):
        key_on(kms, store, customer.key())
    with refused("CustomKeyStoreHasCMKsException"):
        kms.delete_custom_key_store(CustomKeyStoreId=store)
    assert connect(kms, store) == ("CONNECTED", None)
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == b"secret"


def test_a_wire_that_is_cut_or_slow(kms: Any, customer: Customer) -> None:  # noqa: ANN401
    store = connected(kms, customer)
    key = key_on(kms, store, customer.key())
    sealed = kms.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    customer.relay.cut()
    with refused("KMSInvalidStateException"):
        kms.decrypt(CiphertextBlob=sealed)
    assert entry(kms, store)["ConnectionState"] == "CONNECTED"
    customer.relay.mend()
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == b"secret"
    customer.relay.delay = 10
    with refused("KMSInvalidStateException", "did not respond in time"):
        kms.decrypt(CiphertextBlob=sealed)
    customer.relay.delay = 0
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == b"secret"


def test_a_lodge_is_its_own_key_manager(make_lodge: Callable[..., Lodge]) -> None:
    """Calls of one account that wait for calls of the same account: more at once than it has places."""
    relay = Relay(0)
    lodge = make_lodge(world(account(ACCOUNT, "C", users=[administrator(), user("provider", {"use": allowing(USE)})])))
    # Its authority is there once it has started.
    trusted = ("--xks-proxy", f"localhost=127.0.0.1:{relay.port}", "--xks-ca", str(lodge.ca))
    lodge._arguments = (*trusted, "--xks-timeout", "30000")
    lodge.restart()
    relay.target = port_of(lodge)
    customer = Customer(lodge, relay)
    key = key_on(customer.kms, connected(customer.kms, customer), customer.key())
    clients = [lodge.client("kms", "C/admin") for _ in range(10)]

    def seal(number: int) -> bytes:
        return clients[number % 10].encrypt(KeyId=key, Plaintext=str(number).encode())["CiphertextBlob"]

    # All are under way before the first of the calls that they wait for arrives.
    relay.delay = 3
    with ThreadPoolExecutor(300) as pool:
        sealed = list(pool.map(seal, range(300)))
    relay.delay = 0
    assert customer.kms.decrypt(CiphertextBlob=sealed[-1])["Plaintext"] == b"299"
    relay.close()


def test_the_customers_lodge_restarts(kms: Any, customer: Customer) -> None:  # noqa: ANN401
    key = key_on(kms, connected(kms, customer), customer.key())
    sealed = kms.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    customer.lodge.stop()
    with refused("KMSInvalidStateException"):
        kms.decrypt(CiphertextBlob=sealed)
    customer.lodge.start()
    customer.relay.target = port_of(customer.lodge)
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == b"secret"


def test_a_restart_connects_again(provider: Lodge, customer: Customer) -> None:
    kms = provider.client("kms", "A/admin")
    store = connected(kms, customer)
    key = key_on(kms, store, customer.key())
    sealed = kms.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    provider.restart()
    kms = provider.client("kms", "A/admin")
    assert entry(kms, store)["ConnectionState"] == "CONNECTED"
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == b"secret"


def test_credentials_are_tried_and_can_be_changed(kms: Any, customer: Customer) -> None:  # noqa: ANN401
    wrong = customer.credential() | {"RawSecretAccessKey": "x" * 43}
    with refused("XksProxyIncorrectAuthenticationCredentialException"):
        create(kms, wrong)
    store = connected(kms, customer)
    key = key_on(kms, store, customer.key())
    sealed = kms.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
    customer.withdraw_credentials()
    with refused("KMSInvalidStateException", "could not authenticate"):
        kms.decrypt(CiphertextBlob=sealed)
    with refused("XksProxyIncorrectAuthenticationCredentialException"):
        kms.update_custom_key_store(CustomKeyStoreId=store, XksProxyAuthenticationCredential=wrong)
    kms.update_custom_key_store(CustomKeyStoreId=store, XksProxyAuthenticationCredential=customer.credential())
    assert kms.decrypt(CiphertextBlob=sealed)["Plaintext"] == b"secret"


def test_a_connection_that_fails_says_why(kms: Any, customer: Customer) -> None:  # noqa: ANN401
    store = create(kms, customer.credential())
    customer.withdraw_credentials()
    assert connect(kms, store) == ("FAILED", "INVALID_CREDENTIALS")
    with refused("CustomKeyStoreInvalidStateException"):
        kms.connect_custom_key_store(CustomKeyStoreId=store)
    kms.disconnect_custom_key_store(CustomKeyStoreId=store)
    kms.update_custom_key_store(CustomKeyStoreId=store, XksProxyAuthenticationCredential=customer.credential())
    assert connect(kms, store) == ("CONNECTED", None)
    kms.disconnect_custom_key_store(CustomKeyStoreId=store)
    customer.relay.cut()
    assert connect(kms, store) == ("FAILED", "XKS_PROXY_NOT_REACHABLE")


def test_only_allowed_endpoints_are_reached(kms: Any, customer: Customer, lodge: Lodge) -> None:  # noqa: ANN401
    credential = customer.credential()
    for endpoint in ("https://127.0.0.1", "https://metadata.internal", "https://localhost.example.com"):
        with refused("XksProxyInvalidConfigurationException", "The operator of this Lodge does not allow"):
            create(kms, credential, XksProxyUriEndpoint=endpoint)
    with refused("XksProxyInvalidConfigurationException", "invalid URI path"):
        create(kms, credential, XksProxyUriPath="/nowhere/kms/xks/v1")
    with refused("XksProxyUriUnreachableException", UNREACHABLE):
        create(lodge.client("kms", "A/admin"), credential)


# Keys in a token.


def test_keys_in_a_token(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    token = Token.new(tmp_path)
    lodge = make_lodge(**token.options)
    kms = lodge.client("kms", "A/admin")

    def create_token(password: str, certificate: str, cluster: str = token.cluster) -> str:
        return kms.create_custom_key_store(
            CustomKeyStoreName="token",
            CloudHsmClusterId=cluster,
            KeyStorePassword=password,
            TrustAnchorCertificate=certificate,
        )["CustomKeyStoreId"]

    with refused("IncorrectTrustAnchorException"):
        create_token(token.password, token.anchor.replace("M", "N", 1))
    with refused("CloudHsmClusterNotFoundException"):
        create_token(token.password, token.anchor, "cluster-zyxwvutsrqp")
    store = create_token("wrong-password", token.anchor)
    assert connect(kms, store) == ("FAILED", "INVALID_CREDENTIALS")
    kms.disconnect_custom_key_store(CustomKeyStoreId=store)
    kms.update_custom_key_store(CustomKeyStoreId=store, KeyStorePassword=token.password)
    assert connect(kms, store) == ("CONNECTED", None)
    made = kms.create_key(Origin="AWS_CLOUDHSM", CustomKeyStoreId=store)["KeyMetadata"]
    assert made["CloudHsmClusterId"] == token.cluster
    key = made["KeyId"]
    data_key = kms.generate_data_key(KeyId=key, KeySpec="AES_256", EncryptionContext={"a": "b"})
    opened = kms.decrypt(CiphertextBlob=data_key["CiphertextBlob"], EncryptionContext={"a": "b"})
    assert opened["Plaintext"] == data_key["Plaintext"]
    with refused("InvalidCiphertextException"):
        kms.decrypt(CiphertextBlob=data_key["CiphertextBlob"])
    assert len(kms.generate_random(NumberOfBytes=48, CustomKeyStoreId=store)["Plaintext"]) == 48
    lodge.restart()
    kms = lodge.client("kms", "A/admin")
    opened = kms.decrypt(CiphertextBlob=data_key["CiphertextBlob"], EncryptionContext={"a": "b"})
    assert opened["Plaintext"] == data_key["Plaintext"]
    kms.disconnect_custom_key_store(CustomKeyStoreId=store)
    with refused("KMSInvalidStateException", "is unavailable"):
        kms.encrypt(KeyId=key, Plaintext=b"x")
