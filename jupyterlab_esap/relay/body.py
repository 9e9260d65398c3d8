"""The body of a request on its way through."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

# So much is kept, so that it can be sent again after a redirect; more only passes through.
KEPT = 1024 * 1024
PIECES = 4


class Body:
    """What the browser sends, piece by piece as it arrives.

    `length` is what it announced, in bytes; None if it did not.
    """

    def __init__(self, length: int | None) -> None:
        self.length = length
        self.present = length is None or length > 0
        self._kept: list[bytes] | None = [] if length is not None and length <= KEPT else None
        # What is kept is bounded by its length, what passes through by the number of pieces.
        self._pieces: asyncio.Queue[bytes | None] = asyncio.Queue(0 if self._kept is not None else PIECES)

    async def put(self, piece: bytes) -> None:
        """Takes a piece; waits while the service is slower than the browser."""
        await self._pieces.put(piece)

    def end(self) -> None:
        """No more pieces come. The queue has room, or somebody waits to make it."""
        self._ending = asyncio.ensure_future(self._pieces.put(None))

    def again(self) -> bool:
        """May `content` be read from its beginning?"""
        return self._kept is not None or not self.present

    async def content(self) -> AsyncIterator[bytes]:
        """The pieces; from the beginning, where `again` says so."""
        for piece in list(self._kept or ()):
            yield piece
        while (piece := await self._pieces.get()) is not None:
            if self._kept is not None:
                self._kept.append(piece)
            yield piece
        # For the next reader.
        self.end()
