from __future__ import annotations

import os
from pathlib import Path

import pytest

from .mounts import Mounts
from .profile import SiteMount

HOST = "http://archive.example.org"
# URLs of files that are there, some of them outside, each spelt so that a careless reader gets to them.
CRAFTY = """
http://archive.example.org/exp/../outside/secret
http://archive.example.org/exp/%2e%2e/outside/secret
http://archive.example.org/exp/%2E%2E/outside/secret
http://archive.example.org/exp/.%2e/outside/secret
http://archive.example.org/exp/%2e./outside/secret
http://archive.example.org/exp/..%2foutside%2fsecret
http://archive.example.org/exp/..%2Foutside/secret
http://archive.example.org/exp/%2e%2e%2foutside%2fsecret
http://archive.example.org/exp/%252e%252e/outside/secret
http://archive.example.org/exp/%252e%252e%252foutside%252fsecret
http://archive.example.org/exp/..%5coutside%5csecret
http://archive.example.org/exp/..\\outside\\secret
http://archive.example.org/exp/N05L1/../../outside/secret
http://archive.example.org/exp/N05L1/./a.IDI1
http://archive.example.org/exp/N05L1/%2e/a.IDI1
http://archive.example.org/exp/..;/outside/secret
http://archive.example.org/exp//N05L1/a.IDI1
http://archive.example.org/exp/N05L1//a.IDI1
http://archive.example.org//exp/N05L1/a.IDI1
http://archive.example.org/exp/N05L1/a.IDI1//
http://archive.example.org/exp/N05L1%2fa.IDI1
http://archive.example.org/exp/N05L1/a.IDI1?
http://archive.example.org/exp/N05L1/a.IDI1?x=y
http://archive.example.org/exp/N05L1/a.IDI1#x
http://archive.example.org/exp/N05L1/a.IDI1%00
http://archive.example.org/exp/N05L1/a.IDI1%00.fits
http://archive.example.org/exp/N05L1/a.IDI1%0a
http://archive.example.org/exp/N05L1/%e2%80%aea.IDI1
http://archive.example.org/exp/N05L1/%ff.IDI1
http://archive.example.org/exp/N05L1/.netrc
http://archive.example.org/exp/N05L1/%2enetrc
http://archive.example.org/exp/.hidden/a.IDI1
http://archive.example.org/exp/.latest/a.IDI1
http://archive.example.org/exp/to-secret
http://archive.example.org/exp/to-outside/secret
http://archive.example.org/exp/to-hidden/a.IDI1
http://archive.example.org/exp/to-root/etc/passwd
http://archive.example.org/exp/loop
http://archive.example.org/exp/pipe
http://archive.example.org/exp/to-null
http://archive.example.org/exp/N05L1/a.IDI1/x
http://archive.example.org/exp/N05L1/no-such.IDI1
http://archive.example.org/exp/
http://archive.example.org/exp
http://archive.example.org/experiments/a.IDI1
http://archive.example.org/EXP/N05L1/a.IDI1
http://archive.example.org/exp%2fN05L1/a.IDI1
http://archive.example.org/%65xp/N05L1/a.IDI1
http://archive.example.org/x/exp/N05L1/a.IDI1
https://archive.example.org/exp/N05L1/a.IDI1
http://archive.example.org:8080/exp/N05L1/a.IDI1
http://archive.example.org.evil.example/exp/N05L1/a.IDI1
http://archive.example.org./exp/N05L1/a.IDI1
http://user@archive.example.org/exp/N05L1/a.IDI1
http://evil.example/exp/N05L1/a.IDI1
HTTP://archive.example.org/exp/N05L1/a.IDI1
//archive.example.org/exp/N05L1/a.IDI1
/exp/N05L1/a.IDI1
file:///exp/N05L1/a.IDI1
file:///mnt/../../home/bob
exp/N05L1/a.IDI1
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive's files, and beside them what is nobody's business."""
    root = tmp_path / "files"
    (root / "N05L1").mkdir(parents=True)
    (root / "N05L1" / "a.IDI1").write_bytes(b"12345")
    (root / "N05L1" / ".netrc").write_text("secret")
    (root / "N05L1" / "Å + b.fits").write_bytes(b"1")
    (root / ".hidden").mkdir()
    (root / ".hidden" / "a.IDI1").write_bytes(b"1")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_text("secret")
    (tmp_path / "experiments").mkdir()
    (tmp_path / "experiments" / "a.IDI1").write_text("1")
    for name, leads in {
        "to-secret": tmp_path / "outside" / "secret",
        "to-outside": tmp_path / "outside",
        "to-hidden": root / ".hidden",
        "to-root": Path("/"),
        "to-null": Path("/dev/null"),
        "loop": root / "loop",
        "latest": root / "N05L1",
        ".latest": root / "N05L1",
    }.items():
        (root / name).symlink_to(leads)
    os.mkfifo(root / "pipe")
    return root


@pytest.fixture
def mounts(root: Path, tmp_path: Path) -> Mounts:
    # The mount's own folder is reached by a link, as automounted ones are.
    link = tmp_path / "archive"
    link.symlink_to(root)
    return Mounts([SiteMount(url=f"{HOST}/exp", path=str(link))])


def test_a_file_is_found_with_its_size(mounts: Mounts, root: Path) -> None:
    for url in (f"{HOST}/exp/N05L1/a.IDI1", f"{HOST}:80/exp/N05L1/a.IDI1", f"{HOST}/exp/N05L1/%61.IDI1"):
        found = mounts.find(url)
        assert (found.url, found.available) == (url, True)
        assert (found.path, found.size) == (str(root / "N05L1" / "a.IDI1"), 5)
    assert mounts.find(f"{HOST}/exp/N05L1/%C3%85%20+%20b.fits").size == 1


def test_a_folder_is_found_as_well(mounts: Mounts, root: Path) -> None:
    for url in (f"{HOST}/exp/N05L1", f"{HOST}/exp/N05L1/"):
        found = mounts.find(url)
        assert (found.path, found.size) == (str(root / "N05L1"), None)


def test_a_link_within_the_mount_is_followed_and_the_real_path_given(mounts: Mounts, root: Path) -> None:
    assert mounts.find(f"{HOST}/exp/latest/a.IDI1").path == str(root / "N05L1" / "a.IDI1")


@pytest.mark.parametrize("url", CRAFTY.split("\n")[1:-1])
def test_nothing_else_is(mounts: Mounts, url: str) -> None:
    assert mounts.find(url).model_dump(exclude_none=True) == {"url": url, "available": False}


def test_the_longer_url_counts(root: Path, tmp_path: Path) -> None:
    both = Mounts(
        [
            SiteMount(url=f"{HOST}/", path=str(tmp_path)),
            SiteMount(url=f"{HOST}/exp/N05L1/", path=str(root / "N05L1")),
        ]
    )
    assert both.find(f"{HOST}/exp/N05L1/a.IDI1").size == 5
    assert both.find(f"{HOST}/experiments/a.IDI1").size == 1
    assert not both.find(f"{HOST}/exp/a.IDI1").available


def test_a_mount_that_is_not_there_now_has_nothing(tmp_path: Path) -> None:
    gone = Mounts([SiteMount(url=f"{HOST}/exp/", path=str(tmp_path / "gone"))])
    assert not gone.find(f"{HOST}/exp/N05L1/a.IDI1").available
