"""Passwords, SSH public keys, signing and server certificates; and policies that follow a user to another name."""

import base64
import hashlib
import json
import uuid
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization

from lodge import UNCHECKED, Credentials, Lodge, refused
from operations import KEYS as ACCOUNT
from operations import PASSWORD, allowing, certificate, ssh_public_key, trust


@pytest.fixture(scope="module")
def iam(lodge: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return lodge.client("iam", "A/admin", config=UNCHECKED)


@pytest.fixture
def user(iam: Any) -> str:  # noqa: ANN401
    """The name of a new user."""
    name = f"user-{uuid.uuid4()}"
    iam.create_user(UserName=name)
    return name


def client_of(lodge: Lodge, iam: Any, user: str, service: str) -> Any:  # noqa: ANN401
    key = iam.create_access_key(UserName=user)["AccessKey"]
    return lodge.client(service, Credentials(key["AccessKeyId"], key["SecretAccessKey"]))


# Passwords.


def test_a_user_changes_the_password(lodge: Lodge, iam: Any, user: str) -> None:  # noqa: ANN401
    iam.create_login_profile(UserName=user, Password=PASSWORD, PasswordResetRequired=True)
    assert iam.get_login_profile(UserName=user)["LoginProfile"]["PasswordResetRequired"]
    iam.put_user_policy(UserName=user, PolicyName="change", PolicyDocument=json.dumps(allowing("iam:ChangePassword")))
    own = client_of(lodge, iam, user, "iam")
    with refused("AccessDenied", "The old password was incorrect."):
        own.change_password(OldPassword="wrong", NewPassword="other Horse 10")
    with refused("PasswordPolicyViolation", "minimum length"):
        own.change_password(OldPassword=PASSWORD, NewPassword="short")
    own.change_password(OldPassword=PASSWORD, NewPassword="other Horse 10")
    assert not iam.get_login_profile(UserName=user)["LoginProfile"]["PasswordResetRequired"]
    with refused("AccessDenied", "The old password was incorrect."):
        own.change_password(OldPassword=PASSWORD, NewPassword="third Horse 11")


@pytest.mark.parametrize("password", ["", "a" * 129, "☃" * 8])
def test_a_password_has_a_length_and_an_alphabet(iam: Any, user: str, password: str) -> None:  # noqa: ANN401
    with refused("ValidationError", "password"):
        iam.create_login_profile(UserName=user, Password=password)


@pytest.mark.parametrize(
    "setting",
    [
        {"MinimumPasswordLength": 5},
        {"MinimumPasswordLength": 129},
        {"MaxPasswordAge": 0},
        {"MaxPasswordAge": 1096},
        {"PasswordReusePrevention": 25},
    ],
    ids=str,
)
def test_a_password_policy_has_bounds(iam: Any, setting: dict[str, int]) -> None:  # noqa: ANN401
    with refused("ValidationError"):
        iam.update_account_password_policy(**setting)


# SSH public keys.


def test_an_ssh_public_key_is_given_in_both_forms(iam: Any, user: str) -> None:  # noqa: ANN401
    text = ssh_public_key()
    made = iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody=f"{text} ann@home")["SSHPublicKey"]
    digest = hashlib.md5(base64.b64decode(text.split()[1]), usedforsecurity=False).hexdigest()
    assert made["Fingerprint"] == ":".join(digest[at : at + 2] for at in range(0, 32, 2))
    named = {"UserName": user, "SSHPublicKeyId": made["SSHPublicKeyId"]}
    pem = iam.get_ssh_public_key(**named, Encoding="PEM")["SSHPublicKey"]["SSHPublicKeyBody"]
    key = serialization.load_pem_public_key(pem.encode())
    again = key.public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH).decode()
    assert again == text
    ssh = iam.get_ssh_public_key(**named, Encoding="SSH")["SSHPublicKey"]["SSHPublicKeyBody"]
    assert ssh == f"{text} ann@home"
    with refused("DuplicateSSHPublicKey"):
        iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody=pem)
    with refused("UnrecognizedPublicKeyEncoding"):
        iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody="ssh-ed25519 AAAA")
    with refused("DeleteConflict", "SSH public keys"):
        iam.delete_user(UserName=user)


# Certificates.


def test_a_server_certificate_needs_its_own_key(iam: Any) -> None:  # noqa: ANN401
    one, other = certificate(), certificate()
    with refused("KeyPairMismatch"):
        iam.upload_server_certificate(ServerCertificateName="web", **one | {"PrivateKey": other["PrivateKey"]})
    with refused("MalformedCertificate", "certificate chain"):
        chain = other["CertificateBody"]
        iam.upload_server_certificate(ServerCertificateName="web", **one, CertificateChain=chain)
    with refused("ValidationError", "certificateBody"):
        iam.upload_server_certificate(ServerCertificateName="web", **one | {"CertificateBody": "x" * 16385})
    iam.upload_server_certificate(ServerCertificateName="web", **one)
    shown = iam.get_server_certificate(ServerCertificateName="web")["ServerCertificate"]
    assert shown["CertificateBody"] == one["CertificateBody"]
    with refused("EntityAlreadyExists"):
        iam.upload_server_certificate(ServerCertificateName="web", **one)
    iam.delete_server_certificate(ServerCertificateName="web")


def test_a_signing_certificate_belongs_to_one_user(iam: Any, user: str) -> None:  # noqa: ANN401
    body = certificate()["CertificateBody"]
    made = iam.upload_signing_certificate(UserName=user, CertificateBody=body)["Certificate"]
    with refused("DuplicateCertificate"):
        iam.upload_signing_certificate(UserName="admin", CertificateBody=body)
    with refused("MalformedCertificate"):
        iam.upload_signing_certificate(UserName=user, CertificateBody="certificate")
    with refused("NoSuchEntity"):
        iam.delete_signing_certificate(UserName="admin", CertificateId=made["CertificateId"])
    iam.delete_signing_certificate(UserName=user, CertificateId=made["CertificateId"])


# Another name.


def test_key_policies_and_trust_follow_a_user_to_another_name(lodge: Lodge, iam: Any, user: str) -> None:  # noqa: ANN401
    arn, name = f"arn:aws:iam::{ACCOUNT}:user/{user}", f"renamed-{user}"
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "kms:*", "Resource": "*"},
            {"Effect": "Allow", "Principal": {"AWS": arn}, "Action": "kms:DescribeKey", "Resource": "*"},
        ],
    }
    kms = lodge.client("kms", "A/admin")
    key = kms.create_key(Policy=json.dumps(policy))["KeyMetadata"]["KeyId"]
    role = iam.create_role(RoleName=f"role-{uuid.uuid4()}", AssumeRolePolicyDocument=json.dumps(trust(arn)))["Role"]
    access_key = iam.create_access_key(UserName=user)["AccessKey"]
    keys = Credentials(access_key["AccessKeyId"], access_key["SecretAccessKey"])
    iam.update_user(UserName=user, NewUserName=name)
    lodge.client("kms", keys).describe_key(KeyId=key)
    lodge.client("sts", keys).assume_role(RoleArn=role["Arn"], RoleSessionName="s1")
    shown = json.loads(kms.get_key_policy(KeyId=key)["Policy"])
    assert shown["Statement"][1]["Principal"]["AWS"] == f"arn:aws:iam::{ACCOUNT}:user/{name}"
    # Who has the old name now is somebody else.
    iam.create_user(UserName=user)
    with refused("AccessDeniedException"):
        client_of(lodge, iam, user, "kms").describe_key(KeyId=key)
