"""Files are read in threads: a slow disk is no reason for a whole Jupyter server to stand still."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from .. import mounts
from ..messages import LocalFile
from . import local

JpFetch = Callable[..., Awaitable[Any]]
NOTEBOOK = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []})
OPENED: list[tuple[str, int]] = []


def hear(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook can't be taken away again."""
    if event == "open" and "loop-test" in str(arguments[0]):
        OPENED.append((str(arguments[0]), threading.get_ident()))


sys.addaudithook(hear)


@pytest.fixture
def profile_text(tmp_path: Path) -> str:
    (tmp_path / "loop-test.svg").write_text("<svg></svg>")
    (tmp_path / "loop-test.ipynb").write_text(NOTEBOOK)
    return f"""
look: {{logo: loop-test.svg}}
templates: [{{id: own, label: Own, file: loop-test.ipynb}}]
mounts: [{{url: 'http://archive.example.org/exp', path: '{tmp_path}'}}]
"""


async def ask_local(jp_fetch: JpFetch) -> list[dict[str, Any]]:
    body = json.dumps({"urls": ["http://archive.example.org/exp/profile.yaml"]})
    headers = {"Content-Type": "application/json"}
    answer = await jp_fetch("jupyterlab-esap", "local", method="POST", body=body, headers=headers)
    return json.loads(answer.body)["files"]


async def test_no_route_opens_a_file_on_the_loop(jp_fetch: JpFetch, tmp_path: Path) -> None:
    OPENED.clear()
    await jp_fetch("jupyterlab-esap", "profile")
    await jp_fetch("jupyterlab-esap", "templates", "own")
    assert {Path(name).name for name, _ in OPENED} == {"loop-test.svg", "loop-test.ipynb"}
    assert all(thread != threading.get_ident() for _, thread in OPENED)


async def test_mounts_are_looked_into_in_threads_of_their_own(
    jp_fetch: JpFetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    real = mounts.beneath

    def watched(root: Path, names: list[str]) -> tuple[Path, int | None] | None:
        seen.append(threading.current_thread().name)
        return real(root, names)

    monkeypatch.setattr(mounts, "beneath", watched)
    assert (await ask_local(jp_fetch))[0]["available"]
    assert [name.partition("_")[0] for name in seen] == ["esap-mounts"]


async def test_a_mount_that_hangs_holds_up_nothing_else(
    jp_fetch: JpFetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More of them than there are threads: names are resolved, and files are read, all the same."""
    go = threading.Event()

    def hang(self: mounts.Mounts, url: str) -> LocalFile:
        go.wait()
        return LocalFile(url=url, available=True)

    monkeypatch.setattr(mounts.Mounts, "find", hang)
    monkeypatch.setattr(local, "SECONDS", 0.2)
    try:
        answers = await asyncio.gather(*(ask_local(jp_fetch) for _ in range(40)))
        assert not any(files[0]["available"] for files in answers)
        await jp_fetch("jupyterlab-esap", "templates", "own")
        await asyncio.get_running_loop().getaddrinfo("localhost", 80)
    finally:
        go.set()
