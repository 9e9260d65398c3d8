"""`npm run demo`: JupyterLab with the suite and real services, seeded, at a printed URL."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from . import child
from .ports import free_port
from .profile import fill, started_services
from .setup import SetupError, setup
from .tree import PYTHON, ROOT, STAMPS, environment

# What stands for the archive: one of our own on Python packages alone, or DaCHS, which takes Debian and root.
ARCHIVES = {"own": "archive", "dachs": "vo"}
BESIDE = "resolver,notebooks"


def outside(port: int, archive: str) -> int:
    """Sets up, starts the services, and runs the rest of the demo inside them."""
    services = f"{ARCHIVES[archive]},{BESIDE}"
    print("Setting up (only what changed):", flush=True)
    setup()
    missing = child.call([str(PYTHON), "-m", "services", "install", services])
    if missing:
        raise SetupError("The demo's services can't be had here; the lines above say what they take.")
    return child.call(
        [
            str(PYTHON), "-m", "services", "run", services, "--",
            str(PYTHON), "-m", "tasks", "demo", "--inside", "--port", str(port),
        ]
    )  # fmt: skip


def work_folder() -> str:
    """The folder that JupyterLab shows. It is kept from one demo to the next; what was edited stays."""
    folder = STAMPS / "demo" / "work"
    folder.mkdir(parents=True, exist_ok=True)
    for source in (ROOT / "demo").glob("*.ipynb"):
        if not (folder / source.name).exists():
            shutil.copy(source, folder)
    return str(folder)


def quiet(settings: Path) -> None:
    """JupyterLab's question about news of its own is not for a demo; what a user has set stays."""
    file = settings / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('{"fetchNews": "false"}\n')


def inside(port: int) -> int:
    """With the services running: JupyterLab on the profile that names them."""
    port = port or free_port()
    state = STAMPS / "demo"
    folder = work_folder()
    facts = started_services()
    # The profile names one archive, whichever it is.
    facts.setdefault("archive", facts.get("vo"))
    fill(ROOT / "demo" / "profile.yaml", state / "profile.yaml", facts)
    quiet(state / "settings")
    token = secrets.token_urlsafe(24)
    extra = {
        "ESAP_PROFILE": str(state / "profile.yaml"),
        "JUPYTER_CONFIG_DIR": str(state / "config"),
        "JUPYTER_DATA_DIR": str(state / "data"),
        "JUPYTER_RUNTIME_DIR": str(state / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(state / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(state / "workspaces"),
        # Not an argument: those can be read by everybody on the machine.
        "JUPYTER_TOKEN": token,
    }
    command = [
        "jupyter", "lab", "--no-browser", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
        "--ServerApp.ip=127.0.0.1", f"--ServerApp.root_dir={folder}", "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--log-level=WARN",
    ]  # fmt: skip
    if os.geteuid() == 0:
        command.append("--allow-root")
    announce = threading.Thread(target=announce_ready, args=(port, token), daemon=True)
    announce.start()
    return child.call([shutil.which("jupyter", path=environment()["PATH"]) or "jupyter", *command[1:]], extra)


def announce_ready(port: int, token: str) -> None:
    """Prints the URL as soon as somebody answers there."""
    url = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{url}/api", timeout=5):
                break
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    else:
        print("JupyterLab does not answer; see the lines above.", file=sys.stderr, flush=True)
        return
    print(f"\n  The demo is ready:  {url}/lab?token={token}\n\n  Ctrl-C ends it.\n", flush=True)
