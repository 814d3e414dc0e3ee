"""Every operation that Lodge serves, with a call of it that succeeds for those who may make it.

A new operation takes a line in `OPERATIONS`; `test_permissions.py` fails until it has one.
"""

import contextlib
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from typing import Any, Self

import pytest
from botocore import UNSIGNED, xform_name
from botocore.config import Config
from botocore.exceptions import ClientError
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from softhsm import Token

import strict
from authenticator import Authenticator
from bootstrap import Json, account, administrator, key, role, user, world
from lodge import DESCRIPTIONS, REGION, Caller, Credentials, Lodge
from saml_idp import IdentityProvider
from tenants import write_profile

KEYS = "111122223333"
PARTNER = "444455556666"

OTHER_REGION = "eu-west-1"
ALIAS = "alias/tenant-123"
ALIAS_ARN = f"arn:aws:kms:{REGION}:{KEYS}:{ALIAS}"
GRANTEE = f"arn:aws:iam::{KEYS}:user/admin"

#: How key material is wrapped that is imported.
WRAPPING = {"WrappingAlgorithm": "RSAES_OAEP_SHA_256", "WrappingKeySpec": "RSA_2048"}

#: The same for the tenants API: a larger key takes seconds to make.
SMALL = {"wrappingKeySpec": "RSA_2048"}

#: The service whose credentials IAM keeps for external key stores.
XKS_PROXY = "kms-xks-proxy.amazonaws.com"

READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"
READ = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:DescribeKey", "Resource": "*"}]}


def trust(principal: str) -> Json:
    """A trust policy."""
    statement = {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": "sts:AssumeRole"}
    return {"Version": "2012-10-17", "Statement": [statement]}


#: A password that the default password policy allows.
PASSWORD = "correct Horse battery 9"


@cache
def ssh_public_key() -> str:
    """A public key as `ssh-keygen` writes it."""
    key = rsa.generate_private_key(65537, 2048).public_key()
    return key.public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH).decode()


def certificate() -> Json:
    """A new self-signed certificate with its private key, as IAM takes them."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "web.example.com")])
    now = datetime.now(tz=UTC)
    builder = x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=30))
    made = builder.serial_number(x509.random_serial_number()).sign(key, hashes.SHA256())
    pkcs8 = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return {
        "CertificateBody": made.public_bytes(serialization.Encoding.PEM).decode(),
        "PrivateKey": key.private_bytes(serialization.Encoding.PEM, *pkcs8).decode(),
    }


def wrapped_material(public_key: bytes) -> bytes:
    """New key material, wrapped with RSAES_OAEP_SHA_256."""
    hash_ = hashes.SHA256()
    wrapping_key = serialization.load_der_public_key(public_key)
    return wrapping_key.encrypt(secrets.token_bytes(32), padding.OAEP(padding.MGF1(hash_), hash_, None))


def allowing(action: str | list[str], resource: str = "*", condition: Json | None = None) -> Json:
    """An identity or session policy of one statement."""
    statement: Json = {"Effect": "Allow", "Action": action, "Resource": resource}
    if condition:
        statement["Condition"] = condition
    return {"Version": "2012-10-17", "Statement": [statement]}


#: Every operation that the program knows. Callers of the XKS proxy API have credentials of their own: test_xks_proxy.py.
KNOWN = {
    (service, name)
    for service, name in (
        line.split() for line in (DESCRIPTIONS.parent / "operations.txt").read_text().splitlines() if line[:1] != "#"
    )
    if service != "xks"
}
SERVICES = sorted({service for service, _ in KNOWN})

# The world.

#: What the console lets a key administrator do. Source: KMS Developer Guide, "Default key policy".
ADMINISTRATION = [
    f"kms:{name}"
    for name in (
        "Create*",
        "Describe*",
        "Enable*",
        "List*",
        "Put*",
        "Update*",
        "Revoke*",
        "Disable*",
        "Get*",
        "Delete*",
        "TagResource",
        "UntagResource",
        "ScheduleKeyDeletion",
        "CancelKeyDeletion",
        "RotateKeyOnDemand",
    )
]
CRYPTOGRAPHY = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]

#: The account decides by its own policies, the administrators administer, and the service uses the key by its alias.
KEY_POLICY: Json = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": KEYS}, "Action": "kms:*", "Resource": "*"},
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{KEYS}:role/KeyAdministrator"},
            "Action": ADMINISTRATION,
            "Resource": "*",
        },
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{KEYS}:role/Service"},
            "Action": CRYPTOGRAPHY,
            "Resource": "*",
            "Condition": {"StringEquals": {"kms:RequestAlias": ALIAS}},
        },
    ],
}


def permission_world() -> Json:
    """The accounts of `Scene`."""
    return world(
        account(
            KEYS,
            "A",
            users=[
                administrator(),
                user("nobody"),
                user("tenants", {"keys": allowing(["kms:*", "cloudtrail:LookupEvents"])}),
            ],
            roles=[
                role(
                    "KeyAdministrator",
                    trust(KEYS),
                    {"account": allowing(["kms:CreateKey", "kms:CreateAlias", "kms:List*", "kms:TagResource"])},
                ),
                role("Service", trust(PARTNER)),
            ],
            keys=[key([ALIAS], KEY_POLICY)],
        ),
        account(
            PARTNER,
            "B",
            users=[
                user("stranger", {"all": allowing([f"{service}:*" for service in SERVICES])}),
                user("service", {"assume": allowing("sts:AssumeRole", f"arn:aws:iam::{KEYS}:role/Service")}),
            ],
        ),
    )


@dataclass
class Scene:
    """A Lodge with `permission_world`, and new things in it for calls that change or remove what they name."""

    lodge: Lodge
    token: Token
    _numbers: count = field(default_factory=count)
    _keys: dict[tuple[str, str], str] = field(default_factory=dict)
    _clients: dict[tuple[str, Caller, bool], Any] = field(default_factory=dict)

    @classmethod
    def new(cls, make_lodge: Callable[..., Lodge], folder: Path) -> Self:
        """A new Lodge, and in `folder` a token for it and the settings of its tenants API."""
        token = Token.new(folder)
        profile, options = folder / "aws-config", token.options
        options["arguments"] += ("--tenants-profile", "tenants", "--tenants-account", KEYS, "--tenants-role", "Service")
        options["wrapper"] += (f"AWS_CONFIG_FILE={profile}",)
        lodge = make_lodge(permission_world(), **options)
        # It is read with the first call. In a Region with few keys, looking for those of tenants is short.
        write_profile(lodge, "A/tenants", profile, OTHER_REGION)
        return cls(lodge, token)

    def client(self, service: str, caller: Caller, *, signs: bool = True) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """A client, made once for each caller."""
        which = (service, caller, signs)
        if which not in self._clients:
            # Every caller sends the same bytes: what a client would refuse itself must not count as a refusal.
            settings = {} if signs else {"signature_version": UNSIGNED}
            config = Config(parameter_validation=False, **settings)
            self._clients[which] = self.lodge.client(service, caller, config=config)
            strict.watch(self._clients[which])
        return self._clients[which]

    @cached_property
    def kms(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """KMS, as the administrator of the account that has the keys."""
        return self.client("kms", "A/admin")

    @cached_property
    def iam(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """IAM, as the same."""
        return self.client("iam", "A/admin")

    def token_settings(self) -> Json:
        """Settings of a custom key store, while there is none."""
        for store in self.kms.describe_custom_key_stores()["CustomKeyStores"]:
            named = {"CustomKeyStoreId": store["CustomKeyStoreId"]}
            if store["ConnectionState"] != "DISCONNECTED":
                self.kms.disconnect_custom_key_store(**named)
            self.kms.delete_custom_key_store(**named)
        return {
            "CustomKeyStoreName": self.name(),
            "CloudHsmClusterId": self.token.cluster,
            "KeyStorePassword": self.token.password,
            "TrustAnchorCertificate": self.token.anchor,
        }

    def key_store(self, *, connecting: bool = False) -> Json:
        """The only custom key store, which is disconnected or not."""
        made = self.kms.create_custom_key_store(**self.token_settings())
        named = {"CustomKeyStoreId": made["CustomKeyStoreId"]}
        if connecting:
            self.kms.connect_custom_key_store(**named)
        return named

    def session(self, caller: Caller, role_name: str, policy: Json | None = None) -> Credentials:
        """A session of a role of account A."""
        more = {"Policy": json.dumps(policy)} if policy else {}
        role_arn = f"arn:aws:iam::{KEYS}:role/{role_name}"
        sts = self.client("sts", caller)
        return Credentials.of_answer(sts.assume_role(RoleArn=role_arn, RoleSessionName="scene", **more))

    @cached_property
    def principals(self) -> dict[str, Caller]:
        """The callers of the permission table."""
        by_alias = allowing("kms:*", condition={"StringEquals": {"kms:RequestAlias": ALIAS}})
        return {
            "management-admin": self.lodge.administrator,
            "account-admin": "A/admin",
            "key-admin-role": self.session("A/admin", "KeyAdministrator"),
            "tenant-session": self.session("B/service", "Service", by_alias),
            "stranger": "B/stranger",
            "no-policies": "A/nobody",
        }

    def administrator(self, operation: "Operation") -> Caller:
        """Who may do everything, in the account that the operation is for."""
        return self.lodge.administrator if operation.is_for_management else "A/admin"

    @cached_property
    def management_nobody(self) -> Credentials:
        """A user of the management account who has no policies."""
        iam = self.client("iam", self.lodge.administrator)
        name = self.name("nobody")
        iam.create_user(UserName=name)
        made = iam.create_access_key(UserName=name)["AccessKey"]
        return Credentials(made["AccessKeyId"], made["SecretAccessKey"])

    @cached_property
    def authorization_message(self) -> str:
        """What the answer to a denied call of account A carries."""
        with pytest.raises(ClientError) as denied:
            self.client("kms", "A/nobody").list_keys()
        return denied.value.response["ResponseMetadata"]["HTTPHeaders"]["x-amzn-authorization-message"]

    def name(self, kind: str = "thing") -> str:
        """A name that nothing has."""
        return f"{kind}-{next(self._numbers)}"

    def key(self) -> str:
        """The ARN of a new key."""
        return self.kms.create_key(Policy=json.dumps(KEY_POLICY))["KeyMetadata"]["Arn"]

    def external_key(self) -> str:
        """The ARN of a new key that waits for its material."""
        made = self.kms.create_key(Origin="EXTERNAL", Policy=json.dumps(KEY_POLICY))
        return made["KeyMetadata"]["Arn"]

    def material(self) -> Json:
        """A call of ImportKeyMaterial."""
        key = self.external_key()
        asked = self.kms.get_parameters_for_import(KeyId=key, **WRAPPING)
        return {
            "KeyId": key,
            "ImportToken": asked["ImportToken"],
            "EncryptedKeyMaterial": wrapped_material(asked["PublicKey"]),
            "ExpirationModel": "KEY_MATERIAL_DOES_NOT_EXPIRE",
        }

    def imported_key(self) -> str:
        """The ARN of a new key whose material was imported."""
        return self.kms.import_key_material(**self.material())["KeyId"]

    def primary_key(self) -> str:
        """The ARN of a new multi-Region key."""
        return self.kms.create_key(Policy=json.dumps(KEY_POLICY), MultiRegion=True)["KeyMetadata"]["Arn"]

    def replicated_key(self) -> str:
        """The same of one that has a replica in the other Region."""
        arn = self.primary_key()
        self.kms.replicate_key(KeyId=arn, ReplicaRegion=OTHER_REGION, Policy=json.dumps(KEY_POLICY))
        return arn

    def pending_key(self) -> str:
        """The same of one that waits for its deletion."""
        arn = self.key()
        self.kms.schedule_key_deletion(KeyId=arn)
        return arn

    def alias(self) -> str:
        """A new alias."""
        alias = f"alias/{self.name()}"
        self.kms.create_alias(AliasName=alias, TargetKeyId=self.key())
        return alias

    def grant(self) -> Json:
        """The key and id of a new grant."""
        key = self.key()
        made = self.kms.create_grant(KeyId=key, GranteePrincipal=GRANTEE, Operations=["Encrypt"])
        return {"KeyId": key, "GrantId": made["GrantId"]}

    def key_of(self, spec: str, usage: str) -> str:
        """The ARN of a key of another kind, made once."""
        which = (spec, usage)
        if which not in self._keys:
            made = self.kms.create_key(KeySpec=spec, KeyUsage=usage, Policy=json.dumps(KEY_POLICY))
            self._keys[which] = made["KeyMetadata"]["Arn"]
        return self._keys[which]

    def signing(self) -> Json:
        """A call of Sign."""
        key = self.key_of("ECC_NIST_P256", "SIGN_VERIFY")
        return {"KeyId": key, "Message": b"message", "SigningAlgorithm": "ECDSA_SHA_256"}

    def mac(self) -> Json:
        """A call of GenerateMac."""
        key = self.key_of("HMAC_256", "GENERATE_VERIFY_MAC")
        return {"KeyId": key, "Message": b"message", "MacAlgorithm": "HMAC_SHA_256"}

    def agreement(self) -> Json:
        """A call of DeriveSharedSecret."""
        key = self.key_of("ECC_NIST_P256", "KEY_AGREEMENT")
        public_key = self.kms.get_public_key(KeyId=key)["PublicKey"]
        return {"KeyId": key, "KeyAgreementAlgorithm": "ECDH", "PublicKey": public_key}

    def encapsulation(self) -> Json:
        """A call of Encapsulate."""
        key = self.key_of("ML_KEM_768", "ENCAPSULATE_DECAPSULATE")
        return {"KeyId": key, "EncapsulationAlgorithm": "ML_KEM"}

    def ciphertext(self) -> bytes:
        """A ciphertext of the key with the alias."""
        return self.kms.encrypt(KeyId=ALIAS, Plaintext=b"secret")["CiphertextBlob"]

    @cached_property
    def standing_key(self) -> str:
        """The ARN of the key with the alias, for calls that leave it as it is."""
        return self.kms.describe_key(KeyId=ALIAS)["KeyMetadata"]["Arn"]

    def user(self) -> str:
        """A new user with an inline policy named `read`."""
        name = self.name("user")
        self.iam.create_user(UserName=name)
        self.iam.put_user_policy(UserName=name, PolicyName="read", PolicyDocument=json.dumps(READ))
        return name

    def bare_user(self) -> str:
        """A new user who has nothing."""
        name = self.name("user")
        self.iam.create_user(UserName=name)
        return name

    def access_key(self) -> Json:
        """The names of a new access key."""
        made = self.iam.create_access_key(UserName=self.bare_user())["AccessKey"]
        return {"UserName": made["UserName"], "AccessKeyId": made["AccessKeyId"]}

    def service_specific_credential(self) -> Json:
        """A credential of a new user for the XKS proxy API."""
        name = self.bare_user()
        made = self.iam.create_service_specific_credential(UserName=name, ServiceName=XKS_PROXY)
        number = made["ServiceSpecificCredential"]["ServiceSpecificCredentialId"]
        return {"UserName": name, "ServiceSpecificCredentialId": number}

    def login_profile(self) -> str:
        """A new user with a password."""
        name = self.bare_user()
        self.iam.create_login_profile(UserName=name, Password=PASSWORD)
        return name

    def ssh_public_key(self) -> Json:
        """A public key of a new user."""
        name = self.bare_user()
        made = self.iam.upload_ssh_public_key(UserName=name, SSHPublicKeyBody=ssh_public_key())
        return {"UserName": name, "SSHPublicKeyId": made["SSHPublicKey"]["SSHPublicKeyId"]}

    def mfa_device(self) -> tuple[Json, Authenticator]:
        """A new MFA device that is nobody's."""
        made = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=self.name("device"), Tags=TAGS)[
            "VirtualMFADevice"
        ]
        return {"SerialNumber": made["SerialNumber"]}, Authenticator(made["Base32StringSeed"])

    def enabling(self) -> Json:
        """A call of EnableMFADevice for a new user."""
        device, app = self.mfa_device()
        return device | {"UserName": self.bare_user()} | app.codes()

    def enabled_mfa_device(self) -> tuple[Json, Authenticator]:
        """An MFA device of a new user."""
        device, app = self.mfa_device()
        device |= {"UserName": self.bare_user()}
        self.iam.enable_mfa_device(**device, **app.codes())
        return device, app

    def synchronizing(self) -> Json:
        """A call of ResyncMFADevice."""
        device, app = self.enabled_mfa_device()
        return device | app.codes(1)

    def signing_certificate(self) -> Json:
        """A signing certificate of a new user."""
        name = self.bare_user()
        made = self.iam.upload_signing_certificate(UserName=name, CertificateBody=certificate()["CertificateBody"])
        return {"UserName": name, "CertificateId": made["Certificate"]["CertificateId"]}

    def server_certificate(self) -> Json:
        """A new server certificate, which goes before the account's quota is used up."""
        for made in self.iam.list_server_certificates()["ServerCertificateMetadataList"]:
            self.iam.delete_server_certificate(ServerCertificateName=made["ServerCertificateName"])
        name = self.name("certificate")
        self.iam.upload_server_certificate(ServerCertificateName=name, **certificate(), Tags=TAGS)
        return {"ServerCertificateName": name}

    def with_tokens(self, switched_on: bool = True) -> Json:
        """The account makes web identity tokens, or none."""
        change = (
            self.iam.enable_outbound_web_identity_federation
            if switched_on
            else self.iam.disable_outbound_web_identity_federation
        )
        with contextlib.suppress(
            self.iam.exceptions.FeatureEnabledException, self.iam.exceptions.FeatureDisabledException
        ):
            change()
        return {}

    def password_policy(self) -> Json:
        """The account has a password policy, one that asks for little."""
        self.iam.update_account_password_policy(MinimumPasswordLength=8)
        return {}

    def role(self) -> str:
        """A new role with an inline policy named `read`."""
        name = self.bare_role()
        self.iam.put_role_policy(RoleName=name, PolicyName="read", PolicyDocument=json.dumps(READ))
        return name

    def bare_role(self) -> str:
        """A new role without policies, which trusts its account."""
        name = self.name("role")
        self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(KEYS)))
        return name

    def bare_group(self) -> str:
        """A new group without policies."""
        name = self.name("group")
        self.iam.create_group(GroupName=name)
        return name

    def group(self) -> str:
        """A new group with an inline policy named `read`."""
        name = self.bare_group()
        self.iam.put_group_policy(GroupName=name, PolicyName="read", PolicyDocument=json.dumps(READ))
        return name

    def membership(self) -> Json:
        """The names of a new group and of a new user in it."""
        names = {"GroupName": self.bare_group(), "UserName": self.bare_user()}
        self.iam.add_user_to_group(**names)
        return names

    def policy(self) -> str:
        """The ARN of a new managed policy."""
        made = self.iam.create_policy(PolicyName=self.name("policy"), PolicyDocument=json.dumps(READ))
        return made["Policy"]["Arn"]

    def second_version(self) -> Json:
        """A version of a new managed policy that is not in force."""
        arn = self.policy()
        made = self.iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(READ))
        return {"PolicyArn": arn, "VersionId": made["PolicyVersion"]["VersionId"]}

    def attached(self, kind: str) -> Json:
        """The name of a new user, group or role, and a policy that it has."""
        name = getattr(self, f"bare_{kind}")()
        both = {f"{kind.title()}Name": name, "PolicyArn": READ_ONLY}
        getattr(self.iam, f"attach_{kind}_policy")(**both)
        return both

    def bounded(self, kind: str) -> Json:
        """The name of a new user or role with a permissions boundary."""
        named = {f"{kind.title()}Name": getattr(self, f"bare_{kind}")()}
        getattr(self.iam, f"put_{kind}_permissions_boundary")(**named, PermissionsBoundary=READ_ONLY)
        return named

    def instance_profile(self) -> str:
        """A new instance profile without a role."""
        name = self.name("profile")
        self.iam.create_instance_profile(InstanceProfileName=name)
        return name

    def filled_instance_profile(self) -> Json:
        """The names of a new instance profile and of its role."""
        both = {"InstanceProfileName": self.instance_profile(), "RoleName": self.bare_role()}
        self.iam.add_role_to_instance_profile(**both)
        return both

    def account_alias(self) -> str:
        """The alias that the account has now."""
        alias = self.name("alias")
        self.iam.create_account_alias(AccountAlias=alias)
        return alias

    def credential_report(self) -> Json:
        """Makes a credential report; getting it takes no parameters."""
        self.iam.generate_credential_report()
        return {}

    def access_report(self) -> Json:
        """A report on a user who may use keys."""
        arn = f"arn:aws:iam::{KEYS}:user/{self.user()}"
        return {"JobId": self.iam.generate_service_last_accessed_details(Arn=arn)["JobId"]}

    def organizations_access_report(self) -> Json:
        """A report on the organization."""
        management = self.client("iam", self.lodge.administrator)
        return {"JobId": management.generate_organizations_access_report(EntityPath=self.organization_path)["JobId"]}

    def open_role(self) -> str:
        """The ARN of a new role that trusts its account, tags and source identities included."""
        document = trust(KEYS)
        document["Statement"][0]["Action"] = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
        name = self.name("role")
        made = self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(document))
        return made["Role"]["Arn"]

    @cached_property
    def identity_provider(self) -> IdentityProvider:
        """A SAML identity provider that nobody knows."""
        return IdentityProvider()

    def new_saml_provider(self) -> Json:
        """What CreateSAMLProvider needs."""
        return {"Name": self.name("saml"), "SAMLMetadataDocument": self.identity_provider.metadata()}

    def saml_provider(self) -> str:
        """The ARN of a new SAML provider."""
        return self.iam.create_saml_provider(**self.new_saml_provider())["SAMLProviderArn"]

    def new_oidc_provider(self) -> Json:
        """What CreateOpenIDConnectProvider needs."""
        return {"Url": f"https://{self.name('issuer')}.example", "ClientIDList": ["one", "two"]}

    def oidc_provider(self) -> Json:
        """A new OpenID Connect provider."""
        arn = self.iam.create_open_id_connect_provider(**self.new_oidc_provider())["OpenIDConnectProviderArn"]
        return {"OpenIDConnectProviderArn": arn}

    @cached_property
    def lasting_oidc_provider(self) -> Json:
        """One OpenID Connect provider, which stays: an account may have 100."""
        return self.oidc_provider()

    def account_request(self) -> str:
        """The id of a request for an account that was made."""
        return self.organizations.create_account(**self.new_account())["CreateAccountStatus"]["Id"]

    def new_account(self) -> Json:
        """What CreateAccount needs."""
        name = self.name("account")
        return {"AccountName": name, "Email": f"{name}@example.com"}

    @cached_property
    def organizations(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """Organizations, as the administrator of the management account."""
        return self.client("organizations", self.lodge.administrator)

    @cached_property
    def organization_path(self) -> str:
        """The organization and its root."""
        return f"{self.organizations.describe_organization()['Organization']['Id']}/{self.organization_root}"

    @cached_property
    def organization_root(self) -> str:
        """The id of the organization's root."""
        return self.organizations.list_roots()["Roots"][0]["Id"]

    def policy_type(self, *, enabled: bool) -> Json:
        """The root and resource control policies, which are enabled in it or not."""
        named = {"RootId": self.organization_root, "PolicyType": "RESOURCE_CONTROL_POLICY"}
        kinds = [kind["Type"] for kind in self.organizations.list_roots()["Roots"][0]["PolicyTypes"]]
        if (named["PolicyType"] in kinds) != enabled:
            change = self.organizations.enable_policy_type if enabled else self.organizations.disable_policy_type
            change(**named)
        return named

    def root_task(self) -> Json:
        """Looking through the credentials of an account's root, which is enabled."""
        self.client("iam", self.lodge.administrator).enable_organizations_root_credentials_management()
        return {
            "TargetPrincipal": KEYS,
            "TaskPolicyArn": {"arn": "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"},
        }

    def unit(self) -> str:
        """The id of a new organizational unit."""
        made = self.organizations.create_organizational_unit(ParentId=self.organization_root, Name=self.name("unit"))
        return made["OrganizationalUnit"]["Id"]

    def new_account_id(self) -> str:
        """A new account in the root."""
        return self.organizations.create_account(**self.new_account())["CreateAccountStatus"]["AccountId"]

    def new_control_policy(self) -> Json:
        """What CreatePolicy needs."""
        content = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}
        return {
            "Name": self.name("control"),
            "Description": "for a test",
            "Type": "SERVICE_CONTROL_POLICY",
            "Content": json.dumps(content),
        }

    def control_policy(self) -> str:
        """The id of a new service control policy."""
        return self.organizations.create_policy(**self.new_control_policy())["Policy"]["PolicySummary"]["Id"]

    def tenant(self, **more: str) -> Json:
        """A new tenant."""
        named = {"tenantId": self.name("tenant")}
        self.tenants.onboard_tenant(**named, **more)
        return named

    def tenants_material(self) -> Json:
        """A call of ImportKeyMaterial of the tenants API."""
        named = self.tenant(origin="EXTERNAL")
        asked = self.tenants.get_import_parameters(**named, **SMALL)
        return named | {
            "importToken": asked["importToken"],
            "encryptedKeyMaterial": wrapped_material(asked["publicKey"]),
        }

    @cached_property
    def standing_tenant(self) -> Json:
        """A tenant who stays: the more tenants there are, the longer it takes to look for one's keys."""
        return self.tenant()

    @cached_property
    def waiting_tenant(self) -> Json:
        """The same of one whose key waits for its material."""
        return self.tenant(origin="EXTERNAL")

    def suspended_tenant(self) -> Json:
        """The standing tenant, who is suspended."""
        self.tenants.suspend_tenant(**self.standing_tenant, reason="unpaid")
        return self.standing_tenant

    def offboarding_tenant(self) -> Json:
        """A new tenant whose key waits for its deletion."""
        named = self.tenant()
        self.tenants.offboard_tenant(**named)
        return named

    @cached_property
    def tenants(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """The tenants API, as the administrator of the account that has the keys."""
        return self.client("tenants", "A/admin")

    def attached_control_policy(self) -> Json:
        """A new service control policy and a new organizational unit that has it."""
        both = {"PolicyId": self.control_policy(), "TargetId": self.unit()}
        self.organizations.attach_policy(**both)
        return both


# The operations.

Arguments = Callable[[Scene], Json]


@dataclass(frozen=True)
class Operation:
    """An operation and a call of it. `case` tells two calls of one operation apart."""

    service: str
    name: str
    arguments: Arguments
    case: str = ""
    #: The error that everybody gets who may do it: Lodge's organization is never made, emptied or left.
    refusal: str = ""

    @property
    def is_for_management(self) -> bool:
        """Whether it is for callers of the management account."""
        of_root_access = (
            "AssumeRoot",
            "OrganizationsRootCredentialsManagement",
            "OrganizationsRootSessions",
            "OrganizationsFeatures",
            "OrganizationsAccessReport",
        )
        return self.service == "organizations" or self.name.endswith(of_root_access)

    @property
    def needs_permission(self) -> bool:
        """Whether somebody must allow it."""
        return self.name not in ("GetCallerIdentity", "GetSessionToken")

    @property
    def action(self) -> str:
        """The action that is refused first."""
        return {"ReEncrypt": "kms:ReEncryptFrom"}.get(self.name, f"{self.service}:{self.name}")

    def __str__(self) -> str:
        return f"{self.service}:{self.name}{' ' if self.case else ''}{self.case}"

    def call(self, scene: Scene, caller: Caller) -> Json:
        """Makes the call."""
        return self.send(scene.client(self.service, caller), self.arguments(scene))

    def send(self, client: Any, arguments: Json) -> Json:  # noqa: ANN401 (boto3 makes the class at run time)
        """Makes the call through a client."""
        return getattr(client, xform_name(self.name))(**arguments)


TAGS = [{"Key": "team", "Value": "a"}]

#: Operations whose input proves who calls, in place of a signature: they have no row, and tests of their own.
PROVEN_BY_INPUT = {("sts", "AssumeRoleWithSAML"), ("sts", "AssumeRoleWithWebIdentity")}

OPERATIONS = [
    Operation("kms", "CancelKeyDeletion", lambda scene: {"KeyId": scene.pending_key()}),
    Operation("kms", "ConnectCustomKeyStore", lambda scene: scene.key_store()),
    Operation("kms", "CreateCustomKeyStore", lambda scene: scene.token_settings()),
    Operation("kms", "DeleteCustomKeyStore", lambda scene: scene.key_store()),
    Operation("kms", "DescribeCustomKeyStores", lambda _: {}),
    Operation("kms", "DisconnectCustomKeyStore", lambda scene: scene.key_store(connecting=True)),
    Operation("kms", "UpdateCustomKeyStore", lambda scene: scene.key_store() | {"NewCustomKeyStoreName": scene.name()}),
    Operation(
        "kms", "CreateAlias", lambda scene: {"AliasName": f"alias/{scene.name()}", "TargetKeyId": scene.standing_key}
    ),
    Operation(
        "kms",
        "CreateGrant",
        lambda scene: {"KeyId": scene.key(), "GranteePrincipal": GRANTEE, "Operations": ["Encrypt"]},
    ),
    Operation("kms", "CreateKey", lambda _: {}),
    Operation("kms", "CreateKey", lambda _: {"Tags": [{"TagKey": "team", "TagValue": "a"}]}, "with tags"),
    Operation(
        "kms",
        "Decapsulate",
        lambda scene: (
            scene.encapsulation()
            | {
                "SharedSecretCiphertextBlob": scene.kms.encapsulate(**scene.encapsulation())[
                    "SharedSecretCiphertextBlob"
                ]
            }
        ),
    ),
    Operation("kms", "Decrypt", lambda scene: {"KeyId": ALIAS_ARN, "CiphertextBlob": scene.ciphertext()}, "by alias"),
    Operation("kms", "Decrypt", lambda scene: {"CiphertextBlob": scene.ciphertext()}, "by ciphertext"),
    Operation("kms", "DeleteAlias", lambda scene: {"AliasName": scene.alias()}),
    Operation("kms", "DeleteImportedKeyMaterial", lambda scene: {"KeyId": scene.imported_key()}),
    Operation("kms", "DeriveSharedSecret", lambda scene: scene.agreement()),
    Operation("kms", "DescribeKey", lambda _: {"KeyId": ALIAS_ARN}, "by alias"),
    Operation("kms", "DescribeKey", lambda scene: {"KeyId": scene.standing_key}, "by ARN"),
    Operation("kms", "DisableKey", lambda scene: {"KeyId": scene.key()}),
    Operation("kms", "DisableKeyRotation", lambda scene: {"KeyId": scene.key()}),
    Operation("kms", "EnableKey", lambda scene: {"KeyId": scene.key()}),
    Operation("kms", "EnableKeyRotation", lambda scene: {"KeyId": scene.key()}),
    Operation("kms", "Encapsulate", lambda scene: scene.encapsulation()),
    Operation("kms", "Encrypt", lambda _: {"KeyId": ALIAS_ARN, "Plaintext": b"secret"}, "by alias"),
    Operation("kms", "Encrypt", lambda scene: {"KeyId": scene.standing_key, "Plaintext": b"secret"}, "by ARN"),
    Operation("kms", "GenerateDataKey", lambda _: {"KeyId": ALIAS_ARN, "KeySpec": "AES_256"}),
    Operation("kms", "GenerateDataKeyPair", lambda _: {"KeyId": ALIAS_ARN, "KeyPairSpec": "ECC_NIST_P256"}),
    Operation(
        "kms",
        "GenerateDataKeyPairWithoutPlaintext",
        lambda _: {"KeyId": ALIAS_ARN, "KeyPairSpec": "ECC_NIST_P256"},
    ),
    Operation("kms", "GenerateDataKeyWithoutPlaintext", lambda _: {"KeyId": ALIAS_ARN, "KeySpec": "AES_256"}),
    Operation("kms", "GenerateMac", lambda scene: scene.mac()),
    Operation("kms", "GenerateRandom", lambda _: {"NumberOfBytes": 16}),
    Operation("kms", "GetKeyLastUsage", lambda scene: {"KeyId": scene.standing_key}),
    Operation("kms", "GetKeyPolicy", lambda scene: {"KeyId": scene.standing_key}),
    Operation("kms", "GetKeyRotationStatus", lambda scene: {"KeyId": scene.standing_key}),
    Operation("kms", "GetParametersForImport", lambda scene: {"KeyId": scene.external_key()} | WRAPPING),
    Operation("kms", "GetPublicKey", lambda scene: {"KeyId": scene.key_of("ECC_NIST_P256", "SIGN_VERIFY")}),
    Operation("kms", "ImportKeyMaterial", lambda scene: scene.material()),
    Operation("kms", "ListAliases", lambda _: {}),
    Operation("kms", "ListGrants", lambda scene: {"KeyId": scene.standing_key}),
    Operation("kms", "ListKeyPolicies", lambda scene: {"KeyId": scene.standing_key}),
    Operation("kms", "ListKeyRotations", lambda scene: {"KeyId": scene.standing_key}),
    Operation("kms", "ListKeys", lambda _: {}),
    Operation("kms", "ListResourceTags", lambda scene: {"KeyId": scene.standing_key}),
    Operation("kms", "ListRetirableGrants", lambda _: {"RetiringPrincipal": GRANTEE}),
    Operation("kms", "PutKeyPolicy", lambda scene: {"KeyId": scene.key(), "Policy": json.dumps(KEY_POLICY)}),
    Operation(
        "kms",
        "ReEncrypt",
        lambda scene: {
            "CiphertextBlob": scene.ciphertext(),
            "SourceKeyId": ALIAS_ARN,
            "DestinationKeyId": ALIAS_ARN,
        },
    ),
    Operation("kms", "ReplicateKey", lambda scene: {"KeyId": scene.primary_key(), "ReplicaRegion": OTHER_REGION}),
    Operation(
        "kms",
        "ReplicateKey",
        lambda scene: {
            "KeyId": scene.primary_key(),
            "ReplicaRegion": OTHER_REGION,
            "Tags": [{"TagKey": "team", "TagValue": "a"}],
        },
        "with tags",
    ),
    Operation("kms", "RetireGrant", lambda scene: scene.grant()),
    Operation("kms", "RevokeGrant", lambda scene: scene.grant()),
    Operation("kms", "RotateKeyOnDemand", lambda scene: {"KeyId": scene.key()}),
    Operation("kms", "ScheduleKeyDeletion", lambda scene: {"KeyId": scene.key()}),
    Operation("kms", "Sign", lambda scene: scene.signing()),
    Operation(
        "kms", "TagResource", lambda scene: {"KeyId": scene.key(), "Tags": [{"TagKey": "team", "TagValue": "a"}]}
    ),
    Operation("kms", "UntagResource", lambda scene: {"KeyId": scene.key(), "TagKeys": ["team"]}),
    Operation("kms", "UpdateAlias", lambda scene: {"AliasName": scene.alias(), "TargetKeyId": scene.standing_key}),
    Operation("kms", "UpdateKeyDescription", lambda scene: {"KeyId": scene.key(), "Description": "other"}),
    Operation(
        "kms", "UpdatePrimaryRegion", lambda scene: {"KeyId": scene.replicated_key(), "PrimaryRegion": OTHER_REGION}
    ),
    Operation(
        "kms",
        "Verify",
        lambda scene: scene.signing() | {"Signature": scene.kms.sign(**scene.signing())["Signature"]},
    ),
    Operation("kms", "VerifyMac", lambda scene: scene.mac() | {"Mac": scene.kms.generate_mac(**scene.mac())["Mac"]}),
    Operation("iam", "CreateAccessKey", lambda scene: {"UserName": scene.bare_user()}),
    Operation(
        "iam",
        "CreateRole",
        lambda scene: {"RoleName": scene.name("role"), "AssumeRolePolicyDocument": json.dumps(trust(KEYS))},
    ),
    Operation(
        "iam",
        "CreateRole",
        lambda scene: {
            "RoleName": scene.name("role"),
            "AssumeRolePolicyDocument": json.dumps(trust(KEYS)),
            "Tags": TAGS,
        },
        "with tags",
    ),
    Operation("iam", "CreateUser", lambda scene: {"UserName": scene.name("user")}),
    Operation("iam", "CreateUser", lambda scene: {"UserName": scene.name("user"), "Tags": TAGS}, "with tags"),
    Operation("iam", "DeleteAccessKey", lambda scene: scene.access_key()),
    Operation("iam", "DeleteRole", lambda scene: {"RoleName": scene.bare_role()}),
    Operation("iam", "DeleteRolePolicy", lambda scene: {"RoleName": scene.role(), "PolicyName": "read"}),
    Operation("iam", "DeleteUser", lambda scene: {"UserName": scene.bare_user()}),
    Operation("iam", "DeleteUserPolicy", lambda scene: {"UserName": scene.user(), "PolicyName": "read"}),
    Operation("iam", "GetRole", lambda scene: {"RoleName": scene.role()}),
    Operation("iam", "GetRolePolicy", lambda scene: {"RoleName": scene.role(), "PolicyName": "read"}),
    Operation("iam", "GetUser", lambda scene: {"UserName": scene.user()}),
    Operation("iam", "GetUserPolicy", lambda scene: {"UserName": scene.user(), "PolicyName": "read"}),
    Operation("iam", "ListAccessKeys", lambda scene: {"UserName": scene.user()}),
    Operation("iam", "ListRolePolicies", lambda scene: {"RoleName": scene.role()}),
    Operation("iam", "ListRoles", lambda _: {}),
    Operation("iam", "ListUserPolicies", lambda scene: {"UserName": scene.user()}),
    Operation("iam", "ListUsers", lambda _: {}),
    Operation(
        "iam",
        "PutRolePolicy",
        lambda scene: {"RoleName": scene.bare_role(), "PolicyName": "read", "PolicyDocument": json.dumps(READ)},
    ),
    Operation(
        "iam",
        "PutUserPolicy",
        lambda scene: {"UserName": scene.bare_user(), "PolicyName": "read", "PolicyDocument": json.dumps(READ)},
    ),
    Operation("iam", "UpdateAccessKey", lambda scene: scene.access_key() | {"Status": "Inactive"}),
    Operation(
        "iam",
        "CreateServiceSpecificCredential",
        lambda scene: {"UserName": scene.bare_user(), "ServiceName": XKS_PROXY},
    ),
    Operation("iam", "ListServiceSpecificCredentials", lambda scene: {"UserName": scene.user()}),
    Operation(
        "iam",
        "UpdateServiceSpecificCredential",
        lambda scene: scene.service_specific_credential() | {"Status": "Inactive"},
    ),
    Operation("iam", "ResetServiceSpecificCredential", lambda scene: scene.service_specific_credential()),
    Operation("iam", "DeleteServiceSpecificCredential", lambda scene: scene.service_specific_credential()),
    Operation("iam", "ListServiceSpecificCredentials", lambda _: {"AllUsers": True}, "of all users"),
    Operation("iam", "CreateLoginProfile", lambda scene: {"UserName": scene.bare_user(), "Password": PASSWORD}),
    Operation("iam", "GetLoginProfile", lambda scene: {"UserName": scene.login_profile()}),
    Operation("iam", "UpdateLoginProfile", lambda scene: {"UserName": scene.login_profile(), "Password": PASSWORD}),
    Operation("iam", "DeleteLoginProfile", lambda scene: {"UserName": scene.login_profile()}),
    # Nobody here has a password: test_iam_credentials.py changes one.
    Operation(
        "iam",
        "ChangePassword",
        lambda _: {"OldPassword": PASSWORD, "NewPassword": PASSWORD},
        refusal="NoSuchEntity",
    ),
    Operation("iam", "UpdateAccountPasswordPolicy", lambda _: {"MinimumPasswordLength": 8}),
    Operation("iam", "GetAccountPasswordPolicy", lambda scene: scene.password_policy()),
    Operation("iam", "DeleteAccountPasswordPolicy", lambda scene: scene.password_policy()),
    Operation(
        "iam",
        "UploadSSHPublicKey",
        lambda scene: {"UserName": scene.bare_user(), "SSHPublicKeyBody": ssh_public_key()},
    ),
    Operation("iam", "GetSSHPublicKey", lambda scene: scene.ssh_public_key() | {"Encoding": "PEM"}),
    Operation("iam", "ListSSHPublicKeys", lambda scene: {"UserName": scene.bare_user()}),
    Operation("iam", "UpdateSSHPublicKey", lambda scene: scene.ssh_public_key() | {"Status": "Inactive"}),
    Operation("iam", "DeleteSSHPublicKey", lambda scene: scene.ssh_public_key()),
    Operation("iam", "CreateVirtualMFADevice", lambda scene: {"VirtualMFADeviceName": scene.name("device")}),
    Operation("iam", "DeleteVirtualMFADevice", lambda scene: scene.mfa_device()[0]),
    Operation("iam", "ListVirtualMFADevices", lambda _: {"AssignmentStatus": "Any"}),
    Operation("iam", "EnableMFADevice", lambda scene: scene.enabling()),
    Operation("iam", "ResyncMFADevice", lambda scene: scene.synchronizing()),
    Operation("iam", "DeactivateMFADevice", lambda scene: scene.enabled_mfa_device()[0]),
    Operation("iam", "GetMFADevice", lambda scene: scene.enabled_mfa_device()[0]),
    Operation("iam", "ListMFADevices", lambda scene: {"UserName": scene.bare_user()}),
    Operation("iam", "TagMFADevice", lambda scene: scene.mfa_device()[0] | {"Tags": TAGS}),
    Operation("iam", "UntagMFADevice", lambda scene: scene.mfa_device()[0] | {"TagKeys": ["Team"]}),
    Operation("iam", "ListMFADeviceTags", lambda scene: scene.mfa_device()[0]),
    Operation(
        "iam",
        "UploadSigningCertificate",
        lambda scene: {"UserName": scene.bare_user(), "CertificateBody": certificate()["CertificateBody"]},
    ),
    Operation("iam", "ListSigningCertificates", lambda scene: {"UserName": scene.bare_user()}),
    Operation("iam", "UpdateSigningCertificate", lambda scene: scene.signing_certificate() | {"Status": "Inactive"}),
    Operation("iam", "DeleteSigningCertificate", lambda scene: scene.signing_certificate()),
    Operation(
        "iam",
        "UploadServerCertificate",
        lambda scene: {"ServerCertificateName": scene.name("certificate"), **certificate()},
    ),
    Operation("iam", "GetServerCertificate", lambda scene: scene.server_certificate()),
    Operation("iam", "ListServerCertificates", lambda _: {}),
    Operation("iam", "UpdateServerCertificate", lambda scene: scene.server_certificate() | {"NewPath": "/x/"}),
    Operation("iam", "DeleteServerCertificate", lambda scene: scene.server_certificate()),
    Operation("iam", "TagServerCertificate", lambda scene: scene.server_certificate() | {"Tags": TAGS}),
    Operation("iam", "UntagServerCertificate", lambda scene: scene.server_certificate() | {"TagKeys": ["team"]}),
    Operation("iam", "ListServerCertificateTags", lambda scene: scene.server_certificate()),
    # No service of Lodge has one.
    Operation(
        "iam",
        "CreateServiceLinkedRole",
        lambda _: {"AWSServiceName": "mrk.kms.amazonaws.com"},
        refusal="InvalidInput",
    ),
    Operation("iam", "DeleteServiceLinkedRole", lambda scene: {"RoleName": scene.bare_role()}, refusal="InvalidInput"),
    Operation(
        "iam", "GetServiceLinkedRoleDeletionStatus", lambda _: {"DeletionTaskId": "task/x"}, refusal="NoSuchEntity"
    ),
    Operation(
        "iam",
        "UpdateAssumeRolePolicy",
        lambda scene: {"RoleName": scene.bare_role(), "PolicyDocument": json.dumps(trust(KEYS))},
    ),
    Operation("iam", "UpdateUser", lambda scene: {"UserName": scene.bare_user(), "NewPath": "/x/"}),
    Operation("iam", "UpdateRole", lambda scene: {"RoleName": scene.bare_role(), "Description": "other"}),
    Operation("iam", "UpdateRoleDescription", lambda scene: {"RoleName": scene.bare_role(), "Description": "other"}),
    Operation("iam", "CreateGroup", lambda scene: {"GroupName": scene.name("group")}),
    Operation("iam", "GetGroup", lambda scene: {"GroupName": scene.group()}),
    Operation("iam", "ListGroups", lambda _: {}),
    Operation("iam", "UpdateGroup", lambda scene: {"GroupName": scene.group(), "NewPath": "/x/"}),
    Operation("iam", "DeleteGroup", lambda scene: {"GroupName": scene.bare_group()}),
    Operation("iam", "AddUserToGroup", lambda scene: {"GroupName": scene.group(), "UserName": scene.bare_user()}),
    Operation("iam", "RemoveUserFromGroup", lambda scene: scene.membership()),
    Operation("iam", "ListGroupsForUser", lambda scene: {"UserName": scene.user()}),
    Operation(
        "iam",
        "PutGroupPolicy",
        lambda scene: {"GroupName": scene.bare_group(), "PolicyName": "read", "PolicyDocument": json.dumps(READ)},
    ),
    Operation("iam", "GetGroupPolicy", lambda scene: {"GroupName": scene.group(), "PolicyName": "read"}),
    Operation("iam", "ListGroupPolicies", lambda scene: {"GroupName": scene.group()}),
    Operation("iam", "DeleteGroupPolicy", lambda scene: {"GroupName": scene.group(), "PolicyName": "read"}),
    Operation(
        "iam",
        "CreatePolicy",
        lambda scene: {"PolicyName": scene.name("policy"), "PolicyDocument": json.dumps(READ)},
    ),
    Operation(
        "iam",
        "CreatePolicy",
        lambda scene: {"PolicyName": scene.name("policy"), "PolicyDocument": json.dumps(READ), "Tags": TAGS},
        "with tags",
    ),
    Operation("iam", "GetPolicy", lambda scene: {"PolicyArn": scene.policy()}),
    Operation("iam", "ListPolicies", lambda _: {}),
    Operation("iam", "DeletePolicy", lambda scene: {"PolicyArn": scene.policy()}),
    Operation(
        "iam",
        "CreatePolicyVersion",
        lambda scene: {"PolicyArn": scene.policy(), "PolicyDocument": json.dumps(READ)},
    ),
    Operation("iam", "GetPolicyVersion", lambda scene: {"PolicyArn": scene.policy(), "VersionId": "v1"}),
    Operation("iam", "ListPolicyVersions", lambda scene: {"PolicyArn": scene.policy()}),
    Operation("iam", "SetDefaultPolicyVersion", lambda scene: {"PolicyArn": scene.policy(), "VersionId": "v1"}),
    Operation("iam", "DeletePolicyVersion", lambda scene: scene.second_version()),
    Operation("iam", "ListEntitiesForPolicy", lambda scene: {"PolicyArn": scene.policy()}),
    Operation("iam", "AttachUserPolicy", lambda scene: {"UserName": scene.bare_user(), "PolicyArn": READ_ONLY}),
    Operation("iam", "DetachUserPolicy", lambda scene: scene.attached("user")),
    Operation("iam", "ListAttachedUserPolicies", lambda scene: {"UserName": scene.user()}),
    Operation("iam", "AttachGroupPolicy", lambda scene: {"GroupName": scene.bare_group(), "PolicyArn": READ_ONLY}),
    Operation("iam", "DetachGroupPolicy", lambda scene: scene.attached("group")),
    Operation("iam", "ListAttachedGroupPolicies", lambda scene: {"GroupName": scene.group()}),
    Operation("iam", "AttachRolePolicy", lambda scene: {"RoleName": scene.bare_role(), "PolicyArn": READ_ONLY}),
    Operation("iam", "DetachRolePolicy", lambda scene: scene.attached("role")),
    Operation("iam", "ListAttachedRolePolicies", lambda scene: {"RoleName": scene.role()}),
    Operation(
        "iam",
        "PutUserPermissionsBoundary",
        lambda scene: {"UserName": scene.bare_user(), "PermissionsBoundary": READ_ONLY},
    ),
    Operation("iam", "DeleteUserPermissionsBoundary", lambda scene: scene.bounded("user")),
    Operation(
        "iam",
        "PutRolePermissionsBoundary",
        lambda scene: {"RoleName": scene.bare_role(), "PermissionsBoundary": READ_ONLY},
    ),
    Operation("iam", "DeleteRolePermissionsBoundary", lambda scene: scene.bounded("role")),
    Operation("iam", "TagUser", lambda scene: {"UserName": scene.bare_user(), "Tags": TAGS}),
    Operation("iam", "UntagUser", lambda scene: {"UserName": scene.bare_user(), "TagKeys": ["team"]}),
    Operation("iam", "ListUserTags", lambda scene: {"UserName": scene.bare_user()}),
    Operation("iam", "TagRole", lambda scene: {"RoleName": scene.bare_role(), "Tags": TAGS}),
    Operation("iam", "UntagRole", lambda scene: {"RoleName": scene.bare_role(), "TagKeys": ["team"]}),
    Operation("iam", "ListRoleTags", lambda scene: {"RoleName": scene.bare_role()}),
    Operation("iam", "TagPolicy", lambda scene: {"PolicyArn": scene.policy(), "Tags": TAGS}),
    Operation("iam", "UntagPolicy", lambda scene: {"PolicyArn": scene.policy(), "TagKeys": ["team"]}),
    Operation("iam", "ListPolicyTags", lambda scene: {"PolicyArn": scene.policy()}),
    Operation(
        "iam", "TagInstanceProfile", lambda scene: {"InstanceProfileName": scene.instance_profile(), "Tags": TAGS}
    ),
    Operation(
        "iam",
        "UntagInstanceProfile",
        lambda scene: {"InstanceProfileName": scene.instance_profile(), "TagKeys": ["team"]},
    ),
    Operation("iam", "ListInstanceProfileTags", lambda scene: {"InstanceProfileName": scene.instance_profile()}),
    Operation("iam", "CreateSAMLProvider", lambda scene: scene.new_saml_provider()),
    Operation("iam", "GetSAMLProvider", lambda scene: {"SAMLProviderArn": scene.saml_provider()}),
    Operation("iam", "ListSAMLProviders", lambda _: {}),
    Operation(
        "iam",
        "UpdateSAMLProvider",
        lambda scene: {
            "SAMLProviderArn": scene.saml_provider(),
            "SAMLMetadataDocument": scene.identity_provider.metadata(),
        },
    ),
    Operation("iam", "DeleteSAMLProvider", lambda scene: {"SAMLProviderArn": scene.saml_provider()}),
    Operation("iam", "TagSAMLProvider", lambda scene: {"SAMLProviderArn": scene.saml_provider(), "Tags": TAGS}),
    Operation(
        "iam", "UntagSAMLProvider", lambda scene: {"SAMLProviderArn": scene.saml_provider(), "TagKeys": ["team"]}
    ),
    Operation("iam", "ListSAMLProviderTags", lambda scene: {"SAMLProviderArn": scene.saml_provider()}),
    Operation("iam", "CreateOpenIDConnectProvider", lambda scene: scene.new_oidc_provider()),
    Operation("iam", "GetOpenIDConnectProvider", lambda scene: scene.lasting_oidc_provider),
    Operation("iam", "ListOpenIDConnectProviders", lambda _: {}),
    Operation("iam", "DeleteOpenIDConnectProvider", lambda scene: scene.oidc_provider()),
    Operation(
        "iam", "AddClientIDToOpenIDConnectProvider", lambda scene: scene.lasting_oidc_provider | {"ClientID": "three"}
    ),
    Operation(
        "iam",
        "RemoveClientIDFromOpenIDConnectProvider",
        lambda scene: scene.lasting_oidc_provider | {"ClientID": "two"},
    ),
    Operation(
        "iam",
        "UpdateOpenIDConnectProviderThumbprint",
        lambda scene: scene.lasting_oidc_provider | {"ThumbprintList": ["0" * 40]},
    ),
    Operation("iam", "TagOpenIDConnectProvider", lambda scene: scene.lasting_oidc_provider | {"Tags": TAGS}),
    Operation("iam", "UntagOpenIDConnectProvider", lambda scene: scene.lasting_oidc_provider | {"TagKeys": ["team"]}),
    Operation("iam", "ListOpenIDConnectProviderTags", lambda scene: scene.lasting_oidc_provider),
    Operation("iam", "CreateInstanceProfile", lambda scene: {"InstanceProfileName": scene.name("profile")}),
    Operation("iam", "GetInstanceProfile", lambda scene: {"InstanceProfileName": scene.instance_profile()}),
    Operation("iam", "ListInstanceProfiles", lambda _: {}),
    Operation("iam", "ListInstanceProfilesForRole", lambda scene: {"RoleName": scene.bare_role()}),
    Operation("iam", "DeleteInstanceProfile", lambda scene: {"InstanceProfileName": scene.instance_profile()}),
    Operation(
        "iam",
        "AddRoleToInstanceProfile",
        lambda scene: {"InstanceProfileName": scene.instance_profile(), "RoleName": scene.bare_role()},
    ),
    Operation("iam", "RemoveRoleFromInstanceProfile", lambda scene: scene.filled_instance_profile()),
    Operation("iam", "GetAccessKeyLastUsed", lambda scene: {"AccessKeyId": scene.access_key()["AccessKeyId"]}),
    Operation("iam", "CreateAccountAlias", lambda scene: {"AccountAlias": scene.name("alias")}),
    Operation("iam", "DeleteAccountAlias", lambda scene: {"AccountAlias": scene.account_alias()}),
    Operation("iam", "ListAccountAliases", lambda _: {}),
    Operation("iam", "GetAccountSummary", lambda _: {}),
    Operation("iam", "GetAccountAuthorizationDetails", lambda _: {}),
    Operation("iam", "GenerateCredentialReport", lambda _: {}),
    Operation("iam", "GetCredentialReport", lambda scene: scene.credential_report()),
    Operation("iam", "GenerateServiceLastAccessedDetails", lambda _: {"Arn": f"arn:aws:iam::{KEYS}:user/nobody"}),
    # A report is its maker's.
    Operation("iam", "GetServiceLastAccessedDetails", lambda scene: scene.access_report()),
    Operation(
        "iam",
        "GetServiceLastAccessedDetailsWithEntities",
        lambda scene: scene.access_report() | {"ServiceNamespace": "kms"},
    ),
    Operation(
        "iam",
        "ListPoliciesGrantingServiceAccess",
        lambda _: {"Arn": f"arn:aws:iam::{KEYS}:user/nobody", "ServiceNamespaces": ["kms"]},
    ),
    Operation("iam", "GenerateOrganizationsAccessReport", lambda scene: {"EntityPath": scene.organization_path}),
    Operation("iam", "GetOrganizationsAccessReport", lambda scene: scene.organizations_access_report()),
    Operation(
        "iam",
        "SimulatePrincipalPolicy",
        lambda _: {"PolicySourceArn": f"arn:aws:iam::{KEYS}:user/nobody", "ActionNames": ["kms:ListKeys"]},
    ),
    Operation(
        "iam",
        "SimulateCustomPolicy",
        lambda _: {"PolicyInputList": [json.dumps(READ)], "ActionNames": ["kms:ListKeys"]},
    ),
    Operation("iam", "GetContextKeysForCustomPolicy", lambda _: {"PolicyInputList": [json.dumps(READ)]}),
    Operation(
        "iam",
        "GetContextKeysForPrincipalPolicy",
        lambda _: {"PolicySourceArn": f"arn:aws:iam::{KEYS}:user/nobody"},
    ),
    Operation("iam", "EnableOrganizationsRootCredentialsManagement", lambda _: {}),
    Operation("iam", "EnableOrganizationsRootSessions", lambda _: {}),
    Operation("iam", "ListOrganizationsFeatures", lambda _: {}),
    Operation("iam", "DisableOrganizationsRootCredentialsManagement", lambda _: {}),
    Operation("iam", "DisableOrganizationsRootSessions", lambda _: {}),
    Operation("sts", "AssumeRole", lambda scene: {"RoleArn": scene.open_role(), "RoleSessionName": "any"}),
    Operation(
        "sts",
        "AssumeRole",
        lambda scene: {"RoleArn": scene.open_role(), "RoleSessionName": "any", "Tags": TAGS},
        "with tags",
    ),
    Operation(
        "sts",
        "AssumeRole",
        lambda scene: {"RoleArn": scene.open_role(), "RoleSessionName": "any", "SourceIdentity": "ann"},
        "with a source identity",
    ),
    Operation(
        "sts",
        "AssumeRole",
        lambda scene: {"RoleArn": scene.open_role(), "RoleSessionName": "any", "PolicyArns": [{"arn": READ_ONLY}]},
        "with a managed session policy",
    ),
    Operation("sts", "AssumeRoot", lambda scene: scene.root_task()),
    Operation("sts", "DecodeAuthorizationMessage", lambda scene: {"EncodedMessage": scene.authorization_message}),
    Operation(
        "sts", "GetAccessKeyInfo", lambda scene: {"AccessKeyId": scene.lodge.credentials("A/admin").access_key_id}
    ),
    Operation("sts", "GetCallerIdentity", lambda _: {}),
    Operation("iam", "EnableOutboundWebIdentityFederation", lambda scene: scene.with_tokens(switched_on=False)),
    Operation("iam", "DisableOutboundWebIdentityFederation", lambda scene: scene.with_tokens()),
    Operation("iam", "GetOutboundWebIdentityFederationInfo", lambda scene: scene.with_tokens()),
    Operation(
        "sts",
        "GetWebIdentityToken",
        lambda scene: (
            scene.with_tokens() | {"Audience": ["api.example.com"], "SigningAlgorithm": "ES384", "Tags": TAGS}
        ),
    ),
    Operation(
        "sts",
        "GetFederationToken",
        lambda _: {"Name": "any", "Policy": json.dumps(READ), "PolicyArns": [{"arn": READ_ONLY}]},
    ),
    Operation("sts", "GetFederationToken", lambda _: {"Name": "any", "Tags": TAGS}, "with tags"),
    Operation("sts", "GetSessionToken", lambda _: {"DurationSeconds": 900}),
    Operation("organizations", "CreateAccount", lambda scene: scene.new_account()),
    Operation("organizations", "CreateAccount", lambda scene: scene.new_account() | {"Tags": TAGS}, "with tags"),
    Operation("organizations", "DescribeAccount", lambda _: {"AccountId": KEYS}),
    Operation(
        "organizations",
        "DescribeCreateAccountStatus",
        lambda scene: {"CreateAccountRequestId": scene.account_request()},
    ),
    Operation("organizations", "DescribeOrganization", lambda _: {}),
    Operation("organizations", "ListAccounts", lambda _: {}),
    Operation("organizations", "CreateOrganization", lambda _: {}, refusal="AlreadyInOrganizationException"),
    Operation("organizations", "DeleteOrganization", lambda _: {}, refusal="OrganizationNotEmptyException"),
    Operation(
        "organizations",
        "RemoveAccountFromOrganization",
        lambda _: {"AccountId": KEYS},
        refusal="ConstraintViolationException",
    ),
    Operation("organizations", "CloseAccount", lambda scene: {"AccountId": scene.new_account_id()}),
    Operation("organizations", "ListCreateAccountStatus", lambda _: {}),
    Operation("organizations", "ListRoots", lambda _: {}),
    Operation("organizations", "EnablePolicyType", lambda scene: scene.policy_type(enabled=False)),
    Operation("organizations", "DisablePolicyType", lambda scene: scene.policy_type(enabled=True)),
    Operation(
        "organizations",
        "CreateOrganizationalUnit",
        lambda scene: {"ParentId": scene.organization_root, "Name": scene.name("unit")},
    ),
    Operation(
        "organizations",
        "CreateOrganizationalUnit",
        lambda scene: {"ParentId": scene.organization_root, "Name": scene.name("unit"), "Tags": TAGS},
        "with tags",
    ),
    Operation(
        "organizations",
        "UpdateOrganizationalUnit",
        lambda scene: {"OrganizationalUnitId": scene.unit(), "Name": scene.name("unit")},
    ),
    Operation("organizations", "DeleteOrganizationalUnit", lambda scene: {"OrganizationalUnitId": scene.unit()}),
    Operation("organizations", "DescribeOrganizationalUnit", lambda scene: {"OrganizationalUnitId": scene.unit()}),
    Operation(
        "organizations",
        "ListOrganizationalUnitsForParent",
        lambda scene: {"ParentId": scene.organization_root},
    ),
    Operation("organizations", "ListAccountsForParent", lambda scene: {"ParentId": scene.organization_root}),
    Operation(
        "organizations", "ListChildren", lambda scene: {"ParentId": scene.organization_root, "ChildType": "ACCOUNT"}
    ),
    Operation("organizations", "ListParents", lambda _: {"ChildId": KEYS}),
    Operation(
        "organizations",
        "MoveAccount",
        lambda scene: {
            "AccountId": scene.new_account_id(),
            "SourceParentId": scene.organization_root,
            "DestinationParentId": scene.unit(),
        },
    ),
    Operation("organizations", "CreatePolicy", lambda scene: scene.new_control_policy()),
    Operation("organizations", "CreatePolicy", lambda scene: scene.new_control_policy() | {"Tags": TAGS}, "with tags"),
    Operation(
        "organizations",
        "UpdatePolicy",
        lambda scene: {"PolicyId": scene.control_policy(), "Description": "another"},
    ),
    Operation("organizations", "DeletePolicy", lambda scene: {"PolicyId": scene.control_policy()}),
    Operation("organizations", "DescribePolicy", lambda _: {"PolicyId": "p-FullAWSAccess"}),
    Operation("organizations", "ListPolicies", lambda _: {"Filter": "SERVICE_CONTROL_POLICY"}),
    Operation(
        "organizations",
        "AttachPolicy",
        lambda scene: {"PolicyId": scene.control_policy(), "TargetId": scene.unit()},
    ),
    Operation("organizations", "DetachPolicy", lambda scene: scene.attached_control_policy()),
    Operation(
        "organizations",
        "ListPoliciesForTarget",
        lambda _: {"TargetId": KEYS, "Filter": "SERVICE_CONTROL_POLICY"},
    ),
    Operation("organizations", "ListTargetsForPolicy", lambda _: {"PolicyId": "p-FullAWSAccess"}),
    Operation("organizations", "TagResource", lambda scene: {"ResourceId": scene.unit(), "Tags": TAGS}),
    Operation("organizations", "UntagResource", lambda scene: {"ResourceId": scene.unit(), "TagKeys": ["team"]}),
    Operation("organizations", "ListTagsForResource", lambda _: {"ResourceId": KEYS}),
    Operation("cloudtrail", "LookupEvents", lambda _: {}),
    Operation("tenants", "OnboardTenant", lambda scene: {"tenantId": scene.name("tenant")}),
    Operation("tenants", "GetTenant", lambda scene: scene.standing_tenant),
    Operation("tenants", "ListTenants", lambda _: {"limit": 1}),
    Operation("tenants", "SuspendTenant", lambda scene: scene.standing_tenant | {"reason": "unpaid"}),
    Operation("tenants", "ResumeTenant", lambda scene: scene.suspended_tenant()),
    Operation("tenants", "OffboardTenant", lambda scene: scene.tenant() | {"pendingWindowInDays": 7}),
    Operation("tenants", "CancelOffboarding", lambda scene: scene.offboarding_tenant()),
    Operation("tenants", "GetTenantDrift", lambda scene: scene.standing_tenant),
    Operation("tenants", "FixTenantDrift", lambda scene: scene.standing_tenant),
    Operation("tenants", "GetImportParameters", lambda scene: scene.waiting_tenant | SMALL),
    Operation("tenants", "ImportKeyMaterial", lambda scene: scene.tenants_material()),
    # It takes a week at least until a key is gone: test_tenants_figures.py moves the clock.
    Operation(
        "tenants", "IssueErasureCertificate", lambda scene: scene.offboarding_tenant(), refusal="ConflictException"
    ),
    Operation("tenants", "GetCost", lambda _: {}),
    Operation("tenants", "GetTenantUsage", lambda scene: scene.standing_tenant),
    Operation("tenants", "GetUsage", lambda _: {}),
]

#: Actions that no operation is called after, and a row that asks for each besides its own.
FURTHER = {
    "iam:PassRole": "iam:AddRoleToInstanceProfile",
    "kms:ReEncryptFrom": "kms:ReEncrypt",
    "kms:ReEncryptTo": "kms:ReEncrypt",
    "sts:SetSourceIdentity": "sts:AssumeRole with a source identity",
    "sts:TagGetWebIdentityToken": "sts:GetWebIdentityToken",
    "sts:TagSession": "sts:AssumeRole with tags",
}


def outcome(operation: Operation, scene: Scene, caller: Caller) -> str:
    """`allow`, `deny`, or the error code of a call that was refused for another reason."""
    try:
        operation.call(scene, caller)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        return "deny" if code in ("AccessDenied", "AccessDeniedException") else code
    return "allow"
