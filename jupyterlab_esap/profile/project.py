"""What of the profile goes to the browser."""

from __future__ import annotations

from ..messages import Profile, Service
from .read import ReadProfile


def project(read: ReadProfile) -> Profile:
    """Each member is named here: what a profile holds otherwise stays in the server."""
    return Profile(
        name=read.profile.name,
        problems=list(read.problems),
        services=[
            Service(
                id=service.id,
                label=service.label,
                kind=service.kind,
                url=service.url,
                selected=service.selected,
                description=service.description,
                table=(service.table or "ivoa.obscore") if service.kind == "tap" else None,
                maxrec=service.maxrec,
            )
            for service in read.profile.services
        ],
    )
