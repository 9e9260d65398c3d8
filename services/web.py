"""What the small HTTP servers here share; the hostile one stands by itself, because it breaks the rules."""

from __future__ import annotations

from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Handler(BaseHTTPRequestHandler):
    """Answers whole bodies, and keeps quiet: the tests' output is read by people."""

    def answer(
        self, status: int, kind: str, body: str | bytes, headers: Mapping[str, str] | None = None
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(data)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *args: Any, **named: Any) -> None:
        """Nothing."""


def serve(handler: type[Handler]) -> None:
    """Serves at a free port of the loopback interface, which it prints first."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
