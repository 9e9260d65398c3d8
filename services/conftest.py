"""The facts of the services that run beside the tests."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def facts() -> dict[str, Any]:
    name = os.environ.get("ESAP_SERVICES")
    if not name:
        pytest.fail("No services are running: python -m services run vo,faults -- pytest services")
    return json.loads(Path(name).read_text())
