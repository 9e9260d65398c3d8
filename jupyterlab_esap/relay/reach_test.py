from __future__ import annotations

import pytest

from ..outbound.failures import Failed
from ..outbound.url import check_url
from ..profile import SiteService
from .reach import Reach

BASE = "https://archive.example.org/a/tap"
DATA = "https://data.example.org"


def reach(kind: str = "tap", url: str = BASE) -> Reach:
    return Reach(
        SiteService.model_validate({"id": "a", "label": "A", "kind": kind, "url": url, "origins": [DATA]})
    )


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("GET", BASE),
        ("GET", f"{BASE}/capabilities"),
        ("HEAD", f"{BASE}/availability"),
        ("POST", f"{BASE}/sync"),
        ("POST", f"{BASE}/async"),
        ("GET", f"{BASE}/async/j1?WAIT=10&PHASE=EXECUTING"),
        ("POST", f"{BASE}/async/j1/phase"),
        ("DELETE", f"{BASE}/async/j1"),
        ("GET", f"{DATA}/any/where?x=y"),
    ],
)
def test_what_tap_needs_goes(method: str, url: str) -> None:
    assert reach().ask(method, url).url == url


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("POST", BASE),
        ("POST", f"{BASE}/tables"),
        ("PUT", f"{BASE}/async/j1"),
        ("DELETE", f"{BASE}/async"),
        ("DELETE", f"{BASE}/sync"),
        ("POST", f"{DATA}/x"),
        ("GET", "https://archive.example.org/a"),
        ("GET", "https://archive.example.org/a/tapper/sync"),
        ("GET", "https://archive.example.org/a/tap%2fsync"),
        ("GET", "https://archive.example.org/a/tap/../diracx"),
        ("GET", "https://archive.example.org/a/tap/%2e%2e/diracx"),
        ("GET", "https://archive.example.org/A/tap"),
        ("GET", "http://archive.example.org/a/tap"),
        ("GET", "https://archive.example.org:8443/a/tap"),
        ("GET", "https://archive.example.org.evil.example/a/tap"),
        ("GET", "https://evil.example/https://archive.example.org/a/tap"),
        ("GET", "http://data.example.org/x"),
        ("GET", "https://other.example.org/"),
    ],
)
def test_anything_else_does_not(method: str, url: str) -> None:
    with pytest.raises(Failed) as caught:
        reach().ask(method, url)
    assert caught.value.failure.code == "refused"


def test_a_cone_search_is_read_only() -> None:
    cone = reach("scs", "https://archive.example.org/cone?cat=x&")
    assert cone.ask("GET", "https://archive.example.org/cone?cat=x&RA=1&DEC=2&SR=3")
    for method in ("POST", "PUT", "DELETE"):
        with pytest.raises(Failed):
            cone.ask(method, "https://archive.example.org/cone?cat=x&RA=1")


def test_resolvers_and_forges_are_read_only_below_their_base() -> None:
    resolver = reach("resolver", "https://names.example.org/cgi-bin/nph-sesame")
    assert resolver.ask("GET", "https://names.example.org/cgi-bin/nph-sesame/-oxp/A?3C%2084")
    forge = reach("forge", "https://forge.example.org/git/")
    assert forge.ask("GET", "https://forge.example.org/git/api/v1/repos/EVN/N05L1/contents")
    assert forge.ask("HEAD", f"{DATA}/EVN/N05L1/raw/branch/main/a.ipynb")
    for service, url in (
        (resolver, "https://names.example.org/cgi-bin/nph-sesame-other?x"),
        (resolver, "https://names.example.org/cgi-bin/other"),
        (forge, "https://forge.example.org/api/v1/user"),
        (forge, "https://forge.example.org/git/../api/v1/user"),
    ):
        with pytest.raises(Failed):
            service.ask("GET", url)
    for method in ("POST", "PUT", "DELETE"):
        with pytest.raises(Failed):
            resolver.ask(method, "https://names.example.org/cgi-bin/nph-sesame")
        with pytest.raises(Failed):
            forge.ask(method, "https://forge.example.org/git/api/v1/repos/EVN/N05L1/contents")


@pytest.mark.parametrize(
    ("here", "there", "leads"),
    [
        # To anywhere public, on the web's own ports.
        (BASE, "https://mirror.example.net/x", "https://mirror.example.net/x"),
        ("http://plain.example.org/tap", "https://plain.example.org/tap", "https://plain.example.org/tap"),
        # A server behind something that ends TLS does not know its own scheme.
        (BASE, "http://archive.example.org/x", "https://archive.example.org/x"),
        (
            "http://lake.example.org:8080/x",
            "https://lake.example.org:8080/y",
            "http://lake.example.org:8080/y",
        ),
    ],
)
def test_a_redirect_is_followed(here: str, there: str, leads: str) -> None:
    assert reach(url=here).follow("GET", check_url(here), check_url(there)).url == leads


@pytest.mark.parametrize(
    ("method", "there"),
    [
        ("GET", "http://mirror.example.net/x"),
        ("GET", "https://mirror.example.net:6443/api"),
        ("POST", "https://mirror.example.net/sync"),
        ("DELETE", "https://archive.example.org/other"),
    ],
)
def test_a_redirect_gains_nothing(method: str, there: str) -> None:
    with pytest.raises(Failed):
        reach().follow(method, check_url(f"{BASE}/sync"), check_url(there))
