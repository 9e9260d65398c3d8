"""What the relay is told and what it tells, beside the bytes that it carries."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .failure import Failure
from .message import Message


class RelayRequest(Message):
    """The header `X-Esap-Request` of a request to the relay; its body is the body for the service."""

    url: str
    """Absolute, and sent as it is: nothing is encoded again."""
    method: Literal["GET", "HEAD", "POST", "PUT", "DELETE"] = "GET"
    headers: dict[str, str] = Field(default_factory=dict)
    patience: Literal["probe", "search", "bulk"] = "search"
    background: bool = False
    """Does not count as activity."""


class FrameWait(Message):
    """The request is not sent yet: as many as this site allows run at this host."""

    ahead: int
    """So many others are before it in the line."""


class FrameHead(Message):
    """The service's answer before its body."""

    status: int
    url: str
    """The final one, after redirects."""
    headers: dict[str, str]
    """Those on the list, names in lower case."""


class FrameEnd(Message):
    """How the answer ended."""

    complete: bool
    bytes: int
    """Of the body, as carried."""
    failure: Failure | None = None
    """There if and only if it is not complete."""
