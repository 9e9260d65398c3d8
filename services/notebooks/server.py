"""The server: Gitea's API, raw files, and Git's own protocol through `git http-backend`.

`python -m services.notebooks.server FOLDER`
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import urllib.parse
from pathlib import Path

from services import web

from .api import Forge, NotThere
from .content import ORGANISATION, PRIVATE, TOKEN
from .repositories import BRANCH

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()


class Handler(web.Handler):
    def do_GET(self) -> None:
        url = urllib.parse.urlsplit(self.path)
        parts = [urllib.parse.unquote(part) for part in url.path.strip("/").split("/")]
        query = dict(urllib.parse.parse_qsl(url.query))
        try:
            match parts:
                case ["api", "v1", *rest]:
                    self.api(rest, query)
                case [org, name, *_] if org == ORGANISATION and name.endswith(".git"):
                    self.git(parts, url)
                case [org, name, "raw", "branch", branch, *path] if org == ORGANISATION:
                    self.raw(name, "/".join(path), branch)
                case _:
                    raise NotThere
        except NotThere:
            said = {
                "errors": None,
                "message": "The target couldn't be found.",
                "url": f"{self.base}/api/swagger",
            }
            self.answer(404, "application/json;charset=utf-8", json.dumps(said))

    do_HEAD = do_GET
    do_POST = do_GET

    @property
    def base(self) -> str:
        return f"http://{self.headers.get('Host', 'localhost')}"

    @property
    def known(self) -> bool:
        """Has the caller the token: as Gitea takes it, as OAuth does, or as a password of any name?"""
        kind, _, said = self.headers.get("Authorization", "").partition(" ")
        if kind.lower() == "basic":
            said = base64.b64decode(said).decode(errors="replace").partition(":")[2]
        return said == TOKEN

    def api(self, parts: list[str], query: dict[str, str]) -> None:
        forge = Forge(FOLDER, self.base)
        headers = {}
        match parts:
            case ["orgs", org, "repos"] if org == ORGANISATION:
                every = forge.repositories(self.known)
                page, limit = int(query.get("page", 1)), min(int(query.get("limit", 30)), 50)
                said = every[(page - 1) * limit : page * limit]
                headers["X-Total-Count"] = str(len(every))
            case ["repos", org, name] if org == ORGANISATION:
                said = forge.repository(name, self.known)
            case ["repos", org, name, "contents", *path] if org == ORGANISATION:
                said = forge.contents(name, "/".join(path), query.get("ref", BRANCH), self.known)
            case ["repos", org, name, "raw", *path] if org == ORGANISATION:
                self.raw(name, "/".join(path), query.get("ref", BRANCH))
                return
            case _:
                raise NotThere
        self.answer(200, "application/json;charset=utf-8", json.dumps(said), headers)

    def raw(self, name: str, path: str, ref: str) -> None:
        said = Forge(FOLDER, self.base).contents(name, path, ref, self.known)
        if not isinstance(said, dict):
            raise NotThere
        self.answer(
            200, "text/plain; charset=utf-8", base64.b64decode(said["content"]), {"ETag": f'"{said["sha"]}"'}
        )

    def git(self, parts: list[str], url: urllib.parse.SplitResult) -> None:
        """Hands the request to Git's CGI program, and its answer back."""
        if parts[1].removesuffix(".git") in PRIVATE and not self.known:
            self.answer(401, "text/plain", "Unauthorized\n", {"WWW-Authenticate": 'Basic realm="Gitea"'})
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        done = subprocess.run(
            ["git", "http-backend"],
            input=body,
            env={
                "PATH": os.environ["PATH"],
                "GIT_PROJECT_ROOT": str(FOLDER),
                "GIT_HTTP_EXPORT_ALL": "1",
                # The repositories may belong to somebody else than who reads them.
                "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": "safe.directory",
                "GIT_CONFIG_VALUE_0": "*",
                "PATH_INFO": "/" + "/".join(parts),
                "QUERY_STRING": url.query,
                "REQUEST_METHOD": self.command,
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "CONTENT_LENGTH": str(len(body)),
                "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            },
            capture_output=True,
            check=False,
        )
        head, _, data = done.stdout.partition(b"\r\n\r\n")
        headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
        status = int(headers.pop("Status", "200").split()[0])
        self.answer(status, headers.pop("Content-Type", "text/plain"), data, headers)


if __name__ == "__main__":
    web.serve(Handler)
