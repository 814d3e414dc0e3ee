"""Attacks: other tenants' keys, signatures, escalation, the audit log, exhaustion, and the data folder."""

import json
import shutil
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import botocore.auth
import pytest
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as SigningCredentials
from botocore.exceptions import ClientError

from bootstrap import ADMINISTRATOR, Json, account, administrator, key, role, user, world
from lodge import REGION, Caller, Credentials, Lodge, refused, wait_for
from wire import FORM, kms_request, request, signed, wire

KEYS = "111122223333"
OTHERS = "444455556666"


def policy(*statements: Json) -> Json:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(action: str | list[str], resource: str = "*", **more: Json) -> Json:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def trust(*principals: str) -> Json:
    actions = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
    return policy({"Effect": "Allow", "Principal": {"AWS": list(principals)}, "Action": actions})


def root(account_id: str) -> str:
    return f"arn:aws:iam::{account_id}:root"


DELEGATED = policy({"Effect": "Allow", "Principal": {"AWS": root(KEYS)}, "Action": "kms:*", "Resource": "*"})
BY_TAG = {"StringEquals": {"aws:ResourceTag/tenant": "${aws:PrincipalTag/tenant}"}}


def attacked() -> Json:
    """Account A has a key for each tenant and a role whose sessions are told apart by a tag; account B is a stranger."""
    tagged = [
        allow("kms:*", f"arn:aws:kms:*:{KEYS}:key/*", Condition=BY_TAG),
        allow(["sts:AssumeRole", "sts:TagSession"]),
    ]
    clerk = allow(["iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:ListUsers", "sts:AssumeRole"])
    return world(
        account(
            KEYS,
            "A",
            users=[administrator(), user("clerk", {"clerk": policy(clerk)})],
            roles=[
                role("Tenant", trust(root(KEYS)), {"tagged": policy(*tagged)}),
                role("Named", trust(root(KEYS))),
            ],
            keys=[
                key(["alias/one"], DELEGATED, tags={"tenant": "1"}),
                key(["alias/two"], DELEGATED, tags={"tenant": "2"}),
                key(["alias/none"], DELEGATED),
            ],
        ),
        account(OTHERS, "B", users=[administrator()]),
    )


@pytest.fixture(scope="module")
def place(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    return make_module_lodge(attacked())


@pytest.fixture(autouse=True)
def _still_answers(place: Lodge) -> Iterator[None]:
    pid = place.pid
    yield
    assert place.running
    assert place.pid == pid
    assert place.client("sts", "A/admin").get_caller_identity()["Account"] == KEYS
    assert "panicked" not in place.output()


def assume(lodge: Lodge, caller: Caller = "A/admin", name: str = "Tenant", **more: Any) -> Credentials:  # noqa: ANN401 (those of AssumeRole)
    arn = f"arn:aws:iam::{KEYS}:role/{name}"
    return Credentials.of_answer(
        lodge.client("sts", caller).assume_role(RoleArn=arn, RoleSessionName="session", **more)
    )


def tag(name: str, value: str) -> dict[str, str]:
    return {"Key": name, "Value": value}


def outcome(call: Callable[[], object]) -> tuple[str, str]:
    """Code and text of the error; two empty texts when there is none."""
    try:
        call()
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    return "", ""


# Another's key.


def test_no_way_of_writing_it_reaches_a_foreign_key(place: Lodge) -> None:
    key_id = place.client("kms", "A/admin").describe_key(KeyId="alias/two")["KeyMetadata"]["KeyId"]
    arn = f"arn:aws:kms:{REGION}:{KEYS}"
    stranger = place.client("kms", "B/admin")
    for name in (
        key_id,
        key_id.upper(),
        "alias/two",
        "ALIAS/two",
        "alias/TWO",
        "alias//two",
        "alias/two ",
        "alias/two\0",
        f"{arn}:alias/two",
        f"{arn}:alias/TWO",
        f"{arn}:alias/../alias/two",
        f"{arn}:key/alias/two",
        f"{arn}:key/{key_id}",
        f"{arn}:key/{key_id}:x",
        f"{arn}:KEY/{key_id}",
        f"{arn}:key/{key_id.upper()}",
        f"ARN:aws:kms:{REGION}:{KEYS}:alias/two",
        f"arn:aws:kms:eu-west-1:{KEYS}:key/{key_id}",
    ):
        code, text = outcome(lambda: stranger.encrypt(KeyId=name, Plaintext=b"x"))  # noqa: B023
        assert code in ("AccessDeniedException", "NotFoundException", "InvalidArnException"), (name, code)
        assert key_id not in text or key_id in name, (name, text)


def test_a_foreign_key_that_is_there_looks_like_one_that_is_not(place: Lodge) -> None:
    there = place.client("kms", "A/admin").describe_key(KeyId="alias/one")["KeyMetadata"]["Arn"]
    missing = f"arn:aws:kms:{REGION}:{KEYS}:key/{uuid4()}"
    stranger = place.client("kms", "B/admin")
    calls: dict[str, Callable[[str], object]] = {
        "Encrypt": lambda name: stranger.encrypt(KeyId=name, Plaintext=b"x"),
        "Decrypt": lambda name: stranger.decrypt(KeyId=name, CiphertextBlob=b"x" * 200),
        "ReEncrypt": lambda name: stranger.re_encrypt(DestinationKeyId=name, SourceKeyId=name, CiphertextBlob=b"x"),
        "DescribeKey": lambda name: stranger.describe_key(KeyId=name),
        "GetKeyPolicy": lambda name: stranger.get_key_policy(KeyId=name),
        "PutKeyPolicy": lambda name: stranger.put_key_policy(KeyId=name, Policy="{}"),
        "ListAliases": lambda name: stranger.list_aliases(KeyId=name),
        "CreateAlias": lambda name: stranger.create_alias(AliasName="alias/mine", TargetKeyId=name),
        "ScheduleKeyDeletion": lambda name: stranger.schedule_key_deletion(KeyId=name),
        "ListResourceTags": lambda name: stranger.list_resource_tags(KeyId=name),
    }
    for what, call in calls.items():
        answers = []
        for name in (there, missing):
            code, text = outcome(lambda: call(name))  # noqa: B023
            answers.append((code, text.replace(name, "KEY")))
        assert answers[0] == answers[1], what
        assert answers[0][0] == "AccessDeniedException", (what, answers)


def test_a_foreign_role_that_is_there_looks_like_one_that_is_not(place: Lodge) -> None:
    answers = []
    for name in ("Tenant", "Nobody"):
        code, text = outcome(lambda: assume(place, "B/admin", name))  # noqa: B023
        answers.append((code, text.replace(name, "ROLE")))
    assert answers[0] == answers[1]
    assert answers[0][0] == "AccessDenied"


@pytest.mark.parametrize(
    "tags",
    [
        [],
        [tag("tenant", "")],
        [tag("tenant ", "2")],
        [tag("Tenant2", "2")],
        [tag("tenant", "1 ")],
        [tag("tenant/", "2")],
        [tag("tenant", "=2")],
    ],
    ids=str,
)
def test_a_session_without_the_tenants_tag_reaches_no_key(place: Lodge, tags: list[dict[str, str]]) -> None:
    kms = place.client("kms", assume(place, Tags=tags))
    for alias in ("alias/one", "alias/two", "alias/none"):
        with refused("AccessDeniedException"):
            kms.encrypt(KeyId=alias, Plaintext=b"x")


@pytest.mark.parametrize(
    "tags",
    [
        [tag("tenant", "1"), tag("TENANT", "2")],
        [tag("aws:PrincipalTag/tenant", "2")],
        [tag("AWS:x", "2")],
        [tag("tenant", "*")],
        [tag("tenant", "?")],
        [tag("tenant", "${aws:PrincipalAccount}")],
    ],
    ids=str,
)
def test_session_tags_that_could_pass_for_others_are_refused(place: Lodge, tags: list[dict[str, str]]) -> None:
    code, _ = outcome(lambda: assume(place, Tags=tags))
    assert code in ("InvalidParameterValue", "ValidationError")


def test_a_transitive_tag_lasts_through_the_chain_and_the_chain_an_hour(place: Lodge) -> None:
    first = assume(place, Tags=[tag("tenant", "1")], TransitiveTagKeys=["TeNaNt"])
    with refused("InvalidParameterValue", "transitive"):
        assume(place, first, Tags=[tag("TENANT", "2")])
    with refused("ValidationError", "1 hour"):
        assume(place, first, DurationSeconds=3601)
    second = place.client("kms", assume(place, first))
    assert second.encrypt(KeyId="alias/one", Plaintext=b"x")["CiphertextBlob"]
    with refused("AccessDeniedException"):
        second.encrypt(KeyId="alias/two", Plaintext=b"x")


def test_places_in_listings_of_another_account_show_nothing_of_it(place: Lodge) -> None:
    a_kms, a_iam, a_trail = (place.client(service, "A/admin") for service in ("kms", "iam", "cloudtrail"))
    marker = a_kms.list_keys(Limit=1)["NextMarker"]
    with refused("InvalidMarkerException"):
        place.client("kms", "B/admin").list_keys(Marker=marker)
    marker = a_iam.list_users(MaxItems=1)["Marker"]
    with refused("ValidationError"):
        place.client("iam", "B/admin").list_users(Marker=marker)
    token = a_trail.lookup_events(MaxResults=1)["NextToken"]
    events = place.client("cloudtrail", "B/admin").lookup_events(NextToken=token)["Events"]
    seen = [json.loads(event["CloudTrailEvent"]) for event in events]
    assert all(OTHERS in json.dumps(event) for event in seen)


def test_a_role_made_anew_does_not_inherit_what_a_key_policy_gave_the_old_one(place: Lodge) -> None:
    """As a trust policy does, a key policy that names a role means that role and not a later one of its name."""
    named = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{KEYS}:role/Named"}, "Action": "kms:Encrypt"}
    statements = [*DELEGATED["Statement"], named | {"Resource": "*"}]
    arn = place.client("kms", "A/admin").create_key(Policy=json.dumps(policy(*statements)))["KeyMetadata"]["Arn"]
    old = assume(place, name="Named")
    assert place.client("kms", old).encrypt(KeyId=arn, Plaintext=b"x")["KeyId"] == arn
    clerk = place.client("iam", "A/clerk")
    clerk.delete_role(RoleName="Named")
    clerk.create_role(RoleName="Named", AssumeRolePolicyDocument=json.dumps(trust(f"arn:aws:iam::{KEYS}:user/clerk")))
    with refused("UnrecognizedClientException"):
        place.client("kms", old).encrypt(KeyId=arn, Plaintext=b"x")
    with refused("AccessDeniedException"):
        place.client("kms", assume(place, "A/clerk", "Named")).encrypt(KeyId=arn, Plaintext=b"x")


# Signatures.

WHO = b"Action=GetCallerIdentity&Version=2011-06-15"
MAKE = b"Action=CreateUser&UserName=evil&Version=2010-05-08"


def test_nothing_can_be_added_to_a_signed_request(place: Lodge) -> None:
    good = signed(place, "A/admin", "iam", b"Action=ListUsers&Version=2010-05-08")
    body = b"Action=ListUsers&Version=2010-05-08"
    plain = request(good, body)

    def added(line: str) -> bytes:
        return plain.replace(b"\r\nContent-Length", b"\r\n" + line.encode() + b"\r\nContent-Length")

    cases = {
        "another body": request(good, MAKE),
        "an action in the query string": request(good, body, line="POST /?Action=CreateUser&UserName=evil HTTP/1.1"),
        "a target": added("X-Amz-Target: TrentService.CreateKey"),
        "a second host": added("Host: evil.example"),
        "a second date": added(f"X-Amz-Date: {good['X-Amz-Date']}"),
        "a second authorization": added(f"Authorization: {good['Authorization']}"),
        "a session token": added("X-Amz-Security-Token: x"),
        "an unsigned payload": added("X-Amz-Content-SHA256: UNSIGNED-PAYLOAD"),
        "a folded header": added("X-Folded: a\r\n b"),
        "another content type": request(good | {"Content-Type": "application/x-amz-json-1.1"}, body),
        "another path": request(good, body, line="POST /%2e HTTP/1.1"),
        "another method": request(good, body, line="PUT / HTTP/1.1"),
    }
    for what, data in cases.items():
        with wire(place) as connection:
            answer = connection.exchange(data)
        assert 400 <= answer.status < 404, (what, answer)
    with refused("NoSuchEntity"):
        place.client("iam", "A/admin").get_user(UserName="evil")
    with wire(place) as connection:
        assert connection.exchange(plain).status == 200


def test_a_presigned_request_takes_nothing_more(place: Lodge) -> None:
    credentials = place.credentials("A/admin")
    unsigned = AWSRequest("POST", place.endpoint + "/?Action=ListUsers&Version=2010-05-08", headers={})
    signing = SigningCredentials(credentials.access_key_id, credentials.secret_access_key)
    botocore.auth.SigV4QueryAuth(signing, "iam", REGION, expires=60).add_auth(unsigned)
    url = urlsplit(unsigned.url)
    host = {"Host": url.netloc}
    path = f"/?{url.query}"

    def exchange(path: str, body: bytes = b"", **headers: str) -> int:
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        with wire(place) as connection:
            return connection.exchange(request(host | more, body, line=f"POST {path} HTTP/1.1")).status

    assert exchange(path) == 200
    for what, status in {
        "a body": exchange(path, MAKE, Content_Type=FORM),
        "a target": exchange(path, b"{}", X_Amz_Target="TrentService.CreateKey"),
        "a header's signature": exchange(
            path, **{"Authorization": signed(place, "A/admin", "iam", b"")["Authorization"]}
        ),
        "an action": exchange(f"{path}&Action=CreateUser&UserName=evil"),
        "an escaped action": exchange(f"{path}&%41ction=CreateUser&UserName=evil"),
        "a parameter": exchange(f"{path}&UserName=evil"),
        "a longer life": exchange(f"{path}&X-Amz-Expires=604800"),
    }.items():
        assert 400 <= status <= 404, what


def test_a_session_token_goes_with_its_own_access_key_alone(place: Lodge) -> None:
    one, two = assume(place, Tags=[tag("tenant", "1")]), assume(place, Tags=[tag("tenant", "2")])
    long_term = place.credentials("A/admin")
    assert one.session_token
    assert two.session_token
    for what, credentials in {
        "another's token": Credentials(one.access_key_id, one.secret_access_key, two.session_token),
        "another's id": Credentials(two.access_key_id, one.secret_access_key, one.session_token),
        "a lower-case id": Credentials(one.access_key_id.lower(), one.secret_access_key, one.session_token),
        "a shorter token": Credentials(one.access_key_id, one.secret_access_key, one.session_token[:-4]),
        "a longer token": Credentials(one.access_key_id, one.secret_access_key, one.session_token + "AAAA"),
        "no token": Credentials(one.access_key_id, one.secret_access_key),
        "a long-term key's": Credentials(long_term.access_key_id, long_term.secret_access_key, one.session_token),
    }.items():
        code, _ = outcome(place.client("sts", credentials).get_caller_identity)
        assert code == "InvalidClientTokenId", what


# Escalation.


def test_a_clerk_does_not_become_an_administrator(place: Lodge) -> None:
    iam = place.client("iam", "A/clerk")
    administrator_key = place.credentials("A/admin").access_key_id
    document = json.dumps(ADMINISTRATOR)
    for what, call in {
        "a policy": lambda: iam.put_user_policy(UserName="clerk", PolicyName="p", PolicyDocument=document),
        "a policy of a role": lambda: iam.put_role_policy(RoleName="Tenant", PolicyName="p", PolicyDocument=document),
        "another's access key": lambda: iam.create_access_key(UserName="admin"),
        "an own access key": iam.create_access_key,
        "another's key by the own name": lambda: iam.update_access_key(
            AccessKeyId=administrator_key, Status="Inactive"
        ),
        "a user": lambda: iam.create_user(UserName="new", Path="/../"),
        "a trust policy": lambda: iam.update_assume_role_policy(RoleName="Tenant", PolicyDocument=document),
    }.items():
        code, text = outcome(call)
        assert code == "AccessDenied", (what, code, text)
    with refused("ValidationError"):
        iam.get_user(UserName="clerk/../admin")
    stranger = place.client("iam", "B/admin")
    with refused("NoSuchEntity"):
        stranger.update_access_key(UserName="admin", AccessKeyId=administrator_key, Status="Inactive")


def test_members_do_not_run_the_organization(place: Lodge) -> None:
    organizations = place.client("organizations", "A/admin")
    for call in (
        organizations.list_accounts,
        lambda: organizations.describe_account(AccountId=OTHERS),
        lambda: organizations.create_account(Email="evil@example.org", AccountName="evil"),
    ):
        with refused("AccessDeniedException"):
            call()


def test_a_stranger_cannot_keep_a_user_from_being_deleted(make_lodge: Callable[..., Lodge]) -> None:
    """Roles of another account that name a user are the other account's affair: they must not hold up its deletion."""
    lodge = make_lodge(http=True)
    lodge.client("iam", "A/admin").create_user(UserName="leaver")
    document = json.dumps(trust(f"arn:aws:iam::{KEYS}:user/leaver"))
    setting_up = lodge.client("iam", "B/admin")
    for number in range(200):
        setting_up.create_role(RoleName=f"r{number}", AssumeRolePolicyDocument=document)
    done = threading.Event()
    began = threading.Barrier(7)

    def disturb(number: int) -> None:
        iam = lodge.client("iam", "B/admin")
        began.wait(30)
        while not done.is_set():
            outcome(lambda: iam.update_assume_role_policy(RoleName=f"r{number}", PolicyDocument=document))

    threads = [threading.Thread(target=disturb, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    try:
        began.wait(30)
        lodge.client("iam", "A/admin").delete_user(UserName="leaver")
    finally:
        done.set()
        for thread in threads:
            thread.join(60)


# The audit trail.


def test_calls_of_global_services_are_found_in_one_region(place: Lodge) -> None:
    """Whoever may choose where the record of an IAM call is kept can choose a region that nobody looks at."""
    name = f"hidden-{uuid4().hex[:8]}"
    code, _ = outcome(lambda: place.client("iam", "A/admin", region="mx-hidden-7").create_user(UserName=name))
    if code:
        # AWS takes no signature for another region there.
        assert code == "SignatureDoesNotMatch"
        return
    made = [{"AttributeKey": "EventName", "AttributeValue": "CreateUser"}]
    events = place.client("cloudtrail", "A/admin").lookup_events(LookupAttributes=made)["Events"]
    assert any(name in event["CloudTrailEvent"] for event in events)


def test_each_account_sees_its_own_policies_in_the_trail_and_no_others(place: Lodge) -> None:
    partner = {"Sid": "SecretName", "Effect": "Allow", "Principal": {"AWS": root(OTHERS)}, "Action": "kms:Encrypt"}
    document = json.dumps(policy(*DELEGATED["Statement"], partner | {"Resource": "*"}))
    arn = place.client("kms", "A/admin").create_key(Policy=document)["KeyMetadata"]["Arn"]
    answer = place.client("kms", "B/admin").encrypt(KeyId=arn, Plaintext=b"x")
    request_id = answer["ResponseMetadata"]["RequestId"]
    used = [{"AttributeKey": "ResourceName", "AttributeValue": arn}]
    for caller, others in (("A/admin", "inline policy administrator"), ("B/admin", "SecretName")):
        events = place.client("cloudtrail", caller).lookup_events(LookupAttributes=used)["Events"]
        records = [event["CloudTrailEvent"] for event in events if request_id in event["CloudTrailEvent"]]
        assert len(records) == 1
        assert others not in records[0], caller


def test_a_lookup_costs_little_however_far_it_reaches(place: Lodge) -> None:
    trail = place.client("cloudtrail", "A/admin")
    began = time.monotonic()
    for start, end in ((1970, 9999), (2020, 2500)):
        events = trail.lookup_events(
            StartTime=datetime(start, 1, 1, tzinfo=UTC), EndTime=datetime(end, 1, 1, tzinfo=UTC)
        )
        assert events["Events"]
    assert trail.lookup_events(EndTime=datetime(2001, 1, 1, tzinfo=UTC))["Events"] == []
    assert time.monotonic() - began < 10


def test_a_wrong_signature_is_recorded_as_what_it_is(place: Lodge) -> None:
    forger = Credentials(place.credentials("B/admin").access_key_id, "x" * 40)
    headers = signed(place, forger, "kms", b"{}", target="TrentService.ScheduleKeyDeletion")
    with wire(place) as connection:
        answer = connection.exchange(request(headers | {"User-Agent": "forged\t" + "Z" * 9000}, b"{}"))
    assert answer.status == 400
    tried = [{"AttributeKey": "EventName", "AttributeValue": "ScheduleKeyDeletion"}]
    events = place.client("cloudtrail", "B/admin").lookup_events(LookupAttributes=tried)["Events"]
    record = json.loads(events[0]["CloudTrailEvent"])
    assert record["errorCode"] == "InvalidSignatureException"
    # Nobody has shown to be that user.
    assert record["userIdentity"].get("arn") is None
    assert record["userIdentity"]["accessKeyId"] == forger.access_key_id
    assert record["sourceIPAddress"] == "127.0.0.1"
    assert len(record["userAgent"]) <= 1024
    assert record["requestParameters"] is None


# Exhaustion.


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"\xef\xbb\xbf{}",
        b'{"Limit":1e400}',
        b'{"Limit":' + b"9" * 5000 + b"}",
        b'{"Limit":-0.0}',
        b'{"Limit":1,"Limit":2}',
        b'{"Marker":"\\u0000"}',
        b'{"Marker":"\\ud800"}',
        b'{"Marker":' + b"[" * 120_000 + b"]" * 120_000 + b"}",
        b'{"Marker":' + b'{"a":' * 40_000 + b"1" + b"}" * 40_000 + b"}",
    ],
    ids=lambda body: repr(body[:24]),
)
def test_hostile_json_gets_an_error(place: Lodge, body: bytes) -> None:
    with wire(place) as connection:
        began = time.monotonic()
        answer = connection.exchange(kms_request(place, "A/admin", "ListKeys", body))
        assert answer.status == 400, answer
        assert time.monotonic() - began < 5


def test_hostile_forms_get_an_error(place: Lodge) -> None:
    head = f"Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::{KEYS}:role/Tenant&RoleSessionName=session&"
    for more in (
        "&".join(f"Tags.member.{at}.Key=k{at}&Tags.member.{at}.Value=v" for at in range(1, 4000)),
        "Tags.member.4294967296.Key=k",
        "Tags.member.0.Key=k",
        "Tags.member.1=k&Tags.member.1.Key=k",
        "Tags.member.1." + "Key." * 200 + "=k",
        "RoleSessionName=other",
        "Policy=" + "%7B" * 4000,
    ):
        body = (head + more).encode()
        with wire(place) as connection:
            began = time.monotonic()
            answer = connection.exchange(request(signed(place, "A/admin", "sts", body), body))
            assert answer.status in (400, 404), (more[:40], answer)
            assert time.monotonic() - began < 5


def test_idle_strangers_leave_the_server_descriptors_for_its_own_files(make_lodge: Callable[..., Lodge]) -> None:
    """Without any left it cannot begin a new segment of the audit log, which then stops for good."""
    limit = 256
    lodge = make_lodge(http=True, wrapper=("prlimit", f"--nofile={limit}:{limit}"))
    url = urlsplit(lodge.endpoint)
    before = descriptors(lodge)
    with ExitStack() as held:
        # Those that the server does not accept wait in the system's queue, or outside: nothing waits for them here.
        for _ in range(limit):
            stranger = held.enter_context(socket.socket())
            stranger.setblocking(False)
            stranger.connect_ex((url.hostname, url.port))
        wait_for(lambda: descriptors(lodge) >= before + 8, 10, "the server to accept connections")
        threshold = limit - 32
        used = max(descriptors(lodge) for _ in range(1000))
        assert used <= threshold, f"{used} of {limit} file descriptors are in use"


def descriptors(lodge: Lodge) -> int:
    """How many files and connections the process has open."""
    return len(list(Path(f"/proc/{lodge.pid}/fd").iterdir()))


# The data folder.


def restarted(lodge: Lodge, change: Callable[[Path], object]) -> str:
    """Changes the data folder of a Lodge at rest and starts it again. What it printed if it does not start, else nothing."""
    lodge.stop()
    change(lodge.data)
    try:
        lodge.start()
    except AssertionError as error:
        return str(error)
    return ""


def without_trail(data: Path) -> None:
    shutil.rmtree(data / "trail")


def without_store(data: Path) -> None:
    for file in data.glob("lodge.sqlite3*"):
        file.unlink()


@pytest.mark.parametrize("change", [without_trail, without_store])
def test_a_lodge_does_not_begin_anew_in_a_folder_that_has_lost_a_part(
    fresh_lodge: Lodge, change: Callable[[Path], None]
) -> None:
    """A fresh log or a fresh organization in the place of what was lost would hide the loss."""
    said = restarted(fresh_lodge, change)
    assert said, "it started"
    assert "panicked" not in said


def test_an_audit_log_that_was_rolled_back_alone_is_noticed(fresh_lodge: Lodge, tmp_path: Path) -> None:
    kms = fresh_lodge.client("kms", "A/admin")
    key_id = kms.create_key()["KeyMetadata"]["KeyId"]
    fresh_lodge.stop()
    shutil.copytree(fresh_lodge.data / "trail", tmp_path / "trail")
    fresh_lodge.start()
    for _ in range(5):
        fresh_lodge.client("kms", "A/admin").encrypt(KeyId=key_id, Plaintext=b"x")
    fresh_lodge.client("kms", "A/admin").disable_key(KeyId=key_id)

    def roll_back(data: Path) -> None:
        without_trail(data)
        shutil.copytree(tmp_path / "trail", data / "trail")

    assert restarted(fresh_lodge, roll_back), "it started"


def test_a_store_that_was_rolled_back_alone_is_noticed(fresh_lodge: Lodge, tmp_path: Path) -> None:
    """Otherwise an access key that was deleted is good again."""
    iam = fresh_lodge.client("iam", "A/admin")
    iam.create_user(UserName="leaver")
    access_key = iam.create_access_key(UserName="leaver")["AccessKey"]
    fresh_lodge.stop()
    for file in fresh_lodge.data.glob("lodge.sqlite3*"):
        shutil.copy2(file, tmp_path / f"kept-{file.name}")
    fresh_lodge.start()
    iam = fresh_lodge.client("iam", "A/admin")
    iam.delete_access_key(UserName="leaver", AccessKeyId=access_key["AccessKeyId"])

    def roll_back(data: Path) -> None:
        without_store(data)
        for file in tmp_path.glob("kept-*"):
            shutil.copy2(file, data / file.name.removeprefix("kept-"))

    assert restarted(fresh_lodge, roll_back), "it started"


def test_key_material_opens_in_its_own_place_only(fresh_lodge: Lodge) -> None:
    kms = fresh_lodge.client("kms", "A/admin")
    keys = [kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(2)]
    blob = kms.encrypt(KeyId=keys[0], Plaintext=b"secret")["CiphertextBlob"]

    def swap(data: Path) -> None:
        connection = sqlite3.connect(data / "lodge.sqlite3")
        found = connection.execute("SELECT key, value FROM entries WHERE substr(key, 1, 9) = ?", (b"r\x02kms-key",))
        records = {place: json.loads(value) for place, value in found if place.startswith(b"r\x02kms-key\x00")}
        assert len(records) == 2
        one, two = records.values()
        one["r"]["materials"], two["r"]["materials"] = two["r"]["materials"], one["r"]["materials"]
        for place, record in records.items():
            connection.execute("UPDATE entries SET value = ? WHERE key = ?", (json.dumps(record).encode(), place))
        connection.commit()
        connection.close()

    assert restarted(fresh_lodge, swap) == ""
    kms = fresh_lodge.client("kms", "A/admin")
    for call in (
        lambda: kms.decrypt(CiphertextBlob=blob),
        lambda: kms.encrypt(KeyId=keys[0], Plaintext=b"x"),
        lambda: kms.encrypt(KeyId=keys[1], Plaintext=b"x"),
    ):
        code, text = outcome(call)
        assert code == "KMSInternalException"
        assert keys[0] not in text


def lose(name: str) -> Callable[[Path], None]:
    def change(data: Path) -> None:
        (data / name).unlink()

    change.__name__ = f"without {name}"
    return change


@pytest.mark.parametrize("change", [lose("tls/server.key.json"), lose("tls/ca.key.json")], ids=lambda c: c.__name__)
def test_a_lost_part_of_the_certificates_is_made_anew(fresh_lodge: Lodge, change: Callable[[Path], None]) -> None:
    assert restarted(fresh_lodge, change) == ""
    assert fresh_lodge.client("sts", "A/admin").get_caller_identity()["Account"] == KEYS


def test_the_folder_is_private_whatever_the_umask(make_lodge: Callable[..., Lodge]) -> None:
    lodge = make_lodge(wrapper=("sh", "-c", 'umask 0; exec "$@"', "sh"))
    modes = {path.relative_to(lodge.data): path.stat().st_mode & 0o777 for path in (lodge.data, *lodge.data.rglob("*"))}
    writable = {str(path): oct(mode) for path, mode in modes.items() if mode & 0o022}
    assert writable == {}
    # Certificates are for everybody to read.
    readable = {str(path) for path, mode in modes.items() if mode & 0o044 and not path.name.endswith(".pem")}
    assert readable <= {"tls"}
