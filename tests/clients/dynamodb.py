"""A local DynamoDB server, for tests in which a service keeps its ciphertexts in a table."""

import subprocess
from pathlib import Path
from typing import Any

import boto3

REGION = "us-east-1"


class DynamoDb:
    """The server process. It listens on loopback, keeps everything in memory and accepts any credentials."""

    endpoint: str

    def __init__(self) -> None:
        script = Path(__file__).with_name("dynamodb.cjs")
        self._process = subprocess.Popen(
            ["node", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=script.parent
        )
        assert self._process.stdout is not None
        port = self._process.stdout.readline().strip()
        if not port:
            raise RuntimeError("the DynamoDB server did not start; `cargo xtask setup` installs it")
        self.endpoint = f"http://127.0.0.1:{port}"

    def client(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """A boto3 client of this server."""
        return boto3.client(
            "dynamodb",
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id="local",
            aws_secret_access_key="local",
        )

    def resource(self) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """A boto3 resource of this server."""
        return boto3.resource(
            "dynamodb",
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id="local",
            aws_secret_access_key="local",
        )

    def stop(self) -> None:
        """Ends the server and waits for it."""
        self._process.communicate(timeout=10)
