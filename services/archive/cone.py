"""Simple Cone Search 1.03 over radio.sources."""

from __future__ import annotations

import math
from dataclasses import replace

import duckdb

from . import adql, tap, votable
from .adql import QueryError
from .database import Running
from .request import Answer, Request
from .schema import Column
from .tables import SOURCES
from .tap import SYNC_SECONDS, maxrec_of

# By the standard these three have the names of UCD 1; each once.
OLD_UCDS = {"id": "ID_MAIN", "ra": "POS_EQ_RA_MAIN", "dec": "POS_EQ_DEC_MAIN"}
DISTANCE = Column("_r", "double", "Distance from the centre", "deg", "pos.angDistance")
# The one coding of which every client for this old standard knows.
READABLE = "votable/td"
# What VERB=1 leaves out.
DETAILS = {"e_flux", "spindex", "n_obs"}


def answer(request: Request, database: duckdb.DuckDBPyConnection) -> Answer:
    """An error is an INFO of that name, with status 200 (§2.3)."""
    try:
        media = tap.media_of(request.get("RESPONSEFORMAT") or READABLE)
        ra, dec = number(request, "RA", -360, 360), number(request, "DEC", -90, 90)
        radius = number(request, "SR", 0, 180)
        names = [
            each.name for each in SOURCES.columns if request.get("VERB") != "1" or each.name not in DETAILS
        ]
        query = adql.read(
            f"SELECT DISTANCE(ra, dec, {ra!r}, {dec!r}) AS r, {', '.join(names)} FROM {SOURCES.name} "
            f"WHERE 1=CONTAINS(POINT(ra, dec), CIRCLE({ra!r}, {dec!r}, {radius!r}))"
        )
        # A radius of nothing asks for the columns only.
        maxrec = maxrec_of(request.get("MAXREC")) if radius else 0
        result = Running(database).run(query, maxrec, SYNC_SECONDS)
    except QueryError as error:
        return Answer(votable.cone_error(str(error)), votable.MEDIA)
    columns = [
        DISTANCE if column.name == "r" else replace(column, ucd=OLD_UCDS.get(column.name, column.ucd))
        for column in result.columns
    ]
    result = replace(result, columns=tuple(columns), overflow=result.overflow and radius > 0)
    kind = tap.MEDIA[media]
    if kind in ",\t":
        return Answer(tap.delimited(result, kind), f"{media}; charset=utf-8; header=present")
    return Answer(votable.write(result, kind), media)


def number(request: Request, name: str, least: float, most: float) -> float:
    words = request.get(name)
    if not words:
        raise QueryError(f"{name} is missing.")
    try:
        value = float(words)
    except ValueError:
        value = math.nan
    if not least <= value <= most:
        raise QueryError(f"{name} is a number of degrees from {least} to {most}, not {words[:80]}.")
    return value
