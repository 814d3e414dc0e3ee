"""Every listing that AWS's SDKs go through page by page: pages of any size give the same, and nothing but a page's own marker goes on."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from botocore import xform_name

from bootstrap import Json
from lodge import Lodge, refused
from operations import OPERATIONS, Operation, Scene

#: Each call is an event, so that no two listings are the same: test_trail.py.
EVENTS = "LookupEvents"

#: It has a marker, and no size of a page: all 50 tags fit into one.
WHOLE = {"ListTagsForResource"}

#: What is said of a marker that no page came with.
REFUSALS = {
    "iam": "ValidationError",
    "kms": "InvalidMarkerException",
    "organizations": "InvalidInputException",
    "tenants": "ValidationException",
}


def is_listing(operation: Operation) -> bool:
    """Whether a row is of an operation that has pages: the names of those begin so."""
    return operation.name.startswith(("Describe", "Get", "List", "Simulate")) and operation.name != EVENTS


every_listing = pytest.mark.parametrize("operation", [row for row in OPERATIONS if is_listing(row)], ids=str)


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A scene with some of everything in it."""
    made = Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))
    for operation in OPERATIONS:
        if operation.name.startswith(("Create", "Onboard", "Upload")) and not operation.refusal:
            operation.call(made, made.administrator(operation))
    return made


def input_of_pages(scene: Scene, operation: Operation) -> set[str]:
    """The parameter for the size of a page, and the one for its marker."""
    shape = scene.client(operation.service, "A/admin").meta.service_model.operation_model(operation.name).input_shape
    return set(shape.members if shape else {}) & {"MaxItems", "MaxResults", "Limit", "limit"}


@every_listing
def test_pages_of_any_size_give_the_same(scene: Scene, operation: Operation) -> None:
    client = scene.client(operation.service, scene.administrator(operation))
    name, parameters = xform_name(operation.name), operation.arguments(scene)
    sizes = input_of_pages(scene, operation)
    if not sizes or operation.refusal:
        assert operation.refusal or operation.name in WHOLE or not client.can_paginate(name)
        return
    (size,) = sizes
    parameters.pop(size, None)
    whole = everything(client, operation, parameters, {})
    for most in (1, 3):
        assert everything(client, operation, parameters, {size: most}) == whole


def everything(client: Any, operation: Operation, parameters: Json, size: Json) -> dict[str, list[Any]]:  # noqa: ANN401 (boto3 makes the class at run time)
    """All items of a listing, page by page."""
    items: dict[str, list[Any]] = defaultdict(list)
    marker: Json = {}
    while True:
        answer = operation.send(client, parameters | size | marker)
        lists = {key: value for key, value in answer.items() if isinstance(value, list)}
        assert sum(map(len, lists.values())) <= next(iter(size.values()), 1_000_000)
        for key, value in lists.items():
            items[key] += value
        marker = {MARKERS[key]: answer[key] for key in MARKERS if key in answer}
        assert bool(marker) == answer.get("IsTruncated", answer.get("Truncated", bool(marker))), answer
        if not marker:
            return items


#: The parameter that takes what a page came with.
MARKERS = {"Marker": "Marker", "NextMarker": "Marker", "NextToken": "NextToken", "nextToken": "nextToken"}


@every_listing
def test_a_marker_that_no_page_came_with(scene: Scene, operation: Operation) -> None:
    client = scene.client(operation.service, scene.administrator(operation))
    shape = client.meta.service_model.operation_model(operation.name).input_shape
    if not input_of_pages(scene, operation) or operation.refusal:
        return
    (marker,) = set(shape.members) & {"Marker", "NextToken", "nextToken"}
    with refused(REFUSALS[operation.service]):
        operation.send(client, operation.arguments(scene) | {marker: "of-no-page"})
