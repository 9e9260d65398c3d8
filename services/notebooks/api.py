"""The answers of Gitea's API that lead from an experiment to its notebooks.

Shapes by its published description (https://docs.gitea.com/api: Repository, ContentsResponse), as far
as a client that lists and fetches files needs them.
"""

from __future__ import annotations

import base64
import subprocess
import urllib.parse
from pathlib import Path
from typing import Any

from .content import ORGANISATION, PRIVATE, REPOSITORIES
from .repositories import BRANCH, git, place

KINDS = {"100644": "file", "100755": "file", "120000": "symlink", "040000": "dir", "160000": "submodule"}


class NotThere(Exception):
    """Gitea answers the same to what does not exist and to what is not for you."""


class Forge:
    """The repositories below a folder, as they are told about at a base URL."""

    def __init__(self, folder: Path, base: str) -> None:
        self.folder = folder
        self.base = base

    def repositories(self, known: bool) -> list[dict[str, Any]]:
        return [self.repository(name, known) for name in REPOSITORIES if known or name not in PRIVATE]

    def repository(self, name: str, known: bool) -> dict[str, Any]:
        # Gitea does not mind case here, but says the name as it was given.
        own = next((each for each in REPOSITORIES if each.lower() == name.lower()), None)
        if own is None or (own in PRIVATE and not known):
            raise NotThere
        url = f"{self.base}/{ORGANISATION}/{own}"
        return {
            "id": list(REPOSITORIES).index(own) + 1,
            "name": own,
            "full_name": f"{ORGANISATION}/{own}",
            "description": f"Notebooks of experiment {own}",
            "empty": not REPOSITORIES[own],
            "private": own in PRIVATE,
            "default_branch": BRANCH,
            "html_url": url,
            "clone_url": f"{url}.git",
            "url": f"{self.base}/api/v1/repos/{ORGANISATION}/{own}",
            "updated_at": "2026-11-01T10:00:00Z",
        }

    def contents(self, name: str, path: str, ref: str, known: bool) -> Any:
        """A folder as a list, a file as one entry with its bytes in base64."""
        own = self.repository(name, known)["name"]
        if not REPOSITORIES[own] and not path:
            return []
        entries = self.tree(own, path, ref)
        if len(entries) == 1 and entries[0]["path"] == path:
            entry = entries[0]
            if entry["type"] != "dir":
                data = self.blob(own, entry["sha"])
                return {**entry, "encoding": "base64", "content": base64.b64encode(data).decode()}
            return self.tree(own, f"{path}/", ref)
        if own == "ES099C" and not path:
            return [*entries, *self.lies(entries[0])]
        return entries

    def tree(self, name: str, path: str, ref: str) -> list[dict[str, Any]]:
        """What `git ls-tree` says of a path; with a slash at its end, of what is in it."""
        repo = place(self.folder, name)
        try:
            words = ["-C", repo, "--literal-pathspecs", "ls-tree", "-z", "-l", "--end-of-options", ref]
            said = git(*words, *([path] if path else []))
        except subprocess.CalledProcessError as error:
            raise NotThere from error
        found = [self.entry(name, line.decode(), ref) for line in said.split(b"\0") if line]
        if not found:
            raise NotThere
        return found

    def entry(self, name: str, line: str, ref: str) -> dict[str, Any]:
        about, path = line.split("\t", 1)
        mode, _, sha, size = about.split()
        kind = KINDS[mode]
        quoted = urllib.parse.quote(path)
        api = f"{self.base}/api/v1/repos/{ORGANISATION}/{name}"
        page = f"{self.base}/{ORGANISATION}/{name}/src/branch/{ref}/{quoted}"
        return {
            "name": path.rpartition("/")[2],
            "path": path,
            "sha": sha,
            "type": kind,
            "size": int(size) if size != "-" else 0,
            "encoding": None,
            "content": None,
            "target": self.blob(name, sha).decode() if kind == "symlink" else None,
            "url": f"{api}/contents/{quoted}?ref={ref}",
            "html_url": page,
            "git_url": f"{api}/git/{'trees' if kind == 'dir' else 'blobs'}/{sha}",
            "download_url": f"{self.base}/{ORGANISATION}/{name}/raw/branch/{ref}/{quoted}"
            if kind == "file"
            else None,
            "submodule_git_url": None,
            "_links": {"self": f"{api}/contents/{quoted}?ref={ref}", "html": page},
        }

    def blob(self, name: str, sha: str) -> bytes:
        return git("-C", place(self.folder, name), "cat-file", "blob", sha)

    def lies(self, like: dict[str, Any]) -> list[dict[str, Any]]:
        """Entries that Git could not hold: a listing is only what somebody's server says."""
        told = [
            ("../../outside.ipynb", f"{self.base}/{ORGANISATION}/N05L1/raw/branch/{BRANCH}/N05L1.ipynb"),
            ("metadata.ipynb", "http://169.254.169.254/latest/meta-data/"),
            ("local.ipynb", "file:///etc/passwd"),
            ("script.ipynb", "javascript:alert(1)"),
        ]
        return [
            {**like, "name": name, "path": name, "type": "file", "download_url": url} for name, url in told
        ]
