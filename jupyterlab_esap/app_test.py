from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from . import __version__


@pytest.fixture
def jp_server_config(jp_server_config: dict[str, Any]) -> dict[str, Any]:
    jp_server_config["ServerApp"]["jpserver_extensions"]["jupyterlab"] = True
    return jp_server_config


async def test_jupyterlab_knows_us_without_a_request(jp_fetch: Callable[..., Awaitable[Any]]) -> None:
    page = (await jp_fetch("lab")).body.decode()
    begin = page.index('<script id="jupyter-config-data"')
    config = json.loads(unescape(page[page.index(">", begin) + 1 : page.index("</script>", begin)]))
    assert json.loads(config["esap"]) == {"version": __version__, "groups": ["discover"], "unfinished": False}


def test_a_start_does_not_pay_for_the_first_request() -> None:
    code = "import sys, jupyterlab_esap.app; print(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    assert not {"aiohttp", "yarl"}.intersection(done.stdout.split())
