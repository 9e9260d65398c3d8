"""The test archive holds what the other tests rely on; pyvo asks."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import Any

import pytest
import pyvo

HARD_NAME = "<b>3C 273</b><script>alert(1)</script>"


@pytest.fixture(scope="module")
def vo(facts: dict[str, Any]) -> dict[str, str]:
    return facts["vo"]


@pytest.fixture(scope="module")
def tap(vo: dict[str, str]) -> pyvo.dal.TAPService:
    return pyvo.dal.TAPService(vo["tap"])


@pytest.mark.parametrize(
    ("table", "rows"),
    [("ivoa.obscore", 4812), ("radio.sources", 3016), ("bulk.million", 1_000_000), ("rr.resource", 305)],
)
def test_rows(tap: pyvo.dal.TAPService, table: str, rows: int) -> None:
    assert tap.run_sync(f"SELECT COUNT(*) AS n FROM {table}")[0]["n"] == rows


def test_kinds_of_data(tap: pyvo.dal.TAPService) -> None:
    found = tap.run_sync(
        "SELECT dataproduct_type AS t, COUNT(*) AS n FROM ivoa.obscore GROUP BY dataproduct_type"
    )
    assert {row["t"]: row["n"] for row in found} == {"visibility": 4801, "image": 6, "spectrum": 5}


def test_cone_over_zero_hours(vo: dict[str, str], tap: pyvo.dal.TAPService) -> None:
    found = pyvo.conesearch(vo["scs"], pos=(0, 0), radius=0.5)
    names = ["J0000+0000", "J0000-0012", "J2359+0001"]
    assert sorted(row["name"] for row in found) == names
    inside = "CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 0, 0, 0.5))"
    rows = tap.run_sync(f"SELECT DISTINCT target_name FROM ivoa.obscore WHERE 1={inside} AND obs_id='N05L1'")
    assert sorted(row["target_name"] for row in rows) == names


def test_geometry_and_jobs(tap: pyvo.dal.TAPService) -> None:
    """Regions by pgsphere, whose old operators may have been mended; and a query as a job."""
    query = (
        "SELECT DISTINCT obs_id FROM ivoa.obscore WHERE 1=CONTAINS(POINT('ICRS', 49.951, 41.512), s_region)"
    )
    assert {row["obs_id"] for row in tap.run_async(query)} == {row["obs_id"] for row in tap.run_sync(query)}
    assert len(tap.run_sync(query)) >= 2


def test_names_that_are_hard(vo: dict[str, str], tap: pyvo.dal.TAPService) -> None:
    found = pyvo.conesearch(vo["scs"], pos=(187.2779154, 2.0523883), radius=0.01)
    assert HARD_NAME in [row["name"] for row in found]
    assert len(tap.run_sync("SELECT * FROM ivoa.obscore WHERE obs_id='N05L1'")) == 56
    assert len(tap.run_sync("SELECT * FROM radio.sources WHERE name='Barnard''s Star'")) == 1


@pytest.mark.filterwarnings("ignore")
def test_images_and_spectra(vo: dict[str, str]) -> None:
    assert len(pyvo.dal.SIA2Service(vo["sia2"]).search(pos=(49.95, 41.51, 0.5))) == 2
    assert len(pyvo.dal.SIAService(vo["sia1"]).search(pos=(49.95, 41.51), size=0.5)) == 2
    assert len(pyvo.dal.SSAService(vo["ssa"]).search(pos=(49.95, 41.51), diameter=1.0)) == 1


def test_links_of_a_row(tap: pyvo.dal.TAPService, vo: dict[str, str]) -> None:
    url = tap.run_sync("SELECT TOP 1 access_url FROM ivoa.obscore WHERE obs_id='N05L1'")[0]["access_url"]
    assert url.startswith(vo["datalink"])
    links = pyvo.dal.adhoc.DatalinkResults.from_result_url(url)
    assert vo["file"] in list(links.getcolumn("access_url"))


def test_registry_names_this_instance(vo: dict[str, str]) -> None:
    """Its address changes from one start to the next."""
    found = pyvo.dal.TAPService(vo["registry"]).run_sync(
        "SELECT access_url FROM rr.interface NATURAL JOIN rr.capability"
        " WHERE standard_id LIKE 'ivo://ivoa.net/std/tap%' AND ivoid='ivo://evn.test/tap'"
    )
    assert [row["access_url"] for row in found] == [vo["tap"]]


@pytest.mark.parametrize(("what", "account"), [("private", "private"), ("embargoed", "embargoed")])
def test_what_takes_a_password(vo: dict[str, str], what: str, account: str) -> None:
    url = vo[what] + ("?RA=0&DEC=0&SR=0.5" if what == "private" else "")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(url, timeout=20)
    assert refused.value.code == 401
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, vo["base"], vo[f"{account}_user"], vo[f"{account}_password"])
    opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    assert opener.open(url, timeout=20).status == 200
