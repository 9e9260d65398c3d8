"""What a whole site gives: its templates, and the files that lie beside it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError

from ..conftest import fits

JpFetch = Callable[..., Awaitable[Any]]
NOTEBOOK = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []})


@pytest.fixture
def profile_text(tmp_path: Path) -> str:
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.IDI1").write_bytes(b"12345")
    (tmp_path / "own.ipynb").write_text(NOTEBOOK)
    (tmp_path / "profile.yaml.secret").write_text("secret")
    return f"""
templates: [{{id: own, label: Own, file: own.ipynb}}]
mounts: [{{url: 'http://archive.example.org/exp', path: '{files}'}}]
"""


async def get(jp_fetch: JpFetch, *path: str) -> Any:
    return json.loads((await jp_fetch("jupyterlab-esap", *path)).body)


async def test_a_template_is_its_file(jp_fetch: JpFetch, tmp_path: Path) -> None:
    got = await get(jp_fetch, "templates", "own")
    fits(got, "TemplateText")
    assert got == {"name": "own.ipynb", "text": NOTEBOOK}
    assert json.loads((await get(jp_fetch, "templates", "visibility"))["text"])["nbformat"] == 4
    (tmp_path / "own.ipynb").unlink()
    with pytest.raises(HTTPClientError) as caught:
        await get(jp_fetch, "templates", "own")
    assert caught.value.code == 404


@pytest.mark.parametrize(
    "name", ["none", "own.ipynb", "Own", "..", "%2e%2e", "..%2fprofile.yaml", "%2fetc%2fpasswd", "image%00"]
)
async def test_a_template_is_named_by_its_id_and_by_nothing_else(jp_fetch: JpFetch, name: str) -> None:
    with pytest.raises(HTTPClientError) as caught:
        await get(jp_fetch, "templates", name)
    assert caught.value.code == 404


async def test_local_files_are_found_in_the_order_they_are_asked_for(
    jp_fetch: JpFetch, tmp_path: Path
) -> None:
    urls = [f"http://archive.example.org/exp/{name}" for name in ("b.IDI1", "a.IDI1", "../profile.yaml")]
    answer = await jp_fetch(
        "jupyterlab-esap", "local", method="POST", body=json.dumps({"urls": urls}),
        headers={"Content-Type": "application/json"},
    )  # fmt: skip
    got = json.loads(answer.body)
    fits(got, "LocalFiles")
    assert got["files"] == [
        {"url": urls[0], "available": False},
        {"url": urls[1], "available": True, "path": str(tmp_path / "files" / "a.IDI1"), "size": 5},
        {"url": urls[2], "available": False},
    ]


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "{}", '{"urls": "x"}', '{"urls": [1]}', '{"urls": [], "more": 1}',
     json.dumps({"urls": ["x"] * 201}), json.dumps({"urls": ["x" * 4097]})],
)  # fmt: skip
async def test_a_body_that_is_none_is_refused(jp_fetch: JpFetch, body: str) -> None:
    with pytest.raises(HTTPClientError) as caught:
        await jp_fetch(
            "jupyterlab-esap", "local", method="POST", body=body, headers={"Content-Type": "application/json"}
        )
    assert caught.value.code == 400
    assert caught.value.response
    fits(json.loads(caught.value.response.body), "Fault")


async def test_the_browser_hears_of_beginnings_of_urls_not_of_folders(
    jp_fetch: JpFetch, tmp_path: Path
) -> None:
    profile = await get(jp_fetch, "profile")
    assert profile["mounts"] == ["http://archive.example.org/exp/"]
    assert str(tmp_path) not in json.dumps(profile)
