"""A service's answer that has begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import aiohttp


class Broken(Exception):
    """The answer broke off. `last` is what came before that and was not read yet."""

    def __init__(self, last: bytes) -> None:
        super().__init__(len(last))
        self.last = last


class Answer:
    """Status, headers, and a body in pieces as they come, not decoded."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    @property
    def status(self) -> int:
        return self._response.status

    @property
    def headers(self) -> list[tuple[str, str]]:
        """In the order in which they came."""
        return list(self._response.headers.items())

    @property
    def length(self) -> int:
        """Bytes of the body as announced; 0 if they are not."""
        return self._response.content_length or 0

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case of letters."""
        return self._response.headers.get(name)

    async def piece(self) -> bytes:
        """The next piece of the body, as large as it came; empty at its end. `Broken` if there is no end."""
        import aiohttp

        try:
            return await self._response.content.readany()
        except (aiohttp.ClientError, ConnectionError, EOFError) as error:
            raise Broken(unread(self._response.content)) from error

    def close(self) -> None:
        """Closes the connection; one whose answer was read to its end is back in the pool already."""
        self._response.close()


def unread(content: aiohttp.StreamReader) -> bytes:
    """What came before the connection broke; aiohttp tells of the break first."""
    content.set_exception(cast("BaseException", None))
    return content.read_nowait()
