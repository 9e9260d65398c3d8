"""The server: `python -m services.faults.server` prints its port and serves until it is ended."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from . import breaks, files, heads, seen, tables
from .seen import LOG
from .wire import Answer, Request, read_request

Fault = Callable[[Request, Answer], Awaitable[None]]
FAULTS: dict[str, Fault] = {**tables.FAULTS, **breaks.FAULTS, **heads.FAULTS, **seen.FAULTS, **files.FAULTS}


def fault_of(request: Request) -> Fault | None:
    """The fault with the longest name that the path begins with."""
    for length in range(len(request.fault), 0, -1):
        if found := FAULTS.get("/".join(request.fault[:length])):
            return found
    return None


async def nothing(request: Request, answer: Answer) -> None:
    await answer.whole(404, "No such fault; services/faults/README.md lists them.\n", "text/plain")


async def gone(reader: asyncio.StreamReader) -> None:
    """Returns when the client has closed its side."""
    with contextlib.suppress(ConnectionError):
        while await reader.read(4096):
            pass


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One request, one answer, one connection."""
    try:
        request = await read_request(reader)
    except (ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
        writer.close()
        return
    answer = Answer(writer)
    visit = LOG.begin(request)
    work = asyncio.ensure_future((fault_of(request) or nothing)(request, answer))
    watch = asyncio.ensure_future(gone(reader))
    await asyncio.wait({work, watch}, return_when=asyncio.FIRST_COMPLETED)
    # Work that broke off because the client is gone counts as aborted, whoever noticed first.
    fine = work.done() and work.exception() is None
    for task in (work, watch):
        task.cancel()
    results = await asyncio.gather(work, watch, return_exceptions=True)
    await LOG.end(visit, "finished" if fine else "aborted", answer.sent)
    failure = results[0]
    if isinstance(failure, Exception) and not isinstance(failure, ConnectionError):
        # A switch that can't be read, or a fault of the fault.
        with contextlib.suppress(ConnectionError):
            await answer.whole(500, f"{type(failure).__name__}: {failure}\n", "text/plain")
    with contextlib.suppress(ConnectionError):
        writer.close()
        await writer.wait_closed()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=1_000_000)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
