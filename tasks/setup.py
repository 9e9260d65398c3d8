"""Sets a checkout up: Python and Node packages, the build, the link into JupyterLab.

Each step leaves a stamp with a hash of what it was made from, and is passed over as long as that
stays the same, so that the second time is quick.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from .tree import PYTHON, ROOT, STAMPS, VENV, digest, environment

# Whatever Python this is run by may be older.
OLDEST = (3, 10)

# Tools of the build, which `pip install -e --no-build-isolation` does not bring.
BUILD = [
    "jupyterlab>=4.6.2,<5",
    "jupyter-builder>=1.2",
    "hatchling>=1.27",
    "hatch-nodejs-version>=0.4",
    "hatch-jupyter-builder>=0.9.1",
    "editables",
]


class SetupError(Exception):
    """A step failed; the text says which, and what can be done."""


@dataclass(frozen=True)
class Step:
    name: str
    """What changes when this step has to be done again: files and folders of the checkout."""
    sources: tuple[str, ...]
    """The step was not done, whatever the stamp says, if this is missing."""
    makes: str
    run: Callable[[], None]


def call(*command: str) -> None:
    """Runs a program quietly; its last lines are shown only when it fails."""
    STAMPS.mkdir(exist_ok=True)
    log = STAMPS / "log.txt"
    with log.open("w") as out:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            check=False,
        )
    if done.returncode:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-30:])
        raise SetupError(f"`{' '.join(command)}` failed ({done.returncode}):\n{tail}")


def make_venv() -> None:
    # A virtual environment that was moved or whose Python is gone is made anew.
    shutil.rmtree(VENV, ignore_errors=True)
    call(sys.executable, "-m", "venv", str(VENV))
    call(str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "uv")


def install_python() -> None:
    call("uv", "pip", "install", "-q", *BUILD)


def install_node() -> None:
    call("jlpm", "install", "--immutable")


def build() -> None:
    call("jlpm", "build")


def link() -> None:
    call("uv", "pip", "install", "-q", "--no-build-isolation", "-e", ".[test]", "--group", "demo")
    call("jupyter-builder", "develop", ".", "--overwrite")


STEPS = [
    Step("Python environment", (), ".venv/bin/uv", make_venv),
    Step("JupyterLab and build tools", ("tasks/setup.py",), ".venv/bin/jupyter-builder", install_python),
    Step(
        "Node packages",
        ("package.json", "yarn.lock", ".yarnrc.yml"),
        "node_modules/.yarn-state.yml",
        install_node,
    ),
    Step(
        "build",
        ("src", "style", "schema", "package.json", "tsconfig.json", "yarn.lock"),
        "jupyterlab_esap/labextension/package.json",
        build,
    ),
    Step(
        "link into JupyterLab",
        ("pyproject.toml", "package.json", "jupyter-config", "install.json"),
        ".venv/share/jupyter/labextensions/jupyterlab-esap",
        link,
    ),
]


def require_programs() -> None:
    if sys.version_info < OLDEST:
        raise SetupError(f"Python 3.10 or newer is needed; this is {sys.version.split()[0]}.")
    for program, how in (
        ("node", "Node.js 20 or newer"),
        ("npm", "npm, which comes with Node.js"),
        ("git", "git"),
    ):
        if shutil.which(program) is None:
            raise SetupError(f"`{program}` is not on the PATH: install {how}.")
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.lstrip("v").split(".")[0]) < 20:
        raise SetupError(f"Node.js 20 or newer is needed; this is {version.strip()}.")


def setup() -> None:
    """Brings the checkout up to date; says each step that it does and how long it took."""
    require_programs()
    STAMPS.mkdir(exist_ok=True)
    again = False
    for step in STEPS:
        stamp = STAMPS / step.name.replace(" ", "-")
        key = digest(step.sources)
        if not again and (ROOT / step.makes).exists() and stamp.exists() and stamp.read_text() == key:
            continue
        # What comes after the environment depends on it; the other steps depend only on their sources.
        again = again or step.run is make_venv
        print(f"  {step.name} …", end="", flush=True)
        begin = time.monotonic()
        stamp.unlink(missing_ok=True)
        try:
            step.run()
        except SetupError:
            print(" failed", flush=True)
            raise
        stamp.write_text(key)
        print(f" {time.monotonic() - begin:.0f} s", flush=True)
