"""`lodge tenants` with another KMS: moto, as a stand-in for AWS. What moto does not have is at the end of docs/tenants.md."""

import json
from pathlib import Path

import pytest

from interceptor import Interceptor
from moto_server import Moto
from tenants import Client, Tenants, found, metadata

ACCOUNT = "123456789012"


@pytest.fixture(scope="module")
def tenants(moto: Moto) -> Tenants:
    return Tenants(moto)


@pytest.fixture(scope="module")
def kms(moto: Moto) -> Client:
    return moto.client("kms")


def test_the_life_of_a_tenant(tenants: Tenants, kms: Client) -> None:
    outcome = tenants("onboard", "123")
    assert [it["kind"] for it in outcome["done"]] == ["createKey", "enableRotation", "createAlias"]
    it = found(kms, "123")
    assert it.live is not None
    assert (it.live["state"], it.live["rotation"], it.live["tags"]) == ("Enabled", True, {"lodge:tenant": "123"})
    assert it.live["policy"]["Statement"][0]["Principal"] == {"AWS": f"arn:aws:iam::{ACCOUNT}:role/ServiceARole"}
    assert tenants("onboard", "123")["done"] == []
    assert tenants("suspend", "123", "--reason", "unpaid")["status"] == "suspended"
    assert metadata(kms, outcome["key"]["id"])["KeyState"] == "Disabled"
    assert tenants("resume", "123")["status"] == "active"
    assert tenants("offboard", "123")["status"] == "offboarding"
    assert metadata(kms, outcome["key"]["id"])["KeyState"] == "PendingDeletion"
    assert "is being offboarded" in tenants.refused("onboard", "123")
    assert tenants("cancel-offboarding", "123")["status"] == "active"
    assert found(kms, "123") == it
    assert tenants("show", "123")["rotation"]


def test_onboarding_goes_on_wherever_it_ended(moto: Moto, tenants: Tenants, kms: Client) -> None:
    number = 0
    while True:
        number += 1
        tenant = f"cut-{number}"
        with Interceptor(
            moto.endpoint, lambda at, _, answered, n=number: at < n or (at == n and not answered)
        ) as between:
            result = Tenants(moto, endpoint=between.endpoint).run("onboard", tenant)
        if len(between.names) < number:
            assert result.returncode == 0
            break
        tenants("onboard", tenant)
        it = found(kms, tenant)
        assert it.live is not None
        assert (it.live["rotation"], it.others) == (True, ()), between.names[-1]
    assert number > 6


def test_many_tenants_and_their_drift(tenants: Tenants, kms: Client, tmp_path: Path) -> None:
    rows = "tenant\n" + "".join(f"t{at:02}\n" for at in range(60))
    assert tenants("onboard", "--from", "-", stdin=rows, cwd=tmp_path)["made"] == 60
    assert tenants("onboard", "--from", "-", stdin=rows, cwd=tmp_path)["unchanged"] == 60
    assert len([it for it in tenants("list") if it["tenant"].startswith("t")]) == 60
    assert not tenants("drift")["drifted"]
    key, other = (metadata(kms, f"alias/customer-{tenant}")["KeyId"] for tenant in ("t01", "t02"))
    policy = json.loads(kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"])
    policy["Statement"][0]["Action"] = "kms:*"
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(policy))
    kms.disable_key_rotation(KeyId=key)
    kms.untag_resource(KeyId=other, TagKeys=["lodge:tenant"])
    kms.delete_alias(AliasName="alias/customer-t03")
    report = tenants("drift", code=3)
    kinds = {it["tenant"]: [difference["kind"] for difference in it["differences"]] for it in report["drifts"]}
    assert kinds == {"t01": ["policy", "rotationOff"], "t02": ["tag"], "t03": ["noAlias"]}
    assert not tenants("drift", "--fix")["drifted"]
    assert tenants("drift")["drifts"] == []


def test_roles_are_applied(moto: Moto, tenants: Tenants) -> None:
    arguments = ("roles", "--services", "billing", "--account-a", ACCOUNT, "--account-b", ACCOUNT)
    planned = tenants(*arguments)
    assert len(tenants(*arguments, "--apply")["created"]) == 2
    assert len(tenants(*arguments, "--apply")["updated"]) == 2
    iam = moto.client("iam")
    for role in planned["roles"]:
        assert iam.get_role(RoleName=role["name"])["Role"]["AssumeRolePolicyDocument"] == role["trustPolicy"]
        for name, policy in role["policies"].items():
            assert iam.get_role_policy(RoleName=role["name"], PolicyName=name)["PolicyDocument"] == policy


def test_a_price_is_known(tenants: Tenants) -> None:
    cost = tenants("cost", "--services", "3")
    assert cost["keys"] > 60
    assert cost["separateTotal"] == 3 * cost["total"]
