"""The site's profile."""

from __future__ import annotations

from ..messages import Profile
from ..profile import project
from ..site import Site
from .route import Route


async def read_profile(site: Site) -> Profile:
    """What the browser may know of the profile."""
    return project(site.read)


ROUTES = (Route("GET", "profile", answer=Profile, action=read_profile),)
