"""Cone searches, with astropy as the judge of what is near."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
import pyvo
from astropy.coordinates import SkyCoord
from astropy.io.votable import parse_single_table

from .asked import ask


@pytest.mark.parametrize(
    ("ra", "dec", "radius"), [(0, 0, 0.5), (0, 90, 8), (123, -90, 8), (359.9, 1, 5), (50, 41, 180)]
)
def test_cones_hold_what_is_in_them(
    tap: pyvo.dal.TAPService, archive: dict[str, str], ra: float, dec: float, radius: float
) -> None:
    every = tap.run_sync("SELECT id, ra, dec FROM radio.sources")
    centre = SkyCoord(ra, dec, unit="deg")

    def separation(rows: Any) -> Any:
        return centre.separation(SkyCoord(rows["ra"], rows["dec"], unit="deg")).deg

    expected = sorted(np.asarray(every["id"])[separation(every) <= radius])
    assert len(expected) > 2
    found = pyvo.conesearch(archive["scs"], pos=(ra, dec), radius=radius)
    assert sorted(found["id"]) == expected
    assert np.asarray(found["_r"]) == pytest.approx(separation(found), abs=1e-6)
    inside = f"CONTAINS(POINT('ICRS', ra, dec), CIRCLE('ICRS', {ra}, {dec}, {radius}))"
    assert sorted(tap.run_sync(f"SELECT id FROM radio.sources WHERE 1={inside}")["id"]) == expected


def test_a_cone_of_nothing_has_columns(archive: dict[str, str]) -> None:
    _, body, _ = ask(f"{archive['scs']}?RA=0&DEC=0&SR=0")
    table = parse_single_table(io.BytesIO(body))
    assert len(table.array) == 0
    assert [str(field.ucd) for field in table.fields if "_MAIN" in str(field.ucd)] == [
        "ID_MAIN", "POS_EQ_RA_MAIN", "POS_EQ_DEC_MAIN",
    ]  # fmt: skip
    assert b"OVERFLOW" not in body
    few = parse_single_table(io.BytesIO(ask(f"{archive['scs']}?RA=0&DEC=0&SR=0&VERB=1")[1]))
    assert len(few.fields) == len(table.fields) - 3


def test_overflow(archive: dict[str, str]) -> None:
    for maxrec, overflow in ((3, True), (3016, False)):
        _, body, _ = ask(f"{archive['scs']}?RA=0&DEC=0&SR=180&MAXREC={maxrec}")
        assert len(parse_single_table(io.BytesIO(body)).array) == maxrec
        assert (b'value="OVERFLOW"' in body) is overflow


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("RA=0&DEC=91&SR=1", "DEC is a number of degrees from -90 to 90, not 91."),
        ("RA=nan&DEC=1&SR=1", "RA is a number of degrees from -360 to 360, not nan."),
        ("RA=1&DEC=1", "SR is missing."),
        ("RA=1&DEC=1&SR=1&MAXREC=x", "MAXREC is a whole number, not x."),
        ("RA=1&DEC=1&SR=%22%3Ca%3E%00", 'SR is a number of degrees from 0 to 180, not "<a>?.'),
    ],
)
def test_errors(archive: dict[str, str], query: str, words: str) -> None:
    status, body, _ = ask(f"{archive['scs']}?{query}")
    said = ElementTree.fromstring(body).find("{http://www.ivoa.net/xml/VOTable/v1.3}INFO")
    assert said is not None
    assert (status, said.get("name"), said.get("value")) == (200, "Error", words)
