"""What reached this server, and how each request ended: so that a test can see its own cancel arrive."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from dataclasses import asdict, dataclass
from typing import Literal

from .wire import Answer, Request


@dataclass
class Visit:
    key: str
    method: str
    target: str
    state: Literal["open", "finished", "aborted"] = "open"
    """`aborted`: the client went away before the answer was complete."""
    sent: int = 0
    """Bytes of the answer that were handed to the system."""


class Log:
    """The last requests; those with a `key` can be asked for."""

    def __init__(self) -> None:
        self.visits: deque[Visit] = deque(maxlen=20000)
        self.changed = asyncio.Condition()

    def begin(self, request: Request) -> Visit:
        visit = Visit(request.switches.get("key", ""), request.method, request.target)
        self.visits.append(visit)
        return visit

    async def end(self, visit: Visit, state: Literal["finished", "aborted"], sent: int) -> None:
        visit.state, visit.sent = state, sent
        async with self.changed:
            self.changed.notify_all()

    def of(self, key: str) -> list[Visit]:
        return [visit for visit in self.visits if visit.key == key]

    def count(self, key: str) -> int:
        return len(self.of(key))

    async def until(self, key: str, state: str, seconds: float) -> None:
        """Returns when a request with that key is in that state, or after so long."""

        async def wait() -> None:
            async with self.changed:
                await self.changed.wait_for(lambda: any(visit.state == state for visit in self.of(key)))

        try:
            await asyncio.wait_for(wait(), seconds)
        except asyncio.TimeoutError:
            return


LOG = Log()


async def echo(request: Request, answer: Answer) -> None:
    said = {
        "method": request.method,
        "target": request.target,
        "headers": request.headers,
        "length": len(request.body),
        "body": request.body[:10000].decode(errors="replace"),
    }
    await answer.whole(200, json.dumps(said), "application/json")


async def seen(request: Request, answer: Answer) -> None:
    key = request.fault[1]
    if "until" in request.switches:
        await LOG.until(key, request.switches["until"], request.seconds("within", 5000))
    await answer.whole(200, json.dumps([asdict(visit) for visit in LOG.of(key)]), "application/json")


FAULTS = {"echo": echo, "seen": seen}
