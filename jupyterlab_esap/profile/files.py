"""Files beside a profile, and the notebooks that come with the package."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path

from .model import SiteProfile, SiteTemplate

BUILT_IN = Path(__file__).parent.parent / "templates"
LARGEST_LOGO = 64 * 1024
LARGEST_NOTEBOOK = 4 * 1024 * 1024
PNG = b"\x89PNG\r\n\x1a\n"
SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<svg[\s>]", re.DOTALL)


@dataclass(frozen=True)
class FoundTemplate:
    """A template and its file."""

    id: str
    label: str
    products: tuple[str, ...]
    kernel: str | None
    path: Path


def built_in(id: str, label: str, *products: str) -> FoundTemplate:  # noqa: A002 - as in the profile.
    return FoundTemplate(id, label, products, None, BUILT_IN / f"{id}.ipynb")


PACKAGE = (
    built_in("image", "Image", "image", "cube"),
    built_in("spectrum", "Spectrum", "spectrum", "sed", "timeseries"),
    built_in("visibility", "Visibility data with CASA", "visibility"),
    built_in("rows", "Rows as a table"),
)


def templates_of(profile: SiteProfile, folder: Path) -> tuple[FoundTemplate, ...]:
    """The site's templates, then those of the package that it has not replaced or switched off."""
    own = [
        FoundTemplate(one.id, one.label, one.products, one.kernel, folder / one.file)
        for one in profile.templates
    ]
    replaced = {one.id for one in own}
    rest = PACKAGE if profile.builtin_templates else ()
    return (*own, *(one for one in rest if one.id not in replaced))


def logo_of(path: Path) -> str:
    """The picture as a data URL; a ValueError with a sentence if it is none that we show."""
    data = read_bytes(path, LARGEST_LOGO)
    if data.startswith(PNG):
        kind = "image/png"
    elif SVG.match(data.removeprefix(b"\xef\xbb\xbf")):
        kind = "image/svg+xml"
    else:
        raise ValueError(f"{path.name} is neither SVG nor PNG")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def check_template(template: SiteTemplate, folder: Path) -> None:
    """A ValueError with a sentence if the file of a template is no notebook."""
    data = read_bytes(folder / template.file, LARGEST_NOTEBOOK)
    try:
        notebook = json.loads(data)
        good = notebook["nbformat"] == 4 and isinstance(notebook["cells"], list)
    except (ValueError, TypeError, KeyError, RecursionError):
        good = False
    if not good:
        raise ValueError(f"{template.file} is no notebook of format 4")


def read_bytes(path: Path, largest: int) -> bytes:
    """A file of at most `largest` bytes; a ValueError with a sentence if it can't be read."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise ValueError(f"{path.name} can't be read: {error.strerror}") from error
    if len(data) > largest:
        raise ValueError(f"{path.name} is larger than {largest // 1024} kB")
    return data
