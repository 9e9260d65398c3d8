"""Positions as astropy writes and reads them, for the test of our own reader: JSON on standard output.

`python services/vo/positions_oracle.py COUNT SEED`
"""

from __future__ import annotations

import json
import random
import sys
from typing import Any

import astropy.units
from astropy.coordinates import Angle, SkyCoord

# astropy makes its units and frames at run time, unseen by type checkers.
u: Any = astropy.units

# Where mistakes live: poles, the equator from below, zero hours, the carry of seconds.
AWKWARD = [
    (0.0, 0.0),
    (0.0, 90.0),
    (359.99999999, -90.0),
    (187.27791666666667, 2.0525),
    (15 * (23 + 59 / 60 + 59.9996 / 3600), -1e-9),
    (1e-9, -0.5),
    (180.0, -1 / 3600),
    (90.0, 89.9999999),
]
SIGNS = str.maketrans("-dms", "−°′″")


def writings(point: Any, chance: random.Random) -> dict[str, str]:
    """The same position in many hands; all with enough digits for 1e-10 degrees."""
    colon, blank, letters = ":", " ", "hms"
    ra = {sep: point.ra.to_string(u.hour, sep=sep, precision=10, pad=True) for sep in (colon, blank, letters)}
    dec = {
        sep: point.dec.to_string(u.deg, sep=sep, precision=9, pad=chance.random() < 0.5, alwayssign=True)
        for sep in (colon, blank, "dms")
    }
    typeset = dec["dms"].translate(SIGNS)
    galactic = point.galactic
    return {
        "colons": f"{ra[colon]} {dec[colon]}",
        "blanks": f"{ra[blank]} {dec[blank]}",
        "letters": f"{ra[letters]}{dec['dms']}",
        "labels": f"RA = {ra[letters]}, Dec = {dec['dms']} (J2000)",
        "typeset": f"α = {ra[letters]}, δ = {typeset}",
        "comma": f"{ra[blank].replace('.', ',')} {dec[blank].replace('.', ',')}",
        "hmsdms": point.to_string("hmsdms", precision=10),
        "decimal": f"{float(point.ra.deg)!r} {float(point.dec.deg)!r}",
        "decimal comma": f"{point.ra.deg:.12f}; {point.dec.deg:.12f}".replace(".", ","),
        "degrees": f"{point.ra.to_string(u.deg, precision=9)} {point.dec.to_string(u.deg, precision=9)}",
        "hours": f"{point.ra.hour:.13f}h {point.dec.deg:.12f}d",
        "galactic": f"l={galactic.l.deg:.12f} b={galactic.b.deg:+.12f}",
    }


def case(ra: float, dec: float, other: tuple[float, float], chance: random.Random) -> dict[str, Any]:
    point: Any = SkyCoord(ra * u.deg, dec * u.deg)
    second: Any = SkyCoord(other[0] * u.deg, other[1] * u.deg)
    digits = chance.randint(0, 6)
    # astropy does not carry 24h to 0h.
    angle: Any = Angle(ra * u.deg)
    formatted = angle.to_string(u.hour, sep=" ", precision=digits, pad=True)
    return {
        "ra": ra,
        "dec": dec,
        "other": other,
        "separation": point.separation(second).deg,
        "digits": digits,
        "formatRa": f"00{formatted[2:]}" if formatted.startswith("24") else formatted,
        "formatDec": point.dec.to_string(u.deg, sep=" ", precision=digits, pad=True, alwayssign=True),
        "writings": writings(point, chance),
    }


def main(count: int, seed: int) -> None:
    chance = random.Random(seed)

    def anywhere() -> tuple[float, float]:
        ra, dec = 360 * chance.random(), 180 * chance.random() - 90
        return (ra, dec) if chance.random() < 0.7 else (ra, 0.02 * chance.random() - 0.01)

    points = AWKWARD + [anywhere() for _ in range(count - len(AWKWARD))]
    cases = []
    for ra, dec in points:
        # Near and far, also just opposite.
        near = ((ra + 1e-4 * chance.random()) % 360, max(-90.0, min(90.0, dec + 1e-4 * chance.random())))
        other = chance.choice([anywhere(), near, ((ra + 180) % 360, -dec)])
        cases.append(case(ra, dec, other, chance))
    json.dump(cases, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
