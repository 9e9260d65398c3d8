"""Runs inside the servers measured: a watchdog of the event loop, and what to compare with.

`bench/usage` tells CPU, memory and the loop's lag since it was last asked; `bench/plain` is an answer that
costs nothing but Jupyter's own login and bookkeeping; `bench/buffered` relays the simple way: it fetches
the whole answer, then writes it.
"""

from __future__ import annotations

import asyncio
import gc
import time
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler
from tornado import web
from tornado.httpclient import AsyncHTTPClient

EVERY = 0.005
# As installed, Tornado's client refuses an answer above 100 MB, and so does who uses it.
ANY_SIZE = {"max_body_size": 1 << 40, "max_buffer_size": 1 << 40}
STATUS = Path("/proc/self/status")


def memory(name: str) -> float:
    """MiB; `VmRSS` now, `VmHWM` at its peak."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


class Watchdog:
    """How late the loop is: each tick says how much later than wished it came."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self.lags: list[float] = []
        self.collecting = 0.0
        self.began = time.process_time()
        # So the kernel counts the peak anew.
        Path("/proc/self/clear_refs").write_text("5")
        self.rss = memory("VmRSS")

    def collected(self, phase: str, info: dict[str, int]) -> None:
        """Python's garbage collector stops everything; how long at most tells whether a lag is its doing."""
        if phase == "start":
            self.gc_began = time.perf_counter()
        else:
            self.collecting = max(self.collecting, time.perf_counter() - self.gc_began)

    async def run(self) -> None:
        gc.callbacks.append(self.collected)
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(EVERY)
            self.lags.append(loop.time() - before - EVERY)

    def told(self) -> dict[str, float]:
        lags = sorted(self.lags) or [0.0]
        return {
            "cpu": time.process_time() - self.began,
            "rss_mb": self.rss,
            "growth_mb": memory("VmHWM") - self.rss,
            "lag_p99_ms": lags[int(0.99 * (len(lags) - 1))] * 1000,
            "lag_max_ms": lags[-1] * 1000,
            "gc_max_ms": self.collecting * 1000,
        }


class UsageHandler(APIHandler):
    def initialize(self, watchdog: Watchdog) -> None:
        self.watchdog = watchdog

    @web.authenticated
    async def get(self) -> None:
        self.finish(self.watchdog.told())
        self.watchdog.reset()


class PlainHandler(APIHandler):
    @web.authenticated
    async def get(self) -> None:
        self.finish({})


class BufferedHandler(APIHandler):
    @web.authenticated
    async def get(self) -> None:
        url = self.get_query_argument("url")
        client = AsyncHTTPClient(force_instance=True)
        answer = await client.fetch(url, request_timeout=300)
        self.finish(answer.body, set_content_type="application/octet-stream")


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "esap_bench"}]


def _load_jupyter_server_extension(app: Any) -> None:
    AsyncHTTPClient.configure(None, **ANY_SIZE)
    watchdog = Watchdog()
    # Kept, or the loop would forget it.
    app.esap_bench = asyncio.get_event_loop().create_task(watchdog.run())
    base = app.web_app.settings["base_url"]
    app.web_app.add_handlers(
        ".*$",
        [
            (f"{base}bench/usage", UsageHandler, {"watchdog": watchdog}),
            (f"{base}bench/plain", PlainHandler),
            (f"{base}bench/buffered", BufferedHandler),
        ],
    )
