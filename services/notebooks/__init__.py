"""A forge in the shape of Gitea with a Git repository of notebooks for each of some experiments."""

from .service import Notebooks as service

__all__ = ["service"]
