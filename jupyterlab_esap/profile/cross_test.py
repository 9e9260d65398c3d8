"""What of a profile has to fit together, and how little is left out where it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from . import ReadProfile, project, read_profile

WHOLE = """\
services:
  - id: evn
    label: EVN
    kind: tap
    url: http://evn-vo.example.org/tap
    experiment: {pattern: '[A-Z]{1,2}\\d{2,3}[A-Z0-9]*', example: N05L1}
    pass: '~\\?([^_]+_\\d+_\\d+_\\d+)_'
    columns: [experiment, target, t_xel]
    notebooks:
      - {service: forge, listing: 'https://forge.example.org/git/api/v1/repos/EVN/{obs_id}/contents'}
      - {service: forge, listing: 'https://raw.example.org/{obs_id}/list'}
    access: {private_months: 12}
    examples:
      - {label: 3C 84, box: 3C 84, radius: 2, unit: arcmin}
  - {id: forge, label: F, kind: forge, url: 'https://forge.example.org/git', origins: ['https://raw.example.org']}
  - {id: sesame, label: S, kind: resolver, url: 'https://sesame.example.org/nph-sesame'}
resolvers: [sesame]
examples:
  - {label: M 87, box: M 87, services: [evn]}
templates:
  - {id: own, label: Own, file: own.ipynb, products: [cube], kernel: casa}
mounts:
  - {url: 'http://archive.example.org/exp', path: /archive/exp}
look:
  logo: logo.svg
  help:
    - {label: Help, url: 'https://www.example.org/help'}
defaults: {radius: 2, unit: arcmin, positions: degrees, spectral: cm}
"""
SVG = '<?xml version="1.0"?><!-- a mark --><svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "logo.svg").write_text(SVG)
    (tmp_path / "own.ipynb").write_text(json.dumps({"nbformat": 4, "cells": []}))
    return tmp_path


def read(folder: Path, text: str) -> ReadProfile:
    path = folder / "site.yaml"
    path.write_text(text)
    return read_profile(path)


def test_what_fits_goes_to_the_browser(folder: Path) -> None:
    told = project(read(folder, WHOLE))
    assert told.problems == []
    evn, forge, sesame = told.services
    assert (evn.category, forge.category, sesame.category) == ("observations", None, None)
    assert evn.experiment
    assert evn.experiment.example == "N05L1"
    assert evn.pass_ == r"~\?([^_]+_\d+_\d+_\d+)_"
    assert json.loads(evn.to_json())["pass"] == evn.pass_
    assert evn.notebooks
    assert len(evn.notebooks) == 2
    assert evn.access
    assert evn.access.after == "t_max"
    assert not forge.selected
    assert told.resolvers == ["sesame"]
    assert [(one.label, one.services) for one in told.examples] == [("M 87", ["evn"]), ("3C 84", ["evn"])]
    assert [one.id for one in told.templates] == ["own", "image", "spectrum", "visibility", "rows"]
    assert told.mounts == ["http://archive.example.org/exp/"]
    assert told.look
    assert told.look.logo
    assert told.look.logo.startswith("data:image/svg+xml;base64,")
    assert told.defaults.spectral == "cm"
    # No path of this machine leaves it.
    for path in ("/archive/exp", str(folder), "own.ipynb", "logo.svg"):
        assert path not in told.to_json()


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("'[A-Z]{1,2}\\d{2,3}[A-Z0-9]*'", "'(?i)n'", 6, "`pattern`: `(?i` is not for use here"),
        ("N05L1", "05L1", 6, "`experiment`: the example 05L1 does not fit the pattern."),
        ("_\\d+)_'", "_\\d+_'", 7, "`pass`: it is no regular expression: "),
        ("[experiment, target, t_xel]", "[target, 'a b']", 8, "`columns` is 'a b': "),
        ("{service: forge, listing: 'https://raw", "{service: sesame, listing: 'https://raw", 11,
         "`sesame` is not the id of a service of kind `forge`."),
        ("https://forge.example.org/git/api", "https://forge.example.org/gitter/api", 10,
         "this is not below the URL of `forge` or an origin of it."),
        ("https://raw.example.org/{obs_id}", "https://{obs_id}.example.org/x", 11,
         "`listing`: scheme and host stand"),
        ("https://raw.example.org/{obs_id}", "https://raw.example.org/../{obs_id}", 11,
         "`listing`: the path has"),
        ("{private_months: 12}", "{private_months: 0}", 12, "`private_months` is 0: "),
        ("radius: 2, unit: arcmin}\n  - {id: f", "radius: -2}\n  - {id: f", 14, "`radius` is -2: "),
        ("unit: arcmin}\n  - {id: f", "services: [evn]}\n  - {id: f", 14, "an example of `evn` is for"),
        ("kind: resolver,", "kind: resolver, columns: [x],", 16,
         "a resolver is not searched and has no `columns`."),
        ("resolvers: [sesame]", "resolvers: [evn]", 17, "`evn` is not the id of a service of kind"),
        ("resolvers: [sesame]", "resolvers: [sesame, sesame]", 17, "`sesame` is asked already."),
        ("services: [evn]", "services: [forge]", 19, "`forge` is not the id of a service to search."),
        ("own.ipynb", "gone.ipynb", 21, "gone.ipynb can't be read: No such file or directory."),
        ("own.ipynb", "logo.svg", 21, "logo.svg is no notebook of format 4."),
        ("own.ipynb", "../own.ipynb", 21, "`file`: this is the name of a file beside the profile"),
        ("/archive/exp}", "archive}", 23, "`path`: this is a whole path"),
        ("/archive/exp}", "[/archive/exp]}", 23, "`path`: input should be a valid string."),
        ("example.org/exp'", "example.org/exp?x'", 23, "`url`: this is the beginning of URLs"),
        ("logo: logo.svg", "logo: own.ipynb", 25, "own.ipynb is neither SVG nor PNG."),
        ("https://www.example.org/help", "javascript:alert(1)", 27, "`url`: it does not begin with http"),
        ("unit: arcmin, positions", "unit: feet, positions", 28, "`unit` is 'feet'; it may be "),
    ],
)  # fmt: skip
def test_only_what_does_not_fit_is_left_out(folder: Path, old: str, new: str, line: int, words: str) -> None:
    assert WHOLE.count(old) == 1, old
    got = read(folder, WHOLE.replace(old, new))
    assert len(got.problems) == 1, got.problems
    assert got.problems[0].startswith(f"site.yaml, line {line}: {words}"), got.problems
    whole = json.loads(project(read(folder, WHOLE)).to_json())
    left = json.loads(project(got).to_json())
    assert [service["id"] for service in left["services"]] == ["evn", "forge", "sesame"]
    assert left != whole or "columns" in new or "[sesame, sesame]" in new


def test_a_bad_page_of_help_takes_nothing_else_away(folder: Path) -> None:
    page = "    - {label: Two, url: 'https://www.example.org/two'}\n"
    look = project(
        read(folder, WHOLE.replace("https://www.example.org/help'}\n", f"ftp://h/'}}\n{page}"))
    ).look
    assert look
    assert look.logo
    assert [page.label for page in look.help] == ["Two"]


def test_what_hangs_on_a_bad_service_is_said_too(folder: Path) -> None:
    got = read(folder, WHOLE.replace("kind: resolver", "kind: oracle"))
    assert [problem.partition(": ")[0] for problem in got.problems] == [
        "site.yaml, line 16",
        "site.yaml, line 17",
    ]
    assert got.profile.resolvers == ()


def test_several_entries_of_one_list(folder: Path) -> None:
    text = "examples:\n" + "".join(f"  - {{label: a{i}, {'box' if i % 2 else 'bux'}: x}}\n" for i in range(6))
    got = read(folder, text)
    assert [example.label for example in got.profile.examples] == ["a1", "a3", "a5"]
    assert sorted({problem.split(":")[0] for problem in got.problems}) == [
        f"site.yaml, line {i}" for i in (2, 4, 6)
    ]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("logo.png", b"\x89PNG\r\n\x1a\nrest", None),
        ("logo.svg", b"\xef\xbb\xbf<svg>", None),
        ("logo.svg", b"<html><svg>", "logo.svg is neither SVG nor PNG."),
        ("logo.png", b"GIF89a", "logo.png is neither SVG nor PNG."),
        ("logo.svg", b"<svg>" + b" " * 65536, "logo.svg is larger than 64 kB."),
    ],
)
def test_a_logo_is_what_it_says(tmp_path: Path, name: str, data: bytes, words: str | None) -> None:
    (tmp_path / name).write_bytes(data)
    got = read(tmp_path, f"look: {{logo: {name}}}")
    assert got.problems == ((f"site.yaml, line 1: {words}",) if words else ())
    assert (got.logo is None) == (words is not None)


def test_the_templates_of_the_package_can_be_replaced_or_switched_off(folder: Path) -> None:
    text = "templates: [{id: image, label: Ours, file: own.ipynb}]\nbuiltin_templates: "
    assert [one.label for one in read(folder, text + "true").templates][:2] == ["Ours", "Spectrum"]
    assert [one.label for one in read(folder, text + "false").templates] == ["Ours"]


def test_a_category_is_what_the_table_says(folder: Path) -> None:
    def category(more: str) -> str | None:
        text = f"services: [{{id: a, label: A, url: 'http://h/', {more}}}]"
        return project(read(folder, text)).services[0].category

    assert category("kind: scs") == "catalogues"
    assert category("kind: scs, category: observations") == "observations"
    assert category("kind: tap") == "observations"
    assert category("kind: tap, table: evn.ObsCore") == "observations"
    assert category("kind: tap, table: nvss.main") == "catalogues"
    assert category("kind: forge") is None
