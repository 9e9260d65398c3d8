"""Browser tests: Playwright with Galata in Debian's Chromium, against real services."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from . import child
from .ports import free_port
from .profile import fill, started_services
from .tree import ROOT

PACKAGES = ["chromium", "fonts-dejavu-core"]
PROFILES = {
    "ESAP_PROFILE": "profile.yaml",
    "ESAP_PROFILE_INSTITUTE": "profile-institute.yaml",
    "ESAP_PROFILE_TROUBLE": "profile-trouble.yaml",
}
LINE = f"apt-get install -y --no-install-recommends {' '.join(PACKAGES)}"


def found() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def install() -> str | None:
    """Installs the browser where that is missing and possible; else gives the line that does it."""
    if found():
        return None
    if os.geteuid() or not shutil.which("apt-get"):
        return f"as root, {LINE} (or name a Chromium by CHROMIUM=…)"
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    print("  Chromium …", flush=True)
    with tempfile.TemporaryDirectory() as unpack, tempfile.TemporaryFile("w+") as log:
        wait = ["-o", "DPkg::Lock::Timeout=900", "-q"]
        child.call(["apt-get", "update", *wait], quiet, stdout=log, stderr=log)
        # apt's usual unpack folder has been seen to vanish under it.
        code = child.call([*LINE.split(), *wait], {**quiet, "TMPDIR": unpack}, stdout=log, stderr=log)
        if code:
            log.seek(0)
            print(log.read()[-2000:], flush=True)
    return None if found() else LINE


def run() -> int:
    with tempfile.TemporaryDirectory(prefix="esap-ui-") as folder:
        state = Path(folder)
        # Several sites from one build; what a profile names by a file's name lies beside it.
        for name in PROFILES.values():
            fill(ROOT / "ui-tests" / name, state / name, started_services())
        shutil.copy(ROOT / "ui-tests" / "institute-logo.svg", state)
        extra = {
            "CHROMIUM": found() or "chromium",
            "LAB_PORT": str(free_port()),
            "HUB_PORT": str(free_port()),
            "TROUBLE_PORT": str(free_port()),
            **{variable: str(state / name) for variable, name in PROFILES.items()},
            "ESAP_UI_STATE": str(state),
            "TMPDIR": str(state),
            **{f"JUPYTER_{kind}_DIR": str(state / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")},
        }
        return child.call(["playwright", "test"], extra, cwd=ROOT / "ui-tests")
