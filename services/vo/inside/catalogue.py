"""The catalogue of radio sources that the cone search answers from."""

import csv
from pathlib import Path
from random import Random

from positions import HARD, anywhere

COLUMNS = ("id", "name", "ra", "dec", "flux_5ghz", "e_flux", "spindex", "n_obs")
MANY = 3000


def make(folder: Path, random: Random) -> None:
    with (folder / "sources.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for i, (name, ra, dec) in enumerate([*HARD, *(anywhere(random) for _ in range(MANY))]):
            # Some fluxes and some indices are missing.
            no_flux, no_index = i % 17 == 5, i % 5 == 2
            table.writerow(
                [
                    f"RS{i:05d}",
                    name,
                    repr(ra),
                    repr(dec),
                    "" if no_flux else f"{random.lognormvariate(-2, 1):.4f}",
                    "" if no_flux else f"{random.uniform(0.001, 0.01):.4f}",
                    "" if no_index else f"{random.gauss(-0.4, 0.4):.2f}",
                    random.randint(0, 40),
                ]
            )
