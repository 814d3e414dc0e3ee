"""The secrets of tenants: encrypted with lodge_sdk, kept in one DynamoDB table."""

from dataclasses import dataclass
from typing import Any

from lodge_sdk import AsyncTenantEncryption, InvalidInput, Tampered
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

TABLE = "tenant-vault"
MAX_NAME_LENGTH = 255


@dataclass
class Vault:
    """The secrets of one tenant."""

    table: "Table"
    lodge: AsyncTenantEncryption
    tenant: str

    async def put(self, name: str, secret: bytes) -> None:
        # Tenant and name are bound to the message: copied into another row, it does not open.
        message = await self.lodge.encrypt_tenant_data(self.tenant, secret, {"name": checked(name)})
        await self.table.put(self.tenant, name, message)

    async def get(self, name: str) -> bytes:
        message = await self.table.get(self.tenant, checked(name))
        if message is None:
            raise HTTPException(404, "there is no secret of this name")
        try:
            return await self.lodge.decrypt_tenant_data(self.tenant, message, {"name": name})
        except InvalidInput as error:
            # Tenant and name are what they were when it was stored: this is no message any more.
            raise Tampered(str(error)) from error

    async def delete(self, name: str) -> None:
        if not await self.table.delete(self.tenant, checked(name)):
            raise HTTPException(404, "there is no secret of this name")

    async def names(self) -> list[str]:
        return await self.table.names(self.tenant)


def checked(name: str) -> str:
    if not 1 <= len(name) <= MAX_NAME_LENGTH or not name.isprintable():
        raise HTTPException(400, f"a name has 1 to {MAX_NAME_LENGTH} characters, all of them printable")
    return name


class Table:
    """Messages by tenant and name. boto3 waits, so it does that in threads."""

    def __init__(self, dynamodb: Any) -> None:  # noqa: ANN401 (boto3 makes the class at run time)
        self._dynamodb = dynamodb

    async def put(self, tenant: str, name: str, message: bytes) -> None:
        await self._call("put_item", Item=_key(tenant, name) | {"message": {"B": message}})

    async def get(self, tenant: str, name: str) -> bytes | None:
        answer = await self._call("get_item", Key=_key(tenant, name), ConsistentRead=True)
        return answer["Item"]["message"]["B"] if "Item" in answer else None

    async def delete(self, tenant: str, name: str) -> bool:
        """Whether it was there."""
        answer = await self._call("delete_item", Key=_key(tenant, name), ReturnValues="ALL_OLD")
        return "Attributes" in answer

    async def names(self, tenant: str) -> list[str]:
        question = {
            "KeyConditionExpression": "tenant_id = :tenant",
            "ExpressionAttributeValues": {":tenant": {"S": tenant}},
            "ProjectionExpression": "#name",
            "ExpressionAttributeNames": {"#name": "name"},
            "ConsistentRead": True,
        }
        answer = await self._call("query", **question)
        items = answer["Items"]
        while "LastEvaluatedKey" in answer:
            answer = await self._call("query", **question, ExclusiveStartKey=answer["LastEvaluatedKey"])
            items += answer["Items"]
        return [item["name"]["S"] for item in items]

    def create(self) -> None:
        """A real service does this when it is deployed."""
        if TABLE in self._dynamodb.list_tables()["TableNames"]:
            return
        columns = {"tenant_id": "HASH", "name": "RANGE"}
        self._dynamodb.create_table(
            TableName=TABLE,
            AttributeDefinitions=[{"AttributeName": column, "AttributeType": "S"} for column in columns],
            KeySchema=[{"AttributeName": column, "KeyType": kind} for column, kind in columns.items()],
            BillingMode="PAY_PER_REQUEST",
        )
        self._dynamodb.get_waiter("table_exists").wait(TableName=TABLE, WaiterConfig={"Delay": 1, "MaxAttempts": 30})

    async def _call(self, operation: str, **parameters: Any) -> Any:  # noqa: ANN401 (boto3's)
        return await run_in_threadpool(getattr(self._dynamodb, operation), TableName=TABLE, **parameters)


def _key(tenant: str, name: str) -> dict[str, Any]:
    return {"tenant_id": {"S": tenant}, "name": {"S": name}}
