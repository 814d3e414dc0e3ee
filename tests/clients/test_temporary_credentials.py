"""GetSessionToken, GetFederationToken, GetAccessKeyInfo, AssumeRoot, managed session policies, second factors."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from authenticator import STEP, Authenticator
from bootstrap import ADMINISTRATOR, Json, account, administrator, role, user, world
from lodge import UNCHECKED, Caller, Credentials, Lodge, refused, wait_for
from operations import KEYS as ACCOUNT
from operations import PARTNER, READ_ONLY, allowing, trust

AUDIT = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"
DELETE = "arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials"


def own_world() -> Json:
    broker = {"all": allowing(["kms:ListKeys", "kms:Encrypt", "sts:GetFederationToken", "sts:TagSession"])}
    roles = [role("Open", trust(ACCOUNT), {"all": ADMINISTRATOR})]
    users = [administrator(), user("broker", broker, tags={"stage": "prod"}), user("nobody")]
    return world(
        account(ACCOUNT, "A", users=users, roles=roles),
        account(PARTNER, "B", users=[administrator()]),
    )


@pytest.fixture(scope="module")
def own(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    return make_module_lodge(own_world())


def sts(own: Lodge, caller: Caller) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return own.client("sts", caller, config=UNCHECKED)


def session(own: Lodge, caller: Caller = "A/admin", **more: Any) -> Credentials:  # noqa: ANN401 (those of GetSessionToken)
    return Credentials.of_answer(sts(own, caller).get_session_token(**more))


def federated(own: Lodge, caller: Caller = "A/broker", policy: Json | None = None, **more: Any) -> Credentials:  # noqa: ANN401
    more = {"Name": "bob"} | ({"Policy": json.dumps(policy)} if policy else {}) | more
    return Credentials.of_answer(sts(own, caller).get_federation_token(**more))


def key_for(own: Lodge, *statements: Json) -> str:
    """A new key that nobody may use but by these statements and by the administrator."""
    administering = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/admin"},
        "Action": "kms:*",
        "Resource": "*",
    }
    policy = {"Version": "2012-10-17", "Statement": [administering, *statements]}
    return own.client("kms", "A/admin").create_key(Policy=json.dumps(policy))["KeyMetadata"]["Arn"]


def to(principal: str, action: str = "kms:Encrypt") -> Json:
    return {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": action, "Resource": "*"}


def may_encrypt(own: Lodge, caller: Caller, key: str) -> bool:
    try:
        own.client("kms", caller).encrypt(KeyId=key, Plaintext=b"p")
    except ClientError as error:
        if error.response["Error"]["Code"] != "AccessDeniedException":
            raise
        return False
    return True


# GetSessionToken.


def test_a_session_is_the_user_and_needs_no_permission(own: Lodge) -> None:
    made = sts(own, "A/nobody").get_session_token()["Credentials"]
    assert made["AccessKeyId"].startswith("ASIA")
    assert abs(made["Expiration"] - datetime.now(UTC) - timedelta(hours=12)) < timedelta(minutes=1)
    caller = Credentials(made["AccessKeyId"], made["SecretAccessKey"], made["SessionToken"])
    who = sts(own, caller).get_caller_identity()
    assert who["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/nobody"
    assert who["UserId"] == sts(own, "A/nobody").get_caller_identity()["UserId"]
    own.client("kms", session(own)).list_keys()
    with refused("AccessDeniedException", "no identity-based policy allows"):
        own.client("kms", caller).list_keys()


@pytest.mark.parametrize("seconds", [899, 129_601, -1])
def test_durations_have_bounds(own: Lodge, seconds: int) -> None:
    for call in (sts(own, "A/admin").get_session_token, sts(own, "A/broker").get_federation_token):
        more = {} if call.__name__ == "get_session_token" else {"Name": "bob"}
        with refused("ValidationError", "at 'durationSeconds'"):
            call(DurationSeconds=seconds, **more)


def test_sessions_are_not_for_iam_nor_for_more_sessions(own: Lodge) -> None:
    for caller in (session(own), federated(own, "A/admin", ADMINISTRATOR)):
        with refused("InvalidClientTokenId", "The security token included in the request is invalid"):
            own.client("iam", caller).list_users()
        with refused("AccessDenied", "Cannot call GetSessionToken with session credentials"):
            session(own, caller)
        with refused("AccessDenied", "Cannot call GetFederationToken with session credentials"):
            federated(own, caller)
        with refused("AccessDenied", "Cannot call GetAccessKeyInfo with session credentials"):
            sts(own, caller).get_access_key_info(AccessKeyId=caller.access_key_id)
        with refused("AccessDenied", "Cannot call DecodeAuthorizationMessage with session credentials"):
            sts(own, caller).decode_authorization_message(EncodedMessage="x")
        with refused("AccessDenied", "Cannot call GetWebIdentityToken with session credentials"):
            sts(own, caller).get_web_identity_token(Audience=["api.example.com"], SigningAlgorithm="ES384")
        assert sts(own, caller).get_caller_identity()["Account"] == ACCOUNT
    assume = {"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/Open", "RoleSessionName": "any"}
    sts(own, session(own)).assume_role(**assume)
    with refused("AccessDenied", "Cannot call AssumeRole with federated user credentials"):
        sts(own, federated(own, "A/admin", ADMINISTRATOR)).assume_role(**assume)


def test_a_second_factor(own: Lodge) -> None:
    iam = own.client("iam", "A/admin")
    iam.create_user(UserName="careful")
    made = iam.create_access_key(UserName="careful")["AccessKey"]
    careful = Credentials(made["AccessKeyId"], made["SecretAccessKey"])
    factor = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
    policy = json.dumps(allowing(["kms:ListKeys", "iam:ListUsers"], condition=factor))
    iam.put_user_policy(UserName="careful", PolicyName="all", PolicyDocument=policy)
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="careful")["VirtualMFADevice"]
    app, serial = Authenticator(device["Base32StringSeed"]), device["SerialNumber"]
    iam.enable_mfa_device(UserName="careful", SerialNumber=serial, **app.codes())
    # The codes up to now are used up.
    begun = int(time.time()) // STEP
    wait_for(lambda: int(time.time()) // STEP > begun, 2 * STEP, "the next code")
    with refused("AccessDenied", "MultiFactorAuthentication failed"):
        session(own, careful, SerialNumber=serial)
    code = app.code()
    factored = session(own, careful, SerialNumber=serial, TokenCode=code)
    own.client("kms", factored).list_keys()
    own.client("iam", factored).list_users()
    for without in (careful, session(own, careful)):
        with refused("AccessDeniedException", "no identity-based policy allows"):
            own.client("kms", without).list_keys()
    with refused("AccessDenied", "MultiFactorAuthentication failed"):
        session(own, careful, SerialNumber=serial, TokenCode=code)
    # Somebody else's device is none of the caller's.
    with refused("AccessDenied", "MultiFactorAuthentication failed"):
        session(own, "A/admin", SerialNumber=serial, TokenCode=app.code(1))


# GetFederationToken.


def test_a_federated_user_is_named(own: Lodge) -> None:
    made = sts(own, "A/broker").get_federation_token(Name="bob", Policy=json.dumps(ADMINISTRATOR))
    who = sts(own, Credentials.of_answer(made)).get_caller_identity()
    arn = f"arn:aws:sts::{ACCOUNT}:federated-user/bob"
    assert who["Arn"] == made["FederatedUser"]["Arn"] == arn
    assert who["UserId"] == made["FederatedUser"]["FederatedUserId"] == f"{ACCOUNT}:bob"
    assert 1 <= made["PackedPolicySize"] <= 100


def test_a_federated_user_has_what_user_and_policies_allow(own: Lodge) -> None:
    own.client("kms", federated(own, policy=ADMINISTRATOR)).list_keys()
    own.client("kms", federated(own, PolicyArns=[{"arn": READ_ONLY}])).list_keys()
    for caller in (federated(own), federated(own, policy=allowing("kms:Encrypt"))):
        with refused("AccessDeniedException", "because no session policy allows the kms:ListKeys action"):
            own.client("kms", caller).list_keys()
    with refused("AccessDeniedException", "because no identity-based policy allows the kms:ListAliases action"):
        own.client("kms", federated(own, policy=ADMINISTRATOR)).list_aliases()


def test_a_key_policy_names_a_federated_user(own: Lodge) -> None:
    by_name = key_for(own, to(f"arn:aws:sts::{ACCOUNT}:federated-user/bob"))
    assert may_encrypt(own, federated(own), by_name)
    assert not may_encrypt(own, federated(own, Name="eve"), by_name)
    assert not may_encrypt(own, "A/broker", by_name)
    # In the name of the user, session policies limit.
    of_user = key_for(own, to(f"arn:aws:iam::{ACCOUNT}:user/broker"))
    assert may_encrypt(own, federated(own, policy=allowing("kms:Encrypt")), of_user)
    assert not may_encrypt(own, federated(own), of_user)
    # The account leaves it to the policies of both.
    of_account = key_for(own, to(f"arn:aws:iam::{ACCOUNT}:root"))
    assert may_encrypt(own, federated(own, policy=allowing("kms:Encrypt")), of_account)
    assert not may_encrypt(own, federated(own), of_account)


def test_a_role_session_is_no_federated_user(own: Lodge) -> None:
    """A role whose session has the name of a federated user, and the other way round."""
    key = key_for(
        own, to(f"arn:aws:sts::{ACCOUNT}:federated-user/bob"), to(f"arn:aws:sts::{ACCOUNT}:assumed-role/Open/eve")
    )
    made = sts(own, "A/admin").assume_role(
        RoleArn=f"arn:aws:iam::{ACCOUNT}:role/Open", RoleSessionName="bob", Policy=json.dumps(allowing("sts:*"))
    )
    assert not may_encrypt(own, Credentials.of_answer(made), key)
    assert not may_encrypt(own, federated(own, Name="eve"), key)


def test_a_key_policy_follows_the_user_behind(own: Lodge) -> None:
    """Made anew, the user is somebody else, and so are its federated users."""
    iam = own.client("iam", "A/admin")

    def broker() -> Credentials:
        iam.create_user(UserName="passing")
        policy = json.dumps(allowing(["kms:Encrypt", "sts:GetFederationToken"]))
        iam.put_user_policy(UserName="passing", PolicyName="all", PolicyDocument=policy)
        made = iam.create_access_key(UserName="passing")["AccessKey"]
        return Credentials(made["AccessKeyId"], made["SecretAccessKey"])

    first = broker()
    key = key_for(own, to(f"arn:aws:iam::{ACCOUNT}:user/passing"))
    old = federated(own, first, allowing("kms:Encrypt"))
    assert may_encrypt(own, old, key)
    iam.delete_access_key(UserName="passing", AccessKeyId=first.access_key_id)
    iam.delete_user_policy(UserName="passing", PolicyName="all")
    iam.delete_user(UserName="passing")
    with refused("UnrecognizedClientException"):
        own.client("kms", old).list_keys()
    successor = federated(own, broker(), allowing("kms:Encrypt"))
    assert not may_encrypt(own, successor, key)
    with refused("InvalidClientTokenId"):
        sts(own, old).get_caller_identity()


def test_tags_of_a_federated_user(own: Lodge) -> None:
    tagged = {"StringEquals": {"aws:PrincipalTag/tenant": "123", "aws:PrincipalTag/stage": "${stage}"}}
    condition = json.loads(json.dumps(tagged).replace("${stage}", "prod"))
    key = key_for(own, to(f"arn:aws:iam::{ACCOUNT}:root") | {"Condition": condition})
    policy = allowing("kms:Encrypt")
    tenant = {"Key": "tenant", "Value": "123"}
    assert may_encrypt(own, federated(own, policy=policy, Tags=[tenant]), key)
    assert not may_encrypt(own, federated(own, policy=policy), key)
    # A session tag takes the place of the user's.
    assert not may_encrypt(own, federated(own, policy=policy, Tags=[tenant, {"Key": "Stage", "Value": "test"}]), key)


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"Name": "b"}, "ValidationError"),
        ({"Name": "b" * 33}, "ValidationError"),
        ({"Name": "b b"}, "ValidationError"),
        ({"Policy": "text"}, "MalformedPolicyDocument"),
        ({"Policy": json.dumps(trust(ACCOUNT))}, "MalformedPolicyDocument"),
        ({"Policy": json.dumps(ADMINISTRATOR) + " " * 2048}, "ValidationError"),
        ({"PolicyArns": [{"arn": READ_ONLY}] * 11}, "ValidationError"),
        ({"PolicyArns": [{"arn": f"arn:aws:iam::{ACCOUNT}:policy/none"}]}, "ValidationError"),
        ({"PolicyArns": [{"arn": f"arn:aws:iam::{PARTNER}:policy/none"}]}, "ValidationError"),
        ({"Tags": [{"Key": "aws:k", "Value": ""}]}, "InvalidParameterValue"),
        ({"Tags": [{"Key": "k", "Value": ""}, {"Key": "K", "Value": ""}]}, "InvalidParameterValue"),
        (
            {"Tags": [{"Key": f"{number:0100}", "Value": "v" * 200} for number in range(20)]},
            "PackedPolicyTooLarge",
        ),
    ],
    ids=lambda it: str(it)[:40],
)
def test_federated_users_that_cannot_be_made(own: Lodge, parameters: Json, code: str) -> None:
    with refused(code):
        federated(own, "A/admin", **parameters)


def test_federating_can_be_denied(own: Lodge) -> None:
    arn = f"arn:aws:sts::{ACCOUNT}:federated-user/bob"
    with refused("AccessDenied", f"is not authorized to perform: sts:GetFederationToken on resource: {arn}"):
        federated(own, "A/nobody")


# GetAccessKeyInfo.


def test_access_keys_tell_their_account(own: Lodge) -> None:
    info = sts(own, "A/admin").get_access_key_info
    for caller, expected in (("A/nobody", ACCOUNT), ("B/admin", PARTNER)):
        assert info(AccessKeyId=own.credentials(caller).access_key_id)["Account"] == expected
        assert info(AccessKeyId=session(own, caller).access_key_id)["Account"] == expected
    with refused("ValidationError", "AKIAAAAAAAAAAAAAAAAA"):
        info(AccessKeyId="AKIAAAAAAAAAAAAAAAAA")


# Managed session policies.


def test_a_managed_session_policy_counts_as_it_is(own: Lodge) -> None:
    iam = own.client("iam", "A/admin")
    arn = iam.create_policy(PolicyName="Limit", PolicyDocument=json.dumps(allowing("kms:ListKeys")))["Policy"]["Arn"]
    made = sts(own, "A/admin").assume_role(
        RoleArn=f"arn:aws:iam::{ACCOUNT}:role/Open",
        RoleSessionName="any",
        Policy=json.dumps(allowing("kms:ListAliases")),
        PolicyArns=[{"arn": arn}],
    )
    kms = own.client("kms", Credentials.of_answer(made))
    kms.list_keys()
    kms.list_aliases()
    with refused("AccessDeniedException", "because no session policy allows the kms:CreateKey action"):
        kms.create_key()
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(allowing("kms:CreateKey")), SetAsDefault=True)
    kms.create_key()
    with refused("AccessDeniedException", "because no session policy allows the kms:ListKeys action"):
        kms.list_keys()
    iam.delete_policy_version(PolicyArn=arn, VersionId="v1")
    iam.delete_policy(PolicyArn=arn)
    for call in (kms.list_aliases, kms.create_key):
        with refused("AccessDeniedException", "with an explicit deny in a session policy"):
            call()


# AssumeRoot.


def assume_root(own: Lodge, caller: Caller, **more: Any) -> Credentials:  # noqa: ANN401 (those of AssumeRoot)
    parameters = {"TargetPrincipal": PARTNER, "TaskPolicyArn": {"arn": AUDIT}} | more
    return Credentials.of_answer(sts(own, caller).assume_root(**parameters))


def test_a_root_does_one_task(own: Lodge) -> None:
    management = own.administrator
    iam = own.client("iam", management)
    iam.disable_organizations_root_credentials_management()
    with refused("AccessDenied", "EnableOrganizationsRootCredentialsManagement"):
        assume_root(own, management)
    features = iam.enable_organizations_root_credentials_management()
    assert features["EnabledFeatures"] == ["RootCredentialsManagement"]
    assert iam.list_organizations_features()["OrganizationId"] == features["OrganizationId"]
    root = assume_root(own, management)
    who = sts(own, root).get_caller_identity()
    assert (who["Arn"], who["UserId"]) == (f"arn:aws:iam::{PARTNER}:root", PARTNER)
    assert own.client("iam", root).list_access_keys()["AccessKeyMetadata"] == []
    with refused("AccessDenied", "because no session policy allows the iam:ListUsers action"):
        own.client("iam", root).list_users()
    # The tasks are about the root's credentials, and nobody else's.
    tasks = {
        "IAMAuditRootUserCredentials": lambda iam: iam.list_access_keys(UserName="admin"),
        "IAMCreateRootUserPassword": lambda iam: iam.create_login_profile(UserName="admin", Password="x" * 20 + "A1!"),
        "IAMDeleteRootUserCredentials": lambda iam: iam.delete_login_profile(UserName="admin"),
    }
    for task, call in tasks.items():
        doing = assume_root(own, management, TaskPolicyArn={"arn": f"arn:aws:iam::aws:policy/root-task/{task}"})
        with refused("AccessDenied", "because no session policy allows the iam:"):
            call(own.client("iam", doing))
    # Not even a key that leaves everything to its account's root.
    admin = own.client("kms", "B/admin")
    key = admin.create_key()["KeyMetadata"]["Arn"]
    with refused("AccessDeniedException", "because no session policy allows the kms:Encrypt action"):
        own.client("kms", root).encrypt(KeyId=key, Plaintext=b"p")
    for policy in (to("*", "kms:*"), to(f"arn:aws:iam::{PARTNER}:root", "kms:*")):
        admin.put_key_policy(KeyId=key, Policy=json.dumps({"Statement": [policy]}), BypassPolicyLockoutSafetyCheck=True)
        assert not may_encrypt(own, root, key)


@pytest.mark.parametrize(
    ("caller", "parameters", "code"),
    [
        ("management", {"TargetPrincipal": "999999999999"}, "AccessDenied"),
        ("A/admin", {}, "AccessDenied"),
        ("A/nobody", {}, "AccessDenied"),
        ("management", {"TargetPrincipal": f"arn:aws:iam::{PARTNER}:user/admin"}, "ValidationError"),
        ("management", {"TargetPrincipal": "short"}, "ValidationError"),
        ("management", {"TaskPolicyArn": {"arn": READ_ONLY}}, "ValidationError"),
        ("management", {"TaskPolicyArn": {}}, "ValidationError"),
        ("management", {"DurationSeconds": 901}, "ValidationError"),
    ],
    ids=lambda it: str(it)[:60],
)
def test_roots_that_cannot_be_assumed(own: Lodge, caller: str, parameters: Json, code: str) -> None:
    own.client("iam", own.administrator).enable_organizations_root_credentials_management()
    with refused(code):
        assume_root(own, own.administrator if caller == "management" else caller, **parameters)


def test_members_do_not_decide_on_root_access(own: Lodge) -> None:
    iam = own.client("iam", "A/admin")
    with refused("CallerIsNotManagementAccountException"):
        iam.enable_organizations_root_sessions()
    with refused("AccountNotManagementOrDelegatedAdministratorException"):
        iam.list_organizations_features()


# The AWS CLI, and what the trail says.


def test_the_cli(own: Lodge) -> None:
    made = own.aws("A/broker", "sts", "get-federation-token", "--name", "cli", "--policy-arns", f"arn={READ_ONLY}")
    caller = Credentials.of_answer(made)
    assert own.aws(caller, "sts", "get-caller-identity")["Arn"].endswith(":federated-user/cli")
    own.aws(caller, "kms", "list-keys")
    caller = Credentials.of_answer(own.aws("A/admin", "sts", "get-session-token", "--duration-seconds", "900"))
    own.aws(caller, "kms", "list-keys")
    own.client("iam", own.administrator).enable_organizations_root_credentials_management()
    task = ["--target-principal", PARTNER, "--task-policy-arn", f"arn={DELETE}"]
    caller = Credentials.of_answer(own.aws(own.administrator, "sts", "assume-root", *task))
    assert own.aws(caller, "iam", "list-access-keys") == {"AccessKeyMetadata": []}
