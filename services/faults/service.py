"""Starts the hostile origin."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

from ..server import Server


class Faults:
    def __init__(self) -> None:
        self.server = Server("services.faults.server")
        self.dead: socket.socket | None = None

    def install(self) -> str | None:
        """Python alone is enough."""
        return None

    def start(self, folder: Path) -> dict[str, Any]:
        base = self.server.start()
        # Bound and not listening: nobody answers there, and nobody else can begin to.
        self.dead = socket.socket()
        self.dead.bind(("127.0.0.1", 0))
        return {"base": base, "dead": f"http://127.0.0.1:{self.dead.getsockname()[1]}"}

    def stop(self) -> None:
        self.server.stop()
        if self.dead:
            self.dead.close()
