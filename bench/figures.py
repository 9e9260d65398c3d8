"""What the programs here have in common: how a process is measured, and how figures are told."""

from __future__ import annotations

import json
import os
import platform
import random
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OUT = HERE / "out"
LONG = "BENCH_LONG"


def long() -> bool:
    """Was `npm run bench -- long` said? Then there is time for many runs."""
    return bool(os.environ.get(LONG))


@dataclass(frozen=True)
class Spent:
    """What a program took, all of its threads together: seconds, and MiB of memory at its peak."""

    cpu: float
    wall: float
    peak: float
    out: str


def spend(command: Sequence[str], extra: Mapping[str, str] | None = None) -> Spent:
    """Runs a program to its end. CPU seconds, not those of the clock, are the figure on a shared machine."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **(extra or {})}, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    assert process.stdout
    out = process.stdout.read().decode()
    process.stdout.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - begin, used.ru_maxrss / 1024, out)


def interval(differences: Sequence[float], draws: int = 5000) -> tuple[float, float]:
    """The 95 % interval of the median by bootstrap; the draws are the same each time."""
    draw = random.Random(0)
    medians = sorted(median(draw.choices(differences, k=len(differences))) for _ in range(draws))
    return medians[draws // 40], medians[-draws // 40]


def quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, list | tuple):
        return [rounded(one) for one in value]
    return value


class Figures:
    """The figures of one program: a JSON line each as they come, a table and the goals at the end."""

    def __init__(self, program: str, **about: Any) -> None:
        """`about`: versions and flags of all that is measured."""
        self.program = program
        self.rows: list[dict[str, Any]] = []
        self.goals: list[str] = []
        self.missed = 0
        python = platform.python_version()
        self._line(cores=os.cpu_count(), python=python, load=os.getloadavg(), long=long(), **about)

    def _line(self, **values: Any) -> None:
        told = {name: rounded(value) for name, value in values.items()}
        print(json.dumps({"bench": self.program, **told}), flush=True)

    def add(self, work: str, who: str, **values: Any) -> None:
        """One measurement: what was done, by whom, and what it took."""
        self.rows.append({"work": work, "who": who, **{k: rounded(v) for k, v in values.items()}})
        self._line(work=work, who=who, **values)

    def goal(self, number: str, words: str, value: float, most: float, unit: str) -> None:
        """Says whether a figure keeps below what we wanted."""
        reached = value <= most
        self.missed += not reached
        said = f"{number} {'reached' if reached else 'MISSED '}  {words}: {value:.3g} {unit}, goal {most:g}"
        self.goals.append(said)
        self._line(goal=number, words=words, value=value, most=most, unit=unit, reached=reached)

    def close(self) -> None:
        """The table. A missed goal is a figure, no error: the exit code tells only of wrong answers."""
        names = list(dict.fromkeys(name for row in self.rows for name in row))
        cells = [names, *([cell(row.get(name)) for name in names] for row in self.rows)]
        widths = [max(len(row[i]) for row in cells) for i in range(len(names))]
        print(f"\n{self.program}, load {os.getloadavg()[0]:.1f} at the end")
        for row in cells:
            print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
        print("\n".join(["", *self.goals, ""]), flush=True)


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return " … ".join(map(cell, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
