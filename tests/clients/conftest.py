"""Fixtures of the client tests. LODGE_BIN names the binary; `cargo xtask clients` builds it and sets that."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from bootstrap import Json, two_accounts
from dynamodb import DynamoDb
from lodge import Lodge, environment_without_settings
from moto_server import Moto
from tenants import Client, Tenants, two_services

#: Every Lodge that has been made, with the length of its output when the current test began.
_lodges: dict[Lodge, int] = {}

_SHOWN_LINES = 100


@pytest.fixture(scope="session")
def lodge_binary() -> Path:
    """The program under test."""
    binary = os.environ.get("LODGE_BIN")
    if not binary:
        pytest.fail("LODGE_BIN is not set: run the tests with `cargo xtask clients`")
    return Path(binary)


@pytest.fixture(scope="session")
def lodge(lodge_binary: Path) -> Iterator[Lodge]:
    """A running Lodge with the accounts A and B, shared by all tests: leave alone what others made."""
    with tempfile.TemporaryDirectory(prefix="lodge-test-") as folder:
        shared = _started(Lodge(lodge_binary, Path(folder), two_accounts()))
        yield shared
        _end(shared)


@pytest.fixture
def make_lodge(lodge_binary: Path) -> Iterator[Callable[..., Lodge]]:
    """Starts a Lodge for this test alone: `make_lodge(bootstrap, http=True, arguments=("--flag",))`."""
    with _maker(lodge_binary) as make:
        yield make


@pytest.fixture(scope="module")
def make_module_lodge(lodge_binary: Path) -> Iterator[Callable[..., Lodge]]:
    """The same for the tests of one file together."""
    with _maker(lodge_binary) as make:
        yield make


@pytest.fixture
def fresh_lodge(make_lodge: Callable[..., Lodge]) -> Lodge:
    """A running Lodge with the accounts A and B, for this test alone."""
    return make_lodge()


@pytest.fixture(scope="module")
def tenants_lodge(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    """A Lodge with the roles of tenants' keys and of a service that uses them, for the tests of one file."""
    return make_module_lodge(two_services(), http=True)


@pytest.fixture(scope="module")
def tenants_kms(tenants_lodge: Lodge) -> Client:
    """Its KMS, as the administrator of the account of the keys."""
    return tenants_lodge.client("kms", "A/admin")


@pytest.fixture(scope="module")
def tenants(tenants_lodge: Lodge) -> Tenants:
    """The command for its tenants."""
    return Tenants(tenants_lodge)


@pytest.fixture(scope="session")
def dynamodb() -> Iterator[DynamoDb]:
    """A DynamoDB server, shared by all tests: use a table of your own."""
    server = DynamoDb()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def moto(lodge_binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moto]:
    """A stand-in for AWS, for the tests of one file."""
    server = Moto(lodge_binary, tmp_path_factory.mktemp("moto"))
    yield server
    server.stop()


@pytest.fixture(autouse=True, scope="session")
def _no_settings_of_the_user() -> Iterator[None]:
    """Keeps the user's AWS configuration and proxies away from the clients in this process."""
    binary = os.environ.get("LODGE_BIN")
    with pytest.MonkeyPatch.context() as patch:
        kept = environment_without_settings()
        for name in set(os.environ) - set(kept):
            patch.delenv(name)
        for name, value in kept.items():
            patch.setenv(name, value)
        if binary:
            patch.setenv("LODGE_BIN", binary)
        yield


@contextlib.contextmanager
def _maker(binary: Path) -> Iterator[Callable[..., Lodge]]:
    with contextlib.ExitStack() as made:

        def make(bootstrap: Json | None = None, *, folder: Path | None = None, **options: Any) -> Lodge:  # noqa: ANN401 (those of Lodge)
            if folder is None:
                folder = Path(made.enter_context(tempfile.TemporaryDirectory(prefix="lodge-test-")))
            own = _started(Lodge(binary, folder, bootstrap or two_accounts(), **options))
            made.callback(_end, own)
            return own

        yield make


def _started(lodge: Lodge) -> Lodge:
    lodge.start()
    _lodges[lodge] = 0
    return lodge


def _end(lodge: Lodge) -> None:
    """Every test ends with a clean stop, unless it ended the process itself."""
    _lodges.pop(lodge, None)
    if lodge.running:
        lodge.stop()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Marks where each Lodge's output of this test begins."""
    for lodge in _lodges:
        _lodges[lodge] = lodge.output_file.stat().st_size


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Shows what every Lodge printed during a test that failed."""
    report = yield
    if report.failed:
        for lodge, since in _lodges.items():
            lines = lodge.output(since).splitlines()[-_SHOWN_LINES:]
            report.sections.append((f"output of {lodge.output_file}", "\n".join(lines)))
    return report
