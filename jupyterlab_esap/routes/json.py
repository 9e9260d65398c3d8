"""Routes that answer with a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError
from tornado import web

from ..messages import Message
from .base import EsapHandler

if TYPE_CHECKING:
    from .route import Route


# The bodies of our own messages are small; what is large goes through the relay.
LARGEST_BODY = 1024 * 1024


@web.stream_request_body
class JsonHandler(EsapHandler):
    """Does the action of the route and answers with its message.

    The body is read here and not by Tornado, which would take all of it before it asks who sends it.
    """

    async def prepare(self) -> None:
        await super().prepare()
        self._body = bytearray()
        if self.request.method == "OPTIONS":
            return
        length = int(self.request.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY:
            raise web.HTTPError(413)
        if length or "Transfer-Encoding" in self.request.headers:
            kind = self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            if kind != "application/json":
                raise web.HTTPError(415)

    def data_received(self, chunk: bytes) -> None:
        # One byte too many is enough to know; a body whose length nobody said is not kept.
        self._body += chunk[: LARGEST_BODY + 1 - len(self._body)]

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
        if len(self._body) > LARGEST_BODY:
            raise web.HTTPError(413)
        route = self.routes[self.request.method or ""]
        if route.action is None:
            raise web.HTTPError(405)
        message = await route.action(self.site, **segments, **self._sent(route))
        self.finish(message.to_json())

    def _sent(self, route: Route) -> dict[str, Message]:
        if route.body is None:
            return {}
        try:
            return {"body": route.body.model_validate_json(bytes(self._body))}
        except ValidationError as error:
            raise web.HTTPError(400, f"The body is no {route.body.__name__}.") from error
