"""How this machine reaches the outside: straight, or by the operator's proxy."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from pathlib import Path

from .address import AddressRefused, may_connect
from .url import Target

NAME_SECONDS = 10.0


@dataclass(frozen=True)
class Network:
    """What the operator says; nothing of it comes from the environment."""

    proxy: str | None = None
    """URL of an HTTP proxy."""
    direct: tuple[str, ...] = ()
    """Hosts that are reached without it; one that begins with a dot stands for all below."""
    authorities: Path | None = None
    """A file or folder of certificates that are believed beside the machine's own."""

    def proxy_for(self, target: Target) -> str | None:
        """The proxy on the way to `target`."""
        host = target.host
        if any(host == name or (name.startswith(".") and host.endswith(name)) for name in self.direct):
            return None
        return self.proxy


async def check_names(target: Target) -> None:
    """Raises `AddressRefused` for an address that is not public, before the proxy hears of it.

    A name that only the proxy can resolve is its own to judge: docs/operator/profile.md says what it has to
    refuse.
    """
    host = target.host.strip("[]")
    try:
        found = await asyncio.wait_for(
            asyncio.get_running_loop().getaddrinfo(host, target.port, type=socket.SOCK_STREAM), NAME_SECONDS
        )
    except (OSError, asyncio.TimeoutError):
        return
    for *_, address in found:
        if not may_connect(str(address[0]), private=False):
            raise AddressRefused(str(address[0]))
