"""What a table and a column are described by; everything that lists them is made from this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# VOTable's names of types (VOTable 1.4 §2.1), with DuckDB's and VODataService's fixed size for each.
STORED = {
    "char": "VARCHAR",
    "unicodeChar": "VARCHAR",
    "short": "SMALLINT",
    "int": "INTEGER",
    "long": "BIGINT",
    "float": "FLOAT",
    "double": "DOUBLE",
}


@dataclass(frozen=True)
class Column:
    """A column as TAP_SCHEMA describes one (TAP 1.1 §4.3)."""

    name: str
    """A key of STORED."""
    type: str
    description: str
    unit: str = ""
    ucd: str = ""
    utype: str = ""
    xtype: str = ""
    indexed: bool = False
    """Shown where there is room for few columns."""
    principal: bool = False
    """Of a standard, not of this archive."""
    std: bool = False

    @property
    def is_text(self) -> bool:
        return STORED[self.type] == "VARCHAR"


@dataclass(frozen=True)
class Table:
    """A table by its full name, `schema.table`."""

    name: str
    description: str
    columns: tuple[Column, ...]
    utype: str = ""

    @property
    def schema(self) -> str:
        return self.name.partition(".")[0]

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)

    def create(self) -> str:
        """The SQL that makes it, empty."""
        columns = ", ".join(f'"{column.name}" {STORED[column.type]}' for column in self.columns)
        return f"CREATE TABLE {self.name} ({columns})"


@dataclass(frozen=True)
class Schema:
    name: str
    description: str
    tables: tuple[Table, ...]
    utype: str = ""


def all_tables(schemas: tuple[Schema, ...]) -> Iterator[Table]:
    for schema in schemas:
        yield from schema.tables
