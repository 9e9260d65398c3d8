"""The resources of a job and their XML (UWS 1.1 §2.2 and §3)."""

from __future__ import annotations

from datetime import datetime, timezone
from xml.sax.saxutils import quoteattr

from . import votable
from .adql import QueryError
from .jobs import LONGEST_DURATION, Job, Jobs
from .request import Answer, Request, not_found, see, text
from .xmltext import clean, printable, xml

SPACES = (
    'xmlns:uws="http://www.ivoa.net/xml/UWS/v1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1"'
)
LONGEST_WAIT = 60.0
# Of the job, not of its query.
CONTROL = {"PHASE", "ACTION", "WAIT", "DESTRUCTION", "EXECUTIONDURATION"}


def answer(request: Request, path: tuple[str, ...], jobs: Jobs, base: str) -> Answer:
    """What is at `path` below the list of jobs, which is at the URL `base`."""
    if not path:
        return create(request, jobs, base) if request.method == "POST" else listing(request, jobs, base)
    job = jobs.find(path[0])
    if job is None:
        return not_found(f"job {path[0][:40]}")
    url = f"{base}/{job.id}"
    if request.method == "DELETE" or (request.method == "POST" and request.get("ACTION") == "DELETE"):
        jobs.remove(job)
        return see(base)
    if request.method == "POST":
        return change(request, path[1:], job, jobs, url)
    return part(request, path[1:], job, jobs, url)


def create(request: Request, jobs: Jobs, base: str) -> Answer:
    given = {name: value for name, value in request.parameters if name not in CONTROL}
    try:
        job = jobs.create(given)
    except QueryError as error:
        return text(str(error), 503)
    if request.get("PHASE") == "RUN":
        jobs.run(job)
    return see(f"{base}/{job.id}")


def change(request: Request, path: tuple[str, ...], job: Job, jobs: Jobs, url: str) -> Answer:
    """What can be set: the phase, two times, and, before it runs, the query."""
    try:
        match path:
            case ("phase",) | () if request.get("PHASE"):
                change_phase(request.get("PHASE"), job, jobs)
            case ("destruction",) | () if request.get("DESTRUCTION"):
                job.destruction = min(instant(request.get("DESTRUCTION")), job.destruction)
            case ("executionduration",) | () if request.get("EXECUTIONDURATION"):
                seconds = int(request.get("EXECUTIONDURATION"))
                # By the standard 0 means for ever, which nothing may take here.
                job.duration = min(seconds, LONGEST_DURATION) if seconds > 0 else LONGEST_DURATION
            case ("parameters",) | () if job.phase == "PENDING":
                job.parameters |= {name: value for name, value in request.parameters if name not in CONTROL}
            case _:
                return text("This can't be changed, or not any more.", 403)
    except ValueError:
        return text("The value can't be understood.", 400)
    return see(url)


def change_phase(wanted: str, job: Job, jobs: Jobs) -> None:
    if wanted == "RUN":
        jobs.run(job)
    elif wanted == "ABORT":
        jobs.abort(job)
    else:
        raise ValueError(wanted)


def part(request: Request, path: tuple[str, ...], job: Job, jobs: Jobs, url: str) -> Answer:
    match path:
        case ():
            wait(request, job, jobs)
            return xml(job_xml(job, url))
        case ("phase",):
            return text(job.phase)
        case ("executionduration",):
            return text(str(job.duration))
        case ("destruction",):
            return text(time(job.destruction))
        case ("quote",):
            return text("")
        case ("owner",):
            return text("")
        case ("parameters",):
            return xml(parameters_xml(job, SPACES))
        case ("results",):
            return xml(results_xml(job, url, SPACES))
        case ("results", "result") if job.answer:
            return job.answer
        case ("error",) if job.error:
            return Answer(votable.error(job.error), votable.MEDIA)
        case _:
            return not_found("such part of the job")


def wait(request: Request, job: Job, jobs: Jobs) -> None:
    """Blocks as WAIT asks for; forever is a minute here (UWS 1.1 §2.2.1.1)."""
    if not (wanted := request.get("WAIT")):
        return
    try:
        seconds = float(wanted)
    except ValueError:
        return
    phase = request.get("PHASE", job.phase)
    jobs.wait(job, LONGEST_WAIT if seconds < 0 else min(seconds, LONGEST_WAIT), phase)


def listing(request: Request, jobs: Jobs, base: str) -> Answer:
    found = jobs.all()
    if phases := request.all("PHASE"):
        found = [job for job in found if job.phase in phases]
    if after := request.get("AFTER"):
        try:
            found = [job for job in found if job.created > instant(after)]
        except ValueError:
            return text("AFTER is no time.", 400)
    if (last := request.get("LAST")).isdecimal():
        found = found[: int(last[:9])]
    refs = "".join(
        f'<uws:jobref id="{job.id}" xlink:href={quoteattr(f"{base}/{job.id}")} xlink:type="simple">'
        f"<uws:phase>{job.phase}</uws:phase><uws:creationTime>{time(job.created)}</uws:creationTime>"
        "</uws:jobref>"
        for job in found
    )
    return xml(f"<uws:jobs {SPACES}>{refs}</uws:jobs>")


def job_xml(job: Job, url: str) -> str:
    error = (
        f'<uws:errorSummary type="fatal" hasDetail="true"><uws:message>{clean(job.error)}</uws:message>'
        "</uws:errorSummary>"
    )
    return (
        f"<uws:job {SPACES}><uws:jobId>{job.id}</uws:jobId>"
        + (f"<uws:runId>{clean(job.parameters['RUNID'])}</uws:runId>" if "RUNID" in job.parameters else "")
        + f'<uws:ownerId xsi:nil="true"/><uws:phase>{job.phase}</uws:phase><uws:quote xsi:nil="true"/>'
        f"<uws:creationTime>{time(job.created)}</uws:creationTime>"
        f"{time_xml('startTime', job.started)}{time_xml('endTime', job.ended)}"
        f"<uws:executionDuration>{job.duration}</uws:executionDuration>"
        f"<uws:destruction>{time(job.destruction)}</uws:destruction>"
        f"{parameters_xml(job)}{results_xml(job, url)}{error if job.error else ''}</uws:job>"
    )


def parameters_xml(job: Job, spaces: str = "") -> str:
    each = "".join(
        f"<uws:parameter id={quoteattr(printable(name))}>{clean(value)}</uws:parameter>"
        for name, value in job.parameters.items()
    )
    return f"<uws:parameters {spaces}>{each}</uws:parameters>"


def results_xml(job: Job, url: str, spaces: str = "") -> str:
    if job.answer is None:
        return f"<uws:results {spaces}/>"
    href = quoteattr(f"{url}/results/result")
    media = quoteattr(job.answer.media)
    result = f'<uws:result id="result" xlink:href={href} xlink:type="simple" mime-type={media}/>'
    return f"<uws:results {spaces}>{result}</uws:results>"


def time(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def time_xml(name: str, when: datetime | None) -> str:
    return f"<uws:{name}>{time(when)}</uws:{name}>" if when else f'<uws:{name} xsi:nil="true"/>'


def instant(words: str) -> datetime:
    """A time of UWS, always UTC. Raises ValueError."""
    found = datetime.fromisoformat(words.removesuffix("Z"))
    return found if found.tzinfo else found.replace(tzinfo=timezone.utc)
