"""lodge-sdk for Python in asyncio, in threads, and when its process gets signals, forks or ends."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.config import Config
from lodge_sdk import (
    AsyncTenantEncryption,
    BeaconKey,
    DataKeyCache,
    TenantEncryption,
    Unavailable,
    WrongTenant,
)

import vault
from lodge import Lodge, wait_for
from silent import Silent


@pytest.fixture(scope="module")
def server(make_module_lodge: Callable[..., Lodge]) -> Lodge:
    return make_module_lodge(vault.world())


@pytest.fixture(autouse=True)
def variables(server: Lodge, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The environment is Service B's."""
    for name, value in server.environment(vault.service_b_role(server)).items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.fixture
def asynchronous(variables: pytest.MonkeyPatch) -> AsyncTenantEncryption:
    return AsyncTenantEncryption(vault.SERVICE_A_ROLE)


@pytest.fixture
def silent(variables: pytest.MonkeyPatch) -> Iterator[Silent]:
    """What answers nobody, as the endpoint of all services."""
    server = Silent()
    variables.setenv("AWS_ENDPOINT_URL", server.url)
    yield server
    server.stop()


# asyncio.


def test_many_calls_at_once(asynchronous: AsyncTenantEncryption) -> None:
    async def main() -> None:
        async def there_and_back(at: int) -> bytes:
            message = await asynchronous.encrypt_tenant_data("123", b"%d" % at)
            return await asynchronous.decrypt_tenant_data("123", message)

        assert await asyncio.gather(*map(there_and_back, range(100))) == [b"%d" % at for at in range(100)]
        key = await asynchronous.open_beacon_key("123", await asynchronous.create_beacon_key("123"))
        assert isinstance(key, BeaconKey)

    asyncio.run(main())


def test_a_cancelled_call_is_given_up_and_the_loop_never_blocked(silent: Silent) -> None:
    encryption = AsyncTenantEncryption(vault.SERVICE_A_ROLE)

    async def main() -> None:
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.01)
                ticks += 1

        ticking = asyncio.create_task(tick())
        call = asyncio.create_task(encryption.encrypt_tenant_data("123", b"x"))
        while not silent.requests:
            await asyncio.sleep(0.01)
        before = ticks
        while ticks < before + 10:
            await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(encryption.encrypt_tenant_data("456", b"x"), 0.2)
        ticking.cancel()

    asyncio.run(main())
    wait_for(lambda: silent.gone == 2, 10, "the calls to leave the server")


def test_a_loop_may_close_while_calls_run(silent: Silent, server: Lodge, variables: pytest.MonkeyPatch) -> None:
    encryption = AsyncTenantEncryption(vault.SERVICE_A_ROLE)
    loop = asyncio.new_event_loop()
    task = loop.create_task(encryption.encrypt_tenant_data("123", b"x"))
    while not silent.requests:
        loop.run_until_complete(asyncio.sleep(0.01))
    task.cancel()
    loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
    loop.close()
    variables.setenv("AWS_ENDPOINT_URL", server.endpoint)
    other = AsyncTenantEncryption(vault.SERVICE_A_ROLE)
    for _ in range(2):
        asyncio.run(other.encrypt_tenant_data("123", b"x"))


def test_without_a_loop_there_is_no_future(asynchronous: AsyncTenantEncryption) -> None:
    with pytest.raises(RuntimeError, match="no running event loop"):
        asynchronous._core.encrypt("123", b"x", None).future()


# Threads, signals, forks, ends.


def test_many_threads_share_a_client(server: Lodge) -> None:
    encryption = TenantEncryption(vault.SERVICE_A_ROLE, data_key_cache=DataKeyCache())
    tenants = [vault.new_tenant(server)[0] for _ in range(4)]

    def work(at: int) -> None:
        tenant = tenants[at % 4]
        data = os.urandom(at * 100)
        assert encryption.decrypt_tenant_data(tenant, encryption.encrypt_tenant_data(tenant, data)) == data
        with pytest.raises(WrongTenant):
            encryption.decrypt_tenant_data(tenants[(at + 1) % 4], encryption.encrypt_tenant_data(tenant, data))

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(work, range(200)))


def test_who_waits_holds_nobody_up(silent: Silent) -> None:
    encryption = TenantEncryption(vault.SERVICE_A_ROLE, config=Config(read_timeout=1))
    with ThreadPoolExecutor(8) as threads:
        start = time.monotonic()
        calls = [threads.submit(encryption.encrypt_tenant_data, str(at), b"x") for at in range(8)]
        ticks = 0
        while not all(call.done() for call in calls):
            time.sleep(0.01)
            ticks += 1
        assert ticks > 20
        # One after the other they would take eight seconds.
        assert time.monotonic() - start < 6
        for call in calls:
            with pytest.raises(Unavailable):
                call.result()


def python(code: str, **variables: str) -> subprocess.Popen[str]:
    """Runs a program with the SDK in a process of its own."""
    begin = "import asyncio, os, signal, sys, threading, time, lodge_sdk\n"
    # Where the tests run in the background, a shell has them ignore it, and Python then leaves it so.
    begin += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    begin += f"client = lodge_sdk.TenantEncryption({vault.SERVICE_A_ROLE!r})\n"
    return subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-c", begin + code],
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> str:
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, ""), errors
    return output.strip()


def test_ctrl_c_ends_a_call(silent: Silent) -> None:
    process = python("""
try:
    client.encrypt_tenant_data("123", b"x")
except KeyboardInterrupt:
    print("interrupted")
""")
    wait_for(lambda: silent.requests, 30, "the call to wait")
    start = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert finished(process) == "interrupted"
    assert time.monotonic() - start < 5


def test_a_signal_handler_may_make_calls(silent: Silent, server: Lodge) -> None:
    process = python(
        f"""
os.environ["AWS_ENDPOINT_URL"] = {server.endpoint!r}
other = lodge_sdk.TenantEncryption({vault.SERVICE_A_ROLE!r})
def handle(*_):
    print(len(other.encrypt_tenant_data("123", b"x")) > 0)
    raise SystemExit
signal.signal(signal.SIGTERM, handle)
client.encrypt_tenant_data("123", b"x")
"""
    )
    wait_for(lambda: silent.requests, 30, "the call to wait")
    process.send_signal(signal.SIGTERM)
    assert finished(process) == "True"


def test_forked_processes_work(server: Lodge) -> None:
    """As a server that forks its workers does, while other threads are in the middle of calls."""
    code = """
message = client.encrypt_tenant_data("123", b"x")
stream = client.decrypt_chunks("123", [message[:200], message[200:]])
beacons = client.open_beacon_key("123", client.create_beacon_key("123"))
token = client.with_web_identity("no token")
done = threading.Event()
def busy():
    while not done.is_set():
        client.decrypt_tenant_data("123", message)
threads = [threading.Thread(target=busy) for _ in range(3)]
for thread in threads:
    thread.start()
children = []
for number in range(6):
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if number == 5:
                code = 0
                sys.exit(0)  # Without a call: what it has of its parent must not hold it up.
            assert client.decrypt_tenant_data("123", message) == b"x"
            assert asyncio.run(lodge_sdk.AsyncTenantEncryption(client._text[18:-2]).decrypt_tenant_data("123", message)) == b"x"
            assert len(lodge_sdk.Fields("a").searchable("a", "b", 64).beacon(beacons, "a", 1)) == 16
            try:
                token.encrypt_tenant_data("123", b"x")
            except lodge_sdk.AccessDenied:
                code = 0
            grandchild = os.fork()
            if grandchild == 0:
                os._exit(0 if client.decrypt_tenant_data("123", message) == b"x" else 1)
            assert os.waitpid(grandchild, 0)[1] == 0
        finally:
            os._exit(code)
    children.append(child)
print([os.waitpid(child, 0)[1] for child in children])
done.set()
for thread in threads:
    thread.join()
assert client.decrypt_tenant_data("123", message) == b"x"
"""
    code = code.replace("client._text[18:-2]", repr(vault.SERVICE_A_ROLE))
    assert finished(python(code, PYTHONWARNINGS="ignore::DeprecationWarning")) == str([0] * 6)


def test_a_stream_of_the_parent_says_that_it_does_not_go_on(server: Lodge) -> None:
    code = """
message = client.encrypt_tenant_data("123", bytes(200000))
stream = client._core.start_decryption("123", None)
stream.push(message[:100000]).wait()
child = os.fork()
if child == 0:
    try:
        stream.push(message[100000:]).wait()
    except RuntimeError as error:
        os._exit(0 if "forked" in str(error) else 1)
    os._exit(2)
print(os.waitpid(child, 0)[1])
"""
    assert finished(python(code, PYTHONWARNINGS="ignore::DeprecationWarning")) == "0"


def test_a_process_ends_while_its_daemon_threads_call(silent: Silent) -> None:
    code = """
for number in range(8):
    call = lambda: client.encrypt_tenant_data(str(number), b"x")
    threading.Thread(target=call, daemon=True).start()
time.sleep(0.5)
"""
    for _ in range(3):
        assert finished(python(code)) == ""


def test_a_process_ends_while_calls_run(silent: Silent) -> None:
    code = f"""
encryption = lodge_sdk.AsyncTenantEncryption({vault.SERVICE_A_ROLE!r})
async def main():
    call = asyncio.ensure_future(encryption.encrypt_tenant_data("123", b"x"))
    await asyncio.sleep(0.3)
    os.write(1, b"ends")
    sys.exit(0)
try:
    asyncio.run(main())
except SystemExit:
    pass
"""
    start = time.monotonic()
    assert finished(python(code)) == "ends"
    assert time.monotonic() - start < 20
