"""Service control policies and resource control policies: real calls of member accounts, and what they may do no more."""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from botocore.exceptions import ClientError

from bootstrap import Json
from lodge import UNCHECKED, Credentials, Lodge, refused

FULL = "p-FullAWSAccess"
SERVICE, RESOURCE = "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"


def deny(action: str | list[str], **more: Any) -> Json:  # noqa: ANN401 (JSON)
    return {"Sid": "Guardrail", "Effect": "Deny", "Action": action, "Resource": "*"} | more


def allow(action: str | list[str]) -> Json:
    return {"Effect": "Allow", "Action": action, "Resource": "*"}


@dataclass
class Organization:
    """An organization: its root, a unit, and in the unit a member account."""

    lodge: Lodge
    client: Any
    root: str
    unit: str
    member: str
    _made: list[str] = field(default_factory=list)

    def enter(self, account: str) -> Credentials:
        """A session of an account's access role."""
        sts = self.lodge.client("sts", self.lodge.administrator)
        arn = f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole"
        return Credentials.of_answer(sts.assume_role(RoleArn=arn, RoleSessionName="tests"))

    def new_account(self) -> str:
        name = f"account-{uuid.uuid4()}"[:50]
        made = self.client.create_account(AccountName=name, Email=f"{name}@example.com")
        return made["CreateAccountStatus"]["AccountId"]

    def new_unit(self, parent: str) -> str:
        made = self.client.create_organizational_unit(ParentId=parent, Name=str(uuid.uuid4()))
        return made["OrganizationalUnit"]["Id"]

    def move(self, account: str, source: str, destination: str) -> None:
        self.client.move_account(AccountId=account, SourceParentId=source, DestinationParentId=destination)

    def policy(self, statement: Json, kind: str = SERVICE) -> str:
        content = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        made = self.client.create_policy(Name=str(uuid.uuid4()), Description="", Type=kind, Content=content)
        return made["Policy"]["PolicySummary"]["Id"]

    @contextmanager
    def attached(self, policy: str, target: str, *, instead: bool = False) -> Iterator[None]:
        """Attached as long as this lasts; `instead` of FullAWSAccess."""
        self.client.attach_policy(PolicyId=policy, TargetId=target)
        if instead:
            self.client.detach_policy(PolicyId=FULL, TargetId=target)
        try:
            yield
        finally:
            if instead:
                self.client.attach_policy(PolicyId=FULL, TargetId=target)
            self.client.detach_policy(PolicyId=policy, TargetId=target)


@pytest.fixture(scope="module")
def organization(make_module_lodge: Callable[..., Lodge]) -> Organization:
    lodge = make_module_lodge()
    client = lodge.client("organizations", lodge.administrator)
    root = client.list_roots()["Roots"][0]["Id"]
    client.enable_policy_type(RootId=root, PolicyType=RESOURCE)
    made = Organization(lodge, client, root, "", "")
    made.unit, made.member = made.new_unit(root), made.new_account()
    made.move(made.member, root, made.unit)
    return made


@pytest.fixture(scope="module")
def kms(organization: Organization) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    """KMS, as the member account."""
    return organization.lodge.client("kms", organization.enter(organization.member))


@pytest.fixture(scope="module")
def key(kms: Any) -> str:  # noqa: ANN401
    return kms.create_key()["KeyMetadata"]["Arn"]


DENIED = "with an explicit deny in a service control policy"


@pytest.mark.parametrize("level", ["root", "unit", "member"])
def test_each_level_denies(organization: Organization, kms: Any, key: str, level: str) -> None:  # noqa: ANN401
    policy = organization.policy(deny("kms:Encrypt"))
    kms.encrypt(KeyId=key, Plaintext=b"x")
    with organization.attached(policy, getattr(organization, level)):
        with refused("AccessDeniedException", "not authorized to perform: kms:Encrypt", DENIED):
            kms.encrypt(KeyId=key, Plaintext=b"x")
        kms.describe_key(KeyId=key)
    kms.encrypt(KeyId=key, Plaintext=b"x")


@pytest.mark.parametrize("level", ["root", "unit", "member"])
def test_each_level_must_allow(organization: Organization, kms: Any, key: str, level: str) -> None:  # noqa: ANN401
    policy = organization.policy(allow(["kms:Describe*", "sts:*"]))
    with organization.attached(policy, getattr(organization, level), instead=True):
        kms.describe_key(KeyId=key)
        with refused("AccessDeniedException", "because no service control policy allows the kms:Encrypt action"):
            kms.encrypt(KeyId=key, Plaintext=b"x")
    kms.encrypt(KeyId=key, Plaintext=b"x")


def test_all_services_are_limited(organization: Organization) -> None:
    entered = organization.enter(organization.member)
    iam, sts = (organization.lodge.client(service, entered) for service in ("iam", "sts"))
    trust = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": organization.member}, "Action": "sts:AssumeRole"},
        ],
    }
    name = f"role-{uuid.uuid4()}"
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    sts.assume_role(RoleArn=role, RoleSessionName="tests")
    with organization.attached(organization.policy(deny(["iam:*", "sts:AssumeRole"])), organization.unit):
        with refused("AccessDenied", DENIED):
            iam.list_users()
        with refused("AccessDenied", DENIED):
            sts.assume_role(RoleArn=role, RoleSessionName="tests")
        # It needs no permission, and so nothing takes it away.
        assert sts.get_caller_identity()["Account"] == organization.member
    sts.assume_role(RoleArn=role, RoleSessionName="tests")


def test_conditions(organization: Organization, kms: Any, key: str) -> None:  # noqa: ANN401
    elsewhere = {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}
    with organization.attached(organization.policy(deny("kms:*", Condition=elsewhere)), organization.unit):
        with refused("AccessDeniedException", DENIED):
            kms.describe_key(KeyId=key)
        entered = organization.enter(organization.member)
        organization.lodge.client("kms", entered, region="eu-west-1").list_keys()
    paths = {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": f"o-*/{organization.root}/{organization.unit}/*"}}
    with organization.attached(organization.policy(deny("kms:*", Condition=paths)), organization.root):
        with refused("AccessDeniedException", DENIED):
            kms.describe_key(KeyId=key)
        other = organization.enter(organization.new_account())
        organization.lodge.client("kms", other).list_keys()


def test_a_move_counts_at_once(organization: Organization) -> None:
    strict = organization.new_unit(organization.unit)
    with organization.attached(organization.policy(deny("kms:*")), strict):
        kms = organization.lodge.client("kms", organization.enter(organization.member))
        for _ in range(3):
            kms.list_keys()
            organization.move(organization.member, organization.unit, strict)
            with refused("AccessDeniedException", DENIED):
                kms.list_keys()
            organization.move(organization.member, strict, organization.unit)
        kms.list_keys()


def test_a_changed_policy_counts_at_once(organization: Organization, kms: Any) -> None:  # noqa: ANN401
    policy = organization.policy(deny("s3:*"))
    with organization.attached(policy, organization.member):
        for action in ("kms:ListKeys", "s3:*", "kms:List*"):
            content = json.dumps({"Version": "2012-10-17", "Statement": [deny(action)]})
            organization.client.update_policy(PolicyId=policy, Content=content)
            if action.startswith("kms"):
                with refused("AccessDeniedException", DENIED):
                    kms.list_keys()
            else:
                kms.list_keys()


def test_the_management_account_is_not_limited(organization: Organization) -> None:
    lodge = organization.lodge
    management = lodge.client("kms", lodge.administrator)
    policy = organization.policy(deny("*"))
    with organization.attached(policy, organization.root):
        made = management.create_key()["KeyMetadata"]["Arn"]
        management.encrypt(KeyId=made, Plaintext=b"x")
        lodge.client("iam", lodge.administrator).list_users()
    resource = organization.policy(deny("kms:*", Principal="*"), RESOURCE)
    with organization.attached(resource, organization.root):
        management.encrypt(KeyId=made, Plaintext=b"x")


def test_the_record_names_the_policy(organization: Organization, kms: Any, key: str) -> None:  # noqa: ANN401
    policy = organization.policy(deny("kms:GetKeyPolicy"))
    with organization.attached(policy, organization.unit), pytest.raises(ClientError) as caught:
        kms.get_key_policy(KeyId=key)
    request_id = caught.value.response["ResponseMetadata"]["RequestId"]
    trail = organization.lodge.client("cloudtrail", organization.enter(organization.member))
    wanted = [{"AttributeKey": "EventName", "AttributeValue": "GetKeyPolicy"}]
    events = [json.loads(it["CloudTrailEvent"]) for it in trail.lookup_events(LookupAttributes=wanted)["Events"]]
    event = next(it for it in events if it["requestID"] == request_id)
    reason = event["additionalEventData"]["lodge"]["decisions"][0]["reasons"][0]
    assert reason["policyType"] == "service-control"
    assert policy in reason["policy"]
    assert reason["sid"] == "Guardrail"


# Resource control policies.


@pytest.fixture
def shared_key(organization: Organization, kms: Any) -> tuple[str, Any]:  # noqa: ANN401
    """A key of the member that another account may use, and KMS as that account."""
    partner = organization.new_account()
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": [organization.member, partner]},
                "Action": "kms:*",
                "Resource": "*",
            },
        ],
    }
    key = kms.create_key(Policy=json.dumps(policy))["KeyMetadata"]["Arn"]
    return key, organization.lodge.client("kms", organization.enter(partner))


def test_a_key_is_closed_to_callers_of_another_account(
    organization: Organization,
    kms: Any,  # noqa: ANN401
    shared_key: tuple[str, Any],
) -> None:
    key, partner = shared_key
    partner.encrypt(KeyId=key, Plaintext=b"x")
    only_own = {"StringNotEquals": {"aws:PrincipalAccount": organization.member}}
    policy = organization.policy(deny("kms:*", Principal="*", Condition=only_own), RESOURCE)
    for target in (organization.root, organization.unit, organization.member):
        with organization.attached(policy, target):
            # It says no more than for a key that there is not.
            with refused("AccessDeniedException", "the resource does not exist in this Region"):
                partner.encrypt(KeyId=key, Plaintext=b"x")
            kms.encrypt(KeyId=key, Plaintext=b"x")
        partner.encrypt(KeyId=key, Plaintext=b"x")


def test_resource_control_is_about_the_owner_of_the_resource(
    organization: Organization,
    kms: Any,  # noqa: ANN401
    shared_key: tuple[str, Any],
) -> None:
    key, partner = shared_key
    policy = organization.policy(deny("kms:Encrypt", Principal="*"), RESOURCE)
    account = organization.lodge.client("sts", organization.enter(organization.member)).get_caller_identity()["Account"]
    assert account == organization.member
    with organization.attached(policy, organization.member):
        with refused("AccessDeniedException", "with an explicit deny in a resource control policy"):
            kms.encrypt(KeyId=key, Plaintext=b"x")
        with refused("AccessDeniedException"):
            partner.encrypt(KeyId=key, Plaintext=b"x")
        # Its own keys are another account's.
        own = partner.create_key()["KeyMetadata"]["Arn"]
        partner.encrypt(KeyId=own, Plaintext=b"x")
    kms.encrypt(KeyId=key, Plaintext=b"x")


def test_resource_control_limits_who_enters_an_account(organization: Organization) -> None:
    statement = deny("sts:AssumeRole", Principal="*")
    organization.enter(organization.member)
    attached = organization.attached(organization.policy(statement, RESOURCE), organization.unit)
    with attached, refused("AccessDenied"):
        organization.enter(organization.member)
    organization.enter(organization.member)


def test_only_the_organization_itself_may_use_its_keys(organization: Organization, shared_key: tuple[str, Any]) -> None:
    """The data perimeter of AWS's examples: everybody here is of the organization."""
    key, partner = shared_key
    own = organization.client.describe_organization()["Organization"]["Id"]
    for organization_id, is_allowed in ((own, True), ("o-aaaaaaaaaa", False)):
        strangers = {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": organization_id}}
        policy = organization.policy(deny("kms:*", Principal="*", Condition=strangers), RESOURCE)
        with organization.attached(policy, organization.unit):
            if is_allowed:
                partner.describe_key(KeyId=key)
            else:
                with refused("AccessDeniedException"):
                    partner.describe_key(KeyId=key)


def test_a_policy_in_the_account_can_ask_where_the_resource_is(organization: Organization, kms: Any) -> None:  # noqa: ANN401
    path = f"o-*/{organization.root}/{organization.unit}/"
    for pattern, is_allowed in ((path, False), ("o-*/r-*/ou-none/", True)):
        inside = {"ForAnyValue:StringLike": {"aws:ResourceOrgPaths": pattern}}
        with organization.attached(organization.policy(deny("kms:ListKeys", Condition=inside)), organization.member):
            if is_allowed:
                kms.list_keys()
            else:
                with refused("AccessDeniedException", DENIED):
                    kms.list_keys()


# Closed accounts.


def test_nobody_calls_for_a_closed_account(organization: Organization) -> None:
    account = organization.new_account()
    entered = organization.enter(account)
    lodge = organization.lodge
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": [account, organization.member]},
                "Action": "kms:*",
                "Resource": "*",
            },
        ],
    }
    key = lodge.client("kms", entered).create_key(Policy=json.dumps(policy))["KeyMetadata"]["Arn"]
    outside = lodge.client("kms", organization.enter(organization.member))
    outside.encrypt(KeyId=key, Plaintext=b"x")
    organization.client.close_account(AccountId=account)
    with refused("UnrecognizedClientException"):
        lodge.client("kms", entered).list_keys()
    with refused("InvalidClientTokenId"):
        lodge.client("sts", entered).get_caller_identity()
    with refused("AccessDenied"):
        organization.enter(account)
    with refused("AccessDeniedException"):
        outside.encrypt(KeyId=key, Plaintext=b"x")
    assert organization.client.describe_account(AccountId=account)["Account"]["Status"] == "SUSPENDED"
    with refused("AccountAlreadyClosedException"):
        organization.client.close_account(AccountId=account)


# The simulator.


@dataclass
class Simulated:
    """A user of the member account who may do everything with keys, and the simulator there."""

    iam: Any
    name: str
    arn: str
    kms: Any

    def result(self, action: str, **more: Any) -> Json:  # noqa: ANN401 (those of SimulatePrincipalPolicy)
        """What the simulator says of one action."""
        (result,) = self.iam.simulate_principal_policy(PolicySourceArn=self.arn, ActionNames=[action], **more)[
            "EvaluationResults"
        ]
        return result

    def custom(self, *levels: list[Json], action: str = "kms:ListKeys", **more: Any) -> Json:  # noqa: ANN401 (those of SimulateCustomPolicy)
        """The same of a policy that allows everything, under service control policies that the call brings."""
        own = json.dumps({"Version": "2012-10-17", "Statement": [allow("*")]})
        brought = [
            {"ServiceControlPolicyInputList": [json.dumps({"Statement": [it]}) for it in level]} for level in levels
        ]
        (result,) = self.iam.simulate_custom_policy(
            PolicyInputList=[own], ActionNames=[action], OrderedOrganizationPolicyInputList=brought, **more
        )["EvaluationResults"]
        return result

    def may_list_keys(self) -> bool:
        """Whether the user really may."""
        try:
            self.kms.list_keys()
        except ClientError as error:
            if error.response["Error"]["Code"] != "AccessDeniedException":
                raise
            return False
        return True


def told(result: Json) -> tuple[str, bool]:
    """The decision, and whether the organization's part of it is yes."""
    return result["EvalDecision"], result["OrganizationsDecisionDetail"]["AllowedByOrganizations"]


@pytest.fixture
def simulated(organization: Organization) -> Simulated:
    lodge = organization.lodge
    iam = lodge.client("iam", organization.enter(organization.member), config=UNCHECKED)
    name = str(uuid.uuid4())
    arn = iam.create_user(UserName=name)["User"]["Arn"]
    policy = json.dumps({"Version": "2012-10-17", "Statement": [allow("kms:*")]})
    iam.put_user_policy(UserName=name, PolicyName="keys", PolicyDocument=policy)
    made = iam.create_access_key(UserName=name)["AccessKey"]
    kms = lodge.client("kms", Credentials(made["AccessKeyId"], made["SecretAccessKey"]))
    return Simulated(iam, name, arn, kms)


@pytest.mark.parametrize("level", ["root", "unit", "member"])
def test_the_simulator_agrees_under_each_level(organization: Organization, simulated: Simulated, level: str) -> None:
    denying, allowing = organization.policy(deny("kms:ListKeys")), organization.policy(allow(["iam:*", "sts:*"]))
    for policy, instead, decision in ((denying, False, "explicitDeny"), (allowing, True, "implicitDeny")):
        assert told(simulated.result("kms:ListKeys")) == ("allowed", True)
        assert simulated.may_list_keys()
        with organization.attached(policy, getattr(organization, level), instead=instead):
            assert told(simulated.result("kms:ListKeys")) == (decision, False)
            assert not simulated.may_list_keys()
            # What the user may not do anyway, the organization may allow.
            assert told(simulated.result("iam:ListUsers")) == ("implicitDeny", True)


def test_the_simulator_weighs_conditions_of_the_organization(organization: Organization, simulated: Simulated) -> None:
    elsewhere = {"StringNotEquals": {"aws:RequestedRegion": "us-east-1"}}
    policy = organization.policy(deny("kms:ListKeys", Condition=elsewhere))

    def in_region(name: str) -> tuple[str, bool]:
        entry = {"ContextKeyName": "aws:RequestedRegion", "ContextKeyType": "string", "ContextKeyValues": [name]}
        return told(simulated.result("kms:ListKeys", ContextEntries=[entry]))

    with organization.attached(policy, organization.unit):
        assert in_region("us-east-1") == ("allowed", True)
        assert in_region("eu-west-1") == ("explicitDeny", False)
        assert simulated.may_list_keys()


def test_the_simulator_leaves_out_what_limits_resources(
    organization: Organization, simulated: Simulated, key: str
) -> None:
    """As AWS's does: resource control policies are not simulated."""
    policy = organization.policy(deny("kms:Encrypt", Principal="*"), RESOURCE)
    with organization.attached(policy, organization.member):
        assert told(simulated.result("kms:Encrypt", ResourceArns=[key])) == ("allowed", True)
        with refused("AccessDeniedException", "with an explicit deny in a resource control policy"):
            simulated.kms.encrypt(KeyId=key, Plaintext=b"x")


def test_the_simulator_weighs_a_boundary_beside_the_organization(
    organization: Organization, simulated: Simulated
) -> None:
    def boundary(result: Json) -> bool:
        return result["PermissionsBoundaryDecisionDetail"]["AllowedByPermissionsBoundary"]

    audit = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    simulated.iam.put_user_permissions_boundary(UserName=simulated.name, PermissionsBoundary=audit)
    reading, making = simulated.result("kms:ListKeys"), simulated.result("kms:CreateKey")
    assert (told(reading), boundary(reading)) == (("allowed", True), True)
    assert (told(making), boundary(making)) == (("implicitDeny", True), False)
    assert simulated.may_list_keys()
    with refused("AccessDeniedException", "because no permissions boundary allows the kms:CreateKey action"):
        simulated.kms.create_key()
    # What the call brings takes the place of the user's own.
    brought = json.dumps({"Version": "2012-10-17", "Statement": [allow("kms:CreateKey")]})
    instead = {"PermissionsBoundaryPolicyInputList": [brought]}
    reading, making = simulated.result("kms:ListKeys", **instead), simulated.result("kms:CreateKey", **instead)
    assert [(told(it), boundary(it)) for it in (reading, making)] == [
        (("implicitDeny", True), False),
        (("allowed", True), True),
    ]
    with organization.attached(organization.policy(deny("kms:*")), organization.member):
        making = simulated.result("kms:CreateKey", **instead)
        assert (told(making), boundary(making)) == (("explicitDeny", False), True)


def test_the_simulator_takes_the_policies_of_an_organization_from_the_call(simulated: Simulated) -> None:
    everything, no_keys = [allow("*")], [allow("*"), deny("kms:*")]
    assert told(simulated.custom(everything, everything)) == ("allowed", True)
    assert told(simulated.custom(everything, no_keys, everything)) == ("explicitDeny", False)
    assert told(simulated.custom(no_keys, action="iam:ListUsers")) == ("allowed", True)
    # Each level must allow, and one without policies allows nothing.
    for level in ([allow("iam:*")], []):
        assert told(simulated.custom(everything, level, everything)) == ("implicitDeny", False)
    assert "OrganizationsDecisionDetail" not in simulated.custom()
    with refused("InvalidInput", "OrderedOrganizationPolicyInputList.2.ServiceControlPolicyInputList.1: "):
        simulated.custom(everything, [{"Effect": "Perhaps"}])
    with refused("ValidationError", "at 'orderedOrganizationPolicyInputList'"):
        simulated.custom(*[everything] * 8)


def test_the_simulator_knows_the_management_account_is_not_limited(organization: Organization) -> None:
    iam = organization.lodge.client("iam", organization.lodge.administrator)
    arn = organization.lodge.client("sts", organization.lodge.administrator).get_caller_identity()["Arn"]
    with organization.attached(organization.policy(deny("kms:*")), organization.root):
        (result,) = iam.simulate_principal_policy(PolicySourceArn=arn, ActionNames=["kms:ListKeys"])[
            "EvaluationResults"
        ]
    assert result["EvalDecision"] == "allowed"
    assert "OrganizationsDecisionDetail" not in result
