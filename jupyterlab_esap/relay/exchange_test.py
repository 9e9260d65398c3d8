"""Deadlines and silence, with patience made short."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from ..conftest import Archive, Relay, Request
from . import patience


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    short = patience.Patience(first_byte=0.5, idle=0.5, alive=0.1)
    monkeypatch.setattr(patience, "USUAL", dict.fromkeys(patience.USUAL, short))


@pytest.mark.usefixtures("impatient")
async def test_a_service_that_says_nothing(archive: Archive, relay: Relay) -> None:
    async def silent(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    archive.replies["/tap/silent"] = silent
    answer = await relay("near", f"{archive.url}/tap/silent")
    assert (answer.head, answer.code) == (None, "no-answer")
    assert answer.end["failure"]["facts"] == {"seconds": 0.5}
    assert answer.alive >= 2


@pytest.mark.usefixtures("impatient")
async def test_a_service_that_falls_silent(archive: Archive, relay: Relay) -> None:
    async def half(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        await writer.drain()
        await asyncio.Event().wait()

    archive.replies["/tap/half"] = half
    answer = await relay("near", f"{archive.url}/tap/half")
    assert (answer.body, answer.code) == (b"half", "cut")
    assert answer.end["failure"]["facts"] == {"bytes": 4, "seconds": 0.5}
    assert answer.alive >= 2


async def test_a_name_nobody_knows_and_a_port_nobody_serves(archive: Archive, relay: Relay) -> None:
    answer = await relay("gone", "http://127.0.0.1:9/tap/x")
    assert (answer.head, answer.code) == (None, "unreachable")
    assert answer.end["failure"]["facts"] == {"host": "127.0.0.1"}
    answer = await relay("nowhere", "http://archive.invalid/tap/x")
    assert (answer.head, answer.code) == (None, "no-such-host")
    assert answer.end["failure"]["facts"] == {"host": "archive.invalid"}


async def test_nothing_of_this_machine_goes_along(
    archive: Archive, relay: Relay, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither passwords of a netrc file, nor by a proxy of the environment, nor cookies that were set."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login ada password canary\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    archive.says("/tap/first", "HTTP/1.1 200 OK\nSet-Cookie: a=canary\nContent-Length: 0")
    assert (await relay("near", f"{archive.url}/tap/first")).end["complete"]
    assert (await relay("near", f"{archive.url}/tap/second")).end["complete"]
    for request in archive.requests:
        assert set(request.headers) == {"host", "accept", "accept-encoding", "user-agent"}


@pytest.fixture
def profile_text(profile_text: str) -> str:
    return f"""{profile_text}
  - {{id: gone, label: Gone, kind: tap, url: 'http://127.0.0.1:9/tap', private: true}}
  - {{id: nowhere, label: Nowhere, kind: tap, url: 'http://archive.invalid/tap'}}
"""
