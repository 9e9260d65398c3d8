from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from . import DEFAULT, ReadProfile, profile_path, project, read_profile

GOOD = "  - {id: evn, label: EVN, kind: tap, url: 'http://evn-vo.example.org/tap'}"


def read(folder: Path, text: str) -> ReadProfile:
    path = folder / "site.yaml"
    path.write_text(dedent(text))
    return read_profile(path)


def test_a_whole_profile(tmp_path: Path) -> None:
    got = read(
        tmp_path,
        """
        name: A site
        groups: [discover]
        services:
          - id: evn
            label: EVN archive
            kind: tap
            url: http://evn-vo.example.org/tap
            description: Raw visibilities
            origins: [http://archive.example.org, 'https://archive.example.org:443/']
            maxrec: 2000
            private: true
            limits: {bytes: 1000, first_byte: 120}
          - {id: cone, label: A cone, kind: scs, url: 'https://cone.example.org/scs?cat=x&', selected: false}
        """,
    )
    assert got.problems == ()
    evn, cone = got.profile.services
    assert evn.origins == ("http://archive.example.org", "https://archive.example.org")
    assert (evn.limits.bytes, evn.limits.first_byte) == (1000, 120)
    told = project(got)
    assert [service.id for service in told.services] == ["evn", "cone"]
    assert told.services[0].table == "ivoa.obscore"
    assert told.services[1].table is None
    assert cone.url == told.services[1].url == "https://cone.example.org/scs?cat=x&"


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("- {id: a, kind: tap, url: 'http://h/'}", "line 3: `label` is missing."),
        (
            "- {id: a, label: A, kind: sap, url: 'http://h/'}",
            "line 3: `kind` is 'sap'; it may be 'tap', 'scs', 'resolver' or 'forge'.",
        ),
        (
            "- {id: a, label: A, kind: tap, url: 'ftp://h/'}",
            "line 3: `url`: it does not begin with http:// or https://.",
        ),
        ("- {id: a, label: A, kind: tap, url: 'http://u:p@h/'}", "line 3: `url`: it holds a user name."),
        (
            "- {id: a, label: A, kind: tap, url: 'http://h/', selectd: no}",
            "line 3: there is no `selectd` here.",
        ),
        (
            "- id: a\n    label: A\n    kind: tap\n    url: http://h/\n    maxrec: many",
            "line 7: `maxrec` is 'many': ",
        ),
        (
            "- id: a\n    label: A\n    kind: tap\n    url: http://h/\n    origins:\n      - http://h/x",
            "line 8: `origins`: ",
        ),
        (
            "- id: a\n    label: A\n    kind: tap\n    url: http://h/\n    limits: {bytes: 0}",
            "line 7: `bytes` is 0: ",
        ),
        ("- {id: ../a, label: A, kind: tap, url: 'http://h/'}", "line 3: `id` is '../a': "),
        ("- just words", "line 3: this is a mapping, as in `key: value`."),
        (
            "- {id: evn, label: A, kind: tap, url: 'http://h/'}",
            "line 3: a second service is called `evn`; it is left out.",
        ),
    ],
)
def test_a_bad_service_is_left_out_and_said(tmp_path: Path, entry: str, problem: str) -> None:
    path = tmp_path / "site.yaml"
    path.write_text(f"services:\n{GOOD}\n  {entry}\n")
    got = read_profile(path)
    assert [service.id for service in got.profile.services] == ["evn"]
    assert len(got.problems) == 1
    assert got.problems[0].startswith(f"site.yaml, {problem}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("services: [", "site.yaml, line 1: this is not YAML: "),
        ("name: x\n\tservices: []", "site.yaml, line 2: this is not YAML: "),
        ("a: !!python/object/apply:os.system ['true']", "site.yaml, line 1: this is not YAML: "),
        ("- a list", "site.yaml, line 1: a profile is a mapping"),
        ("just words", "site.yaml, line 1: a profile is a mapping"),
        ("services: {a: b}", "site.yaml, line 1: `services` is a list"),
        ("name: x\ngroups: [jobbs]\n", "site.yaml, line 2: `groups` is 'jobbs'; it may be 'discover'."),
        ("name: x\nservice: []\n", "site.yaml, line 2: there is no `service` here."),
        ("[" * 5000, "site.yaml: this is not YAML"),
    ],
)
def test_a_bad_file_leaves_a_profile_without_services(tmp_path: Path, text: str, problem: str) -> None:
    got = read(tmp_path, text)
    assert got.profile.services == ()
    assert got.problems[0].startswith(problem), got.problems
    assert project(got).problems == list(got.problems)


def test_files_that_are_not_there_or_not_text(tmp_path: Path) -> None:
    missing = read_profile(tmp_path / "site.yaml")
    assert missing.problems == ("site.yaml: the profile can't be read: No such file or directory.",)
    (tmp_path / "latin.yaml").write_bytes(b"name: Dwingel\xf6\xf6")
    assert read_profile(tmp_path / "latin.yaml").problems == ("latin.yaml: the profile is not UTF-8 text.",)
    (tmp_path / "empty.yaml").write_text("# nothing\n")
    assert read_profile(tmp_path / "empty.yaml").problems == ()


def test_where_a_profile_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    monkeypatch.delenv("ESAP_PROFILE", raising=False)
    assert profile_path() == DEFAULT
    (tmp_path / "esap").mkdir()
    (tmp_path / "esap" / "profile.yaml").write_text("")
    assert profile_path() == tmp_path / "esap" / "profile.yaml"
    monkeypatch.setenv("ESAP_PROFILE", "/no/such/file")
    assert profile_path() == Path("/no/such/file")
    assert profile_path("/another") == Path("/another")


def test_the_profile_that_comes_with_the_package() -> None:
    got = read_profile(DEFAULT)
    assert got.problems == ()
    evn = got.profile.services[0]
    assert evn.id == "evn"
    assert not any(service.private for service in got.profile.services)
    assert [service.id for service in got.profile.services if service.selected] == [
        "evn", "simbad", "sesame", "sesame-mirror",
    ]  # fmt: skip
    assert evn.pass_
    did = re.search(evn.pass_, "ivo://jive.eu/~?N05L1_050206_2_1_3C84_1658MHz")
    assert did
    assert did[1] == "2_1"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        *(
            (code, True)
            for code in ("N05L1", "EB065", "eb065a", "GK058A", "RSG12", "EY024B", "F19L3", "ES099C")
        ),
        # Names of sources that look much like codes.
        *(
            (name, False)
            for name in ("M87", "M31", "3C84", "W51", "IC342", "NGC1275", "GX339", "EVLac", "N05")
        ),
    ],
)
def test_a_code_of_the_evn_is_told_from_a_name(text: str, is_one: bool) -> None:
    experiment = read_profile(DEFAULT).profile.services[0].experiment
    assert experiment
    assert bool(re.fullmatch(experiment.pattern, text, re.IGNORECASE)) == is_one
