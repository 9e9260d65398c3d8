"""The relay before the hostile origin: every fault ends, tells only what it may, and leaves nothing open."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient

from services.faults.server import FAULTS
from tasks.profile import started_services

from ..conftest import Answer, Relay
from ..outbound import breaker
from . import patience

JpFetch = Callable[..., Awaitable[Any]]
# They would not end by themselves; here the deadlines end them.
NEVER = ("stall/before", "stall", "stall/rows", "headers/endless")
# Faults that are none, and those that need more than a path.
APART = {"echo", "seen", "votable/endless", "status"}
SWITCHES = {"votable/huge-cell": "?bytes=3000000", "gzip/bomb": "?mb=20", "drip": "?every=1"}
CODES = (400, 401, 403, 404, 429, 500, 502, 503)
STATUS = [f"status/{code}/body={body}" for code in CODES for body in ("html", "votable")]
PATHS = [*(f"{name}{SWITCHES.get(name, '')}" for name in sorted(FAULTS) if name not in APART), *STATUS]
# What a service says must not be in what is ours: markup, a path, a password, a cookie, its reason.
FOREIGN = re.compile(r"<|hunter2|/srv/|stolen|Odd|nginx", re.IGNORECASE)


@pytest.fixture
def base() -> str:
    return started_services()["faults"]["base"]


@pytest.fixture
def profile_text(base: str) -> str:
    return f"services: [{{id: faults, label: Faults, kind: scs, url: '{base}', private: true}}]"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deadlines that a test can wait for, and no pause between the faults."""
    short = patience.Patience(first_byte=1.5, idle=1.5, alive=0.5)
    monkeypatch.setattr(patience, "USUAL", dict.fromkeys(patience.USUAL, short))
    monkeypatch.setattr(breaker, "IN_A_ROW", 10_000)


async def gone(base: str, key: str) -> list[dict[str, Any]]:
    """The visits with that key, once one of them has been given up by the client."""
    url = f"{base}/seen/{key}?until=aborted&within=20000"
    return json.loads((await AsyncHTTPClient().fetch(url, request_timeout=30)).body)


def ours(answer: Answer) -> str:
    return json.dumps([answer.head, answer.end])


async def test_every_fault_ends_and_leaves_nothing_open(relay: Relay, base: str) -> None:
    assert len(PATHS) >= 40
    await relay("faults", f"{base}/votable/ok")
    known = asyncio.all_tasks()
    for path in PATHS:
        answer = await relay("faults", f"{base}/{path}")
        assert answer.head or answer.code, path
        assert answer.end["complete"] == (answer.code is None), path
        assert not FOREIGN.search(ours(answer)), (path, ours(answer))
    if left := asyncio.all_tasks() - known:
        await asyncio.wait(left, timeout=20)
    assert all(task.done() for task in left)


@pytest.mark.parametrize("path", NEVER)
async def test_what_never_ends_is_let_go(relay: Relay, base: str, path: str) -> None:
    key = uuid.uuid4().hex
    answer = await relay("faults", f"{base}/{path}?key={key}")
    assert answer.code in {"no-answer", "cut"}
    assert [visit["state"] for visit in await gone(base, key)] == ["aborted"]


@pytest.mark.parametrize("path", ["stall/before", "stall/rows", "votable/endless", "file?size=1000000000"])
@pytest.mark.usefixtures("jp_serverapp")
async def test_a_cancel_reaches_the_service(
    base: str,
    path: str,
    http_server_port: tuple[object, int],
    jp_base_url: str,
    jp_auth_header: dict[str, str],
    http_server_client: object,
) -> None:
    """Who goes away in the middle of it closes the service's connection, and not at some deadline only."""
    key = uuid.uuid4().hex
    url = f"{base}/{path}{'&' if '?' in path else '?'}key={key}"
    reader, writer = await asyncio.open_connection("127.0.0.1", http_server_port[1])
    lines = [
        f"POST {jp_base_url}jupyterlab-esap/relay/faults HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 0",
        f"Authorization: {jp_auth_header['Authorization']}",
        f"X-Esap-Request: {json.dumps({'url': url})}",
    ]  # fmt: skip
    writer.write("\r\n".join([*lines, "", ""]).encode())
    await reader.readuntil(b"K\0\0\0\0")
    seen = f"{base}/seen/{key}?until=open&within=100"
    while not json.loads((await AsyncHTTPClient().fetch(seen)).body):
        pass
    writer.close()
    assert [visit["state"] for visit in await gone(base, key)] == ["aborted"]


async def test_what_acts_stays_behind(relay: Relay, base: str) -> None:
    answer = await relay("faults", f"{base}/headers/active")
    assert answer.head
    assert set(answer.head["headers"]) <= {"content-type", "content-length", "content-disposition"}


async def test_a_redirect_takes_nothing_along(relay: Relay, base: str) -> None:
    """What the target got, told by itself: nothing of Jupyter's, nothing of this machine's."""
    answer = await relay("faults", f"{base}/redirect?to={base}/echo/here", headers={"Accept": "text/xml"})
    said = json.loads(answer.body)
    assert said["target"] == "/echo/here"
    names = {name.lower() for name, _ in said["headers"]}
    assert names == {"host", "accept", "accept-encoding", "user-agent"}
