"""The hostile origin does what its list says: judged by clients that are none of ours."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import socket
import urllib.error
import urllib.request
import uuid
from pathlib import Path
from typing import Any

import pytest
import pyvo

from services.faults.server import FAULTS


@pytest.fixture
def base(facts: dict[str, Any]) -> str:
    return facts["faults"]["base"]


def get(url: str, **headers: str) -> Any:
    return urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20)


def seen(base: str, key: str, state: str) -> list[dict[str, Any]]:
    return json.load(get(f"{base}/seen/{key}?until={state}&within=20000"))


def test_the_list_is_complete() -> None:
    listed = re.findall(
        r"^\| `/([\w/-]+?)(?:/CODE|/KEY|/…)?` \|", (Path(__file__).parent / "README.md").read_text(), re.M
    )
    assert sorted(listed) == sorted(FAULTS)


@pytest.mark.parametrize("fault", ["votable/ok/rows=7", "drip/rows=7/every=1", "drip/rows=7/every=0/slice=1"])
def test_a_fault_is_a_service(base: str, fault: str) -> None:
    cone = pyvo.conesearch(f"{base}/{fault}/scs", pos=(10, -20), radius=1)
    assert [row["ra"] for row in cone][:2] == [10.0, 10.001]
    table = pyvo.dal.TAPService(f"{base}/{fault}/tap").run_sync("SELECT * FROM ivoa.obscore")
    assert table.fieldnames == ("obs_id", "target_name", "s_ra", "s_dec", "t_exptime")
    assert len(table) == 7


def test_errors_and_limits_in_the_document(base: str) -> None:
    with pytest.raises(pyvo.DALQueryError, match="disk is full <b>&amp;</b>"):
        pyvo.conesearch(f"{base}/votable/error-before/scs", pos=(0, 0), radius=1)
    text = get(f"{base}/votable/rows-then-error/rows=3").read().decode()
    assert text.index("OK") < text.index("F000002") < text.index("</TABLE>") < text.index("ERROR")
    text = get(f"{base}/votable/ok/rows=9?MAXREC=4").read().decode()
    assert text.count("<TR>") == 4
    assert "OVERFLOW" in text


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("cut", http.client.IncompleteRead),
        ("cut/chunked", http.client.IncompleteRead),
        ("cut/in-chunk", http.client.IncompleteRead),
        ("votable/cut/after=5", http.client.IncompleteRead),
        ("bad-chunk", http.client.IncompleteRead),
        ("cut/reset", ConnectionResetError),
        ("reset", ConnectionResetError),
        ("close", http.client.RemoteDisconnected),
        ("headers/no-http", http.client.BadStatusLine),
        ("headers/many", http.client.HTTPException),
    ],
)
def test_breaks(base: str, path: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        get(f"{base}/{path}").read()


@pytest.mark.parametrize(
    "path", ["stall", "stall/before", "stall/rows", "headers/endless", "votable/endless"]
)
def test_who_goes_away_is_seen(base: str, path: str) -> None:
    key = uuid.uuid4().hex
    with socket.create_connection(("127.0.0.1", int(base.rpartition(":")[2])), 20) as client:
        client.sendall(f"GET /{path}?key={key} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert seen(base, key, "open")[0]["state"] == "open"
    assert [visit["state"] for visit in seen(base, key, "aborted")] == ["aborted"]


def test_who_stays_is_seen_too(base: str) -> None:
    key = uuid.uuid4().hex
    body = get(f"{base}/drip/rows=2/every=1?key={key}").read()
    (visit,) = seen(base, key, "finished")
    assert visit["state"] == "finished"
    assert visit["sent"] > len(body)


def test_echo_shows_the_request_as_it_came(base: str) -> None:
    url = f"{base}/echo/a%2Fb/%7Ec?x=1+2&y=%20"
    said = json.load(
        urllib.request.urlopen(urllib.request.Request(url, b"QUERY=1", {"X-One": "1"}), timeout=20)
    )
    assert (said["method"], said["target"], said["body"]) == (
        "POST",
        "/echo/a%2Fb/%7Ec?x=1+2&y=%20",
        "QUERY=1",
    )
    assert ["X-One", "1"] in said["headers"]


def test_busy_and_then_good(base: str) -> None:
    url = f"{base}/status/503/times=2/retry=1?key={uuid.uuid4().hex}"
    for _ in range(2):
        with pytest.raises(urllib.error.HTTPError) as refused:
            get(url)
        assert (refused.value.code, refused.value.headers["Retry-After"]) == (503, "1")
    assert b"<TR>" in get(url).read()


def test_redirects(base: str) -> None:
    assert get(f"{base}/redirect/n=4/tap/sync").url == f"{base}/votable/ok/tap/sync"
    assert get(f"{base}/redirect?n=2&to={base}/html").url == f"{base}/html"
    with pytest.raises(urllib.error.HTTPError, match="infinite loop"):
        get(f"{base}/redirect/loop")


def test_compressed_answers(base: str) -> None:
    assert gzip.decompress(get(f"{base}/gzip/file").read()).startswith(b"<?xml")
    packed = get(f"{base}/gzip/bomb?mb=50").read()
    assert len(packed) < 100_000
    assert len(gzip.decompress(packed)) > 50_000_000


def test_a_file_can_be_had_in_parts(base: str) -> None:
    url = f"{base}/file/size=200003"
    whole = get(url).read()
    part = get(url, Range="bytes=65530-")
    assert part.status == 206
    assert part.read() == whole[65530:]
    assert get(url, Range="bytes=5-9", **{"If-Range": '"other"'}).status == 200
    assert len(whole) == json.load(get(f"{base}/file/sums/size=200003"))["bytes"] == 200003
    with pytest.raises(http.client.IncompleteRead):
        get(f"{url}/cut=100").read()


def test_nobody_listens_at_the_dead_address(facts: dict[str, Any]) -> None:
    with pytest.raises(urllib.error.URLError, match="refused"):
        get(facts["faults"]["dead"])
