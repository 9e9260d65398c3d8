"""How long the relay waits, in seconds."""

from __future__ import annotations

from dataclasses import dataclass

from ..profile import Limits

# Of silence towards the browser, until it is told that we still wait.
ALIVE = 15.0


@dataclass(frozen=True)
class Patience:
    """The deadlines of one request."""

    first_byte: float
    """From when all was sent until the answer begins."""
    idle: float
    """Between two pieces of the answer. There is no limit for the whole: large answers are welcome."""
    alive: float = ALIVE


USUAL = {
    "probe": Patience(first_byte=5, idle=5),
    "search": Patience(first_byte=20, idle=60),
    "bulk": Patience(first_byte=60, idle=60),
}


def patience(name: str, limits: Limits) -> Patience:
    """The deadlines for what a request is for; a service known to be slow has its own, but for probes."""
    usual = USUAL[name]
    if limits.first_byte is None or name == "probe":
        return usual
    return Patience(limits.first_byte, usual.idle, usual.alive)
