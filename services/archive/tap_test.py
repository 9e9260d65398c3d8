"""Queries as pyvo asks them, and their answers as astropy reads them."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
import pytest
import pyvo
from astropy.io.votable import parse_single_table

from .asked import ask

IN_CIRCLE = "CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 49.95, 41.5, 30))"


def described(tap: pyvo.dal.TAPService, name: str) -> Any:
    """pyvo's description of a table, whose type it does not tell."""
    return tap.tables[name]


@pytest.mark.parametrize(
    ("table", "rows"),
    [("ivoa.obscore", 4811), ("radio.sources", 3016), ("tap_schema.tables", 7), ("tap_schema.keys", 5)],
)
def test_rows(tap: pyvo.dal.TAPService, table: str, rows: int) -> None:
    assert tap.run_sync(f"SELECT COUNT(*) AS n FROM {table}")[0]["n"] == rows


def test_it_says_what_it_is(tap: pyvo.dal.TAPService, archive: dict[str, str]) -> None:
    for page in ("/", "/tap/capabilities", "/tap/availability", "/tap/tables"):
        assert "not a reference implementation" in ask(archive["base"] + page)[1].decode()
    for name in ("ivoa.obscore", "radio.sources"):
        assert "demo's own small archive" in described(tap, name).description


def test_tables_and_limits(tap: pyvo.dal.TAPService) -> None:
    assert len(described(tap, "ivoa.obscore").columns) == 30
    assert (tap.maxrec, tap.hardlimit) == (20_000, 50_000)
    for example in tap.examples:
        assert len(example.execute()) > 0


def test_geometry(tap: pyvo.dal.TAPService) -> None:
    def count(where: str) -> int:
        return tap.run_sync(f"SELECT COUNT(*) AS n FROM ivoa.obscore WHERE {where}")[0]["n"]

    assert count(f"1={IN_CIRCLE}") > 10
    assert count(f"1={IN_CIRCLE}") + count(f"0={IN_CIRCLE}") == 4811
    here = "POINT('ICRS', 49.951, 41.512)"
    assert count(f"1=CONTAINS({here}, s_region)") == count(f"1=INTERSECTS(s_region, {here})") >= 2
    around = "1=INTERSECTS(s_region, CIRCLE('', 49.95, 41.51, {})) AND obs_id='N05L1'"
    # The centre of the region is 0.0018 degrees away from that of the circle, its radius is 0.02515.
    assert [count(around.format(radius)) for radius in (0.001, 0.1)] == [1, 1]
    assert count("1=CONTAINS(s_region, CIRCLE('', 49.95, 41.51, 0.02)) AND obs_id='N05L1'") == 0
    assert count("1=CONTAINS(s_region, CIRCLE('', 49.95, 41.51, 0.03)) AND obs_id='N05L1'") == 1


def test_distances(tap: pyvo.dal.TAPService) -> None:
    near = tap.run_sync(
        "SELECT TOP 3 target_name AS t, DISTANCE(POINT('', s_ra, s_dec), POINT('', 0, 0)) AS d,"
        " COORD2(POINT('', s_ra, s_dec)) AS c FROM ivoa.obscore WHERE obs_id='N05L1' ORDER BY d"
    )
    assert list(near["t"]) == ["J0000+0000", "J2359+0001", "J0000-0012"]
    assert list(near["d"]) == pytest.approx([0, 0.0166666697, 0.2083333333])
    assert list(near["c"]) == pytest.approx([0, 0.0166666667, -0.2083333333])


def test_arithmetic_is_that_of_adql(tap: pyvo.dal.TAPService) -> None:
    row = tap.run_sync(
        'SELECT 7/2 AS a, 7/2.0 AS b, LOG(EXP(1)) AS c, LOG10(1000) AS d, MOD(7, 4) AS e, "Mixed" AS f,'
        " CASE WHEN n > 1 THEN 'many' ELSE 'one' END AS g"
        ' FROM (SELECT COUNT(*) AS n, MIN(id) AS "Mixed" FROM radio.sources) AS s'
    )[0]
    assert [row[name] for name in "abcdefg"] == pytest.approx([3, 3.5, 1, 3, 3, "RS00000", "many"])


def test_names_that_are_hard(tap: pyvo.dal.TAPService) -> None:
    names = set(tap.run_sync("SELECT target_name FROM ivoa.obscore WHERE obs_id='N05L1'")["target_name"])
    assert {"M 87 α", "<b>3C 273</b><script>alert(1)</script>", " leading blank", ""} <= names
    for where in ("='Barnard''s Star'", "=' leading blank'", " LIKE '100!%!_%' ESCAPE '!'"):
        query = f"SELECT * FROM ivoa.obscore WHERE obs_id='N05L1' AND target_name{where}"
        assert len(tap.run_sync(query)) == 1


@pytest.mark.parametrize("coding", ["votable", "votable/td", "votable/b", "votable/b2"])
def test_codings_give_the_same_rows(archive: dict[str, str], coding: str) -> None:
    query = (
        "SELECT r.*, s_ra, t_xel FROM radio.sources AS r,"
        " (SELECT TOP 1 s_ra, t_xel FROM ivoa.obscore WHERE s_ra IS NULL) AS o ORDER BY id"
    )
    said = {"LANG": "ADQL", "QUERY": query, "RESPONSEFORMAT": coding}
    table = parse_single_table(io.BytesIO(ask(f"{archive['tap']}/sync", said)[1]))
    assert [str(field.unit) for field in table.fields if field.unit] == ["deg", "deg", "Jy", "Jy"]
    rows: Any = table.array
    assert rows["name"][1] == "M 87 α"
    assert list(np.flatnonzero(np.isnan(rows["flux_5ghz"].filled(np.nan)))) == list(range(5, 3016, 17))
    assert np.isnan(rows["s_ra"].filled(np.nan)).all()
    assert rows["t_xel"].mask.all()


def test_csv(archive: dict[str, str]) -> None:
    query = "SELECT id, name, flux_5ghz FROM radio.sources ORDER BY id"
    _, body, _ = ask(f"{archive['tap']}/sync", {"LANG": "ADQL", "QUERY": query, "FORMAT": "csv"})
    rows = list(csv.reader(io.StringIO(body.decode())))
    assert rows[0] == ["id", "name", "flux_5ghz"]
    assert rows[6] == ["RS00005", "100%_done", ""]
    assert len(rows) == 3017


@pytest.mark.parametrize(("maxrec", "rows", "overflow"), [(3, 3, True), (0, 0, True), (3016, 3016, False)])
def test_overflow(archive: dict[str, str], maxrec: int, rows: int, overflow: bool) -> None:
    query = {"LANG": "ADQL", "QUERY": "SELECT id FROM radio.sources", "MAXREC": str(maxrec)}
    _, body, _ = ask(f"{archive['tap']}/sync", query)
    assert len(parse_single_table(io.BytesIO(body)).array) == rows
    assert (body.rfind(b'value="OVERFLOW"') > body.find(b"</TABLE>") > 0) is overflow


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "LANG can be ADQL or ADQL-2.0, and has to be given."),
        ({"LANG": "SQL"}, "LANG can be ADQL or ADQL-2.0, not SQL."),
        ({"LANG": "ADQL", "QUERY": " "}, "There is no QUERY."),
        ({"lang": "ADQL", "query": "SELECT 1", "maxrec": "-1"}, "MAXREC is a whole number, not -1."),
        ({"LANG": "ADQL", "QUERY": "SELECT 1", "FORMAT": "png"}, "There is no format png here;"),
        ({"LANG": "ADQL", "QUERY": "SELECT 1", "REQUEST": "x"}, "REQUEST can only be doQuery, not x."),
        ({"LANG": "ADQL", "QUERY": "SELECT 1", "UPLOAD": "t,u"}, "Tables can't be uploaded"),
        ({"LANG": "ADQL", "QUERY": "SELECT 1/0 AS a"}, "The query failed: "),
    ],
)
def test_errors(archive: dict[str, str], parameters: dict[str, str], words: str) -> None:
    status, body, _ = ask(f"{archive['tap']}/sync", parameters)
    assert status == 400
    assert f'<INFO name="QUERY_STATUS" value="ERROR">{words}' in body.decode()
