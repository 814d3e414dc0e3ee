"""SAML providers, and AssumeRoleWithSAML with responses of an identity provider in Python."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore import UNSIGNED
from botocore.config import Config

from bootstrap import ADMINISTRATOR, Json, account, administrator, role, world
from lodge import Credentials, Lodge, refused, wait_for
from operations import KEYS as ACCOUNT
from saml_idp import ATTRIBUTES, ENTITY_ID, SIGN_IN, IdentityProvider, Says, for_role

PROVIDER = f"arn:aws:iam::{ACCOUNT}:saml-provider/Idp"
AFFILIATION = "urn:oid:1.3.6.1.4.1.5923.1.1.1.1"


def role_arn(name: str) -> str:
    return f"arn:aws:iam::{ACCOUNT}:role/{name}"


def trusting(condition: Json | None = None) -> Json:
    statement = {
        "Effect": "Allow",
        "Principal": {"Federated": PROVIDER},
        "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"],
        "Condition": condition or {},
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


@pytest.fixture(scope="module")
def own(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    staff = {"ForAnyValue:StringEquals": {"saml:edupersonaffiliation": "staff"}}
    roles = [
        role("Open", trusting({"StringEquals": {"SAML:aud": SIGN_IN}}), {"all": ADMINISTRATOR}),
        role("Staff", trusting(staff)),
    ]
    return make_module_lodge(world(account(ACCOUNT, "A", users=[administrator()], roles=roles)))


@pytest.fixture(scope="module")
def idp(own: Lodge) -> IdentityProvider:
    """The identity provider, which account A knows."""
    made = IdentityProvider()
    answer = own.client("iam", "A/admin").create_saml_provider(Name="Idp", SAMLMetadataDocument=made.metadata())
    assert answer["SAMLProviderArn"] == PROVIDER
    return made


@pytest.fixture(scope="module")
def assume(own: Lodge, idp: IdentityProvider) -> Callable[..., Json]:
    """`assume(says, DurationSeconds=...)`: without credentials, and without a signature."""
    client = own.client("sts", "A/admin", config=Config(signature_version=UNSIGNED))

    def call(says: Says, name: str = "Open", **more: Any) -> Json:  # noqa: ANN401 (those of AssumeRoleWithSAML)
        response = more.pop("SAMLAssertion", None) or idp.response(says)
        parameters = {"RoleArn": role_arn(name), "PrincipalArn": PROVIDER, "SAMLAssertion": response}
        return client.assume_role_with_saml(**parameters | more)

    return call


def says(name: str = "Open") -> Says:
    return for_role(role_arn(name), PROVIDER)


def test_a_response_is_exchanged_for_a_session(own: Lodge, assume: Callable[..., Json]) -> None:
    answer = assume(says().with_attribute(f"{ATTRIBUTES}SourceIdentity", "ann"))
    assert answer["Subject"] == "ann@example.com"
    assert answer["SubjectType"] == "persistent"
    assert answer["Issuer"] == ENTITY_ID
    assert answer["Audience"] == SIGN_IN
    assert answer["SourceIdentity"] == "ann"
    assert len(answer["NameQualifier"]) == 28
    arn = f"arn:aws:sts::{ACCOUNT}:assumed-role/Open/ann"
    assert answer["AssumedRoleUser"]["Arn"] == arn
    caller = Credentials.of_answer(answer)
    assert own.client("sts", caller).get_caller_identity()["Arn"] == arn
    assert own.client("iam", caller).list_saml_providers()["SAMLProviderList"][0]["Arn"] == PROVIDER


def test_one_response_serves_for_several_roles(idp: IdentityProvider, assume: Callable[..., Json]) -> None:
    both = says().with_attribute(f"{ATTRIBUTES}Role", *(f"{role_arn(name)},{PROVIDER}" for name in ("Open", "Staff")))
    response = idp.response(both.with_attribute(AFFILIATION, "member", "staff"))
    for name in ("Open", "Staff", "Open"):
        assert assume(both, name, SAMLAssertion=response)["AssumedRoleUser"]["Arn"].endswith(f"/{name}/ann")


def test_the_trust_policy_and_the_assertion_decide(assume: Callable[..., Json]) -> None:
    with refused("AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML"):
        assume(says("Staff").with_attribute(AFFILIATION, "student"), "Staff")
    with refused("AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML"):
        assume(says("Staff").with_attribute(AFFILIATION, "staff"), "Open")
    with refused("AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML"):
        assume(says("None"), "None")


def test_the_shortest_duration_counts(assume: Callable[..., Json]) -> None:
    def lasts(says: Says, **more: int) -> float:
        expiration = assume(says, **more)["Credentials"]["Expiration"]
        return (expiration - datetime.now(UTC)) / timedelta(seconds=1)

    duration = f"{ATTRIBUTES}SessionDuration"
    assert lasts(says()) == pytest.approx(3600, abs=60)
    assert lasts(says().with_attribute(duration, "900")) == pytest.approx(900, abs=60)
    assert lasts(says().with_attribute(duration, "43200")) == pytest.approx(3600, abs=60)
    assert lasts(replace(says(), session_ends=600), DurationSeconds=1800) == pytest.approx(600, abs=60)
    with refused("ValidationError", "MaxSessionDuration"):
        assume(says(), DurationSeconds=7200)


def test_tags_of_the_assertion_are_those_of_the_session(own: Lodge, assume: Callable[..., Json]) -> None:
    tagged = says().with_attribute(f"{ATTRIBUTES}PrincipalTag:Team", "a")
    answer = assume(tagged.with_attribute(f"{ATTRIBUTES}TransitiveTagKeys", "Team"))
    assert answer["PackedPolicySize"] == 1
    caller = Credentials.of_answer(answer)
    name = "ByTag"
    document = trusting()
    document["Statement"][0] |= {
        "Principal": {"AWS": ACCOUNT},
        "Action": ["sts:AssumeRole", "sts:TagSession"],
        "Condition": {"StringEquals": {"aws:PrincipalTag/Team": "a", "saml:sub": "ann@example.com"}},
    }
    own.client("iam", "A/admin").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(document))
    own.client("sts", caller).assume_role(RoleArn=role_arn(name), RoleSessionName="next")


@pytest.mark.parametrize(
    ("change", "code", "text"),
    [
        ({"issued": -301}, "ExpiredTokenException", "Token must be redeemed within 5 minutes of issuance"),
        ({"issued": 600}, "InvalidIdentityToken", "not valid yet"),
        ({"issuer": "https://other.example.com"}, "InvalidIdentityToken", "Issuer not present in specified provider"),
        ({"audience": "https://other.example.com"}, "InvalidIdentityToken", "does not contain the required audience"),
        ({"recipient": "https://other.example.com"}, "InvalidIdentityToken", "Recipient"),
        ({"status": "Responder"}, "IDPRejectedClaim", "status:Responder"),
    ],
)
def test_responses_that_are_refused(assume: Callable[..., Json], change: Json, code: str, text: str) -> None:
    with refused(code, text):
        assume(replace(says(), **change))


def test_session_names_and_source_identities(assume: Callable[..., Json]) -> None:
    name, identity = f"{ATTRIBUTES}RoleSessionName", f"{ATTRIBUTES}SourceIdentity"
    with refused("InvalidIdentityToken", "RoleSessionName is required in AuthnResponse"):
        assume(says().without_attribute(name))
    with refused("InvalidIdentityToken", "RoleSessionName in AuthnResponse must match"):
        assume(says().with_attribute(name, "Ann Example"))
    with refused("InvalidIdentityToken", "Source Identity must match"):
        assume(says().with_attribute(identity, "aws:ann"))


def test_another_key_signs_for_nobody(assume: Callable[..., Json]) -> None:
    with refused("InvalidIdentityToken", "Response signature invalid"):
        assume(says(), SAMLAssertion=IdentityProvider().response(says()))
    with refused("InvalidIdentityToken", "cannot be read"):
        assume(says(), SAMLAssertion="AAAA")
    with refused("InvalidIdentityToken", "Specified provider doesn't exist"):
        assume(says(), PrincipalArn=f"{PROVIDER}2")


def test_the_trail_names_the_user_of_the_identity_provider(own: Lodge, assume: Callable[..., Json]) -> None:
    answer = assume(replace(says(), subject="recorded@example.com"))
    trail = own.client("cloudtrail", "A/admin")
    found: list[Json] = []

    def recorded() -> bool:
        named = [{"AttributeKey": "EventName", "AttributeValue": "AssumeRoleWithSAML"}]
        events = [
            json.loads(event["CloudTrailEvent"]) for event in trail.lookup_events(LookupAttributes=named)["Events"]
        ]
        found[:] = [event for event in events if event["userIdentity"].get("userName") == "recorded@example.com"]
        return bool(found)

    wait_for(recorded, 10, "the record")
    assert found[0]["userIdentity"] == {
        "type": "SAMLUser",
        "principalId": f"{answer['NameQualifier']}:recorded@example.com",
        "userName": "recorded@example.com",
        "identityProvider": answer["NameQualifier"],
    }
    assert found[0]["requestParameters"]["principalArn"] == PROVIDER
    explained = own.run("policy", "explain", found[0]["eventID"], "--data", str(own.data)).stdout
    assert "With today's policies: the same." in explained
    assert "Note:" not in explained
    assert found[0]["responseElements"]["subject"] == "recorded@example.com"
    assert found[0]["responseElements"]["credentials"]["accessKeyId"] == answer["Credentials"]["AccessKeyId"]


def test_a_provider_has_a_document_and_tags(own: Lodge) -> None:
    iam = own.client("iam", "A/admin")
    first, second = IdentityProvider().metadata(), IdentityProvider().metadata()
    made = iam.create_saml_provider(Name="Second", SAMLMetadataDocument=first, Tags=[{"Key": "Team", "Value": "a"}])
    named = {"SAMLProviderArn": made["SAMLProviderArn"]}
    assert iam.get_saml_provider(**named)["SAMLMetadataDocument"] == first
    iam.update_saml_provider(**named, SAMLMetadataDocument=second)
    shown = iam.get_saml_provider(**named)
    assert shown["SAMLMetadataDocument"] == second
    assert shown["ValidUntil"] - shown["CreateDate"] > timedelta(days=36000)
    iam.tag_saml_provider(**named, Tags=[{"Key": "Env", "Value": "b"}])
    iam.untag_saml_provider(**named, TagKeys=["Team"])
    assert iam.list_saml_provider_tags(**named)["Tags"] == [{"Key": "Env", "Value": "b"}]
    with refused("EntityAlreadyExists", "SAMLProvider with name Second already exists."):
        iam.create_saml_provider(Name="Second", SAMLMetadataDocument=first)
    with refused("InvalidInput", "Could not parse metadata"):
        iam.update_saml_provider(**named, SAMLMetadataDocument="x" * 1000)
    with refused("ValidationError", "AddPrivateKey is not supported"):
        iam.update_saml_provider(**named, AddPrivateKey="x")
    iam.delete_saml_provider(**named)
    with refused("NoSuchEntity", f"Manifest not found for arn {named['SAMLProviderArn']}"):
        iam.get_saml_provider(**named)
