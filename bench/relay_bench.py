"""Our relay beside others: 256 MiB through each (G12), small calls (G13), the event loop's lag (G19).

A service on this machine; in front of it, each in a process of its own: our server part, a Jupyter
handler that fetches the whole answer before it writes it, jupyter-server-proxy, and nginx where that is
installed. In turn, round by round. CPU, memory and lag are the relaying process' own, told by itself.
Every way's answer is compared with the service's once, byte for byte; the timed runs count the bytes.
"""

from __future__ import annotations

import asyncio
import hashlib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from figures import Figures, long, quantile
from origin import SMALL, noise
from peers import version
from relay_load import Asked, calls, fetch
from relay_ways import NO_RELAY, Way, ways

BIG = 256 * 1024 * 1024
LAG = 20


def medians(measured: list[dict[str, float]]) -> dict[str, float]:
    return {name: median(one[name] for one in measured) for name in measured[0]}


def whole(way: Way, digests: dict[str, str]) -> float:
    """Raises if what comes through is not what the service sent. Gives the MiB that the large one took."""
    for what, asked in (("small", way.small), ("big", way.big)):
        if asked is None or way.name == NO_RELAY:
            continue
        # What is imported on first use came with the small one.
        way.usage()
        got = hashlib.sha256(way.unpack(fetch(asked, keep=True).body)).hexdigest()
        if got != digests[what]:
            raise RuntimeError(f"{way.name}: what came of `{what}` is not what was sent")
    return way.usage().get("growth_mb", 0.0)


def measured(way: Way, run: Callable[[Asked], dict[str, float]], asked: Asked) -> dict[str, float]:
    way.usage()
    told = run(asked)
    return {**told, **way.usage()}


def stream(asked: Asked) -> dict[str, float]:
    got = fetch(asked)
    if got.length < BIG:
        raise RuntimeError(f"{asked.url}: {got.length} bytes came")
    return {"seconds": got.seconds, "first_byte_ms": got.first_byte * 1000}


def slow(asked: Asked) -> dict[str, float]:
    """A reader that waits in the middle: what is held for it meanwhile is the relay's memory."""
    return {"seconds": fetch(asked, pause=1.0).seconds}


def small(count: int) -> Callable[[Asked], dict[str, float]]:
    def run(asked: Asked) -> dict[str, float]:
        seconds, each = asyncio.run(calls(asked, count))
        return {
            "calls_s": count / seconds,
            "p50_ms": quantile(each, 0.5) * 1000,
            "p99_ms": quantile(each, 0.99) * 1000,
        }

    return run


def main() -> int:
    rounds = 20 if long() else 5
    count = 5000 if long() else 2000
    digests = {
        "big": hashlib.sha256(noise(BIG)).hexdigest(),
        "small": hashlib.sha256(noise(SMALL)).hexdigest(),
    }
    with tempfile.TemporaryDirectory(prefix="esap-bench-") as folder, ways(Path(folder), BIG) as all_ways:
        python = Path(sys.executable)
        servers = [f"{name} {version(python, name)}" for name in ("jupyter_server", "tornado", "aiohttp")]
        figures = Figures("relay", peers=[way.version for way in all_ways], servers=servers, small=SMALL)
        grown = {way.name: whole(way, digests) for way in all_ways}
        big: dict[str, list[dict[str, float]]] = {}
        held: dict[str, list[dict[str, float]]] = {}
        little: dict[str, list[dict[str, float]]] = {}
        for _ in range(rounds):
            for way in all_ways:
                if way.big:
                    big.setdefault(way.name, []).append(measured(way, stream, way.big))
            for way in all_ways:
                if way.small:
                    told = measured(way, small(count), way.small)
                    if "cpu" in told:
                        told["cpu_ms_call"] = told.pop("cpu") / count * 1000
                    little.setdefault(way.name, []).append(told)
        for way in all_ways:
            if way.big:
                held.setdefault(way.name, []).append(measured(way, slow, way.big))
        report(figures, grown["ours"], big, little, held)
        figures.close()
    return 0


def report(figures: Figures, grown: float, *kinds: dict[str, list[dict[str, Any]]]) -> None:
    names = ("256 MiB", "small calls", "256 MiB, reader waits 1 s")
    told = [{who: medians(runs) for who, runs in kind.items()} for kind in kinds]
    for name, kind in zip(names, told, strict=True):
        for who, values in kind.items():
            figures.add(name, who, **values)
    big, little, held = told
    ours, base, plain = big["ours"], little["ours"], little[NO_RELAY]
    figures.goal("G12", "CPU of 256 MiB", ours["cpu"], 0.30, "s")
    figures.goal("G12", "memory more", max(grown, ours["growth_mb"], held["ours"]["growth_mb"]), 16, "MiB")
    later = ours["first_byte_ms"] - big["direct"]["first_byte_ms"]
    figures.goal("G12", "first byte later than direct", later, 3, "ms")
    # The one goal that is a rate: turned over, so that less is better as everywhere.
    figures.goal("G13", "time of a call at 20 in flight", 1000 / base["calls_s"], 1.25, "ms (800 a second)")
    figures.goal("G13", "p99 at 20 in flight", base["p99_ms"], 30, "ms")
    more = base["cpu_ms_call"] - plain["cpu_ms_call"]
    figures.goal("G13", "CPU of a call beyond Jupyter's", more, 0.4, "ms")
    lag = max(values["lag_p99_ms"] for values in (ours, base, held["ours"]))
    figures.goal("G19", "event loop's lag, p99", lag, LAG, "ms")


if __name__ == "__main__":
    sys.exit(main())
