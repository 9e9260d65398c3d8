"""The demo's own small archive: TAP, cone search and DataLink over made-up data, on Python packages alone."""

from .service import Archive as service

__all__ = ["service"]
