"""A Jupyter server with the extension, on a profile that a test writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest_plugins = ("pytest_jupyter.jupyter_server",)


@pytest.fixture
def profile_text() -> str:
    """The profile; a test that needs another has a fixture of this name."""
    return """
services:
  - {id: near, label: Near, kind: tap, url: 'http://127.0.0.1:9/tap', private: true}
"""


@pytest.fixture
def jp_server_config(tmp_path: Path, profile_text: str) -> dict[str, Any]:
    path = tmp_path / "profile.yaml"
    path.write_text(profile_text)
    return {
        "ServerApp": {"jpserver_extensions": {"jupyterlab_esap": True}},
        "EsapApp": {"profile_file": str(path)},
    }


@pytest.fixture
def jp_template_dir(tmp_path: Path) -> Path:
    return tmp_path


Fetch = Callable[..., Any]
