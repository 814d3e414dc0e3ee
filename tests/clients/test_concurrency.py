"""Many callers at once: every call succeeds, and what they leave behind fits together."""

import json
import random
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from botocore.config import Config

from lodge import Credentials, Lodge
from operations import KEYS as ACCOUNT
from operations import allowing, trust

THREADS = 20
ROUNDS = 4


@dataclass
class Left:
    """What one thread left behind."""

    #: Key id by alias.
    aliases: dict[str, str] = field(default_factory=dict)
    #: Tags by key id.
    tags: dict[str, dict[str, str]] = field(default_factory=dict)
    users: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    #: Plaintext by ciphertext.
    ciphertexts: dict[bytes, bytes] = field(default_factory=dict)


def in_threads(work: Callable[[int], Any]) -> list[Any]:
    """Runs `work` in all threads together; raises the first error."""
    with ThreadPoolExecutor(THREADS) as pool:
        return [future.result() for future in [pool.submit(work, number) for number in range(THREADS)]]


def test_twenty_callers_do_everything_at_once(fresh_lodge: Lodge) -> None:
    lodge = fresh_lodge
    config = Config(max_pool_connections=THREADS)
    clients = {name: lodge.client(name, "A/admin", config=config) for name in ("kms", "iam", "sts")}
    all_left = in_threads(lambda number: work(lodge, clients, random.Random(number)))

    kms, iam = clients["kms"], clients["iam"]
    listed = {
        it["AliasName"]: it["TargetKeyId"]
        for page in kms.get_paginator("list_aliases").paginate()
        for it in page["Aliases"]
    }
    assert listed == {alias: key for left in all_left for alias, key in left.aliases.items()}
    keys = {it["KeyId"] for page in kms.get_paginator("list_keys").paginate() for it in page["Keys"]}
    assert keys == {key for left in all_left for key in left.tags}
    for left in all_left:
        for key, tags in left.tags.items():
            found = kms.list_resource_tags(KeyId=key)["Tags"]
            assert {tag["TagKey"]: tag["TagValue"] for tag in found} == tags
        for ciphertext, plaintext in left.ciphertexts.items():
            assert kms.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == plaintext
    users = {it["UserName"] for page in iam.get_paginator("list_users").paginate() for it in page["Users"]}
    assert users == {"admin"} | {user for left in all_left for user in left.users}
    roles = {it["RoleName"] for page in iam.get_paginator("list_roles").paginate() for it in page["Roles"]}
    assert roles >= {role for left in all_left for role in left.roles}


def work(lodge: Lodge, clients: dict[str, Any], chance: random.Random) -> Left:
    kms, iam, sts = clients["kms"], clients["iam"], clients["sts"]
    left = Left()
    for _ in range(ROUNDS):
        name = str(uuid.UUID(int=chance.getrandbits(128)))
        key = kms.create_key(Description=name)["KeyMetadata"]["KeyId"]
        left.tags[key] = {}
        kms.create_alias(AliasName=f"alias/{name}", TargetKeyId=key)
        left.aliases[f"alias/{name}"] = key
        kms.tag_resource(KeyId=key, Tags=[{"TagKey": "name", "TagValue": name}])
        left.tags[key]["name"] = name
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT)))
        left.roles.add(name)
        iam.put_role_policy(RoleName=name, PolicyName="all", PolicyDocument=json.dumps(allowing("kms:*")))
        iam.create_user(UserName=name)
        left.users.add(name)
        answer = sts.assume_role(RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{name}", RoleSessionName="work")
        session = lodge.client("kms", Credentials.of_answer(answer))
        for client in (kms, session):
            plaintext = chance.randbytes(100)
            ciphertext = client.encrypt(KeyId=f"alias/{name}", Plaintext=plaintext)["CiphertextBlob"]
            left.ciphertexts[ciphertext] = plaintext
            assert client.decrypt(CiphertextBlob=ciphertext)["Plaintext"] == plaintext
        if chance.random() < 0.5:
            kms.rotate_key_on_demand(KeyId=key)
        if chance.random() < 0.5:
            kms.delete_alias(AliasName=f"alias/{name}")
            del left.aliases[f"alias/{name}"]
        if chance.random() < 0.5:
            iam.delete_user(UserName=name)
            left.users.remove(name)
        kms.list_keys()
        iam.list_users()
    return left


def test_one_key_is_changed_by_all(lodge: Lodge) -> None:
    """Nobody's change gets lost, though all are of the same record."""
    kms = lodge.client("kms", "A/admin", config=Config(max_pool_connections=THREADS))
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    aliases = [f"alias/{uuid.uuid4()}" for _ in range(THREADS)]

    def change(number: int) -> None:
        kms.tag_resource(KeyId=key, Tags=[{"TagKey": f"thread-{number}", "TagValue": "here"}])
        kms.create_alias(AliasName=aliases[number], TargetKeyId=key)
        kms.rotate_key_on_demand(KeyId=key)

    in_threads(change)
    assert len(kms.list_resource_tags(KeyId=key)["Tags"]) == THREADS
    assert {it["AliasName"] for it in kms.list_aliases(KeyId=key)["Aliases"]} == set(aliases)
    assert len(kms.list_key_rotations(KeyId=key)["Rotations"]) == THREADS


def test_one_name_is_taken_by_one(lodge: Lodge) -> None:
    kms, iam = (lodge.client(name, "A/admin", config=Config(max_pool_connections=THREADS)) for name in ("kms", "iam"))
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    name = str(uuid.uuid4())

    def take(call: Callable[[], Any], taken: type[Exception]) -> bool:
        try:
            call()
        except taken:
            return False
        return True

    calls = {
        "alias": (
            lambda: kms.create_alias(AliasName=f"alias/{name}", TargetKeyId=key),
            kms.exceptions.AlreadyExistsException,
        ),
        "user": (lambda: iam.create_user(UserName=name), iam.exceptions.EntityAlreadyExistsException),
        "role": (
            lambda: iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust(ACCOUNT))),
            iam.exceptions.EntityAlreadyExistsException,
        ),
        "access keys": (lambda: iam.create_access_key(UserName=name), iam.exceptions.LimitExceededException),
    }
    winners = {what: sum(in_threads(lambda _, call=call: take(*call))) for what, call in calls.items()}
    assert winners == {"alias": 1, "user": 1, "role": 1, "access keys": 2}
