"""The ways to the service that are compared, each with its server started."""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
from figures import HERE
from jupyter_servers import Server, free_port, jupyter, program
from peers import jupyter_server_proxy, nginx, said
from relay_load import Asked

# Jupyter's own login and bookkeeping for a call that goes nowhere.
NO_RELAY = "no relay"


@dataclass(frozen=True)
class Way:
    name: str
    version: str
    big: Asked | None
    small: Asked | None
    usage: Callable[[], dict[str, float]]
    """CPU seconds, memory, lag since it was last asked; empty where nobody relays."""
    unpack: Callable[[bytes], bytes] = bytes
    """The service's body, out of what came."""


def unframe(stream: bytes) -> bytes:
    """The body in the frames of our relay; raises unless the last one says that it is complete."""
    body = bytearray()
    at = 0
    end: dict[str, object] = {}
    while at < len(stream):
        kind, length = struct.unpack_from(">cI", stream, at)
        payload = stream[at + 5 : at + 5 + length]
        at += 5 + length
        if kind == b"D":
            body += payload
        elif kind == b"E":
            end = json.loads(payload)
    if end != {"complete": True, "bytes": len(body)}:
        raise RuntimeError(f"The relay says {end}")
    return bytes(body)


def usage_of(server: Server) -> Callable[[], dict[str, float]]:
    return lambda: server.get("bench/usage")


class Worker:
    """CPU and memory of nginx' one process, from outside."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._cpu = 0.0
        self._rss = 0.0

    def usage(self) -> dict[str, float]:
        times = self._process.cpu_times()
        before, self._cpu = self._cpu, times.user + times.system
        rss, self._rss = self._rss, self._process.memory_info().rss / 2**20
        return {"cpu": self._cpu - before, "rss_mb": self._rss, "growth_mb": max(0.0, self._rss - rss)}


NGINX = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; keepalive_requests 1000000;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
  upstream origin {{ server 127.0.0.1:{origin}; keepalive 32; }}
  server {{ listen 127.0.0.1:{port};
    location / {{ proxy_pass http://origin; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_max_temp_file_size 0; }} }}
}}
"""


@contextmanager
def ways(folder: Path, size: int) -> Iterator[list[Way]]:
    """Starts the service and all that stand before it."""
    with ExitStack() as stack:

        def place(name: str) -> Path:
            (folder / name).mkdir()
            return folder / name

        port = free_port()
        origin = f"http://127.0.0.1:{port}"
        command = [sys.executable, str(HERE / "origin.py"), str(port), str(size)]
        stack.enter_context(program(command, port, place("origin"), {}))
        yield [
            Way("direct", "python asyncio", Asked(f"{origin}/big"), Asked(f"{origin}/small"), dict),
            *ours(stack, folder, origin),
            proxy(stack, folder, port),
            *(through_nginx(stack, place("nginx"), port, file) for file in [nginx()] if file),
        ]


def extensions(*names: str) -> dict[str, bool]:
    return {name: name in names for name in ("jupyterlab_esap", "jupyter_server_proxy", "esap_bench")}


INSIDE = {"PYTHONPATH": str(HERE / "inside")}


def ours(stack: ExitStack, folder: Path, origin: str) -> Iterator[Way]:
    profile = folder / "profile.yaml"
    profile.write_text(
        f"services:\n  - {{id: origin, label: Origin, kind: tap, url: '{origin}', private: true}}\n"
    )
    on = extensions("jupyterlab_esap", "esap_bench")
    more = {**INSIDE, "ESAP_PROFILE": str(profile)}
    server = stack.enter_context(jupyter(sys.executable, "jupyter_server", folder / "ours", on, more))

    def asked(path: str) -> Asked:
        envelope = json.dumps({"url": f"{origin}/{path}", "patience": "bulk"})
        headers = {**server.headers, "X-Esap-Request": envelope}
        return Asked(f"{server.url}/jupyterlab-esap/relay/origin", headers, "POST")

    usage = usage_of(server)
    yield Way("ours", "jupyterlab-esap", asked("big"), asked("small"), usage, unframe)
    plain = Asked(f"{server.url}/bench/plain", server.headers)
    yield Way(NO_RELAY, "jupyter_server APIHandler with token", None, plain, usage)
    other = stack.enter_context(
        jupyter(sys.executable, "jupyter_server", folder / "buffered", extensions("esap_bench"), INSIDE)
    )

    def buffered(path: str) -> Asked:
        return Asked(f"{other.url}/bench/buffered?url={quote(f'{origin}/{path}', safe='')}", other.headers)

    yield Way("buffered", "tornado fetch, then finish", buffered("big"), buffered("small"), usage_of(other))


def proxy(stack: ExitStack, folder: Path, port: int) -> Way:
    peer = jupyter_server_proxy()
    on = extensions("jupyter_server_proxy", "esap_bench")
    server = stack.enter_context(jupyter(str(peer.python), "jupyter_server", folder / "proxy", on, INSIDE))
    big, small = (Asked(f"{server.url}/proxy/{port}/{path}", server.headers) for path in ("big", "small"))
    version = f"{peer.name}, its limit of 100 MB raised"
    return Way("jupyter-server-proxy", version, big, small, usage_of(server))


def through_nginx(stack: ExitStack, folder: Path, origin: int, file: str) -> Way:
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port, origin=origin))
    pid = stack.enter_context(program([file, "-e", str(folder / "e"), "-c", str(config)], port, folder, {}))
    url = f"http://127.0.0.1:{port}"
    return Way("nginx", said(file, "-v"), Asked(f"{url}/big"), Asked(f"{url}/small"), Worker(pid).usage)
