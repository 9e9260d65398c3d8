"""Who gets in: every route of the table by every method, in ways that should fail and that should not."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from jupyter_server.auth import Authorizer
from tornado.httpclient import AsyncHTTPClient, HTTPResponse

from ..conftest import CONTRACT, Archive, fits
from ..site import Site
from . import PREFIX, ROUTES, Route

# A handler whose methods Jupyter finds unguarded is an error, and not a line in the log.
pytestmark = pytest.mark.filterwarnings("error::jupyter_server.utils.JupyterServerAuthWarning")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
# Bodies that the routes take, by path.
BODIES = {"local": '{"urls": []}'}


def example(route: Route) -> str:
    """A path that there is."""
    return route.path.format(service="near", template="rows")


PATHS = sorted({example(route) for route in ROUTES})
EVERYWHERE = [*PATHS, "", "no/such/route"]
Ask = Callable[..., Awaitable[HTTPResponse]]


@pytest.fixture
def ask(http_server_client: AsyncHTTPClient, jp_base_url: str, jp_serverapp: object, archive: Archive) -> Ask:
    """Sends a request with exactly the headers given."""

    async def send(
        method: str, path: str, headers: dict[str, str] | None = None, body: str | None = None
    ) -> HTTPResponse:
        envelope = json.dumps({"url": f"{archive.url}/tap"})
        kind = {}
        if body is None and method in {"POST", "PUT", "PATCH"}:
            body = BODIES.get(path, "")
            kind = {"Content-Type": "application/json"} if body else {}
        answer = await http_server_client.fetch(
            f"{jp_base_url}{PREFIX}/{path}",
            method=method,
            headers={"X-Esap-Request": envelope, **kind, **(headers or {})},
            body=body,
            raise_error=False,
            allow_nonstandard_methods=True,
        )
        if answer.code >= 400 and method != "HEAD":
            fits(json.loads(answer.body), "Fault")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        policy = [part.strip() for part in answer.headers["Content-Security-Policy"].split(";")]
        assert "default-src 'none'" in policy
        assert "sandbox" in policy
        # Jupyter's own, for who has the token: the origin that was named, here none.
        assert answer.headers.get("Access-Control-Allow-Origin", "") == ""
        if answer.body:
            kind = "octet-stream" if answer.code == 200 and path.startswith("relay/") else "json"
            assert answer.headers["Content-Type"] == f"application/{kind}"
        return answer

    return send


async def browser(client: AsyncHTTPClient, base_url: str, token: dict[str, str]) -> tuple[str, str]:
    """The cookies that a browser has after it signed in, and the XSRF token among them."""
    secret = token["Authorization"].removeprefix("token ")
    page = await client.fetch(f"{base_url}tree?token={secret}", raise_error=False)
    cookies = [line.partition(";")[0] for line in page.headers.get_list("Set-Cookie")]
    xsrf = next(cookie.partition("=")[2] for cookie in cookies if cookie.startswith("_xsrf="))
    return "; ".join(cookies), xsrf


@pytest.fixture(params=[None, True, False], ids=["usual", "open", "closed"])
def jp_server_config(request: pytest.FixtureRequest, jp_server_config: dict[str, Any]) -> dict[str, Any]:
    """Whether Jupyter itself lets unguarded handlers answer to everybody."""
    if request.param is not None:
        jp_server_config["ServerApp"]["allow_unauthenticated_access"] = request.param
    return jp_server_config


async def test_nobody_gets_in_without_signing_in(ask: Ask, archive: Archive) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    for path in EVERYWHERE:
        for method in METHODS:
            assert (await ask(method, path)).code == 403, (method, path)
        assert (await ask("GET", path, upgrade)).code == 403, path
    assert archive.requests == []


async def test_asking_which_methods_there_are_does_nothing(ask: Ask, archive: Archive) -> None:
    """OPTIONS is what browsers ask before another site's request; it comes without a login."""
    foreign = {"Origin": "https://evil.example.org", "Access-Control-Request-Method": "POST"}
    for path in EVERYWHERE:
        answer = await ask("OPTIONS", path, foreign)
        assert answer.code < 500
        assert not answer.body or answer.code >= 400
    assert archive.requests == []


async def test_a_cookie_alone_is_another_sites_doing(
    ask: Ask,
    archive: Archive,
    http_server_client: AsyncHTTPClient,
    jp_base_url: str,
    jp_auth_header: dict[str, str],
) -> None:
    cookies, xsrf = await browser(http_server_client, jp_base_url, jp_auth_header)
    for path in EVERYWHERE:
        for method in METHODS:
            assert (await ask(method, path, {"Cookie": cookies})).code == 403, (method, path)
            wrong = {"Cookie": cookies, "X-XSRFToken": "2|00000000|0|0"}
            assert (await ask(method, path, wrong)).code == 403, (method, path)
    assert archive.requests == []
    right = {"Cookie": cookies, "X-XSRFToken": xsrf}
    for route in ROUTES:
        assert (await ask(route.method, example(route), right)).code == 200


FETCH_METADATA = [
    {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
    for site in ("same-origin", "same-site", "cross-site", "none")
    for mode, dest in (
        ("no-cors", "image"),
        ("navigate", "document"),
        ("cors", "empty"),
        ("no-cors", "script"),
        ("same-origin", "worker"),
    )
]


async def test_what_a_browser_says_of_a_request_lets_nothing_in_and_keeps_nothing_out(
    ask: Ask,
    archive: Archive,
    http_server_client: AsyncHTTPClient,
    jp_base_url: str,
    jp_auth_header: dict[str, str],
) -> None:
    """Plain http has no Sec-Fetch headers, and operators may have a front end on another site: so the XSRF
    token decides alone. A picture in a foreign notebook comes with cookie, Referer and the right origin."""
    cookies, xsrf = await browser(http_server_client, jp_base_url, jp_auth_header)
    own = {"Cookie": cookies, "Referer": f"{jp_base_url}lab"}
    for metadata in FETCH_METADATA:
        for route in ROUTES:
            answer = await ask(route.method, example(route), {**own, **metadata})
            assert answer.code == 403, (route.path, metadata)
    assert archive.requests == []
    for metadata in FETCH_METADATA[::5]:
        for route in ROUTES:
            answer = await ask(route.method, example(route), {**own, **metadata, "X-XSRFToken": xsrf})
            assert answer.code == 200, (route.path, metadata)


async def test_the_authoriser_is_asked_for_what_the_route_does(
    ask: Ask,
    archive: Archive,
    jp_serverapp: Any,
    jp_auth_header: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, str]] = []

    class Nobody(Authorizer):
        def is_authorized(self, handler: object, user: object, action: str, resource: str) -> bool:
            asked.append((action, resource))
            return False

    monkeypatch.setitem(jp_serverapp.web_app.settings, "authorizer", Nobody())
    for path in EVERYWHERE:
        for method in METHODS:
            assert (await ask(method, path, jp_auth_header)).code == 403, (method, path)
    assert archive.requests == []
    for route in ROUTES:
        asked.clear()
        await ask(route.method, example(route), jp_auth_header)
        assert asked == [(route.access, "esap")]


async def test_each_path_has_its_methods_and_no_others(ask: Ask, jp_auth_header: dict[str, str]) -> None:
    known = {(route.method, example(route)) for route in ROUTES}
    for path in PATHS:
        for method in METHODS:
            code = (await ask(method, path, jp_auth_header)).code
            assert code == (200 if (method, path) in known else 405), (method, path)
    for method in METHODS:
        assert (await ask(method, "no/such/route", jp_auth_header)).code == 404


async def test_the_profile_is_as_the_contract_says(
    ask: Ask, archive: Archive, jp_auth_header: dict[str, str]
) -> None:
    answer = await ask("GET", "profile", jp_auth_header)
    profile = json.loads(answer.body)
    fits(profile, "Profile")
    assert [service["id"] for service in profile["services"]] == ["near", "strict", "cone"]
    # What is the server's own business stays there.
    assert set(profile["services"][0]) == {"id", "label", "kind", "url", "selected", "category", "table"}
    assert set(profile) == {
        "services", "resolvers", "templates", "examples", "mounts", "defaults", "problems",
    }  # fmt: skip


async def test_an_unforeseen_fault_tells_its_id_and_no_more(
    ask: Ask,
    jp_auth_header: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(self: Site) -> None:
        raise RuntimeError("the secret <b>words</b>")

    monkeypatch.setattr(Site, "read", property(fail), raising=False)
    with caplog.at_level(logging.ERROR):
        answer = await ask("GET", "profile", jp_auth_header)
    assert answer.code == 500
    fault = json.loads(answer.body)
    assert "secret" not in answer.body.decode()
    assert fault["id"]
    assert fault["id"] in caplog.text


def test_the_contract_names_these_routes() -> None:
    named = {(route["method"], route["path"]) for route in CONTRACT["routes"]}
    assert named == {(route.method, f"/{PREFIX}/{route.path}") for route in ROUTES}
