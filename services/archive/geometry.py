"""ADQL's geometry as plain arithmetic: positions in degrees, distances along great circles.

Only what the capabilities list: POINT, CIRCLE, CONTAINS, INTERSECTS, DISTANCE, COORD1, COORD2, and circles
in a column as text (`Circle ICRS ra dec radius`). It is right at the poles and on both sides of 0 h.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import Expr, exp

FUNCTIONS = ("POINT", "CIRCLE", "CONTAINS", "INTERSECTS", "DISTANCE", "COORD1", "COORD2")


class GeometryError(Exception):
    """Something of ADQL's geometry that can't be done here; the text says what."""


@dataclass(frozen=True)
class Shape:
    """A point, or a circle when it has a radius."""

    ra: Expr
    dec: Expr
    radius: Expr | None = None


def rewrite(tree: Expr) -> Expr:
    """The same query without geometry. Columns in it have to be qualified. Raises GeometryError."""
    done = tree.transform(replaced)
    left = next((node for node in done.walk() if named(node) in {"POINT", "CIRCLE"}), None)
    if left is not None:
        raise GeometryError(
            f"{named(left)} can only be used within CONTAINS, INTERSECTS, DISTANCE, COORD1 or COORD2."
        )
    return done


def named(node: object) -> str:
    """The name of a function that sqlglot has no class for, or of the one geometry that it has."""
    if isinstance(node, exp.Contains):
        return "CONTAINS"
    return node.name.upper() if isinstance(node, exp.Anonymous) else ""


def arguments(node: Expr) -> list[Expr]:
    return [node.this, node.expression] if isinstance(node, exp.Contains) else list(node.expressions)


def replaced(node: Expr) -> Expr:
    name = named(node)
    given = arguments(node) if name in FUNCTIONS else []
    match name, given:
        case "CONTAINS", [inner, outer]:
            return one_if(contained(shape(inner), shape(outer)))
        case "INTERSECTS", [left, right]:
            return one_if(touching(shape(left), shape(right)))
        case "DISTANCE", [ra, dec, other_ra, other_dec]:
            return distance(Shape(ra, dec), Shape(other_ra, other_dec))
        case "DISTANCE", [left, right]:
            return distance(shape(left), shape(right))
        case "COORD1", [point]:
            return shape(point).ra.copy()
        case "COORD2", [point]:
            return shape(point).dec.copy()
        case (("CONTAINS" | "INTERSECTS" | "DISTANCE" | "COORD1" | "COORD2"), _):
            raise GeometryError(f"{name} does not take {len(given)} arguments.")
        case _:
            return node


def shape(node: Expr) -> Shape:
    """What an expression stands for: POINT(…), CIRCLE(…), or a column with a region in it."""
    name = named(node)
    given = arguments(node) if name else []
    # The name of the coordinate system, which ADQL 2.1 has dropped, comes first.
    if given and isinstance(given[0], exp.Literal) and given[0].is_string:
        given = given[1:]
    match name, given:
        case "POINT", [ra, dec]:
            return Shape(ra, dec)
        case "CIRCLE", [ra, dec, radius]:
            return Shape(ra, dec, radius)
        case "CIRCLE", [centre, radius]:
            middle = shape(centre)
            return Shape(middle.ra, middle.dec, radius)
        case _ if isinstance(node, exp.Column) and node.name == "s_region":
            return Shape(*(part(node, i) for i in (3, 4, 5)))
        case _:
            raise GeometryError(
                f"Not a POINT, a CIRCLE or s_region: {node.sql()[:80]}. There are no other shapes here."
            )


def part(column: exp.Column, number: int) -> Expr:
    """A number out of the text of a region."""
    word = exp.func(
        "SPLIT_PART", column.copy(), exp.Literal.string(" "), exp.Literal.number(number), dialect="duckdb"
    )
    return exp.TryCast(this=word, to=exp.DataType.build("double"))


def contained(inner: Shape, outer: Shape) -> Expr:
    if outer.radius is None:
        raise GeometryError("CONTAINS needs a CIRCLE or the column s_region as its second argument.")
    if inner.radius is None:
        return exp.LTE(this=distance(inner, outer), expression=outer.radius.copy())
    reach = exp.Add(this=distance(inner, outer), expression=paren(inner.radius))
    return exp.LTE(this=reach, expression=paren(outer.radius))


def touching(left: Shape, right: Shape) -> Expr:
    radii = [paren(one.radius) for one in (left, right) if one.radius is not None]
    if not radii:
        raise GeometryError("INTERSECTS needs a CIRCLE or the column s_region as one of its arguments.")
    reach = radii[0] if len(radii) == 1 else exp.Add(this=radii[0], expression=radii[1])
    return exp.LTE(this=distance(left, right), expression=reach)


def distance(left: Shape, right: Shape) -> Expr:
    """The macro of the database that gives degrees along a great circle."""
    places = [each.copy() for each in (left.ra, left.dec, right.ra, right.dec)]
    return exp.Anonymous(this="great_circle", expressions=places)


def paren(node: Expr) -> Expr:
    return exp.Paren(this=node.copy())


def one_if(condition: Expr) -> Expr:
    return exp.Case(ifs=[exp.If(this=condition, true=exp.Literal.number(1))], default=exp.Literal.number(0))


# By the haversine, which keeps its digits for small distances.
MACRO = """
CREATE MACRO great_circle(ra1, dec1, ra2, dec2) AS 2 * degrees(asin(least(1, sqrt(
  pow(sin(radians(dec1 - dec2) / 2), 2)
  + cos(radians(dec1)) * cos(radians(dec2)) * pow(sin(radians(ra1 - ra2) / 2), 2)))))
"""
