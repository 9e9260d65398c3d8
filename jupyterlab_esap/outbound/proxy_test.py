"""The operator's proxy, and nobody else's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ..profile import SiteService
from .answer import Answer
from .client import Client
from .failures import Failed
from .lane import Lane
from .network import Network
from .url import check_url


@dataclass
class Proxy:
    """Answers everything itself, and CONNECT with a refusal."""

    port: int = 0
    heads: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.heads.append(head)
        status = "403 No" if head.startswith("CONNECT") else "200 OK"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 5\r\nConnection: close\r\n\r\nproxy".encode())
        writer.close()


@pytest.fixture
def proxy(jp_asyncio_loop: asyncio.AbstractEventLoop) -> Iterator[Proxy]:
    made = Proxy()
    server = jp_asyncio_loop.run_until_complete(asyncio.start_server(made.serve, "127.0.0.1", 0))
    made.port = server.sockets[0].getsockname()[1]
    yield made
    server.close()


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of which nothing may have an effect."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "*")
    netrc = tmp_path / "netrc"
    netrc.write_text("default login ada password canary\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))


async def ask(network: Network, url: str, private: bool = False) -> tuple[int, bytes]:
    service = SiteService.model_validate(
        {"id": "a", "label": "A", "kind": "tap", "url": url, "private": private}
    )
    client = Client(service, network, Lane(1))
    try:
        answer: Answer = await client.send("GET", check_url(url), True, {"accept": "*/*"})
        return answer.status, await answer.piece()
    finally:
        await client.close()


async def failure(network: Network, url: str, private: bool = False) -> tuple[str, object]:
    with pytest.raises(Failed) as caught:
        await ask(network, url, private)
    failed = caught.value.failure
    return failed.code, (failed.facts or {}).get("why")


async def test_requests_take_the_operators_proxy(proxy: Proxy) -> None:
    network = Network(proxy=proxy.url)
    assert await ask(network, "http://archive.invalid/tap?a=%2f~+b") == (200, b"proxy")
    assert proxy.heads[0].startswith("GET http://archive.invalid/tap?a=%2f~+b HTTP/1.1\r\n")
    # What the proxy says to CONNECT is no answer of the service.
    assert await failure(network, "https://archive.invalid/tap") == ("unreachable", "proxy")
    assert proxy.heads[1].startswith("CONNECT archive.invalid:443 HTTP/1.1\r\n")
    for head in proxy.heads:
        names = {line.partition(":")[0].lower() for line in head.split("\r\n")[1:] if line}
        assert names <= {"host", "accept", "accept-encoding", "user-agent", "connection", "proxy-connection"}
        assert "canary" not in head


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[::1]", "[fd00::1]",
        "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[fe80::1]", "localhost",
    ],
)  # fmt: skip
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_what_is_private_is_refused_before_the_proxy_hears_of_it(
    proxy: Proxy, scheme: str, host: str
) -> None:
    code, _ = await failure(Network(proxy=proxy.url), f"{scheme}://{host}/latest/meta-data")
    assert code == "refused"
    assert proxy.heads == []


async def test_private_services_and_direct_hosts_don_t_take_it(proxy: Proxy) -> None:
    other = Proxy()
    server = await asyncio.start_server(other.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    network = Network(proxy=proxy.url, direct=(".invalid", "direct.example.org"))
    assert (await ask(network, f"http://127.0.0.1:{port}/x", private=True))[0] == 200
    assert other.heads[0].startswith("GET /x HTTP/1.1\r\n")
    assert await failure(network, "http://archive.invalid/tap") == ("no-such-host", None)
    assert proxy.heads == []
    server.close()


def test_direct_hosts_are_compared_whole() -> None:
    network = Network(proxy="http://proxy", direct=(".example.org", "one.example.net"))
    straight = {"a.example.org", "a.b.example.org", "one.example.net"}
    taken = {
        "example.org",
        "badexample.org",
        "example.org.evil.net",
        "two.one.example.net",
        "xone.example.net",
    }
    for host in straight | taken:
        assert (network.proxy_for(check_url(f"http://{host}/")) is None) == (host in straight), host


async def test_a_proxy_that_is_not_there_is_said() -> None:
    assert await failure(Network(proxy="http://127.0.0.1:9"), "http://archive.invalid/") == (
        "unreachable",
        "proxy",
    )
    assert await failure(Network(proxy="http://proxy.invalid:9"), "http://archive.invalid/") == (
        "unreachable",
        "proxy",
    )


async def test_the_environments_proxy_is_not_taken() -> None:
    # Port 9 would refuse; the name is asked for, so it was meant to be reached straight.
    assert await failure(Network(), "http://archive.invalid/tap") == ("no-such-host", None)
