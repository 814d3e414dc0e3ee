"""Another time for a server and its clients: libfaketime for the process, a patch for botocore."""

import contextlib
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import botocore.auth
import pytest


class MovedClock:
    """A clock that begins right and can be moved while the server runs. `folder` must exist."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "clock"
        self.move(timedelta())

    @property
    def wrapper(self) -> tuple[str, ...]:
        """Runs a program by this clock: `make_lodge(wrapper=clock.wrapper)`. Intervals (the monotonic clock) stay true."""
        # The Debian package's own program knows where its library is.
        library = subprocess.run(
            ["faketime", "-m", "-f", "+0s", "printenv", "LD_PRELOAD"], check=True, capture_output=True, text=True
        ).stdout.strip()
        return (
            "env",
            f"LD_PRELOAD={library}",
            f"FAKETIME_TIMESTAMP_FILE={self._file}",
            "FAKETIME_NO_CACHE=1",
            "FAKETIME_DONT_FAKE_MONOTONIC=1",
        )

    def move(self, offset: timedelta) -> None:
        """Sets the clock to the true time plus `offset`."""
        self._offset = offset
        new = self._file.with_suffix(".new")
        new.write_text(f"{int(offset.total_seconds()):+d}s\n")
        new.rename(self._file)

    def now(self) -> datetime:
        """What the clock shows."""
        return datetime.now(UTC) + self._offset

    @contextlib.contextmanager
    def for_clients(self) -> Iterator[None]:
        """boto3 signs by this clock."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(botocore.auth, "get_current_datetime", lambda remove_tzinfo=True: self._time(remove_tzinfo))
            yield

    def _time(self, remove_tzinfo: bool) -> datetime:
        now = self.now()
        return now.replace(tzinfo=None) if remove_tzinfo else now
