"""What of a profile reaches the browser, and what does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import BaseModel

from . import model, project, read_profile, rules, service
from .part import Part

# Every field of a profile, by part: told, or kept in the server. Whoever adds one has to decide.
TOLD = {
    "SiteProfile": "name look defaults services resolvers templates examples mounts",
    "SiteLook": "logo help",
    "SiteHelp": "label url",
    "SiteDefaults": "radius unit positions spectral",
    "SiteTemplate": "id label products kernel",
    "SiteMount": "url",
    "SiteExample": "label box radius unit services",
    "SiteExperiment": "pattern example",
    "SiteNotebookRule": "service listing",
    "SiteAccess": "private_months after",
    "SiteService": "id label kind url description selected category table maxrec experiment pass_ columns"
    " notebooks access examples",
}
KEPT = {
    "SiteProfile": "groups builtin_templates network",
    "SiteTemplate": "file",
    "SiteMount": "path",
    "SiteNetwork": "proxy direct authorities",
    "SiteService": "origins private limits",
    "Limits": "bytes parallel first_byte",
}
PROFILE = """
network:
  proxy: http://canary-proxy.example.org:3128
  direct: [.canary-direct.example.org]
  authorities: {folder}/canary-authorities
mounts: [{{url: 'http://archive.example.org/exp/', path: /srv/canary-mount}}]
look: {{logo: canary-logo.svg}}
templates: [{{id: own, label: Own, file: canary-template.ipynb}}]
services:
  - id: a
    label: A
    kind: tap
    url: http://archive.example.org/tap
    origins: ['https://canary-origin.example.org']
    private: true
    limits: {{bytes: 918273645, parallel: 7, first_byte: 918273}}
"""


def parts() -> dict[str, type[BaseModel]]:
    classes = {**vars(model), **vars(service), **vars(rules)}.values()
    return {
        one.__name__: one
        for one in classes
        if isinstance(one, type) and issubclass(one, Part) and one is not Part
    }


def test_every_field_is_told_or_kept() -> None:
    assert set(parts()) == set(TOLD) | set(KEPT)
    for name, part in parts().items():
        told, kept = set(TOLD.get(name, "").split()), set(KEPT.get(name, "").split())
        assert not told & kept
        assert set(part.model_fields) == told | kept, name


def test_what_is_kept_does_not_reach_the_browser(tmp_path: Path) -> None:
    (tmp_path / "canary-authorities").mkdir()
    (tmp_path / "canary-logo.svg").write_text("<svg></svg>")
    (tmp_path / "canary-template.ipynb").write_text(json.dumps({"nbformat": 4, "cells": []}))
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE.format(folder=tmp_path))
    read = read_profile(path)
    assert read.problems == ()
    assert read.profile.network.authorities
    assert read.profile.mounts[0].path == "/srv/canary-mount"
    told = project(read).to_json()
    for secret in ("canary", "918273", str(tmp_path), "3128", "private"):
        assert secret not in told, secret


@pytest.mark.parametrize(
    "line",
    [
        "network: {proxy: 'http://user:canary@proxy.example.org'}",
        "network: {proxy: 'https://canary.example.org:3128'}",
        "network: {proxy: 'http://canary.example.org/path'}",
        "network: {direct: ['canary example']}",
        "network: {direct: 'canary'}",
        "network: {authorities: '../canary'}",
        "network: {authorities: /canary/missing.pem}",
        "mounts: [{url: 'http://a.example.org/', path: canary}]",
    ],
)
def test_a_problem_does_not_repeat_what_is_kept(tmp_path: Path, line: str) -> None:
    """Problems are shown in the panel; a part that is wrong is left out, the rest works."""
    path = tmp_path / "profile.yaml"
    path.write_text(f"name: Rest\n{line}\n")
    read = read_profile(path)
    assert len(read.problems) == 1
    assert read.problems[0].startswith("profile.yaml, line 2: ")
    assert "canary" not in read.problems[0]
    assert (read.profile.name, read.profile.network.made()) == ("Rest", model.SiteNetwork().made())
