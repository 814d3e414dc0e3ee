"""A Lodge in a process of its own, and AWS clients that speak to it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from bootstrap import Json

REGION = "us-east-1"

#: The descriptions of services of Lodge's own, as AWS's SDKs read them.
DESCRIPTIONS = Path(__file__).parents[2] / "tools" / "aws-codegen" / "descriptions"

#: For `Lodge.client`: the client sends what its own description of the service forbids.
UNCHECKED = Config(parameter_validation=False)

_START_SECONDS = 30.0
_STOP_SECONDS = 20.0


@dataclass(frozen=True)
class Credentials:
    """An access key, with a session token when it is a temporary one."""

    access_key_id: str
    secret_access_key: str
    session_token: str | None = None

    @classmethod
    def of_answer(cls, answer: Mapping[str, Any]) -> Self:
        """From the answer of an STS call such as AssumeRole."""
        found = answer["Credentials"]
        return cls(found["AccessKeyId"], found["SecretAccessKey"], found["SessionToken"])

    def __repr__(self) -> str:
        return f"Credentials({self.access_key_id})"


#: Who calls: credentials, or a user of the bootstrap file as "account name/user name".
Caller = str | Credentials


class AwsCliError(Exception):
    """The AWS CLI ended with an error; `stderr` says which."""

    def __init__(self, result: subprocess.CompletedProcess[str]) -> None:
        super().__init__(f"aws ended with {result.returncode}: {result.stderr.strip()}")
        self.returncode = result.returncode
        self.stderr = result.stderr


class Lodge:
    """One Lodge: its folder, its process and its clients.

    `folder` must exist and be empty; the data folder, the bootstrap file and the captured output go there.
    `arguments` are added to `lodge up`; `wrapper` is a program, with its arguments, that runs it (`env`, for instance).
    """

    endpoint: str
    #: The certificate to trust; None over plain HTTP.
    ca: Path | None

    def __init__(
        self,
        binary: Path,
        folder: Path,
        bootstrap: Json,
        *,
        http: bool = False,
        arguments: tuple[str, ...] = (),
        wrapper: tuple[str, ...] = (),
    ) -> None:
        self.binary = binary
        self.data = folder / "data"
        self.output_file = folder / "output.txt"
        self.output_file.touch()
        self.bootstrap = bootstrap
        self._http = http
        self._arguments = arguments
        self._wrapper = wrapper
        self._ready_file = folder / "ready.json"
        self._bootstrap_file = folder / "bootstrap.json"
        self._bootstrapped = False
        self._process: subprocess.Popen[bytes] | None = None
        # One session for all clients: it reads each service description once.
        self._session = boto3.session.Session()
        self._session._loader.search_paths.append(str(DESCRIPTIONS))
        descriptor = os.open(self._bootstrap_file, os.O_WRONLY | os.O_CREAT, 0o600)
        with open(descriptor, "w") as file:
            json.dump(bootstrap, file)

    # The process.

    def start(self) -> None:
        """Starts the process and waits until it serves. The port is a new one each time."""
        assert not self.running, "already running"
        self._ready_file.unlink(missing_ok=True)
        command: list[str | Path] = [*self._wrapper, self.binary, "up", "--data", self.data, "--listen", "127.0.0.1:0"]
        command += ["--ready-file", self._ready_file, *self._arguments]
        if self._http:
            command.append("--http")
        if not self._bootstrapped:
            command += ["--bootstrap", self._bootstrap_file]
        with self.output_file.open("ab") as output:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment_without_settings(),
            )
        try:
            wait_for(self._ready, _START_SECONDS, "Lodge to be ready")
        except BaseException:
            self.kill()
            raise
        ready = json.loads(self._ready_file.read_text())
        self.endpoint = ready["endpoint"]
        self.ca = None if self._http else Path(ready["ca"])
        self._bootstrapped = True

    def stop(self) -> None:
        """Asks the process to end (SIGTERM) and checks that it ended well."""
        assert self._process is not None, "not running"
        self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"Lodge did not stop within {_STOP_SECONDS} s\n{self.output()}") from None
        self._process = None
        assert code == 0, f"Lodge stopped with exit code {code}\n{self.output()}"

    def kill(self) -> None:
        """Ends the process at once (SIGKILL), as a power failure would."""
        assert self._process is not None, "not running"
        self._process.kill()
        self._process.wait()
        self._process = None

    def restart(self) -> None:
        """Stops and starts again on the same data. The port changes: make new clients."""
        self.stop()
        self.start()

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process id."""
        assert self._process is not None, "not running"
        return self._process.pid

    def output(self, since: int = 0) -> str:
        """What the process printed, from byte `since` on."""
        return self.output_file.read_bytes()[since:].decode(errors="replace")

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs another command of the binary: `run("trail", "verify", "--data", str(lodge.data))`."""
        result = subprocess.run(
            [self.binary, *arguments],
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
            env=environment_without_settings(),
        )
        assert not check or result.returncode == 0, f"lodge {' '.join(arguments)}: {result.stderr}"
        return result

    # The clients.

    def credentials(self, caller: Caller) -> Credentials:
        """The first access key of a user of the bootstrap file."""
        if isinstance(caller, Credentials):
            return caller
        account_name, user_name = caller.split("/")
        for account in self.bootstrap["accounts"]:
            for user in account["users"]:
                if (account["name"], user["name"]) == (account_name, user_name):
                    access_key = user["accessKeys"][0]
                    return Credentials(access_key["id"], access_key["secret"])
        raise KeyError(f"the bootstrap file has no user {caller}")

    @property
    def administrator(self) -> Credentials:
        """The administrator of the management account, whom the first start made."""
        variables = json.loads(self.run("env", "--data", str(self.data), "--json").stdout)
        return Credentials(variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"])

    def client(
        self,
        service: str,
        caller: Caller,
        region: str = REGION,
        config: Config | None = None,
    ) -> Any:  # noqa: ANN401 (boto3 makes the class at run time)
        """A boto3 client that makes each call once: a retry would hide a fault."""
        credentials = self.credentials(caller)
        base = Config(retries={"total_max_attempts": 1}, connect_timeout=10, read_timeout=60, proxies={})
        return self._session.client(
            service,
            region_name=region,
            endpoint_url=self.endpoint,
            verify=str(self.ca) if self.ca else None,
            aws_access_key_id=credentials.access_key_id,
            aws_secret_access_key=credentials.secret_access_key,
            aws_session_token=credentials.session_token,
            config=base.merge(config) if config else base,
        )

    def environment(self, caller: Caller, region: str = REGION) -> dict[str, str]:
        """The environment in which any AWS SDK or CLI speaks to this Lodge as `caller`."""
        credentials = self.credentials(caller)
        environment = environment_without_settings() | {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": credentials.access_key_id,
            "AWS_SECRET_ACCESS_KEY": credentials.secret_access_key,
            "AWS_REGION": region,
            "AWS_DEFAULT_REGION": region,
            "AWS_MAX_ATTEMPTS": "1",
            "AWS_PAGER": "",
        }
        if credentials.session_token:
            environment["AWS_SESSION_TOKEN"] = credentials.session_token
        if self.ca:
            environment["AWS_CA_BUNDLE"] = str(self.ca)
        return environment

    def aws(self, caller: Caller, *arguments: str, region: str = REGION) -> Any:  # noqa: ANN401 (JSON)
        """Runs the AWS CLI and gives its answer, or None when it printed nothing. Raises `AwsCliError`."""
        program = Path(sys.executable).with_name("aws")
        result = subprocess.run(
            [program, "--output", "json", *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            stdin=subprocess.DEVNULL,
            env=self.environment(caller, region),
        )
        if result.returncode != 0:
            raise AwsCliError(result)
        return json.loads(result.stdout) if result.stdout.strip() else None

    def _ready(self) -> bool:
        if not self.running:
            raise AssertionError(f"Lodge ended before it was ready\n{self.output()}")
        return self._ready_file.exists()


@contextlib.contextmanager
def refused(code: str, *parts: str) -> Iterator[None]:
    """The boto3 call inside must be answered with this error code and a message that holds every one of `parts`."""
    with pytest.raises(ClientError) as caught:
        yield
    error = caught.value.response["Error"]
    assert error["Code"] == code, error
    for part in parts:
        assert part in error["Message"], f"{part!r} is not in {error['Message']!r}"


def wait_for(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Waits until `condition` holds; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s in vain for {what}")
        time.sleep(0.01)


def environment_without_settings() -> dict[str, str]:
    """This process's environment without anybody's AWS, Lodge or proxy settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("AWS_", "LODGE_")) and not name.lower().endswith("_proxy")
    }
    return kept | {"AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull}
