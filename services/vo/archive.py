"""The service itself: built or copied, then started."""

from __future__ import annotations

import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tasks.ports import free_port

from .. import debian
from ..process import Process
from ..service import ServiceError
from . import cache, cluster
from .build import ACCOUNTS, build
from .place import Place, installed

SYSTEM_CLUSTER = Path("/var/lib/postgresql/15/main")
PACKAGES = ["python3-gavo", "postgresql-15", "postgresql-15-pgsphere", "postgresql-15-q3c"]


def facts(base: str) -> dict[str, str]:
    """The addresses that tests and profiles are filled with."""
    return {
        "base": base,
        "tap": f"{base}/tap",
        "scs": f"{base}/radio/q/cone/scs.xml",
        "private": f"{base}/radio/q/private/scs.xml",
        "private_user": "evnpi",
        "private_password": ACCOUNTS["evnpi"],
        "sia1": f"{base}/maps/q/i/siap.xml",
        "sia2": f"{base}/__system__/siap2/sitewide/siap2.xml",
        "ssa": f"{base}/spectra/q/ssa/ssap.xml",
        "datalink": f"{base}/evn/q/dl/dlmeta",
        "maps_datalink": f"{base}/maps/q/dl/dlmeta",
        "registry": f"{base}/tap",
        "file": f"{base}/evn/q/files/static/n05l1.IDI1",
        "embargoed": f"{base}/getproduct/maps/data/embargo_5.fits",
        "embargoed_user": "pi",
        "embargoed_password": ACCOUNTS["pi"],
    }


class Archive:
    def __init__(self) -> None:
        self.running: list[Process] = []

    def install(self) -> str | None:
        if installed():
            return None
        why = debian.hindrance()
        if not why:
            print("  DaCHS and PostgreSQL …", flush=True)
            had_cluster = SYSTEM_CLUSTER.exists()
            why = debian.install(PACKAGES)
            if not had_cluster and SYSTEM_CLUSTER.exists():
                # Debian makes and starts one of its own with the package; nothing here uses it.
                subprocess.run(["pg_ctlcluster", "15", "main", "stop"], capture_output=True, check=False)
        if installed():
            return None
        return f"vo needs DaCHS and PostgreSQL 15 ({why}): as root, {debian.command(PACKAGES)}"

    def start(self, folder: Path) -> dict[str, Any]:
        if not installed():
            raise ServiceError(f"vo needs DaCHS and PostgreSQL 15: as root, {debian.command(PACKAGES)}")
        restored = cache.restore(folder)
        if restored:
            before, place = restored
            self.running.append(cluster.start(place))
            cache.readdress(before, place)
        else:
            print("  The test archive is made, once: half a minute …", flush=True)
            place = Place(folder, free_port())
            build(place)
            cache.keep(place)
            self.running.append(cluster.start(place))
        self.running.append(place.launch("dachs", "serve", "start", "-f", log="serve.log"))
        self.wait(place)
        return {**facts(place.base), "folder": str(folder)}

    def wait(self, place: Place) -> None:
        """Returns when the server says that it is available."""
        end = time.monotonic() + 60
        while time.monotonic() < end and not self.running[-1].ended:
            try:
                with urllib.request.urlopen(f"{place.base}/tap/availability", timeout=5) as answer:
                    if b"available>true" in answer.read():
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        words = (place.folder / "serve.log").read_text(errors="replace").strip()[-1000:]
        raise ServiceError(f"vo: DaCHS does not start:\n{words}")

    def stop(self) -> None:
        while self.running:
            self.running.pop().stop()
