"""Which addresses may be connected to.

The tables are those of the IANA special-purpose registries (RFC 6890 and later), in our own words because
`ipaddress.is_global` lets pass what leads into private networks by translation.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

AddressInfo = tuple[int, int, int, str, tuple[str | int, ...]]

# Never, whoever names them: nothing, everybody, and what cloud machines learn their own secrets from.
NEVER_4 = [
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",
        "169.254.0.0/16",
        "192.0.0.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "168.63.129.16/32",
    )
]
PRIVATE_4 = [
    IPv4Network(text)
    for text in (
        "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    )
]  # fmt: skip
# Of the IPv6 space only this is given out to anybody; what is not in it is not public …
PUBLIC_6 = IPv6Network("2000::/3")
# … and these parts of it are not either: protocol assignments with Teredo, documentation, 6to4.
SPECIAL_6 = [IPv6Network(text) for text in ("2001::/23", "2001:db8::/32", "3fff::/20", "2002::/16")]
PRIVATE_6 = [IPv6Network(text) for text in ("::1/128", "fc00::/7")]
MAPPED = IPv6Network("::ffff:0:0/96")
NAT64 = IPv6Network("64:ff9b::/96")
SIX_TO_FOUR = IPv6Network("2002::/16")


class AddressRefused(Exception):
    """Not an OSError: the other addresses of the same name are not tried after it."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, where a translator takes it to that."""
    if address in MAPPED or address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address in SIX_TO_FOUR:
        return IPv4Address((int(address) >> 80) & 0xFFFFFFFF)
    return None


def may_connect(text: str, private: bool) -> bool:
    """May this address be connected to? `private` lets the machine itself and private networks be."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        inner = embedded(address)
        if inner is None:
            if any(address in network for network in PRIVATE_6):
                return private
            return address in PUBLIC_6 and not any(address in network for network in SPECIAL_6)
        address = inner
    if any(address in network for network in NEVER_4):
        return False
    return private or not any(address in network for network in PRIVATE_4)


def guarded_sockets(private: bool) -> Callable[[AddressInfo], socket.socket]:
    """What makes aiohttp's sockets: it sees each address that is about to be connected to, literals as well,
    so there is no moment between check and use."""

    def make(info: AddressInfo) -> socket.socket:
        family, kind, protocol, _, address = info
        if not may_connect(str(address[0]), private):
            raise AddressRefused(str(address[0]))
        return socket.socket(family, kind, protocol)

    return make
