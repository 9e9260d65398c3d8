"""Runs queries: each in a transaction that can only read, for so long and no longer."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np

from .adql import Query, QueryError
from .schema import Column

# Rows of an answer: when nothing is said, and at most.
DEFAULT_ROWS = 20_000
MOST_ROWS = 50_000
# In VOTable's names, by what numpy calls the kind and the size of a number.
NUMBERS = {
    "b1": "short",
    "i1": "short",
    "i2": "short",
    "i4": "int",
    "i8": "long",
    "f4": "float",
    "f8": "double",
}


class Stopped(Exception):
    """The query was broken off from outside."""


@dataclass(frozen=True)
class Result:
    columns: tuple[Column, ...]
    """One masked array a column, all of a length; texts as objects."""
    values: tuple[np.ma.MaskedArray[Any, Any], ...]
    overflow: bool
    tables: frozenset[str]

    @property
    def length(self) -> int:
        return len(self.values[0])


class Running:
    """One query that can be stopped from another thread."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self.cursor = database.cursor()
        self.stopped = False
        self.late = False

    def stop(self) -> None:
        self.stopped = True
        self.interrupt()

    def timeout(self) -> None:
        self.late = True
        self.interrupt()

    def interrupt(self) -> None:
        # It may have ended just now.
        with contextlib.suppress(duckdb.Error):
            self.cursor.interrupt()

    def run(self, query: Query, maxrec: int, seconds: float) -> Result:
        """Raises QueryError when the query fails or takes too long, Stopped after `stop()`."""
        rows = min(maxrec, MOST_ROWS)
        alarm = threading.Timer(seconds, self.timeout)
        alarm.daemon = True
        alarm.start()
        try:
            if self.stopped:
                raise Stopped
            self.cursor.execute("BEGIN TRANSACTION READ ONLY")
            # One more than wanted tells whether there are more.
            fetched = self.cursor.execute(query.sql(rows + 1)).fetchnumpy()
        except (duckdb.Error, RecursionError) as error:
            if self.stopped:
                raise Stopped from None
            if self.late:
                raise QueryError(f"The query was broken off after {seconds:.0f} s.") from None
            raise QueryError(f"The query failed: {str(error).partition(chr(10))[0]}") from None
        finally:
            alarm.cancel()
            self.cursor.close()
        arrays = [np.ma.asarray(fetched[f"c{i}"]) for i in range(len(query.outputs))]
        columns = tuple(
            described(output.name, output.source, values)
            for output, values in zip(query.outputs, arrays, strict=True)
        )
        return Result(columns, tuple(each[:rows] for each in arrays), len(arrays[0]) > rows, query.tables)


def described(name: str, source: Column | None, values: np.ma.MaskedArray[Any, Any]) -> Column:
    """A column of the result: as its table describes it, or by what came."""
    if source:
        return Column(
            name, source.type, source.description, source.unit, source.ucd, source.utype, source.xtype
        )
    return Column(name, NUMBERS.get(values.dtype.str[1:], "unicodeChar"), "")
