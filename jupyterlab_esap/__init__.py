"""The server part of jupyterlab-esap: it moves bytes; the browser understands the protocols."""

from __future__ import annotations

from typing import Any

from ._version import __version__

__all__ = ["__version__"]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    return [{"src": "labextension", "dest": "jupyterlab-esap"}]


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    from .app import EsapApp

    return [{"module": "jupyterlab_esap", "app": EsapApp}]
