"""The site's profile as the browser may see it."""

from __future__ import annotations

from typing import Literal

from .message import Message

ServiceKind = Literal["tap", "scs"]


class Service(Message):
    """A service of the site."""

    id: str
    """What requests name it by."""
    label: str
    """What people name it by."""
    kind: ServiceKind
    """How to talk to it."""
    url: str
    """Base URL: of a TAP service what `/sync` is appended to, of a cone search what parameters are."""
    selected: bool
    """Asked unless the user says otherwise."""
    description: str | None = None
    table: str | None = None
    """Of a TAP service: the table to search, `ivoa.obscore` where the profile says nothing."""
    maxrec: int | None = None
    """Rows to ask for at most."""


class Profile(Message):
    """What this site has."""

    services: list[Service]
    problems: list[str]
    """What could not be used of the operator's file, one sentence each."""
    name: str | None = None
    """Of the site."""
