"""The experiment whose files take a password; experiment and account are those of `vo`."""

from __future__ import annotations

import base64

from .request import Answer, Request, text

# How the names of its files begin.
FILES = "n24k1_"
USER, PASSWORD = "pi", "pipw2"


def refusal(request: Request, name: str) -> Answer | None:
    """What is answered instead of a file to somebody who may not have it."""
    expected = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    if not name.startswith(FILES) or request.headers.get("Authorization", "") == f"Basic {expected}":
        return None
    words = text("These data are under embargo.", 401)
    return Answer(words.body, words.media, 401, {"WWW-Authenticate": 'Basic realm="demo archive"'})
