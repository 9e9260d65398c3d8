"""What a profile may say. The JSON schema that is published comes from here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PositiveFloat, PositiveInt

from ..messages import ServiceKind
from ..outbound.url import UrlError, check_url


class Part(BaseModel):
    """A part of the profile: nothing in it but what is named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def good_url(text: str) -> str:
    try:
        check_url(text)
    except UrlError as error:
        raise ValueError(str(error)) from error
    return text


def good_origin(text: str) -> str:
    """An origin as the web writes it: scheme, host, and the port where it is not the usual one."""
    target = check_url(good_url(text.rstrip("/")))
    if target.path != "/" or "?" in text:
        raise ValueError("an origin is only scheme, host and port, as in https://archive.example.org")
    return target.origin


class Limits(Part):
    """Of one service, where the usual ones do not fit."""

    bytes: PositiveInt = 2 * 1024**3
    """An answer may have so many, as carried."""
    first_byte: PositiveFloat | None = None
    """Seconds until the answer begins, for searches and bulk data. Some services take minutes for a query."""


class SiteService(Part):
    """One service of the site."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
    label: Annotated[str, Field(min_length=1, max_length=80)]
    kind: ServiceKind
    url: Annotated[str, AfterValidator(good_url)]
    description: Annotated[str, Field(max_length=1000)] | None = None
    selected: bool = True
    """Asked unless the user says otherwise."""
    origins: tuple[Annotated[str, AfterValidator(good_origin)], ...] = ()
    """Hosts whose links belong to this service; read only, and without credentials."""
    private: bool = False
    """Its hosts may have addresses that are not public: loopback, the institute's own network."""
    table: Annotated[str, Field(pattern=r'^[A-Za-z_][\w."]{0,127}$')] | None = None
    """Of a TAP service: what is searched."""
    maxrec: PositiveInt | None = None
    limits: Limits = Field(default_factory=Limits)


class SiteProfile(Part):
    """A whole profile."""

    name: Annotated[str, Field(max_length=80)] | None = None
    groups: tuple[Literal["discover"], ...] = ("discover",)
    """Which parts of the suite are switched on."""
    services: tuple[SiteService, ...] = ()

    def service(self, name: str) -> SiteService | None:
        """The service with this id."""
        return next((service for service in self.services if service.id == name), None)
