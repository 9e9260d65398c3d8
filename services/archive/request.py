"""A request and an answer, without the server around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Request:
    method: str
    """Decoded parts of the path."""
    path: tuple[str, ...]
    """As they came, of the URL and of a form, with names in upper case (DALI 1.1 §3)."""
    parameters: tuple[tuple[str, str], ...]
    headers: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str, otherwise: str = "") -> str:
        """The last value of a parameter."""
        return next((value for key, value in reversed(self.parameters) if key == name), otherwise)

    def all(self, name: str) -> Sequence[str]:
        return [value for key, value in self.parameters if key == name]


@dataclass(frozen=True)
class Answer:
    body: bytes
    media: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def text(words: str, status: int = 200) -> Answer:
    return Answer(f"{words}\n".encode(), "text/plain; charset=utf-8", status)


def see(url: str) -> Answer:
    """Sends the client on, as UWS does after every change."""
    return Answer(b"", "text/plain", 303, {"Location": url})


def not_found(what: str) -> Answer:
    return text(f"There is no {what} here.", 404)
