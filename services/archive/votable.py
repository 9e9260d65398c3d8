"""Answers as VOTables, by astropy's writer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from astropy.io.votable.tree import Field, Group, Info, Param, Resource, TableElement, VOTableFile

from .database import Result
from .schema import Column
from .xmltext import printable

MEDIA = "application/x-votable+xml"
# What stands for a whole number that is null, where the coding has no other way to say it.
NULLS = {"short": -(2**15), "int": -(2**31), "long": -(2**63)}
# Astropy has no place for an INFO behind the table, where DALI 1.1 §4.4 wants that of an overflow.
END = b"</TABLE>"
OVERFLOW = '\n  <INFO name="QUERY_STATUS" value="OVERFLOW">There are more rows; this was the limit.</INFO>'


def write(
    result: Result,
    serialization: str,
    infos: Sequence[tuple[str, str, str]] = (),
    descriptor: str | None = None,
) -> bytes:
    """A VOTable of the rows.

    serialization: tabledata, binary or binary2
    infos: name, value and text of further INFO elements
    descriptor: URL of a DataLink service for the rows, by their column obs_publisher_did
    """
    file = VOTableFile(version="1.4")
    resource = Resource(type="results")
    file.resources.append(resource)
    for name, value, text in [("QUERY_STATUS", "OK", ""), *infos]:
        resource.infos.append(info(name, value, text))
    table = TableElement(file, name="result")
    table.format = serialization
    resource.tables.append(table)
    table.fields.extend(field(file, i, column) for i, column in enumerate(result.columns))
    table.create_arrays(result.length)
    for i, values in enumerate(result.values):
        fill(table, f"c{i}", values, result.columns[i])
    key = next((i for i, each in enumerate(result.columns) if each.ucd == "meta.ref.ivoid"), None)
    if descriptor and key is not None:
        file.resources.append(links_service(file, descriptor, f"c{key}"))
    out = io.BytesIO()
    file.to_xml(out)
    text = out.getvalue()
    return text.replace(END, END + OVERFLOW.encode(), 1) if result.overflow else text


def info(name: str, value: str, text: str) -> Info:
    element = Info(name=name, value=value)
    if text:
        element.content = text
    return element


def field(file: VOTableFile, number: int, column: Column) -> Field:
    size = {"arraysize": "*"} if column.is_text else {}
    named = {key: value for key in ("unit", "ucd", "utype", "xtype") if (value := getattr(column, key))}
    element = Field(file, ID=f"c{number}", name=column.name, datatype=column.type, **size, **named)
    element.description = column.description or None
    null = NULLS.get(column.type)
    if null is not None and element.values:
        element.values.null = null
    return element


def fill(table: TableElement, name: str, values: np.ma.MaskedArray, column: Column) -> None:
    array: Any = table.array
    mask = np.ma.getmaskarray(values)
    if column.is_text:
        # What a missing text is filled with stays in the array.
        texts = ["" if hidden else str(text) for text, hidden in zip(values.data, mask, strict=True)]
        if column.type == "char":
            texts = [text.encode("ascii", "replace").decode() for text in texts]
        array[name] = texts
    else:
        array[name] = values.filled(np.nan if column.type in {"float", "double"} else 0)
    array.mask[name] = mask


def links_service(file: VOTableFile, url: str, key: str) -> Resource:
    """Says how the links of a row are had (DataLink 1.1 §4)."""
    resource = Resource(ID="links", type="meta", utype="adhoc:service")
    for name, value in (
        ("standardID", "ivo://ivoa.net/std/DataLink#links-1.1"),
        ("accessURL", url),
    ):
        resource.params.append(Param(file, name=name, datatype="char", arraysize="*", value=value))
    inputs = Group(resource, name="inputParams")
    inputs.entries.append(
        Param(file, name="ID", datatype="char", arraysize="*", value="", ucd="meta.id;meta.main", ref=key)
    )
    resource.groups.append(inputs)
    return resource


def error(words: str) -> bytes:
    """An error as DALI has it (1.1 §4.4.2)."""
    return document(
        '<RESOURCE type="results">\n'
        f'<INFO name="QUERY_STATUS" value="ERROR">{escape(words)}</INFO>\n</RESOURCE>'
    )


def cone_error(words: str) -> bytes:
    """An error as the cone search has it (SCS 1.03 §2.3)."""
    return document(f'<INFO ID="Error" name="Error" value={quoteattr(words)}/>\n<RESOURCE/>')


def document(body: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">\n{printable(body)}\n</VOTABLE>\n'
    ).encode()
