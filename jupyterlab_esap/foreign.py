"""Text of others, made fit for a log or a message."""

from __future__ import annotations

import re

LONGEST = 200
# C0, DEL and C1 control characters, line and paragraph separators, and what turns the direction of writing.
ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

QUERY = re.compile(r"(https?://[^\s?#\"'<>]{0,2000})[?#][^\s\"'<>]*")


def foreign(text: object, longest: int = LONGEST) -> str:
    """`text` on one line, without anything that a terminal, a log or a reader would act on, and cut.

    What acts is shown as an escape, so that it can still be seen.
    """
    shown = ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", str(text)[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def without_queries(text: str) -> str:
    """`text` without what stands behind the `?` of URLs: signatures and tokens are there."""
    return QUERY.sub(r"\1?…", text)
