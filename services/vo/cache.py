"""Keeps the built archive, so that the next start takes seconds.

What is kept is only ever copied: an instance may be written to, and there may be several at once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tasks.ports import free_port
from tasks.tree import STAMPS, digest

from . import cluster
from .build import configure
from .place import Place

# What the data come from. Not the rest of this folder, which changes nothing in them.
SOURCES = ("gavo.rc.in", "userconfig.rd", "inputs", "inside", "build.py", "cluster.py", "pgsphere.py")
KEPT = STAMPS / "vo"
# Where DaCHS has the server's own URL as text.
WITH_URL = (
    ("rr.interface", "access_url"),
    ("rr.resource", "reference_url"),
    ("ivoa._obscoresources", "sqlfragment"),
)


def key() -> str:
    """Changes with what the data are made from, with what makes them, and with the user who owns them."""
    versions = subprocess.run(
        ["dpkg-query", "-W", "python3-gavo", "postgresql-15"], capture_output=True, text=True, check=False
    ).stdout
    sources = digest([f"services/vo/{name}" for name in SOURCES])[:16]
    return "-".join([sources, str(os.geteuid()), *versions.split()[1::2]])


def copy(source: Path, target: Path) -> None:
    """Copies a folder's content with owners; on file systems that can, the bytes are shared."""
    subprocess.run(["cp", "-a", "--reflink=auto", f"{source}/.", target], check=True)


def keep(place: Place) -> None:
    """Keeps a built instance that does not run; older ones go."""
    try:
        KEPT.mkdir(parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(prefix="half-", dir=KEPT))
    except OSError:
        # Somebody else's checkout: it works there too, only not so quickly.
        return
    try:
        copy(place.folder, half)
        (half / "address").write_text(f"{place.port}\n{place.folder}")
        for old in KEPT.iterdir():
            if old.name != key() and not old.name.startswith("half-"):
                shutil.rmtree(old, ignore_errors=True)
        # Whoever is first wins; the same has been made twice.
        if not (KEPT / key()).exists():
            half.rename(KEPT / key())
    finally:
        shutil.rmtree(half, ignore_errors=True)


def restore(folder: Path) -> tuple[Place, Place] | None:
    """Copies what is kept into the folder. Gives the place it had and the one it has now, or nothing."""
    kept = KEPT / key()
    if not kept.exists():
        return None
    port, name = (kept / "address").read_text().split("\n")
    before, now = Place(Path(name), int(port)), Place(folder, free_port())
    copy(kept, folder)
    configure(now)
    dsn = folder / "root" / "etc" / "dsn"
    dsn.write_text(dsn.read_text().replace(str(before.folder), str(folder)))
    now.own()
    return before, now


def readdress(before: Place, now: Place) -> None:
    """Puts the new URL where the database has the old one. The database server runs, DaCHS not yet."""
    for table, column in WITH_URL:
        cluster.sql(now, f"UPDATE {table} SET {column} = replace({column}, '{before.base}', '{now.base}')")
    cluster.sql(
        now,
        "DO $do$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW ivoa.obscore AS ' || "
        f"replace(pg_get_viewdef('ivoa.obscore'::regclass), '{before.base}', '{now.base}'); END $do$",
    )
