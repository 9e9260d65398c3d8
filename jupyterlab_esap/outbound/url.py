"""URLs as they are sent: checked, never rewritten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from urllib.parse import unquote

USUAL_PORTS = {"http": 80, "https": 443}
# RFC 3986 with the characters that browsers send beside it; nothing that any parser takes for a blank,
# another separator or the end of a line.
GRAMMAR = re.compile(
    r"""(?P<scheme>https?)://
        (?P<host>[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*|\[[0-9a-f:.]+\])
        (?::(?P<port>[0-9]{1,5}))?
        (?P<path>/(?:[A-Za-z0-9._~!$&'()*+,;=:@/|\[\]-]|%[0-9A-Fa-f]{2})*)?
        (?P<query>\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?|\[\]{}^`"<>-]|%[0-9A-Fa-f]{2})*)?
        (?:\#.*)?""",
    re.VERBOSE | re.ASCII,
)
# Last labels that resolvers read as a number: 127.1, 0x7f.1, 2130706433.
NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.ASCII)
DOTTED = re.compile(r"(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}", re.ASCII)


class UrlError(ValueError):
    """The URL is not one that we send; the text says why."""


@dataclass(frozen=True)
class Target:
    """Where a request goes."""

    scheme: str
    host: str
    port: int
    path: str
    """As sent; `/` at least."""
    query: str
    """As sent, with its `?`; may be empty."""

    @property
    def origin(self) -> str:
        usual = USUAL_PORTS[self.scheme] == self.port
        return f"{self.scheme}://{self.host}" + ("" if usual else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole URL, without a fragment."""
        return f"{self.origin}{self.path}{self.query}"


def check_url(text: str) -> Target:
    """The parts of an absolute http or https URL, scheme and host in lower case as browsers write them.

    `UrlError` for anything that two readers may read differently.
    """
    found = GRAMMAR.fullmatch(text)
    if not found:
        raise UrlError(reason(text))
    host, port = found["host"], int(found["port"] or USUAL_PORTS[found["scheme"]])
    if NUMBER.fullmatch(host.rpartition(".")[2]) and not DOTTED.fullmatch(host):
        raise UrlError("the host is a number in an unusual spelling")
    if host.startswith("["):
        try:
            IPv6Address(host.strip("[]"))
        except ValueError as error:
            raise UrlError("the host is not an IPv6 address") from error
    if not 0 < port < 65536:
        raise UrlError("there is no such port")
    path = found["path"] or "/"
    check_path(path)
    # An empty query is none: so the client that sends it has it, too.
    query = found["query"] or ""
    return Target(found["scheme"], host, port, path, "" if query == "?" else query)


def below(base: Target, target: Target) -> str | None:
    """The path of `target` below that of `base`, without its slash; None if it is elsewhere."""
    folder = base.path.rstrip("/")
    if target.origin == base.origin and (target.path == folder or target.path.startswith(f"{folder}/")):
        return target.path[len(folder) :].lstrip("/")
    return None


def check_path(path: str) -> None:
    """Refuses paths that lead elsewhere than they seem to, however often they are decoded on their way."""
    if path.startswith("//"):
        raise UrlError("the path begins with two slashes")
    plain = path
    for _ in range(4):
        if any(segment.partition(";")[0] in {".", ".."} for segment in re.split(r"[/\\]", plain)):
            raise UrlError("the path has a segment `.` or `..`")
        if "\\" in plain or re.search(r"[\x00-\x1f\x7f]", plain):
            raise UrlError("the path has a backslash or a control character")
        if (further := unquote(plain)) == plain:
            return
        plain = further
    raise UrlError("the path is encoded too often")


def reason(text: str) -> str:
    """Why the grammar does not fit, as far as that can be told in a few words."""
    if not re.match(r"https?://", text):
        return "it does not begin with http:// or https://"
    authority = re.split(r"[/?#]", text.split("://", 1)[1])[0]
    if "@" in authority:
        return "it holds a user name"
    if re.search(r"[\x00-\x20\x7f-\U0010ffff\\]", text):
        return "it has a blank, a backslash, a control character or one that is not ASCII"
    if re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return "it has a % that encodes nothing"
    return "its host or its characters are not those of a URL"
