"""Requests to the services of the profile."""

from __future__ import annotations

import contextlib

from pydantic import ValidationError
from tornado import web
from tornado.iostream import StreamClosedError

from ..messages import RelayRequest
from ..relay import frames
from ..relay.body import Body
from ..relay.exchange import Exchange
from .base import EsapHandler
from .route import Route

HEADER = "X-Esap-Request"


@web.stream_request_body
class RelayHandler(EsapHandler):
    """Always a POST, whatever is sent on: neither browsers nor proxies keep or repeat it."""

    _exchange: Exchange | None = None

    async def prepare(self) -> None:
        await super().prepare()
        if self.request.method == "OPTIONS":
            return
        service = self.site.profile.service(self.path_kwargs.get("service", ""))
        if service is None:
            raise web.HTTPError(404, "The profile of this site has no such service.")
        try:
            asked = RelayRequest.model_validate_json(self.request.headers.get(HEADER, ""))
        except ValidationError as error:
            raise web.HTTPError(400, f"The header {HEADER} is not right.") from error
        if asked.background:
            self._track_activity = False
        length = self.request.headers.get("Content-Length")
        chunked = "Transfer-Encoding" in self.request.headers
        self._body = Body(None if chunked else int(length or 0))
        kind = self.request.headers.get("Content-Type")
        self._exchange = Exchange(
            service, self.site.client(service), asked, self._body, kind, self.log, self.site.sparse
        )

    async def data_received(self, chunk: bytes) -> None:
        if self._exchange:
            await self._exchange.put(chunk)

    @web.authenticated
    async def post(self, service: str) -> None:
        if self._exchange is None:
            raise web.HTTPError(400)
        self._body.end()
        self.set_header("Content-Type", "application/octet-stream")
        # Some proxies hold back what they take for a short answer.
        self.set_header("X-Accel-Buffering", "no")
        # The browser's own deadlines begin with the first byte that it gets.
        await self._write(frames.ALIVE)
        await self._exchange.answer(self._write)
        if not self._gone:
            # The browser may go away while the last frame is on its way; nobody is left to be told.
            with contextlib.suppress(StreamClosedError):
                await self.finish(set_content_type="application/octet-stream")

    _gone = False

    async def _write(self, piece: bytes) -> None:
        """Resolves when the piece has left: a slow browser makes the service wait."""
        self.write(piece)
        try:
            await self.flush()
        except StreamClosedError:
            self.on_connection_close()
            raise

    def on_connection_close(self) -> None:
        self._gone = True
        if self._exchange:
            self._exchange.stop()
        super().on_connection_close()


ROUTES = (Route("POST", "relay/{service}", answer=None, header=(HEADER, RelayRequest), handler=RelayHandler),)
