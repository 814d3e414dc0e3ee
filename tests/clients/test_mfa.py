"""A second factor: virtual MFA devices, and policies that ask for one."""

import base64
import struct
import uuid
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from authenticator import STEP, Authenticator
from bootstrap import Json, account, administrator, role, user, world
from lodge import UNCHECKED, Credentials, Lodge, refused
from moved_clock import MovedClock
from operations import KEYS as ACCOUNT
from operations import TAGS, allowing, trust

WRONG = "MultiFactorAuthentication failed with invalid MFA one time pass code."
UNKNOWN = "unable to validate MFA code"


def deny_without(operator: str) -> Json:
    """Everything is allowed, and IAM is denied to who has shown no second factor."""
    denied = {"Effect": "Deny", "Action": "iam:*", "Resource": "*"}
    denied["Condition"] = {operator: {"aws:MultiFactorAuthPresent": "false"}}
    allowed = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    return {"Version": "2012-10-17", "Statement": [allowed, denied]}


def own_world() -> Json:
    def trusting(condition: Json) -> Json:
        document = trust(ACCOUNT)
        document["Statement"][0]["Condition"] = condition
        return document

    present = {"aws:MultiFactorAuthPresent": "true"}
    only = allowing("iam:ListUsers", condition={"Bool": present})
    users = [
        administrator(),
        user("only", {"list": only, "assume": allowing("sts:AssumeRole")}),
        user("denied", {"all": deny_without("Bool")}),
        user("denied-if-exists", {"all": deny_without("BoolIfExists")}),
    ]
    roles = [
        role("Careful", trusting({"Bool": present}), {"read": allowing("iam:ListUsers")}),
        role(
            "Fresh",
            trusting({"NumericLessThan": {"aws:MultiFactorAuthAge": "60"}}),
            {"read": allowing("iam:ListUsers")},
        ),
    ]
    return world(account(ACCOUNT, "A", users=users, roles=roles))


class Person:
    """Somebody with an access key and a phone. The phone's clock is the server's."""

    def __init__(self, lodge: Lodge, clock: MovedClock, name: str) -> None:
        self.lodge, self.clock, self.name = lodge, clock, name
        self.connect()
        made = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=f"{name}-{uuid.uuid4()}")["VirtualMFADevice"]
        self.serial_number = made["SerialNumber"]
        self.app = Authenticator(made["Base32StringSeed"])
        self.iam.enable_mfa_device(UserName=name, SerialNumber=self.serial_number, **self.app.codes(-2, self.now()))

    def connect(self) -> None:
        """Makes the clients: a Lodge that was started again has another port."""
        self.iam = self.lodge.client("iam", "A/admin", config=UNCHECKED)
        self.sts = self.lodge.client("sts", f"A/{self.name}", config=UNCHECKED)

    def now(self) -> float:
        return self.clock.now().timestamp()

    def code(self, steps: int = 0) -> Json:
        return {"SerialNumber": self.serial_number, "TokenCode": self.app.code(steps, self.now())}

    def next_code(self) -> Json:
        """A code that was not used before: time goes on by a minute."""
        self.wait(2 * STEP)
        return self.code()

    def wait(self, seconds: int) -> None:
        """Time goes on for the server, its clients and the phone."""
        moved = round((self.clock.now() - datetime.now(UTC)).total_seconds())
        self.clock.move(timedelta(seconds=moved + seconds))

    def assume(self, name: str, **parameters: str) -> Json:
        return self.sts.assume_role(RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{name}", RoleSessionName="s1", **parameters)

    def session(self, **parameters: str) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """IAM for a session of GetSessionToken."""
        return self.lodge.client("iam", Credentials.of_answer(self.sts.get_session_token(**parameters)))

    def own(self) -> Any:  # noqa: ANN401
        """IAM for the access key itself."""
        return self.lodge.client("iam", f"A/{self.name}")


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MovedClock]:
    clock = MovedClock(tmp_path_factory.mktemp("clock"))
    with clock.for_clients():
        yield clock


@pytest.fixture(scope="module")
def own(make_module_lodge: Callable[..., Lodge], clock: MovedClock) -> Lodge:
    return make_module_lodge(own_world(), wrapper=clock.wrapper)


@pytest.fixture
def person(own: Lodge, clock: MovedClock) -> Iterator[Callable[[str], Person]]:
    """Makes people, and leaves no devices behind."""
    made: list[Person] = []

    def make(name: str) -> Person:
        made.append(Person(own, clock, name))
        return made[-1]

    yield make
    for one in made:
        one.iam.deactivate_mfa_device(UserName=one.name, SerialNumber=one.serial_number)
        one.iam.delete_virtual_mfa_device(SerialNumber=one.serial_number)


# What a policy asks for.


def test_an_allow_that_asks_for_a_second_factor(person: Callable[[str], Person]) -> None:
    ann = person("only")
    with refused("AccessDenied"):
        ann.own().list_users()
    with refused("InvalidClientTokenId"):
        # AWS lets sessions of users without a second factor call no operation of IAM.
        ann.session().list_users()
    assert ann.session(**ann.code()).list_users()["Users"]


def test_a_deny_with_bool_does_not_hold_an_access_key_back(person: Callable[[str], Person]) -> None:
    # The trap that AWS's guide warns of: long-term keys have no such condition key, so the Deny does not match.
    ann = person("denied")
    assert ann.own().list_users()["Users"]


def test_a_deny_with_bool_if_exists_does(person: Callable[[str], Person]) -> None:
    ann = person("denied-if-exists")
    with refused("AccessDenied", "explicit deny"):
        ann.own().list_users()
    assert ann.session(**ann.code()).list_users()["Users"]


def test_a_trust_policy_that_asks_for_a_second_factor(person: Callable[[str], Person]) -> None:
    ann = person("only")
    with refused("AccessDenied", "is not authorized to perform: sts:AssumeRole"):
        ann.assume("Careful")
    session = ann.assume("Careful", **ann.code())
    assert ann.lodge.client("iam", Credentials.of_answer(session)).list_users()["Users"]


def test_a_trust_policy_that_asks_how_long_ago(person: Callable[[str], Person]) -> None:
    ann = person("only")
    ann.assume("Fresh", **ann.code())
    credentials = Credentials.of_answer(ann.sts.get_session_token(**ann.next_code()))
    sts = ann.lodge.client("sts", credentials)
    fresh = {"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/Fresh", "RoleSessionName": "s1"}
    sts.assume_role(**fresh)
    ann.next_code()
    with refused("AccessDenied", "is not authorized to perform: sts:AssumeRole"):
        sts.assume_role(**fresh)
    assert sts.assume_role(**fresh | {"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/Careful"})


# What codes are good for.


def test_a_code_is_good_once(person: Callable[[str], Person]) -> None:
    ann = person("only")
    code = ann.code()
    ann.sts.get_session_token(**code)
    for call in (ann.sts.get_session_token, lambda **code: ann.assume("Careful", **code)):
        with refused("AccessDenied", WRONG):
            call(**code)
    ann.sts.get_session_token(**ann.next_code())


def test_of_many_at_once_with_the_same_code_one_wins(person: Callable[[str], Person]) -> None:
    ann = person("only")
    code = ann.code()

    def attempt(_: int) -> str:
        try:
            ann.sts.get_session_token(**code)
        except ClientError as error:
            return error.response["Error"]["Message"]
        return "good"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(attempt, range(8)))
    assert sorted(answers) == sorted(["good"] + [WRONG] * 7)


@pytest.mark.parametrize(("steps", "good"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_phone_whose_clock_is_a_little_wrong(person: Callable[[str], Person], steps: int, good: bool) -> None:
    ann = person("only")
    ann.next_code()
    # Early in a step, so that it does not end before the call arrives.
    ann.wait(STEP + 3 - int(ann.now() % STEP))
    if good:
        ann.sts.get_session_token(**ann.code(steps))
    else:
        with refused("AccessDenied", WRONG):
            ann.sts.get_session_token(**ann.code(steps))


def test_a_phone_whose_clock_is_very_wrong_is_synchronized(person: Callable[[str], Person]) -> None:
    ann = person("only")
    steps = 40
    with refused("AccessDenied", WRONG):
        ann.sts.get_session_token(**ann.code(steps))
    codes = ann.app.codes(steps, ann.now())
    ann.iam.resync_mfa_device(UserName=ann.name, SerialNumber=ann.serial_number, **codes)
    with refused("InvalidAuthenticationCode", "Authentication code for device is not valid."):
        ann.iam.resync_mfa_device(UserName=ann.name, SerialNumber=ann.serial_number, **codes)
    ann.next_code()
    ann.sts.get_session_token(**ann.code(steps))


def test_guessing_locks_a_device(person: Callable[[str], Person], own: Lodge) -> None:
    ann = person("only")
    wrong = {"SerialNumber": ann.serial_number, "TokenCode": "000000"}
    for _ in range(5):
        with refused("AccessDenied", WRONG):
            ann.sts.get_session_token(**wrong)
    with refused("AccessDenied", "too many wrong codes. Wait until"):
        ann.sts.get_session_token(**ann.code())
    own.kill()
    own.start()
    ann.connect()
    with refused("AccessDenied", "too many wrong codes. Wait until"):
        ann.sts.get_session_token(**ann.code())
    ann.next_code()
    ann.sts.get_session_token(**ann.next_code())


def test_a_code_is_of_the_callers_own_device(person: Callable[[str], Person], own: Lodge) -> None:
    ann = person("only")
    with refused("AccessDenied", UNKNOWN):
        own.client("sts", "A/denied").get_session_token(**ann.code())
    for serial_number in (
        "GAHT12345678",
        f"arn:aws:iam::{ACCOUNT}:mfa/not-there",
        "arn:aws:iam::999988887777:mfa/other",
    ):
        with refused("AccessDenied", UNKNOWN):
            ann.sts.get_session_token(SerialNumber=serial_number, TokenCode="123456")
    with refused("AccessDenied", "must provide both MFA serial number and one time pass code"):
        ann.sts.get_session_token(SerialNumber=ann.serial_number)
    for code in ("12345", "1234567", "12345a"):
        with refused("ValidationError"):
            ann.sts.get_session_token(SerialNumber=ann.serial_number, TokenCode=code)
    ann.sts.get_session_token(**ann.code())


# What IAM keeps.


def test_the_picture_is_a_png_of_the_seed(own: Lodge, tmp_path: Path) -> None:
    iam = own.client("iam", "A/admin")
    made = iam.create_virtual_mfa_device(VirtualMFADeviceName="picture", Tags=TAGS)["VirtualMFADevice"]
    assert len(base64.b32decode(made["Base32StringSeed"])) == 40
    assert made["Tags"] == TAGS
    (tmp_path / "qr.png").write_bytes(made["QRCodePNG"])
    chunks = list(png_chunks(made["QRCodePNG"]))
    assert [kind for kind, _ in chunks] == [b"IHDR", b"IDAT", b"IEND"]
    width, height, depth, *_ = struct.unpack(">IIBBBBB", chunks[0][1])
    assert width == height
    assert depth == 1
    assert len(zlib.decompress(chunks[1][1])) == height * (1 + (width + 7) // 8)
    # The seed is shown this once.
    listed = {one["SerialNumber"]: one for one in iam.list_virtual_mfa_devices()["VirtualMFADevices"]}
    assert set(listed[made["SerialNumber"]]) == {"SerialNumber"}
    iam.delete_virtual_mfa_device(SerialNumber=made["SerialNumber"])


def png_chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kinds and contents, with their checksums checked."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(picture):
        length = int.from_bytes(picture[at : at + 4])
        chunk, checksum = picture[at + 4 : at + 8 + length], picture[at + 8 + length : at + 12 + length]
        assert zlib.crc32(chunk) == int.from_bytes(checksum)
        yield chunk[:4], chunk[4:]
        at += 12 + length


def test_a_device_tells_whose_it_is_and_keeps_its_user(person: Callable[[str], Person], own: Lodge) -> None:
    ann = person("only")
    assigned = ann.iam.list_virtual_mfa_devices(AssignmentStatus="Assigned")["VirtualMFADevices"]
    mine = next(one for one in assigned if one["SerialNumber"] == ann.serial_number)
    assert mine["User"]["UserName"] == "only"
    assert [one["SerialNumber"] for one in ann.iam.list_mfa_devices(UserName="only")["MFADevices"]] == [
        ann.serial_number
    ]
    with refused("DeleteConflict", "MFA VirtualDevice in use. Must deactivate first."):
        ann.iam.delete_virtual_mfa_device(SerialNumber=ann.serial_number)
    with refused("NoSuchEntity", "MFA Device invalid for user."):
        ann.iam.deactivate_mfa_device(UserName="denied", SerialNumber=ann.serial_number)
    with refused("EntityAlreadyExists", "MFA Device is already in use."):
        codes = ann.app.codes(1, ann.now())
        ann.iam.enable_mfa_device(UserName="denied", SerialNumber=ann.serial_number, **codes)
    summary = ann.iam.get_account_summary()["SummaryMap"]
    assert summary["MFADevices"] >= summary["MFADevicesInUse"] >= 1
    assert summary["AccountMFAEnabled"] == 0
    while ann.iam.generate_credential_report()["State"] != "COMPLETE":
        pass
    rows = [line.split(",") for line in ann.iam.get_credential_report()["Content"].decode().splitlines()]
    active = {row[0]: row[rows[0].index("mfa_active")] for row in rows}
    assert active["<root_account>"] == active["denied"] == "false"
    assert active["only"] in ("true", "false")


def test_hardware_has_no_place_here(own: Lodge) -> None:
    iam = own.client("iam", "A/admin")
    codes = {"AuthenticationCode1": "123456", "AuthenticationCode2": "654321"}
    with refused("NoSuchEntity"):
        iam.enable_mfa_device(UserName="only", SerialNumber="GAHT12345678", **codes)


def test_seeds_and_codes_are_in_no_record(person: Callable[[str], Person], own: Lodge) -> None:
    ann = person("only")
    code = ann.code()
    ann.sts.get_session_token(**code)
    records = own.run("trail", "tail", "--data", str(own.data), "--json", "-n", "40").stdout
    assert ann.serial_number in records
    assert code["TokenCode"] not in records
