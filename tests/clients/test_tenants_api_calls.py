"""What a call of the tenants API makes of calls to the KMS: few, however many tenants there are and however many ask."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
from botocore.exceptions import ClientError

from interceptor import Interceptor
from lodge import Lodge, refused
from tenants import ACCOUNT, Tenants, two_services, write_profile

TENANTS = 30
PLAIN_KEYS = 10


@dataclass
class Api:
    """A Lodge with some tenants, and what its tenants API asks of its KMS."""

    lodge: Lodge
    between: Interceptor

    @property
    def client(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        return self.lodge.client("tenants", "A/admin")

    def calls(self, what: Callable[[], object]) -> Counter[str]:
        """The calls that `what` takes."""
        before = len(self.between.names)
        what()
        return Counter(self.between.names[before:])


@pytest.fixture(scope="module")
def api(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    folder = tmp_path_factory.mktemp("tenants")
    profile = folder / "config"
    arguments = ("--tenants-profile", "tenants", "--tenants-account", ACCOUNT)
    wrapper = ("env", f"AWS_CONFIG_FILE={profile}")
    lodge = make_module_lodge(two_services(), http=True, arguments=arguments, wrapper=wrapper)
    kms, tenants = lodge.client("kms", "A/admin"), Tenants(lodge)
    rows = "tenant\n" + "".join(f"t{at:02}\n" for at in range(TENANTS))
    tenants("onboard", "--from", "-", stdin=rows)
    tenants("offboard", "t03")
    kms.delete_alias(AliasName="alias/customer-t04")
    for at in range(PLAIN_KEYS):
        key = kms.create_key()["KeyMetadata"]["KeyId"]
        if at % 2:
            kms.create_alias(AliasName=f"alias/other-{at}", TargetKeyId=key)
    with Interceptor(lodge.endpoint, lambda *_: True) as between:
        write_profile(lodge, "A/admin", profile)
        profile.write_text(profile.read_text().replace(lodge.endpoint, between.endpoint))
        made = Api(lodge, between)
        made.client.get_tenant(tenantId="t00")
        yield made


def missing(client: Any, number: int) -> str:  # noqa: ANN401
    with pytest.raises(ClientError) as caught:
        client.get_tenant(tenantId=f"missing-{number}")
    return caught.value.response["Error"]["Code"]


def test_a_page_takes_some_calls_for_each_of_its_keys(api: Api) -> None:
    found, sizes, token = {}, [], {}
    while True:
        page: dict[str, Any] = {}
        calls = api.calls(lambda page=page, token=token: page.update(api.client.list_tenants(limit=7, **token)))
        assert calls["ListKeys"] == 1
        assert calls["ListAliases"] <= 7
        assert calls.total() <= 1 + 6 * 7
        sizes.append(len(page["tenants"]))
        found |= {tenant["tenantId"]: tenant["status"] for tenant in page["tenants"]}
        if "nextToken" not in page:
            break
        token = {"nextToken": page["nextToken"]}
    assert max(sizes) <= 7
    assert sum(sizes) == len(found) == TENANTS
    assert (found.pop("t03"), found.pop("t04")) == ("offboarding", "unfinished")
    assert set(found.values()) == {"active"}
    with refused("ValidationException"):
        api.client.list_tenants(nextToken="other")
    with refused("ValidationException"):
        api.client.list_tenants(limit=101)


def test_a_tenant_is_found_by_its_alias(api: Api) -> None:
    calls = api.calls(lambda: api.client.get_tenant(tenantId="t05"))
    assert set(calls) == {"DescribeKey", "GetKeyPolicy", "ListResourceTags", "GetKeyRotationStatus", "ListGrants"}
    assert calls.total() == 5


def test_a_tenant_without_an_alias_takes_one_look_at_all_keys(api: Api) -> None:
    for tenant, status in (("t03", "offboarding"), ("t04", "unfinished")):
        assert api.client.get_tenant(tenantId=tenant)["tenant"]["status"] == status
    calls = api.calls(lambda: missing(api.client, 0))
    # Tags of five plain keys and two of tenants, which are looked at; and the alias that is not there.
    looks = {"ListResourceTags": 7, "DescribeKey": 3, "GetKeyPolicy": 2, "ListGrants": 2}
    assert calls == {"ListKeys": 1, "ListAliases": 1, **looks}


def test_who_asks_at_the_same_time_shares_a_look(api: Api) -> None:
    client = api.client
    with ThreadPoolExecutor(24) as pool:
        codes: list[str] = []
        calls = api.calls(lambda: codes.extend(pool.map(lambda number: missing(client, number), range(24))))
    assert codes == ["TenantNotFoundException"] * 24
    assert calls["DescribeKey"] >= 24
    # At most every other caller has to begin one.
    assert calls["ListKeys"] <= 12
