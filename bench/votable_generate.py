"""Random tables of every datatype, written by astropy in the three serialisations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from astropy.io.votable.tree import Field, Resource, TableElement, Values, VOTableFile

INTEGERS = {"unsignedByte": "u1", "short": "i2", "int": "i4", "long": "i8"}
FORMS = ("tabledata", "binary", "binary2")
ALPHABET = list("abc XYZ019+-_<&>\"'")
WIDE = [*ALPHABET, "é", "α", "–", "漢"]


class Generator:
    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)

    def integer(self, code: str) -> Any:
        info = np.iinfo(code)
        return self.random.integers(info.min, info.max, endpoint=True, dtype=code)

    def real(self) -> float:
        kind = self.random.integers(8)
        if kind == 0:
            return float(self.random.choice([np.nan, np.inf, -np.inf, 0.0, -0.0, 1e-320]))
        if kind == 1:
            return float(self.random.integers(-1000, 1000))
        return float(self.random.normal() * 10.0 ** self.random.integers(-30, 30))

    def value(self, datatype: str) -> Any:
        if datatype in INTEGERS:
            return self.integer(INTEGERS[datatype])
        if datatype in ("boolean", "bit"):
            return bool(self.random.integers(2))
        if datatype.endswith("Complex"):
            return complex(self.random.normal(), self.random.normal())
        return np.float32(self.random.normal()) if datatype == "float" else self.real()

    def text(self, datatype: str, most: int) -> str:
        letters = ALPHABET if datatype == "char" else WIDE
        size = int(self.random.integers(0, most + 1))
        return "".join(self.random.choice(letters, size)).strip()

    def cell(self, datatype: str, arraysize: str | None) -> Any:
        if datatype in ("char", "unicodeChar"):
            return self.text(datatype, 12 if arraysize == "*" else int(arraysize or 1))
        if arraysize is None:
            return self.value(datatype)
        shape = [int(n) for n in reversed(arraysize.split("x")) if n != "*"]
        if arraysize.endswith("*"):
            shape.insert(0, int(self.random.integers(0, 5)))
        values = [self.value(datatype) for _ in range(int(np.prod(shape)))]
        kind = {**INTEGERS, "float": "f4", "double": "f8", "floatComplex": "c8", "doubleComplex": "c16"}
        array = np.array(values, dtype=kind.get(datatype, "bool")).reshape(shape)
        return np.ma.array(array, mask=np.zeros(shape, dtype=bool))


def columns() -> list[tuple[str, str | None]]:
    numbers = [*INTEGERS, "float", "double", "floatComplex", "doubleComplex", "boolean", "bit"]
    sizes = [None, "3", "2x3", "*", "2x*"]
    # astropy can't write a variable list of bits that its own reader takes in every form.
    plain = [(kind, size) for kind in numbers for size in sizes if (kind, size) != ("bit", "2x*")]
    return [*plain, *((kind, size) for kind in ("char", "unicodeChar") for size in ("*", "1", "8"))]


def write(folder: Path, seed: int, rows: int) -> list[Path]:
    """One table as three files."""
    generator = Generator(seed)
    document = VOTableFile(version="1.4")
    resource = Resource()
    document.resources.append(resource)
    table = TableElement(document)
    resource.tables.append(table)
    shapes = columns()
    for index, (datatype, arraysize) in enumerate(shapes):
        field = Field(document, name=f"c{index}", datatype=datatype, arraysize=arraysize)
        if datatype in INTEGERS and arraysize is None:
            field.values = Values(document, field, null=7)
        table.fields.append(field)
    table.create_arrays(rows)
    masks: Any = table.array.mask
    for row in range(rows):
        table.array[row] = tuple(generator.cell(*shape) for shape in shapes)
        for index, (datatype, arraysize) in enumerate(shapes):
            if datatype in INTEGERS and arraysize is None and generator.random.integers(5) == 0:
                masks[f"c{index}"][row] = True
    files = []
    for form in FORMS:
        table.format = form
        path = folder / f"table_{seed}_{form}.vot"
        document.to_xml(str(path))
        files.append(path)
    return files
