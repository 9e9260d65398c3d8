"""A server of ours in a process of its own: it takes a free port and prints it."""

from __future__ import annotations

import subprocess
import sys

from tasks.tree import ROOT

from .process import Process
from .service import ServiceError


class Server:
    """Runs a module that prints the port it listens at, on a line of its own, and then serves."""

    def __init__(self, module: str, *arguments: str) -> None:
        self.command = [sys.executable, "-m", module, *arguments]
        self.process: Process | None = None

    def start(self) -> str:
        """Returns the server's base URL as soon as it listens."""
        self.process = Process(self.command, cwd=ROOT, output=subprocess.PIPE)
        out = self.process.child.stdout
        port = out.readline().strip().decode() if out else ""
        if not port:
            raise ServiceError(f"`{' '.join(self.command[1:])}` does not start; see the lines above.")
        return f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        if self.process:
            self.process.stop()
