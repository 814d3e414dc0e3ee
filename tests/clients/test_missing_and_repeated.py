"""What every operation of IAM, STS and Organizations says of things that are not there, and to the same call once more.

An operation that is new here is held to the rules at once; one that is an exception needs a line below.
"""

from collections.abc import Callable

import pytest
from botocore.exceptions import ClientError

from bootstrap import Json
from lodge import Lodge, refused
from operations import KEYS, OPERATIONS, Operation, Scene

SERVICES = ("iam", "organizations", "sts")
ROWS = [operation for operation in OPERATIONS if operation.service in SERVICES and not operation.refusal]

#: A good name of nothing, by the parameter that takes it, and what is said of it.
MISSING = {
    "iam": {
        "AccessKeyId": ("AKIAIOSFODNN7EXAMPLE", "NoSuchEntity"),
        "AccountAlias": ("not-there", "NoSuchEntity"),
        "CertificateId": ("A" * 32, "NoSuchEntity"),
        "GroupName": ("not-there", "NoSuchEntity"),
        "InstanceProfileName": ("not-there", "NoSuchEntity"),
        "OpenIDConnectProviderArn": (f"arn:aws:iam::{KEYS}:oidc-provider/not-there.example", "NoSuchEntity"),
        "PermissionsBoundary": (f"arn:aws:iam::{KEYS}:policy/not-there", "NoSuchEntity"),
        "PolicyArn": (f"arn:aws:iam::{KEYS}:policy/not-there", "NoSuchEntity"),
        "PolicyName": ("not-there", "NoSuchEntity"),
        "PolicySourceArn": (f"arn:aws:iam::{KEYS}:user/not-there", "NoSuchEntity"),
        "RoleName": ("not-there", "NoSuchEntity"),
        "SAMLProviderArn": (f"arn:aws:iam::{KEYS}:saml-provider/not-there", "NoSuchEntity"),
        "SSHPublicKeyId": ("APKAIOSFODNN7EXAMPLE", "NoSuchEntity"),
        "SerialNumber": (f"arn:aws:iam::{KEYS}:mfa/not-there", "NoSuchEntity"),
        "ServerCertificateName": ("not-there", "NoSuchEntity"),
        "ServiceSpecificCredentialId": ("ACCAIOSFODNN7EXAMPLE", "NoSuchEntity"),
        "UserName": ("not-there", "NoSuchEntity"),
        "VersionId": ("v99", "NoSuchEntity"),
    },
    "organizations": {
        "AccountId": ("999988887777", "AccountNotFoundException"),
        "ChildId": ("999988887777", "ChildNotFoundException"),
        "CreateAccountRequestId": ("car-0123456789abcdef0123456789abcdef", "CreateAccountStatusNotFoundException"),
        "DestinationParentId": ("ou-0000-00000000", "DestinationParentNotFoundException"),
        "OrganizationalUnitId": ("ou-0000-00000000", "OrganizationalUnitNotFoundException"),
        "ParentId": ("ou-0000-00000000", "ParentNotFoundException"),
        "PolicyId": ("p-00000000", "PolicyNotFoundException"),
        "ResourceId": ("ou-0000-00000000", "TargetNotFoundException"),
        "RootId": ("r-0000", "RootNotFoundException"),
        "SourceParentId": ("ou-0000-00000000", "SourceParentNotFoundException"),
        "TargetId": ("ou-0000-00000000", "TargetNotFoundException"),
    },
    # What a stranger names is not told from what a stranger may not use.
    "sts": {"RoleArn": (f"arn:aws:iam::{KEYS}:role/not-there", "AccessDenied")},
}

#: "It does not fail [...] for a provider that does not exist": API Reference, "DeleteOpenIDConnectProvider".
SILENT = {"DeleteOpenIDConnectProvider"}

#: Parameters that give a name to something new, besides those of `Create...` that end with `Name`.
NAMES_GIVEN = {
    ("PutGroupPolicy", "PolicyName"),
    ("PutRolePolicy", "PolicyName"),
    ("PutUserPolicy", "PolicyName"),
    ("UploadServerCertificate", "ServerCertificateName"),
}

#: Parameters of `Create...` that name what is there.
OWNERS = {
    ("CreateAccessKey", "UserName"),
    ("CreateLoginProfile", "UserName"),
    ("CreateServiceSpecificCredential", "UserName"),
}

#: What the same call says once more, where the rules of `once_more` don't tell.
EXCEPTIONS = {
    # They make another one each time, or make what is there already.
    "iam:CreateAccessKey": None,
    "iam:CreateAccountAlias": None,
    "iam:CreatePolicyVersion": None,
    "iam:CreateServiceSpecificCredential": None,
    "iam:DeleteOpenIDConnectProvider": None,
    # The answer is the status of the request, which says that the e-mail address is taken.
    "organizations:CreateAccount": None,
    "iam:DeactivateMFADevice": "NoSuchEntity",
    "iam:DisableOutboundWebIdentityFederation": "FeatureDisabled",
    "iam:EnableMFADevice": "EntityAlreadyExists",
    "iam:EnableOutboundWebIdentityFederation": "FeatureEnabled",
    # A code is good once.
    "iam:ResyncMFADevice": "InvalidAuthenticationCode",
    "iam:AddRoleToInstanceProfile": "LimitExceeded",
    "iam:RemoveRoleFromInstanceProfile": "NoSuchEntity",
    "iam:UploadSSHPublicKey": "DuplicateSSHPublicKey",
    "iam:UploadSigningCertificate": "DuplicateCertificate",
    "organizations:AttachPolicy": "DuplicatePolicyAttachmentException",
    "organizations:CloseAccount": "AccountAlreadyClosedException",
    "organizations:CreateOrganizationalUnit": "DuplicateOrganizationalUnitException",
    "organizations:CreatePolicy": "DuplicatePolicyException",
    "organizations:DeleteOrganizationalUnit": "OrganizationalUnitNotFoundException",
    "organizations:DeletePolicy": "PolicyNotFoundException",
    "organizations:DetachPolicy": "PolicyNotAttachedException",
    "organizations:DisablePolicyType": "PolicyTypeNotEnabledException",
    "organizations:EnablePolicyType": "PolicyTypeAlreadyEnabledException",
    "organizations:MoveAccount": "DuplicateAccountException",
}


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))


def named(operation: Operation, parameters: Json) -> Json:
    """The parameters that name what must be there, and what to put in their place."""
    missing = MISSING[operation.service]
    if operation.name in SILENT:
        return {}
    return {name: missing[name] for name in parameters if name in missing and not gives(operation, name)}


def gives(operation: Operation, name: str) -> bool:
    """Whether the parameter is a name for something new."""
    which = (operation.name, name)
    creates = operation.name.startswith("Create") and name.endswith(("Name", "Alias"))
    return which in NAMES_GIVEN or (creates and which not in OWNERS)


@pytest.mark.parametrize("operation", ROWS, ids=str)
def test_what_is_not_there_is_said_to_be_missing(scene: Scene, operation: Operation) -> None:
    client = scene.client(operation.service, scene.administrator(operation))
    parameters = operation.arguments(scene)
    for name, (value, code) in named(operation, parameters).items():
        with pytest.raises(ClientError) as caught:
            operation.send(client, parameters | {name: value})
        error = caught.value.response["Error"]
        assert error["Code"] == code, (name, error)
    # The parameters themselves are good.
    operation.send(client, parameters)


def test_most_operations_name_something(scene: Scene) -> None:
    rows = {operation.name: operation for operation in ROWS}.values()
    naming = [operation.name for operation in rows if named(operation, operation.arguments(scene))]
    free = sorted({operation.name for operation in rows} - set(naming))
    prefixes = (
        "Create",
        "Describe",
        "Generate",
        "Get",
        "List",
        "Simulate",
        "Update",
        "Delete",
        "Upload",
        "Enable",
        "Disable",
        "Assume",
        "Decode",
    )
    assert [name for name in free if not name.startswith(prefixes)] == []
    assert len(naming) > len(free)


def once_more(operation: Operation) -> str | None:
    """What the same call says that has succeeded before; `None` when it succeeds again."""
    which = f"{operation.service}:{operation.name}"
    if which in EXCEPTIONS:
        return EXCEPTIONS[which]
    if operation.service == "iam" and operation.name.startswith(("Create", "Upload")):
        return "EntityAlreadyExists"
    if operation.service == "iam" and operation.name.startswith(("Delete", "Detach")):
        return "NoSuchEntity"
    return None


@pytest.mark.parametrize("operation", ROWS, ids=str)
def test_the_same_call_once_more(scene: Scene, operation: Operation) -> None:
    client = scene.client(operation.service, scene.administrator(operation))
    parameters = operation.arguments(scene)
    operation.send(client, parameters)
    code = once_more(operation)
    if code is None:
        operation.send(client, parameters)
    else:
        with refused(code):
            operation.send(client, parameters)
