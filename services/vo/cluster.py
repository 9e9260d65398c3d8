"""A private PostgreSQL cluster: no port, a Unix socket in the instance's folder, nothing kept safe."""

from __future__ import annotations

import signal
import time
from pathlib import Path

from ..process import Process
from ..service import ServiceError
from .place import POSTGRES, Place

# Given to every server that is started, so that the data folder can be copied elsewhere as it is.
# The last two keep the order of rows without ORDER BY the same from one query to the next.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "256MB",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "synchronize_seqscans": "off",
}
# Only the name of the socket.
PORT = "5432"


def create(place: Place) -> None:
    place.call(
        "initdb", "-D", place.folder / "pg", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", place.user
    )


def start(place: Place) -> Process:
    """Starts the server; returns when it takes connections."""
    options = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
    # SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, files are in order.
    server = place.launch(
        POSTGRES / "postgres", "-D", place.folder / "pg", "-k", place.socket, "-p", PORT, *options,
        log="postgres.log", ending=signal.SIGINT,
    )  # fmt: skip
    for _ in range(600):
        if server.ended:
            break
        if "accepting" in place.call("sh", "-c", f"pg_isready -h {place.socket} -p {PORT} || true"):
            return server
        time.sleep(0.05)
    server.stop()
    words = (place.folder / "postgres.log").read_text(errors="replace").strip()[-500:]
    raise ServiceError(f"vo: PostgreSQL does not start:\n{words}")


def dsn(place: Place) -> str:
    """How DaCHS reaches the database."""
    return f"host={place.socket} port={PORT} dbname=gavo user={place.user}"


def sql(place: Place, statement: str) -> str:
    """Runs a statement; gives its rows as text, one a line."""
    return place.call(*psql(place), "-Atqc", statement)


def run_script(place: Place, file: Path) -> None:
    """Runs a file of statements: all of them, or none."""
    place.call(*psql(place), "-1qf", file)


def psql(place: Place) -> list[str | Path]:
    return ["psql", "-h", place.socket, "-p", PORT, "-U", place.user, "-d", "gavo", "-v", "ON_ERROR_STOP=1"]
