"""What every operation says to a parameter of a wrong length, of a wrong value or that is missing.

The bounds are those of AWS's service description, which the API Reference repeats; botocore brings it, and here it does not apply it. The
texts are those that AWS sends.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.exceptions import ClientError
from botocore.model import OperationModel, Shape

from bootstrap import Json
from lodge import Lodge, refused
from operations import OPERATIONS, Operation, Scene

#: What services call it that have a name of their own for it.
CODES = {"iam": "ValidationError", "sts": "ValidationError", "organizations": "InvalidInputException"}

#: In bytes; AWS takes larger documents of a few kinds.
LARGEST_BODY = 256 * 1024

EACH_ONCE = {(operation.service, operation.name): operation for operation in reversed(OPERATIONS)}.values()


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))


@pytest.mark.parametrize("operation", EACH_ONCE, ids=lambda it: f"{it.service}:{it.name}")
def test_what_the_description_forbids_is_refused(scene: Scene, operation: Operation) -> None:
    client = scene.client(operation.service, scene.administrator(operation))
    description = client.meta.service_model.operation_model(operation.name)
    parameters = operation.arguments(scene)
    for name, broken, text in violations(description, parameters):
        with pytest.raises(ClientError) as caught:
            operation.send(client, broken)
        error = caught.value.response["Error"]
        if error["Code"] == "RequestEntityTooLarge":
            assert any(len(value) > LARGEST_BODY for value in broken.values() if isinstance(value, str)), name
            continue
        assert error["Code"] == CODES.get(operation.service, "ValidationException"), (name, error)
        # A value may break the pattern of its member as well.
        assert re.match(r"\d+ validation errors? detected: ", error["Message"]), (name, error)
        assert text in error["Message"], (name, error)
    # The parameters themselves are good, so it was the violations that were refused.
    if operation.refusal:
        with refused(operation.refusal):
            operation.send(client, parameters)
    else:
        operation.send(client, parameters)


def violations(description: OperationModel, parameters: Json) -> Iterator[tuple[str, Json, str]]:
    """What is wrong, the parameters with this fault, and the text that says so."""
    if description.input_shape is None:
        return
    for name, shape in description.input_shape.members.items():
        at = name[0].lower() + name[1:]
        if name in description.input_shape.required_members:
            without = {key: value for key, value in parameters.items() if key != name}
            yield f"no {name}", without, f"at '{at}' failed to satisfy constraint: Member must not be null"
        for what, value, constraint in wrong_values(shape):
            said = f"at '{at}' failed to satisfy constraint: Member must {constraint}"
            yield f"{what} {name}", parameters | {name: value}, said


def wrong_values(shape: Shape) -> Iterator[tuple[str, Any, str]]:
    """Values that are too short, too long, too small, too big or unknown, and what is said of them."""
    bounds, kind = shape.metadata, shape.type_name
    if kind == "string" and shape.enum:
        # AWS lists them in an order of its own.
        yield "unknown", "ROT13", "satisfy enum value set: ["
    elif kind in ("string", "blob", "list"):
        unit: Any = {"string": "x", "blob": b"x", "list": [item_of(shape)] if kind == "list" else None}[kind]
        if bounds.get("min", 0) > 0:
            yield "short", unit * (bounds["min"] - 1), f"have length greater than or equal to {bounds['min']}"
        if "max" in bounds:
            yield "long", unit * (bounds["max"] + 1), f"have length less than or equal to {bounds['max']}"
    elif kind in ("integer", "long"):
        if "min" in bounds:
            yield "small", bounds["min"] - 1, f"have value greater than or equal to {bounds['min']}"
        if "max" in bounds:
            yield "big", bounds["max"] + 1, f"have value less than or equal to {bounds['max']}"


def item_of(shape: Shape) -> Any:  # noqa: ANN401 (any value that boto3 takes)
    """A good member of a list."""
    return value_of(shape.member)


def value_of(shape: Shape) -> Any:  # noqa: ANN401 (any value that boto3 takes)
    """A value of the shape, with everything in it."""
    match shape.type_name:
        case "structure":
            return {name: value_of(member) for name, member in shape.members.items()}
        case "list":
            return [value_of(shape.member)]
        case "string":
            return shape.enum[0] if shape.enum else "x" * max(1, shape.metadata.get("min", 0))
    message = f"a list of {shape.type_name}"
    raise NotImplementedError(message)
