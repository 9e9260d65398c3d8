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
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        return answer

    return send


async def browser(client: AsyncHTTPClient, base_url: str, token: dict[str, str]) -> tuple[str, str]:
    """The cookies that a browser has after it signed in, and the XSRF token among them."""
    secret = token["Authorization"].removeprefix("token ")
    page = await client.fetch(f"{base_url}tree?token={secret}", raise_error=False)
    cookies = [line.partition(";")[0] for line in page.headers.get_list("Set-Cookie")]
    xsrf = next(cookie.partition("=")[2] for cookie in cookies if cookie.startswith("_xsrf="))
    return "; ".join(cookies), xsrf


async def test_nobody_gets_in_without_signing_in(ask: Ask, archive: Archive) -> None:
    for path in EVERYWHERE:
        for method in METHODS:
            assert (await ask(method, path)).code == 403, (method, path)
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


async def test_bodies_of_messages_are_small_and_json(ask: Ask, jp_auth_header: dict[str, str]) -> None:
    async def sent(kind: str, body: str) -> int:
        return (await ask("GET", "profile", {**jp_auth_header, "Content-Type": kind}, body)).code

    assert await sent("application/json; charset=utf-8", "{}") == 200
    assert await sent("text/plain", "{}") == 415
    assert await sent("application/x-www-form-urlencoded", "a=b") == 415
    assert await sent("application/json", " " * (1024 * 1024 + 1)) == 413


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
