"""Why something outside failed: a code and facts, worded by the browser in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .message import Message

FailureCode = Literal[
    "unreachable",
    "no-such-host",
    "no-answer",
    "cut",
    "unreadable",
    "busy",
    "refused",
    "too-large",
    "internal",
]


class Failure(Message):
    """The codes are those of the browser's own `FailureCode`, as far as the server can tell them."""

    code: FailureCode
    words: str | None = None
    """A sentence of ours, or the words of a service, as text."""
    facts: Mapping[str, int | float | str] | None = None
    """`host`, `why`, `seconds`, `waiting`, `bytes`, `id`, by code."""
