"""A PostgreSQL server, for tests in which a service keeps its ciphertexts in a database."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import psycopg

from lodge import wait_for

#: A part of the socket's name.
PORT = "5432"

#: Whom the server runs as when the tests run as root, which it refuses. Debian's package makes this user.
_USER = "postgres"


class PostgreSql:
    """The server process. Everything of it is in `folder`, also the Unix socket, the only way in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._output = folder / "output.txt"
        self._user = _USER if os.geteuid() == 0 else None
        if self._user:
            shutil.chown(folder, self._user)
        setup = ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"]
        made = self._start("initdb", *setup, "--pgdata", self.data)
        assert made.wait(120) == 0, self._output.read_text()
        # The socket is all that it listens on; -F: what is lost with the machine is lost.
        options = ["-k", folder, "-p", PORT, "-c", "listen_addresses=", "-c", "max_connections=200"]
        self._process = self._start("postgres", "-D", self.data, "-F", *options)
        wait_for(self._answers, 60, "PostgreSQL to answer")

    def connect(self, database: str = "postgres", user: str = "postgres") -> psycopg.Connection:
        """A connection that commits each statement."""
        return psycopg.connect(host=str(self.folder), port=PORT, dbname=database, user=user, autocommit=True)

    def stop(self) -> None:
        """Ends the server, also when somebody is still connected, and waits for it."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(30)

    def _start(self, program: str, *arguments: str | Path) -> subprocess.Popen[bytes]:
        with self._output.open("ab") as output:
            return subprocess.Popen(
                [_path(program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                user=self._user,
                group=self._user,
                extra_groups=[] if self._user else None,
            )

    def _answers(self) -> bool:
        assert self._process.poll() is None, f"PostgreSQL ended\n{self._output.read_text()}"
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True


def _path(program: str) -> Path:
    """The program of the newest version that is installed: Debian puts them beside each other, and not on PATH."""
    versions = Path("/usr/lib/postgresql").glob(f"*/bin/{program}")
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    found = newest or shutil.which(program)
    if found is None:
        raise RuntimeError(f"there is no {program}: `cargo xtask setup` installs it")
    return Path(found)
