"""The wheel: it builds, installs into a clean environment, and JupyterLab finds both halves."""

from __future__ import annotations

import subprocess
import tempfile
import zipfile
from pathlib import Path

from . import child
from .tree import ROOT, environment


def said(command: list[str], folder: Path) -> str:
    """What a program of the clean environment prints, on both streams."""
    env = {**environment(), "PATH": f"{folder / 'env' / 'bin'}:{environment()['PATH']}"}
    env |= {f"JUPYTER_{kind}_DIR": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    env.pop("VIRTUAL_ENV")
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def build(tree: Path, folder: Path) -> int:
    """Builds wheel and sdist into `folder`, in `tree`: a copy of what git knows, as a release is.

    Nothing that lies about here can help it.
    """
    files = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    for file in filter(None, files):
        if (ROOT / file).is_file():
            (tree / file).parent.mkdir(parents=True, exist_ok=True)
            (tree / file).write_bytes((ROOT / file).read_bytes())
    (tree / "node_modules").symlink_to(ROOT / "node_modules")
    return child.call(["uv", "build", "-q", "--out-dir", str(folder), str(tree)], cwd=tree)


def run() -> int:
    with tempfile.TemporaryDirectory(prefix="esap-wheel-") as name:
        folder = Path(name)
        if code := build(folder / "tree", folder / "dist"):
            return code
        wheel = next((folder / "dist").glob("*.whl"))
        inside = zipfile.ZipFile(wheel).namelist()
        stray = [
            n for n in inside if n.endswith("_test.py") or n.startswith(("services/", "tasks/", "tests/"))
        ]
        if stray:
            print(f"The wheel holds what is not for users: {', '.join(stray)}")
            return 1
        clean = str(folder / "env")
        if code := child.call(["uv", "venv", "-q", clean]) or child.call(
            ["uv", "pip", "install", "-q", "--python", clean, "jupyterlab>=4.5,<5", str(wheel)]
        ):
            return code
        bad = 0
        for command in (["jupyter", "labextension", "list"], ["jupyter", "server", "extension", "list"]):
            lines = said(command, folder)
            name = command[1] if command[1] == "labextension" else "server extension"
            good = any(
                "jupyterlab" in line and "esap" in line and "OK" in line for line in lines.splitlines()
            )
            print(f"{wheel.name}: {name} {'OK' if good else 'NOT OK'}", flush=True)
            if not good:
                print(lines)
                bad = 1
        return bad
