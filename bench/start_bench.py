"""What the suite costs when JupyterLab starts (G10): the same JupyterLab with and without it, in turn.

Two environments, one with the wheel as it would be released; a server in each; one Chromium that starts
them in turn, with an empty cache each time. The clock sees all that goes on here and nearby; `busy` is the
time that the page's main thread worked, and steadier.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from figures import HERE, OUT, ROOT, Figures, interval, long
from jupyter_servers import jupyter
from peers import chromium, python_peer, said, version

# The servers are JupyterLab's own, and ours where it is there.
EXTENSIONS = {"jupyterlab": True, "jupyterlab_esap": True}
NONE = {"jupyterlab": True, "jupyterlab_esap": False}


def environment_with(wheel: Path) -> Path:
    """An environment of its own, always with the wheel that was just built."""
    python = python_peer("lab-with", "jupyterlab>=4.5,<5")
    said(
        "uv",
        "pip",
        "install",
        "-q",
        "--python",
        str(python),
        "--reinstall-package",
        "jupyterlab-esap",
        str(wheel),
    )
    said(str(python), "-m", "compileall", "-q", str(python.parent.parent / "lib"))
    return python


def starts(browser: str, pairs: int, urls: list[str]) -> list[dict[str, Any]]:
    command = ["node", str(HERE / "start.mjs"), browser, str(pairs), *urls]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> int:
    browser = chromium()
    if not browser:
        print("NOT RUN: start needs a browser: apt-get install -y --no-install-recommends chromium")
        return 1
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 40 if long() else 10
    shutil.rmtree(OUT / "dist", ignore_errors=True)
    if not release(OUT / "dist"):
        return 1
    without = python_peer("lab-without", "jupyterlab>=4.5,<5")
    with_ours = environment_with(next((OUT / "dist").glob("*.whl")))
    lab = version(with_ours, "jupyterlab")
    if lab != version(without, "jupyterlab"):
        raise RuntimeError("The two environments have different JupyterLabs; remove bench/out.")
    figures = Figures(
        "start", jupyterlab=lab, chromium=said(browser, "--version"), pairs=pairs, flags="no GPU"
    )
    with tempfile.TemporaryDirectory(prefix="esap-bench-") as name:
        folder = Path(name)
        with (
            jupyter(str(without), "jupyterlab", folder / "without", NONE, {}) as one,
            jupyter(str(with_ours), "jupyterlab", folder / "with", EXTENSIONS, {}) as two,
        ):
            told = starts(browser, pairs, [f"{server.url}/lab?token={server.token}" for server in (one, two)])
    wrong = report(figures, told)
    figures.close()
    return wrong


def release(folder: Path) -> bool:
    sys.path.insert(0, str(ROOT))
    from tasks.wheel import build

    with tempfile.TemporaryDirectory(prefix="esap-tree-") as tree:
        return build(Path(tree) / "tree", folder) == 0


def report(figures: Figures, told: list[dict[str, Any]]) -> int:
    each = {
        name: [one for one in told if one["which"] == which] for which, name in enumerate(("without", "with"))
    }
    for who, runs in each.items():
        seconds = [one["seconds"] for one in runs]
        busy = median(one["busy"] for one in runs)
        figures.add("start", who, seconds=median(seconds), fastest=min(seconds), busy_s=busy)
    for what in ("seconds", "busy"):
        more = [1000 * (b[what] - a[what]) for a, b in zip(each["without"], each["with"], strict=True)]
        low, high = interval(more)
        figures.add("more with", what, median_ms=median(more), interval=[low, high])
        figures.goal("G10", f"{what}, far end of the 95 % interval", max(abs(low), abs(high)), 50, "ms")
    eager = max(one["bytes"] for one in each["with"]) / 1000
    figures.add("at the start", "with", files=each["with"][0]["files"], gzip_kB=eager)
    figures.goal("G10", "eager code, gzip", eager, 15, "kB")
    figures.goal("G10", "requests of ours", max(len(one["asked"]) for one in each["with"]), 0, "requests")
    # Nothing of ours at all would mean that the suite was not there, and the figures nothing.
    return 0 if eager and not any(one["files"] for one in each["without"]) else 1


if __name__ == "__main__":
    sys.exit(main())
