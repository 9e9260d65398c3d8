"""What of the profile goes to the browser."""

from __future__ import annotations

from ..messages import (
    AccessRule,
    Defaults,
    Example,
    Experiment,
    Help,
    Look,
    NotebookRule,
    Profile,
    Service,
    Template,
)
from .model import SiteDefaults, SiteProfile
from .read import ReadProfile
from .rules import SiteExample
from .service import SEARCHED, SiteService


def project(read: ReadProfile) -> Profile:
    """Each member is named here: what a profile holds otherwise stays in the server."""
    profile = read.profile
    return Profile(
        name=profile.name,
        look=look_of(read),
        defaults=defaults_of(profile.defaults),
        services=[service_of(service) for service in profile.services],
        resolvers=list(profile.resolvers),
        templates=[
            Template(id=one.id, label=one.label, products=list(one.products), kernel=one.kernel)
            for one in read.templates
        ],
        examples=examples_of(profile),
        mounts=[mount.url for mount in profile.mounts],
        problems=list(read.problems),
    )


def look_of(read: ReadProfile) -> Look | None:
    pages = [Help(label=page.label, url=page.url) for page in read.profile.look.help]
    return Look(logo=read.logo, help=pages) if pages or read.logo else None


def defaults_of(defaults: SiteDefaults) -> Defaults:
    return Defaults(
        radius=defaults.radius, unit=defaults.unit, positions=defaults.positions, spectral=defaults.spectral
    )


def service_of(service: SiteService) -> Service:
    experiment, access = service.experiment, service.access
    return Service(
        id=service.id,
        label=service.label,
        kind=service.kind,
        url=service.url,
        selected=service.selected and service.kind in SEARCHED,
        description=service.description,
        category=service.searched_category,
        table=service.searched_table,
        maxrec=service.maxrec,
        experiment=Experiment(pattern=experiment.pattern, example=experiment.example) if experiment else None,
        pass_=service.pass_,
        columns=list(service.columns) or None,
        notebooks=[NotebookRule(service=rule.service, listing=rule.listing) for rule in service.notebooks]
        or None,
        access=AccessRule(private_months=access.private_months, after=access.after) if access else None,
    )


def examples_of(profile: SiteProfile) -> list[Example]:
    """The profile's own, then those of its services, each of which asks that service alone."""
    return [
        *(example_of(example, example.services) for example in profile.examples),
        *(example_of(example, (service.id,)) for service in profile.services for example in service.examples),
    ]


def example_of(example: SiteExample, services: tuple[str, ...] | None) -> Example:
    return Example(
        label=example.label,
        box=example.box,
        radius=example.radius,
        unit=example.unit,
        services=list(services) if services else None,
    )
