"""The site's profile: which services there are, from one YAML file of the operator."""

from .model import SiteMount, SiteProfile
from .project import project
from .read import ReadProfile, read_profile
from .service import Limits, SiteService
from .where import DEFAULT, profile_path

__all__ = [
    "DEFAULT",
    "Limits",
    "ReadProfile",
    "SiteMount",
    "SiteProfile",
    "SiteService",
    "profile_path",
    "project",
    "read_profile",
]
