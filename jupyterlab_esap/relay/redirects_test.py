from __future__ import annotations

import pytest

from ..conftest import Archive, Relay


def redirect(archive: Archive, path: str, to: str, status: int = 302) -> None:
    archive.says(path, f"HTTP/1.1 {status} Found\nLocation: {to}\nContent-Length: 0\nSet-Cookie: a=canary")


@pytest.mark.parametrize(
    ("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")]
)
async def test_a_query_is_followed_as_browsers_do(
    archive: Archive, relay: Relay, status: int, method: str
) -> None:
    redirect(archive, "/tap/sync", "/tap/async/j1#here", status)
    answer = await relay("near", f"{archive.url}/tap/sync", "Q=1", "text/plain", method="POST")
    assert answer.head
    assert answer.head["url"] == f"{archive.url}/tap/async/j1"
    second = archive.requests[1]
    assert (second.method, second.body) == (method, b"Q=1" if method == "POST" else b"")
    assert ("content-type" in second.headers) == (method == "POST")
    # What a service wants to be remembered is forgotten.
    assert "cookie" not in second.headers


async def test_a_large_body_is_not_sent_twice(archive: Archive, relay: Relay) -> None:
    redirect(archive, "/tap/sync", "/tap/async", 307)
    body = b"x" * (1024 * 1024 + 1)
    answer = await relay("near", f"{archive.url}/tap/sync", body, "text/plain", method="POST")
    assert answer.code == "refused"
    assert len(archive.requests) == 1


async def test_redirects_come_to_an_end(archive: Archive, relay: Relay) -> None:
    redirect(archive, "/tap/round", "/tap/round")
    answer = await relay("near", f"{archive.url}/tap/round")
    assert (answer.head, answer.code) == (None, "refused")
    assert len(archive.requests) == 6


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1:1/",
        "http://[::1]/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0x7f000001/",
        "http://u:p@archive.example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//evil\\example.org/",
        "/tap/../../x/%2e%2e/",
        "http://[",
    ],
)
async def test_a_redirect_leads_nowhere_else(archive: Archive, relay: Relay, to: str) -> None:
    redirect(archive, "/tap/x", to)
    answer = await relay("near", f"{archive.url}/tap/x")
    assert (answer.head, answer.code) == (None, "refused")
    assert len(archive.requests) == 1


async def test_what_is_allowed_to_one_service_is_not_to_another(archive: Archive, relay: Relay) -> None:
    answer = await relay("strict", f"{archive.url}/tap/x")
    assert (answer.head, answer.code) == (None, "refused")
    assert archive.requests == []


async def test_a_redirect_without_a_place_is_an_answer(archive: Archive, relay: Relay) -> None:
    archive.says("/tap/x", "HTTP/1.1 302 Found\nContent-Length: 2", b"hm")
    answer = await relay("near", f"{archive.url}/tap/x")
    assert answer.head
    assert (answer.head["status"], answer.body) == (302, b"hm")
