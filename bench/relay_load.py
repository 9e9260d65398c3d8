"""What asks the relays: one large answer over a plain socket, or many small ones, 20 in flight."""

from __future__ import annotations

import http.client
import time
from asyncio import Semaphore, gather
from dataclasses import dataclass, field
from urllib.parse import urlsplit

IN_FLIGHT = 20
PIECE = 1024 * 1024


@dataclass(frozen=True)
class Asked:
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    method: str = "GET"


@dataclass(frozen=True)
class Got:
    """`first_byte`: seconds to the first byte of the body. `body` is empty unless it was to be kept."""

    seconds: float
    first_byte: float
    length: int
    body: bytes


def fetch(asked: Asked, keep: bool = False, pause: float = 0.0) -> Got:
    """Reads an answer as fast as it comes, but for a pause after its first MiB."""
    parts = urlsplit(asked.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=300)
    connection.connect()
    buffer = bytearray(PIECE)
    kept = bytearray()
    length, first = 0, 0.0
    begin = time.perf_counter()
    connection.request(asked.method, f"{parts.path}?{parts.query}", headers=asked.headers)
    answer = connection.getresponse()
    if answer.status != 200:
        raise RuntimeError(f"{asked.url}: {answer.status} {answer.read()[:300]!r}")
    while got := answer.readinto1(buffer) if hasattr(answer, "readinto1") else answer.readinto(buffer):
        if not length:
            first = time.perf_counter() - begin
        if length < PIECE <= length + got and pause:
            time.sleep(pause)
        length += got
        if keep:
            kept += memoryview(buffer)[:got]
    seconds = time.perf_counter() - begin
    connection.close()
    return Got(seconds, first, length, bytes(kept))


async def calls(asked: Asked, count: int) -> tuple[float, list[float]]:
    """Seconds for `count` calls, and those of each."""
    import aiohttp

    gate = Semaphore(IN_FLIGHT)
    each: list[float] = []
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=IN_FLIGHT), cookie_jar=aiohttp.DummyCookieJar()
    ) as session:

        async def call() -> None:
            async with gate:
                begin = time.perf_counter()
                async with session.request(asked.method, asked.url, headers=asked.headers) as answer:
                    await answer.read()
                    if answer.status != 200:
                        raise RuntimeError(f"{asked.url}: {answer.status}")
                each.append(time.perf_counter() - begin)

        # Connections are there, and everything that is imported on first use.
        await gather(*(call() for _ in range(2 * IN_FLIGHT)))
        each.clear()
        begin = time.perf_counter()
        await gather(*(call() for _ in range(count)))
        return time.perf_counter() - begin, each
