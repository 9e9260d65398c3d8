"""A resolver, a forge and an archive's file through the relay, by the profile of the browser tests."""

from __future__ import annotations

import json
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tasks.profile import fill, started_services
from tasks.tree import ROOT

from ..conftest import Relay
from ..profile import project, read_profile

JpFetch = Callable[..., Awaitable[Any]]


@pytest.fixture
def profile_text(tmp_path: Path) -> str:
    fill(ROOT / "ui-tests" / "profile.yaml", tmp_path / "filled.yaml", started_services())
    return (tmp_path / "filled.yaml").read_text()


async def test_the_profile_has_no_problems(jp_fetch: JpFetch) -> None:
    profile = json.loads((await jp_fetch("jupyterlab-esap", "profile")).body)
    assert profile["problems"] == []
    assert {"tap", "scs", "resolver", "forge"} == {service["kind"] for service in profile["services"]}


async def test_the_institute_has_its_own_services(tmp_path: Path) -> None:
    path = tmp_path / "institute.yaml"
    fill(ROOT / "ui-tests" / "profile-institute.yaml", path, started_services())
    shutil.copy(ROOT / "ui-tests" / "institute-logo.svg", tmp_path)
    assert project(read_profile(path)).problems == []


async def test_a_name_is_resolved(relay: Relay) -> None:
    url = started_services()["resolver"]["sesame"]
    answer = await relay("sesame", f"{url}/-oxp/A?3C%2084")
    assert answer.head
    assert answer.head["status"] == 200
    assert b"<jradeg>49.95" in answer.body


async def test_notebooks_are_listed_and_fetched(relay: Relay) -> None:
    listing = started_services()["notebooks"]["listing"].replace("{obs_id}", "N05L1")
    listed = json.loads((await relay("forge", listing)).body)
    first = next(entry for entry in listed if entry["name"] == "N05L1.ipynb")
    notebook = json.loads((await relay("forge", first["download_url"])).body)
    assert notebook["nbformat"] == 4
    missing = await relay("forge", listing.replace("N05L1", "N99X9"))
    assert missing.head
    assert missing.head["status"] == 404
    refused = await relay("forge", f"{started_services()['vo']['base']}/tap")
    assert refused.code == "refused"


async def test_a_download_goes_on_where_it_was_cut(relay: Relay) -> None:
    url = started_services()["vo"]["file"]
    whole = await relay("evn", url)
    part = await relay("evn", url, headers={"Range": "bytes=1000-1999"})
    assert part.head
    assert part.head["status"] == 206
    assert part.head["headers"]["content-range"].startswith("bytes 1000-1999/")
    assert part.body == whole.body[1000:2000]
