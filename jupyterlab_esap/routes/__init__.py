"""The route table: the API of this server part, its contract, and the list that the tests walk."""

from . import local, profile, relay, templates
from .route import PREFIX, Route, handlers

ROUTES: tuple[Route, ...] = (*profile.ROUTES, *templates.ROUTES, *local.ROUTES, *relay.ROUTES)

__all__ = ["PREFIX", "ROUTES", "Route", "handlers"]
