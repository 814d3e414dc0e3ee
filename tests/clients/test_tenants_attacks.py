"""Attacks by those who may make and tag keys, and nothing more: a tag says whom a key is for, never that the service made it."""

import base64
import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from bootstrap import Json, user
from lodge import REGION, Lodge, refused, wait_for
from moved_clock import MovedClock
from operations import allowing
from tenants import ACCOUNT, Client, Tenants, metadata, session, two_services, write_profile

DEV = f"arn:aws:iam::{ACCOUNT}:user/dev"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"


def with_attackers() -> Json:
    """Beside the administrator: who may make and tag keys, and who may do everything about the tenant acme."""
    made = two_services()
    made["accounts"][0]["users"] += [
        user("dev", {"keys": allowing(["kms:CreateKey", "kms:TagResource"])}),
        user("support", {"acme": allowing("tenants:*", f"arn:aws:tenants:*:{ACCOUNT}:tenant/acme")}),
    ]
    return made


@dataclass
class World:
    """A Lodge with a tenants API, and who calls it."""

    lodge: Lodge

    def tenants(self, caller: str = "A/admin") -> Client:
        """The tenants API."""
        return self.lodge.client("tenants", caller)

    def kms(self, caller: str = "A/admin") -> Client:
        """The KMS."""
        return self.lodge.client("kms", caller)

    def planted(self, tenant: str, **arguments: Any) -> str:  # noqa: ANN401
        """A key that the attacker makes, with a policy of their own and a tenant's tag."""
        policy = {"Version": "2012-10-17", "Statement": [own_statement(DEV), own_statement(ROOT)]}
        given = {
            "Policy": json.dumps(policy),
            "Tags": [{"TagKey": "lodge:tenant", "TagValue": tenant}],
        } | arguments
        return self.kms("A/dev").create_key(**given)["KeyMetadata"]["KeyId"]

    def differences(self, tenant: str) -> list[Json]:
        """What drift says."""
        return self.tenants().get_tenant_drift(tenantId=tenant)["deviations"]


def own_statement(principal: str, action: str = "kms:*") -> Json:
    return {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": action, "Resource": "*"}


@pytest.fixture(scope="module")
def world(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> World:
    profile = tmp_path_factory.mktemp("tenants") / "config"
    lodge = make_module_lodge(
        with_attackers(),
        http=True,
        arguments=("--tenants-profile", "tenants", "--tenants-account", ACCOUNT),
        wrapper=("env", f"AWS_CONFIG_FILE={profile}"),
    )
    write_profile(lodge, "A/admin", profile)
    return World(lodge)


def test_a_key_that_was_made_in_advance_does_not_become_the_tenants(world: World) -> None:
    key = world.planted("newco")
    world.kms("A/dev").create_grant(KeyId=key, GranteePrincipal=DEV, Operations=["Decrypt", "Encrypt"])
    made = world.tenants().onboard_tenant(tenantId="newco")
    assert made["changes"] == ["made the key", "switched rotation on", "made the alias"]
    assert not made["tenant"]["keyArn"].endswith(key)
    service_b = world.lodge.client("kms", session(world.lodge, "newco"))
    sealed = service_b.encrypt(KeyId="alias/customer-newco", Plaintext=b"secret")["CiphertextBlob"]
    with refused("AccessDeniedException"):
        world.kms("A/dev").decrypt(CiphertextBlob=sealed)
    (difference,) = world.differences("newco")
    assert (difference["subject"], difference["fixable"]) == ("foreignKey", False)
    assert key in difference["detail"]
    world.tenants().fix_tenant_drift(tenantId="newco")
    assert metadata(world.kms(), key)["KeyState"] == "Enabled"


def sealed_policy(world: World, tenant: str) -> str:
    """The key policy that onboarding gives a tenant's key."""
    policy = json.dumps(
        Tenants(world.lodge)("onboard", "pattern") and Tenants(world.lodge)("show", "pattern")["policy"]
    )
    return policy.replace("customer-pattern", f"customer-{tenant}")


@pytest.mark.parametrize(
    "form",
    [
        {"MultiRegion": True},
        {"KeySpec": "HMAC_256", "KeyUsage": "GENERATE_VERIFY_MAC"},
        {"KeySpec": "RSA_2048", "KeyUsage": "ENCRYPT_DECRYPT"},
    ],
    ids=["several-regions", "mac", "rsa"],
)
def test_the_right_policy_alone_makes_no_key_the_tenants(world: World, form: Json) -> None:
    """A key of several regions has a policy of its own in each."""
    tenant = f"form-{len(str(form))}"
    key = world.planted(tenant, Policy=sealed_policy(world, tenant), BypassPolicyLockoutSafetyCheck=True, **form)
    made = world.tenants().onboard_tenant(tenantId=tenant)
    assert "made the key" in made["changes"]
    assert [it["subject"] for it in world.differences(tenant)] == ["foreignKey"]
    assert metadata(world.kms(), key)["KeyState"] == "Enabled"


def test_a_grant_that_was_made_in_advance_stays_without_effect(world: World) -> None:
    """The key is sealed after the grant is made: the policy is right, and there is still a way to the key."""
    key = world.planted("sealed-late")
    dev = world.kms("A/dev")
    dev.create_grant(KeyId=key, GranteePrincipal=DEV, Operations=["Decrypt", "CreateGrant"])
    dev.put_key_policy(
        KeyId=key, PolicyName="default", Policy=sealed_policy(world, "sealed-late"), BypassPolicyLockoutSafetyCheck=True
    )
    assert "made the key" in world.tenants().onboard_tenant(tenantId="sealed-late")["changes"]


def test_a_tag_gives_no_power_over_foreign_keys(world: World) -> None:
    kms, support, admin = world.kms(), world.tenants("A/support"), world.tenants()
    database = kms.create_key(Description="billing database")["KeyMetadata"]["KeyId"]
    world.kms("A/dev").tag_resource(KeyId=database, Tags=[{"TagKey": "lodge:tenant", "TagValue": "acme"}])
    for call in (
        lambda: support.get_tenant(tenantId="acme"),
        lambda: support.suspend_tenant(tenantId="acme", reason="x"),
        lambda: support.resume_tenant(tenantId="acme"),
        lambda: support.offboard_tenant(tenantId="acme", pendingWindowInDays=7),
        lambda: support.cancel_offboarding(tenantId="acme"),
        lambda: support.get_import_parameters(tenantId="acme"),
    ):
        with refused("TenantNotFoundException"):
            call()
    # As if it were being offboarded.
    world.kms("A/dev").tag_resource(KeyId=database, Tags=[{"TagKey": "lodge:offboarded", "TagValue": "x"}])
    with refused("ConflictException", database):
        support.cancel_offboarding(tenantId="acme")
    assert "made the key" in support.onboard_tenant(tenantId="acme")["changes"]
    assert support.onboard_tenant(tenantId="acme")["changes"] == []
    assert support.fix_tenant_drift(tenantId="acme")["changes"] == []
    assert [it["subject"] for it in world.differences("acme")] == ["foreignKey"]
    support.offboard_tenant(tenantId="acme", pendingWindowInDays=7)
    support.cancel_offboarding(tenantId="acme")
    assert metadata(kms, "alias/customer-acme")["KeyId"] != database
    assert metadata(kms, database)["KeyState"] == "Enabled"
    assert admin.get_cost()["keys"] > 0
    kms.untag_resource(KeyId=database, TagKeys=["lodge:tenant", "lodge:offboarded"])


def test_the_alias_of_one_tenant_gives_no_power_over_the_key_of_another(world: World) -> None:
    kms, support, admin = world.kms(), world.tenants("A/support"), world.tenants()
    for tenant in ("acme", "victim"):
        admin.onboard_tenant(tenantId=tenant)
    own, victim = (metadata(kms, f"alias/customer-{tenant}")["KeyId"] for tenant in ("acme", "victim"))
    kms.update_alias(AliasName="alias/customer-acme", TargetKeyId=victim)
    for call in (
        lambda: support.get_tenant(tenantId="acme"),
        lambda: support.suspend_tenant(tenantId="acme", reason="x"),
        lambda: support.resume_tenant(tenantId="acme"),
        lambda: support.offboard_tenant(tenantId="acme", pendingWindowInDays=7),
        lambda: support.cancel_offboarding(tenantId="acme"),
        lambda: support.get_import_parameters(tenantId="acme"),
        lambda: support.import_key_material(tenantId="acme", importToken=b"x", encryptedKeyMaterial=b"x"),
        lambda: support.onboard_tenant(tenantId="acme"),
    ):
        with refused("ConflictException", "alias/customer-acme leads to the key of the tenant 'victim'"):
            call()
    assert metadata(kms, victim)["KeyState"] == "Enabled"
    kms.update_alias(AliasName="alias/customer-acme", TargetKeyId=own)
    assert support.get_tenant(tenantId="acme")["tenant"]["status"] == "active"


def test_a_tenant_whose_key_was_changed_before_it_left(world: World) -> None:
    """Cancelling says which key it is and what to do, and does it then."""
    kms, admin = world.kms(), world.tenants()
    key = admin.onboard_tenant(tenantId="changed")["tenant"]["keyArn"].split("/")[-1]
    right = kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"]
    other = right.replace("kms:Decrypt", "kms:ReEncryptFrom")
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=other)
    admin.offboard_tenant(tenantId="changed", pendingWindowInDays=7)
    with refused("ConflictException", f"the key {key} bears the tag of 'changed'"):
        admin.cancel_offboarding(tenantId="changed")
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=right)
    assert admin.cancel_offboarding(tenantId="changed")["tenant"]["status"] == "active"


def test_a_key_with_known_material_does_not_become_the_tenants(world: World) -> None:
    """Without an alias, a key of imported material is onboarding's as long as nobody has brought any."""
    admin, kms = world.tenants(), world.kms()
    admin.onboard_tenant(tenantId="waits", origin="EXTERNAL")
    key = metadata(kms, "alias/customer-waits")["KeyId"]
    kms.delete_alias(AliasName="alias/customer-waits")
    assert admin.onboard_tenant(tenantId="waits", origin="EXTERNAL")["changes"] == ["made the alias"]
    assert metadata(kms, "alias/customer-waits")["KeyId"] == key


def test_one_key_stops_nobody(world: World) -> None:
    """Its tags can be read, and nothing else of it."""
    admin = world.tenants()
    admin.onboard_tenant(tenantId="calm")
    policy = {"Version": "2012-10-17", "Statement": [own_statement(DEV), own_statement(ROOT, "kms:ListResourceTags")]}
    key = world.planted("hidden", Policy=json.dumps(policy), BypassPolicyLockoutSafetyCheck=True)
    assert "made the key" in admin.onboard_tenant(tenantId="fresh")["changes"]
    assert admin.get_tenant_drift(tenantId="calm")["deviations"] == []
    admin.get_usage()
    admin.get_cost()
    with refused("TenantNotFoundException"):
        admin.get_tenant(tenantId="hidden")
    (listed,) = [it for it in Tenants(world.lodge)("list") if it["tenant"] == "hidden"]
    assert (listed["status"], listed["key"]["id"]) == ("unavailable", key)
    pages = [admin.list_tenants(limit=100)]
    while token := pages[-1].get("nextToken"):
        pages.append(admin.list_tenants(limit=100, nextToken=token))
    status = {it["tenantId"]: it["status"] for page in pages for it in page["tenants"]}
    assert (status["hidden"], status["calm"]) == ("unavailable", "active")
    (difference,) = world.differences("hidden")
    assert difference["subject"] == "hiddenKey"
    assert f"{key} cannot be looked at" in difference["detail"]
    assert f"hidden: the key {key} cannot be looked at" in Tenants(world.lodge).run("drift").stdout

    # The same with the key of a live tenant.
    admin.onboard_tenant(tenantId="dark")
    kms = world.kms()
    kms.put_key_policy(
        KeyId=metadata(kms, "alias/customer-dark")["KeyId"],
        PolicyName="default",
        Policy=json.dumps(policy),
        BypassPolicyLockoutSafetyCheck=True,
    )
    assert [it["subject"] for it in world.differences("dark")] == ["hiddenKey"]
    assert {it["tenant"]: it["status"] for it in Tenants(world.lodge)("list")}["dark"] == "unavailable"
    admin.get_cost()
    assert admin.get_tenant_drift(tenantId="calm")["deviations"] == []


def test_certificates_are_about_keys_of_the_tenant(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    """Neither a key of somebody else is certified, nor is anything said of it; and the signing key is not planted."""
    clock, profile = MovedClock(tmp_path), tmp_path / "config"
    lodge = make_lodge(
        with_attackers(),
        http=True,
        wrapper=(*clock.wrapper, f"AWS_CONFIG_FILE={profile}"),
        arguments=("--tenants-profile", "tenants", "--tenants-account", ACCOUNT),
    )
    write_profile(lodge, "A/admin", profile)
    world, kms, tag = (
        World(lodge),
        lodge.client("kms", "A/admin"),
        {"TagKey": "lodge:signs", "TagValue": "certificates"},
    )
    planted = world.planted("x", KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY", Tags=[tag])
    tagged = kms.create_key(Tags=[tag])["KeyMetadata"]["KeyId"]
    gone, live = (kms.create_key()["KeyMetadata"]["Arn"] for _ in range(2))
    kms.schedule_key_deletion(KeyId=gone, PendingWindowInDays=7)
    own = world.tenants().onboard_tenant(tenantId="acme")["tenant"]["keyArn"]
    world.tenants().offboard_tenant(tenantId="acme", pendingWindowInDays=7)
    with refused("ConflictException", "is being offboarded"):
        world.tenants().issue_erasure_certificate(tenantId="acme", keyArn=gone)
    clock.move(timedelta(days=7, minutes=1))
    lodge.restart()
    write_profile(lodge, "A/admin", profile)
    issued: list[Json] = []

    def is_issued() -> bool:
        with clock.for_clients(), contextlib.suppress(ClientError):
            issued.append(lodge.client("tenants", "A/support").issue_erasure_certificate(tenantId="acme", keyArn=own))
        return bool(issued)

    wait_for(is_issued, 60, "the deletion to be recorded")
    certificate = json.loads(base64.b64decode(issued[0]["payload"]))
    assert certificate["key"] == own
    with clock.for_clients():
        kms, admin = lodge.client("kms", "A/admin"), lodge.client("tenants", "A/admin")
        elsewhere = own.replace(REGION, "eu-west-3")
        for name in (gone, live, elsewhere, f"arn:aws:kms:{REGION}:{ACCOUNT}:alias/x", "arn:<script>", own + "/x"):
            with refused("ConflictException", "what was named is not a key of the tenant 'acme'"):
                admin.issue_erasure_certificate(tenantId="acme", keyArn=name)
        with refused("ConflictException", "what was named is not a key of the tenant 'never-was'"):
            admin.issue_erasure_certificate(tenantId="never-was", keyArn=own)
        signer = certificate["signedWith"].split("/")[-1]
        assert signer not in (planted, tagged)
        assert [metadata(kms, key)["KeyState"] for key in (signer, planted, tagged)] == ["Enabled"] * 3
