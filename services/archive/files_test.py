"""Links and the files that they lead to."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
import pyvo
from astropy.io import fits
from astropy.io.votable import parse_single_table

from .asked import ask


def test_links_of_an_experiment(tap: pyvo.dal.TAPService) -> None:
    """By each row's own URL, and by the service that the answer names; every link can be followed."""
    rows: list[Any] = list(tap.run_sync("SELECT * FROM ivoa.obscore WHERE obs_id='N05L1'"))
    assert len(rows) == 56
    for row in rows:
        links = list(pyvo.dal.adhoc.DatalinkResults.from_result_url(row["access_url"]))
        assert {link["ID"] for link in links} == {row["obs_publisher_did"]}
    links = list(rows[0].getdatalink())
    assert {link["semantics"] for link in links} == {"#this", "#calibration", "#documentation"}
    assert [link["error_message"][:14] for link in links if link["error_message"]] == ["NotFoundFault:"]
    for link in links:
        if link["access_url"]:
            status, body, _ = ask(link["access_url"])
            assert status == 200
            if link["semantics"] == "#this":
                assert len(body) == link["content_length"]


def test_links_of_an_image(tap: pyvo.dal.TAPService) -> None:
    image: Any = tap.run_sync("SELECT * FROM ivoa.obscore WHERE dataproduct_type='image' ORDER BY obs_id")[0]
    this, preview = image.getdatalink()
    assert (this["access_url"], preview["semantics"]) == (image["access_url"], "#preview")
    assert ask(preview["access_url"])[1].startswith(b"\x89PNG")
    data: Any = fits.getdata(io.BytesIO(ask(image["access_url"])[1]))
    assert data.shape == (image["s_xel2"], image["s_xel1"])


def test_links_of_nothing(archive: dict[str, str]) -> None:
    _, body, _ = ask(f"{archive['datalink']}?ID=nosuch&ID=%3Ca%3E")
    rows = parse_single_table(io.BytesIO(body)).array
    assert list(rows["ID"]) == ["nosuch", "<a>"]
    assert all(words.startswith("NotFoundFault: ") for words in rows["error_message"])


def test_every_product_is_there(tap: pyvo.dal.TAPService) -> None:
    for row in tap.run_sync("SELECT * FROM ivoa.obscore WHERE dataproduct_type <> 'visibility'"):
        status, body, _ = ask(row["access_url"])
        assert (status, len(body) // 1024) == (200, row["access_estsize"])


def test_pieces(archive: dict[str, str]) -> None:
    url = f"{archive['files']}/ev020c_1_1.IDI2"
    _, whole, _ = ask(url)
    with fits.open(io.BytesIO(whole)) as file:
        file.verify("exception")
    assert fits.getheader(io.BytesIO(whole))["OBJECT"] == "ev020c_1_1.IDI2"

    def piece(span: str, **more: str) -> tuple[int, bytes]:
        return ask(url, headers={"Range": f"bytes={span}", **more})[:2]

    assert piece("100-199") == (206, whole[100:200])
    assert piece("300000-") == (206, whole[300000:])
    assert piece("-7") == (206, whole[-7:])
    assert piece("100-199", **{"If-Range": '"other"'}) == (200, whole)
    assert piece(f"{len(whole)}-")[0] == 416


def test_embargo(archive: dict[str, str]) -> None:
    url = archive["embargoed"]
    assert ask(url)[0] == 401
    account = f"{archive['embargoed_user']}:{archive['embargoed_password']}"
    signed = {"Authorization": f"Basic {base64.b64encode(account.encode()).decode()}"}
    assert ask(url, headers=signed)[0] == 200
    assert ask(url, headers={"Authorization": "Basic x"})[0] == 401


@pytest.mark.parametrize(
    "path", ["..%2fetc%2fpasswd", "%2e%2e", "embargo_5.fits", "x.IDI1", "%00", "map_0.fits%2f..", "%ff"]
)
def test_no_other_file(archive: dict[str, str], path: str) -> None:
    assert ask(f"{archive['files']}/{path}")[0] == 404
