"""Where things are in a checkout, and the environment that programs run in."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = ROOT / ".setup"


def environment() -> dict[str, str]:
    """This process' environment with the checkout's own programs first.

    Yarn does not read npm's registry setting; where npm is pointed elsewhere, yarn has to follow.
    """
    env = dict(os.environ)
    env["PATH"] = os.pathsep.join(
        [str(VENV / "bin"), str(ROOT / "node_modules" / ".bin"), env.get("PATH", "")]
    )
    env["VIRTUAL_ENV"] = str(VENV)
    env["UV_PYTHON_DOWNLOADS"] = "never"
    env["ESAP_PYTHON"] = str(PYTHON)
    env.pop("PYTHONHOME", None)
    if "YARN_NPM_REGISTRY_SERVER" not in env:
        registry = subprocess.run(
            ["npm", "config", "get", "registry"],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        ).stdout.strip()
        if registry.startswith("http"):
            env["YARN_NPM_REGISTRY_SERVER"] = registry
    return env


def digest(paths: Iterable[str]) -> str:
    """A hash over files and whole folders of the checkout, names and contents."""
    total = hashlib.sha256(sys.version.encode())
    for path in sorted(paths):
        base = ROOT / path
        files = sorted(p for p in base.rglob("*") if p.is_file()) if base.is_dir() else [base]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                total.update(str(file.relative_to(ROOT)).encode())
                total.update(file.read_bytes())
    return total.hexdigest()
