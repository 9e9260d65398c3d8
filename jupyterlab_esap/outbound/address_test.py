from __future__ import annotations

import asyncio
import socket

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from .address import AddressRefused, guarded_sockets, may_connect

PRIVATE = [
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
    "192.168.0.1", "100.64.0.1", "100.100.100.200", "100.127.255.255", "192.0.2.1", "192.88.99.1",
    "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "::1", "fc00::1", "fd00:ec2::254",
    "fdff::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "64:ff9b::7f00:1", "64:ff9b::192.168.1.1",
    "2002:7f00:1::", "2002:c0a8:101::1",
]  # fmt: skip
NEVER = [
    "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.1", "192.0.0.192", "192.0.0.8", "224.0.0.1",
    "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16", "::", "::7f00:1", "::127.0.0.1",
    "::8.8.8.8", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1", "ff02::1", "100::1", "2001::1",
    "2001:0:53aa:64c::1", "2001:10::1", "2001:20::1", "2001:db8::1", "3fff::1", "5f00::1",
    "64:ff9b:1::1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::",
    "::ffff:0:127.0.0.1", "4000::1", "nonsense", "",
]  # fmt: skip
PUBLIC = [
    "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.0", "192.0.1.1",
    "198.17.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808",
    "::ffff:8.8.8.8", "2002:808:808::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_for_services_that_may(address: str) -> None:
    assert not may_connect(address, private=False)
    assert may_connect(address, private=True)


@pytest.mark.parametrize("address", NEVER)
def test_some_addresses_are_for_nobody(address: str) -> None:
    assert not may_connect(address, private=False)
    assert not may_connect(address, private=True)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_for_all(address: str) -> None:
    assert may_connect(address, private=False)


class Changing(AbstractResolver):
    """A name server that says another address each time it is asked."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = list(addresses)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            {
                "hostname": host,
                "host": address,
                "port": port,
                "family": socket.AF_INET,
                "proto": 0,
                "flags": 0,
            }
            for address in [self.addresses.pop(0)]
        ]

    async def close(self) -> None:
        pass


async def test_what_is_connected_to_is_what_was_checked() -> None:
    """A name that was public a moment ago (rebinding), literals, and what only the resolver knows."""
    connected = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connected
        connected += 1
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    names = Changing("127.0.0.1", "169.254.169.254", "10.0.0.1")
    for resolver in (names, None):
        connector = aiohttp.TCPConnector(
            socket_factory=guarded_sockets(False), resolver=resolver, use_dns_cache=False
        )
        hosts = (
            ["rebound.example.org"] * 3
            if resolver
            else ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"]
        )
        async with aiohttp.ClientSession(connector=connector) as session:
            for host in hosts:
                with pytest.raises(AddressRefused):
                    await session.get(f"http://{host}:{port}/")
    server.close()
    assert connected == 0
