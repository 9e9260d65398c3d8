"""What our own routes answer with instead of what was asked for."""

from __future__ import annotations

from .message import Message


class Fault(Message):
    """The answer of a route with a status of 400 or more."""

    message: str
    """One sentence, for log and doctor; the browser words its own."""
    id: str | None = None
    """Of the entry in the server's log, where the fault is ours."""
