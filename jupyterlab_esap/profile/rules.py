"""Rules of a service: what its rows mean beyond what the protocols say."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from ..messages import RadiusUnit
from ..outbound.url import Target, check_url
from .part import Id, Label, Part, good_url
from .pattern import good_pattern

PLACE = re.compile(r"\{[A-Za-z0-9_]+\}")


class SiteExperiment(Part):
    """How the codes of a service's experiments look; what fits is read as one in the one box."""

    pattern: Annotated[str, AfterValidator(good_pattern)]
    """A regular expression for the whole code, in any case of letters."""
    example: Annotated[str, Field(max_length=40)] | None = None

    @model_validator(mode="after")
    def example_fits(self) -> SiteExperiment:
        if self.example and not re.fullmatch(self.pattern, self.example, re.IGNORECASE):
            raise ValueError(f"the example {self.example} does not fit the pattern")
        return self


def good_listing(text: str) -> str:
    good_url(PLACE.sub("x", text))
    fixed_part(text)
    return text


def fixed_part(listing: str) -> Target:
    """The folder of a listing that no row can change; a ValueError if that is not even the host."""
    first = listing.partition("{")[0]
    if not re.match(r"https?://[^/?#]+/", first):
        raise ValueError("scheme and host stand before the first {…}")
    return check_url(good_url(first.partition("?")[0].rpartition("/")[0] + "/"))


class SiteNotebookRule(Part):
    """Where the notebooks of a row's experiment are."""

    service: Id
    """Id of a service of kind `forge`."""
    listing: Annotated[str, AfterValidator(good_listing)]
    """URL of a listing in the shape of Gitea's and GitHub's contents API; `{column}` is the row's value."""


class SiteAccess(Part):
    """Until about when data are private, where a row does not say it."""

    private_months: Annotated[int, Field(gt=0, le=1200)]
    after: Literal["t_min", "t_max"] = "t_max"
    """The column of ObsCore from which the months are counted."""


class SiteExample(Part):
    """A search that can be tried with one click."""

    label: Label
    box: Annotated[str, Field(min_length=1, max_length=200)]
    """What goes into the one box: a position, a name, an experiment."""
    radius: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    unit: RadiusUnit | None = None
    services: tuple[Id, ...] | None = None
    """Those that are asked; of an example within a service that service."""
