"""STS DecodeAuthorizationMessage: what denied answers carry for those who may know why."""

import json
from collections.abc import Callable

import pytest
from botocore.exceptions import ClientError

from bootstrap import Json, account, administrator, key, user, world
from lodge import Lodge, refused

HOME, OTHER = "111122223333", "444455556666"
HEADER = "x-amzn-authorization-message"


def statement(effect: str, sid: str, **more: object) -> Json:
    return {"Sid": sid, "Effect": effect, "Action": "kms:*", "Resource": "*"} | more


def policy(*statements: Json) -> Json:
    return {"Version": "2012-10-17", "Statement": list(statements)}


@pytest.fixture(scope="module")
def home(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    owner = statement("Allow", "Owner", Principal={"AWS": HOME})
    shut = statement("Deny", "Shut", Principal={"AWS": f"arn:aws:iam::{OTHER}:user/eve"})
    users = [
        administrator(),
        user("ann", {"p": policy(statement("Allow", "All"), statement("Deny", "NoSigning", Action="kms:Encrypt"))}),
    ]
    there = [administrator(), user("eve", {"p": policy(statement("Allow", "All"))})]
    keys = [key(["alias/a"], policy(owner, shut))]
    return make_module_lodge(world(account(HOME, "A", users=users, keys=keys), account(OTHER, "B", users=there)))


def denied(home: Lodge, caller: str, **parameters: object) -> ClientError:
    with pytest.raises(ClientError) as answer:
        home.client("kms", caller).encrypt(Plaintext=b"x", **parameters)
    return answer.value


def message(error: ClientError) -> str:
    return error.response["ResponseMetadata"]["HTTPHeaders"][HEADER]


def decoded(home: Lodge, caller: str, encoded: str) -> Json:
    answer = home.client("sts", caller).decode_authorization_message(EncodedMessage=encoded)
    return json.loads(answer["DecodedMessage"])


def test_an_administrator_reads_why(home: Lodge) -> None:
    error = denied(home, "A/ann", KeyId="alias/a", EncryptionContext={"tenant": "a"})
    # The text is AWS's.
    assert error.response["Error"]["Message"].endswith("with an explicit deny in an identity-based policy")
    told = decoded(home, "A/admin", message(error))
    assert (told["allowed"], told["explicitDeny"]) == (False, True)
    (matched,) = told["matchedStatements"]["items"]
    assert (matched["statementId"], matched["effect"], matched["policy"]) == ("NoSigning", "DENY", "inline policy p")
    context = told["context"]
    assert context["principal"]["arn"] == f"arn:aws:iam::{HOME}:user/ann"
    assert context["action"] == "kms:Encrypt"
    assert {"key": "kms:EncryptionContext:tenant", "values": {"items": [{"value": "a"}]}} in context["conditions"][
        "items"
    ]


def test_it_tells_the_caller_nothing_and_needs_permission(home: Lodge) -> None:
    encoded = message(denied(home, "A/ann", KeyId="alias/a"))
    assert encoded.isascii()
    assert len(encoded) <= 10240
    with refused("AccessDenied", "not authorized to perform: sts:DecodeAuthorizationMessage"):
        decoded(home, "A/ann", encoded)
    # Two of the same denial are not alike.
    assert message(denied(home, "A/ann", KeyId="alias/a")) != encoded


def test_across_accounts_each_reads_its_own_side(home: Lodge) -> None:
    (key_id,) = [found["KeyId"] for found in home.client("kms", "A/admin").list_keys()["Keys"]]
    arn = f"arn:aws:kms:us-east-1:{HOME}:key/{key_id}"
    missing = f"arn:aws:kms:us-east-1:{HOME}:key/00000000-0000-4000-8000-000000000000"
    encoded = [message(denied(home, "B/eve", KeyId=named)) for named in (arn, missing)]
    # Not even by their length is what exists told from what does not.
    assert len({len(one) for one in encoded}) == 1
    of_caller = [decoded(home, "B/admin", one) for one in encoded]
    for told in of_caller:
        assert (told["explicitDeny"], told["matchedStatements"], told["failures"]) == (
            False,
            {"items": []},
            {"items": []},
        )
        assert [item["key"] for item in told["context"]["conditions"]["items"]] == [
            item["key"] for item in of_caller[0]["context"]["conditions"]["items"]
        ]
    of_owner = decoded(home, "A/admin", encoded[0])
    assert of_owner["matchedStatements"]["items"][0]["statementId"] == "Shut"


def test_a_long_denial_still_fits(home: Lodge) -> None:
    context = {f"key-{number}": "v" * 100 for number in range(70)}
    encoded = message(denied(home, "A/ann", KeyId="alias/a", EncryptionContext=context))
    assert len(encoded) <= 10240
    told = decoded(home, "A/admin", encoded)
    assert told["explicitDeny"] is True
    assert told["context"]["conditions"]["items"] == []


def test_what_is_no_message(home: Lodge) -> None:
    encoded = message(denied(home, "A/ann", KeyId="alias/a"))
    other = home.administrator
    for bad in ("x", "AAAA", encoded[:-8], encoded[:40] + ("A" if encoded[40] != "A" else "B") + encoded[41:]):
        with refused("InvalidAuthorizationMessageException", "message is invalid"):
            decoded(home, "A/admin", bad)
    # Of an account that the call does not concern, it is none.
    with refused("InvalidAuthorizationMessageException"):
        decoded(home, other, encoded)
    with refused("ValidationError"):
        decoded(home, "A/admin", "x" * 10241)


def test_other_answers_carry_none(home: Lodge) -> None:
    with pytest.raises(ClientError) as answer:
        home.client("kms", "A/admin").describe_key(KeyId="alias/none")
    assert HEADER not in answer.value.response["ResponseMetadata"]["HTTPHeaders"]
