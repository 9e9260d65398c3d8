"""The schemas and tables of the archive, and TAP_SCHEMA, which describes them and itself."""

from __future__ import annotations

from typing import Any

from .obscore import OBSCORE
from .schema import Column, Schema, Table, all_tables

NOTICE = (
    "This is the own small archive of the demo of jupyterlab-esap: made-up data behind a minimal server. "
    "It is not a reference implementation of any standard."
)

SOURCES = Table(
    "radio.sources",
    "Made-up radio sources, some with names and positions that are hard on programs. "
    "Of the demo's own small archive.",
    (
        Column("id", "char", "Identifier", ucd="meta.id;meta.main", indexed=True, principal=True),
        Column("name", "unicodeChar", "Name of the source", ucd="meta.id", principal=True),
        Column("ra", "double", "ICRS right ascension", "deg", "pos.eq.ra;meta.main", principal=True),
        Column("dec", "double", "ICRS declination", "deg", "pos.eq.dec;meta.main", principal=True),
        Column("flux_5ghz", "float", "Flux density at 5 GHz", "Jy", "phot.flux.density;em.radio.3-6GHz",
               principal=True),
        Column("e_flux", "float", "Error of flux_5ghz", "Jy", "stat.error;phot.flux.density"),
        Column("spindex", "float", "Spectral index", ucd="spect.index"),
        Column("n_obs", "short", "Number of observations", ucd="meta.number;obs"),
    ),
)  # fmt: skip


def text(name: str, description: str) -> Column:
    return Column(name, "char", description, std=True, principal=True)


def number(name: str, description: str) -> Column:
    return Column(name, "int", description, std=True, principal=True)


TAP_SCHEMA = Schema(
    "tap_schema",
    "What the archive holds, as TAP describes it",
    (
        Table("tap_schema.schemas", "The schemas", (
            text("schema_name", "Name of the schema"),
            text("utype", "UType of the schema"),
            text("description", "What is in it"),
            number("schema_index", "Place among the schemas"),
        )),
        Table("tap_schema.tables", "The tables", (
            text("schema_name", "Schema that the table is in"),
            text("table_name", "Name of the table as queries have it"),
            text("table_type", "Either table or view"),
            text("utype", "UType of the table"),
            text("description", "What is in it"),
            number("table_index", "Place among the tables"),
        )),
        Table("tap_schema.columns", "The columns", (
            text("table_name", "Table that the column is in"),
            text("column_name", "Name of the column"),
            text("datatype", "Type, as VOTable names it"),
            text("arraysize", "Size of an array, as VOTable writes it"),
            text("xtype", "Form of the values, where the type does not say it"),
            number("size", "Length, by version 1.0 of the standard"),
            text("description", "What is in it"),
            text("utype", "UType of the column"),
            text("unit", "Unit, as VOUnits writes it"),
            text("ucd", "UCD of the column"),
            number("indexed", "1 when there is an index"),
            number("principal", "1 when shown by default"),
            number("std", "1 when a standard defines it"),
            number("column_index", "Place among the columns of the table"),
        )),
        Table("tap_schema.keys", "How tables go together", (
            text("key_id", "Identifier of the key"),
            text("from_table", "Table that refers"),
            text("target_table", "Table that is referred to"),
            text("description", "What the key means"),
            text("utype", "UType of the key"),
        )),
        Table("tap_schema.key_columns", "The columns by which tables go together", (
            text("key_id", "Identifier of the key"),
            text("from_column", "Column that refers"),
            text("target_column", "Column that is referred to"),
        )),
    ),
)  # fmt: skip

SCHEMAS = (
    Schema("ivoa", f"Tables that standards of the IVOA define. {NOTICE}", (OBSCORE,)),
    Schema("radio", f"A catalogue of radio sources. {NOTICE}", (SOURCES,)),
    TAP_SCHEMA,
)
TABLES = {table.name: table for table in all_tables(SCHEMAS)}
# Key, referring table and column, table and column referred to.
KEYS = (
    ("1", "tap_schema.tables", "schema_name", "tap_schema.schemas", "schema_name"),
    ("2", "tap_schema.columns", "table_name", "tap_schema.tables", "table_name"),
    ("3", "tap_schema.keys", "from_table", "tap_schema.tables", "table_name"),
    ("4", "tap_schema.keys", "target_table", "tap_schema.tables", "table_name"),
    ("5", "tap_schema.key_columns", "key_id", "tap_schema.keys", "key_id"),
)


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """The content of TAP_SCHEMA, by table. What there is not, is null."""
    tables = list(TABLES.values())
    return {
        "tap_schema.schemas": [
            (schema.name, schema.utype or None, schema.description, i) for i, schema in enumerate(SCHEMAS)
        ],
        "tap_schema.tables": [
            (table.schema, table.name, "table", table.utype or None, table.description, i)
            for i, table in enumerate(tables)
        ],
        "tap_schema.columns": [
            (
                # Some clients paste names into queries as they are, and SIZE is a word of ADQL.
                table.name, '"size"' if column.name == "size" else column.name, column.type,
                "*" if column.is_text else None, column.xtype or None, None, column.description,
                column.utype or None, column.unit or None, column.ucd or None,
                int(column.indexed), int(column.principal), int(column.std), i,
            )
            for table in tables
            for i, column in enumerate(table.columns)
        ],
        "tap_schema.keys": [(key, source, target, None, None) for key, source, _, target, _ in KEYS],
        "tap_schema.key_columns": [(key, column, other) for key, _, column, _, other in KEYS],
    }  # fmt: skip
