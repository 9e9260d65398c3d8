"""Starts the archive; the names of its facts are those of `vo`, where there is the same thing."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from ..server import Server
from ..service import ServiceError
from . import embargo

PACKAGES = ("duckdb", "sqlglot", "astropy")
LINE = "in the checkout, .venv/bin/uv pip install --group demo"


class Archive:
    def __init__(self) -> None:
        self.server: Server | None = None

    def install(self) -> str | None:
        """Nothing is installed here: setting the checkout up brings the packages."""
        missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
        return f"archive needs {', '.join(missing)}: {LINE}" if missing else None

    def start(self, folder: Path) -> dict[str, Any]:
        if missing := self.install():
            raise ServiceError(missing)
        self.server = Server("services.archive.server", str(folder))
        base = self.server.start()
        return {
            "base": base,
            "tap": f"{base}/tap",
            "scs": f"{base}/scs",
            "datalink": f"{base}/datalink",
            "files": f"{base}/files",
            "file": f"{base}/files/n05l1.IDI1",
            "embargoed": f"{base}/files/{embargo.FILES}1_1.IDI1",
            "embargoed_user": embargo.USER,
            "embargoed_password": embargo.PASSWORD,
        }

    def stop(self) -> None:
        if self.server:
            self.server.stop()
