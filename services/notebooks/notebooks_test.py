"""The forge: its listing, its files, and Git itself as a client."""

from __future__ import annotations

import json
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import nbformat
import pytest

from services.notebooks.content import REPOSITORIES


@pytest.fixture
def forge(facts: dict[str, Any]) -> dict[str, str]:
    return facts["notebooks"]


def get(url: str, token: str | None = None) -> bytes:
    headers = {"Authorization": f"token {token}"} if token else {}
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
        return answer.read()


def listing(forge: dict[str, str], experiment: str, folder: str = "") -> list[dict[str, Any]]:
    return json.loads(get(f"{forge['listing'].format(obs_id=experiment)}/{folder}"))


def clone(url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "clone", "-q", "--depth=1", url, str(folder)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_experiments(forge: dict[str, str]) -> None:
    open_ones = json.loads(get(f"{forge['api']}/orgs/EVN/repos"))
    every = json.loads(get(f"{forge['api']}/orgs/EVN/repos", forge["token"]))
    assert len(every) == len(REPOSITORIES) == 12
    assert {repo["name"] for repo in every} - {repo["name"] for repo in open_ones} == {"N24K1"}


def test_notebooks_of_an_experiment(forge: dict[str, str]) -> None:
    entries = {entry["name"]: entry for entry in listing(forge, "N05L1")}
    assert {name: entry["type"] for name, entry in entries.items()} == {
        "README.md": "file", "N05L1.ipynb": "file", "imaging.ipynb": "file",
        "calibration": "dir", "data": "dir",
    }  # fmt: skip
    text = get(entries["N05L1.ipynb"]["download_url"])
    assert len(text) == entries["N05L1.ipynb"]["size"]
    cells = nbformat.reads(text.decode(), as_version=4).cells
    assert [each.metadata.get("tags") for each in cells] == [None, ["parameters"], None]
    assert [entry["path"] for entry in listing(forge, "N05L1", "calibration")] == ["calibration/flags.ipynb"]


def test_experiments_without_notebooks(forge: dict[str, str]) -> None:
    assert [entry["name"] for entry in listing(forge, "EB065")] == ["README.md"]
    assert listing(forge, "GK058A") == []
    for gone in ("NOSUCH", "N24K1"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            listing(forge, gone)
    assert b"N24K1.ipynb" in get(forge["listing"].format(obs_id="N24K1"), forge["token"])


def test_every_file_can_be_fetched_by_its_own_url(forge: dict[str, str]) -> None:
    """Blanks, line ends, wildcards and directions of writing in names are not lost on the way."""
    entries = [
        entry for entry in listing(forge, "ES099C") if (entry["download_url"] or "").startswith(forge["base"])
    ]
    names = {entry["name"]: get(entry["download_url"]).decode() for entry in entries}
    files = {name: text for name, text in REPOSITORIES["ES099C"].items() if "/" not in name}
    assert {name: text for name, text in names.items() if name in files} == files


def test_hostile_listing(forge: dict[str, str]) -> None:
    entries = {entry["name"]: entry for entry in listing(forge, "ES099C")}
    assert entries["link.ipynb"]["type"] == "symlink"
    assert entries["link.ipynb"]["target"] == "/etc/passwd"
    assert entries["folder.ipynb"]["type"] == "dir"
    assert entries["metadata.ipynb"]["download_url"].startswith("http://169.254.169.254/")


@pytest.mark.parametrize("experiment", ["N05L1", "EB065", "EV020C", "ES099C"])
def test_git_clones_it(forge: dict[str, str], experiment: str, tmp_path: Path) -> None:
    done = clone(forge["git"].format(obs_id=experiment), tmp_path / "here")
    assert done.stderr == ""
    found = {
        str(path.relative_to(tmp_path / "here")) for path in (tmp_path / "here").rglob("*") if path.is_file()
    }
    assert set(REPOSITORIES[experiment]) <= found


def test_git_needs_the_token(forge: dict[str, str], tmp_path: Path) -> None:
    url = forge["git"].format(obs_id="N24K1")
    assert clone(url, tmp_path / "refused").returncode
    assert not clone(url.replace("://", f"://reader:{forge['token']}@"), tmp_path / "here").returncode
