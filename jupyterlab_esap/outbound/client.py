"""HTTP to one service: no cookies, no netrc, no proxy of the environment, nothing decoded or requoted."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from .address import guarded_sockets
from .answer import Answer
from .breaker import Breaker
from .failures import failed_before_head, nothing_came
from .lane import Lane
from .network import Network, check_names
from .tls import make_context
from .url import Target, check_url

if TYPE_CHECKING:
    import ssl

    import aiohttp

    from ..profile import SiteService

CONNECT_SECONDS = 10.0
CONNECTIONS = 16
# Before a read is sent once more, in seconds; by chance, so that many clients don't come back together.
AGAIN = (0.2, 0.8)
READING = frozenset({"GET", "HEAD"})


class Client:
    """The connections of one service.

    Several pools, so that what the operator allows the service's own hosts is never allowed a host that it
    redirects to.
    """

    def __init__(self, service: SiteService, network: Network, lane: Lane) -> None:
        self.lane = lane
        self._private = service.private
        self._network = network
        self._pools: dict[tuple[bool, bool, bool], aiohttp.ClientSession] = {}
        self._breakers: dict[str, Breaker] = {}
        self._context: asyncio.Future[ssl.SSLContext] | None = None

    async def send(
        self,
        method: str,
        target: Target,
        own: bool,
        headers: Mapping[str, str],
        content: Callable[[], AsyncIterable[bytes]] | None = None,
    ) -> Answer:
        """The answer, when its head is there; a redirect is one. `own`: the operator named this host for the
        service. `Failed` for what went wrong on the way.

        A read without a body is sent once more where the connection was closed without a byte.
        """
        breaker = self.breaker(target)
        trial = breaker.enter()
        again = method in READING and content is None
        try:
            while True:
                try:
                    answer = await self._once(method, target, own, headers, content)
                except Exception as error:
                    if again and nothing_came(error):
                        again = False
                        await asyncio.sleep(random.uniform(*AGAIN))  # noqa: S311 - no secret.
                        continue
                    failed = failed_before_head(error, target)
                    if failed is None:
                        raise
                    if failed.failure.code in {"unreachable", "cut"}:
                        breaker.bad()
                    raise failed from error
                breaker.heard(answer.status, answer.header("Retry-After"))
                return answer
        except asyncio.CancelledError:
            if trial:
                breaker.unknown()
            raise

    def breaker(self, target: Target) -> Breaker:
        """What knows whether this origin is out of order."""
        return self._breakers.setdefault(target.origin, Breaker())

    def silent(self, url: str) -> None:
        """Nothing came of a request to `url` in time."""
        self.breaker(check_url(url)).bad()

    async def close(self) -> None:
        await asyncio.gather(*(pool.close() for pool in self._pools.values()))
        self._pools.clear()

    async def _once(
        self,
        method: str,
        target: Target,
        own: bool,
        headers: Mapping[str, str],
        content: Callable[[], AsyncIterable[bytes]] | None,
    ) -> Answer:
        from yarl import URL

        private = own and self._private
        proxy = None if private else self._network.proxy_for(target)
        if proxy:
            await check_names(target)
        # What changes something is sent over a connection of its own: where a service closes a kept one just
        # then, nobody can know whether it has acted.
        pool = await self._pool(private, method not in READING, bool(proxy))
        more: dict[str, Any] = {"data": content()} if content else {}
        return Answer(
            await pool.request(
                method,
                URL(target.url, encoded=True),
                headers=headers,
                allow_redirects=False,
                proxy=proxy,
                **more,
            )
        )

    async def _pool(self, private: bool, fresh: bool, proxied: bool) -> aiohttp.ClientSession:
        import aiohttp

        if self._context is None:
            self._context = asyncio.ensure_future(asyncio.to_thread(make_context, self._network.authorities))
        # Of all that wait for it one may be stopped.
        context = await asyncio.shield(self._context)
        key = (private, fresh, proxied)
        if key not in self._pools:
            pool = self._pools[key] = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    # With a proxy, this sees its address, which the operator chose.
                    socket_factory=guarded_sockets(private or proxied),
                    limit=CONNECTIONS,
                    force_close=fresh,
                    ssl=context,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
                requote_redirect_url=False,
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
                skip_auto_headers=("User-Agent", "Content-Type", "Accept", "Accept-Encoding"),
            )
            # Else aiohttp repeats PUT and DELETE of its own accord; there is no public switch.
            pool._retry_connection = False
        return self._pools[key]
