"""What a query says of itself (TAP 1.1 §2), and its answer in the form that was asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import numpy as np

from . import adql, votable
from .adql import QueryError
from .database import DEFAULT_ROWS, Result, Running
from .request import Answer, Request

SYNC_SECONDS = 20.0
CSV, TSV = "text/csv", "text/tab-separated-values"
# Media types, with what makes each: a serialization of VOTable or a delimiter.
MEDIA = {
    # In this one nothing is lost: no blank at the beginning of a text, no digit, and nulls are nulls.
    votable.MEDIA: "binary2",
    f"{votable.MEDIA};serialization=tabledata": "tabledata",
    f"{votable.MEDIA};serialization=binary": "binary",
    f"{votable.MEDIA};serialization=binary2": "binary2",
    CSV: ",",
    TSV: "\t",
}
# The short names of DALI 1.1 §3.4.3, and those that DaCHS has for the serializations.
ALIASES = {
    "votable": votable.MEDIA,
    "text/xml": votable.MEDIA,
    "votable/td": f"{votable.MEDIA};serialization=tabledata",
    "votable/b": f"{votable.MEDIA};serialization=binary",
    "votable/b2": f"{votable.MEDIA};serialization=binary2",
    "csv": CSV,
    "tsv": TSV,
}
LANGUAGES = ("ADQL", "ADQL-2.0")


@dataclass(frozen=True)
class Query:
    """A query that is understood, and how its answer is wanted."""

    query: adql.Query
    media: str
    maxrec: int


def media_of(name: str) -> str:
    """The media type that a value of RESPONSEFORMAT means."""
    plain = name.lower().replace(" ", "").replace('"', "")
    media = ALIASES.get(plain, plain)
    if media not in MEDIA:
        raise QueryError(f"There is no format {name[:80]} here; there are: {', '.join(ALIASES)}.")
    return media


def maxrec_of(text: str) -> int:
    if not text:
        return DEFAULT_ROWS
    if not text.isdecimal() or len(text) > 12:
        raise QueryError(f"MAXREC is a whole number, not {text[:80]}.")
    return int(text)


def understood(parameters: Mapping[str, str]) -> Query:
    """Raises QueryError."""
    if parameters.get("REQUEST", "doQuery") != "doQuery":
        raise QueryError(f"REQUEST can only be doQuery, not {parameters['REQUEST'][:80]}.")
    if "UPLOAD" in parameters:
        raise QueryError("Tables can't be uploaded to this archive.")
    if (language := parameters.get("LANG")) not in LANGUAGES:
        said = f"not {language[:80]}" if language else "and has to be given"
        raise QueryError(f"LANG can be {' or '.join(LANGUAGES)}, {said}.")
    if not parameters.get("QUERY", "").strip():
        raise QueryError("There is no QUERY.")
    wanted = parameters.get("RESPONSEFORMAT") or parameters.get("FORMAT") or "votable"
    return Query(adql.read(parameters["QUERY"]), media_of(wanted), maxrec_of(parameters.get("MAXREC", "")))


def perform(query: Query, running: Running, seconds: float, links: str) -> Answer:
    """Runs it and writes the answer. Raises QueryError, Stopped."""
    result = running.run(query.query, query.maxrec, seconds)
    kind = MEDIA[query.media]
    if kind in ",\t":
        return Answer(delimited(result, kind), f"{query.media}; charset=utf-8; header=present")
    descriptor = links if "ivoa.obscore" in result.tables else None
    return Answer(votable.write(result, kind, descriptor=descriptor), query.media)


def sync(request: Request, database: duckdb.DuckDBPyConnection, links: str) -> Answer:
    """An error is a VOTable with a status of its own, which the standard leaves to the service."""
    try:
        return perform(understood(dict(request.parameters)), Running(database), SYNC_SECONDS, links)
    except QueryError as error:
        return Answer(votable.error(str(error)), votable.MEDIA, 400)


def delimited(result: Result, delimiter: str) -> bytes:
    """Rows with a header; nulls are empty. That there would be more can't be said in this form."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    table.writerow(column.name for column in result.columns)
    masks = [np.ma.getmaskarray(values) for values in result.values]
    table.writerows(
        ["" if mask[row] else values.data[row] for values, mask in zip(result.values, masks, strict=True)]
        for row in range(result.length)
    )
    return out.getvalue().encode()
