"""What is sent to our own routes: JSON, small, and from somebody who may."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

import pytest
from tornado.httpclient import AsyncHTTPClient

from ..conftest import fits
from . import PREFIX

pytestmark = pytest.mark.usefixtures("jp_serverapp")


async def test_bodies_of_messages_are_small_and_json(
    http_server_client: AsyncHTTPClient, jp_base_url: str, jp_auth_header: dict[str, str]
) -> None:
    async def sent(kind: str, body: str) -> int:
        answer = await http_server_client.fetch(
            f"{jp_base_url}{PREFIX}/local", method="POST", body=body, raise_error=False,
            headers={**jp_auth_header, "Content-Type": kind},
        )  # fmt: skip
        if answer.code != 200:
            fits(json.loads(answer.body), "Fault")
        return answer.code

    good = '{"urls": []}'
    assert await sent("application/json; charset=utf-8", good) == 200
    for kind in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "",
        "application/jsonp",
    ):
        assert await sent(kind, good) == 415
    assert await sent("application/json", good + " " * (2 * 1024 * 1024)) == 413
    assert await sent("application/json", '{"urls": ' + "[" * 10_000 + "]" * 10_000 + "}") == 400
    assert await sent("application/json", '{"a":' * 10_000 + "1" + "}" * 10_000) == 400
    assert await sent("application/json", "{" + ",".join(f'"k{i}": 1' for i in range(50_000)) + "}") == 400
    assert await sent("application/json", '{"urls": [NaN]}') == 400
    assert await sent("application/json", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")) == 400


async def test_a_body_of_unknown_length_is_not_kept(
    http_server_client: AsyncHTTPClient, jp_base_url: str, jp_auth_header: dict[str, str]
) -> None:
    async def pieces(write: Callable[[bytes], Awaitable[None]]) -> None:
        for _ in range(4):
            await write(b" " * (512 * 1024))

    answer = await http_server_client.fetch(
        f"{jp_base_url}{PREFIX}/local", method="POST", body_producer=pieces, raise_error=False,
        headers={**jp_auth_header, "Content-Type": "application/json"},
    )  # fmt: skip
    assert answer.code == 413


@pytest.mark.usefixtures("http_server_client")
async def test_a_stranger_is_sent_away_before_the_body_comes(
    http_server_port: tuple[object, int], jp_base_url: str
) -> None:
    for path in ("profile", "local", "relay/near", "no/such/route"):
        reader, writer = await asyncio.open_connection("127.0.0.1", http_server_port[1])
        lines = [
            f"POST {jp_base_url}{PREFIX}/{path} HTTP/1.1",
            "Host: 127.0.0.1",
            "Content-Length: 400000000",
        ]
        writer.write("\r\n".join([*lines, "", ""]).encode())
        assert (await reader.readline()).startswith(b"HTTP/1.1 403")
        writer.close()
