"""`lodge tenants cost`, `usage`, and certificates of erasure."""

import base64
import contextlib
import hashlib
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bootstrap import Json
from interceptor import Interceptor
from lodge import Lodge, refused, wait_for
from moved_clock import MovedClock
from tenants import ACCOUNT, Tenants, metadata, session, tags, two_services, write_profile


def bars(svg: Path) -> list[str]:
    """The texts of a plot."""
    document = ElementTree.parse(svg)
    return [text.text or "" for text in document.iter("{http://www.w3.org/2000/svg}text")]


# Figures.


def test_cost_is_what_aws_asks_for(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    lodge = make_lodge(two_services(), http=True)
    tenants, kms = Tenants(lodge), lodge.client("kms", "A/admin")
    for tenant in ("never", "once", "thrice", "leaves"):
        tenants("onboard", tenant)
    for tenant in ("once", "thrice", "thrice", "thrice"):
        kms.rotate_key_on_demand(KeyId=metadata(kms, f"alias/customer-{tenant}")["KeyId"])

        def rotated(tenant: str = tenant) -> bool:
            key = metadata(kms, f"alias/customer-{tenant}")["KeyId"]
            return "OnDemandRotationStartDate" not in kms.get_key_rotation_status(KeyId=key)

        wait_for(rotated, 30, "the rotation")
    tenants("offboard", "leaves")
    svg = tmp_path / "cost.svg"
    cost = tenants("cost", "--services", "4", "--requests", "1020000", "--svg", svg)
    assert cost["keysByRotations"] == [1, 1, 1]
    assert (cost["keys"], cost["keyPrice"], cost["requestPrice"], cost["total"]) == (3, 6, 3, 9)
    assert (cost["separateKeys"], cost["separateTotal"]) == (12, 27)
    assert (cost["totalAfterRotations"], cost["separateTotalAfterRotations"]) == (12, 39)
    assert bars(svg)[2] == "$9.00"
    assert bars(svg)[-1] == "$39.00"
    text = tenants.run("cost", "--services", "4").stdout
    assert "one key per tenant and service (4)" in text
    assert "####" in text


def test_usage_counts_calls(tenants_lodge: Lodge, tmp_path: Path) -> None:
    tenants = Tenants(tenants_lodge)
    for tenant in ("used", "other"):
        tenants("onboard", tenant)
    service_b = tenants_lodge.client("kms", session(tenants_lodge, "used"))
    for service in ("billing", "billing", "search"):
        service_b.encrypt(KeyId="alias/customer-used", Plaintext=b"x", EncryptionContext={"service": service})
    service_b.generate_data_key(KeyId="alias/customer-used", KeySpec="AES_256")
    with pytest.raises(ClientError):
        service_b.encrypt(KeyId="alias/customer-other", Plaintext=b"x", EncryptionContext={"service": "search"})

    def counted(*arguments: str) -> dict[tuple[str, str, str], tuple[int, int]]:
        counts = tenants("usage", *arguments)["counts"]
        return {(it["tenant"], it["service"], it["operation"]): (it["calls"], it["failed"]) for it in counts}

    found = counted("--by", "total")
    assert found["used", "billing", "Encrypt"] == (2, 0)
    assert found["used", "search", "Encrypt"] == (1, 0)
    assert found["used", "-", "GenerateDataKey"] == (1, 0)
    assert found["other", "search", "Encrypt"] == (1, 1)
    assert {tenant for tenant, _, _ in counted("used", "--by", "total")} == {"used"}
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d")
    yesterday = (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%d")
    assert counted("--since", yesterday, "--until", tomorrow) != {}
    assert counted("--until", yesterday) == {}
    times = {it["time"] for it in tenants("usage", "--by", "hour")["counts"]}
    assert times <= {(datetime.now(UTC) - timedelta(hours=ago)).strftime("%Y-%m-%dT%H") for ago in (0, 1)}
    svg = tmp_path / "usage.svg"
    text = tenants.run("usage", "--by", "total", "--svg", svg).stdout
    assert "used" in text
    assert bars(svg)[0] == "Calls by tenant"
    assert "used" in bars(svg)
    assert "not a timestamp" in tenants.refused("usage", "--since", "soon")


# Certificates of erasure.


def test_a_certificate_of_erasure(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock = MovedClock(tmp_path)
    lodge = make_lodge(two_services(), http=True, wrapper=clock.wrapper)
    tenants = Tenants(lodge, wrapper=clock.wrapper)
    key = tenants("onboard", "123")["key"]["arn"]
    assert "is live" in tenants.refused("certificate", "123")
    assert "does not show a key of 'nobody'" in tenants.refused("certificate", "nobody")
    deletion = tenants("offboard", "123", "--days", "7")["key"]["deletion"]
    assert deletion in tenants.refused("certificate", "123")

    clock.move(timedelta(days=7, minutes=1))
    lodge.restart()
    tenants = Tenants(lodge, wrapper=clock.wrapper)
    wait_for(lambda: tenants.run("certificate", "123").returncode == 0, 60, "the deletion to be recorded")
    envelope = tenants("certificate", "123")
    with clock.for_clients():
        kms = lodge.client("kms", "A/admin")
        certificate = json.loads(base64.b64decode(envelope["payload"]))
        assert (certificate["tenant"], certificate["key"]) == ("123", key)
        assert certificate["orderedBy"] == f"arn:aws:iam::{ACCOUNT}:user/admin"
        events = [it["event"] for it in certificate["evidence"]]
        assert events[0] == "CreateKey"
        assert events.index("ScheduleKeyDeletion") < events.index("DeleteKey")
        trail = lodge.client("cloudtrail", "A/admin")
        for evidence in certificate["evidence"]:
            attribute = {"AttributeKey": "EventId", "AttributeValue": evidence["eventId"]}
            (event,) = trail.lookup_events(LookupAttributes=[attribute])["Events"]
            assert event["EventName"] == evidence["event"]

        # The signature is in the trail, and others can check it with what DSSE says.
        name = {"AttributeKey": "EventName", "AttributeValue": "Sign"}
        signed = trail.lookup_events(LookupAttributes=[name])["Events"]
        assert json.loads(signed[0]["CloudTrailEvent"])["resources"][0]["ARN"] == certificate["signedWith"]
        public = kms.get_public_key(KeyId="alias/lodge-tenants-certificates")["PublicKey"]
        keys = [key["KeyId"] for key in kms.list_keys()["Keys"]]
        assert len(keys) == 1
    payload, kind = base64.b64decode(envelope["payload"]), envelope["payloadType"].encode()
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
    signature = base64.b64decode(envelope["signatures"][0]["sig"])
    outside = serialization.load_der_public_key(public)
    assert isinstance(outside, ec.EllipticCurvePublicKey)
    outside.verify(signature, message, ec.ECDSA(hashes.SHA256()))

    file, pem = tmp_path / "certificate.json", tmp_path / "key.pem"
    file.write_text(json.dumps(envelope))
    pem.write_bytes(outside.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
    lodge.stop()
    verified = tenants("verify-certificate", file)
    assert verified["certificate"] == certificate
    assert verified["fingerprint"] == hashlib.sha256(public).hexdigest()
    assert (verified["trustedKey"], tenants("verify-certificate", file, "--public-key", pem)["trustedKey"]) == (
        False,
        True,
    )
    assert "The signature is right." in tenants.run("verify-certificate", file, "--public-key", pem).stdout

    # Changed, or signed by somebody else: no certificate.
    forged = dict(certificate, tenant="456")
    file.write_text(json.dumps(dict(envelope, payload=base64.b64encode(json.dumps(forged).encode()).decode())))
    assert "the signature does not fit" in tenants.refused("verify-certificate", str(file))
    file.write_text(json.dumps(envelope))
    stranger = ec.generate_private_key(ec.SECP256R1()).public_key()
    pem.write_bytes(stranger.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
    assert "the signature does not fit" in tenants.refused("verify-certificate", str(file), "--public-key", str(pem))
    file.write_text("{}")
    assert "is no certificate" in tenants.refused("verify-certificate", str(file))


SIGNER = "alias/lodge-tenants-certificates"


@pytest.mark.parametrize("answered", [False, True], ids=["before", "after"])
def test_a_certificate_goes_on_wherever_it_ended(
    make_lodge: Callable[..., Lodge], tmp_path: Path, answered: bool
) -> None:
    """SIGKILL at each request, before it is passed on or after it was carried out: no signing key is left over."""
    clock = MovedClock(tmp_path)
    lodge = make_lodge(two_services(), http=True, wrapper=clock.wrapper)
    tenants = Tenants(lodge, wrapper=clock.wrapper)
    tenants("onboard", "123")
    tenants("offboard", "123", "--days", "7")
    clock.move(timedelta(days=7, minutes=1))
    lodge.restart()
    tenants = Tenants(lodge, wrapper=clock.wrapper)
    wait_for(lambda: tenants.run("certificate", "123").returncode == 0, 60, "the deletion to be recorded")
    with clock.for_clients():
        kms = lodge.client("kms", "A/admin")

        def signers() -> list[str]:
            keys = [key["KeyId"] for key in kms.list_keys()["Keys"]]
            live = [key for key in keys if metadata(kms, key)["KeyState"] == "Enabled"]
            return [key for key in live if tags(kms, key) == {"lodge:signs": "certificates"}]

        number = 0
        while True:
            number += 1
            # As before the first certificate: the key is another's now.
            (key,) = signers()
            kms.create_alias(AliasName=f"alias/other-{number}", TargetKeyId=key)
            kms.untag_resource(KeyId=key, TagKeys=["lodge:signs"])
            kms.delete_alias(AliasName=SIGNER)
            processes: list[Any] = []
            stopped: list[str] = []

            def rule(
                at: int,
                name: str,
                is_answer: bool,
                number: int = number,
                processes: list[Any] = processes,
                stopped: list[str] = stopped,
            ) -> bool:
                if at < number or (at == number and is_answer != answered):
                    return True
                stopped.append(name)
                processes[0].kill()
                return False

            with Interceptor(lodge.endpoint, rule) as between:
                killed = Tenants(lodge, endpoint=between.endpoint, wrapper=clock.wrapper)
                processes.append(killed.start("certificate", "123"))
                processes[0].communicate(timeout=60)
            if not stopped:
                assert processes[0].returncode == 0
                assert {"CreateKey", "CreateAlias", "Sign"} <= set(between.names)
                break
            assert processes[0].returncode != 0
            tenants("certificate", "123")
            assert signers() == [metadata(kms, SIGNER)["KeyId"]], f"request {number}, {stopped[0]}"
    assert number > 10


def test_a_certificate_over_http(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    clock, profile = MovedClock(tmp_path), tmp_path / "config"
    wrapper = (*clock.wrapper, f"AWS_CONFIG_FILE={profile}")
    arguments = ("--tenants-profile", "tenants", "--tenants-account", ACCOUNT)
    lodge = make_lodge(two_services(), http=True, wrapper=wrapper, arguments=arguments)
    write_profile(lodge, "A/admin", profile)
    client = lodge.client("tenants", "A/admin")
    key = client.onboard_tenant(tenantId="123")["tenant"]["keyArn"]
    with refused("ConflictException", "is live"):
        client.issue_erasure_certificate(tenantId="123")
    client.offboard_tenant(tenantId="123", pendingWindowInDays=7)
    with refused("ConflictException", "is being offboarded"):
        client.issue_erasure_certificate(tenantId="123")
    with refused("AccessDeniedException"):
        lodge.client("tenants", "A/nobody").issue_erasure_certificate(tenantId="123")

    clock.move(timedelta(days=7, minutes=1))
    lodge.restart()
    write_profile(lodge, "A/admin", profile)
    envelopes: list[Json] = []

    def issued() -> bool:
        with clock.for_clients(), contextlib.suppress(ClientError):
            envelopes.append(lodge.client("tenants", "A/admin").issue_erasure_certificate(tenantId="123"))
        return bool(envelopes)

    wait_for(issued, 60, "the deletion to be recorded")
    envelope = {name: it for name, it in envelopes[0].items() if name != "ResponseMetadata"}
    file = tmp_path / "certificate.json"
    file.write_text(json.dumps(envelope))
    verified = Tenants(lodge)("verify-certificate", file)
    assert (verified["certificate"]["tenant"], verified["certificate"]["key"]) == ("123", key)
