"""The objects that this resolver knows: those of the test catalogue, and some that everybody does.

Positions are good to an arc second or so; what else is said of an object is made up.
"""

from __future__ import annotations

from dataclasses import dataclass

from services.vo.inside.positions import HARD


@dataclass(frozen=True)
class Found:
    """What one database says of an object."""

    database: str
    """S, N or V: SIMBAD, NED, VizieR."""
    name: str
    kind: str
    ra: float
    dec: float
    aliases: tuple[str, ...] = ()
    error: float | None = 1.0
    """Of the position, in milliarcseconds; None where the database does not say."""


# By the ways in which a person may write the name.
OBJECTS: dict[tuple[str, ...], list[Found]] = {
    ("3C 84", "3C84", "NGC 1275", "Perseus A", "J0319+4130"): [
        Found(
            "S",
            "3C  84",
            "Sy2",
            49.9506671,
            41.5116956,
            ("NGC  1275", "NAME Perseus A", "3C  84", "ICRF J031948.1+413042"),
        ),
        Found("N", "NGC 1275", "G", 49.9506671, 41.5116950, ("3C 084", "NGC 1275"), 250.0),
        Found("V", "{NGC} 1275", "", 49.9500, 41.5117, (), None),
    ],
    ("3C 273", "3C273", "J1229+0203"): [
        Found(
            "S", "3C 273", "BLL", 187.2779154, 2.0523883, ("3C 273", "PG 1226+023", "ICRF J122906.6+020308")
        ),
        Found("N", "3C 273", "QSO", 187.2779159, 2.0523884, (), 1.0),
    ],
    ("M 87", "M87", "NGC 4486", "3C 274", "Virgo A"): [
        Found("S", "M  87", "AGN", 187.7059304, 12.3911233, ("NGC  4486", "NAME Virgo A", "3C 274")),
        Found("N", "MESSIER 087", "G", 187.7059308, 12.3911233, ("NGC 4486",), 1.0),
    ],
    ("Cen A", "CenA", "Centaurus A", "NGC 5128"): [
        Found("S", "NAME Centaurus A", "Sy2", 201.3650633, -43.0191125, ("NGC  5128", "NAME Cen A")),
    ],
    ("Barnard's Star", "Barnard Star"): [
        Found("S", "NAME Barnard's star", "BY*", 269.4520753, 4.6933649, ("GJ   699", "HIP  87937")),
    ],
    ("Cyg A", "Cygnus A", "3C 405"): [
        Found("S", "NAME Cygnus A", "Sy2", 299.8681525, 40.7339156, ("3C 405", "NAME Cyg A")),
    ],
    ("M 31", "M31", "Andromeda"): [Found("S", "M  31", "AGN", 10.6847083, 41.2687500, ("NGC   224",))],
    # The databases mean different things by it: the nebula, the pulsar, and a field far away.
    ("Crab",): [
        Found("S", "M   1", "SNR", 83.6324, 22.0174, ("NAME Crab", "NAME Crab Nebula", "NGC  1952"), 2000.0),
        Found("N", "CRAB PULSAR", "PSR", 83.6330833, 22.0145, (), 1.0),
        Found("V", "{Crab}", "", 84.05, 21.14, (), None),
    ],
    # SIMBAD does not have it; the next one does.
    ("WISE J0000+0000",): [Found("N", "WISEA J000000.00+000000.0", "IrS", 0.0, 0.0, (), 300.0)],
    ("AT VizieR only",): [Found("V", "{only} 1", "", 120.5, -0.5, (), None)],
}


def plain(name: str) -> str:
    """A name as names are compared: without case, without blanks."""
    return "".join(name.split()).casefold()


def index() -> dict[str, list[Found]]:
    """By plain name: the objects above first, then the sources of the catalogue as it has them."""
    found = {plain(name): list(hits) for names, hits in OBJECTS.items() for name in names}
    for name, ra, dec in HARD:
        if plain(name):
            found.setdefault(plain(name), [Found("S", name, "Rad", ra, dec, (name,))])
    return found


INDEX = index()


def ask(name: str, databases: str) -> list[Found]:
    """What Sesame lists: the first database with an answer, or with A what all of them say."""
    hits = INDEX.get(plain(name), [])
    if "A" in databases:
        return hits
    for letter in databases or "SNV":
        of_one = [hit for hit in hits if hit.database == letter]
        if of_one:
            return of_one
    return []
