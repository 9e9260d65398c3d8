"""An archive for the tests of this folder: started for them, since no other test has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import pyvo

from .service import Archive


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Its facts."""
    service = Archive()
    try:
        yield service.start(tmp_path_factory.mktemp("archive"))
    finally:
        service.stop()


@pytest.fixture(scope="session")
def tap(archive: dict[str, Any]) -> pyvo.dal.TAPService:
    return pyvo.dal.TAPService(archive["tap"])
