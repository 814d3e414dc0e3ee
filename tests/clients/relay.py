"""A wire between two programs that can be cut and slowed down."""

import contextlib
import socket
import threading
import time


class Relay:
    """Passes TCP connections on to a port of this machine. Its own port stays the same when the other's changes."""

    def __init__(self, target: int) -> None:
        self.target = target
        #: Seconds that everything to the target takes longer.
        self.delay = 0.0
        self._cut = False
        self._open: set[socket.socket] = set()
        self._half_over: set[frozenset[socket.socket]] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    def cut(self) -> None:
        """Ends all connections; new ones end at once."""
        self._cut = True
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Lets connections through again."""
        self._cut = False

    def close(self) -> None:
        """Ends the relay, and waits for what passes."""
        self.cut()
        # Closing alone would not wake the thread that accepts.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._acceptor.join()
        self._listener.close()
        deadline = time.monotonic() + 20
        while self._open and time.monotonic() < deadline:
            time.sleep(0.01)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self._cut:
                near.close()
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open |= {near, far}
            for source, sink, slow in ((near, far, True), (far, near, False)):
                threading.Thread(target=self._pass, args=(source, sink, slow), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, slow: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if slow and self.delay:
                    time.sleep(self.delay)
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        # The other direction ends too now; the last of the two closes.
        with self._lock:
            pair = frozenset((source, sink))
            if pair in self._half_over:
                self._half_over.remove(pair)
                self._open -= pair
                source.close()
                sink.close()
            else:
                self._half_over.add(pair)
