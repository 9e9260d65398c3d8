"""Makes the repositories and starts the forge."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from ..server import Server
from . import content, repositories

LINE = "apt-get install -y --no-install-recommends git"


class Notebooks:
    def __init__(self) -> None:
        self.server: Server | None = None

    def install(self) -> str | None:
        return None if shutil.which("git") else f"notebooks needs git: as root, {LINE}"

    def start(self, folder: Path) -> dict[str, Any]:
        repositories.make(folder)
        self.server = Server("services.notebooks.server", str(folder))
        base = self.server.start()
        return {
            "base": base,
            "org": content.ORGANISATION,
            "api": f"{base}/api/v1",
            # {obs_id} is what a profile's rule puts in.
            "listing": f"{base}/api/v1/repos/{content.ORGANISATION}/{{obs_id}}/contents",
            "git": f"{base}/{content.ORGANISATION}/{{obs_id}}.git",
            "token": content.TOKEN,
        }

    def stop(self) -> None:
        if self.server:
            self.server.stop()
