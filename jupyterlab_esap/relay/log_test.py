"""What is kept of a request in the log: nothing that is a secret, nothing that acts."""

from __future__ import annotations

import logging

import pytest

from ..conftest import Archive, Relay
from ..foreign import without_queries
from . import exchange


async def test_signatures_and_bodies_stay_out_of_the_log(
    archive: Archive, relay: Relay, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the most talkative level: all well, refused, cut, redirected, and a fault of ours."""
    signed = "x?X-Amz-Signature=canary&authz=canary"
    archive.says("/tap/cut", "HTTP/1.1 200 OK\nContent-Length: 9\nX-Secret: canary\nSet-Cookie: a=canary")
    archive.says("/tap/away", "HTTP/1.1 302 Found\nLocation: ftp://h/?sig=canary\nContent-Length: 0")
    archive.says("/tap/bad", "HTTP/1.1 abc canary")
    headers = {"Authorization": "Bearer canary", "Accept": "canary/canary"}
    with caplog.at_level(logging.DEBUG):
        for url in ("tap/", "elsewhere/", "tap/cut", "tap/bad"):
            await relay("near", f"{archive.url}/{url}{signed if url.endswith('/') else ''}", headers=headers)
        await relay("near", f"{archive.url}/tap/sync", "QUERY=canary", "text/plain", method="POST")

        def fail(*arguments: object) -> None:
            raise RuntimeError(f"GET {archive.url}/tap/{signed} failed")

        monkeypatch.setattr(exchange, "to_service", fail)
        answer = await relay("near", f"{archive.url}/tap/{signed}")
    assert answer.code == "internal"
    assert str(answer.end["failure"]["facts"]["id"]) in caplog.text
    assert "RuntimeError" in caplog.text
    assert "canary" not in caplog.text
    assert "canary" not in str(answer.end)


def test_what_stands_behind_the_path_is_cut_out() -> None:
    text = "see https://a.example.org/b/c?sig=1&x=2#f and 'http://h/?t', http://h/plain."
    assert without_queries(text) == "see https://a.example.org/b/c?… and 'http://h/?…', http://h/plain."
