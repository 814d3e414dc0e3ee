"""`lodge tenants roles`: for people, as Terraform, and applied; and that services cannot open each other's data."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hcl2
import pytest

from bootstrap import Json
from lodge import Credentials, Lodge, refused
from openid_provider import AUDIENCE, HOST, ISSUER, Provider
from tenants import ACCOUNT, SERVICE_ACCOUNT, Tenants, two_services

SERVICES = ("--services", "billing", "search", "--account-b", SERVICE_ACCOUNT)
#: Lodge runs nobody's Lambda functions: whoever is in the account may be Service B.
COMPUTE = ("--compute", SERVICE_ACCOUNT)


def assume(lodge: Lodge, caller: str | Credentials, account: str, role: str, policy: Json | None = None) -> Credentials:
    more = {"Policy": json.dumps(policy)} if policy else {}
    sts = lodge.client("sts", caller)
    arn = f"arn:aws:iam::{account}:role/{role}"
    return Credentials.of_answer(sts.assume_role(RoleArn=arn, RoleSessionName="test", **more))


def test_services_use_the_same_key_and_cannot_open_each_others_data(tenants_lodge: Lodge) -> None:
    a, b = Tenants(tenants_lodge), Tenants(tenants_lodge, "B/admin")
    planned = a("roles", *SERVICES, *COMPUTE, "--account-a", ACCOUNT)
    # The roles of account B first: trust policies of account A name them.
    assert "apply with the credentials of that account first" in a.refused(
        "roles", *SERVICES, *COMPUTE, "--account-a", ACCOUNT, "--apply"
    )
    first = b("roles", *SERVICES, *COMPUTE, "--account-a", ACCOUNT, "--apply")
    assert [arn.split("/")[1] for arn in first["created"]] == ["ServiceBRole-billing", "ServiceBRole-search"]
    second = a("roles", *SERVICES, *COMPUTE, "--apply")
    # One was made before the other was refused.
    assert sorted(arn.split("/")[1] for arn in second["created"] + second["updated"]) == [
        "ServiceARole-billing",
        "ServiceARole-search",
    ]
    assert second["left"] == first["created"]
    again = a("roles", *SERVICES, *COMPUTE, "--apply")
    assert (again["created"], len(again["updated"])) == ([], 2)

    # What IAM has is what was planned.
    for role in planned["roles"]:
        iam = tenants_lodge.client("iam", "A/admin" if role["account"] == ACCOUNT else "B/admin")
        assert iam.get_role(RoleName=role["name"])["Role"]["AssumeRolePolicyDocument"] == role["trustPolicy"]
        for name, policy in role["policies"].items():
            assert iam.get_role_policy(RoleName=role["name"], PolicyName=name)["PolicyDocument"] == policy

    a("onboard", "123", "--role", ",".join(planned["keyUsers"]))
    a("onboard", "456", "--role", ",".join(planned["keyUsers"]))
    only = json.loads(json.dumps(planned["sessionPolicy"]).replace("TENANT", "123"))
    sessions = {}
    for service in ("billing", "search"):
        own = assume(tenants_lodge, "B/admin", SERVICE_ACCOUNT, f"ServiceBRole-{service}")
        sessions[service] = tenants_lodge.client(
            "kms", assume(tenants_lodge, own, ACCOUNT, f"ServiceARole-{service}", only)
        )
    billing, search = sessions["billing"], sessions["search"]
    context = {"service": "billing", "record": "7"}
    sealed = billing.encrypt(KeyId="alias/customer-123", Plaintext=b"x", EncryptionContext=context)["CiphertextBlob"]
    whole = {"KeyId": "alias/customer-123", "CiphertextBlob": sealed, "EncryptionContext": context}
    assert billing.decrypt(**whole)["Plaintext"] == b"x"
    for call in (
        lambda: search.decrypt(**whole),
        lambda: search.encrypt(KeyId="alias/customer-123", Plaintext=b"x", EncryptionContext=context),
        lambda: billing.encrypt(KeyId="alias/customer-123", Plaintext=b"x"),
        lambda: billing.encrypt(KeyId="alias/customer-456", Plaintext=b"x", EncryptionContext=context),
    ):
        with refused("AccessDeniedException"):
            call()
    # One service may not take the other's role.
    other = assume(tenants_lodge, "B/admin", SERVICE_ACCOUNT, "ServiceBRole-search")
    with refused("AccessDenied"):
        assume(tenants_lodge, other, ACCOUNT, "ServiceARole-billing")
    # A service more is a drift of every key policy, which --fix mends.
    assert not a("drift", "--role", ",".join(planned["keyUsers"]))["drifted"]
    report = a("drift", "--role", "ServiceARole", code=3)
    assert [it["differences"] for it in report["drifts"]] == [[{"kind": "policy"}]] * 2


def test_without_services_they_are_the_articles(tenants_lodge: Lodge) -> None:
    planned = Tenants(tenants_lodge)("roles", "--account-a", ACCOUNT, "--account-b", SERVICE_ACCOUNT)
    b, a = planned["roles"]
    assert a["policies"] == {
        "TenantKeysByAlias": {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Sid": "AllowKMSByAlias",
                    "Effect": "Allow",
                    "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
                    "Resource": "*",
                    "Condition": {"StringLike": {"kms:RequestAlias": "alias/customer-*"}},
                }
            ],
        }
    }
    assert a["trustPolicy"]["Statement"] == [
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{SERVICE_ACCOUNT}:role/ServiceBRole"},
            "Action": "sts:AssumeRole",
        }
    ]
    assert b["trustPolicy"]["Statement"][0]["Principal"] == {"Service": "lambda.amazonaws.com"}


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--services", "billing", f"search={'7' * 12}"),
        ("--web-identity", "https://id.example.com/", "--audience", "app"),
    ],
)
def test_terraform_says_the_same_as_json(tenants_lodge: Lodge, more: tuple[str, ...]) -> None:
    """Parsed by python-hcl2; `jsonencode` and the escapes of templates are worked out here."""
    tenants = Tenants(tenants_lodge)
    arguments = ("roles", "--account-a", ACCOUNT, "--account-b", SERVICE_ACCOUNT, *more)
    planned = tenants(*arguments)
    text = tenants.run(*arguments, "--terraform").stdout
    module = hcl2.load(io.StringIO(text))
    roles: dict[str, Json] = {}
    policies: dict[str, dict[str, Json]] = {}
    for resource in module["resource"]:
        ((kind, named),) = [(unquoted(kind), it) for kind, it in resource.items()]
        ((name, it),) = [(unquoted(name), it) for name, it in named.items()]
        if kind == "aws_iam_role":
            roles[name] = it
        else:
            assert kind == "aws_iam_role_policy"
            owner = it["role"].removeprefix("${").removesuffix("}").split(".")[1]
            policies.setdefault(owner, {})[unquoted(it["name"])] = it
    assert len(roles) == len(planned["roles"])
    by_name = {unquoted(it["name"]): (identifier, it) for identifier, it in roles.items()}
    for role in planned["roles"]:
        identifier, it = by_name[role["name"]]
        assert f"account_{role['account']}" in it["provider"]
        assert document(text, f'"aws_iam_role" "{identifier}"', "assume_role_policy") == role["trustPolicy"]
        assert set(policies[identifier]) == set(role["policies"])
        for name, policy in role["policies"].items():
            block = f'"aws_iam_role_policy" "{identifier}_{name.lower()}"'
            assert document(text, block, "policy") == policy


def unquoted(text: str) -> str:
    """Newer versions of the parser leave quotes around strings."""
    return text.strip('"')


def document(text: str, block: str, attribute: str) -> Any:  # noqa: ANN401 (JSON)
    """The argument of `jsonencode` in a block, read as an expression of its own."""
    body = text.split(f"resource {block} {{", 1)[1].split("\n}\n", 1)[0]
    argument = body.split(f"{attribute} ", 1)[1].split("jsonencode(", 1)[1].rsplit("})", 1)[0] + "}"
    parsed = hcl2.load(io.StringIO(f"value = {argument}\n"))["value"]
    return plain(parsed)


def plain(value: Any) -> Any:  # noqa: ANN401
    """Without the parser's quotes and marks, and with `$${` meaning `${`."""
    if isinstance(value, dict):
        return {unquoted(name): plain(it) for name, it in value.items() if not name.startswith("__")}
    if isinstance(value, list):
        return [plain(it) for it in value]
    return unquoted(value).replace("$${", "${") if isinstance(value, str) else value


def test_what_roles_refuses(tenants_lodge: Lodge) -> None:
    tenants = Tenants(tenants_lodge)
    both = ("roles", "--account-a", ACCOUNT, "--account-b", SERVICE_ACCOUNT)
    assert "is no account id" in tenants.refused("roles", "--account-a", "1", "--account-b", SERVICE_ACCOUNT)
    assert "is no name for a service" in tenants.refused(*both, "--services", "a b")
    assert "is there twice" in tenants.refused(*both, "--services", "a", "a")
    assert "give one name" in tenants.refused(*both, "--role", "A,B")
    assert tenants.run("roles").returncode == 2


# With tokens.


def test_a_token_reaches_its_tenant_and_its_service(make_lodge: Callable[..., Lodge], tmp_path: Path) -> None:
    """One role for all tenants: the tenant is the tag in the token, and nothing else is asked for."""
    provider = Provider(tmp_path)
    lodge = make_lodge(
        two_services(), arguments=("--oidc-host", f"{HOST}=127.0.0.1:{provider.port}", "--oidc-ca", str(provider.ca))
    )
    lodge.client("iam", "A/admin").create_open_id_connect_provider(Url=ISSUER, ClientIDList=[AUDIENCE])
    tenants = Tenants(lodge)
    arguments = ("--web-identity", ISSUER, "--audience", AUDIENCE, "--services", "billing")
    applied = tenants("roles", "--apply", *arguments)
    assert [arn.split("/")[1] for arn in applied["created"]] == ["ServiceARole-billing"]
    for tenant in ("123", "456"):
        tenants("onboard", tenant, "--role", "ServiceARole-billing")

    def taken(**tags: list[str]) -> Credentials:
        token = provider.token(**{"https://aws.amazon.com/tags": {"principal_tags": tags}})
        sts = lodge.client("sts", "A/admin")
        return Credentials.of_answer(
            sts.assume_role_with_web_identity(
                RoleArn=applied["created"][0], RoleSessionName="ann", WebIdentityToken=token
            )
        )

    own = lodge.client("kms", taken(tenant=["123"]))
    context = {"service": "billing"}
    made = own.encrypt(KeyId="alias/customer-123", Plaintext=b"x", EncryptionContext=context)
    whole = {"KeyId": "alias/customer-123", "CiphertextBlob": made["CiphertextBlob"], "EncryptionContext": context}
    assert own.decrypt(**whole)["Plaintext"] == b"x"
    other = lodge.client("kms", taken(tenant=["456"]))
    for call in (
        lambda: other.decrypt(**whole),
        lambda: other.encrypt(KeyId="alias/customer-123", Plaintext=b"x", EncryptionContext=context),
        lambda: own.encrypt(KeyId="alias/customer-123", Plaintext=b"x", EncryptionContext={"service": "search"}),
        lambda: own.encrypt(KeyId="alias/customer-123", Plaintext=b"x"),
        lambda: own.decrypt(CiphertextBlob=made["CiphertextBlob"], EncryptionContext=context),
    ):
        with refused("AccessDeniedException"):
            call()
    with refused("AccessDenied"):
        taken()
    provider.stop()
