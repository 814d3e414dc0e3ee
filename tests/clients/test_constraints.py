"""What every operation says to a parameter of a wrong length, of a wrong value or that is missing, and to the like anywhere in one.

The bounds are those of AWS's service description, which the API Reference repeats; botocore brings it, and here it does not apply it. The
texts are those that AWS sends.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError
from botocore.model import ListShape, MapShape, OperationModel, Shape, StructureShape

from bootstrap import Json
from lodge import Lodge, refused
from operations import OPERATIONS, Operation, Scene

#: What services call it that have a name of their own for it.
CODES = {"iam": "ValidationError", "sts": "ValidationError", "organizations": "InvalidInputException"}

#: What Organizations says when nothing but a pattern is broken.
UNFIT = "You provided a value that does not match the required pattern."

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
    for name, broken, texts in violations(description, parameters):
        with pytest.raises(ClientError) as caught:
            operation.send(client, broken)
        error = caught.value.response["Error"]
        if error["Code"].startswith("RequestEntityTooLarge"):
            assert len(repr(broken)) > LARGEST_BODY, name
            continue
        assert error["Code"] == CODES.get(operation.service, "ValidationException"), (name, error)
        if operation.service == "organizations" and error["Message"] == UNFIT:
            assert name.startswith("unfit"), (name, error)
            continue
        # A value may break the pattern of its member as well.
        assert re.match(r"\d+ validation errors? detected: ", error["Message"]), (name, error)
        assert all(text in error["Message"] for text in texts), (name, error)
    # The parameters themselves are good, so it was the violations that were refused.
    if operation.refusal:
        with refused(operation.refusal):
            operation.send(client, parameters)
    else:
        operation.send(client, parameters)


#: What is wrong, a value with this fault, and what the error says of it.
Fault = tuple[str, Any, tuple[str, ...]]


def violations(description: OperationModel, parameters: Json) -> Iterator[Fault]:
    """The parameters with each fault that the description knows, wherever it is in them."""
    if description.input_shape is not None:
        yield from in_structure(description.input_shape, parameters, "")


def in_structure(shape: StructureShape, good: Json, at: str) -> Iterator[Fault]:
    for name, member in shape.members.items():
        path = at + name[0].lower() + name[1:]
        # Without it, the path of a request is another operation's.
        is_path = member.serialization.get("location") == "uri"
        if name in shape.required_members and not is_path:
            without = {key: value for key, value in good.items() if key != name}
            yield f"no {path}", without, (f"at '{path}' failed to satisfy constraint: Member must not be null",)
        for what, value, said in anywhere_in(member, good.get(name) or value_of(member), path):
            if value != "" or not is_path:
                yield what, good | {name: value}, said


def anywhere_in(shape: Shape, good: Any, at: str) -> Iterator[Fault]:  # noqa: ANN401 (any value that boto3 takes)
    """The value with each fault: its own, and those of what is in it."""
    for what, value, constraint in wrong_values(shape, good):
        yield f"{what} {at}", value, (f"at '{at}' failed to satisfy constraint: Member must {constraint}",)
    if isinstance(shape, StructureShape):
        yield from in_structure(shape, good, f"{at}.")
    elif isinstance(shape, ListShape) and is_simple(shape.member):
        for what, value, constraint in wrong_values(shape.member, good[0]):
            said = f"at '{at}' failed to satisfy constraint: Member must satisfy constraint: ["
            yield f"{what} in {at}", [*good, value], (said, f"Member must {constraint}")
    elif isinstance(shape, ListShape):
        for what, value, said in anywhere_in(shape.member, good[0], f"{at}.1.member"):
            yield what, [value, *good[1:]], said
    elif isinstance(shape, MapShape):
        for what, key, constraint in wrong_values(shape.key, "key"):
            said = f"at '{at}' failed to satisfy constraint: Map keys must satisfy constraint: ["
            yield f"{what} key in {at}", {key: value_of(shape.value)}, (said, f"Member must {constraint}")
        for what, value, constraint in wrong_values(shape.value, "value"):
            said = f"at '{at}' failed to satisfy constraint: Map value must satisfy constraint: ["
            yield f"{what} value in {at}", {"key": value}, (said, f"Member must {constraint}")


def is_simple(shape: Shape) -> bool:
    return shape.type_name not in ("structure", "list", "map")


def wrong_values(shape: Shape, good: Any) -> Iterator[tuple[str, Any, str]]:  # noqa: ANN401 (any value that boto3 takes)
    """Values that are too short, too long, too small, too big, of wrong signs or unknown, and what is said of them."""
    bounds, kind = shape.metadata, shape.type_name
    if "pattern" in bounds:
        unfit = unfit_for(bounds["pattern"], max(1, bounds.get("min", 0)))
        if unfit:
            yield "unfit", unfit, "satisfy regular expression pattern: "
    if kind == "string" and shape.enum:
        # AWS lists them in an order of its own.
        yield "unknown", "ROT13", "satisfy enum value set: ["
    elif kind in ("string", "blob", "list"):
        unit: Any = {"string": "x", "blob": b"x", "list": good[:1]}[kind]
        if bounds.get("min", 0) > 0:
            yield "short", unit * (bounds["min"] - 1), f"have length greater than or equal to {bounds['min']}"
        if "max" in bounds:
            yield "long", unit * (bounds["max"] + 1), f"have length less than or equal to {bounds['max']}"
    elif kind in ("integer", "long"):
        if "min" in bounds:
            yield "small", bounds["min"] - 1, f"have value greater than or equal to {bounds['min']}"
        if "max" in bounds:
            yield "big", bounds["max"] + 1, f"have value less than or equal to {bounds['max']}"
    else:
        assert "min" not in bounds, shape
        assert "max" not in bounds, shape


def unfit_for(pattern: str, length: int) -> str | None:
    """A text of this length that the pattern does not allow, if there is one of signs that texts seldom have."""
    # Java's classes for letters, spaces and digits of all languages.
    for java, python in ((r"\p{L}", "a-zA-Z"), (r"\p{Z}", " "), (r"\p{N}", "0-9"), (r"\u10000-\u10FFFF", "")):
        pattern = pattern.replace(java, python)
    return next((sign * length for sign in "\u2603§^" if not re.fullmatch(pattern, sign * length)), None)


def value_of(shape: Shape) -> Any:  # noqa: ANN401 (any value that boto3 takes)
    """A value of the shape, with everything in it."""
    match shape.type_name:
        case "structure":
            return {name: value_of(member) for name, member in shape.members.items()}
        case "list":
            return [value_of(shape.member)]
        case "map":
            return {"key": value_of(shape.value)}
        case "string":
            return shape.enum[0] if shape.enum else "x" * max(1, shape.metadata.get("min", 0))
        case "blob":
            return b"x"
        case "boolean":
            return True
        case "integer" | "long":
            return max(1, shape.metadata.get("min", 0))
        case "timestamp":
            return datetime.now(tz=UTC)
    raise NotImplementedError(shape.type_name)
