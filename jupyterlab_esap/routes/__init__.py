"""The route table: the API of this server part, its contract, and the list that the tests walk."""

from . import profile, relay
from .route import PREFIX, Route, handlers

ROUTES: tuple[Route, ...] = (*profile.ROUTES, *relay.ROUTES)

__all__ = ["PREFIX", "ROUTES", "Route", "handlers"]
