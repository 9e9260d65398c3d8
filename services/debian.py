"""Installs Debian packages, where there is Debian and one may."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence


def command(packages: Sequence[str]) -> str:
    """The line that installs the packages."""
    return f"apt-get install -y --no-install-recommends {' '.join(packages)}"


def hindrance() -> str | None:
    """Why nothing can be installed here, if that is so."""
    if shutil.which("apt-get") is None:
        return "there is no apt-get here"
    return "only root may install it" if os.geteuid() else None


def install(packages: Sequence[str]) -> str | None:
    """Installs the packages; gives nothing, or in one line why that failed."""
    wait = ["-q", "-o", "DPkg::Lock::Timeout=900"]
    with tempfile.TemporaryDirectory() as unpack, tempfile.TemporaryFile("w+") as log:
        # apt's usual unpack folder has been seen to vanish under it.
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "TMPDIR": unpack}
        # A list of packages that can't be renewed may still be good enough.
        subprocess.run(["apt-get", "update", *wait], env=env, stdout=log, stderr=log, check=False)
        done = subprocess.run(
            [*command(packages).split(), *wait], env=env, stdout=log, stderr=log, check=False
        )
        if not done.returncode:
            return None
        log.seek(0)
        errors = [line.strip() for line in log if line.startswith("E:")]
        return errors[0].removeprefix("E: ") if errors else f"apt-get ended with {done.returncode}"
