"""Faults of what stands above an answer: status, redirects, headers, codings."""

from __future__ import annotations

import asyncio
import zlib
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

from . import tables, votable
from .seen import LOG
from .wire import Answer, Request

WELCOME = (
    "<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n"
    "<h1>Welcome to nginx!</h1>\n<p>If you see this page, the web server works.</p>\n</body>\n</html>\n"
)
TROUBLE = (
    "<html><head><title>{code} Trouble</title><script>alert(1)</script></head>"
    "<body><h1>Trouble</h1><pre>at /srv/archive/db.py line 42, password=hunter2</pre></body></html>"
)
# Each of these would act on the browser, or on who passes it on.
ACTIVE = [
    ("Set-Cookie", "session=stolen; Path=/"),
    ("Set-Cookie", "_xsrf=stolen; Path=/"),
    ("Refresh", "0; url=https://example.org/"),
    ("Clear-Site-Data", '"*"'),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("Access-Control-Allow-Origin", "*"),
    ("Content-Security-Policy", "default-src *"),
    ("Service-Worker-Allowed", "/"),
    ("Link", "<https://example.org/a.js>; rel=preload; as=script"),
    ("Content-Disposition", 'attachment; filename="../../.bashrc"'),
    ("X-Accel-Redirect", "/etc/passwd"),
    ("Server", "Faults"),
]


async def html(request: Request, answer: Answer) -> None:
    await answer.whole(200, WELCOME, "text/html")


async def status(request: Request, answer: Answer) -> None:
    """The code is the next segment. With `times`, only so many requests of a `key` fail."""
    times = request.number("times", 0)
    if times and LOG.count(request.switches.get("key", "")) > times:
        await tables.ok(request, answer)
        return
    code = int(request.fault[1])
    headers = {}
    if "retry" in request.switches:
        headers["Retry-After"] = request.switches["retry"]
    if "retry-date" in request.switches:
        then = datetime.now(timezone.utc) + timedelta(seconds=request.number("retry-date", 1))
        headers["Retry-After"] = format_datetime(then, usegmt=True)
    if code == 401:
        headers["WWW-Authenticate"] = 'Basic realm="faults"'
    bodies = {
        "html": (TROUBLE.format(code=code), "text/html"),
        "text": ("Something went wrong over here.", "text/plain"),
        "json": ('{"detail": "Something went wrong over here."}', "application/json"),
        "votable": (votable.HEAD + votable.status("ERROR", tables.WORDS) + votable.END, tables.TYPE),
        "none": ("", "text/plain"),
    }
    await answer.whole(code, *bodies[request.switches.get("body", "html")], headers)


async def redirect(request: Request, answer: Answer) -> None:
    """`n` steps, then on to `to`, else to a good answer of the same service."""
    left = request.number("n", 1)
    code = request.number("status", 302)
    rest = "/".join(request.service)
    target = request.switches.get("to", f"/votable/ok/{rest}")
    if left > 1:
        query = f"?to={request.switches['to']}" if "to" in request.switches else ""
        target = f"/redirect/n={left - 1}/status={code}/{rest}{query}"
    await answer.whole(code, "", "text/plain", {"Location": target})


async def redirect_loop(request: Request, answer: Answer) -> None:
    await answer.whole(302, "", "text/plain", {"Location": request.target})


async def redirect_nowhere(request: Request, answer: Answer) -> None:
    await answer.whole(302, "", "text/plain")


async def active(request: Request, answer: Answer) -> None:
    await answer.whole(200, "<script>alert(1)</script>", "text/html", ACTIVE)


async def many_headers(request: Request, answer: Answer) -> None:
    size, many = request.number("bytes", 100), request.number("n", 1000)
    await answer.whole(200, "ok", "text/plain", [(f"X-{i}", "x" * size) for i in range(many)])


async def endless_headers(request: Request, answer: Answer) -> None:
    await answer.raw(b"HTTP/1.1 200 OK\r\n")
    i = 0
    while True:
        i += 1
        await answer.raw(b"X-%d: x\r\n" % i)
        await asyncio.sleep(request.seconds("every", 50))


async def no_http(request: Request, answer: Answer) -> None:
    await answer.raw(b"220 ftp.example.org FTP server ready\r\n")


async def compressed(request: Request, answer: Answer) -> None:
    packed = pack("".join(votable.document(request, request.number("rows", 10))).encode())
    await answer.whole(200, packed, tables.TYPE, {"Content-Encoding": "gzip"})


async def compressed_file(request: Request, answer: Answer) -> None:
    packed = pack("".join(votable.document(request, request.number("rows", 10))).encode())
    await answer.whole(200, packed, tables.TYPE)


async def compressed_half(request: Request, answer: Answer) -> None:
    packed = pack("".join(votable.document(request, request.number("rows", 1000))).encode())
    await answer.whole(200, packed[: len(packed) // 2], tables.TYPE, {"Content-Encoding": "gzip"})


async def compressed_not(request: Request, answer: Answer) -> None:
    plain = "".join(votable.document(request, 10))
    await answer.whole(200, plain, tables.TYPE, {"Content-Encoding": "gzip"})


async def bomb(request: Request, answer: Answer) -> None:
    """A thousandth of what it becomes: blanks in a VOTable."""
    press = zlib.compressobj(9, zlib.DEFLATED, 31)
    await answer.head(
        200, {"Content-Type": tables.TYPE, "Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}
    )
    await answer.chunk(press.compress((votable.HEAD + votable.fields(request)).encode()))
    blanks = b" " * 1_000_000
    for _ in range(request.number("mb", 200)):
        await answer.chunk(press.compress(blanks))
        await asyncio.sleep(0)
    await answer.chunk(press.compress((votable.TABLE_END + votable.END).encode()) + press.flush())
    await answer.last_chunk()


def pack(data: bytes) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, 31)
    return press.compress(data) + press.flush()


FAULTS = {
    "html": html,
    "status": status,
    "redirect": redirect,
    "redirect/loop": redirect_loop,
    "redirect/nowhere": redirect_nowhere,
    "headers/active": active,
    "headers/many": many_headers,
    "headers/endless": endless_headers,
    "headers/no-http": no_http,
    "gzip": compressed,
    "gzip/file": compressed_file,
    "gzip/half": compressed_half,
    "gzip/not": compressed_not,
    "gzip/bomb": bomb,
}
