"""Faults of a service that answers with a table."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from itertools import pairwise

from . import votable
from .wire import Answer, Request

TYPE = "application/x-votable+xml"
WORDS = "Field query: the disk is full <b>&amp;</b> nobody cares"


def headers(request: Request) -> dict[str, str]:
    return {"Content-Type": request.switches.get("type", TYPE)}


async def grouped(parts: Iterable[str], size: int = 60000) -> AsyncIterator[bytes]:
    """Pieces of a document joined to sensible chunks."""
    held: list[str] = []
    length = 0
    for part in parts:
        held.append(part)
        length += len(part)
        if length >= size:
            yield "".join(held).encode()
            held, length = [], 0
    yield "".join(held).encode()


async def whole(request: Request, answer: Answer, *parts: str) -> None:
    await answer.whole(200, "".join(parts), headers(request)["Content-Type"])


async def ok(request: Request, answer: Answer) -> None:
    rows = votable.document(request, request.number("rows", 10))
    await answer.stream(grouped(rows), headers(request))
    await answer.last_chunk()


async def drip(request: Request, answer: Answer) -> None:
    every, slices = request.seconds("every", 50), request.number("slice", 0)

    async def slowly() -> AsyncIterator[bytes]:
        for part in votable.document(request, request.number("rows", 100)):
            data = part.encode()
            for i in range(0, len(data), slices or len(data)):
                yield data[i : i + (slices or len(data))]
                await asyncio.sleep(every)

    await answer.stream(slowly(), headers(request))
    await answer.last_chunk()


def rows(request: Request, switch: str = "rows") -> str:
    return "".join(votable.row(request, i) for i in range(request.number(switch, 10)))


async def error_before(request: Request, answer: Answer) -> None:
    said = votable.cone_error(WORDS) if "scs" in request.service else votable.status("ERROR", WORDS)
    await whole(request, answer, votable.HEAD, said, votable.END)


async def rows_then_error(request: Request, answer: Answer) -> None:
    await whole(
        request, answer, votable.HEAD, votable.status("OK"), votable.fields(request), rows(request),
        votable.TABLE_END, votable.status("ERROR", WORDS), votable.END,
    )  # fmt: skip


async def overflow(request: Request, answer: Answer) -> None:
    await whole(
        request, answer, votable.HEAD, votable.status("OK"), votable.fields(request), rows(request),
        votable.TABLE_END, votable.status("OVERFLOW"), votable.END,
    )  # fmt: skip


async def cut(request: Request, answer: Answer) -> None:
    """The connection ends after some rows; only the missing last chunk tells."""
    start = [votable.HEAD, votable.fields(request), rows(request, "after")]
    await answer.stream(grouped(start), headers(request))


async def half(request: Request, answer: Answer) -> None:
    """Complete for HTTP, but the document stops inside a row."""
    await whole(request, answer, votable.HEAD, votable.fields(request), rows(request), "<TR><TD>F9999")


async def not_xml(request: Request, answer: Answer) -> None:
    await whole(request, answer, "id,name,ra,dec\nF000000,Source 0,0.0,0.0\n")


async def empty(request: Request, answer: Answer) -> None:
    await whole(request, answer)


async def no_rows(request: Request, answer: Answer) -> None:
    await whole(
        request,
        answer,
        votable.HEAD,
        votable.status("OK"),
        votable.fields(request),
        votable.TABLE_END,
        votable.END,
    )


async def markup(request: Request, answer: Answer) -> None:
    """Every text in it would do something if it were taken for HTML."""
    evil = "&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(2)&lt;/script&gt;"
    texts = (evil, "javascript:alert(3)")
    cells = "".join(
        f"<TR><TD>{one}</TD><TD>{other}</TD><TD>1</TD><TD>2</TD><TD>3</TD></TR>"
        for one, other in (texts, texts[::-1])
    )
    await whole(
        request, answer, votable.HEAD, f"<DESCRIPTION>{evil}</DESCRIPTION>",
        votable.status("OK", "<script>alert(4)"), votable.fields(request), cells,
        votable.TABLE_END, votable.END,
    )  # fmt: skip


async def entities(request: Request, answer: Answer) -> None:
    """Ten entities, each ten times the one before: a few hundred bytes that become gigabytes."""
    names = "abcdefghij"
    nest = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names))
    doctype = f'<!DOCTYPE VOTABLE [<!ENTITY a "aaaaaaaaaa">{nest}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    cells = "<TR><TD>&j;</TD><TD>&file;</TD><TD>1</TD><TD>2</TD><TD>3</TD></TR>"
    body = [votable.HEAD, votable.fields(request), cells, votable.TABLE_END, votable.END]
    await whole(request, answer, "".join(body).replace("<VOTABLE", f"{doctype}<VOTABLE", 1))


async def huge_cell(request: Request, answer: Answer) -> None:
    cell = "x" * request.number("bytes", 20_000_000)
    start = [votable.HEAD, votable.fields(request), f"<TR><TD>{cell}</TD><TD/><TD>1</TD><TD>2</TD><TD/></TR>"]
    await answer.stream(grouped([*start, votable.TABLE_END, votable.END]), headers(request))
    await answer.last_chunk()


async def endless(request: Request, answer: Answer) -> None:
    await answer.stream(grouped(votable.document(request, 10**12)), headers(request))


FAULTS = {
    "drip": drip,
    "votable/ok": ok,
    "votable/error-before": error_before,
    "votable/rows-then-error": rows_then_error,
    "votable/overflow": overflow,
    "votable/cut": cut,
    "votable/half": half,
    "votable/not-xml": not_xml,
    "votable/empty": empty,
    "votable/no-rows": no_rows,
    "votable/markup": markup,
    "votable/entities": entities,
    "votable/huge-cell": huge_cell,
    "votable/endless": endless,
}
