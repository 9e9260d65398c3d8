"""What lives as long as the server: the profile that was read, and the clients of its services."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from .outbound.client import Client
from .outbound.lane import Lane
from .outbound.url import check_url
from .profile import ReadProfile, SiteProfile, SiteService
from .sparse import Sparse


class Site:
    """The state behind all routes; handlers live for one request only."""

    def __init__(self, read: ReadProfile) -> None:
        self.read = read
        self.sparse = Sparse()
        """What has been in the log lately."""
        self.mount_threads = ThreadPoolExecutor(2, "esap-mounts")
        """Started when first used."""
        self._clients: dict[str, Client] = {}
        self._lanes: dict[str, Lane] = {}

    @property
    def profile(self) -> SiteProfile:
        return self.read.profile

    def client(self, service: SiteService) -> Client:
        """The client of a service; each has its own, so that nothing of one reaches another."""
        if service.id not in self._clients:
            self._clients[service.id] = Client(service, self.profile.network.made(), self._lane(service))
        return self._clients[service.id]

    def _lane(self, service: SiteService) -> Lane:
        """The line before the service's host. Services on one host share it, and the least that one of them
        allows counts: many archives are several services on one machine."""
        host = check_url(service.url).host
        if host not in self._lanes:
            here = [one for one in self.profile.services if check_url(one.url).host == host]
            self._lanes[host] = Lane(min(one.limits.parallel for one in here))
        return self._lanes[host]

    async def close(self) -> None:
        self.mount_threads.shutdown(wait=False, cancel_futures=True)
        await asyncio.gather(*(client.close() for client in self._clients.values()))
