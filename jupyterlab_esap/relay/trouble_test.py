"""Many requests at once, services in trouble, and what is repeated."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from ..conftest import Archive, Relay, Request, parse
from ..outbound import breaker, client
from ..sparse import MOST

PARALLEL = 3


@pytest.fixture
def profile_text(archive: Archive) -> str:
    address = f"url: '{archive.url}/tap', private: true"
    return f"""
services:
  - {{id: near, label: Near, kind: tap, {address}, limits: {{parallel: {PARALLEL}}}}}
  - {{id: beside, label: Beside, kind: scs, url: '{archive.url}/cone?', private: true}}
"""


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses that outlast a test, and a repetition without one."""
    monkeypatch.setattr(breaker, "FIRST_PAUSE", 1000.0)
    monkeypatch.setattr(breaker, "LONGEST_PAUSE", 1000.0)
    monkeypatch.setattr(client, "AGAIN", (0.0, 0.0))


async def test_a_hundred_clicks_are_few_requests_at_a_time(archive: Archive, relay: Relay) -> None:
    """Of both services together: they are one host."""
    running = most = 0

    async def slow(request: Request, writer: asyncio.StreamWriter) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        # Long enough for whoever is not held back.
        for _ in range(50):
            await asyncio.sleep(0)
        running -= 1
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    archive.replies = {"/tap/x": slow, "/cone": slow}
    answers = await asyncio.gather(
        *(relay("near", f"{archive.url}/tap/x") for _ in range(50)),
        *(relay("beside", f"{archive.url}/cone?RA=1") for _ in range(50)),
    )
    assert all(answer.end["complete"] for answer in answers)
    assert len(archive.requests) == 100
    assert most == PARALLEL


async def test_the_line_is_told(
    archive: Archive, relay: Relay, jp_fetch: Callable[..., Awaitable[Any]]
) -> None:
    go, all_there, told = asyncio.Event(), asyncio.Event(), asyncio.Event()
    frames = bytearray()

    async def held(request: Request, writer: asyncio.StreamWriter) -> None:
        if len(archive.requests) == PARALLEL:
            all_there.set()
        await go.wait()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    def got(piece: bytes) -> None:
        frames.extend(piece)
        if b'{"ahead":0}' in frames:
            told.set()

    archive.replies["/tap/x"] = held
    first = [asyncio.ensure_future(relay("near", f"{archive.url}/tap/x")) for _ in range(PARALLEL)]
    await all_there.wait()
    waiting = asyncio.ensure_future(
        jp_fetch(
            "jupyterlab-esap", "relay", "near", method="POST", body="", streaming_callback=got,
            headers={"X-Esap-Request": json.dumps({"url": f"{archive.url}/tap/x"})},
        )
    )  # fmt: skip
    await told.wait()
    assert len(archive.requests) == PARALLEL
    go.set()
    await asyncio.gather(*first, waiting)
    assert parse(bytes(frames)).body == b"ok"


async def test_a_host_out_of_order_is_left_alone_and_who_asks_is_told(archive: Archive, relay: Relay) -> None:
    archive.says("/tap/x", "HTTP/1.1 503 Busy\nContent-Length: 0")
    answers = [await relay("near", f"{archive.url}/tap/x") for _ in range(20)]
    assert len(archive.requests) == breaker.IN_A_ROW
    assert [answer.head["status"] for answer in answers if answer.head] == [503] * breaker.IN_A_ROW
    last = answers[-1]
    assert (last.head, last.code) == (None, "busy")
    assert last.end["failure"]["facts"]["why"] == "paused"
    assert 0 < last.end["failure"]["facts"]["seconds"] <= 1000
    # Another service is another matter, though it is on the same host.
    assert (await relay("beside", f"{archive.url}/cone?RA=1")).end["complete"]


async def test_who_says_when_to_come_back_is_left_alone_until_then(archive: Archive, relay: Relay) -> None:
    archive.says("/tap/x", "HTTP/1.1 429 Slowly\nContent-Length: 0\nRetry-After: 500")
    assert (await relay("near", f"{archive.url}/tap/x")).end["complete"]
    answer = await relay("near", f"{archive.url}/tap/y")
    assert answer.code == "busy"
    assert set(answer.end["failure"]["facts"]) == {"seconds"}
    assert len(archive.requests) == 1


async def slam(request: Request, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def test_a_read_that_came_to_nothing_is_sent_once_more(archive: Archive, relay: Relay) -> None:
    archive.replies["/tap/x"] = slam
    assert (await relay("near", f"{archive.url}/tap/x")).code == "cut"
    assert len(archive.requests) == 2

    async def recovers(request: Request, writer: asyncio.StreamWriter) -> None:
        archive.replies.pop("/tap/y")
        writer.close()

    archive.replies["/tap/y"] = recovers
    assert (await relay("near", f"{archive.url}/tap/y")).body == b"hello"


@pytest.mark.parametrize(
    ("method", "path", "head"),
    [
        # What may have acted.
        ("POST", "/tap/sync", None),
        ("DELETE", "/tap/async/1", None),
        # What was answered, in whatever way.
        ("GET", "/tap/x", "HTTP/1.1 503 Busy\nContent-Length: 0"),
        ("GET", "/tap/x", "HTTP/1.1 500 Oops\nContent-Length: 0"),
        ("GET", "/tap/x", "HTTP/1.1 200 OK\nContent-Length: 100"),
        ("GET", "/tap/x", "nonsense"),
    ],
)
async def test_nothing_else_is_repeated(
    archive: Archive, relay: Relay, method: str, path: str, head: str | None
) -> None:
    archive.replies[path] = slam
    if head:
        archive.says(path, head)
    await relay("near", f"{archive.url}{path}", method=method)
    assert len(archive.requests) == 1


async def test_a_storm_is_a_few_lines_in_the_log(
    archive: Archive, relay: Relay, caplog: pytest.LogCaptureFixture
) -> None:
    archive.replies["/tap/sync"] = slam
    with caplog.at_level(logging.DEBUG):
        for _ in range(30):
            await relay(
                "near", f"{archive.url}/tap/sync?X-Amz-Signature=canary", "Q=1", "text/plain", method="POST"
            )
    lines = [record for record in caplog.records if record.getMessage().startswith("esap relay")]
    # Cut, and then left alone.
    assert len(lines) == breaker.IN_A_ROW + MOST
    assert "canary" not in caplog.text


@pytest.mark.usefixtures("http_server_client")
async def test_who_goes_away_closes_the_connection_to_the_service(
    archive: Archive, jp_http_port: int, jp_base_url: str, jp_auth_header: dict[str, str]
) -> None:
    """While nothing has come, and in the middle of a stream; who waits in the line leaves it."""
    there = asyncio.Semaphore(0)

    async def silent(request: Request, writer: asyncio.StreamWriter) -> None:
        there.release()
        await request.reader.read()
        writer.close()

    async def endless(request: Request, writer: asyncio.StreamWriter) -> None:
        there.release()
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while True:
            writer.write(b"x" * 10_000)
            await writer.drain()

    async def ask(path: str) -> asyncio.StreamWriter:
        reader, writer = await asyncio.open_connection("127.0.0.1", jp_http_port)
        lines = [
            f"POST {jp_base_url}jupyterlab-esap/relay/near HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 0",
            f"Authorization: {jp_auth_header['Authorization']}",
            f"X-Esap-Request: {json.dumps({'url': f'{archive.url}/tap/{path}'})}",
        ]  # fmt: skip
        writer.write("\r\n".join([*lines, "", ""]).encode())
        # It is the relay's: it says that it waits.
        await reader.readuntil(b"K\0\0\0\0")
        return writer

    archive.replies = {"/tap/silent": silent, "/tap/endless": endless}
    for path in ("silent", "endless"):
        running = [await ask(path) for _ in range(PARALLEL)]
        for _ in running:
            await there.acquire()
        for writer in [await ask(path), *running]:
            writer.close()
        await archive.is_quiet()
    assert len(archive.requests) == 2 * PARALLEL
