"""The data: made by the same program as those of `vo`, read into an in-memory database."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
from astropy.io import fits
from astropy.time import Time

from tasks.tree import ROOT

from .geometry import MACRO
from .obscore import OBSCORE
from .tables import SOURCES, TABLES, rows

MAKE = ROOT / "services" / "vo" / "inside" / "make_data.py"
AUTHORITY = "ivo://demo.test"
# In degrees: how far the pixels of the made-up maps reach from their centre.
MAP_RADIUS = 64 / 3600
# One row for each source and correlator pass. As in the EVN's archive, s_region has s_fov as its radius.
VISIBILITIES = """
INSERT INTO ivoa.obscore BY NAME
SELECT 'visibility' AS dataproduct_type, 1 AS calib_level, 'EVN' AS obs_collection, experiment AS obs_id,
  replace(did, 'ivo://evn.test', $authority) AS obs_publisher_did,
  $base || '/datalink?ID=' || url_encode(obs_publisher_did) AS access_url,
  'application/x-votable+xml;content=datalink' AS access_format, access_estsize, target_name,
  ra AS s_ra, dec AS s_dec, s_fov,
  'Circle ICRS ' || ra || ' ' || dec || ' ' || s_fov AS s_region, s_resolution,
  -1 AS s_xel1, -1 AS s_xel2, t_min, t_max, t_exptime, t_resolution, em_min, em_max, em_xel,
  'stat.uncalib' AS o_ucd, pol_xel, 'EVN' AS instrument_name
FROM evn
"""


def make_files(folder: Path) -> None:
    """Runs the program that makes the data: CSV and FITS files. No file that is read has the URL."""
    subprocess.run([sys.executable, MAKE, folder, "http://127.0.0.1"], check=True)


def load(folder: Path, base: str) -> duckdb.DuckDBPyConnection:
    """A database with all tables, from the files in `folder`, for a server at `base`.

    Afterwards it can reach nothing outside itself, and that can't be changed any more.
    """
    database = duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "512MB"})
    for schema in {table.schema for table in TABLES.values()}:
        database.execute(f"CREATE SCHEMA {schema}")
    for table in TABLES.values():
        database.execute(table.create())
    database.execute(MACRO)
    read(database, "sources", folder / "radio" / "data" / "sources.csv", {"name", "id"})
    database.execute(f"INSERT INTO {SOURCES.name} BY NAME SELECT * FROM sources")
    read(database, "evn", folder / "evn" / "data" / "evn.csv", {"target_name", "experiment", "did"})
    database.execute(VISIBILITIES, {"base": base, "authority": AUTHORITY})
    insert(database, OBSCORE.name, [*images(folder, base), *spectra(folder, base)])
    for name, described in rows().items():
        columns = [column.name for column in TABLES[name].columns]
        insert(database, name, [dict(zip(columns, row, strict=True)) for row in described])
    # What links of a data set need to know and ObsCore has no column for.
    database.execute(
        "CREATE TABLE parts AS SELECT replace(did, 'ivo://evn.test', $authority) AS did, "
        "experiment, regexp_extract(did, $pass_in_it, 1) AS pass, nparts, embargo FROM evn",
        {"authority": AUTHORITY, "pass_in_it": r"^[^_]*_\d+_(\d+)_"},
    )
    database.execute("DROP TABLE evn; DROP TABLE sources")
    for setting in ("enable_external_access", "python_enable_replacements"):
        database.execute(f"SET {setting} = false")
    database.execute("SET lock_configuration = true")
    return database


def read(database: duckdb.DuckDBPyConnection, name: str, file: Path, texts: set[str]) -> None:
    """Reads a CSV file into a table of that name; an empty number is null, an empty text is a text."""
    types = "{" + ", ".join(f"'{column}': 'VARCHAR'" for column in sorted(texts)) + "}"
    keep = ", ".join(f"coalesce({column}, '') AS {column}" for column in sorted(texts))
    database.execute(
        f"CREATE TABLE {name} AS SELECT * REPLACE ({keep}) FROM read_csv($file, types={types}, header=true,"
        " sample_size=-1)",
        {"file": str(file)},
    )


def insert(database: duckdb.DuckDBPyConnection, table: str, records: list[dict[str, Any]]) -> None:
    """Adds rows; columns that a row does not have are null in it."""
    names = [column.name for column in TABLES[table].columns]
    columns = ", ".join(f'"{name}"' for name in names)
    for_each = f"({', '.join('?' * len(names))})"
    values = [record.get(name) for record in records for name in names]
    if values:
        database.execute(
            f"INSERT INTO {table} ({columns}) VALUES {', '.join([for_each] * len(records))}", values
        )


def images(folder: Path, base: str) -> list[dict[str, Any]]:
    """A row for each map that is not under embargo."""
    found = []
    for file in sorted((folder / "maps" / "data").glob("map_*.fits")):
        head = fits.getheader(file)
        ra, dec = head["CRVAL1"], head["CRVAL2"]
        start: Any = Time(head["DATE-OBS"]).mjd
        found.append(
            product(file, base, "image", "image/fits", head)
            | {
                "calib_level": 3, "obs_collection": "EVN maps", "s_ra": ra, "s_dec": dec,
                "s_fov": 2 * MAP_RADIUS,
                "s_region": f"Circle ICRS {ra} {dec} {MAP_RADIUS:.8f}", "s_resolution": 5.0,
                "s_xel1": head["NAXIS1"], "s_xel2": head["NAXIS2"], "t_min": start, "t_max": start + 0.25,
                "em_min": 0.0587, "em_max": 0.0603, "o_ucd": "phot.flux.density;em.radio",
            }
        )  # fmt: skip
    return found


def spectra(folder: Path, base: str) -> list[dict[str, Any]]:
    found = []
    for file in sorted((folder / "spectra" / "data").glob("spec_*.fits")):
        head = fits.getheader(file)
        found.append(
            product(file, base, "spectrum", "application/fits", head)
            | {
                "calib_level": 2, "obs_collection": "Spectra", "s_ra": head["RA"], "s_dec": head["DEC"],
                "t_min": head["MJD"], "t_max": head["MJD"] + head["EXPTIME"] / 86400,
                "t_exptime": head["EXPTIME"], "em_min": head["WMIN"], "em_max": head["WMAX"],
                "em_xel": head["NPTS"], "o_ucd": "phot.flux.density;em.opt",
            }
        )  # fmt: skip
    return found


def product(file: Path, base: str, kind: str, media: str, head: fits.Header) -> dict[str, Any]:
    """What a row says of a file that can be had as it is."""
    return {
        "dataproduct_type": kind, "obs_id": file.name, "target_name": head["OBJECT"],
        "obs_publisher_did": f"{AUTHORITY}/~?{kind}/{file.name}", "access_url": f"{base}/files/{file.name}",
        "access_format": media, "access_estsize": file.stat().st_size // 1024, "instrument_name": "EVN",
    }  # fmt: skip
