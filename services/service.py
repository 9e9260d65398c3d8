"""What every folder of `services/` offers, and which there are."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any, Protocol

# A service is imported when it is asked for: one that can't be had here must not hinder the others.
NAMES = ("vo", "faults", "resolver", "notebooks", "archive")


class ServiceError(Exception):
    """A service can't be had; the text says in a sentence why, and what can be done."""


class Service(Protocol):
    def install(self) -> str | None:
        """Installs what the service runs on, where that is missing and possible.

        Gives nothing when all is there, else one line: what is missing and the command that installs it.
        """
        ...

    def start(self, folder: Path) -> dict[str, Any]:
        """Starts the service in an empty folder of its own; returns when it answers.

        Gives its facts: URLs and test accounts, as they go into the JSON file named by ESAP_SERVICES.
        Raises ServiceError when it does not start; `stop` has to be called in that case as well.
        """
        ...

    def stop(self) -> None:
        """Ends every process of the service; does nothing when none runs."""
        ...


def named(name: str) -> Service:
    """The service in the folder of that name."""
    if name not in NAMES:
        raise ServiceError(f"No such service: {name}. There are: {', '.join(NAMES)}.")
    return importlib.import_module(f"services.{name}").service()
