"""Routes that answer with a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError
from tornado import web

from ..messages import Message
from .base import EsapHandler

if TYPE_CHECKING:
    from .route import Route


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
        route = self.routes[self.request.method or ""]
        if route.action is None:
            raise web.HTTPError(405)
        message = await route.action(self.site, **segments, **self._sent(route))
        self.finish(message.to_json())

    def _sent(self, route: Route) -> dict[str, Message]:
        if route.body is None:
            return {}
        try:
            return {"body": route.body.model_validate_json(self.request.body)}
        except ValidationError as error:
            raise web.HTTPError(400, f"The body is no {route.body.__name__}.") from error
