"""Small radio maps, one of them under embargo, and optical spectra."""

from pathlib import Path

import numpy as np
from astropy.io import fits
from positions import HARD

PIXELS = 128


def make_maps(folder: Path, random: np.random.Generator) -> None:
    targets = [HARD[0], ("3C 273", *HARD[4][1:]), HARD[7], HARD[13], HARD[0], ("EMBARGOED", 120.0, -30.0)]
    middle = PIXELS / 2 + 0.5
    y, x = np.mgrid[:PIXELS, :PIXELS] - PIXELS / 2
    for i, (name, ra, dec) in enumerate(targets):
        head = fits.Header(
            {
                "CTYPE1": "RA---SIN", "CRVAL1": ra, "CRPIX1": middle, "CDELT1": -1 / 3600, "CUNIT1": "deg",
                "CTYPE2": "DEC--SIN", "CRVAL2": dec, "CRPIX2": middle, "CDELT2": 1 / 3600, "CUNIT2": "deg",
                "RADESYS": "ICRS", "EQUINOX": 2000.0, "OBJECT": name,
                "DATE-OBS": f"20{5 + i:02d}-03-0{i + 1}T12:00:00", "TELESCOP": "EVN",
                "BUNIT": "JY/BEAM", "FREQ": 4.974e9, "PROJECT": "N05L1",
            }
        )  # fmt: skip
        sky = random.normal(0, 1e-4, x.shape) + 0.5 * np.exp(-(x**2 + y**2) / 20)
        kind = "embargo" if name == "EMBARGOED" else "map"
        fits.PrimaryHDU(sky.astype(">f4"), head).writeto(folder / f"{kind}_{i}.fits")


def make_spectra(folder: Path, random: np.random.Generator) -> None:
    for i, (name, ra, dec) in enumerate([HARD[0], HARD[2], HARD[13], HARD[7], HARD[5]]):
        wave = np.linspace(4000, 7000, 1500)
        flux = 1 + 0.1 * np.sin(wave / 100) + random.normal(0, 0.01, wave.size)
        table = fits.BinTableHDU.from_columns(
            [fits.Column("WAVE", "D", "Angstrom", array=wave), fits.Column("FLUX", "D", "Jy", array=flux)]
        )
        head = fits.Header(
            {
                "OBJECT": name, "RA": ra, "DEC": dec, "MJD": 53000.0 + 400 * i, "EXPTIME": 300.0 * (i + 1),
                "WMIN": 4e-7, "WMAX": 7e-7, "NPTS": wave.size,
            }
        )  # fmt: skip
        fits.HDUList([fits.PrimaryHDU(header=head), table]).writeto(folder / f"spec_{i}.fits")
