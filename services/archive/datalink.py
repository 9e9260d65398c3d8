"""The links of data sets (DataLink 1.1), as the EVN's archive has them, to files that stand in for data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np

from . import tap, votable
from .adql import QueryError
from .database import Result
from .files import OWN_FILE, STAND_IN
from .request import Answer, Request
from .schema import Column

MEDIA = "application/x-votable+xml;content=datalink"
MOST_IDS = 100
COLUMNS = (
    Column("ID", "char", "Data set", ucd="meta.id;meta.main"),
    Column("access_url", "char", "Where it can be had", ucd="meta.ref.url"),
    Column("service_def", "char", "Service that gives it", ucd="meta.ref"),
    Column("error_message", "char", "Why it can't be had", ucd="meta.code.error"),
    Column("semantics", "char", "What it is of the data set", ucd="meta.code"),
    Column("description", "char", "What it is, in words", ucd="meta.note"),
    Column("content_type", "char", "Content type", ucd="meta.code.mime"),
    Column("content_length", "long", "Size", "byte", "phys.size;meta.file"),
    Column("local_semantics", "char", "What it is, in the words of the archive", ucd="meta.code"),
    Column("link_auth", "char", "Whether a login is needed: false, optional, true", ucd="meta.code"),
)
Link = dict[str, Any]


def answer(request: Request, database: duckdb.DuckDBPyConnection, base: str) -> Answer:
    """Links of every ID; one that is not known has a row that says so."""
    try:
        wanted = request.get("RESPONSEFORMAT")
        media = tap.media_of(wanted or "votable/td")
        kind = tap.MEDIA[media]
        if kind in ",\t":
            raise QueryError("Links can only be had as a VOTable.")
    except QueryError as error:
        return Answer(votable.error(f"UsageFault: {error}"), votable.MEDIA, 400)
    ids = request.all("ID")
    rows = [{"ID": did, **link} for did in ids[:MOST_IDS] for link in links(did, database.cursor(), base)]
    result = Result(
        COLUMNS, tuple(values(column, rows) for column in COLUMNS), len(ids) > MOST_IDS, frozenset()
    )
    infos = [("standardID", "ivo://ivoa.net/std/DataLink#links-1.1", "")]
    return Answer(votable.write(result, kind, infos), media if wanted else MEDIA)


def values(column: Column, rows: list[Link]) -> np.ma.MaskedArray[Any, Any]:
    cells = [row.get(column.name) for row in rows]
    mask = [cell is None for cell in cells]
    if column.is_text:
        return np.ma.array([cell or "" for cell in cells], mask=mask, dtype=object)
    return np.ma.array([cell or 0 for cell in cells], mask=mask, dtype=np.int64)


def links(did: str, database: duckdb.DuckDBPyConnection, base: str) -> Iterator[Link]:
    found = database.execute(
        "SELECT experiment, pass, nparts, embargo FROM parts WHERE did = ?", [did]
    ).fetchone()
    if found:
        code, number, parts, embargo = found
        yield from of_experiment(code, number, parts, embargo, f"{base}/files")
        return
    found = database.execute(
        "SELECT access_url, access_format, obs_id FROM ivoa.obscore WHERE obs_publisher_did = ?", [did]
    ).fetchone()
    if not found:
        yield {
            "semantics": "#this",
            "error_message": f"NotFoundFault: There is no data set {did[:200]} here.",
        }
        return
    url, media, name = found
    yield link("#this", url, media, f"The data set itself, {name}")
    if media == "image/fits":
        yield link("#preview", url.replace(".fits", ".png"), "image/png", "The map in shades of grey")


def of_experiment(code: str, number: str, parts: int, embargo: int, files: str) -> Iterator[Link]:
    """As in the EVN's archive: parts of the pass of that number, calibration, a page, and a gap."""
    name = code.lower()
    for part in range(parts):
        words = f"FITS-IDI part {part + 1} of {parts} (a small stand-in)"
        file, size = f"{files}/{name}_{number}_1.IDI{part + 1}", STAND_IN
        if name == "n05l1" and part == 0:
            file, size = f"{files}/n05l1.IDI1", OWN_FILE
        yield link("#this", file, "application/x-fits-idi", words, size, "true" if embargo else "false")
    for kind, words in (("antab", "System temperatures and gain curves"), ("uvflg", "Flags")):
        yield link("#calibration", f"{files}/{name}.{kind}", "text/plain", words) | {"local_semantics": kind}
    yield link("#documentation", f"{files}/feedback.html", "text/html", "Feedback page")
    yield {
        "semantics": "#calibration", "description": "Bandpass table",
        "error_message": "NotFoundFault: There is no bandpass table for this experiment.",
    }  # fmt: skip


def link(
    semantics: str, url: str, media: str, words: str, size: int | None = None, login: str = "false"
) -> Link:
    return {
        "semantics": semantics, "access_url": url, "content_type": media, "description": words,
        "content_length": size, "link_auth": login,
    }  # fmt: skip
