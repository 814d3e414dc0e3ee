"""Every operation that Lodge serves, from the AWS CLI: each row of `OPERATIONS` is a command.

The CLI parses the command line, checks, sends, follows pages and prints. `test_permissions.py` sees to it that every operation that is
served has a row.
"""

import base64
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from botocore.model import ListShape, MapShape, OperationModel, Shape, StructureShape

from command_line import CommandLine
from lodge import AwsCliError, Caller, Lodge
from operations import OPERATIONS, Operation, Scene

every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))


@pytest.fixture(scope="module")
def command_line(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Caller], CommandLine]:
    """The AWS CLI of a caller, made once: it reads the service descriptions only once."""
    made: dict[Caller, CommandLine] = {}

    def of(caller: Caller) -> CommandLine:
        if caller not in made:
            made[caller] = CommandLine(scene.lodge, caller, tmp_path_factory.mktemp("cli"))
        return made[caller]

    return of


def model(scene: Scene, operation: Operation) -> OperationModel:
    return scene.client(operation.service, "A/admin").meta.service_model.operation_model(operation.name)


@every_operation
def test_the_cli_prints_what_boto3_receives(
    scene: Scene, command_line: Callable[[Caller], CommandLine], operation: Operation
) -> None:
    caller = scene.administrator(operation)
    description = model(scene, operation)
    if operation.refusal:
        with pytest.raises(AwsCliError, match=rf"\({operation.refusal}\)"):
            command_line(caller).call(operation.service, description, operation.arguments(scene))
        return
    printed = command_line(caller).call(operation.service, description, operation.arguments(scene))
    received = operation.call(scene, caller)
    del received["ResponseMetadata"]
    if description.output_shape is None:
        assert (printed, received) == (None, {})
        return
    if operation.service not in ("kms", "sts"):
        # Their lists and reports tell of everything that the tests before this one did.
        assert set(printed or {}) <= set(description.output_shape.members)
        return
    shape = description.output_shape
    assert outline(shape, printed or {}, printed=True) == outline(shape, received, printed=False)


#: What differs from call to call.
NAMES_AND_NUMBERS = re.compile(
    r"[0-9a-f]{64}|(mrk-)?[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|cks-[0-9a-f]{17}|car-[0-9a-z]+"
    r"|(?:AKIA|ASIA|AIDA|AROA|AGPA|ANPA|AIPA)[A-Z0-9]{16,17}|\b\d{12}\b|(?<=[a-z]-)\d+\b(?=$|[/:])"
)
SECRETS = {"GrantToken", "SecretAccessKey", "SessionToken", "WebIdentityToken"}
PAGING = {"Truncated", "IsTruncated", "NextMarker", "Marker", "NextToken"}


def outline(shape: Shape, value: Any, *, printed: bool) -> Any:  # noqa: ANN401 (JSON)
    """What two answers of one operation have in common: members, types, and values that do not change from call to call.

    The CLI prints bytes in base64 and puts pages together.
    """
    if isinstance(shape, StructureShape):
        return {
            name: "..." if name in SECRETS else outline(shape.members[name], part, printed=printed)
            for name, part in value.items()
            if name not in PAGING
        }
    if isinstance(shape, ListShape):
        parts = [outline(shape.member, part, printed=printed) for part in value]
        return [part for at, part in enumerate(parts) if part not in parts[:at]]
    if isinstance(shape, MapShape):
        return value
    if shape.type_name == "blob":
        content = base64.b64decode(value, validate=True) if printed else value
        return f"{bool(content)} bytes"
    if shape.type_name == "timestamp":
        # The CLI prints a time as the service sent it: a number in JSON, ISO 8601 in XML.
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        seconds = moment if isinstance(moment, int | float) else moment.timestamp()
        return f"a moment of this {'century' if 946684800 < seconds < 4102444800 else 'or another century'}"
    return NAMES_AND_NUMBERS.sub("*", value) if isinstance(value, str) else value


@every_operation
def test_the_cli_tells_who_is_forbidden(
    scene: Scene, command_line: Callable[[Caller], CommandLine], operation: Operation
) -> None:
    if not operation.needs_permission:
        return
    caller = scene.management_nobody if operation.is_for_management else "A/nobody"
    with pytest.raises(AwsCliError) as caught:
        command_line(caller).call(operation.service, model(scene, operation), operation.arguments(scene))
    code = "AccessDenied" if operation.service in ("iam", "sts") else "AccessDeniedException"
    text = rf"An error occurred \({code}\) when calling the {operation.name} operation.*: User: \S+ is not authorized to perform: "
    assert re.search(text + re.escape(operation.action), caught.value.stderr), caught.value.stderr
    assert caught.value.returncode == 255
