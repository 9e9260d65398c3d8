"""Products that are on this machine already."""

from __future__ import annotations

import asyncio

from ..messages import LocalFile, LocalFiles, LocalRequest
from ..mounts import Mounts
from ..site import Site
from .route import Route

SECONDS = 10.0


async def find_local(site: Site, body: LocalRequest) -> LocalFiles:
    """For each URL the file beneath a mount, if there is one.

    A mount may be on the other side of a slow network, or of one that is gone. So this has threads of its
    own, which are not those in which names are resolved; and what takes too long is not here.
    """
    loop = asyncio.get_running_loop()
    finding = loop.run_in_executor(site.mount_threads, _find, Mounts(site.profile.mounts), body.urls)
    try:
        return LocalFiles(files=await asyncio.wait_for(finding, SECONDS))
    except asyncio.TimeoutError:
        return LocalFiles(files=[LocalFile(url=url, available=False) for url in body.urls])


def _find(mounts: Mounts, urls: list[str]) -> list[LocalFile]:
    return [mounts.find(url) for url in urls]


ROUTES = (Route("POST", "local", answer=LocalFiles, action=find_local, body=LocalRequest),)
