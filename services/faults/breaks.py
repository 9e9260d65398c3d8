"""Connections that stall, end too early, or say one length and have another."""

from __future__ import annotations

import asyncio

from . import votable
from .tables import TYPE, grouped
from .wire import Answer, Request

FOREVER = 3600
MORE = 1_000_000


async def stall_before(request: Request, answer: Answer) -> None:
    await asyncio.sleep(FOREVER)


async def stall(request: Request, answer: Answer) -> None:
    await answer.head(200, {"Content-Type": TYPE, "Transfer-Encoding": "chunked"})
    await asyncio.sleep(FOREVER)


async def stall_rows(request: Request, answer: Answer) -> None:
    start = [votable.HEAD, votable.fields(request)]
    start += [votable.row(request, i) for i in range(request.number("rows", 10))]
    await answer.stream(grouped(start), {"Content-Type": TYPE})
    await asyncio.sleep(FOREVER)


def filler(request: Request) -> bytes:
    """The first bytes of a good answer."""
    size = request.number("bytes", 1000)
    text = ""
    for part in votable.document(request, size):
        text += part
        if len(text) >= size:
            break
    return text.encode()[:size]


async def cut(request: Request, answer: Answer) -> None:
    data = filler(request)
    await answer.head(200, {"Content-Type": TYPE, "Content-Length": str(len(data) + MORE)})
    await answer.raw(data)


async def cut_chunked(request: Request, answer: Answer) -> None:
    await answer.head(200, {"Content-Type": TYPE, "Transfer-Encoding": "chunked"})
    await answer.chunk(filler(request))


async def cut_in_chunk(request: Request, answer: Answer) -> None:
    data = filler(request)
    await answer.head(200, {"Content-Type": TYPE, "Transfer-Encoding": "chunked"})
    await answer.raw(b"%x\r\n" % (len(data) + MORE) + data)


async def cut_reset(request: Request, answer: Answer) -> None:
    await cut(request, answer)
    # What was sent has to be on its way: a reset throws away what the client has not read.
    await asyncio.sleep(0.2)
    answer.reset()


async def reset(request: Request, answer: Answer) -> None:
    answer.reset()


async def close(request: Request, answer: Answer) -> None:
    """The connection ends in order, without a byte."""


async def wrong_length(request: Request, answer: Answer) -> None:
    data = filler(request)
    await answer.head(200, {"Content-Type": TYPE, "Content-Length": str(len(data) // 2)})
    await answer.raw(data)


async def both_lengths(request: Request, answer: Answer) -> None:
    await answer.head(200, {"Content-Type": TYPE, "Content-Length": "5", "Transfer-Encoding": "chunked"})
    await answer.chunk(filler(request))
    await answer.last_chunk()


async def bad_chunk(request: Request, answer: Answer) -> None:
    await answer.head(200, {"Content-Type": TYPE, "Transfer-Encoding": "chunked"})
    await answer.chunk(filler(request))
    await answer.raw(b"this is no length\r\n")


FAULTS = {
    "stall": stall,
    "stall/before": stall_before,
    "stall/rows": stall_rows,
    "cut": cut,
    "cut/chunked": cut_chunked,
    "cut/in-chunk": cut_in_chunk,
    "cut/reset": cut_reset,
    "reset": reset,
    "close": close,
    "wrong-length": wrong_length,
    "both-lengths": both_lengths,
    "bad-chunk": bad_chunk,
}
