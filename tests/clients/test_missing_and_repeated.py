"""What every operation of IAM, STS, Organizations and the tenants API says of things that are not there, and to the same call once more.

An operation that is new here is held to the rules at once; one that is an exception needs a line below.
"""

from collections.abc import Callable

import pytest
from botocore.exceptions import ClientError
from botocore.model import Shape

from lodge import Lodge, refused
from operations import KEYS, KNOWN, OPERATIONS, Operation, Scene

SERVICES = ("iam", "organizations", "sts", "tenants")
ROWS = [operation for operation in OPERATIONS if operation.service in SERVICES]

#: A good name of nothing, by the parameter that takes it, and what is said of it.
MISSING = {
    "iam": {
        "AccessKeyId": ("AKIAIOSFODNN7EXAMPLE", "NoSuchEntity"),
        "AccountAlias": ("not-there", "NoSuchEntity"),
        "Arn": (f"arn:aws:iam::{KEYS}:user/not-there", "NoSuchEntity"),
        "CertificateId": ("A" * 32, "NoSuchEntity"),
        "DeletionTaskId": ("task/not-there", "NoSuchEntity"),
        "EntityPath": ("o-0000000000/r-0000/ou-0000-00000000", "ValidationError"),
        "GroupName": ("not-there", "NoSuchEntity"),
        "InstanceProfileName": ("not-there", "NoSuchEntity"),
        "JobId": ("00000000-0000-4000-8000-000000000000", "NoSuchEntity"),
        "OpenIDConnectProviderArn": (f"arn:aws:iam::{KEYS}:oidc-provider/not-there.example", "NoSuchEntity"),
        "OrganizationsPolicyId": ("p-00000000", "ValidationError"),
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
    "sts": {
        "AccessKeyId": ("AKIAIOSFODNN7EXAMPLE", "ValidationError"),
        "PolicyArns": ([{"arn": f"arn:aws:iam::{KEYS}:policy/not-there"}], "ValidationError"),
        # What a stranger names is not told from what a stranger may not use.
        "RoleArn": (f"arn:aws:iam::{KEYS}:role/not-there", "AccessDenied"),
        "SerialNumber": (f"arn:aws:iam::{KEYS}:mfa/not-there", "AccessDenied"),
        "TargetPrincipal": ("999988887777", "AccessDenied"),
        "TaskPolicyArn": ({"arn": "arn:aws:iam::aws:policy/root-task/NotThere"}, "ValidationError"),
    },
    "tenants": {"tenantId": ("not-there", "TenantNotFoundException")},
}

#: The other parameters that hold text: why none of them can name what is not there. `Operation.Parameter` is the parameter of one operation.
OTHERS = {
    "what something new is called": """
        AddClientIDToOpenIDConnectProvider.ClientID CreateAccount.RoleName CreateAccountAlias.AccountAlias CreateGroup.GroupName
        CreateInstanceProfile.InstanceProfileName CreatePolicy.PolicyName CreateRole.RoleName CreateUser.UserName OnboardTenant.tenantId
        PutGroupPolicy.PolicyName PutRolePolicy.PolicyName PutUserPolicy.PolicyName UploadServerCertificate.ServerCertificateName
        AccountName Email Name NewGroupName NewServerCertificateName NewUserName RoleSessionName Url VirtualMFADeviceName""",
    "where it is, what is in it, or what is told of it": """
        AddPrivateKey AssumeRolePolicyDocument CertificateBody CertificateChain ClientIDList Content CustomSuffix Description NewPassword
        NewPath OldPassword Password Path PolicyDocument PrivateKey SAMLMetadataDocument SSHPublicKeyBody Tags ThumbprintList expires reason""",
    "what a call or session is to be": """
        ActionNames Audience CallerArn ContextEntries ExternalId OrderedOrganizationPolicyInputList PermissionsBoundaryPolicyInputList
        Policy PolicyExclusionList PolicyInputList ProvidedContexts ResourceArns ResourceHandlingOption ResourceOwner ResourcePolicy
        SigningAlgorithm SourceIdentity TransitiveTagKeys""",
    "what of a list is wanted, and from where on": "Marker NextToken PathPrefix nextToken since until",
    "a proof, which is good or not": """
        AuthenticationCode1 AuthenticationCode2 EncodedMessage SAMLAssertion TokenCode WebIdentityToken""",
    "what a proof must be of: test_saml.py, test_web_identity.py": "PrincipalArn ProviderId",
    "a service: each operation says of itself which it knows": "AWSServiceName ServiceName ServiceNamespace ServiceNamespaces",
    "it does not fail when there is none, as the API Reference has it": """
        DeleteOpenIDConnectProvider.OpenIDConnectProviderArn RemoveClientIDFromOpenIDConnectProvider.ClientID RemovePrivateKey TagKeys""",
    "who may be gone, and is known from the trail": "GetTenantUsage.tenantId IssueErasureCertificate.tenantId",
    "of the KMS behind the tenants: test_tenants_api.py": "keyArn keyStoreId xksKeyId",
}
NAMES_NOTHING = {name for names in OTHERS.values() for name in names.split()}

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
    "tenants:CancelOffboarding": "ConflictException",
}


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))


def texts(scene: Scene, service: str, operation: str) -> list[str]:
    """The parameters that hold text, and not one of a few words."""
    shape = scene.client(service, "A/admin").meta.service_model.operation_model(operation).input_shape
    return [name for name, member in (shape.members if shape else {}).items() if holds_text(member)]


def holds_text(shape: Shape) -> bool:
    match shape.type_name:
        case "list":
            return holds_text(shape.member)
        case "structure":
            return any(holds_text(member) for member in shape.members.values())
        case "map":
            return True
        case _:
            return shape.type_name == "string" and not shape.enum


def test_it_is_known_of_every_text_what_it_names(scene: Scene) -> None:
    parameters = {
        (service, operation, name)
        for service, operation in KNOWN
        if service in SERVICES
        for name in texts(scene, service, operation)
    }
    unknown = [
        (service, operation, name)
        for service, operation, name in parameters
        if f"{operation}.{name}" not in NAMES_NOTHING and (name in NAMES_NOTHING) == (name in MISSING[service])
    ]
    assert unknown == []
    names = {name for _, _, name in parameters} | {f"{operation}.{name}" for _, operation, name in parameters}
    assert {name for missing in MISSING.values() for name in missing} | NAMES_NOTHING <= names


@pytest.mark.parametrize("operation", ROWS, ids=str)
def test_what_is_not_there_is_said_to_be_missing(scene: Scene, operation: Operation) -> None:
    client = scene.client(operation.service, scene.administrator(operation))
    parameters = operation.arguments(scene)
    missing = MISSING[operation.service]
    for name in texts(scene, operation.service, operation.name):
        # A further case of an operation is about what it names.
        if {name, f"{operation.name}.{name}"} & NAMES_NOTHING or (operation.case and name not in parameters):
            continue
        value, code = missing[name]
        # A second factor is named together with its code.
        more = {"TokenCode": "123456"} if operation.service == "sts" and name == "SerialNumber" else {}
        with pytest.raises(ClientError) as caught:
            operation.send(client, parameters | {name: value} | more)
        error = caught.value.response["Error"]
        assert error["Code"] == code, (name, error)
    if not operation.refusal:
        # The parameters themselves are good.
        operation.send(client, parameters)


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


@pytest.mark.parametrize("operation", [row for row in ROWS if not row.refusal], ids=str)
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
