"""moto, a stand-in for AWS: KMS, STS, IAM, S3, DynamoDB and more, without a decision by policies."""

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from lodge import environment_without_settings, wait_for

REGION = "us-east-1"


class Moto:
    """The server process. It keeps everything in memory and takes any caller. `binary` is the Lodge whose commands use it."""

    def __init__(self, binary: Path, folder: Path) -> None:
        self.binary = binary
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.endpoint = f"http://127.0.0.1:{port}"
        with (folder / "output").open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
                env=environment_without_settings(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        wait_for(self._answers, 60, "moto to answer")

    def stop(self) -> None:
        """Ends the server and waits for it."""
        self._process.terminate()
        self._process.wait(20)

    def environment(self, _: object = None) -> dict[str, str]:
        """As `Lodge.environment`."""
        return environment_without_settings() | {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
        }

    def client(self, service: str) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """A boto3 client of this server."""
        return boto3.client(
            service,
            region_name=REGION,
            endpoint_url=self.endpoint,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"total_max_attempts": 1}, proxies={}),
        )

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.endpoint}/moto-api/", timeout=5):
                return True
        except OSError:
            assert self._process.poll() is None, "moto ended"
            return False
