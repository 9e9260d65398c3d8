"""Reads VOTables with astropy, as hashes in the canonical form of canonical.mjs.

Where the two read differently by intent, astropy is brought to our reading:
an empty cell is null in every version of the standard (astropy: from 1.3 on),
and lists of `float` hold floats (astropy: doubles).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import struct
import warnings
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from astropy.io.votable import converters, parse

REALS = {"float", "double"}
COMPLEX = {"floatComplex", "doubleComplex"}
TEXT = {"char", "unicodeChar"}
TRUTH = {"boolean": "FT", "bit": "01"}
VOID = {"~", "nan", "nan,nan"}


def as_of_1_3(method: Callable[..., Any]) -> Callable[..., Any]:
    """A converter's `parse` that reads every document as VOTable 1.3 has it."""

    def parse_cell(self: Any, value: Any, config: Any = None, pos: Any = None) -> Any:
        return method(self, value, {**(config or {}), "version_1_3_or_later": True}, pos)

    return parse_cell


for converter in (converters.Integer, converters.NumericArray, converters.Bit):
    converter.parse = as_of_1_3(converter.parse)


def real(value: Any) -> str:
    return "nan" if value != value else struct.pack(">d", float(value)).hex()


def scalar(value: Any, null: bool, datatype: str) -> str:
    if datatype in REALS:
        return "nan" if null else real(np.float32(value) if datatype == "float" else value)
    if datatype in COMPLEX:
        number = complex(value)
        return "nan,nan" if null or number != number else f"{real(number.real)},{real(number.imag)}"
    if datatype in TEXT:
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        # astropy has taken the white space away already where a line ends in it.
        return json.dumps(text.strip("\0").strip(), ensure_ascii=False)
    if null:
        return "~"
    return TRUTH[datatype][bool(value)] if datatype in TRUTH else str(int(value))


def line(value: Any, mask: Any, datatype: str, arraysize: str | None) -> str:
    if datatype in TEXT or arraysize is None:
        return scalar(value, bool(np.all(mask)), datatype)
    array = np.ma.asarray(value)
    nulls = np.ma.getmaskarray(array) | np.broadcast_to(np.asarray(mask), array.shape)
    lines = [
        scalar(one, bool(null), datatype) for one, null in zip(array.data.ravel(), nulls.ravel(), strict=True)
    ]
    void = "*" not in arraysize and VOID.issuperset(lines)
    return "[]" if void else f"[{','.join(lines)}]"


def lines(table: Any, index: int) -> Iterator[str]:
    if len(table.array) == 0:
        return
    field = table.fields[index]
    name = table.array.dtype.names[index]
    values, masks = table.array[name].data, table.array.mask[name]
    for value, mask in zip(values, masks, strict=True):
        yield line(value, mask, field.datatype, field.arraysize)


def read(path: Path) -> list[list[str]]:
    """The hashes of each column of each table; raises what astropy raises."""
    data = path.read_bytes()
    while data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = parse(BytesIO(data), verify="ignore", invalid="mask")
    return [
        [
            hashlib.sha256("\n".join(lines(table, index)).encode()).hexdigest()
            for index in range(len(table.fields))
        ]
        for table in document.iter_tables()
    ]
