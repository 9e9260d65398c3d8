"""The service behind the relays: `/big` is BYTES of noise, sent from a file; `/small` 600.

python bench/origin.py PORT BYTES
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from typing import IO

SMALL = 600


def noise(size: int) -> bytes:
    """The same each time; of a prime length, so that no piece of it lies where another did."""
    block = random.Random(1).randbytes(1_048_573)
    return (block * (size // len(block) + 1))[:size]


def head(length: int) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\n\r\n" % length


async def serve(port: int, file: IO[bytes], size: int) -> None:
    small = head(SMALL) + noise(SMALL)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                if b"/big" in request.split(b"\r\n", 1)[0]:
                    writer.write(head(size))
                    await writer.drain()
                    await loop.sendfile(writer.transport, file)
                else:
                    writer.write(small)
                    await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            # The client went.
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", port, backlog=256)
    await server.serve_forever()


def main() -> None:
    port, size = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryFile() as file:
        file.write(noise(size))
        file.flush()
        asyncio.run(serve(port, file, size))


if __name__ == "__main__":
    main()
