"""A name resolver in the shape of CDS Sesame, which can't be had off-line."""

from .service import Resolver as service

__all__ = ["service"]
