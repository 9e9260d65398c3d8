"""HTTP to one service: no cookies, no netrc, no proxy of the environment, nothing decoded or requoted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from .address import guarded_sockets

if TYPE_CHECKING:
    import aiohttp

    from ..profile import SiteService

CONNECT_SECONDS = 10.0
CONNECTIONS = 16


class Client:
    """The connections of one service. Two pools, so that what the operator allows the service's own hosts is
    never allowed a host that it redirects to."""

    def __init__(self, service: SiteService) -> None:
        self._private = service.private
        self._pools: dict[tuple[bool, bool], aiohttp.ClientSession] = {}

    def pool(self, own: bool, fresh: bool) -> aiohttp.ClientSession:
        """The pool for the service's own hosts, or that for all others.

        `fresh` opens a connection for each request. What changes something is sent over such ones: where
        a service closes a kept connection just then, nobody can know whether it has acted.
        """
        import aiohttp

        key = (own and self._private, fresh)
        if key not in self._pools:
            self._pools[key] = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    socket_factory=guarded_sockets(key[0]), limit=CONNECTIONS, force_close=fresh
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
                requote_redirect_url=False,
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
                skip_auto_headers=("User-Agent", "Content-Type", "Accept", "Accept-Encoding"),
            )
        return self._pools[key]

    async def close(self) -> None:
        await asyncio.gather(*(pool.close() for pool in self._pools.values()))
        self._pools.clear()
