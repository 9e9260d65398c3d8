"""The threat model says nothing of tests that are not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .routes import PREFIX, ROUTES

ROOT = Path(__file__).parent.parent
MODEL = (ROOT / "docs" / "developer" / "threat-model.md").read_text()
NAMED = sorted(set(re.findall(r"`([\w./-]+)::([^`]+)`", MODEL)))


def test_tests_are_named() -> None:
    assert len(NAMED) > 60


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_named_test_exists(path: str, name: str) -> None:
    text = (ROOT / path).read_text()
    assert f"def {name}(" in text if path.endswith(".py") else name in text


def test_every_route_is_there() -> None:
    for route in ROUTES:
        assert f"`{route.method} {route.path}`" in MODEL, f"{PREFIX}/{route.path}"


def test_who_finds_something_knows_what_to_do() -> None:
    said = (ROOT / "SECURITY.md").read_text()
    for part in ("3 days", "90 days", "Supported versions", "docs/developer/threat-model.md"):
        assert part in said
