"""VOTable documents in pieces, so that a fault can stop between any two."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from .wire import Request

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">\n<RESOURCE type="results">\n'
)
TABLE = "<DATA><TABLEDATA>\n"
TABLE_END = "</TABLEDATA></DATA></TABLE>\n"
END = "</RESOURCE>\n</VOTABLE>\n"
# Name, datatype, UCD, unit. As a cone search answers, and as a query of ivoa.obscore does.
CONE = (
    ("id", "char", "ID_MAIN", ""),
    ("name", "unicodeChar", "meta.id", ""),
    ("ra", "double", "POS_EQ_RA_MAIN", "deg"),
    ("dec", "double", "POS_EQ_DEC_MAIN", "deg"),
    ("flux", "float", "phot.flux.density", "Jy"),
)
OBSCORE = (
    ("obs_id", "char", "meta.id", ""),
    ("target_name", "unicodeChar", "meta.id;src", ""),
    ("s_ra", "double", "pos.eq.ra", "deg"),
    ("s_dec", "double", "pos.eq.dec", "deg"),
    ("t_exptime", "float", "time.duration;obs.exposure", "s"),
)


def status(value: str, words: str = "") -> str:
    """The INFO that says how the query went (DALI 1.1, 4.4)."""
    return f'<INFO name="QUERY_STATUS" value="{value}">{escape(words)}</INFO>\n'


def cone_error(words: str) -> str:
    """The INFO that a cone search answers with instead of rows (Simple Cone Search 1.03, 2.3)."""
    return f'<INFO ID="Error" name="Error" value={quoteattr(words)}/>\n'


def fields(request: Request) -> str:
    """TABLE with its FIELDs, up to where the rows begin."""
    lines = ['<TABLE name="result">']
    for name, datatype, ucd, unit in OBSCORE if "tap" in request.service else CONE:
        size = ' arraysize="*"' if "har" in datatype else ""
        lines.append(f'<FIELD name="{name}" datatype="{datatype}"{size} ucd="{ucd}" unit={quoteattr(unit)}/>')
    return "\n".join([*lines, TABLE])


def row(request: Request, i: int) -> str:
    """Row i: its place is i thousandths of a degree east of what was asked for."""
    try:
        ra, dec = float(request.parameters.get("RA", 0)), float(request.parameters.get("DEC", 0))
    except ValueError:
        ra, dec = 0.0, 0.0
    cells = (
        f"F{i:06d}",
        f"Source {i} \u03b1",
        f"{(ra + i / 1000) % 360:.6f}",
        f"{dec:.6f}",
        f"{i % 100 / 100:.2f}",
    )
    return "<TR>" + "".join(f"<TD>{cell}</TD>" for cell in cells) + "</TR>\n"


def document(request: Request, rows: int) -> Iterator[str]:
    """A whole answer: what comes first, then each row, then the rest. MAXREC is heeded."""
    most = int(request.parameters.get("MAXREC", rows))
    yield HEAD + status("OK") + fields(request)
    for i in range(min(rows, most)):
        yield row(request, i)
    yield TABLE_END + (status("OVERFLOW") if most < rows else "") + END
