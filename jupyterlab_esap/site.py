"""What lives as long as the server: the profile that was read, and the clients of its services."""

from __future__ import annotations

import asyncio

from .outbound.client import Client
from .profile import ReadProfile, SiteProfile, SiteService


class Site:
    """The state behind all routes; handlers live for one request only."""

    def __init__(self, read: ReadProfile) -> None:
        self.read = read
        self._clients: dict[str, Client] = {}

    @property
    def profile(self) -> SiteProfile:
        return self.read.profile

    def client(self, service: SiteService) -> Client:
        """The client of a service; each has its own, so that nothing of one reaches another."""
        return self._clients.setdefault(service.id, Client(service))

    async def close(self) -> None:
        await asyncio.gather(*(client.close() for client in self._clients.values()))
