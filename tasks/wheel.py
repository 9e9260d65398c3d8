"""The wheel: it builds, and works in clean environments of the oldest and the newest JupyterLab."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import browser, child
from .ports import free_port
from .tree import ROOT, environment


@dataclass(frozen=True)
class Clean:
    """A clean environment that the wheel is installed in."""

    name: str
    jupyterlab: str
    """The Python that is wanted: the first of these that is there, else that of the checkout."""
    pythons: Sequence[str]

    def python(self) -> str:
        return next((found for name in self.pythons if (found := interpreter(name))), "")


# The ends of what is supported; between them much is the same.
ENVIRONMENTS = (
    Clean("oldest", "jupyterlab==4.5.*", ("3.10",)),
    Clean("newest", "jupyterlab>=4.6,<5", ("3.13", "3.12")),
)


def interpreter(version: str) -> str | None:
    """A Python of this version, where uv finds one or pyenv has one; nothing is downloaded."""
    done = subprocess.run(
        ["uv", "python", "find", "--no-project", version],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode == 0:
        return done.stdout.strip()
    # uv meets only pyenv's shims, which refuse what is not chosen.
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    return next((str(path) for path in root.glob(f"versions/{version}.*/bin/python")), None)


def settings(folder: Path) -> dict[str, str]:
    """What a program of the environment in `folder` runs with."""
    env = {**environment(), "PATH": f"{folder / 'env' / 'bin'}:{environment()['PATH']}"}
    env |= {f"JUPYTER_{kind}_DIR": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    env["VIRTUAL_ENV"] = str(folder / "env")
    return env


def said(command: list[str], folder: Path) -> str:
    """What a program of the clean environment prints, on both streams."""
    done = subprocess.run(
        command, cwd=folder, env=settings(folder), capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def build(folder: Path) -> Path | None:
    """The wheel, from a copy of what git knows, as a release is: nothing that lies about here can help it."""
    tree = folder / "tree"
    files = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    for file in filter(None, files):
        if (ROOT / file).is_file():
            (tree / file).parent.mkdir(parents=True, exist_ok=True)
            (tree / file).write_bytes((ROOT / file).read_bytes())
    (tree / "node_modules").symlink_to(ROOT / "node_modules")
    if child.call(["uv", "build", "-q", "--out-dir", str(folder / "dist"), str(tree)], cwd=tree):
        return None
    wheel = next((folder / "dist").glob("*.whl"))
    inside = zipfile.ZipFile(wheel).namelist()
    stray = [n for n in inside if n.endswith("_test.py") or n.startswith(("services/", "tasks/", "tests/"))]
    if stray:
        print(f"The wheel holds what is not for users: {', '.join(stray)}")
        return None
    return wheel


def listed(folder: Path, name: str) -> int:
    """JupyterLab finds both halves."""
    bad = 0
    for command in (["jupyter", "labextension", "list"], ["jupyter", "server", "extension", "list"]):
        lines = said(command, folder)
        half = command[1] if command[1] == "labextension" else "server extension"
        good = any("jupyterlab" in line and "esap" in line and "OK" in line for line in lines.splitlines())
        print(f"{name}: {half} {'OK' if good else 'NOT OK'}", flush=True)
        if not good:
            print(lines)
            bad = 1
    return bad


def smoke(folder: Path) -> int:
    """A page of it in a browser, where there is one: it starts, and a search ends in a sentence."""
    if not browser.found():
        print("No browser: the panel was not opened.", flush=True)
        return 0
    extra = {
        **settings(folder),
        "CHROMIUM": browser.found() or "",
        "LAB_PORT": str(free_port()),
        "TMPDIR": str(folder),
        "ESAP_PROFILE": str(folder / "profile.yaml"),
    }
    # Nobody listens there: a plain refusal is all that this wants of the network.
    (folder / "profile.yaml").write_text(
        "name: Smoke\nservices:\n  - {id: gone, label: Gone, kind: scs, "
        f"url: 'http://127.0.0.1:{free_port()}/scs', private: true}}\n"
    )
    command = [str(ROOT / "node_modules" / ".bin" / "playwright"), "test", "--config", "wheel.config.js"]
    return child.call(command, extra, cwd=ROOT / "ui-tests")


def run() -> int:
    with tempfile.TemporaryDirectory(prefix="esap-wheel-") as name:
        wheel = build(Path(name))
        if not wheel:
            return 1
        bad = 0
        for clean in ENVIRONMENTS:
            folder = Path(name) / clean.name
            folder.mkdir()
            python = clean.python()
            made = ["uv", "venv", "-q", *(["--python", python] if python else []), str(folder / "env")]
            install = ["uv", "pip", "install", "-q", "--python", str(folder / "env")]
            if child.call(made) or child.call([*install, clean.jupyterlab, str(wheel)]):
                return 1
            version = said(["python", "--version"], folder).split()[-1]
            lab = said(["jupyter", "lab", "--version"], folder).split()[-1]
            about = f"{wheel.name}, JupyterLab {lab}, Python {version}"
            bad |= listed(folder, about) or smoke(folder)
            shutil.rmtree(folder, ignore_errors=True)
        return bad
