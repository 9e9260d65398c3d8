"""What the archive says of itself: capabilities, availability, tables (VOSI 1.1, TAPRegExt 1.0)."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from . import geometry
from .database import DEFAULT_ROWS, MOST_ROWS
from .jobs import DURATION, KEPT, LONGEST_DURATION
from .request import Answer
from .schema import Column, Schema, Table
from .tables import KEYS, NOTICE, SCHEMAS
from .tap import ALIASES, MEDIA
from .xmltext import clean, xml

STANDARD = "ivo://ivoa.net/std/"
SPACES = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:vr="http://www.ivoa.net/xml/VOResource/v1.0" '
    'xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1" '
    'xmlns:tr="http://www.ivoa.net/xml/TAPRegExt/v1.0"'
)


def capabilities(tap: str) -> Answer:
    """Of the TAP service at that URL."""
    parts = "".join(
        capability(f"{STANDARD}VOSI#{name}", f"{tap}/{name}", "full")
        for name in ("capabilities", "availability", "tables")
    )
    models = "".join(
        f'<dataModel ivo-id="{STANDARD}{name}">{words}</dataModel>'
        for name, words in (("ObsCore#core-1.1", "ObsCore-1.1"),)
    )
    functions = "".join(f"<feature><form>{name}</form></feature>" for name in geometry.FUNCTIONS)
    formats = "".join(
        f"<outputFormat{ivoid(media)}><mime>{media}</mime>{aliases(media)}</outputFormat>" for media in MEDIA
    )
    return xml(
        f'<vosi:capabilities xmlns:vosi="http://www.ivoa.net/xml/VOSICapabilities/v1.0" {SPACES}>'
        f'<capability standardID="{STANDARD}TAP" xsi:type="tr:TableAccess">'
        f"<description>{clean(NOTICE)}</description>"
        f'<interface role="std" version="1.1" xsi:type="vs:ParamHTTP">'
        f'<accessURL use="base">{clean(tap)}</accessURL>'
        f"</interface>{models}"
        '<language><name>ADQL</name><version ivo-id="ivo://ivoa.net/std/ADQL#v2.0">2.0</version>'
        "<description>ADQL 2.0 with what is listed here of its geometry</description>"
        f'<languageFeatures type="{STANDARD}TAPRegExt#features-adqlgeo">{functions}'
        "</languageFeatures></language>"
        f"{formats}"
        f"<retentionPeriod><default>{int(KEPT.total_seconds())}</default></retentionPeriod>"
        f"<executionDuration><default>{DURATION}</default>"
        f"<hard>{LONGEST_DURATION}</hard></executionDuration>"
        f'<outputLimit><default unit="row">{DEFAULT_ROWS}</default>'
        f'<hard unit="row">{MOST_ROWS}</hard></outputLimit>'
        f"</capability>{parts}"
        f"{capability(STANDARD + 'DALI#examples', tap + '/examples', 'full')}</vosi:capabilities>"
    )


def ivoid(media: str) -> str:
    """What TAPRegExt calls a serialization of VOTable."""
    _, is_coded, coding = media.partition("serialization=")
    known = {"tabledata": "td", "binary": "binary", "binary2": "binary2"}
    return f' ivo-id="{STANDARD}TAPRegExt#output-votable-{known[coding]}"' if is_coded else ""


def aliases(media: str) -> str:
    return "".join(f"<alias>{alias}</alias>" for alias, meant in ALIASES.items() if meant == media)


def capability(standard: str, url: str, use: str) -> str:
    return (
        f'<capability standardID="{standard}"><interface xsi:type="vs:ParamHTTP" role="std">'
        f'<accessURL use="{use}">{clean(url)}</accessURL></interface></capability>'
    )


def availability() -> Answer:
    return xml(
        '<vosi:availability xmlns:vosi="http://www.ivoa.net/xml/VOSIAvailability/v1.0">'
        f"<vosi:available>true</vosi:available><vosi:note>{clean(NOTICE)}</vosi:note></vosi:availability>"
    )


def tables() -> Answer:
    every = "".join(schema_xml(schema) for schema in SCHEMAS)
    return xml(
        f'<vosi:tableset xmlns:vosi="http://www.ivoa.net/xml/VOSITables/v1.0" {SPACES}>'
        f"{every}</vosi:tableset>"
    )


def schema_xml(schema: Schema) -> str:
    inside = "".join(table_xml(table) for table in schema.tables)
    said = f"<description>{clean(schema.description)}</description>"
    return f"<schema><name>{schema.name}</name>{said}{inside}</schema>"


def table_xml(table: Table) -> str:
    utype = f"<utype>{clean(table.utype)}</utype>" if table.utype else ""
    columns = "".join(column_xml(column) for column in table.columns)
    keys = "".join(
        f"<foreignKey><targetTable>{target}</targetTable><fkColumn><fromColumn>{column}</fromColumn>"
        f"<targetColumn>{other}</targetColumn></fkColumn></foreignKey>"
        for _, source, column, target, other in KEYS
        if source == table.name
    )
    return (
        f'<table type="table"><name>{table.name}</name><description>{clean(table.description)}</description>'
        f"{utype}{columns}{keys}</table>"
    )


def column_xml(column: Column) -> str:
    said = "".join(
        f"<{name}>{clean(value)}</{name}>"
        for name in ("unit", "ucd", "utype")
        if (value := getattr(column, name))
    )
    size = ' arraysize="*"' if column.is_text else ""
    form = f" extendedType={quoteattr(column.xtype)}" if column.xtype else ""
    flags = "".join(f"<flag>{flag}</flag>" for flag in ("indexed", "principal") if getattr(column, flag))
    name = '"size"' if column.name == "size" else column.name
    return (
        f'<column std="{str(column.std).lower()}"><name>{name}</name>'
        f"<description>{clean(column.description)}</description>{said}"
        f'<dataType xsi:type="vs:VOTableType"{size}{form}>{column.type}</dataType>{flags}</column>'
    )
