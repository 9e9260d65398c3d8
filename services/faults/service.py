"""Starts the hostile origin."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from tasks.tree import ROOT

from ..process import Process
from ..service import ServiceError


class Faults:
    def __init__(self) -> None:
        self.process: Process | None = None
        self.dead: socket.socket | None = None

    def install(self) -> str | None:
        """Python alone is enough."""
        return None

    def start(self, folder: Path) -> dict[str, Any]:
        self.process = Process(
            [sys.executable, "-m", "services.faults.server"], cwd=ROOT, output=subprocess.PIPE
        )
        out = self.process.child.stdout
        port = out.readline().strip().decode() if out else ""
        if not port:
            raise ServiceError("faults: its server does not start; see the lines above.")
        # Bound and not listening: nobody answers there, and nobody else can begin to.
        self.dead = socket.socket()
        self.dead.bind(("127.0.0.1", 0))
        return {"base": f"http://127.0.0.1:{port}", "dead": f"http://127.0.0.1:{self.dead.getsockname()[1]}"}

    def stop(self) -> None:
        if self.process:
            self.process.stop()
        if self.dead:
            self.dead.close()
