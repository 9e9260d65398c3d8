"""Products that are on this machine already."""

from __future__ import annotations

import asyncio

from ..messages import LocalFile, LocalFiles, LocalRequest
from ..mounts import Mounts
from ..site import Site
from .route import Route


async def find_local(site: Site, body: LocalRequest) -> LocalFiles:
    """For each URL the file beneath a mount, if there is one.

    In a thread: a mount may be on the other side of a slow network.
    """
    mounts = Mounts(site.profile.mounts)
    return LocalFiles(files=await asyncio.to_thread(_find, mounts, body.urls))


def _find(mounts: Mounts, urls: list[str]) -> list[LocalFile]:
    return [mounts.find(url) for url in urls]


ROUTES = (Route("POST", "local", answer=LocalFiles, action=find_local, body=LocalRequest),)
