"""How far a service of the profile reaches: which URLs, with which methods."""

from __future__ import annotations

from ..outbound.failures import refused
from ..outbound.url import Target, UrlError, below, check_url
from ..profile import SiteService

READING = frozenset({"GET", "HEAD"})
WEB_PORTS = frozenset({80, 443})


class Reach:
    """The rules of one service."""

    def __init__(self, service: SiteService) -> None:
        self._service = service
        self.base = check_url(service.url)
        self.origins = frozenset({self.base.origin, *service.origins})

    def is_own(self, target: Target) -> bool:
        """Is this one of the hosts that the operator named for the service?"""
        return target.origin in self.origins

    def ask(self, method: str, url: str) -> Target:
        """What a request of the browser goes to; `Failed` if it may not."""
        try:
            target = check_url(url)
        except UrlError as error:
            raise refused(f"The URL can't be sent: {error}.") from error
        path = below(self.base, target)
        if path is None and target.origin not in self._service.origins:
            raise refused(f"{target.origin}{target.path[:80]} does not belong to {self._service.label}.")
        if method not in (READING if path is None else self._methods(path)):
            raise refused(f"{method} is not used with this part of {self._service.label}.")
        return target

    def follow(self, method: str, here: Target, there: Target) -> Target:
        """What a redirect leads to; `Failed` if it may not. A redirect can lose rights, never gain them."""
        if there.host == here.host and there.scheme != here.scheme:
            there = self._mended(here, there)
        if here.scheme == "https" and there.scheme == "http":
            raise refused("The service redirects from https to http.")
        if not self.is_own(there) and there.port not in WEB_PORTS:
            raise refused(f"The service redirects to the unusual port {there.port} of another host.")
        path = below(self.base, there)
        if method not in (READING if path is None else self._methods(path)):
            raise refused("The service redirects what was sent to another place.")
        return there

    def _mended(self, here: Target, there: Target) -> Target:
        """A redirect within a host that differs in the scheme only: behind something that ends TLS, a server
        often does not know which it is reached by."""
        if there.port == here.port or (here.scheme == "https" and here.port == 443 and there.port == 80):
            return Target(here.scheme, here.host, here.port, there.path, there.query)
        return there

    def _methods(self, below: str) -> frozenset[str]:
        """TAP 1.1 and UWS 1.1: queries and changes of a job are sent, jobs deleted; all else is read."""
        if self._service.kind == "tap":
            first, _, rest = below.partition("/")
            if first == "sync":
                return READING | {"POST"}
            if first == "async":
                return READING | ({"POST", "DELETE"} if rest else {"POST"})
        return READING
