"""Calls with DryRun: they are checked like any other, and do and give nothing.

Source: KMS Developer Guide, "Testing your permissions", and the API Reference of each operation that has `DryRun`.
"""

from collections.abc import Callable

import pytest
from botocore.exceptions import ClientError
from botocore.loaders import Loader

from bootstrap import Json
from lodge import Lodge, refused
from operations import OPERATIONS, Operation, Scene

DESCRIPTION = Loader().load_service_model("kms", "service-2")
HAVE_IT = {
    name
    for name, operation in DESCRIPTION["operations"].items()
    if "DryRun" in DESCRIPTION["shapes"][operation["input"]["shape"]]["members"]
}
TEXT = "The request would have succeeded, but the DryRun option is set."

CALLS = [operation for operation in OPERATIONS if operation.service == "kms" and operation.name in HAVE_IT]
ENDING_GRANTS = ("RetireGrant", "RevokeGrant")
every_operation = pytest.mark.parametrize("operation", CALLS, ids=str)


@pytest.fixture(scope="module")
def scene(make_module_lodge: Callable[..., Lodge], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.new(make_module_lodge, tmp_path_factory.mktemp("token"))


def test_every_operation_that_has_it_is_called() -> None:
    assert {operation.name for operation in CALLS} == HAVE_IT


def rehearse(scene: Scene, operation: Operation, arguments: Json) -> None:
    with pytest.raises(ClientError) as caught:
        operation.send(scene.kms, arguments | {"DryRun": True})
    answer = caught.value.response
    assert (answer["Error"]["Code"], answer["Error"]["Message"]) == ("DryRunOperationException", TEXT)
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 412


@every_operation
def test_a_rehearsal_says_what_the_call_would_do(scene: Scene, operation: Operation) -> None:
    arguments = operation.arguments(scene)
    rehearse(scene, operation, arguments)
    # As often as one likes: nothing is used up.
    rehearse(scene, operation, arguments)
    operation.send(scene.kms, arguments | {"DryRun": False})


@every_operation
def test_a_rehearsal_needs_the_same_permission(scene: Scene, operation: Operation) -> None:
    arguments = operation.arguments(scene) | {"DryRun": True}
    with refused("AccessDeniedException", f"is not authorized to perform: {operation.action}"):
        operation.send(scene.client("kms", "A/nobody"), arguments)


def test_a_rehearsal_changes_nothing(scene: Scene) -> None:
    grant = scene.grant()

    def listed() -> list[str]:
        return [it["GrantId"] for it in scene.kms.list_grants(KeyId=grant["KeyId"])["Grants"]]

    before = listed()
    for operation in CALLS:
        if operation.name in ENDING_GRANTS:
            rehearse(scene, operation, grant)
        elif operation.name == "CreateGrant":
            rehearse(scene, operation, operation.arguments(scene) | {"KeyId": grant["KeyId"]})
        assert listed() == before, operation.name


#: Grants are ended whatever the state of their key.
@pytest.mark.parametrize("operation", [it for it in CALLS if it.name not in ENDING_GRANTS], ids=str)
def test_a_rehearsal_with_a_disabled_key_fails_as_the_call_would(scene: Scene, operation: Operation) -> None:
    arguments = operation.arguments(scene) | {"DryRun": True}
    member = "DestinationKeyId" if operation.name == "ReEncrypt" else "KeyId"
    key = scene.kms.describe_key(KeyId=arguments.get(member, scene.standing_key))["KeyMetadata"]["Arn"]
    scene.kms.disable_key(KeyId=key)
    try:
        with refused("DisabledException", "is disabled."):
            operation.send(scene.kms, arguments)
    finally:
        scene.kms.enable_key(KeyId=key)
