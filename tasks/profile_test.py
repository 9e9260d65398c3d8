"""The profiles of the demo and of the browser tests, filled with addresses like those of the services."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jupyterlab_esap.profile import project, read_profile

from .browser import PROFILES
from .profile import fill
from .tree import ROOT


class Facts(dict[str, str]):
    """A URL for whatever is asked for, below that of the service."""

    def __init__(self, service: str) -> None:
        self.base = f"http://{service}.example.org:8000"
        super().__init__(base=self.base, listing=f"{self.base}/api/v1/repos/EVN/{{obs_id}}/contents")

    def __missing__(self, fact: str) -> str:
        return f"{self.base}/{fact}"


class Services(dict[str, Facts]):
    def __missing__(self, service: str) -> Facts:
        return Facts(service)


@pytest.mark.parametrize("name", ["demo/profile.yaml", *(f"ui-tests/{name}" for name in PROFILES.values())])
def test_a_filled_profile_has_no_problems(name: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    fill(ROOT / name, path, Services())
    shutil.copy(ROOT / "ui-tests" / "institute-logo.svg", tmp_path)
    told = project(read_profile(path))
    assert told.problems == []
    # The site in trouble is for failures only.
    if "trouble" not in name:
        assert told.resolvers
        assert told.examples


def test_two_profiles_give_two_portals(tmp_path: Path) -> None:
    shutil.copy(ROOT / "ui-tests" / "institute-logo.svg", tmp_path)
    portals = []
    for name in (PROFILES["ESAP_PROFILE"], PROFILES["ESAP_PROFILE_INSTITUTE"]):
        fill(ROOT / "ui-tests" / name, tmp_path / name, Services())
        portals.append(project(read_profile(tmp_path / name)))
    test, institute = portals
    assert test.name != institute.name
    assert institute.look
    assert institute.look.logo
    assert not {service.label for service in test.services}.intersection(
        service.label for service in institute.services
    )
    assert all(service.kind != "forge" for service in institute.services)
    assert test.templates
    assert not institute.templates
