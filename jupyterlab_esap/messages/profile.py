"""The site's profile as the browser may see it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .message import Message

ServiceKind = Literal["tap", "scs", "resolver", "forge"]
Category = Literal["observations", "catalogues"]
RadiusUnit = Literal["deg", "arcmin", "arcsec"]


class Experiment(Message):
    """How a service's codes of experiments look."""

    pattern: str
    """A regular expression that means the same in JavaScript, for the whole code, in any case of letters."""
    example: str | None = None


class NotebookRule(Message):
    """Where the notebooks of a row's experiment are."""

    service: str
    """Id of the forge among the services."""
    listing: str
    """URL of a listing in the shape of Gitea's and GitHub's contents API, with `{column}` of the row."""


class AccessRule(Message):
    """Until about when an archive's data are private, where a row does not say it."""

    private_months: int
    after: Literal["t_min", "t_max"]
    """The column of ObsCore with the time, MJD, from which the months are counted."""


class Example(Message):
    """A search that can be tried."""

    label: str
    box: str
    """What goes into the one box: a position, a name, an experiment."""
    radius: float | None = None
    unit: RadiusUnit | None = None
    """Of `radius`."""
    services: list[str] | None = None
    """Ids of the services to ask; those that are selected where nothing is said."""


class Service(Message):
    """A service of the site."""

    id: str
    """What requests name it by."""
    label: str
    """What people name it by."""
    kind: ServiceKind
    """How to talk to it. `tap` and `scs` can be searched, the others help."""
    url: str
    """Base URL: of a TAP service what `/sync` is appended to, of a cone search what parameters are, of a
    resolver the program, of a forge its first page."""
    selected: bool
    """Asked unless the user says otherwise."""
    description: str | None = None
    category: Category | None = None
    """What it has, if it can be searched."""
    table: str | None = None
    """Of a TAP service: the table to search, `ivoa.obscore` where the profile says nothing."""
    maxrec: int | None = None
    """Rows to ask for at most."""
    experiment: Experiment | None = None
    pass_: str | None = Field(None, validation_alias="pass", serialization_alias="pass")
    """A regular expression for JavaScript over `obs_publisher_did`. Its one group is what people call the
    pass; rows of an experiment with the same text in it are sources of one product."""
    columns: list[str] | None = None
    """Roles or the service's own column names, in the order in which they are shown first."""
    notebooks: list[NotebookRule] | None = None
    access: AccessRule | None = None


class Help(Message):
    """A page of the site that helps."""

    label: str
    url: str


class Look(Message):
    """What makes the panel the site's own."""

    help: list[Help]
    logo: str | None = None
    """A data URL, svg or png."""


class Defaults(Message):
    """Settings where the user has none."""

    radius: float | None = None
    unit: RadiusUnit | None = None
    positions: Literal["sexagesimal", "degrees"] | None = None
    spectral: Literal["GHz", "cm", "keV"] | None = None


class Template(Message):
    """A notebook that fits rows of some kinds of product; its text is at `templates/{id}`."""

    id: str
    label: str
    products: list[str]
    """Values of ObsCore's `dataproduct_type`; empty: any."""
    kernel: str | None = None
    """Name of the kernel, where it is not the notebook's own."""


class Profile(Message):
    """What this site has."""

    services: list[Service]
    resolvers: list[str]
    """Ids of services that resolve names, in the order in which they are asked."""
    templates: list[Template]
    examples: list[Example]
    mounts: list[str]
    """Beginnings of URLs whose files this machine has; `local` says which."""
    defaults: Defaults
    problems: list[str]
    """What could not be used of the operator's file, one sentence each."""
    name: str | None = None
    """Of the site."""
    look: Look | None = None
