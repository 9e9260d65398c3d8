"""So many requests at a time to one host; the others wait in a line that can be seen."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque

from ..messages import Failure
from .failures import Failed

# A page sends four at a time; a line as long as this is no person's doing.
MOST_WAITING = 100


class Place:
    """A request's place in the line. `leave` must be called, whatever happened; twice is no harm."""

    def __init__(self, lane: Lane, background: bool) -> None:
        self.background = background
        self._lane = lane
        self._turn = asyncio.Event()
        self._moved = asyncio.Event()

    @property
    def is_in(self) -> bool:
        """Is it its turn?"""
        return self._turn.is_set()

    @property
    def ahead(self) -> int:
        """How many requests are before it in the line."""
        return self._lane.ahead(self)

    async def turn(self) -> None:
        """Resolves when it is its turn."""
        await self._turn.wait()

    async def moved(self, seconds: float) -> None:
        """Resolves when the place has changed or it is its turn, or after so long."""
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._moved.wait(), seconds)
        self._moved.clear()

    def leave(self) -> None:
        """The request is over, or nobody waits for it any more."""
        self._lane.leave(self)

    def tell(self, turn: bool) -> None:
        """Says that something has changed."""
        if turn:
            self._turn.set()
        self._moved.set()


class Lane:
    """The line before one host; what a person waits for goes before what is done in the background."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._running: set[Place] = set()
        self._lines: tuple[deque[Place], deque[Place]] = (deque(), deque())

    def join(self, background: bool = False) -> Place:
        """A place at the end of the line; `Failed` with code `busy` if that is too long."""
        if sum(map(len, self._lines)) >= MOST_WAITING:
            raise Failed(Failure(code="busy", facts={"waiting": MOST_WAITING}))
        place = Place(self, background)
        self._lines[background].append(place)
        self._next()
        return place

    def ahead(self, place: Place) -> int:
        if place not in self._lines[place.background]:
            return 0
        before = len(self._lines[0]) if place.background else 0
        return before + self._lines[place.background].index(place)

    def leave(self, place: Place) -> None:
        self._running.discard(place)
        with contextlib.suppress(ValueError):
            self._lines[place.background].remove(place)
        self._next()
        for line in self._lines:
            for other in line:
                other.tell(turn=False)

    def _next(self) -> None:
        while len(self._running) < self._at_once and any(self._lines):
            place = (self._lines[0] or self._lines[1]).popleft()
            self._running.add(place)
            place.tell(turn=True)
