"""Starts the name resolver."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..server import Server


class Resolver:
    def __init__(self) -> None:
        self.server = Server("services.resolver.server")

    def install(self) -> str | None:
        """Python alone is enough."""
        return None

    def start(self, folder: Path) -> dict[str, Any]:
        base = self.server.start()
        script = "cgi-bin/nph-sesame"
        return {
            "sesame": f"{base}/{script}",
            "slow": f"{base}/slow=2000/{script}",
            "hanging": f"{base}/slow=3600000/{script}",
            "down": f"{base}/down=503/{script}",
        }

    def stop(self) -> None:
        self.server.stop()
