"""The repositories on disk: bare ones, as a forge has them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from .content import ORGANISATION, REPOSITORIES

BRANCH = "master"
WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (
        ("NAME", "Test, A."),
        ("EMAIL", "invalid@example.org"),
        ("DATE", "2026-11-01T10:00:00Z"),
    )
}


def git(*words: str | Path, given: bytes | None = None) -> bytes:
    """Runs git without the settings of whoever runs this; gives what it printed."""
    env = {"PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, **WHO}
    return subprocess.run(["git", *words], input=given, env=env, capture_output=True, check=True).stdout


def place(folder: Path, experiment: str) -> Path:
    return folder / ORGANISATION / f"{experiment}.git"


def make(folder: Path) -> None:
    for experiment, files in REPOSITORIES.items():
        bare = place(folder, experiment)
        git("init", "-q", "--bare", "-b", BRANCH, bare)
        if files:
            git("-C", bare, "fast-import", "--quiet", given=commits(files))
    # A link in the place of a notebook.
    link = place(folder, "ES099C")
    git(
        "-C",
        link,
        "fast-import",
        "--quiet",
        given=commit(2, "A link", [("120000", "link.ipynb", b"/etc/passwd")]),
    )


def commits(files: dict[str, str]) -> bytes:
    return commit(1, "First version", [("100644", name, text.encode()) for name, text in files.items()])


def commit(number: int, words: str, files: list[tuple[str, str, bytes]]) -> bytes:
    """One commit in the language of `git fast-import`."""
    message = words.encode()
    lines = [
        f"commit refs/heads/{BRANCH}\nmark :{number}\n".encode(),
        f"committer Test, A. <invalid@example.org> {1793527200 + number} +0000\n".encode(),
        b"data %d\n%b\n" % (len(message), message),
    ]
    if number > 1:
        lines.append(f"from refs/heads/{BRANCH}^0\n".encode())
    for mode, name, data in files:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        lines.append(f'M {mode} inline "{quoted}"\ndata {len(data)}\n'.encode() + data + b"\n")
    return b"".join(lines)
