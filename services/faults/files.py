"""A file of any size whose content is known, and the ways in which a download of it can go wrong."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import zlib
from collections.abc import Iterator

from .seen import LOG
from .wire import Answer, Request

BLOCK = 65536


def content(start: int, end: int) -> Iterator[bytes]:
    """Bytes `start` to before `end`: lines of 16 characters that say where they stand."""
    at = start
    while at < end:
        first = at // 16
        text = b"".join(b"%015d\n" % i for i in range(first, first + BLOCK // 16))
        piece = text[at % 16 : at % 16 + end - at]
        yield piece
        at += len(piece)


async def file(request: Request, answer: Answer) -> None:
    size = request.number("size", 1_000_000)
    tag = {"none": None, "changing": f'"v{LOG.count(request.switches.get("key", ""))}"'}.get(
        request.switches.get("etag", ""), f'"size-{size}"'
    )
    start, end = 0, size
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", request.header("range") or "")
    same = request.header("if-range") in (None, tag)
    ranged = bool(asked) and same and "no-range" not in request.switches
    headers = {"Content-Type": "application/octet-stream", **({"ETag": tag} if tag else {})}
    if asked and ranged:
        start, end = int(asked[1]), min(int(asked[2] or size - 1) + 1, size)
        if start >= size:
            await answer.whole(416, "", "text/plain", {"Content-Range": f"bytes */{size}"})
            return
        # A server that answers with another part than it was asked for.
        start -= min(start, request.number("shift", 0))
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    elif "no-range" not in request.switches:
        headers["Accept-Ranges"] = "bytes"
    headers["Content-Length"] = str(end - start)
    await answer.head(206 if ranged else 200, headers)
    if request.method == "HEAD":
        return
    for piece in content(start, min(end, start + request.number("cut", size))):
        await answer.raw(bytes([piece[0] ^ 1]) + piece[1:] if "damaged" in request.switches else piece)
        await asyncio.sleep(request.seconds("every", 0))


async def sums(request: Request, answer: Answer) -> None:
    """What the file's checksums are, as a catalogue knows them."""
    size = request.number("size", 1_000_000)
    adler, md5, sha256 = 1, hashlib.md5(), hashlib.sha256()
    for piece in content(0, size):
        adler = zlib.adler32(piece, adler)
        md5.update(piece)
        sha256.update(piece)
    known = {"bytes": size, "adler32": f"{adler:08x}", "md5": md5.hexdigest(), "sha256": sha256.hexdigest()}
    await answer.whole(200, json.dumps(known), "application/json")


FAULTS = {"file": file, "file/sums": sums}
