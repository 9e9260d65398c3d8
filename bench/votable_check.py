"""Compares our VOTable decoder with astropy, column by column.

    python bench/votable_check.py [--generated TABLES] [FILE OR FOLDER …]

Needs `jlpm build:node`. Prints every difference, and exits 1 if there is one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import votable_astropy
import votable_generate

SUFFIXES = (".xml", ".vot", ".gz")
# What astropy raises on documents that it does not take.
UNREADABLE = (ValueError, TypeError, LookupError, NameError, EOFError, OSError)


def ours(files: list[Path], trim: bool = True) -> list[dict[str, Any]]:
    """`trim`: without white space at the ends of strings, which astropy takes away."""
    script = Path(__file__).with_name("votable.mjs")
    command = ["node", str(script), *(["--trim"] if trim else []), *map(str, files)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def kept_whole(document: dict[str, Any], name: str) -> bool:
    """We keep text that is longer than its arraysize, and say so; astropy cuts it."""
    return any(f"“{name}”" in note and "kept whole" in note for note in document["notes"])


def differences(file: Path, document: dict[str, Any]) -> list[str]:
    try:
        theirs = votable_astropy.read(file)
    except UNREADABLE as error:
        return [
            f"# astropy can't read it, we: {document['status']} ({type(error).__name__}: {str(error)[:120]})"
        ]
    tables = document["tables"]
    if len(theirs) != len(tables):
        return [f"{len(theirs)} tables, we {len(tables)}"]
    found = []
    for index, (hashes, table) in enumerate(zip(theirs, tables, strict=True)):
        for field, theirs_one, ours_one in zip(table["fields"], hashes, table["hashes"], strict=True):
            if theirs_one != ours_one and not kept_whole(document, field["name"]):
                found.append(f"table {index}, {field['name']}: {field['datatype']} {field['arraysize']}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--generated", type=int, default=0, help="random tables, each in three serialisations"
    )
    parser.add_argument("paths", nargs="*", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = [
            file
            for path in options.paths
            for file in ([path] if path.is_file() else sorted(path.rglob("*")))
            if file.name.endswith(SUFFIXES)
        ]
        for seed in range(options.generated):
            files += votable_generate.write(Path(folder), seed, 40)
        columns = different = 0
        for file, document in zip(files, ours(files), strict=True):
            columns += sum(len(table["fields"]) for table in document["tables"])
            for words in differences(file, document):
                if document["tables"] or not words.startswith("#"):
                    print(f"{file}: {words}")
                    different += not words.startswith("#")
    print(f"{len(files)} files, {columns} columns, {different} different.")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
