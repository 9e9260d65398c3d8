"""Routes that answer with a message."""

from __future__ import annotations

from tornado import web

from .base import EsapHandler


class JsonHandler(EsapHandler):
    """Does the action of the route and answers with its message."""

    @web.authenticated
    async def get(self, **segments: str) -> None:
        await self._act(segments)

    @web.authenticated
    async def post(self, **segments: str) -> None:
        await self._act(segments)

    @web.authenticated
    async def put(self, **segments: str) -> None:
        await self._act(segments)

    @web.authenticated
    async def delete(self, **segments: str) -> None:
        await self._act(segments)

    async def _act(self, segments: dict[str, str]) -> None:
        action = self.routes[self.request.method or ""].action
        if action is None:
            raise web.HTTPError(405)
        message = await action(self.site, **segments)
        self.finish(message.text())
