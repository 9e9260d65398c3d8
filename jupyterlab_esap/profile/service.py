"""A service, as a profile names it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, PositiveFloat, PositiveInt

from ..messages import Category, ServiceKind
from .part import Column, Id, Label, Origin, Part, Url
from .pattern import good_product_pattern
from .rules import SiteAccess, SiteExample, SiteExperiment, SiteNotebookRule

SEARCHED = frozenset({"tap", "scs"})
OBSCORE = "ivoa.obscore"


class Limits(Part):
    """Of one service, where the usual ones do not fit."""

    bytes: PositiveInt = 2 * 1024**3
    """An answer may have so many, as carried."""
    parallel: Annotated[int, Field(ge=1, le=16)] = 6
    """So many requests run at a time at its host, the others wait. The least of all services there counts."""
    first_byte: PositiveFloat | None = None
    """Seconds until the answer begins, for searches and bulk data. Some services take minutes for a query."""


class SiteService(Part):
    """One service of the site."""

    id: Id
    label: Label
    kind: ServiceKind
    """`tap` (Table Access Protocol), `scs` (Simple Cone Search), `resolver` (Sesame), `forge` (Gitea)."""
    url: Url
    """The base URL, as the registry of the Virtual Observatory has it."""
    description: Annotated[str, Field(max_length=1000)] | None = None
    selected: bool = True
    """Asked unless the user says otherwise."""
    origins: tuple[Origin, ...] = ()
    """Hosts whose links belong to this service; read only, and without credentials."""
    private: bool = False
    """Its hosts may have addresses that are not public: loopback, the institute's own network."""
    category: Category | None = None
    """What it has: `observations`, if its table is an ObsCore table, else `catalogues`."""
    table: Annotated[str, Field(pattern=r'^[A-Za-z_][\w."]{0,127}$')] | None = None
    """Of a TAP service: what is searched; `ivoa.obscore` if nothing is said."""
    maxrec: PositiveInt | None = None
    """Rows to ask for at most."""
    limits: Limits = Field(default_factory=Limits)
    experiment: SiteExperiment | None = None
    pass_: Annotated[str, AfterValidator(good_product_pattern)] | None = Field(
        None, validation_alias="pass", serialization_alias="pass"
    )
    """A regular expression with one group over `obs_publisher_did`. The group is the correlator pass as it is
    shown; rows of an experiment with the same text in it are one product."""
    columns: Annotated[tuple[Column, ...], Field(max_length=40)] = ()
    """Roles or names of columns that are shown first, in this order."""
    notebooks: tuple[SiteNotebookRule, ...] = ()
    access: SiteAccess | None = None
    examples: tuple[SiteExample, ...] = ()

    @property
    def searched_table(self) -> str | None:
        """Of a TAP service: the table that is searched."""
        return (self.table or OBSCORE) if self.kind == "tap" else None

    @property
    def searched_category(self) -> Category | None:
        """What a service that can be searched has: as the profile says, else by kind and table."""
        if self.kind not in SEARCHED or self.category:
            return self.category
        table = (self.searched_table or "").replace('"', "").lower()
        return "observations" if table.endswith("obscore") else "catalogues"
