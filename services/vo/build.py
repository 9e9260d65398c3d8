"""From nothing to an archive full of data: half a minute, most of it DaCHS reading its own definitions."""

from __future__ import annotations

import shutil
import string

from . import cluster, pgsphere
from .place import HERE, PYTHON, Place

# The registry comes last: it tells of the others.
RESOURCES = ("radio", "evn", "maps", "spectra", "bulk", "rr")
# Names and passwords of test accounts: one for a service, one for files under embargo.
ACCOUNTS = {"evnpi": "pipw", "pi": "pipw2"}


def configure(place: Place) -> None:
    """Writes DaCHS' settings for this folder and port."""
    template = string.Template((HERE / "gavo.rc.in").read_text())
    rc = template.substitute(folder=place.folder, port=place.port, user=place.user, group=place.group)
    (place.folder / "gavo.rc").write_text(rc)
    place.socket.mkdir(exist_ok=True)


def build(place: Place) -> None:
    """Makes the instance in its folder, which has to be empty; nothing runs afterwards."""
    inputs = place.folder / "root" / "inputs"
    shutil.copytree(HERE / "inputs", inputs)
    (place.folder / "root" / "etc").mkdir()
    shutil.copy(HERE / "userconfig.rd", place.folder / "root" / "etc")
    (place.folder / "pg").mkdir()
    configure(place)
    place.own()
    # Debian's Python runs this one; the data need astropy.
    make = shutil.copytree(
        HERE / "inside", place.folder / "inside", ignore=shutil.ignore_patterns("__pycache__")
    )
    place.call(PYTHON, make / "make_data.py", inputs, place.base)
    cluster.create(place)
    server = cluster.start(place)
    try:
        place.call(
            "createdb", "-h", place.socket, "-p", cluster.PORT, "-U", place.user, "-T", "template0", "gavo"
        )
        pgsphere.create(place)
        place.call("dachs", "init", "-d", cluster.dsn(place))
        place.call("dachs", "imp", "//obscore")
        for resource in RESOURCES:
            place.call("dachs", "imp", f"{resource}/q")
        place.call("dachs", "pub", "ALL")
        for account, password in ACCOUNTS.items():
            place.call("dachs", "admin", "adduser", account, password, "a test account")
    finally:
        server.stop()
