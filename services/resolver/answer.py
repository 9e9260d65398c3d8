"""Answers in the forms of Sesame, as its documentation (https://vizier.cds.unistra.fr/vizier/doc/sesame.htx)
and its clients have them: XML by the schema sesame_4x, and lines that begin with a percent sign.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from .objects import Found, ask

BEGIN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Sesame xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://vizier.u-strasbg.fr/xml/sesame_4x.xsd">\n'
)
DONE = "====Done (2026-Nov-01,10:00:00z)===="
NOTHING = "*** Nothing found ***"
DATABASES = {"S": "Sc=Simbad (CDS, via client/server)", "N": "N=NED", "V": "V1=VizieR (CDS)"}


def sexagesimal(ra: float, dec: float) -> str:
    """Hours and degrees as Sesame writes them, from whole hundredths and tenths of a second."""
    hundredths = round(ra / 15 * 360000) % (24 * 360000)
    tenths = round(abs(dec) * 36000)
    sign = "-" if dec < 0 else "+"
    hours = f"{hundredths // 360000:02d}:{hundredths // 6000 % 60:02d}:{hundredths % 6000 / 100:05.2f}"
    return f"{hours} {sign}{tenths // 36000:02d}:{tenths // 600 % 60:02d}:{tenths % 600 / 10:04.1f}"


def xml(names: list[str], databases: str, identifiers: bool) -> str:
    text = [BEGIN]
    for i, name in enumerate(names, 1):
        text.append(f'<Target option="{databases}">\n  <name>{escape(name)}</name>\n')
        text.append(f"  <!--  Q{31415900 + i} #{i}  -->\n")
        hits = ask(name, databases)
        text.extend(resolver(hit, identifiers) for hit in hits)
        if not hits:
            text.append(f"  <INFO>{NOTHING}</INFO>\n")
        text.append("</Target>\n")
    return "".join([*text, f"</Sesame>\n<!--- {DONE}  -->\n"])


def resolver(hit: Found, identifiers: bool) -> str:
    lines = [
        f'<Resolver name="{DATABASES[hit.database]}"><!-- delay: 3ms [1] -->',
        f"<otype>{hit.kind}</otype>" if hit.kind else "",
        f"<jpos>{sexagesimal(hit.ra, hit.dec)}</jpos>",
        f"<jradeg>{hit.ra:.7f}</jradeg>",
        f"<jdedeg>{hit.dec:.7f}</jdedeg>",
        f"<errRAmas>{hit.error}</errRAmas><errDEmas>{hit.error}</errDEmas>" if hit.error else "",
        f"<oname>{escape(hit.name)}</oname>",
        *(f"<alias>{escape(alias)}</alias>" for alias in hit.aliases if identifiers),
        "<nrefs>17</nrefs>",
    ]
    return "  " + "\n    ".join(line for line in lines if line) + "\n  </Resolver>\n"


def lines(names: list[str], databases: str, identifiers: bool) -> str:
    text: list[str] = []
    for i, name in enumerate(names, 1):
        text.append(f"# {name}\t#Q{31415900 + i}")
        hits = ask(name, databases)
        for hit in hits:
            text.append(f"#={DATABASES[hit.database]}:    1     3ms")
            text.append(f"%C.0 {hit.kind}" if hit.kind else "%C.0")
            text.append(f"%J {hit.ra:.7f} {hit.dec:+.7f} = {sexagesimal(hit.ra, hit.dec)}")
            if hit.error:
                text.append(f"%J.E [{hit.error:.2f} {hit.error:.2f} 90] A")
            text.append(f"%I.0 {hit.name}")
            text.extend(f"%I {alias}" for alias in hit.aliases if identifiers)
            text.append("#B 17")
        if not hits:
            text.append(f"#! {NOTHING} ")
        text.append("")
    return "\n".join([*text, f"#{DONE}", ""])
