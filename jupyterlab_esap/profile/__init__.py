"""The site's profile: which services there are, from one YAML file of the operator."""

from .model import Limits, SiteProfile, SiteService
from .project import project
from .read import ReadProfile, read_profile
from .where import DEFAULT, profile_path

__all__ = [
    "DEFAULT",
    "Limits",
    "ReadProfile",
    "SiteProfile",
    "SiteService",
    "profile_path",
    "project",
    "read_profile",
]
