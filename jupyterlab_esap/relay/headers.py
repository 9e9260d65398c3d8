"""Which headers cross the relay. Everything that is not named here stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .._version import __version__
from ..foreign import foreign

USER_AGENT = f"jupyterlab-esap/{__version__} (+https://github.com/jupyterlab-esap/jupyterlab-esap)"
TO_SERVICE = frozenset(
    {
        "accept",
        "accept-encoding",
        "content-type",
        "if-match",
        "if-modified-since",
        "if-none-match",
        "if-range",
        "range",
    }
)
TO_BROWSER = frozenset(
    {
        "accept-ranges", "content-disposition", "content-encoding", "content-length", "content-range",
        "content-type", "date", "etag", "last-modified", "location", "retry-after",
    }
)  # fmt: skip
# The browser's worker undoes gzip and nothing else.
ENCODINGS = frozenset({"gzip", "identity"})
LONGEST = 4096
# What may stand in a header that we send: visible ASCII and blanks, so that no value begins another header.
VALUE = re.compile(r"[\x20-\x7e]*")


def to_service(wanted: Mapping[str, str], content_type: str | None) -> dict[str, str]:
    """The headers that a service gets: those asked for that are on the list, and our name.

    `content_type` is that of the body, None without one; what was asked for comes first.
    """
    lower = {name.lower(): value for name, value in wanted.items()}
    sent = {
        name: value
        for name, value in lower.items()
        if name in TO_SERVICE and len(value) <= LONGEST and VALUE.fullmatch(value)
    }
    if sent.get("accept-encoding", "") not in ENCODINGS:
        # Parts of a compressed answer are of no use.
        sent["accept-encoding"] = "identity" if "range" in sent else "gzip"
    if content_type is None:
        sent.pop("content-type", None)
    elif VALUE.fullmatch(content_type):
        sent.setdefault("content-type", content_type)
    sent.setdefault("accept", "*/*")
    sent["user-agent"] = USER_AGENT
    return sent


def to_browser(got: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What the browser is told of a service's headers: the first of each name on the list, as inert text."""
    told: dict[str, str] = {}
    for name, value in got:
        if (lower := name.lower()) in TO_BROWSER:
            told.setdefault(lower, foreign(value, LONGEST))
    return told
