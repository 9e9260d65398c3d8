"""By a clock that the tests turn."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from itertools import pairwise

import pytest

from .breaker import IN_A_ROW, LONGEST_ASKED, WINDOW, Breaker, seconds_of
from .failures import Failed


class Clock:
    """Seconds, as a test says."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def told(breaker: Breaker) -> dict[str, int | float | str]:
    """What somebody hears who is not let through."""
    with pytest.raises(Failed) as caught:
        breaker.enter()
    assert caught.value.failure.code == "busy"
    return dict(caught.value.failure.facts or {})


def test_a_storm_becomes_less_than_a_request_a_second(breaker: Breaker, clock: Clock) -> None:
    """Ten requests a second for ten minutes to a host that answers 503 to each."""
    sent = []
    for tick in range(6000):
        clock.now = 1000 + tick / 10
        try:
            breaker.enter()
        except Failed:
            continue
        sent.append(clock.now)
        breaker.heard(503, None)
    assert sent[IN_A_ROW - 1] < 1001
    after = sent[IN_A_ROW - 1 :]
    assert all(later - earlier >= 1 for earlier, later in pairwise(after))
    assert len(after) < 60


def test_a_host_that_has_recovered_is_found_within_half_a_minute(breaker: Breaker, clock: Clock) -> None:
    for _ in range(100):
        breaker.bad()
    recovered = clock.now
    while True:
        clock.now += 0.1
        try:
            assert breaker.enter()
        except Failed:
            continue
        breaker.heard(200, None)
        break
    assert clock.now - recovered <= 30
    for _ in range(10):
        assert not breaker.enter()


def test_one_request_finds_out_for_the_others(breaker: Breaker, clock: Clock) -> None:
    for _ in range(IN_A_ROW):
        breaker.bad()
    assert told(breaker) == {"seconds": 2, "why": "paused"}
    clock.now += 2
    assert breaker.enter()
    assert told(breaker)["why"] == "paused"
    # It was stopped, and another one may find out.
    breaker.unknown()
    assert breaker.enter()
    breaker.heard(502, None)
    assert told(breaker) == {"seconds": 4, "why": "paused"}


def test_a_good_answer_forgets_what_was_before(breaker: Breaker) -> None:
    for _ in range(20):
        breaker.heard(503, None)
        breaker.heard(500, None)
        breaker.heard(404, None)
        assert not breaker.enter()


def test_failures_far_apart_are_no_storm(breaker: Breaker, clock: Clock) -> None:
    for _ in range(20):
        assert not breaker.enter()
        breaker.bad()
        clock.now += WINDOW + 1


def test_who_asks_for_time_gets_it(breaker: Breaker, clock: Clock) -> None:
    breaker.heard(429, "45")
    assert told(breaker) == {"seconds": 45}
    clock.now += 44.5
    assert told(breaker) == {"seconds": 1}
    clock.now += 0.5
    assert breaker.enter()
    breaker.heard(503, "9" * 50)
    assert told(breaker) == {"seconds": LONGEST_ASKED}


def test_retry_after_is_seconds_or_a_date() -> None:
    assert seconds_of(" 7 ") == 7
    then = datetime.now(timezone.utc) + timedelta(hours=1)
    asked = seconds_of(format_datetime(then, usegmt=True))
    assert asked
    assert 0 < asked <= 3600
    assert seconds_of("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    for text in (None, "", "-5", "soon", "1e9", "٣", "Wed, 99 Oct 2015", "\x00" * 100):
        assert seconds_of(text) is None
