"""What a profile may say. The JSON schema that is published comes from here."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from ..messages import RadiusUnit
from ..outbound.network import Network
from ..outbound.url import check_url
from .part import FileName, Id, Label, Part, Url, good_url
from .rules import SiteExample
from .service import SiteService


class SiteHelp(Part):
    """A page of the site that helps."""

    label: Label
    url: Url


class SiteLook(Part):
    """What makes the panel the site's own."""

    logo: FileName | None = None
    """An SVG or PNG file beside the profile, 64 kB at most."""
    help: tuple[SiteHelp, ...] = ()


class SiteDefaults(Part):
    """Settings where the user has none."""

    radius: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    unit: RadiusUnit | None = None
    """Of `radius`."""
    positions: Literal["sexagesimal", "degrees"] | None = None
    spectral: Literal["GHz", "cm", "keV"] | None = None


class SiteTemplate(Part):
    """A notebook that is offered for rows of some kinds of product."""

    id: Id
    """That of a template of the package puts this one in its place: image, spectrum, visibility, rows."""
    label: Label
    file: FileName
    """A notebook beside the profile."""
    products: tuple[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")], ...] = ()
    """Values of ObsCore's `dataproduct_type`; any if nothing is said."""
    kernel: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")] | None = None
    """Name of the kernel, where it is not the notebook's own."""


def good_beginning(text: str) -> str:
    good_url(text)
    if "?" in text or "#" in text or "//" in text.partition("://")[2]:
        raise ValueError("this is the beginning of URLs: a host and folders, no query")
    return text if text.endswith("/") else f"{text}/"


def good_path(text: str) -> str:
    if not text.startswith("/") or "\x00" in text or ".." in text.split("/"):
        raise ValueError("this is a whole path, from `/` on and without `..`")
    return text


class SiteMount(Part):
    """Files of an archive that this machine has: their URLs begin with `url`, their paths with `path`."""

    url: Annotated[str, AfterValidator(good_beginning)]
    path: Annotated[str, AfterValidator(good_path)]


def good_proxy(text: str) -> str:
    target = check_url(good_url(text))
    if target.scheme != "http" or target.path != "/" or target.query:
        raise ValueError("a proxy is http://, host and port, as in http://proxy.example.org:3128")
    return target.origin


def good_host(text: str) -> str:
    if check_url(good_url(f"http://{text.removeprefix('.')}/")).host != text.removeprefix("."):
        raise ValueError("this is the name of a host, or a dot and the end of names")
    return text


class SiteNetwork(Part):
    """How this machine reaches the outside. Nothing of it is taken from the environment."""

    proxy: Annotated[str, AfterValidator(good_proxy)] | None = None
    """An HTTP proxy that all requests take but those to private services."""
    direct: tuple[Annotated[str, AfterValidator(good_host)], ...] = ()
    """Hosts that are reached without the proxy; `.example.org` stands for all below example.org."""
    authorities: Annotated[str, AfterValidator(good_path)] | None = None
    """A file or folder of certificates that are believed beside the machine's own."""

    def made(self) -> Network:
        """As the outbound part takes it."""
        return Network(self.proxy, self.direct, Path(self.authorities) if self.authorities else None)


class SiteProfile(Part):
    """A whole profile."""

    name: Annotated[str, Field(max_length=80)] | None = None
    """Of the site; the panel is headed by it."""
    look: SiteLook = Field(default_factory=SiteLook)
    groups: tuple[Literal["discover"], ...] = ("discover",)
    """Which parts of the suite are switched on."""
    defaults: SiteDefaults = Field(default_factory=SiteDefaults)
    services: tuple[SiteService, ...] = ()
    resolvers: tuple[Id, ...] = ()
    """Ids of services of kind `resolver`, in the order in which they are asked for a name."""
    templates: tuple[SiteTemplate, ...] = ()
    builtin_templates: bool = True
    """The package's own templates are offered as well."""
    examples: tuple[SiteExample, ...] = ()
    mounts: tuple[SiteMount, ...] = ()
    network: SiteNetwork = Field(default_factory=SiteNetwork)

    def service(self, name: str) -> SiteService | None:
        """The service with this id."""
        return next((service for service in self.services if service.id == name), None)
