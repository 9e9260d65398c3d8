"""Positions on the sky, and names that are hard on programs."""

import math
from random import Random

# Name, RA and Dec (ICRS, degrees): quotes, markup, wildcards, other alphabets, blanks and nothing at all;
# both sides of 0 h, both poles, declinations between 0 and -1 degree.
HARD = [
    ("3C84", 49.9506671, 41.5116956),
    ("M 87 \u03b1", 187.7059304, 12.3911233),
    ("Barnard's Star", 269.4520753, 4.6933649),
    ('He said "core"', 10.6847, 41.2687),
    ("<b>3C 273</b><script>alert(1)</script>", 187.2779154, 2.0523883),
    ("100%_done", 120.5, -0.5),
    ("back\\slash", 12.0, -0.25),
    ("J0000-0012", 0.0, -0.2083333333),
    ("J2359+0001", 359.99999, 0.0166666667),
    ("J0000+0000", 0.0, 0.0),
    ("NORTHPOLE", 0.0, 90.0),
    ("SOUTHPOLE", 0.0, -90.0),
    ("J0530-0030", 82.5, -0.5),
    ("CenA", 201.3650633, -43.0191125),
    (" leading blank", 300.0, -5.5),
    ("", 200.0, -10.0),
]


def anywhere(random: Random) -> tuple[str, float, float]:
    """A source at a place of which all are equally likely, named after it as catalogues do."""
    ra, dec = random.uniform(0, 360), math.degrees(math.asin(random.uniform(-1, 1)))
    hours, height = ra / 15, abs(dec)
    sign = "-" if dec < 0 else "+"
    name = f"J{int(hours):02d}{int(hours % 1 * 60):02d}{sign}{int(height):02d}{int(height % 1 * 60):02d}"
    return name, ra, dec
