"""Which products are on this machine already."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .message import Message


class LocalRequest(Message):
    """Products that somebody wants to work on."""

    urls: list[Annotated[str, Field(max_length=4096)]] = Field(max_length=200)


class LocalFile(Message):
    """Whether a product lies beneath one of the site's mounts."""

    url: str
    """As it was asked for."""
    available: bool
    path: str | None = None
    """What a kernel on this machine can open; there if and only if it is available."""
    size: int | None = None
    """Bytes; a folder has none."""


class LocalFiles(Message):
    """One for each URL, in their order."""

    files: list[LocalFile]
