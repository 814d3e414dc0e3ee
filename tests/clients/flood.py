"""Sends one request again and again, so many times a second, until standard input ends; prints how often each status was answered.

A program of its own, so that it takes nothing from the process that measures: flood.py HOST PORT RATE CONNECTIONS < request.
The request's length comes first, in decimal on a line of its own.
"""

import collections
import json
import socket
import sys
import threading
import time


def main() -> None:
    """Reads the request, tells that it began, and floods until standard input ends."""
    host, port, rate, connections = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
    request = sys.stdin.buffer.read(int(sys.stdin.buffer.readline()))
    statuses: collections.Counter[int] = collections.Counter()
    ended = threading.Event()
    lock = threading.Lock()

    def send() -> None:
        began, sent = time.monotonic(), 0
        with socket.create_connection((host, port), timeout=60) as connection, connection.makefile("rb") as answers:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while not ended.is_set():
                connection.sendall(request)
                status = _status(answers)
                with lock:
                    statuses[status] += 1
                sent += 1
                # A wait that is too long would be made up for by a burst: so it is forgotten.
                ahead = began + sent * connections / rate - time.monotonic()
                if ahead > 0:
                    time.sleep(ahead)
                elif ahead < -1:
                    began -= ahead

    threads = [threading.Thread(target=send) for _ in range(connections)]
    for thread in threads:
        thread.start()
    print("flooding", flush=True)
    sys.stdin.buffer.read()
    ended.set()
    for thread in threads:
        thread.join()
    print(json.dumps(statuses))


def _status(answers: socket.SocketIO) -> int:
    status, length = 0, 0
    while line := answers.readline().strip():
        if not status:
            status = int(line.split()[1])
        elif line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    answers.read(length)
    return status


if __name__ == "__main__":
    main()
