"""Asks the archive over HTTP, for its tests."""

from __future__ import annotations

import urllib.parse
import urllib.request
from collections.abc import Mapping
from http.client import HTTPResponse


class AsTheyCome(urllib.request.HTTPErrorProcessor):
    def http_response(self, request: urllib.request.Request, response: HTTPResponse) -> HTTPResponse:
        """Errors are answers, and nothing is followed."""
        return response


OPENER = urllib.request.build_opener(AsTheyCome)


def ask(
    url: str,
    form: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    method: str | None = None,
) -> tuple[int, bytes, str]:
    """Status, body, and where it sends on to. With a form it is a POST."""
    data = None if form is None else urllib.parse.urlencode(form).encode()
    request = urllib.request.Request(url, data, dict(headers or {}), method=method)
    with OPENER.open(request, timeout=70) as answer:
        return answer.status, answer.read(), answer.headers.get("Location", "")
