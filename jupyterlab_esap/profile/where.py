"""Where the profile is."""

from __future__ import annotations

import os
from pathlib import Path

from jupyter_core.paths import jupyter_config_path

DEFAULT = Path(__file__).parent.parent / "profiles" / "default.yaml"


def profile_path(trait: str = "") -> Path:
    """The operator's file: the traitlet's, else that of ESAP_PROFILE, else `esap/profile.yaml` in the first
    folder of Jupyter's configuration that has one, else the one that comes with the package.

    A file that is named is given back even if it is missing: that is for the operator to hear of.
    """
    named = trait or os.environ.get("ESAP_PROFILE")
    if named:
        return Path(named).expanduser()
    for folder in jupyter_config_path():
        path = Path(folder) / "esap" / "profile.yaml"
        if path.is_file():
            return path
    return DEFAULT
