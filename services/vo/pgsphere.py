"""The geometry of the sky in the database, on PostgreSQL releases that Debian's package was not made for.

From 15.20 on PostgreSQL refuses an operator whose commutator or negator belongs to another one. Debian 12's
pgsphere declares two such, old names for "in this MOC"; its CREATE EXTENSION fails as a whole. Here the same
script is run with these two claims left out, and entered as the extension that DaCHS looks for.
"""

from __future__ import annotations

import re
from pathlib import Path

from ..service import ServiceError
from . import cluster
from .place import Place

EXTENSION = Path("/usr/share/postgresql/15/extension")
OLD_NAMES = re.compile(r"CREATE OPERATOR @ \([^;]*RIGHTARG\s*=\s*smoc[^;]*;")
CLAIMS = re.compile(r"^\s*(COMMUTATOR|NEGATOR)\s*=.*\n", re.MULTILINE)


def create(place: Place) -> None:
    try:
        cluster.sql(place, "CREATE EXTENSION pg_sphere")
    except ServiceError as error:
        if "is already the" not in str(error):
            raise
        create_mended(place)


def create_mended(place: Place) -> None:
    found = re.search(r"default_version\s*=\s*'([\w.]+)'", (EXTENSION / "pg_sphere.control").read_text())
    version = found[1] if found else ""
    script = (EXTENSION / f"pg_sphere--{version}.sql").read_text()
    script = OLD_NAMES.sub(lambda operator: CLAIMS.sub("", operator[0]), script)
    script = script.replace("MODULE_PATHNAME", "$libdir/pg_sphere")
    # This line keeps a person from running the script by hand.
    script = re.sub(r"^\\echo.*\n", "", script, flags=re.MULTILINE)
    file = place.folder / "pg_sphere.sql"
    file.write_text(
        f"{script}\nSET allow_system_table_mods = on;\n"
        "INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)\n"
        "SELECT 1 + max(oid::bigint), 'pg_sphere', 10, 'public'::regnamespace, true, "
        f"'{version}' FROM pg_extension;\n"
    )
    cluster.run_script(place, file)
