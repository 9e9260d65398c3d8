"""A hostile origin: what a real server won't do on request."""

from .service import Faults as service

__all__ = ["service"]
