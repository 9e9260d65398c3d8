"""Text that is safe to put into XML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from .request import Answer


def printable(words: str) -> str:
    """Without the control characters and lone surrogates that can't be in XML at all."""
    return "".join(letter if letter in "\n\t" or is_text(letter) else "?" for letter in words)


def is_text(letter: str) -> bool:
    return letter >= " " and not "\ud800" <= letter <= "\udfff" and letter not in "\ufffe\uffff"


def clean(words: str) -> str:
    """As the content of an element."""
    return escape(printable(words))


def xml(body: str) -> Answer:
    return Answer(f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode(), "text/xml; charset=utf-8")
