"""The 30 mandatory columns of ivoa.obscore, with the UCDs, utypes and units of ObsCore 1.1 (Table 5)."""

from __future__ import annotations

from .schema import Column, Table

AXES = "Char."
SPACE = f"{AXES}SpatialAxis."
TIME = f"{AXES}TimeAxis."
LIGHT = f"{AXES}SpectralAxis."
POLARISATION = f"{AXES}PolarizationAxis."
LIMITS = "Coverage.Bounds.Limits."


def column(name: str, kind: str, ucd: str, utype: str, description: str, unit: str = "") -> Column:
    return Column(
        name, kind, description, unit, ucd, f"obscore:{utype}",
        xtype="adql:REGION" if name == "s_region" else "",
        principal=name in PRINCIPAL, std=True,
    )  # fmt: skip


PRINCIPAL = {
    "dataproduct_type", "calib_level", "obs_collection", "obs_id", "obs_publisher_did", "access_url",
    "access_format", "access_estsize", "target_name", "s_ra", "s_dec", "s_fov", "s_region", "t_min", "t_max",
    "t_exptime", "em_min", "em_max", "o_ucd", "facility_name", "instrument_name",
}  # fmt: skip

OBSCORE = Table(
    "ivoa.obscore",
    "Made-up observations of a VLBI archive, one row for each source and correlator pass, and a few images "
    "and spectra. Of the demo's own small archive; nothing in it was ever observed.",
    (
        column("dataproduct_type", "char", "meta.code.class", "ObsDataset.dataProductType",
               "Kind of data: visibility, image, spectrum"),
        column("calib_level", "int", "meta.code;obs.calib", "ObsDataset.calibLevel",
               "How far calibrated: 0 raw, 1 in a standard format, 2 calibrated, 3 and 4 derived from that"),
        column("obs_collection", "char", "meta.id", "DataID.Collection", "Collection of data"),
        column("obs_id", "char", "meta.id", "DataID.observationID", "Experiment, or file of an image"),
        column("obs_publisher_did", "char", "meta.ref.ivoid", "Curation.PublisherDID",
               "Identifier that the archive gave to the data set"),
        column("access_url", "char", "meta.ref.url", "Access.reference",
               "Where the data, or the links to them, can be had"),
        column("access_format", "char", "meta.code.mime", "Access.format", "Content type behind access_url"),
        column("access_estsize", "long", "phys.size;meta.file", "Access.size",
               "Size of the whole data set, about; the files of this archive are small stand-ins", "kbyte"),
        column("target_name", "unicodeChar", "meta.id;src", "Target.name", "Name of the source"),
        column("s_ra", "double", "pos.eq.ra", f"{SPACE}Coverage.Location.Coord.Position2D.Value2.C1",
               "ICRS right ascension of the centre", "deg"),
        column("s_dec", "double", "pos.eq.dec", f"{SPACE}Coverage.Location.Coord.Position2D.Value2.C2",
               "ICRS declination of the centre", "deg"),
        column("s_fov", "double", "phys.angSize;instr.fov", f"{SPACE}Coverage.Bounds.Extent.diameter",
               "Diameter of the region covered", "deg"),
        column("s_region", "char", "pos.outline;obs.field", f"{SPACE}Coverage.Support.Area",
               "Region covered, a circle in ICRS"),
        column("s_resolution", "double", "pos.angResolution", f"{SPACE}Resolution.Refval.value",
               "Angular resolution", "arcsec"),
        column("s_xel1", "long", "meta.number", f"{SPACE}numBins1", "Pixels along the first axis"),
        column("s_xel2", "long", "meta.number", f"{SPACE}numBins2", "Pixels along the second axis"),
        column("t_min", "double", "time.start;obs.exposure", f"{TIME}{LIMITS}StartTime",
               "Start of the observation, MJD", "d"),
        column("t_max", "double", "time.end;obs.exposure", f"{TIME}{LIMITS}StopTime",
               "End of the observation, MJD", "d"),
        column("t_exptime", "double", "time.duration;obs.exposure", f"{TIME}Coverage.Support.Extent",
               "Time on the source", "s"),
        column("t_resolution", "double", "time.resolution", f"{TIME}Resolution.Refval.value",
               "Resolution in time", "s"),
        column("t_xel", "long", "meta.number", f"{TIME}numBins", "Elements along the time axis"),
        column("em_min", "double", "em.wl;stat.min", f"{LIGHT}{LIMITS}LoLimit", "Shortest wavelength", "m"),
        column("em_max", "double", "em.wl;stat.max", f"{LIGHT}{LIMITS}HiLimit", "Longest wavelength", "m"),
        column("em_res_power", "double", "spect.resolution", f"{LIGHT}Resolution.ResolPower.refVal",
               "Spectral resolving power"),
        column("em_xel", "long", "meta.number", f"{LIGHT}numBins", "Spectral channels"),
        column("o_ucd", "char", "meta.ucd", f"{AXES}ObservableAxis.ucd", "UCD of what was measured"),
        column("pol_states", "char", "meta.code;phys.polarization", f"{POLARISATION}stateList",
               "Polarisation states, between slashes"),
        column("pol_xel", "long", "meta.number", f"{POLARISATION}numBins", "Polarisation products"),
        column("facility_name", "char", "meta.id;instr.tel", "Provenance.ObsConfig.Facility.name",
               "Observatory"),
        column("instrument_name", "char", "meta.id;instr", "Provenance.ObsConfig.Instrument.name",
               "Instrument"),
    ),
    utype="ivo://ivoa.net/std/obscore#table-1.1",
)  # fmt: skip
