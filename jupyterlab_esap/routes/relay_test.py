from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError

from ..conftest import Archive, Relay, Request, fits

JpFetch = Callable[..., Awaitable[Any]]


async def test_an_answer_comes_through(archive: Archive, relay: Relay) -> None:
    answer = await relay("near", f"{archive.url}/tap/availability?a=%2f%7e+b", headers={"Accept": "text/xml"})
    assert answer.head
    assert answer.head["status"] == 200
    assert answer.head["url"] == f"{archive.url}/tap/availability?a=%2f%7e+b"
    assert answer.head["headers"] == {"content-type": "text/plain", "content-length": "5"}
    assert answer.body == b"hello"
    assert answer.end == {"complete": True, "bytes": 5}
    # Nothing was encoded anew on the way.
    assert archive.requests[0].path == "/tap/availability?a=%2f%7e+b"


async def test_a_query_is_sent(archive: Archive, relay: Relay) -> None:
    form = "application/x-www-form-urlencoded"
    await relay("near", f"{archive.url}/tap/sync", "QUERY=SELECT+1&LANG=ADQL", form, method="POST")
    request = archive.requests[0]
    assert (request.method, request.body) == ("POST", b"QUERY=SELECT+1&LANG=ADQL")
    assert request.headers["content-type"] == form
    assert request.headers["content-length"] == "24"


async def test_a_large_body_passes_through(archive: Archive, relay: Relay) -> None:
    body = bytes(range(256)) * 20_000
    answer = await relay("near", f"{archive.url}/tap/sync", body, "application/octet-stream", method="POST")
    assert answer.end["complete"]
    assert archive.requests[0].body == body


@pytest.mark.parametrize("status", [204, 400, 401, 404, 500, 503])
async def test_an_error_of_the_service_is_its_answer(archive: Archive, relay: Relay, status: int) -> None:
    archive.says(
        "/tap/x",
        f"HTTP/1.1 {status} Its Own Reason\nContent-Length: {0 if status == 204 else 4}\nRetry-After: 7",
        b"" if status == 204 else b"oops",
    )
    answer = await relay("near", f"{archive.url}/tap/x")
    assert answer.head
    assert answer.head["status"] == status
    assert answer.head["headers"]["retry-after"] == "7"
    assert "Its Own Reason" not in json.dumps(answer.head)
    assert answer.end["complete"]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("HTTP/1.1 200 OK\nContent-Length: 100", b"only this"),
        ("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"9\r\nonly this\r\n"),
        ("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"20\r\nonly this"),
    ],
)
async def test_a_cut_is_known(archive: Archive, relay: Relay, head: str, body: bytes) -> None:
    archive.says("/tap/x", head, body)
    answer = await relay("near", f"{archive.url}/tap/x")
    assert answer.body == b"only this"
    assert answer.end["complete"] is False
    assert answer.end["failure"] == {"code": "cut", "facts": {"bytes": 9}}


async def test_compressed_answers_stay_compressed(archive: Archive, relay: Relay) -> None:
    archive.says("/tap/x", "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 6", b"\x1f\x8bnot!")
    answer = await relay("near", f"{archive.url}/tap/x")
    assert answer.head
    assert answer.head["headers"]["content-encoding"] == "gzip"
    assert answer.body == b"\x1f\x8bnot!"
    assert archive.requests[0].headers["accept-encoding"] == "gzip"


async def test_what_is_too_large_is_stopped(archive: Archive, relay: Relay) -> None:
    archive.says("/tap/said", "HTTP/1.1 200 OK\nContent-Length: 1000001")
    answer = await relay("near", f"{archive.url}/tap/said")
    assert (answer.head, answer.code) == (None, "too-large")

    async def endless(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while True:
            writer.write(b"x" * 10_000)
            await writer.drain()

    archive.replies["/tap/endless"] = endless
    answer = await relay("near", f"{archive.url}/tap/endless")
    assert answer.code == "too-large"
    assert answer.end["failure"]["facts"] == {"bytes": 1_000_000}
    await asyncio.wait_for(archive.is_quiet(), 10)


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("HTTP/1.1 abc", "unreadable"),
        ("220 mail.example.org ESMTP", "unreadable"),
        ("HTTP/1.1 200 OK\nContent-Length: many", "unreadable"),
    ],
)
async def test_what_is_not_http_is_said(archive: Archive, relay: Relay, head: str, code: str) -> None:
    archive.says("/tap/x", head)
    answer = await relay("near", f"{archive.url}/tap/x")
    assert (answer.head, answer.code) == (None, code)


async def test_a_closed_connection_is_said(archive: Archive, relay: Relay) -> None:
    async def slam(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.close()

    archive.replies["/tap/sync"] = slam
    answer = await relay("near", f"{archive.url}/tap/sync", "Q=1", "text/plain", method="POST")
    assert (answer.head, answer.code) == (None, "cut")


async def test_the_route_refuses_what_it_does_not_know(archive: Archive, jp_fetch: JpFetch) -> None:
    async def status(service: str, header: str | None) -> int:
        headers = {} if header is None else {"X-Esap-Request": header}
        with pytest.raises(HTTPClientError) as caught:
            await jp_fetch("jupyterlab-esap", "relay", service, method="POST", headers=headers, body="")
        assert caught.value.response
        fits(json.loads(caught.value.response.body), "Fault")
        return caught.value.code

    good = json.dumps({"url": f"{archive.url}/tap"})
    assert await status("nobody", good) == 404
    assert await status("near", None) == 400
    for bad in (
        "",
        "{",
        "[]",
        "null",
        '{"url": 1}',
        '{"url": "x", "method": "TRACE"}',
        '{"url": "x", "more": 1}',
    ):
        assert await status("near", bad) == 400, bad
    assert await status("near", "[" * 20_000) == 400
    assert archive.requests == []


async def test_what_nobody_waits_for_is_no_activity(
    archive: Archive, relay: Relay, jp_serverapp: Any
) -> None:
    settings = jp_serverapp.web_app.settings
    before = settings.get("api_last_activity")
    await relay("near", f"{archive.url}/tap/x", background=True)
    assert settings.get("api_last_activity") == before
    await relay("near", f"{archive.url}/tap/x")
    assert settings.get("api_last_activity") != before
