"""Files: those of the made-up data, and stand-ins for the FITS-IDI files of every experiment."""

from __future__ import annotations

import re
import struct
import zlib
from email.utils import formatdate
from pathlib import Path

import numpy as np
from astropy.io import fits

from . import embargo
from .request import Answer, Request, not_found

BLOCK = 2880
# Bytes of a stand-in: a header and some data.
STAND_IN = 128 * BLOCK
# Bytes of the one such file that comes with the made-up data, n05l1.IDI1.
OWN_FILE = 730 * BLOCK
PART = re.compile(r"[a-z0-9]{3,8}_\d_1\.IDI\d{1,2}")
TABLE = re.compile(r"[a-z0-9]{3,8}\.(antab|uvflg)")
TYPES = {
    ".fits": "image/fits",
    ".png": "image/png",
    ".html": "text/html",
    ".antab": "text/plain",
    ".uvflg": "text/plain",
}
CHANGED = formatdate(1793527200, usegmt=True)


def answer(request: Request, name: str, folder: Path) -> Answer:
    """A file or the bytes of it that were asked for."""
    if refused := embargo.refusal(request, name):
        return refused
    data = content(name, folder)
    if data is None:
        return not_found(f"file {name[:80]}")
    media = TYPES.get(Path(name).suffix, "application/octet-stream")
    headers = {"Accept-Ranges": "bytes", "ETag": f'"{zlib.crc32(data):08x}"', "Last-Modified": CHANGED}
    wanted = request.headers.get("Range", "")
    condition = request.headers.get("If-Range", headers["ETag"])
    if not wanted or condition not in {headers["ETag"], CHANGED}:
        return Answer(data, media, 200, headers)
    span = re.fullmatch(r"bytes=(\d*)-(\d*)", wanted)
    if not span or span[0] == "bytes=-":
        return Answer(data, media, 200, headers)
    first = int(span[1]) if span[1] else max(len(data) - int(span[2]), 0)
    last = min(int(span[2]), len(data) - 1) if span[1] and span[2] else len(data) - 1
    if first > last:
        return Answer(b"", "text/plain", 416, {"Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
    return Answer(data[first : last + 1], media, 206, headers)


def content(name: str, folder: Path) -> bytes | None:
    """The bytes of a file by its name alone."""
    known = {
        file.name: file
        for place in ("evn/data/files", "maps/data", "spectra/data")
        for file in (folder / place).iterdir()
        # The map under embargo has no row here.
        if not file.name.startswith("embargo")
    }
    if name in known:
        return known[name].read_bytes()
    picture = known.get(name.removesuffix(".png") + ".fits")
    if name.endswith(".png") and picture and name.startswith("map_"):
        return preview(picture)
    if PART.fullmatch(name):
        return stand_in(name)
    if TABLE.fullmatch(name):
        return f"! Made up: no such table of {name.partition('.')[0].upper()} was ever measured.\n".encode()
    return None


def stand_in(name: str) -> bytes:
    """A FITS file in the place of a FITS-IDI one: its name in the header, and noise that depends on it."""
    noise = np.random.default_rng(zlib.crc32(name.encode())).normal(size=(STAND_IN - BLOCK) // 4)
    head = fits.Header({"OBJECT": name, "COMMENT": "A stand-in made up by the archive of a demo, no data."})
    file = fits.PrimaryHDU(noise.astype(">f4"), head)
    return file.header.tostring().encode() + np.asarray(file.data).astype(">f4").tobytes()


def preview(file: Path) -> bytes:
    """A map as a PNG in shades of grey, north up."""
    pixels = np.flipud(np.asarray(fits.getdata(file), dtype=float))
    scaled = np.clip(pixels / pixels.max(), 0, 1) ** 0.5 * 255
    rows = b"".join(b"\0" + bytes(row) for row in scaled.astype(np.uint8))
    height, width = pixels.shape
    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
