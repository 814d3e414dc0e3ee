"""A plain HTTP server that passes requests on, and does something to some of them on the way."""

import http.client
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

#: Called with a request's number (from 1) and name, before it is passed on, and again with `answered` before its answer is.
#: False drops the connection.
Rule = Callable[[int, str, bool], bool]


class Interceptor:
    """Stands before an HTTP endpoint. Requests are named by `X-Amz-Target` or `Action`."""

    def __init__(self, endpoint: str, rule: Rule) -> None:
        self.names: list[str] = []
        self._target = endpoint.removeprefix("http://")
        self._rule = rule
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                outer._pass(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _pass(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length", "0")))
        target = handler.headers.get("X-Amz-Target", "")
        fields = dict(part.partition("=")[::2] for part in body.decode(errors="replace").split("&"))
        name = target.rpartition(".")[2] or fields.get("Action", "")
        with self._lock:
            self.names.append(name)
            number = len(self.names)
        handler.close_connection = True
        if not self._rule(number, name, False):
            return
        onward = http.client.HTTPConnection(self._target, timeout=30)
        try:
            # The signature covers the Host header: it stays as it came.
            onward.putrequest("POST", handler.path, skip_host=True, skip_accept_encoding=True)
            for header, value in handler.headers.items():
                if header.lower() != "connection":
                    onward.putheader(header, value)
            onward.endheaders(body)
            answer = onward.getresponse()
            content = answer.read()
        finally:
            onward.close()
        if not self._rule(number, name, True):
            return
        handler.send_response_only(answer.status)
        for header, value in answer.getheaders():
            if header.lower() not in ("connection", "content-length", "transfer-encoding", "keep-alive"):
                handler.send_header(header, value)
        handler.send_header("Content-Length", str(len(content)))
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(content)
