"""How long `lodge tenants` takes for many tenants, and how much memory: a Lodge of its own, in a folder that goes away.

python bench/tenants.py [--lodge target/release/lodge] [TENANTS]

It takes the AWS CLI. The figures are in docs/tenants.md.
"""

import argparse
import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

# Nothing that is measured here takes longer, also on a busy machine.
LONGEST_SECONDS = 1800


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lodge", type=Path, default=Path("target/release/lodge"))
    parser.add_argument("tenants", type=int, nargs="?", default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(options.lodge.resolve(strict=True), options.tenants, Path(folder))


def measure(program: Path, tenants: int, folder: Path) -> None:
    ready = folder / "ready.json"
    listen = ("--http", "--listen", "127.0.0.1:0", "--ready-file", str(ready), "--quota", "unlimited")
    with (folder / "lodge.log").open("wb") as log:
        lodge = subprocess.Popen([program, "up", *listen], cwd=folder, stdout=log, stderr=log)
    try:
        while not ready.exists():
            if lodge.poll() is not None:
                raise SystemExit((folder / "lodge.log").read_text())
            time.sleep(0.1)
        environment = os.environ | json.loads(answer([program, "env", "--json"], folder, dict(os.environ)))
        whoami = ["aws", "sts", "get-caller-identity", "--query", "Account", "--output", "text"]
        account = answer(whoami, folder, environment).strip()
        rows = folder / "tenants.csv"
        rows.write_text("tenant\n" + "".join(f"tenant-{number}\n" for number in range(tenants)))
        answer(
            [program, "tenants", "roles", "--apply", "--account-b", account, "--compute", account], folder, environment
        )
        for command in (("onboard", "--from", rows), ("list",), ("drift",), ("onboard", "--from", rows)):
            seconds, memory = timed([program, "tenants", *command, "--json"], folder, environment)
            words = " ".join(map(str, command[:2]))
            print(f"{words:16} {seconds:6.1f} s {memory:6.0f} MiB", flush=True)
        peak = next(line for line in Path(f"/proc/{lodge.pid}/status").read_text().splitlines() if "VmHWM" in line)
        print(f"{'lodge itself':16} {int(peak.split()[1]) / 1024:15.0f} MiB")
    finally:
        lodge.send_signal(signal.SIGTERM)
        lodge.wait(60)


def answer(command: list[str | Path], folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed: {done.stderr}")
    return done.stdout


def timed(command: list[str | Path], folder: Path, environment: dict[str, str]) -> tuple[float, float]:
    """The seconds that a command takes, and its memory at most in MiB."""
    start = time.monotonic()
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        process = subprocess.Popen(
            ["timeout", str(LONGEST_SECONDS), *command], cwd=folder, env=environment, stdout=out, stderr=err
        )
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[2]} failed: {(folder / 'err').read_text()[-2000:]}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
