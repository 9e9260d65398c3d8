"""What somebody who means harm might send."""

from __future__ import annotations

import csv
import http.client
import io
import urllib.parse

import pytest

from .adql import QueryError, read
from .asked import ask

STATEMENTS = [
    "DROP TABLE ivoa.obscore",
    "SELECT 1; DROP TABLE ivoa.obscore",
    "SELECT 1; SELECT 2",
    "DELETE FROM ivoa.obscore",
    "UPDATE ivoa.obscore SET obs_id = 'x'",
    "INSERT INTO ivoa.obscore VALUES (1)",
    "SELECT s_ra INTO other FROM ivoa.obscore",
    "CREATE TABLE x AS SELECT 1",
    "COPY ivoa.obscore TO '/tmp/x'",
    "COPY (SELECT 1) TO '/tmp/x'",
    "EXPORT DATABASE '/tmp/x'",
    "ATTACH '/tmp/x.db'",
    "INSTALL httpfs",
    "LOAD '/tmp/x.so'",
    "PRAGMA database_list",
    "SET enable_external_access = true",
    "CALL pragma_version()",
    "EXPLAIN SELECT 1",
    "SELECT 1 UNION SELECT 2",
    "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT * FROM r",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM '/etc/passwd'",
    'SELECT * FROM "/etc/passwd"',
    "SELECT * FROM ivoa.'/etc/passwd'",
    "SELECT * FROM duckdb_settings()",
    "SELECT * FROM information_schema.tables",
    "SELECT * FROM memory.ivoa.obscore",
    "SELECT * FROM parts",
    "SELECT * FROM ivoa.obscore, range(1000000000)",
    "SELECT * FROM ivoa.obscore WHERE s_ra IN (SELECT * FROM read_csv('/etc/passwd'))",
    "SELECT getenv('HOME') AS x",
    "SELECT current_setting('memory_limit') AS x",
    "SELECT CURRENT_USER AS x",
    "SELECT repeat('x', 1000000000) AS x",
    "SELECT great_circle(1, 2, 3, 4) AS x",
    "SELECT COLUMNS('.*') FROM ivoa.obscore",
    "SELECT * EXCLUDE (s_ra) FROM ivoa.obscore",
    "SELECT s_ra FROM ivoa.obscore QUALIFY ROW_NUMBER() OVER () = 1",
    "SELECT s_ra FROM ivoa.obscore USING SAMPLE 3",
    "SELECT [1, 2] AS x",
    "SELECT {'a': 1} AS x",
    "SELECT obs_id::BLOB AS x FROM ivoa.obscore",
    "SELECT CAST(obs_id AS BLOB) AS x FROM ivoa.obscore",
    "SELECT $1 AS x",
    "SELECT TOP s_ra s_dec FROM ivoa.obscore",
    "SELECT " + "(" * 5000 + "1" + ")" * 5000,
    "SELECT 1 AS x WHERE 1=1" + " AND 1=1" * 10_000,
    "SELECT nosuch FROM ivoa.obscore",
    "SELECT BOX('ICRS', 1, 2, 3, 4) AS x",
    "SELECT POINT('ICRS', 1, 2) AS x",
    "",
]


@pytest.mark.parametrize("query", STATEMENTS, ids=lambda query: query[:40] or "nothing")
def test_statements_are_refused(query: str) -> None:
    """Before anything of them reaches the database, and in a sentence."""
    with pytest.raises(QueryError, match=r"\.$") as refused:
        read(query)
    assert len(str(refused.value)) < 400


def test_the_tables_are_still_there(archive: dict[str, str]) -> None:
    for query in STATEMENTS:
        assert ask(f"{archive['tap']}/sync", {"LANG": "ADQL", "QUERY": query})[0] == 400
    counted = {"LANG": "ADQL", "QUERY": "SELECT COUNT(*) AS n FROM ivoa.obscore", "FORMAT": "csv"}
    assert ask(f"{archive['tap']}/sync", counted)[1] == b"n\r\n4811\r\n"


def test_texts_stay_texts(archive: dict[str, str]) -> None:
    """What ends a text, or begins a comment, for other readers of SQL does not do so here."""
    for text in ("x'; DROP TABLE ivoa.obscore; --", "\\", "*/ x /*", "$$", "%s{}", "é😀"):
        doubled = text.replace("'", "''")
        query = f"SELECT '{doubled}' AS x, 1 AS \"{text}\" -- {text}"
        _, body, _ = ask(f"{archive['tap']}/sync", {"LANG": "ADQL", "QUERY": query, "FORMAT": "tsv"})
        assert list(csv.reader(io.StringIO(body.decode()), delimiter="\t")) == [["x", text], [text, "1"]]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "", "localhost:{port}.evil.example"]
)
def test_other_hosts_are_refused(archive: dict[str, str], host: str) -> None:
    port = urllib.parse.urlsplit(archive["base"]).port or 0
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.putrequest("GET", "/tap/availability", skip_host=True)
    connection.putheader("Host", host.format(port=port))
    connection.endheaders()
    assert connection.getresponse().status == 403
    connection.close()


def test_only_this_machine_is_listened_to(archive: dict[str, str]) -> None:
    port = urllib.parse.urlsplit(archive["base"]).port or 0
    with pytest.raises(OSError, match="refused"):
        http.client.HTTPConnection("127.0.0.2", port, timeout=20).connect()


def test_of_a_body_only_so_much(archive: dict[str, str]) -> None:
    sync = f"{archive['tap']}/sync"
    assert ask(sync, {"QUERY": "x" * 200_001})[0] == 400
    assert ask(sync, {"LANG": "ADQL"}, {"Content-Type": "application/json"})[0] == 400
    assert ask(f"{sync}?" + "a=1&" * 1001)[0] == 400
    assert ask(f"{archive['base']}/nosuch")[0] == 404
