"""Queries as jobs (UWS 1.1): what each is doing, kept in memory until its time is over."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import duckdb

from . import tap
from .adql import QueryError
from .database import Running, Stopped
from .request import Answer

AT_ONCE = 2
MOST_JOBS = 30
KEPT = timedelta(hours=1)
DURATION = 60
LONGEST_DURATION = 600
ACTIVE = ("PENDING", "QUEUED", "EXECUTING")


def now() -> datetime:
    return datetime.now(timezone.utc)


class Job:
    """All that is changed is changed by Jobs, under its lock."""

    def __init__(self, parameters: dict[str, str], running: Running) -> None:
        self.id = secrets.token_hex(8)
        self.parameters = parameters
        self.running = running
        self.phase = "PENDING"
        self.created = now()
        self.started: datetime | None = None
        self.ended: datetime | None = None
        self.destruction = self.created + KEPT
        self.duration = DURATION
        self.answer: Answer | None = None
        self.error = ""


class Jobs:
    def __init__(self, database: duckdb.DuckDBPyConnection, links: str) -> None:
        self.database = database
        self.links = links
        self.jobs: dict[str, Job] = {}
        self.changed = threading.Condition()
        self.workers = ThreadPoolExecutor(AT_ONCE)

    def create(self, parameters: dict[str, str]) -> Job:
        """A job that waits to be told to run. Raises QueryError when there are too many."""
        with self.changed:
            self.forget()
            if len(self.jobs) >= MOST_JOBS:
                self.make_room()
            job = Job(parameters, Running(self.database))
            self.jobs[job.id] = job
        return job

    def make_room(self) -> None:
        """Gives up the oldest job that has ended, before its time. Raises QueryError when there is none."""
        done = [job for job in self.jobs.values() if job.phase not in ACTIVE]
        if not done:
            raise QueryError(f"There are {MOST_JOBS} jobs that have not ended; delete some.")
        self.remove(min(done, key=lambda job: job.created))

    def find(self, name: str) -> Job | None:
        with self.changed:
            self.forget()
            return self.jobs.get(name)

    def all(self) -> list[Job]:
        """The latest first."""
        with self.changed:
            self.forget()
            return sorted(self.jobs.values(), key=lambda job: job.created, reverse=True)

    def forget(self) -> None:
        for job in [job for job in self.jobs.values() if job.destruction <= now()]:
            self.remove(job)

    def remove(self, job: Job) -> None:
        with self.changed:
            self.jobs.pop(job.id, None)
            self.abort(job)

    def run(self, job: Job) -> None:
        with self.changed:
            if job.phase != "PENDING":
                return
            self.enter(job, "QUEUED")
        self.workers.submit(self.work, job)

    def abort(self, job: Job) -> None:
        with self.changed:
            if job.phase not in ACTIVE:
                return
            job.ended = now()
            self.enter(job, "ABORTED")
        job.running.stop()

    def wait(self, job: Job, seconds: float, phase: str) -> None:
        """Returns when the job is in another phase than that one, or has ended, or after some time."""
        with self.changed:
            self.changed.wait_for(lambda: job.phase != phase or job.phase not in ACTIVE, seconds)

    def enter(self, job: Job, phase: str) -> None:
        job.phase = phase
        self.changed.notify_all()

    def work(self, job: Job) -> None:
        """Runs a job in a worker's thread. However it ends, it does not stay EXECUTING."""
        with self.changed:
            if job.phase != "QUEUED":
                return
            job.started = now()
            self.enter(job, "EXECUTING")
        try:
            answer = tap.perform(tap.understood(job.parameters), job.running, job.duration, self.links)
            self.end(job, "COMPLETED", lambda: setattr(job, "answer", answer))
        except Stopped:
            self.end(job, "ABORTED", lambda: None)
        except QueryError as error:
            words = str(error)
            self.end(job, "ERROR", lambda: setattr(job, "error", words))
        except BaseException:
            self.end(job, "ERROR", lambda: setattr(job, "error", "The archive failed; its log says how."))
            raise

    def end(self, job: Job, phase: str, note: Callable[[], None]) -> None:
        with self.changed:
            if job.phase == "EXECUTING":
                note()
                job.ended = now()
                self.enter(job, phase)
