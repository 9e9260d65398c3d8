"""A Jupyter server with the extension, an archive that misbehaves on demand, and a profile that names it."""

from __future__ import annotations

import asyncio
import json
import struct
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

pytest_plugins = ("pytest_jupyter.jupyter_server",)

CONTRACT = json.loads((Path(__file__).parent.parent / "api" / "contract.json").read_text())


def fits(value: object, name: str) -> None:
    """Fails unless `value` is a message called `name` of the contract."""
    schema = {"$ref": f"#/$defs/{name}", "$defs": CONTRACT["$defs"]}
    Draft202012Validator(schema).validate(value)


@dataclass
class Request:
    """What an archive got, as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    reader: asyncio.StreamReader
    """Where more would come from; at its end when the client has gone."""


Reply = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


async def hello(request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello")


@dataclass
class Archive:
    """A server on this machine that does to the last byte what a test says."""

    port: int = 0
    replies: dict[str, Reply] = field(default_factory=dict)
    """By path without its query; `hello` where nothing is said."""
    requests: list[Request] = field(default_factory=list)
    connections: set[asyncio.Task[None]] = field(default_factory=set)
    open: int = 0
    """Connections that are open now."""
    closed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def says(self, path: str, head: str, body: bytes = b"") -> None:
        """`head`: status line and headers, without the empty line behind; then the connection is closed."""

        async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
            writer.write(head.replace("\n", "\r\n").encode("latin-1") + b"\r\n\r\n" + body)
            await writer.drain()
            writer.close()

        self.replies[path] = reply

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        if task := asyncio.current_task():
            self.connections.add(task)
        try:
            while not writer.is_closing():
                request = await receive(reader)
                self.requests.append(request)
                await self.replies.get(request.path.partition("?")[0], hello)(request, writer)
                await writer.drain()
        except (asyncio.CancelledError, asyncio.IncompleteReadError, ConnectionError):
            # The client went, or the test is over.
            pass
        finally:
            self.open -= 1
            writer.close()
            async with self.closed:
                self.closed.notify_all()

    async def is_quiet(self) -> None:
        """Resolves when no connection is open any more."""
        async with self.closed:
            await self.closed.wait_for(lambda: self.open == 0)


async def receive(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, path, _ = head[0].split(" ")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in head[1:] if line)}
    body = b""
    if headers.get("transfer-encoding") == "chunked":
        while size := int(await reader.readuntil(b"\r\n"), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readexactly(2)
    elif length := int(headers.get("content-length", 0)):
        body = await reader.readexactly(length)
    return Request(method, path, headers, body, reader)


@pytest.fixture
def archive(jp_asyncio_loop: asyncio.AbstractEventLoop) -> Iterator[Archive]:
    made = Archive()
    server = jp_asyncio_loop.run_until_complete(asyncio.start_server(made.serve, "127.0.0.1", 0))
    made.port = server.sockets[0].getsockname()[1]
    yield made
    server.close()
    for connection in made.connections:
        connection.cancel()
    jp_asyncio_loop.run_until_complete(asyncio.gather(*made.connections, return_exceptions=True))


@pytest.fixture
def profile_text(archive: Archive) -> str:
    """The profile. `near` may use this machine, `strict` is the same place without being allowed to."""
    return f"""
services:
  - {{id: near, label: Near, kind: tap, url: '{archive.url}/tap', private: true, limits: {{bytes: 1000000}}}}
  - {{id: strict, label: Strict, kind: tap, url: '{archive.url}/tap'}}
  - {{id: cone, label: Cone, kind: scs, url: '{archive.url}/cone?', private: true}}
"""


@pytest.fixture
def jp_server_config(tmp_path: Path, profile_text: str) -> dict[str, Any]:
    path = tmp_path / "profile.yaml"
    path.write_text(profile_text)
    return {
        "ServerApp": {"jpserver_extensions": {"jupyterlab_esap": True}},
        "EsapApp": {"profile_file": str(path)},
    }


@dataclass
class Answer:
    """What came through the relay."""

    head: dict[str, Any] | None
    body: bytes
    end: dict[str, Any]
    alive: int

    @property
    def code(self) -> str | None:
        """Of the failure."""
        return self.end.get("failure", {}).get("code")


def parse(stream: bytes) -> Answer:
    """The frames of a whole answer; the end is the last and there is nothing behind it."""
    head, body, end, alive, at = None, b"", None, 0, 0
    while at < len(stream):
        assert end is None
        kind, length = struct.unpack_from(">cI", stream, at)
        payload = stream[at + 5 : at + 5 + length]
        assert len(payload) == length
        at += 5 + length
        match kind:
            case b"H":
                assert head is None
                assert body == b""
                head = json.loads(payload)
                fits(head, "FrameHead")
            case b"D":
                assert head
                assert payload
                body += payload
            case b"K":
                alive += 1
            case b"E":
                end = json.loads(payload)
                fits(end, "FrameEnd")
            case _:
                raise AssertionError(kind)
    assert end is not None
    assert end["bytes"] == len(body)
    return Answer(head, body, end, alive)


Relay = Callable[..., Awaitable[Answer]]


@pytest.fixture
def relay(jp_fetch: Callable[..., Awaitable[Any]]) -> Relay:
    """Sends a request through the relay and gives what came."""

    async def send(
        service: str, url: str, body: bytes | str = b"", kind: str | None = None, **asked: Any
    ) -> Answer:
        envelope = {"url": url, **asked}
        fits(envelope, "RelayRequest")
        headers = {"X-Esap-Request": json.dumps(envelope)}
        if kind:
            headers["Content-Type"] = kind
        answer = await jp_fetch(
            "jupyterlab-esap", "relay", service, method="POST", headers=headers, body=body, request_timeout=60
        )
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        return parse(answer.body)

    return send
