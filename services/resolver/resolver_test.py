"""Answers of the resolver, read by astropy (the lines) and by an XML reader."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from astropy.coordinates import SkyCoord
from astropy.coordinates.name_resolve import NameResolveError, get_icrs_coordinates, sesame_url

from services.resolver.answer import sexagesimal
from services.vo.inside.positions import HARD


@pytest.fixture
def sesame(facts: dict[str, Any]) -> Iterator[str]:
    url = facts["resolver"]["sesame"]
    with sesame_url.set([url]):
        yield url


def xml(url: str, *names: str) -> ElementTree.Element:
    query = "&".join(urllib.parse.quote(name, safe="") for name in names)
    with urllib.request.urlopen(f"{url}?{query}", timeout=20) as answer:
        return ElementTree.fromstring(answer.read())


def texts(where: ElementTree.Element, path: str) -> list[str | None]:
    return [found.text for found in where.findall(path)]


@pytest.mark.parametrize("name", ["3C 84", "ngc 1275", "3c84"])
def test_astropy_finds_a_source(sesame: str, name: str) -> None:
    found: Any = get_icrs_coordinates(name)
    assert (found.ra.deg, found.dec.deg) == pytest.approx((49.9506671, 41.5116956), abs=1e-6)


def test_astropy_finds_nothing(sesame: str) -> None:
    with pytest.raises(NameResolveError, match="Unable to find coordinates"):
        get_icrs_coordinates("no such thing")


@pytest.mark.parametrize(("name", "ra", "dec"), [hard for hard in HARD if hard[0].strip()])
def test_hard_names(sesame: str, name: str, ra: float, dec: float) -> None:
    found = xml(f"{sesame}/-oxpI/A", name)
    assert texts(found, "Target/name") == [name]
    assert float(found.findtext("Target/Resolver/jradeg", "")) == pytest.approx(ra, abs=1e-6)
    assert float(found.findtext("Target/Resolver/jdedeg", "")) == pytest.approx(dec, abs=1e-6)


def test_databases_in_turn_or_all(sesame: str) -> None:
    first = xml(f"{sesame}/-oxp/NSV", "Crab")
    assert texts(first, "Target/Resolver/oname") == ["CRAB PULSAR"]
    every = xml(f"{sesame}/-oxpI/A", "Crab")
    assert texts(every, "Target/Resolver/oname") == ["M   1", "CRAB PULSAR", "{Crab}"]
    assert "NAME Crab Nebula" in texts(every, "Target/Resolver/alias")
    assert texts(first, "Target/Resolver/alias") == []


def test_several_names_and_one_that_is_unknown(sesame: str) -> None:
    found = xml(f"{sesame}/-oxp/SNV", "M 87", "no such thing")
    assert texts(found, "Target/name") == ["M 87", "no such thing"]
    assert texts(found, "Target/INFO") == ["*** Nothing found ***"]
    assert len(found.findall("Target/Resolver")) == 1


def test_down(facts: dict[str, Any]) -> None:
    with pytest.raises(urllib.error.HTTPError, match="503"):
        xml(facts["resolver"]["down"], "M 87")


@pytest.mark.parametrize("hard", HARD)
def test_sexagesimal_is_what_astropy_writes(hard: tuple[str, float, float]) -> None:
    place: Any = SkyCoord(*hard[1:], unit="deg")
    hours = place.ra.to_string(unit="hour", sep=":", precision=2, pad=True).replace(
        "24:00:00.00", "00:00:00.00"
    )
    degrees = place.dec.to_string(sep=":", precision=1, pad=True, alwayssign=True)
    assert sexagesimal(*hard[1:]) == f"{hours} {degrees}"
