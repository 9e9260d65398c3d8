"""Leaves a host alone that is out of order, and asks it again now and then."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from ..messages import Failure
from .failures import Failed

# So many failures in a row, and the next request waits for the first pause; each further failure doubles it.
# After the longest a host that has recovered is found again within half a minute.
IN_A_ROW = 3
# Longer apart they are no storm: somebody presses Retry now and then, and may.
WINDOW = 10.0
FIRST_PAUSE = 2.0
LONGEST_PAUSE = 20.0
# What a service may ask for by Retry-After: more, and a mistake of it would last for a whole session.
LONGEST_ASKED = 600.0
# Overloaded, or without what stands behind it. 500 is not among them: some services say it of a wrong query.
OUT_OF_ORDER = frozenset({429, 502, 503, 504})


class Breaker:
    """The state of one origin of a service. `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._last = 0.0
        self._until = 0.0
        self._asked = False
        self._trying = False

    def enter(self) -> bool:
        """Before each request. `Failed` with code `busy` while the host is left alone.

        After a pause one request goes out alone and finds out for the others; True for that one.
        """
        left = self._until - self._clock()
        if left > 0:
            raise paused(left, self._asked)
        if self._until:
            if self._trying:
                raise paused(1, asked=False)
            self._trying = True
        return self._trying

    def good(self) -> None:
        """The host answered."""
        self._failures, self._until, self._asked, self._trying = 0, 0.0, False, False

    def bad(self, retry_after: float | None = None) -> None:
        """The host is out of order; `retry_after` is what it asks for, in seconds."""
        now = self._clock()
        if not self._until and now - self._last > WINDOW:
            self._failures = 0
        self._failures += 1
        self._last = now
        self._trying = False
        pause = 0.0
        if self._failures >= IN_A_ROW:
            # The exponent is bounded: two to the power of an hour of failures is no number of seconds.
            pause = min(FIRST_PAUSE * 2 ** min(self._failures - IN_A_ROW, 16), LONGEST_PAUSE)
        if retry_after is not None and retry_after > pause:
            pause, self._asked = min(retry_after, LONGEST_ASKED), True
        if pause:
            self._until = max(self._until, now + pause)

    def unknown(self) -> None:
        """That one request was given up; nothing was learnt."""
        self._trying = False

    def heard(self, status: int, retry_after: str | None) -> None:
        """Judges an answer by its status."""
        if status in OUT_OF_ORDER:
            self.bad(seconds_of(retry_after))
        else:
            self.good()


def paused(seconds: float, asked: bool) -> Failed:
    facts: dict[str, int | float | str] = {"seconds": math.ceil(seconds)}
    # Where the service did not ask for it, the pause is our own doing, and said so.
    return Failed(Failure(code="busy", facts=facts if asked else {**facts, "why": "paused"}))


def seconds_of(retry_after: str | None) -> float | None:
    """What a Retry-After header asks for (RFC 9110, 10.2.3): seconds, or a date. None if it can't be read."""
    text = (retry_after or "").strip()[:64]
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=timezone.utc)
    return max(0.0, (then - datetime.now(timezone.utc)).total_seconds())
