"""The site's profile."""

from __future__ import annotations

import asyncio

from ..messages import Profile
from ..profile import project
from ..site import Site
from .route import Route


async def read_profile(site: Site) -> Profile:
    """What the browser may know of the profile. In a thread: the logo is a file."""
    return await asyncio.to_thread(project, site.read)


ROUTES = (Route("GET", "profile", answer=Profile, action=read_profile),)
