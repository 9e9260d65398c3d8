"""Lines of one kind, few enough that a log stays readable."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

MOST = 5
SECONDS = 60.0


class Sparse:
    """Lets so many lines of a kind pass in a minute. `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kinds: dict[Hashable, tuple[float, int]] = {}

    def admit(self, kind: Hashable) -> int | None:
        """None if the line is to be left out; else how many were left out before it. Kinds must be few."""
        now = self._clock()
        begin, count = self._kinds.get(kind, (now, 0))
        missed = 0
        if now - begin >= SECONDS:
            begin, count, missed = now, 0, max(0, count - MOST)
        self._kinds[kind] = (begin, count + 1)
        return missed if count < MOST else None
