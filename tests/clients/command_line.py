"""The AWS CLI inside this process: its own code from the command line to what it prints, without a Python started for each command."""

import contextlib
import functools
import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any
from unittest import mock

import awscli
from awscli.clidriver import CLIDriver, create_clidriver
from botocore import xform_name
from botocore.model import ListShape, MapShape, OperationModel, Shape, StructureShape

from bootstrap import Json
from lodge import DESCRIPTIONS, AwsCliError, Caller, Lodge


class CommandLine:
    """The AWS CLI as one caller uses it. It writes what it reads from files into `folder`."""

    def __init__(self, lodge: Lodge, caller: Caller, folder: Path) -> None:
        # The CLI's own descriptions; importing it sets this, and the fixture that keeps the user's settings away removes it.
        descriptions = (str(Path(awscli.__file__).with_name("data")), str(DESCRIPTIONS))
        self._environment = lodge.environment(caller) | {"AWS_DATA_PATH": os.pathsep.join(descriptions)}
        self._folder = folder

    @functools.cached_property
    def _driver(self) -> CLIDriver:
        return create_clidriver()

    def run(self, *arguments: str) -> Any:  # noqa: ANN401 (JSON)
        """`aws ARGUMENTS`: its answer, or None when it printed nothing. Raises `AwsCliError`."""
        output, errors = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, self._environment, clear=True),
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(errors),
        ):
            code = self._driver.main(["--output", "json", *arguments])
        if code != 0:
            raise AwsCliError(subprocess.CompletedProcess(arguments, code, output.getvalue(), errors.getvalue()))
        return json.loads(output.getvalue()) if output.getvalue().strip() else None

    def call(self, service: str, operation: OperationModel, parameters: Json) -> Any:  # noqa: ANN401 (JSON)
        """The command of an operation, with its parameters in the forms that people type."""
        words = [service, xform_name(operation.name, "-")]
        for name, value in parameters.items():
            words += self._option(name, operation.input_shape.members[name], value)
        if operation.name == "CreateVirtualMFADevice":
            # The CLI wants a file for the seed, and says which form of it.
            words += ["--outfile", str(self._folder / "seed"), "--bootstrap-method", "Base32StringSeed"]
        return self.run(*words)

    def _option(self, name: str, shape: Shape, value: Any) -> list[str]:  # noqa: ANN401 (any value that boto3 takes)
        option = f"--{xform_name(name, '-')}"
        if shape.type_name == "boolean":
            return [option if value else option.replace("--", "--no-", 1)]
        if isinstance(shape, ListShape):
            return [option, *(self._word(shape.member, item) for item in value)]
        return [option, self._word(shape, value)]

    def _word(self, shape: Shape, value: Any) -> str:  # noqa: ANN401 (any value that boto3 takes)
        if shape.type_name == "blob":
            file = self._folder / f"blob-{len(list(self._folder.iterdir()))}"
            file.write_bytes(value)
            return f"fileb://{file}"
        if isinstance(shape, StructureShape | MapShape):
            if all(isinstance(part, str) for part in value.values()):
                return ",".join(f"{name}={part}" for name, part in value.items())
            return json.dumps(value)
        return str(value)
