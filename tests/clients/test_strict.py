"""The check of answers against the service descriptions finds what botocore would pass over."""

import json

import pytest
from botocore.loaders import Loader
from botocore.model import OperationModel, ServiceModel

import strict

ALIAS = {"AliasName": "alias/a", "CreationDate": 1.5}


def model(service: str, operation: str) -> OperationModel:
    return ServiceModel(Loader().load_service_model(service, "service-2"), service).operation_model(operation)


def check(operation: OperationModel, body: str) -> None:
    strict._check(operation, {"status_code": 200, "body": body.encode()})


def test_json() -> None:
    operation = model("kms", "ListAliases")
    check(operation, json.dumps({"Aliases": [ALIAS], "Truncated": False}))
    for wrong in (
        {"Aliases": [ALIAS | {"Colour": "red"}]},
        {"Aliases": [ALIAS | {"CreationDate": "2026-01-01"}]},
        {"Aliases": [ALIAS | {"AliasName": ""}]},
        {"Aliases": {}},
        {"Truncated": "false"},
    ):
        with pytest.raises(AssertionError):
            check(operation, json.dumps(wrong))
    with pytest.raises(AssertionError):
        check(model("kms", "DescribeKey"), json.dumps({"KeyMetadata": {"Enabled": True}}))
    with pytest.raises(AssertionError):
        check(model("kms", "DescribeKey"), json.dumps({"KeyMetadata": {"KeyId": "k", "KeyState": "Asleep"}}))


def test_xml() -> None:
    operation = model("iam", "GetUserPolicy")
    result = "<UserName>u</UserName><PolicyName>p</PolicyName><PolicyDocument>d</PolicyDocument>"

    def answer(result: str, more: str = "") -> str:
        return (
            f'<GetUserPolicyResponse xmlns="n"><GetUserPolicyResult>{result}</GetUserPolicyResult>'
            f"<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>{more}</GetUserPolicyResponse>"
        )

    check(operation, answer(result))
    for wrong in (
        answer(result + "<Colour>red</Colour>"),
        answer(result + "<UserName>u</UserName>"),
        answer(result.replace("<UserName>u</UserName>", "")),
        answer(result, "<More/>"),
        answer(result).replace("GetUserPolicyResponse", "GetUserResponse"),
    ):
        with pytest.raises(AssertionError):
            check(operation, wrong)
