"""Who may use a key: key policies, policies of users, conditions, other accounts, and changes that take effect at once."""

import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from bootstrap import ADMINISTRATOR, Json, account, administrator, role, user, world
from lodge import UNCHECKED, Caller, Credentials, Lodge, refused
from operations import allowing, trust

ACCOUNT, PARTNER = "111122223333", "444455556666"
CRYPTOGRAPHY = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"]


def own_world() -> Json:
    """Users and roles whose policies leave room for those of keys."""
    return world(
        account(
            ACCOUNT,
            "A",
            users=[
                administrator(),
                user("nobody"),
                user("red", {"tagged": by_tag()}, tags={"team": "red"}),
                user("blue", {"tagged": by_tag()}, tags={"team": "blue"}),
                user("by-alias", {"alias": by_alias("kms:RequestAlias", "StringLike")}),
                user("by-resource-alias", {"alias": by_alias("kms:ResourceAliases", "ForAnyValue:StringLike")}),
                user("context", {"context": by_context()}),
            ],
            roles=[role("Worker", trust(ACCOUNT)), role("Tagged", trusting_tags(), {"tagged": by_tag()})],
        ),
        account(PARTNER, "B", users=[administrator(), user("nobody")]),
    )


def by_tag() -> Json:
    """The tag `team` of key and caller must be the same."""
    condition = {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}
    return allowing(CRYPTOGRAPHY, condition=condition)


def by_alias(condition_key: str, operator: str) -> Json:
    return allowing(CRYPTOGRAPHY, condition={operator: {condition_key: "alias/open-*"}})


def by_context() -> Json:
    condition = {
        "StringEquals": {"kms:EncryptionContext:tenant": "123"},
        "ForAllValues:StringEquals": {"kms:EncryptionContextKeys": ["tenant", "purpose"]},
    }
    return allowing(CRYPTOGRAPHY, condition=condition)


def trusting_tags() -> Json:
    document = trust(ACCOUNT)
    document["Statement"][0]["Action"] = ["sts:AssumeRole", "sts:TagSession"]
    return document


def key_policy(*statements: Json) -> str:
    """Statements for a key besides the one that leaves the key to its account."""
    return json.dumps({"Version": "2012-10-17", "Statement": [delegation(), *statements]})


def delegation(actions: str | list[str] = "kms:*") -> Json:
    return statement(f"arn:aws:iam::{ACCOUNT}:root", actions)


def statement(principal: str, actions: str | list[str], effect: str = "Allow", **more: Any) -> Json:  # noqa: ANN401 (JSON)
    return {"Effect": effect, "Principal": {"AWS": principal}, "Action": actions, "Resource": "*"} | more


@pytest.fixture(scope="module")
def own(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    return make_module_lodge(own_world())


@pytest.fixture(scope="module")
def kms(own: Lodge) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
    return own.client("kms", "A/admin", config=UNCHECKED)


@pytest.fixture
def make_key(kms: Any) -> Callable[..., str]:  # noqa: ANN401
    """`make_key(policy, tags, alias)` gives the ARN of a new key."""

    def make(policy: str | None = None, tags: dict[str, str] | None = None, alias: str | None = None) -> str:
        parameters: Json = {"Policy": policy} if policy else {}
        if tags:
            parameters["Tags"] = [{"TagKey": name, "TagValue": value} for name, value in tags.items()]
        arn = kms.create_key(**parameters)["KeyMetadata"]["Arn"]
        if alias:
            kms.create_alias(AliasName=alias, TargetKeyId=arn)
        return arn

    return make


def encrypt(own: Lodge, caller: Caller, key: str, **more: Any) -> bytes:  # noqa: ANN401 (those of Encrypt)
    return own.client("kms", caller).encrypt(KeyId=key, Plaintext=b"p", **more)["CiphertextBlob"]


def new_alias(prefix: str) -> str:
    return f"alias/{prefix}-{uuid.uuid4()}"


def arn_of(name: str, account_id: str = ACCOUNT) -> str:
    return f"arn:aws:iam::{account_id}:{name}"


# Key policies.


def test_a_key_policy_can_be_all_that_is_needed(own: Lodge, make_key: Callable[..., str]) -> None:
    key = make_key(key_policy(statement(arn_of("user/nobody"), "kms:Encrypt")))
    encrypt(own, "A/nobody", key)
    with refused("AccessDeniedException", f"is not authorized to perform: kms:Decrypt on resource: {key} because no "):
        own.client("kms", "A/nobody").decrypt(KeyId=key, CiphertextBlob=encrypt(own, "A/nobody", key))


def test_without_the_key_policy_no_other_policy_helps(own: Lodge, make_key: Callable[..., str]) -> None:
    """The key's policy is the root of authority: there is no delegation of Encrypt to the account here."""
    key = make_key(json.dumps({"Version": "2012-10-17", "Statement": [delegation(["kms:Put*", "kms:Get*"])]}))
    own.client("kms", "A/admin").get_key_policy(KeyId=key)
    text = "because no resource-based policy allows the kms:Encrypt action"
    with refused("AccessDeniedException", f"on resource: {key} {text}"):
        encrypt(own, "A/admin", key)


def test_an_explicit_deny_of_the_key_policy_wins(own: Lodge, make_key: Callable[..., str]) -> None:
    key = make_key(key_policy(statement(arn_of("user/admin"), "kms:Encrypt", "Deny")))
    with refused("AccessDeniedException", f"on resource: {key} with an explicit deny in a resource-based policy"):
        encrypt(own, "A/admin", key)
    own.client("kms", "A/admin").describe_key(KeyId=key)


def test_the_text_of_a_policy_stays_as_it_was_given(kms: Any, make_key: Callable[..., str]) -> None:  # noqa: ANN401
    key = make_key()
    default = json.loads(kms.get_key_policy(KeyId=key)["Policy"])
    assert default["Id"] == "key-default-1"
    assert default["Statement"] == [delegation() | {"Sid": "Enable IAM User Permissions"}]
    for text in (key_policy(), json.dumps(json.loads(key_policy()), indent=4) + "\n"):
        kms.put_key_policy(KeyId=key, PolicyName="default", Policy=text)
        answer = kms.get_key_policy(KeyId=key, PolicyName="default")
        assert (answer["Policy"], answer["PolicyName"]) == (text, "default")
    assert kms.list_key_policies(KeyId=key)["PolicyNames"] == ["default"]
    for call in (kms.get_key_policy, lambda **more: kms.put_key_policy(Policy=key_policy(), **more)):
        with refused("NotFoundException", "No such policy exists"):
            call(KeyId=key, PolicyName="another")


@pytest.mark.parametrize(
    "policy",
    [
        "",
        "text",
        "{}",
        "[]",
        '{"Version":"2012-10-17","Statement":[]}',
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}',
        '{"Version":"2012-10-17","Statement":[{"Effect":"Perhaps","Principal":"*","Action":"kms:*","Resource":"*"}]}',
        '{"Version":"2020-01-01","Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}',
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"Encrypt","Resource":"*"}]}',
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*","If":{}}]}',
        '{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}',
        "[" * 5000,
    ],
    ids=lambda it: it[:60] + it[-40:],
)
def test_policies_that_cannot_be_used(kms: Any, make_key: Callable[..., str], policy: str) -> None:  # noqa: ANN401
    key = make_key()
    before = kms.get_key_policy(KeyId=key)["Policy"]
    with refused("MalformedPolicyDocumentException" if policy else "ValidationException"):
        kms.put_key_policy(KeyId=key, Policy=policy)
    with refused("MalformedPolicyDocumentException" if policy else "ValidationException"):
        kms.create_key(Policy=policy)
    assert kms.get_key_policy(KeyId=key)["Policy"] == before


def test_nobody_locks_themselves_out(kms: Any, make_key: Callable[..., str]) -> None:  # noqa: ANN401
    key = make_key()
    text = "The new key policy will not allow you to update the key policy in the future."
    shut = json.dumps({"Version": "2012-10-17", "Statement": [statement(arn_of("user/nobody"), "kms:*")]})
    for call in (lambda **more: kms.put_key_policy(KeyId=key, **more), kms.create_key):
        with refused("MalformedPolicyDocumentException", text):
            call(Policy=shut)
        call(Policy=shut, BypassPolicyLockoutSafetyCheck=True)
    with refused("AccessDeniedException"):
        kms.put_key_policy(KeyId=key, Policy=key_policy())


@pytest.mark.parametrize("principal", [arn_of("user/absent"), arn_of("role/absent"), "999999999999"])
def test_principals_of_a_key_policy_exist(kms: Any, principal: str) -> None:  # noqa: ANN401
    """Source: API Reference, PutKeyPolicy: "The principals in the key policy must exist and be visible to AWS KMS"."""
    with refused(
        "MalformedPolicyDocumentException", "Policy contains a statement with one or more invalid principals."
    ):
        kms.create_key(Policy=key_policy(statement(principal, "kms:Encrypt")))


def test_a_new_role_of_an_old_name_is_not_the_one_that_the_key_policy_names(
    own: Lodge, make_key: Callable[..., str]
) -> None:
    """Source: IAM User Guide, "AWS JSON policy elements: Principal": the policy keeps the unique id of the role."""
    iam = own.client("iam", "A/admin")
    name = f"Old-{uuid.uuid4()}"
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    key = make_key(key_policy(statement(arn_of(f"role/{name}"), "kms:Encrypt")))
    encrypt(own, session(own, name), key)
    iam.delete_role(RoleName=name)
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
    with refused("AccessDeniedException"):
        encrypt(own, session(own, name), key)


# Conditions.


def test_callers_use_the_keys_with_their_tag(own: Lodge, kms: Any, make_key: Callable[..., str]) -> None:  # noqa: ANN401
    red, blue, plain = make_key(tags={"team": "red"}), make_key(tags={"team": "blue"}), make_key()
    encrypt(own, "A/red", red)
    encrypt(own, "A/blue", blue)
    for caller, key in (("A/red", blue), ("A/blue", red), ("A/red", plain), ("A/nobody", red)):
        with refused(
            "AccessDeniedException", f"kms:Encrypt on resource: {key} because no identity-based policy allows"
        ):
            encrypt(own, caller, key)
    # A tag counts from the call that sets it.
    kms.tag_resource(KeyId=plain, Tags=[{"TagKey": "team", "TagValue": "red"}])
    ciphertext = encrypt(own, "A/red", plain)
    kms.untag_resource(KeyId=plain, TagKeys=["team"])
    with refused("AccessDeniedException"):
        own.client("kms", "A/red").decrypt(CiphertextBlob=ciphertext)


def test_tags_of_a_session_are_tags_of_the_caller(own: Lodge, make_key: Callable[..., str]) -> None:
    red = make_key(tags={"team": "red"})
    tagged = session(own, "Tagged", Tags=[{"Key": "team", "Value": "red"}])
    encrypt(own, tagged, red)
    for tags in ([], [{"Key": "team", "Value": "blue"}], [{"Key": "group", "Value": "red"}]):
        with refused("AccessDeniedException"):
            encrypt(own, session(own, "Tagged", Tags=tags), red)


def session(own: Lodge, role_name: str, **more: Any) -> Credentials:  # noqa: ANN401 (those of AssumeRole)
    sts = own.client("sts", "A/admin")
    return Credentials.of_answer(sts.assume_role(RoleArn=arn_of(f"role/{role_name}"), RoleSessionName="tests", **more))


def test_the_name_of_the_request_can_decide(own: Lodge, make_key: Callable[..., str]) -> None:
    alias, closed = new_alias("open"), new_alias("closed")
    key = make_key(alias=alias)
    own.client("kms", "A/admin").create_alias(AliasName=closed, TargetKeyId=key)
    alias_arn = f"arn:aws:kms:us-east-1:{ACCOUNT}:{alias}"
    ciphertexts = [encrypt(own, "A/by-alias", name) for name in (alias, alias_arn)]
    kms = own.client("kms", "A/by-alias")
    assert kms.decrypt(KeyId=alias, CiphertextBlob=ciphertexts[0])["Plaintext"] == b"p"
    for name in (key, key.rpartition("/")[2], closed):
        with refused(
            "AccessDeniedException", f"kms:Encrypt on resource: {key} because no identity-based policy allows"
        ):
            encrypt(own, "A/by-alias", name)
    # Without a KeyId the request has no alias.
    with refused("AccessDeniedException"):
        kms.decrypt(CiphertextBlob=ciphertexts[0])


def test_the_aliases_of_the_key_can_decide(own: Lodge, kms: Any, make_key: Callable[..., str]) -> None:  # noqa: ANN401
    alias, other = new_alias("open"), new_alias("closed")
    key, other_key = make_key(alias=alias), make_key(alias=other)
    ciphertext = encrypt(own, "A/by-resource-alias", key)
    caller = own.client("kms", "A/by-resource-alias")
    assert caller.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == b"p"
    with refused("AccessDeniedException"):
        encrypt(own, "A/by-resource-alias", other)
    # The alias moves, and the permission with it.
    kms.update_alias(AliasName=alias, TargetKeyId=other_key)
    encrypt(own, "A/by-resource-alias", other)
    with refused("AccessDeniedException"):
        caller.decrypt(CiphertextBlob=ciphertext)
    kms.delete_alias(AliasName=alias)
    with refused("AccessDeniedException"):
        encrypt(own, "A/by-resource-alias", other)


def test_the_encryption_context_can_decide(own: Lodge, make_key: Callable[..., str]) -> None:
    key = make_key()
    for context in ({"tenant": "123"}, {"tenant": "123", "purpose": "file"}):
        ciphertext = encrypt(own, "A/context", key, EncryptionContext=context)
        caller = own.client("kms", "A/context")
        assert caller.decrypt(CiphertextBlob=ciphertext, EncryptionContext=context)["Plaintext"] == b"p"
    for context in ({}, {"tenant": "456"}, {"purpose": "file"}, {"tenant": "123", "more": "x"}):
        with refused("AccessDeniedException"):
            encrypt(own, "A/context", key, EncryptionContext=context)


# Other accounts.


def test_another_account_needs_both_sides(own: Lodge, make_key: Callable[..., str], kms: Any) -> None:  # noqa: ANN401
    key = make_key(key_policy(statement(PARTNER, CRYPTOGRAPHY)), alias=(alias := new_alias("shared")))
    alias_arn = f"arn:aws:kms:us-east-1:{ACCOUNT}:{alias}"
    partner = own.client("kms", "B/admin")
    for name in (key, alias_arn):
        made = partner.encrypt(KeyId=name, Plaintext=b"p")
        assert made["KeyId"] == key
        assert partner.decrypt(CiphertextBlob=made["CiphertextBlob"])["Plaintext"] == b"p"
        assert kms.decrypt(CiphertextBlob=made["CiphertextBlob"])["Plaintext"] == b"p"
    for name in (key.rpartition("/")[2], alias):
        with refused("NotFoundException"):
            partner.encrypt(KeyId=name, Plaintext=b"p")
    # The policy names the account, so it is for the account's own policies to let its users through.
    with refused("AccessDeniedException"):
        encrypt(own, "B/nobody", key)
    # What the key policy does not give, and what no other account can do.
    with refused("AccessDeniedException"):
        partner.describe_key(KeyId=key)
    with refused("AccessDeniedException"):
        partner.schedule_key_deletion(KeyId=key)


def test_another_account_cannot_tell_forbidden_from_missing(own: Lodge, make_key: Callable[..., str]) -> None:
    key = make_key(alias=(alias := new_alias("hidden")))
    missing = key[:-4] + ("0000" if key[-4:] != "0000" else "1111")
    partner = own.client("kms", "B/admin")
    arns = f"arn:aws:kms:us-east-1:{ACCOUNT}:"
    texts = set()
    for name in (key, missing, arns + alias, arns + "alias/no-such-alias"):
        with pytest.raises(partner.exceptions.ClientError) as caught:
            partner.describe_key(KeyId=name)
        error = caught.value.response["Error"]
        assert error["Code"] == "AccessDeniedException"
        texts.add(error["Message"].replace(name, "NAME"))
    assert len(texts) == 1, texts
    assert "because the resource does not exist in this Region, no resource-based policies allow access" in texts.pop()


# Changes take effect with the next call.


def test_changes_of_policies_take_effect_at_once(own: Lodge, kms: Any, make_key: Callable[..., str]) -> None:  # noqa: ANN401
    iam = own.client("iam", "A/admin")
    name = f"changing-{uuid.uuid4()}"
    iam.create_user(UserName=name)
    made = iam.create_access_key(UserName=name)["AccessKey"]
    caller = Credentials(made["AccessKeyId"], made["SecretAccessKey"])
    key = make_key()
    client = own.client("kms", caller)

    def may() -> bool:
        try:
            client.encrypt(KeyId=key, Plaintext=b"p")
        except client.exceptions.ClientError as error:
            if error.response["Error"]["Code"] != "AccessDeniedException":
                raise
            return False
        return True

    deny = {"Version": "2012-10-17", "Statement": [statement(arn_of(f"user/{name}"), "kms:*", "Deny")]}
    del deny["Statement"][0]["Principal"]
    for _ in range(5):
        assert not may()
        iam.put_user_policy(UserName=name, PolicyName="all", PolicyDocument=json.dumps(ADMINISTRATOR))
        assert may()
        iam.put_user_policy(UserName=name, PolicyName="stop", PolicyDocument=json.dumps(deny))
        assert not may()
        iam.delete_user_policy(UserName=name, PolicyName="stop")
        assert may()
        kms.put_key_policy(KeyId=key, Policy=key_policy(statement(arn_of(f"user/{name}"), "kms:*", "Deny")))
        assert not may()
        kms.put_key_policy(KeyId=key, Policy=key_policy())
        assert may()
        iam.delete_user_policy(UserName=name, PolicyName="all")
