"""The text of a notebook template."""

from __future__ import annotations

from .message import Message


class TemplateText(Message):
    """A notebook as it is in its file."""

    name: str
    """Of the file."""
    text: str
    """JSON."""
