"""Nothing but the outbound part opens connections: by what the sources import, and by what really happens."""

from __future__ import annotations

import ast
import json
import socket
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Archive, Relay
from . import address, client

PACKAGE = Path(__file__).parent.parent
SOURCES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if not path.name.endswith("_test.py") and path.name != "conftest.py" and "labextension" not in path.parts
)
# What can speak to other machines, or start what can.
SPEAKING = frozenset(
    {
        "aiohttp", "asyncssh", "ftplib", "http", "httpx", "imaplib", "poplib", "pycurl", "requests",
        "smtplib", "socket", "socketserver", "ssl", "subprocess", "telnetlib", "urllib3", "websocket",
        "websockets", "yarl",
    }
)  # fmt: skip
SPEAKING_PARTS = frozenset(
    {"urllib.request", "tornado.httpclient", "tornado.tcpclient", "tornado.simple_httpclient",
     "tornado.websocket", "tornado.netutil", "multiprocessing.connection", "asyncio.subprocess"}
)  # fmt: skip
HARMLESS = {("routes/base.py", "http.client")}
CALLS = frozenset(
    {"open_connection", "create_connection", "sock_connect", "open_unix_connection", "getaddrinfo"}
)


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_there_are_sources() -> None:
    assert len(SOURCES) > 30


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_outbound_part_can_speak_to_other_machines(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    tree = ast.parse(path.read_text())
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    # Nowhere, not even there, is a certificate let pass.
    assert not {"CERT_NONE", "CERT_OPTIONAL", "_create_unverified_context", "check_hostname"} & called
    if name.startswith("outbound/"):
        return
    for module in imported(tree):
        speaks = module.partition(".")[0] in SPEAKING or any(
            module == part or module.startswith(f"{part}.") for part in SPEAKING_PARTS
        )
        assert not speaks or any(name == file and module.startswith(allowed) for file, allowed in HARMLESS), (
            module
        )
    assert not CALLS & called


CONNECTS: list[tuple[socket.socket, Any]] = []
LISTENING = False


def hear(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook can't be taken away again, so that it is there once and mostly deaf."""
    if LISTENING and event == "socket.connect":
        CONNECTS.append((arguments[0], arguments[1]))


sys.addaudithook(hear)


async def test_every_connection_of_a_request_is_one_that_was_judged(
    archive: Archive,
    relay: Relay,
    jp_fetch: Callable[..., Awaitable[Any]],
    http_server_port: tuple[socket.socket, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All routes are asked once, the relay with a redirect. Whoever connects, but for the test's own client
    to Jupyter, does so by a socket that the address policy made."""
    judged: list[socket.socket] = []
    guarded = address.guarded_sockets

    def watched(private: bool) -> Callable[[address.AddressInfo], socket.socket]:
        make = guarded(private)

        def made(info: address.AddressInfo) -> socket.socket:
            judged.append(make(info))
            return judged[-1]

        return made

    monkeypatch.setattr(client, "guarded_sockets", watched)
    CONNECTS.clear()
    monkeypatch.setattr(sys.modules[__name__], "LISTENING", True)
    archive.says("/tap/x", f"HTTP/1.1 302 Found\nLocation: {archive.url}/tap/y\nContent-Length: 0")
    assert (await relay("near", f"{archive.url}/tap/x")).body == b"hello"
    await jp_fetch("jupyterlab-esap", "profile")
    await jp_fetch("jupyterlab-esap", "templates", "rows")
    await jp_fetch(
        "jupyterlab-esap", "local", method="POST", body=json.dumps({"urls": [f"{archive.url}/x"]}),
        headers={"Content-Type": "application/json"},
    )  # fmt: skip
    monkeypatch.setattr(sys.modules[__name__], "LISTENING", False)
    to_jupyter = [place for one, place in CONNECTS if one not in judged]
    assert {place[1] for place in to_jupyter} <= {http_server_port[1]}
    assert len(CONNECTS) - len(to_jupyter) == len(judged) >= 1
