"""What a route is, and how a table of them becomes handlers."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ..messages import Message
from ..site import Site
from .base import EsapHandler
from .json import JsonHandler

PREFIX = "jupyterlab-esap"
SEGMENT = re.compile(r"{(\w+)}")
ONE_SEGMENT = r"(?P<\1>[^/]+)"


@dataclass(frozen=True)
class Route:
    """One method of one path."""

    method: Literal["GET", "POST", "PUT", "DELETE"]
    path: str
    """Below the prefix; `{name}` is a segment that the action gets by that name."""
    answer: type[Message] | None
    """None: the answer is bytes, and `handler` says which."""
    action: Callable[..., Awaitable[Message]] | None = None
    """Gets the site and the segments by name; and `body`, if the route takes one."""
    body: type[Message] | None = None
    """The message that is sent."""
    access: Literal["read", "write"] = "read"
    """What the authoriser is asked for, on the resource `esap`."""
    header: tuple[str, type[Message]] | None = None
    """A message that is told in a header, and its name."""
    handler: type[EsapHandler] = JsonHandler


def handlers(routes: Iterable[Route], site: Site) -> list[tuple[str, type[EsapHandler], dict[str, Any]]]:
    """Tornado's handlers, one for each path; and one for all else under the prefix."""
    by_path: dict[str, dict[str, Route]] = {}
    for route in routes:
        by_path.setdefault(route.path, {})[route.method] = route
    return [
        *(
            (
                f"/{PREFIX}/{SEGMENT.sub(ONE_SEGMENT, path)}",
                next(iter(methods.values())).handler,
                {"site": site, "routes": methods},
            )
            for path, methods in by_path.items()
        ),
        (f"/{PREFIX}(?:/.*)?", JsonHandler, {"site": site, "routes": {}}),
    ]
