"""What of a profile has to fit together: ids that name something, files that are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..foreign import foreign
from ..outbound.tls import check_authorities
from ..outbound.url import below, check_url
from .files import check_template, logo_of
from .model import SiteProfile
from .rules import fixed_part
from .service import SEARCHED, SiteService

Problem = tuple[tuple[str | int, ...], str]
# Of services that can be searched; the name in the file, and in the model.
FOR_SEARCHES = (
    "table",
    "maxrec",
    "category",
    "experiment",
    "pass",
    "columns",
    "notebooks",
    "access",
    "examples",
)


def misfits(profile: SiteProfile, folder: Path) -> Iterator[Problem]:
    """Where each thing that does not fit is written, and a sentence about it."""
    seen: set[str] = set()
    for index, service in enumerate(profile.services):
        if service.id in seen:
            yield ("services", index, "id"), f"a second service is called `{service.id}`; it is left out."
        else:
            seen.add(service.id)
            for loc, words in of_service(profile, service):
                yield ("services", index, *loc), words
    for index, name in enumerate(profile.resolvers):
        found = profile.service(name)
        if found is None or found.kind != "resolver":
            yield ("resolvers", index), f"`{name}` is not the id of a service of kind `resolver`."
        elif name in profile.resolvers[:index]:
            yield ("resolvers", index), f"`{name}` is asked already."
    for index, example in enumerate(profile.examples):
        for name in example.services or ():
            if (named := profile.service(name)) is None or named.kind not in SEARCHED:
                yield ("examples", index, "services"), f"`{name}` is not the id of a service to search."
    for index, template in enumerate(profile.templates):
        if template.id in {other.id for other in profile.templates[:index]}:
            yield ("templates", index, "id"), f"a second template is called `{template.id}`; it is left out."
            continue
        try:
            check_template(template, folder)
        except ValueError as error:
            yield ("templates", index, "file"), f"{foreign(error)}."
    for index, mount in enumerate(profile.mounts):
        if mount.url in {other.url for other in profile.mounts[:index]}:
            yield ("mounts", index, "url"), "these URLs are mounted already."
    if profile.network.authorities:
        try:
            check_authorities(Path(profile.network.authorities))
        except ValueError as error:
            yield ("network", "authorities"), f"{error}."
    if profile.look.logo:
        try:
            logo_of(folder / profile.look.logo)
        except ValueError as error:
            yield ("look", "logo"), f"{foreign(error)}."


def of_service(profile: SiteProfile, service: SiteService) -> Iterator[Problem]:
    if service.kind not in SEARCHED:
        said = {"pass" if name == "pass_" else name for name in service.model_fields_set}
        for name in FOR_SEARCHES:
            if name in said:
                yield (name,), f"a {service.kind} is not searched and has no `{name}`."
        return
    if service.table and service.kind != "tap":
        yield ("table",), "only a service of kind `tap` has a table."
    for index, rule in enumerate(service.notebooks):
        forge = profile.service(rule.service)
        if forge is None or forge.kind != "forge":
            yield (
                ("notebooks", index, "service"),
                f"`{rule.service}` is not the id of a service of kind `forge`.",
            )
            continue
        fixed = fixed_part(rule.listing)
        if below(check_url(forge.url), fixed) is None and fixed.origin not in forge.origins:
            yield (
                ("notebooks", index, "listing"),
                f"this is not below the URL of `{forge.id}` or an origin of it.",
            )
    for index, example in enumerate(service.examples):
        if example.services:
            yield ("examples", index, "services"), f"an example of `{service.id}` is for that service alone."
