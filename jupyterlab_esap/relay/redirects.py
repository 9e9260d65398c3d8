"""Redirects, followed by ourselves: each hop is checked, and what is sent on is ours to say."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Mapping
from urllib.parse import urljoin

from ..foreign import foreign
from ..outbound.answer import Answer
from ..outbound.client import Client
from ..outbound.failures import refused
from ..outbound.url import Target, UrlError, check_url
from .body import Body
from .reach import Reach

HOPS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
BODY_HEADERS = frozenset({"content-type"})


async def send(
    client: Client, reach: Reach, method: str, target: Target, headers: Mapping[str, str], body: Body
) -> tuple[Answer, Target]:
    """The answer of the last hop, and where that is. `Failed` for what went wrong on the way."""
    sent: Body | None = body
    for _ in range(HOPS + 1):
        answer = await client.send(method, target, reach.is_own(target), *with_length(headers, sent))
        location = answer.header("Location")
        if answer.status not in REDIRECTS or location is None:
            return answer, target
        answer.close()
        there = destination(target, location)
        if answer.status == 303 or (answer.status in (301, 302) and method == "POST"):
            method = "HEAD" if method == "HEAD" else "GET"
            sent = None
            headers = {name: value for name, value in headers.items() if name not in BODY_HEADERS}
        elif sent is not None and not sent.again():
            raise refused("The service redirects a body that is too large to be sent twice.")
        target = reach.follow(method, target, there)
    raise refused(f"The service redirected more than {HOPS} times.")


def destination(here: Target, location: str) -> Target:
    """Where a `Location` leads; it may be relative. A fragment is for the browser alone and is left out."""
    try:
        return check_url(urljoin(here.url, location))
    except ValueError as error:
        why = error if isinstance(error, UrlError) else "it is not a URL"
        raise refused(
            f"The service redirects to {foreign(location, 80)}, which can't be followed: {why}."
        ) from error


def with_length(
    headers: Mapping[str, str], body: Body | None
) -> tuple[Mapping[str, str], Callable[[], AsyncIterable[bytes]] | None]:
    """Headers and content of a request; with the body's length, where that is known."""
    if body is None or not body.present:
        return headers, None
    if body.length is not None:
        headers = {**headers, "content-length": str(body.length)}
    return headers, body.content
