"""What operators are given to read and to begin with is true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from . import DEFAULT, project, read_profile

DOCS = Path(__file__).parent.parent.parent / "docs" / "operator"
SCHEMA = json.loads((DOCS / "profile.schema.json").read_text())
EXAMPLES = sorted((DOCS / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", [*EXAMPLES, DEFAULT], ids=lambda path: path.name)
def test_a_profile_that_we_give_has_no_problems(path: Path) -> None:
    told = project(read_profile(path))
    assert told.problems == []
    assert told.services
    Draft202012Validator(SCHEMA).validate(yaml.safe_load(path.read_text()))


def test_the_examples_give_two_different_portals() -> None:
    evn, institute = (project(read_profile(path)) for path in EXAMPLES)
    assert evn.name != institute.name
    assert evn.services[0].label != institute.services[0].label
    assert evn.look
    assert evn.look.logo
    assert next(one for one in evn.templates if one.id == "visibility").kernel == "casa"


def test_the_guide_names_every_field_and_no_other() -> None:
    parts = [SCHEMA, *SCHEMA["$defs"].values()]
    fields = {name for part in parts for name in part["properties"]}
    guide = (DOCS / "profile.md").read_text()
    said = {name for names in re.findall(r"`([\w.]+)`", guide) for name in names.split(".")}
    assert fields <= said
    rows = {
        name for names in re.findall(r"^\| `([\w.]+)` \|", guide, re.MULTILINE) for name in names.split(".")
    }
    assert rows <= fields


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
