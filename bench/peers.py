"""Programs that we are measured beside and do not depend on, each in a place of its own below `out/`."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from figures import OUT

STILTS_JARS = ("/usr/share/java/starlink-ttools.jar",)


@dataclass(frozen=True)
class Peer:
    name: str
    """With its version."""
    python: Path


def said(*command: str) -> str:
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.strip()


def python_peer(place: str, *packages: str) -> Path:
    """The Python of an environment with these packages, made when it is first asked for."""
    folder = OUT / place
    python = folder / "bin" / "python"
    stamp = folder / "packages"
    if not stamp.exists() or stamp.read_text() != "\n".join(packages):
        shutil.rmtree(folder, ignore_errors=True)
        said("uv", "venv", "-q", str(folder))
        said("uv", "pip", "install", "-q", "--python", str(python), *packages)
        # Byte code now, or the first run would pay for it.
        said(str(python), "-m", "compileall", "-q", str(folder / "lib"))
        stamp.write_text("\n".join(packages))
    return python


def version(python: Path, package: str) -> str:
    return said(str(python), "-c", f"from importlib.metadata import version; print(version({package!r}))")


def jupyter_server_proxy() -> Peer:
    """The extension that most Jupyter servers relay HTTP with."""
    python = python_peer("proxy", "jupyter-server-proxy")
    return Peer(f"jupyter-server-proxy {version(python, 'jupyter-server-proxy')}", python)


def stilts() -> list[str] | None:
    """The command of STILTS, where Java and its jar are; STILTS_JAR names one of your own."""
    jar = os.environ.get("STILTS_JAR") or next((jar for jar in STILTS_JARS if Path(jar).exists()), None)
    if not jar or not shutil.which("java"):
        return None
    return ["java", "-cp", jar, "uk.ac.starlink.ttools.Stilts"]


def nginx() -> str | None:
    return shutil.which("nginx") or next((p for p in ("/usr/sbin/nginx",) if Path(p).exists()), None)


def chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium")
