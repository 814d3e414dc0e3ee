"""Answers are held against AWS's service descriptions: botocore's own parsers pass over what they do not know."""

import base64
import json
import re
from typing import Any
from xml.etree import ElementTree

from botocore.model import ListShape, MapShape, OperationModel, Shape, StructureShape


def watch(client: Any) -> None:  # noqa: ANN401 (boto3 makes the class at run time)
    """Every answer of a success that the client gets from now on must have the shape that the description gives it."""
    client.meta.events.register("before-parse", _check)


def _check(operation_model: OperationModel, response_dict: dict[str, Any], **_: object) -> None:
    if response_dict["status_code"] != 200:
        return
    body, shape = response_dict["body"], operation_model.output_shape
    if operation_model.metadata["protocol"] in ("json", "rest-json"):
        # An operation without output answers with an empty body or an empty object.
        value = json.loads(body or b"{}")
        _json(shape, value, operation_model.name) if shape else _no_members(value, operation_model.name)
    else:
        root = ElementTree.fromstring(body)
        assert _name(root) == f"{operation_model.name}Response"
        parts = {_name(child): child for child in root}
        metadata = parts.pop("ResponseMetadata")
        assert [_name(child) for child in metadata] == ["RequestId"]
        if shape:
            _xml(shape, parts.pop(shape.serialization["resultWrapper"]), operation_model.name)
        assert not parts, f"{operation_model.name} has {sorted(parts)}"


def _no_members(value: Any, at: str) -> None:  # noqa: ANN401 (JSON)
    assert value == {}, f"{at} has {value}"


def _members(shape: StructureShape, found: set[str], at: str) -> None:
    known = {member.serialization.get("name", name): name for name, member in shape.members.items()}
    assert found <= known.keys(), f"{at} has {found - known.keys()}"
    missing = set(shape.required_members) - {known[name] for name in found}
    assert not missing, f"{at} lacks {missing}"


def _json(shape: Shape, value: Any, at: str) -> None:  # noqa: ANN401 (JSON)
    if isinstance(shape, StructureShape):
        _members(shape, set(value), at)
        for name, member in shape.members.items():
            key = member.serialization.get("name", name)
            if key in value:
                _json(member, value[key], f"{at}.{name}")
    elif isinstance(shape, ListShape):
        assert isinstance(value, list), at
        for item in value:
            _json(shape.member, item, f"{at}[]")
    elif isinstance(shape, MapShape):
        for key, item in value.items():
            _json(shape.key, key, at)
            _json(shape.value, item, f"{at}.{key}")
    elif shape.type_name == "timestamp":
        assert isinstance(value, int | float), f"{at} is {value!r}"
    elif shape.type_name == "boolean":
        assert isinstance(value, bool), f"{at} is {value!r}"
    elif shape.type_name in ("integer", "long"):
        assert isinstance(value, int), f"{at} is {value!r}"
    elif shape.type_name == "double":
        assert isinstance(value, int | float), f"{at} is {value!r}"
    elif shape.type_name == "blob":
        base64.b64decode(value, validate=True)
    else:
        _text(shape, value, at)


def _xml(shape: Shape, element: ElementTree.Element, at: str) -> None:
    if isinstance(shape, StructureShape):
        names = [_name(child) for child in element]
        assert len(set(names)) == len(names), f"{at} has a member twice: {names}"
        _members(shape, set(names), at)
        for name, member in shape.members.items():
            for child in element:
                if _name(child) == member.serialization.get("name", name):
                    _xml(member, child, f"{at}.{name}")
    elif isinstance(shape, ListShape):
        for child in element:
            assert _name(child) == shape.member.serialization.get("name", "member"), at
            _xml(shape.member, child, f"{at}[]")
    elif isinstance(shape, MapShape):
        for entry in element:
            assert [_name(part) for part in entry] == ["key", "value"], at
            _xml(shape.key, entry[0], at)
            _xml(shape.value, entry[1], f"{at}.{entry[0].text}")
    elif shape.type_name == "blob":
        base64.b64decode(element.text or "", validate=True)
    elif shape.type_name == "timestamp":
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z", element.text or ""), (
            f"{at} is {element.text}"
        )
    elif shape.type_name == "boolean":
        assert element.text in ("true", "false"), f"{at} is {element.text}"
    elif shape.type_name in ("integer", "long"):
        assert re.fullmatch(r"-?\d+", element.text or ""), f"{at} is {element.text}"
    else:
        _text(shape, element.text or "", at)


def _text(shape: Shape, value: Any, at: str) -> None:  # noqa: ANN401 (JSON)
    assert isinstance(value, str), f"{at} is {value!r}"
    assert not shape.enum or value in shape.enum, f"{at} is {value}"
    # IAM's description asks for 48 characters; an MD5 digest in hex with colons has 47, AWS's own answers too.
    constraints = {} if shape.name == "publicKeyFingerprintType" else shape.metadata
    assert len(value) >= constraints.get("min", 0), f"{at} is {value!r}"
    assert len(value) <= constraints.get("max", len(value)), f"{at} is {value!r}"


def _name(element: ElementTree.Element) -> str:
    return element.tag.partition("}")[2] or element.tag
