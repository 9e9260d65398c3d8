"""HTTP as bytes on a socket: a fault has to be able to do what no library lets it do."""

from __future__ import annotations

import asyncio
import socket
import struct
import urllib.parse
from collections.abc import AsyncIterable
from dataclasses import dataclass, field
from http import HTTPStatus

Headers = dict[str, str] | list[tuple[str, str]] | tuple[()]
# The segments at which a path leaves the fault and becomes that of a service.
SERVICES = ("scs", "tap", "sia1", "sia2", "ssa")
LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    """Path and query, exactly as they came."""
    headers: list[tuple[str, str]]
    body: bytes
    fault: list[str] = field(default_factory=list)
    """Segments of the path that name the fault."""
    service: list[str] = field(default_factory=list)
    """Segments from the service on, as ["tap", "sync"]; empty if there are none."""
    switches: dict[str, str] = field(default_factory=dict)
    """From segments `name=value`, and from the query."""
    parameters: dict[str, str] = field(default_factory=dict)
    """Of the query and of a form in the body, names in upper case as DALI has them."""

    def number(self, name: str, default: int) -> int:
        return int(self.switches.get(name, default))

    def seconds(self, name: str, default: int) -> float:
        """A switch given in milliseconds."""
        return self.number(name, default) / 1000

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def segments(self) -> str:
        """The switches that stand in the path, as they were, to go on with in another URL."""
        path = self.target.partition("?")[0]
        return "".join(f"/{part}" for part in path.split("/") if "=" in part)


async def read_request(reader: asyncio.StreamReader) -> Request:
    """Reads one request with its body. Raises asyncio.IncompleteReadError or ValueError when it is none."""
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, target, _ = lines[0].split(" ", 2)
    headers = [
        (name.strip(), value.strip())
        for name, _, value in (line.partition(":") for line in lines[1:] if line)
    ]
    lower = {name.lower(): value for name, value in headers}
    if lower.get("transfer-encoding", "").lower() == "chunked":
        body = b""
        while size := int((await reader.readline()).split(b";")[0], 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readline()
    else:
        body = await reader.readexactly(min(int(lower.get("content-length", 0)), LIMIT))
    return understand(Request(method, target, headers, body), lower.get("content-type", ""))


def understand(raw: Request, content_type: str) -> Request:
    """Finds fault, service, switches and parameters in the request."""
    path, _, query = raw.target.partition("?")
    parts = [urllib.parse.unquote(part) for part in path.split("/") if part]
    given = urllib.parse.parse_qsl(query, keep_blank_values=True)
    form = []
    if content_type.startswith("application/x-www-form-urlencoded"):
        form = urllib.parse.parse_qsl(raw.body.decode(errors="replace"), keep_blank_values=True)
    names = [part for part in parts if "=" not in part]
    at = next((i for i, part in enumerate(names) if part in SERVICES), len(names))
    return Request(
        raw.method, raw.target, raw.headers, raw.body, names[:at], names[at:],
        {**dict(given), **dict(part.split("=", 1) for part in parts if "=" in part)},
        {name.upper(): value for name, value in [*given, *form]},
    )  # fmt: skip


def pairs(headers: Headers) -> list[tuple[str, str]]:
    return list(headers.items()) if isinstance(headers, dict) else list(headers)


class Answer:
    """The way back to the client; every method can be left out, repeated or called too early."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        self.sent = 0

    async def raw(self, data: bytes) -> None:
        self.writer.write(data)
        self.sent += len(data)
        await self.writer.drain()

    async def head(self, status: int, headers: Headers = ()) -> None:
        try:
            reason = HTTPStatus(status).phrase
        except ValueError:
            reason = "Odd"
        lines = [
            f"HTTP/1.1 {status} {reason}",
            *(f"{name}: {value}" for name, value in pairs(headers)),
            "Connection: close",
        ]
        await self.raw(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))

    async def chunk(self, data: bytes) -> None:
        if data:
            await self.raw(b"%x\r\n%b\r\n" % (len(data), data))

    async def last_chunk(self) -> None:
        await self.raw(b"0\r\n\r\n")

    async def whole(self, status: int, body: bytes | str, content_type: str, headers: Headers = ()) -> None:
        """An answer that is as it should be."""
        data = body.encode() if isinstance(body, str) else body
        await self.head(
            status, [("Content-Type", content_type), ("Content-Length", str(len(data))), *pairs(headers)]
        )
        await self.raw(data)

    async def stream(self, parts: AsyncIterable[bytes], headers: Headers) -> None:
        """A chunked answer, a chunk a part, without the last chunk that says it is complete."""
        await self.head(200, [*pairs(headers), ("Transfer-Encoding", "chunked")])
        async for part in parts:
            await self.chunk(part)

    def reset(self) -> None:
        """Ends the connection with RST instead of FIN."""
        sock: socket.socket = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()
