"""What every KMS operation says to a parameter of a wrong length, of a wrong value or that is missing.

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
from lodge import Lodge
from operations import OPERATIONS, Operation, Scene

KMS = {operation.name: operation for operation in reversed(OPERATIONS) if operation.service == "kms"}


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))


@pytest.mark.parametrize("operation", KMS.values(), ids=lambda it: it.name)
def test_what_the_description_forbids_is_refused(scene: Scene, operation: Operation) -> None:
    description = scene.kms.meta.service_model.operation_model(operation.name)
    parameters = operation.arguments(scene)
    for name, broken, text in violations(description, parameters):
        with pytest.raises(ClientError) as caught:
            operation.send(scene.kms, broken)
        error = caught.value.response["Error"]
        assert error["Code"] == "ValidationException", (name, error)
        # A value may break the pattern of its member as well.
        assert re.match(r"\d+ validation errors? detected: ", error["Message"]), (name, error)
        assert text in error["Message"], (name, error)
    # The parameters themselves are good, so it was the violations that were refused.
    operation.send(scene.kms, parameters)


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
    member = shape.member
    if member.type_name == "structure":
        return {name: item for name, part in member.members.items() for item in [part.enum[0] if part.enum else "x"]}
    return member.enum[0] if member.enum else "x"
