"""One request through the relay, from what the browser asks to the last frame."""

from __future__ import annotations

import asyncio
import secrets
import traceback
from collections.abc import Awaitable, Callable
from logging import Logger
from typing import Any, TypeVar

from ..foreign import foreign, without_queries
from ..messages import Failure, FrameEnd, FrameHead, FrameWait, RelayRequest
from ..outbound.answer import Answer, Broken
from ..outbound.client import Client
from ..outbound.failures import Failed, cut, no_answer, too_large
from ..outbound.lane import Place
from ..outbound.url import Target
from ..profile import SiteService
from ..sparse import Sparse
from . import frames
from .body import Body
from .headers import to_browser, to_service
from .patience import Patience, patience
from .reach import Reach
from .redirects import send

T = TypeVar("T")
Write = Callable[[bytes], Awaitable[None]]


class Exchange:
    """Sends at once; `answer` writes what comes back. `stop` ends both, wherever they are.

    `content_type` is that of the body.
    """

    def __init__(
        self,
        service: SiteService,
        client: Client,
        asked: RelayRequest,
        body: Body,
        content_type: str | None,
        log: Logger,
        sparse: Sparse,
    ) -> None:
        self._service = service
        self._client = client
        self._asked = asked
        self._body = body
        self._content_type = content_type if body.present else None
        self._log = log
        self._sparse = sparse
        self._patience = patience(asked.patience, service.limits)
        self._bytes = 0
        self._place: Place | None = None
        self._sending = asyncio.ensure_future(self._send())
        self._answering: asyncio.Task[None] | None = None

    async def put(self, piece: bytes) -> None:
        """Takes a piece of the body; what comes after the request has ended is let fall."""
        putting = asyncio.ensure_future(self._body.put(piece))
        await asyncio.wait({putting, self._sending}, return_when=asyncio.FIRST_COMPLETED)
        putting.cancel()

    async def answer(self, write: Write) -> None:
        """Writes the frames. Never raises for anything that the service did; returns early when stopped."""
        self._answering = asyncio.ensure_future(self._answer(write))
        await asyncio.wait({self._answering})
        self._leave()
        if not self._answering.cancelled():
            self._answering.result()

    def stop(self) -> None:
        """Nobody waits for the answer any more: the service's connection is closed."""
        self._sending.cancel()
        self._sending.add_done_callback(drop)
        self._leave()
        if self._answering:
            self._answering.cancel()

    def _leave(self) -> None:
        """Lets the next one go. The place is held until the whole answer is there."""
        if self._place:
            self._place.leave()

    async def _send(self) -> tuple[Answer, Target]:
        reach = Reach(self._service)
        target = reach.ask(self._asked.method, self._asked.url)
        headers = to_service(self._asked.headers, self._content_type)
        self._place = self._client.lane.join(self._asked.background)
        await self._place.turn()
        return await send(self._client, reach, self._asked.method, target, headers, self._body)

    async def _answer(self, write: Write) -> None:
        failure: Failure | None = None
        try:
            await self._carry(write)
        except Failed as failed:
            failure = failed.failure
        except OSError:
            # The browser went away while we wrote; nobody is left to be told.
            return
        except Exception as error:  # noqa: BLE001 - the last frame has to be said whatever happened.
            fault = secrets.token_hex(6)
            trace = without_queries("".join(traceback.format_exception(error)))
            self._log.error("esap relay %s to %s:\n%s", fault, self._service.id, trace)
            failure = Failure(code="internal", facts={"id": fault})
        if failure:
            self._note(failure)
        await write(frames.end(FrameEnd(complete=failure is None, bytes=self._bytes, failure=failure)))

    def _note(self, failure: Failure) -> None:
        """One line in the log, as long as there are not many of its kind."""
        missed = self._sparse.admit((self._service.id, failure.code))
        if missed is not None:
            more = f" ({missed} more of the last minute left out)" if missed else ""
            said = foreign(without_queries(failure.to_json()))
            self._log.info("esap relay to %s: %s%s", self._service.id, said, more)

    async def _carry(self, write: Write) -> None:
        wait = self._patience
        await self._line_up(write)
        try:
            answer, target = await alive(
                self._sending, wait.first_byte, no_answer(wait.first_byte), wait, write
            )
        except Failed as failed:
            if failed.failure.code == "no-answer":
                # Seen from the client, that is a request which was given up.
                self._client.silent(self._asked.url)
            raise
        try:
            largest = self._service.limits.bytes
            if answer.length > largest and self._asked.method != "HEAD":
                raise too_large(largest)
            told = FrameHead(status=answer.status, url=target.url, headers=to_browser(answer.headers))
            await write(frames.head(told))
            while chunk := await self._chunk(answer, write):
                await self._pass_on(chunk, write)
        finally:
            # What was read to its end goes back to the pool by itself; what was not is closed.
            answer.close()

    async def _line_up(self, write: Write) -> None:
        """Tells the browser the place in the line; the deadlines begin when it is the request's turn."""
        # It joins as soon as the loop gets to it.
        await asyncio.sleep(0)
        place = self._place
        while place and not place.is_in and not self._sending.done():
            await write(frames.waiting(FrameWait(ahead=place.ahead)))
            await place.moved(self._patience.alive)

    async def _pass_on(self, chunk: bytes, write: Write) -> None:
        if self._bytes + len(chunk) > self._service.limits.bytes:
            raise too_large(self._service.limits.bytes)
        self._bytes += len(chunk)
        await write(frames.data(chunk))

    async def _chunk(self, answer: Answer, write: Write) -> bytes:
        """The next piece of the body, as large as it came; empty at its end."""
        wait = self._patience
        reading = asyncio.ensure_future(answer.piece())
        try:
            silent = cut(self._bytes, seconds=wait.idle)
            return await alive(reading, wait.idle, silent, wait, write)
        except Broken as broken:
            if broken.last:
                await self._pass_on(broken.last, write)
            raise cut(self._bytes) from broken


async def alive(work: asyncio.Future[T], seconds: float, late: Failed, wait: Patience, write: Write) -> T:
    """The result of `work`; `late` after `seconds`. Tells the browser now and then that we still wait."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    try:
        while not work.done():
            left = deadline - loop.time()
            if left <= 0:
                raise late
            await asyncio.wait({work}, timeout=min(left, wait.alive))
            if not work.done() and left > wait.alive:
                await write(frames.ALIVE)
        return work.result()
    except BaseException:
        work.cancel()
        work.add_done_callback(drop)
        raise


def drop(work: asyncio.Future[Any]) -> None:
    """Lets go of the answer of what was given up."""
    if work.cancelled() or work.exception():
        return
    result = work.result()
    if isinstance(result, tuple):
        result[0].close()
