"""Makes the data of the test archive: the same on every machine.

make_data.py INPUTS BASE: into DaCHS' folder of inputs, for a server at that URL.
Run by Debian's Python, whose astropy writes the FITS files.
"""

import sys
from pathlib import Path
from random import Random

import archive
import catalogue
import images
import numpy as np
import registry


def main() -> None:
    inputs, base = Path(sys.argv[1]), sys.argv[2]

    def data(name: str) -> Path:
        folder = inputs / name / "data"
        folder.mkdir(parents=True)
        return folder

    random = Random(20241122)
    catalogue.make(data("radio"), random)
    archive.make(data("evn"), random)
    noise = np.random.default_rng(7)
    images.make_maps(data("maps"), noise)
    images.make_spectra(data("spectra"), noise)
    registry.make(data("rr"), base)


if __name__ == "__main__":
    main()
