"""A Virtual Observatory: DaCHS on a PostgreSQL of its own, with an archive like the EVN's."""

from .archive import Archive as service

__all__ = ["service"]
