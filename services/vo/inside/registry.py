"""A small relational registry (RegTAP): the services of this instance, decoys, and one that is dead."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

STANDARD = "ivo://ivoa.net/std/"
SCS, TAP, SIA, SSA = (STANDARD + name for name in ("conesearch", "tap", "sia", "ssa"))
SIA2 = SIA + "#query-2.0"
DECOYS = 300

# Tables and columns of RegTAP 1.1 that a search asks for, with the type of those that are no text.
TABLES = {
    "resource": "ivoid res_type created short_name res_title updated content_level res_description"
    " reference_url creator_seq content_type source_format source_value res_version region_of_regard:real"
    " waveband rights rights_uri harvested_from",
    "capability": "ivoid cap_index:smallint cap_type cap_description standard_id",
    "interface": "ivoid cap_index:smallint intf_index:smallint intf_type intf_role std_version query_type"
    " result_type wsdl_url url_use access_url mirror_url authenticated_only:smallint",
    "res_subject": "ivoid res_subject",
    "res_detail": "ivoid cap_index:smallint detail_xpath detail_value",
    "res_role": "ivoid role_name role_ivoid street_address email telephone logo base_role",
    "alt_identifier": "ivoid alt_identifier",
    "res_table": "ivoid table_index:smallint table_description table_name table_title table_type table_utype",
    "table_column": "ivoid table_index:smallint name ucd unit utype std:smallint datatype column_description",
}


class Registry:
    """Rows of the tables as they are filled, by table."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(
        self, ivoid: str, short: str, title: str, description: str, waveband: str, subject: str,
        capabilities: list[tuple[str, str, str]],
    ) -> None:  # fmt: skip
        """One resource; a capability is its standard, the access URL, and its type."""
        rows = self.rows
        rows["resource"].append(
            {
                "ivoid": ivoid, "res_type": "vs:catalogservice", "created": "2020-01-01T00:00:00",
                "short_name": short, "res_title": title, "updated": "2026-01-01T00:00:00",
                "content_level": "research", "res_description": description, "reference_url": self.base + "/",
                "creator_seq": "Test, A.", "content_type": "catalog", "waveband": waveband,
                "rights": "public",
            }
        )  # fmt: skip
        for i, (standard, url, kind) in enumerate(capabilities):
            rows["capability"].append(
                {
                    "ivoid": ivoid,
                    "cap_index": i,
                    "cap_type": kind,
                    "cap_description": "",
                    "standard_id": standard,
                }
            )
            rows["interface"].append(
                {
                    "ivoid": ivoid, "cap_index": i, "intf_index": i, "intf_type": "vs:paramhttp",
                    "intf_role": "std", "std_version": "", "query_type": "get",
                    "result_type": "application/x-votable+xml",
                    "url_use": "base", "access_url": url, "authenticated_only": 0,
                }
            )  # fmt: skip
            if standard.startswith(TAP):
                rows["res_detail"].append(
                    {
                        "ivoid": ivoid, "cap_index": i, "detail_xpath": "/capability/dataModel/@ivo-id",
                        "detail_value": STANDARD + "obscore#core-1.1",
                    }
                )  # fmt: skip
        rows["res_subject"].append({"ivoid": ivoid, "res_subject": subject})
        for name, email, role in (
            ("Test desk", "invalid@example.org", "contact"),
            ("EVN test", "", "publisher"),
        ):
            rows["res_role"].append({"ivoid": ivoid, "role_name": name, "email": email, "base_role": role})

    def add_table(self, ivoid: str, name: str, description: str) -> None:
        self.rows["res_table"].append(
            {"ivoid": ivoid, "table_index": 0, "table_name": name, "table_description": description}
        )
        for column, ucd in (("ra", "pos.eq.ra;meta.main"), ("dec", "pos.eq.dec;meta.main")):
            self.rows["table_column"].append(
                {"ivoid": ivoid, "table_index": 0, "name": column, "ucd": ucd, "unit": "deg",
                 "column_description": column}
            )  # fmt: skip


def fill(registry: Registry) -> None:
    base = registry.base
    cone, tap = base + "/radio/q/cone/scs.xml", base + "/tap"
    registry.add(
        "ivo://evn.test/radio/cone", "radio cone", "Test catalogue of radio sources",
        "Made-up radio sources.", "radio", "radio-sources",
        [(SCS, cone + "?", "cs:conesearch"), (TAP + "#aux", tap, "tr:tableaccess")],
    )  # fmt: skip
    registry.add_table("ivo://evn.test/radio/cone", "radio.sources", "sources")
    registry.add(
        "ivo://evn.test/tap", "EVN TAP", "EVN-like data archive TAP",
        "One row per source: very long baseline interferometry.", "radio",
        "very-long-baseline-interferometry",
        [(TAP, tap, "tr:tableaccess")],
    )  # fmt: skip
    registry.add(
        "ivo://evn.test/maps", "evn maps", "Test radio maps", "A few FITS maps.", "radio", "radio-sources",
        [
            (SIA, base + "/maps/q/i/siap.xml?", "sia:simpleimageaccess"),
            (SIA2, base + "/__system__/siap2/sitewide/siap2.xml?", "sia:simpleimageaccess"),
        ],
    )  # fmt: skip
    registry.add(
        "ivo://evn.test/spectra", "test ssa", "Test spectra", "Optical spectra.", "optical", "spectroscopy",
        [(SSA, base + "/spectra/q/ssa/ssap.xml?", "ssap:simplespectralaccess")],
    )  # fmt: skip
    registry.add(
        "ivo://dead.test/cone", "dead", "Service that is down \u00e9\u00e8", "Nothing listens there.",
        "radio#optical", "radio-sources", [(SCS, "http://localhost:9/scs?", "cs:conesearch")],
    )  # fmt: skip
    for i in range(DECOYS):
        registry.add(
            f"ivo://decoy.test/c{i:03d}", f"decoy {i // 2}", f"Decoy catalogue {i}",
            f"Decoy {i}, infrared survey.",
            "infrared" if i % 2 else "x-ray", "surveys", [(SCS, f"{cone}?decoy={i}&", "cs:conesearch")],
        )  # fmt: skip


def make(folder: Path, base: str) -> None:
    """Writes the tables as CSV, and DaCHS' definition of them."""
    registry = Registry(base)
    fill(registry)
    for table, columns in TABLES.items():
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, [column.partition(":")[0] for column in columns.split()])
            writer.writeheader()
            writer.writerows(registry.rows[table])
    (folder.parent / "q.rd").write_text(definition())


def definition() -> str:
    text = [
        '<resource schema="rr" resdir="rr"><meta>',
        "  creationDate: 2026-11-01T10:00:00Z",
        "  title: A small RegTAP",
        "  description: Enough of a relational registry to test registry search.",
        "  subject: virtual-observatories",
        "  creator: Test, A.",
        "</meta>",
    ]
    for table, columns in TABLES.items():
        pairs = [column.partition(":")[::2] for column in columns.split()]
        text.append(f'<table id="{table}" onDisk="True" adql="True">')
        if table == "resource":
            text.append(
                '<property key="supportsModel">Registry 1.1</property>'
                '<property key="supportsModelURI">ivo://ivoa.net/std/RegTAP#1.1</property>'
            )
        for name, kind in pairs:
            null = '<values nullLiteral="-1"/>' if kind == "smallint" else ""
            text.append(f'<column name="{name}" type="{kind or "unicode"}">{null}</column>')
        text.append(
            f'</table><data id="import_{table}"><sources>data/{table}.csv</sources><csvGrammar enc="utf-8"/>'
            f'<make table="{table}"><rowmaker>'
        )
        for name, kind in pairs:
            value = {"smallint": f'parseWithNull(vars.get("{name}", ""), int, "")', "real": "None"}
            text.append(f"""<map key="{name}">{value.get(kind, f'vars.get("{name}")')}</map>""")
        text.append("</rowmaker></make></data>")
    return "\n".join([*text, "</resource>", ""])
