"""The formats that Lodge writes are computed a second time, from their descriptions and by other code."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted(ROOT.glob("crates/*/tests/golden/recompute.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.parts[-4])
def test_the_golden_files_follow_from_their_description(script: Path) -> None:
    result = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_scripts_are_found() -> None:
    assert SCRIPTS
