"""Fills a profile's template with the addresses of the services that were started."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any


def started_services() -> dict[str, Any]:
    """The facts of the services that run: the JSON file named by ESAP_SERVICES."""
    name = os.environ.get("ESAP_SERVICES")
    if not name:
        raise RuntimeError("No services are running: use `python3 -m services run vo,faults -- COMMAND`.")
    return json.loads(Path(name).read_text())


def fill(template: Path, target: Path, facts: dict[str, Any]) -> None:
    """Writes `template` to `target` with every `${service.fact}` replaced.

    A name that no service gives is a KeyError: a profile with a hole in it would only fail later.
    """

    def value(match: re.Match[str]) -> str:
        found: Any = facts
        for key in match[1].split("."):
            found = found[key]
        return str(found)

    target.write_text(re.sub(r"\$\{([\w.]+)\}", value, template.read_text()))
