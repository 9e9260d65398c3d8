from __future__ import annotations

import asyncio

import pytest

from .failures import Failed
from .lane import MOST_WAITING, Lane


async def test_a_hundred_clicks_are_so_many_at_a_time() -> None:
    lane = Lane(4)
    running = most = 0

    async def click() -> None:
        nonlocal running, most
        place = lane.join()
        try:
            await place.turn()
            running += 1
            most = max(most, running)
            for _ in range(3):
                await asyncio.sleep(0)
            running -= 1
        finally:
            place.leave()

    await asyncio.gather(*(click() for _ in range(100)))
    assert (running, most) == (0, 4)


async def test_what_a_person_waits_for_goes_first() -> None:
    lane = Lane(1)
    first = lane.join()
    background, person, other = lane.join(True), lane.join(), lane.join()
    assert first.is_in
    assert [place.ahead for place in (person, other, background)] == [0, 1, 2]
    first.leave()
    assert person.is_in
    assert [place.ahead for place in (other, background)] == [0, 1]
    # Who leaves the line is no hindrance, and twice is once.
    other.leave()
    other.leave()
    person.leave()
    assert background.is_in
    background.leave()
    assert lane.join().is_in


async def test_who_waits_hears_that_the_line_has_moved() -> None:
    lane = Lane(1)
    first, _, last = lane.join(), lane.join(), lane.join()
    moved = asyncio.ensure_future(last.moved(60))
    await asyncio.sleep(0)
    assert not moved.done()
    first.leave()
    await moved
    assert last.ahead == 0
    assert not last.is_in


async def test_the_line_has_an_end() -> None:
    lane = Lane(1)
    places = [lane.join() for _ in range(1 + MOST_WAITING)]
    with pytest.raises(Failed) as caught:
        lane.join()
    assert caught.value.failure.code == "busy"
    places[5].leave()
    lane.join()
