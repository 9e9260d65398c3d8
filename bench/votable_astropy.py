"""Reads VOTables with astropy and prints them in the canonical form of bench/canonical.mjs, a JSON line each."""

from __future__ import annotations

import gzip
import hashlib
import json
import struct
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from astropy.io.votable import parse
from astropy.io.votable.tree import Field, TableElement

REALS = {"float", "double"}
COMPLEX = {"floatComplex", "doubleComplex"}
TEXT = {"char", "unicodeChar"}
TRUTH = {"boolean": "FT", "bit": "01"}


def real(value: float) -> str:
    return "nan" if value != value else struct.pack(">d", float(value)).hex()


def text(value: object) -> str:
    written = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return json.dumps(written.rstrip("\0"), ensure_ascii=False).replace("\x7f", "\x7f")


def scalar(value: object, null: bool, datatype: str) -> str:
    if datatype in REALS:
        return "nan" if null else real(value)  # pyright: ignore[reportArgumentType]
    if datatype in COMPLEX:
        number = complex(value)  # pyright: ignore[reportArgumentType]
        if null or number != number:
            return "nan,nan"
        return f"{real(number.real)},{real(number.imag)}"
    if datatype in TEXT:
        return '""' if null else text(value)
    if null:
        return "~"
    return TRUTH[datatype][bool(value)] if datatype in TRUTH else str(int(value))  # pyright: ignore[reportArgumentType]


def line(value: object, mask: object, field: Field) -> str:
    datatype = field.datatype
    if datatype in TEXT or field.arraysize is None:
        return scalar(value, bool(np.all(mask)), datatype)
    array = np.ma.asarray(value)
    values = array.data.ravel()
    nulls = np.ma.getmaskarray(array).ravel() | np.broadcast_to(np.asarray(mask), array.shape).ravel()
    lines = [scalar(one, bool(null), datatype) for one, null in zip(values, nulls, strict=True)]
    void = all(one in ("~", "nan", "nan,nan") for one in lines)
    return "[]" if void and "*" not in field.arraysize else f"[{','.join(lines)}]"


def column(table: TableElement, index: int, field: Field) -> Iterable[str]:
    array = table.array
    name = array.dtype.names[index]
    mask = array.mask[name]
    for row in range(len(array)):
        yield line(array[name].data[row], mask[row], field)


def read(path: Path) -> dict[str, object]:
    # astropy does not look for gzip in a file of another name.
    data = path.read_bytes()
    while data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    from io import BytesIO

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = parse(BytesIO(data), verify="ignore", invalid="mask")
    return {
        "file": str(path),
        "tables": [
            {
                "rows": len(table.array),
                "hashes": [
                    hashlib.sha256("\n".join(column(table, i, field)).encode()).hexdigest()
                    for i, field in enumerate(table.fields)
                ],
            }
            for table in document.iter_tables()
        ],
    }


def main() -> None:
    for name in sys.argv[1:]:
        try:
            answer = read(Path(name))
        except Exception as error:
            answer = {"file": name, "error": f"{type(error).__name__}: {error}"[:200]}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
