"""`npm test`: the parts, what each needs, and how the whole run ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from . import browser, child, wheel
from .setup import SetupError, setup
from .tree import PYTHON, ROOT

SERVICES = "vo,faults,resolver,notebooks"


def lint() -> int:
    """Style and types, both languages; and the generated contract is that of the routes."""
    python = str(PYTHON)
    return first_failure(
        ["jlpm", "lint"],
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "pyright", "--pythonpath", python],
        [python, "-m", "api.generate", "--check"],
    )


def python() -> int:
    without = [] if os.environ.get("ESAP_SERVICES") else ["--ignore-glob=*_real_test.py", "--ignore=services"]
    return child.call([str(PYTHON), "-m", "pytest", *without])


def jest() -> int:
    return child.call(["jest", "--coverage"] if os.environ.get("CI") else ["jest"])


def long() -> int:
    """What takes minutes and more, and is asked for by name only."""
    return child.call(["jest", "--testPathPattern", r"\.long\.spec\."], {"ESAP_LONG": "1"})


def ui() -> int:
    return browser.run()


# In this order: what is quick to tell something is wrong comes first.
PARTS: dict[str, Callable[[], int]] = {
    "lint": lint,
    "python": python,
    "jest": jest,
    "wheel": wheel.run,
    "ui": ui,
}
# Not part of the whole run.
LONG: dict[str, Callable[[], int]] = {"long": long}
# Parts that are nothing without running services.
NEED_SERVICES = {"ui"}
USE_SERVICES = {"python", "jest", "ui"}


def first_failure(*commands: list[str]) -> int:
    for command in commands:
        if code := child.call(command):
            return code
    return 0


def outside(wanted: list[str], without: list[str]) -> int:
    """Sets up, starts the services that the wanted parts use, and runs the parts inside them."""
    known = PARTS | LONG
    unknown = [part for part in wanted if part not in known]
    if unknown:
        raise SetupError(f"No such part: {', '.join(unknown)}. There are: {', '.join(known)}.")
    parts = wanted or list(PARTS)
    print("Setting up (only what changed):", flush=True)
    setup()
    # What can't be run here, with the line that would change that.
    left_out: list[str] = []
    use_services = bool(USE_SERVICES.intersection(parts))
    if use_services and ("vo" in without or child.call([str(PYTHON), "-m", "services", "install", SERVICES])):
        use_services = False
        left_out.append(
            "every test against real services"
            + ("" if "vo" in without else " (the line above installs them; or say --without vo)")
        )
        parts = [part for part in parts if part not in NEED_SERVICES]
    if "ui" in parts and (line := browser.install()):
        left_out.append(f"ui, which needs a browser: {line}")
        parts.remove("ui")
    inner = [str(PYTHON), "-m", "tasks", "test", "--inside", *parts]
    if use_services:
        inner = [str(PYTHON), "-m", "services", "run", SERVICES, "--", *inner]
    code = child.call(inner) if parts else 0
    for line in left_out:
        print(f"NOT RUN: {line}", flush=True)
    excused = "vo" in without and all("browser" not in line for line in left_out)
    return code or (1 if left_out and not excused else 0)


def inside(parts: list[str]) -> int:
    """Runs the parts one after the other, all of them even if one fails."""
    failed: list[str] = []
    times: list[str] = []
    for part in parts:
        print(f"\n━━ {part}", flush=True)
        begin = time.monotonic()
        if (PARTS | LONG)[part]():
            failed.append(part)
        times.append(f"{part} {time.monotonic() - begin:.0f} s")
    print(f"\n{', '.join(times)}\nParts: {len(parts) - len(failed)} passed, {len(failed)} failed", flush=True)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


def bench(names: list[str]) -> int:
    """Runs programs of bench/ one after the other; their figures go to standard output.

    `long` among the names: many runs of each, as a release wants; else all take a quarter of an hour.
    """
    programs = {
        path.stem.removesuffix("_bench"): path for path in sorted((ROOT / "bench").glob("*_bench.py"))
    }
    extra = {"BENCH_LONG": "1"} if "long" in names else {}
    wanted = [name for name in names if name != "long"] or list(programs)
    if unknown := [name for name in wanted if name not in programs]:
        raise SetupError(f"No such program: {', '.join(unknown)}. There are: {', '.join(programs)}, long.")
    setup()
    if code := child.call(["jlpm", "build:node"], stdout=sys.stderr):
        return code
    failed = [name for name in wanted if child.call([str(PYTHON), str(programs[name])], extra)]
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0
