"""Jupyter servers as a person starts them, each with folders of its own, ended when the block ends."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

START = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True)
class Server:
    port: int
    token: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"token {self.token}"}

    def get(self, path: str) -> dict[str, Any]:
        """Our own small JSON, for `path` without a slash at its beginning."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=START)
        connection.request("GET", f"/{path}", headers=self.headers)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {body[:200]!r}")
        return json.loads(body)


def answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


@contextlib.contextmanager
def program(command: list[str], port: int, folder: Path, extra: Mapping[str, str]) -> Iterator[int]:
    """Runs a server until the block ends; gives its process id as soon as the port is open."""
    log = (folder / "log.txt").open("w")
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **extra}, stdout=log, stderr=log, start_new_session=True
    )
    try:
        end = time.monotonic() + START
        while not answers(port):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError((folder / "log.txt").read_text()[-2000:])
            time.sleep(0.05)
        yield process.pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        log.close()


@contextlib.contextmanager
def jupyter(
    python: str,
    module: str,
    folder: Path,
    extensions: Mapping[str, bool],
    extra: Mapping[str, str],
) -> Iterator[Server]:
    """`module`: `jupyter_server` or `jupyterlab`. `extensions`: server extensions, on or off."""
    server = Server(free_port(), secrets.token_urlsafe(24))
    places = {f"JUPYTER_{kind}_DIR": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    (folder / "config").mkdir(parents=True)
    config = {
        "ServerApp": {
            "jpserver_extensions": extensions,
            "port": server.port,
            "port_retries": 0,
            "ip": "127.0.0.1",
            "open_browser": False,
            "allow_root": True,
            "root_dir": str(folder / "work"),
            "log_level": "ERROR",
        },
        "LabApp": {"news_url": None, "check_for_updates_class": "jupyterlab.NeverCheckForUpdate"},
    }
    (folder / "work").mkdir()
    (folder / "config" / "jupyter_server_config.json").write_text(json.dumps(config))
    settings = {f"JUPYTERLAB_{kind}_DIR": str(folder / kind.lower()) for kind in ("SETTINGS", "WORKSPACES")}
    more = {**places, **settings, **extra, "JUPYTER_TOKEN": server.token}
    with program([python, "-m", module], server.port, folder, more):
        yield server
