"""The database's own defences: they hold for SQL that never went through ADQL."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import duckdb
import pytest

from . import data
from .adql import Query, QueryError, read
from .database import Running, Stopped


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    folder = tmp_path_factory.mktemp("data")
    data.make_files(folder)
    return data.load(folder, "http://127.0.0.1:1")


@dataclasses.dataclass(frozen=True)
class Smuggled(Query):
    text: str = ""

    def sql(self, rows: int) -> str:
        return self.text


def smuggled(text: str) -> Smuggled:
    query = read("SELECT 1 AS one")
    return Smuggled(query.tree, query.outputs, query.tables, text)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT content AS c0 FROM read_text('/etc/passwd')",
        "SELECT 1 AS c0 FROM '/etc/passwd'",
        "COPY ivoa.obscore TO '{folder}/x.csv'",
        "ATTACH '{folder}/x.db'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "SELECT * FROM texts",
        "DROP TABLE ivoa.obscore",
        "DELETE FROM ivoa.obscore",
        "CREATE TABLE x AS SELECT 1 AS c0",
    ],
)
def test_it_reads_its_tables_and_nothing_else(
    database: duckdb.DuckDBPyConnection, tmp_path: Path, statement: str
) -> None:
    texts = {"c0": ["a variable of this function"]}
    with pytest.raises(QueryError, match="The query failed"):
        Running(database).run(smuggled(statement.format(folder=tmp_path)), 10, 20)
    assert texts
    assert list(tmp_path.iterdir()) == []
    assert Running(database).run(read("SELECT COUNT(*) AS n FROM ivoa.obscore"), 10, 20).values[0][0] == 4811


def test_memory_is_limited(database: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(QueryError, match="Out of Memory"):
        Running(database).run(smuggled("SELECT list(i) AS c0 FROM range(200_000_000) AS r(i)"), 10, 60)


def test_stopping_what_has_ended_does_nothing(database: duckdb.DuckDBPyConnection) -> None:
    running = Running(database)
    running.run(read("SELECT 1 AS one"), 10, 20)
    running.stop()


def test_what_was_stopped_does_not_begin(database: duckdb.DuckDBPyConnection) -> None:
    running = Running(database)
    running.stop()
    with pytest.raises(Stopped):
        running.run(read("SELECT 1 AS one"), 10, 20)
