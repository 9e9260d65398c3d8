"""What is in the repositories: good notebooks, odd ones, and hostile ones."""

from __future__ import annotations

import json
from typing import Any

ORGANISATION = "EVN"
# Opens the repositories that are not for everybody.
TOKEN = "test-token-of-the-forge"
PRIVATE = {"N24K1"}
# The file in the home folder that these repositories make if anything of theirs runs unasked.
CANARY = "CANARY-WAS-RUN"


def cell(source: str, kind: str = "code", **metadata: Any) -> dict[str, Any]:
    return {
        "cell_type": kind,
        "metadata": metadata,
        "source": source.splitlines(keepends=True),
        **({"execution_count": None, "outputs": []} if kind == "code" else {}),
    }


def notebook(
    *cells: dict[str, Any], kernel: str | None = "python3", language: str = "python", **metadata: Any
) -> str:
    spec = {"kernelspec": {"name": kernel, "display_name": kernel, "language": language}} if kernel else {}
    said = {**spec, "language_info": {"name": language}, **metadata}
    return json.dumps(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": said, "cells": with_ids(cells)}, indent=1
    )


def with_ids(cells: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    return [{"id": f"cell-{i}", **each} for i, each in enumerate(cells)]


def pipeline(experiment: str) -> str:
    """What most experiments have: parameters, then work on them."""
    return notebook(
        cell(f"# {experiment}\n\nFrom visibilities to a first map.", "markdown"),
        cell(f'experiment = "{experiment}"\ntarget = None\naccess_url = None', tags=["parameters"]),
        cell('print(f"{experiment}: {target} from {access_url}")'),
    )


def hostile() -> dict[str, str]:
    """Files that try to run, to be taken for something else, or to land elsewhere."""
    run = f"import pathlib; pathlib.Path.home().joinpath('{CANARY}').touch()\n"
    script = "<img src=x onerror=\"document.title='CANARY'\"><script>document.title='CANARY'</script>"
    shown = cell("1 + 1", trusted=True)
    shown["outputs"] = [
        {"output_type": "display_data", "metadata": {}, "data": {kind: [text]}}
        for kind, text in (
            ("text/html", script),
            ("application/javascript", "document.title='CANARY'"),
            ("image/svg+xml", f"<svg>{script}</svg>"),
        )
    ]
    trusted = notebook(
        cell(script, "markdown", trusted=True),
        shown,
        cell(run),
        trusted=True,
        signature="sha256:0000",
        widgets={},
    )
    return {
        "trusted.ipynb": trusted,
        "jedi.py": run,
        "numpy.py": run,
        "sitecustomize.py": run,
        "x.pth": run,
        ".ipython/profile_default/startup/00.py": run,
        "..\\..\\outside.ipynb": pipeline("outside"),
        "%2e%2e%2foutside.ipynb": pipeline("outside"),
        "--help.ipynb": pipeline("dash"),
        "a;touch CANARY;.ipynb": pipeline("shell"),
        "new\nline.ipynb": pipeline("line"),
        "gnp.\u202eipynb": pipeline("right to left"),
        "cafe\u0301.ipynb": pipeline("two code points"),
        "UPPER.IPYNB": pipeline("case"),
        "folder.ipynb/inside.txt": "a folder with the name of a notebook\n",
    }


# By experiment: path and text of each file. Nothing: a repository without a commit.
REPOSITORIES: dict[str, dict[str, str]] = {
    "N05L1": {
        "README.md": "# N05L1\n\nNetwork monitoring experiment, 18 cm.\n",
        "N05L1.ipynb": pipeline("N05L1"),
        "imaging.ipynb": notebook(cell("# Imaging", "markdown"), cell("niter = 100", tags=["parameters"])),
        "calibration/flags.ipynb": notebook(cell("# Flags", "markdown")),
        "data/antennas.csv": "code,name\nEF,Effelsberg\nWB,Westerbork\n",
    },
    "N05C2": {"N05C2.ipynb": pipeline("N05C2")},
    "EB065": {"README.md": "# EB065\n\nNo notebook yet.\n"},
    "GK058A": {},
    "RSG12": {"RSG12.ipynb": notebook(cell("vis = 'rsg12.ms'", tags=["parameters"]), kernel="casa")},
    "EY024B": {"EY024B.ipynb": notebook(cell("1 + 1"), kernel=None)},
    "F19L3": {
        "old.ipynb": json.dumps(
            {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "old"}, "worksheets": [{"cells": []}]}
        ),
        "new.ipynb": pipeline("F19L3"),
    },
    "N24K1": {"N24K1.ipynb": pipeline("N24K1")},
    "ES099C": hostile(),
    "EV068D": {"EV068D.ipynb": '{"nbformat": 4, "cells": [', "empty.ipynb": ""},
    "EB063D": {"EB063D.ipynb": notebook(cell("x <- 1", tags=["parameters"]), kernel="ir", language="R")},
    "EV020C": {f"part{i:03d}.ipynb": pipeline(f"EV020C part {i}") for i in range(120)},
}
