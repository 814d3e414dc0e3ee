"""Keys that tenants bring or hold: `lodge tenants onboard --byok`, `import` and `onboard --key-store`."""

import json
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from liar import Liar

from lodge import Lodge, refused, wait_for
from moved_clock import MovedClock
from tenants import ROLE, Client, Tenants, found, metadata, session, two_services


def wrapped(material: bytes, wrapping_key: Path) -> bytes:
    """What the tenant does."""
    key = serialization.load_pem_public_key(wrapping_key.read_bytes())
    oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
    return key.encrypt(material, oaep)  # type: ignore[union-attr]


def test_a_tenant_brings_its_key_and_brings_it_again(
    tenants_lodge: Lodge, tenants: Tenants, tenants_kms: Client, tmp_path: Path
) -> None:
    made = tenants("onboard", "own/1", "--byok", "--out", tmp_path)
    assert made["outcome"]["status"] == "waitingForMaterial"
    assert made["outcome"]["key"]["origin"] == "EXTERNAL"
    files = made["import"]
    assert files["wrappingKey"] == str(tmp_path / "own.1.wrapping-key.pem")
    it = found(tenants_kms, "own/1")
    assert it.live is not None
    assert (it.live["state"], it.live["rotation"]) == ("PendingImport", False)
    report = tenants("drift", "own/1")
    assert not report["drifted"]
    assert report["drifts"][0]["warnings"] == ["the key waits for the tenant's material"]

    # Saying it again gives parameters again, and makes no other key.
    again = tenants("onboard", "own/1", "--byok", "--out", tmp_path)
    assert again["outcome"]["done"] == []
    assert again["outcome"]["key"]["id"] == made["outcome"]["key"]["id"]
    assert "not AWS_KMS" in tenants.refused("onboard", "own/1")

    material, file = secrets.token_bytes(32), tmp_path / "wrapped"
    file.write_bytes(wrapped(material, Path(files["wrappingKey"])))
    end = (datetime.now(UTC) + timedelta(days=20)).strftime("%Y-%m-%dT%H:%M:%SZ")
    outcome = tenants("import", "own/1", "--material", file, "--token", files["token"], "--expires", end)
    assert outcome["status"] == "active"
    assert outcome["key"]["materialExpires"] == end
    service_b = tenants_lodge.client("kms", session(tenants_lodge, "own/1"))
    sealed = service_b.encrypt(KeyId="alias/customer-own/1", Plaintext=b"kept")["CiphertextBlob"]
    (drift,) = tenants("drift", "own/1")["drifts"]
    assert drift["warnings"] == [f"the tenant's material expires at {end}; have it imported again before"]
    assert end in tenants.run("list").stdout

    # The tenant's key is gone for a while: nothing works. It comes back with the same material and with no other.
    tenants_kms.delete_imported_key_material(KeyId=outcome["key"]["id"])
    with refused("KMSInvalidStateException"):
        service_b.decrypt(KeyId="alias/customer-own/1", CiphertextBlob=sealed)
    assert "cannot be used" in tenants.refused("suspend", "own/1")
    files = tenants("import-parameters", "own/1", "--out", tmp_path)
    file.write_bytes(wrapped(secrets.token_bytes(32), Path(files["wrappingKey"])))
    assert "IncorrectKeyMaterialException" in tenants.refused(
        "import", "own/1", "--material", str(file), "--token", files["token"]
    )
    file.write_bytes(wrapped(material, Path(files["wrappingKey"])))
    assert tenants("import", "own/1", "--material", file, "--token", files["token"])["status"] == "active"
    assert service_b.decrypt(KeyId="alias/customer-own/1", CiphertextBlob=sealed)["Plaintext"] == b"kept"
    assert tenants("drift", "own/1")["drifts"] == []

    # Suspended and back, with its own key.
    assert tenants("suspend", "own/1")["status"] == "suspended"
    assert tenants("resume", "own/1")["status"] == "active"
    assert service_b.decrypt(KeyId="alias/customer-own/1", CiphertextBlob=sealed)["Plaintext"] == b"kept"


def test_what_import_refuses(tenants: Tenants, tmp_path: Path) -> None:
    tenants("onboard", "not-own")
    file = tmp_path / "file"
    file.write_bytes(b"x")
    arguments = ("--material", str(file), "--token", str(file))
    assert "has the origin AWS_KMS" in tenants.refused("import", "not-own", *arguments)
    assert "has the origin AWS_KMS" in tenants.refused("import-parameters", "not-own", "--out", str(tmp_path))
    assert "is no time" in tenants.refused("import", "not-own", *arguments, "--expires", "soon")
    assert "could not read" in tenants.refused("import", "not-own", "--material", "none", "--token", "none")
    tenants("onboard", "own/2", "--byok", "--out", tmp_path)
    assert "was refused" in tenants.refused("import", "own/2", *arguments)


def test_expired_material_is_seen(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(two_services(), http=True, wrapper=clock.wrapper)
    tenants = Tenants(lodge, wrapper=clock.wrapper)
    files = tenants("onboard", "own", "--byok", "--out", tmp_path)["import"]
    file = tmp_path / "wrapped"
    file.write_bytes(wrapped(secrets.token_bytes(32), Path(files["wrappingKey"])))
    end = (clock.now() + timedelta(days=60)).strftime("%Y-%m-%d")
    tenants("import", "own", "--material", file, "--token", files["token"], "--expires", end)
    assert tenants("drift")["drifts"] == []
    clock.move(timedelta(days=40))
    assert "expires at" in tenants("drift")["drifts"][0]["warnings"][0]
    clock.move(timedelta(days=61))
    wait_for(lambda: tenants("show", "own")["status"] == "waitingForMaterial", 30, "the material to expire")
    assert tenants("drift")["drifts"][0]["warnings"] == ["the key waits for the tenant's material"]


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Liar]:
    liar = Liar(tmp_path)
    yield liar
    liar.close()


def test_a_tenant_holds_its_key(make_lodge: Callable[..., Lodge], proxy: Liar) -> None:
    arguments = ("--xks-proxy", f"localhost=127.0.0.1:{proxy.port}", "--xks-ca", str(proxy.ca), "--xks-timeout", "3000")
    lodge = make_lodge(two_services(), http=True, arguments=arguments)
    tenants, kms = Tenants(lodge), lodge.client("kms", "A/admin")
    store = kms.create_custom_key_store(
        CustomKeyStoreName="tenants",
        CustomKeyStoreType="EXTERNAL_KEY_STORE",
        XksProxyConnectivity="PUBLIC_ENDPOINT",
        XksProxyUriEndpoint="https://localhost",
        XksProxyUriPath="/kms/xks/v1",
        XksProxyAuthenticationCredential={"AccessKeyId": "A" * 20, "RawSecretAccessKey": "s" * 43},
    )["CustomKeyStoreId"]
    kms.connect_custom_key_store(CustomKeyStoreId=store)

    def state() -> str:
        return kms.describe_custom_key_stores(CustomKeyStoreId=store)["CustomKeyStores"][0]["ConnectionState"]

    wait_for(lambda: state() == "CONNECTED", 30, "the key store to be connected")
    outcome = tenants("onboard", "holder", "--key-store", store, "--xks-key", "external-1")
    assert (outcome["status"], outcome["key"]["origin"]) == ("active", "EXTERNAL_KEY_STORE")
    assert (outcome["key"]["keyStore"], outcome["key"]["xksKey"]) == (store, "external-1")
    assert [it["kind"] for it in outcome["done"]] == ["createKey", "createAlias"]
    assert metadata(kms, "alias/customer-holder")["XksKeyConfiguration"] == {"Id": "external-1"}
    service_b = lodge.client("kms", session(lodge, "holder"))
    sealed = service_b.encrypt(KeyId="alias/customer-holder", Plaintext=b"kept")["CiphertextBlob"]
    assert not tenants("drift")["drifted"]

    # The holder withdraws: the tenant is unavailable, and drift says where to look.
    kms.disconnect_custom_key_store(CustomKeyStoreId=store)
    wait_for(lambda: state() == "DISCONNECTED", 30, "the key store to be disconnected")
    assert tenants("show", "holder")["status"] == "unavailable"
    (drift,) = tenants("drift", code=3)["drifts"]
    assert drift["differences"] == [{"kind": "state", "state": "Unavailable"}]
    kms.connect_custom_key_store(CustomKeyStoreId=store)
    wait_for(lambda: state() == "CONNECTED", 30, "the key store to be connected")
    assert service_b.decrypt(KeyId="alias/customer-holder", CiphertextBlob=sealed)["Plaintext"] == b"kept"

    rows = json.dumps({"tenant": "second", "keyStore": store, "xksKey": "external-2"}) + "\n" + json.dumps("third")
    assert tenants("onboard", "--from", "-", stdin=rows)["made"] == 2
    assert tenants("show", "second")["key"]["xksKey"] == "external-2"
    assert ROLE in json.dumps(tenants("show", "third")["policy"])
