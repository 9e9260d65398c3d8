"""An archive like the EVN's: one row per source and correlator pass, several hundred experiments."""

import csv
import urllib.parse
from pathlib import Path
from random import Random

import numpy as np
from astropy.io import fits
from positions import HARD, anywhere

# Band letters of the network and a frequency of each in GHz.
BANDS = {"P": 0.327, "L": 1.658, "S": 2.268, "C": 4.974, "X": 8.409, "K": 22.230, "Q": 43.1}
LIGHT = 299792458.0
EXPERIMENTS = 420
# Those that tests speak of; the first has the hard names, N24K1 is under embargo.
KNOWN = ["N05L1", "N05C2", "EB065", "GK058A", "RSG12", "EY024B", "F19L3", "N24K1", "ES099C"]
# Start of an observation as MJD, where tests rely on it.
STARTS = {"N05L1": 53400.5, "N24K1": 61300.25}
COLUMNS = (
    "experiment", "target_name", "ra", "dec", "t_min", "t_max", "t_exptime", "t_resolution",
    "em_min", "em_max", "em_xel", "pol_xel", "s_fov", "s_resolution",
    "access_estsize", "nparts", "embargo", "did",
)  # fmt: skip


def codes(random: Random) -> list[str]:
    found = list(KNOWN)
    while len(found) < EXPERIMENTS:
        code = "E{}{:03d}{}".format(
            random.choice("BCDGKPSTVY"), random.randint(1, 120), random.choice(["", "A", "B", "C", "D"])
        )
        if code not in found:
            found.append(code)
    return found


def band_of(code: str, random: Random) -> str:
    """Network experiments have their band in the code."""
    return code[3] if code[0] in "NF" and code[3] in BANDS else random.choice("LLCCXKPSQ")


def make(folder: Path, random: Random) -> None:
    experiments = codes(random)
    # Two places may have the same name, and names stand in identifiers.
    pool = list({place[0]: place for place in (anywhere(random) for _ in range(900))}.values())
    count = 0
    with (folder / "evn.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for k, code in enumerate(experiments):
            hertz = BANDS[band_of(code, random)] * 1e9
            width = random.choice([64e6, 128e6, 256e6])
            start = STARTS.get(code) or random.uniform(51000, 60500)
            many = 40 if code == "N05L1" else 1 if k % 29 == 7 else random.randint(4, 19)
            sources = (HARD if k == 0 else []) + random.sample(pool, many)
            # A large experiment is correlated twice, for different sources; a row gives its whole pass' size.
            passes = 2 if many > 12 else 1
            size, parts = random.randint(10**6, 4 * 10**8), random.choice([1, 1, 2, 5, 12])
            for i, (name, ra, dec) in enumerate(sources):
                begin, seconds = start + i * 0.01, random.randint(120, 28800)
                # As in every archive, some values are missing; never those of the first experiment.
                no_place, no_time, no_band = (k and count % n == r for n, r in ((97, 13), (61, 7), (83, 3)))
                day, label = int(start) % 1000000, urllib.parse.quote(name, safe="")
                table.writerow(
                    [
                        code,
                        name,
                        "" if no_place else repr(ra),
                        "" if no_place else repr(dec),
                        "" if no_time else f"{begin:.6f}",
                        "" if no_time else f"{begin + seconds / 86400:.6f}",
                        seconds,
                        random.choice(["", 1, 2, 4]),
                        "" if no_band else repr(LIGHT / (hertz + width)),
                        "" if no_band else repr(LIGHT / hertz),
                        random.choice([512, 1024, 16384]),
                        random.choice([2, 4]),
                        "" if no_place else f"{0.0417e9 / hertz:.5f}",
                        f"{0.03e9 / hertz:.5f}",
                        size,
                        parts,
                        1 if code == "N24K1" else 0,
                        f"ivo://evn.test/~?{code}_{day:06d}_{1 + i % passes}_1_{label}_{int(hertz / 1e6)}MHz",
                    ]
                )
                count += 1
    make_files(folder / "files")


def make_files(folder: Path) -> None:
    """The files of N05L1 that its links lead to."""
    folder.mkdir()
    (folder / "n05l1.antab").write_text("! dummy system temperatures\nGAIN EF\n" + "1 2 3\n" * 200)
    (folder / "n05l1.uvflg").write_text("! dummy flags\n")
    (folder / "feedback.html").write_text("<html><title>Feedback</title><p>ok</html>")
    fits.PrimaryHDU(np.zeros((512, 1024), ">f4")).writeto(folder / "n05l1.IDI1")
