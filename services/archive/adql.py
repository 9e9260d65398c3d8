"""ADQL into the database's SQL: read into a tree, checked against lists of what is allowed, written anew.

Nothing of the query's text reaches the database; only the tree does, and only when each node of it is of
a kind that is listed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

import sqlglot
from sqlglot import Expr, TokenType, exp, parser, tokens
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.annotate_types import annotate_types
from sqlglot.optimizer.qualify import qualify

from . import geometry
from .schema import STORED, Column
from .tables import TABLES

LONGEST = 64_000


class QueryError(Exception):
    """A query that is not answered; the text says why, in a sentence for whoever wrote it."""


class Adql(Dialect):
    NULL_ORDERING = "nulls_are_last"

    class Tokenizer(tokens.Tokenizer):
        KEYWORDS: ClassVar[dict[str, TokenType]] = {**tokens.Tokenizer.KEYWORDS, "TOP": TokenType.TOP}

    class Parser(parser.Parser):
        LOG_DEFAULTS_TO_LN = True


CLAUSES = (
    exp.Select, exp.From, exp.Join, exp.Where, exp.Group, exp.Having, exp.Order, exp.Ordered, exp.Limit,
    exp.Offset, exp.Distinct, exp.Star, exp.Column, exp.Identifier, exp.Table, exp.TableAlias, exp.Alias,
    exp.Subquery, exp.Paren, exp.In, exp.Exists, exp.Between, exp.Like, exp.Escape, exp.Is, exp.Null,
    exp.Not, exp.And, exp.Or, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Add, exp.Sub, exp.Mul,
    exp.Div, exp.Neg, exp.DPipe, exp.Literal, exp.Cast, exp.DataType, exp.DataTypeParam, exp.Case, exp.If,
)  # fmt: skip
FUNCTIONS = (
    exp.Count, exp.Sum, exp.Avg, exp.Min, exp.Max, exp.Abs, exp.Ceil, exp.Floor, exp.Degrees, exp.Radians,
    exp.Sin, exp.Cos, exp.Tan, exp.Cot, exp.Asin, exp.Acos, exp.Atan, exp.Atan2, exp.Exp, exp.Ln, exp.Log,
    exp.Mod, exp.Pi, exp.Pow, exp.Rand, exp.Round, exp.Sqrt, exp.Trunc, exp.Lower, exp.Upper, exp.Coalesce,
    exp.Contains,
)  # fmt: skip
CASTS = {"CHAR", "VARCHAR", "TEXT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE"}


@dataclass(frozen=True)
class Output:
    """A column of the result; with its description where it is a table's column as it stands."""

    name: str
    source: Column | None


@dataclass(frozen=True)
class Query:
    tree: exp.Select
    outputs: tuple[Output, ...]
    """Full names of the tables it reads."""
    tables: frozenset[str]

    def sql(self, rows: int) -> str:
        """The query for the database, with at most so many rows; its columns are called c0, c1 and so on."""
        limit = self.tree.args.get("limit")
        top = int(limit.expression.name) if limit else rows
        inner = self.tree.limit(min(top, rows)).sql("duckdb", comments=False)
        return f"SELECT * FROM ({inner}) AS result({', '.join(f'c{i}' for i in range(len(self.outputs)))})"


def read(text: str) -> Query:
    """Understands a query. Raises QueryError."""
    if len(text) > LONGEST:
        raise QueryError(f"The query is longer than {LONGEST} characters.")
    try:
        tree = parsed(text)
        check(tree)
        used = frozenset(f"{table.db}.{table.name}" for table in tree.find_all(exp.Table))
        tree = qualified(tree)
        outputs = tuple(output(each, tree) for each in tree.selects)
        return Query(whole_divisions(geometry.rewrite(tree)), outputs, used)
    except RecursionError:
        raise QueryError("The query is nested too deeply.") from None
    except geometry.GeometryError as error:
        raise QueryError(str(error)) from None
    except SqlglotError as error:
        raise QueryError(f"The query can't be understood: {said(error)}") from None


def said(error: SqlglotError) -> str:
    """The parser's words with the place; where they show its insides or the query itself, the place alone."""
    words, _, _ = str(error).partition("\n")
    place = re.search(r"\.? *Line:? (\d+), Col:? (\d+)\.?", words)
    where = f"at line {place[1]}, column {place[2]}" if place else "in its form"
    plain = words[: place.start()] if place else ""
    return f"{plain}, {where}." if plain.startswith("Column '") else f"something is wrong {where}."


def parsed(text: str) -> exp.Select:
    statements = [each for each in sqlglot.parse(text, read=Adql) if each is not None]
    if len(statements) != 1 or type(statements[0]) is not exp.Select:
        raise QueryError("Exactly one SELECT statement is answered here, nothing else.")
    return statements[0]


def check(tree: exp.Select) -> None:
    """Nothing in the tree but what is listed. Names of tables come out in lower case."""
    for node in tree.walk():
        if type(node) is exp.Anonymous:
            if node.name.upper() not in geometry.FUNCTIONS:
                raise QueryError(f"There is no function {node.name} here.")
        elif type(node) is exp.Cast or type(node) is exp.DataType:
            kind = node.to if isinstance(node, exp.Cast) else node
            if kind.this.value not in CASTS:
                raise QueryError(
                    f"There is no type {kind.sql()} here; there are: {', '.join(sorted(CASTS))}."
                )
        elif type(node) is exp.Table:
            check_table(node)
        elif type(node) is exp.Limit or type(node) is exp.Offset:
            if not node.expression.is_int:
                raise QueryError("TOP and OFFSET take a whole number.")
        elif type(node) is exp.Star and any(node.args.values()):
            raise QueryError("Nothing can stand behind * here.")
        elif type(node) not in CLAUSES and type(node) not in FUNCTIONS:
            raise QueryError(f"{type(node).__name__} is not a part of ADQL that is answered here.")


def check_table(table: exp.Table) -> None:
    name = f"{table.db}.{table.name}".lower()
    plain = isinstance(table.this, exp.Identifier) and not table.catalog
    if not plain or name not in TABLES:
        raise QueryError(
            f"There is no table {table.sql(Adql, comments=False)[:80]} here; there are: {', '.join(TABLES)}."
        )
    for part in ("this", "db"):
        table.set(part, exp.to_identifier(table.args[part].name.lower()))


def qualified(tree: exp.Select) -> exp.Select:
    """The tree with each column's table named, and * written out. Unknown columns raise."""
    known = {}
    for table in TABLES.values():
        schema, _, name = table.name.partition(".")
        known.setdefault(schema, {})[name] = {column.name: STORED[column.type] for column in table.columns}
    done = qualify(tree, schema=known, dialect=Adql)
    typed = annotate_types(done, schema=known, dialect=Adql)
    if not isinstance(typed, exp.Select):
        raise QueryError("Exactly one SELECT statement is answered here, nothing else.")
    return typed


def output(node: Expr, tree: exp.Select) -> Output:
    """Whose column an output is, where it is one of a table of this very SELECT."""
    inner = node.this if isinstance(node, exp.Alias) else node
    if not isinstance(inner, exp.Column):
        return Output(node.alias_or_name, None)
    joined = [join.this for join in tree.args.get("joins") or []]
    start = tree.args.get("from_") or tree.args.get("from")
    for table in [start.this, *joined] if start else joined:
        if isinstance(table, exp.Table) and table.alias_or_name == inner.table:
            return Output(node.alias_or_name, TABLES[f"{table.db}.{table.name}"].column(inner.name))
    return Output(node.alias_or_name, None)


def whole_divisions(tree: Expr) -> exp.Select:
    """In ADQL a whole number divided by one is a whole number; the database has another sign for that."""

    def replaced(node: Expr) -> Expr:
        if isinstance(node, exp.Div) and all(
            each.type and each.type.this in exp.DataType.INTEGER_TYPES for each in (node.left, node.right)
        ):
            return exp.IntDiv(this=node.left, expression=node.right)
        return node

    done = tree.transform(replaced)
    if not isinstance(done, exp.Select):
        raise TypeError("A SELECT stays one.")
    return done
