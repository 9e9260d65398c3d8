"""The pages for people: the root, and the examples of queries (DALI 1.1 §2.3)."""

from __future__ import annotations

from html import escape

from .request import Answer
from .tables import NOTICE, TABLES

EXAMPLES = (
    (
        "Sources around a position",
        "Rows of ivoa.obscore within half a degree of the origin, on both sides of 0 h.",
        "SELECT target_name, obs_id, s_ra, s_dec FROM ivoa.obscore "
        "WHERE 1=CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 0, 0, 0.5))",
    ),
    (
        "One experiment",
        "All sources of the experiment N05L1.",
        "SELECT target_name, access_url FROM ivoa.obscore WHERE obs_id='N05L1'",
    ),
    (
        "The most experiments",
        "Sources that were observed most often.",
        "SELECT TOP 10 target_name, COUNT(*) AS n FROM ivoa.obscore GROUP BY target_name ORDER BY n DESC",
    ),
)


def page(title: str, body: str, attributes: str = "") -> Answer:
    html = (
        f'<!DOCTYPE html>\n<html lang="en"{attributes}>'
        f'<head><meta charset="utf-8"/><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{body}</body></html>\n"
    )
    return Answer(html.encode(), "text/html; charset=utf-8")


def root(base: str) -> Answer:
    services = (
        (f"{base}/tap", "TAP", "/tap/capabilities"),
        (f"{base}/scs", "Simple Cone Search over radio.sources", "/scs?RA=0&DEC=0&SR=0.5"),
        (f"{base}/datalink", "DataLink", "/datalink"),
    )
    rows = "".join(
        f'<li>{name}: <code>{escape(url)}</code> (<a href="{escape(link)}">try</a>)</li>'
        for url, name, link in services
    )
    tables = "".join(
        f"<dt><code>{name}</code></dt><dd>{escape(table.description)}</dd>" for name, table in TABLES.items()
    )
    return page(
        "The demo's own small archive",
        f'<p><strong>{escape(NOTICE)}</strong></p><ul>{rows}</ul><p><a href="/tap/examples">Examples</a></p>'
        f"<dl>{tables}</dl>",
    )


def examples() -> Answer:
    each = "".join(
        f'<div id="example{i}" resource="#example{i}" typeof="example">'
        f'<h2 property="name">{escape(name)}</h2>'
        f'<p>{escape(words)}</p><pre property="query">{escape(query)}</pre></div>'
        for i, (name, words, query) in enumerate(EXAMPLES, 1)
    )
    return page("Examples", each, ' vocab="http://www.ivoa.net/rdf/examples#"')
