"""Queries as jobs, by pyvo and by hand (UWS 1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
import pyvo

from .asked import ask
from .jobs import MOST_JOBS

UWS = "{http://www.ivoa.net/xml/UWS/v1.0}"
# Runs for as long as it is let.
ENDLESS = (
    "SELECT COUNT(*) AS n FROM ivoa.obscore AS a, ivoa.obscore AS b, ivoa.obscore AS c"
    " WHERE SIN(a.s_ra + b.s_dec) + COS(b.s_ra + c.s_dec) = SIN(c.s_ra)"
)


class Job:
    def __init__(self, tap: str, query: str, **more: str) -> None:
        status, _, self.url = ask(f"{tap}/async", {"LANG": "ADQL", "QUERY": query, **more})
        assert status == 303

    def post(self, part: str = "", **form: str) -> int:
        return ask(self.url + part, form)[0]

    def xml(self, query: str = "") -> ElementTree.Element:
        return ElementTree.fromstring(ask(self.url + query)[1])

    def text(self, name: str, query: str = "") -> str | None:
        return self.xml(query).findtext(f".//{UWS}{name}")


@pytest.fixture
def endless(archive: dict[str, str]) -> Iterator[Job]:
    job = Job(archive["tap"], ENDLESS, PHASE="RUN")
    yield job
    ask(job.url, method="DELETE")


def test_pyvo_runs_one(tap: pyvo.dal.TAPService) -> None:
    assert tap.run_async("SELECT COUNT(*) AS n FROM radio.sources")[0]["n"] == 3016
    with pytest.raises(pyvo.dal.DALQueryError, match=r"There is no table nosuch\.tab here"):
        tap.run_async("SELECT * FROM nosuch.tab")


def test_a_job_from_beginning_to_end(archive: dict[str, str]) -> None:
    job = Job(archive["tap"], "SELECT TOP 3 id FROM radio.sources", RUNID="mine", RESPONSEFORMAT="csv")
    assert (job.text("phase"), job.text("runId")) == ("PENDING", "mine")
    given = {each.get("id"): each.text for each in job.xml("/parameters")}
    assert given["QUERY"] == "SELECT TOP 3 id FROM radio.sources"
    assert job.post("/parameters", QUERY="SELECT TOP 2 id FROM radio.sources") == 303
    assert job.post("/phase", PHASE="RUN") == 303
    # Waits for the end; the first answer may still be of the queue.
    for phase in ("QUEUED", "EXECUTING"):
        job.text("phase", f"?WAIT=60&PHASE={phase}")
    assert job.text("phase") == "COMPLETED"
    assert job.post("/parameters", QUERY="SELECT 1") == 403
    result = job.xml("/results")[0].get("{http://www.w3.org/1999/xlink}href") or ""
    assert ask(result)[1].split() == [b"id", b"RS00000", b"RS00001"]
    assert ask(job.url, method="DELETE")[0] == 303
    assert ask(job.url)[0] == 404


def test_a_job_that_fails(archive: dict[str, str]) -> None:
    job = Job(archive["tap"], "SELECT <&> FROM radio.sources", PHASE="RUN")
    for phase in ("QUEUED", "EXECUTING"):
        job.text("phase", f"?WAIT=60&PHASE={phase}")
    assert job.text("phase") == "ERROR"
    words = job.text("message") or ""
    assert words.startswith("The query can't be understood")
    assert words.encode() in ask(f"{job.url}/error")[1]
    assert ask(f"{job.url}/results/result")[0] == 404


def test_abort(endless: Job) -> None:
    assert endless.text("phase", "?WAIT=60&PHASE=QUEUED") == "EXECUTING"
    assert endless.post("/phase", PHASE="ABORT") == 303
    assert endless.text("phase") == "ABORTED"
    assert endless.post("/phase", PHASE="RUN") == 303
    assert endless.text("phase") == "ABORTED"


def test_time_is_limited(archive: dict[str, str]) -> None:
    job = Job(archive["tap"], ENDLESS)
    assert job.post("/executionduration", EXECUTIONDURATION="1") == 303
    job.post("/phase", PHASE="RUN")
    for phase in ("QUEUED", "EXECUTING"):
        job.text("phase", f"?WAIT=60&PHASE={phase}")
    assert job.text("message") == "The query was broken off after 1 s."


def test_the_third_waits_for_the_first_two(archive: dict[str, str]) -> None:
    jobs = [Job(archive["tap"], ENDLESS, PHASE="RUN") for _ in range(3)]
    assert jobs[0].text("phase", "?WAIT=60&PHASE=QUEUED") == "EXECUTING"
    assert jobs[1].text("phase", "?WAIT=60&PHASE=QUEUED") == "EXECUTING"
    assert jobs[2].text("phase") == "QUEUED"
    listed = ElementTree.fromstring(ask(f"{archive['tap']}/async?PHASE=QUEUED&LAST=5")[1])
    assert [ref.get("id") for ref in listed] == [jobs[2].url.rpartition("/")[2]]
    # Those that are deleted do not only look ended: the third gets their place.
    ask(jobs[0].url, method="DELETE")
    assert jobs[2].text("phase", "?WAIT=60&PHASE=QUEUED") == "EXECUTING"
    for job in jobs[1:]:
        assert job.post(ACTION="DELETE") == 303


def test_there_are_only_so_many(archive: dict[str, str]) -> None:
    """The oldest that has ended goes; where none has, nobody gets another."""
    delete_all(archive)
    first, *others = [Job(archive["tap"], "SELECT 1 AS one") for _ in range(MOST_JOBS)]
    form = {"LANG": "ADQL", "QUERY": "SELECT 1 AS one"}
    assert ask(f"{archive['tap']}/async", form)[0] == 503
    first.post("/phase", PHASE="ABORT")
    others.append(Job(archive["tap"], "SELECT 1 AS one"))
    assert ask(first.url)[0] == 404
    for job in others:
        ask(job.url, method="DELETE")


def delete_all(archive: dict[str, str]) -> None:
    """What earlier tests have left."""
    listed = f"{archive['tap']}/async"
    for ref in ElementTree.fromstring(ask(listed)[1]):
        ask(f"{listed}/{ref.get('id')}", method="DELETE")


def test_what_can_t_be_changed(archive: dict[str, str]) -> None:
    job = Job(archive["tap"], "SELECT 1 AS one")
    assert job.post("/phase", PHASE="COMPLETED") == 400
    assert job.post("/destruction", DESTRUCTION="soon") == 400
    assert job.post("/quote", QUOTE="1") == 403
    before = job.text("destruction")
    job.post("/destruction", DESTRUCTION="2099-01-01T00:00:00Z")
    assert job.text("destruction") == before
    job.post("/destruction", DESTRUCTION="2000-01-01T00:00:00Z")
    assert ask(job.url)[0] == 404
