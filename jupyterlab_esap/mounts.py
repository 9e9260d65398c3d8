"""Files of an archive that this machine has already: from a product's URL to its path.

A mount is a promise of the operator: what is at `http://archive/exp/…` lies at `/archive/exp/…`. The path
that is given leads to a regular file or a folder beneath the mount's own folder, wherever its links lead.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote_to_bytes

from .messages import LocalFile
from .outbound.url import Target, UrlError, check_url
from .profile import SiteMount

# What no name of a file may have: it would be read as more than one name, or as another one.
STRANGE = re.compile(r"[/\\\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Mounts:
    """The mounts of a site; of two that fit the longer URL counts."""

    def __init__(self, mounts: Iterable[SiteMount]) -> None:
        pairs = [(check_url(mount.url), Path(mount.path)) for mount in mounts]
        self._mounts = sorted(pairs, key=lambda pair: len(pair[0].path), reverse=True)

    def find(self, url: str) -> LocalFile:
        """The file of a product; not available if there is none, or if anything about the URL is unusual."""
        found = self._path(url)
        if found is None:
            return LocalFile(url=url, available=False)
        path, size = found
        return LocalFile(url=url, available=True, path=str(path), size=size)

    def _path(self, url: str) -> tuple[Path, int | None] | None:
        if "?" in url or "#" in url:
            return None
        try:
            target = check_url(url)
        except UrlError:
            return None
        for base, root in self._mounts:
            if target.origin == base.origin and target.path.startswith(base.path):
                names = names_below(base, target)
                return beneath(root, names) if names else None
        return None


def names_below(base: Target, target: Target) -> list[str] | None:
    """The names that lead from the mount to the file, decoded once; None if one of them is none."""
    names: list[str] = []
    for segment in target.path[len(base.path) :].removesuffix("/").split("/"):
        try:
            name = unquote_to_bytes(segment).decode("utf-8")
        except UnicodeDecodeError:
            return None
        if not name or name.startswith(".") or STRANGE.search(name):
            return None
        names.append(name)
    return names


def beneath(root: Path, names: list[str]) -> tuple[Path, int | None] | None:
    """The real path of a file or folder and a file's size; None if it is not there, not ours to open, or if
    links lead out of the mount or to something hidden."""
    try:
        home = Path(os.path.realpath(root, strict=True))
        real = Path(os.path.realpath(home.joinpath(*names), strict=True))
        found = real.stat()
    except (OSError, ValueError):
        return None
    if home not in real.parents or any(part.startswith(".") for part in real.relative_to(home).parts):
        return None
    if stat.S_ISREG(found.st_mode) and os.access(real, os.R_OK):
        return real, found.st_size
    if stat.S_ISDIR(found.st_mode) and os.access(real, os.R_OK | os.X_OK):
        return real, None
    return None
